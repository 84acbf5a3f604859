//! Digits and number words to values, by locale.
//!
//! Enters: a [`Line`] and an index. Leaves: the [`Number`] that begins there: sign, decimals in words, fractions,
//! shares, powers and ordinals on top of what `words.rs` adds up. Knows nothing of what is counted.

use super::compounds::Part;
use super::digits::{self, digit};
use super::fractions;
use super::line::Line;
use super::powers;
use super::ratios;
use super::types::{Form, Number, Role};
use super::words::{self, Run};
use crate::lexicon::Cue;

impl Number {
    pub(super) fn of(run: Run, start: usize) -> Number {
        let reason = match run.form {
            Form::Plain | Form::Digits => "digits",
            Form::Words | Form::Article => "number_word",
        };
        let Run { end, value, reading, magnitude, form, .. } = run;
        Number { tokens: start..end, value, reading, magnitude, form, role: Role::Cardinal, reason }
    }

    pub(super) fn with(mut self, end: usize, value: f64, reason: &'static str) -> Number {
        self.tokens.end = end;
        self.value = value;
        self.reading = None;
        self.reason = reason;
        if self.form == Form::Plain {
            self.form = Form::Digits;
        } else if self.form == Form::Article {
            self.form = Form::Words;
        }
        self
    }
}

/// The number that begins at token `i`. The line remembers it, since many rules ask.
pub fn at(line: &Line, i: usize) -> Option<Number> {
    line.remembered(i, || signed(line, i, false))
}

/// The same after a currency, where symbols count that are magnitudes of money only: `5m`.
pub fn of_money(line: &Line, i: usize) -> Option<Number> {
    signed(line, i, true)
}

fn signed(line: &Line, i: usize, of_money: bool) -> Option<Number> {
    if let Some(after) = sign(line, i) {
        let number = unsigned(line, after, of_money).filter(|n| n.role != Role::Ordinal)?;
        let (end, value, reading) = (number.tokens.end, -number.value, number.reading.map(|r| -r));
        let number = Number { tokens: i..end, ..number.with(end, value, "negative") };
        return Some(Number { reading, ..number });
    }
    unsigned(line, i, of_money)
}

/// The index after a sign at `i`: a hyphen or minus glued to digits and to nothing before, or a word.
fn sign(line: &Line, i: usize) -> Option<usize> {
    if matches!(line.word(i), "-" | "−" | "–") {
        let digits = line.is_number(i + 1) || matches!(line.word(i + 1), "." | ",");
        let opens = !line.glued_before(i) || matches!(line.word(i - 1), "(" | "[" | "=" | "<" | ">");
        // With a space it may be the mark of a list, unless nothing else is in the line.
        let words = (i + 1..line.range.end.min(i + 6)).any(|k| line.is_word(k) && !line.is(k, Cue::MagnitudeSymbol));
        let spaced = i == line.range.start && line.range.len() <= 6 && !words;
        return (digits && opens && (line.glued(i) || spaced)).then_some(i + 1);
    }
    line.find(i, Cue::Negative).map(|m| i + m.len)
}

fn unsigned(line: &Line, i: usize, of_money: bool) -> Option<Number> {
    if let Some(number) = ordinal(line, i) {
        return Some(number);
    }
    if let Some(number) = fractions::alone(line, i) {
        return Some(number);
    }
    let run = words::at(line, i, of_money)?;
    let number = Number::of(run, i);
    let number = match run.ending {
        Some(Part::Ordinal(_)) => Number { role: Role::Ordinal, reason: "ordinal_word", ..number },
        Some(Part::Added(part)) => fractions::scaled(line, number.with(run.end, run.value + part, "fraction")),
        // `dreidreiviertel`: only parts with a one above are counted by what stands before.
        Some(Part::Fraction(part)) if part > 0.5 && part < 1.0 => {
            fractions::scaled(line, number.with(run.end, run.value + part, "fraction"))
        }
        Some(Part::Fraction(part)) => {
            fractions::share(fractions::scaled(line, number.with(run.end, run.value * part, "fraction")))
        }
        _ => number,
    };
    if number.role == Role::Ordinal {
        return Some(number);
    }
    let number = pointed(line, number);
    let number = powers::powered(line, number);
    Some(ratios::ratio(line, fractions::after(line, number)))
}

