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

/// The longest list of numbers that count the same.
const LIST: usize = 8;

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

/// `last week of July`, `second week of 2021`, `fifteenth day of next month`, `the first nine months of 2024`: a unit, its
/// place in a longer one, and how many of them there are, in the order of the language.
fn part_by_number(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    if !line.tells(&LENGTHS) {
        return None;
    }
    let (mut unit, mut place, mut count, mut at) = (None, None, 1, i);
    while unit.is_none() || place.is_none() {
        let last = line.find(at, Cue::Shift).or_else(|| line.find(at, Cue::ShiftAfter)).filter(|m| m.number == -1.0);
        let number = || numbers::at(line, at).filter(|n| (1.0..=53.0).contains(&n.value) && n.value.fract() == 0.0);
        if let Some(mark) = line.find(at, Cue::TimeUnit).filter(|m| unit.is_none() && "DWM".contains(m.value)) {
            (unit, at) = (Some(mark.value), at + mark.len);
        } else if let Some(mark) = last.filter(|_| place.is_none()) {
            (place, at) = (Some(None), at + mark.len);
        } else {
            let number = number()?;
            match number.role {
                Role::Ordinal if place.is_none() => place = Some(Some(number.value as i64)),
                Role::Cardinal if count == 1 && number.value > 1.0 => count = number.value as i64,
                _ => return None,
            }
            at = number.tokens.end;
        }
    }
    let (unit, place) = (unit?, place?);
    let next = line.skip_any(at, &[Cue::DateJoiner, Cue::DatePreposition, Cue::YearPreposition]);
    // `minggu kedua Januari`, `die ersten neun Monate 2024`, but not `the third day July`.
    let direct = count > 1 || line.is(i, Cue::TimeUnit);
    let whole = year_number(line, next)
        .map(|(year, end)| (format!("{year:04}"), end, false))
        .or_else(|| {
            let found = calendar::at(line, next, anchor).or_else(|| relative::at(line, next, anchor))?;
            Some((found.timex, found.tokens.end, found.anchored))
        })
        .filter(|(_, end, _)| (next > at || direct) && *end > next)?;
    let (timex, end, anchored) = whole;
    let whole = Date::parse(&timex).filter(|d| d.day.is_none())?;
    let (year, first) = (whole.year, Date::day(whole.year, whole.month.unwrap_or(1), 1)?);
    // The weeks of a month are counted by their Thursdays, as those of a year are.
    let most = match (unit, whole.month) {
        ("D", Some(month)) => i64::from(days_in(year, month)),
        ("D", None) => 365,
        ("W", Some(month)) => i64::from((days_in(year, month) - Date::nth_weekday(year, month, 4, 1)?.day?) / 7) + 1,
        // The last week holds the 28th of December always.
        ("W", None) => i64::from(Date::day(year, 12, 28)?.week()?.1),
        ("M", None) => 12,
        _ => return None,
    };
    let from = match place {
        Some(1) => 1,
        Some(number) if count == 1 => number,
        Some(_) => return None,
        None => most + 1 - count,
    };
    let until = from + count - 1;
    let told = |number: i64| match (unit, whole.month) {
        ("D", _) => first.plus_days(number - 1).map(|d| d.to_string()),
        ("W", Some(month)) => Some(format!("{year:04}-{month:02}-W{number:02}")),
        ("W", None) => Some(format!("{year:04}-W{number:02}")),
        _ => Some(format!("{year:04}-{number:02}")),
    };
    let timex = if count > 1 { format!("{}/{}", told(from)?, told(until)?) } else { told(from)? };
    (from >= 1 && until <= most).then(|| Hit { anchored, ..Hit::date(i..end, timex, "part_by_number") })
}

/// A day of the month at `i` in digits, with an ending or without, or as an ordinal word.
fn day_of_month(line: &Line, i: usize) -> Option<(u8, usize)> {
    if let Some(day) = small(line, i, 1, 31) {
        let suffix = line.find(i + 1, Cue::OrdinalSuffix).filter(|_| line.glued(i)).map_or(0, |m| m.len);
        return Some((day, i + 1 + suffix));
    }
    calendar::ordinal_day(line, i)
}

/// Whether nothing stands at `end`, or behind a list of numbers there, that a number before it could count or be a
/// part of: `der 13., 45. und 70. Minute`.
fn counts_nothing(line: &Line, mut end: usize) -> bool {
    for _ in 0..LIST {
        let next = if line.word(end) == "," { end + 1 } else { line.skip(end, Cue::NumberJoiner) };
        let suffix = line.find(next + 1, Cue::OrdinalSuffix).filter(|_| next > end && line.is_number(next));
        let Some(suffix) = suffix.filter(|_| line.glued(next)) else { break };
        end = next + 1 + suffix.len;
    }
    let goes = [Cue::FunctionWord, Cue::ClockBefore, Cue::RangeOpener, Cue::RangeFrom];
    let word = line.is_word(end) && !goes.iter().any(|cue| line.is(end, *cue));
    let measured = line.measures(end) || line.is(end, Cue::Month);
    let goes_on = matches!(line.word(end), "-" | "–" | "/" | ":" | "'" | "’") && line.is_number(end + 1);
    !word && !goes_on && !line.is_number(end) && !measured
}
