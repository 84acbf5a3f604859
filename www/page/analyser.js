// The page's side of the worker: asks, and makes sure that every question is answered or refused.
// Enters: texts to analyse. Leaves: reports to ask further. Knows nothing of the page's elements.

/**
 * Milliseconds for which a run may go on though a newer text is there; then the worker is ended and a new one
 * started. About what a new one takes to load and to read its first text, so that ending never costs more than it saves.
 */
const PATIENCE = 1500;

/** Why there is no answer: superseded, stopped, crashed, not_loaded, input_too_large or failed. */
export class AnalysisError extends Error {
  constructor(code, message = code, limit = undefined) {
    super(message);
    this.name = 'AnalysisError';
    this.code = code;
    this.limit = limit;
  }
}

/** What may be asked of a report, besides its overview. */
const QUESTIONS = ['piece', 'rows', 'detail', 'step', 'json', 'summary'];

/**
 * One worker at a time, one analysis at a time; the newest wins.
 *
 * `analyse(text, options)` resolves to `{ overview, piece, rows, detail, step, json, summary }`, whose questions are
 * refused as superseded once a later analysis has begun.
 */
export class Analyser {
  #startWorker;
  #onLost;
  #worker = null;
  #ready = false;
  #longest = Infinity;
  #calls = new Map();
  #lastId = 0;
  #waiting = null;
  #running = null;
  #timer = 0;
  #era = 0;

  /**
   * `startWorker` makes a worker; it may throw. `onLost` is told of a crash that no analysis will report:
   * the reports handed out so far answer no more.
   */
  constructor(startWorker, onLost) {
    this.#startWorker = startWorker;
    this.#onLost = onLost;
  }

  /** Starts the worker before there is a text. */
  prepare() {
    this.#hasWorker();
  }

  analyse(text, options = {}) {
    return new Promise((resolve, reject) => {
      this.#waiting?.reject(new AnalysisError('superseded'));
      this.#waiting = { text, options, resolve, reject };
      if (!this.#running) return this.#next();
      const left = PATIENCE - (performance.now() - this.#running.since);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#end(new AnalysisError('superseded')), Math.max(0, left));
    });
  }

  /** Ends what runs or waits; it is refused as stopped. */
  stop() {
    const error = new AnalysisError('stopped');
    this.#refuseWaiting(error);
    this.#end(error);
  }

  /** Begins with the waiting text, if the worker is there; else when it says that it is ready. */
  #next() {
    clearTimeout(this.#timer);
    if (!this.#waiting || !this.#hasWorker()) return;
    const { text, options, resolve, reject } = this.#waiting;
    this.#waiting = null;
    // Each UTF-16 unit is a byte at least: such a text is refused before it is copied to the worker.
    if (text.length > this.#longest) return reject(new AnalysisError('input_too_large', 'longer than is taken', this.#longest));
    this.#running = { since: performance.now() };
    this.#era += 1;
    this.#refuse(new AnalysisError('superseded'));
    const done = (settle) => {
      this.#running = null;
      settle();
      this.#next();
    };
    this.#ask('analyse', [text, options]).then(
      (overview) => done(() => (this.#waiting ? reject(new AnalysisError('superseded')) : resolve(this.#report(overview)))),
      (error) => done(() => reject(error)),
    );
  }

  #report(overview) {
    const era = this.#era;
    const asks = (question) => (...args) =>
      era === this.#era ? this.#ask(question, args) : Promise.reject(new AnalysisError('superseded'));
    return Object.freeze({ overview, ...Object.fromEntries(QUESTIONS.map((question) => [question, asks(question)])) });
  }

  #ask(call, args) {
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      this.#calls.set(this.#lastId, { resolve, reject });
      this.#worker.postMessage({ id: this.#lastId, call, args });
    });
  }

  /** Whether a worker is ready to be asked; starts one where there is none. */
  #hasWorker() {
    if (!this.#worker) {
      try {
        this.#worker = this.#listen(this.#startWorker());
      } catch (error) {
        this.#refuseWaiting(new AnalysisError('not_loaded', error.message));
      }
    }
    return this.#ready;
  }

  #listen(worker) {
    const on = (type, react) => worker.addEventListener(type, (event) => worker === this.#worker && react(event));
    on('message', ({ data }) => this.#answer(data));
    on('messageerror', () => this.#end(new AnalysisError('crashed', 'an answer could not be read')));
    on('error', (event) => {
      event.preventDefault();
      this.#fail(event.message || 'its files could not be loaded');
    });
    return worker;
  }

  #answer({ id, value, error, ready, longest, failed }) {
    if (ready) {
      this.#ready = true;
      this.#longest = longest;
      this.#next();
    } else if (failed) {
      this.#fail(failed);
    } else if (error?.code === 'crashed') {
      this.#fail(error.message);
    } else {
      const call = this.#calls.get(id);
      this.#calls.delete(id);
      if (error) call?.reject(new AnalysisError(error.code, error.message, error.limit));
      else call?.resolve(value);
    }
  }

  /** The worker failed: before it was ready it could not be loaded, and what waits would fare no better. */
  #fail(message) {
    const loaded = this.#ready;
    const error = new AnalysisError(loaded ? 'crashed' : 'not_loaded', message);
    if (!loaded) this.#refuseWaiting(error);
    this.#end(error);
    if (!loaded) return;
    if (this.#running) this.#hasWorker();
    else this.#onLost(error);
  }

  /** Ends the worker; what was asked of it is refused. The next text starts a new one. */
  #end(error) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#ready = false;
    this.#era += 1;
    this.#refuse(error);
  }

  #refuse(error) {
    const calls = [...this.#calls.values()];
    this.#calls.clear();
    for (const { reject } of calls) reject(error);
  }

  #refuseWaiting(error) {
    this.#waiting?.reject(error);
    this.#waiting = null;
  }
}
