//! Quotation marks to quoted passages: which opening mark belongs to which closing one, also where one is missing.
//!
//! Enters: a [`Document`]. Leaves: [`Passage`]s, outermost only, in order, not overlapping. Knows nothing of
//! speakers, nor of whether a passage is speech.

use super::glyphs::{self, Family, Glyph, Side, first_char};
use super::insets;
use super::passage::Passage;
use crate::document::Document;
use crate::lexicon::{Cue, Reading};
use crate::text::order::{self, falling, pair};
use std::ops::Range;

/// Marks open at one time: one a family, so that a text of opening marks stays cheap.
#[derive(Debug, Default)]
struct Pairing {
    open: Vec<Glyph>,
    found: Vec<Passage>,
}

/// A quote left open at the end of a paragraph.
#[derive(Debug, Clone)]
struct Carry {
    open: Glyph,
    /// The block it was left open in.
    block: usize,
}

/// All quoted passages of the document's body; one that is reported inside its marks is parted there.
pub fn find(document: &Document) -> Vec<Passage> {
    let reading = &document.reading;
    let mut pairing = Pairing::default();
    let mut carry: Option<Carry> = None;
    for (number, block) in document.blocks.iter().enumerate() {
        if !block.kind.is_body() || block.tokens.is_empty() {
            continue;
        }
        let glyphs = glyphs_of(reading, &block.tokens);
        let mut rest = &glyphs[..];
        if let Some(left) = carry.take() {
            rest = pairing.carry_on(reading, document, left, number, rest, &mut carry);
            if carry.is_some() {
                continue;
            }
        }
        pairing.pair(document, &block.tokens, rest);
        carry = pairing.end_of_block(reading, document, number);
    }
    if let Some(left) = carry {
        pairing.leave_open(reading, left.open, document.blocks[left.block].tokens.end);
    }
    let passages = outermost(pairing.found);
    passages.into_iter().flat_map(|passage| insets::parted(reading, passage)).collect()
}

fn glyphs_of(reading: &Reading, block: &Range<usize>) -> Vec<Glyph> {
    let mut glyphs = Vec::new();
    let mut at = block.start;
    while at < block.end {
        match glyphs::at(reading, at, block) {
            Some(glyph) => {
                at = glyph.tokens.end;
                glyphs.push(glyph);
            }
            None => at += 1,
        }
    }
    glyphs
}

impl Pairing {
    /// Pairs the marks of one block.
    fn pair(&mut self, document: &Document, block: &Range<usize>, glyphs: &[Glyph]) {
        let reading = &document.reading;
        let mut left = [Family::Double, Family::Angle].map(|f| glyphs.iter().filter(|g| g.family == f).count());
        for glyph in glyphs {
            let after = match glyph.family {
                Family::Double => &mut left[0],
                Family::Angle => &mut left[1],
                _ => &mut 0,
            };
            *after = after.saturating_sub(1);
            match self.role(reading, glyph, *after) {
                Some(true) => self.open(reading, glyph),
                Some(false) => self.close(document, block, glyph),
                None => {}
            }
        }
    }

    /// Whether the mark opens (`true`), closes (`false`) or is none. `after` marks of its family follow in the
    /// block: where nothing else tells, they must come out even.
    fn role(&self, reading: &Reading, glyph: &Glyph, after: usize) -> Option<bool> {
        use Side::*;
        let open = self.open.iter().find(|g| g.family == glyph.family);
        match glyph.family {
            Family::Corner | Family::WhiteCorner => Some(glyph.side == Open),
            Family::Angle | Family::SingleAngle => Some(match open {
                Some(open) => open.shape == glyph.shape && glyph.side == LikelyOpen,
                None => matches!(glyph.shape, '«' | '‹') || glyph.side == LikelyOpen,
            }),
            Family::Single => self.role_of_single(reading, glyph, open),
            Family::Double => Some(match (glyph.shape, open, glyph.side) {
                (_, _, Open) => true,
                ('“', Some(open), side) => {
                    side == LikelyOpen && !(glyph.tokens.start > open.tokens.end && closes_late(reading, glyph, after))
                }
                ('“', None, side) => side != LikelyClose,
                ('”' | '〞', Some(_), _) => false,
                ('”' | '〞', None, side) => side == LikelyOpen,
                (_, Some(open), LikelyOpen) => {
                    !(glyph.tokens.start > open.tokens.end && closes_late(reading, glyph, after))
                }
                (_, Some(_), _) => false,
                (_, None, LikelyOpen) => !(after.is_multiple_of(2) && closes_late(reading, glyph, after)),
                (_, None, Either) => after % 2 == 1,
                (_, None, _) if is_inch(reading, glyph) => return None,
                (_, None, _) => after % 2 == 1 && opens_late(reading, glyph),
            }),
        }
    }

