//! What words and pairs of words add to a score, beyond the features: only for languages with training text.
//!
//! Enters: a sentence. Leaves: one [`Wording`]. The lists are generated, a weight and its terms a line, and hold no
//! names.

use crate::lexicon::{Reading, folded};
use crate::text::{Span, TokenKind};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::OnceLock;

/// The list for English.
const ENGLISH: &str = include_str!("wording.eng.tsv");

/// What the words of a sentence add.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wording {
    /// The sum of their weights, in logits.
    pub weight: f64,
    /// The word or pair that weighs most in the direction of the sum.
    pub span: Span,
}

/// What a word adds alone, and before which others.
#[derive(Debug, Default)]
struct Word {
    alone: f64,
    before: Vec<(&'static str, f64)>,
}

/// What the words in `range` of the tokens add; none where the language has no list or nothing of it stands there.
/// Each word and each pair counts once.
pub fn of(language: &str, reading: &Reading, range: Range<usize>) -> Option<Wording> {
    static LIST: OnceLock<FxHashMap<&'static str, Word>> = OnceLock::new();
    if language != "eng" {
        return None;
    }
    let list = LIST.get_or_init(|| list(ENGLISH));
    let mut found: Vec<((&'static str, &'static str), f64, Span)> = Vec::new();
    let mut before: Option<(&'static str, &Word, Span)> = None;
    for index in range.filter(|i| reading.kind(*i) == TokenKind::Word) {
        let span = reading.tokens[index].span();
        let word = key(span.of(reading.text));
        if let Some((first, pairs, start)) = before {
            let pair = pairs.before.iter().find(|(second, _)| *second == word);
            found.extend(pair.map(|(second, weight)| ((first, *second), *weight, start.join(span))));
        }
        before = list.get_key_value(word.as_str()).map(|(word, weights)| (*word, weights, span));
        let alone = before.filter(|(_, weights, _)| weights.alone != 0.0);
        found.extend(alone.map(|(word, weights, span)| ((word, ""), weights.alone, span)));
    }
    // By term, so that repetitions lie together and the sum is the same in whatever order they stood.
    found.sort_by(|a, b| a.0.cmp(&b.0).then(a.2.cmp(&b.2)));
    found.dedup_by_key(|f| f.0);
    let weight: f64 = (found.iter().map(|f| f.1).sum::<f64>() * 100.0).round() / 100.0;
    let most = found.iter().max_by(|a, b| (a.1 * weight.signum()).total_cmp(&(b.1 * weight.signum())))?;
    (weight != 0.0).then_some(Wording { weight, span: most.2 })
}

/// A word as the lists write it.
pub fn key(word: &str) -> String {
    /// Longer words are in no list.
    const LONGEST: usize = 32;
    if word.len() > LONGEST { String::new() } else { folded(word) }
}

/// The terms of a list with their weights.
fn terms(list: &'static str) -> impl Iterator<Item = (&'static str, f64)> {
    let lines = list.lines().filter_map(|line| line.split_once('\t'));
    let weighed = lines.filter_map(|(weight, terms)| Some((weight.parse::<f64>().ok()?, terms)));
    weighed.flat_map(|(weight, terms)| terms.split('\t').map(move |term| (term, weight)))
}

fn list(text: &'static str) -> FxHashMap<&'static str, Word> {
    let mut words: FxHashMap<&'static str, Word> = FxHashMap::default();
    for (term, weight) in terms(text) {
        match term.split_once(' ') {
            Some((first, second)) => words.entry(first).or_default().before.push((second, weight)),
            None => words.entry(term).or_default().alone = weight,
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    /// The weight of an English text and the words that weigh most.
    fn check(text: &str, expected: Option<(f64, &str)>) {
        let tokens = tokens::tokenise(text);
        let range = 0..tokens.len();
        let reading = Reading::new(text, tokens, []);
        let found = of("eng", &reading, range.clone());
        assert_eq!(found.map(|w| (w.weight, w.span.of(text))), expected, "{text}");
        assert_eq!(of("deu", &reading, range), None);
    }

    #[test]
    fn the_list_holds_one_or_two_words_a_term_each_once() {
        let lines = ENGLISH.lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(ENGLISH.lines().filter_map(|l| l.split('\t').next()?.parse::<f64>().ok()).count(), lines);
        let mut all: Vec<&str> = terms(ENGLISH).map(|(term, _)| term).collect();
        assert!(terms(ENGLISH).all(|(_, weight)| weight != 0.0));
        assert!(all.iter().all(|term| term.split(' ').all(|word| key(word) == word && !word.is_empty())));
        assert!(all.iter().all(|term| term.split(' ').count() <= 2));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }

    #[test]
    fn a_term_counts_once_and_a_pair_beside_its_words() {
        let words = list(ENGLISH);
        let (word, alone) = words.iter().find(|(_, w)| w.alone != 0.0 && w.before.is_empty()).unwrap();
        check(&format!("{word} {word} {word}"), Some((alone.alone, word)));
        let paired = words.iter().filter(|(_, w)| w.alone == 0.0);
        let lone = |second: &str| !words.contains_key(second);
        let (first, (second, weight)) =
            paired.flat_map(|(f, w)| w.before.iter().map(move |pair| (f, pair))).find(|(_, (s, _))| lone(s)).unwrap();
        let pair = format!("{first} {second}");
        check(&pair, Some((*weight, &pair)));
        check(&format!("{second} {first}"), None);
        check("", None);
    }
}
