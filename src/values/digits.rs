//! Digits of any script to values, and what the separators between them mean.
//!
//! Enters: one token that begins with a digit, and the [`Separators`] that hold in its text. Leaves: its value,
//! and the other value where the separators allow two. Knows nothing of words or of what is counted.

use crate::lexicon::Lexicon;
use crate::text::{Token, TokenKind};

/// The most characters a written number has: 15 digits, the most that a double holds exactly, with separators,
/// and room for decimals. Anything longer is an identifier.
const LONGEST: usize = 32;

/// How many numbers with three digits behind their only separator show together that it groups thousands.
const THOUSANDS: u32 = 4;

/// The code points of the digit zero in the scripts whose digits are in everyday use; the nine others follow
/// each (Unicode Character Database, general category Nd).
const ZEROS: [u32; 24] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
    0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0xA9D0, 0x1B50, 0xFF10,
];

/// Which mark parts the decimals in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separators {
    /// `.` or `,`; `None` where neither the language nor the text tells.
    pub decimal: Option<char>,
    /// Whether the text itself shows it, so that a number with one separator has one reading only.
    pub settled: bool,
    /// Whether the text shows another use than its language has.
    pub foreign: bool,
}

impl Separators {
    /// What the language says, by its setting `numbers.decimal`.
    pub fn of(lexicon: &Lexicon) -> Self {
        Separators { decimal: lexicon.setting("numbers.decimal").chars().next(), settled: false, foreign: false }
    }

    /// The same after the evidence of the text.
    pub fn with(self, evidence: Evidence) -> Self {
        let votes = |decimal: char| if decimal == ',' { evidence.comma } else { evidence.point };
        let other = if self.decimal == Some(',') { '.' } else { ',' };
        match self.decimal {
            Some(own) if votes(other).strong > votes(own).strong => {
                Separators { decimal: Some(other), settled: true, foreign: true }
            }
            Some(own) => {
                // Decimals that always have three digits are rarer than thousands.
                let (points, commas) = evidence.thousands;
                let grouped = if own == ',' { points } else { commas };
                let shown = votes(own).strong + votes(own).weak > 0 || grouped >= THOUSANDS && votes(other).weak == 0;
                Separators { settled: shown && votes(other).strong == 0, ..self }
            }
            None => {
                let weight = |decimal| votes(decimal).strong * 4 + votes(decimal).weak;
                let (comma, point) = (weight(','), weight('.'));
                let decimal = if comma == point { None } else { Some(if comma > point { ',' } else { '.' }) };
                Separators { decimal, settled: decimal.is_some() && comma.min(point) == 0, foreign: false }
            }
        }
    }
}

/// How often numbers show a use of the decimal separator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Votes {
    /// Only this use makes a number of it: `1.234.567`, `1.234,5`.
    strong: u32,
    /// It is likely, but a version or a clock time may look the same: `12,5`.
    weak: u32,
}

/// What the numbers of a whole text show of its decimal separator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    comma: Votes,
    point: Votes,
    /// How many numbers have one point, or one comma, before three digits.
    thousands: (u32, u32),
}

impl Evidence {
    /// Reads all `tokens` of `text` once.
    pub fn of(text: &str, tokens: &[Token]) -> Self {
        let mut evidence = Evidence::default();
        for token in tokens.iter().filter(|t| t.kind == TokenKind::Number) {
            let word = token.span().of(text);
            if word.len() > LONGEST {
                continue;
            }
            let Some(shape) = Shape::of(word) else { continue };
            if shape.marks.len() == 1 && shape.is_grouped() && shape.is_decimal() {
                let (points, commas) = &mut evidence.thousands;
                *(if shape.marks[0] == '.' { points } else { commas }) += 1;
            }
            if let Some(decimal) = shape.shows() {
                let votes = if decimal == ',' { &mut evidence.comma } else { &mut evidence.point };
                *(if shape.marks.len() > 1 { &mut votes.strong } else { &mut votes.weak }) += 1;
            }
        }
        evidence
    }
}

