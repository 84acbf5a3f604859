//! A document as the tagger sees it: its pieces, with what is known of each.
//!
//! Enters: a read text and its sentences. Leaves: a [`View`], the same in training and in use. Knows nothing of
//! features, weights or labels.

use super::gazetteer::{Gazetteer, LONGEST, phrase};
use super::runs::{self, Run};
use crate::lexicon::{Cue, Reading};
use crate::text::{Span, Token, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What is kept of a piece: hashes of its form and its parts, and what lists and the document say of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Where, in bytes.
    pub span: Span,
    /// How it is cased; in a line of capitals, how it would be.
    pub case: Case,
    /// Whether it is the first of its sentence that has letters.
    pub first: bool,
    /// Which of [`CUES`] the lexicon of the sentence's language has for it, a bit each.
    pub cues: u32,
    /// Which of [`LISTS`](super::gazetteer::LISTS) hold the piece alone, a bit each.
    pub listed: u8,
    /// Which of them hold a phrase of several pieces that begins with it.
    pub begins: u8,
    /// Which of them hold one that goes on with it.
    pub goes_on: u8,
    pub(super) exact: u32,
    pub(super) lower: u32,
    pub(super) prefixes: [u32; 4],
    pub(super) suffixes: [u32; 4],
    pub(super) shape: u32,
    /// Whether no white space lies before it.
    pub(super) glued: bool,
    /// How the same word is cased elsewhere in the document, see [`CaseCounts::class`].
    pub(super) elsewhere: u8,
    /// How its sentence is written, see [`style`].
    pub(super) style: u8,
    /// The run of capitalised words that it is in.
    pub(super) run: Run,
    /// Whether that run begins with it.
    pub(super) run_start: bool,
    /// Whether it is a possessive ending that was split off.
    pub possessive: bool,
}

/// How a word is cased.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Case {
    /// It has no letters with case.
    #[default]
    None,
    /// It begins in lower case.
    Lower,
    /// It begins with a capital.
    Title,
    /// It has two letters or more, all capitals.
    Upper,
}

/// A document's pieces.
#[derive(Debug, Default)]
pub struct View {
    /// All pieces, in order.
    pub words: Vec<Word>,
    /// The pieces of each sentence.
    pub sentences: Vec<Range<usize>>,
}

/// The uses of words that tell of names, in the order of their bits.
pub const CUES: [Cue; 26] = [
    Cue::Honorific,
    Cue::Role,
    Cue::GivenName,
    Cue::Surname,
    Cue::NameParticle,
    Cue::OrgSuffix,
    Cue::OrgPrefix,
    Cue::OrgWord,
    Cue::OrgNoun,
    Cue::OrgContext,
    Cue::Org,
    Cue::NameJoiner,
    Cue::PlacePreposition,
    Cue::PlaceWord,
    Cue::PlaceNoun,
    Cue::Place,
    Cue::Demonym,
    Cue::Determiner,
    Cue::NotName,
    Cue::ReportingVerb,
    Cue::AccordingTo,
    Cue::Month,
    Cue::Weekday,
    Cue::Unit,
    Cue::FunctionWord,
    Cue::NameConjunction,
];

impl Word {
    fn new(form: &str) -> Word {
        let mut word = Word { exact: hash(form.chars()), ..Word::default() };
        let lower = || form.chars().flat_map(char::to_lowercase);
        word.lower = hash(lower());
        let mut state = SEED;
        for (index, c) in lower().take(5).enumerate() {
            state = step(state, c);
            if index >= 1 {
                word.prefixes[index - 1] = state;
            }
        }
        state = SEED;
        for (index, c) in form.chars().rev().flat_map(char::to_lowercase).take(4).enumerate() {
            state = step(state, c);
            word.suffixes[index] = state;
        }
        (word.shape, word.case) = shape(form);
        word
    }

    /// What identifies the word over the document: its lower-cased form.
    pub fn key(&self) -> u32 {
        self.lower
    }

