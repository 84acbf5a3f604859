//! Speaker phrases to entities: by name, or from a pronoun or description to the likely one.
//!
//! Enters: token ranges and the document's entities. Leaves: [`Speaker`]s. Knows nothing of marks.

use super::grammar::Grammar;
use super::voices;
use super::words::{self, Role};
use crate::document::Document;
use crate::lexicon::{Cue, Reading};
use crate::report::{BlockKind, Entity, EntityKind, Speaker};
use crate::text::{Span, order};
use std::ops::Range;

/// How far back an antecedent may stand, in bytes: a few paragraphs of news.
const REACH: usize = 2000;
/// The longest titles before a name, in tokens.
const LONGEST_TITLE: usize = 6;
/// How many mentions back are weighed.
const MOST_MENTIONS: usize = 24;

/// Mentions that can speak, in order.
#[derive(Debug)]
pub struct Cast<'a> {
    entities: &'a [Entity],
    mentions: Vec<(Span, usize)>,
    /// Those in the text itself: a pronoun stands for nobody whom only a caption or a credit beside it names.
    told: Vec<(Span, usize)>,
}

impl<'a> Cast<'a> {
    /// The persons and organisations among `entities`; places speak too when nothing else fits the words.
    pub fn new(document: &Document, entities: &'a [Entity]) -> Self {
        let can = |e: &&Entity| matches!(e.kind, EntityKind::Per | EntityKind::Org | EntityKind::Loc);
        let mut mentions: Vec<(Span, usize)> =
            entities.iter().filter(can).flat_map(|e| e.mentions.iter().map(|m| (m.span, e.id))).collect();
        order::by_span(&mut mentions, |(span, _)| *span);
        let beside = |at: usize| {
            let block = document.sentence_at(at).map(|i| document.block_of(&document.sentences[i]).kind);
            matches!(block, Some(BlockKind::Caption | BlockKind::Byline | BlockKind::Dateline))
        };
        let told = mentions.iter().copied().filter(|(span, _)| !beside(span.start)).collect();
        Cast { entities, mentions, told }
    }

    /// The speaker that the tokens name. `last` is who spoke before.
    pub fn speaker(&self, document: &Document, tokens: Range<usize>, last: Option<usize>) -> Speaker {
        let reading = &document.reading;
        let span = reading.span(tokens.clone());
        let pronoun = if tokens.len() <= 2 {
            let pronoun = reading.find(tokens.start, Cue::SpeakerPronoun).or(reading.find(tokens.start, Cue::Anaphor));
            let mark = pronoun.filter(|m| m.len == tokens.len());
            let fused = reading.is(tokens.start, Cue::VerbWithPronoun).then_some("PER");
            mark.map(|m| m.value).or(fused)
        } else {
            None
        };
        if let Some(kind) = pronoun {
            let entity = self.antecedent(reading, span.start, kind, last);
            return Speaker { span, entity, inferred: entity.is_some() };
        }
        if let Some((mention, id)) = self.apposed(document, tokens.end, span) {
            return Speaker { span: mention, entity: Some(id), inferred: false };
        }
        let named = self.named_in(span);
        // `Kepala Desa Karya`, a name that nobody else has found: the words after the office.
        let office = reading.find(tokens.start, Cue::Role).map_or(0, |m| m.len);
        let rest = tokens.start + office..tokens.end;
        let place = named.is_none_or(|(_, id)| self.entities[id].kind == EntityKind::Loc);
        if place && office > 0 && !rest.is_empty() && rest.clone().all(|i| words::is_capitalised(reading, i)) {
            return Speaker { span: reading.span(rest), entity: None, inferred: false };
        }
        if let Some((mention, id)) = named {
            // A person's name says it alone; an organisation's may only tell where the speaker belongs.
            let name =
                self.entities[id].kind == EntityKind::Per || mention.start == span.start && mention.end == span.end;
            let whole = mention.contains(span);
            let span = if name && !whole { mention } else { span };
            return Speaker { span, entity: Some(id), inferred: false };
        }
        let noun = tokens.clone().rev().find_map(|i| Some((i, reading.find(i, Cue::SpeakerNoun)?)));
        // `the ministry of transport` says itself which.
        let bare = |i: usize| (i..tokens.end).all(|rest| words::has_role(reading, rest, Role::Closer));
        let described = noun.filter(|(i, m)| bare(i + m.len)).map(|(_, m)| m.value);
        // `a spokesperson`, `analysts`: only who is known already is somebody named before.
        let known = reading.is(tokens.start, Cue::DefiniteArticle)
            || reading.is(tokens.start, Cue::Anaphor)
            || words::has_role(reading, tokens.end - 1, Role::Closer);
        let entity = described.filter(|_| known).and_then(|kind| self.antecedent(reading, span.start, kind, last));
        Speaker { span, entity, inferred: entity.is_some() }
    }

