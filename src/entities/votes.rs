//! What a first pass found of each word throughout a document.
//!
//! Enters: a view and its labels. Leaves: for a word at a place, the kinds that the same word has at the others.
//! Knows nothing of weights.

use super::view::View;
use super::word::Word;
use rustc_hash::FxHashMap;

/// How many classes [`Votes::class`] tells apart.
pub const CLASSES: u32 = 9;

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
        for (word, kind) in view.words.iter().zip(&own).filter(|(word, _)| word.is_capital()) {
            let count = &mut counts.entry(word.key()).or_default()[*kind as usize];
            *count = count.saturating_add(1);
        }
        Votes { counts, own }
    }

    /// 0: not seen elsewhere; 1 to 4: mostly outside, person, organisation, place; 5 to 8: always so, twice or more.
    pub fn class(&self, word: &Word, index: usize) -> u32 {
        let Some(counts) = self.counts.get(&word.key()) else { return 0 };
        let mut counts = *counts;
        if word.is_capital() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::gazetteer::Gazetteer;

    #[test]
    fn a_word_does_not_vote_for_itself() {
        let document = Document::read("Micro. Micro. Micro. Trend. other", Some("eng"));
        let view = View::of(&document, &Gazetteer::default());
        let forms: Vec<&str> = view.words.iter().map(|w| w.span.of(document.text())).collect();
        assert_eq!(forms, ["Micro", ".", "Micro", ".", "Micro", ".", "Trend", ".", "other"]);
        let check = |labels: [u8; 9], expected: [u32; 5]| {
            let votes = Votes::new(&view, &labels);
            let classes = [0, 2, 4, 6, 8].map(|i| votes.class(&view.words[i], i));
            assert_eq!(classes, expected, "{labels:?}");
        };
        check([3, 0, 3, 0, 3, 0, 1, 0, 0], [7, 7, 7, 0, 0]);
        check([3, 0, 3, 0, 1, 0, 1, 0, 0], [2, 2, 7, 0, 0]);
        check([0; 9], [5, 5, 5, 0, 0]);
    }
}
