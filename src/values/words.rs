//! A run of number words, and of digits with magnitudes, to its value.
//!
//! Enters: a [`Line`] and the index where the run may begin. Leaves: how far it goes and what it amounts to.
//! Knows nothing of fractions beside it, of units or of what is counted.

use super::compounds::Part;
use super::grouped::grouped_digits;
use super::line::Line;
use super::stack::{LONGEST, Stack, Term};
use super::types::Form;
use crate::lexicon::Cue;

/// A number of words or digits and magnitudes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Run {
    /// The index after its last token.
    pub end: usize,
    /// What it amounts to.
    pub value: f64,
    /// The other value of its digits, with the same magnitudes.
    pub reading: Option<f64>,
    /// What the last magnitude multiplied by; 1 where there is none.
    pub magnitude: f64,
    /// What it is made of.
    pub form: Form,
    /// An ending inside its last word.
    pub ending: Option<Part>,
}

/// The unit of a number word: the place of its last digit that is not 0.
fn unit_of(value: f64, twenties: &str) -> f64 {
    // French soixante and quatre-vingt take up to nineteen: soixante-quinze.
    if (value == 60.0 || value == 80.0) && twenties.contains(if value == 60.0 { "60" } else { "80" }) {
        return 20.0;
    }
    let mut unit = 1.0;
    while value >= 20.0 && value % (unit * 10.0) == 0.0 {
        unit *= 10.0;
    }
    unit
}

/// The longest number that begins at token `i`. `of_money` takes symbols that are magnitudes of money only.
pub fn at(line: &Line, i: usize, of_money: bool) -> Option<Run> {
    read(line, i, of_money, f64::INFINITY)
}

/// The same without thousands, millions and the like: what stands behind a decimal point in words.
pub fn below_thousand(line: &Line, i: usize) -> Option<Run> {
    read(line, i, false, 1000.0)
}

fn read(line: &Line, i: usize, of_money: bool, limit: f64) -> Option<Run> {
    let (twenties, joins_from) = (line.settings.twenties, line.settings.joins_from);
    let mut stack = Stack::default();
    let mut run = Run { end: i, value: 0.0, reading: None, magnitude: 1.0, form: Form::Words, ending: None };
    let mut at = i;
    if let Some((digits, end)) = grouped_digits(line, i) {
        stack.add(digits.value, 1.0);
        run.reading = digits.reading;
        run.form = if digits.plain { Form::Plain } else { Form::Digits };
        run.end = end;
        at = end;
    }
    let of_digits = run.end > i;
    for _ in 0..LONGEST {
        let first = at == i;
        // A joiner counts only if what follows it belongs to the number.
        let joiner = if first || of_digits { at } else { joined(line, at, &stack, joins_from) };
        let Some(step) = step(line, joiner, &mut stack, Context { first, of_digits, of_money, twenties, limit }) else {
            break;
        };
        run.end = step.end;
        run.magnitude = step.magnitude;
        run.ending = step.ending;
        if of_digits {
            run.reading = run.reading.map(|r| r * step.magnitude);
            run.form = Form::Digits;
        }
        at = step.end;
        if run.ending.is_some() {
            break;
        }
    }
    if run.end == i {
        return None;
    }
    run.value = stack.sum();
    let single = run.end == i + line.find(i, Cue::NumberArticle).map_or(0, |m| m.len);
    if single && run.form == Form::Words {
        run.form = Form::Article;
    }
    Some(run)
}

struct Context<'a> {
    first: bool,
    of_digits: bool,
    of_money: bool,
    twenties: &'a str,
    /// No magnitude from here on is taken.
    limit: f64,
}

struct Step {
    end: usize,
    magnitude: f64,
    ending: Option<Part>,
}

