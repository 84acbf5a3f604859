// What the page says about its own work: a quiet status line, and alerts that stay until dealt with.

import { el } from './dom.js';

/** Milliseconds before a run is worth mentioning, and before it can be stopped by hand. */
const MENTION = 150;
const STOPPABLE = 1500;

const size = (text) => `${text.length.toLocaleString('en-GB')} characters`;

export class Messages {
  #status;
  #alert;
  #stop;
  #main;
  #announcer;
  #timers = [];

  constructor({ status, alert, stop, main, announcer }) {
    this.#status = status;
    this.#alert = alert;
    this.#stop = stop;
    this.#main = main;
    this.#announcer = announcer;
  }

  /** An analysis has begun. */
  busy(text) {
    this.#idle();
    this.#alert.replaceChildren();
    this.#main.setAttribute('aria-busy', 'true');
    this.#timers = [
      setTimeout(() => { this.#status.textContent = `Reading ${size(text)} …`; }, MENTION),
      setTimeout(() => { this.#stop.hidden = false; }, STOPPABLE),
    ];
  }

  done(text, { milliseconds }) {
    this.#idle();
    const spent = milliseconds < 1000 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
    this.#status.textContent = `${size(text)}, read in ${spent}`;
  }

  clear() {
    this.#idle();
    this.#status.textContent = '';
    this.#alert.replaceChildren();
  }

  /** Says something that the page shows by itself to those who do not see it. */
  announce(words) {
    this.#announcer.textContent = words;
  }

  /** Says that something was done. */
  tell(words) {
    this.#status.textContent = words;
  }

  /** A message with one thing that can be done about it. */
  offer(words, action, act) {
    this.#show('notice', words, action, act);
  }

  warn(words) {
    this.#show('warning', words);
  }

  /** Why there is no report, and that the text is not lost. */
  fail({ code, message, limit }, text, retry) {
    this.#idle();
    this.#status.textContent = '';
    const kept = `Your text (${size(text)}) is kept.`;
    if (code === 'stopped') this.#show('notice', `Stopped. ${kept}`, 'Read it again', retry);
    else if (code === 'input_too_large') this.#show('warning', `This text is too long to be read at once${limitWords(limit)}. ${kept} Edit it, or open it in parts.`);
    else if (code === 'crashed') this.#show('warning', `The analyser broke down on this text and was started anew. ${kept}`, 'Try again', retry);
    else if (code === 'not_loaded') this.#show('warning', `The analyser could not be loaded: ${message}. ${kept} Check the connection, or whether the browser is too old.`, 'Try again', retry);
    else this.#show('warning', `The text could not be analysed: ${message}. ${kept}`, 'Try again', retry);
  }

  #show(kind, words, action, act) {
    const close = el('button', { type: 'button', class: 'quiet', 'aria-label': 'Dismiss', on: { click: () => this.#alert.replaceChildren() } }, '×');
    const button = action && el('button', {
      type: 'button', class: 'quiet act', on: { click: () => { this.#alert.replaceChildren(); act(); } },
    }, action);
    this.#alert.replaceChildren(el('p', { class: kind }, el('span', {}, words, ' '), button, close));
  }

  #idle() {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#stop.hidden = true;
    this.#main.removeAttribute('aria-busy');
  }
}

function limitWords(limit) {
  return limit ? `: at most ${(limit / 1024 / 1024).toFixed(0)} MB` : '';
}
