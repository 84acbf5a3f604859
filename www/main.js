// Puts the page together: text in, analysis by the worker, findings out.

import { Analyser } from './page/analyser.js';
import { Article } from './page/article.js';
import { byId } from './page/dom.js';
import { exampleButtons } from './page/examples.js';
import { copy, save } from './page/export.js';
import { Filters } from './page/filters.js';
import { isLong, listen } from './page/input.js';
import { keep, kept } from './page/keep.js';
import { moveThroughFindings } from './page/keys.js';
import { showLanguage } from './page/language-line.js';
import { listOfKind, Lists } from './page/lists.js';
import { Messages } from './page/messages.js';
import { Why } from './page/why.js';
import { startWorker } from './page/worker-url.js';

const box = byId('box');
const messages = new Messages({ status: byId('status'), alert: byId('alert'), stop: byId('stop'), main: byId('main'), announcer: byId('announcer') });
const analyser = new Analyser(startWorker, () => messages.fail({ code: 'crashed' }, state.text, analyse));
const article = new Article(byId('article'), (id) => choose(id, 'text'));
const filters = new Filters(byId('filters'), byId('article'));
const lists = new Lists(byId('tabs'), byId('panel'), { onChoose: (id) => choose(id, 'list'), onOpen: () => showPane('lists') });
const why = new Why(byId('why'), { onGo: (id) => choose(id, 'why'), onClose: closeWhy });

/** Characters shown of a text that is not analysed yet, or cannot be. */
const PREVIEW = 4000;

/** What the page shows. `links` are those of the web page that the text is of; `language` is the reader's own choice or null; `chosen` the finding whose reasons are open. */
const state = { text: '', links: [], language: null, report: null, chosen: null, inBox: '' };

/** Analyses the text as it is now; whatever was asked before is superseded. */
async function analyse() {
  const { text, links, language } = state;
  keep({ text, links, language });
  if (text === '') return forget();
  messages.busy(text);
  try {
    const report = await analyser.analyse(text, { ...(language && { language }), ...(links.length && { links: Uint32Array.from(links) }) });
    await show(report);
  } catch (error) {
    if (error.code === 'superseded') return;
    state.report = null;
    messages.fail(error, text, analyse);
    if (isLong(text)) render();
    else setView('compose');
  }
}

async function show(report) {
  state.report = report;
  closeWhy();
  filters.show(report.overview.counts);
  showLanguage(byId('language'), report.overview, state.language, chooseLanguage);
  render();
  await Promise.all([article.show(state.text, report), lists.show(report)]);
  if (report === state.report) messages.done(state.text, report.overview);
}

function forget() {
  analyser.stop();
  state.report = null;
  messages.clear();
  setView('compose');
}

function chooseLanguage(code) {
  state.language = code;
  analyse().then(() => byId('language-choice')?.focus());
}

/** A text that stands for itself replaces the one before, which can be brought back. */
function openText(text, source, links = []) {
  const { text: before, links: linksBefore } = state;
  state.text = text;
  state.links = links;
  state.language = null;
  state.report = null;
  closeWhy();
  setView(text === '' ? 'compose' : 'read');
  analyse();
  if (before.trim() !== '' && before !== text) messages.offer(`The text is now ${source}.`, 'Bring back the one before', () => openText(before, 'the one before', linksBefore));
}

function setView(view) {
  if (view === 'compose' && state.inBox !== state.text) {
    box.value = state.text;
    state.inBox = state.text;
  }
  document.body.dataset.view = view;
  showPane('text');
  render();
}

function showPane(pane) {
  document.body.dataset.pane = pane;
}

function render() {
  const { view } = document.body.dataset;
  const ready = state.report !== null;
  byId('compose').hidden = view !== 'compose';
  byId('reading').hidden = view !== 'read' || !ready;
  byId('preview').hidden = view !== 'read' || ready;
  byId('preview').textContent = byId('preview').hidden ? '' : state.text.slice(0, PREVIEW);
  byId('side').hidden = !ready;
  byId('actions').hidden = state.text === '';
  byId('read').hidden = view !== 'compose';
  byId('edit').hidden = view === 'compose';
  byId('copy').hidden = !ready;
  byId('save').hidden = !ready;
}

/** Opens the reasons of a finding and shows its place; `from` says where it was chosen: text, list, why or keys. */
async function choose(id, from) {
  const { report } = state;
  const detail = await report?.detail(id).catch(() => null);
  if (!detail || report !== state.report) return;
  if (from !== 'text' && document.body.dataset.view === 'compose') setView('read');
  state.chosen = detail;
  if (from !== 'text') showPane('text');
  const mark = await article.choose(detail, { scroll: from !== 'text' });
  why.show(detail);
  if (from === 'text' || from === 'keys') {
    mark?.focus({ preventScroll: true });
    const list = listOfKind(detail.kind);
    await lists.open(list);
  }
  lists.choose(id);
  if (from === 'why') why.focus();
  messages.announce(`${detail.heading}: ${detail.text}`);
}

function closeWhy() {
  const mark = state.chosen && byId('article').querySelector(`[data-id="${CSS.escape(state.chosen.id)}"]`);
  if (why.isOpen && byId('why').contains(document.activeElement)) (mark ?? byId('article')).focus({ preventScroll: true });
  why.hide();
  article.clear();
  lists.choose(null);
  state.chosen = null;
}

listen({ box, opener: byId('opener'), page: document }, {
  onEdit(text) {
    state.text = text;
    state.links = [];
    state.inBox = text;
    analyse();
    render();
  },
  onWhole: openText,
  onFail: (message) => messages.warn(message),
});

moveThroughFindings(byId('article'), {
  step: (by) => state.report?.step(state.chosen ? { id: state.chosen.id } : { offset: article.offsetInView() }, by, filters.hidden)
    .then((finding) => finding && choose(finding.id, 'keys'), () => {}),
  enter: () => why.isOpen && why.focus(),
  leave: closeWhy,
});

byId('examples').append(...exampleButtons((text) => openText(text, 'the example'), (message) => messages.warn(message)));
byId('read').addEventListener('click', () => setView('read'));
byId('show-text').addEventListener('click', () => showPane('text'));
byId('new').addEventListener('click', () => openText('', 'empty'));
byId('edit').addEventListener('click', () => {
  setView('compose');
  box.focus();
  if (isLong(state.text)) messages.tell('A text of this length is slow to edit.');
});
byId('copy').addEventListener('click', async () => {
  const text = await state.report.summary().catch(() => null);
  messages.tell(text !== null && await copy(text) ? 'Findings copied.' : 'The browser did not allow copying.');
});
byId('save').addEventListener('click', async () => {
  const json = await state.report.json().catch(() => null);
  if (json) save(json, 'report.json');
});
byId('stop').addEventListener('click', () => analyser.stop());

analyser.prepare();
const before = kept();
if (before) {
  state.text = before.text;
  state.links = before.links ?? [];
  state.language = before.language ?? null;
  setView('read');
  analyse();
}
