//! Numbers whose separators allow two readings.

use super::note;
use crate::document::Document;
use crate::report::{Figure, Note, NoteKind};

/// A note at each figure that has two readings, boilerplate aside.
pub fn find(document: &Document, figures: &[Figure]) -> Vec<Note> {
    let in_body = |f: &&Figure| {
        let sentence = document.sentence_at(f.span.start);
        sentence.is_some_and(|s| document.block_of(&document.sentences[s]).kind.is_body())
    };
    let noted = figures.iter().filter(in_body).filter_map(|figure| {
        let other = figure.reading?;
        let detail = Some(format!("{} or {other}", figure.value));
        Some(Note { detail, ..note(NoteKind::AmbiguousNumber, vec![figure.span], "separator_reads_two_ways") })
    });
    noted.collect()
}
