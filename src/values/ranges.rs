//! Two amounts that belong together: the ends of a range, and the two sides of a change.
//!
//! Enters: a [`Line`] and an index. Leaves: the [`Amount`] that begins there, with the upper end of its range if it has
//! one. Knows nothing of comparators.

use super::amounts::{Amount, amount};
use super::line::Line;
use super::types::{Form, Role};
use crate::lexicon::Cue;
use crate::report::FigureKind;

/// How far behind a number the value it came from may stand: `to 863 teachers from 895`.
const FROM_REACH: usize = 3;

/// The amount at token `i` and the upper end of the range that it opens.
pub(super) fn at(line: &Line, i: usize) -> Option<(Amount, Option<Amount>)> {
    let opened = line.find(i, Cue::RangeOpener).and_then(|m| {
        let low = amount(line, behind_article(line, i + m.len))?;
        let and = line.find(low.tokens.end, Cue::RangeAnd).or_else(|| line.find(low.tokens.end, Cue::RangeJoiner))?;
        let high = amount(line, behind_article(line, low.tokens.end + and.len))?;
        (high.value >= low.value).then_some((low, Some(high)))
    });
    let (mut low, high) = opened.or_else(|| {
        let mut low = amount(line, i)?;
        let high = upper_end(line, &mut low);
        Some((low, high))
    })?;
    if let Some(high) = &high {
        let by = shared(&low, high);
        low.value *= by;
        low.number.reading = low.number.reading.map(|r| r * by);
    }
    Some((low, high))
}

/// What the magnitude of the upper end multiplies the lower one by: `100 bis 300 Milliarden`, where that keeps the
/// order; 1 where the lower end has its own.
fn shared(low: &Amount, high: &Amount) -> f64 {
    let by = high.number.magnitude;
    if low.number.magnitude == 1.0 && low.value * by < high.value { by } else { 1.0 }
}

/// The index after an article that stands before a number: `tra il 5 e il 10 %`.
fn behind_article(line: &Line, i: usize) -> usize {
    let article = line.skip_any(i, &[Cue::DefiniteArticle, Cue::NumberArticle]);
    if line.is_number(article) || line.is(article, Cue::Currency) { article } else { i }
}

/// The upper end of a range whose lower end is `low`: after a word or a dash.
fn upper_end(line: &Line, low: &mut Amount) -> Option<Amount> {
    let end = low.tokens.end;
    let before = low.tokens.start;
    let led = line.ends_before(before, Cue::RangeFrom).is_some();
    if led || line.ends_before(before, Cue::From).is_some() {
        change(line, low);
    }
    let or = line.find(end, Cue::RangeOr);
    let joiner = or.or_else(|| line.find(end, Cue::RangeJoiner))?;
    if led || low.kind == FigureKind::Ordinal {
        return None;
    }
    let dash = !line.is_word(end);
    // A dash with a space on one side only is none of a range.
    if dash && line.glued_before(end) != line.glued(end) {
        return None;
    }
    let high = amount(line, end + joiner.len)?;
    // "by 32 to 863 from 895", "22 percent to 145": a step and where it led.
    let past = high.tokens.end..(high.tokens.end + FROM_REACH).min(line.range.end);
    let from = past.clone().any(|i| line.find(i, Cue::From).is_some_and(|m| line.is_number(i + m.len)));
    if from || (low.kind == FigureKind::Percent && high.kind == FigureKind::Number) {
        return None;
    }
    let from = low.value * shared(low, &high);
    let rises = high.value > from;
    let alike = low.kind == high.kind || low.kind == FigureKind::Number || high.kind == FigureKind::Number;
    let same_unit = low.unit.is_none() || high.unit.is_none() || low.unit == high.unit;
    let same_currency = low.currency.is_none() || high.currency.is_none() || low.currency == high.currency;
    // `one or two` is a range, `5 or 500` two numbers; `5 to 500` is one, but not over more than three orders.
    let near = from <= 0.0 || high.value / from <= if or.is_some() { 3.0 } else { 1000.0 };
    (rises && alike && same_unit && same_currency && near && high.kind != FigureKind::Ordinal).then_some(high)
}

/// The most that the two sides of a change differ by where both are of one magnitude: `from 0.5 to 10 million`, but
/// `from 200 to 1 million`.
const CHANGE: f64 = 20.0;

/// `from 5 to 10 million euros`: what is told of the second side of a change is told of the first.
fn change(line: &Line, low: &mut Amount) {
    let end = low.tokens.end;
    let Some(joiner) = line.find(end, Cue::RangeJoiner).or_else(|| line.find(end, Cue::To)) else { return };
    let Some(high) = amount(line, behind_article(line, end + joiner.len)) else { return };
    let plain = low.kind == FigureKind::Number && low.number.role == Role::Cardinal && low.number.form != Form::Article;
    let alike = plain || low.kind == high.kind && low.currency == high.currency && low.unit == high.unit;
    if !alike || !line.is_word(end) {
        return;
    }
    if plain && matches!(high.kind, FigureKind::Money | FigureKind::Percent | FigureKind::Quantity) {
        (low.kind, low.unit, low.currency) = (high.kind, high.unit, high.currency);
    }
    let (by, other) = (high.number.magnitude, high.value / high.number.magnitude);
    let near = low.value > 0.0 && low.value <= other * CHANGE && other <= low.value * CHANGE;
    if by >= 1000.0 && low.number.magnitude == 1.0 && low.value < 1000.0 && near {
        low.value *= by;
        low.number.magnitude = by;
        low.number.reading = low.number.reading.map(|r| r * by);
    }
}
