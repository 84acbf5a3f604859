// The static server: what a request gets, and that nothing outside the folder is ever sent.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/lib/server.mjs';

let folder;
let server;

before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'served-'));
  const site = path.join(folder, 'site');
  await mkdir(path.join(site, 'part'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await symlink(path.join(folder, 'secret.txt'), path.join(site, 'link.txt'));
  await mkdir(path.join(folder, 'site-beside'));
  await writeFile(path.join(folder, 'site-beside', 'index.html'), 'secret');
  for (const name of ['index.html', 'part/index.html', 'a b.txt', 'main.js', 'style.css', 'm.wasm', 'x.bin']) {
    await writeFile(path.join(site, name), `file ${name}`);
  }
  server = await serve(site, 0, '/some/path/');
});

after(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

/** Asks for a path exactly as written, which fetch() would tidy up first. */
function ask(target, method = 'GET') {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', method, path: target }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

async function check(target, expected) {
  const { status, headers, body } = await ask(`/some/path/${target}`);
  assert.deepEqual({ status, type: headers['content-type'], body }, expected, target);
}

test('sends each file with its type', async () => {
  await check('', { status: 200, type: 'text/html; charset=utf-8', body: 'file index.html' });
  await check('?query#hash', { status: 200, type: 'text/html; charset=utf-8', body: 'file index.html' });
  await check('part/', { status: 200, type: 'text/html; charset=utf-8', body: 'file part/index.html' });
  await check('a%20b.txt', { status: 200, type: 'text/plain; charset=utf-8', body: 'file a b.txt' });
  await check('main.js', { status: 200, type: 'text/javascript; charset=utf-8', body: 'file main.js' });
  await check('style.css', { status: 200, type: 'text/css; charset=utf-8', body: 'file style.css' });
  await check('m.wasm', { status: 200, type: 'application/wasm', body: 'file m.wasm' });
  await check('x.bin', { status: 200, type: 'application/octet-stream', body: 'file x.bin' });
});

test('sends nothing from outside the folder', async () => {
  const outside = ['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', '../site-beside/', '/../secret.txt', 'link.txt'];
  for (const target of [...outside, 'part', 'absent', '%zz', '%00']) {
    await check(target, { status: 404, type: 'text/plain; charset=utf-8', body: 'There is no such file.\n' });
  }
  assert.equal((await ask('/index.html')).status, 404, 'outside the base');
});

test('answers GET and HEAD only', async () => {
  const head = await ask('/some/path/main.js', 'HEAD');
  assert.deepEqual([head.status, head.headers['content-length'], head.body], [200, '12', '']);
  const post = await ask('/some/path/main.js', 'POST');
  assert.deepEqual([post.status, post.headers.allow], [405, 'GET, HEAD']);
});

test('sends the security headers with every answer', async () => {
  for (const target of ['/some/path/', '/absent']) {
    const { headers } = await ask(target);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['content-security-policy'], "frame-ancestors 'none'");
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['referrer-policy'], 'no-referrer');
  }
});

test('rejects a port that is taken', async () => {
  await assert.rejects(serve(folder, Number(new URL(server.url).port)), { code: 'EADDRINUSE' });
});
