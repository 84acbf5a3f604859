// Texts that hang or kill other tools: each gives a report or a clear message, and the page goes on working.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPage } from './page.mjs';

let page;
before(async () => {
  page = await openPage();
  page.patience = 240_000;
});
after(() => page?.close());

/**
 * Milliseconds for which the page may stand still on a machine that has nothing else to do. To lay all of such a text
 * out at once takes several times that.
 */
const STILL = 1000;

/** How many times longer work takes now than it would on an idle machine: wall time by processor time, 1 or more. */
function slowdown() {
  const wall = performance.now();
  const before = process.cpuUsage();
  let spent = 0;
  while (spent < 50) {
    const { user, system } = process.cpuUsage(before);
    spent = (user + system) / 1000;
  }
  return Math.max(1, (performance.now() - wall) / spent);
}

/** Keeps the longest time for which the page did nothing. */
const watch = () => page.run(() => {
  let last = performance.now();
  window.still = 0;
  window.watch = setInterval(() => {
    const now = performance.now();
    window.still = Math.max(window.still, now - last);
    last = now;
  }, 50);
});
const unwatch = () => page.run(() => {
  clearInterval(window.watch);
  return window.still;
});

function checkStill(still, times = slowdown()) {
  assert.ok(still < STILL * times, `the page stood still for ${Math.round(still)} ms, on a machine ${times.toFixed(1)} times slower than idle`);
}

/** Pastes the text that an expression makes: how that ends, and the longest time for which the page stood still. */
async function paste(expression) {
  await page.load();
  await page.run(`window.made = ${expression};`);
  const before = slowdown();
  await watch();
  const outcome = await page.pasteMade('window.made');
  const still = await unwatch();
  checkStill(still, Math.max(before, slowdown()));
  return { ...outcome, still };
}

/** The text gives a report or an alert that matches; afterwards a short text is analysed as ever. */
async function checkEndured(expression, wanted = /read in/) {
  const { status, alert, still } = await paste(expression);
  assert.match(`${status} ${alert}`, wanted);
  await page.paste('About 30% of 1,200 people came on 3 May 2021.');
  await page.until(() => document.querySelector('#article mark.kind-figure'));
  assert.deepEqual(await page.problems(), []);
  return still;
}

const sentences = (length) => `(() => {
  const one = 'Anna Weber of Calder Line said on 3 May 2021 that “about 30% of 1,200 people” came to Port Arlen. ';
  let text = '';
  for (let i = 0; text.length < ${length}; i += 1) text += one.replace('30', i % 97) + (i % 4 === 3 ? '\\n\\n' : '');
  return text;
})()`;

const ENDURED = {
  'a megabyte of one character': `'x'.repeat(1_000_000)`,
  'a megabyte without a space': `'Abc1,de.f'.repeat(111_112)`,
  'a hundred thousand dots': `'.'.repeat(100_000)`,
  'a hundred thousand opening quotes': `'“'.repeat(100_000)`,
  'a hundred thousand straight quotes': `'"'.repeat(100_000)`,
  'a hundred thousand brackets': `'('.repeat(100_000)`,
  'NULs': `'\\0'.repeat(100_000) + ' a \\0 b'`,
  'emoji': `'👩‍👩‍👧‍👦 😀'.repeat(20_000)`,
  'right-to-left letters': `'שלום עולם. مرحبا بالعالم. '.repeat(10_000)`,
  'a hundred thousand combining marks': `'e' + '\\u0301'.repeat(100_000)`,
  'a hundred thousand line breaks': `'\\n'.repeat(100_000)`,
  'a hundred thousand lines': `'a\\n'.repeat(100_000)`,
  'lone surrogates': `'\\ud83d a \\ude00 12% '.repeat(5_000)`,
  'digits without an end': `'1234567890'.repeat(50_000)`,
  'five megabytes': sentences(5_000_000),
};

for (const [name, expression] of Object.entries(ENDURED)) {
  test(name, async (t) => {
    t.diagnostic(`stood still for ${Math.round(await checkEndured(expression))} ms`);
  });
}

test('more than is taken at once is refused with the limit, and kept', async () => {
  await checkEndured(`'word '.repeat(14_000_000)`, /too long.*at most \d+ MB.*is kept/);
});

test('nothing at all, and white space alone', async () => {
  await page.load();
  await page.click('#box');
  await page.press(' ');
  await page.until(() => /read in/.test(document.getElementById('status').textContent));
  await page.run(() => {
    const box = document.getElementById('box');
    box.value = '';
    box.dispatchEvent(new Event('input'));
  });
  await page.until(() => document.getElementById('side').hidden);
  assert.equal(await page.shown('#box'), true);
  await page.pasteMade(`' \\t\\n'`);
  assert.deepEqual(await page.problems(), []);
});

test('ten megabytes are read and can be scrolled, and their lists go on', async () => {
  const { status } = await paste(sentences(10_000_000));
  assert.match(status, /read in/);
  await watch();
  await page.run(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.until(() => [...document.querySelectorAll('.piece')].at(-1).classList.contains('drawn'));
  await page.run(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await page.until(() => {
    const piece = document.elementFromPoint(innerWidth / 4, innerHeight / 2).closest('.piece');
    return piece?.classList.contains('drawn') && piece.textContent.length > 1000;
  });
  checkStill(await unwatch());
  await page.click('#tab-values');
  await page.until(() => document.querySelector('#panel .more'));
  await page.click('#panel .more');
  await page.until(() => document.querySelectorAll('#panel .row').length > 100);
});
