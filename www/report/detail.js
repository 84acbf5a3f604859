// Why a finding is a finding: what the "why" panel says of it.
// Enters: a text, its report, a finding's id. Leaves: plain strings and places. Knows nothing of the page.

import { claimKind, confidenceWords, entityKindWords, figureValue, missingWords, noteKind, number, probability, quoteKind, readable, scoreWords, statusWords, timexWords } from './words.js';
import { entityKind } from './findings.js';
import { excerpt, speakerWords } from './rows.js';
import { reasonsOf, ruleWords } from './rules.js';

/**
 * `{ id, kind, heading, text, facts, reasons, places, place, evidence }`:
 * `facts` are pairs of a label and its value; `reasons` `{ words, text?, weight? }`; `places` the ids of the
 * finding's other places in text order and `place` the position of this one among them; `evidence` are the spans
 * of the text that the reasons point to.
 */
export function detailOf(text, report, id) {
  const [list, index, place] = id.split(':');
  const detail = DETAILS[list](text, report, Number(index), Number(place ?? 0));
  return { id, places: [id], place: 0, evidence: [], ...detail, facts: detail.facts.filter(([, value]) => value) };
}

const DETAILS = {
  claim(text, report, i) {
    const claim = report.claims[i];
    return {
      kind: 'claim',
      heading: claim.status === 'not_a_claim' ? 'Statement' : 'Claim',
      text: excerpt(text, claim, 600),
      facts: [
        ['Score', `${scoreWords(claim.score)} (${probability(claim.score)})`],
        ['Status', statusWords(claim.status)],
        ['Kind', claim.kinds.map(claimKind).join(', ')],
        ['Does not say', claim.missing.map(missingWords).join(', ')],
        ['Hedged by', claim.hedges.map((hedge) => `“${excerpt(text, hedge, 60)}”`).join(', ')],
        ['Said by', claim.quote === undefined ? '' : `${speakerWords(text, report, report.quotes[claim.quote])}, as the text has it`],
      ],
      score: claim.score,
      evidence: [...claim.reasons.filter((reason) => isInside(reason, claim)), ...claim.hedges].map(span),
      reasons: claim.reasons.map((reason) => ({
        words: ruleWords(reason.rule), weight: reason.weight,
        text: isInside(reason, claim) ? excerpt(text, reason, 80) : '',
      })),
    };
  },
  entity(text, report, i, j) {
    const entity = report.entities[i];
    const mention = entity.mentions[j];
    return {
      kind: entityKind(entity),
      heading: capital(entityKindWords(entity.kind)),
      text: entity.name,
      facts: [
        ['Here', excerpt(text, mention, 80) === entity.name ? '' : `“${excerpt(text, mention, 80)}”`],
        ['Confidence', confidenceWords(mention.confidence)],
        ['Also written', entity.variants.filter((variant) => variant !== entity.name).join(', ')],
        ['Mentions', String(entity.mentions.length)],
      ],
      reasons: reasonsOf(mention.reason),
      places: entity.mentions.map((_, k) => `entity:${i}:${k}`),
      place: j,
    };
  },
  quote(text, report, i) {
    const quote = report.quotes[i];
    const speaker = quote.speaker;
    const entity = report.entities[speaker?.entity];
    return {
      kind: 'quote',
      heading: capital(quoteKind(quote.kind)),
      text: excerpt(text, quote.content, 600),
      facts: [
        ['Speaker', speaker ? entity?.name ?? excerpt(text, speaker, 80) : 'not found'],
        ['Named as', speaker && entity && entity.name !== excerpt(text, speaker, 80) ? `“${excerpt(text, speaker, 80)}”` : ''],
        ['Speaker is', speaker?.inferred ? 'inferred from the sentences before' : ''],
        ['Cue', quote.cue ? `“${excerpt(text, quote.cue, 60)}”` : ''],
        ['Complete', quote.complete ? '' : 'no: a quotation mark is missing, or the text breaks off'],
      ],
      evidence: [speaker, quote.cue].filter(Boolean).map(span),
      reasons: reasonsOf(quote.reason),
    };
  },
  figure(text, report, i) {
    const figure = report.figures[i];
    return {
      kind: 'figure',
      heading: capital(readable(figure.kind)),
      text: excerpt(text, figure, 120),
      facts: [
        ['Value', figureValue(figure)],
        ['Or else', figure.reading !== undefined ? `${number(figure.reading)}: the separator allows both` : ''],
      ],
      reasons: reasonsOf(figure.reason),
    };
  },
  time(text, report, i) {
    const time = report.times[i];
    return {
      kind: 'time',
      heading: capital(readable(time.kind)),
      text: excerpt(text, time, 120),
      facts: [
        ['Value', timexWords(time.timex, time.kind)],
        ['TIMEX3', time.timex],
        ['Reckoned from', time.anchor ? timexWords(time.anchor) || time.anchor : ''],
      ],
      reasons: reasonsOf(time.reason),
    };
  },
  note(text, report, i, j) {
    const note = report.notes[i];
    return {
      kind: 'note',
      heading: capital(noteKind(note.kind)),
      text: note.spans.slice(0, 4).map((span) => excerpt(text, span, 160)).join(' · '),
      facts: [[NOTE_DETAILS[note.kind] ?? 'Detail', note.detail ?? ''], ['Verdict', note.verdict ?? '']],
      reasons: reasonsOf(note.reason),
      places: note.spans.map((_, k) => `note:${i}:${k}`),
      place: j,
    };
  },
};

/** What a note's detail is. */
const NOTE_DETAILS = { arithmetic: 'Sum', name_variant: 'Usually', ambiguous_number: 'Readings' };

const span = ({ start, end }) => ({ start, end });

/** Whether a reason points to a part of its claim, not to all of it. */
const isInside = (reason, claim) => reason.end > reason.start && reason.end - reason.start < claim.end - claim.start;

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
