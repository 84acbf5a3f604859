//! Passages of the article itself that are in another language.

use super::{is_text, note};
use crate::document::Document;
use crate::report::{Note, NoteKind};

/// A note at each such passage; the detail names its language.
pub fn find(document: &Document) -> Vec<Note> {
    let blocks: Vec<_> = document.blocks.iter().filter(|b| is_text(b)).collect();
    let noted = document.passages.iter().filter(|p| p.span.overlaps_any(&blocks, |b| b.span));
    let describe = |p: &crate::report::Passage| Note {
        detail: Some(p.language.name.clone()),
        ..note(NoteKind::MixedLanguage, vec![p.span], "passage_in_another_language")
    };
    noted.map(describe).collect()
}
