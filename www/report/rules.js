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
  capitals: 'written with capital letters', mixed_case: 'capitals inside the word', given_name: 'begins with a known given name',
  given_name_of: 'given name of a person named in full elsewhere', surname_of: 'surname of a person named in full elsewhere',
  org_word: 'has a word that organisations have', org_suffix: 'ends as names of firms do', org_prefix: 'begins as names of firms do',
  org_noun: 'stands beside a word for an organisation', org_context: 'used as organisations are', organisation_list: 'a well-known organisation',
  place_word: 'has a word that places have', place_noun: 'stands beside a word for a place', place_list: 'a well-known place',
  place_preposition: 'follows a word that places follow', place_after: 'followed by a word that places are followed by',
  role_after: 'followed by a role', reporting_verb: 'stands beside a word of saying', known_inside: 'a name that stands alone elsewhere',
  same_words: 'the same words as another mention', other_mentions: 'decided by other mentions, of which there are',
  acronym_of: 'short for', short_for: 'short for', first_and_last_name: 'first and last name of', pattern: 'has the form of',
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
