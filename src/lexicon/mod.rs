//! What is known of each language: its words by their use, and its settings.
//!
//! Enters: the `*.toml` files beside this one, turned into tables by `build.rs`, one language's loaded on first
//! use. Leaves: [`Lexicon`]s, and [`Reading`]s: the tokens of a text with what the lexicon says of each. Knows
//! nothing of findings.

mod cue;
mod cue_set;
mod dictionary;
mod paths;
mod reading;
mod rows;

pub use cue::Cue;
pub use cue_set::CueSet;
pub use dictionary::{Dictionary, Mark, folded};
pub use reading::Reading;

use rows::Row;
use rustc_hash::FxHashMap;
use std::sync::{LazyLock, OnceLock};

/// One language file as `build.rs` leaves it.
struct Source {
    /// ISO 639-3 code; `mul` for the file whose words hold in every language.
    code: &'static str,
    /// Single values by dotted path, such as `numbers.decimal`.
    settings: &'static [(&'static str, &'static str)],
    /// Phrases by dotted path and value, as [`rows`] reads them.
    rows: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/lexica.rs"));

/// The code of the file whose words hold in every language.
pub const EVERY_LANGUAGE: &str = "mul";

/// One language's words and settings.
#[derive(Debug)]
pub struct Lexicon {
    /// ISO 639-3 code, `mul` for the lexicon used where the language has no file.
    pub code: &'static str,
    /// Its phrases, with those of every language.
    pub dictionary: Dictionary,
    /// The cues for which its own file lists a phrase.
    own: CueSet,
    settings: &'static [(&'static str, &'static str)],
}

impl Lexicon {
    /// The lexicon of the language with this ISO 639-3 code; where it has no file, the one that holds the words
    /// of every language. Built on first use, then shared.
    pub fn of(code: &str) -> &'static Lexicon {
        static LOADED: [OnceLock<Lexicon>; SOURCES.len()] = [const { OnceLock::new() }; SOURCES.len()];
        let index = position(code).or_else(|| position(EVERY_LANGUAGE)).unwrap_or(0);
        LOADED[index].get_or_init(|| Lexicon::build(&SOURCES[index]))
    }

    /// The codes of all languages that have a file, in the files' order.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        SOURCES.iter().map(|s| s.code).filter(|c| *c != EVERY_LANGUAGE)
    }

    /// A single value of the language's file by its dotted path, `""` where the file has none.
    pub fn setting(&self, path: &str) -> &'static str {
        self.settings.iter().find(|(p, _)| *p == path).map_or("", |(_, value)| value)
    }

    /// Whether the language's own file has phrases for `cue`, those of every language aside.
    pub fn lists(&self, cue: Cue) -> bool {
        self.own.has(cue)
    }

    fn build(source: &'static Source) -> Lexicon {
        let shared = SOURCES.iter().filter(|s| s.code == EVERY_LANGUAGE && s.code != source.code);
        let rows = [source].into_iter().chain(shared).flat_map(|s| rows::of(s.rows));
        let listed = rows::of(source.rows).filter_map(|row| Cue::from_path(row.path));
        let own = listed.fold(CueSet::EMPTY, CueSet::with);
        Lexicon { code: source.code, dictionary: Dictionary::build(rows), own, settings: source.settings }
    }
}

/// The phrases of a language's own file under `cue`, as written there, without those of every language.
pub fn phrases(code: &str, cue: Cue) -> impl Iterator<Item = &'static str> {
    rows_of(code, cue).flat_map(|row| row.phrases.lines())
}

/// A single value of a language's own file by its dotted path, `""` where the file has none; loads nothing.
pub fn setting(code: &str, path: &str) -> &'static str {
    let settings = position(code).map_or(&[][..], |index| SOURCES[index].settings);
    settings.iter().find(|(p, _)| *p == path).map_or("", |(_, value)| value)
}

/// The same with the number under which each phrase is listed, NaN where it is listed under none.
pub fn valued_phrases(code: &str, cue: Cue) -> impl Iterator<Item = (&'static str, f64)> {
    rows_of(code, cue).flat_map(|row| row.phrases.lines().map(move |p| (p, row.value.parse().unwrap_or(f64::NAN))))
}

fn rows_of(code: &str, cue: Cue) -> impl Iterator<Item = Row> {
    let rows = position(code).map_or("", |index| SOURCES[index].rows);
    rows::at(rows, cue.path())
}

fn position(code: &str) -> Option<usize> {
    static PLACES: LazyLock<FxHashMap<&str, usize>> =
        LazyLock::new(|| SOURCES.iter().enumerate().map(|(index, source)| (source.code, index)).collect());
    PLACES.get(code).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_path_in_every_file_is_a_cue() {
        for source in &SOURCES {
            for Row { path, value, .. } in rows::of(source.rows) {
                assert!(Cue::from_path(path).is_some(), "{}: no cue is called {path} (value {value:?})", source.code);
            }
        }
    }

    #[test]
    fn an_unknown_language_gets_the_words_of_every_language() {
        assert_eq!(Lexicon::of("xyz").code, EVERY_LANGUAGE);
    }

    #[test]
    fn a_lexicon_knows_what_its_own_file_lists() {
        let check = |code, cue, expected| assert_eq!(Lexicon::of(code).lists(cue), expected, "{code} {cue:?}");
        check("deu", Cue::FunctionWord, true);
        check("xyz", Cue::FunctionWord, false);
        check("deu", Cue::Month, true);
    }
}
