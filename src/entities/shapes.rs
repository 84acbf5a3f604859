//! How a word is written: capitals, and what a name leaves outside its word.
//!
//! Enters: the characters of one token. Leaves: its [`Shape`] and the core of it that can be a name. Knows nothing
//! of languages or neighbours.

use crate::lexicon::Reading;
use crate::text::{Span, TokenKind};

/// Longer tokens, in bytes, are no words of a language; they all count as one word, so that a text without spaces
/// is not copied.
pub const LONGEST_WORD: usize = 64;

/// The capitals of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// `bank`, `iPhone` counts as [`Shape::Mixed`].
    Lower,
    /// `Bank`, `O'Neill`, `Al`.
    Title,
    /// `J`, `J.K`: letters one by one.
    Initial,
    /// `BBC`, `COVID19`: two capitals or more and no lower-case letter.
    Caps,
    /// `iPhone`, `McDonald`, `BioNTech`: a capital after a lower-case letter.
    Mixed,
    /// Letters of a script without capitals: `漢`, `خبر`.
    Caseless,
    /// No letter at its beginning.
    Other,
}

impl Shape {
    /// The shape of a word.
    pub fn of(word: &str) -> Shape {
        let mut letters = word.chars().filter(|c| c.is_alphabetic());
        let first = match word.chars().next() {
            Some(c) if c.is_alphabetic() => c,
            _ => return Shape::Other,
        };
        letters.next();
        if !first.is_uppercase() && !first.is_lowercase() {
            return Shape::Caseless;
        }
        let (mut upper, mut lower, mut lower_then_upper, mut last_lower) = (0, 0, false, first.is_lowercase());
        for letter in letters {
            if letter.is_uppercase() {
                upper += 1;
                lower_then_upper |= last_lower;
                last_lower = false;
            } else {
                lower += 1;
                last_lower = true;
            }
        }
        match (first.is_uppercase(), upper, lower) {
            (false, 0, _) => Shape::Lower,
            (false, _, _) => Shape::Mixed,
            (true, 0, 0) => Shape::Initial,
            (true, _, 0) if is_dotted(word) => Shape::Initial,
            (true, _, 0) => Shape::Caps,
            (true, _, _) if lower_then_upper && !after_apostrophe(word) => Shape::Mixed,
            (true, _, _) => Shape::Title,
        }
    }

    /// Whether the word begins with a capital or has one inside.
    pub fn is_capital(self) -> bool {
        matches!(self, Shape::Title | Shape::Initial | Shape::Caps | Shape::Mixed)
    }
}

/// `J.K`, `U.S`: every letter but the last stands before a stop.
fn is_dotted(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1)
}

/// `O'Neill`, `D’Angelo`: the second capital follows an apostrophe.
fn after_apostrophe(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next();
    chars.next().is_some_and(is_apostrophe)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// How many bytes at the beginning and at the end of a token are no part of a name: an elided article or
/// preposition (`l’Union`, `dell'Unione`) and the possessive ending (`England's`, `Morrison’s`).
pub fn outside(word: &str) -> (usize, usize) {
    let mut end = 0;
    if let Some(rest) = word.strip_suffix(['s', 'S'])
        && let Some(core) = rest.strip_suffix(is_apostrophe)
        && core.chars().next_back().is_some_and(char::is_alphanumeric)
    {
        end = word.len() - core.len();
    }
    let core = &word[..word.len() - end];
    let start = match core.char_indices().find(|(_, c)| is_apostrophe(*c)) {
        Some((at, mark)) => {
            let (before, after) = (&core[..at], &core[at + mark.len_utf8()..]);
            let elided = !before.is_empty() && before.chars().all(char::is_lowercase);
            if elided && after.chars().next().is_some_and(char::is_uppercase) { core.len() - after.len() } else { 0 }
        }
        None => 0,
    };
    (start, end)
}

/// The part of a token that can be a name.
pub fn core(reading: &Reading, token: usize) -> Span {
    let Some(whole) = reading.tokens.get(token).map(|t| t.span()) else { return Span::default() };
    if reading.kind(token) != TokenKind::Word || whole.len() > LONGEST_WORD {
        return whole;
    }
    let (start, end) = outside(whole.of(reading.text));
    Span::new(whole.start + start, whole.end - end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let check = |word: &str, expected: Shape| assert_eq!(Shape::of(word), expected, "{word}");
        check("bank", Shape::Lower);
        check("Bank", Shape::Title);
        check("O'Neill", Shape::Title);
        check("Étienne", Shape::Title);
        check("J", Shape::Initial);
        check("J.K", Shape::Initial);
        check("U.S", Shape::Initial);
        check("BBC", Shape::Caps);
        check("iPhone", Shape::Mixed);
        check("BioNTech", Shape::Mixed);
        check("漢", Shape::Caseless);
        check("68.000", Shape::Other);
        check("", Shape::Other);
    }

    #[test]
    fn what_a_name_leaves_outside() {
        let check = |word: &str, core: &str| {
            let (start, end) = outside(word);
            assert_eq!(&word[start..word.len() - end], core, "{word}");
        };
        check("England's", "England");
        check("Morrison’s", "Morrison");
        check("l’Union", "Union");
        check("dell'Unione", "Unione");
        check("O'Neill", "O'Neill");
        check("O'Neill's", "O'Neill");
        check("don't", "don't");
        check("'s", "'s");
        check("’s", "’s");
    }
}
