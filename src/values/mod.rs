//! What a text counts and when: figures and times.
//!
//! Enters: a reading and a range of its tokens, one sentence as a rule. Leaves: [`crate::report::Figure`]s and
//! [`crate::report::Time`]s. Knows nothing of blocks, entities or claims.

pub mod date;
pub mod figures;
pub mod numbers;
pub mod times;

use crate::lexicon::{Lexicon, Reading};
use crate::report::{Figure, Time};
use crate::text::Span;
use date::Date;
use std::ops::Range;

/// The figures and times in `ranges` of the reading's tokens, each in order. Digits inside a time or inside one of
/// `identifiers` (sorted, not overlapping: phone numbers, hashes …) are no figures.
pub fn find<'l>(
    reading: &Reading,
    ranges: impl Iterator<Item = (Range<usize>, &'l Lexicon)>,
    anchor: Option<Date>,
    identifiers: &[Span],
) -> (Vec<Figure>, Vec<Time>) {
    let (mut figures, mut times) = (Vec::new(), Vec::new());
    for (range, lexicon) in ranges {
        let mut found = times::find(reading, range.clone(), lexicon, anchor);
        found.retain(|time| !overlaps_any(time.span, identifiers));
        let taken: Vec<Span> = found.iter().map(|t| t.span).collect();
        let counted = figures::find(reading, range, lexicon);
        figures.extend(
            counted.into_iter().filter(|f| !overlaps_any(f.span, &taken) && !overlaps_any(f.span, identifiers)),
        );
        times.append(&mut found);
    }
    (figures, times)
}

/// Whether `span` overlaps one of `sorted`, which are in order and do not overlap each other.
fn overlaps_any(span: Span, sorted: &[Span]) -> bool {
    let next = sorted.partition_point(|s| s.end <= span.start);
    sorted.get(next).is_some_and(|s| s.overlaps(span))
}
