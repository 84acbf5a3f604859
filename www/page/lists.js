// The side lists: one tab each, a page of rows at a time.
// Enters: a report to ask for rows. Leaves: elements; calls back when a row is chosen.

import { el, rove } from './dom.js';
import { probability } from '../report/words.js';

const LISTS = { claims: 'Claims', names: 'Names', quotes: 'Quotes', values: 'Figures', notes: 'Notes' };
const EMPTY = {
  claims: 'No statement found that could be checked.', names: 'No names found.', quotes: 'No quotes found.',
  values: 'No figures or times found.', notes: 'Nothing odd found in the wording or the sums.',
};
/** Rows that come at once, and with each "show more". */
const PAGE = 60;

/** The list in which a finding of that kind stands. */
export function listOfKind(kind) {
  return { claim: 'claims', quote: 'quotes', note: 'notes', figure: 'values', time: 'values' }[kind] ?? 'names';
}

export class Lists {
  #tabs;
  #panel;
  #onChoose;
  #onOpen;
  #report = null;
  #current = 'claims';
  #chosen = null;

  /** `tabs` and `panel` are filled; `onChoose(id)` follows a click on a row, `onOpen(list)` one on a tab. */
  constructor(tabs, panel, { onChoose, onOpen }) {
    this.#tabs = tabs;
    this.#panel = panel;
    this.#onChoose = onChoose;
    this.#onOpen = onOpen;
    tabs.addEventListener('keydown', (event) => this.#moveTab(event));
    panel.addEventListener('keydown', (event) => this.#moveRow(event));
  }

  /** Shows a new report in the list that is open. */
  async show(report) {
    this.#report = report;
    this.#chosen = null;
    this.#tabs.replaceChildren(...Object.keys(LISTS).map((list) => this.#tab(list)));
    await this.open(this.#current);
  }

  /** Opens a list; resolves when its first rows are there. */
  async open(list) {
    this.#current = list;
    for (const tab of this.#tabs.children) {
      const open = tab.dataset.list === list;
      tab.setAttribute('aria-selected', String(open));
      tab.tabIndex = open ? 0 : -1;
      if (open) this.#panel.setAttribute('aria-labelledby', tab.id);
    }
    const rows = el('ol', { class: `rows ${list}` });
    this.#panel.replaceChildren(this.#total(list) === 0 ? el('p', { class: 'nothing' }, EMPTY[list]) : rows);
    this.#panel.scrollTop = 0;
    await this.#more(rows, list);
  }

  /** Marks the row that leads to a finding, in the open list, where it is drawn. */
  choose(id) {
    this.#chosen = id;
    const same = (key) => id !== null && key.split(':').slice(0, 2).join(':') === id.split(':').slice(0, 2).join(':');
    for (const row of this.#rows()) {
      const chosen = same(row.dataset.id);
      row.setAttribute('aria-current', String(chosen));
      if (chosen) row.scrollIntoView({ block: 'nearest' });
    }
  }

  #total(list) {
    return this.#report.overview.lists[list];
  }

  #tab(list) {
    const { counts } = this.#report.overview;
    const count = list === 'claims' ? counts.claim : this.#total(list);
    return el('button', {
      type: 'button', role: 'tab', id: `tab-${list}`, 'aria-controls': 'panel', 'aria-selected': 'false', data: { list },
      on: { click: () => { this.open(list); this.#onOpen(list); } },
    }, LISTS[list], ' ', el('span', { class: 'count' }, count.toLocaleString('en-GB')));
  }

  async #more(list, name) {
    const report = this.#report;
    const from = list.children.length;
    const rows = await report.rows(name, from, PAGE).catch(() => []);
    if (report !== this.#report || this.#current !== name || rows.length === 0) return;
    list.append(...rows.map((row) => this.#row(row)));
    if (from === 0) list.querySelector('button').tabIndex = 0;
    const left = this.#total(name) - list.children.length;
    this.#panel.querySelector('.more')?.remove();
    if (left > 0) {
      const more = el('button', { type: 'button', class: 'more' }, `Show ${Math.min(PAGE, left)} more of ${left.toLocaleString('en-GB')}`);
      more.addEventListener('click', async () => {
        const next = list.children.length;
        await this.#more(list, name);
        list.children[next]?.querySelector('button').focus();
      });
      this.#panel.append(more);
    }
    this.choose(this.#chosen);
  }

  #row({ id, kind, title, label, details, score, count, weak }) {
    const facts = [label, ...details].filter(Boolean);
    return el('li', {}, el('button', {
      type: 'button', class: `row kind-${kind}${weak ? ' weak' : ''}`, tabindex: '-1', data: { id }, on: { click: () => this.#onChoose(id) },
    },
    el('span', { class: 'title', dir: 'auto' }, title),
    count > 1 && el('span', { class: 'count', 'aria-label': `${count} mentions` }, `×${count}`),
    el('span', { class: 'facts' }, score === undefined ? null : scoreBar(score), facts.join(' · '))));
  }

  #rows() {
    return [...this.#panel.querySelectorAll('.row')];
  }

  #moveTab(event) {
    const tabs = [...this.#tabs.children];
    const to = moved(tabs, event, { ArrowRight: 1, ArrowLeft: -1 });
    if (!to) return;
    event.preventDefault();
    rove(tabs, to);
    to.click();
  }

  #moveRow(event) {
    const rows = this.#rows();
    const to = moved(rows, event, { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 });
    if (!to) return;
    event.preventDefault();
    rove(rows, to);
  }
}

/** The element to which a key leads from the focused one of a group. */
function moved(elements, { key, ctrlKey, metaKey, altKey }, steps) {
  const at = elements.indexOf(document.activeElement);
  if (at < 0 || ctrlKey || metaKey || altKey) return undefined;
  if (key === 'Home') return elements[0];
  if (key === 'End') return elements.at(-1);
  return key in steps ? elements[at + steps[key]] : undefined;
}

/** A score as a short bar with its number. */
function scoreBar(score) {
  const bar = el('span', { class: 'score-bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--score', score.toFixed(3));
  return el('span', { class: 'score' }, bar, probability(score), ' ');
}
