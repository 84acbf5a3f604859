//! Stretches of the calendar: quarters, centuries, decades, seasons, holidays, years.
//!
//! Enters: a [`Line`], an index and the anchor. Leaves: a [`Hit`]. Knows nothing of days and months in numbers.

use super::calendar::{between, dated, nearest_of, small, year_after};
use super::date::Date;
use super::digits;
use super::line::Line;
use super::numbers::{self, all_digits, roman};
use super::types::{Hit, Role};
use super::words;
use super::years::{four_digits, short_year, year_number};
use crate::lexicon::{Cue, CueSet, Mark};

/// What quarters, halves of years and centuries are told by.
static PERIODS: CueSet = CueSet::EMPTY.with(Cue::Quarter).with(Cue::TimeUnit);

/// `third quarter of 2020`, `3. Quartal 2020`, `kuartal III 2020`, `Q3 2020`, `H1 2021`.
pub(super) fn quarter(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    if !line.tells(&PERIODS) {
        return None;
    }
    // `2019 Q3`, `2017-H1`
    let named = i + 1 + usize::from(line.word(i + 1) == "-" && line.glued(i));
    if let Some((year, mark)) = four_digits(line, i).and_then(|year| Some((year, line.find(named, Cue::Quarter)?))) {
        return Some(Hit::date(i..named + mark.len, format!("{year:04}-{}", mark.value), "quarter"));
    }
    let kind = |m: &Mark| matches!(m.value, "Q" | "HY");
    let number = |at: usize| {
        let spelled = numbers::at(line, at).filter(|n| n.role != Role::Share).map(|n| (n.value, n.tokens.end));
        spelled.or_else(|| roman(line.word(at)).map(|v| (v, at + 1)))
    };
    let (unit, value, end) = if let Some(mark) = line.find(i, Cue::Quarter) {
        (&mark.value[..1], mark.value[1..].parse().ok()?, i + mark.len)
    } else if let Some(mark) = line.find(i, Cue::TimeUnit).filter(kind) {
        let (value, end) = number(i + mark.len)?;
        (if mark.value == "Q" { "Q" } else { "H" }, value, end)
    } else {
        let (value, at) = number(i)?;
        let at = line.after_hyphen(at);
        let mark = line.find(at, Cue::TimeUnit).filter(kind)?;
        // `two quarters` is a length.
        let ordinal = numbers::at(line, i).is_none_or(|n| n.role == Role::Ordinal);
        ordinal.then_some((if mark.value == "Q" { "Q" } else { "H" }, value, at + mark.len))?
    };
    let most = if unit == "Q" { 4.0 } else { 2.0 };
    if !(1.0..=most).contains(&value) {
        return None;
    }
    let mut at = line.skip_any(between(line, end), &[Cue::YearPreposition, Cue::DatePreposition]);
    at = line.skip(at, Cue::YearPreposition);
    if matches!(line.word(at), "/" | "-") {
        at += 1;
    }
    match year_number(line, at) {
        Some((year, end)) => Some(Hit::date(i..end, format!("{year:04}-{unit}{value}"), "quarter")),
        None => {
            // The last one that has begun by the anchor's day.
            let year = anchor
                .map(|a| a.year - i32::from(a.month.is_some_and(|m| f64::from(m) <= (value - 1.0) * 12.0 / most)));
            let timex = year.map_or(format!("XXXX-{unit}{value}"), |y| format!("{y:04}-{unit}{value}"));
            Some(Hit { anchored: year.is_some(), ..Hit::date(i..end, timex, "quarter") })
        }
    }
}

/// `week 34`, `KW 34/2019`, `minggu ke-34`: a week of the year as ISO 8601 counts them.
pub(super) fn week(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let mark = line.find(i, Cue::WeekNumber)?;
    let at = i + mark.len + usize::from(line.word(i + mark.len) == "-" && line.is_number(i + mark.len + 1));
    let number = small(line, at, 1, 53)?;
    let end = at + 1;
    let goes_on = line.glued(at) && !matches!(line.word(end), "/" | "," | ")" | ";" | "." | ":");
    if goes_on || line.measures(end) || line.is(end, Cue::RangeJoiner) {
        return None;
    }
    let slash = end + usize::from(line.word(end) == "/");
    let year = year_number(line, slash).or_else(|| year_after(line, end));
    let stop = year.map_or(end, |(_, end)| end);
    let anchored = year.is_none().then(|| anchor.map(|a| a.year)).flatten();
    let of = year.map(|(year, _)| year).or(anchored).map_or("XXXX".to_string(), |year| format!("{year:04}"));
    Some(Hit { anchored: anchored.is_some(), ..Hit::date(i..stop, format!("{of}-W{number:02}"), "week_number") })
}

