//! What a careful reader would flag.
//!
//! Enters: a [`Document`], what was found in it and its claims. Leaves: [`Note`]s, each with its evidence. A note is
//! an observation, never a verdict on the author.

mod ambiguous;
pub mod arithmetic;
mod foreign;
mod marks;
mod passages;
mod retold;
mod sources;
mod variants;
mod words;

use crate::claims::Findings;
use crate::document::{Block, Document};
use crate::report::{BlockKind, Claim, Note, NoteKind};
use crate::text::Span;
use crate::text::order::{self, pair};

/// The notes on the document, by first span.
pub fn find(document: &Document, findings: Findings, claims: &[Claim]) -> Vec<Note> {
    let mut notes = words::find(document, findings.entities);
    notes.extend(passages::find(document));
    notes.extend(marks::find(document));
    notes.extend(arithmetic::find(document, findings.figures));
    notes.extend(ambiguous::find(document, findings.figures));
    notes.extend(variants::find(&document.reading, findings.entities));
    notes.extend(foreign::find(document));
    notes.extend(retold::find(document, findings));
    notes.extend(sources::find(document, findings, claims));
    order::by_key(&mut notes, |n| n.spans.first().map_or(0, |span| 1 + pair(span.start, span.end)));
    notes
}

/// A note without verdict or detail.
fn note(kind: NoteKind, spans: Vec<Span>, reason: &str) -> Note {
    Note { kind, spans, verdict: None, detail: None, reason: reason.to_string() }
}

/// Whether the block is running text of the article.
fn is_text(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote)
}
