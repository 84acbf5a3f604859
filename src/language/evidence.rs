//! All that speaks for one language or another in a text, summed over its pieces.
//!
//! Enters: plain text. Leaves: candidates with their probabilities. Knows nothing of documents or of how a
//! language is reported.

use super::confidence::probabilities;
use super::script::{self, Letters};
use super::words::{Counts, Words};
use crate::lexicon::setting;
use rustc_hash::FxHashMap;
use whatlang::dev::{RawLangInfo, raw_detect};

/// A text is read in pieces of about this many bytes: long enough for trigrams to tell, short enough that a
/// passage in another language does not colour the rest.
const PIECE: usize = 8000;
/// No piece says more against a language than this, in log-likelihood; else one long quotation decided.
const FLOOR: f64 = 14.0;
/// whatlang's own measure of a safe distance between the best and the next is 3 / trigrams + 0.015; at that
/// distance it is right about 20 times in 21, so its logarithm is about 3.
const SAFE_DISTANCE: f64 = 3.0;
/// No language is farther from the first opinion than this many safe distances.
const FARTHEST: f64 = 4.0;
/// What a language that the first opinion does not know starts with: it has to be proved by its words.
const UNKNOWN_TO_TRIGRAMS: f64 = -4.0;
/// No word in ASCII letters is longer than this.
const LONGEST_WORD: usize = 64;
/// Up to so many words a text may be nothing but names.
const SHORT_TEXT_WORDS: u32 = 12;

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
}

impl Evidence {
    /// Reads the whole of `text`.
    pub fn of(text: &str) -> Self {
        let mut evidence = Evidence::default();
        let mut rest = text;
        let mut piece = String::with_capacity(PIECE + 64);
        while !rest.is_empty() {
            let (head, tail) = split_piece(rest);
            rest = tail;
            piece.clear();
            evidence.keep_prose(head, &mut piece);
            evidence.add(&piece);
        }
        evidence
    }

    /// Candidates by probability, the likeliest first.
    pub fn ranked(&self) -> Vec<(&'static str, f64)> {
        let mut sums: Vec<_> = self.sums.iter().map(|(code, sum)| (*code, *sum)).collect();
        sums.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        let logs: Vec<f64> = sums.iter().map(|(_, sum)| *sum).collect();
        let probable = probabilities(&logs, self.letters.total());
        sums.into_iter().zip(probable).map(|((code, _), p)| (code, p)).collect()
    }

    /// Whether a short text has nothing that only a language has: its words are all names, or no function word
    /// is among several words and the guess is weak.
    pub fn looks_like_no_language(&self, confidence: f64) -> bool {
        let spaced = self.letters.of("Latn") + self.letters.of("Cyrl") + self.letters.of("Grek");
        let short = self.words <= SHORT_TEXT_WORDS && 2 * spaced > self.letters.total();
        let names_only = self.words >= 2 && self.capitalised == self.words && self.listed == 0;
        short && names_only && confidence < super::RELIABLE
    }

    /// Copies the words of `text` that can be language: no addresses, handles, numbers, or code.
    fn keep_prose(&mut self, text: &str, prose: &mut String) {
        for word in text.split_whitespace() {
            if is_artificial(word) {
                continue;
            }
            if let Some(first) = word.chars().find(|c| c.is_alphabetic()) {
                self.words = self.words.saturating_add(1);
                self.capitalised = self.capitalised.saturating_add(u32::from(first.is_uppercase()));
            }
            prose.push_str(word);
            prose.push(' ');
        }
    }

    fn add(&mut self, piece: &str) {
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
            None => self.weigh(piece),
        }
    }

    /// Adds the opinions of trigrams, words and letters on a piece in a script of several languages.
    fn weigh(&mut self, piece: &str) {
        let words = Words::load();
        let mut counts = words.counts();
        words.count_all(piece, &mut counts);
        let first = first_opinion(piece);
        let mut candidates: Vec<(&'static str, f64)> = first
            .iter()
            .map(|(code, log)| {
                let index = words.codes().iter().position(|c| c == code);
                (*code, log + index.map_or(-0.2 * f64::from(counts.words), |i| counts.log_likelihood(i)))
            })
            .collect();
        for (index, code) in words.codes().iter().enumerate() {
            if counts.knows(index, words) && !first.iter().any(|(c, _)| c == code) {
                let kin = setting(code, "language.like");
                let base = first.iter().find(|(c, _)| *c == kin).map_or(UNKNOWN_TO_TRIGRAMS, |(_, log)| *log);
                candidates.push((code, base + counts.log_likelihood(index)));
            }
        }
        self.listed = self.listed.saturating_add(most_hits(&counts));
        let best = candidates.iter().map(|c| c.1).fold(f64::NEG_INFINITY, f64::max);
        for (code, log) in candidates {
            *self.sums.entry(code).or_default() += (FLOOR + log - best).max(0.0);
        }
    }
}

fn most_hits(counts: &Counts) -> u32 {
    counts.hits.iter().copied().max().unwrap_or(0)
}

/// whatlang's ranking as log-likelihoods, the best at 0.
fn first_opinion(piece: &str) -> Vec<(&'static str, f64)> {
    let scores = match raw_detect(piece).lang_info {
        Some(RawLangInfo::MultiScript(outcome)) => {
            let safe = 3.0 / outcome.trigram_raw_outcome.trigrams_count.max(1) as f64 + 0.015;
            let best = outcome.scores.first().map_or(0.0, |(_, score)| *score);
            let distance = |score: f64| ((best - score) / score.max(1e-9) / safe).clamp(0.0, FARTHEST);
            outcome.scores.into_iter().map(|(lang, score)| (lang, -SAFE_DISTANCE * distance(score))).collect()
        }
        Some(RawLangInfo::OneScript(lang) | RawLangInfo::Mandarin(lang)) => vec![(lang, 0.0)],
        None => Vec::new(),
    };
    scores.into_iter().map(|(lang, log)| (usual(lang.code()), log)).collect()
}

/// The code that reports use for one of whatlang's.
fn usual(code: &'static str) -> &'static str {
    match code {
        "cmn" => "zho",
        "pes" => "fas",
        other => other,
    }
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
    use super::super::codes;
    use super::*;

    #[test]
    fn codes_of_the_first_opinion_are_the_reports() {
        for lang in whatlang::Lang::all() {
            assert_eq!(codes::look_up(lang.code()).code, usual(lang.code()), "{lang:?}");
        }
    }

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