/// What a token of digits says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Digits {
    /// The value in this text.
    pub value: f64,
    /// The other value that the separators allow.
    pub reading: Option<f64>,
    /// How many digits there are, decimals included.
    pub count: usize,
    /// Whether there are digits only.
    pub plain: bool,
    /// Whether the first of several digits is 0 and no decimal separator follows it, as in codes: `007`.
    pub padded: bool,
}

/// The value of a token of digits; `None` for what is no number, such as `192.168.1.2`, `05.11.2019` or `3rd`.
pub fn parse(word: &str, separators: Separators) -> Option<Digits> {
    if word.len() > LONGEST * 4 {
        return None;
    }
    if word.len() <= 15 && word.bytes().all(|b| b.is_ascii_digit()) {
        let padded = word.len() > 1 && word.starts_with('0');
        return Some(Digits { value: word.parse().ok()?, reading: None, count: word.len(), plain: true, padded });
    }
    let shape = Shape::of(word)?;
    let count = shape.groups.iter().map(String::len).sum();
    let whole: String = shape.groups.concat();
    let grouped = || whole.parse::<f64>().ok();
    let decimal = || {
        let (last, before) = shape.groups.split_last()?;
        format!("{}.{last}", before.concat()).parse::<f64>().ok()
    };
    let padded = shape.groups[0].len() > 1 && shape.groups[0].starts_with('0');
    let (value, reading) = match shape.marks.as_slice() {
        [] => (grouped()?, None),
        marks => match (shape.is_grouped(), shape.is_decimal()) {
            (true, true) => {
                let mark = marks[0];
                // Without a hint the three digits are taken for a group: the more frequent of the two in news.
                let as_decimal = separators.decimal == Some(mark);
                let (value, other) = if as_decimal { (decimal()?, grouped()?) } else { (grouped()?, decimal()?) };
                // 68.000 with the group mark of its language: nobody writes a whole number with three idle zeros.
                let idle = !as_decimal && separators.decimal.is_some() && shape.groups[1].ends_with('0');
                (value, (!separators.settled && !idle && value != other).then_some(other))
            }
            (true, false) => (grouped()?, None),
            (false, true) => (decimal()?, None),
            (false, false) => return None,
        },
    };
    (count <= 20).then_some(Digits { value, reading, count, plain: shape.marks.is_empty(), padded })
}

/// Groups of digits and the separators between them.
struct Shape {
    groups: Vec<String>,
    marks: Vec<char>,
}

impl Shape {
    fn of(word: &str) -> Option<Shape> {
        let mut shape = Shape { groups: vec![String::new()], marks: Vec::new() };
        for character in word.chars() {
            if let Some(digit) = digit(character) {
                shape.groups.last_mut()?.push(char::from_digit(digit, 10)?);
            } else {
                let mark = match character {
                    '.' | ',' => character,
                    '٫' => ',',
                    '\'' | '’' | '٬' | '˙' | '·' => '\'',
                    _ => return None,
                };
                shape.marks.push(mark);
                shape.groups.push(String::new());
            }
        }
        // A stop at the end is no part of it; every other group has digits.
        (!shape.groups.iter().any(String::is_empty)).then_some(shape)
    }

    /// Whether the groups have the sizes of thousands: one to three digits, then three each; or, in the Indian
    /// way, two each and three at the end.
    fn thousands(groups: &[String]) -> bool {
        let Some((first, rest)) = groups.split_first() else { return false };
        let Some((last, middle)) = rest.split_last() else { return false };
        let sizes = |n: usize| last.len() == 3 && first.len() <= n && middle.iter().all(|g| g.len() == n);
        (1..=3).contains(&first.len()) && !first.starts_with('0') && (sizes(3) || sizes(2) && !middle.is_empty())
    }

    fn is_grouped(&self) -> bool {
        let same = self.marks.iter().all(|m| *m == self.marks[0]);
        same && Self::thousands(&self.groups)
    }

    fn is_decimal(&self) -> bool {
        let Some((last, before)) = self.marks.split_last() else { return false };
        let groups = &self.groups[..self.groups.len() - 1];
        let one_group = before.is_empty();
        let grouped = !one_group && !before.contains(last) && before.iter().all(|m| *m == before[0]);
        *last != '\'' && (one_group || grouped && Self::thousands(groups))
    }

