//! Money, percent, quantity and plain numbers, with their comparators.
//!
//! Enters: a [`Line`] and where its times stand. Leaves: [`Figure`]s in order. Knows nothing of how a number is
//! read, nor of the blocks and entities around it; `guards.rs` says which digits count nothing.

use super::guards;
use super::line::Line;
use super::numbers;
use super::openers;
use super::types::{Form, Number, Role};
use crate::lexicon::{Cue, Mark};
use crate::report::{Comparator, Figure, FigureKind};
use crate::text::Span;
use std::ops::Range;

/// How far behind a number the value it came from may stand: `to 863 teachers from 895`.
const FROM_REACH: usize = 3;

/// The most comparators that stand before one number: `at least about`.
const COMPARATORS: usize = 3;

/// The figures of the line, in order. What overlaps one of `times` (in order) is none.
pub(super) fn find(line: &Line, times: &[Span]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut times = times.iter().peekable();
    let mut i = line.range.start;
    while i < line.range.end {
        if !openers::value(line, i) {
            i += 1;
            continue;
        }
        let here = line.span(i..i + 1);
        while times.next_if(|t| t.end <= here.start).is_some() {}
        if let Some(time) = times.peek().filter(|t| t.overlaps(here)) {
            i = line.after_byte(i + 1, time.end);
            continue;
        }
        if let Some(end) = guards::passed_over(line, i) {
            i = end.max(i + 1);
            continue;
        }
        match figure(line, i) {
            Some((figure, end)) if !times.peek().is_some_and(|t| t.overlaps(figure.span)) => {
                figures.push(figure);
                i = end.max(i + 1);
            }
            _ => i += 1,
        }
    }
    figures
}

/// How many tokens after an amount are searched for a word that leaves it open: a noun, its attribute, a pronoun
/// and the auxiliary.
const OPEN: usize = 5;

/// A number with what it counts.
struct Amount {
    tokens: Range<usize>,
    number: Number,
    kind: FigureKind,
    unit: Option<&'static str>,
    currency: Option<&'static str>,
    value: f64,
}

fn figure(line: &Line, i: usize) -> Option<(Figure, usize)> {
    let (words, at) = comparators(line, i);
    let comparator = words.and_then(Comparator::from_name);
    let opener = line.find(at, Cue::RangeOpener);
    let opened = opener.and_then(|m| {
        let low = amount(line, at + m.len)?;
        let and = line.find(low.tokens.end, Cue::RangeAnd).or_else(|| line.find(low.tokens.end, Cue::RangeJoiner))?;
        let high = amount(line, low.tokens.end + and.len)?;
        Some((low, high))
    });
    let compared = comparator.is_some();
    let (low, high) = match opened {
        Some((low, high)) if high.value >= low.value => (low, Some(high)),
        _ => {
            let low = amount(line, at)?;
            let high = upper_end(line, &low);
            (low, high)
        }
    };
    let end = high.as_ref().map_or(low.tokens.end, |h| h.tokens.end);
    let (after, end) = match line.find(end, Cue::ComparatorAfter) {
        // A plus sign belongs to the number only if it is glued to it and to nothing after.
        Some(mark) if line.word(end) != "+" || line.glued_before(end) && !line.glued(end) => {
            (Comparator::from_name(mark.value), end + mark.len)
        }
        _ => (None, end),
    };
    let counts = compared || after.is_some() || high.is_some();
    if !guards::counts(line, &low.number, low.kind, low.tokens.clone(), counts) {
        return None;
    }
    // Indonesian `sebanyak` is a total, but the most there can be where the sentence leaves it open.
    let open = words == Some("total_or_most") && (end..end + OPEN).any(|k| line.is(k, Cue::Possibility));
    let comparator = comparator.or(after).or(open.then_some(Comparator::AtMost));
    Some((report(line, i..end, &low, high.as_ref(), comparator), end))
}

fn report(
    line: &Line,
    tokens: Range<usize>,
    low: &Amount,
    high: Option<&Amount>,
    comparator: Option<Comparator>,
) -> Figure {
    let mut value = low.value;
    let mut reading = low.number.reading;
    let (mut kind, mut unit, mut currency) = (low.kind, low.unit, low.currency);
    if let Some(high) = high {
        if kind == FigureKind::Number && high.kind != FigureKind::Ordinal {
            (kind, unit, currency) = (high.kind, high.unit, high.currency);
        }
        // `100 bis 300 Milliarden`: the magnitude is of both ends.
        if low.number.magnitude == 1.0 && high.number.magnitude > 1.0 && value * high.number.magnitude < high.value {
            value *= high.number.magnitude;
            reading = reading.map(|r| r * high.number.magnitude);
        }
        currency = currency.or(high.currency);
    }
    let reason = if line.separators.foreign && low.number.reason == "digits" {
        "digits: separators as elsewhere in the text".to_string()
    } else {
        low.number.reason.to_string()
    };
    Figure {
        span: line.span(tokens),
        kind,
        value,
        upper: high.map(|h| h.value),
        unit: unit.map(str::to_string),
        currency: currency.map(str::to_string),
        comparator,
        reading,
        reason,
    }
}

