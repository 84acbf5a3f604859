//! The head of an article: headline, byline, dateline and the lines about its publication.
//!
//! Enters: features of the lines and where the body lies. Leaves: which lines belong to the head, and why. Knows
//! nothing of the rest.

use super::features::Features;
use super::lines::{self, Line};
use crate::lexicon::{Cue, Reading};
use crate::report::BlockKind;
use crate::text::TokenKind;
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// So many lines before the first paragraph are searched for a headline: share bars, dates and a summary lie
/// between.
const ABOVE: usize = 14;
/// Bylines and dates stand this near to the body.
const NEAR: usize = 12;
/// Authors and editors stand so many lines below the last paragraph at most.
const BELOW: usize = 4;
/// So many lines below a headline its date or its author may stand.
const BENEATH: usize = 3;
/// A headline has this many words at most; longer ones are summaries.
const LONGEST_HEADLINE: usize = 24;
/// A line that says who wrote the article has this many words at most.
const LONGEST_BYLINE: usize = 20;
/// So many words of the body are compared with a headline's.
const COMPARED: usize = 400;
/// Words shorter than this are in every text.
const TELLING: usize = 4;

/// The lines of the head by index, with kind and reason.
pub type Heads = FxHashMap<usize, (BlockKind, String)>;

/// The lines of the head of the article `body`, by index, each with kind and reason; none stands above line `top`.
pub fn find(reading: &Reading, lines: &[Line], features: &[Features], body: &Range<usize>, top: usize) -> Heads {
    let mut heads = Heads::default();
    if body.is_empty() {
        return heads;
    }
    let first = body.clone().find(|i| is_paragraph(&features[*i])).unwrap_or(body.start);
    let headline = headline(reading, lines, features, top.min(first)..first, body);
    if let Some(i) = headline {
        heads.insert(i, (BlockKind::Headline, "before_body".into()));
    }
    let from = first.min(headline.unwrap_or(first)).saturating_sub(NEAR).max(top.min(first));
    let until = (first + 2).min(lines.len());
    for i in from..until {
        if let Some(found) = stated(reading, &lines[i], &features[i]) {
            heads.entry(i).or_insert(found);
        }
    }
    if let Some(i) = headline.and_then(|h| author_alone(reading, lines, features, &heads, h + 1..first)) {
        heads.insert(i, (BlockKind::Byline, "name_below_headline".into()));
    }
    // Agencies name authors and editors below the text.
    let last = body.clone().rev().find(|i| is_paragraph(&features[*i])).map_or(body.end, |i| i + 1);
    for i in last..(last + BELOW).min(lines.len()) {
        if let Some(found) = byline(reading, &lines[i], &features[i]) {
            heads.entry(i).or_insert(found);
        }
    }
    // Some houses state the date below the text.
    for (i, line) in features.iter().enumerate().skip(body.end).take(NEAR) {
        if let Some(found) = publication(line) {
            heads.entry(i).or_insert(found);
        }
    }
    heads
}

/// The articles that follow one another in `zone` with nothing between them: another begins with a line that may be a
/// headline, ends no sentence and follows one that does, and has a byline or a date below it and then running text.
pub fn parted(reading: &Reading, lines: &[Line], features: &[Features], zone: Range<usize>) -> Vec<Range<usize>> {
    let title = |i: usize| {
        let f = &features[i];
        let plain =
            !f.stop && !f.item && !f.colon && !f.has_date && f.chrome < 0.2 && f.separators < 2 && f.addresses == 0;
        plain && f.words > 2 && f.words <= LONGEST_HEADLINE && features[i - 1].stop
    };
    let signed = |i: usize| features[i].addresses == 0 && stated(reading, &lines[i], &features[i]).is_some();
    let goes_on = |i: usize| (i + 1..zone.end).take(BENEATH).any(|j| is_paragraph(&features[j]));
    let begins =
        |i: &usize| title(*i) && !signed(*i) && (i + 1..zone.end).take(BENEATH - 1).any(|j| signed(j) && goes_on(j));
    let mut starts = vec![zone.start];
    starts.extend((zone.start + 1..zone.end).filter(begins));
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([zone.end]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| start..end).collect()
}

fn is_paragraph(f: &Features) -> bool {
    f.length >= 100 && f.words >= 12 && (f.stop || f.length >= 160)
        || f.words >= 8 && f.stop && f.length >= 60 && f.chrome < 0.2
}

