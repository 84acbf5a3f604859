//! Reported statements without quotation marks around them.
//!
//! Enters: the sentences of a document, and where quoted statements stand. Leaves: [`Reported`] clauses, in order.
//! Knows nothing of entities.

use super::clauses::Clauses;
use super::cues::{self, Manner, Report};
use super::grammar::Grammar;
use super::phrases;
use super::voices;
use super::words::{self, Role};
use crate::document::{Document, Sentence};
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// A reported clause.
#[derive(Debug, Clone)]
pub struct Reported {
    /// What is reported.
    pub content: Range<usize>,
    /// Who is reported.
    pub speaker: Option<Range<usize>>,
    /// The word of reporting, if the sentence has one.
    pub cue: Option<Range<usize>>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// What quoted statements have taken already.
#[derive(Debug)]
pub struct Taken {
    /// Their tokens, in order.
    pub quoted: Vec<Range<usize>>,
    /// Where the words begin that report them, in order.
    pub cues: Vec<usize>,
    /// All passages between marks, statements or not, in order: no word in them reports what is outside.
    pub marked: Vec<Range<usize>>,
}

/// The reported clauses of the document's body, outside quoted statements.
pub fn find(document: &Document, taken: &Taken) -> Vec<Reported> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let block = document.block_of(sentence);
        if !block.kind.is_body() || sentence.tokens.is_empty() {
            continue;
        }
        let reading = &document.reading;
        let sentence = body_of(reading, sentence);
        let clauses = Clauses { reading, grammar: Grammar::of(block.lexicon), sentence: sentence.clone() };
        Finder { reading, grammar: clauses.grammar, taken, found: &mut found, sentence, clauses, last: None }.run();
    }
    found
}

/// The sentence without the mark that ends it.
pub fn body_of(reading: &Reading, sentence: &Sentence) -> Range<usize> {
    let mut range = sentence.tokens.clone();
    while range.end > range.start + 1 && words::ends_sentence(reading, range.end - 1) {
        range.end -= 1;
    }
    range
}

/// The end of the one of `sorted` that token `at` stands in.
fn end_of(sorted: &[Range<usize>], at: usize) -> Option<usize> {
    let index = sorted.partition_point(|q| q.end <= at);
    sorted.get(index).filter(|q| q.start <= at).map(|q| q.end)
}

/// The search in one sentence.
pub(super) struct Finder<'a, 't> {
    pub(super) reading: &'a Reading<'t>,
    pub(super) grammar: Grammar,
    pub(super) taken: &'a Taken,
    pub(super) found: &'a mut Vec<Reported>,
    pub(super) sentence: Range<usize>,
    pub(super) clauses: Clauses<'a, 't>,
    /// Who was reported last in the sentence: the subject of verbs joined to that report.
    pub(super) last: Option<Range<usize>>,
}

impl Finder<'_, '_> {
    /// Looks for words of reporting from left to right; each reported clause ends the search inside it.
    fn run(&mut self) {
        let mut at = self.sentence.start;
        let mut floor = at;
        if let Some(whole) = self.closing() {
            self.found.push(whole);
            return;
        }
        while at < self.sentence.end {
            if let Some(end) = end_of(&self.taken.quoted, at) {
                at = end;
                floor = end;
                continue;
            }
            if let Some(end) = end_of(&self.taken.marked, at) {
                at = end;
                continue;
            }
            if let Some(end) = self.as_reported(at, floor) {
                at = end;
                floor = end;
                continue;
            }
            if let Some(end) = self.source_before(at, floor) {
                at = end;
                floor = end;
                continue;
            }
            let report = cues::at(self.reading, at, self.sentence.end, self.grammar);
            let Some(report) = report.filter(|_| self.taken.cues.binary_search(&at).is_err()) else {
                at += 1;
                continue;
            };
            let next = report.tokens.end;
            let reported = match report.manner {
                Manner::Names => self.named(&report, floor),
                Manner::WithPronoun | Manner::Says | Manner::Quotes => self.stated(&report, floor),
                Manner::Acts => self.acted(&report, floor),
            };
            match reported {
                Some(reported) if !self.is_quoted(&reported.content) => {
                    at = next.max(reported.content.end);
                    floor = at;
                    self.last = reported.speaker.clone().or(self.last.take());
                    self.found.push(reported);
                }
                _ => at = next,
            }
        }
    }

    /// `…, inspectors say` at the end of a sentence: all before it is reported, whatever it reports itself.
    fn closing(&self) -> Option<Reported> {
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
        (reported.content.start == self.sentence.start && !self.is_quoted(&reported.content)).then_some(reported)
    }

    pub(super) fn is_quoted(&self, content: &Range<usize>) -> bool {
        let index = self.taken.quoted.partition_point(|q| q.end <= content.start);
        self.taken.quoted.get(index).is_some_and(|q| q.start < content.end)
    }

    pub(super) fn reported(
        &self,
        content: Range<usize>,
        speaker: Option<Range<usize>>,
        cue: &Range<usize>,
        rule: &'static str,
    ) -> Option<Reported> {
        let content = self.tidy(content);
        self.long_enough(&content).then(|| Reported { content, speaker, cue: Some(cue.clone()), rule })
    }

    pub(super) fn trim(&self, mut end: usize) -> usize {
        while end > self.sentence.start && matches!(self.reading.word(end - 1), "," | "–" | "—" | "-" | "(") {
            end -= 1;
        }
        end
    }

