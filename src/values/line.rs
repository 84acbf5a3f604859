//! The tokens that values are read from: one range of a reading, with digits and letters parted.
//!
//! Enters: a reading, a range of its tokens and the lexicon that holds there. Leaves: a [`Line`], whose tokens are
//! parted as `parting.rs` says. Knows no rule.

use super::compounds::{self, Part};
use super::digits::{Separators, digit};
use super::parting;
use super::settings::Settings;
use super::types::Number;
use crate::lexicon::{Cue, CueSet, Lexicon, Mark, Reading};
use crate::text::{Span, TokenKind};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::ops::Range;

/// How many numbers a line remembers: rules look a few tokens ahead and come back.
const REMEMBERED: usize = 8;

/// What a number before it measures or multiplies, other than time.
pub static MEASURES: CueSet = CueSet::EMPTY
    .with(Cue::Percent)
    .with(Cue::PercentPoint)
    .with(Cue::Magnitude)
    .with(Cue::MagnitudeSymbol)
    .with(Cue::MagnitudeMoney)
    .with(Cue::Unit)
    .with(Cue::Currency)
    .with(Cue::CurrencyAfter)
    .with(Cue::CurrencyMinor);

type Memory = [Option<(usize, Option<Number>)>; REMEMBERED];

/// A range of tokens, one sentence as a rule.
pub struct Line<'r, 't> {
    coarse: &'r Reading<'t>,
    fine: Option<Reading<'t>>,
    /// The range, as indices of the line's own tokens.
    pub range: Range<usize>,
    /// What parts the decimals here.
    pub separators: Separators,
    /// How the language reads numbers and times.
    pub settings: Settings,
    /// The uses of all phrases in it, be it that they end beyond.
    told: CueSet,
    /// The words that are number words glued together, by token, with their parts.
    compounds: FxHashMap<usize, Vec<Part>>,
    memory: RefCell<Memory>,
}

