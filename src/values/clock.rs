//! Clock times and parts of the day.
//!
//! Enters: a [`Line`] and an index. Leaves: a [`Hit`] whose value begins with `T`. Knows nothing of dates.

use super::digits;
use super::line::Line;
use super::numbers::{self, all_digits};
use super::types::Hit;
use crate::lexicon::Cue;
use crate::report::TimeKind;

/// A clock time that begins at token `i`. It is weak where nothing but its shape tells (`20:30` may be a score):
/// it counts then only beside a date.
pub(super) fn at(line: &Line, i: usize) -> Option<Hit> {
    if line.glued_before(i)
        && (line.is_spaced_word(i - 1) || matches!(line.word(i - 1), "/" | ":" | "#" | "@" | "="))
        && line.word(i - 1) != "T"
    {
        return None;
    }
    let made = |tokens, timex, weak| Hit {
        tokens,
        kind: TimeKind::Time,
        timex,
        anchored: false,
        weak,
        from: None,
        reason: "clock".into(),
    };
    let before = line.find(i, Cue::ClockBefore);
    if let Some(named) = line.find(i, Cue::ClockName) {
        return Some(made(i..i + named.len, named.value.to_string(), false));
    }
    let start = before.map_or(i, |m| i + m.len);
    let prepared = before.is_some()
        || line.ends_before(i, Cue::ClockBefore).is_some()
        || (i > line.range.start && line.word(i - 1) == "T");
    let (hour, minute, second, mut end, shape) = digits_of(line, start)?;
    let mut zone = String::new();
    let mut half = None;
    // `8 Uhr 30`, `18h30`, `4.30 p.m.`, `8 o'clock in the evening`
    let clock = line.find(end, Cue::Clock);
    let mut minute = minute;
    if let Some(mark) = clock {
        end += mark.len;
        if line.word(end) == "." && line.glued_before(end) && mark.number > 0.0 && line.word(end - 1).contains('.') {
            end += 1;
        }
        half = (mark.number > 0.0).then_some(mark.number == 12.0);
        let two = |at: usize| {
            let word = line.word(at);
            let short = line.is_number(at) && all_digits(word) && word.chars().count() == 2;
            short.then(|| digits::parse(word, line.separators))?.map(|d| d.value as u8).filter(|m| *m < 60)
        };
        if minute.is_none()
            && half.is_none()
            && let Some(more) = two(end).filter(|_| !line.is(end + 1, Cue::Percent) && !line.is(end + 1, Cue::Currency))
        {
            (minute, end) = (Some(more), end + 1);
        }
    }
    let part_at = line.skip(end, Cue::DateJoiner);
    if let Some(part) = line.find(part_at, Cue::DayPart).filter(|_| prepared || clock.is_some()) {
        half = half.or(Some(matches!(part.value, "AF" | "EV") || part.value == "NI" && hour > 5));
        end = part_at + part.len;
    }
    if let Some(mark) = line.find(end, Cue::Zone) {
        zone = mark.value.to_string();
        end += mark.len;
    }
    let shown = clock.is_some() || !zone.is_empty() || prepared;
    let known = shown || shape == Shape::Colons;
    let bare = shape != Shape::Colons && clock.is_none() && zone.is_empty();
    let at_hour = before.is_some_and(|m| m.number > 0.0);
    if !known || bare && (shape == Shape::Hour && !at_hour || !counts_hours(line, end)) {
        return None;
    }
    if line.glued(end - 1)
        && (line.is_spaced_word(end) || line.is_number(end) || matches!(line.word(end), ":" | "%"))
        && line.word(end) != "Z"
    {
        return None;
    }
    if line.word(end) == "Z" && line.glued_before(end) {
        (zone, end) = ("Z".into(), end + 1);
    }
    let hour = match half {
        Some(true) if hour < 12 => hour + 12,
        Some(false) if hour == 12 => 0,
        Some(_) if hour > 12 && half == Some(false) => return None,
        _ => hour,
    };
    let mut timex = format!("T{hour:02}");
    if let Some(minute) = minute {
        timex += &format!(":{minute:02}");
    } else if !zone.is_empty() || half.is_some() || clock.is_some() {
        timex += ":00";
    }
    if let Some(second) = second {
        timex += &format!(":{second:02}");
    }
    Some(made(i..end, timex + &zone, !shown))
}

/// What the digits of a clock time look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Colons,
    Stop,
    Hour,
}

type Clock = (u8, Option<u8>, Option<u8>, usize, Shape);

/// `14:30`, `14:30:05`, `14.30`, `8`, `eight`: hour, minute, second and the index after them.
fn digits_of(line: &Line, i: usize) -> Option<Clock> {
    let two = |word: &str, most: u8, exact: bool| {
        let count = word.chars().count();
        let fits = all_digits(word) && (count == 2 || !exact && count == 1);
        fits.then(|| digits::parse(word, line.separators))?.map(|d| d.value as u8).filter(|v| *v <= most)
    };
    if !line.is_number(i) {
        let number = numbers::at(line, i).filter(|_| line.is_word(i))?;
        let hour =
            (number.value.fract() == 0.0 && (1.0..=12.0).contains(&number.value)).then_some(number.value as u8)?;
        return Some((hour, None, None, number.tokens.end, Shape::Hour));
    }
    let word = line.word(i);
    if let Some((hour, minute)) = word.split_once(['.', ',']) {
        let stop = word.contains('.');
        let (hour, minute) = (two(hour, 24, false)?, two(minute, 59, true)?);
        return stop.then_some((hour, Some(minute), None, i + 1, Shape::Stop));
    }
    let hour = two(word, 24, false)?;
    let colon = |at: usize| line.word(at) == ":" && line.glued(at - 1) && line.glued(at);
    if !colon(i + 1) {
        return Some((hour, None, None, i + 1, Shape::Hour));
    }
    let minute = two(line.word(i + 2), 59, true).filter(|_| line.is_number(i + 2))?;
    // Seconds may have decimals: `14:30:05.123Z`.
    let seconds = |w: &str| two(w.split('.').next().unwrap_or(w), 60, true);
    if colon(i + 3) {
        let second = seconds(line.word(i + 4))?;
        return Some((hour, Some(minute), Some(second), i + 5, Shape::Colons));
    }
    Some((hour, Some(minute), None, i + 3, Shape::Colons))
}

/// Whether an hour after `at` and the like may be one: nothing follows that it could count.
fn counts_hours(line: &Line, end: usize) -> bool {
    let measures =
        [Cue::Magnitude, Cue::Percent, Cue::PercentPoint, Cue::Currency, Cue::Unit, Cue::TimeUnit, Cue::NumberOf];
    !measures.iter().any(|cue| line.is(end, *cue))
        && (!line.is_word(end) || line.is(end, Cue::FunctionWord) || line.is(end, Cue::DatePreposition))
}
