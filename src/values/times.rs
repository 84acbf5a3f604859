//! Dates, times of day, durations and sets as TIMEX3 values.
//!
//! Enters: a [`Line`] and the anchor, the day on which the text was published. Leaves: [`Time`]s in order. Knows
//! nothing of figures. `calendar.rs`, `relative.rs`, `clock.rs` and `lengths.rs` each read one kind; here the longest
//! reading wins, and a date and the clock time beside it become one.
//!
//! Values follow TIMEX3 (ISO-TimeML), with `X` for what stays open, and ISO 8601 intervals for ranges that are
//! written as one: `2014/2018`.

use super::digits::Separators;
use super::line::Line;
use super::narrative::{self, Told};
use super::types::Hit;
use super::{calendar, clock, date::Date, lengths, month_days, openers, relative, tense};
use crate::lexicon::{Cue, Lexicon, Reading};
use crate::report::{Time, TimeKind};
use std::ops::Range;

/// The times of the line, in order. `anchor` completes what the text leaves out; `narrative`, a date of the text,
/// only years: what is yesterday is told from the day of publication alone. `told` is the date told last, and
/// afterwards the last one of the line.
pub(super) fn find(line: &Line, anchor: Option<Date>, narrative: Option<Date>, told: &mut Told) -> Vec<Time> {
    let mut hits = Vec::new();
    let mut i = line.range.start;
    while i < line.range.end {
        if !openers::value(line, i) {
            i += 1;
            continue;
        }
        if let Some(mark) = line.find(i, Cue::NotTime).filter(|m| !told_longer(line, i, m.len)) {
            i += mark.len;
            continue;
        }
        // `80 kilometres per hour` is a unit, and its hour no time.
        let measured = i > line.range.start && line.is_number(i - 1);
        if let Some(unit) = line.find(i, Cue::Unit).filter(|m| m.len > 1 && measured) {
            i += unit.len;
            continue;
        }
        if !openers::time(line, i) {
            i += 1;
            continue;
        }
        match at(line, i, anchor, narrative, *told) {
            Some(found) => {
                let found = tense::turned(line, found, anchor);
                told.hear(&found, anchor);
                i = found.tokens.end.max(i + 1);
                hits.push(found);
            }
            None => i += 1,
        }
    }
    let stated = |hit: Hit| Time {
        span: line.span(hit.tokens),
        kind: hit.kind,
        timex: hit.timex,
        anchor: hit.from.or(anchor.or(narrative).filter(|_| hit.anchored)).map(|a| a.to_string()),
        reason: hit.reason.into_owned(),
    };
    joined(line, hits).into_iter().map(stated).collect()
}

/// Whether a day told by a phrase of more than `len` tokens begins at `i`: `the day before`, where `the day` is none,
/// and `Ende der Woche`, where `Ende der` is none.
fn told_longer(line: &Line, i: usize, len: usize) -> bool {
    if let Some(part) = line.find(i, Cue::PartOf) {
        let at = i + part.len;
        let article = line.skip(at, Cue::DefiniteArticle);
        if article > at && article >= i + len && line.is(article, Cue::TimeUnit) {
            return true;
        }
    }
    [Cue::NarrativeWord, Cue::RelativeDay].iter().any(|cue| line.find(i, *cue).is_some_and(|m| m.len > len))
}

/// The longest time that begins at token `i`; of equally long ones the first by the order of the rules.
fn at(line: &Line, i: usize, anchor: Option<Date>, narrative: Option<Date>, told: Told) -> Option<Hit> {
    let dated = anchor.or(narrative);
    let found = [
        calendar::at(line, i, dated),
        with_weekday(line, i, dated),
        month_days::at(line, i, dated),
        clock::at(line, i).or_else(|| clock::part_of_day(line, i)),
        lengths::set(line, i),
        narrative::at(line, i, told, anchor.filter(|a| a.is_full())),
        relative::at(line, i, anchor),
        lengths::range(line, i),
        lengths::duration(line, i),
    ];
    let mut best: Option<Hit> = None;
    for hit in found.into_iter().flatten() {
        let better = best.as_ref().is_none_or(|b| {
            let longer = hit.tokens.end > b.tokens.end;
            !hit.weak && (longer || b.weak)
        });
        if better {
            best = Some(hit);
        }
    }
    best
}

/// `Tuesday, 5 November 2019`, `Selasa (5/11)`: the date tells more than its weekday.
fn with_weekday(line: &Line, i: usize, anchor: Option<Date>) -> Option<Hit> {
    let mark = line.find(i, Cue::Weekday).or_else(|| line.find(i, Cue::WeekdayWeak))?;
    let mut at = i + mark.len;
    if line.word(at) == "." && line.glued_before(at) {
        at += 1;
    }
    let bracket = line.word(at) == "(";
    if bracket || line.word(at) == "," {
        at += 1;
    }
    at = line.skip_any(at, &[Cue::DateJoiner, Cue::DatePreposition]);
    let date = calendar::at(line, at, anchor).filter(|d| d.kind == TimeKind::Date && (d.timex.len() >= 10))?;
    let closed = usize::from(bracket && line.word(date.tokens.end) == ")");
    let end = date.tokens.end + closed;
    Some(Hit { tokens: i..end, reason: format!("weekday, {}", date.reason).into(), ..date })
}