    /// Whom a sentence is about: its first phrase if that can speak, else the person or organisation it names first.
    pub fn subject(&self, document: &Document, sentence: Range<usize>, grammar: Grammar) -> Option<Speaker> {
        let reading = &document.reading;
        let opening = voices::opening_subject(reading, sentence.clone(), grammar);
        let phrase = opening.filter(|p| {
            let nouns = p.clone().any(|i| reading.is(i, Cue::SpeakerNoun));
            nouns || self.named_in(reading.span(p.clone())).is_some()
        });
        if let Some(phrase) = phrase {
            return Some(Speaker { inferred: true, ..self.speaker(document, phrase, None) });
        }
        let (span, id) = self.named_in(reading.span(sentence))?;
        (self.entities[id].kind != EntityKind::Loc).then_some(Speaker { span, entity: Some(id), inferred: true })
    }

    /// The person named between commas right after the description in `span`: `the mayor, Anna Weiss, said`. Without
    /// the second comma or a stop the name may open a clause: `sagte die Sprecherin, Anna Weiss habe …`.
    fn apposed(&self, document: &Document, end: usize, span: Span) -> Option<(Span, usize)> {
        let reading = &document.reading;
        let person = |(_, id): &(Span, usize)| self.entities[*id].kind == EntityKind::Per;
        if reading.word(end) != "," || self.named_in(span).filter(person).is_some() {
            return None;
        }
        let start = reading.span(end..end + 1).end;
        // `the head, Dr. Anna Weiss, said`
        let mut name = end + 1;
        while let Some(title) = reading.find(name, Cue::Honorific).filter(|_| name < end + LONGEST_TITLE) {
            name += title.len + usize::from(reading.word(name + title.len) == ".");
        }
        let next = self.mentions.partition_point(|(s, _)| s.start < start);
        let (mention, id) = self.mentions.get(next).copied().filter(person)?;
        let named = reading.tokens_in(mention);
        let closed = matches!(reading.word(named.end), "," | "." | "(" | ":" | ";");
        ((end + 1..=name).contains(&named.start) && closed).then_some((mention, id))
    }

    /// The mention inside `span` that most likely speaks: a person before an organisation before a place.
    fn named_in(&self, span: Span) -> Option<(Span, usize)> {
        let from = self.mentions.partition_point(|(s, _)| s.end <= span.start);
        let inside = self.mentions[from..].iter().take_while(|(s, _)| s.start < span.end);
        inside.copied().min_by_key(|(s, id)| {
            let rank = match self.entities[*id].kind {
                EntityKind::Per => 0,
                EntityKind::Org => 1,
                _ => 2,
            };
            (rank, s.start)
        })
    }

    /// The entity of this kind that words at `at` most likely stand for: who spoke last, else the one named
    /// shortly before, weighed by how much the text is about it. A medium that somebody spoke to is none.
    fn antecedent(&self, reading: &Reading, at: usize, kind: &str, last: Option<usize>) -> Option<usize> {
        let fits = |id: usize| match kind {
            "PER" => self.entities[id].kind == EntityKind::Per,
            // Who are several are no single person; an organisation they can be.
            "ORG" | "PLURAL" => self.entities[id].kind == EntityKind::Org,
            "OPEN" => false,
            _ => self.entities[id].kind != EntityKind::Loc,
        };
        let end = self.told.partition_point(|(s, _)| s.start < at);
        let before = self.told[..end].iter().rev().take(MOST_MENTIONS).take_while(|(s, _)| s.end + REACH >= at);
        let mut best: Option<(f64, usize)> = None;
        let heard = |span: Span| reading.is(reading.tokens_in(span).start, Cue::Agency);
        for (rank, (span, id)) in before.filter(|(span, id)| fits(*id) && !heard(*span)).enumerate() {
            let near = 1.0 - (at - span.end.min(at)) as f64 / REACH as f64;
            let spoke = if last == Some(*id) { 0.5 } else { 0.0 };
            let first = if rank == 0 { 0.3 } else { 0.0 };
            let weight = near + spoke + first + 0.5 * self.entities[*id].salience;
            if best.is_none_or(|(w, _)| weight > w) {
                best = Some((weight, *id));
            }
        }
        best.map(|(_, id)| id)
    }
}
