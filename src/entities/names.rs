//! Persons, organisations and places, by a trained tagger.
//!
//! Enters: a document and the spans already taken by contacts. Leaves: [`Found`] mentions. The rest of the crate
//! knows this stage by [`find`] alone. `training/` makes the weights, from what and how good they are says
//! `names.md` beside this file.

use super::Found;
use super::acronyms;
use super::garbled;
use super::grounds;
use super::model::Model;
use super::name::Name;
use super::tagger;
use super::view::View;
use crate::document::Document;
use crate::report::EntityKind;
use std::sync::LazyLock;

/// The kinds in the order in which the tagger numbers them.
const KINDS: [EntityKind; 3] = [EntityKind::Per, EntityKind::Org, EntityKind::Loc];

/// However sure the tagger is: mentions it is surest of are wrong once in a hundred times.
const SUREST: f64 = 0.99;

pub(super) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::read(include_bytes!("names.bin")).expect("the weights that are built in are whole"));

/// The names in the document, in order, none overlapping another or one of `taken`, which are in order.
pub fn find(document: &Document, taken: &[Found]) -> Vec<Found> {
    let model = &*MODEL;
    let named = document.sentences.iter().filter(|s| document.block_of(s).kind.has_entities());
    let view = View::new(&document.reading, named.map(|s| s.tokens.clone()), &model.gazetteer);
    let mut tagged = tagger::tag(model, &view);
    acronyms::whole(&view, document.text(), &mut tagged.names);
    garbled::find(&view, document.text(), &mut tagged.names);
    let free = |name: &&Name| !view.span(&name.pieces).overlaps_any(taken, |f| f.span);
    let found = |name: &Name| Found {
        span: view.span(&name.pieces),
        kind: KINDS[name.kind],
        confidence: f64::from(model.calibrated(name.probability)).min(SUREST),
        reason: grounds::reason(model, &view, &tagged, name, document.text()),
    };
    tagged.names.iter().filter(free).map(found).collect()
}
