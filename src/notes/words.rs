//! Words that stand twice by mistake: `Namun Namun`, `of the of the`.
//!
//! Enters: the tokens of the article's text, and where names stand. Leaves: notes. Languages that double words to
//! make plurals say so in their file; there only function words count.

use super::{is_text, note};
use crate::document::Document;
use crate::lexicon::{Cue, Lexicon, Reading};
use crate::report::{Entity, Note, NoteKind};
use crate::text::{Span, TokenKind, order};
use std::ops::Range;

/// Words that carry no meaning of their own: nobody doubles them to make a plural.
const FUNCTION: [Cue; 3] = [Cue::Connective, Cue::Complementiser, Cue::PlacePreposition];

/// The doubled words of the document.
pub fn find(document: &Document, entities: &[Entity]) -> Vec<Note> {
    let reading = &document.reading;
    let mut names: Vec<Span> = entities.iter().flat_map(|e| &e.mentions).map(|m| m.span).collect();
    order::by_span(&mut names, |span| *span);
    let mut notes = Vec::new();
    for block in document.blocks.iter().filter(|b| is_text(b)) {
        let mut index = block.tokens.start;
        while index < block.tokens.end {
            let Some(range) = doubled(reading, index..block.tokens.end, block.lexicon) else {
                index += 1;
                continue;
            };
            let span = reading.span(range.clone());
            if !within_one(&names, span) {
                notes.push(note(NoteKind::RepeatedWord, vec![span], "same_word_twice"));
            }
            index = range.end;
        }
    }
    notes
}

/// The tokens that `range` begins with and repeats at once: one word or two, as often as they come.
fn doubled(reading: &Reading, range: Range<usize>, lexicon: &Lexicon) -> Option<Range<usize>> {
    let at = range.start;
    let length = (1..=2).find(|n| {
        at + 2 * n <= range.end
            && (0..*n).all(|k| same(reading, at + k, at + n + k) && slips(reading, at + k, *n, lexicon))
            && (1..2 * n).all(|k| !reading.glued(at + k - 1))
    })?;
    let mut end = at + 2 * length;
    while end < range.end && same(reading, end - length, end) {
        end += 1;
    }
    // What is left of a last, incomplete repetition belongs to the text that follows.
    Some(at..end - (end - at) % length)
}

fn same(reading: &Reading, a: usize, b: usize) -> bool {
    let (a, b) = (reading.word(a), reading.word(b));
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    a == b || a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase))
}

/// Whether doubling the word at `index` would be a slip, as one of a run of `length` words.
fn slips(reading: &Reading, index: usize, length: usize, lexicon: &Lexicon) -> bool {
    let word = reading.word(index);
    let wanted = [Cue::Repeatable, Cue::NumberWord].iter().any(|cue| reading.is(index, *cue));
    if reading.kind(index) != TokenKind::Word || word.chars().nth(1).is_none() || wanted {
        return false;
    }
    // "again and again and again" is style.
    if length > 1 && (reading.is(index, Cue::Connective) || reading.is(index, Cue::RangeAnd)) {
        return false;
    }
    let capital = |i: usize| reading.word(i).chars().next().is_some_and(char::is_uppercase);
    let starts = index == 0 || reading.kind(index - 1) == TokenKind::Mark;
    if length == 1 && capital(index) && capital(index + 1) && !starts {
        return false;
    }
    let doubles = lexicon.setting("notes.reduplication") == "yes";
    !doubles || FUNCTION.iter().any(|cue| reading.is(index, *cue))
}

/// Whether one of the sorted spans holds `span`.
fn within_one(sorted: &[Span], span: Span) -> bool {
    let after = sorted.partition_point(|s| s.start <= span.start);
    sorted[..after].last().is_some_and(|s| s.contains(span))
}

#[cfg(test)]
mod tests {
    use crate::report::NoteKind;
    use crate::{Options, analyse};

    fn check(language: &str, text: &str, expected: &[&str]) {
        let report = analyse(text, &Options { language: Some(language.into()), ..Options::default() });
        let notes = report.notes.iter().filter(|n| n.kind == NoteKind::RepeatedWord);
        let found: Vec<&str> = notes.map(|n| n.spans[0].of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn slips_are_noted() {
        check("ind", "Namun Namun, gugatan itu ditolak oleh pengadilan.", &["Namun Namun"]);
        check("eng", "He went to the the market and bought bread.", &["the the"]);
        check("eng", "She spoke of the of the plan on Monday.", &["of the of the"]);
        check("deu", "Das Band wurde in Leeds verkauft verkauft und kam zurück.", &["verkauft verkauft"]);
        check("fra", "Le maire a signé signé le contrat hier soir.", &["signé signé"]);
    }

    #[test]
    fn what_is_meant_is_not() {
        check("eng", "It was very very cold, and all he had had was gone.", &[]);
        check("eng", "The band Duran Duran played in Pago Pago.", &[]);
        check("eng", "It went on again and again and again.", &[]);
        check("deu", "Sie sah, dass die die Daten hatten, und das war sehr sehr gut.", &[]);
        check("ind", "Para orang orang itu membawa buku buku baru.", &[]);
        check("ind", "Kupu-kupu dan orang-orang ada di sana.", &[]);
        check("zho", "人人都知道这件事情。", &[]);
        check("eng", "Twenty twenty was a hard year. Year one was harder.", &[]);
    }
}
