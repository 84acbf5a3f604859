//! Words of reporting with their particles.
//!
//! Enters: a reading and a token index. Leaves: the [`Report`] that begins there. Knows nothing of who speaks.

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
pub fn at(reading: &Reading, index: usize, ceiling: usize) -> Option<Report> {
    let found = |len: usize, particle, manner| Some(Report { tokens: index..index + len, particle, manner });
    if let Some(mark) = reading.find(index, Cue::VerbWithPronoun) {
        return found(mark.len, None, Manner::WithPronoun);
    }
    for mark in reading.marks(index).iter().filter(|m| m.cue == Cue::SeparableVerb) {
        if let Some(particle) = particle(reading, index + mark.len, ceiling, mark.value) {
            return found(mark.len, Some(particle), Manner::Says);
        }
    }
    let says = reading.find(index, Cue::ReportingVerb);
    let acts = reading.find(index, Cue::AttributionVerb);
    match (says, acts) {
        (Some(says), Some(acts)) if acts.len > says.len => found(acts.len, None, Manner::Acts),
        (Some(says), _) => found(says.len, None, Manner::Says),
        (None, Some(acts)) => found(acts.len, None, Manner::Acts),
        (None, None) => {
            let names = reading.find(index, Cue::AccordingTo)?;
            found(names.len, None, Manner::Names)
        }
    }
    .filter(|report| !is_noun(reading, report))
}

/// Whether the word is used as a noun here: `the report`, `a claim`, `ihre Kritik`.
fn is_noun(reading: &Reading, report: &Report) -> bool {
    let before = report.tokens.start.wrapping_sub(1);
    report.tokens.len() == 1
        && report.manner != Manner::Names
        && words::has_role(reading, before, Role::Determiner)
        && !reading.is(before, Cue::SpeakerPronoun)
        && !words::is_capitalised(reading, before)
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
