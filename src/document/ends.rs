//! Where sentences end.
//!
//! Enters: a reading and the tokens of a block. Leaves: the ends of its sentences, as positions between tokens.
//! Knows nothing of blocks.
//!
//! After UAX #29: a candidate is a run of terminators with the closing marks after it. What stands before and
//! after the run decides: abbreviations, initials, ordinals and lower case continue a sentence. UAX #29 alone
//! ends one after "Dr." and does not end one before a lower-case letter.

use crate::lexicon::{Cue, Lexicon, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// So many tokens back from a stop a phrase that ends with it is sought: the longest abbreviations ("z. B.") have
/// four.
const LONGEST_ABBREVIATION: usize = 4;
/// So many tokens a run of terminators and closing marks may have; a longer one ends here and another begins.
const LONGEST_RUN: usize = 12;
/// So many opening marks may stand before the first word of a sentence.
const OPENERS: usize = 4;

/// The ends of the sentences in a range of tokens, in order; the end of the range itself is not among them.
pub struct Ends<'r, 't> {
    reading: &'r Reading<'t>,
    range: Range<usize>,
    at: usize,
    ordinal_dot: bool,
    greek: bool,
    /// Straight quotation marks seen since the range began: an odd number means one is open.
    straight: usize,
}

/// What a terminator is, by how sure an end it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// `.`
    Full,
    /// `…`, `...`
    Ellipsis,
    /// `!`, `?`
    Strong,
    /// `。` and other marks that serve for nothing else.
    Only,
}

impl<'r, 't> Ends<'r, 't> {
    /// The ends in `range`, judged with the words of `lexicon`.
    pub fn new(reading: &'r Reading<'t>, range: Range<usize>, lexicon: &Lexicon) -> Self {
        Ends {
            reading,
            at: range.start,
            range,
            ordinal_dot: lexicon.setting("sentences.ordinal_dot") == "yes",
            greek: lexicon.code == "ell",
            straight: 0,
        }
    }

