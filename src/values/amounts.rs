//! A number with what it counts: a currency, a percent sign, a unit.
//!
//! Enters: a [`Line`] and an index. Leaves: the [`Amount`] that begins there. Knows nothing of comparators and ranges.

use super::compounds::Part;
use super::fractions;
use super::line::Line;
use super::numbers;
use super::types::{Form, Number, Role};
use crate::lexicon::{Cue, Mark};
use crate::report::FigureKind;
use std::ops::Range;

/// A number with what it counts.
#[derive(Debug)]
pub(super) struct Amount {
    /// Its tokens, with what it counts.
    pub tokens: Range<usize>,
    /// The number itself.
    pub number: Number,
    /// What it is.
    pub kind: FigureKind,
    /// Its unit.
    pub unit: Option<&'static str>,
    /// Its currency, a code of ISO 4217.
    pub currency: Option<&'static str>,
    /// Its value, magnitudes of its currency included.
    pub value: f64,
}

/// The number at token `i` with its currency, percent sign or unit.
pub(super) fn amount(line: &Line, i: usize) -> Option<Amount> {
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
    let hyphen = line.after_hyphen(end);
    let mut amount = plain(number);
    let take = |amount: &mut Amount, kind, at: usize, mark: Mark| {
        amount.kind = kind;
        amount.tokens.end = at + mark.len;
    };
    // `zehnprozentig`
    if line.compound(end - 1).and_then(|parts| parts.last()) == Some(&Part::Percent) {
        amount.kind = FigureKind::Percent;
        return Some(amount);
    }
    for at in [end, hyphen] {
        if let Some(mark) = line.find(at, Cue::PercentPoint) {
            take(&mut amount, FigureKind::Percent, at, mark);
            amount.unit = Some("pp");
            return Some(amount);
        }
        if let Some(mark) = line.find(at, Cue::Percent) {
            take(&mut amount, FigureKind::Percent, at, mark);
            return Some(with_part(line, amount));
        }
    }
    let of = line.skip(end, Cue::NumberOf);
    // `a quarter of one percent`
    let one = numbers::at(line, of).filter(|n| amount.number.role == Role::Share && of > end && n.value == 1.0);
    if let Some(one) = one
        && let Some(mark) = line.find(one.tokens.end, Cue::Percent)
    {
        take(&mut amount, FigureKind::Percent, one.tokens.end, mark);
        return Some(amount);
    }
    // `8,- Euro`, `1.000,-- CHF`: the dash stands for no cents.
    let dash = end + 1 + usize::from(line.word(end + 2) == line.word(end + 1));
    let dashed =
        line.word(end) == "," && matches!(line.word(end + 1), "-" | "–" | "—" | "--") && line.glued_before(end);
    let priced = if dashed && line.glued(end) { dash + 1 } else { end };
    for at in [end, hyphen, priced, of] {
        if let Some(mark) = line.find(at, Cue::Currency).or_else(|| line.find(at, Cue::CurrencyAfter)) {
            let symbol = !line.is_word(at);
            // `5 €`, but `$` after a number and before another belongs to the other: `1 $10 bill`.
            let next = symbol && line.glued(at + mark.len - 1) && line.is_number(at + mark.len);
            if !next || line.glued_before(at) {
                take(&mut amount, FigureKind::Money, at, mark);
                amount.currency = Some(mark.value);
                return Some(with_part(line, change(line, magnitude_after(line, amount))));
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
            return Some(with_part(line, amount));
        }
    }
    Some(amount)
}

/// `deux litres et demi`, `2 millions de dollars et demi`: a half of the last magnitude behind what is counted.
fn with_part(line: &Line, mut amount: Amount) -> Amount {
    let by = amount.number.magnitude;
    if (amount.value < 1000.0 || by > 1.0)
        && amount.value.fract() == 0.0
        && let Some((part, end)) = fractions::added_behind(line, amount.tokens.end)
    {
        amount.value += part * by;
        amount.tokens.end = end;
    }
    amount
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
    let next = minor.tokens.end;
    let closes = (!line.is_word(next) || line.is(next, Cue::FunctionWord) && !line.is(next, Cue::NumberOf))
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
