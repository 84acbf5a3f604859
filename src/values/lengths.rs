//! Lengths of time and sets: how long, how often.
//!
//! Enters: a [`Line`] and an index. Leaves: a [`Length`] or a [`Hit`]. Knows nothing of when.

use super::fractions;
use super::line::Line;
use super::numbers;
use super::types::{Form, Hit, Number, Role};
use super::words;
use crate::lexicon::{Cue, CueSet};
use crate::report::TimeKind;

/// A length of time in one unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Length {
    /// How many units.
    pub amount: f64,
    /// The unit as in the language files: `D`, `W`, `TH` …
    pub unit: &'static str,
    /// The index after it.
    pub end: usize,
}

impl Length {
    /// Its part of a TIMEX3 value with the unit's letter: `8Y`, `T2H` without the `P`.
    fn timex(self) -> (bool, String) {
        let (of_day, letter, factor) = match self.unit {
            "TH" if self.amount < 1.0 => (true, "M", 60.0),
            "TH" => (true, "H", 1.0),
            "TM" => (true, "M", 1.0),
            "TS" => (true, "S", 1.0),
            "Q" => (false, "M", 3.0),
            "HY" => (false, "M", 6.0),
            unit => (false, unit, 1.0),
        };
        // The nearest thousandth: 2.3 × 6 is 13.799999999999999 in doubles.
        let amount = (self.amount * factor * 1000.0).round() / 1000.0;
        (of_day, format!("{amount}{letter}"))
    }

    /// Its TIMEX3 value.
    pub fn value(self) -> String {
        let (of_day, timex) = self.timex();
        format!("P{}{timex}", if of_day { "T" } else { "" })
    }
}

/// A length at token `i`, or one unit after an article: the `a year` of `a year earlier`.
pub(super) fn length_or_one(line: &Line, i: usize) -> Option<Length> {
    length(line, i).or_else(|| {
        let at = i + line.find(i, Cue::NumberArticle)?.len;
        let unit = line.find(at, Cue::TimeUnit)?;
        Some(Length { amount: 1.0, unit: unit.value, end: at + unit.len })
    })
}

/// What a length is told by.
pub(super) static LENGTHS: CueSet = CueSet::EMPTY.with(Cue::TimeUnit).with(Cue::Length);

/// A length at token `i`: `eight years`, `19-year`, `half an hour`, `setahun`.
pub(super) fn length(line: &Line, i: usize) -> Option<Length> {
    if !line.tells(&LENGTHS) {
        return None;
    }
    if let Some(mark) = line.find(i, Cue::Length) {
        let body = mark.value.strip_prefix('P')?;
        let of_day = body.starts_with('T');
        let body = body.trim_start_matches('T');
        let cut = body.find(|c: char| c.is_alphabetic())?;
        let unit = match (&body[cut..], of_day) {
            ("H", true) => "TH",
            ("M", true) => "TM",
            ("S", true) => "TS",
            (unit, _) => unit,
        };
        return Some(Length { amount: body[..cut].parse().ok()?, unit, end: i + mark.len });
    }
    counted(line, numbers::at(line, i)?)
}

/// `2 quarters`, which beside a shift are half a year, and a fraction elsewhere.
pub(super) fn quarters(line: &Line, i: usize) -> Option<Length> {
    let run = words::at(line, i, false).filter(|run| run.ending.is_none())?;
    line.find(run.end, Cue::TimeUnit).filter(|m| m.value == "Q")?;
    counted(line, Number::of(run, i))
}

/// The length of as many units as `number` says.
fn counted(line: &Line, number: Number) -> Option<Length> {
    if number.role == Role::Ordinal || number.value < 0.0 {
        return None;
    }
    let end = number.tokens.end;
    let hyphen = line.after_hyphen(end);
    let adjective = line.skip(hyphen, Cue::LengthAdjective);
    let article = line.skip(end, Cue::NumberArticle);
    let starts = [hyphen, adjective, article, line.skip(end, Cue::NumberOf)];
    let (at, mark) = starts.iter().find_map(|at| Some((*at, line.find(*at, Cue::TimeUnit)?)))?;
    // `6.180 hari ini`: the words after it are a day of their own.
    if line.find(at, Cue::RelativeDay).is_some_and(|day| day.len > mark.len) {
        return None;
    }
    // A symbol such as `h` stands by digits and ends a word.
    let symbol = line.word(at).chars().count() <= 1;
    let digits = matches!(number.form, Form::Plain | Form::Digits);
    if symbol
        && (!digits
            || line.gap(at - 1).chars().count() > 1
            || line.glued(at) && (line.is_word(at + 1) || line.is_number(at + 1) || "'’.".contains(line.word(at + 1))))
    {
        return None;
    }
    if article == at && number.role != Role::Share && article != end {
        return None;
    }
    Some(Length { amount: number.value, unit: mark.value, end: at + mark.len })
}

