//! Where names begin and end.
//!
//! Enters: a name as the tagger spelt it. Leaves: the name or the names that it is, without what stands at its edges and
//! is no part of it. Knows nothing of weights.

use super::chain::{LOC, ORG, PER};
use super::name::Name;
use super::view::View;
use super::word::{Word, mask};
use crate::lexicon::Cue;
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A place that tells whose office it is stands before a name of so many words or more: `Presiden Prancis Jacques
/// Chirac`. Before one word it is likelier the person's own first name.
const LEAST_BEHIND: usize = 2;
/// Surer places are known to the whole document.
const SURE: f32 = 0.6;

/// The names that one spelt by the tagger is made of.
pub(super) fn mend(view: &View, name: Name, names: &mut Vec<Name>) {
    let mut start = name.pieces.start;
    for (cut, next) in cuts(view, &name) {
        keep(view, &name, start..cut, names);
        start = next;
    }
    keep(view, &name, start..name.pieces.end, names);
}

/// Where a name falls apart: the end of each part and the start of the next one.
///
/// A full stop behind a legal form ends a sentence though it looks like that of an abbreviation (`Bredow Systeme GmbH.
/// Bredow Systeme`); a bracket or quotation mark that opens in a name and closes outside it begins another name
/// (`Partai Demokrat (PD`); a colon and a space part a label from a name (`Q: Anna Berg`), a stroke a person from what
/// follows (`Anna Berg/Reuters`).
fn cuts(view: &View, name: &Name) -> impl Iterator<Item = (usize, usize)> {
    let words = &view.words[..name.pieces.end];
    let kind = name.kind;
    let inner = name.pieces.start + 1..name.pieces.end.max(name.pieces.start + 2) - 1;
    let last = |marks: &[char]| words[name.pieces.start..].iter().rposition(|w| w.is_mark(marks));
    let last = |marks: &[char]| last(marks).map_or(0, |i| name.pieces.start + i);
    let (bracket, quote) = (last(&[')']), last(&['»', '”', '“']));
    inner
        .filter(move |i| {
            let word = &words[*i];
            if word.has_letters() {
                return false;
            }
            word.is_mark(&['.']) && words[i - 1].is(Cue::OrgSuffix) && !words[i + 1].glued
                || word.is_mark(&['(']) && bracket < *i
                || word.is_mark(&['«', '“', '„']) && quote <= *i
                || word.is_mark(&[':']) && !words[i + 1].glued
                || word.is_mark(&['/']) && kind == PER
        })
        .map(|i| (i, i + 1))
}

/// Adds a part of a name, trimmed, unless nothing of it names anything.
fn keep(view: &View, name: &Name, pieces: Range<usize>, names: &mut Vec<Name>) {
    let whole = pieces == name.pieces;
    let name = trimmed(view, Name { pieces, ..name.clone() });
    let words = &view.words[name.pieces.clone()];
    const COMMON: u32 = mask(&[Cue::OrgNoun, Cue::PlaceNoun, Cue::Role, Cue::Honorific, Cue::NotName]);
    let names_something = |w: &Word| w.is_capital() && w.span.len() > 1 && !w.is_any(COMMON);
    if whole || words.iter().any(names_something) {
        names.push(name);
    }
}

/// The name without a possessive ending after it, an office before a person, what a stroke adds to an organisation, or a
/// second noun for a place before it.
fn trimmed(view: &View, mut name: Name) -> Name {
    const TITLE: u32 = mask(&[Cue::Role, Cue::Honorific]);
    const ORG_NOUN: u32 = mask(&[Cue::OrgSuffix, Cue::OrgWord]);
    const PLACE_NOUN: u32 = mask(&[Cue::PlaceNoun, Cue::PlaceWord]);
    let words = &view.words;
    while name.pieces.len() > 1 && words[name.pieces.end - 1].possessive {
        name.pieces.end -= 1;
    }
    if name.kind == PER {
        let title = |w: &&Word| w.is_any(TITLE) && !w.is(Cue::GivenName);
        let titles = words[name.pieces.clone()].iter().take_while(title).count();
        if titles < name.pieces.len() && words[name.pieces.start + titles].is_capital() {
            name.pieces.start += titles;
        }
    }
    if name.kind == ORG {
        // `Nordwind Systems/Handout`: the noun of an organisation ends its name before a stroke.
        let ends = |i: &usize| words[*i].is_mark(&['/']) && words[i - 1].is_any(ORG_NOUN);
        name.pieces.end = (name.pieces.start + 1..name.pieces.end).find(ends).unwrap_or(name.pieces.end);
    }
    if name.kind == LOC && name.pieces.len() > 2 {
        // `pantai Danau Toba`: the lake has its noun already, the shore is no part of its name.
        let [first, second] = [0, 1].map(|i| &words[name.pieces.start + i]);
        name.pieces.start += usize::from(
            first.is_any(PLACE_NOUN) && second.is_any(PLACE_NOUN) && !first.is_capital() && second.is_capital(),
        );
    }
    name
}

