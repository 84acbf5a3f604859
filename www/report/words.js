// The report's terms in plain English.
// Enters: names and values from a report. Leaves: words for a reader. Knows nothing of the page.

import { WELL_WORTH_CHECKING, WORTH_CHECKING } from './findings.js';

const CLAIM_KINDS = {
  QUOTE: 'quoted statement', QUANTITY: 'quantity', EVENT_DATED: 'dated event', CAUSAL: 'cause and effect',
  RULE: 'rule or law', PREDICTION_PLAN: 'prediction or plan', DENIAL: 'denial', OTHER_FACT: 'other fact',
};
const STATUSES = {
  verifiable: 'could be checked as it stands',
  underspecified: 'says too little to be checked as it stands',
  not_a_claim: 'makes no factual claim',
};
const MISSING = { who: 'who', when: 'when', base: 'out of how many', where: 'where' };
const COMPARATORS = {
  less_than: 'less than', at_most: 'at most', about: 'about', nearly: 'nearly', more_than: 'more than', at_least: 'at least',
};
const NOTE_KINDS = {
  arithmetic: 'sum', repeated_word: 'repeated word', duplicate_passage: 'passage that stands twice',
  name_variant: 'name written two ways', unbalanced_quote: 'quotation mark without its partner',
  ambiguous_number: 'number with two readings', mixed_language: 'another language',
  unattributed_figure: 'figure without a source',
  conflicting_figures: 'the same count told differently',
};
const ENTITY_KINDS = {
  PER: 'person', ORG: 'organisation', LOC: 'place', EMAIL: 'e-mail address', URL: 'link', PHONE: 'phone number',
  HANDLE: 'handle', HASHTAG: 'hashtag', IP: 'IP address', DOMAIN: 'domain', HASH: 'hash', CVE: 'CVE number', IBAN: 'IBAN',
};
const QUOTE_KINDS = { direct: 'direct quote', mixed: 'quoted words in a reported statement', indirect: 'reported statement' };

/** Words of a name in the report: the known ones, else the name itself with spaces. */
const named = (names) => (name) => names[name] ?? readable(name);
export const claimKind = named(CLAIM_KINDS);
export const statusWords = named(STATUSES);
export const missingWords = named(MISSING);
export const comparatorWords = named(COMPARATORS);
export const noteKind = named(NOTE_KINDS);
export const entityKindWords = named(ENTITY_KINDS);
export const quoteKind = named(QUOTE_KINDS);

/** A rule's or reason's name as words: "email_pattern" is "email pattern"; a sentence stays as it is. */
export function readable(name) {
  return String(name ?? '').replaceAll(/[_-]+/g, ' ').trim();
}

/** A probability 0..1 as a number with two decimals; never as certain as 1.00. */
export function probability(value) {
  return value >= 0.995 ? '>0.99' : value.toFixed(2);
}

/** A confidence 0..1 as words and number. */
export function confidenceWords(confidence) {
  if (typeof confidence !== 'number' || Number.isNaN(confidence)) return '';
  const words = [[0.95, 'almost certain'], [0.8, 'likely'], [0.6, 'probable'], [0.4, 'uncertain'], [0, 'a guess']];
  return `${words.find(([from]) => confidence >= from)?.[1] ?? 'a guess'} (${probability(confidence)})`;
}

/** What a claim's score says: how much it is worth checking, never whether it is true. */
export function scoreWords(score) {
  if (score >= WELL_WORTH_CHECKING) return 'well worth checking';
  if (score >= WORTH_CHECKING) return 'worth checking';
  return score >= 0.25 ? 'less worth checking' : 'hardly worth checking';
}

/** A number with thousands separators; at most six decimals. */
export function number(value) {
  return typeof value === 'number' ? value.toLocaleString('en-GB', { maximumFractionDigits: 6 }) : String(value);
}

/** A figure's value in words: "less than 1 %", "12,000,000", "85 m". */
export function figureValue(figure) {
  const unit = figure.kind === 'percent' ? ' %' : figure.unit ? ` ${readable(figure.unit)}` : '';
  const range = figure.upper === undefined ? '' : ` to ${number(figure.upper)}`;
  const currency = figure.currency ? `${figure.currency} ` : '';
  const comparator = figure.comparator ? `${comparatorWords(figure.comparator)} ` : '';
  return `${comparator}${currency}${number(figure.value)}${range}${unit}`;
}

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' };
const CLOCK = { H: 'hour', M: 'minute', S: 'second' };
const PARTS = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night', MI: 'midday', DT: 'daytime' };
const SEASONS = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const REFERENCES = { PRESENT_REF: 'now', PAST_REF: 'in the past', FUTURE_REF: 'in the future' };

/**
 * A TIMEX3 value in words: "2019-08" is "August 2019", "P8Y" "8 years", for a set "every 8 years". Empty where the
 * value is of a form that is not put into words.
 */
export function timexWords(timex, kind = 'date') {
  if (timex in REFERENCES) return REFERENCES[timex];
  const date = /^(\d{4}|XXXX)(?:-(0[1-9]|1[0-2]))?(?:-([0-2]\d|3[01]))?(?:T(?:(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?|(MO|AF|EV|NI|MI|DT)))?$/.exec(timex);
  if (date) return dateWords(...date.slice(1));
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(timex);
  if (season) return `${SEASONS[season[2]]} ${season[1]}`;
  const week = /^(\d{4})-W(\d\d)$/.exec(timex);
  if (week) return `week ${Number(week[2])} of ${week[1]}`;
  const duration = /^P(?:(\d+(?:\.\d+)?)([YMWD]))?(?:T(\d+(?:\.\d+)?)([HMS]))?$/.exec(timex);
  if (!duration) return '';
  const every = kind === 'set' ? 'every ' : '';
  const part = (count, unit) => (count ? (every && Number(count) === 1 ? unit : `${count} ${unit}${Number(count) === 1 ? '' : 's'}`) : '');
  return every + [part(duration[1], UNITS[duration[2]]), part(duration[3], CLOCK[duration[4]])].filter(Boolean).join(' ');
}

function dateWords(year, month, day, clock, zone, part) {
  const when = new Date(Date.UTC(year === 'XXXX' ? 2000 : Number(year), month ? month - 1 : 0, day ?? 1));
  const fields = {
    ...(day && { day: 'numeric' }), ...(month && { month: 'long' }), ...(year !== 'XXXX' && { year: 'numeric' }),
  };
  if (Number.isNaN(when.getTime()) || Object.keys(fields).length === 0) return '';
  const shift = zone === 'Z' ? ' UTC' : zone ? ` UTC${zone}` : '';
  return when.toLocaleDateString('en-GB', { ...fields, timeZone: 'UTC' }) + (clock ? `, ${clock}${shift}` : '') + (part ? `, ${PARTS[part]}` : '');
}
