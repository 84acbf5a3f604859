//! Dates, times of day, durations and sets as TIMEX3 values.

use super::date::Date;
use crate::lexicon::{Lexicon, Reading};
use crate::report::Time;
use std::ops::Range;

/// The times in `range` of the reading's tokens, in order. `anchor` completes what the text leaves out.
pub fn find(_reading: &Reading, _range: Range<usize>, _lexicon: &Lexicon, _anchor: Option<Date>) -> Vec<Time> {
    Vec::new()
}
