//! Figures that must fit together: shares of a whole, changes, sums, parts of a hundred, amounts each.
//!
//! Enters: the sentences and their figures. Leaves: a note for each sum that the text lets a reader do, with the
//! sum and whether it comes out. Where the words do not say that figures belong together there is no note.

pub(super) mod amount;
mod line;
mod rules;

use crate::document::Document;
use crate::report::{Figure, Note, NoteKind, Verdict};
use crate::text::{Span, order};
use line::Line;

/// More figures in a sentence are a table, and what belongs together in it words do not say.
const FIGURES: usize = 16;

/// A sum that the text states, done.
#[derive(Debug, Clone, PartialEq)]
struct Sum {
    /// The figures in it.
    spans: Vec<Span>,
    /// The sum as a reader would write it.
    shown: String,
    consistent: bool,
    rule: &'static str,
}

/// The sums of the document.
pub fn find(document: &Document, figures: &[Figure]) -> Vec<Note> {
    let mut notes: Vec<Note> = Vec::new();
    let mut previous: Option<Line> = None;
    for sentence in &document.sentences {
        if !super::is_text(document.block_of(sentence)) {
            previous = None;
            continue;
        }
        let from = figures.partition_point(|f| f.span.start < sentence.span.start);
        let to = figures.partition_point(|f| f.span.start < sentence.span.end);
        let line = Line::new(&document.reading, sentence.tokens.clone(), &figures[from..to.max(from)]);
        if line.figures.len() <= FIGURES {
            let joined = previous.as_ref().map(|p| p.with(&line)).filter(|j| j.figures.len() <= FIGURES);
            for sum in rules::sums(&line, joined.as_ref()) {
                let known = notes.last().is_some_and(|n| sum.spans.iter().all(|s| n.spans.contains(s)));
                if !known {
                    notes.push(note(sum));
                }
            }
        }
        previous = Some(line);
    }
    notes
}

fn note(mut sum: Sum) -> Note {
    order::by_span(&mut sum.spans, |span| *span);
    let verdict = if sum.consistent { Verdict::Consistent } else { Verdict::Inconsistent };
    Note { verdict: Some(verdict), detail: Some(sum.shown), ..super::note(NoteKind::Arithmetic, sum.spans, sum.rule) }
}
