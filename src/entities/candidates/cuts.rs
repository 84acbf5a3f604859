//! Where a run of capitalised words is cut into candidates, and what is taken off their ends.
//!
//! Enters: the parts of a run. Leaves: [`Candidate`]s.

use super::super::clues::{Clues, Style};
use super::super::shapes::Shape;
use super::{Candidate, Scan};
use std::ops::Range;

impl Scan<'_> {
    /// Cuts a run where two names meet, takes off what only describes, and hands over the candidates.
    pub(super) fn cut(&self, parts: &[Range<usize>], found: &mut Vec<Candidate>) {
        let Some(start) = parts.first().map(|p| p.start) else { return };
        let after_role = start > self.tokens.start && self.role_ends_before(start);
        let has = |p: &Range<usize>, clue: Clues| self.clues(p.start).has(clue);
        let is_known = |p: &Range<usize>| self.known(p.start).is_some();
        let mut cut_at = None;
        if parts.len() >= 2 {
            let given = (1..parts.len()).find(|k| has(&parts[*k], Clues::GIVEN_NAME) && !is_known(&parts[*k]));
            let adjacent = |k: usize| parts[k].start == parts[k - 1].end;
            let head_is_known = is_known(&parts[0]) || self.shape(start) == Shape::Caps;
            cut_at = match given {
                Some(1) if is_known(&parts[0]) && parts.len() > 2 && adjacent(1) => Some(1),
                Some(k) if after_role && self.place_after_role && adjacent(k) && parts.len() > k + 1 => Some(k),
                Some(k) if after_role && adjacent(k) && parts[..k].iter().any(|p| has(p, Clues::ORG_PART)) => Some(k),
                _ if after_role && head_is_known && adjacent(1) && !has(&parts[1], Clues::ORG_PART) => Some(1),
                _ => None,
            };
        }
        match cut_at {
            Some(k) => {
                self.hand_over(&parts[..k], false, found);
                self.hand_over(&parts[k..], after_role, found);
            }
            None => self.hand_over(parts, after_role, found),
        }
    }

    /// Whether a role, an office or a form of address ends right before `token`.
    pub(super) fn role_ends_before(&self, token: usize) -> bool {
        let before = token - 1;
        let stop = self.context.reading.word(before) == "." && before > self.tokens.start;
        self.clues(before).has(Clues::BESIDE_PERSON)
            || (stop && self.clues(before - 1).has(Clues::HONORIFIC) && self.context.reading.glued(before - 1))
    }

    pub(super) fn hand_over(&self, mut parts: &[Range<usize>], after_role: bool, found: &mut Vec<Candidate>) {
        let has = |p: &Range<usize>, clue: Clues| p.clone().any(|i| self.clues(i).has(clue));
        // `Iraqi President`, `Palestinian Hamas`: the word for a people describes the name, unless the rest is a
        // common noun that needs it, as in `British Airways`.
        while let [first, rest @ ..] = parts
            && !rest.is_empty()
            && has(first, Clues::DEMONYM)
            && self.known(first.start).is_none()
            && !rest.iter().any(|p| has(p, Clues::ORG_PART) || has(p, Clues::NOT_NAME) || has(p, Clues::PLACE_WORD))
        {
            parts = rest;
        }
        let bare = |p: &Range<usize>| {
            let plain = Clues::DEMONYM.or(Clues::COMMON);
            self.known(p.start).is_none() && has(p, plain) && !has(p, Clues::PERSON_PART)
        };
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        // `PT`, `SMA`, `IV`: what opens or numbers a name is none.
        let alone = parts.len() == 1 && self.known(first.start).is_none();
        if alone && (has(first, Clues::ORG_PREFIX) || is_roman(self.context.reading.word(first.start))) {
            return;
        }
        let heads = parts.iter().any(|p| has(p, Clues::ORG_PART) || has(p, Clues::PLACE_WORD));
        // Three common words with capitals in running text are a name all the same: `World Food Programme`.
        let enough = if heads { 2 } else { 3 };
        if parts.iter().all(bare) && (parts.len() < enough || self.style != Style::Ordinary) {
            return;
        }
        // `S.A.`: the stop belongs to the abbreviation.
        let stop = self.context.reading.word(last.end) == "." && self.clues(last.end).has(Clues::ORG_SUFFIX);
        found.push(Candidate {
            tokens: first.start..last.end + usize::from(stop && self.context.reading.glued(last.end - 1)),
            sentence: self.tokens.clone(),
            style: self.style,
            noun_capitals: self.noun_capitals,
            first: self.opens(first.start),
            after_role,
        });
    }
}

/// `II`, `XIV`: a number in Roman letters, of two at least.
fn is_roman(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|b| b"IVXLC".contains(&b))
}
