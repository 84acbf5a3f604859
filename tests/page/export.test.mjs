// What the page gives away: the report as JSON, the findings as text.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { analyse, example } from './module.mjs';
import { openPage } from './page.mjs';

let page;
before(async () => { page = await openPage(); });
after(() => page?.close());

test('the saved JSON is the report', async () => {
  const text = await example('german');
  await page.load();
  await page.paste(text);
  await page.run(() => {
    HTMLAnchorElement.prototype.click = function click() { window.saved = this.download; };
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      blob.text().then((json) => { window.json = json; });
      return create(blob);
    };
  });
  await page.click('#save');
  const json = await page.until(() => window.json);
  assert.equal(await page.run(() => window.saved), 'report.json');
  assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(analyse(text))));
});

test('the copied findings name the language and every list', async () => {
  await page.load();
  await page.paste(await example('english'));
  await page.run(() => {
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
  });
  await page.click('#copy');
  const copied = await page.until(() => window.copied);
  assert.match(copied, /^Language: English \(eng, >?0\.\d\d\)\n/);
  for (const list of ['Claims', 'Names', 'Quotes', 'Figures and times']) assert.match(copied, new RegExp(`\n${list} \\(\\d+\\)\n- `));
  await page.until(() => document.getElementById('status').textContent === 'Findings copied.');
});
