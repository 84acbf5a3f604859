//! Passages of the article itself that are in another language.

use super::{is_text, note};
use crate::document::Document;
use crate::report::{Note, NoteKind};

/// A note at each such passage; the detail names its language.
pub fn find(document: &Document) -> Vec<Note> {
    let blocks: Vec<_> = document.blocks.iter().filter(|b| is_text(b)).collect();
    let noted = document.passages.iter().filter(|p| {
        let next = blocks.partition_point(|b| b.span.end <= p.span.start);
        blocks.get(next).is_some_and(|b| b.span.overlaps(p.span))
    });
    let describe = |p: &crate::report::Passage| Note {
        detail: Some(p.language.name.clone()),
        ..note(NoteKind::MixedLanguage, vec![p.span], "passage_in_another_language")
    };
    noted.map(describe).collect()
}
