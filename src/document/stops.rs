//! Whether a full stop ends a sentence: abbreviations, initials, ordinals, case.
//!
//! Enters: a full stop among its tokens. Leaves: a verdict. Knows nothing of quotations or lists.

use crate::lexicon::{Cue, CueSet, Lexicon, Reading};
use crate::text::TokenKind;
use crate::text::tokens::elision;
use std::ops::Range;

/// So many tokens back from a stop a phrase that ends with it is sought: the longest abbreviations ("z. B.") have
/// four.
const LONGEST_ABBREVIATION: usize = 4;

/// The tokens of a block, as the judgement of stops sees them.
pub struct Stops<'r, 't> {
    reading: &'r Reading<'t>,
    /// The block's tokens.
    pub range: Range<usize>,
    /// Whether the language writes ordinals with a stop.
    pub ordinal_dot: bool,
}

/// What stands after a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// A word in lower case.
    Lower,
    /// A word with a capital.
    Capital,
    /// Letters without case, symbols, emoji.
    Uncased,
    /// A number.
    Number,
    /// A mark that never begins a sentence.
    Mark,
}

impl<'r, 't> Stops<'r, 't> {
    /// The tokens in `range`, judged with the words of `lexicon`.
    pub fn new(reading: &'r Reading<'t>, range: Range<usize>, lexicon: &Lexicon) -> Self {
        let ordinal_dot = lexicon.setting("sentences.ordinal_dot") == "yes";
        Stops { reading, range, ordinal_dot }
    }

