//! All that speaks for one language or another in a text, summed over its pieces.
//!
//! Enters: plain text. Leaves: candidates with their probabilities. Knows nothing of documents or of how a
//! language is reported.

use super::confidence::probabilities;
use super::script::{self, Letters};
use super::words::{Counts, Words, split};
use super::{UNDETERMINED, opinions};
use crate::lexicon::{Lexicon, setting};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;
use std::sync::LazyLock;

/// A text is read in pieces of about this many bytes: long enough that most words of a piece come again and are
/// weighed once, short enough that a passage in another language does not colour the rest of a long text.
const PIECE: usize = 32_000;
/// No piece says more against a language than this, in log-likelihood; else one long quotation decided.
const FLOOR: f64 = 20.0;
/// How much the first opinion and the words of the language files count beside the n-grams: they see the same
/// letters, so that a full count would take one thing for three.
const FIRST_WEIGHT: f64 = 0.3;
const WORDS_WEIGHT: f64 = 1.0;
/// How much of a difference in n-grams counts between a language and the one that its file says it is like: their
/// words have nearly all letters in common, so that such differences come from the topics of the texts.
const LIKE_WEIGHT: f64 = 0.25;
/// The same where both files list the words that tell the two apart.
const BY_WORDS_WEIGHT: f64 = 0.03;
/// How much rarer all other languages together are than one that has a name here, as a logarithm.
const OTHERS_PRIOR: f64 = -1.0;
/// At this lead by words and n-grams the first opinion no longer matters: it moves two languages against each other by
/// less than 5, and what is left of the lead still makes the guess reliable.
const DECIDED: f64 = 12.0;
/// What a language that the first opinion does not know is taken to be for it: as far as a neighbour is.
const UNKNOWN_TO_TRIGRAMS: f64 = -4.0;
/// No word in ASCII letters is longer than this.
const LONGEST_WORD: usize = 64;
/// From this many words on a text has some of its language's function words: at least one in so many.
const PROOF_WORDS: u32 = 16;
const PROOF_SHARE: u32 = 16;
/// What is left of the probability of a language whose function words are missing.
const UNPROVED: f64 = 0.5;
/// Up to so many words a text may be nothing but names.
const SHORT_TEXT_WORDS: u32 = 12;
/// Among names, fewer than one in so many is also a function word of some language ("Ada", "Van").
const NAMES: u32 = 4;

/// The evidence of a text, or of several pieces of one.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Its letters, those of addresses and code left out.
    pub letters: Letters,
    /// Summed log-likelihoods above `-FLOOR` a piece.
    sums: FxHashMap<&'static str, f64>,
    /// Words that can be language, and how many of them begin with a capital letter or are on no list.
    words: u32,
    capitalised: u32,
    listed: u32,
    /// Words of more than one letter, and what stands between words and is none: addresses, code, numbers.
    longer: u32,
    artificial: u32,
    /// Words that were looked up, and how many of them each language's list has.
    looked_up: u32,
    hits: FxHashMap<&'static str, u32>,
}

impl Evidence {
    /// Reads the whole of `text`.
    pub fn of(text: &str) -> Self {
        Evidence::read(text, FirstOpinion::Asked)
    }

    /// Reads a piece of a document, of which there are many: the first opinion, which costs more than all other
    /// evidence together, is asked only where that leaves a doubt.
    pub fn of_piece(text: &str) -> Self {
        Evidence::read(text, FirstOpinion::InDoubt)
    }

    fn read(text: &str, first: FirstOpinion) -> Self {
        let mut evidence = Evidence::default();
        let mut rest = text;
        let mut piece = String::with_capacity(PIECE + 64);
        while !rest.is_empty() {
            let (head, tail) = split_piece(rest);
            rest = tail;
            piece.clear();
            evidence.keep_prose(head, &mut piece);
            evidence.add(&piece, first);
        }
        evidence
    }

    /// Candidates by probability, the likeliest first.
    pub fn ranked(&self) -> Vec<(&'static str, f64)> {
        let mut sums: Vec<_> = self.sums.iter().map(|(code, sum)| (*code, *sum)).collect();
        sums.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        let logs: Vec<f64> = sums.iter().map(|(_, sum)| *sum).collect();
        let probable = probabilities(&logs, self.letters.total());
        sums.into_iter().zip(probable).map(|((code, _), p)| (code, p * self.proof(code))).collect()
    }

    /// 1, or less for a language whose commonest words are missing in a text long enough to have some: whatever
    /// the trigrams say, it is then likely a language that nobody here knows.
    fn proof(&self, code: &str) -> f64 {
        let hits = self.hits.get(code).copied();
        let unproved = self.looked_up >= PROOF_WORDS && hits.is_some_and(|n| n * PROOF_SHARE < self.looked_up);
        if unproved { UNPROVED } else { 1.0 }
    }

