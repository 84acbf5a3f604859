//! Who says what: direct, mixed and indirect speech.
//!
//! Enters: a [`Document`] and its entities. Leaves: [`Quote`]s. Knows nothing of claims.

mod clauses;
mod cues;
mod dialogue;
mod direct;
mod endings;
mod glyphs;
mod grammar;
mod indirect;
mod insets;
mod marks;
mod mood;
mod passage;
mod phrases;
mod postposed;
mod resolve;
mod sources;
mod voices;
mod words;

use crate::document::Document;
use crate::lexicon::{Cue, Reading};
use crate::report::{Entity, Quote, QuoteKind, Speaker};
use crate::text::order::{self, falling, pair};
use crate::text::{Span, TokenKind};
use direct::Use;
use grammar::Grammar;
use indirect::{Quoted, Reported, Taken};
use passage::Passage;
use resolve::Cast;
use std::ops::Range;
use voices::Voice;

/// A quote before its speaker is resolved.
#[derive(Debug)]
struct Draft {
    kind: QuoteKind,
    /// With the marks.
    outer: Range<usize>,
    content: Range<usize>,
    voice: Option<Voice>,
    complete: bool,
}

/// The quotes of the document, in order.
pub fn find(document: &Document, entities: &[Entity]) -> Vec<Quote> {
    let mut passages = marks::find(document);
    dialogue::add(document, &mut passages);
    let uses = direct::classify(document, &passages);
    let mut drafts = statements(document, &passages, &uses);
    let taken = taken(&drafts, &passages);
    let mut reported = indirect::find(document, &taken);
    reported.extend(mood::find(document, &taken, &reported));
    order::by_key(&mut reported, |r| r.content.start as u64);
    drafts.retain(|draft| !is_nested(draft, &reported));
    drafts.extend(fragments(document, &passages, &uses, &reported));
    drafts.extend(reported.into_iter().map(|r| reported_draft(&passages, r)));
    order::by_key(&mut drafts, |d| pair(d.outer.start, falling(d.outer.end)));
    voiced(document, drafts, &Cast::new(document, entities))
}

fn taken(drafts: &[Draft], passages: &[Passage]) -> Taken {
    let cue = |d: &Draft| Some(d.voice.as_ref()?.cue.as_ref()?.start);
    let quoted = drafts.iter().map(|d| Quoted { tokens: d.outer.clone(), cue: cue(d) }).collect();
    let mut cues: Vec<usize> = drafts.iter().filter_map(cue).collect();
    order::by_key(&mut cues, |cue| *cue as u64);
    let marked = passages.iter().map(|p| p.outer.clone()).collect();
    Taken { quoted, cues, marked }
}

/// Whether the draft stands inside what is reported.
fn is_nested(draft: &Draft, reported: &[Reported]) -> bool {
    let index = reported.partition_point(|r| r.content.end <= draft.outer.start);
    let around = reported.get(index).map(|r| &r.content);
    around.is_some_and(|content| content.start < draft.outer.start && draft.outer.end <= content.end)
}

/// The quoted statements; one interrupted by the words that report it is one.
fn statements(document: &Document, passages: &[Passage], uses: &[Use]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (passage, kind) in passages.iter().zip(uses) {
        let Use::Statement(voice) = kind else { continue };
        let last = drafts.last_mut().filter(|last| goes_on(document, last, passage, voice.as_ref()));
        if let Some(last) = last {
            last.outer.end = passage.outer.end;
            last.content.end = passage.inner.end;
            last.complete &= passage.complete;
            continue;
        }
        drafts.push(Draft {
            kind: QuoteKind::Direct,
            outer: passage.outer.clone(),
            content: passage.inner.clone(),
            voice: voice.clone(),
            complete: passage.complete,
        });
    }
    drafts
}

/// Whether `passage` goes on with the quote before it: only the words that report that one stand between.
fn goes_on(document: &Document, last: &Draft, passage: &Passage, voice: Option<&Voice>) -> bool {
    /// The longest interruption, in tokens: speaker, office and cue.
    const LONGEST: usize = 60;
    let between = last.outer.end..passage.outer.start;
    let Some(cue) = last.voice.as_ref().and_then(|v| v.cue.as_ref()) else { return false };
    let same = voice.is_none_or(|v| v.cue.as_ref() == Some(cue));
    // A comma inside the marks says that the quote goes on after the report, whatever ends that; ! and ? say so
    // only where the report does not end its sentence. A comma after the marks only ends the words quoted.
    let reading = &document.reading;
    let end = last.content.clone().rev().find(|i| glyphs::at(reading, *i, &last.content).is_none());
    let closed = words::ends_sentence(reading, between.end - 1);
    let inside = end.is_some_and(|i| match reading.word(i) {
        "," | "–" | "—" => true,
        "?" | "!" | "…" => !closed,
        _ => false,
    });
    let comma = inside && reading.word(last.outer.end) != ",";
    let sentence = |token: usize| document.sentences.partition_point(|s| s.tokens.start <= token);
    let block = |token: usize| document.blocks.partition_point(|b| b.tokens.end <= token);
    same && between.contains(&cue.start)
        && between.len() <= LONGEST
        && block(last.outer.end - 1) == block(passage.outer.start)
        && sentence(passage.outer.start) - sentence(last.outer.end - 1) <= usize::from(comma)
}

