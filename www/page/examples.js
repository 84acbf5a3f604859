// The built-in examples: reports written for this page; people, firms and places in them are invented.

import { el } from './dom.js';

const EXAMPLES = [
  { file: 'english.txt', lang: 'en', language: 'English', title: 'Cracked ramps on the ferries' },
  { file: 'german.txt', lang: 'de', language: 'German', title: 'Hacker legen Fernwärme lahm' },
  { file: 'indonesian.txt', lang: 'id', language: 'Indonesian', title: 'Tanggul Kali Werang jebol' },
];

/** A button for each example; `onOpen(text)` gets its text, `onFail(message)` says why not. */
export function exampleButtons(onOpen, onFail) {
  return EXAMPLES.map(({ file, lang, language, title }) => el('li', {}, el('button', {
    type: 'button', class: 'example', on: { click: () => fetchText(file).then(onOpen, (error) => onFail(error.message)) },
  }, el('span', { class: 'example-language' }, language), el('span', { lang }, title))));
}

async function fetchText(file) {
  const answer = await fetch(new URL(`../examples/${file}`, import.meta.url)).catch(() => null);
  if (!answer?.ok) throw new Error('The example could not be loaded. Paste a text of your own, or try again.');
  return answer.text();
}
