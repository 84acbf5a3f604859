//! Runs of capitalised words that may be names.
//!
//! Enters: a document's tokens with hints and shapes. Leaves: [`Candidate`]s, in order, without overlap. What holds
//! a run together and where it is cut is decided here; what it names, and whether it is a name at all, in
//! `kinds.rs`.

mod cuts;

use super::clues::{Clues, Hints, Style, nouns_are_capitalised};
use super::shapes::Shape;
use super::words::{Words, opens_quote};
use crate::document::Document;
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// No name is longer, in parts (a word, or a known name of several words); it bounds every look ahead.
const LONGEST_RUN: usize = 12;
/// Lower-case particles in a row inside a name: `von und zu`, `de la`.
const LONGEST_PARTICLES: usize = 3;

/// A run of tokens that may be a name.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
    /// How the sentence is capitalised.
    pub style: Style,
    /// Whether the language writes all nouns with a capital.
    pub noun_capitals: bool,
    /// Whether it opens the sentence, where anything has a capital.
    pub first: bool,
    /// Whether a role or form of address stands before it, or before the name that stands before it (`Ketua KPK
    /// Abraham Samad`).
    pub after_role: bool,
}

/// All a rule can ask about the document.
#[derive(Debug, Clone, Copy)]
pub struct Context<'c> {
    /// The tokens and what the lexicon says of them.
    pub reading: &'c Reading<'c>,
    /// The same as far as names go.
    pub hints: &'c Hints,
    /// The words and their capitals.
    pub words: &'c Words<'c>,
}

impl Context<'_> {
    /// The clues of a token, none for a token that is not there.
    pub fn clues(&self, token: usize) -> Clues {
        self.hints.clues.get(token).copied().unwrap_or_default()
    }
}

/// The candidates in all blocks that may name somebody.
pub fn find(document: &Document, context: Context, styles: &[Style]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (sentence, style) in document.sentences.iter().zip(styles) {
        let block = document.block_of(sentence);
        if block.kind.has_entities() {
            let noun_capitals = nouns_are_capitalised(block.lexicon);
            let tokens = sentence.tokens.clone();
            let first = tokens.clone().find(|i| context.reading.kind(*i) != TokenKind::Mark);
            let place_after_role = block.lexicon.setting("names.place_after_role") == "yes";
            Scan { context, tokens, style: *style, noun_capitals, place_after_role, first }.run(&mut found);
        }
    }
    found
}

struct Scan<'c> {
    context: Context<'c>,
    tokens: Range<usize>,
    style: Style,
    noun_capitals: bool,
    /// Whether an office is named with its place before the person: `Bupati Kendal Ratna Dewi`.
    place_after_role: bool,
    /// The first token of the sentence that is no mark.
    first: Option<usize>,
}

