//! Clock times and parts of the day.
//!
//! Enters: a [`Line`] and an index. Leaves: a [`Hit`] whose value begins with `T`. Knows nothing of dates.

use super::digits;
use super::line::Line;
use super::numbers::all_digits;
use super::spoken_clock::{self, Spoken};
use super::types::Hit;
use super::words;
use crate::lexicon::{Cue, CueSet, Mark};
use crate::report::TimeKind;

/// A clock time that begins at token `i`. It is weak where nothing but its shape tells (`20:30` may be a score):
/// it counts then only beside a date.
pub(super) fn at(line: &Line, i: usize) -> Option<Hit> {
    if !may_begin(line, i) || !may_be_told(line, i) {
        return None;
    }
    if let Some(named) = line.find(i, Cue::ClockName) {
        return Some(hit(i..i + named.len, named.value.to_string(), false));
    }
    if let Some(range) = range(line, i) {
        return Some(range);
    }
    let before = line.find(i, Cue::ClockBefore);
    let prepared = before.is_some()
        || line.ends_before(i, Cue::ClockBefore).is_some()
        || (i > line.range.start && line.word(i - 1) == "T");
    let clock = read(line, before.map_or(i, |m| i + m.len), prepared)?;
    let shown = clock.shown || prepared;
    let bare = !clock.shown && !matches!(clock.shape, Shape::Colons | Shape::Words);
    let at_hour = before.is_some_and(|m| m.number > 0.0);
    // Indonesian `dari` is of a count, and from a place after an hour.
    let stop = clock.shape == Shape::Stop && parts_hours(line) && !line.measures(clock.end);
    let hours = counts_hours(line, clock.end) || stop || at_hour && line.is(clock.end, Cue::NumberOf);
    if !shown && clock.shape != Shape::Colons && !stop
        || bare && shown && (clock.shape == Shape::Hour && !at_hour || !hours)
        || !closes(line, clock.end)
    {
        return None;
    }
    let (mut zone, mut end) = (clock.zone, clock.end);
    if line.word(end) == "Z" && line.glued_before(end) {
        (zone, end) = ("Z", end + 1);
    }
    // `abends um 8 Uhr`
    let half = clock.half.or_else(|| {
        let part = line.find(line.ends_before(i, Cue::DayPart)?, Cue::DayPart)?;
        (clock.hour < 12 && matches!(part.value, "AF" | "EV")).then_some(true)
    });
    let timex = clock.time(half)?.timex(clock.shown) + zone;
    Some(hit(i..end, timex, !shown))
}

/// A part of the day told with its preposition or as an adverb of several words: `in the evening`, `por la noche`.
pub(super) fn part_of_day(line: &Line, i: usize) -> Option<Hit> {
    let mark = line.find(i, Cue::DayPart).filter(|m| m.len > 1)?;
    Some(Hit { reason: "part_of_day".into(), ..hit(i..i + mark.len, format!("T{}", mark.value), false) })
}

