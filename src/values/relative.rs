//! Dates told from another day: yesterday, last Tuesday, two weeks ago, next year.
//!
//! Enters: a [`Line`], an index and the anchor. Leaves: a [`Hit`], in numbers where the anchor allows, with `X`
//! for what stays open where not. Knows nothing of how dates are written.

use super::date::Date;
use super::distances;
use super::lengths::{self, Length};
use super::line::Line;
use super::numbers;
use super::periods;
use super::types::{Hit, Role};
use crate::lexicon::Cue;
use crate::report::TimeKind;

/// A relative date that begins at token `i`.
pub(super) fn at(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let anchor = anchor.filter(|a| a.is_full());
    let rules: [super::calendar::Rule; 9] = [
        day,
        part,
        part_of_unit,
        counted,
        weekday_of_week,
        shifted,
        distances::length_from,
        distances::length_from_date,
        weekday,
    ];
    rules.iter().find_map(|rule| rule(line, i, anchor))
}

pub(super) fn hit(tokens: (usize, usize), timex: Option<String>, open: &str, reason: &'static str) -> Hit {
    let anchored = timex.is_some();
    Hit { anchored, ..Hit::date(tokens.0..tokens.1, timex.unwrap_or_else(|| open.to_string()), reason) }
}

/// `yesterday`, `heute`, `lusa`.
pub(super) fn day(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let mark = line.find(i, Cue::RelativeDay)?;
    let date = anchor.and_then(|a| a.plus_days(mark.number as i64));
    Some(hit((i, i + mark.len), date.map(|d| d.to_string()), "XXXX-XX-XX", "relative_day"))
}

/// `tonight`, `anoche`, `vanochtend`: a part of a day near the anchor, in one word.
fn part(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let mark = line.find(i, Cue::RelativePart)?;
    let (offset, part) = mark.value.split_once('T')?;
    let date = anchor.and_then(|a| a.plus_days(offset.parse().ok()?));
    let timex = date.map(|d| format!("{d}T{part}"));
    let open = format!("XXXX-XX-XXT{part}");
    Some(Hit { kind: TimeKind::Time, ..hit((i, i + mark.len), timex, &open, "relative_part_of_day") })
}

/// `Tuesday of last week`, `this week Monday`, `Montag nächster Woche`.
fn weekday_of_week(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let week = |at: usize| {
        let named = line.is(at, Cue::Shift) || line.is(at, Cue::TimeUnit);
        let week = named.then(|| shifted(line, at, anchor))?;
        week.filter(|w| w.timex.len() == "2019-W44".len() && w.timex[4..].starts_with("-W"))
    };
    let (day, week, end) = match line.find(i, Cue::Weekday) {
        Some(day) => {
            let week = week(line.skip_any(i + day.len, &[Cue::DateJoiner, Cue::DatePreposition]))?;
            let end = week.tokens.end;
            (day, week, end)
        }
        None => {
            let week = week(i)?;
            let at = line.skip_any(week.tokens.end, &[Cue::DateJoiner, Cue::DatePreposition]);
            let day = line.find(at, Cue::Weekday).or_else(|| line.find(at, Cue::WeekdayWeak))?;
            (day, week, at + day.len)
        }
    };
    let date =
        Date::of_week(week.timex[..4].parse().unwrap_or(0), week.timex[6..].parse().unwrap_or(0), day.number as u8);
    let open = format!("XXXX-WXX-{}", day.value);
    Some(hit((i, end), date.map(|d| d.to_string()), &open, "weekday_of_week"))
}

/// `the last two years`, `dalam dua bulan terakhir`: a length beside a shift is a length that touches the anchor.
fn counted(line: &Line, i: usize, _: Option<Date>) -> Option<Hit> {
    if let Some(found) = inverted(line, i) {
        return Some(found);
    }
    let shift = line.find(i, Cue::Shift);
    let at = shift.map_or(i, |m| i + m.len);
    if let Some(length) = shift.and_then(|_| lengths::quarters(line, at)) {
        return Some(to_anchor(i, length));
    }
    let length = lengths::length(line, at)?;
    let after = line.find(length.end, Cue::ShiftAfter);
    if shift.is_none() && after.is_none() {
        return None;
    }
    let end = after.map_or(length.end, |m| length.end + m.len);
    let found = lengths::duration(line, at)?;
    // `dua tahun lalu` is a point in time: see `length_from`.
    if line.is(length.end, Cue::Ago) || found.tokens.end != length.end {
        return None;
    }
    Some(Hit { tokens: i..end, reason: "length_to_anchor".into(), ..found })
}

