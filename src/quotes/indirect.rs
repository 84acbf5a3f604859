//! Reported statements without quotation marks around them.
//!
//! Enters: the sentences of a document, and where quoted statements stand. Leaves: [`Reported`] clauses, in order.
//! Knows nothing of entities.

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
    /// The word of reporting.
    pub cue: Range<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The reported clauses of the document's body. `quoted` are the quoted statements, in order: what is in them is
/// reported already.
pub fn find(document: &Document, quoted: &[Range<usize>]) -> Vec<Reported> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let block = document.block_of(sentence);
        if !block.kind.is_body() || sentence.tokens.is_empty() {
            continue;
        }
        let mut finder = Finder {
            reading: &document.reading,
            grammar: Grammar::of(block.lexicon),
            quoted,
            found: &mut found,
            sentence: body_of(&document.reading, sentence),
        };
        finder.run();
    }
    found
}

/// The sentence without the mark that ends it.
fn body_of(reading: &Reading, sentence: &Sentence) -> Range<usize> {
    let mut range = sentence.tokens.clone();
    while range.end > range.start + 1 && words::ends_sentence(reading, range.end - 1) {
        range.end -= 1;
    }
    range
}

struct Finder<'a, 't> {
    reading: &'a Reading<'t>,
    grammar: Grammar,
    quoted: &'a [Range<usize>],
    found: &'a mut Vec<Reported>,
    sentence: Range<usize>,
}

impl Finder<'_, '_> {
    /// Looks for words of reporting from left to right; each reported clause ends the search inside it.
    fn run(&mut self) {
        let mut at = self.sentence.start;
        let mut floor = at;
        while at < self.sentence.end {
            if let Some(end) = self.quoted_at(at) {
                at = end;
                floor = end;
                continue;
            }
            if let Some(end) = self.as_reported(at, floor) {
                at = end;
                floor = end;
                continue;
            }
            let Some(report) = cues::at(self.reading, at, self.sentence.end) else {
                at += 1;
                continue;
            };
            let next = report.tokens.end;
            let reported = match report.manner {
                Manner::Names => self.named(&report, floor),
                Manner::WithPronoun => self.stated(&report, floor),
                Manner::Says => self.stated(&report, floor),
                Manner::Acts => self.acted(&report, floor),
            };
            match reported {
                Some(reported) if !self.is_quoted(&reported.content) => {
                    at = next.max(reported.content.end);
                    floor = at;
                    self.found.push(reported);
                }
                _ => at = next,
            }
        }
    }

    /// The end of the quoted statement that token `at` stands in.
    fn quoted_at(&self, at: usize) -> Option<usize> {
        let index = self.quoted.partition_point(|q| q.end <= at);
        self.quoted.get(index).filter(|q| q.start <= at).map(|q| q.end)
    }

    fn is_quoted(&self, content: &Range<usize>) -> bool {
        let index = self.quoted.partition_point(|q| q.end <= content.start);
        self.quoted.get(index).is_some_and(|q| q.start < content.end)
    }

    /// `According to X, …` and `…, according to X`.
    fn named(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let speaker = direct::source(reading, report.tokens.end, self.sentence.end, self.grammar)?;
        let opens = (self.sentence.start..report.tokens.start).all(|i| {
            words::has_role(reading, i, Role::Conjunction)
                || words::has_role(reading, i, Role::Adverb)
                || words::has_role(reading, i, Role::And)
        });
        let content = if opens {
            let mut start = self.past_apposition(speaker.end);
            if reading.word(start) == "," {
                start += 1;
            }
            start..self.sentence.end
        } else {
            let start = floor.max(self.sentence.start);
            // At the sentence's end, the statement ends before it; inside, it goes on behind it.
            let rest = self.past_apposition(speaker.end);
            const SHORTEST_REST: usize = 3;
            if self.sentence.end.saturating_sub(rest) >= SHORTEST_REST {
                start..self.sentence.end
            } else {
                start..self.trim(report.tokens.start)
            }
        };
        let content = self.tidy(content);
        self.long_enough(&content).then(|| Reported {
            content,
            speaker: Some(speaker),
            cue: report.tokens.clone(),
            rule: "source",
        })
    }

