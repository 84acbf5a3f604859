//! The words before and after a quoted passage that report it: who speaks, and by which word.
//!
//! Enters: a passage and the sentence around it. Leaves: [`Voice`]s. Knows nothing of what else is quoted.

use super::cues::{self, Manner};
use super::grammar::Grammar;
use super::passage::Passage;
use super::phrases;
use super::words::{self, Role};
use crate::lexicon::{Cue, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// Who says something, and which word reports it.
#[derive(Debug, Clone)]
pub struct Voice {
    /// The noun phrase.
    pub speaker: Option<Range<usize>>,
    /// The word of reporting.
    pub cue: Option<Range<usize>>,
    /// Whether the cue takes words rather than statements: `called it “…”`.
    pub literal: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The sentence around a passage: tokens before and after it, other passages left out.
#[derive(Debug)]
pub struct Frame {
    /// What stands before the passage.
    pub before: Range<usize>,
    /// What stands after it.
    pub after: Range<usize>,
}

/// The words after a quote that report it: `, said X`, `X said`, `katanya`, `so X`.
pub fn reported_after(reading: &Reading, passage: &Passage, frame: &Frame, grammar: Grammar) -> Option<Voice> {
    let mut at = frame.after.start;
    let end = frame.after.end;
    let mut comma = false;
    while at < end && matches!(reading.word(at), "," | "-" | "–" | "—" | "." | "\"") {
        comma |= reading.word(at) != ".";
        at += 1;
    }
    // After a full stop inside the marks, what follows may be a new sentence.
    let stopped =
        !comma && (reading.word(passage.inner.end.wrapping_sub(1)) == "." || reading.word(frame.after.start) == ".");
    let capital = words::is_capitalised(reading, at);
    // `also said X`, `a-t-il ajouté`
    while at < end
        && (matches!(words::role(reading, at), Some((Role::Adverb | Role::Auxiliary, _))) || reading.word(at) == "-")
        && !reading.is(at, Cue::AccordingTo)
        && !reading.is(at, Cue::SourceAfterComma)
    {
        at += 1;
    }
    let perfect = at > frame.after.start && words::has_role(reading, at - 1, Role::Auxiliary);
    // `“…”, so lautet der Titel`: a verb behind the word that names a source makes it an adverb.
    if reading.is(at, Cue::SourceAfterComma) && words::is_small(reading, at + 1) && names_nobody(reading, at + 1) {
        cues::at(reading, at + 1, end, grammar)?;
        at += 1;
    }
    let first = cues::at(reading, at, end, grammar);
    if let Some(report) = first {
        return match report.manner {
            Manner::WithPronoun => Some(Voice {
                speaker: Some(report.tokens.clone()),
                cue: Some(report.tokens),
                literal: false,
                rule: "verb_with_pronoun_after",
            }),
            Manner::Names if !(stopped && capital) => {
                let speaker = source(reading, report.tokens.end, end, grammar);
                Some(Voice { speaker, cue: Some(report.tokens), literal: false, rule: "source_after" })
            }
            Manner::Says | Manner::Acts | Manner::Quotes if !(stopped && capital) => {
                let speaker = phrases::after(reading, report.tokens.end, end, grammar);
                let speaker = speaker.or_else(|| phrases::in_adverbial(reading, report.tokens.end, end, grammar));
                Some(Voice { speaker, cue: Some(report.tokens), literal: false, rule: "verb_after" })
            }
            _ => None,
        };
    }
    // `X said`, `X, the head of Y, said`. Where the verb comes second, only a new sentence begins with X.
    const FURTHEST_VERB: usize = 40;
    if stopped && grammar.verb_second {
        return None;
    }
    let limit = end.min(at + FURTHEST_VERB);
    for verb in at + 1..limit {
        if matches!(reading.word(verb), ":" | ";") {
            return None;
        }
        let Some(report) = cues::at(reading, verb, end, grammar) else { continue };
        if !matches!(report.manner, Manner::Says | Manner::Acts | Manner::Quotes) {
            continue;
        }
        // `“…”, hatte der Minister in Bonn erklärt`: the subject stands right behind the auxiliary.
        let speaker = if perfect && grammar.verb_second {
            phrases::after(reading, at, verb, grammar)?
        } else {
            phrases::before(reading, at, verb, grammar)?
        };
        if speaker.start != at {
            return None;
        }
        let next = report.tokens.end;
        let closes = next >= end
            || reading.kind(next) == TokenKind::Mark
            || words::is_time(reading, next)
            || matches!(
                words::role(reading, next),
                Some((Role::Preposition | Role::Adverb | Role::Conjunction | Role::And, _))
            );
        if !closes && (stopped || report.manner == Manner::Acts) {
            return None;
        }
        return Some(Voice {
            speaker: Some(speaker),
            cue: Some(report.tokens),
            literal: false,
            rule: "subject_verb_after",
        });
    }
    None
}

/// Whether a small word begins no noun phrase: it has no role, and is no noun for a speaker.
fn names_nobody(reading: &Reading, index: usize) -> bool {
    words::role(reading, index).is_none()
        && !reading.is(index, Cue::SpeakerPronoun)
        && !reading.is(index, Cue::SpeakerNoun)
        && !words::is_capitalised(reading, index + 1)
}

/// `Als „Fest“ bezeichnete er …`, `Von einem „Fest“ sprach er`: the quoted words come first, then verb and subject.
pub fn fronted(reading: &Reading, frame: &Frame, grammar: Grammar) -> Option<Voice> {
    /// The preposition and an article.
    const LONGEST: usize = 2;
    let opens = reading.is(frame.before.start, Cue::Predicative)
        || words::has_role(reading, frame.before.start, Role::Preposition)
        || words::has_role(reading, frame.before.start, Role::Link);
    if !grammar.verb_second || frame.before.is_empty() || frame.before.len() > LONGEST || !opens {
        return None;
    }
    let verb = cues::at(reading, frame.after.start, frame.after.end, grammar)?;
    let speaker = phrases::after(reading, verb.tokens.end, frame.after.end, grammar)?;
    Some(Voice { speaker: Some(speaker), cue: Some(verb.tokens), literal: true, rule: "verb_after" })
}

/// `der den Sieg als „Fest“ bezeichnete`: the verb closes the clause after the quoted words.
pub fn verb_closing(reading: &Reading, frame: &Frame, grammar: Grammar) -> Option<Voice> {
    /// How far after the quoted words their verb stands.
    const FURTHEST: usize = 4;
    let last = frame.before.end.checked_sub(1)?;
    let predicative = reading.is(last, Cue::Predicative)
        || words::has_role(reading, last, Role::Determiner) && reading.is(last.wrapping_sub(1), Cue::Predicative);
    if frame.before.len() < 2 || !predicative {
        return None;
    }
    let end = frame.after.end.min(frame.after.start + FURTHEST);
    let inside = frame.after.start..end;
    let verb = inside
        .take_while(|i| reading.kind(*i) != TokenKind::Mark)
        .find_map(|i| cues::at(reading, i, frame.after.end, grammar).filter(|r| r.manner == Manner::Acts))?;
    // `als „…“ bezeichnet wird`: nobody says it.
    if words::has_role(reading, verb.end(), Role::Copula) || words::has_role(reading, verb.end(), Role::Auxiliary) {
        return None;
    }
    let speaker = opening_subject(reading, frame.before.clone(), grammar);
    Some(Voice { speaker, cue: Some(verb.tokens), literal: true, rule: "verb_closing" })
}

/// The source that a word like `according to` names.
pub fn source(reading: &Reading, from: usize, ceiling: usize, grammar: Grammar) -> Option<Range<usize>> {
    let phrase = |start: usize| phrases::at(reading, start, ceiling, grammar);
    phrase(from).or_else(|| {
        // `laut ihm`, `according to her`: a pronoun that nothing follows which it could belong to.
        if reading.find(from, Cue::Anaphor).is_some_and(|m| m.len == 1) {
            return (!words::begins_noun(reading, from + 1, grammar)).then_some(from..from + 1);
        }
        // `laut dem Bericht`, `nach deren Angaben`: an article that begins objects only begins a source too.
        let opens = matches!(words::role(reading, from), Some((Role::Object | Role::Relative, 1)));
        let noun = (opens && reading.kind(from + 1) == TokenKind::Word).then(|| phrase(from + 1)).flatten()?;
        (noun.start == from + 1).then_some(from..noun.end)
    })
}

/// The words in `frame` that report what follows it. With a colon, any sentence with a subject does.
pub fn reported_before(reading: &Reading, frame: Range<usize>, grammar: Grammar, colon: bool) -> Option<Voice> {
    for at in frame.clone().rev() {
        let Some(report) = cues::at(reading, at, frame.end, grammar) else { continue };
        let tokens = report.tokens.clone();
        match report.manner {
            Manner::WithPronoun => {
                return Some(Voice {
                    speaker: Some(tokens.clone()),
                    cue: Some(tokens),
                    literal: false,
                    rule: "verb_with_pronoun_before",
                });
            }
            // `laut „Stadtblatt“`: what is quoted is the name of the source.
            Manner::Names if tokens.end == frame.end => return None,
            Manner::Names => {
                let speaker = source(reading, tokens.end, frame.end, grammar);
                return Some(Voice { speaker, cue: Some(tokens), literal: false, rule: "source_before" });
            }
            Manner::Says | Manner::Acts | Manner::Quotes => {
                let speaker = subject(reading, frame.clone(), &tokens, grammar);
                return Some(Voice {
                    speaker,
                    cue: Some(tokens),
                    literal: reading.is(at, Cue::AttributionVerb),
                    rule: "verb_before",
                });
            }
        }
    }
    if !colon {
        return None;
    }
    let speaker = opening_subject(reading, frame, grammar)?;
    Some(Voice { speaker: Some(speaker), cue: None, literal: false, rule: "colon" })
}

/// The subject of the verb at `verb` in the clause `frame`: before it, else after it, else at the clause's start.
pub fn subject(reading: &Reading, frame: Range<usize>, verb: &Range<usize>, grammar: Grammar) -> Option<Range<usize>> {
    phrases::before(reading, frame.start, verb.start, grammar)
        .or_else(|| phrases::after(reading, verb.end, frame.end, grammar))
        .or_else(|| opening_subject(reading, frame.start..verb.start, grammar))
}

/// The noun phrase that a clause opens with.
pub fn opening_subject(reading: &Reading, clause: Range<usize>, grammar: Grammar) -> Option<Range<usize>> {
    /// How many words may open a clause before its subject.
    const MOST: usize = 12;
    let mut start = clause.start;
    while start < clause.end.min(clause.start + MOST) {
        match words::role(reading, start) {
            Some((Role::Adverb | Role::And | Role::Conjunction, len)) => start += len,
            Some((Role::Preposition, _)) => return None,
            _ if !words::is_nominal(reading, start) => start += 1,
            _ => break,
        }
    }
    source(reading, start, clause.end, grammar)
}
