//! The same count told with two values: `12 people were killed` here, `14 people were killed` there.
//!
//! Enters: the sentences and what was found in them. Leaves: a note for each such pair. The counted word and the
//! event must be the same, word for word; wherever the words allow two events, two groups or a correction, there
//! is no note.

use super::arithmetic::amount::Amount;
use super::{is_text, note};
use crate::claims::Findings;
use crate::document::{Document, Sentence};
use crate::lexicon::{Cue, folded};
use crate::report::{BlockKind, EntityKind, Figure, FigureKind, Note, NoteKind, TimeKind};
use crate::text::{Span, TokenKind, order};
use rustc_hash::FxHashMap;

/// How many tokens may lie between a count and its event: `12 people aboard the ferry were killed`.
const REACH: usize = 8;

/// The most notes in one document: more are a list, not a contradiction.
const MOST: usize = 3;

/// What makes it another count: others, a part, a total, a comparison, a correction, a doubt.
const OPEN: [Cue; 8] =
    [Cue::OtherCount, Cue::Total, Cue::Each, Cue::Rest, Cue::Compared, Cue::Change, Cue::Negation, Cue::Condition];

/// A count where it was told first.
struct Told<'a> {
    figure: &'a Figure,
    places: Vec<usize>,
    dates: Vec<&'a str>,
}

/// The counts that are told twice and do not agree.
pub fn find(document: &Document, findings: Findings) -> Vec<Note> {
    let mut first: FxHashMap<(String, String), Told> = FxHashMap::default();
    let places = places(findings);
    let mut notes = Vec::new();
    for sentence in &document.sentences {
        let block = document.block_of(sentence);
        let open = || OPEN.iter().any(|cue| document.reading.first_in(sentence.tokens.clone(), *cue).is_some());
        if !is_text(block) && block.kind != BlockKind::Headline {
            continue;
        }
        for figure in starting_in(findings.figures, |f| f.span, sentence.span) {
            let Some(key) = key(document, sentence, figure).filter(|_| !open()) else { continue };
            let dates = starting_in(findings.times, |t| t.span, sentence.span);
            let told = Told {
                figure,
                places: starting_in(&places, |p| p.0, sentence.span).map(|p| p.1).collect(),
                dates: dates.filter(|t| t.kind == TimeKind::Date).map(|t| t.timex.as_str()).collect(),
            };
            match first.get(&key) {
                Some(before) if notes.len() < MOST && conflict(before, &told) => {
                    let spans = vec![before.figure.span, figure.span];
                    let note = note(NoteKind::ConflictingFigures, spans, "same_count_told_differently");
                    notes.push(Note { detail: Some(format!("{} ≠ {}", before.figure.value, figure.value)), ..note });
                }
                Some(_) => {}
                None => {
                    first.insert(key, told);
                }
            }
        }
    }
    notes
}

/// Mentions of places with their entities, in order.
fn places(findings: Findings) -> Vec<(Span, usize)> {
    let named = findings.entities.iter().filter(|e| e.kind == EntityKind::Loc);
    let mut places: Vec<_> = named.flat_map(|e| e.mentions.iter().map(|m| (m.span, e.id))).collect();
    order::by_span(&mut places, |(span, _)| *span);
    places
}

/// What a figure counts and in which event.
fn key(document: &Document, sentence: &Sentence, figure: &Figure) -> Option<(String, String)> {
    let reading = &document.reading;
    if figure.kind != FigureKind::Number {
        return None;
    }
    let own = reading.tokens_in(figure.span);
    let counted = own.end;
    let noun = reading.kind(counted) == TokenKind::Word && counted < sentence.tokens.end;
    if !noun || reading.is(counted, Cue::PhraseWord) {
        return None;
    }
    // What a comma or `and` parts from the count is another matter.
    let parts = |i: &usize| reading.word(*i) == "," || reading.word(*i) == ";" || reading.is(*i, Cue::Coordinator);
    let after = counted..sentence.tokens.end.min(counted + REACH);
    let before = own.start.saturating_sub(REACH).max(sentence.tokens.start)..own.start;
    let tells = |i: &usize| reading.is(*i, Cue::Event);
    let event = after.take_while(|i| !parts(i)).find(tells);
    let event = event.or_else(|| before.rev().take_while(|i| !parts(i)).find(tells))?;
    // `were killed` and `killed` are one.
    let last = event + reading.find(event, Cue::Event).map_or(0, |m| m.len - 1);
    Some((folded(reading.word(counted)), folded(reading.word(last))))
}

/// Whether two counts of the same thing cannot both hold, and nothing says that they are of two occasions.
fn conflict(first: &Told, second: &Told) -> bool {
    let elsewhere = second.places.iter().any(|p| !first.places.contains(p));
    let another_day = !first.dates.is_empty() && second.dates.iter().any(|d| !first.dates.contains(d));
    let undated = first.dates.is_empty() && !second.dates.is_empty();
    !elsewhere && !another_day && !undated && !Amount::of(first.figure).meets(Amount::of(second.figure))
}

fn starting_in<T>(sorted: &[T], span_of: impl Fn(&T) -> Span + Copy, span: Span) -> impl Iterator<Item = &T> {
    let from = sorted.partition_point(|t| span_of(t).start < span.start);
    sorted[from..].iter().take_while(move |t| span_of(t).start < span.end)
}