    /// Whether it begins with a capital.
    pub fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Upper)
    }

    /// Whether the document has it, inside sentences, with a capital only.
    pub fn is_always_capital(&self) -> bool {
        self.elsewhere == 2
    }

    /// Whether it alone is on a list of places.
    pub fn is_place_listed(&self) -> bool {
        const PLACES: u8 = 1 << 2 | 1 << 3;
        self.listed & PLACES != 0
    }

    /// Whether it has letters with case.
    pub fn has_letters(&self) -> bool {
        self.case != Case::None
    }

    /// Whether the lexicon has it, or a phrase it is in, for this use.
    pub fn is(&self, cue: Cue) -> bool {
        CUES.iter().position(|c| *c == cue).is_some_and(|bit| self.cues >> bit & 1 == 1)
    }
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

    /// How a word that stands in a line of capitals would be cased.
    fn plain(self, form: &str, function_word: bool) -> String {
        if self.lower > self.title + self.upper || (function_word && self.title + self.upper == 0) {
            form.to_lowercase()
        } else if self.upper > self.title {
            form.to_string()
        } else {
            let mut chars = form.chars();
            chars.next().into_iter().chain(chars.flat_map(char::to_lowercase)).collect()
        }
    }
}

/// How a sentence is written.
mod style {
    pub const PLAIN: u8 = 0;
    /// Words begin with capitals, as in an English headline.
    pub const TITLE: u8 = 1;
    /// All capitals.
    pub const CAPITALS: u8 = 2;
    /// No capitals at all.
    pub const LOWER: u8 = 3;
}

/// Fewer words tell nothing of how a line is written.
const LEAST_WORDS: usize = 3;

fn style_of(words: &[Word]) -> u8 {
    let of = |case: Case| words.iter().filter(|w| w.case == case).count();
    let (lower, title, upper) = (of(Case::Lower), of(Case::Title), of(Case::Upper));
    let cased = lower + title + upper;
    if upper >= LEAST_WORDS && 5 * upper >= 4 * cased {
        style::CAPITALS
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
            let words = &mut view.words[start..];
            let style = style_of(words);
            let mut before = 0;
            for word in words {
                word.style = style;
                // Marks and numbers before the first word leave it first.
                word.first = before == 0;
                before += usize::from(word.case != Case::None);
                if !word.first && style != style::CAPITALS {
                    counts.entry(word.lower).or_default().add(word.case);
                }
            }
            view.sentences.push(start..view.words.len());
        }
        for word in &mut view.words {
            let known = counts.get(&word.lower).copied().unwrap_or_default();
            let shouted = word.style == style::CAPITALS;
            word.elsewhere = known.class(word.case, !word.first && !shouted);
            if shouted && word.case == Case::Upper {
                word.recase(&known.plain(word.span.of(reading.text), word.is(Cue::FunctionWord)));
            }
        }
        for sentence in &view.sentences {
            let words = &mut view.words[sentence.clone()];
            list(words, gazetteer);
            runs::mark(words, reading.text);
        }
        view
    }

    /// Where a run of pieces stands, in bytes; it has one piece at least.
    pub fn span(&self, pieces: &Range<usize>) -> Span {
        self.words[pieces.start].span.join(self.words[pieces.end - 1].span)
    }

    /// Appends the pieces of a sentence.
    fn read(&mut self, reading: &Reading, tokens: Range<usize>) {
        // The cues of a phrase hold for all its tokens; each bit with the token at which its phrase ends.
        let mut until = [0usize; CUES.len()];
        for index in tokens {
            for mark in reading.marks(index) {
                if let Some(bit) = CUES.iter().position(|c| *c == mark.cue) {
                    until[bit] = until[bit].max(index + mark.len);
                }
            }
            let cues = (0..CUES.len()).fold(0, |bits, bit| bits | u32::from(until[bit] > index) << bit);
            for span in pieces(reading.text, reading.tokens[index]) {
                let glued = self.words.last().is_some_and(|w| w.span.end == span.start);
                let form = span.of(reading.text);
                let possessive = glued && form.len() > 1 && form.starts_with(['\'', '’']);
                self.words.push(Word { span, cues, glued, possessive, ..Word::new(form) });
            }
        }
    }
}