    /// Content without joining marks at its ends.
    fn tidy(&self, mut content: Range<usize>) -> Range<usize> {
        while content.start < content.end
            && matches!(self.reading.word(content.start), "," | ":" | ";" | "–" | "—" | "-" | ")")
        {
            content.start += 1;
        }
        while content.end > content.start
            && matches!(self.reading.word(content.end - 1), "," | ":" | ";" | "–" | "—" | "-" | "(")
        {
            content.end -= 1;
        }
        content
    }

    fn long_enough(&self, content: &Range<usize>) -> bool {
        /// Fewer words are no statement.
        const SHORTEST: usize = 2;
        /// So many marks in a row are no statement either.
        const MOST_MARKS: usize = 64;
        content
            .clone()
            .take(MOST_MARKS)
            .filter(|i| self.reading.kind(*i) != TokenKind::Mark)
            .nth(SHORTEST - 1)
            .is_some()
    }

    /// `X said (that) …`, `X sagte, …`, and `…, X said`.
    fn stated(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let verb = &report.tokens;
        if let Some(reported) = self.postposed(report, floor) {
            return Some(reported);
        }
        if self.ends_clause(report.end()) || self.clauses.is_subordinate(floor, verb.start) {
            return None;
        }
        let (start, strong) = self.clauses.start(report)?;
        if !strong && (report.manner == Manner::Quotes || cues::is_passive(reading, verb.start)) {
            return None;
        }
        let content = start..self.clauses.end(start);
        // `revealed customer data`: behind a bare verb two words are its object, which only some verbs report.
        let object = !strong && !reading.is(verb.start, Cue::AttributionVerb);
        if object && content.clone().filter(|i| reading.kind(*i) != TokenKind::Mark).nth(2).is_none() {
            return None;
        }
        if report.manner == Manner::WithPronoun {
            return self.reported(content, Some(verb.clone()), verb, "verb_with_pronoun");
        }
        let speaker = voices::subject(reading, floor..start, verb, self.grammar).or_else(|| self.last.clone());
        if speaker.is_none() && !strong {
            return None;
        }
        self.reported(content, speaker, verb, "reported_clause")
    }

    /// Whether nothing but an adverbial stands between `at` and the sentence's end.
    fn ends_clause(&self, mut at: usize) -> bool {
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

    /// `…, X said` and `…, said X`: the statement comes first, and the sentence ends with the report.
    fn postposed(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let verb = &report.tokens;
        if floor < verb.start && reading.word(verb.start - 1) == "," && report.manner == Manner::Says {
            let speaker = phrases::after(reading, verb.end, self.sentence.end, self.grammar)
                .or_else(|| phrases::in_adverbial(reading, verb.end, self.sentence.end, self.grammar))?;
            let rest = speaker.end.max(report.end());
            let closes = self.ends_clause(rest)
                || matches!(words::role(reading, rest), Some((Role::Preposition, _)))
                || reading.word(rest) == ",";
            const NEAR: usize = 30;
            let comma = (rest..self.sentence.end.min(rest + NEAR)).any(|i| reading.is(i, Cue::Complementiser));
            if closes && !comma {
                return self.reported(floor..verb.start - 1, Some(speaker), verb, "postposed");
            }
        }
        // `…, she acknowledges, …`
        let inserted = reading.word(verb.end) == ",";
        if !inserted && !self.ends_clause(report.end()) {
            return None;
        }
        let speaker = phrases::before(reading, floor, verb.start, self.grammar)?;
        let comma = speaker.start.checked_sub(1).filter(|c| *c > floor && reading.word(*c) == ",")?;
        let end = if inserted { self.clauses.end(verb.end) } else { comma };
        self.reported(floor..end, Some(speaker), verb, "postposed")
    }

    /// `X urged Y to …`, `X criticised the plan`.
    fn acted(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let verb = &report.tokens;
        if self.ends_clause(report.end()) || self.clauses.is_subordinate(floor, verb.start) {
            return None;
        }
        if self.grammar.comma_before_clause {
            let (start, _) = self.clauses.start(report).filter(|(_, strong)| *strong)?;
            let speaker = voices::subject(reading, floor..start, verb, self.grammar)?;
            return self.reported(start..self.clauses.end(start), Some(speaker), verb, "reported_act");
        }
        if cues::is_passive(reading, verb.start) {
            return None;
        }
        let speaker = phrases::before(reading, floor, verb.start, self.grammar)
            .or_else(|| voices::opening_subject(reading, floor..verb.start, self.grammar))
            .or_else(|| self.last.clone())?;
        /// How far from its verb the clause begins that an addressee is told.
        const LONGEST_ADDRESSEE: usize = 8;
        let window = if reading.is(verb.start, Cue::AddresseeVerb) { LONGEST_ADDRESSEE } else { 1 };
        let opener = (verb.end..self.sentence.end.min(verb.end + window))
            .take_while(|i| words::is_nominal(reading, *i) && !reading.is(*i, Cue::Infinitive))
            .find_map(|i| Some((i, reading.find(i, Cue::Complementiser)?)));
        if let Some((at, mark)) = opener {
            let start = at + mark.len;
            return self.reported(start..self.clauses.end(start), Some(speaker), verb, "reported_clause");
        }
        let (start, end) = self.clauses.object(verb.end)?;
        self.reported(start..end, Some(speaker), verb, "reported_act")
    }
}
