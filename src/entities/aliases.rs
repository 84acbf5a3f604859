//! tmp
use super::Found;
use crate::document::Document;
use crate::report::{Entity, Mention};
/// Joins mentions that name the same.
pub fn join(document: &Document, names: Vec<Found>, contacts: Vec<Found>) -> Vec<Entity> {
    let mut all: Vec<Found> = names.into_iter().chain(contacts).collect();
    all.sort_by_key(|f| f.span);
    all.into_iter()
        .enumerate()
        .map(|(id, f)| {
            let name = f.span.of(document.text()).to_string();
            Entity {
                id,
                kind: f.kind,
                name: name.clone(),
                salience: 0.0,
                variants: vec![name],
                mentions: vec![Mention { span: f.span, confidence: f.confidence, reason: f.reason }],
            }
        })
        .collect()
}