    /// Single marks look like apostrophes: they open before a word and close after one, and must do both.
    fn role_of_single(&self, reading: &Reading, glyph: &Glyph, open: Option<&Glyph>) -> Option<bool> {
        let next = glyph.tokens.end;
        let word_follows = reading.glued(next - 1) && first_char(reading, next).is_alphanumeric();
        match (glyph.shape, glyph.side) {
            (_, Side::Open) => Some(true),
            ('‘', _) if open.is_some_and(|o| o.shape == '‚') => Some(false),
            (_, Side::LikelyOpen) if glyph.shape == '’' => None,
            (_, Side::LikelyOpen) => {
                let elision = first_char(reading, next).is_numeric() || reading.is(next, Cue::Elision);
                (!elision && open.is_none()).then_some(true)
            }
            (_, Side::LikelyClose | Side::Either) if open.is_some() && glyph.shape != '‛' => {
                // `the workers' rights'`: after an s before a small letter it is rather a genitive.
                let genitive =
                    matches!(glyphs::last_char(reading, glyph.tokens.start.wrapping_sub(1)), 's' | 'S' | 'z' | 'x')
                        && !word_follows
                        && reading.kind(next) == crate::text::TokenKind::Word
                        && !reading.is(next, Cue::ReportingVerb);
                (!genitive).then_some(false)
            }
            _ => None,
        }
    }

    fn open(&mut self, reading: &Reading, glyph: &Glyph) {
        // A mark that opens while one of its family is open tells that the earlier one was never closed.
        if let Some(earlier) = self.open.iter().position(|g| g.family == glyph.family) {
            let earlier = self.open.remove(earlier);
            self.leave_open(reading, earlier, glyph.tokens.start);
        }
        self.open.push(glyph.clone());
    }

    fn close(&mut self, document: &Document, block: &Range<usize>, glyph: &Glyph) {
        let Some(at) = self.open.iter().rposition(|g| g.family == glyph.family) else {
            return self.never_opened(document, block, glyph);
        };
        let open = self.open.swap_remove(at);
        self.open.retain(|g| g.tokens.start < open.tokens.start);
        self.push(&open, glyph.tokens.clone(), true);
    }

    fn push(&mut self, open: &Glyph, close: Range<usize>, complete: bool) {
        let inner = open.tokens.end..close.start.max(open.tokens.end);
        if !inner.is_empty() {
            let single = matches!(open.family, Family::Single | Family::SingleAngle);
            self.found.push(Passage { outer: open.tokens.start..close.end, inner, complete, single, resumed: false });
        }
    }

    /// A mark that nothing closes reaches to the words that report it, at most to `end`.
    fn leave_open(&mut self, reading: &Reading, open: Glyph, end: usize) {
        if open.family == Family::Single {
            return;
        }
        let end = reported_from(reading, open.tokens.end..end).unwrap_or(end);
        self.push(&open, end..end, false);
    }

    /// A closing mark without an opening one: the quote began with the paragraph, or after the last quote in it.
    fn never_opened(&mut self, document: &Document, block: &Range<usize>, glyph: &Glyph) {
        if glyph.family == Family::Single {
            return;
        }
        let last = self.found.last().filter(|p| p.outer.end > block.start);
        let start = match last {
            None => block.start,
            // Past the words that report the last quote.
            Some(last) => {
                let next = document.sentences.partition_point(|s| s.tokens.start < last.outer.end);
                match document.sentences.get(next).map(|s| s.tokens.start) {
                    Some(start) if start < glyph.tokens.start => start,
                    _ => return,
                }
            }
        };
        let inner = start..glyph.tokens.start;
        if inner.len() >= SHORTEST_BROKEN {
            self.found.push(Passage {
                outer: start..glyph.tokens.end,
                inner,
                complete: false,
                single: false,
                resumed: false,
            });
        }
    }

    /// At the end of a block: what goes on in the next one, if anything does.
    fn end_of_block(&mut self, reading: &Reading, document: &Document, number: usize) -> Option<Carry> {
        let block = &document.blocks[number];
        let mut left = std::mem::take(&mut self.open);
        left.retain(|g| !matches!(g.family, Family::Single | Family::SingleAngle));
        left.truncate(1);
        let open = left.pop()?;
        let next = document.blocks.get(number + 1).filter(|b| b.kind.is_body());
        let goes_on = next.is_some_and(|b| {
            glyphs::at(reading, b.tokens.start, &b.tokens).is_some_and(|g| reopens(&open, &g))
                || first_of_family(reading, &b.tokens, open.family)
                    .is_some_and(|g| g.side == Side::LikelyClose || g.side == Side::Close)
        });
        // A cue inside the paragraph ends the quote there.
        let reported = reported_from(reading, open.tokens.end..block.tokens.end).is_some();
        if goes_on && !reported {
            return Some(Carry { open, block: number });
        }
        self.leave_open(reading, open, block.tokens.end);
        None
    }

