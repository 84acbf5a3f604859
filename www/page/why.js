// The panel that says why a finding is one.
// Enters: a finding's detail. Leaves: elements; calls back to go to another place or to close.

import { el } from './dom.js';

export class Why {
  #panel;
  #onGo;
  #onClose;

  /** `onGo(id)` follows a click on another place of the finding, `onClose()` one on the cross or Escape. */
  constructor(panel, { onGo, onClose }) {
    this.#panel = panel;
    this.#onGo = onGo;
    this.#onClose = onClose;
    panel.addEventListener('keydown', (event) => event.key === 'Escape' && this.#onClose());
  }

  get isOpen() {
    return !this.#panel.hidden;
  }

  show(detail) {
    const { kind, heading, text, facts, reasons } = detail;
    this.#panel.className = `why kind-${kind}`;
    this.#panel.replaceChildren(
      el('header', {},
        el('h2', { id: 'why-heading', tabindex: '-1' }, el('span', { class: 'sample' }, heading)),
        this.#places(detail),
        el('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', on: { click: () => this.#onClose() } }, '×')),
      el('p', { class: 'why-text', dir: 'auto' }, text),
      facts.length ? el('dl', {}, facts.map(([label, value]) => el('div', {}, el('dt', {}, label), el('dd', { dir: 'auto' }, value)))) : '',
      reasons.length ? el('h3', {}, 'Why') : '',
      reasons.length ? reasonList(reasons) : '',
      detail.score === undefined ? '' : el('p', { class: 'fine-print' },
        'The sum of the weights, brought between 0 and 1, is the score: how much the sentence is worth checking. It says nothing of whether it is true.'),
    );
    this.#panel.hidden = false;
    this.#panel.scrollTop = 0;
  }

  hide() {
    this.#panel.hidden = true;
  }

  focus() {
    this.#panel.querySelector('#why-heading')?.focus();
  }

  #places({ places, place }) {
    if (places.length < 2) return '';
    const go = (by, sign, words) => el('button', {
      type: 'button', class: 'quiet', 'aria-label': words, disabled: !places[place + by], on: { click: () => this.#onGo(places[place + by]) },
    }, sign);
    return el('span', { class: 'places' }, go(-1, '‹', 'Previous place'), `${place + 1} of ${places.length}`, go(1, '›', 'Next place'));
  }
}

function reasonList(reasons) {
  const strongest = Math.max(...reasons.map(({ weight }) => Math.abs(weight ?? 0)));
  return el('ul', { class: 'reasons' }, reasons.map(({ words, text, weight }) => el('li', {},
    el('span', { class: 'reason' }, words, text && el('q', { dir: 'auto' }, text)),
    weight === undefined ? '' : weightBar(weight, strongest))));
}

/** A weight as a bar to the right (raises the score) or left (lowers it) of a middle line, and as a number. */
function weightBar(weight, strongest) {
  const bar = el('span', { class: `weight-bar ${weight < 0 ? 'lowers' : 'raises'}`, 'aria-hidden': 'true' });
  bar.style.setProperty('--weight', (Math.abs(weight) / (strongest || 1)).toFixed(3));
  return el('span', { class: 'weight' }, bar, `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`);
}
