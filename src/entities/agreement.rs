//! What the names of a document lend each other once all are found.
//!
//! Enters: the names of a view. Leaves: the same where those that read alike are of one kind, and with the places
//! where a name stands once more that the tagger let pass. Knows nothing of weights.

use super::chain::{ORG, PER};
use super::gazetteer::phrase;
use super::name::{self, Name};
use super::view::View;
use super::word::mask;
use crate::lexicon::Cue;
use crate::text::order::{self, falling, pair};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// A kind that one mention rules out may still be what the others say.
const LEAST_LIKELY: f32 = 0.01;

/// Makes names that read the same of one kind: the one that is likeliest of all of them together, and of the longer
/// names that they are short for.
pub(super) fn one_kind(view: &View, names: &mut [Name]) {
    let mut groups: FxHashMap<u32, ([f32; 3], u32)> = FxHashMap::default();
    let mut add = |key: u32, name: &Name| {
        let (sums, kinds) = groups.entry(key).or_default();
        sums.iter_mut().zip(name.kinds).for_each(|(sum, likely)| *sum += libm::logf(likely.max(LEAST_LIKELY)));
        *kinds |= 1 << name.kind;
    };
    for name in names.iter() {
        add(bag(view, &name.pieces), name);
        if let Some(short) = short(view, name) {
            add(bag(view, &(short..short + 1)), name);
        }
    }
    for name in names.iter_mut() {
        let (sums, kinds) = groups[&bag(view, &name.pieces)];
        if kinds.count_ones() < 2 {
            continue;
        }
        let best = (0..3).rev().max_by(|a, b| sums[*a].total_cmp(&sums[*b])).unwrap_or(name.kind);
        if best != name.kind {
            (name.kind, name.probability) = (best, name.kinds[best].max(UNSURE));
        }
    }
}

/// The piece that a text may go on with once it has given a name in full: the last of a person, the first of an
/// organisation where it says nothing by itself.
fn short(view: &View, name: &Name) -> Option<usize> {
    let last = name.pieces.end - 1;
    if name.pieces.start == last {
        return None;
    }
    const TELLING: u32 = mask(&[
        Cue::Place,
        Cue::Demonym,
        Cue::OrgWord,
        Cue::OrgPrefix,
        Cue::OrgNoun,
        Cue::OrgSuffix,
        Cue::PlaceWord,
        Cue::PlaceNoun,
        Cue::FunctionWord,
        Cue::NotName,
        Cue::Role,
        Cue::Determiner,
        Cue::Month,
        Cue::Weekday,
    ]);
    let piece = match name.kind {
        PER => last,
        ORG => name.pieces.start,
        _ => return None,
    };
    let word = &view.words[piece];
    let silent = word.is_capital() && !word.is_any(TELLING) && !word.is_place_listed();
    (silent && word.span.end - word.span.start > 2).then_some(piece)
}

/// The least probability of a kind that other mentions gave.
const UNSURE: f32 = 0.3;
/// Less sure names are found only where the tagger sees them.
const SURE: f32 = 0.6;
/// A name found again by another mention is as sure as that one, less this.
const LESS: f32 = 0.8;
/// More pieces are compared no further.
const LONGEST: usize = 8;
/// How likely one word alone must be a name to the tagger; what several words name, the same words name again.
const LEAST_SEEN: f32 = 0.1;
/// Different names with one first word that are looked for; more would make this quadratic.
const MOST: usize = 8;

/// Adds the other places where sure names stand, in full or short. `seen` tells how likely pieces of a sentence are all
/// of names to the tagger; it is asked in the order of the text.
pub(super) fn elsewhere(view: &View, names: &mut Vec<Name>, mut seen: impl FnMut(usize, &Range<usize>) -> f32) {
    let mut known: FxHashMap<u32, Vec<(Range<usize>, usize)>> = FxHashMap::default();
    let mut met: FxHashSet<u32> = FxHashSet::default();
    for (index, name) in names.iter().enumerate().filter(|(_, n)| n.probability >= SURE && n.pieces.len() <= LONGEST) {
        let short = short(view, name).map(|piece| piece..piece + 1);
        for pieces in [Some(name.pieces.clone()), short].into_iter().flatten() {
            // One word is too little to go by where the document has it in lower case, or only at the start of
            // sentences.
            let word = &view.words[pieces.start];
            if (pieces.len() > 1 || word.is_always_capital()) && met.insert(key(view, &pieces)) {
                let starting = known.entry(word.key()).or_default();
                if starting.len() < MOST {
                    starting.push((pieces, index));
                }
            }
        }
    }
    for starting in known.values_mut() {
        order::by_key(starting, |(pieces, index)| pair(falling(pieces.len()), *index));
    }
    let mut added = Vec::new();
    let mut next = 0;
    for (sentence, pieces) in view.sentences.iter().enumerate() {
        let mut at = pieces.start;
        while at < pieces.end {
            while names.get(next).is_some_and(|n| n.pieces.end <= at) {
                next += 1;
            }
            let free = names.get(next).map_or(pieces.end, |n| n.pieces.start.min(pieces.end));
            if at >= free {
                at = names[next].pieces.end;
                continue;
            }
            let fits = |(known, index): &&(Range<usize>, usize)| {
                let here = at..at + known.len();
                // One word of an organisation beside other capitalised ones is more likely a part of another name.
                let alone = names[*index].kind != ORG || known.len() > 1 || view.words[at].run.length < 2;
                here.end <= free && alone && same(view, known, &here)
            };
            let word = &view.words[at];
            let found = known.get(&word.key()).filter(|_| word.is_capital()).and_then(|all| all.iter().find(fits));
            let Some((pieces, index)) = found else {
                at += 1;
                continue;
            };
            let other = &names[*index];
            let pieces = at..at + pieces.len();
            at = pieces.end;
            if pieces.len() == 1 && seen(sentence, &pieces) < LEAST_SEEN {
                continue;
            }
            added.push(Name { sentence, pieces, probability: other.probability * LESS, ..other.clone() });
        }
    }
    name::add(names, added);
}

/// Whether two runs of pieces read the same, with capitals in the same places.
fn same(view: &View, a: &Range<usize>, b: &Range<usize>) -> bool {
    let pairs = view.words[a.clone()].iter().zip(&view.words[b.clone()]);
    pairs.into_iter().all(|(a, b)| a.key() == b.key() && a.is_capital() == b.is_capital())
}

/// The same for names of the same words in any order: `Micro Trend` and `Trend Micro`.
fn bag(view: &View, pieces: &Range<usize>) -> u32 {
    view.words[pieces.clone()].iter().fold(0u32, |hash, word| hash.wrapping_add(phrase(0, word.key())))
}

fn key(view: &View, pieces: &Range<usize>) -> u32 {
    view.words[pieces.clone()].iter().fold(0, |hash, word| phrase(hash, word.key()))
}
