//! How a language writes numbers and times, where its words alone do not tell.
//!
//! Enters: a lexicon. Leaves: its [`Settings`], as plain values. Knows no text.

use crate::lexicon::Lexicon;

/// The settings of a language that numbers and times are read by.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Tens that take up to nineteen, as numbers: `60 80`.
    pub twenties: &'static str,
    /// The smallest unit after which `and` goes on with the same number.
    pub joins_from: f64,
    /// The only values that `and` stands before; empty for all.
    pub joins_only: &'static str,
    /// Whether ordinals make fractions.
    pub ordinals_are_fractions: bool,
    /// Whether `one` counts before a noun.
    pub one_counts: bool,
    /// Whether the month stands before the day.
    pub month_first: bool,
    /// Whether `last` and the like stand between a number and its unit of time.
    pub shift_inside: bool,
    /// The parts of the day that a weekday and they make one word of, each with its TIMEX3 value.
    pub day_parts: &'static str,
}

impl Settings {
    /// Those of the language that `lexicon` is of; where its file is silent, what most languages do.
    pub fn of(lexicon: &Lexicon) -> Settings {
        Settings {
            twenties: lexicon.setting("numbers.twenties"),
            joins_from: lexicon.setting("numbers.joins_from").parse().unwrap_or(100.0),
            joins_only: lexicon.setting("numbers.joins_only"),
            ordinals_are_fractions: lexicon.setting("numbers.ordinals_are_fractions") == "yes",
            one_counts: lexicon.setting("numbers.one_counts_before_nouns") == "yes",
            month_first: lexicon.setting("times.order") == "mdy",
            shift_inside: lexicon.setting("times.shift_inside") == "yes",
            day_parts: lexicon.setting("times.day_parts_joined"),
        }
    }
}
