//! Statements that a phrase or clause beside them attributes: `according to X`, `laut X`, `wie X mitteilte`.
//!
//! Enters: the search of one sentence. Leaves: [`Reported`] clauses. Knows nothing of verbs that take a clause.

use super::cues::{self, Manner, Report};
use super::indirect::{Finder, Reported};
use super::phrases;
use super::voices;
use super::words::{self, Role};
use crate::lexicon::Cue;
use std::ops::Range;

impl Finder<'_, '_> {
    /// `According to X, …` and `…, according to X`.
    pub(super) fn named(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let speaker = voices::source(reading, report.tokens.end, self.sentence.end, self.grammar)?;
        if self.opens(report.tokens.start) {
            let start = self.past_apposition(self.past_adverbial(speaker.end));
            // `Unter Berufung auf Kreise meldete die Agentur, …`, `Citing aides, the paper said …`: the verb behind the
            // source reports.
            let subject =
                phrases::at(reading, start, self.sentence.end, self.grammar).filter(|_| !self.grammar.verb_second);
            let verb = cues::at(reading, subject.map_or(start, |s| s.end), self.sentence.end, self.grammar);
            if verb.is_some_and(|r| r.manner == Manner::Says) {
                return None;
            }
            return self.reported(start..self.sentence.end, Some(speaker), &report.tokens, "source");
        }
        let content = self.around(floor, report.tokens.start, self.past_apposition(speaker.end));
        // `…, so X im Bericht` says whose words came before; what follows is about the source.
        let content = if reading.is(report.tokens.start, Cue::SourceAfterComma) {
            content.start..self.trim(report.tokens.start)
        } else {
            content
        };
        self.reported(content, Some(speaker), &report.tokens, "source")
    }

    /// `Angaben der Polizei zufolge …`, `seiner Ansicht nach`.
    pub(super) fn source_before(&self, at: usize, floor: usize) -> Option<(Reported, usize)> {
        let reading = self.reading;
        let mark = reading.find(at, Cue::SourceBefore)?;
        let speaker = phrases::source_before(reading, floor, at, self.grammar)?;
        let named = speaker.clone().any(|i| reading.is(i, Cue::ReportingNoun));
        // `nach` is a preposition too: only a noun of reporting before it makes it follow its noun, and a capital begins
        // a sentence.
        if reading.is(at, Cue::SourcePreposition) && (!named || words::is_capitalised(reading, at)) {
            return None;
        }
        let end = at + mark.len;
        let content =
            if self.opens(speaker.start) { end..self.sentence.end } else { self.around(floor, speaker.start, end) };
        let reported = self.reported(content, Some(speaker), &(at..end), "source_before")?;
        Some((reported, end))
    }

    /// `Demnach …`, whose source was told before, and `ein Bericht, wonach …`.
    pub(super) fn earlier(&self, at: usize, floor: usize) -> Option<(Reported, usize)> {
        let reading = self.reading;
        let (mark, speaker) = if let Some(mark) = reading.find(at, Cue::SourceEarlier).filter(|_| self.opens(at)) {
            (mark, None)
        } else {
            let comma = at.checked_sub(1).filter(|c| *c > floor && reading.word(*c) == ",")?;
            let mark = reading.find(at, Cue::SourceRelative)?;
            (mark, phrases::source_before(reading, floor, comma, self.grammar))
        };
        let start = at + mark.len;
        let reported = self.reported(start..self.clauses.end(start), speaker, &(at..start), "source")?;
        Some((reported, start))
    }

    /// Whether only joining words stand between the sentence's start and `at`.
    fn opens(&self, at: usize) -> bool {
        (self.sentence.start..at)
            .all(|i| matches!(words::role(self.reading, i), Some((Role::Conjunction | Role::Adverb | Role::And, _))))
    }

    /// The clause around an insertion that begins at `from` and ends at `to`.
    fn around(&self, floor: usize, from: usize, to: usize) -> Range<usize> {
        /// Fewer words after the insertion do not go on with the clause.
        const SHORTEST_REST: usize = 2;
        let start = self.clauses.around(floor, from);
        let comma = self.reading.word(to) == "," || self.reading.word(from.wrapping_sub(1)) == ",";
        let least = if comma { SHORTEST_REST + 1 } else { 1 };
        if self.sentence.end.saturating_sub(to) >= least { start..self.clauses.end(to) } else { start..self.trim(from) }
    }

    /// Past brackets and adverbials behind a source where the verb stands second, right before it: `Laut dem Sprecher
    /// (CDU) in Bonn kam …`.
    fn past_adverbial(&self, at: usize) -> usize {
        /// Brackets and adverbials behind one source.
        const MOST: usize = 3;
        /// The longest brackets.
        const LONGEST: usize = 6;
        let reading = self.reading;
        let mut at = at;
        for _ in 0..if self.grammar.verb_second { MOST } else { 0 } {
            let bracket = (at..self.sentence.end.min(at + LONGEST)).find(|i| reading.word(*i) == ")");
            at = match words::role(reading, at) {
                _ if reading.word(at) == "(" => bracket.map_or(at, |i| i + 1),
                Some((Role::Preposition | Role::Link, len)) => {
                    phrases::at(reading, at + len, self.sentence.end, self.grammar).map_or(at, |p| p.end)
                }
                _ => break,
            };
        }
        at
    }

    /// Past an apposition between commas that begins at `at`, to where the statement begins.
    fn past_apposition(&self, at: usize) -> usize {
        const LONGEST: usize = 20;
        let reading = self.reading;
        if reading.word(at) != "," {
            return at;
        }
        let named = words::is_capitalised(reading, at + 1) && words::role(reading, at + 1).is_none();
        let apposed = words::has_role(reading, at + 1, Role::Relative)
            || named && self.grammar.verb_second
            || self.grammar.verb_second
                && matches!(words::role(reading, at + 1), Some((Role::Object | Role::Determiner, _)));
        if !apposed {
            return at + 1;
        }
        let end = (at + 1..self.sentence.end.min(at + LONGEST)).find(|i| reading.word(*i) == ",");
        end.map_or(at + 1, |i| i + 1)
    }

    /// `wie X mitteilte, …`, `…, as X said`. Returns where to go on.
    pub(super) fn as_reported(&self, at: usize, floor: usize) -> Option<(Reported, usize)> {
        const LONGEST: usize = 30;
        let reading = self.reading;
        let opener = reading.find(at, Cue::AsReported)?;
        let opens = self.opens(at);
        if !opens && !matches!(reading.word(at - 1), "," | "–" | "—" | "-" | "(") {
            return None;
        }
        let from = at + opener.len;
        let ceiling = self.sentence.end.min(from + LONGEST);
        let mut comma = from;
        let mut verb: Option<Report> = None;
        while comma < ceiling && !matches!(reading.word(comma), "," | ")" | "–" | "—") {
            let report = cues::at(reading, comma, ceiling, self.grammar);
            verb = report.filter(|r| matches!(r.manner, Manner::Says | Manner::Quotes)).or(verb);
            comma += 1;
        }
        let verb = verb?;
        let speaker = phrases::before(reading, from, verb.tokens.start, self.grammar)
            .or_else(|| phrases::after(reading, verb.tokens.end, comma, self.grammar));
        let content =
            if opens { (comma + 1).min(self.sentence.end)..self.sentence.end } else { self.around(floor, at, comma) };
        let reported = self.reported(content, speaker, &verb.tokens, "as_reported")?;
        Some((reported, comma))
    }
}