/// Gives a clock time or part of the day the day that stands beside it, and drops what counts beside a day only.
/// Both stay times of their own: the day in its words, the clock time with the whole value.
fn joined(line: &Line, hits: Vec<Hit>) -> Vec<Hit> {
    let mut out: Vec<Hit> = Vec::with_capacity(hits.len());
    let mut hits = hits.into_iter().peekable();
    while let Some(mut hit) = hits.next() {
        if let Some(last) = out.last_mut().filter(|last| in_year_of(line, last, &hit)) {
            // `im Juni vergangenen Jahres`: the year is told behind the month.
            last.timex.replace_range(..4, &hit.timex);
            last.tokens.end = hit.tokens.end;
            continue;
        }
        // `Montagabend`
        if let Some(part) = line.day_part_inside(hit.tokens.end - 1).filter(|_| is_day(&hit)) {
            hit = Hit { kind: TimeKind::Time, timex: format!("{}T{part}", hit.timex), ..hit };
        }
        let day = is_day(&hit).then(|| hit.timex.clone());
        if let Some(last) = out.last_mut().filter(|last| last.kind == TimeKind::Date && hit.kind == TimeKind::Date) {
            complete(line, last, &mut hit);
        } else if let Some(last) = out.last_mut().filter(|last| beside(line, last, &hit)) {
            if is_clock(&hit)
                && let Some(part) = part_of_day(last)
            {
                // `tonight at 8`, `abends um 8 Uhr`
                (hit.timex, hit.anchored, hit.weak) = (in_part(part, &hit.timex), last.anchored, false);
            } else if is_clock(last)
                && part_of_day(last).is_none()
                && let Some(part) = part_of_day(&hit)
            {
                // `8 am this morning`
                (last.timex, last.anchored, last.weak) = (in_part(part, &last.timex), hit.anchored, false);
            } else if is_clock(&hit) && is_day(last) {
                (hit.timex, hit.anchored, hit.weak) = (on_day(&last.timex, &hit.timex), last.anchored, false);
            } else if is_clock(last) && day.is_some() {
                (last.timex, last.anchored, last.weak) = (on_day(&hit.timex, &last.timex), hit.anchored, false);
            }
        }
        // `Monday morning`, `gestern Abend`: the part of the day directly after.
        let direct = line.is(hit.tokens.end, Cue::DayPart);
        let at = if direct { hit.tokens.end } else { line.skip(hit.tokens.end, Cue::DateJoiner) };
        let alone = hits.peek().is_none_or(|next| next.tokens.start > at);
        let part = line.find(at, Cue::DayPart).filter(|_| day.is_some() && alone);
        out.push(hit);
        if let (Some(part), Some(day), Some(last)) = (part, day, out.last()) {
            let (timex, tokens) = (format!("{day}T{}", part.value), at..at + part.len);
            let anchored = last.anchored;
            out.push(Hit { anchored, ..Hit::new(tokens, TimeKind::Time, timex, "part_of_day") });
        }
    }
    out.retain(|hit| !hit.weak);
    out
}

/// The day, empty where it is open, and the part of the day, of a hit that tells one.
fn part_of_day(hit: &Hit) -> Option<(&str, &str)> {
    let (day, part) = hit.timex.split_once('T').filter(|_| hit.kind == TimeKind::Time)?;
    matches!(part, "MO" | "AF" | "EV" | "NI").then_some((day, part))
}

/// A clock time in a part of a day, both as [`part_of_day`] tells them.
fn in_part((day, part): (&str, &str), clock: &str) -> String {
    on_day(day, &in_half(clock, matches!(part, "AF" | "EV" | "NI")))
}

/// A clock time, or a range of two, told in a part of the day: its hours below twelve are of the second half of
/// the day where the part is.
fn in_half(clock: &str, late: bool) -> String {
    let moved = |part: &str| match part.get(1..3).and_then(|hour| hour.parse::<u8>().ok()) {
        // After midnight the night goes on.
        Some(hour @ 5..12) if late => format!("T{:02}{}", hour + 12, &part[3..]),
        _ => part.to_string(),
    };
    let parts: Vec<String> = clock.split('/').map(moved).collect();
    parts.join("/")
}

