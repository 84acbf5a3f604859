//! Where values may begin.
//!
//! Enters: a [`Line`] or a reading, and an index. Leaves: whether it is worth trying the rules there; they decide.
//! Knows no rule, only which uses of words open a value and which go on with it or end it.

use super::line::Line;
use crate::lexicon::{Cue, CueSet, Reading};
use crate::text::TokenKind;
use std::ops::Range;

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

/// The same of a time alone. Words such as `a`, `by` and `this` open one only before what a time is told in.
pub(super) fn time(line: &Line, i: usize) -> bool {
    let cues = line.cues(i);
    let sign = line.kind(i) == TokenKind::Mark && line.glued(i) && line.is_number(i + 1) && !cues.has(Cue::Currency);
    let ahead = || (i + 1..=i + REACH).any(|at| tells_time(line, at));
    sign || tells_time(line, i) && (!cues.has(Cue::NumberArticle) || ahead()) || cues.meets(&BEFORE_TIMES) && ahead()
}

/// Whether token `i` may be what a time is told in: a number, a unit, the name of a day or month.
fn tells_time(line: &Line, i: usize) -> bool {
    line.kind(i) == TokenKind::Number
        || line.cues(i).meets(&TELLING_TIMES)
        || line.compound(i).is_some()
        || may_be_roman(line.word(i))
}

/// What full dates are told by, beside digits alone.
static DATES: CueSet = CueSet::EMPTY.with(Cue::Month).with(Cue::MonthWeak).with(Cue::Holiday).with(Cue::DateMark);

/// Whether a day with its month and year may be told in `range`: by a name or mark of them, or by numbers parted in the
/// ways of dates.
pub(super) fn full_date(reading: &Reading, range: Range<usize>) -> bool {
    range.clone().any(|i| {
        let word = reading.word(i);
        let parted = || word.matches('.').count() == 2 || word.chars().any(char::is_alphabetic);
        let goes_on = || reading.glued(i) && matches!(reading.word(i + 1), "/" | "-" | "‐" | "‑" | ".");
        reading.cues(i).meets(&DATES) || reading.kind(i) == TokenKind::Number && (parted() || goes_on())
    })
}

/// Whether a word begins as a Roman numeral of a century does: `XIXe`, `IV`, but not `In`. It is no word of the
/// lexicon.
fn may_be_roman(word: &str) -> bool {
    let mut letters = word.chars();
    let numeral = matches!(letters.next(), Some('I' | 'V' | 'X'));
    numeral && letters.next().is_none_or(|c| !c.is_lowercase() || matches!(c, 'e' | 'è' | 'o' | 'a' | 'º' | 'ª'))
}

/// How many tokens may stand between the first of a time and what it is told in: `by no later than the 5th`.
const REACH: usize = 6;

/// What a use that opens values does for times.
#[derive(Clone, Copy)]
enum Part {
    /// Nothing: figures only begin with it.
    Figure,
    /// It stands before what tells the time.
    Before,
    /// It may tell one.
    Telling,
}

/// The opening uses that play this part.
const fn all_that_open(part: Part) -> CueSet {
    let mut set = CueSet::EMPTY;
    let mut at = 0;
    while at < Cue::ALL.len() {
        let cue = Cue::ALL[at];
        if opens(cue) && part_of_times(cue) as usize == part as usize {
            set = set.with(cue);
        }
        at += 1;
    }
    set
}

static BEFORE_TIMES: CueSet = all_that_open(Part::Before);
static TELLING_TIMES: CueSet = all_that_open(Part::Telling);
static OPENING: CueSet = all_that_open(Part::Figure).and(&BEFORE_TIMES).and(&TELLING_TIMES);

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

/// The part that a use which opens values plays in times.
const fn part_of_times(cue: Cue) -> Part {
    match cue {
        Cue::NotNumber
        | Cue::NumberLabel
        | Cue::MagnitudeSymbol
        | Cue::MagnitudeMoney
        | Cue::Percent
        | Cue::PercentPoint
        | Cue::Unit
        | Cue::Currency
        | Cue::CurrencyAfter
        | Cue::CurrencyMinor => Part::Figure,
        Cue::NumberArticle
        | Cue::OrdinalPrefix
        | Cue::Negative
        | Cue::EveryNth
        | Cue::RangeOpener
        | Cue::Comparator
        | Cue::Shift
        | Cue::PartOf
        | Cue::AgoBefore
        | Cue::AheadBefore
        | Cue::AheadPlanned
        | Cue::NarrativeShift
        | Cue::Every
        | Cue::DecadeBefore
        | Cue::ClockBefore => Part::Before,
        _ => Part::Telling,
    }
}
