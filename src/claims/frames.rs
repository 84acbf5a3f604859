//! Phrases in two parts with other words between: `soll … haben`, `wies … zurück`.
//!
//! Enters: a sentence and the two cues. Leaves: where the first part stands, if the second ends its clause.

use crate::lexicon::{Cue, Reading};
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// How many tokens may lie between the two parts: few German clauses are longer.
const CLAUSE: usize = 40;

/// The first parts in `range` of the tokens whose second part follows at the end of a clause, in order.
pub fn of(reading: &Reading, range: Range<usize>, open: Cue, close: Cue) -> Vec<Span> {
    let opened = reading.all_in(range.clone(), open).filter(|(at, m)| closes(reading, at + m.len..range.end, close));
    opened.map(|(at, mark)| reading.span(at..at + mark.len)).collect()
}

/// The first parts in `range` of the tokens whose second part does not follow.
pub fn unclosed(reading: &Reading, range: Range<usize>, open: Cue, close: Cue) -> Option<Span> {
    let mut opened = reading.all_in(range.clone(), open);
    let (at, mark) = opened.find(|(at, m)| !closes(reading, at + m.len..range.end, close))?;
    Some(reading.span(at..at + mark.len))
}

/// The first of the first parts in `range` of the tokens whose second part ends the same clause, with a word between.
pub fn in_clause(reading: &Reading, range: Range<usize>, open: Cue, close: Cue) -> Option<Span> {
    let (at, mark) = reading.all_in(range.clone(), open).find(|(at, m)| {
        let next = at + m.len + 1;
        let ceiling = range.end.min(next + CLAUSE);
        let marks = |i: usize| reading.kind(i) == TokenKind::Mark && reading.word(i) != "-";
        let end =
            (next.min(ceiling)..ceiling).find(|i| marks(*i) || reading.is(*i, Cue::Coordinator)).unwrap_or(ceiling);
        closes(reading, next.min(end)..end, close)
    })?;
    Some(reading.span(at..at + mark.len))
}

/// Whether a clause in `rest` ends with the second part.
fn closes(reading: &Reading, rest: Range<usize>, close: Cue) -> bool {
    let end = rest.end.min(rest.start + CLAUSE);
    reading.all_in(rest.start..end, close).any(|(at, mark)| {
        let next = at + mark.len;
        let joined = reading.is(next, Cue::RangeAnd) || reading.is(next, Cue::Connective);
        next >= rest.end || joined || (reading.kind(next) == TokenKind::Mark && reading.word(next) != "-")
    })
}