impl Scan<'_> {
    fn run(&self, found: &mut Vec<Candidate>) {
        let mut at = self.tokens.start;
        while at < self.tokens.end {
            if let Some(end) = self.compound(at) {
                at = end;
            } else if self.may_stand(at) {
                let mut parts = self.grow(at);
                if parts.len() > 1 && self.opens_by_place(&parts) {
                    parts.remove(0);
                }
                at = parts.last().map_or(at + 1, |p| p.end);
                self.cut(&parts, found);
            } else {
                at += 1;
            }
        }
    }

    fn clues(&self, token: usize) -> Clues {
        if self.tokens.contains(&token) { self.context.clues(token) } else { Clues::default() }
    }

    fn shape(&self, token: usize) -> Shape {
        if self.tokens.contains(&token) { self.context.words.shape(token) } else { Shape::Other }
    }

    /// The end of the known name that begins at `token`, if it is capitalised or its script has no capitals.
    fn known(&self, token: usize) -> Option<usize> {
        let listed = self.context.hints.listed.get(token).filter(|l| l.len > 0)?;
        let end = token + usize::from(listed.len);
        let range = token..end;
        let capital = match self.shape(token) {
            Shape::Caseless => true,
            Shape::Lower | Shape::Other => range.clone().skip(1).any(|i| self.shape(i).is_capital()),
            _ => true,
        };
        (capital && end <= self.tokens.end && !range.into_iter().any(|i| self.clues(i).has(Clues::TAKEN)))
            .then_some(end)
    }

    /// Whether a name may begin or go on with this token.
    fn may_stand(&self, token: usize) -> bool {
        if self.known(token).is_some() {
            return true;
        }
        let (clues, shape) = (self.clues(token), self.shape(token));
        if clues.has(Clues::TAKEN) || !shape.is_capital() || self.context.reading.kind(token) != TokenKind::Word {
            return false;
        }
        let describes = clues.has(Clues::BESIDE_PERSON) && !clues.has(Clues::ORG_PART);
        if describes && !self.after_given_name(token) && !(self.may_end(token) && token > self.tokens.start) {
            return false;
        }
        let common = clues.has(Clues::NOT_NAME.or(Clues::FUNCTION));
        if clues.has(Clues::ORG_PART) {
            return !(common && self.opens(token));
        }
        if clues.has(Clues::CALENDAR) || clues.has(Clues::DETERMINER) {
            return false;
        }
        if clues.has(Clues::PLACE_WORD) && !common {
            return true;
        }
        if self.noun_capitals && clues.has(Clues::COMMON) && !clues.has(Clues::PERSON_PART) {
            return false;
        }
        if common && self.opens(token) {
            return false;
        }
        self.style == Style::Ordinary || self.is_evident(token)
    }

    /// Whether the first word of a run has its capital from the beginning of the sentence alone (`Putusan Inggris`,
    /// `Ausgewachsene Wombats`), or because it is a noun with an article (`im Freistaat Bayern`). Where nouns have
    /// capitals any word in front of one looks like a name.
    fn opens_by_place(&self, parts: &[Range<usize>]) -> bool {
        let at = parts[0].start;
        let evident = Clues::PERSON_PART.or(Clues::ORG_PART).or(Clues::PLACE_WORD).or(Clues::DEMONYM);
        let unseen = self.context.words.casing(at).inside == 0;
        let adjacent = parts[1].start == parts[0].end;
        let bare = self.shape(at) == Shape::Title && !self.clues(at).has(evident) && self.known(at).is_none();
        let second = parts[1].start;
        let known = self.known(second).is_some();
        let person = parts.len() > 2 && self.clues(second).has(Clues::GIVEN_NAME);
        let determined = self.noun_capitals && at > self.tokens.start && self.clues(at - 1).has(Clues::DETERMINER);
        let first = self.first == Some(at);
        bare && adjacent
            && (first && unseen && (self.noun_capitals || known || person) || determined && (known || person))
    }

    /// Whether the word has more than its capital to be a name: in headlines capitals tell nothing.
    fn is_evident(&self, token: usize) -> bool {
        let (clues, casing) = (self.clues(token), self.context.words.casing(token));
        clues.has(Clues::PERSON_PART)
            || clues.has(Clues::ORG_PART)
            || (casing.inside > 0 && casing.lower == 0)
            || (!clues.has(Clues::COMMON) && casing.lower == 0 && self.after_given_name(token))
            || (self.style == Style::Title && self.shape(token) == Shape::Caps)
    }

    /// Whether no word follows in the sentence: `Hun Sen.` is no senator without a name.
    fn may_end(&self, token: usize) -> bool {
        /// A stop, a bracket and two quotation marks.
        const MARKS: usize = 4;
        let mut rest = (token + 1..self.tokens.end).take(MARKS);
        self.tokens.end <= token + MARKS && rest.all(|i| self.context.reading.kind(i) == TokenKind::Mark)
    }

    /// Whether a capital is due at this token whatever it is: it begins the sentence, or what is quoted or follows a
    /// colon in it.
    fn opens(&self, token: usize) -> bool {
        let quoted = || opens_quote(self.context.reading.word(token - 1));
        Some(token) == self.first || (token > self.tokens.start && quoted())
    }

    fn after_given_name(&self, token: usize) -> bool {
        token > self.tokens.start && self.clues(token - 1).has(Clues::GIVEN_NAME)
    }

    /// The end of a chain of words joined by hyphens that is a common noun: `SPD-Chef`, `E-Mail-Adressen`.
    fn compound(&self, token: usize) -> Option<usize> {
        if !self.noun_capitals || !self.shape(token).is_capital() {
            return None;
        }
        let mut end = token + 1;
        while end - token < 2 * LONGEST_RUN && self.is_hyphen(end) {
            end += 2;
        }
        // `Antivirus- und`: the rest of the word comes later.
        let open = matches!(self.context.reading.word(end), "-" | "‐" | "‑") && self.context.reading.glued(end - 1);
        if open && !self.context.reading.glued(end) {
            return Some(end + 1);
        }
        if end == token + 1 {
            return None;
        }
        let common = Clues::COMMON.or(Clues::BESIDE_PERSON).or(Clues::ORG_PART);
        let known = self.known(token);
        let whole_is_known = known.is_some_and(|known| known >= end);
        // `Prock-Schauer`, `Rhein-Main-Neckar`: a part of a person's name, or of a place's.
        let given = (token..end).step_by(2).any(|i| self.clues(i).has(Clues::PERSON_PART));
        let addressed = token > self.tokens.start && self.role_ends_before(token);
        let personal = given || addressed || self.after_given_name(token);
        let is_name = (personal || known.is_some()) && self.shape(token) != Shape::Caps;
        let noun = self.clues(end - 1).has(common) || !is_name;
        (noun && !whole_is_known).then_some(end)
    }

    /// Whether `token` is a hyphen with a word right before and right after it.
    fn is_hyphen(&self, token: usize) -> bool {
        token > self.tokens.start
            && token + 1 < self.tokens.end
            && matches!(self.context.reading.word(token), "-" | "‐" | "‑" | "–")
            && self.context.reading.glued(token - 1)
            && self.context.reading.glued(token)
            && self.context.reading.kind(token + 1) == TokenKind::Word
    }

    /// The parts of the run that begins at `start`: words and known names, with what joins them between.
    fn grow(&self, start: usize) -> Vec<Range<usize>> {
        let mut parts: Vec<Range<usize>> = Vec::new();
        let mut next = Some(start);
        while let Some(at) = next.filter(|_| parts.len() < LONGEST_RUN) {
            let end = self.known(at).unwrap_or(at + 1);
            parts.push(at..end);
            next = self.joined(&parts, end);
        }
        parts
    }

    /// Where the run goes on after a part that ends at `end`.
    fn joined(&self, parts: &[Range<usize>], end: usize) -> Option<usize> {
        let reading = self.context.reading;
        // A possessive ending ends the name: `England's Premier League`.
        if end >= self.tokens.end || self.context.words.core(end - 1).end < reading.tokens[end - 1].span().end {
            return None;
        }
        // An elided article or preposition begins another name: `Ivo Sanmarchi dell'Università`.
        if end < self.tokens.end && self.context.words.core(end).start > reading.tokens[end].span().start {
            return None;
        }
        // A caseless script shows no end of a name.
        if self.shape(end - 1) == Shape::Caseless {
            return None;
        }
        if self.may_stand(end) {
            return Some(end);
        }
        if self.is_hyphen(end) {
            let capital = self.shape(end + 1).is_capital() && !self.clues(end + 1).has(Clues::TAKEN);
            return capital.then_some(end + 1);
        }
        match reading.word(end) {
            "." if reading.glued(end - 1) && self.shape(end - 1) == Shape::Initial => {
                return self.may_stand(end + 1).then_some(end + 1);
            }
            "&" | "+" => return self.may_stand(end + 1).then_some(end + 1),
            _ => {}
        }
        // Where nouns have capitals, `von` stands between common nouns as well.
        let person = || {
            let start = parts[0].start;
            parts.iter().any(|p| self.clues(p.start).has(Clues::GIVEN_NAME))
                || (start > self.tokens.start && self.role_ends_before(start))
        };
        let particles = || if !self.noun_capitals || person() { self.after_particles(end) } else { None };
        particles().or_else(|| self.after_joiner(parts, end))
    }

    fn after_particles(&self, from: usize) -> Option<usize> {
        let particle = |i: &usize| {
            self.clues(*i).has(Clues::PARTICLE) && self.shape(*i) == Shape::Lower && !self.clues(*i).has(Clues::TAKEN)
        };
        let end = (from..self.tokens.end).take(LONGEST_PARTICLES).take_while(particle).last()? + 1;
        // A known place or organisation ended before the particle: `Paris de …` is no person.
        let known = self.context.hints.listed[from - 1].len > 0;
        (!known && self.may_stand(end)).then_some(end)
    }

    /// `Bank` of `England`, `Gulf` of `Mexico`: what a head noun of an organisation or a place takes along.
    fn after_joiner(&self, parts: &[Range<usize>], from: usize) -> Option<usize> {
        let head = |clue: Clues| parts.iter().rev().take(2).any(|p| self.clues(p.start).has(clue));
        if self.clues(from).has(Clues::ORG_PREFIX) && self.shape(from) == Shape::Lower {
            let end = (from..self.tokens.end)
                .take(LONGEST_PARTICLES)
                .take_while(|i| {
                    self.shape(*i) == Shape::Lower && self.clues(*i).has(Clues::ORG_PREFIX.or(Clues::JOINER))
                })
                .last()?
                + 1;
            return self.goes_on(end).then_some(end);
        }
        // `Ministry of Health and Welfare`: a common word goes on with the name, another name would be a second.
        if let Some(and) = self.context.reading.find(from, Cue::NameConjunction) {
            let end = from + and.len;
            let joined_before = parts.windows(2).any(|pair| pair[0].end < pair[1].start);
            let named = Clues::PERSON_PART.or(Clues::ORG_PART).or(Clues::BESIDE_PERSON);
            let title = self.shape(end) == Shape::Title && !self.clues(end).has(named);
            let common = title && self.known(end).is_none();
            let nameless = |at: usize| !self.clues(at).has(named) && self.known(at).is_none();
            let last_is_common = parts.last().is_some_and(|p| nameless(p.start));
            let fits = joined_before && common && last_is_common && self.goes_on(end);
            return fits.then_some(end);
        }
        if !head(Clues::ORG_PART) && !head(Clues::PLACE_WORD) {
            return None;
        }
        let joiner = self.context.reading.find(from, Cue::NameJoiner)?;
        let end = from + joiner.len;
        let lower = (from..end).all(|i| self.shape(i) == Shape::Lower);
        (lower && self.goes_on(end)).then_some(end)
    }

    /// Whether a capitalised word follows, common or not: `Ministry of Health`.
    fn goes_on(&self, token: usize) -> bool {
        let (clues, shape) = (self.clues(token), self.shape(token));
        let barred = Clues::TAKEN.or(Clues::CALENDAR).or(Clues::DETERMINER);
        shape.is_capital() && !clues.has(barred) && (self.style == Style::Ordinary || self.may_stand(token))
    }
}
