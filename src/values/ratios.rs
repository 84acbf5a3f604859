//! Shares told by two counts: `one in five`, `1 von 3`, `un Français sur dix`, `dua per tiga`.
//!
//! Enters: a [`Line`] and a number read there. Leaves: that number, or the share. Knows nothing of fractions.

use super::fractions::share;
use super::line::Line;
use super::types::{Form, Number};
use super::words;
use crate::lexicon::Cue;

/// The number with what it is a share of, if the second is larger.
pub(super) fn ratio(line: &Line, number: Number) -> Number {
    let end = number.tokens.end;
    let one = number.value == 1.0;
    let of_one = line.find(end, Cue::RatioOfOne);
    let told = line.find(end, Cue::Ratio).or(of_one).map(|joiner| (joiner, end + joiner.len));
    let (joiner, start) = match told {
        Some(told) => told,
        None => match one.then(|| line.find(end + 1, Cue::Ratio)).flatten() {
            // `un Français sur dix`: one word between, no other after it.
            Some(joiner) if line.is_word(end) && !line.is(end, Cue::FunctionWord) => (joiner, end + 1 + joiner.len),
            _ => return number,
        },
    };
    let start = line.skip(start, Cue::EveryNth);
    let Some(of) = words::at(line, start, false).filter(|n| n.form != Form::Article && n.ending.is_none()) else {
        return number;
    };
    let between = told.is_none();
    let closes = !line.is_word(of.end) || line.is(of.end, Cue::FunctionWord);
    if between && (!closes || of.value > 100.0) {
        return number;
    }
    // `three in five`: beside one, small counts of a round or a small whole.
    let few = number.value < 10.0 && of.form == Form::Words && number.form == Form::Words;
    let small = of.value <= 10.0 || [20.0, 100.0, 1000.0].contains(&of.value);
    if joiner.cue == Cue::RatioOfOne && !one && !(few && small) {
        return number;
    }
    let whole = number.value.fract() == 0.0 && number.value >= 1.0;
    let percent = line.is(of.end, Cue::Percent) && joiner.cue == Cue::RatioOfOne;
    let measured = line.is(of.end, Cue::TimeUnit) || percent || line.is(of.end, Cue::Currency);
    let continues = line.glued(of.end - 1) && line.is_word(of.end);
    if !whole || of.value <= number.value || measured || continues || of.value < 2.0 {
        return number;
    }
    // "150 of 900 to 750" is a change, "46 of 120" two counts: where the words between also mean of or from, a
    // ratio is told over a small or a round whole.
    let open = line.is(end, Cue::NumberOf);
    let digits = of.value / 10f64.powi(of.value.log10().floor() as i32);
    if line.is(of.end, Cue::To) || open && of.value > 20.0 && digits.fract().abs() > 1e-9 {
        return number;
    }
    let value = number.value / of.value;
    share(number.with(of.end, value, "ratio"))
}
