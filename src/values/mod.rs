//! What a text counts and when: figures and times.
//!
//! Enters: a reading and ranges of its tokens, one sentence each as a rule. Leaves: [`crate::report::Figure`]s and
//! [`crate::report::Time`]s. Knows nothing of blocks, entities or claims.
//!
//! From the ground up: `settings` are a language's; `digits` and `compounds` read one token, `line` holds the tokens of
//! one sentence as `parting` parts them, `grouped`, `words` with its `stack`, `fractions`, `ratios`, `powers` and
//! `numbers` read a number from several, `amounts` and `ranges` see what is counted, `figures` with its `guards` reports
//! it, `date` is the calendar, `years`, `digit_dates`, `calendar`, `periods`, `month_days`, `relative`, `distances`,
//! `narrative`, `clock` with `spoken_clock` and `lengths` read one kind of time each, `tense` turns them ahead, and
//! `times` joins them; `openers` tells where it is worth trying.

mod amounts;
mod calendar;
mod clock;
mod compounds;
pub mod date;
mod digit_dates;
mod digits;
mod distances;
pub mod figures;
mod fractions;
mod grouped;
mod guards;
mod lengths;
mod line;
mod month_days;
mod narrative;
mod numbers;
mod openers;
mod parting;
mod periods;
mod powers;
mod ranges;
mod ratios;
mod relative;
mod settings;
mod spoken_clock;
mod stack;
mod tense;
pub mod times;
mod types;
mod words;
mod years;

use crate::lexicon::{Lexicon, Reading};
use crate::report::{Figure, Time};
use crate::text::Span;
use date::Date;
use digits::{Evidence, Separators};
use line::Line;
use narrative::Told;
use std::ops::Range;

/// The figures and times in `ranges` of the reading's tokens, each in order. Digits inside a time or inside one of
/// `identifiers` (sorted, not overlapping: phone numbers, hashes …) are no figures. What numbers all over the
/// reading show of their separators holds in every range. `anchor` is the day of publication; without it, a date
/// without a year takes the year nearest to the last full date before it, or to the first of all.
pub fn find<'l>(
    reading: &Reading,
    ranges: impl Iterator<Item = (Range<usize>, &'l Lexicon)>,
    anchor: Option<Date>,
    identifiers: &[Span],
) -> (Vec<Figure>, Vec<Time>) {
    let evidence = Evidence::of(reading.text, &reading.tokens);
    let line = |range: &(Range<usize>, &'l Lexicon)| {
        Line::new(reading, range.0.clone(), range.1, Separators::of(range.1).with(evidence))
    };
    let ranges: Vec<_> = ranges.collect();
    let (mut figures, mut times) = (Vec::new(), Vec::new());
    // Where no line tells the day of publication, the dates of the narrative complete each other.
    let mut narrative = match anchor {
        Some(_) => None,
        None => ranges
            .iter()
            .filter(|range| openers::full_date(reading, range.0.clone()))
            .find_map(|range| full_dates(&times::find(&line(range), None, None, &mut Told::default())).next()),
    };
    let mut told = Told::default();
    for range in &ranges {
        let line = line(range);
        told.next_line();
        let mut found = times::find(&line, anchor, narrative, &mut told);
        found.retain(|time| !time.span.overlaps_any(identifiers, |s| *s));
        narrative = full_dates(&found).last().filter(|_| anchor.is_none()).or(narrative);
        let taken: Vec<Span> = found.iter().map(|t| t.span).collect();
        let counted = figures::find(&line, &taken);
        figures.extend(counted.into_iter().filter(|f| !f.span.overlaps_any(identifiers, |s| *s)));
        times.append(&mut found);
    }
    (figures, times)
}

/// The days that the text itself states with their year.
fn full_dates(times: &[Time]) -> impl Iterator<Item = Date> + '_ {
    let stated = times.iter().filter(|t| t.anchor.is_none() && t.timex.len() == 10);
    stated.filter_map(|t| Date::parse(&t.timex)).filter(|d| d.is_full())
}
