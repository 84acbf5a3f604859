//! Whether a claim can be checked, and what a checker would have to find out first.
//!
//! Enters: a sentence with its evidence and what the narrative has told before it. Leaves: [`ClaimStatus`] and
//! [`Missing`].

use super::antecedents;
use super::context::Context;
use super::features::{Evidence, Feature};
use super::form;
use crate::document::Sentence;
use crate::lexicon::Cue;
use crate::report::{ClaimStatus, EntityKind, FigureKind, Missing};
use crate::text::{Span, TokenKind};

/// How many tokens after a percentage its whole is looked for: `12 percent (or so) of`.
const BASE_REACH: usize = 4;

/// What the narrative has told up to a sentence.
#[derive(Debug, Clone, Copy, Default)]
pub struct Narrative {
    /// Whether a date was given.
    pub dated: bool,
    /// Whether a place was named.
    pub placed: bool,
}

impl Narrative {
    /// Takes in what `span` tells.
    pub fn hear(&mut self, context: &Context, span: Span) {
        self.dated |= context.dates(span);
        self.placed |= context.names(span, &[EntityKind::Loc]);
    }
}

/// The status of the claim that is the whole of `sentence`.
pub fn of(evidence: &[Evidence], words: usize, missing: &[Missing]) -> ClaimStatus {
    use Feature::*;
    let shows = |features: &[Feature]| evidence.iter().any(|e| features.contains(&e.feature));
    let facts = shows(&[Number, Few, Percent, Money, Quantity, Dated, Person, Organisation, Place, Record, Event]);
    let figures = shows(&[Percent, Money, Quantity, Figures, Bounded]);
    let addressed = shows(&[Imperative]) || (shows(&[SecondPerson]) && !shows(&[Event, Dated, Record]) && !figures);
    // `I believe we can do better`: who thinks so compares nothing.
    let compared = shows(&[Superlative, Comparative]) && !shows(&[Opinion, Norm]);
    let opinion = shows(&[Opinion, Norm, Evaluation]) && !facts && !compared && !shows(&[Measured, Change]);
    let fragment = words < 3 || (words < 5 && !facts);
    let courtesy = shows(&[Courtesy]) && !facts;
    if shows(&[Question]) || addressed || opinion || fragment || courtesy {
        ClaimStatus::NotAClaim
    } else if missing.is_empty() {
        ClaimStatus::Verifiable
    } else {
        ClaimStatus::Underspecified
    }
}

/// What the claim at `sentence` leaves open, in order; whose pronoun is `explained` is known.
pub fn missing(
    context: &Context,
    sentence: &Sentence,
    evidence: &[Evidence],
    explained: bool,
    told: Narrative,
) -> Vec<Missing> {
    let shows = |feature: Feature| evidence.iter().any(|e| e.feature == feature);
    let event = shows(Feature::Event);
    let located = context.names(sentence.span, &[EntityKind::Loc, EntityKind::Org]);
    let tests = [
        (Missing::Who, !explained && lacks_antecedent(context, sentence)),
        (Missing::When, event && !told.dated && !context.dates(sentence.span)),
        (Missing::Base, lacks_base(context, sentence) && !shows(Feature::Change)),
        // A sale or a vote is known by who did it.
        (Missing::Where, event && !shows(Feature::Record) && !told.placed && !located),
    ];
    tests.into_iter().filter(|(_, open)| *open).map(|(what, _)| what).collect()
}

/// Whether the subject is a pronoun or description that nothing before it explains.
fn lacks_antecedent(context: &Context, sentence: &Sentence) -> bool {
    let Some((anaphor, of)) = form::anaphor(context.reading(), sentence.tokens.clone()) else { return false };
    let kinds: &[EntityKind] = match of {
        "PER" => &[EntityKind::Per],
        "ORG" => &[EntityKind::Org],
        _ => &[EntityKind::Per, EntityKind::Org, EntityKind::Loc],
    };
    let sentences = &context.document.sentences;
    let here = sentences.partition_point(|s| s.span.start < sentence.span.start);
    let from = sentences[here.saturating_sub(antecedents::REACH)..].first().map_or(0, |s| s.span.start);
    let anywhere_near = context.names(Span::new(from, anaphor.start), kinds);
    // "This", "it" and "they" may stand for a whole sentence or a thing that has no name.
    let unnamed = of == "ANY" && here > 0;
    !(anywhere_near || unnamed)
}

/// Whether a percentage stands without what it is a share of.
fn lacks_base(context: &Context, sentence: &Sentence) -> bool {
    let reading = context.reading();
    context.figures_in(sentence.span).any(|(_, figure)| {
        if figure.kind != FigureKind::Percent {
            return false;
        }
        let after = reading.tokens_in(figure.span).end;
        let near = after..(after + BASE_REACH).min(sentence.tokens.end);
        // A noun that follows at once is what the share is of: "5 % interest", "40 percent voters".
        // What `in Lyon` and `was` begin is none.
        let function = reading
            .find(after, Cue::PhraseWord)
            .is_some_and(|m| matches!(m.value, "preposition" | "adverb" | "conjunction" | "auxiliary" | "copula"));
        let named = reading.kind(after) == TokenKind::Word && near.contains(&after) && !function;
        // The figure's own words say nothing of its whole.
        let own = reading.tokens_in(figure.span);
        let rated = reading.all_in(sentence.tokens.clone(), Cue::Measured).any(|(at, _)| !own.contains(&at));
        !named && !rated && reading.first_in(near, Cue::ShareOf).is_none()
    })
}
