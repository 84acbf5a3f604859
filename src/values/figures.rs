//! Money, percent, quantity and plain numbers, with their comparators.
//!
//! Enters: a [`Line`] and where its times stand. Leaves: [`Figure`]s in order. Knows nothing of how a number is
//! read, nor of the blocks and entities around it; `guards.rs` says which digits count nothing.

use super::amounts::Amount;
use super::guards;
use super::line::Line;
use super::openers;
use super::ranges;
use crate::lexicon::Cue;
use crate::report::{Comparator, Figure, FigureKind};
use crate::text::Span;
use std::ops::Range;

/// The most comparators that stand before one number: `at least about`.
const COMPARATORS: usize = 3;

/// The figures of the line, in order. What overlaps one of `times` (in order) is none.
pub(super) fn find(line: &Line, times: &[Span]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut times = times.iter().peekable();
    let mut i = line.range.start;
    while i < line.range.end {
        if !openers::value(line, i) {
            i += 1;
            continue;
        }
        let here = line.span(i..i + 1);
        while times.next_if(|t| t.end <= here.start).is_some() {}
        if let Some(time) = times.peek().filter(|t| t.overlaps(here)) {
            i = line.after_byte(i + 1, time.end);
            continue;
        }
        if let Some(end) = guards::passed_over(line, i) {
            i = end.max(i + 1);
            continue;
        }
        match figure(line, i) {
            Some((figure, end)) if !times.peek().is_some_and(|t| t.overlaps(figure.span)) => {
                figures.push(figure);
                i = end.max(i + 1);
            }
            _ => i += 1,
        }
    }
    figures
}

/// How many tokens after an amount are searched for a word that leaves it open: a noun, its attribute, a pronoun
/// and the auxiliary.
const OPEN: usize = 5;

fn figure(line: &Line, i: usize) -> Option<(Figure, usize)> {
    let (words, at) = comparators(line, i);
    let comparator = words.and_then(Comparator::from_name);
    let compared = comparator.is_some();
    let (low, high) = ranges::at(line, at)?;
    let end = high.as_ref().map_or(low.tokens.end, |h| h.tokens.end);
    let (after, end) = match line.find(end, Cue::ComparatorAfter) {
        Some(mark) if comparator_after(line, end, mark.len) => (Comparator::from_name(mark.value), end + mark.len),
        _ => (None, end),
    };
    let counts = compared && guards::compares(line, &low.number) || after.is_some() || high.is_some();
    if !guards::counts(line, &low.number, low.kind, low.tokens.clone(), counts) {
        return None;
    }
    // Indonesian `sebanyak` is a total, but the most there can be where the sentence leaves it open.
    let open = words == Some("total_or_most") && (end..end + OPEN).any(|k| line.is(k, Cue::Possibility));
    let comparator = comparator.or(after).or(open.then_some(Comparator::AtMost));
    Some((report(line, i..end, &low, high.as_ref(), comparator), end))
}

/// Whether a comparator of `len` tokens at `end` belongs to the number before it.
fn comparator_after(line: &Line, end: usize, len: usize) -> bool {
    let word = line.word(end);
    // A plus sign only if it is glued to the number and to nothing after.
    if word == "+" {
        return line.glued_before(end) && !line.glued(end);
    }
    // `3.5% plus a payment of 5`: it belongs to what follows.
    let after = [Cue::NumberArticle, Cue::DefiniteArticle, Cue::Currency].iter().any(|cue| line.is(end + len, *cue));
    if line.is_word(end) && len == 1 && (after || line.is_number(end + len)) {
        return false;
    }
    // `737 MAX` is a name; `5,3% lebih rendah` compares with what follows.
    let shouted = len == 1 && word.len() > 1 && word.chars().all(char::is_uppercase);
    !shouted && line.find(end, Cue::Comparative).is_none_or(|m| m.len <= len)
}

fn report(
    line: &Line,
    tokens: Range<usize>,
    low: &Amount,
    high: Option<&Amount>,
    comparator: Option<Comparator>,
) -> Figure {
    let (mut kind, mut unit, mut currency) = (low.kind, low.unit, low.currency);
    if let Some(high) = high {
        if kind == FigureKind::Number && high.kind != FigureKind::Ordinal {
            (kind, unit, currency) = (high.kind, high.unit, high.currency);
        }
        currency = currency.or(high.currency);
    }
    let reason = if line.separators.foreign && low.number.reason == "digits" {
        "digits: separators as elsewhere in the text".to_string()
    } else {
        low.number.reason.to_string()
    };
    Figure {
        span: line.span(tokens),
        kind,
        value: low.value,
        upper: high.map(|h| h.value),
        unit: unit.map(str::to_string),
        currency: currency.map(str::to_string),
        comparator,
        reading: low.number.reading,
        reason,
    }
}

/// The name of the comparators from token `i` on and the index after them: the first that says more than about
/// (`at least about` is at least).
fn comparators(line: &Line, i: usize) -> (Option<&'static str>, usize) {
    let mut name = None;
    let mut at = i;
    for _ in 0..COMPARATORS {
        let Some(mark) = line.find(at, Cue::Comparator) else { break };
        if name.is_none_or(|n| n == "about" || Comparator::from_name(n).is_none()) {
            name = Some(mark.value);
        }
        at += mark.len;
    }
    // `más de un 50 %`, `mehr als die Hälfte`: the article belongs to the figure and counts nothing.
    let article = line.skip_any(at, &[Cue::NumberArticle, Cue::DefiniteArticle]);
    let half = line.is(article, Cue::Fraction) && !line.is(article, Cue::OrdinalWord);
    if at > i && article > at && (line.is_number(article) || half && line.is(at, Cue::DefiniteArticle)) {
        at = article;
    }
    (name, at)
}
