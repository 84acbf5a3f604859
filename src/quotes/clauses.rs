//! Where a reported clause begins and ends.
//!
//! Enters: a reading, a sentence and a word of reporting in it. Leaves: token positions. Knows nothing of speakers.

use super::cues::{self, Report};
use super::glyphs;
use super::grammar::Grammar;
use super::words::{self, Role};
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// How many tokens may stand between the verb and what opens the clause: an adverbial or an addressee.
const FURTHEST_OPENER: usize = 16;

/// The longest way that a clause's end or beginning is looked for, in tokens: no clause of news is longer.
const LONGEST_CLAUSE: usize = 120;
/// The longest name with a title, in tokens.
const LONGEST_NAME: usize = 6;

/// The end of the one of `sorted` that token `at` stands in.
pub(super) fn end_of<T>(sorted: &[T], at: usize, range: impl Fn(&T) -> &Range<usize>) -> Option<usize> {
    let index = sorted.partition_point(|q| range(q).end <= at);
    sorted.get(index).map(range).filter(|q| q.start <= at).map(|q| q.end)
}

/// A sentence in which clauses are looked for.
#[derive(Debug, Clone)]
pub struct Clauses<'a, 't> {
    /// The text.
    pub reading: &'a Reading<'t>,
    /// The grammar of its language.
    pub grammar: Grammar,
    /// The tokens without the mark that ends the sentence.
    pub sentence: Range<usize>,
    /// The document's passages between quotation marks, in order.
    pub marked: &'a [Range<usize>],
}

impl Clauses<'_, '_> {
    /// Where the clause begins that `report` reports, and whether its beginning is marked as such.
    pub fn start(&self, report: &Report) -> Option<(usize, bool)> {
        if self.grammar.comma_before_clause { self.after_comma(report) } else { self.bare(report) }
    }

    /// `said on Monday that …`, `said the …`.
    fn bare(&self, report: &Report) -> Option<(usize, bool)> {
        let reading = self.reading;
        let from = report.end();
        let ceiling = self.sentence.end.min(from + FURTHEST_OPENER);
        let addressed = reading.is(report.tokens.start, Cue::AddresseeVerb);
        let mut at = from;
        while at < ceiling {
            if let Some(end) = self.end_of_marked(at).filter(|_| addressed && at > from) {
                at = end;
                continue;
            }
            if matches!(reading.word(at), ";" | ":" | ",") || is_mark(reading, at, &self.sentence) {
                break;
            }
            if let Some(mark) = reading.find(at, Cue::Complementiser) {
                return Some((past_complementiser(reading, at, mark.len), true));
            }
            // Behind `said the mayor was …` what opens a clause opens it inside the one that is reported.
            let other = at > from && cues::at(reading, at, ceiling, self.grammar).is_some();
            if other || at == from && !addressed && !self.opens_adverbial(at) {
                break;
            }
            at += 1;
        }
        // `menambahkan, pihaknya …`
        let mut at = if reading.word(from) == "," { from + 1 } else { from };
        while at < ceiling && (words::is_time(reading, at) || words::has_role(reading, at, Role::Adverb)) {
            at += 1;
        }
        let refused = matches!(words::role(reading, at), Some((Role::Preposition | Role::And | Role::Conjunction, _)))
            || reading.kind(at) == TokenKind::Mark && !is_mark(reading, at, &self.sentence);
        if !refused && addressed {
            return self.object(from).map(|(start, _)| (start, false));
        }
        (!refused && at < self.sentence.end).then_some((at, false))
    }

    /// Whether an adverbial begins at `at`: a day, `also`, `in Berlin`.
    fn opens_adverbial(&self, at: usize) -> bool {
        words::is_time(self.reading, at)
            || matches!(words::role(self.reading, at), Some((Role::Preposition | Role::Adverb | Role::Object, _)))
    }

    /// The end of the passage between quotation marks that begins at `at`.
    pub fn end_of_marked(&self, at: usize) -> Option<usize> {
        end_of(self.marked, at, |m| m)
    }