/// `19th century`, `19. Jahrhundert`, `XIXe siècle`, `abad ke-19`, `siglo XXI`.
pub(super) fn century(line: &Line, i: usize, _: Option<Date>) -> Option<Hit> {
    if !line.tells(&PERIODS) {
        return None;
    }
    let unit = |at: usize| line.find(at, Cue::TimeUnit).filter(|m| m.value == "CE").map(|m| at + m.len);
    let number = |at: usize| {
        let letters = roman(line.word(at)).map(|value| (value, line.skip(at + 1, Cue::OrdinalSuffix)));
        // `XIXe` is one token.
        let joined = || {
            let word = line.word(at);
            let cut = word.find(|c: char| c.is_lowercase()).filter(|cut| word.len() - cut <= 4)?;
            Some((roman(&word[..cut])?, at + 1))
        };
        let spelled = || numbers::at(line, at).map(|n| (n.value, n.tokens.end));
        letters.or_else(joined).or_else(spelled).filter(|(v, _)| v.fract() == 0.0 && (1.0..=30.0).contains(v))
    };
    let (value, end) = match unit(i) {
        Some(at) => number(at)?,
        None => {
            let (value, at) = number(i)?;
            let counts = numbers::at(line, i).is_some_and(|n| n.role != Role::Ordinal);
            (!counts).then_some((value, unit(line.after_hyphen(at))?))?
        }
    };
    let (before, end) = era(line, end);
    let timex = format!("{}{:02}", if before { "BC" } else { "" }, value - 1.0);
    Some(Hit::date(i..end, timex, "century"))
}

fn era(line: &Line, end: usize) -> (bool, usize) {
    let before = line.find(end, Cue::BeforeEra);
    (before.is_some(), before.map_or(end, |m| end + m.len))
}

/// `1990s`, `the '90s`, `1990er Jahre`, `tahun 1990-an`, `années 1990`.
pub(super) fn decade(line: &Line, i: usize, _: Option<Date>) -> Option<Hit> {
    let before = line.find(i, Cue::DecadeBefore);
    let mut at = before.map_or(i, |m| i + m.len);
    if matches!(line.word(at), "'" | "’" | "‘") && line.glued(at) {
        at += 1;
    }
    let decade = match four_digits(line, at) {
        Some(year) if year % 10 == 0 => year / 10,
        // `les années quatre-vingt-dix`
        None if before.is_some() && line.is_word(at) => {
            let run = words::at(line, at, false).filter(|run| run.ending.is_none() && run.value % 10.0 == 0.0)?;
            let decade = (20.0..100.0).contains(&run.value).then_some(190 + (run.value / 10.0) as i32)?;
            return Some(Hit::date(i..run.end, decade.to_string(), "decade"));
        }
        // Without an apostrophe `the 80s`, but not `his 30s` and `the over-60s`.
        _ => {
            let start = line.ends_before(i, Cue::PartOf).unwrap_or(i);
            let apostrophe = matches!(line.word(at + 1), "'" | "’");
            let told = at > i || apostrophe || line.ends_before(start, Cue::DefiniteArticle).is_some();
            small(line, at, 10, 90).filter(|d| d % 10 == 0 && told).map(|d| 190 + i32::from(d / 10))?
        }
    };
    let hyphen = usize::from(matches!(line.word(at + 1), "-" | "‐" | "'" | "’") && line.glued(at));
    let after = line.find(at + 1 + hyphen, Cue::DecadeMark).filter(|_| line.glued(at));
    if after.is_none() && before.is_none() {
        return None;
    }
    let end = after.map_or(at + 1, |m| at + 1 + hyphen + m.len);
    Some(Hit::date(i..end, decade.to_string(), "decade"))
}

/// `summer 2019`, `im Sommer`: alone only after a preposition, since names of seasons name other things too.
pub(super) fn season(line: &Line, i: usize, _: Option<Date>) -> Option<Hit> {
    let part = line.find(i, Cue::PartOf).map_or(i, |m| line.skip(i + m.len, Cue::DateJoiner));
    let mark = line.find(part, Cue::Season)?;
    let end = part + mark.len;
    if let Some((year, end)) = year_after(line, end) {
        return Some(Hit::date(i..end, format!("{year:04}-{}", mark.value), "season"));
    }
    line.ends_before(i, Cue::YearPreposition).or_else(|| line.ends_before(i, Cue::DatePreposition))?;
    Some(Hit::date(i..end, format!("XXXX-{}", mark.value), "season"))
}

/// `Christmas Eve`, `Ostermontag`, `Thanksgiving`, with or without a year. Their values are `MM-DD`, `E` and days
/// from Easter, or month, weekday and which of them, 5 the last: `11-4-4`.
pub(super) fn holiday(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let mark = line.find(i, Cue::Holiday)?;
    let year = year_after(line, i + mark.len);
    let end = year.map_or(i + mark.len, |(_, end)| end);
    if let Some((month, day)) = mark.value.split_once('-').filter(|(month, day)| month.len() + day.len() == 4) {
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        return dated((i, end), year.map(|y| y.0), month, Some(day), anchor, "holiday");
    }
    let date = match year {
        Some((year, _)) => holiday_in(mark.value, year),
        None => nearest_of(anchor?, |year| holiday_in(mark.value, year)),
    }?;
    Some(Hit { anchored: year.is_none(), ..Hit::date(i..end, date.to_string(), "holiday") })
}