/// The name of the comparators from token `i` on and the index after them: the first that says more than about
/// (`at least about` is at least).
fn comparators(line: &Line, i: usize) -> (Option<&'static str>, usize) {
    let mut name = None;
    let mut at = i;
    for _ in 0..COMPARATORS {
        let Some(mark) = line.find(at, Cue::Comparator) else { break };
        if name.is_none_or(|n| n == "about" || Comparator::from_name(n).is_none()) {
            name = Some(mark.value);
        }
        at += mark.len;
    }
    // `más de un 50 %`: the article belongs to the figure and counts nothing.
    let article = line.skip(at, Cue::NumberArticle);
    if at > i && article > at && line.is_number(article) {
        at = article;
    }
    (name, at)
}

/// The upper end of a range whose lower end is `low`: after a word or a dash.
fn upper_end(line: &Line, low: &Amount) -> Option<Amount> {
    let end = low.tokens.end;
    let or = line.find(end, Cue::RangeOr);
    let joiner = or.or_else(|| line.find(end, Cue::RangeJoiner))?;
    if line.ends_before(low.tokens.start, Cue::RangeFrom).is_some() || low.kind == FigureKind::Ordinal {
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
    // `100 bis 300 Milliarden`: the magnitude is of both, where that keeps the order.
    let shared = low.number.magnitude == 1.0 && low.value * high.number.magnitude < high.value;
    let from = if shared { low.value * high.number.magnitude } else { low.value };
    let rises = high.value > from;
    let alike = low.kind == high.kind || low.kind == FigureKind::Number || high.kind == FigureKind::Number;
    let same_unit = low.unit.is_none() || high.unit.is_none() || low.unit == high.unit;
    let same_currency = low.currency.is_none() || high.currency.is_none() || low.currency == high.currency;
    // `one or two` is a range, `5 or 500` two numbers; `5 to 500` is one, but not over more than three orders.
    let near = from <= 0.0 || high.value / from <= if or.is_some() { 3.0 } else { 1000.0 };
    (rises && alike && same_unit && same_currency && near && high.kind != FigureKind::Ordinal).then_some(high)
}

/// The number at token `i` with its currency, percent sign or unit.
fn amount(line: &Line, i: usize) -> Option<Amount> {
    if let Some(amount) = currency_first(line, i) {
        return Some(amount);
    }
    let number = numbers::at(line, i)?;
    let plain = |number: Number| {
        let (value, tokens) = (number.value, number.tokens.clone());
        let kind = if number.role == Role::Ordinal { FigureKind::Ordinal } else { FigureKind::Number };
        Amount { tokens, number, kind, unit: None, currency: None, value }
    };
    if number.role == Role::Ordinal {
        return Some(plain(number));
    }
    let end = number.tokens.end;
    // `12-Pfund`, `siebenhundert-Euro`, `3,5-Millionen-Euro`
    let hyphen = end + usize::from(matches!(line.word(end), "-" | "‐" | "‑"));
    let mut amount = plain(number);
    let take = |amount: &mut Amount, kind, at: usize, mark: Mark| {
        amount.kind = kind;
        amount.tokens.end = at + mark.len;
    };
    for at in [end, hyphen] {
        if let Some(mark) = line.find(at, Cue::PercentPoint) {
            take(&mut amount, FigureKind::Percent, at, mark);
            amount.unit = Some("pp");
            return Some(amount);
        }
        if let Some(mark) = line.find(at, Cue::Percent) {
            take(&mut amount, FigureKind::Percent, at, mark);
            return Some(amount);
        }
    }
    let of = line.skip(end, Cue::NumberOf);
    for at in [end, hyphen, of] {
        if let Some(mark) = line.find(at, Cue::Currency).or_else(|| line.find(at, Cue::CurrencyAfter)) {
            let symbol = !line.is_word(at);
            // `5 €`, but `$` after a number and before another belongs to the other: `1 $10 bill`.
            let next = symbol && line.glued(at + mark.len - 1) && line.is_number(at + mark.len);
            if !next || line.glued_before(at) {
                take(&mut amount, FigureKind::Money, at, mark);
                amount.currency = Some(mark.value);
                return Some(change(line, magnitude_after(line, amount)));
            }
        }
        if let Some(mark) = line.find(at, Cue::CurrencyMinor) {
            take(&mut amount, FigureKind::Money, at, mark);
            amount.unit = Some(mark.value);
            return Some(amount);
        }
        if let Some(mark) = line.find(at, Cue::Unit).filter(|m| fits_unit(line, &amount.number, at, *m)) {
            take(&mut amount, FigureKind::Quantity, at, mark);
            amount.unit = Some(mark.value);
            return Some(amount);
        }
    }
    Some(amount)
}

/// `$5m`, `Rp 1,2 triliun`, `EUR 500`, `-$5`: the currency stands first.
fn currency_first(line: &Line, i: usize) -> Option<Amount> {
    let minus = usize::from(matches!(line.word(i), "-" | "−") && line.glued(i) && !line.glued_before(i));
    // `MAUD 60`: a magnitude before the code.
    let prefix = line.find(i + minus, Cue::MagnitudeSymbol).filter(|_| line.glued(i + minus));
    let prefix = prefix.filter(|_| line.is_word(i + minus) && line.is_word(i + minus + 1));
    let start = i + minus + usize::from(prefix.is_some());
    let mark = line.find(start, Cue::Currency)?;
    if prefix.is_none() && line.glued_before(start) && minus == 0 && line.is_word(start) && line.is_word(start - 1) {
        return None;
    }
    let mut at = start + mark.len;
    // `Rp. 5.000`, `US-$ 5`
    if line.word(at) == "." && line.is_word(at - 1) && line.is_number(at + 1) {
        at += 1;
    }
    let number = numbers::of_money(line, at).filter(|n| n.role != Role::Ordinal && n.form != Form::Article)?;
    let sign = if minus == 1 { -1.0 } else { 1.0 } * prefix.map_or(1.0, |m| m.number);
    let value = sign * number.value;
    let number = Number { reading: number.reading.map(|r| sign * r), ..number };
    let mut end = number.tokens.end;
    // `$10 dollars`, `US$ 5 USD`: said twice.
    if let Some(again) = line.find(end, Cue::Currency).filter(|m| line.is_word(end) && !line.is_number(end + m.len)) {
        end += again.len;
    }
    let tokens = i..end;
    let amount = Amount { tokens, number, kind: FigureKind::Money, unit: None, currency: Some(mark.value), value };
    Some(if line.is_word(start) { change(line, amount) } else { amount })
}

/// `75 USD million`: the magnitude after the currency.
fn magnitude_after(line: &Line, mut amount: Amount) -> Amount {
    let end = amount.tokens.end;
    let mark = line.find(end, Cue::Magnitude).filter(|m| amount.number.magnitude == 1.0 && m.number >= 1e6);
    // `three thousand dollars two hundred times` is none: a magnitude only directly after.
    if let Some(mark) = mark {
        amount.value *= mark.number;
        amount.number.reading = amount.number.reading.map(|r| r * mark.number);
        amount.number.magnitude = mark.number;
        amount.tokens.end = end + mark.len;
    }
    amount
}

/// `3 dollars 50 cents`, `15 Euro und 45 Cent`, `15 dollars 50`: hundredths after the currency.
fn change(line: &Line, mut amount: Amount) -> Amount {
    let end = amount.tokens.end;
    let at = line.skip_any(end, &[Cue::NumberJoiner, Cue::NumberPoint]);
    let whole = amount.value.fract() == 0.0 && amount.number.magnitude == 1.0;
    let Some(minor) = numbers::at(line, at).filter(|_| whole) else { return amount };
    let below = minor.role == Role::Cardinal && (1.0..100.0).contains(&minor.value) && minor.value.fract() == 0.0;
    let named = line.find(minor.tokens.end, Cue::CurrencyMinor);
    // Without a name they close the clause: nothing is left that they could count.
    let closes = !line.is_word(minor.tokens.end)
        && !line.is_number(minor.tokens.end)
        && !line.is(minor.tokens.end, Cue::Currency)
        && !line.is(minor.tokens.end, Cue::Percent);
    if below && (named.is_some() || closes && minor.form != Form::Article) {
        amount.value += minor.value / 100.0;
        amount.tokens.end = minor.tokens.end + named.map_or(0, |m| m.len);
    }
    amount
}

/// Whether a unit's phrase at `at` measures the number: a symbol of one or two letters stands by digits, at most
/// one space away, and goes on neither with letters nor with an apostrophe.
fn fits_unit(line: &Line, number: &Number, at: usize, mark: Mark) -> bool {
    let last = at + mark.len - 1;
    let continues =
        line.glued(last) && (line.is_word(last + 1) || line.is_number(last + 1) || "'’".contains(line.word(last + 1)));
    if mark.len > 1 || line.word(at).chars().count() > 2 || !line.is_word(at) {
        return !continues;
    }
    let digits = matches!(number.form, Form::Plain | Form::Digits);
    let near = line.gap(at - 1).chars().count() <= 1;
    digits && near && !continues
}
