//! Dates as the calendar names them: days, months, years, quarters, decades, centuries, seasons.
//!
//! Enters: a [`Line`], an index and the anchor. Leaves: a [`Hit`]. Knows nothing of dates relative to a day or of
//! clock times.

use super::date::Date;
use super::digit_dates;
use super::digits;
use super::line::Line;
use super::numbers::{self, all_digits};
use super::periods;
use super::types::{Hit, Role};
use super::years::{four_digits, short_year, year_number};
use crate::lexicon::{Cue, CueSet, Mark};

/// News look back: a day without a year lies at most this many days before the anchor's day …
const DAYS_BACK: i64 = 300;
/// … or, in whole months, at most this many before the anchor's month; the rest of the year lies ahead.
const MONTHS_BACK: i64 = 9;

/// The names of months.
static MONTHS: CueSet = CueSet::EMPTY.with(Cue::Month).with(Cue::MonthWeak);

/// What reads one kind of date at a token.
pub(super) type Rule = fn(&Line, usize, Option<Date>) -> Option<Hit>;

/// A date that begins at token `i`.
pub(super) fn at(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    if line.glued_before(i) && (line.is_spaced_word(i - 1) || matches!(line.word(i - 1), "#" | "@" | "$" | "€" | "£"))
    {
        return None;
    }
    let rules: [Rule; 12] = [
        digit_dates::numeric,
        digit_dates::marked,
        year_first,
        day_first,
        month_first,
        periods::quarter,
        periods::week,
        periods::century,
        periods::decade,
        periods::season,
        periods::holiday,
        periods::year,
    ];
    rules.iter().find_map(|rule| rule(line, i, anchor))
}

/// A plain number of at most two digits, `low` to `high`.
pub(super) fn small(line: &Line, i: usize, low: u8, high: u8) -> Option<u8> {
    let word = line.word(i);
    if !line.is_number(i) || !all_digits(word) || word.chars().count() > 2 {
        return None;
    }
    let value: u8 = digits::parse(word, line.separators)?.value as u8;
    (low..=high).contains(&value).then_some(value)
}

/// The date in the year that the anchor makes most likely; `None` where there is no anchor with a year.
fn nearest(month: u8, day: Option<u8>, anchor: Option<Date>) -> Option<Date> {
    let anchor = anchor?;
    let dated = |year: i32| match day {
        Some(day) => Date::day(year, month, day),
        None => Date::month(year, month),
    };
    match (anchor.month, anchor.ordinal(), day) {
        (Some(_), Some(_), Some(_)) => nearest_of(anchor, dated),
        (Some(now), _, _) => around(anchor).filter_map(dated).find(|d| {
            let ahead = i64::from(d.year - anchor.year) * 12 + i64::from(month) - i64::from(now);
            (-MONTHS_BACK..12 - MONTHS_BACK).contains(&ahead)
        }),
        _ => dated(anchor.year),
    }
}

/// The day of the year that is nearest to the anchor in the sense of [`nearest`]; the anchor's own year where only
/// that is known.
pub(super) fn nearest_of(anchor: Date, in_year: impl Fn(i32) -> Option<Date>) -> Option<Date> {
    let Some(today) = anchor.ordinal() else { return in_year(anchor.year) };
    around(anchor).filter_map(in_year).find(|d| {
        let ahead = d.ordinal().unwrap_or(i64::MIN) - today;
        (-DAYS_BACK..365 - DAYS_BACK).contains(&ahead)
    })
}

/// The years in which the nearest date may lie.
fn around(anchor: Date) -> impl Iterator<Item = i32> {
    [-1, 0, 1].into_iter().map(move |step| anchor.year + step)
}

/// The hit of a month and what is known of day and year.
pub(super) fn dated(
    tokens: (usize, usize),
    year: Option<i32>,
    month: u8,
    day: Option<u8>,
    anchor: Option<Date>,
    reason: &'static str,
) -> Option<Hit> {
    // 29 February without a year must be possible.
    if day.is_some_and(|d| Date::day(year.unwrap_or(2000), month, d).is_none()) {
        return None;
    }
    let (start, end) = tokens;
    let near = if year.is_none() { nearest(month, day, anchor) } else { None };
    let timex = match (year, near, day) {
        (Some(year), _, Some(day)) => Date::day(year, month, day)?.to_string(),
        (Some(year), _, None) => Date::month(year, month)?.to_string(),
        (None, Some(date), _) => date.to_string(),
        (None, None, Some(day)) => format!("XXXX-{month:02}-{day:02}"),
        (None, None, None) => format!("XXXX-{month:02}"),
    };
    Some(Hit { anchored: near.is_some(), ..Hit::date(start..end, timex, reason) })
}