/// The day of a year that a holiday's value means.
pub(super) fn holiday_in(value: &str, year: i32) -> Option<Date> {
    if let Some(days) = value.strip_prefix('E') {
        return Date::easter(year)?.plus_days(days.parse().ok()?);
    }
    let mut parts = value.split('-').map(|part| part.parse().ok());
    match (parts.next()??, parts.next()??, parts.next()) {
        (month, day, None) => Date::day(year, month, day),
        (month, weekday, nth) => Date::nth_weekday(year, month, weekday, nth??),
    }
}

/// `2014`, `2014–2018`, `2019/20`, `44 BC`.
pub(super) fn year(line: &Line, i: usize, _: Option<Date>) -> Option<Hit> {
    if let Some(era) = line.find(i + 1, Cue::BeforeEra).filter(|_| line.is_number(i) && all_digits(line.word(i))) {
        let value = digits::parse(line.word(i), line.separators).filter(|d| d.count <= 4)?.value;
        return Some(Hit::date(i..i + 1 + era.len, format!("BC{value:04}"), "year_before_era"));
    }
    // `in nineteen ninety-six`
    if line.is_word(i)
        && let Some(before) = line.ends_before(i, Cue::YearPreposition)
    {
        // `cincuenta y dos mil`: the number goes on.
        let last = before.wrapping_sub(1);
        if line.is(before, Cue::NumberJoiner) && (line.is(last, Cue::NumberWord) || line.is(last, Cue::Magnitude)) {
            return None;
        }
        let (year, end) = short_year(line, i)?;
        return (1800..=2099).contains(&year).then(|| Hit::date(i..end, format!("{year:04}"), "year_in_words"));
    }
    let year = four_digits(line, i)?;
    let mut end = i + 1;
    let explicit = line.ends_before(i, Cue::YearWord).is_some();
    let prepared = explicit || line.ends_before(i, Cue::YearPreposition).is_some();
    let measured = line.measures(end) && (line.word(end).chars().count() > 1 || line.glued_before(end));
    let likely = (1800..=2099).contains(&year) && year % 100 != 0;
    // `10 000 mehr als 2018`: what is compared stands before, and the year is another point in time.
    let compared = || {
        let before = line.ends_before(i, Cue::Comparator)?;
        let last = before.checked_sub(1)?;
        let measured =
            [Cue::Percent, Cue::Magnitude, Cue::Currency].iter().any(|c| line.ends_before(before, *c).is_some());
        let counted = line.is_number(last) || measured;
        let counts = line.is_word(end) && !line.is(end, Cue::FunctionWord);
        (counted && !counts).then_some(())
    };
    let priced = [Cue::Currency, Cue::Comparator, Cue::NumberLabel, Cue::RangeOpener, Cue::Negative]
        .iter()
        .any(|cue| line.ends_before(i, *cue).is_some());
    let glued = line.glued_before(i)
        && !matches!(line.word(i - 1), "(" | "[" | "/" | "-" | "–" | "\"" | "„" | "“" | "«" | "'" | "’" | ",");
    let clock = line.word(end) == ":" && line.glued(end);
    let continues = line.glued(i) && (line.is_spaced_word(end) || clock || line.word(end) == "%");
    let round = year % 100 == 0 && line.is_word(end) && !line.is(end, Cue::FunctionWord);
    let doubtful = !prepared && (!likely || priced && compared().is_none());
    if measured || glued || continues || round && !explicit || doubtful {
        return None;
    }
    let slash = line.word(end) == "/";
    let dash = matches!(line.word(end), "-" | "–" | "‐" | "—" | "~" | "～");
    if (slash || dash) && line.glued(i) && line.glued(end) {
        let until = four_digits(line, end + 1).or_else(|| {
            let two = small(line, end + 1, 0, 99).filter(|_| line.word(end + 1).chars().count() == 2)?;
            Some(year / 100 * 100 + i32::from(two))
        });
        if let Some(until) =
            until.filter(|u| *u > year && !(line.glued(end + 1) && matches!(line.word(end + 2), "-" | "/")))
        {
            return Some(Hit::date(i..end + 2, format!("{year:04}/{until:04}"), "year_range"));
        }
    }
    // A telephone number or a code goes on.
    if dash && line.glued(i) && line.glued(end) && line.is_number(end + 1) {
        return None;
    }
    let (before, after) = era(line, end);
    end = after;
    let timex = if before { format!("BC{year:04}") } else { format!("{year:04}") };
    Some(Hit::date(i..end, timex, if prepared { "year_after_preposition" } else { "year" }))
}
