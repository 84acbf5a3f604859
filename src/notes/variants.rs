//! Names that are written differently in one place: `Micro Trend` for `Trend Micro`, `Klinken` for `Kliniken`.
//!
//! Enters: the tokens, and entities with their mentions. Leaves: a note for each unusual spelling, its detail the usual
//! one. Words in another order count, and one letter in a word of five or more. Endings do not: they inflect.

use super::note;
use crate::lexicon::{Reading, folded};
use crate::report::{Entity, EntityKind, Note, NoteKind};
use crate::text::{Span, TokenKind, order};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// The shortest word in which one letter may be a slip; shorter names differ by a letter on purpose.
const SLIP: usize = 5;

/// Longer names are no names; a bound keeps the work on a hostile text linear.
const LONGEST: usize = 80;

/// The most words a name has here.
const WORDS: usize = 6;

/// One spelling with its places.
struct Spelling {
    written: String,
    words: Vec<String>,
    kind: EntityKind,
    places: Vec<Span>,
}

/// The unusual spellings.
pub fn find(reading: &Reading, entities: &[Entity]) -> Vec<Note> {
    let mut spellings = spellings(reading.text, entities);
    add_reordered(reading, &mut spellings);
    // In the order of the keys, so that ties fall the same way on every platform.
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, spelling) in spellings.iter().enumerate() {
        for key in keys(&spelling.words) {
            by_key.entry(key).or_default().push(index);
        }
    }
    // The usual spelling that each one is nearest to.
    let mut usual: Vec<Option<usize>> = vec![None; spellings.len()];
    for group in by_key.values() {
        let best = |i: &&usize| (spellings[**i].places.len(), std::cmp::Reverse(spellings[**i].places[0]));
        let Some(top) = group.iter().max_by_key(best).copied() else { continue };
        for index in group.iter().copied().filter(|i| *i != top) {
            let better = usual[index].is_none_or(|u| spellings[u].places.len() < spellings[top].places.len());
            if better && differs_by_slip(&spellings[index], &spellings[top]) {
                usual[index] = Some(top);
            }
        }
    }
    let usual_of = usual.clone();
    let noted = spellings.iter().zip(usual).filter_map(|(spelling, usual)| {
        // A slip of a slip is a slip of the usual spelling.
        let nearest = usual?;
        let usual = &spellings[usual_of[nearest].unwrap_or(nearest)];
        let reason =
            if sorted(&spelling.words) == sorted(&usual.words) { "words_in_another_order" } else { "a_letter_differs" };
        let detail = Some(usual.written.clone());
        Some(Note { detail, ..note(NoteKind::NameVariant, spelling.places.clone(), reason) })
    });
    noted.collect()
}

fn spellings(text: &str, entities: &[Entity]) -> Vec<Spelling> {
    let mut spellings: Vec<Spelling> = Vec::new();
    let mut known: FxHashMap<(EntityKind, Vec<String>), usize> = FxHashMap::default();
    let named = |e: &&Entity| matches!(e.kind, EntityKind::Per | EntityKind::Org);
    for entity in entities.iter().filter(named) {
        for mention in &entity.mentions {
            let written = mention.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            let words: Vec<String> = written.split(' ').map(folded).collect();
            if written.len() > LONGEST || words.len() > WORDS || words.len() < 2 {
                continue;
            }
            let index = *known.entry((entity.kind, words.clone())).or_insert_with(|| {
                spellings.push(Spelling { written, words, kind: entity.kind, places: Vec::new() });
                spellings.len() - 1
            });
            spellings[index].places.push(mention.span);
        }
    }
    spellings
}

/// Adds what nobody took for a name and is the two words of one in the other order: where one of the two is
/// garbled, the other is often all that was recognised.
fn add_reordered(reading: &Reading, spellings: &mut Vec<Spelling>) {
    let reversed: FxHashMap<[&str; 2], usize> = spellings
        .iter()
        .enumerate()
        .filter_map(|(index, s)| match s.words.as_slice() {
            [first, last] if first != last => Some(([last.as_str(), first.as_str()], index)),
            _ => None,
        })
        .collect();
    if reversed.is_empty() {
        return;
    }
    let capital = |i: usize| {
        let named = reading.kind(i) == TokenKind::Word && reading.word(i).starts_with(char::is_uppercase);
        named.then(|| folded(reading.word(i)))
    };
    let mut taken: Vec<Span> = spellings.iter().flat_map(|s| s.places.iter().copied()).collect();
    order::by_span(&mut taken, |span| *span);
    let mut found: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
    let mut before: Option<String> = None;
    for i in 0..reading.tokens.len() {
        let here = capital(i);
        if let (Some(first), Some(last)) = (&before, &here)
            && let Some(of) = reversed.get(&[first.as_str(), last.as_str()])
        {
            let span = reading.span(i - 1..i + 1);
            let one_line = !span.of(reading.text).contains(['\n', '\r']);
            if !reading.glued(i - 1) && one_line && !span.overlaps_any(&taken, |s| *s) {
                found.entry(*of).or_default().push(span);
            }
        }
        before = here;
    }
    let known = spellings.iter().enumerate().map(|(index, s)| ((s.kind, s.words.clone()), index));
    let known: FxHashMap<_, _> = known.filter(|_| !found.is_empty()).collect();
    for (of, places) in found {
        let (kind, mut words) = (spellings[of].kind, spellings[of].words.clone());
        words.reverse();
        match known.get(&(kind, words.clone())) {
            Some(index) => {
                spellings[*index].places.extend(places);
                order::by_span(&mut spellings[*index].places, |span| *span);
            }
            None => {
                let written = places[0].of(reading.text).split_whitespace().collect::<Vec<_>>().join(" ");
                spellings.push(Spelling { written, words, kind, places });
            }
        }
    }
}

