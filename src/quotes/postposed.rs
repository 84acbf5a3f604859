//! Statements that come before or around the words that report them: `…, X said`, `…, X says, …`.
//!
//! Enters: the search of one sentence. Leaves: [`Reported`] clauses. Knows nothing of reports that come first.

use super::cues::{self, Manner, Report};
use super::indirect::{Finder, Reported};
use super::phrases;
use super::words::{self, Role};
use crate::lexicon::Cue;
use std::ops::Range;

impl Finder<'_, '_> {
    /// `…, inspectors say` at the end of a sentence: all before it is reported, whatever it reports itself.
    pub(super) fn closing(&self) -> Option<Reported> {
        /// The longest report: a name with its office, the verb, a day.
        const LONGEST: usize = 16;
        let tail = self.sentence.end.saturating_sub(LONGEST).max(self.sentence.start)..self.sentence.end;
        let comma = tail.clone().rev().find(|i| self.reading.word(*i) == ",")?;
        let report = (comma + 1..tail.end).find_map(|i| cues::at(self.reading, i, tail.end, self.grammar))?;
        let taken = self.taken.cues.binary_search(&report.tokens.start).is_ok();
        // Where the verb comes second, what stands before a comma is more often another clause of the speaker's.
        if taken || report.manner != Manner::Says || self.grammar.verb_second {
            return None;
        }
        let reported = self.postposed(&report, self.sentence.start)?;
        (reported.content.start == self.sentence.start).then_some(reported)
    }

    /// `Das teilte die Polizei mit.`: the sentence `before` is reported, its pronoun stands for it.
    pub(super) fn pointed(&self, before: &Range<usize>) -> Option<Reported> {
        let reading = self.reading;
        let mark = reading.find(self.sentence.start, Cue::SentencePronoun)?;
        let verb = self.sentence.start + mark.len;
        let report = cues::at(reading, verb, self.sentence.end, self.grammar).filter(|r| r.manner == Manner::Says)?;
        let speaker = phrases::after(reading, report.tokens.end, self.sentence.end, self.grammar)?;
        let marked = self.clauses.end_of_marked(before.start).is_some();
        let plain = !marked && self.clauses.start(&report).is_none_or(|(_, strong)| !strong);
        plain.then(|| self.reported(before.clone(), Some(speaker), &report.tokens, "postposed")).flatten()
    }

    /// `Costs, the minister says, will rise`: all around the insertion is reported, whatever it reports itself.
    pub(super) fn inserted(&self) -> Option<Reported> {
        /// The furthest that the verb of an insertion stands behind its comma: a name with its office.
        const FURTHEST: usize = 8;
        if self.grammar.verb_second {
            return None;
        }
        let mut at = self.sentence.start + 1;
        while at < self.sentence.end {
            if let Some(end) = self.clauses.end_of_marked(at) {
                at = end;
            } else if self.reading.word(at) != "," {
                at += 1;
            } else {
                let ceiling = self.sentence.end.min(at + FURTHEST);
                let next = (at + 1..ceiling).find(|i| self.reading.word(*i) == ",");
                // `…, katanya, …` and `…, kata dia.`
                let fused = cues::at(self.reading, at + 1, self.sentence.end, self.grammar).filter(|r| {
                    let closes = r.tokens.end == self.sentence.end || Some(r.tokens.end) == next;
                    r.manner == Manner::WithPronoun && closes && self.taken.cues.binary_search(&(at + 1)).is_err()
                });
                if let Some(fused) = fused {
                    let verb = fused.tokens;
                    let end = if verb.end == self.sentence.end { at } else { self.clauses.end(verb.end) };
                    return self.reported(self.sentence.start..end, Some(verb.clone()), &verb, "verb_with_pronoun");
                }
                let closes = |r: &Report| r.manner == Manner::Says && Some(r.tokens.end) == next;
                let report = (at + 2..next.unwrap_or(at))
                    .find_map(|i| cues::at(self.reading, i, ceiling, self.grammar).filter(closes));
                let whole = report.and_then(|r| {
                    let free = self.taken.cues.binary_search(&r.tokens.start).is_err();
                    self.postposed(&r, self.sentence.start).filter(|_| free)
                });
                if let Some(whole) = whole.filter(|w| w.content.start == self.sentence.start) {
                    return Some(whole);
                }
                at = next.unwrap_or(at + 1);
            }
        }
        None
    }

    /// `…, X said` and `…, said X`: the statement comes first, and the sentence ends with the report.
    pub(super) fn postposed(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let verb = &report.tokens;
        // `…, a indiqué le maire`
        let mut group = verb.start;
        while group > floor && words::has_role(reading, group - 1, Role::Auxiliary) {
            group -= 1;
        }
        let comma = group.checked_sub(1).filter(|c| *c >= floor && reading.word(*c) == ",");
        if let Some(comma) = comma.filter(|c| report.manner == Manner::Says && !self.clauses.ends_with_name(floor..*c))
        {
            let speaker = phrases::after(reading, verb.end, self.sentence.end, self.grammar)
                .or_else(|| phrases::in_adverbial(reading, verb.end, self.sentence.end, self.grammar));
            // `…, heißt es`: the verb has its own subject.
            if speaker.is_none() && verb.len() > 1 && self.ends_clause(report.end()) {
                return self.reported(floor..comma, None, verb, "postposed");
            }
            let speaker = speaker?;
            let rest = speaker.end.max(report.end());
            let closes = self.ends_clause(rest)
                || matches!(words::role(reading, rest), Some((Role::Preposition, _)))
                || reading.word(rest) == ",";
            const NEAR: usize = 30;
            let clause = (rest..self.sentence.end.min(rest + NEAR)).any(|i| reading.is(i, Cue::Complementiser));
            if closes && !clause {
                return self.reported(floor..comma, Some(speaker), verb, "postposed");
            }
        }
        // Where the verb comes second, its subject follows it in an insertion: `…, sagte er, …`.
        if self.grammar.verb_second {
            return None;
        }
        // `…, she acknowledges, …`
        let inserted = reading.word(verb.end) == ",";
        if !inserted && !self.ends_clause(report.end()) {
            return None;
        }
        let speaker = phrases::before(reading, floor, verb.start, self.grammar)?;
        // The comma may stand inside marks that close before the subject.
        let comma = speaker.start.checked_sub(1).filter(|c| *c > floor)?;
        let marked = self.clauses.end_of_marked(comma).is_some();
        let comma = if marked { comma + 1 } else { comma };
        if reading.word(if marked { comma.saturating_sub(2) } else { comma }) != "," {
            return None;
        }
        let end = if inserted { self.clauses.end(verb.end) } else { comma };
        self.reported(floor..end, Some(speaker), verb, "postposed")
    }

    /// Whether nothing but an adverbial stands between `at` and the sentence's end.
    pub(super) fn ends_clause(&self, mut at: usize) -> bool {
        /// Longer adverbials hold more than the time and place of a report.
        const LONGEST: usize = 12;
        let ceiling = self.sentence.end.min(at + LONGEST);
        while at < ceiling
            && (words::is_time(self.reading, at)
                || matches!(words::role(self.reading, at), Some((Role::Preposition | Role::Adverb, _))))
        {
            at += 1;
        }
        at >= self.sentence.end
    }
}