/// A month at `i`; `strong` where its name has no other meaning.
fn month_at(line: &Line, i: usize) -> Option<(u8, usize, bool)> {
    let named = |mark: Mark, strong| {
        let mut end = i + mark.len;
        // `Nov.` where the list has `Nov`.
        if line.word(end) == "."
            && line.glued_before(end)
            && mark.len == 1
            && line.word(i).chars().count() <= 4
            && line.has(end + 1)
        {
            end += 1;
        }
        Some((mark.number as u8, end, strong))
    };
    match (line.find(i, Cue::Month), line.find(i, Cue::MonthWeak)) {
        (Some(mark), _) => named(mark, true),
        (None, Some(mark)) => named(mark, false),
        _ => None,
    }
}

/// A day of the month at `i`: `5`, `5.`, `5th`, `1er`, `fünfter`, `first`.
fn day_number(line: &Line, i: usize) -> Option<(u8, usize)> {
    if let Some(day) = small(line, i, 1, 31) {
        let suffix = line.find(i + 1, Cue::OrdinalSuffix).filter(|_| line.glued(i)).map_or(0, |m| m.len);
        // `5. listopadu`: many languages write the ordinal of a day with a stop that they write nowhere else.
        let stop = suffix == 0 && line.glued(i) && line.word(i + 1) == "." && month_at(line, i + 2).is_some();
        return Some((day, i + 1 + suffix + usize::from(stop)));
    }
    if line.is_word(i) {
        if let Some(day) = ordinal_day(line, i) {
            return Some(day);
        }
        let number = numbers::at(line, i)?;
        let whole = number.role != Role::Share && number.value.fract() == 0.0;
        return (whole && (1.0..=31.0).contains(&number.value)).then_some((number.value as u8, number.tokens.end));
    }
    None
}

/// A day of the month told as an ordinal in words: `eleventh`, `twenty fourth`.
pub(super) fn ordinal_day(line: &Line, i: usize) -> Option<(u8, usize)> {
    let number = numbers::at(line, i).filter(|_| line.is_word(i))?;
    let (value, end) = match number.role {
        Role::Ordinal => (number.value, number.tokens.end),
        // Without a hyphen `twenty fourth` may be a fraction elsewhere; a day it can only be as a whole.
        _ => {
            let tens = line.find(i, Cue::NumberWord).filter(|m| m.number == 20.0 || m.number == 30.0)?;
            let unit = line.find(i + tens.len, Cue::OrdinalWord).filter(|m| m.number < 10.0)?;
            (tens.number + unit.number, i + tens.len + unit.len)
        }
    };
    (value.fract() == 0.0 && (1.0..=31.0).contains(&value)).then_some((value as u8, end))
}

/// What stands between the parts of a date: joiners, commas.
pub(super) fn between(line: &Line, i: usize) -> usize {
    let at = if line.word(i) == "," { i + 1 } else { i };
    let joined = line.skip(at, Cue::DateJoiner);
    line.skip(joined, Cue::DateJoiner)
}

/// The year after a day and month at `i`, with the index after it; none for `5 November 1000 people`.
pub(super) fn year_after(line: &Line, i: usize) -> Option<(i32, usize)> {
    let at = between(line, i);
    let year = year_number(line, at).filter(|(year, end)| {
        let counts = *year % 100 == 0 && line.is_word(*end) && line.word(at - 1) == ",";
        !counts && !line.is(*end, Cue::Magnitude) && !line.is(*end, Cue::Percent)
    });
    year.or_else(|| short_year(line, at))
}

/// 1 where a hyphen or a slash at `at` parts what it is glued to.
fn parting(line: &Line, at: usize) -> usize {
    usize::from(matches!(line.word(at), "-" | "/") && line.glued(at))
}

/// `2019. november 5`, `2019 November 5`, `2019. november`: with a stop or a day, which names beside a year have not.
fn year_first(line: &Line, i: usize, _: Option<Date>) -> Option<Hit> {
    let year = four_digits(line, i).filter(|_| line.tells(&MONTHS))?;
    let stop = line.word(i + 1) == "." && line.glued(i);
    let hyphen = |at: usize| usize::from(matches!(line.word(at), "-" | "/") && line.glued(at - 1) && line.glued(at));
    let (month, end, _) = month_at(line, i + 1 + usize::from(stop) + hyphen(i + 1))?;
    let day = end + hyphen(end);
    let date = match small(line, day, 1, 31).filter(|_| year_number(line, day + 1).is_none()) {
        Some(number) => (Date::day(year, month, number)?, day + 1),
        None if stop => (Date::month(year, month)?, end),
        None => return None,
    };
    Some(Hit::date(i..date.1, date.0.to_string(), "year_month_day"))
}

