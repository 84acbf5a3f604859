//! Quoted passages to quoted speech: which are statements, and which words beside them report them.
//!
//! Enters: [`Passage`]s. Leaves: a [`Voice`] for each that is speech. Knows nothing of entities.

use super::grammar::Grammar;
use super::passage::Passage;
use super::voices::{self, Frame, Voice};
use super::words;
use crate::document::Document;
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;

/// How far before or after a quote the words that report it may stand, in tokens.
const REACH: usize = 60;

/// What a quoted passage is.
#[derive(Debug, Clone)]
pub enum Use {
    /// A statement, with the words that report it where there are some.
    Statement(Option<Voice>),
    /// Some words of a sentence that is not wholly quoted.
    Fragment(Option<Voice>),
    /// A title, a word meant otherwise, a name.
    Other,
}

/// What each passage is. `passages` are in order.
pub fn classify(document: &Document, passages: &[Passage]) -> Vec<Use> {
    let bounds = |i: usize| {
        let previous = i.checked_sub(1).map_or(0, |p| passages[p].outer.end);
        let next = passages.get(i + 1).map_or(usize::MAX, |p| p.outer.start);
        (previous, next)
    };
    passages.iter().enumerate().map(|(i, p)| one(document, p, bounds(i))).collect()
}

fn one(document: &Document, passage: &Passage, bounds: (usize, usize)) -> Use {
    let reading = &document.reading;
    let Some(sentence) = sentence_of(document, passage.outer.start) else { return Use::Other };
    let grammar = Grammar::of(document.blocks[document.sentences[sentence].block].lexicon);
    let frame = frame(document, passage, sentence, bounds);
    let words = passage.inner.clone().filter(|i| reading.kind(*i) != TokenKind::Mark).count();
    let whole = passage.inner.end.checked_sub(1).is_some_and(|i| words::ends_sentence(reading, i));
    let stopped = passage
        .inner
        .end
        .checked_sub(1)
        .is_some_and(|i| words::ends_sentence(reading, i) || matches!(reading.word(i), "," | "–" | "—"));
    let starts = starts_statement(reading, &frame);
    let after = if starts || words >= SHORTEST_CLAUSE {
        voices::reported_after(reading, passage, &frame, grammar)
    } else {
        None
    };
    if let Some(voice) = after {
        if is_medium(reading, passage, &voice, words, stopped) {
            return Use::Other;
        }
        let whole = !begins_within(reading, passage, &frame, grammar);
        return if whole { Use::Statement(Some(voice)) } else { Use::Fragment(Some(voice)) };
    }
    if passage.resumed {
        return Use::Statement(None);
    }
    let last = frame.before.end.wrapping_sub(1);
    if is_gloss(reading, passage, &frame, grammar) {
        return Use::Other;
    }
    let lead = if frame.before.is_empty() { "" } else { reading.word(last) };
    match lead {
        ":" | "：" if words >= 2 || stopped => {
            let voice = voices::reported_before(reading, frame.before.start..last, grammar, true);
            // A few words that nobody is said to say name something.
            let named = voice.as_ref().is_none_or(|v| v.cue.is_none()) && words < SHORTEST_CLAUSE && !stopped;
            let titled = voice.is_none() && is_title(reading, passage, last);
            if named || titled { Use::Other } else { Use::Statement(voice) }
        }
        "," | "，" if words >= 2 || stopped => {
            match voices::reported_before(reading, frame.before.start..last, grammar, false) {
                // `said, “no-go areas” must not exist`: the statement goes on after the marks.
                Some(voice) if starts && (stopped || !goes_on(reading, &frame)) => Use::Statement(Some(voice)),
                voice if reading.is(passage.inner.start, Cue::Complementiser) => Use::Statement(voice),
                voice if words >= SHORTEST_CLAUSE || voice.is_some() => Use::Fragment(voice),
                _ => Use::Other,
            }
        }
        // A line of its own in single marks is a heading.
        _ if passage.single && frame.before.is_empty() && is_whole_block(document, passage) => Use::Other,
        // A sentence of its own between marks, its stop inside.
        _ if frame.before.is_empty() && whole && words >= 2 && !passage.single => Use::Statement(None),
        // `“…” – grumbled the neighbour`, the verb in no list.
        _ if frame.before.is_empty() && words >= 2 && !passage.single && is_reported_by_dash(reading, &frame) => {
            Use::Statement(None)
        }
        _ if starts && words >= SHORTEST_CLAUSE && ends_statement(reading, passage, stopped) => {
            Use::Statement(if frame.before.is_empty() {
                None
            } else {
                voices::reported_before(reading, frame.before.clone(), grammar, false)
            })
        }
        // `said that “…”`: all that is reported stands between the marks.
        _ if !frame.before.is_empty()
            && reading.is(last, Cue::Complementiser)
            && words >= SHORTEST_CLAUSE
            && ends_statement(reading, passage, stopped) =>
        {
            Use::Fragment(voices::reported_before(reading, frame.before.clone(), grammar, false))
        }
        _ => {
            if is_title(reading, passage, frame.before.end) {
                return Use::Other;
            }
            let adjacent = !frame.before.is_empty() && words::is_verb(reading, last);
            let voice = voices::reported_before(reading, frame.before.clone(), grammar, false)
                .or_else(|| voices::verb_closing(reading, &frame, grammar))
                .or_else(|| voices::fronted(reading, &frame, grammar));
            let capital = words::is_capitalised(reading, passage.inner.start);
            if adjacent && capital && (words >= SHORTEST_CLAUSE || whole) && voice.is_some() {
                return Use::Statement(voice);
            }
            Use::Fragment(voice)
        }
    }
}

