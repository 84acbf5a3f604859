// The language line: what was found, how sure, and the reader's own choice.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { analyse, example } from './module.mjs';
import { openPage } from './page.mjs';

let page;
before(async () => { page = await openPage(); });
after(() => page?.close());
beforeEach(() => page.load());

const choose = async (code) => {
  await page.run((value) => {
    const select = document.getElementById('language-choice');
    select.value = value;
    select.dispatchEvent(new Event('change'));
  }, code);
  await page.settled();
};

/** The line names the language with its confidence, and the article has its tag. */
async function checkLanguage(name, words, tag) {
  await page.paste(await example(name));
  assert.match(await page.text('.language-found'), words);
  assert.equal(await page.run(() => document.getElementById('article').lang), tag);
}

test('English is named', () => checkLanguage('english', /^English, [a-z ]+ \(>?0\.\d\d\)/, 'en'));
test('German is named', () => checkLanguage('german', /^German, /, 'de'));
test('Indonesian is named', () => checkLanguage('indonesian', /^Indonesian, /, 'id'));

test('too little text gives no language, and says so', async () => {
  await page.paste('12 34');
  assert.match(await page.text('.language-found'), /undetermined/);
});

test('the reader may choose another language, and take the choice back', async () => {
  const text = await example('german');
  await page.paste(text);
  const detected = await page.text('.language-found');
  await choose('eng');
  assert.match(await page.text('.language-found'), /^English, as you chose/);
  assert.equal(await page.run(() => document.getElementById('article').lang), 'en');
  const marked = (await page.marks()).filter(({ kind }) => kind === 'figure').map((mark) => mark.text);
  assert.deepEqual(marked, analyse(text, { language: 'eng' }).figures.map(({ start, end }) => text.slice(start, end)));
  await choose('');
  assert.equal(await page.text('.language-found'), detected);
});

test('the choice survives a reload, and ends with the next text', async () => {
  await page.paste(await example('german'));
  await choose('nld');
  await page.reload();
  await page.until(() => /^Dutch, as you chose/.test(document.querySelector('.language-found')?.textContent ?? ''));
  await page.paste(await example('english'));
  assert.match(await page.text('.language-found'), /^English, /);
});

test('passages in another language are named and carry their own tag', async () => {
  const text = await example('indonesian');
  const passages = analyse(text).passages;
  await page.paste(text);
  const tagged = await page.run(() => [...document.querySelectorAll('#article [lang]')].map((element) => element.lang));
  assert.deepEqual([...new Set(tagged)].sort(), [...new Set(passages.map((passage) => passage.language.tag))].sort());
  assert.equal(/with passages in/.test(await page.text('.language-found')), passages.length > 0);
});
