//! Runs of capitalised words, and what is in and beside them.
//!
//! Enters: the pieces of a sentence. Leaves: for each piece of a run the same bits of evidence, so that the second
//! word of `perusahaan keamanan jaringan Trend Micro` knows of the company as the first does. Knows nothing of
//! labels.

use super::run::{AFTER, BEFORE, FAR, INSIDE, Run};
use super::word::{Word, mask};
use crate::lexicon::Cue;

/// Words that begin with a capital, in German or at the start of a sentence, and are no part of a name.
const COMMON: u32 = mask(&[
    Cue::OrgNoun,
    Cue::Role,
    Cue::Honorific,
    Cue::PlaceNoun,
    Cue::NotName,
    Cue::FunctionWord,
    Cue::Month,
    Cue::Weekday,
    Cue::Determiner,
]);

/// Lower-case words that may stand between the word that tells the kind and the run.
pub(super) const REACH: usize = 4;
/// Words that may join two capitalised ones: `für … in der`.
const JOINERS: usize = 3;
/// Sets the runs of a sentence's pieces.
pub(super) fn mark(words: &mut [Word], text: &str) {
    let mut at = 0;
    while at < words.len() {
        if !is_part(&words[at]) {
            at += 1;
            continue;
        }
        let end = end(words, at, text);
        let run = Run {
            inside: words[at..end].iter().fold(0, |bits, w| bits | bits_of(w, &INSIDE)),
            before: before(words, at, text),
            after: after(words, end, text),
            lists: words[at..end].iter().fold(0, |mask, w| mask | w.listed | w.begins),
            length: (end - at).min(7) as u8,
        };
        words[at..end].iter_mut().for_each(|w| w.run = run);
        words[at].run_start = true;
        at = end;
    }
}

fn is_part(word: &Word) -> bool {
    const HEADS: u32 = mask(&[Cue::OrgWord, Cue::OrgPrefix, Cue::OrgSuffix]);
    word.is_capital() && (word.is_any(HEADS) || !word.is_any(COMMON))
}

fn bits_of(word: &Word, cues: &[Cue]) -> u16 {
    if word.cues == 0 {
        return 0;
    }
    cues.iter().enumerate().fold(0, |bits, (bit, cue)| bits | u16::from(word.is(*cue)) << bit)
}

/// Where the run that begins at `start` ends.
fn end(words: &[Word], start: usize, text: &str) -> usize {
    let mut end = start + 1;
    let mut joined = false;
    loop {
        let gap = words[end..].iter().take(JOINERS + 1).take_while(|w| !is_part(w));
        let mut count = 0;
        let mut fits = true;
        for word in gap {
            count += 1;
            let mark = matches!(word.span.of(text), "-" | "‑" | "–" | "&" | "." | "'" | "’" | "·") && word.glued;
            let ampersand = word.span.of(text) == "&";
            let joiner = word.is(Cue::NameJoiner) || word.is(Cue::NameParticle);
            joined |= joiner;
            fits &= mark || ampersand || joiner || (joined && word.is(Cue::NameConjunction));
        }
        if !fits || count > JOINERS || end + count >= words.len() {
            return end;
        }
        end += count + 1;
    }
}

fn before(words: &[Word], start: usize, text: &str) -> u16 {
    let quote = |w: &Word| matches!(w.span.of(text), "\"" | "“" | "„" | "«" | "»" | "‘" | "'" | "’" | "." | "-");
    for (steps, word) in words[..start].iter().rev().take(REACH).enumerate() {
        let near = steps == 0;
        let bits = bits_of(word, &BEFORE);
        // A preposition leads to a place only where it stands right before it.
        let bits = if near { bits } else { bits & !(1 << 5) };
        if bits != 0 {
            return bits | if near { 0 } else { FAR };
        }
        if !word.has_letters() && !quote(word) {
            return 0;
        }
    }
    0
}

fn after(words: &[Word], end: usize, text: &str) -> u16 {
    let comma = words.get(end).is_some_and(|w| w.span.of(text) == ",");
    let next = words.get(end + usize::from(comma));
    next.map_or(0, |w| bits_of(w, &AFTER)) << 1 | u16::from(comma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::gazetteer::Gazetteer;
    use crate::entities::view::View;

    /// A run with the cues inside it, before it and after it.
    type Expected<'e> = (&'e str, &'e [Cue], &'e [Cue], &'e [Cue]);

    /// `expected`: the runs of the first sentence.
    fn check(language: &str, text: &str, expected: &[Expected]) {
        let document = Document::read(text, Some(language));
        let view = View::of(&document, &Gazetteer::default());
        let words = &view.words[view.sentences[0].clone()];
        let names = |bits: u16, cues: &[Cue]| {
            cues.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1).map(|(_, c)| *c).collect::<Vec<Cue>>()
        };
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let run = words[at].run;
            let length = usize::from(run.length).max(1);
            if run.length > 0 {
                let span = words[at].span.join(words[at + length - 1].span);
                found.push((
                    span.of(text),
                    names(run.inside, &INSIDE),
                    names(run.before, &BEFORE),
                    names(run.after >> 1, &AFTER),
                ));
            }
            at += length;
        }
        let expected: Vec<_> = expected.iter().map(|(t, i, b, a)| (*t, i.to_vec(), b.to_vec(), a.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_tells_the_kind_is_known_throughout_the_run() {
        check(
            "ind",
            "Yang perusahaan keamanan jaringan Zorba Klenik mengatakan.",
            &[("Zorba Klenik", &[], &[Cue::OrgNoun], &[Cue::ReportingVerb])],
        );
        check("deu", "Das Unternehmen Zorba Klenik schwieg.", &[("Zorba Klenik", &[], &[Cue::OrgNoun], &[])]);
        check("eng", "It said Zorba, the head, left.", &[("Zorba", &[], &[], &[])]);
    }

    #[test]
    fn joiners_stay_inside_and_conjunctions_part() {
        check(
            "eng",
            "Zorba and Klenik left the Ministry of Flax and Tar.",
            &[
                ("Zorba", &[], &[], &[]),
                ("Klenik", &[], &[], &[]),
                ("Ministry of Flax and Tar", &[Cue::OrgPrefix, Cue::OrgWord], &[], &[]),
            ],
        );
    }
}
