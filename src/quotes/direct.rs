//! Quoted passages to quoted speech: which are statements, and which words beside them report them.
//!
//! Enters: [`Passage`]s. Leaves: a [`Voice`] for each that is speech. Knows nothing of entities.

use super::cues::{self, Manner};
use super::marks::Passage;
use super::phrases::{self, Grammar};
use super::words::{self, Role};
use crate::document::Document;
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// How far before or after a quote the words that report it may stand, in tokens.
const REACH: usize = 40;

/// Who says something, and which word reports it.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The noun phrase.
    pub speaker: Option<Range<usize>>,
    /// The word of reporting.
    pub cue: Option<Range<usize>>,
    /// Whether the cue takes words rather than statements: `called it “…”`.
    pub literal: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

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

/// The sentence around a passage: tokens before and after it, other passages left out.
struct Frame {
    before: Range<usize>,
    after: Range<usize>,
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
    let after =
        if starts || words >= SHORTEST_CLAUSE { reported_after(reading, passage, &frame, grammar) } else { None };
    if let Some(voice) = after {
        return Use::Statement(Some(voice));
    }
    let last = frame.before.end.wrapping_sub(1);
    let lead = if frame.before.is_empty() { "" } else { reading.word(last) };
    match lead {
        ":" if words >= 2 || stopped => {
            let voice = reported_before(reading, frame.before.start..last, grammar, true);
            if voice.is_none() && is_title(reading, passage, last) { Use::Other } else { Use::Statement(voice) }
        }
        "," if words >= 2 || stopped => match reported_before(reading, frame.before.start..last, grammar, false) {
            Some(voice) if starts => Use::Statement(Some(voice)),
            voice if words >= SHORTEST_CLAUSE || voice.is_some() => Use::Fragment(voice),
            _ => Use::Other,
        },
        // A line of its own in single marks is a heading.
        _ if passage.single && frame.before.is_empty() && is_whole_block(document, passage) => Use::Other,
        // A sentence of its own between marks, its stop inside.
        _ if frame.before.is_empty() && whole && words >= 2 && !passage.single => Use::Statement(None),
        _ if starts && words >= SHORTEST_CLAUSE && ends_statement(reading, passage, stopped) => {
            Use::Statement(if frame.before.is_empty() { None } else { voice_before(reading, &frame, grammar) })
        }
        // `said that “…”`: all that is reported stands between the marks.
        _ if !frame.before.is_empty()
            && reading.is(last, Cue::Complementiser)
            && words >= SHORTEST_CLAUSE
            && ends_statement(reading, passage, stopped) =>
        {
            match voice_before(reading, &frame, grammar) {
                Some(voice) => Use::Statement(Some(voice)),
                None => Use::Fragment(None),
            }
        }
        _ => {
            if is_title(reading, passage, frame.before.end) {
                return Use::Other;
            }
            let adjacent = !frame.before.is_empty() && words::is_verb(reading, last);
            let voice = voice_before(reading, &frame, grammar).or_else(|| verb_closing(reading, &frame, grammar));
            let capital = words::is_capitalised(reading, passage.inner.start);
            if adjacent && capital && words >= SHORTEST_CLAUSE && voice.is_some() {
                return Use::Statement(voice);
            }
            Use::Fragment(voice)
        }
    }
}

/// The fewest words that a sentence of its own has; shorter quotes need words that report them.
const SHORTEST_CLAUSE: usize = 4;

fn voice_before(reading: &Reading, frame: &Frame, grammar: Grammar) -> Option<Voice> {
    reported_before(reading, frame.before.clone(), grammar, false)
}

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
        || matches!(reading.word(last), ":" | "," | "–" | "—" | "-" | "." | "!" | "?" | "…" | "(" | ";")
        || words::is_verb(reading, last) && reading.word(last.wrapping_sub(1)) != "-"
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

