//! The words that weaken a statement.
//!
//! Enters: a sentence. Leaves: the spans of its hedges. Some hedge alone (`angeblich`), some only together with
//! the end of their clause (`soll … haben`).

use super::frames;
use crate::lexicon::{Cue, Reading};
use crate::text::Span;
use crate::text::order::{self, falling, pair};
use std::ops::Range;

/// The hedges in `range` of the tokens, in order, none overlapping another.
pub fn of(reading: &Reading, range: Range<usize>) -> Vec<Span> {
    let alone = reading.all_in(range.clone(), Cue::Hedge).map(|(at, m)| reading.span(at..at + m.len));
    let mut hedges: Vec<Span> = alone.collect();
    hedges.extend(frames::of(reading, range, Cue::HedgeOpen, Cue::HedgeClose));
    order::by_key(&mut hedges, |h| pair(h.start, falling(h.end)));
    let mut end = 0;
    hedges.retain(|hedge| {
        let free = hedge.start >= end;
        end = end.max(hedge.end);
        free
    });
    hedges
}
