//! Speech after a dash, as Spanish, French, Portuguese and Italian write it: `—No lo sé —dijo ella—. Mañana.`
//!
//! Enters: a [`Document`] and what stands between quotation marks. Leaves: more [`Passage`]s. Knows nothing of
//! speakers. A paragraph that begins with a dash is speech only if words that report it follow: lists begin so too.

use super::grammar::Grammar;
use super::passage::Passage;
use super::words::{self, Role};
use crate::document::Document;
use crate::lexicon::{Cue, Reading};
use crate::text::order;
use std::ops::Range;

/// How far into the paragraph the words that report it may begin, in tokens: speech is short.
const REACH: usize = 120;

/// How many tokens the report may have: cue, office and name.
const LONGEST: usize = 25;

/// The fewest tokens that are speech.
const SHORTEST: usize = 2;

/// Adds the speech after dashes to `passages`, which stay in order.
pub fn add(document: &Document, passages: &mut Vec<Passage>) {
    let mut found = Vec::new();
    for block in document.blocks.iter().filter(|b| b.kind.is_body()) {
        let tokens = block.tokens.clone();
        if Grammar::of(block.lexicon).dash_dialogue && is_dash(&document.reading, tokens.start) {
            let next = passages.partition_point(|p| p.outer.end <= tokens.start);
            let marked = passages.get(next).is_some_and(|p| p.outer.start < tokens.end);
            if !marked {
                found.extend(parts(document, tokens));
            }
        }
    }
    if !found.is_empty() {
        passages.append(&mut found);
        order::by_key(passages, |p| p.outer.start as u64);
    }
}

/// What is said in the block, before and after the words that report it.
fn parts(document: &Document, block: Range<usize>) -> Vec<Passage> {
    let reading = &document.reading;
    let from = block.start + 1;
    let ceiling = block.end.min(from + REACH);
    let Some(report) = (from + SHORTEST..ceiling).find(|i| reports(reading, *i, ceiling)) else { return Vec::new() };
    let passage = |outer: Range<usize>, inner: Range<usize>, resumed| Passage {
        outer,
        inner,
        complete: true,
        single: false,
        resumed,
    };
    let mut parts = vec![passage(block.start..report, from..report, false)];
    let rest = if is_dash(reading, report) {
        let closing = (report + 2..block.end.min(report + LONGEST)).find(|i| is_dash(reading, *i));
        closing.map(|dash| dash + 1 + usize::from(matches!(reading.word(dash + 1), "." | "," | ";" | ":")))
    } else {
        // The report after a comma goes to the end of its sentence.
        let sentence = document.sentences.partition_point(|s| s.tokens.start <= report);
        document.sentences.get(sentence).map(|s| s.tokens.start).filter(|start| *start < block.end)
    };
    if let Some(start) = rest.filter(|start| *start + SHORTEST < block.end) {
        parts.push(passage(start..block.end, start..block.end, true));
    }
    parts
}

/// Whether the words that report what stands before begin at token `at`: a dash or a comma, and a verb of saying.
fn reports(reading: &Reading, at: usize, ceiling: usize) -> bool {
    if !(is_dash(reading, at) || reading.word(at) == ",") {
        return false;
    }
    let mut verb = at + 1;
    // `a déclaré`, `a-t-il ajouté`, `ha detto`
    while verb < ceiling && words::has_role(reading, verb, Role::Auxiliary) {
        verb += 1;
    }
    words::is_verb(reading, verb) || reading.is(verb, Cue::QuoteVerb)
}

fn is_dash(reading: &Reading, index: usize) -> bool {
    matches!(reading.word(index), "—" | "–" | "―")
}
