//! Whom the pronoun or description stands for that a claim begins with.
//!
//! Enters: a sentence. Leaves: the entity, where the text before leaves one likely. The rule is the plain form of
//! centering (Grosz, Joshi and Weinstein 1995): in the nearest sentence that names anyone of the kind, the one
//! named first. `It`, `this` and `they` may stand for a thing or a whole sentence and are left open.

use super::context::Context;
use super::form;
use crate::document::Sentence;
use crate::lexicon::Cue;
use crate::report::{Antecedent, EntityKind, Quote};
use crate::text::Span;

/// How many sentences back an antecedent is looked for; farther back a reader has lost it too.
pub const REACH: usize = 3;

/// What the subject of `sentence`, or of a part of one, stands for; who speaks in its `quote` is known from there.
pub fn of(context: &Context, sentence: &Sentence, quote: Option<&Quote>) -> Option<Antecedent> {
    let reading = context.reading();
    let (span, of) = form::anaphor(reading, sentence.tokens.clone())?;
    let kind = match of {
        "PER" => EntityKind::Per,
        "ORG" => EntityKind::Org,
        _ => return None,
    };
    let speaker = quote.and_then(|q| q.speaker.as_ref()).filter(|s| s.span == span);
    if let Some(entity) = speaker.and_then(|s| s.entity) {
        return Some(Antecedent { span, entity });
    }
    let sentences = &context.document.sentences;
    let next = sentences.partition_point(|s| s.span.start <= sentence.span.start);
    // The sentence that this is a part of comes first, as far as it goes before the pronoun.
    let near = sentences[next.saturating_sub(REACH + 1)..next].iter().rev();
    let entity = near.filter(|s| context.document.block_of(s).kind.is_body()).find_map(|s| {
        let before = Span::new(s.span.start, s.span.end.min(span.start).max(s.span.start));
        // A medium that reports, or that somebody spoke to, is none.
        let heard = |mention: Span| reading.is(reading.tokens_in(mention).start, Cue::Agency);
        let mut named = context.mentions_in(before).filter(|(_, id)| context.kind(*id) == Some(kind));
        named.find(|(mention, _)| !heard(*mention)).map(|(_, id)| id)
    })?;
    Some(Antecedent { span, entity })
}