    /// Past an apposition between commas that begins at `at`.
    fn past_apposition(&self, at: usize) -> usize {
        at
    }

    fn trim(&self, mut end: usize) -> usize {
        while end > self.sentence.start && matches!(self.reading.word(end - 1), "," | "–" | "—" | "-" | "(") {
            end -= 1;
        }
        end
    }

    /// Content without joining words and commas at its ends.
    fn tidy(&self, mut content: Range<usize>) -> Range<usize> {
        while content.start < content.end
            && (matches!(self.reading.word(content.start), "," | ":" | ";" | "–" | "—" | "-" | ")"))
        {
            content.start += 1;
        }
        while content.end > content.start
            && matches!(self.reading.word(content.end - 1), "," | ":" | ";" | "–" | "—" | "-")
        {
            content.end -= 1;
        }
        content
    }

    fn long_enough(&self, content: &Range<usize>) -> bool {
        /// Fewer words are no statement.
        const SHORTEST: usize = 2;
        content.clone().filter(|i| self.reading.kind(*i) != TokenKind::Mark).nth(SHORTEST - 1).is_some()
    }

    /// `wie X mitteilte, …`, `…, as X said`. Returns where to go on.
    fn as_reported(&mut self, at: usize, floor: usize) -> Option<usize> {
        const LONGEST: usize = 30;
        let reading = self.reading;
        let opener = reading.find(at, Cue::AsReported)?;
        let opens = at == self.sentence.start;
        if !opens && !matches!(reading.word(at - 1), "," | "–" | "—" | "-" | "(") {
            return None;
        }
        let from = at + opener.len;
        let ceiling = self.sentence.end.min(from + LONGEST);
        let mut comma = from;
        let mut verb = None;
        while comma < ceiling && !matches!(reading.word(comma), "," | ")" | "–" | "—") {
            if let Some(report) = cues::at(reading, comma, ceiling) {
                if matches!(report.manner, Manner::Says) {
                    verb = Some(report);
                }
            }
            comma += 1;
        }
        let verb = verb?;
        // The clause ends with its verb, or soon after: `as the police said on Monday`.
        let speaker = phrases::before(reading, from, verb.tokens.start, self.grammar)
            .or_else(|| phrases::after(reading, verb.tokens.end, comma, self.grammar));
        let content = if opens {
            (comma + 1).min(self.sentence.end)..self.sentence.end
        } else {
            let rest = self.sentence.end.saturating_sub(comma + 1);
            let start = floor.max(self.sentence.start);
            if rest >= 3 { start..self.sentence.end } else { start..self.trim(at) }
        };
        let content = self.tidy(content);
        if !self.long_enough(&content) || self.is_quoted(&content) {
            return None;
        }
        let end = content.end.max(comma);
        self.found.push(Reported { content, speaker, cue: verb.tokens, rule: "as_reported" });
        Some(end)
    }

    /// `X said (that) …`, `X sagte, …`, and `…, X said`.
    fn stated(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let verb = &report.tokens;
        if self.ends_clause(report) {
            return self.postposed(report, floor);
        }
        let (start, strong) = self.content_start(report)?;
        let content = self.tidy(start..self.content_end(start));
        if !self.long_enough(&content) {
            return None;
        }
        if report.manner == Manner::WithPronoun {
            let speaker = Some(verb.clone());
            return Some(Reported { content, speaker, cue: verb.clone(), rule: "verb_with_pronoun" });
        }
        let speaker = direct::subject(reading, floor..start, verb, self.grammar);
        if speaker.is_none() && !strong {
            return None;
        }
        Some(Reported { content, speaker, cue: verb.clone(), rule: "reported_clause" })
    }

