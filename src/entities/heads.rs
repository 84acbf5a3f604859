//! Organisations whose first word says what they are: `Landgericht Kempten`, `Università di Bologna`.
//!
//! Enters: a view and the names in it. Leaves: the names, where a place that only tells which court or university is
//! meant has become a part of its name. Knows nothing of weights.

use super::chain::{LOC, ORG};
use super::name::{self, Name};
use super::view::View;
use super::word::{Word, mask};
use crate::lexicon::Cue;

/// More pieces are a list or a heading.
const LONGEST: usize = 10;
/// Nouns that a conjunction adds: `and Human Services`.
const MOST_ADDED: usize = 2;
/// A name made whole is no surer than this.
const SURE: f32 = 0.6;
/// Nor less sure than that.
const UNSURE: f32 = 0.35;
/// What the first word of a name is that says what the whole is.
const HEAD: u32 = mask(&[Cue::OrgPrefix, Cue::OrgWord]);

/// Joins the head of an organisation with the places, or with the words that are nothing but names, that follow it in
/// its run of capitalised words. `names` are in order.
pub(super) fn whole(view: &View, names: &mut Vec<Name>) {
    let mut made = Vec::new();
    for (sentence, run) in view.runs() {
        let head = &view.words[run.start];
        let headed = head.is_capital() && head.is_any(HEAD);
        if !headed || run.len() < 2 || run.len() > LONGEST {
            continue;
        }
        let inside = name::inside(names, &run);
        let places = inside.iter().all(|n| n.kind == LOC && n.pieces.start > run.start && n.pieces.end <= run.end);
        let named = || head.is(Cue::OrgPrefix) && view.words[run.start + 1..run.end].iter().any(is_name);
        if places && (!inside.is_empty() || named()) {
            let probability = inside.iter().map(|n| n.probability).fold(UNSURE, f32::max).min(SURE);
            name::empty(inside);
            made.push(Name::made(sentence, run, ORG, probability));
        }
    }
    name::replace(names, made);
    go_on(view, names);
}

/// Takes what a conjunction adds into an organisation with a head: `Ministry of Health and Welfare`, where the tagger sees
/// no other name behind the conjunction. `names` are in order.
fn go_on(view: &View, names: &mut [Name]) {
    for index in 0..names.len() {
        let Name { sentence, kind, ref pieces, .. } = names[index];
        let head = &view.words[pieces.start];
        let rest = &view.words[pieces.end..view.sentences[sentence].end];
        let joins = rest.first().is_some_and(|w| w.is(Cue::NameConjunction));
        let joined = || view.words[pieces.clone()].iter().any(|w| w.is(Cue::NameJoiner));
        if kind != ORG || !joins || !head.is_any(HEAD) || !joined() {
            continue;
        }
        let added = rest.iter().skip(1).take(MOST_ADDED).take_while(|w| w.is_capital() && !tells(w)).count();
        let end = pieces.end + if added > 0 { 1 + added } else { 0 };
        if names.get(index + 1).is_none_or(|next| next.pieces.start >= end) {
            names[index].pieces.end = end;
        }
    }
}

/// Whether a word tells of another name: only common nouns belong to what stands before the conjunction.
fn tells(word: &Word) -> bool {
    const TELLING: u32 = mask(&[
        Cue::OrgWord,
        Cue::OrgPrefix,
        Cue::OrgNoun,
        Cue::Org,
        Cue::Place,
        Cue::PlaceNoun,
        Cue::Demonym,
        Cue::Role,
        Cue::Honorific,
        Cue::GivenName,
        Cue::Surname,
        Cue::Month,
        Cue::Weekday,
    ]);
    word.listed != 0 || word.is_any(TELLING)
}

/// Whether a word has no other use in the lexicon than in names.
fn is_name(word: &Word) -> bool {
    const COMMON: u32 =
        mask(&[Cue::OrgWord, Cue::OrgPrefix, Cue::OrgSuffix, Cue::NotName, Cue::Role, Cue::Honorific, Cue::Demonym]);
    word.is_capital() && !word.is_any(COMMON)
}
