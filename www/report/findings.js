// From a report to its findings: one flat list, each with an id, a kind and a place.
// Enters: a report with UTF-16 offsets. Leaves: findings in text order. Knows nothing of the page.

/** Kinds a reader can tell apart and switch off, outermost layer first. */
export const KINDS = ['claim', 'quote', 'note', 'person', 'organisation', 'place', 'contact', 'figure', 'time'];

const LAYERS = { claim: 0, quote: 1, note: 2 };
const INNER_LAYER = 3;
const ENTITY_KINDS = { PER: 'person', ORG: 'organisation', LOC: 'place' };

/** A claim's score from which the report calls it worth checking, and from which the page says "well worth". */
export const WORTH_CHECKING = 0.5;
export const WELL_WORTH_CHECKING = 0.75;

/** The page's kind of an entity: everything that is neither person, organisation nor place is a contact. */
export const entityKind = (entity) => ENTITY_KINDS[entity.kind] ?? 'contact';

/**
 * Every finding of the report, sorted by start, outer before inner.
 *
 * A finding is `{ id, kind, layer, start, end, entity?, reported?, weak?, strong? }`. The id names the report's list and the place
 * in it ("claim:3", "entity:0:2" for the third mention of the first entity, "note:1:0" for a note's first span).
 * A quote's place is what is said, with its marks and without its speaker; `reported` ones have no marks.
 * `weak` claims are not marked until chosen, `strong` ones more than others.
 */
export function findingsOf(text, report) {
  const findings = [];
  const add = (id, kind, place, more) => {
    if (place.end > place.start) {
      findings.push({ id, kind, layer: LAYERS[kind] ?? INNER_LAYER, start: place.start, end: place.end, ...more });
    }
  };
  report.claims.forEach((claim, i) => {
    const weak = claim.score < WORTH_CHECKING || claim.status === 'not_a_claim';
    add(`claim:${i}`, 'claim', claim, { weak, strong: !weak && claim.score >= WELL_WORTH_CHECKING });
  });
  report.quotes.forEach((quote, i) => add(`quote:${i}`, 'quote', withMarks(text, quote.content), { reported: quote.kind === 'indirect' }));
  report.notes.forEach((note, i) => note.spans.forEach((span, j) => add(`note:${i}:${j}`, 'note', span)));
  report.entities.forEach((entity, i) => {
    entity.mentions.forEach((mention, j) => add(`entity:${i}:${j}`, entityKind(entity), mention, { entity: i }));
  });
  report.figures.forEach((figure, i) => add(`figure:${i}`, 'figure', figure));
  report.times.forEach((time, i) => add(`time:${i}`, 'time', time));
  return findings.sort(inTextOrder);
}

const MARK = /["'“”„‟‘’‚«»‹›「」『』《》]/;

/** A quote's content with the marks right before and after it. */
function withMarks(text, { start, end }) {
  if (end <= start) return { start, end };
  return { start: MARK.test(text[start - 1] ?? '') ? start - 1 : start, end: MARK.test(text[end] ?? '') ? end + 1 : end };
}

/** Text order: by start, then outer layers first, then the longer one first. */
export function inTextOrder(a, b) {
  return a.start - b.start || a.layer - b.layer || b.end - a.end;
}