/// `from 5 to 6 pm`, `8-9am`, `zwischen 8 und 10 Uhr`: what tells the one end holds for the other.
fn range(line: &Line, i: usize) -> Option<Hit> {
    let opened = line.skip_any(i, &OPENERS);
    let start = line.skip(opened, Cue::ClockBefore);
    let first = read(line, start, start > i)?;
    // `dalle 5 alle 7`: the word before the second end is the joiner.
    let and = line.find(first.end, Cue::RangeAnd).filter(|_| line.is(i, Cue::RangeOpener));
    let joiner = line.find(first.end, Cue::RangeJoiner).or(and);
    let joined = joiner.map_or(first.end, |m| first.end + m.len);
    let next = line.skip(joined, Cue::ClockBefore);
    if next == first.end || joiner.is_none() && start == i {
        return None;
    }
    let told = next > joined || line.is(first.end, Cue::ClockBefore);
    let second = read(line, next, told || start > i)?;
    let stops = parts_hours(line) && !line.measures(second.end);
    let whole =
        |clock: &Clock| matches!(clock.shape, Shape::Colons | Shape::Words) || clock.shape == Shape::Stop && stops;
    let colons = (whole(&first) || opened > i) && whole(&second) && start > i;
    // `3:00 to 4:00` may be anything, and are clock times beside a day.
    let weak = first.shape == Shape::Colons && second.shape == Shape::Colons && start == i;
    // `dalle 9 alle 10`, `morgens von 5 bis sieben`
    let part = line.ends_before(i, Cue::DayPart).and_then(|at| line.find(at, Cue::DayPart));
    let hours = start > opened || line.is(i, Cue::ClockBefore);
    let parted = part.is_some() && line.is_word(first.end);
    let prepared = (hours && told || parted) && counts_hours(line, second.end);
    let told = second.shown || first.shown && start > i || colons || prepared;
    if !(told || weak) || !closes(line, second.end) {
        return None;
    }
    let half = |own: &Clock, other: &Clock, same: bool| own.half.or(other.half.map(|pm| pm == same));
    // `11 to 1 pm` begins in the morning, `3 pm to 5` ends in the afternoon.
    let rises = first.hour % 12 <= second.hour % 12;
    let from = first.time(half(&first, &second, rises))?;
    let to = second.time(half(&second, &first, rises))?;
    let timex = format!("{}{}/{}{}", from.timex(true), first.zone, to.timex(true), second.zone);
    Some(hit(i..second.end, timex, !told))
}

fn hit(tokens: std::ops::Range<usize>, timex: String, weak: bool) -> Hit {
    Hit { weak, ..Hit::new(tokens, TimeKind::Time, timex, "clock") }
}

/// Whether what stands before token `i` leaves room for a clock time: no name, path or address.
fn may_begin(line: &Line, i: usize) -> bool {
    !line.glued_before(i)
        || line.word(i - 1) == "T"
        || !line.is_spaced_word(i - 1) && !matches!(line.word(i - 1), "/" | ":" | "#" | "@" | "=")
}

/// What stands before a range of clock times.
const OPENERS: [Cue; 3] = [Cue::RangeFrom, Cue::RangeOpener, Cue::From];

/// What tells that a clock time is one, behind it or inside; and what does so before it.
static TELLING: CueSet = CueSet::EMPTY
    .with(Cue::Clock)
    .with(Cue::ClockName)
    .with(Cue::ClockLead)
    .with(Cue::ClockShift)
    .with(Cue::DayPart)
    .with(Cue::Zone);
static BEFORE: CueSet = CueSet::EMPTY.with(Cue::ClockBefore).with(OPENERS[0]).with(OPENERS[1]).with(OPENERS[2]);

/// Whether a word of the line or a colon behind token `i` may tell that a clock time is one: most numbers have neither.
fn may_be_told(line: &Line, i: usize) -> bool {
    line.tells(&TELLING)
        || line.cues(i).meets(&BEFORE)
        || line.word(i + 1) == ":"
        || line.ends_before(i, Cue::ClockBefore).is_some()
        || i > line.range.start && line.word(i - 1) == "T"
}

/// Whether nothing that stands at `end` goes on with the digits before it.
fn closes(line: &Line, end: usize) -> bool {
    !(line.glued(end - 1)
        && (line.is_spaced_word(end) || line.is_number(end) || matches!(line.word(end), ":" | "%"))
        && line.word(end) != "Z")
}

/// What a clock time looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Colons,
    Stop,
    Hour,
    Words,
}

/// A clock time as it was read.
#[derive(Debug, Clone, Copy)]
struct Clock {
    hour: u8,
    minute: Option<u8>,
    second: Option<u8>,
    /// Minutes to be taken from the hour: `quarter to eight`.
    back: u8,
    /// Whether it is of the second half of the day, where the text tells.
    half: Option<bool>,
    zone: &'static str,
    end: usize,
    /// Whether a word tells that it is a clock time.
    shown: bool,
    shape: Shape,
}

