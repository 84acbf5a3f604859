// The line that says which language the text is in, how sure that is, and lets the reader say otherwise.
// Enters: an overview. Leaves: elements; calls back with a code or null.

import { el } from './dom.js';
import { choices, languageName } from './languages.js';
import { confidenceWords, probability } from '../report/words.js';

/** Fills the line. `chosen` is the reader's own choice or null. */
export function showLanguage(line, { language, passages }, chosen, onChoose) {
  line.replaceChildren(
    el('p', { class: 'language-found' }, ...sentence(language, chosen), ...others(language, passages)),
    picker(language, chosen, onChoose),
  );
}

function sentence(language, chosen) {
  if (chosen) return [el('strong', {}, languageName(chosen)), ', as you chose'];
  if (language.code === 'und') return [el('strong', {}, 'Language undetermined'), ': too little text to tell'];
  const sure = language.reliable ? confidenceWords(language.confidence) : `not reliable, ${confidenceWords(language.confidence)}`;
  return [el('strong', {}, languageName(language.code)), `, ${sure}`];
}

function others(language, passages) {
  const alternatives = language.alternatives.filter(({ confidence }) => confidence >= 0.005).slice(0, 2).map(({ code, confidence }) => `${languageName(code)} ${probability(confidence)}`);
  const inside = [...new Set(passages.map((passage) => languageName(passage.language.code)))];
  return [
    alternatives.length ? el('span', {}, `or ${alternatives.join(', ')}`) : null,
    inside.length ? el('span', {}, `with passages in ${inside.slice(0, 4).join(', ')}`) : null,
    language.support === 'basic' ? el('span', {}, 'basic support: fewer findings') : null,
  ];
}

function picker(language, chosen, onChoose) {
  const option = (code, words) => el('option', { value: code, selected: code === (chosen ?? '') }, words);
  const select = el('select', { id: 'language-choice', on: { change: () => onChoose(select.value || null) } },
    option('', 'what was detected'), choices(language).map((code) => option(code, languageName(code))));
  return el('label', { class: 'language-choice' }, el('span', {}, 'Read as '), select);
}
