//! What a careful reader would flag.
//!
//! Enters: a [`Document`], what was found in it and its claims. Leaves: [`Note`]s.

use crate::claims::Findings;
use crate::document::Document;
use crate::report::{Claim, Note};

/// The notes on the document, by first span.
pub fn find(_document: &Document, _findings: Findings, _claims: &[Claim]) -> Vec<Note> {
    Vec::new()
}