    fn word(&self, i: usize) -> &'t str {
        if self.range.contains(&i) { self.reading.word(i) } else { "" }
    }

    fn stop(&self, i: usize) -> Option<Stop> {
        let word = self.word(i);
        let first = word.chars().next()?;
        match first {
            '.' if word.len() > 1 => Some(Stop::Ellipsis),
            '.' | '．' => Some(Stop::Full),
            '…' => Some(Stop::Ellipsis),
            '!' | '?' | '！' | '？' | '‼' | '⁇' | '⁈' | '⁉' | '؟' => Some(Stop::Strong),
            '。' | '｡' | '।' | '॥' | '۔' | '։' | '።' | '၊' | '။' | '។' | '᙮' => Some(Stop::Only),
            ';' | '\u{37E}' if self.greek => Some(Stop::Strong),
            _ => None,
        }
    }

    /// Whether white space parts token `i` from the one before.
    fn spaced(&self, i: usize) -> bool {
        i == 0 || !self.reading.glued(i - 1)
    }

    /// The end of the run of terminators and closing marks that begins at `i`, the strongest stop in it, and
    /// whether a closing mark is among it.
    fn run(&mut self, i: usize) -> (usize, Stop, bool) {
        let mut kind = Stop::Full;
        let (mut end, mut dots, mut closed) = (i, 0, false);
        while end < self.range.end && end - i < LONGEST_RUN {
            if let Some(stop) = self.stop(end) {
                // ". ." is one end with a stray stop; ". ... " before a word begins the next sentence.
                if end > i && self.spaced(end) && self.continues_after(end) {
                    break;
                }
                dots += usize::from(stop == Stop::Full && !self.spaced(end));
                kind = match (kind, stop) {
                    (Stop::Only, _) | (_, Stop::Only) => Stop::Only,
                    (Stop::Strong, _) | (_, Stop::Strong) => Stop::Strong,
                    (Stop::Ellipsis, _) | (_, Stop::Ellipsis) => Stop::Ellipsis,
                    _ => Stop::Full,
                };
                end += 1;
            } else if end > i && self.closes(end) {
                self.straight += usize::from(self.word(end) == "\"");
                closed = true;
                end += 1;
            } else {
                break;
            }
        }
        if dots > 1 && kind == Stop::Full {
            kind = Stop::Ellipsis;
        }
        (end, kind, closed)
    }

    /// Whether a word follows terminator `i` without white space: the terminator opens it (`.NET`, `…und`).
    fn continues_after(&self, i: usize) -> bool {
        i + 1 < self.range.end && !self.spaced(i + 1) && self.reading.kind(i + 1) != TokenKind::Mark
    }

    /// Whether token `i`, after a terminator, closes a quotation or a bracket.
    fn closes(&self, i: usize) -> bool {
        let after_space = self.spaced(i);
        let before_space = i + 1 >= self.range.end || self.spaced(i + 1);
        match self.word(i) {
            ")" | "]" | "}" | "”" | "»" | "’" | "›" | "」" | "』" | "）" | "】" | "》" => !after_space,
            // German closes with the mark that English opens with.
            "“" | "‘" | "«" | "‹" => {
                !after_space && (before_space || self.reading.kind(i + 1) == TokenKind::Mark)
            }
            "\"" | "'" | "''" | "*" | "**" | "_" => {
                let open = self.word(i) != "\"" || self.straight % 2 == 1;
                !after_space && (before_space || open) || after_space && before_space && open && self.word(i) == "\""
            }
            _ => false,
        }
    }

    /// The first token at or after `i` that is no opening mark, and whether there was one.
    fn opening(&self, i: usize) -> (usize, bool) {
        let opener = |j: &usize| {
            *j < self.range.end
                && matches!(
                    self.word(*j),
                    "\"" | "'"
                        | "“"
                        | "„"
                        | "«"
                        | "»"
                        | "‘"
                        | "‚"
                        | "("
                        | "["
                        | "{"
                        | "¿"
                        | "¡"
                        | "「"
                        | "『"
                        | "-"
                        | "–"
                        | "—"
                        | "*"
                        | "**"
                        | "•"
                )
        };
        let from = i;
        let to = (i..i + OPENERS).find(|j| !opener(j)).unwrap_or(i + OPENERS);
        (to, to > from)
    }

    /// Whether a sentence ends with the run `i..end`.
    fn is_end(&self, i: usize, end: usize, kind: Stop, closed: bool) -> bool {
        if kind == Stop::Only {
            return true;
        }
        let (next, opened) = self.opening(end);
        if next >= self.range.end {
            return false;
        }
        let follows = self.follows(next);
        let glued = !self.spaced(end);
        match kind {
            Stop::Strong if glued => {
                !opened && follows == Follows::Capital && self.reading.kind(next) == TokenKind::Word
            }
            Stop::Strong => match follows {
                Follows::Lower => !closed && !self.reading.is(next, Cue::ReportingVerb) && !opened,
                Follows::Mark => false,
                _ => !(closed && self.reports(next)),
            },
            Stop::Ellipsis if glued => false,
            Stop::Ellipsis => {
                matches!(follows, Follows::Capital | Follows::Uncased) || follows == Follows::Number && opened
            }
            _ => self.is_full_stop(i, next, follows, glued && !closed, closed, opened),
        }
    }

    /// Whether the quotation that just closed is reported by what follows: "said Smith".
    fn reports(&self, next: usize) -> bool {
        self.reading.is(next, Cue::ReportingVerb)
    }

    fn is_full_stop(&self, i: usize, next: usize, follows: Follows, glued: bool, closed: bool, opened: bool) -> bool {
        if i == self.range.start {
            return false;
        }
        let before = i - 1;
        let adjoins = !self.spaced(i);
        if glued {
            return adjoins && self.is_missing_space(before, next);
        }
        if follows == Follows::Mark {
            return false;
        }
        if closed {
            return follows != Follows::Lower;
        }
        if adjoins {
            if let Some(joined) = self.abbreviation(before, i, next, follows) {
                return !joined;
            }
        }
        match follows {
            Follows::Lower => !opened && adjoins && self.is_noisy_end(before, next),
            _ => true,
        }
    }

    /// "katanya.Dia": a lower-case word, a stop, a capitalised word.
    fn is_missing_space(&self, before: usize, next: usize) -> bool {
        let (left, right) = (self.word(before), self.word(next));
        let plain = |w: &str| w.chars().count() >= 2 && w.chars().skip(1).all(|c| c.is_lowercase());
        plain(left) && plain(right) && right.starts_with(char::is_uppercase) && left.chars().count() >= 3
    }

    /// Whether the stop after `before` belongs to an abbreviation, an initial or an ordinal (`true`: the sentence
    /// goes on), certainly ends a sentence (`false`), or neither.
    fn abbreviation(&self, before: usize, stop: usize, next: usize, follows: Follows) -> Option<bool> {
        let word = self.word(before);
        let starter = self.starts(next);
        if self.reading.kind(before) == TokenKind::Number {
            return self.ordinal(before, next, follows);
        }
        if let Some(kind) = self.listed(stop) {
            return Some(match kind {
                Cue::Abbreviation => true,
                Cue::AbbreviationNumber if follows == Follows::Number => true,
                Cue::AbbreviationNumber => {
                    follows == Follows::Lower || self.is_roman(next) || word.len() == 1 && !starter
                }
                _ => {
                    follows == Follows::Lower
                        || follows == Follows::Number && !starter
                        || follows == Follows::Capital && !starter
                }
            });
        }
        let mut letters = word.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            if letter.is_uppercase() {
                // "J. Smith", "than I. She"
                return Some(!starter && follows != Follows::Number);
            }
            return letter.is_lowercase().then_some(follows != Follows::Capital || !starter);
        }
        if word.contains('.') {
            return Some(follows == Follows::Lower || follows == Follows::Number || !starter);
        }
        if follows != Follows::Lower && self.looks_abbreviated(word) {
            return Some(!starter);
        }
        None
    }

    /// The use of the listed phrase that ends with the stop at `stop`: the one that may end a sentence before the
    /// others, since it also says the least.
    fn listed(&self, stop: usize) -> Option<Cue> {
        let first = self.range.start.max((stop + 1).saturating_sub(LONGEST_ABBREVIATION));
        let marks = (first..stop).flat_map(|i| self.reading.marks(i).iter().map(move |m| (i + m.len, m.cue)));
        let rank = |cue: Cue| match cue {
            Cue::AbbreviationFinal => 4,
            Cue::Abbreviation | Cue::Honorific => 3,
            Cue::AbbreviationNumber => 2,
            _ => 1,
        };
        marks.filter(|(end, _)| *end == stop + 1).map(|(_, cue)| cue).max_by_key(|cue| rank(*cue))
    }

    /// "5. November", "im 19. Jahrhundert", where the language writes ordinals with a stop; a list's "1."
    fn ordinal(&self, before: usize, next: usize, follows: Follows) -> Option<bool> {
        let digits = self.word(before).len();
        let month = self.reading.is(next, Cue::Month);
        if before == self.range.start && digits <= 3 {
            return Some(true);
        }
        if !self.ordinal_dot || digits > 3 {
            return month.then_some(digits <= 2);
        }
        if month || follows == Follows::Lower || follows == Follows::Number {
            return Some(true);
        }
        let led = before > self.range.start
            && (self.reading.is(before - 1, Cue::FunctionWord)
                || self.word(before - 1) == "."
                || self.is_roman(before - 1));
        (led && !self.starts(next)).then_some(true)
    }

    /// Short words without a vowel are no words: `str.`, `bld.`, `Hlm.`. Only of cased scripts.
    fn looks_abbreviated(&self, word: &str) -> bool {
        const VOWELS: &str = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýœąęįųūėēīāőűıăаеёиоуыэюяієїαεηιουωάέήίόύώ";
        let lower = word.to_lowercase();
        let shouts = word.chars().all(|c| c.is_uppercase());
        (2..=4).contains(&word.chars().count())
            && !shouts
            && word.chars().all(char::is_alphabetic)
            && word.chars().all(|c| c.is_lowercase() || c.is_uppercase())
            && !lower.chars().any(|c| VOWELS.contains(c))
    }

    /// A stop before lower case ends a sentence where a plain word stands before it and a word that begins
    /// sentences after it, as in hasty writing.
    fn is_noisy_end(&self, before: usize, next: usize) -> bool {
        let word = self.word(before);
        let plain = word.chars().count() >= 4 && word.chars().all(|c| c.is_lowercase());
        plain && !self.looks_abbreviated(word) && self.reading.is(next, Cue::FunctionWord) && self.spaced(next)
    }

    fn starts(&self, next: usize) -> bool {
        self.reading.is(next, Cue::SentenceStarter)
    }

    fn is_roman(&self, i: usize) -> bool {
        let word = self.word(i);
        !word.is_empty() && word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C'))
    }

    fn follows(&self, next: usize) -> Follows {
        match self.reading.kind(next) {
            TokenKind::Number => Follows::Number,
            TokenKind::Word => match self.word(next).chars().next() {
                Some(c) if c.is_lowercase() => Follows::Lower,
                Some(c) if c.is_uppercase() => Follows::Capital,
                _ => Follows::Uncased,
            },
            TokenKind::Mark => match self.word(next) {
                "," | ";" | ":" | ")" | "]" | "/" | "%" | "=" | "&" | "+" | "”" | "»" | "›" => Follows::Mark,
                _ => Follows::Uncased,
            },
        }
    }
}

/// What stands after a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    Lower,
    Capital,
    /// Letters without case, symbols, emoji.
    Uncased,
    Number,
    /// A mark that never begins a sentence.
    Mark,
}

impl Iterator for Ends<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.at < self.range.end {
            let i = self.at;
            if self.stop(i).is_none() {
                self.straight += usize::from(self.word(i) == "\"");
                self.at += 1;
                continue;
            }
            let (end, kind, closed) = self.run(i);
            self.at = end;
            if end < self.range.end && self.is_end(i, end, kind, closed) {
                return Some(end);
            }
        }
        None
    }
}
