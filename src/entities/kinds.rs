//! What a candidate names, by the evidence in it and beside it.
//!
//! Enters: one candidate with its context. Leaves: a [`Verdict`]: points for person, organisation and place, each
//! with the rule that gave most. Knows nothing of the other mentions in the document.

use super::candidates::{Candidate, Context};
use super::clues::{Clues, Style};
use super::shapes::Shape;
use super::verdict::Verdict;
use crate::report::EntityKind;
use crate::text::TokenKind;

/// The three kinds, in the order of a verdict's points.
pub const KINDS: [EntityKind; 3] = [EntityKind::Per, EntityKind::Org, EntityKind::Loc];
const PER: usize = 0;
const ORG: usize = 1;
const LOC: usize = 2;

/// The verdict on one candidate. The points are weights set by hand on the development corpora; each stands for
/// how much the evidence tells on its own.
pub fn judge(candidate: &Candidate, context: Context) -> Verdict {
    let mut verdict = Verdict::new();
    let judge = Judge { c: candidate, x: context };
    judge.prior(&mut verdict);
    judge.inside(&mut verdict);
    judge.before(&mut verdict);
    judge.after(&mut verdict);
    verdict
}

struct Judge<'c> {
    c: &'c Candidate,
    x: Context<'c>,
}

impl Judge<'_> {
    fn clues(&self, token: usize) -> Clues {
        if self.c.sentence.contains(&token) { self.x.clues(token) } else { Clues::default() }
    }

    fn shape(&self, token: usize) -> Shape {
        self.x.words.shape(token)
    }

    /// The words of the candidate, joiners, particles and marks left out.
    fn words(&self) -> impl Iterator<Item = usize> + '_ {
        self.c.tokens.clone().filter(|i| self.shape(*i).is_capital())
    }

    fn prior(&self, verdict: &mut Verdict) {
        let count = self.words().count();
        let start = self.c.tokens.start;
        let casing = self.x.words.casing(start);
        match count {
            0 | 1 if self.c.noun_capitals => {
                let alone = if casing.determined == 0 && casing.inside >= 2 { -0.8 } else { -1.5 };
                let determined = if casing.determined > 0 { -1.5 } else { 0.0 };
                (0..3).for_each(|k| verdict.lean(k, alone + determined));
            }
            0 | 1 => {
                [0.5, 0.3, 0.3].iter().enumerate().for_each(|(k, p)| verdict.lean(k, *p));
                // Capitalised by its place in the sentence, or common elsewhere in the text.
                let doubt = if self.c.first && casing.inside == 0 { 1.0 } else { 0.0 };
                let common = if casing.lower > 0 || self.clues(start).has(Clues::COMMON) { 1.5 } else { 0.0 };
                (0..3).for_each(|k| verdict.lean(k, -doubt - common));
            }
            2 | 3 => {
                let other = Clues::COMMON.or(Clues::PLACE).or(Clues::ORG);
                let plain = self.words().all(|i| self.shape(i) == Shape::Title && !self.clues(i).has(other));
                let two = if count == 2 { 1.0 } else { 0.5 };
                verdict.lean(PER, if plain { two } else { -0.3 });
                verdict.lean(ORG, if plain { 0.3 } else { 0.6 });
                if self.c.noun_capitals {
                    (0..3).for_each(|k| verdict.lean(k, -0.4));
                }
            }
            _ => {
                verdict.lean(PER, -1.0);
                verdict.lean(ORG, 0.6);
            }
        }
        if self.c.style == Style::Title {
            (0..3).for_each(|k| verdict.lean(k, -0.4));
        }
    }

    fn inside(&self, verdict: &mut Verdict) {
        let tokens = self.c.tokens.clone();
        let (start, last) = (tokens.start, tokens.end - 1);
        let count = self.words().count();
        let listed = self.x.hints.listed[start];
        let whole = start + usize::from(listed.len) == tokens.end;
        if whole && (listed.place || listed.org) {
            let points = if listed.place && listed.org { 2.5 } else { 4.0 };
            let noun = self.clues(start).has(Clues::NOT_NAME) && count <= 1;
            let points = match (self.c.noun_capitals && count <= 1, noun) {
                (true, true) => 1.2,
                (true, false) => points + 1.5,
                (false, true) => points - 2.0,
                _ => points,
            };
            if listed.place {
                verdict.give(LOC, points, "place_list", tokens.clone());
            }
            if listed.org {
                verdict.give(ORG, points, "organisation_list", tokens.clone());
            }
            return;
        }
        if listed.len > 0 && listed.place {
            verdict.lean(LOC, 0.8);
            verdict.lean(ORG, 0.8);
        } else if listed.len > 0 {
            verdict.give(ORG, 1.5, "organisation_list", start..start + usize::from(listed.len));
        }
        let person = !self.words().any(|i| self.clues(i).has(Clues::ORG_PART.or(Clues::PLACE_WORD)));
        if self.clues(start).has(Clues::GIVEN_NAME) {
            let points = if count >= 2 { if person { 3.0 } else { 1.0 } } else { 1.5 };
            let points = if self.c.noun_capitals && count == 1 { 2.0 } else { points };
            verdict.give(PER, points, "given_name", start..start + 1);
        }
        if self.clues(last).has(Clues::SURNAME) {
            let points = if self.c.noun_capitals && count == 1 { 2.0 } else { 1.5 };
            verdict.give(PER, points, "surname", last..last + 1);
        }
        if count >= 2 && person {
            let initial = self.words().find(|i| *i < last && self.shape(*i) == Shape::Initial);
            if let Some(at) = initial.filter(|_| self.shape(last) == Shape::Title) {
                verdict.give(PER, 2.0, "initial", at..at + 1);
            }
            let particle =
                tokens.clone().find(|i| self.shape(*i) == Shape::Lower && self.clues(*i).has(Clues::PARTICLE));
            if let Some(at) = particle {
                let named = self.words().any(|i| self.clues(i).has(Clues::PERSON_PART));
                verdict.give(PER, if named { 1.5 } else { 0.5 }, "particle", at..at + 1);
            }
        }
        self.organisation(verdict, count);
        self.place(verdict, count);
    }

    fn organisation(&self, verdict: &mut Verdict, count: usize) {
        let tokens = self.c.tokens.clone();
        let (start, last) = (tokens.start, tokens.end - 1);
        let one = |at: usize| at..at + 1;
        if count >= 2 {
            if self.clues(last).has(Clues::ORG_SUFFIX) {
                verdict.give(ORG, 4.0, "org_suffix", one(last));
            }
            if self.clues(start).has(Clues::ORG_PREFIX) {
                verdict.give(ORG, 3.5, "org_prefix", one(start));
            }
            for at in [start, last] {
                if self.clues(at).has(Clues::ORG_WORD) && !self.clues(at).has(Clues::ORG_SUFFIX) {
                    verdict.give(ORG, 2.5, "org_word", one(at));
                }
            }
            let inner = (start + 1..last).find(|i| self.clues(*i).has(Clues::ORG_WORD) && self.shape(*i).is_capital());
            if let Some(at) = inner {
                verdict.give(ORG, 1.5, "org_word", one(at));
            }
            if let Some(at) = tokens.clone().find(|i| matches!(self.x.reading.word(*i), "&" | "+")) {
                verdict.give(ORG, 2.0, "ampersand", one(at));
            }
            if self.clues(start).has(Clues::DEMONYM) {
                verdict.lean(ORG, 0.7);
            }
        }
        if self.c.style == Style::Capitals {
            return;
        }
        let capitals = |i: usize| self.shape(i) == Shape::Caps && self.x.reading.word(i).len() <= 6;
        if count == 1 && capitals(start) {
            verdict.give(ORG, if self.c.noun_capitals { 3.0 } else { 1.8 }, "acronym", one(start));
        } else if count >= 2 && self.words().any(capitals) {
            verdict.lean(ORG, 0.8);
        }
        if let Some(at) = self.words().find(|i| self.shape(*i) == Shape::Mixed) {
            let word = self.x.reading.word(at);
            let gaelic = word.starts_with("Mc") || word.starts_with("Mac");
            let points = if self.c.noun_capitals { 2.0 } else { 1.0 };
            verdict.give(if gaelic { PER } else { ORG }, points, "mixed_case", one(at));
        }
    }

    fn place(&self, verdict: &mut Verdict, count: usize) {
        let (start, last) = (self.c.tokens.start, self.c.tokens.end - 1);
        if count < 2 {
            if self.clues(start).has(Clues::PLACE_WORD) && self.x.reading.word(start).len() > 6 && self.c.noun_capitals
            {
                verdict.give(LOC, 2.0, "place_word", start..start + 1);
            }
            return;
        }
        for at in [start, last] {
            let clues = self.clues(at);
            if clues.has(Clues::PLACE_WORD) && !clues.has(Clues::ORG_SUFFIX) {
                verdict.give(LOC, 3.0, "place_word", at..at + 1);
            }
        }
    }

    fn before(&self, verdict: &mut Verdict) {
        /// How many lower-case words may stand between the noun and the name: `perusahaan keamanan jaringan X`.
        const REACH: usize = 3;
        let start = self.c.tokens.start;
        if self.c.after_role {
            let points = if self.words().count() <= 4 { 2.8 } else { 1.0 };
            let stop = usize::from(self.x.reading.word(start - 1) == ".");
            verdict.give(PER, points, "role", start - 1 - stop.min(start - 1)..start - stop);
        }
        let Some(previous) = start.checked_sub(1).filter(|p| self.c.sentence.contains(p)) else { return };
        let clues = self.clues(previous);
        let adjoins = |clue: Clues| clues.has(clue);
        if adjoins(Clues::PLACE_PREPOSITION) && !self.c.after_role {
            // Of two words the look of a person tells as much.
            let alone = self.words().count() < 2;
            verdict.give(LOC, if alone { 1.5 } else { 0.7 }, "place_preposition", previous..start);
            verdict.lean(PER, if alone { -0.5 } else { -0.2 });
        }
        if adjoins(Clues::PLACE_NOUN) {
            verdict.give(LOC, 2.5, "place_noun", previous..start);
        }
        let mut at = previous;
        for distance in 0..=REACH {
            let here = self.clues(at);
            if here.has(Clues::ORG_NOUN) {
                let points = if distance == 0 { 2.8 } else { 1.8 };
                verdict.give(ORG, points, "org_noun", at..at + 1);
                break;
            }
            let plain = self.shape(at) == Shape::Lower || self.shape(at) == Shape::Caseless;
            let stop = Clues::FUNCTION.or(Clues::PLACE_PREPOSITION).or(Clues::REPORTING).or(Clues::DETERMINER);
            if !plain || here.has(stop) || at == self.c.sentence.start {
                break;
            }
            at -= 1;
        }
        let behind =
            if adjoins(Clues::DETERMINER) && previous > self.c.sentence.start { previous - 1 } else { previous };
        if self.clues(behind).has(Clues::ORG_CONTEXT) {
            verdict.give(ORG, 1.5, "org_context", behind..start);
        }
        if self.follows_person(previous) && !self.c.after_role {
            verdict.give(ORG, 1.2, "affiliation", previous..start);
            verdict.lean(PER, -0.7);
        }
        if adjoins(Clues::DETERMINER) {
            verdict.lean(PER, -1.0);
            verdict.lean(LOC, -0.3);
            verdict.lean(ORG, if self.c.noun_capitals { -0.5 } else { 0.4 });
        }
        if adjoins(Clues::REPORTING) {
            verdict.give(PER, 1.2, "reporting_verb", previous..start);
            verdict.lean(ORG, 0.6);
        }
    }

    fn after(&self, verdict: &mut Verdict) {
        let end = self.c.tokens.end;
        let reading = self.x.reading;
        if self.clues(end).has(Clues::REPORTING) {
            verdict.give(PER, 1.2, "reporting_verb", end..end + 1);
            verdict.lean(ORG, 0.8);
        }
        if !self.c.sentence.contains(&(end + 1)) {
            return;
        }
        let mark = reading.word(end);
        if mark == "," {
            let next = self.x.hints.listed[end + 1];
            if next.len > 0 && next.place {
                verdict.give(LOC, 1.5, "place_after", end + 1..end + 1 + usize::from(next.len));
            }
            let role = (end + 1..self.c.sentence.end.min(end + 4)).find(|i| self.clues(*i).has(Clues::ROLE));
            if let Some(at) = role {
                verdict.give(PER, 1.5, "role_after", at..at + 1);
            }
        }
        if mark == "(" && self.abbreviated_by(end + 1) {
            verdict.give(ORG, 2.5, "acronym_after", end + 1..end + 2);
        }
        if mark == "," || mark == "(" {
            let age = reading.kind(end + 1) == TokenKind::Number
                && reading.word(end + 1).len() == 2
                && matches!(reading.word(end + 2), "," | ")");
            if age {
                verdict.give(PER, 2.0, "age", end + 1..end + 2);
            }
        }
    }

    /// Whether the token is an acronym of the candidate's words: `Otoritas Jasa Keuangan (OJK)`.
    fn abbreviated_by(&self, token: usize) -> bool {
        let acronym = self.x.reading.word(token);
        let initials = self.words().filter_map(|i| self.x.reading.word(i).chars().next());
        self.shape(token) == Shape::Caps && acronym.chars().eq(initials) && self.x.hints.listed[token].len <= 1
    }

    /// Whether a preposition at `token` stands right behind a person's name: `Graham Cluley of`.
    fn follows_person(&self, token: usize) -> bool {
        /// A given name stands within this many words of the preposition.
        const REACH: usize = 3;
        let preposition = self.clues(token).has(Clues::JOINER.or(Clues::PLACE_PREPOSITION));
        let behind = (self.c.sentence.start.max(token.saturating_sub(REACH))..token).rev();
        let mut words = behind.take_while(|i| self.shape(*i).is_capital());
        preposition && self.shape(token) == Shape::Lower && words.any(|i| self.clues(i).has(Clues::GIVEN_NAME))
    }
}