    /// The decimal separator that this number shows, where it can be read in one way only.
    fn shows(&self) -> Option<char> {
        let last = *self.marks.last()?;
        let other = |mark| match mark {
            ',' => Some('.'),
            '.' => Some(','),
            _ => None,
        };
        match (self.is_grouped(), self.is_decimal()) {
            (true, false) => other(last),
            (false, true) => Some(last),
            _ => None,
        }
    }
}

/// The value of a decimal digit of any script.
pub fn digit(character: char) -> Option<u32> {
    if character.is_ascii() {
        return character.to_digit(10);
    }
    let code = character as u32;
    ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero)
}

/// The value of a fraction that is one character.
pub fn vulgar_fraction(character: char) -> Option<f64> {
    Some(match character {
        '¼' => 0.25,
        '½' => 0.5,
        '¾' => 0.75,
        '⅐' => 1.0 / 7.0,
        '⅑' => 1.0 / 9.0,
        '⅒' => 0.1,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 0.2,
        '⅖' => 0.4,
        '⅗' => 0.6,
        '⅘' => 0.8,
        '⅙' => 1.0 / 6.0,
        '⅚' => 5.0 / 6.0,
        '⅛' => 0.125,
        '⅜' => 0.375,
        '⅝' => 0.625,
        '⅞' => 0.875,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn check(word: &str, decimal: &str, expected: Option<(f64, Option<f64>)>) {
        let separators = Separators { decimal: decimal.chars().next(), settled: false, foreign: false };
        assert_eq!(parse(word, separators).map(|d| (d.value, d.reading)), expected, "{word} with {decimal}");
    }

    #[test]
    fn one_separator_before_three_digits_is_read_as_the_language_has_it() {
        check("68.000", ",", Some((68000.0, None)));
        check("68,000", ".", Some((68000.0, None)));
        check("68.000", ".", Some((68.0, Some(68000.0))));
        check("1.234", ",", Some((1234.0, Some(1.234))));
        check("2,357", ",", Some((2.357, Some(2357.0))));
        check("1.234", "", Some((1234.0, Some(1.234))));
    }

    #[test]
    fn all_other_shapes_have_one_reading_in_every_language() {
        for decimal in [".", ",", ""] {
            check("1,3", decimal, Some((1.3, None)));
            check("0.683", decimal, Some((0.683, None)));
            check("1111,121", decimal, Some((1111.121, None)));
            check("1.234.567", decimal, Some((1_234_567.0, None)));
            check("12,34,567.89", decimal, Some((1_234_567.89, None)));
            check("1.111,11", decimal, Some((1111.11, None)));
            check("68'000", decimal, Some((68000.0, None)));
            check("1’234’567.5", decimal, Some((1_234_567.5, None)));
            check("١٢٣", decimal, Some((123.0, None)));
            check("५०", decimal, Some((50.0, None)));
            check("192.168.1.2", decimal, None);
            check("05.11.2019", decimal, None);
            check("1.2.3", decimal, None);
            check("3rd", decimal, None);
            check("123456789012345678901", decimal, None);
        }
    }

    #[test]
    fn other_numbers_of_the_text_settle_the_separators() {
        let read = |text: &str, decimal: &str| {
            let own = Separators { decimal: decimal.chars().next(), settled: false, foreign: false };
            parse("4.875", own.with(Evidence::of(text, &tokens::tokenise(text)))).map(|d| (d.value, d.reading))
        };
        assert_eq!(read("1.234.567", "."), Some((4875.0, None)));
        assert_eq!(read("1.234,5", "."), Some((4875.0, None)));
        assert_eq!(read("12,5", "."), Some((4.875, Some(4875.0))));
        assert_eq!(read("12,5", ","), Some((4875.0, None)));
        assert_eq!(read("version 1.2 of 2.5", "."), Some((4.875, None)));
        assert_eq!(read("", ","), Some((4875.0, Some(4.875))));
        assert_eq!(read("12.5", ""), Some((4.875, None)));
    }
}
