// How fast the module is in a browser: the articles of tests/articles in, times per text and per byte out.
// scripts/bench runs it; it prints, and judges nothing.
//
// The texts are the articles' own sentences in an order of chance, always the same one, so that a large text is no
// small one over and over, which a cache or a branch predictor would learn. What stands around an article, its menus and
// notices, stays around it: in the middle of a text it would end the article, and leave little to be read closely.

import { readdir, readFile } from 'node:fs/promises';
import { openBrowser } from './driver.mjs';

const ARTICLE = 10_000;
const MANY = 60;
const LONG = 120;
const PARAGRAPH = 4;
// The browser compiles a function anew once it has run often; before that it is slower by half.
const WARM_UP = 60;
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

/**
 * About `size` bytes of UTF-8: what stands above an article, all the sentences in one order, then all of them in
 * another, in paragraphs, and what stands below the article.
 */
function compose({ above, sentences, below }, size, random) {
  const parts = [above];
  let bytes = Buffer.byteLength(above) + Buffer.byteLength(below);
  while (bytes < size) {
    for (const sentence of shuffle([...sentences], random)) {
      const part = sentence + (parts.length % PARAGRAPH ? ' ' : '\n\n');
      parts.push(part);
      bytes += Buffer.byteLength(part);
      if (bytes >= size) break;
    }
  }
  return `${parts.join('')}\n\n${below}`;
}

/**
 * Each article: its sentences by a plain rule, as here it does not matter where exactly one ends, and what stands around
 * them. Paragraphs of some length are the article. The folder's name begins with the language.
 */
async function readArticles() {
  const folders = (await readdir(articles, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    folders.map(async ({ name }) => {
      const text = await readFile(new URL(`${name}/article.txt`, articles), 'utf8');
      const paragraphs = text.trim().split(/\n\s*\n/);
      const long = (paragraph) => Buffer.byteLength(paragraph) >= LONG;
      const [first, last] = [paragraphs.findIndex(long), paragraphs.findLastIndex(long)];
      const body = paragraphs.slice(first, last + 1).filter(long);
      const sentences = body.flatMap((paragraph) => paragraph.split(/(?<=[.!?…]["”»]?)\s+(?=\S)|(?<=[。！？]["”»]?)(?=\S)/));
      const around = (part) => part.map((paragraph) => `${paragraph}\n\n`).join('');
      const [above, below] = [around(paragraphs.slice(0, first)), around(paragraphs.slice(last + 1))];
      return { name, language: name.split('-')[0], above, sentences, below };
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
  const capabilities = await browser.getCapabilities();
  console.log(`In ${capabilities.getBrowserName()} ${capabilities.getBrowserVersion()}, after warm-up, with the report as an object.`);

  console.log(`\nAn article of ${ARTICLE / 1000} kB (fastest, median and slowest of 30):`);
  for (const article of all) {
    const times = await time(compose(article, ARTICLE, chance()), WARM_UP, 30);
    const told = [times[0], times[15], times[29]].map((time) => `${time.toFixed(1).padStart(7)} ms`);
    console.log(`  ${article.name.padEnd(16)} ${told.join(' ')}`);
  }

  console.log('\nBy size (median), the sentences of all the articles in one language:');
  for (const language of new Set(all.map((article) => article.language))) {
    const sentences = all.filter((article) => article.language === language).flatMap((article) => article.sentences);
    // Of fewer sentences, even 100 kB would say the same thing over and over.
    if (sentences.length < MANY) continue;
    let first;
    for (const size of SIZES) {
      const text = compose({ above: '', sentences, below: '' }, size, chance());
      const rounds = Math.max(3, Math.min(31, Math.round(3e6 / size)));
      const times = await time(text, size <= 100_000 ? 10 : 1, rounds);
      const median = times[rounds >> 1];
      const perByte = (median * 1e6) / Buffer.byteLength(text);
      first ??= perByte;
      console.log(
        `  ${language} ${String(size / 1000).padStart(6)} kB ${median.toFixed(1).padStart(9)} ms ${perByte.toFixed(0).padStart(6)} ns/byte  ${(perByte / first).toFixed(2)} × the first`,
      );
    }
  }
} finally {
  await browser.quit();
}
