//! Sentences that are reported by the mood of their verb alone: German „Er sei unschuldig. Das habe …“.
//!
//! Enters: the sentences of a document. Leaves: one [`Reported`] for each run of them. Knows nothing of speakers:
//! they go on from the quote before.

use super::indirect::{Reported, Taken, body_of};
use super::words;
use crate::document::Document;
use crate::lexicon::{Cue, Reading};
use std::ops::Range;

/// Runs of sentences of one paragraph whose verbs stand in the mood of reported speech, outside what is quoted or
/// reported (`reported`, in order) already.
pub fn find(document: &Document, taken: &Taken, reported: &[Reported]) -> Vec<Reported> {
    let reading = &document.reading;
    let mut found: Vec<Reported> = Vec::new();
    // The last sentence that reports, and whether it belongs to the last run found.
    let mut last: Option<usize> = None;
    let mut goes_on = false;
    for (number, sentence) in document.sentences.iter().enumerate() {
        let block = document.block_of(sentence);
        if !block.kind.is_body() {
            continue;
        }
        let body = body_of(reading, sentence);
        // A run goes on in the next paragraph, but the second form is one only beside a report in its own.
        let next = last.is_some_and(|l| l + 1 == number);
        let follows = next && last.is_some_and(|l| document.sentences[l].block == sentence.block);
        if overlaps(&body, &taken.quoted, |q| &q.tokens) || overlaps(&body, reported, |r| &r.content) {
            last = Some(number);
            goes_on = false;
            continue;
        }
        let small = |i: &usize| !words::is_capitalised(reading, *i);
        let mood = body.clone().filter(small).find_map(|i| reading.find(i, Cue::ReportedMood)).map(|m| m.value);
        // The second form also states conditions: it needs a report before it to be one.
        if mood != Some("first") && !(follows && mood == Some("second")) {
            continue;
        }
        goes_on &= next;
        last = Some(number);
        let content = reported_part(reading, body);
        match found.last_mut().filter(|_| goes_on) {
            Some(run) => run.content.end = content.end,
            None => found.push(Reported { content, speaker: None, cue: None, rule: "reported_mood" }),
        }
        goes_on = true;
    }
    found
}

/// The part of a sentence that its mood reports: all of it, or what follows the noun of reporting or the colon that
/// the clause in that mood depends on: `Er bekräftigte die Aussage, es sei …`.
fn reported_part(reading: &Reading, body: Range<usize>) -> Range<usize> {
    /// The longest way from the sentence's start to its reported clause.
    const FURTHEST: usize = 60;
    let mut opens: Option<usize> = None;
    let mut noun = false;
    for at in body.start..body.end.min(body.start + FURTHEST) {
        if !words::is_capitalised(reading, at) && reading.is(at, Cue::ReportedMood) {
            return opens.unwrap_or(body.start)..body.end;
        }
        noun |= reading.is(at, Cue::ReportingNoun);
        let depends = reading.word(at) == "," && (noun || reading.is(at + 1, Cue::Complementiser));
        if reading.word(at) == ":" || depends {
            let mark = reading.find(at + 1, Cue::Complementiser).map_or(0, |m| m.len);
            opens = opens.or(Some(at + 1 + mark));
        }
    }
    body
}

/// Whether `body` shares a token with one of `sorted`, which are in order.
fn overlaps<T>(body: &Range<usize>, sorted: &[T], range: impl Fn(&T) -> &Range<usize>) -> bool {
    let index = sorted.partition_point(|r| range(r).end <= body.start);
    sorted.get(index).is_some_and(|r| range(r).start < body.end)
}
