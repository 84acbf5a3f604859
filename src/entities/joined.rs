//! Which forms were joined, and on what ground.
//!
//! Enters: pairs that a rule of `links` found. Leaves: groups. Knows nothing of the rules.

use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// The outcome: a forest over forms, and single mentions that go elsewhere than their form.
#[derive(Debug)]
pub(super) struct Joined {
    parents: Vec<usize>,
    grounds: Vec<Option<String>>,
    /// Forms that are a misspelt or inflected variant of the one they were joined to.
    pub(super) variants: Vec<bool>,
    /// By mention: the form it goes to though it reads differently from all others of its own form.
    pub(super) moved: FxHashMap<usize, (usize, String)>,
}

impl Joined {
    pub(super) fn new(count: usize) -> Self {
        Joined {
            parents: (0..count).collect(),
            grounds: vec![None; count],
            variants: vec![false; count],
            moved: FxHashMap::default(),
        }
    }

    pub(super) fn root(&self, form: usize) -> usize {
        let mut at = form;
        while self.parents[at] != at {
            at = self.parents[at];
        }
        at
    }

    /// Joins `form`, with all that was joined to it, to `other`.
    pub(super) fn join(&mut self, form: usize, other: usize, ground: String) {
        let (from, to) = (self.root(form), self.root(other));
        if from != to {
            self.parents[from] = to;
            self.grounds[form].get_or_insert(ground);
            // Halving paths keeps every later walk short.
            let mut at = form;
            while self.parents[at] != at {
                let next = self.parents[at];
                self.parents[at] = to;
                at = next;
            }
        }
    }

    /// The group of a mention.
    pub(super) fn group(&self, mention: usize, form_of: &[usize]) -> usize {
        self.root(self.moved.get(&mention).map_or(form_of[mention], |(form, _)| *form))
    }

    /// Why the mention, or all of its form, stands with names that read differently.
    pub(super) fn ground(&self, mention: usize, form: usize) -> Option<&str> {
        self.moved.get(&mention).map(|(_, ground)| ground.as_str()).or(self.grounds[form].as_deref())
    }

    /// Whether the form is a variant that gives no name to the whole.
    pub(super) fn is_variant(&self, form: usize) -> bool {
        self.variants[form]
    }
}

/// Partners by key; a key with two partners joins nobody.
#[derive(Default)]
pub(super) struct Unique(pub(super) FxHashMap<String, Option<usize>>);

impl Unique {
    pub(super) fn add(&mut self, key: String, form: usize, same: impl Fn(usize) -> bool) {
        match self.0.entry(key) {
            Entry::Vacant(place) => {
                place.insert(Some(form));
            }
            Entry::Occupied(mut place) => {
                if place.get().is_some_and(|known| known != form && !same(known)) {
                    place.insert(None);
                }
            }
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<usize> {
        self.0.get(key).copied().flatten()
    }
}
