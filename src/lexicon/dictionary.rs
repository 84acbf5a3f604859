//! Phrases to their uses: one hash look-up a token finds every phrase that begins there.
//!
//! Enters: rows of a language file. Leaves: [`Mark`]s for a position in a token sequence. Matching ignores case
//! and takes ’ for '. A phrase written `=May` matches this case only; one written `*unternehmen` matches the end
//! of a longer word.

use super::Cue;
use super::rows::Row;
use crate::text::order::{self, falling};
use crate::text::{Token, tokens};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// Longer tokens are in no dictionary; a bound keeps a text without spaces from being copied.
const LONGEST_WORD: usize = 64;
/// Bytes by which word ends are found; none is shorter.
const ENDING: usize = 2;

/// What the lexicon says of a run of tokens that begins at a position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// What the phrase is used for.
    pub cue: Cue,
    /// The value under which the file lists it, `""` where it lists none.
    pub value: &'static str,
    /// That value as a number, NaN where it is none.
    pub number: f64,
    /// How many tokens the phrase covers, 1 at least.
    pub len: usize,
}

#[derive(Debug)]
struct Entry {
    /// The tokens after the first, lower-cased.
    rest: Box<[Box<str>]>,
    /// The first letter of the token after the first, by [`initial`].
    next: u64,
    /// The exact words, where case matters.
    exact: Option<&'static str>,
    mark: Mark,
}

/// The phrases that begin with one word, the longest first.
#[derive(Debug, Default)]
struct Phrases {
    entries: Vec<Entry>,
    /// How many of them go on after that word.
    longer: usize,
    /// The first letters of the words that these go on with, by [`initial`].
    next: u64,
}

/// The bit of a word's first letter, case aside; all of them where letters beyond ASCII might fold to others.
fn initial(word: &str) -> u64 {
    match word.bytes().next() {
        Some(first) if first.is_ascii() => 1 << (first.to_ascii_lowercase() & 63),
        _ => u64::MAX,
    }
}

/// The phrases of one language.
#[derive(Debug, Default)]
pub struct Dictionary {
    by_first: FxHashMap<Box<str>, Phrases>,
    /// Word ends by their last bytes, the longest first: one look-up finds all that may fit.
    by_ending: FxHashMap<[u8; ENDING], Vec<(&'static str, Mark)>>,
}

impl Dictionary {
    pub(super) fn build(rows: impl Iterator<Item = Row>) -> Self {
        let mut dictionary = Dictionary::default();
        for Row { path, value, phrases } in rows {
            let Some(cue) = Cue::from_path(path) else { continue };
            let number = value.parse().unwrap_or(f64::NAN);
            for phrase in phrases.lines() {
                dictionary.add(phrase, Mark { cue, value, number, len: 1 });
            }
        }
        for phrases in dictionary.by_first.values_mut() {
            order::by_key(&mut phrases.entries, |e| falling(e.mark.len) as u64);
            phrases.longer = phrases.entries.partition_point(|e| e.mark.len > 1);
            phrases.next = phrases.entries[..phrases.longer].iter().fold(0, |next, e| next | e.next);
        }
        for endings in dictionary.by_ending.values_mut() {
            order::by_key(endings, |(suffix, _)| falling(suffix.len()) as u64);
        }
        dictionary
    }

    fn add(&mut self, phrase: &'static str, mark: Mark) {
        if let Some(suffix) = phrase.strip_prefix('*') {
            let ending = suffix.as_bytes().last_chunk::<ENDING>();
            debug_assert!(ending.is_some(), "{suffix} is too short to end a word by");
            ending.into_iter().for_each(|ending| self.by_ending.entry(*ending).or_default().push((suffix, mark)));
            return;
        }
        let exact = phrase.strip_prefix('=');
        let words = exact.unwrap_or(phrase);
        let mut parts = tokens::tokens(words).map(|t| folded(t.span().of(words)).into_boxed_str());
        let Some(first) = parts.next() else { return };
        let rest: Box<[Box<str>]> = parts.collect();
        let mark = Mark { len: rest.len() + 1, ..mark };
        let next = rest.first().map_or(0, |word| initial(word));
        self.by_first.entry(first).or_default().entries.push(Entry { rest, next, exact, mark });
    }

