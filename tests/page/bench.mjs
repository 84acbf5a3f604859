// How fast the module is in a browser: the articles of tests/articles in, times per text and per byte out.
// scripts/bench runs it; it prints, and judges nothing.
//
// The texts are the articles' own paragraphs in an order of chance, always the same one, so that a large text is no
// small one over and over, which a cache or a branch predictor would learn.

import { readdir, readFile } from 'node:fs/promises';
import { openBrowser } from './driver.mjs';

const ARTICLE = 10_000;
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
const articles = new URL('../articles/', import.meta.url);

/** Numbers from 0 to 1, the same ones at each run (a linear congruential generator, Numerical Recipes' constants). */
function chance(seed = 1) {
  return () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

/** Shuffled in place (Fisher and Yates). */
function shuffle(items, random) {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}

/** About `size` bytes of UTF-8 in paragraphs of one to five sentences, each round of the sentences in another order. */
function compose(sentences, size, random) {
  const parts = [];
  let bytes = 0;
  while (bytes < size) {
    for (const sentence of shuffle([...sentences], random)) {
      const part = sentence + (random() < 0.3 ? '\n\n' : ' ');
      parts.push(part);
      bytes += Buffer.byteLength(part);
      if (bytes >= size) break;
    }
  }
  return parts.join('');
}

/** The sentences of each article, by a plain rule: here it does not matter where exactly one ends. */
async function readArticles() {
  const folders = (await readdir(articles, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    folders.map(async ({ name }) => {
      const text = await readFile(new URL(`${name}/article.txt`, articles), 'utf8');
      return { name, sentences: text.split(/(?<=[.!?…。！？]["”»]?)\s+|\n+/).filter((sentence) => sentence.trim()) };
    }),
  );
}

/** Runs in the page: the milliseconds of each of `rounds` analyses, after `warmUp` others. */
function measure(module, text, warmUp, rounds, done) {
  import(module)
    .then(async ({ default: init, analyse }) => {
      window.ready ??= init();
      await window.ready;
      const times = [];
      for (let round = -warmUp; round < rounds; round += 1) {
        const start = performance.now();
        analyse(text);
        if (round >= 0) times.push(performance.now() - start);
      }
      done({ times });
    })
    .catch((error) => done({ error: String(error?.stack ?? error) }));
}

const base = process.env.BASE_URL;
if (!base) throw new Error('BASE_URL is not set: run scripts/bench');
const module = new URL('pkg/article_analyser.js', base).href;
const browser = await openBrowser();
try {
  await browser.manage().setTimeouts({ script: 600_000 });
  // The module's own file as the document: of the same origin, and without a page that takes its share of the time.
  await browser.get(module);
  const time = async (text, warmUp, rounds) => {
    const { times, error } = await browser.executeAsyncScript(measure, module, text, warmUp, rounds);
    if (error) throw new Error(`the module failed: ${error}`);
    return times.sort((a, b) => a - b);
  };
  const all = await readArticles();
  const name = `${(await browser.getCapabilities()).getBrowserName()} ${(await browser.getCapabilities()).getBrowserVersion()}`;

  console.log(`An article of ${ARTICLE / 1000} kB in ${name}, after warm-up (median and slowest of 30, with the report as an object):`);
  for (const { name: article, sentences } of all) {
    const times = await time(compose(sentences, ARTICLE, chance()), 10, 30);
    console.log(`  ${article.padEnd(28)} ${times[15].toFixed(1).padStart(7)} ms ${times[29].toFixed(1).padStart(7)} ms`);
  }

  console.log('Sentences of all the articles, by size (median):');
  const sentences = all.flatMap((article) => article.sentences);
  let first;
  for (const size of SIZES) {
    const text = compose(sentences, size, chance());
    const rounds = Math.max(3, Math.min(31, Math.round(3e6 / size)));
    const times = await time(text, size <= 100_000 ? 10 : 1, rounds);
    const median = times[rounds >> 1];
    const perByte = (median * 1e6) / Buffer.byteLength(text);
    first ??= perByte;
    console.log(
      `  ${String(size / 1000).padStart(6)} kB ${median.toFixed(1).padStart(9)} ms ${perByte.toFixed(0).padStart(6)} ns/byte  ${(perByte / first).toFixed(2)} × the first`,
    );
  }
} finally {
  await browser.quit();
}
