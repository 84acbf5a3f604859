//! A document as the tagger sees it: its pieces, with what is known of each.
//!
//! Enters: a read text and its sentences. Leaves: a [`View`], the same in training and in use. Knows nothing of
//! features, weights or labels.

use super::gazetteer::{Gazetteer, LONGEST, phrase};
use super::runs;
use super::word::{CUES, Case, Word, bit_of, mask, pieces};
use crate::lexicon::{Cue, Reading};
use crate::text::Span;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A document's pieces.
#[derive(Debug, Default)]
pub struct View {
    /// All pieces, in order.
    pub words: Vec<Word>,
    /// The pieces of each sentence.
    pub sentences: Vec<Range<usize>>,
    /// What stands beyond the ends of a sentence.
    pub(super) nothing: Word,
}

#[derive(Debug, Default, Clone, Copy)]
struct CaseCounts {
    lower: u32,
    title: u32,
    upper: u32,
}

impl CaseCounts {
    fn add(&mut self, case: Case) {
        self.lower += u32::from(case == Case::Lower);
        self.title += u32::from(case == Case::Title);
        self.upper += u32::from(case == Case::Upper);
    }

    /// 0 nowhere else, 1 only lower, 2 only capital, 3 mostly lower, 4 mostly capital; the first word of a sentence
    /// and lines of capitals count for nothing (`counted`), and a word does not count for itself.
    fn class(self, own: Case, counted: bool) -> u8 {
        let own = |case| u32::from(counted && own == case);
        let lower = self.lower - own(Case::Lower);
        match (lower, self.title + self.upper - own(Case::Title) - own(Case::Upper)) {
            (0, 0) => 0,
            (_, 0) => 1,
            (0, _) => 2,
            (lower, capital) if lower > capital => 3,
            _ => 4,
        }
    }

    /// How a word would be cased that stands where casing tells nothing.
    fn plain(self, form: &str, common: bool) -> String {
        if self.lower > self.title + self.upper || (common && self.title + self.upper == 0) {
            form.to_lowercase()
        } else if self.upper > self.title {
            form.to_string()
        } else {
            let mut chars = form.chars();
            chars.next().into_iter().flat_map(char::to_uppercase).chain(chars.flat_map(char::to_lowercase)).collect()
        }
    }
}

/// How a sentence is written.
mod style {
    pub const PLAIN: u8 = 0;
    /// Words begin with capitals, as in an English headline.
    pub const TITLE: u8 = 1;
    /// All capitals, or in a document that has none: casing tells nothing.
    pub const UNCASED: u8 = 2;
    /// No capitals at all.
    pub const LOWER: u8 = 3;
}

/// How many styles there are.
pub(super) const STYLES: usize = 4;
/// How many classes [`Word::elsewhere`] tells apart.
pub(super) const ELSEWHERE: usize = 5;

/// Fewer words tell nothing of how a line is written.
const LEAST_WORDS: usize = 3;
/// Fewer words without a capital may well be a text that names nothing.
const LEAST_UNCASED: usize = 8;

/// Words that begin in lower case where nothing in the document tells, as joiners do.
const COMMON: u32 = mask(&[
    Cue::FunctionWord,
    Cue::Determiner,
    Cue::NotName,
    Cue::Honorific,
    Cue::Role,
    Cue::OrgNoun,
    Cue::PlaceNoun,
    Cue::ReportingVerb,
    Cue::AccordingTo,
    Cue::Month,
    Cue::Weekday,
    Cue::Unit,
]);
/// Unless they may be a part of a name, too.
const IN_NAMES: u32 =
    mask(&[Cue::GivenName, Cue::Surname, Cue::Org, Cue::OrgWord, Cue::OrgPrefix, Cue::OrgSuffix, Cue::Place]);

