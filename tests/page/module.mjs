// The WebAssembly module without a page: texts in, reports out, to hold against what the page shows.

import { readFile } from 'node:fs/promises';
import init, { analyse } from '../../www/pkg/article_analyser.js';

await init({ module_or_path: await readFile(new URL('../../www/pkg/article_analyser_bg.wasm', import.meta.url)) });

export { analyse };

/** The text of a built-in example. */
export function example(name) {
  return readFile(new URL(`../../www/examples/${name}.txt`, import.meta.url), 'utf8');
}