/// The ends of a range complete each other's years: `from November to March 2020`, `from August to October`.
fn complete(line: &Line, first: &mut Hit, second: &mut Hit) {
    let between = first.tokens.end..second.tokens.start;
    let opened = || {
        let before = line.ends_before(first.tokens.start, Cue::DatePreposition).unwrap_or(first.tokens.start);
        line.ends_before(before, Cue::RangeOpener).or(line.find(before, Cue::RangeOpener).map(|_| before))
    };
    let joined = line.find(between.start, Cue::RangeJoiner);
    let joined = joined.or_else(|| line.find(between.start, Cue::RangeAnd).filter(|_| opened().is_some()));
    let calendar =
        |hit: &Hit| ["month", "day_month", "month_day", "part_of_month", "numeric_date"].contains(&&*hit.reason);
    let at = joined.map(|m| line.skip_any(between.start + m.len, &[Cue::DatePreposition, Cue::YearPreposition]));
    if second.reason == "weekday" && first.reason.ends_with("weekday") && at == Some(between.end) {
        // `von Montag bis Freitag`: the second is the next of its name after the first.
        let ends = Date::parse(&first.timex).zip(Date::parse(&second.timex));
        let until = ends.and_then(|(from, to)| from.plus_days((to.ordinal()? - from.ordinal()?).rem_euclid(7)));
        second.timex = until.map_or(std::mem::take(&mut second.timex), |date| date.to_string());
    }
    if !calendar(first) || !calendar(second) {
        return;
    }
    let open = first.timex.strip_prefix("XXXX").map(|rest| format!("{:.4}{rest}", second.timex));
    if at != Some(between.end) || !first.anchored && (open.is_none() || second.anchored) {
        return;
    }
    let from = Date::parse(open.as_deref().unwrap_or(&first.timex));
    let (Some(from), Some(to)) = (from, Date::parse(&second.timex)) else { return };
    if from.month.is_none() || to.month.is_none() || from.day.is_some() != to.day.is_some() {
        return;
    }
    let month_and_day = |d: Date| (d.month, d.day);
    let later = month_and_day(from) > month_and_day(to);
    if second.anchored && to.year != from.year + i32::from(later) {
        second.timex = Date { year: from.year + i32::from(later), ..to }.to_string();
    } else if !second.anchored {
        first.timex = Date { year: to.year - i32::from(later), ..from }.to_string();
        first.anchored = false;
    }
}

/// Whether the second hit is the year of the first, told from the anchor's: `June of last year`.
fn in_year_of(line: &Line, first: &Hit, second: &Hit) -> bool {
    let calendar = ["month", "day_month", "month_day", "part_of_month"].contains(&&*first.reason);
    let year = second.reason == "shifted_unit" && second.timex.len() == 4;
    let open = first.anchored || first.timex.starts_with("XXXX");
    let from = first.tokens.end;
    let between = line.skip_any(from, &[Cue::DateJoiner, Cue::NumberOf, Cue::DatePreposition, Cue::DefiniteArticle]);
    calendar && year && open && (between == second.tokens.start || from == second.tokens.start)
}

/// A clock time or a range of two, on a day.
fn on_day(day: &str, clock: &str) -> String {
    let parts: Vec<String> = clock.split('/').map(|part| format!("{day}{part}")).collect();
    parts.join("/")
}

/// Whether a hit is a clock time without a day.
fn is_clock(hit: &Hit) -> bool {
    hit.kind == TimeKind::Time && hit.timex.starts_with('T')
}

/// Whether a hit is a day: `2019-11-05`, `XXXX-WXX-2`, `XXXX-XX-XX`.
fn is_day(hit: &Hit) -> bool {
    let timex = &hit.timex;
    hit.kind == TimeKind::Date && timex.len() == 10 && timex.as_bytes()[4] == b'-' && !timex.contains('/')
}

/// Whether nothing but a comma, a preposition, a bracket, a dash or a `T` stands between two hits.
fn beside(line: &Line, first: &Hit, second: &Hit) -> bool {
    let mut at = first.tokens.end;
    for _ in 0..3 {
        if at >= second.tokens.start {
            break;
        }
        let next = line.skip_any(at, &[Cue::DatePreposition, Cue::ClockBefore, Cue::DateJoiner]);
        at = if next > at {
            next
        } else if matches!(line.word(at), "," | "(" | "-" | "–" | "|" | "T" | "@" | "·" | "/") {
            at + 1
        } else {
            return false;
        };
    }
    at == second.tokens.start
}

/// The full date that a byline, a dateline or a line about the publication states first, if one does.
pub fn publication(reading: &Reading, range: Range<usize>, lexicon: &Lexicon) -> Option<Date> {
    let line = Line::new(reading, range, lexicon, Separators::of(lexicon));
    find(&line, None, None, &mut Told::default())
        .iter()
        .find_map(|time| Date::parse(&time.timex).filter(|d| d.is_full()))
}