fn style_of(words: &[Word]) -> u8 {
    let of = |case: Case| words.iter().filter(|w| w.case == case).count();
    let (lower, title, upper) = (of(Case::Lower), of(Case::Title), of(Case::Upper));
    let cased = lower + title + upper;
    if upper >= LEAST_WORDS && 5 * upper >= 4 * cased {
        style::UNCASED
    } else if cased > LEAST_WORDS && 4 * (title + upper) >= 3 * cased {
        style::TITLE
    } else if cased > LEAST_WORDS && lower == cased {
        style::LOWER
    } else {
        style::PLAIN
    }
}

impl View {
    /// The view of a text whose sentences are these ranges of tokens, in order.
    pub fn new(reading: &Reading, sentences: impl Iterator<Item = Range<usize>>, gazetteer: &Gazetteer) -> View {
        let mut view = View::default();
        let mut counts: FxHashMap<u32, CaseCounts> = FxHashMap::default();
        for tokens in sentences {
            let start = view.words.len();
            view.read(reading, tokens);
            view.sentences.push(start..view.words.len());
        }
        let uncased = view.is_uncased();
        for sentence in &view.sentences {
            let words = &mut view.words[sentence.clone()];
            let style = if uncased { style::UNCASED } else { style_of(words) };
            let mut before = 0;
            for word in words {
                word.style = style;
                // Marks and numbers before the first word leave it first.
                word.first = before == 0;
                before += usize::from(word.case != Case::None);
                if !word.first && style != style::UNCASED {
                    counts.entry(word.lower).or_default().add(word.case);
                }
            }
        }
        for word in &mut view.words {
            let known = counts.get(&word.lower).copied().unwrap_or_default();
            let silent = word.style == style::UNCASED;
            word.elsewhere = known.class(word.case, !word.first && !silent);
            if silent && (word.case == Case::Upper || uncased && word.case == Case::Lower) {
                let common = word.is(Cue::NameJoiner) || word.is_any(COMMON) && !word.is_any(IN_NAMES);
                word.recase(&known.plain(word.span.of(reading.text), common));
            }
        }
        for sentence in &view.sentences {
            let words = &mut view.words[sentence.clone()];
            list(words, gazetteer);
            runs::mark(words, reading.text);
        }
        view
    }

    /// The runs of capitalised words, in order, each with its sentence.
    pub fn runs(&self) -> impl Iterator<Item = (usize, Range<usize>)> + '_ {
        self.sentences.iter().enumerate().flat_map(move |(sentence, pieces)| {
            let starts = pieces.clone().filter(|i| self.words[*i].run_start);
            starts.map(move |start| {
                let goes_on = |w: &&Word| w.run.length > 0 && !w.run_start;
                let rest = self.words[start + 1..pieces.end].iter().take_while(goes_on).count();
                (sentence, start..start + 1 + rest)
            })
        })
    }

    /// Where a run of pieces stands, in bytes; it has one piece at least.
    pub fn span(&self, pieces: &Range<usize>) -> Span {
        self.words[pieces.start].span.join(self.words[pieces.end - 1].span)
    }

    /// Whether its casing tells nothing, as it has no capital in words enough.
    fn is_uncased(&self) -> bool {
        let capital = self.words.iter().any(Word::is_capital);
        !capital && self.words.iter().filter(|w| w.case == Case::Lower).count() >= LEAST_UNCASED
    }

    /// Appends the pieces of a sentence.
    fn read(&mut self, reading: &Reading, tokens: Range<usize>) {
        // The cues of a phrase hold for all its tokens; each bit with the token at which its phrase ends.
        let mut until = [0usize; CUES.len()];
        let mut last = 0;
        for index in tokens {
            for mark in reading.marks(index) {
                if let Some(bit) = bit_of(mark.cue) {
                    until[bit] = until[bit].max(index + mark.len);
                    last = last.max(index + mark.len);
                }
            }
            let cue = |bits, bit| bits | u32::from(until[bit] > index) << bit;
            let cues = if last > index { (0..CUES.len()).fold(0, cue) } else { 0 };
            for span in pieces(reading.text, reading.tokens[index]) {
                let glued = self.words.last().is_some_and(|w| w.span.end == span.start);
                let form = span.of(reading.text);
                let possessive = glued && form.len() > 1 && form.starts_with(['\'', '’']);
                self.words.push(Word { span, cues, glued, possessive, ..Word::new(form) });
            }
        }
    }
}