/// A length that stands for itself: `eight years`, `2 hours 30 minutes`.
pub(super) fn duration(line: &Line, i: usize) -> Option<Hit> {
    // Between a currency and a unit it is no length: `$5 a day`.
    let before = line.skip_any(i, &[Cue::Comparator]);
    let start = if before > i && line.find(before, Cue::TimeUnit).is_none() { before } else { i };
    let first = length(line, start)?;
    let (mut days, mut clock) = (String::new(), String::new());
    let mut end = first.end;
    let mut next = Some(first);
    // Year, month, week, day, hour, minute, second: seven parts at most.
    for _ in 0..7 {
        let Some(part) = next else { break };
        let (of_day, timex) = part.timex();
        if of_day {
            clock.push_str(&timex)
        } else {
            days.push_str(&timex)
        };
        end = part.end;
        let joined = line.skip(end, Cue::NumberJoiner);
        let rank =
            |unit: &str| ["CE", "DE", "Y", "HY", "Q", "M", "W", "D", "TH", "TM", "TS"].iter().position(|u| *u == unit);
        // `the last three months and two days ago`: the second tells a day of its own.
        let apart = |n: &Length| joined > end && line.is(n.end, Cue::Ago);
        let alike = joined > end || line.is_number(joined) == line.is_number(start);
        next = length(line, joined).filter(|n| rank(n.unit) > rank(part.unit) && alike && !apart(n));
    }
    let mut timex = format!("P{days}{}{clock}", if clock.is_empty() { "" } else { "T" });
    // `one year and a half`
    if end == first.end
        && let Some((part, after)) = fractions::added_behind(line, end)
    {
        timex = Length { amount: first.amount + part, ..first }.value();
        end = after;
    }
    Some(Hit::new(i..end, TimeKind::Duration, timex, "length"))
}

/// A range of lengths: `five to seven years`. The value is the lower end's; the span holds both.
pub(super) fn range(line: &Line, i: usize) -> Option<Hit> {
    let low = line.tells(&LENGTHS).then(|| numbers::at(line, i))?.filter(|n| n.role == Role::Cardinal)?;
    let joiner = line.find(low.tokens.end, Cue::RangeJoiner)?;
    let high = length(line, low.tokens.end + joiner.len).filter(|h| h.amount > low.value)?;
    let part = |amount| Length { amount, ..high }.value();
    let timex = format!("{}/{}", part(low.value), part(high.amount));
    Some(Hit::new(i..high.end, TimeKind::Duration, timex, "length_range"))
}

/// A set: `daily`, `every two weeks`, `every Monday`, `per year`.
pub(super) fn set(line: &Line, i: usize) -> Option<Hit> {
    let made = |end: usize, timex: String| Some(Hit::new(i..end, TimeKind::Set, timex, "set"));
    if let Some(mark) = line.find(i, Cue::EveryUnit) {
        return made(i + mark.len, mark.value.to_string());
    }
    let every = line.find(i, Cue::Every)?;
    let at = i + every.len;
    if let Some(day) = line.find(at, Cue::Weekday) {
        return made(at + day.len, format!("XXXX-WXX-{}", day.value));
    }
    if let Some(part) = line.find(at, Cue::DayPart) {
        return made(at + part.len, format!("T{}", part.value));
    }
    if let Some(season) = line.find(at, Cue::Season) {
        return made(at + season.len, format!("XXXX-{}", season.value));
    }
    if let Some(month) = line.find(at, Cue::Month) {
        return made(at + month.len, format!("XXXX-{:02}", month.number));
    }
    // `every second household` is one in two.
    let ordinal = line.is(at, Cue::OrdinalWord) && line.is_word(at + 1) && !line.is(at + 1, Cue::FunctionWord);
    let (amount, unit, end) = match line.find(at, Cue::TimeUnit).filter(|_| !ordinal) {
        Some(unit) => (1.0, unit.value, at + unit.len),
        None => {
            let number = numbers::at(line, at).filter(|n| n.role != Role::Share)?;
            let unit = line.find(number.tokens.end, Cue::TimeUnit)?;
            (number.value, unit.value, number.tokens.end + unit.len)
        }
    };
    if (amount, unit) == (1.0, "WE") {
        return made(end, "XXXX-WXX-WE".into());
    }
    made(end, Length { amount, unit, end }.value())
}
