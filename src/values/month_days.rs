//! Days told without their month, and parts of months and years told by their number.
//!
//! Enters: a [`Line`], an index and the anchor. Leaves: a [`Hit`]. Knows nothing of how months and years are written;
//! `calendar.rs` and `relative.rs` read them.

use super::calendar::{self, small};
use super::date::{Date, days_in};
use super::lengths::LENGTHS;
use super::line::Line;
use super::numbers;
use super::relative;
use super::types::{Hit, Role};
use super::years::year_number;
use crate::lexicon::Cue;

/// How far from the anchor a day lies that is told by its weekday and number, in days: farther on the month is told.
const NEAR: i64 = 60;

/// A day or a part of a period that begins at token `i`.
pub(super) fn at(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let anchor = anchor.filter(|a| a.is_full());
    let rules: [calendar::Rule; 4] = [weekday_and_day, day_alone, part_by_number, weekend];
    rules.iter().find_map(|rule| rule(line, i, anchor))
}

/// `Friday 13`, `lundi 21`, `Tuesday the eleventh`: the nearest day that is both.
fn weekday_and_day(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let weekday = line.find(i, Cue::Weekday).or_else(|| line.find(i, Cue::WeekdayWeak))?;
    let at = i + weekday.len;
    let comma = at + usize::from(line.word(at) == ",");
    let (day, end) = day_of_month(line, line.skip_any(comma, &[Cue::DateJoiner, Cue::DefiniteArticle]))?;
    if !counts_nothing(line, end) {
        return None;
    }
    let fits = |d: &Date| d.day == Some(day) && d.weekday() == Some(weekday.number as u8);
    let near = (0..=NEAR).flat_map(|days| [-days, days]);
    let found = anchor.and_then(|a| near.filter_map(|days| a.plus_days(days)).find(fits));
    let timex = found.map_or(format!("XXXX-XX-{day:02}"), |d| d.to_string());
    Some(Hit { anchored: found.is_some(), ..Hit::date(i..end, timex, "weekday_and_day") })
}

/// `the 18th`, `el día 18`, `am 21.`: after a word that tells a day, the last such one up to the anchor's day.
fn day_alone(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let unit = line.find(i, Cue::TimeUnit).filter(|m| m.value == "D" && m.len == 1);
    let (day, end) = match unit {
        Some(unit) => (small(line, i + unit.len, 1, 31)?, i + unit.len + 1),
        None => {
            let suffix = line.is_number(i) && line.find(i + 1, Cue::OrdinalSuffix).is_some_and(|_| line.glued(i));
            let told = suffix.then(|| line.ends_before(i, Cue::DatePreposition)).flatten();
            let article = told.is_some_and(|start| start + 1 < i || line.is(start, Cue::DefiniteArticle));
            // `tanggal 18`
            let mark = |start| line.find(start, Cue::DateMark).is_some_and(|m| m.value == "D");
            let named = line.is_number(i) && line.ends_before(i, Cue::DateMark).is_some_and(mark);
            (article || named).then(|| day_of_month(line, i))??
        }
    };
    if !counts_nothing(line, end) || line.glued(end - 1) && (line.is_number(end) || line.is_spaced_word(end)) {
        return None;
    }
    let last = anchor.and_then(|a| {
        let month = if a.day? >= day { a } else { Date { day: None, ..a }.plus_months(-1)? };
        Date::day(month.year, month.month?, day.min(days_in(month.year, month.month?)))
    });
    let timex = last.map_or(format!("XXXX-XX-{day:02}"), |d| d.to_string());
    Some(Hit { anchored: last.is_some(), ..Hit::date(i..end, timex, "day_of_month") })
}

/// `the weekend`, `am Wochenende`: the nearest one, until Tuesday the last.
fn weekend(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let unit = line.find(i, Cue::TimeUnit).filter(|m| m.value == "WE")?;
    line.ends_before(i, Cue::DefiniteArticle).or_else(|| line.ends_before(i, Cue::DatePreposition))?;
    let near = anchor.and_then(|a| relative::unit_date(a, if a.weekday()? <= 2 { -1.0 } else { 0.0 }, "WE"));
    let anchored = near.is_some();
    Some(Hit { anchored, ..Hit::date(i..i + unit.len, near.unwrap_or("XXXX-WXX-WE".into()), "weekend") })
}