    /// What a verb acts on, `the plan` of `criticised the plan in March`, or the infinitive that an addressee is
    /// urged to.
    pub fn object(&self, from: usize) -> Option<(usize, usize)> {
        /// How far from the verb the infinitive may begin, its addressee between.
        const LONGEST_ADDRESSEE: usize = 7;
        let reading = self.reading;
        let mut start = from;
        while start < self.sentence.end && words::has_role(reading, start, Role::Adverb) {
            start += 1;
        }
        if matches!(words::role(reading, start), Some((Role::Preposition | Role::And | Role::Conjunction, _)))
            || reading.kind(start) == TokenKind::Mark && !is_mark(reading, start, &self.sentence)
        {
            return None;
        }
        let addressed = from > 0 && reading.is(from - 1, Cue::AddresseeVerb);
        if addressed {
            let ceiling = self.sentence.end.min(start + LONGEST_ADDRESSEE);
            let plain = |i: &usize| words::is_nominal(reading, *i) && !reading.is(*i, Cue::Infinitive);
            let to = start + (start..ceiling).take_while(plain).count();
            if reading.is(to, Cue::Infinitive) {
                return Some((to, self.end(to)));
            }
        }
        if reading.is(start, Cue::Infinitive) {
            return Some((start, self.end(start)));
        }
        let end = self.end(start);
        // `described it as “a failure,”`: neither the predicative nor a comma inside marks ends the object.
        let stops = |i: usize| {
            matches!(reading.word(i), "," | "–" | "—" | "(") && !is_mark(reading, i + 1, &self.sentence)
                || words::has_role(reading, i, Role::Conjunction) && !reading.is(i, Cue::AsReported)
                || words::is_time(reading, i) && reading.kind(i) == TokenKind::Word
                || words::has_role(reading, i, Role::Preposition) && words::is_time(reading, i + 1)
        };
        // `Russia, China and North Korea`: a comma before a name goes on with a list.
        let lists =
            |i: usize| !self.grammar.capital_nouns && reading.word(i) == "," && words::is_capitalised(reading, i + 1);
        let ceiling = end.min(start + LONGEST_CLAUSE);
        let mut at = start + 1;
        while at < ceiling {
            match self.end_of_marked(at) {
                Some(end) => at = end,
                None if stops(at) && !lists(at) => return Some((start, at)),
                None => at += 1,
            }
        }
        Some((start, end))
    }

    /// `sagte am Montag, …`: the first comma opens the clause, unless what follows is another kind of clause.
    fn after_comma(&self, report: &Report) -> Option<(usize, bool)> {
        let reading = self.reading;
        let from = report.end();
        let ceiling = self.sentence.end.min(from + FURTHEST_OPENER);
        let comma = (from..ceiling).find(|i| matches!(reading.word(*i), "," | ";" | ":" | "–" | "—"))?;
        let comma = self.past_name(comma).unwrap_or(comma);
        if reading.word(comma) != "," || comma + 1 >= self.sentence.end {
            return None;
        }
        let mut next = comma + 1;
        // `sagte er, und dass …`
        if words::has_role(reading, next, Role::Adverb) && reading.is(next + 1, Cue::Complementiser) {
            next += 1;
        }
        if let Some(mark) = reading.find(next, Cue::Complementiser) {
            return Some((next + mark.len, true));
        }
        if matches!(words::role(reading, next), Some((Role::And | Role::Conjunction | Role::Relative, _)))
            || reading.is(next, Cue::AsReported)
            || cues::at(reading, next, self.sentence.end, self.grammar)
                .is_some_and(|r| r.tokens.start == next && !words::is_capitalised(reading, next))
        {
            return None;
        }
        // After a noun the comma may open a relative clause; the mood of the verb tells.
        let relative = words::has_role(reading, next, Role::Determiner) || words::has_role(reading, next, Role::Object);
        let glued = comma == from;
        if relative && !glued && !self.has_mood(next) {
            return None;
        }
        Some((next, glued || self.has_mood(next)))
    }

    /// The comma that closes the name behind the one at `comma`: `sagte der Direktor der Behörde, Jan Roth, …`.
    fn past_name(&self, comma: usize) -> Option<usize> {
        let end = self.sentence.end.min(comma + 2 + LONGEST_NAME);
        let close = (comma + 2..end).find(|i| self.reading.word(*i) == ",")?;
        (comma + 1..close).all(|i| self.in_name(i)).then_some(close)
    }

    /// Whether `range` ends with a comma and a name, `the author, Jan Roth`: no statement, but who makes one.
    pub fn ends_with_name(&self, range: Range<usize>) -> bool {
        let lowest = range.start.max(range.end.saturating_sub(LONGEST_NAME));
        let comma = (lowest..range.end).rev().find(|i| self.reading.word(*i) == ",");
        comma.is_some_and(|comma| comma + 1 < range.end && (comma + 1..range.end).all(|i| self.in_name(i)))
    }

    /// Whether token `index` may be a part of a name: a capital, or a mark inside it.
    fn in_name(&self, index: usize) -> bool {
        words::is_capitalised(self.reading, index) && words::role(self.reading, index).is_none()
            || words::is_nominal_mark(self.reading, index)
    }

    /// Whether the clause at `from` has a verb in the mood of reported speech.
    fn has_mood(&self, from: usize) -> bool {
        const FURTHEST: usize = 40;
        let end = self.sentence.end.min(from + FURTHEST);
        (from..end).any(|i| self.reading.is(i, Cue::ReportedMood) && !words::is_capitalised(self.reading, i))
    }