/// Parts the place of an office from the person who holds it: `Bupati Kendal Ratna Dewi` where the role stands before
/// the name, and the place is a listed one or one that the document names elsewhere.
pub(super) fn offices(view: &View, names: &mut Vec<Name>) {
    let held = |name: &Name| {
        let role = name.pieces.start.checked_sub(1).filter(|i| view.sentences[name.sentence].contains(i));
        let first = &view.words[name.pieces.start];
        name.kind == PER
            && name.pieces.len() > LEAST_BEHIND
            && role.is_some_and(|i| view.words[i].is(Cue::Role))
            && !first.is(Cue::GivenName)
            && !first.is_person_listed()
    };
    if !names.iter().any(held) {
        return;
    }
    let places = names.iter().filter(|n| n.kind == LOC && n.probability >= SURE);
    let places: FxHashSet<u32> = places.map(|n| view.words[n.pieces.end - 1].key()).collect();
    let mut made = Vec::new();
    for name in names.iter_mut().filter(|n| held(n)) {
        let first = &view.words[name.pieces.start];
        let behind = &view.words[name.pieces.start + 1..name.pieces.end];
        let known = first.is(Cue::Place) || first.is_place_listed() || places.contains(&first.key());
        if known && behind.iter().take(LEAST_BEHIND).all(Word::is_capital) {
            let place = name.pieces.start..name.pieces.start + 1;
            name.pieces.start += 1;
            made.push(Name::made(name.sentence, place, LOC, name.probability));
        }
    }
    super::name::add(names, made);
}

/// Whether a single word is one that the lexicon knows to be no name, and no list of names holds: `Datenbank`.
pub(super) fn is_common(view: &View, name: &Name) -> bool {
    let word = &view.words[name.pieces.start];
    const NAMES: u32 = mask(&[Cue::Org, Cue::Place, Cue::GivenName, Cue::Surname, Cue::OrgPrefix]);
    name.pieces.len() == 1 && word.is(Cue::NotName) && word.listed == 0 && !word.is_any(NAMES)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::gazetteer::Gazetteer;

    /// The first `name` in the text, of this kind.
    fn name(view: &View, text: &str, name: &str, kind: usize) -> Name {
        let at = text.find(name).expect("the name is in the text");
        let start = view.words.partition_point(|w| w.span.start < at);
        let end = view.words.partition_point(|w| w.span.start < at + name.len());
        let sentence = view.sentences.iter().position(|s| s.contains(&start)).expect("a sentence");
        Name { sentence, pieces: start..end, kind, probability: 0.8, kinds: [0.8; 3] }
    }

    /// `expected`: what is left of a name of this kind.
    fn check(language: &str, text: &str, spelt: &str, kind: usize, expected: &[&str]) {
        let document = Document::read(text, Some(language));
        let view = View::of(&document, &Gazetteer::default());
        let mut names = Vec::new();
        mend(&view, name(&view, text, spelt, kind), &mut names);
        let left: Vec<&str> = names.iter().map(|n| view.span(&n.pieces).of(text)).collect();
        assert_eq!(left, expected, "{text}");
    }

    #[test]
    fn names_end_at_marks_that_open_or_part() {
        check("deu", "Das ist die Zorba GmbH. Zorba schweigt.", "Zorba GmbH. Zorba", ORG, &["Zorba GmbH", "Zorba"]);
        check("ind", "Itu Partai Zorba (PZ) lagi.", "Partai Zorba (PZ", ORG, &["Partai Zorba", "PZ"]);
        check("eng", "The Bank of (North) Zorba.", "Bank of (North) Zorba", ORG, &["Bank of (North) Zorba"]);
        check("eng", "The company “Zorba Klenik” left.", "company “Zorba Klenik", ORG, &["Zorba Klenik"]);
        check("eng", "Photo: Zed Zorba/Klenik", "Zed Zorba/Klenik", PER, &["Zed Zorba", "Klenik"]);
        check("eng", "Q: Zed Zorba, hello.", "Q: Zed Zorba", PER, &["Zed Zorba"]);
        check("eng", "At 10:Zorba it", "10:Zorba", ORG, &["10:Zorba"]);
        check("deu", "Das meldet dpa/lby heute.", "dpa/lby", ORG, &["dpa/lby"]);
        check("eng", "Photo: Zorba Networks/Handout", "Zorba Networks/Handout", ORG, &["Zorba Networks"]);
    }

    #[test]
    fn titles_and_possessives_are_no_part() {
        check("eng", "It was President Zorba's plan.", "President Zorba's", PER, &["Zorba"]);
        check("eng", "It was the Zorba Bank's plan.", "Zorba Bank's", ORG, &["Zorba Bank"]);
        check("ind", "Ikan mati di pantai Danau Zorba.", "pantai Danau Zorba", LOC, &["Danau Zorba"]);
        check("ind", "Ikan mati di danau Zorba Klenik.", "danau Zorba Klenik", LOC, &["danau Zorba Klenik"]);
    }

    /// `expected`: the place and the person that a person's name is parted into; none where it stays whole.
    fn check_office(language: &str, text: &str, spelt: &str, place: Option<&str>, expected: &[&str]) {
        let document = Document::read(text, Some(language));
        let view = View::of(&document, &Gazetteer::default());
        let mut names: Vec<Name> = place.map(|p| name(&view, text, p, LOC)).into_iter().collect();
        names.push(name(&view, text, spelt, PER));
        offices(&view, &mut names);
        let left: Vec<&str> =
            names[usize::from(place.is_some())..].iter().map(|n| view.span(&n.pieces).of(text)).collect();
        assert_eq!(left, expected, "{text}");
    }

    #[test]
    fn the_place_of_an_office_is_no_part_of_a_person() {
        let known = "Di Zorba banjir. Menurut Bupati Zorba Klenik Plimar, air surut.";
        check_office("ind", known, "Zorba Klenik Plimar", Some("Zorba"), &["Zorba", "Klenik Plimar"]);
        check_office("ind", known, "Zorba Klenik Plimar", None, &["Zorba Klenik Plimar"]);
        let short = "Di Zorba banjir. Menurut Bupati Zorba Klenik, air surut.";
        check_office("ind", short, "Zorba Klenik", Some("Zorba"), &["Zorba Klenik"]);
        let bare = "Di Zorba banjir. Katanya Zorba Klenik Plimar pergi.";
        check_office("ind", bare, "Zorba Klenik Plimar", Some("Zorba"), &["Zorba Klenik Plimar"]);
    }
}
