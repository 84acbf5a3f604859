// What a reader sees of a text: marks at the right places, lists that lead to them, and the reasons.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { analyse, example } from './module.mjs';
import { openPage } from './page.mjs';

let page;
before(async () => { page = await openPage(); });
after(() => page?.close());
beforeEach(() => page.load());

const KINDS = { PER: 'person', ORG: 'organisation', LOC: 'place' };

/** Quotes are marked with their quotation marks, which the report's content is without. */
const bare = ({ id, kind, text }) => {
  const letters = text.replaceAll(/\n\s*/g, '');
  return { id, kind, text: kind === 'quote' ? letters.replace(/^["“”„«»']|["“”„«»']$/g, '') : letters };
};

/** What must be marked, from the report alone: id, kind and text of each finding. */
function expected(text) {
  const report = analyse(text);
  const at = (id, kind, { start, end }) => bare({ id, kind, text: text.slice(start, end) });
  return [
    ...report.claims.map((claim, i) => claim.score >= 0.5 && claim.status !== 'not_a_claim' && at(`claim:${i}`, 'claim', claim)),
    ...report.quotes.map((quote, i) => quote.content.end > quote.content.start && at(`quote:${i}`, 'quote', quote.content)),
    ...report.notes.flatMap((note, i) => note.spans.map((span, j) => at(`note:${i}:${j}`, 'note', span))),
    ...report.entities.flatMap((entity, i) => entity.mentions.map((mention, j) => at(`entity:${i}:${j}`, KINDS[entity.kind] ?? 'contact', mention))),
    ...report.figures.map((figure, i) => at(`figure:${i}`, 'figure', figure)),
    ...report.times.map((time, i) => at(`time:${i}`, 'time', time)),
  ].filter(Boolean);
}

const byId = (a, b) => (a.id < b.id ? -1 : 1);

/** The page marks in `text` what the report finds there, and nothing else. */
async function checkMarks(text) {
  await page.paste(text);
  await page.until(() => [...document.querySelectorAll('.piece')].every((piece) => piece.classList.contains('drawn')));
  const marks = (await page.marks()).map(bare);
  const wanted = expected(text);
  assert.ok(wanted.length > 0, 'the report finds nothing in this text');
  assert.deepEqual(marks.sort(byId), wanted.sort(byId));
}

for (const name of ['english', 'german', 'indonesian']) {
  test(`marks of the ${name} example are where the report says`, async () => checkMarks(await example(name)));
}

test('marks are right behind characters of two units and in right-to-left text', () =>
  checkMarks('😀😀 Anna Weber said on 3 May 2021 that 12% were lost.\n\nשלום 25% 👩‍👩‍👧 “We paid 30 euros for it in the end,” Anna Weber said.\n'));

test('text outside the marks is all there, in order', async () => {
  const text = await example('english');
  await page.paste(text);
  const shown = await page.run(() => document.getElementById('article').textContent);
  assert.equal(shown.replaceAll(/\s/g, ''), text.replaceAll(/\s/g, ''));
});

test('a text typed into the box is analysed while it stays there', async () => {
  await page.click('#box');
  await page.press('About 30% of 1,200 people came on 3 May 2021.');
  await page.until(() => /read in/.test(document.getElementById('status').textContent));
  assert.equal(await page.shown('#box'), true);
  await page.click('#read');
  assert.ok((await page.marks()).some(({ kind }) => kind === 'figure'));
});

test('what was cut from the box and pasted again goes straight to the reading view', async () => {
  await page.click('#box');
  await page.press('About 30% of 1,200 people came on 3 May 2021.');
  await page.control('a');
  await page.control('x');
  await page.control('v');
  await page.until(() => !document.getElementById('reading').hidden);
  assert.equal(await page.shown('#box'), false);
  await page.click('#edit');
  assert.equal(await page.run(() => document.getElementById('box').value), 'About 30% of 1,200 people came on 3 May 2021.');
});

/** A click on the first row of a list brings its place into view, marks it, and opens the reasons. */
async function checkRow(list) {
  await page.click(`#tab-${list}`);
  await page.until(() => document.querySelector('#panel .row'));
  const { id, title } = await page.run(() => {
    const row = document.querySelector('#panel .row');
    return { id: row.dataset.id, title: row.querySelector('.title').textContent };
  });
  await page.run(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.click('#panel .row');
  await page.until((chosen) => document.querySelector('#article .chosen')?.dataset.id === chosen, id);
  await page.until(() => {
    const { top, bottom } = document.querySelector('#article .chosen').getBoundingClientRect();
    return top >= 0 && top < innerHeight && bottom > 0;
  });
  assert.equal(await page.shown('#why'), true);
  assert.ok(title.length > 0);
  assert.equal(await page.run(() => document.querySelector('#panel .row').getAttribute('aria-current')), 'true');
  return page.text('#why');
}

test('rows of every list lead to their place and say why', async () => {
  await page.openExample(0);
  assert.match(await checkRow('claims'), /worth checking.*Why.*\+\d/s);
  assert.match(await checkRow('names'), /Confidence.*\(0\.\d\d\)|Mentions/s);
  assert.match(await checkRow('quotes'), /Speaker/);
  assert.match(await checkRow('values'), /Value/);
});

test('a click on a mark opens its reasons and its list; Escape closes them', async () => {
  await page.openExample(0);
  await page.click('#article mark.kind-figure');
  await page.until(() => !document.getElementById('why').hidden);
  assert.match(await page.text('#why'), /Value/);
  await page.until(() => document.getElementById('tab-values').getAttribute('aria-selected') === 'true');
  await page.press(Key.ESCAPE);
  await page.until(() => document.getElementById('why').hidden);
  assert.equal(await page.run(() => document.querySelectorAll('#article .chosen').length), 0);
});

test('a kind that is switched off is not marked, and the keys pass it by', async () => {
  await page.openExample(0);
  const underline = () => page.run(() => getComputedStyle(document.querySelector('#article mark.kind-person')).textDecorationLine);
  assert.equal(await underline(), 'underline');
  await page.click('.switch.kind-person');
  assert.equal(await underline(), 'none');
  await page.run(() => document.getElementById('article').focus());
  for (let i = 0; i < 8; i += 1) {
    const last = await page.text('#why');
    await page.press('j');
    await page.until((before) => document.getElementById('why').textContent !== before, last);
    assert.notEqual(await page.run(() => document.querySelector('#article .chosen').dataset.kind), 'person');
  }
});

test('a text comes back after a reload, and one that was put away can be brought back', async () => {
  const shows = (words) => page.until((text) => document.getElementById('article').textContent.includes(text), words);
  await page.paste('About 30% of 1,200 people came on 3 May 2021.');
  await page.reload();
  await shows('1,200 people');
  await page.paste('Another 40% of 1,300 people went on 4 May 2021.');
  await shows('1,300 people');
  await page.click('#alert .act');
  await shows('1,200 people');
  await page.click('#new');
  assert.equal(await page.shown('#box'), true);
  await page.click('#alert .act');
  await shows('1,200 people');
});

test('a dropped file is read, in the encoding it has', async () => {
  const drop = (bytes) => page.run((values) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(values)], 'report.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, [...bytes]);
  const text = 'Müller zahlte 30 % mehr.';
  await drop(Buffer.from(text, 'latin1'));
  await page.until(() => document.getElementById('article').textContent.includes('Müller zahlte'));
  await drop(Buffer.from(`\ufeff${text} Größe.`, 'utf16le'));
  await page.until(() => document.getElementById('article').textContent.includes('Größe'));
});