impl Word {
    fn recase(&mut self, form: &str) {
        let plain = Word::new(form);
        (self.exact, self.shape, self.case) = (plain.exact, plain.shape, plain.case);
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

/// The hash under which [`Gazetteer`] has a phrase, `None` for one that is too long or empty.
pub fn phrase_hash(text: &str) -> Option<u32> {
    let tokens = crate::text::tokens::tokens(text);
    let words: Vec<u32> = tokens.flat_map(|t| pieces(text, t).map(|s| Word::new(s.of(text)).lower)).collect();
    let fits = (1..=LONGEST).contains(&words.len());
    fits.then(|| words.iter().fold(0, |hash, word| phrase(hash, *word)))
}

/// The parts of a token that are tagged each on its own: an English possessive and an elided article or preposition
/// before a capital, as in `dell'Università`, are split off.
fn pieces(text: &str, token: Token) -> impl Iterator<Item = Span> {
    let span = token.span();
    let form = span.of(text);
    let word = token.kind == TokenKind::Word;
    let tail = ["'s", "’s", "'S", "’S"].iter().find(|t| word && form.ends_with(**t));
    let tail = tail.map_or(span.end, |t| span.end - t.len());
    let head = span.start + if word { elision(form) } else { 0 };
    let parts = [Span::new(span.start, head.min(tail)), Span::new(head.min(tail), tail), Span::new(tail, span.end)];
    parts.into_iter().filter(|part| part.start < part.end)
}

/// Longest elided word, in bytes with its apostrophe: `dell’`.
const LONGEST_ELISION: usize = 8;

/// How many bytes of a word are an elided one.
fn elision(form: &str) -> usize {
    let mut lower = 0;
    for (at, c) in form.char_indices().take_while(|(at, _)| *at < LONGEST_ELISION) {
        if matches!(c, '\'' | '’') {
            let end = at + c.len_utf8();
            let capital = form[end..].chars().next().is_some_and(char::is_uppercase);
            return if lower > 0 && capital { end } else { 0 };
        }
        if !c.is_lowercase() {
            return 0;
        }
        lower += 1;
    }
    0
}

/// Longest run of one class that a shape tells apart.
const SHAPE_RUN: u32 = 2;

fn shape(form: &str) -> (u32, Case) {
    let (mut state, mut last, mut run) = (SEED, ' ', 0);
    let (mut upper, mut lower, mut first_upper, mut first) = (0, 0, false, true);
    for c in form.chars().take(24) {
        let class = if c.is_uppercase() {
            upper += 1;
            first_upper |= first;
            'X'
        } else if c.is_lowercase() {
            lower += 1;
            'x'
        } else if c.is_alphabetic() {
            'a'
        } else if c.is_numeric() {
            '0'
        } else {
            c
        };
        first = false;
        run = if class == last { run + 1 } else { 1 };
        last = class;
        if run <= SHAPE_RUN {
            state = step(state, class);
        }
    }
    let case = match (upper, lower) {
        (0, 0) => Case::None,
        (0, _) => Case::Lower,
        (1, 0) => Case::Title,
        (_, 0) => Case::Upper,
        _ if first_upper => Case::Title,
        _ => Case::Lower,
    };
    (state, case)
}

const SEED: u32 = 0x811c_9dc5;

/// One step of FNV-1a over code points.
fn step(state: u32, c: char) -> u32 {
    (state ^ c as u32).wrapping_mul(0x0100_0193)
}

fn hash(chars: impl Iterator<Item = char>) -> u32 {
    // A long token is as good as unknown: its beginning is enough.
    chars.take(64).fold(SEED, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn view<'d>(document: &'d Document, gazetteer: &Gazetteer) -> View {
        View::new(&document.reading, document.sentences.iter().map(|s| s.tokens.clone()), gazetteer)
    }

    /// `expected`: pieces with their case, in the first sentence.
    fn check(text: &str, expected: &str) {
        let document = Document::read(text, Some("eng"));
        let view = view(&document, &Gazetteer::default());
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
    fn phrases_in_lists() {
        let entries = [("New York", 3), ("York", 1)];
        let gazetteer = Gazetteer::new(entries.map(|(text, list)| (phrase_hash(text).expect("a phrase"), list)));
        let document = Document::read("He left New York.", Some("eng"));
        let found: Vec<_> = view(&document, &gazetteer).words.iter().map(|w| (w.listed, w.begins, w.goes_on)).collect();
        assert_eq!(found, [(0, 0, 0), (0, 0, 0), (0, 8, 0), (2, 0, 8), (0, 0, 0)]);
        assert_eq!((phrase_hash(""), phrase_hash("a b c d e f")), (None, None));
    }
}
