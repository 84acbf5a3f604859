//! Fractions and shares: `half a million`, `two thirds`, `2 1/4`, `one in five`.
//!
//! Enters: a [`Line`] and an index or a number read there. Leaves: a [`Number`]. Knows nothing of signs, powers and
//! ordinals.

use super::compounds::Part;
use super::digits;
use super::line::Line;
use super::numbers;
use super::types::{Form, Number, Role};
use super::words::{self, Run};
use crate::lexicon::Cue;

/// The number as a part of one.
pub(super) fn share(number: Number) -> Number {
    Number { role: Role::Share, ..number }
}

/// `half`, `a third`, `half a million`, `seperempat juta`: a fraction with no number before it.
pub(super) fn alone(line: &Line, i: usize) -> Option<Number> {
    let article = line.skip(i, Cue::NumberArticle);
    let one = line.find(i, Cue::NumberWord).filter(|m| m.number == 1.0).map_or(article, |m| i + m.len);
    let hyphen = usize::from(one > i && line.is_hyphen(one));
    let starts = [i, article, one + hyphen];
    let (at, mark) = starts.iter().find_map(|at| Some((*at, line.find(*at, Cue::Fraction)?)))?;
    let run =
        Run { end: at + mark.len, value: mark.number, reading: None, magnitude: 1.0, form: Form::Words, ending: None };
    // An ordinal is a fraction only after `one`: `a fifth`.
    if at == i && line.is(at, Cue::OrdinalWord) {
        return None;
    }
    let mut number = Number { reason: "fraction", ..Number::of(run, i) };
    if mark.number < 1.0 {
        number = share(number);
    }
    Some(scaled(line, number))
}

/// A magnitude after a fraction: `two and a half million`, `half a million`, `two thirds of a million`.
pub(super) fn scaled(line: &Line, number: Number) -> Number {
    let end = number.tokens.end;
    let of = line.skip(end, Cue::NumberOf);
    // `half-million`, `demi-douzaine`
    let hyphen = end + usize::from(line.is_hyphen(end) && line.glued(end));
    let starts = [end, hyphen, of, line.skip(of, Cue::NumberArticle)];
    let Some((at, mark)) = starts.iter().find_map(|at| Some((*at, line.find(*at, Cue::Magnitude)?))) else {
        return number;
    };
    // `a third of thousands` is no number.
    let value = number.value * mark.number;
    let number = number.with(at + mark.len, value, "fraction");
    Number { magnitude: mark.number, role: Role::Cardinal, ..number }
}

/// Fractions after a number: `two thirds`, `2 1/4`, `3/4`, `three and a half`, `3 million and a half`.
pub(super) fn after(line: &Line, number: Number) -> Number {
    let end = number.tokens.end;
    let digits = matches!(number.form, Form::Plain | Form::Digits);
    if number.form == Form::Plain {
        if let Some((value, at)) = slashed(line, number.tokens.start) {
            return share(number.with(at, value, "fraction"));
        }
        if let Some((value, at)) = slashed(line, end).filter(|(v, _)| *v < 1.0) {
            let value = number.value + value;
            return number.with(at, value, "fraction");
        }
    }
    if number.role == Role::Share || number.reason == "fraction" {
        return number;
    }
    if let Some((below, at)) = denominator(line, &number) {
        let value = number.value / below;
        return share(number.with(at, value, "fraction"));
    }
    // Directly after it: a numerator, or a half that is added.
    if let Some(mark) = line.find(end, Cue::FractionAdded) {
        let value = number.value + mark.number * number.magnitude;
        return scaled(line, number.with(end + mark.len, value, "fraction"));
    }
    let hyphen = end + usize::from(line.is_hyphen(end) && line.is(end + 1, Cue::Fraction));
    if let Some(mark) = line.find(hyphen, Cue::Fraction).filter(|m| m.number < 1.0 && number.magnitude < 1000.0) {
        // `honderd driekwart`: only parts with a one above are counted by what stands before.
        if mark.number > 0.5 {
            let value = number.value + mark.number;
            return scaled(line, number.with(hyphen + mark.len, value, "fraction"));
        }
        // `one hundred thirty-fifths`: the hyphen makes one denominator of both.
        let tens = number.value % 100.0;
        if hyphen > end && number.value > 100.0 && tens >= 20.0 && tens % 10.0 == 0.0 && mark.number < 0.5 {
            let value = (number.value - tens) / (tens + (1.0 / mark.number).round());
            return share(number.with(hyphen + mark.len, value, "fraction"));
        }
        let plural = !line.is(hyphen, Cue::OrdinalWord) || !digits;
        if plural {
            let value = number.value * mark.number;
            return scaled(line, share(number.with(hyphen + mark.len, value, "fraction")));
        }
    }
    // After a joiner: a half, or a numerator and its fraction, of the last magnitude if there is one.
    let joiner = line.skip_any(end, &[Cue::NumberJoiner, Cue::NumberPoint]);
    if joiner == end {
        return number;
    }
    let part = alone(line, joiner).map(|n| (n.value, n.magnitude, n.tokens.end)).or_else(|| {
        let numerator = words::at(line, joiner, false).filter(|n| n.magnitude < 1000.0 && n.ending.is_none())?;
        let mark = line.find(numerator.end, Cue::Fraction).filter(|m| m.number < 1.0)?;
        let end = numerator.end + mark.len;
        // `one billion and three quarters million`
        let magnitude = line.find(end, Cue::Magnitude).filter(|_| number.magnitude > 1.0);
        let (by, len) = magnitude.map_or((1.0, 0), |m| (m.number, m.len));
        Some((numerator.value * mark.number * by, by, end + len))
    });
    // `ciento treinta con tres veintiunavos`
    let part = part.or_else(|| {
        let numerator = words::at(line, joiner, false).filter(|n| n.magnitude < 1000.0 && n.ending.is_none())?;
        let numerator = Number::of(numerator, joiner);
        denominator(line, &numerator).map(|(below, at)| (numerator.value / below, 1.0, at))
    });
    let part = part.or_else(|| slashed(line, joiner).map(|(value, at)| (value, 1.0, at)));
    match part {
        // `one billion and a half million`: the fraction has its own magnitude.
        Some((value, magnitude, at)) if number.magnitude > magnitude && takes_halves(number.magnitude) => {
            let value = number.value + if magnitude > 1.0 { value } else { value * number.magnitude };
            number.with(at, value, "fraction")
        }
        // `five and a half million`: the magnitude is of both.
        Some((value, magnitude, at)) if value < magnitude && number.magnitude == 1.0 => {
            let value = number.value * magnitude + value;
            let number = number.with(at, value, "fraction");
            Number { magnitude, ..number }
        }
        Some((value, ..)) if value >= 1.0 => number,
        Some((value, _, at)) => {
            let value = number.value + value;
            scaled(line, number.with(at, value, "fraction"))
        }
        None => number,
    }
}

