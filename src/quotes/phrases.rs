//! Noun phrases around a word of reporting: who speaks.
//!
//! Enters: a reading and token ranges of one sentence. Leaves: ranges of tokens. Knows nothing of entities.
//!
//! There is no parser here: a phrase is a run of words that none of the words with another role (prepositions,
//! conjunctions, auxiliaries …, listed by language) interrupts. The bounds below keep every step cheap in a
//! sentence of any length.

use super::endings::{LONGEST_PHRASE, accept, quoted_name};
use super::grammar::Grammar;
use super::words::{self, Role};
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// The furthest that an apposition between commas may reach back from the verb, in tokens.
const LONGEST_APPOSITION: usize = 40;
/// How many commas an apposition may hold.
const MOST_COMMAS: usize = 4;

/// Whether no noun phrase goes on over the word at `index`.
fn breaks(reading: &Reading, index: usize) -> bool {
    if !words::is_nominal(reading, index) {
        return true;
    }
    let capital = words::is_capitalised(reading, index);
    let role = words::role(reading, index).map(|(r, _)| r);
    matches!(role, Some(Role::Conjunction | Role::Relative | Role::Auxiliary | Role::Copula | Role::Object))
        || (reading.is(index, Cue::Complementiser) && role != Some(Role::Determiner))
        || (!capital && role.is_none() && words::is_verb(reading, index) && !reading.is(index, Cue::SpeakerNoun))
        || reading.is(index, Cue::AccordingTo)
}

/// The subject that stands before the verb at `verb`, not before `floor`.
pub fn before(reading: &Reading, floor: usize, verb: usize, grammar: Grammar) -> Option<Range<usize>> {
    let mut end = back_over_adverbs(reading, floor, verb);
    for _ in 0..MOST_COMMAS {
        if end <= floor {
            return None;
        }
        match reading.word(end - 1) {
            "," | "–" | "—" | "-" => {
                // What stands between two commas, or dashes, before a verb adds to the subject before them.
                let mark = reading.word(end - 1);
                while end > floor && reading.word(end - 1) == mark {
                    end -= 1;
                }
                let lowest = floor.max(end.saturating_sub(LONGEST_APPOSITION));
                let free = |i: &usize| {
                    reading.word(*i) == mark && !(mark == "-" && reading.glued(*i - 1) && reading.glued(*i))
                };
                let mut previous = (lowest.max(floor + 1)..end).rev().find(free)?;
                while previous > floor && reading.word(previous - 1) == mark {
                    previous -= 1;
                }
                end = back_over_adverbs(reading, floor, previous);
                if let Some(found) = run_before(reading, floor, end, grammar) {
                    return Some(found);
                }
                end = previous;
            }
            ")" | "]" => end = opening_bracket(reading, floor, end - 1)?,
            _ => return run_before(reading, floor, end, grammar),
        }
    }
    None
}

fn back_over_adverbs(reading: &Reading, floor: usize, from: usize) -> usize {
    /// Auxiliaries and adverbs between subject and verb: `had not yet publicly`.
    const MOST: usize = 6;
    let mut end = from;
    for _ in 0..MOST {
        if end <= floor {
            break;
        }
        let skip = matches!(
            words::role(reading, end - 1),
            Some((Role::Auxiliary | Role::Copula | Role::Adverb | Role::Object, _))
        ) || words::is_time(reading, end - 1)
            && end >= floor + 2
            && !words::has_role(reading, end - 2, Role::Preposition);
        if !skip {
            break;
        }
        end -= 1;
    }
    end
}

fn opening_bracket(reading: &Reading, floor: usize, close: usize) -> Option<usize> {
    let lowest = floor.max(close.saturating_sub(LONGEST_PHRASE));
    (lowest..close).rev().find(|i| matches!(reading.word(*i), "(" | "["))
}