    /// The characters of token `i`, `""` outside the block.
    pub fn word(&self, i: usize) -> &'t str {
        if self.range.contains(&i) { self.reading.word(i) } else { "" }
    }

    /// What token `i` is made of; a mark outside the block.
    pub fn kind(&self, i: usize) -> TokenKind {
        if self.range.contains(&i) { self.reading.kind(i) } else { TokenKind::Mark }
    }

    /// Whether white space, or the edge of the block, parts token `i` from the one before.
    pub fn spaced(&self, i: usize) -> bool {
        i <= self.range.start || i >= self.range.end || !self.reading.glued(i - 1)
    }

    /// Whether token `i` begins a word of reporting.
    pub fn reports(&self, i: usize) -> bool {
        self.reading.is(i, Cue::ReportingVerb)
    }

    /// Whether token `i` of the block begins a phrase of this use.
    #[inline]
    pub fn is(&self, i: usize, cue: Cue) -> bool {
        self.range.contains(&i) && self.reading.is(i, cue)
    }

    /// Whether a phrase of this use ends before token `i`; phrases as long as abbreviations are found.
    pub fn ends(&self, i: usize, cue: Cue) -> bool {
        let first = self.range.start.max(i.saturating_sub(LONGEST_ABBREVIATION));
        (first..i).any(|j| self.reading.marks(j).iter().any(|m| m.cue == cue && j + m.len == i))
    }

    /// Whether token `i` begins a phrase of one of these uses.
    pub fn are(&self, i: usize, cues: &CueSet) -> bool {
        self.reading.cues(i).meets(cues)
    }

    /// What token `next` is to a stop before it.
    pub fn follows(&self, next: usize) -> Follows {
        match self.kind(next) {
            TokenKind::Number => Follows::Number,
            TokenKind::Word => match self.word(next).chars().next() {
                Some(c) if c.is_lowercase() => Follows::Lower,
                Some(c) if c.is_uppercase() => Follows::Capital,
                _ => Follows::Uncased,
            },
            TokenKind::Mark => match self.word(next) {
                // `5 Mrd. €, das`, but not `€5`.
                "€" if self.kind(next + 1) != TokenKind::Number => Follows::Mark,
                "," | ";" | ":" | "·" | ")" | "]" | "/" | "%" | "=" | "&" | "+" | "”" | "»" | "›" | ">" => {
                    Follows::Mark
                }
                _ => Follows::Uncased,
            },
        }
    }

    /// Whether the full stop `i` ends a sentence. `next` is the first token after it that is no opening mark;
    /// `glued`: no space before it; `closed`: closing marks stand between; `opened`: opening marks do; `plain`:
    /// other terminators or brackets follow the stop, so that it belongs to no abbreviation.
    #[allow(clippy::too_many_arguments, reason = "each says another thing of one position")]
    pub fn is_full_stop(
        &self,
        i: usize,
        next: usize,
        follows: Follows,
        glued: bool,
        closed: bool,
        opened: bool,
        plain: bool,
    ) -> bool {
        if i == self.range.start {
            return false;
        }
        let before = i - 1;
        let adjoins = !self.spaced(i);
        if glued {
            return self.is_missing_space(before, next, adjoins, opened);
        }
        if follows == Follows::Mark {
            return false;
        }
        let abbreviated = if adjoins && !plain { self.abbreviation(before, i, next, follows) } else { None };
        if closed {
            return follows != Follows::Lower && (abbreviated != Some(true) || self.starts(next) || opened);
        }
        match abbreviated {
            Some(goes_on) => !goes_on,
            None if follows == Follows::Lower => !opened && adjoins && self.is_noisy_end(before, next),
            None => true,
        }
    }

    /// Whether a space is missing after the stop behind `before`: "katanya.Dia", "chegou.A casa", "in 2019.Profits".
    /// `adjoins`: none stands before the stop either; `opened`: opening marks stand between.
    fn is_missing_space(&self, before: usize, next: usize, adjoins: bool, opened: bool) -> bool {
        let (left, right) = (self.word(before), self.word(next));
        let plain = |w: &str| w.chars().skip(1).all(|c| c.is_lowercase());
        let starts = self.starts(next);
        let begins = right.starts_with(char::is_uppercase) && plain(right);
        if !adjoins || !begins {
            return begins && starts && (!opened || !adjoins);
        }
        let ends = match self.kind(before) {
            TokenKind::Word => {
                plain(left) && (left.chars().nth(2).is_some() || starts && self.is(before, Cue::FunctionWord))
            }
            // "3.Liga", "5.November" are ordinals.
            TokenKind::Number => starts || !self.ordinal_dot && left.len() > 1 && !self.reading.is(next, Cue::Month),
            TokenKind::Mark => matches!(left, "%" | ")" | "”" | "»"),
        };
        let article = || self.spaced(next + 1) && starts && self.follows(next + 1) == Follows::Lower;
        ends && (right.chars().nth(1).is_some() || article())
    }

    /// Whether the stop after `before` belongs to an abbreviation, an initial or an ordinal (`true`: the sentence
    /// goes on), certainly ends a sentence (`false`), or neither.
    fn abbreviation(&self, before: usize, stop: usize, next: usize, follows: Follows) -> Option<bool> {
        let word = self.word(before);
        let starter = self.starts(next);
        if self.kind(before) == TokenKind::Number {
            return self.ordinal(before, next, follows);
        }
        let letter = word.chars().nth(1).is_none();
        // "120 °C.", "ICTY-a.": a letter that hangs on another token is no initial.
        let hangs = !self.spaced(before) && !self.opens(before - 1);
        if letter && hangs && self.word(before - 1) == "°" {
            return None;
        }
        if let Some(cue) = self.listed(stop) {
            return Some(match cue {
                Cue::Abbreviation | Cue::Honorific => true,
                Cue::AbbreviationNumber if follows == Follows::Number => true,
                Cue::AbbreviationNumber => {
                    follows == Follows::Lower || self.is_roman(next) || word.len() == 1 && !starter
                }
                _ => follows == Follows::Lower || !starter && matches!(follows, Follows::Number | Follows::Capital),
            });
        }
        if let Some(letter) = word.chars().next().filter(|_| letter) {
            if hangs || !letter.is_alphabetic() {
                return None;
            }
            let cased = letter.is_uppercase() || letter.is_lowercase();
            return cased.then_some(!(starter || letter.is_uppercase() && follows == Follows::Number));
        }
        if word.contains('.') {
            let short = word.split('.').all(|part| part.chars().count() <= 2);
            return short.then_some(matches!(follows, Follows::Lower | Follows::Number) || !starter);
        }
        if self.ordinal_dot && self.is_roman(before) {
            return Some(!starter);
        }
        (follows != Follows::Lower && self.looks_abbreviated(word)).then_some(!starter)
    }

    /// The use of the listed phrase that ends with the stop: of several the one that may end a sentence.
    fn listed(&self, stop: usize) -> Option<Cue> {
        let first = self.range.start.max((stop + 1).saturating_sub(LONGEST_ABBREVIATION));
        let marks = (first..stop).flat_map(|i| self.reading.marks(i).iter().map(move |m| (i, i + m.len, m.cue)));
        // "in." is a measure behind a number only.
        let counted = |i: usize, cue: Cue| cue != Cue::Unit || self.kind(i.wrapping_sub(1)) == TokenKind::Number;
        let rank = |cue: Cue| match cue {
            Cue::AbbreviationFinal => 4,
            Cue::Abbreviation | Cue::Honorific => 3,
            Cue::AbbreviationNumber => 2,
            _ => 1,
        };
        let ending = marks.filter(|(i, end, cue)| *end == stop + 1 && counted(*i, *cue));
        ending.map(|(_, _, cue)| cue).max_by_key(|cue| rank(*cue))
    }

    /// "5. November", "im 19. Jahrhundert", where the language writes ordinals with a stop.
    fn ordinal(&self, before: usize, next: usize, follows: Follows) -> Option<bool> {
        let digits = self.word(before).len();
        let month = self.reading.is(next, Cue::Month);
        if before == self.range.start && digits <= 3 {
            return Some(true);
        }
        if !self.ordinal_dot || digits > 3 {
            return month.then_some(digits <= 2);
        }
        if month || matches!(follows, Follows::Lower | Follows::Number) {
            return Some(true);
        }
        let led = before > self.range.start
            && (self.reading.is(before - 1, Cue::FunctionWord)
                || matches!(self.word(before - 1), "." | "-" | "–")
                || self.is_roman(before - 1));
        (led && !self.starts(next)).then_some(true)
    }

    /// Short words without a vowel are no words: `str.`, `bld.`, `Hlm.`. Only of cased scripts.
    fn looks_abbreviated(&self, word: &str) -> bool {
        const VOWELS: &str = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœąęįųūėēīāőűıăаеёиоуыэюяієїαεηιουωάέήίόύώ";
        (2..=4).contains(&word.chars().count())
            && word.chars().all(|c| c.is_lowercase() || c.is_uppercase())
            && word.chars().any(char::is_lowercase)
            && !word.to_lowercase().chars().any(|c| VOWELS.contains(c))
    }

    /// A stop before lower case ends a sentence where a plain word stands before it and a word that begins
    /// sentences after it, as in hasty writing.
    fn is_noisy_end(&self, before: usize, next: usize) -> bool {
        let word = self.word(before);
        let plain = word.chars().count() >= 3 && word.chars().all(char::is_lowercase) && !self.looks_abbreviated(word);
        (plain || self.reading.is(before, Cue::FunctionWord)) && self.reading.is(next, Cue::FunctionWord)
    }

    /// Whether token `i` is a mark that opens a quotation or a bracket.
    fn opens(&self, i: usize) -> bool {
        self.spaced(i) && matches!(self.word(i), "\"" | "'" | "“" | "„" | "«" | "‘" | "‚" | "(" | "[")
    }

    /// Whether token `i` is a word that begins sentences and is hardly ever a name.
    pub fn starts(&self, i: usize) -> bool {
        self.reading.is(i, Cue::SentenceStarter) || is_elided(self.word(i))
    }

    fn is_roman(&self, i: usize) -> bool {
        let word = self.word(i);
        !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
    }
}

/// Whether a word is an elided article or pronoun with a word in lower case behind it: `L'arrêté`, not `L'Aquila`.
pub fn is_elided(word: &str) -> bool {
    let Some((first, rest)) = elision(word).map(|at| word.split_at(at)) else { return false };
    // Of one letter and the apostrophe: "Mu'awiyah" is a name.
    let letter = first.starts_with(char::is_uppercase) && first.chars().nth(2).is_none();
    letter && rest.chars().nth(2).is_some() && rest.chars().all(char::is_lowercase)
}
