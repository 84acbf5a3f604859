//! Dates in digits alone: `2019-11-05`, `05.11.2019`, `11/05/2019`, `2025年1月23日`.
//!
//! Enters: a [`Line`], an index and the anchor. Leaves: a [`Hit`]. Knows nothing of the names of months.

use super::calendar::{dated, small};
use super::date::Date;
use super::digits;
use super::line::Line;
use super::numbers::all_digits;
use super::types::Hit;
use super::years::{century_of, four_digits};
use crate::lexicon::Cue;

/// `2019-11-05`, `05.11.2019`, `11/05/2019`, `5.11.`, and `5/11` after a preposition.
pub(super) fn numeric(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    if !line.is_number(i) {
        return None;
    }
    if line.glued_before(i) && matches!(line.word(i - 1), "/" | "-" | "." | "–" | "_" | "=" | "&") {
        return None;
    }
    if let Some((day, month, year, end)) = stopped(line, i) {
        return dated((i, end), year, month, Some(day), anchor, "numeric_date");
    }
    let (parts, end) = number_parts(line, i)?;
    if let Some(range) = range(line, i, (&parts, end), anchor) {
        return Some(range);
    }
    let followed =
        line.glued(end - 1) && (line.is_number(end) || matches!(line.word(end), "/" | "-") && line.glued(end));
    if followed {
        return None;
    }
    let full = |year: i32, month: u8, day: u8, reason: &'static str| {
        Date::day(year, month, day)?;
        dated((i, end), Some(year), month, Some(day), None, reason)
    };
    match parts.as_slice() {
        [(year, 4), (month, _), (day, _)] => full(i32::from(*year), *month as u8, *day as u8, "iso_date"),
        [(a, la), (b, lb), (c, lc)] if *la <= 2 && *lb <= 2 && (*lc == 4 || *lc == 2) => {
            let year = if *lc == 4 { i32::from(*c) } else { century_of(*c as u8) };
            let (a, b) = (*a as u8, *b as u8);
            let stops = line.word(i).contains('.');
            let month_first = line.settings.month_first && !stops;
            let (first, second) = if month_first { ((b, a), (a, b)) } else { ((a, b), (b, a)) };
            let read = |(day, month): (u8, u8)| full(year, month, day, "numeric_date");
            let mut found = read(first).or_else(|| read(second))?;
            if let Some(other) = read(second).filter(|o| o.timex != found.timex && !stops) {
                found.reason = format!("numeric_date: or {}", other.timex).into();
            }
            Some(found)
        }
        // `03/2019`, `12-2015`: a month; but `Nr. 12/2019` is a number of its kind.
        [(month, digits), (year, 4)] if (1..=12).contains(month) && (1900..=2099).contains(year) => {
            let told = line.ends_before(i, Cue::DatePreposition).or_else(|| line.ends_before(i, Cue::YearPreposition));
            let shown = *digits == 2 || told.is_some();
            let label = line.ends_before(i, Cue::NumberLabel).is_some();
            let month = *month as u8;
            (shown && !label && !line.word(i).contains('.')).then_some(())?;
            dated((i, end), Some(i32::from(*year)), month, None, None, "numeric_month")
        }
        // `2015-12`; `2011-12` are two years.
        [(year, 4), (month, digits)]
            if (1..=12).contains(month) && (1900..=2099).contains(year) && line.word(i + 1) == "-" =>
        {
            (*digits == 1 || *month <= year % 100).then_some(())?;
            dated((i, end), Some(i32::from(*year)), *month as u8, None, None, "numeric_month")
        }
        // Day and month only: with the stop that German writes, or after a preposition or a weekday.
        [(a, _), (b, _)] if (1..=31).contains(a) && (1..=31).contains(b) => {
            let dotted = line.word(i).contains('.');
            let stop = dotted && line.word(end) == "." && line.glued(end - 1);
            // Where the stop parts decimals, `to 3.7` is a number.
            let preposition = !dotted || line.separators.decimal != Some('.');
            let before = preposition && line.ends_before(i, Cue::DatePreposition).is_some()
                || line.ends_before(i, Cue::Weekday).is_some()
                || matches!(line.word(i.wrapping_sub(1)), "(" | ",") && line.ends_before(i - 1, Cue::Weekday).is_some();
            // `del 25/10 al 28/10`: the other end of a range tells it.
            let other = line.ends_before(i, Cue::RangeJoiner).filter(|at| {
                let first = at.saturating_sub(3);
                let told = line.ends_before(first, Cue::DatePreposition).is_some();
                line.word(first + 1) == "/" && line.word(i + 1) == "/" && line.is_number(first) && told
            });
            // Nothing else in the line: `29/2`, but not `2/29`, which is a fraction.
            let alone = line.range == (i..end) && a > b && !line.is(i, Cue::NotNumber);
            let before = before || other.is_some() || alone;
            let padded = line.word(i).starts_with('0') || *a >= 10;
            // The stop at the end of a sentence shows nothing: `iOS 14.8.`
            let shown = before || stop && padded && line.has(end + 1);
            if !shown || measured(line, end) {
                return None;
            }
            let month_first = line.settings.month_first && !stop;
            let (day, month) = if month_first && *a <= 12 || *b > 12 { (*b, *a) } else { (*a, *b) };
            let end = end + usize::from(stop && line.has(end + 1));
            dated((i, end), None, month as u8, Some(day as u8), anchor, "numeric_date")
        }
        _ => None,
    }
}

