//! Reported statements without quotation marks around them.
//!
//! Enters: the sentences of a document, and where quoted statements stand. Leaves: [`Reported`] clauses, in order.
//! Knows nothing of entities.

use super::clauses::Clauses;
use super::cues::{self, Manner, Report};
use super::direct;
use super::phrases::{self, Grammar};
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

struct Finder<'a, 't> {
    reading: &'a Reading<'t>,
    grammar: Grammar,
    taken: &'a Taken,
    found: &'a mut Vec<Reported>,
    sentence: Range<usize>,
    clauses: Clauses<'a, 't>,
    /// Who was reported last in the sentence: the subject of verbs joined to that report.
    last: Option<Range<usize>>,
}

impl Finder<'_, '_> {
    /// Looks for words of reporting from left to right; each reported clause ends the search inside it.
    fn run(&mut self) {
        let mut at = self.sentence.start;
        let mut floor = at;
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

    fn is_quoted(&self, content: &Range<usize>) -> bool {
        let index = self.taken.quoted.partition_point(|q| q.end <= content.start);
        self.taken.quoted.get(index).is_some_and(|q| q.start < content.end)
    }

    fn reported(
        &self,
        content: Range<usize>,
        speaker: Option<Range<usize>>,
        cue: &Range<usize>,
        rule: &'static str,
    ) -> Option<Reported> {
        let content = self.tidy(content);
        self.long_enough(&content).then(|| Reported { content, speaker, cue: Some(cue.clone()), rule })
    }

    /// `According to X, …` and `…, according to X`.
    fn named(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let speaker = direct::source(reading, report.tokens.end, self.sentence.end, self.grammar)?;
        if self.opens(report.tokens.start) {
            let start = self.past_apposition(speaker.end);
            return self.reported(start..self.sentence.end, Some(speaker), &report.tokens, "source");
        }
        let content = self.around(floor, report.tokens.start, self.past_apposition(speaker.end));
        self.reported(content, Some(speaker), &report.tokens, "source")
    }

    /// `Angaben der Polizei zufolge …`, `seiner Ansicht nach`.
    fn source_before(&mut self, at: usize, floor: usize) -> Option<usize> {
        let reading = self.reading;
        let mark = reading.find(at, Cue::SourceBefore)?;
        let speaker = phrases::source_before(reading, floor, at, self.grammar)?;
        let named = speaker.clone().any(|i| reading.is(i, Cue::ReportingNoun));
        // `nach` is a preposition too: only a noun of reporting before it makes it follow its noun.
        if reading.is(at, Cue::SourcePreposition) && !named {
            return None;
        }
        let end = at + mark.len;
        let content =
            if self.opens(speaker.start) { end..self.sentence.end } else { self.around(floor, speaker.start, end) };
        let reported = self.reported(content, Some(speaker), &(at..end), "source_before")?;
        if self.is_quoted(&reported.content) {
            return None;
        }
        let end = reported.content.end.max(end);
        self.found.push(reported);
        Some(end)
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

    /// Past an apposition between commas that begins at `at`, to where the statement begins.
    fn past_apposition(&self, at: usize) -> usize {
        const LONGEST: usize = 20;
        let reading = self.reading;
        if reading.word(at) != "," {
            return at;
        }
        let apposed = words::has_role(reading, at + 1, Role::Relative)
            || self.grammar.verb_second
                && matches!(words::role(reading, at + 1), Some((Role::Object | Role::Determiner, _)));
        if !apposed {
            return at + 1;
        }
        let end = (at + 1..self.sentence.end.min(at + LONGEST)).find(|i| reading.word(*i) == ",");
        end.map_or(at + 1, |i| i + 1)
    }

    fn trim(&self, mut end: usize) -> usize {
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

    /// `wie X mitteilte, …`, `…, as X said`. Returns where to go on.
    fn as_reported(&mut self, at: usize, floor: usize) -> Option<usize> {
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
        if self.is_quoted(&reported.content) {
            return None;
        }
        let end = reported.content.end.max(comma);
        self.found.push(reported);
        Some(end)
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
        if report.manner == Manner::WithPronoun {
            return self.reported(content, Some(verb.clone()), verb, "verb_with_pronoun");
        }
        let speaker = direct::subject(reading, floor..start, verb, self.grammar).or_else(|| self.last.clone());
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
            let speaker = direct::subject(reading, floor..start, verb, self.grammar)?;
            return self.reported(start..self.clauses.end(start), Some(speaker), verb, "reported_act");
        }
        if cues::is_passive(reading, verb.start) {
            return None;
        }
        let speaker = phrases::before(reading, floor, verb.start, self.grammar)
            .or_else(|| direct::opening_subject(reading, floor..verb.start, self.grammar))
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
