//! What the text asserts, and how much each statement is worth checking.
//!
//! Enters: a [`Document`] and all that was found in it. Leaves: [`Claim`]s. Knows nothing of notes.

pub mod antecedents;
pub mod clauses;
pub mod context;
pub mod features;
pub mod form;
pub mod frames;
pub mod hedges;
pub mod kinds;
pub mod neighbours;
pub mod score;
pub mod status;
pub mod weights;
pub mod wording;

use crate::document::{Document, Sentence, lines};
use crate::report::{BlockKind, Claim, Entity, Figure, Quote, Time};
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
            let labels = context.labels_in(sentence.span);
            let stated = without_bullet(document, sentence);
            for (part, evidence) in clauses::of(&context, &stated, &labels) {
                let words = features::words(&context, part.tokens.clone(), &labels);
                if kind != BlockKind::Subheading || asserts(&evidence) {
                    claims.extend(claim(&context, index, &part, &evidence, words, told));
                }
                told.hear(&context, part.span);
            }
        } else if kind.has_entities() {
            told.hear(&context, sentence.span);
        }
    }
    neighbours::weigh(document, &mut claims);
    claims
}

/// The sentence without the bullet or number of the list's item that it begins.
fn without_bullet(document: &Document, sentence: &Sentence) -> Sentence {
    let mut stated = sentence.clone();
    let block = document.block_of(sentence);
    if block.kind == BlockKind::ListItem && block.tokens.start == sentence.tokens.start {
        let words = sentence.span.of(document.reading.text);
        let mark = lines::item_mark(words).unwrap_or(0);
        let text = words[mark..].trim_start();
        stated.span.start = sentence.span.end - text.len();
        stated.tokens = document.reading.tokens_in(stated.span);
    }
    stated
}

/// What each sentence of the document shows, body or not: what training learns from.
pub fn evidence(document: &Document, findings: Findings) -> Vec<Vec<Evidence>> {
    let context = Context::new(document, findings);
    let of = |s: &Sentence| features::of(&context, s.tokens.clone(), &context.labels_in(s.span));
    document.sentences.iter().map(of).collect()
}

/// Whether a heading says more than its topic.
fn asserts(evidence: &[Evidence]) -> bool {
    use Feature::*;
    let telling = [Number, Few, Percent, Money, Quantity, Dated, Event, Past, Plan, Rule, Denial];
    let words = !evidence.iter().any(|e| e.feature == VeryShort);
    words && evidence.iter().any(|e| telling.contains(&e.feature))
}

/// The claim of a sentence or of a part of one.
fn claim(
    context: &Context,
    index: usize,
    sentence: &Sentence,
    evidence: &[Evidence],
    words: usize,
    told: Narrative,
) -> Option<Claim> {
    let reading = context.reading();
    if words == 0 {
        return None;
    }
    let span = sentence.span;
    let quote = context.quote_of(span);
    let antecedent = antecedents::of(context, sentence, quote.map(|(_, quote)| quote));
    let missing = status::missing(context, sentence, evidence, antecedent.is_some(), told);
    let wording = wording::of(context.language(sentence), reading, sentence.tokens.clone());
    let (score, reasons) = score::score(span, evidence, wording);
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
        quote: quote.map(|(i, _)| i),
        antecedent,
        entities,
        figures: context.figures_in(span).map(|(i, _)| i).collect(),
        times: context.times_in(span).map(|(i, _)| i).collect(),
    })
}