/// The fewest words that a sentence of its own has; shorter quotes need words that report them.
const SHORTEST_CLAUSE: usize = 4;

fn sentence_of(document: &Document, token: usize) -> Option<usize> {
    document.sentences.partition_point(|s| s.tokens.start <= token).checked_sub(1)
}

fn frame(document: &Document, passage: &Passage, sentence: usize, bounds: (usize, usize)) -> Frame {
    let outer = &passage.outer;
    let start = document.sentences[sentence].tokens.start.max(bounds.0).max(outer.start.saturating_sub(REACH));
    let block = &document.blocks[document.sentences[sentence].block];
    let last = sentence_of(document, outer.end.saturating_sub(1)).unwrap_or(sentence);
    let mut end = document.sentences[last].tokens.end;
    if end <= outer.end {
        // A full stop inside the marks ends the sentence for some splitters, though the frame goes on.
        let next = document.sentences.get(last + 1).filter(|s| s.block == document.sentences[last].block);
        end = next.map_or(outer.end, |s| s.tokens.end);
    }
    let end = end.min(bounds.1).min(outer.end + REACH).max(outer.end);
    Frame {
        before: start.min(outer.start).max(block.tokens.start.min(outer.start))..outer.start,
        after: outer.end..end,
    }
}

/// Whether the passage stands where a statement can begin: at the start of its sentence or after a colon or comma.
fn starts_statement(reading: &Reading, frame: &Frame) -> bool {
    let last = frame.before.end.wrapping_sub(1);
    frame.before.is_empty()
        || matches!(reading.word(last), ":" | "：" | "," | "，" | "–" | "—" | "-" | "." | "!" | "?" | "…" | "(" | ";")
        || words::is_verb(reading, last) && reading.word(last.wrapping_sub(1)) != "-"
}

