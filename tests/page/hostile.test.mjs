// A text is text: nothing in it becomes an element, runs, or makes the page ask anyone for anything.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { openPage, serveChanged } from './page.mjs';

let page;
before(async () => { page = await openPage(); });
after(() => page?.close());
beforeEach(() => page.load());

const HOSTILE = [
  '<script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 1">',
  '</textarea></article><svg onload="window.hacked = 1"><a xlink:href="javascript:window.hacked=1">x</a></svg>',
  '"><iframe srcdoc="<script>parent.hacked = 1</script>"></iframe>',
  "{{constructor.constructor('window.hacked = 1')()}} ${window.hacked = 1} <%= window.hacked = 1 %>",
  '<style>* { display: none }</style><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<form action="https://evil.example/"><input name=q autofocus onfocus="window.hacked = 1"></form>',
  'Mr <b onclick="window.hacked = 1">Evil</b> said “<i>it was 30 % of <u>1,200</u></i> on 3 May 2021” to <img src=//evil.example/p.png> News.',
];

const elements = () => page.run(() => document.querySelectorAll('script, img, svg, iframe, style, base, meta, form, input, object, embed, link, a, b, i, u').length);

/** The text is shown letter by letter; the page has no element more than before, and nothing ran. */
async function checkHarmless(text) {
  const before = await elements();
  await page.paste(text);
  await page.until(() => document.querySelector('.drawn'));
  for (const tab of ['names', 'quotes', 'values', 'notes', 'claims']) {
    await page.click(`#tab-${tab}`);
    const rows = await page.run(() => document.querySelectorAll('#panel .row').length);
    if (rows > 0) {
      await page.click('#panel .row');
      await page.until(() => !document.getElementById('why').hidden);
    }
  }
  const shown = await page.run(() => document.getElementById('article').textContent);
  assert.equal(shown.replaceAll(/\s/g, ''), text.replaceAll(/\s/g, ''));
  await page.click('#edit');
  assert.equal(await elements(), before);
  assert.equal(await page.run(() => window.hacked ?? null), null);
  assert.deepEqual(await page.problems(), []);
}

HOSTILE.forEach((text, i) => test(`hostile text ${i + 1} stays text`, () => checkHarmless(text)));
test('all of them at once stay text', () => checkHarmless(HOSTILE.join('\n\n')));

test('the page could not parse a string as HTML if it wanted to', async () => {
  if (!(await page.isChromium())) return page.until(() => document.querySelector('meta[content*="require-trusted-types-for"]'));
  const refused = await page.run(() => {
    try {
      document.createElement('p').innerHTML = '<b>bold</b>';
      return 'parsed';
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(refused, 'TypeError');
});

test('neither the page nor the worker asks another origin', async () => {
  // The worker cannot be looked into from outside: here a module in the place of the real one tells what was loaded.
  const spy = `
    import { analyse as real } from './article_analyser.real.js';
    export { default, longestInput } from './article_analyser.real.js';
    export function analyse(text, options) {
      if (text !== 'requests') return real(text, options);
      throw new Error(performance.getEntriesByType('resource').map((entry) => entry.name).join(' '));
    }`;
  const real = await readFile(new URL('../../www/pkg/article_analyser.js', import.meta.url));
  const server = await serveChanged({ 'pkg/article_analyser.js': spy, 'pkg/article_analyser.real.js': real });
  try {
    await page.load(server.url);
    await page.openExample(0);
    const { alert } = await page.paste('requests');
    const inPage = await page.run(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    const inWorker = alert.match(/https?:[^\s]+/g).map((url) => url.replace(/\.$/, ''));
    assert.ok(inPage.length > 10 && inWorker.some((url) => url.endsWith('.wasm')), 'the requests were not seen');
    for (const url of [...inPage, ...inWorker]) assert.ok(url.startsWith(server.url), `${url} is not below the page`);
  } finally {
    await server.close();
  }
});
