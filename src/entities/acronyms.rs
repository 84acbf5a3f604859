//! Names that an acronym in brackets spells: `Bundesamt für Sicherheit in der Informationstechnik (BSI)`.
//!
//! Enters: a view with its text, and the names in it. Leaves: the names, where an organisation reaches over all the words
//! whose first letters its acronym has. Knows nothing of weights.

use super::chain::ORG;
use super::name::{self, Name};
use super::view::View;
use super::word::{Case, Word, mask};
use crate::lexicon::Cue;
use std::ops::Range;

/// Letters of an acronym: fewer or more are something else.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=8;
/// Words that stand between two that an acronym takes a letter of: `in der`, `, dan`.
const MOST_SKIPPED: usize = 3;
/// A name made whole is as sure as what it was made of, and this sure at least.
const SURE: f32 = 0.6;

/// Makes organisations whole whose acronym follows in brackets. `names` are in order.
pub(super) fn whole(view: &View, text: &str, names: &mut Vec<Name>) {
    let mut made = Vec::new();
    for (sentence, pieces) in view.sentences.iter().enumerate() {
        for at in pieces.start + 2..pieces.end.saturating_sub(1) {
            let words = &view.words;
            let bracketed =
                words[at].case == Case::Upper && words[at - 1].is_mark(&['(']) && words[at + 1].is_mark(&[')']);
            let Some(pieces) = bracketed.then(|| spelt(view, text, pieces.start, at)).flatten() else { continue };
            let inside = name::inside(names, &pieces);
            let fits = inside.iter().all(|n| n.pieces.start >= pieces.start && n.pieces.end <= pieces.end);
            let whole = inside.first().is_some_and(|n| n.pieces == pieces);
            if !fits || whole || !is_organisation(&words[pieces.clone()], inside) {
                continue;
            }
            let probability = inside.iter().map(|n| n.probability).fold(SURE, f32::max);
            name::empty(inside);
            made.push(Name::made(sentence, pieces, ORG, probability));
        }
    }
    name::replace(names, made);
}

/// Whether something says that the words name an organisation: capitals alone may be of a method or a treaty.
fn is_organisation(words: &[Word], inside: &[Name]) -> bool {
    const HEAD: u32 = mask(&[Cue::Org, Cue::OrgPrefix, Cue::OrgWord]);
    inside.iter().any(|n| n.kind == ORG) || words.iter().any(|w| w.is_any(HEAD))
}

/// The words before the bracket whose first letters the acronym at `acronym` is made of, the first of them
/// capitalised.
fn spelt(view: &View, text: &str, from: usize, acronym: usize) -> Option<Range<usize>> {
    let letters: Vec<char> = view.words[acronym].span.of(text).chars().collect();
    if !LETTERS.contains(&letters.len()) || !letters.iter().all(|c| c.is_alphabetic()) {
        return None;
    }
    let end = acronym - 1;
    let (mut left, mut skipped) = (letters.len(), 0);
    for at in (from..end).rev() {
        let word = &view.words[at];
        let initial = word.span.of(text).chars().next().into_iter().flat_map(char::to_uppercase).next();
        let content = word.is_capital() || left > 1 && !is_small(word);
        if content && initial == Some(letters[left - 1]) {
            (left, skipped) = (left - 1, 0);
            if left == 0 {
                return Some(at..end);
            }
            continue;
        }
        let passes = word.case == Case::Lower || word.is_mark(&[',', '-', '&']);
        skipped += 1;
        // The last letter is of the last word, and no capitalised word is passed over.
        if !passes || skipped > MOST_SKIPPED || left == letters.len() {
            return None;
        }
    }
    None
}

/// Whether it is a word that gives acronyms no letter.
fn is_small(word: &Word) -> bool {
    const SMALL: u32 = mask(&[Cue::FunctionWord, Cue::NameJoiner, Cue::Determiner, Cue::NameConjunction]);
    word.is_any(SMALL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::gazetteer::Gazetteer;

    /// `expected`: the organisation that an acronym makes whole, where the tagger has found the words `found` of it.
    fn check(language: &str, text: &str, found: &str, expected: Option<&str>) {
        let document = Document::read(text, Some(language));
        let view = View::of(&document, &Gazetteer::default());
        let at = text.find(found).expect("it is in the text");
        let start = view.words.partition_point(|w| w.span.start < at);
        let end = view.words.partition_point(|w| w.span.start < at + found.len());
        let mut names = vec![Name { sentence: 0, pieces: start..end, kind: ORG, probability: 0.5, kinds: [0.0; 3] }];
        whole(&view, text, &mut names);
        let left: Vec<&str> = names.iter().map(|n| view.span(&n.pieces).of(text)).collect();
        assert_eq!(left, [expected.unwrap_or(found)], "{text}");
    }

    #[test]
    fn acronyms_say_where_names_begin() {
        check(
            "ind",
            "Menurut Badan Angin, Kabut, dan Hujan (BAKH), itu.",
            "Badan",
            Some("Badan Angin, Kabut, dan Hujan"),
        );
        check("deu", "Das Amt für Ruhe in der Nacht (ARN) schweigt.", "Amt", Some("Amt für Ruhe in der Nacht"));
        check("fra", "Selon l'Office zorbique de la mer (OZM), rien.", "Office", Some("Office zorbique de la mer"));
        check("eng", "In the Zorba Union of Klenik (ZUK) they sing.", "Zorba Union", Some("Zorba Union of Klenik"));
        check("eng", "In the Zorba Union of Klenik (ZUR) they sing.", "Zorba Union", None);
        check("eng", "In the Zorba Union of Klenik (ZUK they sing.", "Zorba Union", None);
        check("eng", "In the Zorba Union of Old Klenik (ZUK) they sing.", "Zorba Union", None);
    }

    #[test]
    fn many_brackets_take_linear_time() {
        let text = "Zorba Klenik (ZK) ".repeat(2_000);
        check("eng", &text, "Zorba Klenik", None);
    }
}
