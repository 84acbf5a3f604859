// The rules behind the findings, in words.
// Enters: a rule's name, or a finding's reason. Leaves: words for a reader. Knows nothing of the page.

import { readable } from './words.js';

/** Rules whose names alone would not tell a reader what they saw; the others' names are words already. */
const WORDS = {
  // Claims.
  bias: 'where every sentence starts',
  compares: 'compares two things', says_most_or_first: 'says “most”, “first”, “only”', denies: 'denies something',
  negates: 'says “not”', leaves_no_exception: 'says “all”, “never”', judges: 'judges', hedges: 'is cautious', asks: 'is a question',
  commands: 'tells someone to do something', exclaims: 'ends with an exclamation mark', courtesy: 'greets or thanks',
  bounds_a_figure: 'says “at least”, “up to” of a figure', vague_source: 'names its source vaguely',
  speaks_as_i: 'speaks as “I”', speaks_as_we: 'speaks as “we”', subject_by_pronoun: 'has a pronoun for its subject',
  // Names.
  tagger: 'many small signs together', known_word: 'a word that such names have', beginning_or_ending: 'begins or ends as such names do',
  capitals: 'written with capital letters', cased_so_elsewhere: 'capitalised so elsewhere in the text',
  word_before: 'follows a word that such names follow', word_after: 'followed by a word that such names are followed by',
  other_mentions: 'so where it stands elsewhere in the text', given_name_listed: 'on a list of given names',
  surname_listed: 'on a list of surnames', territory_listed: 'on a list of countries', city_listed: 'on a list of cities',
  organisation_listed: 'on a list of organisations', honorific: 'beside a title', role: 'beside a role',
  given_name: 'has a known given name', surname: 'has a known surname', particle: 'has a word that joins names',
  given_name_of: 'given name of a person named in full elsewhere', surname_of: 'surname of a person named in full elsewhere',
  org_word: 'has or is beside a word that organisations have', org_suffix: 'has or is beside an ending of names of firms',
  org_prefix: 'has or is beside a beginning of names of organisations', org_noun: 'beside a word for an organisation',
  org_context: 'used as organisations are', organisation_list: 'a well-known organisation',
  place_word: 'has or is beside a word that places have', place_noun: 'beside a word for a place', place_list: 'a well-known place',
  place_preposition: 'follows a word that places follow', reporting_verb: 'beside a word of saying', according_to: 'named as a source',
  same_words: 'the same words as another mention', acronym_of: 'short for', short_for: 'short for',
  first_and_last_name: 'first and last name of', pattern: 'has the form of',
  // Quotes.
  marks: 'quotation marks', verb_after: 'quotation marks, then a word of saying', verb_before: 'a word of saying, then quotation marks',
  verb_with_pronoun_after: 'quotation marks, then a word of saying with its pronoun',
  verb_with_pronoun_before: 'a word of saying with its pronoun, then quotation marks',
  subject_verb_after: 'quotation marks, then who says it', source_after: 'quotation marks, then the source', source_before: 'the source, then quotation marks',
  colon: 'a name and a colon before it', reported_clause: 'a word of saying with what is said', reported_act: 'a word of saying with its object',
  reported_mood: 'the verb form of reported speech', as_reported: 'a source named beside it',
  // Figures and times.
  digits: 'written in digits', number_word: 'written as a word', fraction: 'a fraction in words', ordinal_word: 'an ordinal as a word',
  ordinal_suffix: 'digits with an ordinal ending',
  // Notes.
  same_word_twice: 'the same word twice in a row', same_words_twice: 'the same words twice', never_closed: 'opened and never closed',
  closes_nothing: 'closes what was not opened', words_in_another_order: 'the words of a name in another order',
  a_letter_differs: 'one letter differs', separator_reads_two_ways: 'the separator may mark thousands or decimals',
  passage_in_another_language: 'written in another language', estimate_without_source: 'an estimate, and nobody is named who made it',
  shares_of_hundred: 'shares of a whole, added up', share_of_whole: 'a share of a whole', part_of_whole: 'a part of a whole',
  sum_of_parts: 'parts, added up', relative_change: 'a change, reckoned from its ends', amount_each: 'an amount for each, multiplied',
};

/** A rule's name in words. */
export const ruleWords = (rule) => WORDS[rule] ?? readable(rule);

/** A reason, "org_suffix: GmbH; acronym_of: …", as a list of `{ words, text }`; `text` is the evidence. */
export function reasonsOf(reason) {
  return String(reason ?? '').split('; ').filter(Boolean).map((part) => {
    const [rule, ...evidence] = part.split(': ');
    return { words: ruleWords(rule), text: evidence.join(': ') };
  });
}
