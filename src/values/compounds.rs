//! Number words written as one: `zweihundertfünfzig`, `drieëntwintig`, `duecentoquarantatré`.
//!
//! Enters: one word and the language. Leaves: the parts it is made of. Knows nothing of the words around it.

use crate::lexicon::{Cue, Lexicon, valued_phrases};
use crate::text::order::{self, falling};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// The longest word that is taken apart, in bytes: German 777,777 has 66.
const LONGEST: usize = 120;

/// What a part of a number word does.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Part {
    /// Has a value of its own: `zwanzig`.
    Value(f64),
    /// Multiplies what stands before: `hundert`.
    Times(f64),
    /// `und` in `einundzwanzig`.
    And,
    /// Ends the word and makes an ordinal of it: `zwanzigste`.
    Ordinal(f64),
    /// Is added, and ends the word or stands before its last multiple: `einhalb` in `dreieinhalbtausend`.
    Added(f64),
    /// Ends the word and is multiplied: `viertel`.
    Fraction(f64),
    /// Ends the word and makes what a number before it is divided by: `avos`.
    Denominator(f64),
    /// Ends the word and counts hundredths: `prozentig` in `zehnprozentig`.
    Percent,
}

impl Part {
    fn ends(self) -> bool {
        matches!(self, Part::Ordinal(_) | Part::Fraction(_) | Part::Denominator(_) | Part::Percent)
    }
}

/// Makes a part of a phrase's value.
type Kind = fn(f64) -> Part;

/// The parts of one language's number words.
#[derive(Debug, Default)]
struct Parts {
    /// By first byte, longest first.
    by_first: FxHashMap<u8, Vec<(Box<str>, Part)>>,
    /// The first three bytes of words that may begin a compound: most words are told apart by them alone.
    openings: FxHashSet<[u8; 3]>,
}

/// The parts of `word`, two at least; `None` where it is no such compound or the language has
/// none. A language has them if its setting `numbers.compounds` names the letters that may join parts.
pub fn parts(lexicon: &Lexicon, word: &str) -> Option<Vec<Part>> {
    static LANGUAGES: OnceLock<FxHashMap<&'static str, OnceLock<Parts>>> = OnceLock::new();
    if word.len() > LONGEST || word.len() < 5 || lexicon.setting("numbers.compounds").is_empty() {
        return None;
    }
    // Each language's parts are built when its first text is read, as the lexica are.
    let languages = LANGUAGES.get_or_init(|| Lexicon::codes().map(|code| (code, OnceLock::new())).collect());
    let parts = languages.get(lexicon.code)?.get_or_init(|| Parts::of(lexicon));
    let opening: [u8; 3] = word.as_bytes().get(..3)?.try_into().ok()?;
    if !parts.openings.contains(&opening.map(|b| b.to_ascii_lowercase())) {
        return None;
    }
    let word = &word.to_lowercase();
    let mut found = Vec::new();
    // One bit a byte: from there no way leads to the end of the word.
    let mut dead = 0u128;
    let complete = parts.take(word, 0, &mut found, &mut dead);
    (complete && found.len() > 1).then_some(found)
}

impl Parts {
    fn of(lexicon: &Lexicon) -> Parts {
        let mut parts = Parts::default();
        let kinds: [(Cue, Kind); 6] = [
            (Cue::Magnitude, Part::Times),
            (Cue::NumberWord, Part::Value),
            (Cue::OrdinalWord, Part::Ordinal),
            (Cue::FractionAdded, Part::Added),
            (Cue::Fraction, Part::Fraction),
            (Cue::Denominator, Part::Denominator),
        ];
        for (cue, part) in kinds {
            for (phrase, value) in valued_phrases(lexicon.code, cue) {
                let plain = phrase.chars().all(char::is_alphabetic);
                // What may stand alone and multiply (`hundert`) is listed under both; it multiplies here.
                if plain && phrase.len() > 2 && !parts.has(phrase) {
                    parts.add(phrase, part(value));
                }
            }
        }
        for (phrase, _) in valued_phrases(lexicon.code, Cue::Percent) {
            // Shorter ones are symbols and endings of other words.
            if phrase.len() > 6 && phrase.chars().all(char::is_alphabetic) {
                parts.add(phrase, Part::Percent);
            }
        }
        for joiner in lexicon.setting("numbers.compounds").split_whitespace() {
            parts.add(joiner, Part::And);
        }
        let starts =
            parts.by_first.values().flatten().filter(|(_, part)| matches!(part, Part::Value(_) | Part::Times(_)));
        parts.openings = starts.filter_map(|(word, _)| word.as_bytes().get(..3)?.try_into().ok()).collect();
        for list in parts.by_first.values_mut() {
            order::by_key(list, |(word, _)| falling(word.len()) as u64);
        }
        parts
    }

    fn add(&mut self, phrase: &str, part: Part) {
        let word = phrase.to_lowercase();
        self.by_first.entry(word.as_bytes()[0]).or_default().push((word.into(), part));
    }

    fn has(&self, phrase: &str) -> bool {
        let word = phrase.to_lowercase();
        self.by_first.get(&word.as_bytes()[0]).is_some_and(|list| list.iter().any(|(w, _)| **w == *word))
    }

    fn take(&self, word: &str, at: usize, found: &mut Vec<Part>, dead: &mut u128) -> bool {
        if at == word.len() {
            return !matches!(found.last(), None | Some(Part::And));
        }
        // Lower case may be longer than what was measured.
        if at >= LONGEST || *dead & (1 << at) != 0 {
            return false;
        }
        let rest = &word[at..];
        for (part, kind) in self.by_first.get(&rest.as_bytes()[0]).into_iter().flatten() {
            if !rest.starts_with(&**part) || kind.ends() && part.len() != rest.len() {
                continue;
            }
            let follows = match found.last() {
                None => matches!(kind, Part::Value(_) | Part::Times(_)),
                Some(Part::Added(_)) => matches!(kind, Part::Times(_) | Part::Percent),
                _ => true,
            };
            if !follows {
                continue;
            }
            found.push(*kind);
            if self.take(word, at + part.len(), found, dead) {
                return true;
            }
            found.pop();
        }
        *dead |= 1 << at;
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, word: &str, expected: Option<&[Part]>) {
        assert_eq!(parts(Lexicon::of(code), word).as_deref(), expected, "{word}");
    }

    #[test]
    fn number_words_come_apart_and_others_do_not() {
        use Part::*;
        check("deu", "zweihundertfünfzig", Some(&[Value(2.0), Times(100.0), Value(50.0)]));
        check("deu", "siebenundzwanzigsten", Some(&[Value(7.0), And, Ordinal(20.0)]));
        check("deu", "dreieinhalb", Some(&[Value(3.0), Added(0.5)]));
        check("deu", "zwei", None);
        check("deu", "zweifel", None);
        check("deu", "hundertund", None);
        check("nld", "drieëntwintig", Some(&[Value(3.0), And, Value(20.0)]));
        check("ita", "duecentoquarantatré", Some(&[Value(2.0), Times(100.0), Value(40.0), Value(3.0)]));
        check("eng", "twentyone", None);
        check("deu", &"zwei".repeat(200), None);
    }
}
