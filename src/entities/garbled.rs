//! Names whose words stand in another order or with another ending: `Micro Trend`, `Trends Micro`.
//!
//! Enters: a view with the names found in it, and the text. Leaves: the names that the document names often, found where
//! machine translation has garbled them and the tagger saw none. Knows nothing of weights.

use super::name::{self, Name};
use super::spelling;
use super::view::View;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A rarer name is too weak a ground.
const OFTEN: u32 = 3;
/// The most words of such a name.
const LONGEST: usize = 3;
/// A garbled name is as sure as the one it stands for, less this.
const LESS: f32 = 0.7;

/// Adds to `names`, which are in order, the runs of capitalised words that hold the words of a frequent name.
pub(super) fn find(view: &View, text: &str, names: &mut Vec<Name>) {
    let bag = |pieces: &Range<usize>| {
        let words = view.words[pieces.clone()].iter().map(|w| w.span.of(text).to_lowercase());
        spelling::bag(words.collect::<Vec<_>>().iter().map(String::as_str))
    };
    let mut known: FxHashMap<String, (u32, usize)> = FxHashMap::default();
    for (index, name) in names.iter().enumerate().filter(|(_, n)| (2..=LONGEST).contains(&n.pieces.len())) {
        let (count, best) = known.entry(bag(&name.pieces)).or_insert((0, index));
        *count += 1;
        if name.probability > names[*best].probability {
            *best = index;
        }
    }
    known.retain(|_, (count, _)| *count >= OFTEN);
    if known.is_empty() {
        return;
    }
    let mut added = Vec::new();
    for (sentence, run) in view.runs().filter(|(_, run)| (2..=LONGEST).contains(&run.len())) {
        let next = names.partition_point(|n| n.pieces.end <= run.start);
        let free = names.get(next).is_none_or(|n| n.pieces.start >= run.end);
        if let Some((_, index)) = known.get(&bag(&run)).filter(|_| free) {
            let name = &names[*index];
            added.push(Name { sentence, pieces: run, probability: name.probability * LESS, ..name.clone() });
        }
    }
    name::add(names, added);
}