/// Quoted words in no reported clause that are attributed nevertheless.
fn fragments(document: &Document, passages: &[Passage], uses: &[Use], reported: &[Reported]) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (passage, kind) in passages.iter().zip(uses) {
        let Use::Fragment(voice) = kind else { continue };
        let index = reported.partition_point(|r| r.content.end <= passage.inner.start);
        if reported.get(index).is_some_and(|r| r.content.start <= passage.inner.end) {
            continue;
        }
        let Some(kind) = kind_of_fragment(&document.reading, passage, voice.as_ref()) else { continue };
        drafts.push(Draft {
            kind,
            outer: passage.outer.clone(),
            content: passage.inner.clone(),
            voice: voice.clone(),
            complete: passage.complete,
        });
    }
    drafts
}

/// What some quoted words of a sentence are: quoted for themselves (`called it “a disgrace”`), or part of what is
/// reported; `None` for names and words meant otherwise.
fn kind_of_fragment(reading: &Reading, passage: &Passage, voice: Option<&Voice>) -> Option<QuoteKind> {
    /// Words that nobody is said to say must be as many, so that they are no name.
    const LONG: usize = 7;
    let words = passage.inner.clone().filter(|i| reading.kind(*i) != TokenKind::Mark).count();
    let small = words::is_small(reading, passage.inner.start);
    // A name stands after the article of what is known, or beside the noun it names.
    let before = passage.outer.start.wrapping_sub(1);
    let beside = words::is_capitalised(reading, before) && !words::is_verb(reading, before);
    if !small && words < LONG && (reading.is(before, Cue::DefiniteArticle) || beside) {
        return None;
    }
    match voice {
        // Where letters have no case, a quoted clause begins like any word.
        None if words::is_caseless(reading, passage.inner.start) => {
            let apart = passage.inner.clone().filter(|i| !reading.glued(*i)).count();
            (apart.max(words / 2) >= LONG).then_some(QuoteKind::Direct)
        }
        None => (small && words >= LONG).then_some(QuoteKind::Mixed),
        Some(_) if passage.single && words < LONG => None,
        Some(voice) if voice.literal => (words >= 1).then_some(QuoteKind::Direct),
        Some(_) => (small && words >= 2 || words >= LONG).then_some(QuoteKind::Mixed),
    }
}

fn reported_draft(passages: &[Passage], reported: Reported) -> Draft {
    let content = reported.content;
    let index = passages.partition_point(|p| p.outer.end <= content.start);
    let voice = Some(Voice { speaker: reported.speaker, cue: reported.cue, literal: false, rule: reported.rule });
    let passage = passages.get(index).filter(|p| p.outer.start < content.end);
    match passage {
        // All that is reported stands between marks: `he said that “…”`.
        Some(p) if p.inner.start <= content.start + 1 && p.outer.end + 1 >= content.end => Draft {
            kind: QuoteKind::Direct,
            outer: p.outer.clone(),
            content: p.inner.clone(),
            voice,
            complete: p.complete,
        },
        _ => Draft {
            kind: if passage.is_some() { QuoteKind::Mixed } else { QuoteKind::Indirect },
            outer: content.clone(),
            content,
            voice,
            complete: true,
        },
    }
}

/// Resolves the speakers; a quote that names none goes on from the one before it.
fn voiced(document: &Document, drafts: Vec<Draft>, cast: &Cast) -> Vec<Quote> {
    let reading = &document.reading;
    let mut quotes: Vec<Quote> = Vec::new();
    let mut end = 0;
    for draft in drafts {
        if draft.outer.start < end {
            continue;
        }
        end = draft.outer.end;
        let near = quotes.last().map(|q| q.span);
        let last: Option<&Speaker> = quotes.last().and_then(|q| q.speaker.as_ref());
        let own = draft.voice.as_ref().and_then(|v| v.speaker.clone());
        let speaker = match own {
            Some(tokens) => Some(cast.speaker(document, tokens, last.and_then(|s| s.entity))),
            None => {
                let before = before(document, cast, draft.outer.start, near);
                before.or_else(|| last.map(|s| Speaker { inferred: true, ..s.clone() }))
            }
        };
        let cue = draft.voice.as_ref().and_then(|v| v.cue.clone()).map(|c| reading.span(c));
        let content = reading.span(draft.content);
        let span = around(reading.span(draft.outer), speaker.as_ref().map(|s| s.span), cue);
        let rule = draft.voice.map_or("marks", |v| v.rule);
        let (kind, complete, reason) = (draft.kind, draft.complete, rule.to_string());
        quotes.push(Quote { span, kind, content, speaker, cue, complete, reason });
    }
    quotes
}

/// Whom the sentence before token `at` is about, unless the quote at `near` reaches into it: who goes on there to speak.
fn before(document: &Document, cast: &Cast, at: usize, near: Option<Span>) -> Option<Speaker> {
    let here = document.sentences.partition_point(|s| s.tokens.start <= at).checked_sub(1)?;
    let sentence = &document.sentences[here.checked_sub(1)?];
    if near.is_some_and(|q| q.end > sentence.span.start) || !document.block_of(sentence).kind.is_body() {
        return None;
    }
    let grammar = Grammar::of(document.block_of(sentence).lexicon);
    cast.subject(document, sentence.tokens.clone(), grammar)
}

/// The span of a quote with its cue and speaker where they adjoin it.
fn around(quote: Span, speaker: Option<Span>, cue: Option<Span>) -> Span {
    /// At most this many bytes between the parts: a comma, an adverb, an addressee.
    const NEAR: usize = 60;
    let near = |span: Span, part: Span| part.start <= span.end + NEAR && span.start <= part.end + NEAR;
    let mut span = quote;
    for part in cue.into_iter().chain(speaker) {
        if near(span, part) {
            span = span.join(part);
        }
    }
    span
}