/// `last week of July`, `second week of 2021`, `fifteenth day of next month`, `third month of 2021`.
fn part_by_number(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    if !line.tells(&LENGTHS) {
        return None;
    }
    let part = |at: usize| line.find(at, Cue::TimeUnit).filter(|m| matches!(m.value, "D" | "W" | "M"));
    // `minggu kedua Januari`: the unit stands first, and nothing between.
    let first = part(i);
    let start = first.map_or(i, |m| i + m.len);
    let last = line.find(start, Cue::Shift).or_else(|| line.find(start, Cue::ShiftAfter)).filter(|m| m.number == -1.0);
    let (number, at) = match last {
        Some(mark) => (0, start + mark.len),
        None => {
            let number = numbers::at(line, start).filter(|n| n.role == Role::Ordinal && n.value <= 53.0)?;
            (number.value as u8, number.tokens.end)
        }
    };
    let unit = first.or_else(|| part(at))?;
    let after = at + if first.is_some() { 0 } else { unit.len };
    let next = line.skip_any(after, &[Cue::DateJoiner, Cue::DatePreposition, Cue::YearPreposition]);
    let whole = year_number(line, next)
        .map(|(year, end)| (format!("{year:04}"), end, false))
        .or_else(|| {
            let found = calendar::at(line, next, anchor).or_else(|| relative::at(line, next, anchor))?;
            Some((found.timex, found.tokens.end, found.anchored))
        })
        .filter(|(_, end, _)| (next > after || first.is_some()) && *end > next)?;
    let (timex, end, anchored) = whole;
    let whole = Date::parse(&timex).filter(|d| d.day.is_none())?;
    let timex = match (unit.value, whole.month) {
        ("D", Some(month)) => {
            let most = days_in(whole.year, month);
            Date::day(whole.year, month, if number == 0 { most } else { number })?.to_string()
        }
        ("D", None) => match number {
            0 => Date::day(whole.year, 12, 31)?,
            days => Date::day(whole.year, 1, 1)?.plus_days(i64::from(days) - 1)?,
        }
        .to_string(),
        // The weeks of a month, counted by their Thursdays as those of a year are.
        ("W", Some(month)) => {
            let first = Date::nth_weekday(whole.year, month, 4, 1)?.day?;
            let most = (days_in(whole.year, month) - first) / 7 + 1;
            let week = if number == 0 { most } else { number };
            (week <= 5).then(|| format!("{:04}-{month:02}-W{week:02}", whole.year))?
        }
        ("W", None) => {
            // The last week holds the 28th of December always.
            let last = Date::day(whole.year, 12, 28)?.week()?.1;
            let week = if number == 0 { last } else { number };
            (week <= last).then(|| format!("{:04}-W{week:02}", whole.year))?
        }
        ("M", None) => Date::month(whole.year, if number == 0 { 12 } else { number })?.to_string(),
        _ => return None,
    };
    Some(Hit { anchored, ..Hit::date(i..end, timex, "part_by_number") })
}

/// A day of the month at `i` in digits, with an ending or without, or as an ordinal word.
fn day_of_month(line: &Line, i: usize) -> Option<(u8, usize)> {
    if let Some(day) = small(line, i, 1, 31) {
        let suffix = line.find(i + 1, Cue::OrdinalSuffix).filter(|_| line.glued(i)).map_or(0, |m| m.len);
        return Some((day, i + 1 + suffix));
    }
    calendar::ordinal_day(line, i)
}

/// Whether nothing stands at `end` that a number before it could count or be a part of.
fn counts_nothing(line: &Line, end: usize) -> bool {
    let goes = [Cue::FunctionWord, Cue::ClockBefore, Cue::RangeOpener, Cue::RangeFrom];
    let word = line.is_word(end) && !goes.iter().any(|cue| line.is(end, *cue));
    let measured = line.measures(end) || line.is(end, Cue::Month);
    let goes_on = matches!(line.word(end), "-" | "–" | "/" | ":" | "'" | "’") && line.is_number(end + 1);
    !word && !goes_on && !line.is_number(end) && !measured
}
