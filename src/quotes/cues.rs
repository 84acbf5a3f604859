//! Words of reporting with their particles.
//!
//! Enters: a reading and a token index. Leaves: the [`Report`] that begins there. Knows nothing of who speaks.

use super::grammar::Grammar;
use super::words::{self, Role};
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// How far after its verb a particle may stand, in tokens: German clauses between `teilte` and `mit` are longer
/// than that hardly ever.
const FURTHEST_PARTICLE: usize = 30;

/// How a word reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// It takes a statement: `said`.
    Says,
    /// It takes an object or an infinitive: `criticised`, `urged`.
    Acts,
    /// It goes with words between marks: `laughed`.
    Quotes,
    /// It holds its subject: `katanya`.
    WithPronoun,
    /// It names the source after it: `according to`, `laut`.
    Names,
}

/// A word of reporting.
#[derive(Debug, Clone)]
pub struct Report {
    /// The verb or preposition.
    pub tokens: Range<usize>,
    /// Where its particle stands: `mit` of `teilte … mit`.
    pub particle: Option<Range<usize>>,
    /// How it reports.
    pub manner: Manner,
}

impl Report {
    /// Where its clause goes on: after the particle if there is one.
    pub fn end(&self) -> usize {
        self.particle.as_ref().map_or(self.tokens.end, |p| p.end)
    }
}

/// The word of reporting that begins at token `index`; its particle stands before `ceiling`.
pub fn at(reading: &Reading, index: usize, ceiling: usize, grammar: Grammar) -> Option<Report> {
    let found = |len: usize, particle, manner| Some(Report { tokens: index..index + len, particle, manner });
    if let Some(mark) = reading.find(index, Cue::VerbWithPronoun) {
        return found(mark.len, None, Manner::WithPronoun);
    }
    for mark in reading.marks(index).iter().filter(|m| m.cue == Cue::SeparableVerb) {
        if let Some(particle) = particle(reading, index + mark.len, ceiling, mark.value) {
            return found(mark.len, Some(particle), Manner::Says);
        }
    }
    if let Some(mark) = reading.find(index, Cue::QuoteVerb) {
        return found(mark.len, None, Manner::Quotes);
    }
    let says = reading.find(index, Cue::ReportingVerb);
    let acts = reading.find(index, Cue::AttributionVerb);
    match (says, acts) {
        (Some(says), Some(acts)) if acts.len > says.len => found(acts.len, None, Manner::Acts),
        (Some(says), _) => found(says.len, None, Manner::Says),
        (None, Some(acts)) => found(acts.len, None, Manner::Acts),
        (None, None) => return found(source_opener(reading, index)?, None, Manner::Names),
    }
    .filter(|report| !is_noun(reading, report, grammar))
}

/// Whether the word is used as a noun here: `the report`, `a claim`, `ihre Kritik`.
fn is_noun(reading: &Reading, report: &Report, grammar: Grammar) -> bool {
    let before = report.tokens.start.wrapping_sub(1);
    // Where nouns have capitals, a capital inside a sentence is a noun's.
    if grammar.capital_nouns
        && words::is_capitalised(reading, report.tokens.start)
        && reading.kind(before) != TokenKind::Mark
    {
        return true;
    }
    if report.tokens.len() > 1 {
        return false;
    }
    // `soi-disant`
    if reading.word(before) == "-" && reading.glued(before) && before > 0 && reading.glued(before - 1) {
        return true;
    }
    // `the United States was`: where nouns have none, a capital before a small word is a name's.
    if words::is_capitalised(reading, report.tokens.start)
        && reading.kind(before) == TokenKind::Word
        && words::is_small(reading, report.tokens.end)
    {
        return true;
    }
    let determined = words::has_role(reading, before, Role::Determiner) && !reading.is(before, Cue::SpeakerPronoun);
    determined || reading.is(report.tokens.start, Cue::AlsoNoun) && !follows_subject(reading, report.tokens.start)
}

/// Whether what stands before a word that may be a noun makes it a verb: a pronoun, an auxiliary, a name.
fn follows_subject(reading: &Reading, index: usize) -> bool {
    let mut before = index;
    while before > 0 && words::has_role(reading, before - 1, Role::Adverb) {
        before -= 1;
    }
    let Some(before) = before.checked_sub(1) else { return false };
    let noun_follows = matches!(words::role(reading, index + 1), Some((Role::Preposition | Role::Link | Role::And, _)))
        || reading.kind(index + 1) == TokenKind::Mark;
    // `Friday’s tweets`
    let possessed = words::is_capitalised(reading, before)
        && ["'s", "’s"].iter().any(|ending| reading.word(before).ends_with(ending));
    reading.is(index + 1, Cue::Complementiser)
        || reading.is(before, Cue::SpeakerPronoun)
        || words::has_role(reading, before, Role::Auxiliary)
        || reading.is(before, Cue::Infinitive)
        || !noun_follows
            && !possessed
            && (words::is_capitalised(reading, before) || reading.is(before, Cue::SpeakerNoun))
}

/// Whether a copula before the verb makes it passive: `were backed`, but not `was saying`.
pub fn is_passive(reading: &Reading, verb: usize) -> bool {
    let mut before = verb;
    while before > 0 && words::has_role(reading, before - 1, Role::Adverb) {
        before -= 1;
    }
    before > 0 && words::has_role(reading, before - 1, Role::Copula) && !reading.is(verb, Cue::Progressive)
}

/// How many tokens open a phrase that names its source after them: `according to`, `laut`; `nach` before a noun of
/// reporting, which is part of the source; `so` only after a comma.
fn source_opener(reading: &Reading, index: usize) -> Option<usize> {
    /// How far from its preposition the noun of reporting stands: `nach ersten übereinstimmenden Berichten`.
    const FURTHEST_NOUN: usize = 4;
    if let Some(names) = reading.find(index, Cue::AccordingTo) {
        return Some(names.len);
    }
    if let Some(so) = reading.find(index, Cue::SourceAfterComma) {
        let after_comma =
            index > 0 && matches!(reading.word(index - 1), "," | "–" | "—" | "-" | "“" | "”" | "\"" | "»" | "«");
        return after_comma.then_some(so.len);
    }
    let preposition = reading.find(index, Cue::SourcePreposition)?;
    let from = index + preposition.len;
    for at in from..from + FURTHEST_NOUN {
        if reading.is(at, Cue::ReportingNoun) {
            return Some(preposition.len);
        }
        if reading.kind(at) == TokenKind::Mark && !words::is_nominal_mark(reading, at) {
            return None;
        }
    }
    None
}

/// The particle `value` at the end of its clause.
fn particle(reading: &Reading, from: usize, ceiling: usize, value: &str) -> Option<Range<usize>> {
    let count = value.split(' ').count();
    let ceiling = ceiling.min(from + FURTHEST_PARTICLE);
    for at in from..ceiling {
        if matches!(reading.word(at), ":" | ";" | "„" | "“" | "\"" | "»" | "«") {
            return None;
        }
        let fits = value.split(' ').enumerate().all(|(k, part)| reading.word(at + k) == part);
        let clause_ends = reading.kind(at + count) == TokenKind::Mark
            || words::has_role(reading, at + count, Role::And)
            || reading.is(at + count, Cue::Complementiser)
            || words::has_role(reading, at + count, Role::Conjunction);
        if fits && clause_ends {
            return Some(at..at + count);
        }
    }
    None
}
