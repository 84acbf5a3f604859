//! Mentions to entities: surname to full name, acronym to expansion, variants to the usual spelling.

use super::Found;
use crate::document::Document;
use crate::report::Entity;

/// Joins mentions that name the same.
pub fn join(_document: &Document, _names: Vec<Found>, _contacts: Vec<Found>) -> Vec<Entity> {
    Vec::new()
}
