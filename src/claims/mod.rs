//! What the text asserts, and how much each statement is worth checking.
//!
//! Enters: a [`Document`] and all that was found in it. Leaves: [`Claim`]s. Knows nothing of notes.

pub mod context;
pub mod features;
pub mod form;
pub mod frames;
pub mod hedges;
pub mod kinds;
pub mod score;
pub mod status;
pub mod weights;
pub mod wording;

use crate::document::{Document, Sentence};
use crate::report::{BlockKind, Claim, Entity, EntityKind, Figure, Quote, Time};
use crate::text::TokenKind;
use context::Context;
use features::{Evidence, Feature};
use status::Narrative;

/// What was found in the document before claims are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Findings<'a> {
    /// By first mention.
    pub entities: &'a [Entity],
    /// In order.
    pub figures: &'a [Figure],
    /// In order.
    pub times: &'a [Time],
    /// In order.
    pub quotes: &'a [Quote],
}

/// The claims of the document, in order.
pub fn find(document: &Document, findings: Findings) -> Vec<Claim> {
    let context = Context::new(document, findings);
    let mut told = Narrative { dated: document.published.is_some(), placed: false };
    let mut claims = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let kind = document.block_of(sentence).kind;
        if kind.is_body() {
            let evidence = features::of(&context, sentence.tokens.clone());
            if kind != BlockKind::Subheading || asserts(&evidence) {
                claims.extend(claim(&context, index, sentence, &evidence, told));
            }
        }
        if kind.has_entities() {
            told.dated |= context.dates(sentence.span);
            told.placed |= context.names(sentence.span, &[EntityKind::Loc]);
        }
    }
    claims
}

/// What each sentence of the document shows, body or not: what training learns from.
pub fn evidence(document: &Document, findings: Findings) -> Vec<Vec<Evidence>> {
    let context = Context::new(document, findings);
    document.sentences.iter().map(|s| features::of(&context, s.tokens.clone())).collect()
}

/// Whether a heading says more than its topic.
fn asserts(evidence: &[Evidence]) -> bool {
    use Feature::*;
    let telling = [Number, Percent, Money, Quantity, Dated, Event, Past, Plan, Rule, Denial];
    let words = !evidence.iter().any(|e| e.feature == VeryShort);
    words && evidence.iter().any(|e| telling.contains(&e.feature))
}

fn claim(
    context: &Context,
    index: usize,
    sentence: &Sentence,
    evidence: &[Evidence],
    told: Narrative,
) -> Option<Claim> {
    let reading = context.reading();
    let words = sentence.tokens.clone().filter(|i| reading.kind(*i) != TokenKind::Mark).count();
    if words == 0 {
        return None;
    }
    let span = sentence.span;
    let quote = context.quote_of(span).map(|(i, _)| i);
    let missing = status::missing(context, sentence, evidence, told);
    let (score, reasons) =
        score::score(span, evidence, wording::of(context.language(sentence), reading, sentence.tokens.clone()));
    let mut entities: Vec<usize> = context.mentions_in(span).map(|(_, id)| id).collect();
    entities.sort_unstable();
    entities.dedup();
    Some(Claim {
        span,
        sentence: index,
        kinds: kinds::of(evidence, quote.is_some()),
        status: status::of(evidence, words, &missing),
        score,
        reasons,
        missing,
        hedges: hedges::of(reading, sentence.tokens.clone()),
        quote,
        entities,
        figures: context.figures_in(span).map(|(i, _)| i).collect(),
        times: context.times_in(span).map(|(i, _)| i).collect(),
    })
}
