// The rules behind the findings, in words.
// Enters: a rule's name, or a finding's reason. Leaves: words for a reader. Knows nothing of the page.

import { readable } from './words.js';

/** What each rule saw, for a reader; `tests/rules.rs` holds them against the rules that occur. */
const WORDS = {
  // Claims.
  bias: 'where every sentence starts',
  compares: 'compares two things', says_most_or_first: 'says “most”, “first”, “only”', denies: 'denies something',
  negates: 'says “not”', leaves_no_exception: 'says “all”, “never”', judges: 'judges', hedges: 'is cautious', asks: 'is a question',
  commands: 'tells someone to do something', exclaims: 'ends with an exclamation mark', courtesy: 'greets or thanks',
  bounds_a_figure: 'says “at least”, “up to” of a figure', vague_source: 'names its source vaguely',
  speaks_as_i: 'speaks as “I”', speaks_as_we: 'speaks as “we”', subject_by_pronoun: 'has a pronoun for its subject',
  states_a_number: 'states a number', counts_a_few: 'counts a few', states_a_percentage: 'states a percentage',
  states_a_sum_of_money: 'states a sum of money', states_a_quantity: 'states a measured quantity',
  states_several_figures: 'states several figures', gives_a_date: 'gives a date', gives_a_duration: 'gives a length of time',
  names_a_person: 'names a person', names_an_organisation: 'names an organisation', names_a_place: 'names a place',
  says_what_changed: 'says what changed', names_something_measured: 'names something that is counted and recorded',
  names_a_public_act: 'names a public act or office', reports_an_event: 'reports an event', speaks_of_the_past: 'speaks of the past',
  gives_a_cause: 'gives a cause or an effect', announces_or_predicts: 'announces or predicts', states_a_rule: 'states a rule or duty',
  supposes: 'supposes something', says_what_ought_to_be: 'says what ought to be', opens_an_opinion: 'opens an opinion',
  reports_speech: 'reports what someone says', addresses_the_reader: 'speaks to the reader',
  five_words_or_fewer: 'has five words or fewer', six_to_nine_words: 'has six to nine words',
  twenty_words_or_more: 'has twenty words or more', thirty_five_words_or_more: 'has thirty-five words or more',
  wording: 'its words taken together', states_a_figure_as_fact: 'tells a figure as a fact, not as a plan or demand',
  stands_among_claims: 'stands among other statements that can be checked',
  // Blocks.
  length: 'how long it is', sentence_end: 'ends like a sentence', no_sentence_end: 'does not end like a sentence',
  several_sentences: 'has several sentences', function_words: 'how many small words it has', title_case: 'nearly all words have capitals',
  chrome_phrase: 'has a phrase of page chrome', notice: 'is a notice of the page', numbers: 'is mostly numbers',
  link_row: 'parts linked by bars or dots, as in menus', address: 'has an address', bracketed: 'stands in brackets',
  repeated_line: 'stands more than once', running_head: 'stands beside page numbers again and again', other_language: 'in another language than the text', credit: 'credits a picture',
  byline: 'has words of a byline', published: 'says when it was published', comment_head: 'heads a reader’s comment',
  marks_only: 'has marks only, no letters or digits', row: 'a row of a table or schedule', links: 'is mostly links', quoted: 'is quoted speech', date_line: 'is mostly a date',
  item: 'is an item of a list', image_mark: 'is a picture in Markdown', code_fence: 'is program code',
  item_mark: 'begins with a bullet or a number', quote_mark: 'begins with the mark of a quoted line',
  heading_mark: 'begins with the mark of a heading', before_body: 'above the text', inside_body: 'within the text',
  outside_body: 'outside the text', nothing_else_there: 'there is no other text', before_credit: 'right before a picture’s credit',
  after_caption_label: 'right after the label of a picture', name_below_headline: 'a name below the headline',
  short_line_apart: 'a short line that stands apart', short_line_before_paragraph: 'a short line before a paragraph',
  capitals_before_paragraph: 'a line in capitals before a paragraph', date_alone: 'a date and nothing else',
  place_and_date: 'a place and a date', place_and_agency: 'a place and a news agency',
  advert_phrase: 'has a phrase of advertisements', author_phrase: 'has a phrase of notes on authors',
  byline_phrase: 'has a phrase of bylines', comments_phrase: 'has a phrase of comment forms',
  cookies_phrase: 'has a phrase of cookie notices', copyright_phrase: 'has a phrase of copyright lines',
  credit_phrase: 'has a phrase of picture credits', disclaimer_phrase: 'has a phrase of disclaimers',
  navigation_phrase: 'has a phrase of menus', newsletter_phrase: 'has a phrase of newsletter forms',
  publication_phrase: 'has a phrase of publication dates', read_more_phrase: 'leads on to another text',
  related_phrase: 'has a phrase of lists of related texts', share_phrase: 'has a phrase of share bars',
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
  first_and_last_name: 'first and last name of', pattern: 'has the form of', determiner: 'follows an article',
  respelled: 'spelt otherwise elsewhere', spelling: 'how it is spelt',
  // Quotes.
  marks: 'quotation marks', verb_after: 'quotation marks, then a word of saying', verb_before: 'a word of saying, then quotation marks',
  verb_with_pronoun_after: 'quotation marks, then a word of saying with its pronoun',
  verb_with_pronoun_before: 'a word of saying with its pronoun, then quotation marks',
  subject_verb_after: 'quotation marks, then who says it', source_after: 'quotation marks, then the source', source_before: 'the source, then quotation marks',
  colon: 'a name and a colon before it', reported_clause: 'a word of saying with what is said', reported_act: 'a word of saying with its object',
  reported_mood: 'the verb form of reported speech', as_reported: 'a source named beside it', source: 'a source named beside it',
  postposed: 'what is said, then a word of saying', verb_with_pronoun: 'a word of saying with its pronoun',
  verb_closing: 'quotation marks, then the verb that closes the clause',
  // Figures and times.
  digits: 'written in digits', number_word: 'written as a word', fraction: 'a fraction in words', ordinal_word: 'an ordinal as a word',
  ordinal_suffix: 'digits with an ordinal ending', ordinal_prefix: 'digits with an ordinal beginning',
  ordinal_roman: 'a roman numeral that numbers', decimal_words: 'a decimal in words', every_nth: 'every so many', ratio: 'so many of so many',
  clock: 'a time of day', year: 'a year', month: 'a month', weekday: 'a day of the week', decade: 'a decade', century: 'a century',
  quarter: 'a quarter', season: 'a season', holiday: 'a holiday', set: 'how often', day_month: 'a day and a month',
  month_day: 'a month and a day', year_month_day: 'a year, a month and a day', day_range: 'days from and to', year_range: 'years from and to',
  year_after_preposition: 'a year after a word such as “in”', year_before_era: 'a year of an era', iso_date: 'a date in the ISO form',
  numeric_date: 'a date in digits', marked_date: 'a number that a word beside it makes a date', relative_day: 'a day told from another',
  part_of_day: 'a part of a day', part_of_month: 'a part of a month', part_of_year: 'a part of a year',
  part_of_unit: 'a part of a week, month or year',
  shifted_unit: 'told from another date', shifted_month: 'a month told from another date', shifted_weekday: 'a weekday told from another date',
  shifted_season: 'a season told from another date', shifted_day_part: 'a part of a day told from another',
  narrative_unit: 'told from a date in the text', narrative_word: 'told from a date in the text', length_range: 'a length from and to',
  weekend: 'a weekend', weekday_and_day: 'a day of the week with its number', day_of_month: 'a day without its month',
  part_by_number: 'a part of a month or a year by its number', weekday_of_week: 'a day of a week', week_number: 'a week by its number',
  relative_part_of_day: 'a part of a day near another', length_from_date: 'a day so far from a date',
  shifted_holiday: 'a holiday told from another date', year_in_words: 'a year in words',
  power: 'a power',
  length_to_anchor: 'a length up to a date', length_from_anchor: 'a length from a date on', length_from_narrative: 'a length told from a date in the text',
  total_or_most: 'all or most', negative: 'below zero',
  // Notes.
  same_word_twice: 'the same word twice in a row', same_words_twice: 'the same words twice', never_closed: 'opened and never closed',
  closes_nothing: 'closes what was not opened', words_in_another_order: 'the words of a name in another order',
  a_letter_differs: 'one letter differs', separator_reads_two_ways: 'the separator may mark thousands or decimals',
  passage_in_another_language: 'written in another language', estimate_without_source: 'an estimate, and nobody is named who made it',
  shares_of_hundred: 'shares of a whole, added up', share_of_whole: 'a share of a whole', part_of_whole: 'a part of a whole',
  sum_of_parts: 'parts, added up', relative_change: 'a change, reckoned from its ends', amount_each: 'an amount for each, multiplied',
};

/** A rule's name in words; two rules that worked together stand with a comma between. */
export const ruleWords = (rule) => String(rule).split(', ').map((name) => WORDS[name] ?? readable(name)).join(', ');

/** A reason, "org_suffix: GmbH; acronym_of: …", as a list of `{ words, text }`; `text` is the evidence. */
export function reasonsOf(reason) {
  return String(reason ?? '').split('; ').filter(Boolean).map((part) => {
    const [rule, ...evidence] = part.split(': ');
    return { words: ruleWords(rule), text: evidence.join(': ') };
  });
}