/// `5. November 2019`, `5 November`, `5–7 November 2019`, `der 5. des Monats November`.
fn day_first(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    if !line.tells(&MONTHS) {
        return None;
    }
    let (day, mut at) = day_number(line, i)?;
    let mut last = None;
    let joiner = line.find(at, Cue::RangeJoiner).or_else(|| line.find(at, Cue::RangeAnd)).map(|m| m.len);
    // `18./19. November`
    let joiner = joiner.or((line.word(at) == "/" && line.glued_before(at) && line.glued(at)).then_some(1));
    if let Some((second, end)) = joiner.and_then(|len| day_number(line, line.skip(at + len, Cue::DatePreposition)))
        && second > day
        && month_at(line, line.skip(end, Cue::DateJoiner)).is_some()
    {
        last = Some(second);
        at = end;
    }
    // `27-Feb-2019`
    let hyphen = parting(line, at);
    let (month, end, strong) = month_at(line, line.skip(at + hyphen, Cue::DateJoiner))?;
    let hyphen = parting(line, end);
    let year = year_after(line, end + hyphen);
    let worded = line.is_word(i) && !line.is(i, Cue::OrdinalWord);
    if !strong && worded && year.is_none() {
        return None;
    }
    let stop = year.map_or(end, |(_, end)| end);
    let first = dated((i, stop), year.map(|y| y.0), month, Some(day), anchor, "day_month")?;
    match last {
        Some(last) => {
            let until = dated((i, stop), year.map(|y| y.0), month, Some(last), anchor, "day_month")?;
            Some(Hit { timex: format!("{}/{}", first.timex, until.timex), reason: "day_range".into(), ..first })
        }
        None => Some(first),
    }
}

/// `November 5, 2019`, `Nov. 5`, `August 2019`, `Anfang August`, `early 2019`, `August`.
fn month_first(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let part = line.find(i, Cue::PartOf);
    let named = part.map_or(i, |m| i + m.len);
    let start = line.skip_any(named, &[Cue::DateJoiner, Cue::DatePreposition]);
    let at = if part.is_some() { start } else { i };
    let at = if part.is_some() { line.skip(at, Cue::DateJoiner) } else { at };
    let Some((month, end, strong)) = month_at(line, at) else {
        // A part of a decade: `mid-1990s`, `Mitte der 1990er Jahre`.
        if let Some(decade) = part.and_then(|_| periods::decade(line, at, anchor)) {
            return Some(Hit { tokens: i..decade.tokens.end, ..decade });
        }
        // A part of a year: `Ende 2019`, `awal tahun 2019`.
        let year = part.and_then(|_| year_number(line, line.skip(at, Cue::YearPreposition)))?;
        return Some(Hit::date(i..year.1, format!("{:04}", year.0), "part_of_year"));
    };
    if part.is_none() {
        let day_at = line.skip(end, Cue::DateJoiner);
        let hyphen = parting(line, end);
        if let Some((day, after)) = day_number(line, day_at.max(end + hyphen))
            .filter(|_| !line.is_word(day_at) || ordinal_day(line, day_at).is_some())
        {
            let mut after = after;
            let mut last = None;
            let joiner = line.find(after, Cue::RangeJoiner);
            if let Some((second, end)) = joiner.and_then(|m| day_number(line, after + m.len)).filter(|d| d.0 > day) {
                let other = month_at(line, end).is_some();
                if !other {
                    (last, after) = (Some(second), end);
                }
            }
            let hyphen = parting(line, after);
            let year = year_after(line, after + hyphen);
            if !line.measures(after) && (line.settings.month_first || year.is_some()) {
                let stop = year.map_or(after, |(_, end)| end);
                let first = dated((i, stop), year.map(|y| y.0), month, Some(day), anchor, "month_day")?;
                let until = last.and_then(|d| dated((i, stop), year.map(|y| y.0), month, Some(d), anchor, "day_range"));
                return Some(match until {
                    Some(until) => {
                        Hit { timex: format!("{}/{}", first.timex, until.timex), reason: until.reason, ..first }
                    }
                    None => first,
                });
            }
        }
    }
    let hyphen = parting(line, end);
    let year = year_after(line, end + hyphen);
    let stop = year.map_or(end, |(_, end)| end);
    let prepared = part.is_some()
        || [Cue::DatePreposition, Cue::YearPreposition, Cue::DateJoiner, Cue::Shift]
            .iter()
            .any(|cue| line.ends_before(i, *cue).is_some());
    if year.is_none() && !prepared && !strong || line.glued(end - 1) && line.is_word(end) {
        return None;
    }
    let reason = if part.is_some() { "part_of_month" } else { "month" };
    dated((i, stop), year.map(|y| y.0), month, None, anchor, reason)
}
