//! A name in a view, and how lists of names are changed that stay in order.
//!
//! Enters: pieces of a view. Leaves: [`Name`]s. Knows nothing of how they are found.

use crate::text::order;
use std::ops::Range;

/// A name in a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its sentence.
    pub sentence: usize,
    /// Its pieces, counted through the whole view.
    pub pieces: Range<usize>,
    /// [`super::chain::PER`], [`super::chain::ORG`] or [`super::chain::LOC`].
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
