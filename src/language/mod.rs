//! Which language a text is in, and how sure that is.
//!
//! Enters: plain text, or a code that the reader gives. Leaves: a [`Language`]. Knows nothing of documents.
//!
//! The text is read to its end in pieces of a few kilobytes. In each piece the prevailing script narrows the
//! choice; where it leaves several languages, whatlang's trigrams and alphabets give the first opinion, and the
//! n-grams of the words, the function words and the letters of the language files add to it. The log-likelihoods of
//! the pieces sum up.

pub mod codes;
mod confidence;
mod evidence;
pub mod ngrams;
mod opinions;
pub mod script;
pub mod words;

pub use confidence::RELIABLE;
pub use evidence::Evidence;

use crate::lexicon::setting;
use crate::report::{Language, LanguageGuess, Support};
use script::Letters;

/// The code of what cannot be told.
pub const UNDETERMINED: &str = "und";
/// A guess less likely than this is no answer: the best of some seventy languages is then no better than a few
/// others.
const LEAST_CONFIDENCE: f64 = 0.05;
/// Alternatives less likely than this say nothing.
const LEAST_ALTERNATIVE: f64 = 0.001;
/// How many alternatives are worth showing.
const ALTERNATIVES: usize = 4;

/// The language of `text`.
pub fn detect(text: &str) -> Language {
    decide(&Evidence::of(text))
}

/// The language of a piece of a document, at less cost than that of the whole.
pub fn detect_piece(text: &str) -> Language {
    decide(&Evidence::of_piece(text))
}

/// The language that the evidence speaks for.
pub fn decide(evidence: &Evidence) -> Language {
    let script = evidence.letters.main();
    let mut ranked = evidence.ranked();
    ranked.retain(|(_, p)| *p >= LEAST_ALTERNATIVE);
    let sure = ranked
        .first()
        .filter(|(code, p)| *code != UNDETERMINED && *p >= LEAST_CONFIDENCE && !evidence.looks_like_no_language(*p));
    let (code, confidence) = sure.copied().unwrap_or((UNDETERMINED, 0.0));
    let others = ranked.into_iter().filter(|(c, _)| *c != code).take(ALTERNATIVES);
    let alternatives = others.map(|(code, confidence)| LanguageGuess { code: code.into(), confidence }).collect();
    let reliable = confidence >= RELIABLE;
    Language { script: script.into(), confidence, reliable, alternatives, ..given(code) }
}

/// The language with this code, taken as given: ISO 639-3, 639-2, 639-1 or BCP 47. A well-formed code of a
/// language unknown here stays as it is; anything else is `und`. The script is left undetermined.
pub fn given(code: &str) -> Language {
    let codes::Known { code, tag, name } = codes::look_up(code);
    let known = code != UNDETERMINED;
    let support = if setting(&code, "support") == "full" { Support::Full } else { Support::Basic };
    Language {
        confidence: if known { 1.0 } else { 0.0 },
        reliable: known,
        script: script::NONE.into(),
        alternatives: Vec::new(),
        code,
        tag,
        name,
        support,
    }
}

/// The language with this code, taken as given, of a text whose script is read from it.
pub fn given_for(code: &str, text: &str) -> Language {
    Language { script: Letters::count(text).main().into(), ..given(code) }
}

#[cfg(test)]
mod tests;