    /// Hands every phrase that begins at `tokens[0]` and lies within `tokens` to `found`, longest first.
    pub fn look_up(&self, text: &str, tokens: &[Token], mut found: impl FnMut(Mark)) {
        let Some(token) = tokens.first() else { return };
        let word = token.span().of(text);
        if word.len() > LONGEST_WORD {
            return;
        }
        let key = key_of(word);
        // `l'association` is read as `association` where no phrase has it whole.
        let phrases = self.by_first.get(&*key).or_else(|| self.by_first.get(&key[tokens::elision(&key)?..]));
        let mut next = 0;
        let entries = phrases.map_or(&[][..], |phrases| {
            if phrases.longer > 0 {
                next = tokens.get(1).map_or(0, |token| initial(token.span().of(text))) & phrases.next;
            }
            &phrases.entries[if next == 0 { phrases.longer } else { 0 }..]
        });
        for entry in entries {
            let len = entry.mark.len;
            if len > tokens.len() || len > 1 && entry.next & next == 0 {
                continue;
            }
            let rest = tokens[1..len].iter().zip(&entry.rest);
            let fits = match entry.exact {
                Some(words) => tokens::tokens(words).zip(tokens).all(|(w, t)| w.span().of(words) == t.span().of(text)),
                None => rest.into_iter().all(|(token, word)| same(token.span().of(text), word)),
            };
            if fits {
                found(entry.mark);
            }
        }
        let ending = key.as_bytes().last_chunk::<ENDING>().and_then(|ending| self.by_ending.get(ending));
        for (suffix, mark) in ending.into_iter().flatten() {
            // A suffix is part of a longer word: at least two bytes stand before it.
            if key.len() >= suffix.len() + 2 && key.ends_with(suffix) {
                found(*mark);
            }
        }
    }
}

/// The word as the dictionary keys it: lower case, typewriter apostrophes.
pub fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// The same, without a copy of the words that are in lower case already: most of them.
fn key_of(word: &str) -> Cow<'_, str> {
    let plain = word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase());
    if plain { Cow::Borrowed(word) } else { Cow::Owned(folded(word)) }
}

fn same(word: &str, key: &str) -> bool {
    if word.is_ascii() {
        return word.eq_ignore_ascii_case(key);
    }
    let mut chars = word.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c });
    key.chars().all(|k| chars.next() == Some(k)) && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [(&str, &str, &str); 4] = [
        ("comparators.before", "less_than", "less than\nless"),
        ("times.months", "5", "=May"),
        ("quotes.speaker_nouns", "ORG", "*unternehmen"),
        ("numbers.magnitudes", "1e6", "Mio.\nl’unité"),
    ];

    fn check(text: &str, expected: &[(Cue, usize)]) {
        let dictionary = Dictionary::build(ROWS.into_iter().map(|(path, value, phrases)| Row { path, value, phrases }));
        let tokens = tokens::tokenise(text);
        let mut found = Vec::new();
        dictionary.look_up(text, &tokens, |m| found.push((m.cue, m.len)));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn phrases_match_longest_first_and_fold_case() {
        check("Less THAN 5", &[(Cue::Comparator, 2), (Cue::Comparator, 1)]);
        check("less", &[(Cue::Comparator, 1)]);
        check("mio. Euro", &[(Cue::Magnitude, 2)]);
        check("L'Unité", &[(Cue::Magnitude, 1)]);
        check("d’Unité", &[]);
        check("d’May", &[]);
        check("qu’less", &[(Cue::Comparator, 1)]);
    }

    #[test]
    fn exact_phrases_keep_case_and_suffixes_need_a_longer_word() {
        check("May 2019", &[(Cue::Month, 1)]);
        check("may", &[]);
        check("Sicherheitsunternehmen", &[(Cue::SpeakerNoun, 1)]);
        check("unternehmen", &[]);
    }
}