impl<'r, 't> Line<'r, 't> {
    /// The line of `range`.
    pub fn new(
        reading: &'r Reading<'t>,
        range: Range<usize>,
        lexicon: &'r Lexicon,
        separators: Separators,
    ) -> Line<'r, 't> {
        let range = range.start.min(reading.tokens.len())..range.end.min(reading.tokens.len());
        let text = reading.text;
        let settings = Settings::of(lexicon);
        let memory = RefCell::default();
        let line = |fine: Option<Reading<'t>>, range: Range<usize>| {
            let read = fine.as_ref().unwrap_or(reading);
            let compounds = compounds_in(read, range.clone(), lexicon);
            let told = range.clone().fold(CueSet::EMPTY, |told, i| told.and(read.cues(i)));
            Line { coarse: reading, fine, range, separators, settings, told, compounds, memory }
        };
        let Some(parts) = parting::parted(text, &reading.tokens[range.clone()], lexicon) else {
            return line(None, range);
        };
        let all = 0..parts.len();
        // A lexicon lives as long as the program; the one handed in is found again by its code.
        let fine = Reading::new(text, parts, [(all.clone(), Lexicon::of(lexicon.code))]);
        line(Some(fine), all)
    }

    #[inline]
    fn reading(&self) -> &Reading<'t> {
        self.fine.as_ref().unwrap_or(self.coarse)
    }

    /// The parts of the compound number word at token `i`.
    pub fn compound(&self, i: usize) -> Option<&[Part]> {
        if self.compounds.is_empty() { None } else { self.compounds.get(&i).map(Vec::as_slice) }
    }

    /// The number at token `i`, as it was read before or as `read` reads it now.
    pub fn remembered(&self, i: usize, read: impl FnOnce() -> Option<Number>) -> Option<Number> {
        if let Some((at, number)) = &self.memory.borrow()[i % REMEMBERED]
            && *at == i
        {
            return number.clone();
        }
        let number = read();
        self.memory.borrow_mut()[i % REMEMBERED] = Some((i, number.clone()));
        number
    }

    /// The source text.
    pub fn text(&self) -> &'t str {
        self.coarse.text
    }

    /// Whether token `i` is in the line.
    #[inline]
    pub fn has(&self, i: usize) -> bool {
        self.range.contains(&i)
    }

    /// The characters of token `i`, `""` outside the line.
    #[inline]
    pub fn word(&self, i: usize) -> &'t str {
        if self.has(i) { self.reading().word(i) } else { "" }
    }

    /// What token `i` is made of; a mark outside the line.
    #[inline]
    pub fn kind(&self, i: usize) -> TokenKind {
        if self.has(i) { self.reading().kind(i) } else { TokenKind::Mark }
    }

    /// Whether token `i` is a word.
    #[inline]
    pub fn is_word(&self, i: usize) -> bool {
        self.kind(i) == TokenKind::Word
    }

    /// Whether token `i` begins with a digit.
    #[inline]
    pub fn is_number(&self, i: usize) -> bool {
        self.kind(i) == TokenKind::Number && self.word(i).starts_with(|c| digit(c).is_some())
    }

    /// Whether no white space lies between tokens `i` and `i + 1` of the line.
    #[inline]
    pub fn glued(&self, i: usize) -> bool {
        self.has(i) && self.has(i + 1) && self.reading().glued(i)
    }

    /// Whether no white space lies between token `i` and the one before it in the line.
    pub fn glued_before(&self, i: usize) -> bool {
        i > self.range.start && self.glued(i - 1)
    }

    /// Whether token `i` is a word of a script that parts words by spaces, so that digits glued to it are one name
    /// with it: `A320`, but not `全2部`.
    pub fn is_spaced_word(&self, i: usize) -> bool {
        self.is_word(i) && !self.word(i).starts_with(unspaced)
    }

    /// What lies between token `i` and the next: white space or nothing.
    pub fn gap(&self, i: usize) -> &'t str {
        match self.reading().tokens.get(i..i + 2) {
            Some([a, b]) if self.has(i + 1) => &self.text()[a.span().end..b.span().start],
            _ => "",
        }
    }

    /// The span in bytes of tokens.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.reading().span(tokens)
    }

    /// The uses of all phrases that begin at token `i`, be it that they end beyond the line.
    #[inline]
    pub fn cues(&self, i: usize) -> &CueSet {
        if self.has(i) { self.reading().cues(i) } else { &CueSet::EMPTY }
    }

    /// Whether a phrase of one of these uses begins in the line at all: most lines have none, and rules that need one
    /// have nothing to look for.
    #[inline]
    pub fn tells(&self, cues: &CueSet) -> bool {
        self.told.meets(cues)
    }

    /// All marks that begin at token `i`.
    #[inline]
    pub fn marks(&self, i: usize) -> &[Mark] {
        if self.has(i) { self.reading().marks(i) } else { &[] }
    }

    /// The longest phrase of this use that begins at `i` and ends in the line.
    pub fn find(&self, i: usize, cue: Cue) -> Option<Mark> {
        if !self.cues(i).has(cue) {
            return None;
        }
        let end = self.range.end;
        self.marks(i).iter().copied().find(|m| m.cue == cue && i + m.len <= end)
    }

    /// Whether a phrase of this use begins at `i`.
    pub fn is(&self, i: usize, cue: Cue) -> bool {
        self.find(i, cue).is_some()
    }

    /// Whether a phrase of one of these uses begins at `i`.
    pub fn is_any(&self, i: usize, cues: &CueSet) -> bool {
        self.cues(i).meets(cues) && self.marks(i).iter().any(|m| cues.has(m.cue) && i + m.len <= self.range.end)
    }

    /// Whether something stands at `i` that a number before it measures.
    pub fn measures(&self, i: usize) -> bool {
        self.is_any(i, &MEASURES) || self.is(i, Cue::TimeUnit)
    }

    /// The TIMEX3 value of the part of the day that token `i`, the name of a weekday, ends with: `Montagabend`.
    pub fn day_part_inside(&self, i: usize) -> Option<&'static str> {
        /// The shortest name of a weekday before such a part: `Montag`, but not the `Sonn` of `Sonnabend`.
        const DAY: usize = 6;
        let mut parts = self.settings.day_parts.split(' ').filter(|_| self.is(i, Cue::Weekday));
        while let (Some(part), Some(value)) = (parts.next(), parts.next()) {
            if self.word(i).ends_with(part) && self.word(i).len() >= DAY + part.len() {
                return Some(value);
            }
        }
        None
    }

    /// Whether token `i` is a hyphen.
    pub fn is_hyphen(&self, i: usize) -> bool {
        matches!(self.word(i), "-" | "‐" | "‑")
    }

    /// The index after a hyphen at `i`; `i` itself where there is none.
    pub fn after_hyphen(&self, i: usize) -> usize {
        i + usize::from(self.is_hyphen(i))
    }

    /// The index after the phrase of this use that begins at `i`; `i` itself where there is none.
    pub fn skip(&self, i: usize, cue: Cue) -> usize {
        self.find(i, cue).map_or(i, |m| i + m.len)
    }

    /// The index after the phrase of one of these uses that begins at `i`.
    pub fn skip_any(&self, i: usize, cues: &[Cue]) -> usize {
        cues.iter().map(|cue| self.skip(i, *cue)).max().unwrap_or(i)
    }

    /// Whether a phrase of this use ends just before token `i`. Looks at most four tokens back: no phrase that
    /// is asked for in this way is longer.
    pub fn ends_before(&self, i: usize, cue: Cue) -> Option<usize> {
        (1..=4)
            .filter_map(|n| i.checked_sub(n))
            .find(|start| self.has(*start) && self.marks(*start).iter().any(|m| m.cue == cue && start + m.len == i))
    }

    /// The first index at or after `i` whose token begins at byte `at` or later.
    pub fn after_byte(&self, i: usize, at: usize) -> usize {
        let tokens = &self.reading().tokens[..self.range.end];
        i.max(tokens.partition_point(|t| t.span().start < at))
    }
}

/// Letters of scripts written without spaces: Thai, Lao, Myanmar, Khmer, and from the CJK radicals on Han, Kana
/// and the rest of East Asia (the blocks of the Unicode Standard).
fn unspaced(letter: char) -> bool {
    matches!(letter, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{2E80}'..='\u{D7FF}' | '\u{20000}'..)
}

fn compounds_in(reading: &Reading, range: Range<usize>, lexicon: &Lexicon) -> FxHashMap<usize, Vec<Part>> {
    let words = range.filter(|i| reading.kind(*i) == TokenKind::Word);
    words.filter_map(|i| Some((i, compounds::parts(lexicon, reading.word(i))?))).collect()
}