    /// Whether nothing but an adverbial follows the verb in the sentence.
    fn ends_clause(&self, report: &Report) -> bool {
        let mut at = report.end();
        while at < self.sentence.end
            && (words::is_time(self.reading, at)
                || matches!(words::role(self.reading, at), Some((Role::Preposition | Role::Adverb, _))))
        {
            at += 1;
        }
        at >= self.sentence.end
    }

    /// `…, X said` and `…, said X`.
    fn postposed(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let speaker = phrases::before(reading, floor, report.tokens.start, self.grammar)?;
        let comma = speaker.start.checked_sub(1)?;
        if comma <= floor || reading.word(comma) != "," {
            return None;
        }
        let content = self.tidy(floor..comma);
        self.long_enough(&content).then(|| Reported {
            content,
            speaker: Some(speaker),
            cue: report.tokens.clone(),
            rule: "postposed",
        })
    }

    /// Where the reported clause begins, and whether its beginning is marked as such.
    fn content_start(&self, report: &Report) -> Option<(usize, bool)> {
        /// How many tokens may stand between the verb and what opens the clause: an adverbial or an addressee.
        const FURTHEST: usize = 16;
        let reading = self.reading;
        let from = report.end();
        let ceiling = self.sentence.end.min(from + FURTHEST);
        for at in from..ceiling {
            if self.quoted_at(at).is_some() || matches!(reading.word(at), ";" | ":") {
                break;
            }
            if let Some(mark) = reading.find(at, Cue::Complementiser) {
                return Some((at + mark.len, true));
            }
            if self.grammar.comma_before_clause && reading.word(at) == "," {
                let next = reading.find(at + 1, Cue::Complementiser).map_or(at + 1, |m| at + 1 + m.len);
                return Some((next, true));
            }
            if reading.word(at) == "," {
                break;
            }
        }
        if self.grammar.comma_before_clause {
            return None;
        }
        let mut at = from;
        while at < ceiling && (words::is_time(reading, at) || words::has_role(reading, at, Role::Adverb)) {
            at += 1;
        }
        let refused = matches!(words::role(reading, at), Some((Role::Preposition | Role::And | Role::Conjunction, _)))
            || reading.kind(at) == TokenKind::Mark && !super::glyphs::at(reading, at, &self.sentence).is_some();
        (!refused && at < self.sentence.end).then_some((at, false))
    }

    /// Where the reported clause ends: with its sentence, or where another report begins beside it.
    fn content_end(&self, start: usize) -> usize {
        let reading = self.reading;
        for at in start + 2..self.sentence.end {
            if !matches!(reading.word(at), "," | ";") {
                continue;
            }
            let next = at + 1;
            // `, according to …` names another source.
            if reading.is(next, Cue::AccordingTo) {
                return at;
            }
            if matches!(words::role(reading, next), Some((Role::And | Role::Conjunction, _))) {
                const NEAR: usize = 8;
                let near = next + 1..self.sentence.end.min(next + NEAR);
                if near.clone().any(|i| reading.is(i, Cue::ReportingVerb)) {
                    return at;
                }
            }
        }
        self.sentence.end
    }

    /// `X urged Y to …`, `X criticised the plan`.
    fn acted(&self, report: &Report, floor: usize) -> Option<Reported> {
        let reading = self.reading;
        let verb = &report.tokens;
        if self.ends_clause(report) {
            return None;
        }
        let speaker = phrases::before(reading, floor, verb.start, self.grammar)
            .or_else(|| direct::opening_subject(reading, floor..verb.start, self.grammar))?;
        let start = match reading.find(verb.end, Cue::Complementiser) {
            Some(mark) => verb.end + mark.len,
            None => verb.end,
        };
        let content = self.tidy(start..self.content_end(start));
        self.long_enough(&content).then(|| Reported {
            content,
            speaker: Some(speaker),
            cue: verb.clone(),
            rule: "reported_act",
        })
    }
}
