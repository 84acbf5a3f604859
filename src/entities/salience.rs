//! How much a text is about an entity.
//!
//! Enters: where it is named. Leaves: a number from 0 to 1.

use crate::document::Document;
use crate::report::{BlockKind, Mention};

/// The parts of the sum: being named often, in the headline, early. After the features that weigh most in Dunietz
/// and Gillick, "A New Entity Salience Task with Millions of Training Examples" (2014); the weights are set by
/// hand.
const OFTEN: f64 = 0.55;
const HEADLINE: f64 = 0.25;
const EARLY: f64 = 0.2;

/// The salience of something with these mentions, which are in order; 0 for one named in boilerplate only.
pub fn of(document: &Document, mentions: &[Mention]) -> f64 {
    let kind = |m: &Mention| {
        let block = document.blocks.partition_point(|b| b.span.end <= m.span.start);
        document.blocks.get(block).map_or(BlockKind::Boilerplate, |b| b.kind)
    };
    let told = || mentions.iter().filter(|m| kind(m) != BlockKind::Boilerplate);
    let Some(first) = told().next() else { return 0.0 };
    let count = told().count() as f64;
    let headline = told().any(|m| kind(m) == BlockKind::Headline);
    let position = first.span.start as f64 / document.text().len().max(1) as f64;
    // The third mention is worth half of what many are.
    OFTEN * (count - 1.0) / (count + 1.0) + HEADLINE * f64::from(u8::from(headline)) + EARLY * (1.0 - position)
}