/// The words after a quote that report it: `, said X`, `X said`, `katanya`, `so X`.
fn reported_after(reading: &Reading, passage: &Passage, frame: &Frame, grammar: Grammar) -> Option<Voice> {
    let mut at = frame.after.start;
    let end = frame.after.end;
    let mut comma = false;
    while at < end && matches!(reading.word(at), "," | "-" | "–" | "—" | "." | "\"") {
        comma |= reading.word(at) != ".";
        at += 1;
    }
    // After a full stop inside the marks, what follows may be a new sentence.
    let stopped =
        !comma && (reading.word(passage.inner.end.wrapping_sub(1)) == "." || reading.word(frame.after.start) == ".");
    let capital = words::is_capitalised(reading, at);
    // `also said X`, `a-t-il ajouté`
    while at < end
        && (matches!(words::role(reading, at), Some((Role::Adverb | Role::Auxiliary, _))) || reading.word(at) == "-")
        && !reading.is(at, Cue::AccordingTo)
        && !reading.is(at, Cue::SourceAfterComma)
    {
        at += 1;
    }
    let first = cues::at(reading, at, end, grammar);
    if let Some(report) = first {
        return match report.manner {
            Manner::WithPronoun => Some(Voice {
                speaker: Some(report.tokens.clone()),
                cue: Some(report.tokens),
                literal: false,
                rule: "verb_with_pronoun_after",
            }),
            Manner::Names if !(stopped && capital) => {
                let speaker = source(reading, report.tokens.end, end, grammar);
                Some(Voice { speaker, cue: Some(report.tokens), literal: false, rule: "source_after" })
            }
            Manner::Says | Manner::Acts | Manner::Quotes if !(stopped && capital) => {
                let speaker = phrases::after(reading, report.tokens.end, end, grammar);
                let speaker = speaker.or_else(|| phrases::in_adverbial(reading, report.tokens.end, end, grammar));
                Some(Voice { speaker, cue: Some(report.tokens), literal: false, rule: "verb_after" })
            }
            _ => None,
        };
    }
    // `X said`, `X, the head of Y, said`. Where the verb comes second, only a new sentence begins with X.
    const FURTHEST_VERB: usize = 25;
    if stopped && grammar.verb_second {
        return None;
    }
    let limit = end.min(at + FURTHEST_VERB);
    for verb in at + 1..limit {
        if matches!(reading.word(verb), ":" | ";") {
            return None;
        }
        let Some(report) = cues::at(reading, verb, end, grammar) else { continue };
        if !matches!(report.manner, Manner::Says | Manner::Acts | Manner::Quotes) {
            continue;
        }
        let speaker = phrases::before(reading, at, verb, grammar)?;
        if speaker.start != at {
            return None;
        }
        let next = report.tokens.end;
        let closes = next >= end
            || reading.kind(next) == TokenKind::Mark
            || words::is_time(reading, next)
            || matches!(
                words::role(reading, next),
                Some((Role::Preposition | Role::Adverb | Role::Conjunction | Role::And, _))
            );
        if !closes && (stopped || report.manner == Manner::Acts) {
            return None;
        }
        return Some(Voice {
            speaker: Some(speaker),
            cue: Some(report.tokens),
            literal: false,
            rule: "subject_verb_after",
        });
    }
    None
}

/// `der den Sieg als „Fest“ bezeichnete`: the verb closes the clause after the quoted words.
fn verb_closing(reading: &Reading, frame: &Frame, grammar: Grammar) -> Option<Voice> {
    /// How far after the quoted words their verb stands.
    const FURTHEST: usize = 4;
    let last = frame.before.end.checked_sub(1)?;
    let predicative = reading.is(last, Cue::Predicative)
        || words::has_role(reading, last, Role::Determiner) && reading.is(last - 1, Cue::Predicative);
    if frame.before.len() < 2 || !predicative {
        return None;
    }
    let end = frame.after.end.min(frame.after.start + FURTHEST);
    let inside = frame.after.start..end;
    let verb = inside
        .take_while(|i| reading.kind(*i) != TokenKind::Mark)
        .find_map(|i| cues::at(reading, i, frame.after.end, grammar).filter(|r| r.manner == Manner::Acts))?;
    // `als „…“ bezeichnet wird`: nobody says it.
    if words::has_role(reading, verb.end(), Role::Copula) || words::has_role(reading, verb.end(), Role::Auxiliary) {
        return None;
    }
    let speaker = opening_subject(reading, frame.before.clone(), grammar);
    Some(Voice { speaker, cue: Some(verb.tokens), literal: true, rule: "verb_closing" })
}

