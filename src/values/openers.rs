//! Where values may begin.
//!
//! Enters: a [`Line`] and an index. Leaves: whether it is worth trying the rules there; they decide. Knows no rule, only
//! which uses of words open a value and which go on with it or end it.

use super::line::Line;
use crate::lexicon::{Cue, CueSet};
use crate::text::TokenKind;

/// Whether a number or a time may begin at token `i`: at digits, at a word or sign that the language's numbers
/// and times use other than behind or between their parts, at a mark glued to what follows or before digits.
/// Most tokens are none of these, and every rule would look at them in vain.
pub(super) fn value(line: &Line, i: usize) -> bool {
    let word = line.word(i);
    match line.kind(i) {
        TokenKind::Word => line.cues(i).meets(&OPENING) || may_be_roman(word) || line.compound(i).is_some(),
        TokenKind::Mark => line.glued(i) || line.is_number(i + 1) || line.cues(i).meets(&OPENING),
        _ => true,
    }
}

/// The same of a time alone.
pub(super) fn time(line: &Line, i: usize) -> bool {
    line.kind(i) == TokenKind::Number
        || line.kind(i) == TokenKind::Mark && line.glued(i) && line.is_number(i + 1)
        || line.kind(i) == TokenKind::Word && line.marks(i).is_empty()
        || line.cues(i).meets(&OPENING_TIMES)
        || line.compound(i).is_some()
        || may_be_roman(line.word(i))
}

/// Whether a word begins as a Roman numeral of a century does: `XIXe`, `IV`, but not `In`. It is no word of the
/// lexicon.
fn may_be_roman(word: &str) -> bool {
    let mut letters = word.chars();
    let numeral = matches!(letters.next(), Some('I' | 'V' | 'X'));
    numeral && letters.next().is_none_or(|c| !c.is_lowercase() || matches!(c, 'e' | 'è' | 'o' | 'a' | 'º' | 'ª'))
}

const fn all_that_open(times_only: bool) -> CueSet {
    let mut set = CueSet::EMPTY;
    let mut at = 0;
    while at < Cue::ALL.len() {
        let cue = Cue::ALL[at];
        if opens(cue) && !(times_only && counts_only(cue)) {
            set = set.with(cue);
        }
        at += 1;
    }
    set
}

/// What opens values, and what opens times among it.
static OPENING: CueSet = all_that_open(false);
static OPENING_TIMES: CueSet = all_that_open(true);

/// Whether numbers and times begin with phrases of this use, rather than go on or end with them.
const fn opens(cue: Cue) -> bool {
    let of_values = cue as usize >= Cue::NumberWord as usize && cue as usize <= Cue::Zone as usize;
    let never_first = matches!(
        cue,
        Cue::OrdinalSuffix
            | Cue::CountedInMillions
            | Cue::Denominator
            | Cue::NumberJoiner
            | Cue::NumberOf
            | Cue::NumberPoint
            | Cue::Power
            | Cue::Ratio
            | Cue::RatioOfOne
            | Cue::RangeJoiner
            | Cue::RangeOr
            | Cue::RangeAnd
            | Cue::RangeFrom
            | Cue::ComparatorAfter
            | Cue::Possibility
            | Cue::ShiftAfter
            | Cue::Ago
            | Cue::Later
            | Cue::Earlier
            | Cue::NarrativeShiftAfter
            | Cue::Ahead
            | Cue::DateJoiner
            | Cue::DatePreposition
            | Cue::YearPreposition
            | Cue::LengthAdjective
            | Cue::DateMark
            | Cue::DecadeMark
            | Cue::BeforeEra
            | Cue::ClockShift
            | Cue::ClockTail
            | Cue::ClockTailJoiner
            | Cue::LengthShift
            | Cue::Zone
    );
    of_values && !never_first
}

/// Whether only figures begin with phrases of this use, and no times.
const fn counts_only(cue: Cue) -> bool {
    matches!(
        cue,
        Cue::NotNumber
            | Cue::NumberLabel
            | Cue::MagnitudeSymbol
            | Cue::MagnitudeMoney
            | Cue::Percent
            | Cue::PercentPoint
            | Cue::Unit
            | Cue::Currency
            | Cue::CurrencyAfter
            | Cue::CurrencyMinor
    )
}