/// Takes one word or phrase at `i` onto the stack.
fn step(line: &Line, i: usize, stack: &mut Stack, context: Context) -> Option<Step> {
    let Context { first, of_digits, of_money, twenties, limit } = context;
    let of_money = of_money || line.is(i + 1, Cue::CountedInMillions);
    let symbols = [of_money.then_some(Cue::MagnitudeMoney), Some(Cue::MagnitudeSymbol)];
    // `twenty MUSD`: before the code of a currency a symbol multiplies words too.
    if of_digits || !first && line.glued(i) && line.is(i + 1, Cue::Currency) {
        for cue in symbols.into_iter().flatten() {
            // `Mrd.` with its stop is a word of the language; the symbol would leave the stop behind.
            let longer = line.find(i, Cue::Magnitude).map_or(0, |m| m.len);
            if let Some(mark) = line.find(i, cue).filter(|m| m.len >= longer && fits_symbol(line, i)) {
                // `221B Baker Street`: a capital of its own before a name is part of a label.
                let name = line.word(i).len() == 1 && mark.number >= 1e9 && !of_money;
                if name && line.word(i + 1).starts_with(char::is_uppercase) && !line.is(i + 1, Cue::Currency) {
                    return None;
                }
                let end = i + mark.len;
                return stack.multiply(mark.number, true).then_some(Step { end, magnitude: mark.number, ending: None });
            }
        }
    }
    if !first && let Some(mark) = line.find(i, Cue::Magnitude).filter(|m| m.number < limit) {
        let end = i + mark.len;
        // `deux cents` and `3 cents` are numbers; `45 cents`, `1,20 cents` and `quarante-cinq cents` are coins, unless
        // the number goes on.
        let below: f64 = stack.terms.iter().map(|t| t.value).filter(|v| *v < 100.0).sum();
        let least = if of_digits { 10.0 } else { 20.0 };
        let coins = below >= least || stack.sum().fract() != 0.0;
        let goes_on = [Cue::NumberWord, Cue::Fraction, Cue::OrdinalWord].iter().any(|cue| line.is(end, *cue));
        if coins && !goes_on && line.is(i, Cue::CurrencyMinor) {
            return None;
        }
        if stack.multiply(mark.number, of_digits) {
            return Some(Step { end, magnitude: mark.number, ending: None });
        }
    }
    if of_digits {
        return smaller_digits(line, i, stack);
    }
    if let Some(mark) = line.find(i, Cue::NumberWord) {
        let unit = unit_of(mark.number, twenties);
        let step = Step { end: i + mark.len, magnitude: 1.0, ending: None };
        return stack.add(mark.number, unit).then_some(step);
    }
    let whole = |run: &Run| first || matches!(run.ending, None | Some(Part::Ordinal(_) | Part::Added(_)));
    let takes = |run: &Run| !matches!(run.ending, Some(Part::Denominator(_))) && whole(run) && run.magnitude < limit;
    if let Some(run) = compound(line, i).filter(takes) {
        let unit = if run.magnitude > 1.0 { run.magnitude } else { unit_of(run.value, twenties) };
        let step = Step { end: run.end, magnitude: run.magnitude, ending: run.ending };
        return stack.add(run.value, unit).then_some(step);
    }
    if first {
        // `a million`, `eine Million`: the article counts only before a magnitude.
        let article = line.find(i, Cue::NumberArticle)?;
        let mark = line.find(i + article.len, Cue::Magnitude)?;
        stack.multiply(mark.number, false);
        return Some(Step { end: i + article.len + mark.len, magnitude: mark.number, ending: None });
    }
    None
}

/// `4 thousand 3 hundred`, `1 juta 500 ribu`: digits after a magnitude, if a smaller magnitude follows them; and
/// `3 hundred and 21`, what goes on after hundreds.
fn smaller_digits(line: &Line, i: usize, stack: &mut Stack) -> Option<Step> {
    if stack.terms.last()?.unit == 100.0 {
        let at = line.skip(i, Cue::NumberJoiner);
        let word = line.find(at, Cue::NumberWord).map(|mark| (mark.number, at + mark.len));
        let (value, end) = word.or_else(|| Some((grouped_digits(line, at).filter(|d| d.0.plain)?.0.value, at + 1)))?;
        let fits = !line.is(end, Cue::Magnitude) && stack.add(value, 1.0);
        return fits.then_some(Step { end, magnitude: 1.0, ending: None });
    }
    let Some((digits, end)) = grouped_digits(line, i) else { return smaller_words(line, i, stack) };
    let mark = line.find(end, Cue::Magnitude)?;
    let last = stack.terms.last()?;
    let value = digits.value * mark.number;
    if last.unit <= 1.0 || value >= last.unit {
        return None;
    }
    stack.terms.push(Term { value, unit: mark.number });
    Some(Step { end: end + mark.len, magnitude: mark.number, ending: None })
}

/// `6 crore and two hundred`: after a joiner, words of a hundred or more.
fn smaller_words(line: &Line, i: usize, stack: &mut Stack) -> Option<Step> {
    let at = line.skip(i, Cue::NumberJoiner);
    let last = stack.terms.last().filter(|last| at > i && last.unit >= 1000.0 && last.value.fract() == 0.0)?;
    let word = line.find(at, Cue::NumberWord).filter(|m| m.number < 100.0)?;
    let mark = line.find(at + word.len, Cue::Magnitude).filter(|m| (100.0..last.unit).contains(&m.number))?;
    let (value, end) = (word.number * mark.number, at + word.len + mark.len);
    let closes = !line.is(end, Cue::Magnitude) && !line.is(end, Cue::NumberWord) && !line.is(end, Cue::NumberJoiner);
    (closes && stack.add(value, mark.number)).then_some(Step { end, magnitude: 1.0, ending: None })
}