    /// Where the clause that begins at `start` ends: with its sentence, or where another report begins beside it.
    pub fn end(&self, start: usize) -> usize {
        /// How far from the word that joins it the next report has its verb.
        const NEAR: usize = 8;
        let reading = self.reading;
        let mut at = start + 2;
        let mut open = 0;
        let ceiling = self.sentence.end.min(start + LONGEST_CLAUSE);
        while at < ceiling {
            // What stands between quotation marks belongs to the clause; a comma at its end counts as one after it.
            let marked = self.end_of_marked(at).filter(|end| *end < ceiling);
            if let Some(end) = marked {
                at = end;
            }
            let inside = marked.is_some() && (1..=2).any(|back| reading.word(at - back) == ",");
            match reading.word(at) {
                "(" => open += 1,
                ")" if open == 0 => return at,
                ")" => open -= 1,
                _ => {}
            }
            let comma = inside || matches!(reading.word(at), "," | ";");
            let next = if comma && !inside { at + 1 } else { at };
            if comma && (reading.is(next, Cue::AccordingTo) || reading.is(next, Cue::Progressive) && self.verb_at(next))
            {
                return at;
            }
            // `… -- and he noted`: a free dash or comma before a joining word.
            let dash = matches!(reading.word(at), "–" | "—")
                || reading.word(at) == "-" && !(reading.glued(at - 1) && reading.glued(at));
            if dash && matches!(words::role(reading, next + 1), Some((Role::And | Role::Conjunction, _))) {
                return at;
            }
            let and = words::has_role(reading, next, Role::And);
            let but = words::has_role(reading, next, Role::Conjunction);
            if and && self.verb_at(next + 1) {
                return at;
            }
            if comma && (but || and) {
                let end = self.sentence.end.min(next + NEAR);
                let pronoun = reading.is(next + 1, Cue::SpeakerPronoun);
                // `…, falls sie das bekannt geben`: where the verb ends a subordinate clause, only one right behind the
                // joining word begins another main clause.
                let end = if but && self.grammar.comma_before_clause { end.min(next + 3) } else { end };
                let report = (next + 1..end).any(|i| self.verb_at(i));
                if report || pronoun && and {
                    return at;
                }
            }
            at = next.max(at) + 1;
        }
        self.sentence.end
    }

    /// Where `content` of a relative clause ends: at its first comma, where the clause around it goes on.
    pub fn end_of_relative(&self, content: &Range<usize>) -> usize {
        let mut at = content.start + 1;
        while at < content.end && self.reading.word(at) != "," {
            at = self.end_of_marked(at).unwrap_or(at + 1);
        }
        at.min(content.end)
    }

    fn verb_at(&self, at: usize) -> bool {
        at < self.sentence.end
            && [Cue::ReportingVerb, Cue::SeparableVerb, Cue::AttributionVerb].iter().any(|c| self.reading.is(at, *c))
            && cues::at(self.reading, at, self.sentence.end, self.grammar).is_some()
    }

    /// Where the clause begins that an insertion at `at` stands in: `…, das laut X …`.
    pub fn around(&self, floor: usize, at: usize) -> usize {
        let reading = self.reading;
        let floor = floor.max(at.saturating_sub(LONGEST_CLAUSE));
        let Some(comma) = (floor..at).rev().find(|i| matches!(reading.word(*i), "," | ";" | ":" | "–" | "—"))
        else {
            return floor;
        };
        let next = comma + 1;
        // An insertion between commas: the clause began before it.
        if next >= at {
            let before = (floor..comma).rev().find(|i| matches!(reading.word(*i), ";" | ":"));
            return before.map_or(floor, |i| i + 1);
        }
        let opens = words::is_capitalised(reading, next)
            || matches!(
                words::role(reading, next),
                Some((Role::Determiner | Role::Relative | Role::Adverb | Role::Object | Role::Conjunction, _))
            );
        if self.grammar.comma_before_clause && opens { next } else { floor }
    }

    /// Whether the word at `at` stands in a clause of condition or time: `If X says …`.
    pub fn is_subordinate(&self, floor: usize, at: usize) -> bool {
        words::has_role(self.reading, floor, Role::Conjunction)
            && self.grammar.comma_before_clause
            && at <= floor + LONGEST_CLAUSE
            && !(floor..at).any(|i| self.reading.word(i) == ",")
    }
}

/// After a complementiser, or at it where it is elided into the clause's first word: `qu'il`.
pub fn past_complementiser(reading: &Reading, at: usize, len: usize) -> usize {
    if reading.word(at).contains(['\'', '’']) { at } else { at + len }
}

/// Whether token `at` may be a quotation mark.
pub fn is_mark(reading: &Reading, at: usize, sentence: &Range<usize>) -> bool {
    glyphs::at(reading, at, sentence).is_some()
}
