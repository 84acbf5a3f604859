//! Powers: `1.3x10^6`, `12e+14`, `2,5^-1`, `zwei hoch drei`.
//!
//! Enters: a [`Line`] and a number read there. Leaves: that number, or its power. Knows nothing of fractions.

use super::digits;
use super::line::Line;
use super::types::{Form, Number};
use super::words;
use crate::lexicon::Cue;

/// The largest exponent: beyond it no double tells a power of ten.
const LARGEST: f64 = 300.0;

/// The number raised to the power that stands behind it.
pub(super) fn powered(line: &Line, number: Number) -> Number {
    let end = number.tokens.end;
    if number.magnitude != 1.0 {
        return number;
    }
    let raised = |(exponent, at): (f64, usize), value: f64| match value.powf(exponent) {
        value if value.is_finite() => number.clone().with(at, value, "power"),
        _ => number.clone(),
    };
    if let Some(word) = line.find(end, Cue::Power) {
        let exponent = words::at(line, end + word.len, false).filter(|run| run.ending.is_none());
        // What it counts would follow: `zwei Meter hoch`, `10 hoch 3 Meter`.
        let fits = exponent.filter(|run| run.value.fract() == 0.0 && run.value <= LARGEST && !line.is_word(run.end));
        return fits.map_or(number.clone(), |run| raised((run.value, run.end), number.value));
    }
    if !matches!(number.form, Form::Plain | Form::Digits) {
        return number;
    }
    let times = matches!(line.word(end), "x" | "×" | "·" | "*");
    if times && line.word(end + 1) == "10" && line.word(end + 2) == "^" && line.glued(end + 1) {
        return match exponent(line, end + 3) {
            Some((exponent, at)) => {
                let value = number.value * 10f64.powf(exponent);
                number.with(at, value, "power")
            }
            None => number,
        };
    }
    match line.word(end) {
        "e" | "E" if line.glued(end - 1) && line.glued(end) => match exponent(line, end + 1) {
            Some((exponent, at)) => {
                let value = number.value * 10f64.powf(exponent);
                number.with(at, value, "power")
            }
            None => number,
        },
        "^" if line.glued(end - 1) && line.glued(end) => match exponent(line, end + 1) {
            Some(found) => raised(found, number.value),
            None => number,
        },
        _ => number,
    }
}

/// The exponent with its signs at token `at`, and the index after it.
fn exponent(line: &Line, mut at: usize) -> Option<(f64, usize)> {
    let mut sign = 1.0;
    while matches!(line.word(at), "-" | "−" | "+") && line.glued(at) {
        sign *= if line.word(at) == "+" { 1.0 } else { -1.0 };
        at += 1;
    }
    let exponent = line.is_number(at).then(|| digits::parse(line.word(at), line.separators))??;
    (exponent.plain && exponent.value <= LARGEST).then_some((sign * exponent.value, at + 1))
}