/// A symbol such as `k` belongs to digits that it is glued to or one space away from, and ends a word.
fn fits_symbol(line: &Line, i: usize) -> bool {
    let near = i > line.range.start && line.gap(i - 1).chars().count() <= 2;
    let next = line.word(i + 1);
    let continues = line.glued(i) && (line.is_word(i + 1) || line.is_number(i + 1) || "/^'’".contains(next));
    // `30 MUSD`
    near && (!continues || line.is(i + 1, Cue::Currency))
}

/// The index after a joiner at `at` (`and`, a hyphen), if the number word after it can be added.
fn joined(line: &Line, at: usize, stack: &Stack, joins_from: f64) -> usize {
    let Some(last) = stack.terms.last() else { return at };
    let hyphen = line.is_hyphen(at);
    let mut after = if hyphen { at + 1 } else { line.skip(at, Cue::NumberJoiner) };
    // `vingt-et-un`
    if hyphen && line.is(after, Cue::NumberJoiner) && line.word(after + 1) == line.word(at) {
        after += 2;
    }
    if after == at || !hyphen && last.unit < joins_from {
        return at;
    }
    let (value, end) = match line.find(after, Cue::NumberWord) {
        Some(mark) => (mark.number, after + mark.len),
        None if hyphen && line.is(after, Cue::Magnitude) => return after,
        None => match compound(line, after) {
            // `en driekwart`: a fraction of its own.
            Some(run) if matches!(run.ending, None | Some(Part::Ordinal(_))) => (run.value, run.end),
            _ => return at,
        },
    };
    // After tens French `et` stands before one and eleven only: `vingt et un`.
    let only = if last.unit < 100.0 { line.settings.joins_only } else { "" };
    let may_join = hyphen || only.is_empty() || only.split(' ').any(|v| v.parse() == Ok(value));
    // `six million and two thirds`, `vingt et un cinquième`: what follows is a fraction of its own.
    let single = value == 1.0 && line.is(end, Cue::OrdinalWord);
    let fraction = !hyphen && (last.unit >= 1000.0 || single) && line.is(end, Cue::Fraction);
    // `three hundred and two hundred` are two; `two hundred and two thousand` is one.
    let magnitude = line.find(end, Cue::Magnitude).map_or(1.0, |m| m.number);
    let lifted = magnitude * value < last.unit || magnitude >= 1000.0 || hyphen;
    let stays = value < last.unit && value > 0.0 && lifted;
    if may_join && !fraction && stays { after } else { at }
}

/// The number inside one compound word at `i`.
pub fn compound(line: &Line, i: usize) -> Option<Run> {
    let parts = line.compound(i)?;
    let mut stack = Stack::default();
    let (mut magnitude, mut ending) = (1.0, None);
    let mut parts = parts.iter().copied().peekable();
    while let Some(part) = parts.next() {
        let fits = match part {
            Part::Value(value) => {
                // einundzwanzig: the smaller one stands first.
                let next = if parts.peek() == Some(&Part::And) { parts.clone().nth(1) } else { None };
                match next {
                    Some(Part::Value(tens) | Part::Ordinal(tens)) if value < 10.0 && (20.0..100.0).contains(&tens) => {
                        parts.next();
                        if matches!(parts.next(), Some(Part::Ordinal(_))) {
                            ending = Some(Part::Ordinal(0.0));
                        }
                        stack.add(tens + value, 1.0)
                    }
                    _ => {
                        magnitude = 1.0;
                        stack.add(value, unit_of(value, ""))
                    }
                }
            }
            Part::Times(by) => {
                magnitude = by;
                stack.multiply(by, false)
            }
            Part::And => true,
            Part::Ordinal(value) => {
                ending = Some(Part::Ordinal(0.0));
                if value >= 100.0 { stack.multiply(value, false) } else { stack.add(value, 1.0) }
            }
            // `viereinhalbtausend`
            Part::Added(half) if parts.peek().is_some() => stack.add(half, 0.1),
            // `zweitausendstel`: the word is a denominator as a whole.
            Part::Fraction(part) if part <= 0.01 => {
                ending = Some(Part::Denominator(0.0));
                stack.multiply(1.0 / part, false)
            }
            end @ (Part::Added(_) | Part::Fraction(_) | Part::Denominator(_) | Part::Percent) => {
                ending = Some(end);
                true
            }
        };
        if !fits {
            return None;
        }
    }
    Some(Run { end: i + 1, value: stack.sum(), reading: None, magnitude, form: Form::Words, ending })
}
