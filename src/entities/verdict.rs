//! Points for person, organisation and place, each with the rule that gave most.
//!
//! Enters: points that the rules of `kinds` give. Leaves: a [`Verdict`]. Knows nothing of the rules.

use std::ops::Range;

/// A rule that spoke, and the tokens it spoke of.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its name, in snake case.
    pub name: &'static str,
    /// Its evidence; empty where there is none to show.
    pub evidence: Range<usize>,
    points: f64,
}

/// Points by kind, like the logarithm of odds: they add up, and 0 is undecided.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// What its look alone makes likely, for each of [`KINDS`].
    pub prior: [f64; 3],
    /// What evidence adds.
    pub evidence: [f64; 3],
    /// The rule that gave most for each kind.
    pub rules: [Rule; 3],
}

impl Verdict {
    pub(super) fn new() -> Self {
        let none = Rule { name: "capitals", evidence: 0..0, points: 0.0 };
        Verdict { prior: [0.0; 3], evidence: [0.0; 3], rules: [none.clone(), none.clone(), none] }
    }

    /// All points for a kind.
    pub fn points(&self, kind: usize) -> f64 {
        self.prior[kind] + self.evidence[kind]
    }

    /// The kind with most points; of equals the one that comes first in [`KINDS`].
    pub fn best(&self) -> usize {
        (0..3).rev().max_by(|a, b| self.points(*a).total_cmp(&self.points(*b))).unwrap_or(0)
    }

    /// Adds points without naming a rule.
    pub(super) fn lean(&mut self, kind: usize, points: f64) {
        self.prior[kind] += points;
    }

    pub(super) fn give(&mut self, kind: usize, points: f64, name: &'static str, evidence: Range<usize>) {
        self.evidence[kind] += points;
        if points > self.rules[kind].points {
            self.rules[kind] = Rule { name, evidence, points };
        }
    }
}
