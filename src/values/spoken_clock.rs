//! Clock times in words around the hour: `half past eight`, `zehn nach neun`, `las ocho y media`.
//!
//! Enters: a [`Line`] and an index. Leaves: hours and minutes. Knows nothing of what stands around them.

use super::digits;
use super::line::{Line, MEASURES};
use super::numbers::all_digits;
use super::types::Form;
use super::words;
use crate::lexicon::Cue;

/// An hour with the minutes that are told before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken {
    /// 0 to 24.
    pub hour: u8,
    /// Minutes to the hour where negative: -59 to 59.
    pub minutes: i8,
    /// The index after it.
    pub end: usize,
    /// Whether the words tell nothing else: `half past eight`, but not `ten to nine`.
    pub sure: bool,
}

/// Minutes before an hour at token `i`.
pub(super) fn at(line: &Line, i: usize) -> Option<Spoken> {
    if let Some(lead) = line.find(i, Cue::ClockLead) {
        let (hour, end) = hour(line, i + lead.len)?;
        return Some(Spoken { hour, minutes: lead.number as i8, end, sure: true });
    }
    let (minutes, after) = below_sixty(line, i)?;
    let unit = line.find(after, Cue::TimeUnit).filter(|m| m.value == "TM").map_or(after, |m| after + m.len);
    let shift = line.find(unit, Cue::ClockShift)?;
    // `5 to 6 pm` is a range: minutes to an hour are told in words, by fives.
    if unit == after && line.is(unit, Cue::RangeJoiner) && (line.is_number(i) || minutes % 5 != 0) {
        return None;
    }
    let (hour, end) = hour(line, unit + shift.len)?;
    let minutes = minutes * shift.number as i8;
    (minutes != 0).then_some(Spoken { hour, minutes, end, sure: unit > after })
}

/// Minutes after an hour that ends before token `i`: `y media`, `moins dix`, `Uhr dreißig`, `seven twenty-seven`;
/// `named` says that a word such as `Uhr` stands between, `worded` that the hour is a word itself.
pub(super) fn minutes_after(line: &Line, i: usize, named: bool, worded: bool) -> Option<(i8, usize)> {
    if let Some(tail) = line.find(i, Cue::ClockTail) {
        return Some((tail.number as i8, i + tail.len));
    }
    let joiner = line.find(i, Cue::ClockTailJoiner);
    let at = joiner.map_or(i, |m| i + m.len);
    let (minutes, end) = below_sixty(line, at).filter(|(minutes, _)| *minutes > 0 || line.is_number(at))?;
    // Digits stand in two, and are no share or price of their own: `8 Uhr 30`.
    let digits = line.is_number(at);
    let two = line.word(at).chars().count() == 2;
    // `14h et 16h`: an hour of its own.
    let counts =
        line.is_any(end, &MEASURES) || joiner.is_some() && line.find(end, Cue::Clock).is_some_and(|m| m.number == 0.0);
    let fits =
        if digits { named && two || joiner.is_some() } else { named || joiner.is_some() || worded && minutes >= 10 };
    let unit = line.find(end, Cue::TimeUnit).filter(|m| m.value == "TM").map_or(end, |m| end + m.len);
    (fits && !counts && (unit == end || joiner.is_some() || named))
        .then_some((minutes * joiner.map_or(1, |m| m.number as i8), unit))
}

/// A whole number below sixty, in words or digits.
fn below_sixty(line: &Line, i: usize) -> Option<(i8, usize)> {
    if line.is_number(i) {
        let word = line.word(i);
        let value = (all_digits(word) && word.len() <= 2).then(|| digits::parse(word, line.separators))??.value;
        return (value < 60.0).then_some((value as i8, i + 1));
    }
    let number = words::at(line, i, false).filter(|n| n.form == Form::Words && n.ending.is_none())?;
    let fits = number.value.fract() == 0.0 && (0.0..60.0).contains(&number.value);
    fits.then_some((number.value as i8, number.end))
}

/// An hour in words or digits, or one with a name: `half past midnight`.
fn hour(line: &Line, i: usize) -> Option<(u8, usize)> {
    if let Some(name) = line.find(i, Cue::ClockName) {
        return Some((name.value.get(1..3)?.parse().ok()?, i + name.len));
    }
    let (hour, end) = below_sixty(line, i).filter(|(hour, _)| (0..=24).contains(hour))?;
    let continues =
        line.glued(end - 1) && (line.is_number(end) || matches!(line.word(end), ":" | "." | "%") && line.glued(end));
    (!continues && !line.is_any(end, &MEASURES)).then_some((hour as u8, end))
}
