//! Passages that stand in the text twice.
//!
//! Enters: the tokens of the article's text. Leaves: one note for each passage, with all its places. Linear: runs
//! of [`SHINGLE`] words are hashed, and a passage that is found is passed over.

use super::{is_text, note};
use crate::document::Document;
use crate::report::{Note, NoteKind};
use crate::text::{Span, TokenKind};
use rustc_hash::{FxHashMap, FxHasher};
use std::collections::hash_map::Entry;
use std::hash::{Hash, Hasher};

/// The shortest passage, in words: shorter runs recur in any long report.
const SHINGLE: usize = 8;

/// The shortest passage in bytes, for scripts that count every character as a word.
const BYTES: usize = 40;

/// How many different words a passage has at least: rows of tables and refrains have fewer.
const DIFFERENT: usize = 5;

/// The passages that recur in the document.
pub fn find(document: &Document) -> Vec<Note> {
    let words = Words::of(document);
    let mut first_seen: FxHashMap<u64, usize> = FxHashMap::default();
    let mut notes: Vec<Note> = Vec::new();
    // Where a passage was first seen, to its note.
    let mut noted: FxHashMap<usize, usize> = FxHashMap::default();
    let mut at = 0;
    while at + SHINGLE <= words.hashes.len() {
        let earlier = match first_seen.entry(words.shingle(at)) {
            Entry::Vacant(free) => {
                free.insert(at);
                None
            }
            Entry::Occupied(seen) => Some(*seen.get()),
        };
        // Asked first: a text of one word would be compared with itself to its end at every step.
        let earlier = earlier.filter(|_| words.vary(at));
        let length = earlier.map_or(0, |from| words.shared(from, at));
        let (Some(from), true) = (earlier, length >= SHINGLE && words.span(at, length).len() >= BYTES) else {
            at += 1;
            continue;
        };
        let place = words.span(at, length);
        match noted.get(&from) {
            Some(index) => notes[*index].spans.push(place),
            None => {
                noted.insert(from, notes.len());
                let spans = vec![words.span(from, length), place];
                notes.push(note(NoteKind::DuplicatePassage, spans, "same_words_twice"));
            }
        }
        at += length;
    }
    notes
}

/// The words and numbers of the article's text.
struct Words {
    hashes: Vec<u64>,
    spans: Vec<Span>,
    /// The block of each.
    blocks: Vec<u32>,
}

impl Words {
    fn of(document: &Document) -> Words {
        let reading = &document.reading;
        let mut words = Words { hashes: Vec::new(), spans: Vec::new(), blocks: Vec::new() };
        for (number, block) in document.blocks.iter().enumerate().filter(|(_, b)| is_text(b)) {
            for index in block.tokens.clone().filter(|i| reading.kind(*i) != TokenKind::Mark) {
                let mut hasher = FxHasher::default();
                reading.word(index).chars().flat_map(char::to_lowercase).for_each(|c| c.hash(&mut hasher));
                words.hashes.push(hasher.finish());
                words.spans.push(reading.tokens[index].span());
                words.blocks.push(number as u32);
            }
        }
        words
    }

    fn shingle(&self, at: usize) -> u64 {
        let mut hasher = FxHasher::default();
        self.hashes[at..at + SHINGLE].hash(&mut hasher);
        hasher.finish()
    }

    /// How many words the passages at `from` and, after it, at `to` share, each within its block.
    fn shared(&self, from: usize, to: usize) -> usize {
        let same = |k: &usize| {
            to + k < self.hashes.len()
                && from + k < to
                && self.hashes[from + k] == self.hashes[to + k]
                && self.blocks[from + k] == self.blocks[from]
                && self.blocks[to + k] == self.blocks[to]
        };
        (0..).take_while(same).count()
    }

    /// Whether the shingle at `at` has words enough that differ.
    fn vary(&self, at: usize) -> bool {
        let hashes = &self.hashes[at..at + SHINGLE];
        (0..SHINGLE).filter(|i| !hashes[..*i].contains(&hashes[*i])).count() >= DIFFERENT
    }

    fn span(&self, at: usize, length: usize) -> Span {
        self.spans[at].join(self.spans[at + length - 1])
    }
}

#[cfg(test)]
mod tests {
    use crate::report::NoteKind;
    use crate::{Options, analyse};

    fn check(text: &str, expected: &[&[&str]]) {
        let report = analyse(text, &Options { language: Some("eng".into()), ..Options::default() });
        let notes = report.notes.iter().filter(|n| n.kind == NoteKind::DuplicatePassage);
        let found: Vec<Vec<&str>> = notes.map(|n| n.spans.iter().map(|s| s.of(text)).collect()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_passage_told_twice_is_noted_once_with_its_places() {
        let told = "the harbour master closed the northern gate before the storm came";
        check(&format!("On Monday {told}. Later {told}, he said."), &[&[told, told]]);
        check(
            &format!("“It is {told}”, said the clerk “It is {told}”, said the mayor."),
            &[&[&format!("It is {told}”, said the"), &format!("It is {told}”, said the")]],
        );
        check(&format!("First {told}. Second {told}. Third {told}."), &[&[told, told, told]]);
    }

    #[test]
    fn short_runs_and_refrains_are_not() {
        check("The harbour master closed the gate. The harbour master closed the door.", &[]);
        check("la la la la la la la la la la la la la la la la la la la la la la la la la la", &[]);
    }
}
