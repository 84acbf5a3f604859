// The side lists: claims, names, quotes, figures and times, notes.
// Enters: a text and its report. Leaves: lists of findings in reading order, and one row as plain strings.
// Knows nothing of the page.

import { claimKind, entityKindWords, figureValue, missingWords, noteKind, scoreWords, statusWords, timexWords } from './words.js';
import { entityKind, WORTH_CHECKING } from './findings.js';

/** Characters of the text a row shows at most. */
const EXCERPT = 280;

/** A stretch of the text on one line, shortened. */
export function excerpt(text, place, limit = EXCERPT) {
  const cut = text.slice(place.start, Math.min(place.end, place.start + limit)).replaceAll(/\s+/g, ' ').trim();
  return place.end - place.start > limit ? `${cut.replace(/[\ud800-\udbff]$/, '')}…` : cut;
}

/** For every list, the indices of the report's items in the order in which a reader wants them. */
export function listsOf(report) {
  const indices = (items) => items.map((_, i) => i);
  const by = (items, key) => indices(items).sort((a, b) => key(items[b]) - key(items[a]) || a - b);
  const values = [
    ...report.figures.map((figure, i) => ({ id: `figure:${i}`, start: figure.start })),
    ...report.times.map((time, i) => ({ id: `time:${i}`, start: time.start })),
  ].sort((a, b) => a.start - b.start);
  const named = (entity) => (entityKind(entity) === 'contact' ? 0 : 1);
  return {
    claims: by(report.claims, (claim) => (claim.status === 'not_a_claim' ? claim.score - 1 : claim.score)).map((i) => `claim:${i}`),
    names: by(report.entities, (entity) => named(entity) * 1e9 + entity.mentions.length + entity.salience).map((i) => `entity:${i}`),
    quotes: indices(report.quotes).map((i) => `quote:${i}`),
    values: values.map((value) => value.id),
    notes: indices(report.notes).map((i) => `note:${i}`),
  };
}

/** One row: `{ id, kind, start, title, label, details, score? }`; `id` is the finding it leads to. */
export function row(text, report, key) {
  const [list, index] = key.split(':');
  return ROWS[list](text, report, Number(index));
}

const ROWS = {
  claim(text, report, i) {
    const claim = report.claims[i];
    const missing = claim.missing.map(missingWords);
    return {
      id: `claim:${i}`, kind: 'claim', start: claim.start, title: excerpt(text, claim), score: claim.score,
      weak: claim.score < WORTH_CHECKING,
      label: claim.status === 'not_a_claim' ? statusWords(claim.status) : scoreWords(claim.score),
      details: [claim.kinds.map(claimKind).join(', '), missing.length ? `missing: ${missing.join(', ')}` : ''].filter(Boolean),
    };
  },
  entity(text, report, i) {
    const entity = report.entities[i];
    const others = entity.variants.filter((variant) => variant !== entity.name);
    const first = entity.mentions[0] ?? { start: 0, end: 0 };
    return {
      id: `entity:${i}:0`, kind: entityKind(entity), start: first.start, title: entity.name, count: entity.mentions.length,
      label: entityKindWords(entity.kind), details: others.length ? [`also ${others.slice(0, 6).join(', ')}`] : [],
    };
  },
  quote(text, report, i) {
    const quote = report.quotes[i];
    return {
      id: `quote:${i}`, kind: 'quote', start: quote.start, title: excerpt(text, quote.content),
      label: speakerWords(text, report, quote), details: quote.complete ? [] : ['cut short'],
    };
  },
  figure(text, report, i) {
    const figure = report.figures[i];
    return {
      id: `figure:${i}`, kind: 'figure', start: figure.start, title: excerpt(text, figure, 80), label: figureValue(figure),
      details: figure.reading === undefined ? [] : ['two readings'],
    };
  },
  time(text, report, i) {
    const time = report.times[i];
    return {
      id: `time:${i}`, kind: 'time', start: time.start, title: excerpt(text, time, 80),
      label: timexWords(time.timex, time.kind) || time.timex, details: [],
    };
  },
  note(text, report, i) {
    const note = report.notes[i];
    const first = note.spans[0] ?? { start: 0, end: 0 };
    return {
      id: `note:${i}:0`, kind: 'note', start: first.start, label: noteKind(note.kind),
      title: note.spans.slice(0, 3).map((span) => excerpt(text, span, 90)).join(' · '),
      details: [note.detail, note.verdict].filter(Boolean),
    };
  },
};

/** Who speaks, as the text has it and as the entity is called. */
export function speakerWords(text, report, quote) {
  if (!quote.speaker) return 'no speaker found';
  const words = excerpt(text, quote.speaker, 80);
  const entity = report.entities[quote.speaker.entity];
  const name = entity && entity.name !== words ? `${entity.name} (“${words}”)` : words;
  return quote.speaker.inferred ? `${name}, inferred` : name;
}
