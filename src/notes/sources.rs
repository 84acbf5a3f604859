//! Estimates that nobody is named for, in a report that names its sources elsewhere.
//!
//! Enters: the claims. Leaves: a few notes at most. A plain count in the reporter's own words needs no source; an
//! estimate (`about`, `more than`) does, save in the opening paragraph: the lead sums up what is told below with its
//! sources.

use super::{is_text, note};
use crate::claims::{Findings, score::CHECK_WORTHY};
use crate::document::{Document, Sentence};
use crate::lexicon::Cue;
use crate::report::{Claim, ClaimStatus, Figure, FigureKind, Note, NoteKind};

/// The cues that name a source.
const SOURCES: [Cue; 7] = [
    Cue::ReportingVerb,
    Cue::AttributionVerb,
    Cue::ReportingNoun,
    Cue::AccordingTo,
    Cue::VerbWithPronoun,
    Cue::VagueSource,
    Cue::Agency,
];

/// The most notes in one document: the point is made after three.
const MOST: usize = 3;

/// How many estimates with a source there must be for each one without: less, and naming sources is not the
/// report's habit.
const ATTRIBUTED_FOR_EACH: usize = 2;

/// The estimates without a source.
pub fn find(document: &Document, findings: Findings, claims: &[Claim]) -> Vec<Note> {
    let (mut attributed, mut bare) = (0, Vec::new());
    let lead = document.blocks.iter().position(is_text);
    for claim in claims.iter().filter(|c| c.score >= CHECK_WORTHY && c.status != ClaimStatus::NotAClaim) {
        let sentence = &document.sentences[claim.sentence];
        let Some(figure) = claim.figures.iter().map(|i| &findings.figures[*i]).find(|f| needs_source(f)) else {
            continue;
        };
        if claim.quote.is_some() || names_source(document, sentence) {
            attributed += 1;
        } else if Some(sentence.block) != lead
            && is_text(document.block_of(sentence))
            && claim.hedges.is_empty()
            && !follows_source(document, claim)
        {
            bare.push(figure.span);
        }
    }
    if bare.is_empty() || bare.len() > MOST || attributed < bare.len() * ATTRIBUTED_FOR_EACH {
        return Vec::new();
    }
    bare.into_iter().map(|span| note(NoteKind::UnattributedFigure, vec![span], "estimate_without_source")).collect()
}

/// Estimates do; a bare share may be a rule or a contract (`financed at 70 percent by the region`).
fn needs_source(figure: &Figure) -> bool {
    figure.comparator.is_some() && figure.kind != FigureKind::Ordinal
}

fn names_source(document: &Document, sentence: &Sentence) -> bool {
    let cues = |cue: &Cue| document.reading.first_in(sentence.tokens.clone(), *cue).is_some();
    SOURCES.iter().any(cues)
}

/// Whether the sentence before, in the same block, names a source: it often speaks on.
fn follows_source(document: &Document, claim: &Claim) -> bool {
    let before = claim.sentence.checked_sub(1).map(|i| &document.sentences[i]);
    let here = &document.sentences[claim.sentence];
    before.is_some_and(|b| b.block == here.block && names_source(document, b))
}
