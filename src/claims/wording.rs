//! What single words add to a score, beyond the features: only for languages with training text.
//!
//! Enters: a sentence. Leaves: one [`Wording`]. The lists are generated, a word and its weight a line, and hold no
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
    /// The word that weighs most in the direction of the sum.
    pub span: Span,
}

/// What the words in `range` of the tokens add; none where the language has no list or no word stands in it.
/// Each word counts once.
pub fn of(language: &str, reading: &Reading, range: Range<usize>) -> Option<Wording> {
    static LIST: OnceLock<FxHashMap<&'static str, f64>> = OnceLock::new();
    if language != "eng" {
        return None;
    }
    let list = LIST.get_or_init(|| weights(ENGLISH).collect());
    let mut found: Vec<(&'static str, f64, Span)> = Vec::new();
    for index in range.filter(|i| reading.kind(*i) == TokenKind::Word) {
        let span = reading.tokens[index].span();
        if let Some((word, weight)) = list.get_key_value(key(span.of(reading.text)).as_str()) {
            found.push((word, *weight, span));
        }
    }
    // By word, so that repetitions lie together and the sum is the same in whatever order they stood.
    found.sort_by(|a, b| a.0.cmp(b.0).then(a.2.cmp(&b.2)));
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

/// The words of a list with their weights.
fn weights(list: &'static str) -> impl Iterator<Item = (&'static str, f64)> {
    let lines = list.lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t').and_then(|(word, weight)| Some((word, weight.parse().ok()?))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    #[test]
    fn every_line_of_the_list_is_a_word_with_a_weight() {
        let lines = ENGLISH.lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(weights(ENGLISH).count(), lines);
        assert!(weights(ENGLISH).all(|(word, weight)| key(word) == word && weight != 0.0));
    }

    #[test]
    fn a_word_counts_once_and_other_languages_have_no_wording() {
        let Some((word, weight)) = weights(ENGLISH).next() else { return };
        let text = format!("{word} {word} {word}");
        let reading = Reading::new(&text, tokens::tokenise(&text), []);
        let found = of("eng", &reading, 0..3);
        assert_eq!(found, Some(Wording { weight, span: Span::new(0, word.len()) }));
        assert_eq!(of("deu", &reading, 0..3), None);
    }
}
