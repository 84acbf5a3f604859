// The ways a text comes in: typed, pasted, dropped, opened.
// Enters: events. Leaves: calls back with the text. Knows nothing of reports.

import { readText } from './files.js';
import { isPage, readPage } from './html.js';

/** Milliseconds after the last key before the text is analysed. */
const PAUSE = 400;
/** A text box lays out all of its text at once: longer texts go past it, straight to the reading view. */
const BOX_LENGTH = 200_000;
const BOX_LINES = 5_000;

/** Whether a text is more than a text box can show without the page standing still. */
export function isLong(text) {
  if (text.length > BOX_LENGTH) return true;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= BOX_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines > BOX_LINES;
}

/**
 * Listens for text. `onEdit(text)` follows typing, `onWhole(text, source, links)` a text that stands for itself: pasted
 * into an empty box or past it, dropped, opened; of a web page its text, with the places of its links. `onFail(message)` says why a file could not be read.
 */
export function listen({ box, opener, page }, { onEdit, onWhole, onFail }) {
  let timer = 0;
  let replacesAll = false;
  const edited = () => {
    clearTimeout(timer);
    onEdit(box.value);
  };
  const whole = (text, source, page = isPage(text)) => {
    if (!page) return onWhole(text, source);
    const read = readPage(text);
    onWhole(read.text, `the text of ${source}`, read.links);
  };
  const open = async (file) => {
    try {
      const { text, encoding } = await readText(file);
      const page = isPage(text) || /\.x?html?$/i.test(file.name);
      whole(text, encoding === 'utf-8' ? file.name : `${file.name}, read as ${encoding}`, page);
    } catch (error) {
      onFail(error.message);
    }
  };

  box.addEventListener('input', (event) => {
    clearTimeout(timer);
    if (event.inputType !== 'insertFromPaste') timer = setTimeout(edited, PAUSE);
    else if (replacesAll) onWhole(box.value, 'the clipboard');
    else edited();
  });

  page.addEventListener('paste', (event) => {
    clearTimeout(timer);
    const inBox = event.target === box;
    if (!inBox && event.target.closest?.('input, textarea, select')) return;
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const { selectionStart, selectionEnd, value } = box;
    replacesAll = !inBox || (selectionStart === 0 && selectionEnd === value.length);
    const page = replacesAll && isPage(pasted);
    if (pasted === '' || (inBox && !page && !isLong(pasted))) return;
    event.preventDefault();
    if (replacesAll) whole(pasted, 'the clipboard', page);
    else onWhole(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd), 'the clipboard');
  });

  opener.addEventListener('change', () => {
    const [file] = opener.files;
    if (file) open(file);
    opener.value = '';
  });

  page.addEventListener('dragover', (event) => {
    event.preventDefault();
    page.body.classList.add('dropping');
  });
  page.addEventListener('dragleave', (event) => event.relatedTarget ?? page.body.classList.remove('dropping'));
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    page.body.classList.remove('dropping');
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData('text/plain');
    if (file) open(file);
    else if (text) whole(text, 'what you dropped');
  });
}