/// Whether a statement that is reported after the passage begins before it: `Of all he saw “nothing was left,” he said`.
fn begins_within(reading: &Reading, passage: &Passage, frame: &Frame, grammar: Grammar) -> bool {
    /// Fewer words before a comma and a quote only lead on to it: `In short, “…”`.
    const SHORTEST: usize = 4;
    let last = frame.before.end.wrapping_sub(1);
    let within = match reading.word(last) {
        _ if frame.before.is_empty() => false,
        "," => frame.before.len() > SHORTEST,
        _ => !starts_statement(reading, frame),
    };
    // The report follows a comma, inside the marks or after them.
    let comma = reading.word(frame.after.start) == "," || reading.word(passage.inner.end.wrapping_sub(1)) == ",";
    let reports = |i: usize| super::cues::at(reading, i, frame.before.end, grammar).is_some();
    within && comma && !passage.resumed && !frame.before.clone().any(reports)
}

/// Whether the passage is the name of a medium that reports something itself: `„BBC News“ berichtet unter …`.
fn is_medium(reading: &Reading, passage: &Passage, voice: &Voice, words: usize, stopped: bool) -> bool {
    let next = voice.cue.as_ref().is_some_and(|cue| cue.start == passage.outer.end);
    let named = voice.speaker.is_none() && voice.rule == "verb_after" && words < SHORTEST_CLAUSE && !stopped;
    named && next && words::is_capitalised(reading, passage.inner.start)
}

/// Whether the passage stands in brackets with a word or two that no one says: `(in English: “…”)`.
fn is_gloss(reading: &Reading, passage: &Passage, frame: &Frame, grammar: Grammar) -> bool {
    /// How far before the marks the bracket opens.
    const FURTHEST: usize = 12;
    let from = frame.before.start.max(frame.before.end.saturating_sub(FURTHEST));
    let bracket = (from..frame.before.end).rev().find(|i| matches!(reading.word(*i), "(" | "[" | ")" | "]"));
    let Some(open) = bracket.filter(|i| matches!(reading.word(*i), "(" | "[")) else { return false };
    let reports = |i: usize| super::cues::at(reading, i, frame.before.end, grammar).is_some();
    let closes = matches!(reading.word(passage.outer.end), ")" | "]" | ",");
    closes && !(open..frame.before.end).any(reports)
}

/// Whether the sentence goes on with a small word right after the passage.
fn goes_on(reading: &Reading, frame: &Frame) -> bool {
    !frame.after.is_empty() && words::is_small(reading, frame.after.start)
}

/// Whether a dash between spaces and a small letter follow the marks, as the words that report do in many languages.
fn is_reported_by_dash(reading: &Reading, frame: &Frame) -> bool {
    let dash = frame.after.start + usize::from(reading.word(frame.after.start) == ",");
    matches!(reading.word(dash), "–" | "—") && !reading.glued(dash) && words::is_small(reading, dash + 1)
}

fn is_whole_block(document: &Document, passage: &Passage) -> bool {
    let index = document.blocks.partition_point(|b| b.tokens.end <= passage.outer.start);
    document.blocks.get(index).is_some_and(|b| b.tokens == passage.outer)
}

/// Whether the sentence ends with the passage.
fn ends_statement(reading: &Reading, passage: &Passage, stopped: bool) -> bool {
    let next = passage.outer.end;
    stopped
        || next >= reading.tokens.len()
        || matches!(reading.word(next), "." | "!" | "?" | "…")
        // `…“,` at the end of a paragraph, its report lost.
        || reading.word(next) == "," && reading.text[reading.span(next..next + 1).end..].starts_with('\n')
        || !reading.text[passage_end(reading, passage)..].starts_with([' ', ','])
}

fn passage_end(reading: &Reading, passage: &Passage) -> usize {
    reading.span(passage.outer.clone()).end
}

/// Whether the passage is a title or a word meant otherwise, after the word before it.
fn is_title(reading: &Reading, passage: &Passage, before: usize) -> bool {
    /// How many tokens before the marks a title noun may begin: `the song “…”`, `the so-called “…”`.
    const BACK: usize = 3;
    let cues = [Cue::TitleNoun, Cue::ScareCue];
    let near = |from: usize, to: usize| (from..to).any(|i| cues.iter().any(|c| reading.is(i, *c)));
    near(before.saturating_sub(BACK), passage.outer.start)
}
