//! What the text asserts, and how much each statement is worth checking.
//!
//! Enters: a [`Document`] and all that was found in it. Leaves: [`Claim`]s. Knows nothing of notes.

use crate::document::Document;
use crate::report::{Claim, Entity, Figure, Quote, Time};

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
pub fn find(_document: &Document, _findings: Findings) -> Vec<Claim> {
    Vec::new()
}
