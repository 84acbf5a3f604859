//! Where values may begin.
//!
//! Enters: a [`Line`] and an index. Leaves: whether it is worth trying the rules there; they decide. Knows no rule, only
//! which uses of words open a value and which go on with it or end it.

use super::line::Line;
use crate::lexicon::Cue;
use crate::text::TokenKind;

/// Whether a number or a time may begin at token `i`: at digits, at a word or sign that the language's numbers
/// and times use other than behind or between their parts, at a mark glued to what follows or before digits.
/// Most tokens are none of these, and every rule would look at them in vain.
pub(super) fn value(line: &Line, i: usize) -> bool {
    let word = line.word(i);
    match line.kind(i) {
        TokenKind::Word => {
            // `XIXe` is no word of the lexicon.
            line.marks(i).iter().any(|m| opens(m.cue))
                || word.starts_with(['I', 'V', 'X'])
                || line.compound(i).is_some()
        }
        TokenKind::Mark => line.glued(i) || line.is_number(i + 1) || line.marks(i).iter().any(|m| opens(m.cue)),
        _ => true,
    }
}

/// The same of a time alone.
pub(super) fn time(line: &Line, i: usize) -> bool {
    line.kind(i) == TokenKind::Number
        || line.kind(i) == TokenKind::Mark && line.glued(i) && line.is_number(i + 1)
        || line.kind(i) == TokenKind::Word && line.marks(i).is_empty()
        || line.marks(i).iter().any(|m| opens(m.cue) && !counts_only(m.cue))
        || line.compound(i).is_some()
        || line.word(i).starts_with(['I', 'V', 'X'])
}

/// Whether numbers and times begin with phrases of this use, rather than go on or end with them.
fn opens(cue: Cue) -> bool {
    let of_values = (Cue::NumberWord as usize..=Cue::Zone as usize).contains(&(cue as usize));
    let never_first = matches!(
        cue,
        Cue::OrdinalSuffix
            | Cue::Denominator
            | Cue::NumberJoiner
            | Cue::NumberOf
            | Cue::NumberPoint
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
fn counts_only(cue: Cue) -> bool {
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
