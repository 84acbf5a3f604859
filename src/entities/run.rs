//! What is known of a run of capitalised words.
//!
//! Enters: bits of evidence. Leaves: a [`Run`] that says what they stand for. Knows no word.

use crate::lexicon::Cue;

/// What is known of the run a piece is in; all zero outside runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Run {
    /// Which of [`INSIDE`] its words are.
    pub inside: u16,
    /// Which of [`BEFORE`] the words that lead to it are; the highest bit says that other words stand between.
    pub before: u16,
    /// Which of [`AFTER`] follows it.
    pub after: u16,
    /// Lists that hold one of its words or phrases.
    pub lists: u8,
    /// How many pieces it has, up to 7; a piece's own place in it does not count.
    pub length: u8,
}

impl Run {
    /// Whether one of its words has this use.
    pub fn holds(self, cue: Cue) -> bool {
        INSIDE.iter().position(|c| *c == cue).is_some_and(|bit| self.inside >> bit & 1 == 1)
    }

    /// Whether a word that leads to it has this use.
    pub fn follows(self, cue: Cue) -> bool {
        BEFORE.iter().position(|c| *c == cue).is_some_and(|bit| self.before >> bit & 1 == 1)
    }

    /// Whether other words stand between the run and what leads to it.
    pub fn far(self) -> bool {
        self.before & FAR != 0
    }
}

/// The uses of words inside a run that tell its kind.
pub(super) const INSIDE: [Cue; 9] = [
    Cue::OrgSuffix,
    Cue::OrgPrefix,
    Cue::OrgWord,
    Cue::Org,
    Cue::PlaceWord,
    Cue::Place,
    Cue::GivenName,
    Cue::Surname,
    Cue::Demonym,
];

/// The uses of words before a run that tell its kind.
pub(super) const BEFORE: [Cue; 6] =
    [Cue::Honorific, Cue::Role, Cue::OrgNoun, Cue::OrgContext, Cue::PlaceNoun, Cue::PlacePreposition];

/// The uses of words after a run that tell its kind.
pub(super) const AFTER: [Cue; 4] = [Cue::Role, Cue::ReportingVerb, Cue::OrgNoun, Cue::Place];

/// Set in [`Run::before`] when other words stand between.
pub(super) const FAR: u16 = 1 << 15;