/// Whether what stands at `end`, or behind the other end of a range there, shows that digits count something.
fn measured(line: &Line, end: usize) -> bool {
    let joined = line.skip_any(end, &[Cue::RangeJoiner, Cue::To, Cue::RangeAnd]);
    line.measures(end) || joined > end && line.is_number(joined) && line.measures(joined + 1)
}

/// `28/2-1/3`, `10/1-11/2/2017`: two days around a dash.
fn range(line: &Line, i: usize, (from, end): (&[(u16, usize)], usize), anchor: Option<Date>) -> Option<Hit> {
    let dash = matches!(line.word(end), "-" | "–") && line.glued(end - 1) && line.glued(end);
    let slashes = line.word(i + 1) == "/" && line.word(end + 2) == "/";
    let (to, end) = number_parts(line, end + 1).filter(|_| dash && slashes)?;
    let ([(a, _), (b, _), ..], [(c, _), (d, _), ..]) = (from, to.as_slice()) else { return None };
    let year = to.get(2).or(from.get(2)).filter(|(_, digits)| *digits == 4).map(|(year, _)| i32::from(*year));
    // `1/2-3/4` may be fractions.
    if [a, b, c, d].into_iter().any(|part| *part > 31) || year.is_none() && a.max(b).max(c).max(d) <= &12 {
        return None;
    }
    let read = |a: u16, b: u16| dated((i, end), year, b as u8, Some(a as u8), anchor, "day_range");
    let both = |first: (u16, u16), second: (u16, u16)| Some((read(first.0, first.1)?, read(second.0, second.1)?));
    let (day_first, month_first) = (|| both((*a, *b), (*c, *d)), || both((*b, *a), (*d, *c)));
    let found =
        if line.settings.month_first { month_first().or_else(day_first) } else { day_first().or_else(month_first) };
    let (from, to) = found.filter(|(from, to)| from.timex < to.timex)?;
    Some(Hit { timex: format!("{}/{}", from.timex, to.timex), ..from })
}

/// `2025年1月23日`, `1월 23일`: each number with the mark of its unit after it.
pub(super) fn marked(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let marked = |at: usize, unit: &str| line.find(at + 1, Cue::DateMark).filter(|m| m.value == unit);
    let part = |at: usize, unit: &str, most: u8| Some((small(line, at, 1, most)?, at + 1 + marked(at, unit)?.len));
    let year = marked(i, "Y").and_then(|mark| Some((four_digits(line, i)?, i + 1 + mark.len)));
    let after_year = year.map_or(i, |(_, end)| end);
    let Some((month, end)) = part(after_year, "M", 12) else {
        return year.map(|(year, end)| Hit::date(i..end, format!("{year:04}"), "marked_date"));
    };
    let day = part(end, "D", 31);
    let end = day.map_or(end, |(_, end)| end);
    dated((i, end), year.map(|y| y.0), month, day.map(|d| d.0), anchor, "marked_date")
}

/// `27. 11. 2016`, `am 27. 11.`: with a stop after each number and a space after it, as German and its neighbours
/// write. Without a year something before it tells that a date comes.
fn stopped(line: &Line, i: usize) -> Option<(u8, u8, Option<i32>, usize)> {
    let stop = |at: usize| line.word(at) == "." && line.glued(at - 1) && !line.glued(at);
    let (day, month) = (small(line, i, 1, 31)?, small(line, i + 2, 1, 12).filter(|_| stop(i + 1) && stop(i + 3))?);
    let year = four_digits(line, i + 4);
    let prepared = line.ends_before(i, Cue::DatePreposition).or_else(|| line.ends_before(i, Cue::Weekday)).is_some();
    (year.is_some() || prepared).then_some((
        day,
        month,
        year,
        if year.is_some() { i + 5 } else { i + 3 + usize::from(line.has(i + 4)) },
    ))
}

/// Numbers parted by one of `.`, `/`, `-`, as (value, digits), and the index after them.
fn number_parts(line: &Line, i: usize) -> Option<(Vec<(u16, usize)>, usize)> {
    let word = line.word(i);
    let value = |part: &str| -> Option<(u16, usize)> {
        let count = part.chars().count();
        if !(1..=4).contains(&count) || !all_digits(part) {
            return None;
        }
        Some((digits::parse(part, line.separators)?.value as u16, count))
    };
    if word.contains('.') {
        let parts: Option<Vec<_>> = word.split('.').map(value).collect();
        return parts.filter(|p| p.len() <= 3).map(|p| (p, i + 1));
    }
    let mut parts = vec![value(word)?];
    let mark = line.word(i + 1);
    let mut end = i + 1;
    if matches!(mark, "/" | "-" | "‐" | "‑" | ".") {
        while parts.len() < 3
            && line.word(end) == mark
            && line.glued(end - 1)
            && line.glued(end)
            && line.is_number(end + 1)
        {
            parts.push(value(line.word(end + 1))?);
            end += 2;
        }
    }
    // Two with a hyphen are a month and its year, if any date.
    let month = parts.len() == 2 && parts.iter().any(|(_, count)| *count == 4);
    let enough = if mark == "/" || mark == "." || month { 2 } else { 3 };
    (parts.len() >= enough).then_some((parts, end))
}
