//! Years in digits and in words: `2014`, `'98`, `juillet 98`, `nineteen seventy-two`.
//!
//! Enters: a [`Line`] and an index. Leaves: a year with the index after it. Knows nothing of what stands around it.

use super::calendar::small;
use super::digits;
use super::line::Line;
use super::numbers::all_digits;
use super::types::Form;
use super::words;
use crate::lexicon::Cue;

/// A year of four digits.
pub(super) fn four_digits(line: &Line, i: usize) -> Option<i32> {
    let word = line.word(i);
    let plain = line.is_number(i) && all_digits(word) && word.chars().count() == 4;
    plain.then(|| digits::parse(word, line.separators))?.map(|d| d.value as i32).filter(|y| (1000..=2199).contains(y))
}

/// A year at `i`, of four digits or of two after an apostrophe, with the index after it.
pub(super) fn year_number(line: &Line, i: usize) -> Option<(i32, usize)> {
    if let Some(year) = four_digits(line, i) {
        let more = line.glued(i) && (line.word(i + 1) == "%" || line.word(i + 1) == ":" && line.glued(i + 1));
        return (!more).then_some((year, i + 1));
    }
    if matches!(line.word(i), "'" | "’") && line.glued(i) && line.word(i + 1).len() == 2 {
        return Some((century_of(small(line, i + 1, 0, 99)?), i + 2));
    }
    None
}

/// A year told shortly or in words, where a month or a word for a year stands before it: `juillet 98`,
/// `two thousand and five`, `nineteen seventy-two`. Two digits are a year where they can be no day.
pub(super) fn short_year(line: &Line, i: usize) -> Option<(i32, usize)> {
    let counts = |end: usize| {
        let joined = line.glued_before(end) && line.is_hyphen(end);
        joined || line.is_word(end) && !line.is(end, Cue::FunctionWord) || line.measures(end)
    };
    if let Some(two) = small(line, i, 32, 99) {
        let goes_on = line.glued(i) && !matches!(line.word(i + 1), "." | "," | ")");
        return (!goes_on && !counts(i + 1)).then(|| (century_of(two), i + 1));
    }
    let words = |at: usize, low: f64, high: f64| {
        let run = words::at(line, at, false).filter(|run| run.form == Form::Words && run.ending.is_none())?;
        (line.is_word(at) && run.value.fract() == 0.0 && (low..=high).contains(&run.value)).then_some(run)
    };
    if let Some(year) = words(i, 1000.0, 2199.0) {
        return (!counts(year.end)).then_some((year.value as i32, year.end));
    }
    let century = words(i, 10.0, 21.0)?;
    let year = words(century.end, 10.0, 99.0)?;
    (!counts(year.end)).then_some((century.value as i32 * 100 + year.value as i32, year.end))
}

/// The year meant by two digits: 1950 to 2049, since news look back farther than ahead.
pub(super) fn century_of(two: u8) -> i32 {
    i32::from(two) + if two < 50 { 2000 } else { 1900 }
}