/// Hour, minute and second of a day.
struct Time(u8, Option<u8>, Option<u8>);

impl Time {
    fn timex(&self, whole: bool) -> String {
        let Time(hour, minute, second) = *self;
        match (minute, second) {
            (Some(minute), Some(second)) => format!("T{hour:02}:{minute:02}:{second:02}"),
            (Some(minute), None) => format!("T{hour:02}:{minute:02}"),
            (None, _) if whole => format!("T{hour:02}:00"),
            (None, _) => format!("T{hour:02}"),
        }
    }
}

impl Clock {
    fn of(hour: u8, minute: Option<u8>, second: Option<u8>, end: usize, shape: Shape) -> Clock {
        Clock { hour, minute, second, back: 0, half: None, zone: "", end, shown: false, shape }
    }

    fn spoken(spoken: Spoken) -> Clock {
        let Spoken { hour, minutes, end, sure } = spoken;
        let (minute, back) = minutes_of(minutes);
        Clock { back, shown: sure, ..Clock::of(hour, minute, None, end, Shape::Words) }
    }

    /// Its time, where it is of the half of the day that is said; `None` for `14 am`.
    fn time(&self, half: Option<bool>) -> Option<Time> {
        let hour = match half {
            Some(true) if self.hour < 12 => self.hour + 12,
            Some(false) if self.hour == 12 => 0,
            Some(false) if self.hour > 12 => return None,
            _ => self.hour,
        };
        if self.back == 0 {
            return Some(Time(hour, self.minute, self.second));
        }
        Some(Time((hour + 23) % 24, Some(60 - self.back), None))
    }
}

/// The minutes after an hour, and those to be taken from it.
fn minutes_of(minutes: i8) -> (Option<u8>, u8) {
    match u8::try_from(minutes) {
        Ok(after) => (Some(after), 0),
        Err(_) => (None, minutes.unsigned_abs()),
    }
}

/// Whether a mark tells the second half of the day, `None` where it tells no half.
fn half_of(mark: Mark) -> Option<bool> {
    (mark.number > 0.0).then_some(mark.number == 12.0)
}

/// The clock time from token `start` on; `prepared` says that a word before it tells of one.
fn read(line: &Line, start: usize, prepared: bool) -> Option<Clock> {
    let mut clock = match spoken_clock::at(line, start) {
        Some(spoken) => Clock::spoken(spoken),
        None => digits_of(line, start)?,
    };
    // `8 Uhr 30`, `18h30`, `4.30 p.m.`, `8 o'clock in the evening`
    // `7 horas` is a length as well, and a clock time only after a word that says so.
    let length = !prepared && clock.shape == Shape::Hour && line.is(clock.end, Cue::TimeUnit);
    let mark = line.find(clock.end, Cue::Clock);
    let mark = mark.filter(|m| !length || line.word(clock.end).len() == 1 || two_digits(line, clock.end + m.len));
    if let Some(mark) = mark {
        let end = clock.end + mark.len;
        clock.shown = true;
        let stop =
            line.word(end) == "." && line.glued_before(end) && mark.number > 0.0 && line.word(end - 1).contains('.');
        clock.end = end + usize::from(stop);
        clock.half = half_of(mark);
    }
    let open = clock.minute.is_none() && clock.back == 0 && clock.half.is_none();
    if open && (mark.is_some() || prepared || clock.shape == Shape::Words) {
        let minutes = spoken_clock::minutes_after(line, clock.end, mark.is_some(), line.is_word(start));
        if let Some((minutes, end)) = minutes {
            (clock.minute, clock.back) = minutes_of(minutes);
            clock.end = end;
            clock.shape = Shape::Words;
            // `twenty past eight p.m.`, `seven thirty pm`
            if let Some(mark) = line.find(end, Cue::Clock).filter(|_| mark.is_none()) {
                clock.half = half_of(mark);
                (clock.end, clock.shown) = (end + mark.len, true);
            }
        }
    }
    let told = |at: usize| Some((at, line.find(at, Cue::DayPart)?));
    let part = told(clock.end).or_else(|| told(line.skip(clock.end, Cue::DateJoiner)));
    if let Some((at, part)) = part.filter(|_| prepared || clock.shown || clock.shape == Shape::Colons) {
        let late = matches!(part.value, "AF" | "EV") || part.value == "NI" && clock.hour > 5;
        // `12 Uhr nachts` is midnight.
        let late = late && !(part.value == "NI" && clock.hour == 12);
        clock.half = clock.half.or(Some(late)).filter(|_| part.value != "MI");
        (clock.end, clock.shown) = (at + part.len, true);
    }
    if let Some(mark) = line.find(clock.end, Cue::Zone) {
        clock.zone = mark.value;
        clock.end += mark.len;
        clock.shown = true;
    }
    Some(clock)
}