/// Looks every phrase that begins with a capital up in the lists.
fn list(words: &mut [Word], gazetteer: &Gazetteer) {
    for start in 0..words.len() {
        if !words[start].is_capital() {
            continue;
        }
        words[start].listed = gazetteer.look_up(phrase(0, words[start].lower));
        let mut hash = phrase(0, words[start].lower);
        for end in start + 1..words.len().min(start + LONGEST) {
            hash = phrase(hash, words[end].lower);
            let mask = gazetteer.look_up(hash);
            if mask != 0 {
                words[start].begins |= mask;
                words[start + 1..=end].iter_mut().for_each(|w| w.goes_on |= mask);
            }
        }
    }
}

#[cfg(test)]
impl View {
    /// The view of a whole document.
    pub(super) fn of(document: &crate::document::Document, gazetteer: &Gazetteer) -> View {
        View::new(&document.reading, document.sentences.iter().map(|s| s.tokens.clone()), gazetteer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::word::phrase_hash;

    /// `expected`: pieces with their case, in the first sentence.
    fn check(text: &str, expected: &str) {
        let document = Document::read(text, Some("eng"));
        let view = View::of(&document, &Gazetteer::default());
        let show = |w: &Word| format!("{}/{:?}", w.span.of(text), w.case);
        let shown: Vec<String> = view.words[view.sentences[0].clone()].iter().map(show).collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn pieces_and_their_case() {
        check("Morrison's iPhone, 3 USA.", "Morrison/Title 's/Lower iPhone/Lower ,/None 3/None USA/Upper ./None");
        check("O’Neill’s", "O’Neill/Title ’s/Lower");
        check("dell'Università l’été d’ONU's", "dell'/Lower Università/Title l’été/Lower d’/Lower ONU/Upper 's/Lower");
    }

    #[test]
    fn a_line_of_capitals_is_read_as_its_words_are_cased_elsewhere() {
        let text = "BANK OF NASA IN TROUBLE\n\nThe Bank has trouble, and the NASA has trouble with it every day.";
        check(text, "BANK/Title OF/Lower NASA/Upper IN/Lower TROUBLE/Lower");
    }

    #[test]
    fn a_document_without_capitals_is_read_as_one_that_has_them_where_names_may_be() {
        check(
            "on monday mr. weber said: the bank of england (2nd) won’t open in new york.",
            "on/Lower monday/Lower mr/Lower ./None weber/Title said/Lower :/None the/Lower bank/Title of/Lower \
             england/Title (/None 2nd/Lower )/None won’t/Lower open/Title in/Lower new/Title york/Title ./None",
        );
        check("we met anna weber there.", "we/Lower met/Lower anna/Lower weber/Lower there/Lower ./None");
    }

    #[test]
    fn phrases_in_lists() {
        let entries = [("New York", 3), ("York", 1)];
        let gazetteer = Gazetteer::new(entries.map(|(text, list)| (phrase_hash(text).expect("a phrase"), list)));
        let document = Document::read("He left New York.", Some("eng"));
        let found: Vec<_> =
            View::of(&document, &gazetteer).words.iter().map(|w| (w.listed, w.begins, w.goes_on)).collect();
        assert_eq!(found, [(0, 0, 0), (0, 0, 0), (0, 8, 0), (2, 0, 8), (0, 0, 0)]);
        assert_eq!((phrase_hash(""), phrase_hash("a b c d e f")), (None, None));
    }
}