    /// The next block after one that left a quote open. Returns the marks still to be paired; sets `carry` again
    /// where the quote goes on.
    fn carry_on<'g>(
        &mut self,
        reading: &Reading,
        document: &Document,
        left: Carry,
        number: usize,
        glyphs: &'g [Glyph],
        carry: &mut Option<Carry>,
    ) -> &'g [Glyph] {
        let block = &document.blocks[number];
        let reopened = glyphs.first().is_some_and(|g| g.tokens.start == block.tokens.start && reopens(&left.open, g));
        let from = usize::from(reopened);
        let close = glyphs[from..].iter().position(|g| g.family == left.open.family);
        match close.map(|i| (i + from, &glyphs[i + from])) {
            Some((i, glyph)) if glyph.side != Side::Open && (glyph.side != Side::LikelyOpen || glyph.shape == '”') => {
                self.push(&left.open, glyph.tokens.clone(), true);
                &glyphs[i + 1..]
            }
            _ => {
                let before = document.blocks[left.block].tokens.end;
                let next = document.blocks.get(number + 1).filter(|b| b.kind.is_body());
                let again = next.and_then(|b| glyphs::at(reading, b.tokens.start, &b.tokens));
                let goes_on = reopened
                    && close.is_none()
                    && reported_from(reading, block.tokens.clone()).is_none()
                    && again.is_some_and(|g| reopens(&left.open, &g));
                if goes_on {
                    *carry = Some(Carry { block: number, ..left });
                } else {
                    self.leave_open(reading, left.open, before);
                }
                glyphs
            }
        }
    }
}

/// Whether a mark at the start of a paragraph goes on with the quote left open before.
fn reopens(open: &Glyph, glyph: &Glyph) -> bool {
    let guillemets = open.shape == '«' && glyph.shape == '»';
    glyph.family == open.family && (glyph.shape == open.shape && glyph.side != Side::LikelyClose || guillemets)
}

/// The fewest words that a quote without its opening mark must have: a stray mark after a word is more often a slip.
const SHORTEST_BROKEN: usize = 4;

fn first_of_family(reading: &Reading, block: &Range<usize>, family: Family) -> Option<Glyph> {
    block.clone().filter_map(|i| glyphs::at(reading, i, block)).find(|g| g.family == family)
}

/// Whether a mark that stands like an opening one closes nevertheless, its space on the wrong side:
/// `… below, "said the company`.
fn closes_late(reading: &Reading, glyph: &Glyph, after: usize) -> bool {
    let before = reading.word(glyph.tokens.start.wrapping_sub(1));
    let next = glyph.tokens.end;
    let stopped = matches!(before, "," | "." | "!" | "?" | "…" | ";");
    let reports = reading.is(next, Cue::ReportingVerb) || reading.is(next, Cue::VerbWithPronoun);
    let small = first_char(reading, next).is_lowercase();
    stopped && (reports || small && after.is_multiple_of(2))
}

/// Whether a mark that stands like a closing one opens nevertheless: `said" I saw it"`.
fn opens_late(reading: &Reading, glyph: &Glyph) -> bool {
    let before = glyph.tokens.start.wrapping_sub(1);
    matches!(reading.word(before), ":" | ",") || reading.is(before, Cue::ReportingVerb)
}

/// `27"`: a measure, no mark.
fn is_inch(reading: &Reading, glyph: &Glyph) -> bool {
    glyphs::last_char(reading, glyph.tokens.start.wrapping_sub(1)).is_numeric()
}

/// Where, in a quote that nothing closes, the words begin that report it: at `, said …`.
fn reported_from(reading: &Reading, range: Range<usize>) -> Option<usize> {
    let reports = |i: usize| {
        reading.is(i, Cue::VerbWithPronoun)
            || reading.is(i, Cue::ReportingVerb)
            || (reading.is(i, Cue::SpeakerPronoun) && reading.is(i + 1, Cue::ReportingVerb))
    };
    range.clone().find(|i| reading.word(*i) == "," && i + 1 < range.end && reports(i + 1))
}

/// The passages that lie in no other, in order.
fn outermost(mut found: Vec<Passage>) -> Vec<Passage> {
    order::by_key(&mut found, |p| pair(p.outer.start, falling(p.outer.end)));
    let mut end = 0;
    found.retain(|p| {
        let free = p.outer.start >= end;
        if free {
            end = p.outer.end;
        }
        free
    });
    found
}
