// The sizes of files, as they are and as a static host sends them (brotli, quality 11): node size.mjs FILE…

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const sent = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  const kB = (count) => `${(count / 1000).toFixed(1)} kB`;
  console.log(`${path.basename(file)}: ${kB(bytes.length)}, ${kB(sent.length)} with brotli`);
}
