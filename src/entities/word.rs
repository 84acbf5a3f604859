//! A piece of a text: a word, a number or a mark, with what is known of it.
//!
//! Enters: the form of a piece. Leaves: a [`Word`] with hashes of its form and its parts. Knows nothing of the
//! document it stands in.

use super::gazetteer::{LONGEST, phrase};
use super::run::Run;
use crate::lexicon::Cue;
use crate::text::tokens::elision;
use crate::text::{Span, Token, TokenKind};

/// What is kept of a piece: hashes of its form and its parts, and what lists and the document say of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Where, in bytes.
    pub span: Span,
    /// How it is cased; where casing tells nothing, as in a line of capitals, how it would be.
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
    /// How the same word is cased elsewhere in the document, see `CaseCounts` in `view.rs`.
    pub(super) elsewhere: u8,
    /// How its sentence is written, see `style` in `view.rs`.
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

impl Case {
    /// All of them, in the order of their numbers.
    pub(super) const ALL: [Case; 4] = [Case::None, Case::Lower, Case::Title, Case::Upper];
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

/// The bits of some of [`CUES`].
pub(super) const fn mask(cues: &[Cue]) -> u32 {
    let mut mask = 0;
    let mut at = 0;
    while at < cues.len() {
        mask |= MASKS[cues[at] as usize];
        at += 1;
    }
    mask
}

/// The number of the bit of one of [`CUES`], `None` for other cues.
#[inline]
pub(super) fn bit_of(cue: Cue) -> Option<usize> {
    let mask = MASKS[cue as usize];
    (mask != 0).then(|| mask.trailing_zeros() as usize)
}

/// The bit of each cue, 0 for those that are none of [`CUES`].
const MASKS: [u32; Cue::COUNT] = {
    let mut masks = [0; Cue::COUNT];
    let mut bit = 0;
    while bit < CUES.len() {
        masks[CUES[bit] as usize] = 1 << bit;
        bit += 1;
    }
    masks
};

impl Word {
    /// The word of this form, with nothing known yet of what is around it.
    pub(super) fn new(form: &str) -> Word {
        let mut word = Word { exact: hash(form.chars()), ..Word::default() };
        if form.is_ascii() {
            let lower = |b: u8| char::from(b.to_ascii_lowercase());
            word.read(form.bytes().map(lower), form.bytes().rev().map(lower));
        } else {
            word.read(form.chars().flat_map(char::to_lowercase), form.chars().rev().flat_map(char::to_lowercase));
        }
        (word.shape, word.case) = shape(form);
        word
    }

    /// Hashes the lower-cased form, from its beginning and from its end.
    #[inline]
    fn read(&mut self, lower: impl Iterator<Item = char> + Clone, reversed: impl Iterator<Item = char>) {
        self.lower = hash(lower.clone());
        let mut state = SEED;
        for (index, c) in lower.take(5).enumerate() {
            state = step(state, c);
            if index >= 1 {
                self.prefixes[index - 1] = state;
            }
        }
        state = SEED;
        for (index, c) in reversed.take(4).enumerate() {
            state = step(state, c);
            self.suffixes[index] = state;
        }
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
        self.elsewhere == 2 || self.elsewhere == 0 && !self.first && self.is_capital()
    }

    /// Whether it is one of these marks.
    pub(super) fn is_mark(&self, marks: &[char]) -> bool {
        self.case == Case::None && marks.iter().any(|mark| self.exact == step(SEED, *mark))
    }

    /// Whether it alone is on a list of places.
    pub fn is_place_listed(&self) -> bool {
        const PLACES: u8 = 1 << 2 | 1 << 3;
        self.listed & PLACES != 0
    }

    /// Whether it alone is on a list of persons' names.
    pub(super) fn is_person_listed(&self) -> bool {
        const PERSONS: u8 = 1 | 1 << 1;
        self.listed & PERSONS != 0
    }

    /// Whether it has letters with case.
    pub fn has_letters(&self) -> bool {
        self.case != Case::None
    }

    /// Whether the lexicon has it, or a phrase it is in, for this use.
    #[inline]
    pub fn is(&self, cue: Cue) -> bool {
        self.cues & MASKS[cue as usize] != 0
    }

    /// Whether it has one of these uses, see [`mask`].
    #[inline]
    pub(super) fn is_any(&self, mask: u32) -> bool {
        self.cues & mask != 0
    }

    /// Takes the form of another casing.
    pub(super) fn recase(&mut self, form: &str) {
        let plain = Word::new(form);
        (self.exact, self.shape, self.case) = (plain.exact, plain.shape, plain.case);
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
pub(super) fn pieces(text: &str, token: Token) -> impl Iterator<Item = Span> {
    let span = token.span();
    let form = span.of(text);
    let word = token.kind == TokenKind::Word;
    let tail = ["'s", "’s", "'S", "’S"].iter().find(|t| word && form.ends_with(**t));
    let tail = tail.map_or(span.end, |t| span.end - t.len());
    let before_name = |at: &usize| {
        let article = form[..*at].trim_end_matches(['\'', '’']);
        article.chars().all(char::is_lowercase) && form[*at..].starts_with(char::is_uppercase)
    };
    let head = span.start + elision(form).filter(|at| word && before_name(at)).unwrap_or(0);
    let parts = [Span::new(span.start, head.min(tail)), Span::new(head.min(tail), tail), Span::new(tail, span.end)];
    parts.into_iter().filter(|part| part.start < part.end)
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
