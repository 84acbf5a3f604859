// A static file server for this machine alone: requests in, files of one folder out.
// It answers as a plain static host would; what the page allows itself is said in the page, not here.
//
// As a program: node server.mjs FOLDER PORT [BASE], where BASE is the path under which the folder appears.

import { createServer } from 'node:http';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const HEADERS = {
  'Cache-Control': 'no-cache',
  // The one directive that a page cannot give in a <meta> element.
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** The file of `folder` that a request's path names, or null: none outside the folder, not even through a link. */
async function find(folder, base, url) {
  let asked;
  try {
    asked = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (!asked.startsWith(base) || asked.includes('\0')) return null;
  const inside = asked.slice(base.length);
  try {
    const file = await realpath(path.join(folder, inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside));
    if (!file.startsWith(folder + path.sep)) return null;
    const found = await stat(file);
    return found.isFile() ? { file, size: found.size } : null;
  } catch {
    return null;
  }
}

/**
 * Serves `folder` on the loopback address and resolves, once it listens, to `{ url, close }`.
 * Port 0, the default, takes a free one; `base` is the path under which the folder appears.
 * Rejects where the port is taken or the folder is missing.
 */
export async function serve(folder, port = 0, base = '/') {
  const root = await realpath(folder);
  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const answer = (status, text) => {
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(`${text}\n`);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return answer(405, 'Only GET and HEAD are answered here.');
    }
    const found = await find(root, base, request.url);
    if (!found) return answer(404, 'There is no such file.');
    response.writeHead(200, {
      'Content-Type': TYPES[path.extname(found.file).toLowerCase()] ?? 'application/octet-stream',
      'Content-Length': found.size,
    });
    if (request.method === 'HEAD') return response.end();
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${server.address().port}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections?.();
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder, port, base] = process.argv.slice(2);
  try {
    const { url } = await serve(folder, Number(port), base);
    console.log(`\nThe page is at ${url} (Ctrl-C stops it)`);
  } catch (error) {
    console.error(
      error.code === 'EADDRINUSE'
        ? `error: port ${port} is taken; give another one: scripts/serve PORT`
        : `error: ${error.message}`,
    );
    process.exitCode = 1;
  }
}