/// `dix derniers mois`, `2 próximos meses`: the shift stands between the number and its unit, in languages that say so:
/// elsewhere `rose by 5 last year` would be five years.
fn inverted(line: &Line, i: usize) -> Option<Hit> {
    let number = line.settings.shift_inside.then(|| numbers::at(line, i))??;
    let counts = number.role == Role::Cardinal && number.value > 1.0 && number.magnitude == 1.0;
    let end = number.tokens.end;
    let shift = line.find(end, Cue::Shift).or_else(|| line.find(end, Cue::ShiftAfter)).filter(|_| counts)?;
    // `subió 5 el pasado año`, `subió 5 este año`
    if shift.len > 1 || shift.number == 0.0 {
        return None;
    }
    let unit = line.find(end + shift.len, Cue::TimeUnit)?;
    Some(to_anchor(i, Length { amount: number.value, unit: unit.value, end: end + shift.len + unit.len }))
}

/// A length from token `i` on that touches the anchor.
fn to_anchor(i: usize, length: Length) -> Hit {
    Hit::new(i..length.end, TimeKind::Duration, length.value(), "length_to_anchor")
}

/// `last week`, `tahun depan`, `letzten Dienstag`, `la semaine dernière`, `next March`.
fn shifted(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let before = line.find(i, Cue::Shift);
    let at = before.map_or(i, |m| i + m.len);
    let after = |end: usize| {
        line.find(line.skip(end, Cue::DateJoiner), Cue::ShiftAfter)
            .map(|m| (m, line.skip(end, Cue::DateJoiner) + m.len))
    };
    let step = |end: usize| match (before, after(end)) {
        (Some(mark), _) => Some((mark.number as i64, end)),
        (None, Some((mark, end))) => Some((mark.number as i64, end)),
        _ => None,
    };
    if let Some(mark) = line.find(at, Cue::Weekday) {
        let (step, end) = step(at + mark.len)?;
        let number = mark.number as i64;
        let date = anchor.and_then(|a| {
            let today = i64::from(a.weekday()?);
            let ahead = match step {
                0 => number - today,
                s if s > 0 => (number - today - 1).rem_euclid(7) + 1 + (s - 1) * 7,
                s => -((today - number - 1).rem_euclid(7) + 1) + (s + 1) * 7,
            };
            a.plus_days(ahead)
        });
        let open = format!("XXXX-WXX-{}", mark.value);
        return Some(hit((i, end), date.map(|d| d.to_string()), &open, "shifted_weekday"));
    }
    if let Some(mark) = line.find(at, Cue::Month).or_else(|| line.find(at, Cue::MonthWeak)) {
        let (step, end) = step(at + mark.len)?;
        let month = mark.number as u8;
        // `Juni tahun lalu` is of last year, not the last of its name.
        let named = before.is_none() && line.find(at + mark.len, Cue::TimeUnit).is_some_and(|m| m.value == "Y");
        let year = anchor.and_then(|a| {
            let now = a.month?;
            Some(match step {
                0 => a.year,
                s if named => a.year + s as i32,
                s if s > 0 => a.year + (s - 1) as i32 + i32::from(month <= now),
                s => a.year + (s + 1) as i32 - i32::from(month >= now),
            })
        });
        let timex = year.map(|y| format!("{y:04}-{month:02}"));
        return Some(hit((i, end), timex, &format!("XXXX-{month:02}"), "shifted_month"));
    }
    if let Some(mark) = line.find(at, Cue::Season) {
        let (step, end) = step(at + mark.len)?;
        // A season is of the year in which it begins; winter is over by March.
        let timex = anchor.and_then(|a| {
            let begins = match mark.value {
                "SP" => 3,
                "SU" => 6,
                "FA" => 9,
                _ => 12,
            };
            let begun = a.month? >= begins;
            let year = match step {
                0 => a.year,
                s if s > 0 => a.year + i32::from(begun) + s as i32 - 1,
                s => a.year - i32::from(!begun || a.month? < begins + 3 && begins < 12) + s as i32 + 1,
            };
            Some(format!("{year:04}-{}", mark.value))
        });
        return Some(hit((i, end), timex, &format!("XXXX-{}", mark.value), "shifted_season"));
    }
    if let Some(mark) = line.find(at, Cue::Holiday) {
        // `next Easter`, `dernier Noël`
        let (step, end) = step(at + mark.len)?;
        let date = anchor.and_then(|a| {
            let all = (-1..=1).filter_map(|by| periods::holiday_in(mark.value, a.year + by));
            let rank = |d: &Date| d.ordinal().cmp(&a.ordinal());
            match step {
                0 => periods::holiday_in(mark.value, a.year),
                s if s > 0 => all.into_iter().find(|d| rank(d).is_gt()),
                _ => all.rev().find(|d| rank(d).is_lt()),
            }
        })?;
        return Some(hit((i, end), Some(date.to_string()), "", "shifted_holiday"));
    }
    if let Some(part) = line.find(at, Cue::DayPart) {
        // `this morning`, `pagi ini`
        let (step, end) = step(at + part.len)?;
        let date = anchor.and_then(|a| a.plus_days(step));
        let open = format!("XXXX-XX-XXT{}", part.value);
        let timex = date.map(|d| format!("{d}T{}", part.value));
        return Some(Hit { kind: TimeKind::Time, ..hit((i, end), timex, &open, "shifted_day_part") });
    }
    let mark = line.find(at, Cue::TimeUnit)?;
    let (step, end) = step(at + mark.len)?;
    let timex = anchor.and_then(|a| unit_date(a, step as f64, mark.value));
    Some(hit((i, end), timex, open_unit(mark.value)?, "shifted_unit"))
}

