// Web pages as input: their text is read, and nothing in them runs.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, beforeEach, test } from 'node:test';
import { openPage } from './page.mjs';

let page;
before(async () => { page = await openPage(); });
after(() => page?.close());
beforeEach(() => page.load());

const NEWS = `<!DOCTYPE html><html lang="en"><head><title>Ferry news</title>
<script>document.title = 'ran'; window.ran = true</script></head><body onload="window.ran = true">
<nav><ul><li><a href="/a">Harbour and coast reports</a></li><li><a href="/b">Letters from our readers</a></li></ul></nav>
<h1>Ferry line to close two routes</h1>
<p>Calder Line said on Tuesday that it would close two of its nine routes because 1,200 fewer passengers came each week.</p>
<img src="/missing.png" onerror="window.ran = true"><p>The <b>mayor</b> of Port Arlen called it “a mistake that will cost us dearly”.</p>
<button onclick="window.ran = true">Share this story</button></body></html>`;

const drop = (name, text) => page.run((name, text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], name, { type: 'text/html' }));
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}, name, text);

/** The page shows the text of NEWS, with its menu as page chrome, and nothing of it ran. */
async function checkNews() {
  await page.until(() => document.getElementById('article').textContent.includes('close two of its nine routes'));
  const seen = await page.run(() => ({
    ran: window.ran ?? document.title === 'ran',
    text: document.getElementById('article').textContent,
    chrome: [...document.querySelectorAll('#article .boilerplate')].map((block) => block.textContent).join(' '),
    foreign: document.querySelectorAll('#article :is(img, script, button, a[href])').length,
  }));
  assert.equal(seen.ran, false);
  assert.equal(seen.foreign, 0);
  assert.doesNotMatch(seen.text, /<p>|window\.ran|Ferry news/);
  assert.match(seen.chrome, /Letters from our readers/);
  assert.match(seen.chrome, /Share this story/);
  assert.doesNotMatch(seen.chrome, /Calder Line|mayor/);
}

test('a dropped page is read as its text', async () => {
  await drop('ferry.html', NEWS);
  await checkNews();
  await page.reload();
  await checkNews();
});

test('the pasted source of a page is read as its text', async () => {
  await page.paste(NEWS);
  await checkNews();
});

test('an article about HTML stays as it is', async () => {
  await page.paste('The tag <html> opens a page, <b>said</b> Anna Weber.');
  await page.until(() => document.getElementById('article').textContent.includes('<html>'));
});

test('pages read as the command line reads them', async () => {
  const cases = JSON.parse(await readFile(new URL('../html/cases.json', import.meta.url), 'utf8'));
  assert.ok(cases.length > 10);
  // What is kept over a reload is what was read; nothing is kept of nothing.
  for (const { name, source, text, links } of cases.filter((one) => one.text !== '')) {
    await drop('case.html', source);
    const kept = await page.until((expected) => {
      const value = JSON.parse(sessionStorage.getItem('article-analyser'));
      return value?.text === expected && value;
    }, text);
    const told = links.map((_, i) => text.slice(kept.links[2 * i], kept.links[2 * i + 1]));
    assert.deepEqual([told, kept.links.length], [links, 2 * links.length], name);
  }
});
