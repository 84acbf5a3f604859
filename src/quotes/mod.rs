//! Who says what: direct, mixed and indirect speech.
//!
//! Enters: a [`Document`] and its entities. Leaves: [`Quote`]s. Knows nothing of claims.

use crate::document::Document;
use crate::report::{Entity, Quote};

/// The quotes of the document, in order.
pub fn find(_document: &Document, _entities: &[Entity]) -> Vec<Quote> {
    Vec::new()
}
