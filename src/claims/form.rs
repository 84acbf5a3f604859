//! The form of a sentence: question, command, exclamation, courtesy, and whether its subject is a pronoun.
//!
//! Enters: a sentence's tokens. Leaves: a [`Form`]. Looks at the first words and the last marks only.

use crate::lexicon::{Cue, Mark, Reading};
use crate::text::{Span, TokenKind};
use std::ops::Range;

/// How many of the last tokens are looked at for the mark that ends the sentence: the mark, doubled, with a
/// closing quotation mark and a bracket.
const LAST: usize = 4;

/// Questions, commands and the like, each with the place that shows it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Form {
    /// The question mark, or the word that opens the question where the last mark is missing.
    pub question: Option<Span>,
    /// The verb that commands.
    pub imperative: Option<Span>,
    /// The exclamation mark.
    pub exclamation: Option<Span>,
    /// The greeting or thanks that opens the sentence.
    pub courtesy: Option<Span>,
}

impl Form {
    /// The form of the sentence in `range` of the tokens.
    pub fn of(reading: &Reading, range: Range<usize>) -> Form {
        let start = first_word(reading, &range);
        let opens = |cue: Cue| opening(reading, &range, start, cue).map(|(span, _)| span);
        let last = range.end.saturating_sub(LAST).max(range.start)..range.end;
        let ending = |of: fn(char) -> bool| {
            let place = last.clone().find(|i| *i > start && reading.word(*i).chars().all(of) && !apart(reading, *i));
            place.map(|i| reading.span(i..i + 1))
        };
        let full_stop = ending(|c| matches!(c, '.' | '。' | '।' | '…' | '!' | '！'));
        let question = ending(|c| matches!(c, '?' | '？' | '؟' | '⁇' | '‽'))
            .or_else(|| if full_stop.is_some() { None } else { opens(Cue::Question) });
        Form {
            question,
            imperative: opens(Cue::Imperative),
            exclamation: ending(|c| matches!(c, '!' | '！')),
            courtesy: opens(Cue::Courtesy),
        }
    }
}

/// The pronoun or description that is the subject of the sentence in `range`, and what it may stand for: `PER`, `ORG` or
/// `ANY`. Behind "but" and "and then" the subject still comes first.
pub fn anaphor(reading: &Reading, range: Range<usize>) -> Option<(Span, &'static str)> {
    let start = first_word(reading, &range);
    let mut subject = start;
    while let Some(mark) = reading.find(subject, Cue::Connective).filter(|_| subject < start + LAST) {
        if opening(reading, &range, subject, Cue::Anaphor).is_some_and(|(_, m)| m.len >= mark.len) {
            break;
        }
        subject += mark.len;
        subject += usize::from(reading.word(subject) == ",");
    }
    let (span, mark) = opening(reading, &range, subject, Cue::Anaphor)?;
    // `the agency of the state`, `the minister, Ellen Voss`: a description that says whose or who stands for itself.
    let next = subject + mark.len;
    let next = next + usize::from(reading.word(next) == ",");
    let named = reading.word(next).chars().next().is_some_and(char::is_uppercase);
    let whole = (named || reading.is(next, Cue::ShareOf)) && !reading.is(subject, Cue::SpeakerPronoun);
    (!whole || mark.value == "ANY").then_some((span, mark.value))
}

/// The first token of `range` that is no mark, its end where there is none.
pub fn first_word(reading: &Reading, range: &Range<usize>) -> usize {
    range.clone().find(|i| reading.kind(*i) != TokenKind::Mark).unwrap_or(range.end)
}

/// The phrase of a cue that begins at token `index` and does not reach out of `range`.
fn opening(reading: &Reading, range: &Range<usize>, index: usize, cue: Cue) -> Option<(Span, Mark)> {
    let mark = reading.find(index, cue).filter(|m| index + m.len <= range.end)?;
    Some((reading.span(index..index + mark.len), mark))
}

/// Whether the mark at token `at` stands behind a full stop, with a space between: a bullet or a lost character.
fn apart(reading: &Reading, at: usize) -> bool {
    at > 0 && reading.word(at - 1) == "." && reading.tokens[at - 1].span().end < reading.tokens[at].span().start
}
