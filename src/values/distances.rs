//! Days told by their distance: two weeks ago, in three months, five days after Christmas.
//!
//! Enters: a [`Line`], an index and the anchor. Leaves: a [`Hit`]. Knows nothing of how lengths are read or dates are
//! written.

use super::calendar;
use super::date::Date;
use super::lengths::{self, Length};
use super::line::Line;
use super::relative::{day, hit, open_unit, unit_date};
use super::tense;
use super::types::Hit;
use crate::lexicon::{Cue, CueSet};

/// What is compared with what is past, in plans too: `the first concert in 25 years`.
static RECORDS: CueSet = CueSet::EMPTY.with(Cue::Superlative).with(Cue::OrdinalWord);

/// `two weeks ago`, `vor acht Jahren`, `dua hari yang lalu`, `three months from now`, `dans deux ans`.
pub(super) fn length_from(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let past = line.find(i, Cue::AgoBefore);
    let future = line.find(i, Cue::AheadBefore);
    // `it will open in two weeks`, but not `it grew in two weeks`, nor how long something takes in hours.
    let planned = || line.find(i, Cue::AheadPlanned).filter(|_| tense::ahead(line, i) && !line.tells(&RECORDS));
    let future = future.or_else(|| {
        planned().filter(|m| lengths::length_or_one(line, i + m.len).is_some_and(|l| !l.unit.starts_with('T')))
    });
    let starts = [(past, -1.0), (future, 1.0)];
    for (mark, sign) in starts {
        let Some(mark) = mark else { continue };
        let at = line.skip(i + mark.len, Cue::Comparator);
        // `in 9,98 Sekunden` is how long it took.
        let length = lengths::length_or_one(line, at).filter(|l| l.unit != "TS" || l.amount.fract() == 0.0);
        if let Some(length) = length {
            // A past that closes after the length: `tra due anni`, `over twee jaar` take no more.
            let end =
                line.find(length.end, Cue::Ahead).filter(|_| sign > 0.0).map_or(length.end, |m| length.end + m.len);
            return from(length, sign, (i, end), anchor);
        }
    }
    let at = line.skip(i, Cue::Comparator);
    let length = lengths::length_or_one(line, at)?;
    if let Some(mark) = line.find(length.end, Cue::Ago) {
        return from(length, -1.0, (i, length.end + mark.len), anchor);
    }
    // `two years and three months ago`
    let next = line.skip(length.end, Cue::NumberJoiner);
    if let Some(rest) = lengths::length(line, next).filter(|_| next > length.end)
        && let Some(mark) = line.find(rest.end, Cue::Ago)
    {
        let first = anchor.and_then(|a| stepped(a, length, -1.0));
        return from(rest, -1.0, (i, rest.end + mark.len), first);
    }
    let mark = line.find(length.end, Cue::Ahead)?;
    from(length, 1.0, (i, length.end + mark.len), anchor)
}

/// The date that lies a length from `anchor`, before it where `sign` is negative.
pub(super) fn from(length: Length, sign: f64, tokens: (usize, usize), anchor: Option<Date>) -> Option<Hit> {
    let Length { amount, unit, .. } = length;
    // Hours and minutes do not leave the day by much; the day is all an anchor tells.
    let (steps, unit) = match unit {
        "TH" => ((amount / 24.0).floor(), "D"),
        "TM" | "TS" => (0.0, "D"),
        // Weeks are told in days: two weeks ago is a day, near enough.
        "W" => (amount * 7.0, "D"),
        "DE" => (amount * 10.0, "Y"),
        unit => (amount, unit),
    };
    let timex = anchor.filter(|_| steps < 1e6).and_then(|a| unit_date(a, sign * steps, unit));
    Some(hit(tokens, timex, open_unit(unit)?, "length_from_anchor"))
}

/// `three days after 12 January`, `two weeks from today`, `fünf Tage vor Weihnachten`.
pub(super) fn length_from_date(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let length = lengths::length_or_one(line, i).filter(|l| !l.unit.starts_with('T'))?;
    let shift = line.find(length.end, Cue::LengthShift)?;
    let at = length.end + shift.len;
    let date = day(line, at, anchor)
        .or_else(|| calendar::at(line, line.skip_any(at, &[Cue::DateJoiner, Cue::DefiniteArticle]), anchor))?;
    let from = Date::parse(&date.timex).filter(|d| d.is_full())?;
    let day = stepped(from, length, shift.number)?;
    Some(Hit { anchored: date.anchored, ..Hit::date(i..date.tokens.end, day.to_string(), "length_from_date") })
}

/// The day that lies a length of days, weeks, months or years from a date.
fn stepped(date: Date, length: Length, sign: f64) -> Option<Date> {
    let steps = sign * length.amount;
    if steps.fract() != 0.0 || steps.abs() > 1e6 {
        return None;
    }
    let steps = steps as i64;
    match length.unit {
        "D" => date.plus_days(steps),
        "W" => date.plus_days(steps * 7),
        "M" => date.plus_months(steps),
        "Y" => date.plus_years(steps),
        _ => None,
    }
}
