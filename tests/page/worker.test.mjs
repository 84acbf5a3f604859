// When the worker fails: the reader is told, the text stays, and the next text is analysed as ever.
// A module in the place of the real one fails on certain words.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { openPage, serveChanged } from './page.mjs';

const FAULTY = `
  import { analyse as real } from './article_analyser.real.js';
  export { default, longestInput } from './article_analyser.real.js';
  export function analyse(text, options) {
    if (text.includes('trap')) throw new WebAssembly.RuntimeError('unreachable');
    if (text.includes('refuse')) throw Object.assign(new Error('no such thing'), { code: 'odd' });
    if (text.includes('hang')) for (;;);
    if (text.includes('later')) setTimeout(() => { throw new Error('too late'); });
    return real(text, options);
  }`;
const GOOD = 'About 30% of 1,200 people came on 3 May 2021.';

let page;
let faulty;
before(async () => {
  page = await openPage();
  const real = await readFile(new URL('../../www/pkg/article_analyser.js', import.meta.url));
  faulty = await serveChanged({ 'pkg/article_analyser.js': FAULTY, 'pkg/article_analyser.real.js': real });
});
after(async () => {
  await page?.close();
  await faulty?.close();
});

/** A text on which the analyser fails: the message says so, the text is in the box, and a good one works after it. */
async function checkFailure(text, message) {
  await page.load(faulty.url);
  await page.paste(GOOD);
  const { alert } = await page.paste(text);
  assert.match(alert, message);
  assert.equal(await page.run(() => document.getElementById('box').value), text);
  await page.paste(GOOD);
  await page.until(() => document.querySelector('#article mark.kind-figure'));
  assert.equal((await page.text('#alert')).includes('broke down'), false);
}

test('a trap in the module', () => checkFailure('This is a trap.', /broke down.*started anew.*is kept.*Try again/));
test('an error that the module returns', () => checkFailure('I refuse.', /could not be analysed: no such thing.*is kept/));

test('an error after the answer', async () => {
  await page.load(faulty.url);
  await page.paste('Sooner or later 30% fail.');
  await page.until(() => /broke down/.test(document.getElementById('alert').textContent));
  await page.paste(GOOD);
  await page.until(() => document.querySelector('#article mark.kind-figure'));
});

test('a run without an end gives way to the next text', async () => {
  await page.load(faulty.url);
  await page.hand("'Let it hang.'");
  const { alert } = await page.paste(GOOD);
  assert.match(alert, /^The text is now/);
  assert.match(await page.text('#article'), /1,200 people/);
});

test('a run without an end can be stopped, and its text is kept', async () => {
  await page.load(faulty.url);
  await page.hand("'Let it hang.'");
  await page.until(() => !document.getElementById('stop').hidden);
  await page.click('#stop');
  const { alert } = await page.settled();
  assert.match(alert, /^Stopped\..*is kept/);
  assert.equal(await page.run(() => document.getElementById('box').value), 'Let it hang.');
});

test('of texts that follow quickly the last one is shown', async () => {
  await page.load();
  for (let i = 1; i < 20; i += 1) await page.hand(`'About ${i}% of them came. '.repeat(20_000)`);
  await page.hand(`'About 20% of them came.'`);
  await page.settled();
  assert.equal(await page.text('#article'), 'About 20% of them came.');
});

/** Where a file of the analyser is missing, the page says that it could not be loaded, and keeps the text. */
async function checkMissing(file) {
  const server = await serveChanged({ [file]: null });
  try {
    await page.load(server.url);
    const { alert } = await page.paste(GOOD);
    assert.match(alert, /could not be loaded.*is kept.*Try again/);
    assert.equal(await page.run(() => document.getElementById('box').value), GOOD);
  } finally {
    await server.close();
  }
}

test('the WebAssembly file is missing', () => checkMissing('pkg/article_analyser_bg.wasm'));
test('the module is missing', () => checkMissing('pkg/article_analyser.js'));
test('the worker is missing', () => checkMissing('worker.js'));