/// The line among those `above` the first paragraph of the body whose words recur most in it.
fn headline(
    reading: &Reading,
    lines: &[Line],
    features: &[Features],
    above: Range<usize>,
    body: &Range<usize>,
) -> Option<usize> {
    let first = above.end;
    let known = words_of_body(reading, lines, first, body);
    let mut best: Option<(usize, f64)> = None;
    for i in above.start.max(first.saturating_sub(ABOVE))..first {
        let f = &features[i];
        let fits = f.words >= 2
            && (f.words <= LONGEST_HEADLINE || !f.has_list && f.length <= 120)
            && f.numbers < 0.4
            && f.length >= 12
            && f.length <= 220;
        let other = f.byline > 0 && byline(reading, &lines[i], f).is_some() || f.dates > 0.6 || f.separators >= 2;
        if !fits || other || f.chrome > 0.4 || f.published && f.has_date || f.caption > 0.3 || f.addresses > 0 {
            continue;
        }
        let running = lines::has_columns(lines[i].span.of(reading.text));
        if f.caption_first || f.caption_last || f.credit_tail || f.image || running {
            continue;
        }
        let dated = (i + 1..first).take(BENEATH).any(|j| stated(reading, &lines[j], &features[j]).is_some());
        let recurring = recurring(reading, &lines[i], &known);
        let length = match f.words {
            2..4 => -0.8,
            4..20 => 0.6,
            _ => 0.2,
        };
        let nearness = -0.08 * (first - i) as f64;
        let score =
            2.5 * recurring + length + nearness - if f.stop { 0.7 } else { 0.0 } - if f.item { 1.0 } else { 0.0 }
                + if i == 0 { 0.6 } else { 0.0 }
                + if f.heading_mark { 1.0 } else { 0.0 }
                + if dated { 0.7 } else { 0.0 };
        if best.is_none_or(|(_, s)| score > s) {
            best = Some((i, score));
        }
    }
    // A first line of text with nothing above it is a headline if it looks like one.
    best.filter(|(i, score)| *score > 0.3 || *i == 0 && *score > -0.6).map(|(i, _)| i)
}

/// The telling words at the beginning of the body.
pub fn words_of_body(reading: &Reading, lines: &[Line], first: usize, body: &Range<usize>) -> FxHashSet<String> {
    let tokens = lines[first].tokens.start..lines[body.end - 1].tokens.end;
    let words = tokens.take(COMPARED).filter(|i| is_telling(reading, *i));
    words.map(|i| stem(&reading.folded(i))).collect()
}

/// The share of a line's telling words that are among `known`.
pub fn recurring(reading: &Reading, line: &Line, known: &FxHashSet<String>) -> f64 {
    let telling = line.tokens.clone().filter(|i| is_telling(reading, *i));
    let (hits, all) =
        telling.fold((0, 0), |(hits, all), i| (hits + usize::from(known.contains(&stem(&reading.folded(i)))), all + 1));
    if all == 0 { 0.0 } else { f64::from(hits as u32) / f64::from(all as u32) }
}

fn is_telling(reading: &Reading, i: usize) -> bool {
    let word = reading.word(i);
    reading.kind(i) == TokenKind::Word
        && !reading.is(i, Cue::FunctionWord)
        && word.len() < 40
        && (!word.is_ascii() || word.len() >= TELLING)
}

/// The beginning of a word: endings differ between headline and text.
fn stem(word: &str) -> String {
    word.chars().take(6).collect()
}

/// A line that says who wrote the article, where or when.
fn stated(reading: &Reading, line: &Line, f: &Features) -> Option<(BlockKind, String)> {
    byline(reading, line, f).or_else(|| dateline(reading, line, f))
}

/// A line that says who wrote it: a word such as "By" and then names, dates and marks only; or a line that says
/// when it was published.
fn byline(reading: &Reading, line: &Line, f: &Features) -> Option<(BlockKind, String)> {
    let first = line.tokens.clone().find(|i| reading.kind(*i) != TokenKind::Mark)?;
    if f.byline > 0 && f.words <= LONGEST_BYLINE && f.length <= 140 && !f.stop {
        let rest = first + f.byline..line.tokens.end;
        let (mut names, mut others) = (0, 0);
        for i in rest {
            match reading.kind(i) {
                TokenKind::Word if is_name_like(reading, i) => names += 1,
                TokenKind::Word if !is_date_word(reading, i) => others += 1,
                _ => {}
            }
        }
        if (names > 0 || f.has_date || f.separators > 0) && (others * 3 <= names || others <= 1 && f.has_date) {
            return Some((BlockKind::Byline, "byline_phrase".into()));
        }
    }
    let told = |i: &usize| reading.is(*i, Cue::Byline) || reading.is(*i, Cue::Published);
    let dated = |i: &usize| reading.kind(*i) != TokenKind::Word || is_date_word(reading, *i);
    let behind_date = || line.tokens.clone().find(|i| told(i) || !dated(i)).is_some_and(|i| i > first && told(&i));
    if f.byline == 0 && f.has_date && f.words <= LONGEST_BYLINE && !f.stop && behind_date() {
        return Some((BlockKind::Byline, "byline_phrase".into()));
    }
    publication(f)
}