    /// Whether a short text has nothing that only a language has: its words are all names or single letters, or
    /// fewer than the addresses and the code among them.
    pub fn looks_like_no_language(&self, confidence: f64) -> bool {
        let spaced = self.letters.of("Latn") + self.letters.of("Cyrl") + self.letters.of("Grek");
        let short = self.words <= SHORT_TEXT_WORDS && 2 * spaced > self.letters.total();
        let names_only = self.words >= 2 && self.capitalised == self.words && NAMES * self.listed < self.words;
        let symbols_only = self.longer == 0 || self.artificial > self.words;
        short && (names_only || symbols_only) && confidence < super::RELIABLE
    }

    /// Copies the words of `text` that can be language: no addresses, handles, numbers, or code.
    fn keep_prose(&mut self, text: &str, prose: &mut String) {
        for word in text.split_whitespace() {
            if is_artificial(word) {
                self.artificial = self.artificial.saturating_add(1);
                continue;
            }
            let mut letters = word.chars().filter(|c| c.is_alphabetic());
            if let Some(first) = letters.next() {
                self.longer = self.longer.saturating_add(u32::from(letters.next().is_some()));
                self.words = self.words.saturating_add(1);
                self.capitalised = self.capitalised.saturating_add(u32::from(first.is_uppercase()));
            }
            prose.push_str(word);
            prose.push(' ');
        }
    }

    fn add(&mut self, piece: &str, first: FirstOpinion) {
        let letters = Letters::count(piece);
        let main = letters.main();
        self.letters.merge(&letters);
        let single = match main {
            script::NONE => return,
            "Jpan" => Some("jpn"),
            "Kore" => Some("kor"),
            "Hani" => Some("zho"),
            script => script::only_language(script),
        };
        match single {
            Some(code) => *self.sums.entry(code).or_default() += FLOOR.min(letters.total() as f64),
            None => self.weigh(piece, main, first),
        }
    }

    /// Adds the opinions of trigrams, words and n-grams on a piece in a script of several languages.
    fn weigh(&mut self, piece: &str, script: &str, first: FirstOpinion) {
        let words = Words::load();
        let lower = piece.to_lowercase();
        let distinct = distinct(&lower);
        let mut counts = words.counts();
        for (word, times) in &distinct {
            words.count_times(word, *times, &mut counts);
        }
        let letters: FxHashMap<&'static str, f64> = near_the_like(&opinions::letters(script, &distinct)).collect();
        let mut candidates = Vec::new();
        if first == FirstOpinion::InDoubt {
            candidates = weighed(&letters, &counts, &FxHashMap::default());
        }
        if lead(&candidates) < DECIDED {
            candidates = weighed(&letters, &counts, &opinions::first(piece).into_iter().collect());
        }
        self.looked_up = self.looked_up.saturating_add(counts.words);
        for (index, code) in words.codes().iter().enumerate() {
            *self.hits.entry(code).or_default() += counts.hits[index];
        }
        self.listed = self.listed.saturating_add(most_hits(&counts));
        let best = candidates.iter().map(|c| c.1).fold(f64::NEG_INFINITY, f64::max);
        for (code, log) in candidates {
            *self.sums.entry(code).or_default() += (FLOOR + log - best).max(0.0);
        }
    }
}

/// When the first opinion is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FirstOpinion {
    Asked,
    InDoubt,
}

/// Every language that any of the three opinions knows, with the sum of what they say.
fn weighed(
    letters: &FxHashMap<&'static str, f64>,
    counts: &Counts,
    first: &FxHashMap<&'static str, f64>,
) -> Vec<(&'static str, f64)> {
    let words = Words::load();
    let others = letters.get(UNDETERMINED).copied().unwrap_or(0.0);
    let listed = words.codes().iter().enumerate().filter(|(index, _)| counts.knows(*index, words));
    let mut codes: Vec<&'static str> = letters.keys().chain(first.keys()).copied().collect();
    codes.extend(listed.map(|(_, code)| *code));
    codes.sort_unstable();
    codes.dedup();
    let weigh = |code: &'static str| {
        let trigrams = first.get(code).or_else(|| first.get(like(code))).copied().unwrap_or(UNKNOWN_TO_TRIGRAMS);
        let unlisted = Counts::NO_LIST * f64::from(counts.words);
        let of_words = words.index_of(code).map_or(unlisted, |index| counts.log_likelihood(index));
        FIRST_WEIGHT * trigrams + WORDS_WEIGHT * of_words + letters.get(code).copied().unwrap_or(others)
    };
    codes.into_iter().map(|code| (code, weigh(code))).collect()
}