/// The source that a word like `according to` names.
pub fn source(reading: &Reading, from: usize, ceiling: usize, grammar: Grammar) -> Option<Range<usize>> {
    phrases::at(reading, from, ceiling, grammar)
}

/// The words in `frame` that report what follows it. With a colon, any sentence with a subject does.
fn reported_before(reading: &Reading, frame: Range<usize>, grammar: Grammar, colon: bool) -> Option<Voice> {
    for at in frame.clone().rev() {
        let Some(report) = cues::at(reading, at, frame.end, grammar) else { continue };
        let tokens = report.tokens.clone();
        match report.manner {
            Manner::WithPronoun => {
                return Some(Voice {
                    speaker: Some(tokens.clone()),
                    cue: Some(tokens),
                    literal: false,
                    rule: "verb_with_pronoun_before",
                });
            }
            Manner::Names => {
                let speaker = source(reading, tokens.end, frame.end, grammar);
                return Some(Voice { speaker, cue: Some(tokens), literal: false, rule: "source_before" });
            }
            Manner::Says | Manner::Acts | Manner::Quotes => {
                let speaker = subject(reading, frame.clone(), &tokens, grammar);
                return Some(Voice {
                    speaker,
                    cue: Some(tokens),
                    literal: reading.is(at, Cue::AttributionVerb),
                    rule: "verb_before",
                });
            }
        }
    }
    if !colon {
        return None;
    }
    let speaker = opening_subject(reading, frame, grammar)?;
    Some(Voice { speaker: Some(speaker), cue: None, literal: false, rule: "colon" })
}

/// The subject of the verb at `verb` in the clause `frame`: before it, else after it, else at the clause's start.
pub fn subject(reading: &Reading, frame: Range<usize>, verb: &Range<usize>, grammar: Grammar) -> Option<Range<usize>> {
    phrases::before(reading, frame.start, verb.start, grammar)
        .or_else(|| phrases::after(reading, verb.end, frame.end, grammar))
        .or_else(|| opening_subject(reading, frame.start..verb.start, grammar))
}

/// The noun phrase that a clause opens with.
pub fn opening_subject(reading: &Reading, clause: Range<usize>, grammar: Grammar) -> Option<Range<usize>> {
    /// How many words may open a clause before its subject.
    const MOST: usize = 12;
    let mut start = clause.start;
    while start < clause.end.min(clause.start + MOST) {
        match words::role(reading, start) {
            Some((Role::Adverb | Role::And | Role::Conjunction, len)) => start += len,
            Some((Role::Preposition, _)) => return None,
            _ if !words::is_nominal(reading, start) => start += 1,
            _ => break,
        }
    }
    source(reading, start, clause.end, grammar)
}

/// Whether the passage is a title or a word meant otherwise, after the word before it.
fn is_title(reading: &Reading, passage: &Passage, before: usize) -> bool {
    /// How many tokens before the marks a title noun may begin: `the song “…”`, `the so-called “…”`.
    const BACK: usize = 3;
    let cues = [Cue::TitleNoun, Cue::ScareCue];
    let near = |from: usize, to: usize| (from..to).any(|i| cues.iter().any(|c| reading.is(i, *c)));
    near(before.saturating_sub(BACK), passage.outer.start)
}