/// `the end of the year`, `Ende nächster Woche`, `a fin de mes`: the unit that the anchor or the shift tells.
fn part_of_unit(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    // `akhir pekan` is a weekend, and no end of a week.
    let part =
        line.find(i, Cue::PartOf).filter(|m| line.find(i, Cue::TimeUnit).is_none_or(|unit| unit.len <= m.len))?;
    let at = line.skip(i + part.len, Cue::DateJoiner);
    let whole = [i + part.len, at].into_iter().find_map(|at| shifted(line, at, anchor));
    if let Some(whole) = whole.filter(|w| w.reason == "shifted_unit") {
        return Some(Hit { tokens: i..whole.tokens.end, reason: "part_of_unit".into(), ..whole });
    }
    let starts = [
        i + part.len,
        line.skip_any(at, &[Cue::DefiniteArticle, Cue::DateJoiner]),
        line.skip(i + part.len, Cue::DefiniteArticle),
    ];
    let definite = *starts.iter().find(|at| line.is(**at, Cue::TimeUnit))?;
    let unit = line.find(definite, Cue::TimeUnit).filter(|m| matches!(m.value, "W" | "M" | "Q" | "Y" | "DE" | "CE"))?;
    let end = definite + unit.len;
    // The end of the year 2019 has its year beside it, and of the years of crisis nothing is known.
    let named = line.is_word(end) && line.word(end).starts_with(char::is_uppercase);
    if line.is_number(end) || line.is(end, Cue::NumberOf) || line.is(end, Cue::Month) || named {
        return None;
    }
    let timex = anchor.and_then(|a| unit_date(a, 0.0, unit.value));
    Some(hit((i, end), timex, open_unit(unit.value)?, "part_of_unit"))
}

/// The unit of time that lies `steps` of its kind from the one of `anchor`, as TIMEX3.
pub(super) fn unit_date(anchor: Date, steps: f64, unit: &str) -> Option<String> {
    let whole = steps.round() as i64;
    let year = |by: i64| anchor.plus_years(by).map(|d| d.year);
    Some(match unit {
        "D" => anchor.plus_days(whole)?.to_string(),
        "W" | "WE" => {
            let (year, week) = anchor.plus_days(whole.checked_mul(7)?)?.week()?;
            format!("{year:04}-W{week:02}{}", if unit == "WE" { "-WE" } else { "" })
        }
        // Half a year ago is six months ago.
        "Y" if steps.fract() != 0.0 => {
            let month = anchor.plus_months((steps * 12.0).round() as i64)?;
            format!("{:04}-{:02}", month.year, month.month?)
        }
        "M" => {
            let month = anchor.plus_months(whole)?;
            format!("{:04}-{:02}", month.year, month.month?)
        }
        "Q" | "HY" => {
            let (length, letter) = if unit == "Q" { (3, 'Q') } else { (6, 'H') };
            let date = Date { day: None, ..anchor }.plus_months(whole.checked_mul(length)?)?;
            format!("{:04}-{letter}{}", date.year, (i64::from(date.month?) - 1) / length + 1)
        }
        "Y" => format!("{:04}", year(whole)?),
        "DE" => format!("{:03}", year(whole.checked_mul(10)?)? / 10),
        "CE" => format!("{:02}", year(whole.checked_mul(100)?)? / 100),
        _ => return None,
    })
}

pub(super) fn open_unit(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "D" => "XXXX-XX-XX",
        "W" => "XXXX-WXX",
        "WE" => "XXXX-WXX-WE",
        "M" => "XXXX-XX",
        "Q" => "XXXX-QX",
        "HY" => "XXXX-HX",
        "Y" => "XXXX",
        "DE" => "XXX",
        "CE" => "XX",
        _ => return None,
    })
}

/// `on Tuesday`: the last such day up to the anchor.
fn weekday(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    // `Minggu pagi`: a part of the day tells that the word is a weekday.
    let weak = || line.find(i, Cue::WeekdayWeak).filter(|m| line.is(i + m.len, Cue::DayPart));
    let mark = line.find(i, Cue::Weekday).or_else(weak)?;
    let date = anchor.and_then(|a| a.plus_days(-(i64::from(a.weekday()?) - mark.number as i64).rem_euclid(7)));
    let open = format!("XXXX-WXX-{}", mark.value);
    Some(hit((i, i + mark.len), date.map(|d| d.to_string()), &open, "weekday"))
}