/// A line that says when the article was published.
fn publication(f: &Features) -> Option<(BlockKind, String)> {
    let sentence = f.stop && f.words > 12;
    (f.published && f.has_date && f.words <= 25 && !sentence).then(|| (BlockKind::Byline, "publication_phrase".into()))
}

/// Among the lines between headline and text, one that is nothing but a name, perhaps with a house or a role after
/// a mark: below the headline, beside a date or before the text.
fn author_alone(
    reading: &Reading,
    lines: &[Line],
    features: &[Features],
    heads: &Heads,
    between: Range<usize>,
) -> Option<usize> {
    let from = between.start.max(between.end.saturating_sub(NEAR));
    let told =
        |i: &usize| heads.get(i).is_some_and(|(kind, _)| matches!(kind, BlockKind::Byline | BlockKind::Dateline));
    if (from..between.end).any(|i| features[i].byline > 0 && told(&i)) {
        return None;
    }
    let placed = |i: &usize| *i == between.start || *i + 1 == between.end || told(&(i - 1)) || told(&(i + 1));
    (from..between.end).find(|i| !heads.contains_key(i) && placed(i) && is_name(reading, &lines[*i], &features[*i]))
}

/// Whether a line is a name of two to four words, with no more than a few words after a mark.
fn is_name(reading: &Reading, line: &Line, f: &Features) -> bool {
    if f.words > 7 || f.comma || f.stop || f.colon || f.item || f.chrome > 0.0 || f.dates > 0.0 || f.numbers > 0.0 {
        return false;
    }
    let words =
        line.tokens.clone().take_while(|i| !matches!(reading.word(*i), "," | "-" | "–" | "—" | "|" | "/" | "·"));
    let (mut capitals, mut others) = (0, 0);
    for i in words.filter(|i| reading.kind(*i) == TokenKind::Word) {
        let capital = reading.word(i).starts_with(char::is_uppercase) && !reading.is(i, Cue::FunctionWord);
        capitals += usize::from(capital);
        others += usize::from(!capital && !reading.is(i, Cue::NameParticle));
    }
    (2..=4).contains(&capitals) && others == 0
}

fn is_name_like(reading: &Reading, i: usize) -> bool {
    let word = reading.word(i);
    word.starts_with(char::is_uppercase)
        || !word.chars().any(|c| c.is_lowercase() || c.is_uppercase())
        || reading.is(i, Cue::NameParticle)
        || reading.is(i, Cue::Role)
}

fn is_date_word(reading: &Reading, i: usize) -> bool {
    let cues = [
        Cue::Month,
        Cue::MonthWeak,
        Cue::Weekday,
        Cue::Clock,
        Cue::DateJoiner,
        Cue::TimeUnit,
        Cue::Published,
        Cue::Ago,
        Cue::NumberJoiner,
    ];
    cues.iter().any(|cue| reading.is(i, *cue)) || reading.is(i, Cue::FunctionWord)
}

/// A date alone or with a place, or a place and an agency alone.
fn dateline(reading: &Reading, line: &Line, f: &Features) -> Option<(BlockKind, String)> {
    if f.row && line.tokens.clone().all(|i| reading.kind(i) == TokenKind::Number) {
        return None;
    }
    if f.has_date && f.dates >= 0.6 && f.words <= 14 {
        return Some((BlockKind::Dateline, "date_alone".into()));
    }
    let words = line.tokens.clone().filter(|i| reading.kind(*i) == TokenKind::Word);
    let mut others = words.filter(|i| !is_date_word(reading, *i));
    let placed = f.has_date && f.chrome == 0.0 && f.dates >= 0.4 && f.words <= 9 && !f.stop;
    if placed && others.clone().count() <= 3 && others.all(|i| is_name_like(reading, i)) {
        return Some((BlockKind::Dateline, "place_and_date".into()));
    }
    let capitals = reading.word(line.tokens.start).chars().all(char::is_uppercase);
    let agency_alone = f.agency && capitals && f.words <= 6 && !f.stop && f.words >= 2;
    agency_alone.then(|| (BlockKind::Dateline, "place_and_agency".into()))
}
