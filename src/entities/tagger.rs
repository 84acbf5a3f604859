//! Persons, organisations and places, by a trained tagger.
//!
//! Enters: a document and the spans already taken by contacts. Leaves: [`Found`] mentions. A linear-chain
//! conditional random field labels every piece; then what it found in the document votes, and it labels again, so
//! that a name is the same kind wherever it stands. `training/` makes the weights; `MODEL-CARD.md` says from what
//! and how good they are.

use super::Found;
use super::features::{View, Votes};
use super::model::Model;
use crate::document::Document;
use crate::report::EntityKind;
use crate::text::Span;
use std::sync::LazyLock;

/// The kinds in the order of their labels.
const KINDS: [EntityKind; 3] = [EntityKind::Per, EntityKind::Org, EntityKind::Loc];

static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("names.bin")).expect("the weights that are built in are whole"));

/// The names in the document, in order, none overlapping another or one of `taken`, which are in order.
pub fn find(document: &Document, taken: &[Found]) -> Vec<Found> {
    let named = document.sentences.iter().filter(|s| document.block_of(s).kind.has_entities());
    let view = View::new(&document.reading, named.map(|s| s.tokens.clone()));
    let first = MODEL.tag(&view, None);
    if first.iter().all(|label| *label == 0) {
        return Vec::new();
    }
    let votes = Votes::new(&view, &first);
    let (mut found, mut labels, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    for (index, pieces) in view.sentences.iter().enumerate() {
        labels.clear();
        MODEL.score(&view, index, Some(&votes), &mut scores);
        MODEL.best(&scores, &mut labels);
        if labels.iter().all(|label| *label == 0) {
            continue;
        }
        let marginals = MODEL.marginals(&scores);
        let mut at = 0;
        while at < labels.len() {
            let label = labels[at] as usize;
            let inside = (label + 1) as u8;
            let end = at + 1 + labels[at + 1..].iter().take_while(|l| **l == inside).count();
            if label != 0 {
                let likely = |i: usize| f64::from(marginals[i][labels[i] as usize]);
                // A name is as sure as its least sure piece.
                let confidence = (at..end).map(likely).fold(1.0, f64::min);
                let words = &view.words[pieces.start + at..pieces.start + end];
                let span = words[0].span.join(words[words.len() - 1].span);
                let kind = KINDS[(label - 1) / 2];
                if !overlaps_any(span, taken) {
                    found.push(Found { span, kind, confidence, reason: "tagger".into() });
                }
            }
            at = if label == 0 { at + 1 } else { end };
        }
    }
    found
}

fn overlaps_any(span: Span, taken: &[Found]) -> bool {
    let next = taken.partition_point(|f| f.span.end <= span.start);
    taken.get(next).is_some_and(|f| f.span.overlaps(span))
}
