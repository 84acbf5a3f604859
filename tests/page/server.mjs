// Serves the page below a path of its own, as a static host would; can put other files in the place of some.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../www/', import.meta.url));
const MOUNT = '/some/where/';
const TYPES = {
  '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.txt': 'text/plain', '.wasm': 'application/wasm',
};

/**
 * Starts a server on a free port. `replace` maps a path below the page to other content, or to null for "not found".
 * Resolves to `{ url, close }`.
 */
export async function serve(replace = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = normalize(decodeURIComponent(pathname).slice(MOUNT.length) || 'index.html');
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const body = !pathname.startsWith(MOUNT) || path.startsWith('..') ? null
      : path in replace ? replace[path] : await readFile(join(ROOT, path)).catch(() => null);
    response.writeHead(body === null ? 404 : 200, { 'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type });
    response.end(body ?? 'not found');
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${server.address().port}${MOUNT}`,
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(resolve); }),
  };
}
