//! Dates told from another date of the narrative: two weeks later, the same year, the day before.
//!
//! Enters: a [`Line`], an index and the date that the text told last. Leaves: a [`Hit`]. Knows nothing of how dates
//! are written; `relative.rs` tells them from the day of publication.

use super::date::Date;
use super::distances;
use super::lengths;
use super::line::Line;
use super::relative;
use super::types::Hit;
use crate::lexicon::Cue;
use crate::report::TimeKind;

/// For how many lines a date stays the one that the next is told from; farther on a reader has lost it too.
const REACH: usize = 8;

/// The date that the text told last.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    date: Option<Date>,
    age: usize,
}

impl Told {
    /// A new line begins.
    pub fn next_line(&mut self) {
        self.age += 1;
        if self.age > REACH {
            self.date = None;
        }
    }

    /// Takes in what the line says. The day of publication is where the text stands, not what it tells.
    pub fn hear(&mut self, hit: &Hit, anchor: Option<Date>) {
        if !matches!(hit.kind, TimeKind::Date | TimeKind::Time) || hit.weak {
            return;
        }
        if let Some(date) = Date::parse(&hit.timex).filter(|d| Some(*d) != anchor) {
            *self = Told { date: Some(date), age: 0 };
        }
    }
}

/// A date that begins at token `i` and is told from the last one; what was `earlier` from `anchor`, where the text
/// has told none.
pub(super) fn at(line: &Line, i: usize, told: Told, anchor: Option<Date>) -> Option<Hit> {
    let from = |date: Date| named(line, i, date).or_else(|| unit(line, i, date));
    // `Vorjahr`: one word for itself is told from the day of publication, where the text has told nothing nearer;
    // `Jahresende` always.
    let word = line.find(i, Cue::NarrativeWord).filter(|m| m.len == 1 && !m.value.ends_with('D'));
    let now = word.is_some_and(|m| m.value.starts_with('0'));
    let alone = || {
        let found = named(line, i, anchor.filter(|_| word.is_some() && (now || told.date.is_none()))?)?;
        Some(Hit { from: None, ..found })
    };
    let narrated = told.date.filter(|_| !now).and_then(from);
    narrated.or_else(alone).or_else(|| length(line, i, told.date, anchor))
}

fn hit(tokens: (usize, usize), timex: String, from: Date, reason: &'static str) -> Hit {
    Hit { anchored: true, from: Some(from), ..Hit::date(tokens.0..tokens.1, timex, reason) }
}

/// `the next day`, `le lendemain`, `Vorjahr`: phrases with their steps and unit, `-1Y`.
fn named(line: &Line, i: usize, told: Date) -> Option<Hit> {
    let mark = line.find(i, Cue::NarrativeWord)?;
    let (steps, unit) = mark.value.split_at_checked(mark.value.len().checked_sub(1)?)?;
    let timex = relative::unit_date(told, steps.parse().ok()?, unit)?;
    Some(hit((i, i + mark.len), timex, told, "narrative_word"))
}

/// `the same year`, `tahun yang sama`, `el mes siguiente`.
fn unit(line: &Line, i: usize, told: Date) -> Option<Hit> {
    let before = line.find(i, Cue::NarrativeShift);
    let at = before.map_or(i, |m| i + m.len);
    let unit = line.find(at, Cue::TimeUnit)?;
    let end = at + unit.len;
    let after = || line.find(end, Cue::NarrativeShiftAfter).map(|m| (m.number, end + m.len));
    let (steps, end) = before.map(|m| (m.number, end)).or_else(after)?;
    let timex = relative::unit_date(told, steps, unit.value)?;
    Some(hit((i, end), timex, told, "narrative_unit"))
}

/// `two weeks later`, `drei Jahre zuvor`, `sehari sebelumnya`. Hours stay lengths: they do not leave the day by much.
fn length(line: &Line, i: usize, told: Option<Date>, anchor: Option<Date>) -> Option<Hit> {
    let at = line.skip(i, Cue::Comparator);
    let length = lengths::length_or_one(line, at)?;
    let mark = |cue: Cue| line.find(length.end, cue).map(|m| length.end + m.len);
    let (sign, end) = mark(Cue::Later).map(|end| (1.0, end)).or_else(|| Some((-1.0, mark(Cue::Earlier)?)))?;
    // `dos años después de la guerra` is told from the war.
    if line.is(end, Cue::NumberOf) || sign > 0.0 && told.is_none() || length.unit.starts_with('T') {
        return None;
    }
    let found = distances::from(length, sign, (i, end), told.or(anchor))?;
    Some(Hit { from: told, reason: "length_from_narrative".into(), ..found })
}
