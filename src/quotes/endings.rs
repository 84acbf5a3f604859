//! Where a noun phrase ends: at a word, at the point of an initial, at the mark that closes a name.
//!
//! Enters: a reading and a range of tokens. Leaves: the range that a phrase can be. Knows nothing of verbs.

use super::words::{self, Role};
use crate::lexicon::{Cue, Reading};
use std::ops::Range;

/// The longest noun phrase, in tokens: titles and offices before a name rarely take more.
pub const LONGEST_PHRASE: usize = 16;

/// `run` without what no phrase ends with, if it is more than a time or an article.
pub fn accept(reading: &Reading, mut run: Range<usize>) -> Option<Range<usize>> {
    while run.end > run.start && !ends_name(reading, run.end - 1) && !closes_name(reading, &run) {
        run.end -= 1;
    }
    let words = run.clone().filter(|i| !words::is_time(reading, *i)).count();
    let only_determiner = run.len() == 1
        && words::has_role(reading, run.start, Role::Determiner)
        && !reading.is(run.start, Cue::SpeakerPronoun);
    (words > 0 && !only_determiner).then_some(run)
}

/// Whether a phrase can end with token `index`: a word, or the point of an initial.
fn ends_name(reading: &Reading, index: usize) -> bool {
    let before = reading.word(index.wrapping_sub(1));
    words::is_nominal(reading, index)
        && (!words::is_nominal_mark(reading, index)
            || reading.word(index) == "." && (before.contains('.') || before.chars().count() == 1))
}

/// Whether a phrase ends with the mark that closes a name.
fn closes_name(reading: &Reading, run: &Range<usize>) -> bool {
    let lowest = run.start.max(run.end.saturating_sub(LONGEST_PHRASE));
    (lowest..run.end).any(|i| quoted_name(reading, i, run.end) == Some(run.end))
}

/// The end of a name between quotation marks that begins at `at`: `„Welt“`, `„tagblatt.de“`.
pub fn quoted_name(reading: &Reading, at: usize, ceiling: usize) -> Option<usize> {
    /// The longest such name, in tokens with its marks.
    const LONGEST: usize = 7;
    const MARKS: [&str; 9] = ["„", "“", "”", "\"", "«", "»", "‚", "‘", "’"];
    let mark = |i: usize| MARKS.contains(&reading.word(i));
    if !mark(at) || !reading.glued(at) {
        return None;
    }
    let close = (at + 2..ceiling.min(at + LONGEST)).find(|i| mark(*i) || !words::is_nominal(reading, *i))?;
    // `„tagblatt.de“` is a name in small letters.
    let named = words::is_capitalised(reading, at + 1) || reading.word(close - 1).contains('.');
    (mark(close) && named).then_some(close + 1)
}
