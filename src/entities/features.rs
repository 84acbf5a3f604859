//! Pieces of a document to hashed features: what the tagger sees of a text.
//!
//! Enters: a text and its sentences. Leaves: feature hashes for each piece, the same in training and in use. Knows
//! nothing of weights or labels.

use crate::lexicon::{Cue, Reading};
use crate::text::{Span, Token, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Bits of a feature's hash. The trial in which 22 to 24 bits made no difference was over the same corpora.
pub const HASH_BITS: u32 = 22;

/// The labels of the tagger, in the order of every weight row: outside, then beginning and inside of each kind.
pub const LABELS: usize = 7;

/// What is kept of a piece: hashes of its form and its parts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Word {
    /// Where, in bytes.
    pub span: Span,
    exact: u32,
    lower: u32,
    prefixes: [u32; 4],
    suffixes: [u32; 4],
    shape: u32,
    case: Case,
    /// Whether no white space lies before it.
    glued: bool,
    first: bool,
    /// How the same word is cased elsewhere in the document, see [`CaseCounts::class`].
    elsewhere: u8,
    /// Which of [`CUES`] the lexicon of the sentence's language has for it, a bit each.
    cues: u16,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Case {
    #[default]
    None,
    Lower,
    Title,
    Upper,
}

/// A document as the tagger sees it.
#[derive(Debug, Default)]
pub struct View {
    /// All pieces, in order.
    pub words: Vec<Word>,
    /// The pieces of each sentence.
    pub sentences: Vec<Range<usize>>,
}

/// The uses of words that tell of names, in the order of their bits.
const CUES: [Cue; 16] = [
    Cue::Honorific,
    Cue::Role,
    Cue::GivenName,
    Cue::NameParticle,
    Cue::OrgSuffix,
    Cue::OrgPrefix,
    Cue::OrgWord,
    Cue::Org,
    Cue::PlacePreposition,
    Cue::PlaceWord,
    Cue::Place,
    Cue::NotName,
    Cue::ReportingVerb,
    Cue::Month,
    Cue::Weekday,
    Cue::FunctionWord,
];

#[derive(Default)]
struct CaseCounts {
    lower: u32,
    capital: u32,
}

impl CaseCounts {
    /// 0 nowhere else, 1 only lower, 2 only capital, 3 mostly lower, 4 mostly capital; the first word of a
    /// sentence counts for nothing, and a word does not count for itself.
    fn class(&self, own: Case, first: bool) -> u8 {
        let own_lower = u32::from(!first && own == Case::Lower);
        let own_capital = u32::from(!first && matches!(own, Case::Title | Case::Upper));
        match (self.lower - own_lower, self.capital - own_capital) {
            (0, 0) => 0,
            (_, 0) => 1,
            (0, _) => 2,
            (lower, capital) if lower > capital => 3,
            _ => 4,
        }
    }
}

impl View {
    /// The view of a text whose sentences are these ranges of tokens, in order.
    pub fn new(reading: &Reading, sentences: impl Iterator<Item = Range<usize>>) -> View {
        let mut view = View::default();
        let mut counts: FxHashMap<u32, CaseCounts> = FxHashMap::default();
        for tokens in sentences {
            let start = view.words.len();
            let mut words_before = 0;
            // The cues of a phrase hold for all its tokens; each bit with the token at which its phrase ends.
            let mut until = [0usize; CUES.len()];
            for index in tokens {
                for mark in reading.marks(index) {
                    if let Some(bit) = CUES.iter().position(|c| *c == mark.cue) {
                        until[bit] = until[bit].max(index + mark.len);
                    }
                }
                let cues = (0..CUES.len()).fold(0, |bits, bit| bits | u16::from(until[bit] > index) << bit);
                for span in pieces(reading.text, reading.tokens[index]) {
                    let glued = view.words.last().is_some_and(|w| w.span.end == span.start);
                    let mut word = Word { cues, ..Word::new(reading.text, span, glued) };
                    // Marks and numbers before the first word leave it first.
                    word.first = words_before == 0;
                    words_before += usize::from(word.case != Case::None);
                    if !word.first {
                        let count = counts.entry(word.lower).or_default();
                        count.lower += u32::from(word.case == Case::Lower);
                        count.capital += u32::from(matches!(word.case, Case::Title | Case::Upper));
                    }
                    view.words.push(word);
                }
            }
            view.sentences.push(start..view.words.len());
        }
        for word in &mut view.words {
            word.elsewhere = counts.get(&word.lower).map_or(0, |c| c.class(word.case, word.first));
        }
        view
    }

    /// Calls `feature` with the hash of each feature of the piece at `index` in its sentence.
    pub fn features(&self, sentence: usize, index: usize, mut feature: impl FnMut(u32)) {
        let range = self.sentences[sentence].clone();
        let words = &self.words[range];
        let nothing = Word::default();
        let at = |offset: isize| -> &Word {
            index.checked_add_signed(offset).and_then(|i| words.get(i)).unwrap_or(&nothing)
        };
        let (b2, b1, w, n1, n2) = (at(-2), at(-1), at(0), at(1), at(2));
        let mut template = 0u32;
        let mut emit = |a: u32, b: u32| {
            template += 1;
            feature(mix(template, a, b));
        };
        emit(0, 0);
        emit(w.exact, 0);
        emit(w.lower, 0);
        emit(b1.lower, 0);
        emit(n1.lower, 0);
        emit(b2.lower, 0);
        emit(n2.lower, 0);
        emit(b1.lower, w.lower);
        emit(w.lower, n1.lower);
        for prefix in w.prefixes {
            emit(prefix, 0);
        }
        for suffix in w.suffixes {
            emit(suffix, 0);
        }
        emit(w.shape, 0);
        emit(b1.shape, 0);
        emit(n1.shape, 0);
        emit(b1.shape, w.shape);
        emit(w.shape, n1.shape);
        emit(mix(0, b1.shape, w.shape), n1.shape);
        emit(b2.shape, b1.shape);
        emit(n1.shape, n2.shape);
        emit(b1.suffixes[2], 0);
        emit(n1.suffixes[2], 0);
        emit(b1.lower, w.shape);
        emit(n1.lower, w.shape);
        emit(b2.lower, b1.lower);
        emit(n1.lower, n2.lower);
        emit(w.suffixes[2], w.shape);
        emit(w.prefixes[2], w.suffixes[1]);
        emit(u32::from(w.elsewhere), w.case as u32 * 2 + u32::from(w.first));
        emit(u32::from(b1.elsewhere) * 8 + b1.case as u32, w.case as u32);
        emit(u32::from(n1.elsewhere) * 8 + n1.case as u32, w.case as u32);
        emit(u32::from(w.first), w.shape);
        let cues = |word: &Word| u32::from(word.cues);
        emit(cues(w), w.shape);
        emit(cues(b1), w.case as u32);
        emit(cues(n1), w.case as u32);
        emit(cues(b1), mix(0, cues(w), cues(n1)));
        emit(cues(b2), mix(0, cues(b1), w.case as u32));
        emit(u32::from(w.glued) * 2 + u32::from(n1.glued), mix(0, b1.shape, n1.shape));
    }

    /// Calls `feature` with the hashes of what the document's other mentions say of the piece: `votes` holds for
    /// each word, by its [`Word::key`], how often each kind was found elsewhere.
    pub fn vote_features(&self, sentence: usize, index: usize, votes: &Votes, mut feature: impl FnMut(u32)) {
        let range = self.sentences[sentence].clone();
        let words = &self.words[range.clone()];
        let class = |offset: isize| -> u32 {
            let at = index.checked_add_signed(offset).filter(|i| *i < words.len());
            at.map_or(9, |i| votes.class(&words[i], range.start + i))
        };
        let (before, here, after) = (class(-1), class(0), class(1));
        feature(mix(101, here, 0));
        feature(mix(102, before, here));
        feature(mix(103, here, after));
        feature(mix(104, here, words[index].case as u32 * 2 + u32::from(words[index].first)));
    }
}

impl Word {
    fn new(text: &str, span: Span, glued: bool) -> Word {
        let form = span.of(text);
        let mut word = Word { span, glued, exact: hash(form.chars()), ..Word::default() };
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
}

/// How often each word was found as each kind in a document.
#[derive(Debug, Default)]
pub struct Votes {
    counts: FxHashMap<u32, [u16; 4]>,
    own: Vec<u8>,
}

impl Votes {
    /// The votes of a document in which piece `i` of `view` has the label `labels[i]`.
    pub fn new(view: &View, labels: &[u8]) -> Votes {
        let mut counts: FxHashMap<u32, [u16; 4]> = FxHashMap::default();
        let own: Vec<u8> = labels.iter().map(|label| label.div_ceil(2)).collect();
        for (word, kind) in view.words.iter().zip(&own) {
            if matches!(word.case, Case::Title | Case::Upper) {
                let count = &mut counts.entry(word.lower).or_default()[*kind as usize];
                *count = count.saturating_add(1);
            }
        }
        Votes { counts, own }
    }

    /// 0: not seen elsewhere; 1 to 4: mostly outside, person, organisation, place; 5 to 8: always so, twice or more.
    fn class(&self, word: &Word, index: usize) -> u32 {
        let Some(counts) = self.counts.get(&word.lower) else { return 0 };
        let mut counts = *counts;
        if matches!(word.case, Case::Title | Case::Upper) {
            let own = &mut counts[self.own[index] as usize];
            *own = own.saturating_sub(1);
        }
        let total: u16 = counts.iter().fold(0, |sum, c| sum.saturating_add(*c));
        let best = (0..4).max_by_key(|k| (counts[*k], std::cmp::Reverse(*k))).unwrap_or(0);
        match counts[best] {
            0 => 0,
            n if n == total && n >= 2 => 5 + best as u32,
            _ => 1 + best as u32,
        }
    }
}

/// The parts of a token that are tagged each on its own: an English possessive is split off.
fn pieces(text: &str, token: Token) -> impl Iterator<Item = Span> {
    let span = token.span();
    let form = span.of(text);
    let tail = ["'s", "’s", "'S", "’S"].iter().find(|t| token.kind == TokenKind::Word && form.ends_with(**t));
    let cut = tail.map_or(span.end, |t| span.end - t.len());
    let rest = (cut < span.end).then(|| Span::new(cut, span.end));
    let body = (cut > span.start).then(|| Span::new(span.start, cut));
    body.into_iter().chain(rest)
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

fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut h = template.wrapping_mul(0x9e37_79b1) ^ a.wrapping_mul(0x85eb_ca6b);
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d) ^ b.wrapping_mul(0xc2b2_ae35);
    h = (h ^ (h >> 13)).wrapping_mul(0x297a_2d39);
    (h ^ (h >> 16)) >> (32 - HASH_BITS)
}