/// Ordinals: words, digits with an ending, and `every fifth`, which is a share.
pub(super) fn ordinal(line: &Line, i: usize) -> Option<Number> {
    if let Some(every) = line.find(i, Cue::EveryNth) {
        // `every every …` is read once, not as deep as it goes.
        let nested = line.is(i + every.len, Cue::EveryNth);
        let nth = (!nested)
            .then(|| ordinal(line, i + every.len))?
            .filter(|n| n.value >= 2.0 && n.reason == "ordinal_word")?;
        let end = nth.tokens.end;
        return Some(fractions::share(Number { tokens: i..end, ..nth }.with(end, 1.0 / nth.value, "every_nth")));
    }
    let number = |end: usize, value: f64, reason| {
        let run = Run { end, value, reading: None, magnitude: 1.0, form: Form::Words, ending: None };
        Some(Number { role: Role::Ordinal, reason, ..Number::of(run, i) })
    };
    if let Some(prefix) = line.find(i, Cue::OrdinalPrefix) {
        let next = line.after_hyphen(i + prefix.len);
        let glued = (i..next).all(|k| line.glued(k));
        let run = words::at(line, next, false).filter(|r| glued && r.form != Form::Digits);
        if let Some(run) = run {
            return number(run.end, run.value, "ordinal_prefix");
        }
        // Roman digits number too, where they are glued to the prefix: `ke-XX`.
        let roman = roman(line.word(next)).filter(|_| glued);
        return roman.and_then(|value| number(next + 1, value, "ordinal_roman"));
    }
    if line.is_number(i) {
        let digits = digits::parse(line.word(i), line.separators).filter(|d| d.plain && d.count <= 6)?;
        let suffix = line.find(i + 1, Cue::OrdinalSuffix).filter(|_| line.glued(i))?;
        let end = i + 1 + suffix.len;
        let stop = line.word(i + 1) == ".";
        let continues = line.glued(end - 1) && (line.is_word(end) || line.is_number(end));
        // `3.` counts only inside a sentence: a word follows, and it stands not first, where it numbers a list.
        let inside = !stop || line.is_word(end) && i > line.range.start;
        return (inside && !continues && digits.value > 0.0).then(|| number(end, digits.value, "ordinal_suffix"))?;
    }
    if let Some(mark) = line.find(i, Cue::OrdinalWord) {
        // Where ordinals make fractions, two or more of them are one: `two fifths` is read elsewhere.
        let followed = line.find(i + mark.len, Cue::OrdinalWord).filter(|m| m.number < 10.0 && mark.number >= 1e3);
        return number(i + mark.len, mark.number * followed.map_or(1.0, |m| m.number), "ordinal_word");
    }
    // `twenty-first`, `one hundred twenty fifth`, `einhundert Milliardste`: words, and an ordinal at the end.
    let run = words::at(line, i, false).filter(|r| r.form == Form::Words && r.ending.is_none())?;
    let hyphen = line.is_hyphen(run.end);
    let joiner = if hyphen { run.end + 1 } else { line.skip(run.end, Cue::NumberJoiner) };
    let last = line.find(joiner, Cue::OrdinalWord)?;
    let after = joiner + last.len;
    let closes = !line.is_word(after) || line.is(after, Cue::NumberOf);
    if last.number >= 100.0 && closes && line.is(joiner, Cue::Fraction) && run.value < last.number {
        return None;
    }
    if last.number >= 100.0 {
        return number(joiner + last.len, run.value * last.number, "ordinal_word");
    }
    let fits = run.value >= 20.0 && run.value % (if last.number < 10.0 { 10.0 } else { 100.0 }) == 0.0;
    // `twenty fifths` has its own word for the fraction; `one third` is too small to be an ordinal.
    (fits && (hyphen || !line.is(joiner, Cue::Fraction)))
        .then(|| number(joiner + last.len, run.value + last.number, "ordinal_word"))?
}

/// The value of Roman digits in capitals, up to 3999.
pub fn roman(word: &str) -> Option<f64> {
    if word.is_empty() || word.len() > 15 {
        return None;
    }
    let mut total = 0i32;
    let mut last = i32::MAX;
    for letter in word.bytes() {
        let value = match letter {
            b'I' => 1,
            b'V' => 5,
            b'X' => 10,
            b'L' => 50,
            b'C' => 100,
            b'D' => 500,
            b'M' => 1000,
            _ => return None,
        };
        total += if value > last { value - 2 * last } else { value };
        last = value;
    }
    (1..4000).contains(&total).then_some(f64::from(total)).filter(|v| spelled(*v as u32) == word)
}

fn spelled(mut value: u32) -> String {
    const STEPS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut word = String::new();
    for (step, letters) in STEPS {
        while value >= step {
            word.push_str(letters);
            value -= step;
        }
    }
    word
}

/// Decimals in words: `two point five`, `zwei Komma drei`.
fn pointed(line: &Line, number: Number) -> Number {
    let end = number.tokens.end;
    let Some(point) = line.find(end, Cue::NumberPoint) else { return number };
    if !matches!(number.form, Form::Words | Form::Article) {
        return number;
    }
    let mut at = end + point.len;
    let mut decimals = String::new();
    // As many decimals as a double can tell.
    while decimals.len() < 12 {
        let zero = line.find(at, Cue::NumberWord).filter(|m| m.number == 0.0);
        if let Some(zero) = zero {
            decimals.push('0');
            at += zero.len;
            continue;
        }
        let Some(run) = words::below_thousand(line, at).filter(|r| r.value.fract() == 0.0) else { break };
        decimals.push_str(&format!("{}", run.value));
        at = run.end;
        if run.value >= 10.0 {
            break;
        }
    }
    match format!("{}.{decimals}", number.value).parse() {
        // `cinco con un cuarto`: what follows is a fraction.
        Ok(value) if !decimals.is_empty() && !line.is(at, Cue::Fraction) && line.compound(at).is_none() => {
            fractions::scaled(line, number.with(at, value, "decimal_words"))
        }
        _ => number,
    }
}

/// Whether the token is made of digits only.
pub fn all_digits(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| digit(c).is_some())
}