fn run_before(reading: &Reading, floor: usize, end: usize, grammar: Grammar) -> Option<Range<usize>> {
    let mut start = end;
    let alone = end > floor && words::has_role(reading, end - 1, Role::Subject);
    let longest = if alone { 1 } else { LONGEST_PHRASE };
    while start > floor && end - start < longest {
        if matches!(reading.word(start - 1), ")" | "]") {
            match opening_bracket(reading, floor, start - 1) {
                Some(open) => start = open,
                None => break,
            }
        } else if breaks(reading, start - 1) {
            break;
        } else {
            start -= 1;
        }
    }
    // An article that is no subject's, as in `dem Tagesspiegel sagte`.
    if grammar.verb_second && start > floor && words::has_role(reading, start - 1, Role::Object) {
        return None;
    }
    let clause_begins = start == floor || !words::is_nominal(reading, start - 1);
    let mut run = start..end;
    let and = run.clone().rev().find(|i| words::has_role(reading, *i, Role::And));
    if let Some(and) = and {
        // `Federal and state officials said`, but `… the deal and critics said`.
        const LONGEST_PAIR: usize = 9;
        if and + 1 == end {
            return None;
        }
        if !clause_begins || run.len() > LONGEST_PAIR || and == run.start {
            run.start = and + 1;
            // Where the verb comes second, its subject is the whole of what stands before it.
            if grammar.verb_second && and > floor && words::is_nominal(reading, and - 1) {
                return None;
            }
        }
    }
    let run = strip(reading, run);
    match words::role(reading, run.start) {
        Some((Role::Preposition | Role::Link, len)) => after_adverbial(reading, run.start + len..run.end, grammar),
        _ => accept(reading, run),
    }
}

/// Without adverbs and joining words at its start.
fn strip(reading: &Reading, mut run: Range<usize>) -> Range<usize> {
    while run.start < run.end {
        match words::role(reading, run.start) {
            Some((Role::Adverb | Role::And, len)) if run.start + len < run.end => run.start += len,
            _ if words::is_nominal_mark(reading, run.start) => run.start += 1,
            _ if words::is_time(reading, run.start)
                && run.len() > 1
                && !words::is_nominal_number(reading, run.clone()) =>
            {
                run.start += 1
            }
            _ => break,
        }
    }
    run
}

/// What follows the adverbial that `run` begins with, its preposition taken off: `Monday the minister`.
fn after_adverbial(reading: &Reading, run: Range<usize>, grammar: Grammar) -> Option<Range<usize>> {
    if grammar.verb_second {
        // The adverbial takes the first place alone; the subject comes after the verb.
        return None;
    }
    let time = run.clone().take_while(|i| words::is_time(reading, *i)).count();
    if time > 0 {
        return accept(reading, run.start + time..run.end);
    }
    let start = (run.start + 1..run.end)
        .find(|i| words::has_role(reading, *i, Role::Determiner) || reading.is(*i, Cue::SpeakerPronoun))?;
    accept(reading, start..run.end)
}

/// The subject that follows the verb whose phrase ends at `from`, before `ceiling`: `said Rep. Jane Roe, a …`.
pub fn after(reading: &Reading, from: usize, ceiling: usize, grammar: Grammar) -> Option<Range<usize>> {
    let mut start = from;
    for _ in 0..MOST_COMMAS {
        match words::role(reading, start) {
            Some((Role::Adverb | Role::Object | Role::Auxiliary | Role::Copula, len)) => start += len,
            Some((Role::Preposition, len)) if grammar.verb_second => {
                start = over_adverbial(reading, start + len, ceiling);
            }
            _ if words::is_time(reading, start) && grammar.verb_second => start += 1,
            // `dit-il`
            _ if reading.word(start) == "-" && reading.glued(start) => start += 1,
            _ => break,
        }
    }
    if start >= ceiling || matches!(words::role(reading, start), Some((Role::Preposition | Role::And, _))) {
        return None;
    }
    accept(reading, start..end_of_phrase(reading, start, ceiling, grammar))
}

/// The end of an adverbial, its preposition taken off: the first noun and its number or name.
fn over_adverbial(reading: &Reading, from: usize, ceiling: usize) -> usize {
    let ceiling = ceiling.min(from + LONGEST_PHRASE);
    let mut at = from;
    while at < ceiling && words::is_small(reading, at) && !breaks(reading, at) {
        at += 1;
    }
    while at < ceiling && (words::is_capitalised(reading, at) || words::is_time(reading, at)) {
        at += 1;
        if words::has_role(reading, at, Role::Determiner) || words::has_role(reading, at, Role::Link) {
            break;
        }
    }
    at
}

/// Whether a phrase goes on to a name from `at`: `penulis Graham` in `pakar dan penulis Graham`.
fn name_follows(reading: &Reading, at: usize, ceiling: usize) -> bool {
    /// How many trades and offices stand between a joining word and the name.
    const FURTHEST: usize = 4;
    let plain = |i: &usize| !breaks(reading, *i) && words::role(reading, *i).is_none();
    (at..ceiling.min(at + FURTHEST)).take_while(plain).any(|i| words::is_capitalised(reading, i))
}

