//! What a single token does in a sentence, as far as speech needs it.
//!
//! Enters: a reading and a token index. Leaves: small answers. Knows nothing of quotes.

use super::grammar::Grammar;
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;

/// What a word does around a speaker; the values of the cue [`Cue::PhraseWord`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Begins a phrase that is no speaker: `in`, `nach`, `di`.
    Preposition,
    /// Goes on with a noun phrase: `of`, `von`, `für`, genitive articles.
    Link,
    /// Joins two nouns or two clauses: `and`.
    And,
    /// Begins another clause: `but`, `because`, `while`.
    Conjunction,
    /// Begins a relative clause or an indirect question: `who`, `whether`.
    Relative,
    /// Stands between subject and verb: `has`, `would`, `did`.
    Auxiliary,
    /// Stands between subject and participle and makes it passive: `was`, `been`.
    Copula,
    /// Stands beside a verb: `also`, `later`, `not`.
    Adverb,
    /// Begins a noun phrase that can be a subject: `the`, `ein`, `some`.
    Determiner,
    /// Ends a noun phrase: Indonesian `itu`, `tersebut`.
    Closer,
    /// Stands for a noun that is no subject: `him`, `ihnen`.
    Object,
    /// Stands for a noun that is the subject, whatever noun stands before it: `the time she`, `il`.
    Subject,
}

/// The role of the word or phrase that begins at token `index`, with its length.
pub fn role(reading: &Reading, index: usize) -> Option<(Role, usize)> {
    let mark = reading.find(index, Cue::PhraseWord)?;
    let role = match mark.value {
        "preposition" => Role::Preposition,
        "link" => Role::Link,
        "and" => Role::And,
        "conjunction" => Role::Conjunction,
        "relative" => Role::Relative,
        "auxiliary" => Role::Auxiliary,
        "copula" => Role::Copula,
        "adverb" => Role::Adverb,
        "determiner" => Role::Determiner,
        "closer" => Role::Closer,
        "object" => Role::Object,
        "subject" => Role::Subject,
        _ => return None,
    };
    Some((role, mark.len))
}

/// Whether the word at `index` has this role.
pub fn has_role(reading: &Reading, index: usize, wanted: Role) -> bool {
    role(reading, index).is_some_and(|(r, _)| r == wanted)
}

/// Whether token `index` begins with a capital letter.
pub fn is_capitalised(reading: &Reading, index: usize) -> bool {
    reading.word(index).chars().next().is_some_and(char::is_uppercase)
}

/// Whether token `index` begins with a small letter.
pub fn is_small(reading: &Reading, index: usize) -> bool {
    reading.word(index).chars().next().is_some_and(char::is_lowercase)
}

/// Whether token `index` begins with a letter of a script without capitals.
pub fn is_caseless(reading: &Reading, index: usize) -> bool {
    reading.word(index).chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
}

/// Whether token `index` is a mark that ends a sentence, not the point of an abbreviation or a number.
pub fn ends_sentence(reading: &Reading, index: usize) -> bool {
    match reading.word(index) {
        "!" | "?" | "…" | "。" | "！" | "？" => true,
        "." => !(reading.glued(index) && reading.kind(index + 1) != TokenKind::Mark),
        _ => false,
    }
}

/// Whether token `index` can stand inside a noun phrase.
pub fn is_nominal(reading: &Reading, index: usize) -> bool {
    match reading.kind(index) {
        TokenKind::Word | TokenKind::Number => true,
        TokenKind::Mark => match reading.word(index) {
            "-" | "–" | "/" | "&" | "'" | "’" | "‐" | "‑" | "%" | "+" | "@" | "#" => {
                reading.glued(index) || index > 0 && reading.glued(index - 1) || reading.word(index) == "&"
            }
            // The point of an abbreviation or initial: glued to its word; ends of sentences are outside anyway.
            "." => index > 0 && reading.glued(index - 1) && reading.kind(index - 1) == TokenKind::Word,
            _ => false,
        },
    }
}

/// Whether token `index` is a day, a month, a year or a number beside one of these: a time, no speaker.
pub fn is_time(reading: &Reading, index: usize) -> bool {
    let named = |i: usize| TIMES.iter().any(|c| reading.is(i, *c));
    if reading.kind(index) != TokenKind::Number {
        return named(index);
    }
    let word = reading.word(index);
    let year = word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|b| b.is_ascii_digit());
    // `5 November`, `5. November`, `November 5`, `14:30`, `5 p.m.`
    let day = |i: usize| named(i) || reading.is(i, Cue::Clock) || reading.is(i, Cue::DateMark);
    let after = index + 1 + usize::from(reading.word(index + 1) == ".");
    let clock = word.contains(':') || reading.word(index + 1) == ":" && reading.glued(index);
    year || clock || day(after) || index.checked_sub(1).is_some_and(|i| named(i) || reading.is(i, Cue::ClockBefore))
}

const TIMES: [Cue; 4] = [Cue::Weekday, Cue::Month, Cue::RelativeDay, Cue::PartOf];

/// Whether token `index` can report what stands in quotation marks beside it.
pub fn is_verb(reading: &Reading, index: usize) -> bool {
    reading.is(index, Cue::ReportingVerb) || reading.is(index, Cue::AttributionVerb)
}

/// Whether token `index` may begin a noun: a capital where all nouns have one, else a word without another role that is no
/// verb of reporting.
pub fn begins_noun(reading: &Reading, index: usize, grammar: Grammar) -> bool {
    let plain = role(reading, index).is_none() && !is_verb(reading, index);
    reading.kind(index) == TokenKind::Word && if grammar.capital_nouns { is_capitalised(reading, index) } else { plain }
}

/// Whether token `index` is a mark inside a word or name: a hyphen, the point of an initial.
pub fn is_nominal_mark(reading: &Reading, index: usize) -> bool {
    reading.kind(index) == TokenKind::Mark && is_nominal(reading, index)
}

/// Whether a number opens the phrase and counts its noun: `two officials`, not `2013 the agency`.
pub fn is_nominal_number(reading: &Reading, run: std::ops::Range<usize>) -> bool {
    reading.kind(run.start) == TokenKind::Number && !has_role(reading, run.start + 1, Role::Determiner)
}
