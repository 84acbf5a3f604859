//! The words that weaken a statement.
//!
//! Enters: a sentence. Leaves: the spans of its hedges. Some hedge alone (`angeblich`), some only together with
//! the end of their clause (`soll … haben`).

use crate::lexicon::{Cue, Reading};
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// How many tokens a clause may lie open between its two hedging verbs: few German clauses are longer.
const CLAUSE: usize = 40;

/// The hedges in `range` of the tokens, in order, none inside another.
pub fn of(reading: &Reading, range: Range<usize>) -> Vec<Span> {
    let mut hedges = Vec::new();
    let mut index = range.start;
    while index < range.end {
        let found = reading.find(index, Cue::Hedge).filter(|m| index + m.len <= range.end);
        if let Some(mark) = found {
            hedges.push(reading.span(index..index + mark.len));
            index += mark.len;
            continue;
        }
        if reading.is(index, Cue::HedgeOpen) && closes(reading, index + 1..range.end) {
            hedges.push(reading.span(index..index + 1));
        }
        index += 1;
    }
    hedges
}

/// Whether the first clause of `rest` ends in a verb that makes the one before it a hedge.
fn closes(reading: &Reading, rest: Range<usize>) -> bool {
    let end = rest.end.min(rest.start + CLAUSE);
    reading.all_in(rest.start..end, Cue::HedgeClose).any(|(at, mark)| {
        let next = at + mark.len;
        next >= rest.end || (reading.kind(next) == TokenKind::Mark && reading.word(next) != "-")
    })
}