/// The noun phrase that begins at `start`.
pub fn at(reading: &Reading, start: usize, ceiling: usize, grammar: Grammar) -> Option<Range<usize>> {
    accept(reading, start..end_of_phrase(reading, start, ceiling, grammar))
}

/// Where the noun phrase that begins at `start` ends.
fn end_of_phrase(reading: &Reading, start: usize, ceiling: usize, grammar: Grammar) -> usize {
    let ceiling = ceiling.min(start + LONGEST_PHRASE);
    let mut at = start;
    // Whether a noun must still come: after an article, a preposition, an adjective before a capitalised noun.
    let mut open = true;
    let mut named = false;
    while at < ceiling {
        if let Some(end) = quoted_name(reading, at, ceiling).filter(|_| open || grammar.capital_nouns) {
            at = end;
            open = false;
            named = true;
            continue;
        }
        if breaks(reading, at) {
            break;
        }
        // `gemäß der Zeitung 40 Menschen`: a count begins another phrase.
        if grammar.capital_nouns
            && !open
            && reading.kind(at) == TokenKind::Number
            && words::is_capitalised(reading, at + 1)
        {
            break;
        }
        if reading.is(at, Cue::SpeakerPronoun) && at == start && !words::has_role(reading, at, Role::Determiner) {
            return at + 1;
        }
        match words::role(reading, at) {
            Some((Role::Preposition | Role::Adverb, _)) if !open || at > start => break,
            Some((Role::Closer, len)) => return at + len,
            Some((Role::Link, len)) => {
                open = true;
                at += len;
                continue;
            }
            Some((Role::And, len)) => {
                let next = at + len;
                if !words::has_role(reading, next, Role::Determiner) && !name_follows(reading, next, ceiling) {
                    break;
                }
                open = true;
                at += len;
                continue;
            }
            Some((Role::Determiner, len)) => {
                if !open && !grammar.capital_nouns {
                    break;
                }
                open = true;
                at += len;
                continue;
            }
            _ => {}
        }
        // `voorzitter Jan Smit`, no January
        let name = words::is_capitalised(reading, at) && words::is_capitalised(reading, at + 1);
        if at > start && words::is_time(reading, at) && !open && !name {
            break;
        }
        if grammar.capital_nouns && words::is_small(reading, at) && !open {
            break;
        }
        if words::is_capitalised(reading, at) {
            open = false;
            named = true;
        } else if named && !grammar.capital_nouns && !open {
            // `said Jane Roe yesterday`: after a name, a small word begins something else.
            if !words::is_nominal_mark(reading, at) {
                break;
            }
        } else if !grammar.capital_nouns {
            open = false;
        }
        at += 1;
    }
    at
}

/// The source in an adverbial: `heißt es in dem Schreiben`, `it says in the report`.
pub fn in_adverbial(reading: &Reading, from: usize, ceiling: usize, grammar: Grammar) -> Option<Range<usize>> {
    let (role, len) = words::role(reading, from)?;
    if role != Role::Preposition {
        return None;
    }
    at(reading, from + len, ceiling, grammar)
}

/// The noun phrase that ends before `at`, whatever its case: `Angaben der Polizei` in `Angaben der Polizei zufolge`.
pub fn source_before(reading: &Reading, floor: usize, at: usize, grammar: Grammar) -> Option<Range<usize>> {
    let lowest = floor.max(at.saturating_sub(LONGEST_PHRASE));
    let mut start = at;
    while start > lowest {
        let word = start - 1;
        let role = words::role(reading, word).map(|(r, _)| r);
        let joins = matches!(role, Some(Role::Determiner | Role::Link | Role::Object | Role::Preposition));
        let stops = !words::is_nominal(reading, word)
            || matches!(role, Some(Role::Auxiliary | Role::Copula | Role::Conjunction | Role::Relative | Role::Adverb | Role::And))
            || words::is_verb(reading, word) && !words::is_capitalised(reading, word)
            // An adjective needs an article before it to be told from a verb.
            || grammar.capital_nouns
                && role.is_none()
                && words::is_small(reading, word)
                && !reading.is(word, Cue::SpeakerPronoun)
                && !(word > lowest && words::role(reading, word - 1).is_some());
        if stops && !joins {
            break;
        }
        start = word;
    }
    while start < at && words::has_role(reading, start, Role::Preposition) {
        start += 1;
    }
    (start < at).then_some(start..at)
}