/// `14:30`, `14:30:05`, `14.30`, `8`, `eight`.
fn digits_of(line: &Line, i: usize) -> Option<Clock> {
    let two = |word: &str, most: u8, exact: bool| {
        let count = word.chars().count();
        let fits = all_digits(word) && (count == 2 || !exact && count == 1);
        fits.then(|| digits::parse(word, line.separators))?.map(|d| d.value as u8).filter(|v| *v <= most)
    };
    if !line.is_number(i) {
        // Without fractions: the `e un quarto` of `otto e un quarto` are minutes.
        let number = words::at(line, i, false).filter(|n| line.is_word(i) && n.ending.is_none())?;
        let hour =
            (number.value.fract() == 0.0 && (1.0..=24.0).contains(&number.value)).then_some(number.value as u8)?;
        return Some(Clock::of(hour, None, None, number.end, Shape::Hour));
    }
    let word = line.word(i);
    if let Some((hour, minute)) = word.split_once(['.', ',']) {
        let stop = word.contains('.');
        // `15.52.58`
        let (minute, second) = minute.split_once('.').map_or((minute, None), |(minute, second)| (minute, Some(second)));
        let second = second.map(|second| two(second, 59, true));
        let (hour, minute) = (two(hour, 24, false)?, two(minute, 59, true)?);
        let whole = stop && second != Some(None);
        return whole.then(|| Clock::of(hour, Some(minute), second.flatten(), i + 1, Shape::Stop));
    }
    let hour = two(word, 24, false)?;
    let colon = |at: usize| line.word(at) == ":" && line.glued(at - 1) && line.glued(at);
    if !colon(i + 1) {
        return Some(Clock::of(hour, None, None, i + 1, Shape::Hour));
    }
    let minute = two(line.word(i + 2), 59, true).filter(|_| line.is_number(i + 2))?;
    // Seconds may have decimals: `14:30:05.123Z`.
    let seconds = |w: &str| two(w.split('.').next().unwrap_or(w), 60, true);
    if colon(i + 3) {
        let second = seconds(line.word(i + 4))?;
        return Some(Clock::of(hour, Some(minute), Some(second), i + 5, Shape::Colons));
    }
    Some(Clock::of(hour, Some(minute), None, i + 3, Shape::Colons))
}

/// Whether two digits stand at token `i`.
fn two_digits(line: &Line, i: usize) -> bool {
    line.is_number(i) && all_digits(line.word(i)) && line.word(i).chars().count() == 2
}

/// Whether an hour after `at` and the like may be one: nothing follows that it could count.
fn counts_hours(line: &Line, end: usize) -> bool {
    !line.measures(end)
        && !line.is(end, Cue::NumberOf)
        && (!line.is_word(end) || line.is(end, Cue::FunctionWord) || line.is(end, Cue::DatePreposition))
}

/// Whether a stop between two numbers parts hours from minutes rather than decimals.
fn parts_hours(line: &Line) -> bool {
    line.separators.decimal == Some(',')
}