fn sorted(words: &[String]) -> Vec<&str> {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_unstable();
    words
}

/// Two names with a key in common have the same words, or differ in one letter of one word.
fn keys(words: &[String]) -> Vec<String> {
    let mut keys = vec![sorted(words).join(" ")];
    for (index, word) in words.iter().enumerate() {
        if word.chars().count() < SLIP {
            continue;
        }
        for (at, letter) in word.char_indices() {
            let shorter = format!("{}{}", &word[..at], &word[at + letter.len_utf8()..]);
            let mut others: Vec<String> = words.to_vec();
            others[index] = shorter;
            keys.push(sorted(&others).join(" "));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn differs_by_slip(spelling: &Spelling, usual: &Spelling) -> bool {
    if spelling.kind != usual.kind {
        return false;
    }
    let (words, usual_words) = (sorted(&spelling.words), sorted(&usual.words));
    if words == usual_words {
        return true;
    }
    // A word that is the other's beginning is an inflected form, unless the order differs as well.
    let own: Vec<&str> = words.iter().filter(|w| !usual_words.contains(w)).copied().collect();
    let theirs: Vec<&str> = usual_words.iter().filter(|w| !words.contains(w)).copied().collect();
    let inflected = own.iter().zip(&theirs).all(|(a, b)| a.starts_with(b) || b.starts_with(a));
    let reordered = spelling.words.iter().position(|w| usual_words.contains(&w.as_str()))
        != usual.words.iter().position(|w| words.contains(&w.as_str()));
    (reordered || !inflected) && usual.places.len() > spelling.places.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::report::Mention;
    use crate::text::tokens;

    fn read(text: &str) -> Reading<'_> {
        let tokens = tokens::tokenise(text);
        let all = 0..tokens.len();
        Reading::new(text, tokens, [(all, Lexicon::of("eng"))])
    }

    #[test]
    fn a_name_that_nobody_recognised_is_noted_by_its_words() {
        let text = "The mill Conceria Dolmen closed. Dolmen Conceria paid. Dolmen paid Conceria; Conceria. Dolmen Conceria\nDolmen";
        let at = text.find("Dolmen Conceria").unwrap();
        let mentions = vec![Mention { span: Span::new(at, at + 15), confidence: 1.0, reason: String::new() }];
        let (kind, name) = (EntityKind::Org, "Dolmen Conceria".to_string());
        let entity = Entity { id: 0, kind, name, salience: 0.0, variants: Vec::new(), mentions };
        let notes = find(&read(text), &[entity]);
        let found: Vec<_> = notes.iter().map(|n| (n.spans[0].of(text), n.detail.as_deref().unwrap())).collect();
        assert_eq!(found, [("Dolmen Conceria", "Conceria Dolmen")]);
    }

    /// `names` as mentions of one organisation each, in a text that lists them; expected: variant and usual name.
    fn check(names: &[&str], expected: &[(&str, &str)]) {
        let text = names.join("; ");
        let mut at = 0;
        let mut entities = Vec::new();
        for (id, name) in names.iter().enumerate() {
            let span = Span::new(at, at + name.len());
            at += name.len() + 2;
            let mentions = vec![Mention { span, confidence: 1.0, reason: String::new() }];
            let (kind, name) = (EntityKind::Org, name.to_string());
            entities.push(Entity { id, kind, name, salience: 0.0, variants: Vec::new(), mentions });
        }
        let notes = find(&read(&text), &entities);
        let found: Vec<(&str, &str)> =
            notes.iter().map(|n| (n.spans[0].of(&text), n.detail.as_deref().unwrap())).collect();
        assert_eq!(found, expected, "{names:?}");
    }

    #[test]
    fn other_order_and_one_letter_are_noted() {
        check(&["Trend Micro", "Micro Trend", "Trend Micro"], &[("Micro Trend", "Trend Micro")]);
        check(&["Conceria Dolmen", "Dolmen Conceria"], &[("Dolmen Conceria", "Conceria Dolmen")]);
        check(
            &["Lindqvist Kliniken", "Lindqvist Kliniken", "Klinken Lindqvist"],
            &[("Klinken Lindqvist", "Lindqvist Kliniken")],
        );
        check(&["Trend Micro", "Trend Micro", "Micro Trends"], &[("Micro Trends", "Trend Micro")]);
        check(
            &["Trend Micro", "Trend Micro", "Micro Trends", "Trends Micro"],
            &[("Micro Trends", "Trend Micro"), ("Trends Micro", "Trend Micro")],
        );
    }

    #[test]
    fn inflection_and_other_names_are_not() {
        check(&["Trend Micro", "Trend Micro", "Trend Micros"], &[]);
        check(&["Bank Mandiri", "Bank Mandiri", "Bank Central"], &[]);
        check(&["Anna Lee", "Anna Lea", "Anna Lee"], &[]);
        check(&["Morrison", "Morrisons", "Morrison"], &[]);
    }
}
