//! Sentences that state two things: main clauses joined by a comma, a semicolon or a word such as `and`.
//!
//! Enters: a sentence with its findings. Leaves: its parts, one or several, each a sentence of its own to the other
//! files. Knows nothing of kinds and scores. A part has a subject and a verb of its own and tells something; in
//! doubt the sentence stays whole.

use super::context::Context;
use super::features::{self, Evidence, Feature};
use crate::document::Sentence;
use crate::lexicon::{Cue, Reading};
use crate::report::EntityKind;
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// The most parts of one sentence: more is a list.
const PARTS: usize = 4;

/// How many words a part has at least: subject, verb and two more.
const WORDS: usize = 4;

/// Within how many tokens the verb of the second part stands: few subjects are longer.
const SUBJECT: usize = 12;

/// The parts of `sentence` in order, with what each shows; the whole where it is one.
pub fn of(context: &Context, sentence: &Sentence, labels: &[Span]) -> Vec<(Sentence, Vec<Evidence>)> {
    let shows = |range: Range<usize>| features::of(context, range, labels);
    let tells = |range: &Range<usize>, shown: &[Evidence]| {
        features::words(context, range.clone(), labels) >= WORDS && telling(shown)
    };
    let end = sentence.tokens.end;
    let mut parts: Vec<(Range<usize>, Vec<Evidence>)> = Vec::new();
    let mut start = sentence.tokens.start;
    for at in sentence.tokens.clone() {
        if parts.len() + 1 == PARTS {
            break;
        }
        let Some((left_end, right)) = joint(context, start..end, at) else { continue };
        let (left, rest) = (start..left_end, right..end);
        let shown = shows(left.clone());
        if tells(&left, &shown) && tells(&rest, &shows(rest.clone())) {
            parts.push((left, shown));
            start = right;
        }
    }
    let last = start..end;
    let shown = shows(last.clone());
    parts.push((last, shown));
    let whole = parts.len() == 1;
    let part = |(tokens, shown): (Range<usize>, Vec<Evidence>)| {
        let span = if whole { sentence.span } else { context.reading().span(tokens.clone()) };
        (Sentence { span, tokens, block: sentence.block }, shown)
    };
    parts.into_iter().map(part).collect()
}

/// Whether something shown makes a part worth a claim of its own.
fn telling(shown: &[Evidence]) -> bool {
    use Feature::*;
    let told = [Number, Few, Percent, Money, Quantity, Dated, Event, Record, Change, Denial, Measured];
    shown.iter().any(|e| told.contains(&e.feature)) && !shown.iter().any(|e| e.feature == Question)
}

/// Where the part before the joint at `at` ends and the part after it begins, if two main clauses meet there.
fn joint(context: &Context, sentence: Range<usize>, at: usize) -> Option<(usize, usize)> {
    let reading = context.reading();
    let semicolon = reading.word(at) == ";";
    let word = reading.find(at, Cue::Coordinator);
    if !semicolon && word.is_none() || at <= sentence.start {
        return None;
    }
    let right = at + if semicolon { 1 } else { word.map_or(1, |m| m.len) };
    let left = at - usize::from(reading.word(at - 1) == ",");
    let (before, after) = (sentence.start..left, right..sentence.end);
    let sound = has_subject(context, right) && verb_follows(reading, after) && stands(reading, before);
    (sound && !quoted(context, at)).then_some((left, right))
}

/// Whether a subject begins at token `at`: a name, a pronoun, an article, a number.
fn has_subject(context: &Context, at: usize) -> bool {
    let reading = context.reading();
    let article = reading.find(at, Cue::PhraseWord).is_some_and(|m| m.value == "determiner");
    let pronoun = reading.is(at, Cue::Anaphor) || reading.is(at, Cue::SpeakerPronoun);
    let counted = reading.kind(at) == TokenKind::Number;
    let here = reading.span(at..at + 1);
    let kinds = [EntityKind::Per, EntityKind::Org, EntityKind::Loc];
    let named = || context.mentions_in(here).any(|(_, id)| context.kind(id).is_some_and(|k| kinds.contains(&k)));
    article || pronoun || counted || named()
}

/// Whether a verb stands soon after the subject that opens `clause`, and nothing between opens another clause.
fn verb_follows(reading: &Reading, clause: Range<usize>) -> bool {
    let ceiling = clause.end.min(clause.start + SUBJECT);
    for at in clause.start + 1..ceiling {
        if is_verb(reading, at) {
            return true;
        }
        if opens_another(reading, at) || matches!(reading.word(at), "," | ";" | ":" | "–" | "—") {
            return false;
        }
    }
    false
}

/// Whether the part before is a main clause to its end: it has a verb, and nothing in it opens a clause that the
/// second part might go on with.
fn stands(reading: &Reading, clause: Range<usize>) -> bool {
    let mut verb = false;
    for at in clause {
        if opens_another(reading, at) {
            return false;
        }
        verb |= is_verb(reading, at);
    }
    verb
}

fn is_verb(reading: &Reading, at: usize) -> bool {
    let verbs = [Cue::Past, Cue::Change, Cue::Event, Cue::ReportingVerb, Cue::Plan, Cue::Rule];
    let phrase = reading.find(at, Cue::PhraseWord).is_some_and(|m| matches!(m.value, "auxiliary" | "copula"));
    phrase || verbs.iter().any(|cue| reading.is(at, *cue))
}

/// Whether a relative clause, an indirect question or reported words begin at token `at`.
fn opens_another(reading: &Reading, at: usize) -> bool {
    let relative = reading.find(at, Cue::PhraseWord).is_some_and(|m| matches!(m.value, "relative" | "conjunction"));
    (relative && !reading.is(at, Cue::Coordinator)) || reading.is(at, Cue::Complementiser)
}

/// Whether token `at` stands inside a quote: what somebody says stays as it was said.
fn quoted(context: &Context, at: usize) -> bool {
    context.quote_at(context.reading().span(at..at + 1))
}
