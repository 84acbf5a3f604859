//! Reported statements without quotation marks around them.
//!
//! Enters: the sentences of a document, and where quoted statements stand. Leaves: [`Reported`] clauses, in order.
//! Knows nothing of entities.

use super::clauses::{Clauses, end_of};
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

/// A quoted statement as the search for reported ones sees it.
#[derive(Debug)]
pub struct Quoted {
    /// Its tokens with the marks.
    pub tokens: Range<usize>,
    /// Where the word begins that reports it.
    pub cue: Option<usize>,
}

impl Quoted {
    /// Whether the quote and the word before it that reports it stand inside what `content` reports.
    pub fn is_nested_in(&self, content: &Range<usize>) -> bool {
        content.start < self.tokens.start
            && self.tokens.end <= content.end
            && self.cue.is_some_and(|cue| content.start < cue && cue < self.tokens.start)
    }
}

/// What quoted statements have taken already.
#[derive(Debug)]
pub struct Taken {
    /// The statements, in order.
    pub quoted: Vec<Quoted>,
    /// Where the words begin that report them, in order.
    pub cues: Vec<usize>,
    /// All passages between marks, statements or not, in order: no word in them reports what is outside.
    pub marked: Vec<Range<usize>>,
}

/// The reported clauses of the document's body, outside quoted statements.
pub fn find(document: &Document, taken: &Taken) -> Vec<Reported> {
    let mut found = Vec::new();
    let mut previous: Option<(usize, Range<usize>)> = None;
    for sentence in &document.sentences {
        let block_index = sentence.block;
        let block = document.block_of(sentence);
        if !block.kind.is_body() || sentence.tokens.is_empty() {
            continue;
        }
        let reading = &document.reading;
        let sentence = body_of(reading, sentence);
        let grammar = Grammar::of(block.lexicon);
        let clauses = Clauses { reading, grammar, sentence: sentence.clone(), marked: &taken.marked };
        let before = previous.filter(|(block, _)| *block == block_index).map(|(_, tokens)| tokens);
        previous = Some((block_index, sentence.clone()));
        let count = found.len();
        Finder { reading, grammar, taken, found: &mut found, sentence, clauses, last: None, before }.run();
        // What reports something itself is not told by the next sentence.
        previous = previous.filter(|_| found.len() == count);
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
    /// The sentence before in the same paragraph, unless it reports or quotes something.
    pub(super) before: Option<Range<usize>>,
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
        if let Some(whole) = self.before.as_ref().and_then(|before| self.pointed(before)) {
            self.found.push(whole);
            return;
        }
        if let Some(whole) = self.inserted() {
            at = whole.content.end;
            floor = at;
            self.last = whole.speaker.clone();
            self.found.push(whole);
        }
        while at < self.sentence.end {
            if let Some(end) = end_of(&self.taken.quoted, at, |q| &q.tokens) {
                at = end;
                floor = end;
                continue;
            }
            if let Some(end) = self.clauses.end_of_marked(at) {
                at = end;
                continue;
            }
            let attributed = self
                .earlier(at, floor)
                .or_else(|| self.as_reported(at, floor))
                .or_else(|| self.source_before(at, floor));
            if let Some((reported, end)) = attributed {
                at = end.max(reported.content.end);
                floor = at;
                self.found.push(reported);
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
                Some(reported) => {
                    // What goes on behind `…, reports X` is no statement of its own before X ends.
                    let speaker = reported.speaker.as_ref().map_or(0, |s| s.end);
                    at = next.max(reported.content.end).max(speaker);
                    floor = at;
                    self.last = reported.speaker.clone().or(self.last.take());
                    self.found.push(reported);
                }
                None => at = next,
            }
        }
    }

    fn is_quoted(&self, content: &Range<usize>) -> bool {
        let index = self.taken.quoted.partition_point(|q| q.tokens.end <= content.start);
        let inside = self.taken.quoted[index..].iter().take_while(|q| q.tokens.start < content.end);
        inside.into_iter().any(|q| !q.is_nested_in(content))
    }

    pub(super) fn reported(
        &self,
        content: Range<usize>,
        speaker: Option<Range<usize>>,
        cue: &Range<usize>,
        rule: &'static str,
    ) -> Option<Reported> {
        let content = self.tidy(content);
        // `I believe we can`: what authors say themselves they assert.
        let own = |s: &Range<usize>| {
            s.len() == 1 && self.reading.find(s.start, Cue::FirstPerson).is_some_and(|m| m.value == "singular")
        };
        if speaker.as_ref().is_some_and(own) {
            return None;
        }
        (self.long_enough(&content) && !self.is_quoted(&content)).then(|| Reported {
            content,
            speaker,
            cue: Some(cue.clone()),
            rule,
        })
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
        // `Dikatakan Camat Ridwan, …`: verb and speaker open the sentence.
        if verb.start == self.sentence.start && !self.grammar.comma_before_clause {
            let speaker = phrases::after(reading, verb.end, self.sentence.end, self.grammar);
            let comma = |s: &Range<usize>| reading.word(s.end) == "," && reading.is(s.start, Cue::SpeakerNoun);
            if let Some(speaker) = speaker.filter(comma) {
                let start = speaker.end + 1;
                return self.reported(start..self.clauses.end(start), Some(speaker), verb, "reported_clause");
            }
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
        if let Some(pronoun) = self.relative_subject(floor, verb.start) {
            let end = self.clauses.end_of_relative(&content);
            let named = pronoun - usize::from(reading.word(pronoun - 1) == ",");
            let speaker = phrases::before(reading, floor, named, self.grammar);
            return self.reported(content.start..end, speaker, verb, "reported_clause");
        }
        let speaker = voices::subject(reading, floor..start, verb, self.grammar).or_else(|| self.last.clone());
        // `Aus dem Bericht geht hervor, dass …`
        let speaker = speaker.or_else(|| phrases::in_adverbial(reading, floor, verb.start, self.grammar));
        if speaker.is_none() && !strong {
            return None;
        }
        self.reported(content, speaker, verb, "reported_clause")
    }

    /// The relative pronoun that is the subject of the verb at `verb`: `the mayor, who said …`. Where the verb ends
    /// such a clause, what it reports stands outside.
    fn relative_subject(&self, floor: usize, verb: usize) -> Option<usize> {
        /// Auxiliaries and adverbs between pronoun and verb.
        const MOST: usize = 4;
        let between = |i: &usize| matches!(words::role(self.reading, *i), Some((Role::Auxiliary | Role::Adverb, _)));
        let lowest = verb.saturating_sub(MOST).max(floor + 1);
        let at = (lowest..verb).rev().find(|i| !between(i))?;
        let relative = words::has_role(self.reading, at, Role::Relative);
        (relative && !self.grammar.comma_before_clause).then_some(at)
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
