//! Who, what and where: mentions, and which of them name the same.
//!
//! Enters: a [`Document`]. Leaves: [`Entity`]s. Knows nothing of quotes or claims.

mod acronyms;
mod agreement;
pub mod aliases;
pub mod chain;
pub mod contacts;
mod edges;
pub mod features;
mod forms;
mod garbled;
pub mod gazetteer;
mod grounds;
mod heads;
mod iban;
mod joined;
mod links;
pub mod model;
pub mod name;
pub mod names;
mod network;
mod normal;
mod patterns;
mod phones;
mod priors;
mod run;
mod runs;
mod salience;
mod scorer;
mod spelling;
pub mod tagger;
pub mod view;
pub mod votes;
pub mod word;

use crate::document::Document;
use crate::report::{Entity, EntityKind};
use crate::text::Span;

/// One place where something is named, before mentions are joined.
#[derive(Debug, Clone)]
pub struct Found {
    /// Where, in bytes.
    pub span: Span,
    /// What kind of thing.
    pub kind: EntityKind,
    /// 0 to 1.
    pub confidence: f64,
    /// The rule or model that found it.
    pub reason: String,
}

/// All entities of the document, by first mention.
pub fn find(document: &Document) -> Vec<Entity> {
    let contacts = contacts::find(document.text());
    let names = names::find(document, &contacts);
    aliases::join(document, names, contacts)
}

/// Where contacts and identifiers stand, in order: what is in them is no figure and no date.
pub fn identifiers(entities: &[Entity]) -> Vec<Span> {
    let named = [EntityKind::Per, EntityKind::Org, EntityKind::Loc];
    let contacts = entities.iter().filter(|e| !named.contains(&e.kind));
    let mut spans: Vec<Span> = contacts.flat_map(|e| &e.mentions).map(|m| m.span).collect();
    spans.sort_unstable();
    spans
}