/// By how much the best candidate is ahead of the next; 0 where there is none.
fn lead(candidates: &[(&'static str, f64)]) -> f64 {
    let ahead = |(best, next): (f64, f64), (_, log): &(&str, f64)| (best.max(*log), next.max(best.min(*log)));
    let (best, next) = candidates.iter().fold((f64::NEG_INFINITY, f64::NEG_INFINITY), ahead);
    if best > f64::NEG_INFINITY { best - next } else { 0.0 }
}

/// The opinions, those of languages that are alike brought together.
fn near_the_like(letters: &[(&'static str, f64)]) -> impl Iterator<Item = (&'static str, f64)> {
    let mut best: FxHashMap<&str, f64> = FxHashMap::default();
    for (code, log) in letters {
        let best = best.entry(like(code)).or_insert(f64::NEG_INFINITY);
        *best = best.max(*log);
    }
    letters.iter().map(move |(code, log)| {
        let best = best[like(code)];
        let prior = if *code == UNDETERMINED { OTHERS_PRIOR } else { 0.0 };
        (*code, best + like_weight(code) * (log - best) + prior)
    })
}

/// How much of a difference in n-grams counts between a language and its kin.
fn like_weight(code: &'static str) -> f64 {
    static BY_WORDS: LazyLock<FxHashSet<&str>> =
        LazyLock::new(|| Lexicon::codes().filter(|code| !setting(code, "language.only").is_empty()).collect());
    if BY_WORDS.contains(code) { BY_WORDS_WEIGHT } else { LIKE_WEIGHT }
}

/// The language that this one's file says it is like, or the language itself.
fn like(code: &'static str) -> &'static str {
    static LIKE: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
        let said = Lexicon::codes().map(|code| (code, setting(code, "language.like")));
        said.filter(|(_, like)| !like.is_empty()).collect()
    });
    LIKE.get(code).copied().unwrap_or(code)
}

/// The different words of a text, in the order in which they first occur, and how often each does.
fn distinct(text: &str) -> Vec<(&str, u32)> {
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut words: Vec<(&str, u32)> = Vec::new();
    for word in split(text) {
        match places.entry(word) {
            Entry::Occupied(place) => words[*place.get()].1 += 1,
            Entry::Vacant(place) => {
                place.insert(words.len());
                words.push((word, 1));
            }
        }
    }
    words
}

fn most_hits(counts: &Counts) -> u32 {
    counts.hits.iter().copied().max().unwrap_or(0)
}

/// The first piece of `text`, about [`PIECE`] bytes up to white space where there is some nearby, and the rest.
fn split_piece(text: &str) -> (&str, &str) {
    if text.len() <= PIECE + PIECE / 2 {
        return (text, "");
    }
    let mut from = PIECE;
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let window_end = (from + PIECE / 2..).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len());
    let at = text[from..window_end].find(char::is_whitespace).map_or(from, |i| from + i);
    text.split_at(at)
}

/// Whether a run without white space is no word of any language: an address, a handle, a path, code, a hash.
fn is_artificial(word: &str) -> bool {
    let bytes = word.as_bytes();
    if bytes.len() > LONGEST_WORD && word.is_ascii() {
        return true;
    }
    if bytes.iter().any(|b| matches!(b, b'@' | b'_' | b'\\' | b'{' | b'}' | b'=' | b'<' | b'>' | b'#' | b'~')) {
        return true;
    }
    let (mut digit, mut letter, mut dot_inside) = (false, false, false);
    let mut before = b' ';
    for (i, b) in bytes.iter().enumerate() {
        digit |= b.is_ascii_digit();
        letter |= b.is_ascii_alphabetic();
        let after = bytes.get(i + 1).copied().unwrap_or(b' ');
        dot_inside |= *b == b'.' && before.is_ascii_lowercase() && after.is_ascii_lowercase();
        if *b == b':' && after == b'/' || *b == b'(' && after == b')' || *b == b'/' && after == b'/' {
            return true;
        }
        before = *b;
    }
    digit && letter || dot_inside || word.starts_with("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_make_up_the_text() {
        for text in ["", "a", &"é".repeat(5000), &"ab cd\n".repeat(3000), &"漢".repeat(9000)] {
            let (mut rest, mut joined) = (text, String::new());
            while !rest.is_empty() {
                let (head, tail) = split_piece(rest);
                assert!(!head.is_empty());
                joined += head;
                rest = tail;
            }
            assert_eq!(joined, text);
        }
    }

    #[test]
    fn addresses_and_code_are_no_words() {
        for word in
            ["https://a.b/c", "me@x.org", "@jack", "#tag", "foo_bar", "x=1", "index.html", "a1b2c3", "f()", "www.x"]
        {
            assert!(is_artificial(word), "{word}");
        }
        for word in ["don't", "Straße,", "katanya.", "U.S.", "„Ja“", "E-Mail", "und/oder", "漢字"] {
            assert!(!is_artificial(word), "{word}");
        }
    }
}
