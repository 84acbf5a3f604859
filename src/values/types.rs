//! What is read in a line before it is reported: numbers and times.
//!
//! Enters: nothing. Leaves: plain data that the files of this room hand to each other. Knows nothing of how they
//! are read.

use super::date::Date;
use crate::report::TimeKind;
use std::borrow::Cow;
use std::ops::Range;

/// What a number is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Digits only, without separators: it may be a label or a code.
    Plain,
    /// Digits with separators or a magnitude.
    Digits,
    /// Words.
    Words,
    /// One word that is also an article or a pronoun.
    Article,
}

/// What a number does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Counts or measures.
    Cardinal,
    /// Gives a place in an order.
    Ordinal,
    /// Is a part of one, or one of several.
    Share,
}

/// A number in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its value.
    pub value: f64,
    /// The other value that its separators allow.
    pub reading: Option<f64>,
    /// What its last magnitude multiplied by; 1 where there is none.
    pub magnitude: f64,
    /// What it is made of.
    pub form: Form,
    /// What it does.
    pub role: Role,
    /// The rule that read it.
    pub reason: &'static str,
}

/// A time that a rule found.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    /// Its tokens in the line.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: TimeKind,
    /// Its TIMEX3 value.
    pub timex: String,
    /// Whether the anchor completed it.
    pub anchored: bool,
    /// Whether it counts beside a date only.
    pub weak: bool,
    /// The date of the narrative that it was told from.
    pub from: Option<Date>,
    /// The rule that read it.
    pub reason: Cow<'static, str>,
}

impl Hit {
    /// A time that the text tells in full.
    pub fn new(tokens: Range<usize>, kind: TimeKind, timex: String, reason: &'static str) -> Hit {
        Hit { tokens, kind, timex, anchored: false, weak: false, from: None, reason: reason.into() }
    }

    /// The same of a date.
    pub fn date(tokens: Range<usize>, timex: String, reason: &'static str) -> Hit {
        Hit::new(tokens, TimeKind::Date, timex, reason)
    }
}