/// Whether a half after this magnitude is one of it: of a million and of a dozen, but not of a hundred.
fn takes_halves(magnitude: f64) -> bool {
    magnitude >= 1000.0 || magnitude % 10.0 != 0.0
}

/// The part that is added behind what a number counts, with the index after it: `deux litres et demi`. What follows
/// shows that it is no number of its own.
pub(super) fn added_behind(line: &Line, end: usize) -> Option<(f64, usize)> {
    let joiner = line.skip(end, Cue::NumberJoiner);
    let part = alone(line, joiner).filter(|n| joiner > end && n.role == Role::Share)?;
    let after = part.tokens.end;
    let counts = line.is_word(after) && !line.is(after, Cue::FunctionWord) && !line.is(after, Cue::NumberOf);
    (part.value == 0.5 && !counts && !line.is(after, Cue::Percent)).then_some((part.value, after))
}

/// What divides the number: `avos` after a number or at its end, or, where ordinals make fractions, one of words
/// that closes the phrase: `one twenty-fifth`, `quatre centièmes de`.
fn denominator(line: &Line, number: &Number) -> Option<(f64, usize)> {
    let end = number.tokens.end;
    if !matches!(number.form, Form::Words | Form::Article) {
        return None;
    }
    let fractions = line.settings.ordinals_are_fractions;
    let closes = |end: usize| !line.is_word(end) || line.is(end, Cue::NumberOf) || line.is(end, Cue::Percent);
    match words::compound(line, end).map(|run| (run.ending, run)) {
        Some((Some(Part::Denominator(_)), run)) => return Some((run.value, run.end)),
        // `drie eenentwintigste`, `cento trentacinquesimi`
        Some((Some(Part::Ordinal(_)), run)) if fractions && closes(run.end) => return Some((run.value, run.end)),
        _ => {}
    }
    if let Some(run) = words::at(line, end, false) {
        if let Some(mark) = line.find(run.end, Cue::Denominator) {
            return Some((run.value, run.end + mark.len));
        }
        // `twenty twenty fifths`: tens and a unit that is a fraction by itself.
        let hyphen = line.after_hyphen(run.end);
        let unit = line.find(hyphen, Cue::Fraction).filter(|m| m.number > 0.1 && m.number < 0.5);
        let tens = (20.0..100.0).contains(&run.value) && run.value % 10.0 == 0.0;
        if let Some(mark) = unit.filter(|_| fractions && tens && closes(hyphen + 1)) {
            return Some((run.value + (1.0 / mark.number).round(), hyphen + mark.len));
        }
    }
    if !fractions {
        return None;
    }
    let ordinal = numbers::ordinal(line, end).filter(|o| o.reason == "ordinal_word" && o.value >= 13.0)?;
    closes(ordinal.tokens.end).then_some((ordinal.value, ordinal.tokens.end))
}

/// `3/4` at token `i`: two plain numbers around a slash, the second 2 to 100, with nothing more around it.
fn slashed(line: &Line, i: usize) -> Option<(f64, usize)> {
    let slash = matches!(line.word(i + 1), "/" | "⁄") && line.glued(i) && line.glued(i + 1);
    let more = matches!(line.word(i + 3), "/" | "⁄") && line.glued(i + 2);
    if !slash || more || !line.is_number(i) || !line.is_number(i + 2) {
        return None;
    }
    let part = |i| digits::parse(line.word(i), line.separators).filter(|d| d.plain && !d.padded).map(|d| d.value);
    let (above, below) = (part(i)?, part(i + 2)?);
    // `123/19` is a number of a file.
    ((2.0..=100.0).contains(&below) && above > 0.0 && above < 100.0).then_some((above / below, i + 3))
}
