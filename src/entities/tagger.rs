//! Labels for the pieces of a document, and the names that they spell.
//!
//! Enters: a view and a model. Leaves: [`Name`]s. A linear-chain conditional random field (Lafferty, McCallum and
//! Pereira 2001) labels every piece; what it found in the document votes, and it labels again, so that a name is of
//! one kind wherever it stands (as Krishnan and Manning 2006, with features instead of a second model). Knows
//! nothing of lexica or reports.

use super::agreement;
use super::chain::{self, Scores};
use super::edges;
use super::heads;
use super::model::Model;
use super::priors;
use super::scorer::{Kept, Scorer};
use super::view::View;
use super::votes::Votes;
use crate::text::order;
use std::ops::Range;

/// A name in a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its sentence.
    pub sentence: usize,
    /// Its pieces, counted through the whole view.
    pub pieces: Range<usize>,
    /// [`chain::PER`], [`chain::ORG`] or [`chain::LOC`].
    pub kind: usize,
    /// Of the label of its least likely piece.
    pub probability: f32,
    /// Of each kind, the mean over its pieces.
    pub kinds: [f32; 3],
}

impl Name {
    /// A name that is made of others and can be of one kind only.
    pub(super) fn made(sentence: usize, pieces: Range<usize>, kind: usize, probability: f32) -> Name {
        let mut kinds = [0.0; 3];
        kinds[kind] = probability;
        Name { sentence, pieces, kind, probability, kinds }
    }
}

/// Those of `names`, which are in order, that share a piece with `pieces`.
pub(super) fn inside<'n>(names: &'n mut [Name], pieces: &Range<usize>) -> &'n mut [Name] {
    let first = names.partition_point(|n| n.pieces.end <= pieces.start);
    let count = names[first..].iter().take_while(|n| n.pieces.start < pieces.end).count();
    &mut names[first..first + count]
}

/// Empties names that a longer one takes in. [`replace`] takes them out, all at once: one by one would be quadratic.
pub(super) fn empty(names: &mut [Name]) {
    names.iter_mut().for_each(|n| n.pieces.start = n.pieces.end);
}

/// Takes out the names that were emptied and adds those made of them.
pub(super) fn replace(names: &mut Vec<Name>, made: Vec<Name>) {
    if !made.is_empty() {
        names.retain(|n| !n.pieces.is_empty());
        add(names, made);
    }
}

/// Adds names to others, which stay in order.
pub(super) fn add(names: &mut Vec<Name>, mut added: Vec<Name>) {
    if !added.is_empty() {
        names.append(&mut added);
        order::by_key(names, |n| n.pieces.start as u64);
    }
}

/// What the tagger says of a document.
#[derive(Debug, Default)]
pub struct Tagged {
    /// The names, in order.
    pub names: Vec<Name>,
    /// What a first pass found.
    pub votes: Votes,
}

/// The names in a view.
pub fn tag(model: &Model, view: &View) -> Tagged {
    let (mut first, mut scores) = (Vec::with_capacity(view.words.len()), Vec::new());
    let mut kept: Vec<Kept> = Vec::with_capacity(view.words.len());
    let mut scorer = Scorer::new(model, view);
    for sentence in 0..view.sentences.len() {
        scores.clear();
        scorer.score(sentence, &mut scores);
        for (index, scores) in scores.iter_mut().enumerate() {
            let Some(priors) = priors::of(view, sentence, index) else { continue };
            let units = priors.map(|logits| (logits / model.unit).round() as i32);
            scores.iter_mut().zip(units).for_each(|(score, units)| *score += units);
        }
        chain::best(&model.transitions, &scores, &mut first);
        kept.extend(scores.iter().map(|s| s.map(|score| score as i16)));
    }
    let votes = Votes::new(view, &first);
    let (mut names, mut labels) = (Vec::new(), Vec::new());
    for (sentence, pieces) in view.sentences.iter().enumerate() {
        scorer.score_again(sentence, &kept, &votes, &mut scores);
        labels.clear();
        chain::best(&model.transitions, &scores, &mut labels);
        if labels.iter().any(|label| *label != 0) {
            let spelt = spelt(model, &scores, &labels, sentence, pieces.start);
            spelt.into_iter().for_each(|name| edges::mend(view, name, &mut names));
        }
    }
    names.retain(|name| !edges::is_common(view, name));
    heads::whole(view, &mut names);
    edges::offices(view, &mut names);
    agreement::one_kind(view, &mut names);
    let (mut read, mut marginals) = (None, Vec::new());
    agreement::elsewhere(view, &mut names, |sentence, at| {
        let pieces = view.sentences[sentence].clone();
        if read != Some(sentence) {
            read = Some(sentence);
            scorer.score_again(sentence, &kept, &votes, &mut scores);
            marginals = chain::marginals(&model.factors, &scores, model.unit);
        }
        let inside = &marginals[at.start - pieces.start..at.end - pieces.start];
        inside.iter().map(|m| 1.0 - m[0]).fold(1.0, f32::min)
    });
    Tagged { names, votes }
}

/// The names in the labels of a sentence whose first piece is piece `start` of the view.
fn spelt(model: &Model, scores: &[Scores], labels: &[u8], sentence: usize, start: usize) -> Vec<Name> {
    let marginals = chain::marginals(&model.factors, scores, model.unit);
    let mut names = Vec::new();
    let mut at = 0;
    while at < labels.len() {
        let label = labels[at];
        let end = at + 1 + labels[at + 1..].iter().take_while(|l| label != 0 && **l == label + 1).count();
        if label != 0 {
            let likely = (at..end).map(|i| marginals[i][labels[i] as usize]);
            let count = (end - at) as f32;
            let of =
                |kind: usize| marginals[at..end].iter().map(|m| m[2 * kind + 1] + m[2 * kind + 2]).sum::<f32>() / count;
            names.push(Name {
                sentence,
                pieces: start + at..start + end,
                kind: (label as usize - 1) / 2,
                probability: likely.fold(1.0, f32::min),
                kinds: std::array::from_fn(of),
            });
        }
        at = end;
    }
    names
}
