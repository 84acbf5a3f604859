// The switches that show or hide each kind of mark in the text; they are its legend too.
// Enters: counts by kind. Leaves: buttons; tells which kinds are hidden.

import { el } from './dom.js';
import { KIND_WORDS } from './kinds.js';

export class Filters {
  #group;
  #article;
  #hidden = new Set();

  /** `group` holds the switches; `article` gets a class `hide-KIND` for each hidden kind. */
  constructor(group, article) {
    this.#group = group;
    this.#article = article;
  }

  /** Kinds whose marks are hidden. */
  get hidden() {
    return [...this.#hidden];
  }

  /** One switch for each kind that the text has. */
  show(counts) {
    const kinds = Object.keys(KIND_WORDS).filter((kind) => counts[kind] > 0);
    this.#group.replaceChildren(...kinds.map((kind) => this.#button(kind, counts[kind])));
    this.#group.hidden = kinds.length === 0;
  }

  #button(kind, count) {
    const button = el('button', {
      type: 'button', class: `switch kind-${kind}`, 'aria-pressed': String(!this.#hidden.has(kind)), on: { click: () => this.#toggle(kind, button) },
    }, el('span', { class: 'sample' }, KIND_WORDS[kind].many), ' ', el('span', { class: 'count' }, count.toLocaleString('en-GB')));
    return button;
  }

  #toggle(kind, button) {
    if (!this.#hidden.delete(kind)) this.#hidden.add(kind);
    const hidden = this.#hidden.has(kind);
    button.setAttribute('aria-pressed', String(!hidden));
    this.#article.classList.toggle(`hide-${kind}`, hidden);
  }
}
