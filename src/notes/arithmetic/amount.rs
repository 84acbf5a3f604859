//! What a figure allows: the interval its rounding and its comparator leave open.
//!
//! Enters: figures. Leaves: [`Amount`]s and how readers write them.

use crate::report::{Comparator, Figure, FigureKind};

/// The most that rounding may hide, as a share of the value: "12 million" may be 11.4, hardly 11.
const ROUNDING: f64 = 0.05;

/// What "about" and "nearly" may hide.
const LOOSE: f64 = 0.1;

/// The interval in which a value lies, as stated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    /// The value stated.
    pub value: f64,
    /// The least it may be.
    pub low: f64,
    /// The most it may be.
    pub high: f64,
}

impl Amount {
    /// What the figure allows.
    pub fn of(figure: &Figure) -> Amount {
        let value = figure.value;
        let slack = rounding(figure.kind, value);
        let (low, high) = (value - slack, figure.upper.unwrap_or(value) + slack);
        let (low, high) = match figure.comparator {
            None => (low, high),
            // Who writes "less than 1 %" has not rounded.
            Some(Comparator::LessThan | Comparator::AtMost) => (0.0, figure.upper.unwrap_or(value)),
            Some(Comparator::MoreThan | Comparator::AtLeast) => (value, f64::INFINITY),
            Some(Comparator::About) => (low - value * LOOSE, high + value * LOOSE),
            Some(Comparator::Nearly) => (low - value * LOOSE, high),
        };
        Amount { value, low, high }
    }

    /// The stated value itself with its rounding, whatever the comparator: "up to 120,000" says 120,000 may be.
    pub fn stated(figure: &Figure) -> Amount {
        match figure.comparator {
            Some(Comparator::About | Comparator::Nearly) => Amount::of(figure),
            _ => Amount::of(&Figure { comparator: None, ..figure.clone() }),
        }
    }

    /// What `f`, which grows or falls with each argument, makes of both.
    pub fn combine(self, other: Amount, f: impl Fn(f64, f64) -> f64) -> Amount {
        let corners = [(self.low, other.low), (self.low, other.high), (self.high, other.low), (self.high, other.high)];
        let ends = corners.map(|(a, b)| f(a, b)).map(|x| if x.is_nan() { 0.0 } else { x });
        let fold = |pick: fn(f64, f64) -> f64| ends.into_iter().fold(f(self.value, other.value), pick);
        Amount { value: f(self.value, other.value), low: fold(f64::min), high: fold(f64::max) }
    }

    /// Whether both can be the same value.
    pub fn meets(self, other: Amount) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

/// Half a unit of the last digit that is not a rounded zero.
fn rounding(kind: FigureKind, value: f64) -> f64 {
    let mut unit = 1.0;
    if value.fract() != 0.0 {
        while unit > 1e-6 && ((value / unit).round() * unit - value).abs() > unit * 1e-6 {
            unit /= 10.0;
        }
        return match kind {
            FigureKind::Percent => unit / 2.0,
            _ => (unit / 2.0).min(value.abs() * ROUNDING),
        };
    }
    // Percentages are whole numbers by habit: 40 % is as exact as 38 %.
    if kind == FigureKind::Percent {
        return 0.5;
    }
    while unit < 1e15 && value != 0.0 && (value / (unit * 10.0)).fract() == 0.0 {
        unit *= 10.0;
    }
    (unit / 2.0).min(value.abs() * ROUNDING)
}

/// The number as a reader of English writes it: `1,234,567`, `38.3`.
pub fn written(value: f64) -> String {
    let rounded = if value.abs() < 1000.0 { (value * 10.0).round() / 10.0 } else { value.round() };
    let digits = format!("{}", rounded.abs());
    let (whole, rest) = digits.split_once('.').unwrap_or((&digits, ""));
    let mut out = String::from(if rounded < 0.0 { "−" } else { "" });
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !rest.is_empty() {
        out.push('.');
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(kind: FigureKind, value: f64, comparator: Option<Comparator>) -> Figure {
        let (span, reason) = (crate::Span::new(0, 1), String::new());
        Figure { span, kind, value, upper: None, unit: None, currency: None, comparator, reading: None, reason }
    }

    fn check(kind: FigureKind, value: f64, comparator: Option<Comparator>, low: f64, high: f64) {
        let amount = Amount::of(&figure(kind, value, comparator));
        let near = |a: f64, b: f64| a == b || (a - b).abs() < 1e-6 * b.abs().max(1.0);
        assert!(near(amount.low, low) && near(amount.high, high), "{value}: {amount:?}");
    }

    #[test]
    fn rounding_and_comparators_leave_an_interval() {
        use FigureKind::{Money, Number, Percent};
        check(Number, 127.0, None, 126.5, 127.5);
        check(Number, 12_000_000.0, None, 11_500_000.0, 12_500_000.0);
        check(Number, 200.0, None, 190.0, 210.0);
        check(Percent, 40.0, None, 39.5, 40.5);
        check(Percent, 12.5, None, 12.45, 12.55);
        check(Money, 4.18, None, 4.175, 4.185);
        check(Percent, 1.0, Some(Comparator::LessThan), 0.0, 1.0);
        check(Number, 92.0, Some(Comparator::AtLeast), 92.0, f64::INFINITY);
    }

    #[test]
    fn numbers_are_written_with_groups() {
        for (value, expected) in
            [(120000.0, "120,000"), (38.04, "38"), (38.35, "38.4"), (-5.0, "−5"), (1234567.8, "1,234,568")]
        {
            assert_eq!(written(value), expected);
        }
    }
}
