// The worker: the one place that loads the WebAssembly module, and that keeps the report.
// Enters: messages { id, call, args }. Leaves: { id, value } or { id, error } for each, and once { ready, longest } or { failed }.
// Knows nothing of the page; the page asks for one piece of the report at a time, so that none blocks it.

import { Reading } from './report/reading.js';

/** A text with a bit of everything: the first analysis of all takes longer, since the module makes its tables then. */
const WARM_UP = 'Anna Weber of Calder Ltd said on 3 May 2021: “About 12% of 5,000 people came to Port Arlen.”';
/** Milliseconds that the module waits for a text before it reads its own. */
const IDLE = 30;

/** The module's `analyse`, once it is loaded. */
let analyse;
let reading = null;
let asked = false;

const CALLS = {
  analyse(text, options) {
    reading = null;
    const start = performance.now();
    const report = analyse(text, options);
    const milliseconds = performance.now() - start;
    reading = new Reading(text, report);
    return { ...reading.overview(), milliseconds };
  },
  piece: (index) => reading.piece(index),
  rows: (list, from, count) => reading.rows(list, from, count),
  detail: (id) => reading.detail(id),
  step: (from, by, hidden) => reading.step(from, by, hidden),
  json: () => new Blob([reading.json()], { type: 'application/json' }),
  summary: () => reading.summary(),
};

/** An error as data. A trap (a Rust panic, memory at its end) leaves the module unusable: the page starts a new worker. */
function described(error) {
  const crashed = error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
  const { message, code, limit } = error instanceof Error ? error : { message: String(error) };
  return { message, code: crashed ? 'crashed' : code ?? 'failed', limit };
}

addEventListener('message', async ({ data: { id, call, args } }) => {
  asked = true;
  if (!(await started)) return;
  try {
    postMessage({ id, value: CALLS[call](...args) });
  } catch (error) {
    postMessage({ id, error: described(error) });
  }
});

// Not a static import: where that fails, some browsers tell nobody.
const started = import('./pkg/article_analyser.js')
  .then(async (module) => {
    await module.default();
    analyse = module.analyse;
    postMessage({ ready: true, longest: module.longestInput() });
    setTimeout(() => asked || analyse(WARM_UP), IDLE);
    return true;
  })
  .catch((error) => {
    postMessage({ failed: String(error?.message ?? error) });
    return false;
  });
