//! Which way a day lies that leaves its week or year open: ahead where the sentence is about what is to come.
//!
//! Enters: a [`Line`] and what was read there. Leaves: the same, moved where need be. Knows nothing of how dates are
//! written.

use super::date::Date;
use super::line::Line;
use super::types::Hit;
use crate::lexicon::{Cue, CueSet};

/// How many tokens before a date its verb is looked for: farther back stands that of another clause.
const REACH: usize = 12;

/// What tells of what is to come.
static PLANS: CueSet = CueSet::EMPTY.with(Cue::Plan).with(Cue::PlanOpen).with(Cue::FutureOpen);
/// What tells of what has been: `vowed on Monday` is past, though it plans.
static TOLD: CueSet = CueSet::EMPTY
    .with(Cue::ReportingVerb)
    .with(Cue::AttributionVerb)
    .with(Cue::AddresseeVerb)
    .with(Cue::QuoteVerb)
    .with(Cue::SeparableVerb)
    .with(Cue::Past)
    .with(Cue::Event)
    .with(Cue::Record);

/// Whether the verb nearest before token `start` tells of what is to come: `will report` does, `reported` does not.
pub(super) fn ahead(line: &Line, start: usize) -> bool {
    // `expected to open`: an infinitive tells no time of its own.
    let infinitive = |i: usize| i > 0 && line.is(i - 1, Cue::Infinitive);
    let verb = |i: &usize| line.cues(*i).meets(&PLANS) || line.cues(*i).meets(&TOLD) && !infinitive(*i);
    let before = || (start.saturating_sub(REACH)..start).rev().find(verb);
    line.tells(&PLANS) && before().is_some_and(|i| plans(line, i) || i > 0 && plans(line, i - 1))
}

fn plans(line: &Line, i: usize) -> bool {
    line.cues(i).meets(&PLANS) && !line.cues(i).meets(&TOLD)
}

/// The hit on the next such day, where it was taken for the last one before `anchor` and the sentence looks ahead.
pub(super) fn turned(line: &Line, hit: Hit, anchor: Option<Date>) -> Hit {
    let dated = hit.anchored && hit.from.is_none();
    let next = |today: Date| {
        let date = Date::parse(&hit.timex).filter(|d| d.month.is_some() && !hit.timex.contains('T'))?;
        let past = if date.is_full() { date.ordinal() < today.ordinal() } else { date.month < today.month };
        let next = match &*hit.reason {
            // `am Mittwoch werden Gewitter erwartet`
            "weekday" if plans(line, hit.tokens.end) => return date.plus_days(7).filter(|_| past),
            "weekday" => date.plus_days(7),
            "day_month" | "month_day" | "month" | "part_of_month" | "numeric_date" | "holiday" if past => {
                date.plus_years(1)
            }
            _ => None,
        };
        next.filter(|_| date.year <= today.year && past && ahead(line, hit.tokens.start))
    };
    match anchor.filter(|_| dated).and_then(next) {
        Some(date) => Hit { timex: date.to_string(), ..hit },
        None => hit,
    }
}
