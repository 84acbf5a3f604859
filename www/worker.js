// The worker: the one place that loads the WebAssembly module, and that keeps the report.
// Enters: messages { id, call, args }. Leaves: { id, value } or { id, error } for each, and once { ready } or { failed }.
// Knows nothing of the page; the page asks for one piece of the report at a time, so that none blocks it.

import init, { analyse } from './pkg/article_analyser.js';
import { Reading } from './report/reading.js';

let reading = null;

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
  if (!(await started)) return;
  try {
    postMessage({ id, value: CALLS[call](...args) });
  } catch (error) {
    postMessage({ id, error: described(error) });
  }
});

const started = init().then(
  () => (postMessage({ ready: true }), true),
  (error) => (postMessage({ failed: String(error?.message ?? error) }), false),
);
