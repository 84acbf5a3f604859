//! What spoke for a name, in words.
//!
//! Enters: a name that the tagger found. Leaves: its reason: the features that weighed most for its kind, gathered by
//! what they look at, as `rule: evidence; rule: evidence`. Knows nothing of the document's other names.

use super::chain::{LOC, ORG, PER};
use super::features::{self, Ground};
use super::gazetteer::LISTS;
use super::model::Model;
use super::name::Name;
use super::runs;
use super::tagger::Tagged;
use super::view::View;
use super::word::{CUES, Word};
use crate::lexicon::Cue;
use crate::text::order::{self, falling_real};

/// Rules that a reason names at most.
const MOST: usize = 2;
/// What weighs less, in logits, is not worth a word.
const LEAST: f32 = 0.4;
/// The pieces of a name that are asked for evidence; a longer one says no more.
const LONGEST: usize = 12;
/// The reason where many small weights made it a name.
const OTHERWISE: &str = "tagger";

/// The rules of single cues; cues left out tell no reader anything.
const CUE_RULES: [(Cue, &str); 18] = [
    (Cue::Honorific, "honorific"),
    (Cue::Role, "role"),
    (Cue::GivenName, "given_name"),
    (Cue::Surname, "surname"),
    (Cue::NameParticle, "particle"),
    (Cue::OrgSuffix, "org_suffix"),
    (Cue::OrgPrefix, "org_prefix"),
    (Cue::OrgWord, "org_word"),
    (Cue::OrgNoun, "org_noun"),
    (Cue::OrgContext, "org_context"),
    (Cue::Org, "organisation_list"),
    (Cue::PlacePreposition, "place_preposition"),
    (Cue::PlaceWord, "place_word"),
    (Cue::PlaceNoun, "place_noun"),
    (Cue::Place, "place_list"),
    (Cue::Determiner, "determiner"),
    (Cue::ReportingVerb, "reporting_verb"),
    (Cue::AccordingTo, "according_to"),
];

/// The rules of the lists of names, in the order of [`LISTS`].
const LIST_RULES: [&str; LISTS.len()] =
    ["given_name_listed", "surname_listed", "territory_listed", "city_listed", "organisation_listed"];

/// The kind of the names on each list, as [`Name::kind`] counts.
const LIST_KINDS: [usize; LISTS.len()] = [PER, PER, LOC, LOC, ORG];

/// What inside a run speaks for a person, an organisation and a place.
const INSIDE: [&[Cue]; 3] = [
    &[Cue::GivenName, Cue::Surname],
    &[Cue::OrgSuffix, Cue::OrgPrefix, Cue::OrgWord, Cue::Org],
    &[Cue::PlaceWord, Cue::Place],
];

/// What before a run does.
const BEFORE: [&[Cue]; 3] =
    [&[Cue::Honorific, Cue::Role], &[Cue::OrgNoun, Cue::OrgContext], &[Cue::PlaceNoun, Cue::PlacePreposition]];

/// A rule and the piece of the view that is its evidence.
type Evidence = (&'static str, Option<usize>);

/// The reason of a name in `text`.
pub(super) fn reason(model: &Model, view: &View, tagged: &Tagged, name: &Name, text: &str) -> String {
    let sentence = view.sentences[name.sentence].clone();
    let mut sums: Vec<(Evidence, f32)> =
        known(view, name).map(|rule| ((rule, Some(name.pieces.start)), f32::MAX)).into_iter().collect();
    for piece in name.pieces.clone().take(LONGEST) {
        let label = 2 * name.kind + 1 + usize::from(piece > name.pieces.start);
        // Features of one ground come one after the other.
        let mut last = None;
        let mut weigh = |ground: Ground, feature: u32| {
            let Some(row) = model.row(feature) else { return };
            let place = match last {
                Some((same, place)) if same == ground => place,
                _ => evidence(view, name, piece, ground).map(|evidence| {
                    sums.iter().position(|(known, _)| *known == evidence).unwrap_or_else(|| {
                        sums.push((evidence, 0.0));
                        sums.len() - 1
                    })
                }),
            };
            last = Some((ground, place));
            let Some(place) = place else { return };
            // For its kind against no name and against the other kinds.
            let others = (0..3).filter(|kind| *kind != name.kind).map(|kind| row[label - 2 * name.kind + 2 * kind]);
            let against = others.chain([row[0]]).map(f32::from).sum::<f32>() / 3.0;
            sums[place].1 += (f32::from(row[label]) - against) * model.unit;
        };
        let index = piece - sentence.start;
        features::features(view, name.sentence, index, &mut weigh);
        features::vote_features(view, name.sentence, index, &tagged.votes, weigh);
    }
    order::by_key(&mut sums, |(_, sum)| falling_real(f64::from(*sum)));
    let words = |(rule, piece): Evidence| match piece {
        Some(_) if rule.ends_with("_list") => format!("{rule}: {}", view.span(&name.pieces).of(text)),
        Some(piece) => format!("{rule}: {}", view.words[piece].span.of(text)),
        None => rule.to_string(),
    };
    let mut told: Vec<&str> = Vec::new();
    let mut reasons = Vec::new();
    for (evidence, _) in sums.iter().filter(|(_, weight)| *weight >= LEAST) {
        if reasons.len() < MOST && !told.contains(&evidence.0) {
            told.push(evidence.0);
            reasons.push(words(*evidence));
        }
    }
    if reasons.is_empty() { OTHERWISE.into() } else { reasons.join("; ") }
}

/// The list of the lexicon that has the whole name as what it was taken for.
fn known(view: &View, name: &Name) -> Option<&'static str> {
    let all = |cue| view.words[name.pieces.clone()].iter().all(|w| w.is(cue));
    match name.kind {
        ORG if all(Cue::Org) => Some("organisation_list"),
        LOC if all(Cue::Place) => Some("place_list"),
        _ => None,
    }
}

/// What a feature of a piece of a name is evidence of; `None` for what no reader could follow.
fn evidence(view: &View, name: &Name, piece: usize, ground: Ground) -> Option<Evidence> {
    let sentence = &view.sentences[name.sentence];
    let beside = |offset: isize| piece.checked_add_signed(offset).filter(|i| sentence.contains(i));
    let outside = |offset: isize| beside(offset).filter(|i| !name.pieces.contains(i));
    let readable = |piece: &usize| view.words[*piece].has_letters();
    match ground {
        Ground::Bias | Ground::Cues | Ground::Runs => None,
        Ground::Word => Some(("known_word", Some(piece))),
        Ground::Affix => Some(("beginning_or_ending", Some(piece))),
        Ground::Shape => Some(("capitals", None)),
        Ground::Elsewhere => Some(("cased_so_elsewhere", None)),
        Ground::Before => Some(("word_before", Some(outside(-1).filter(readable)?))),
        Ground::After => Some(("word_after", Some(outside(1).filter(readable)?))),
        Ground::RunInside => told(&view.words[name.pieces.clone()], name.pieces.start, INSIDE[name.kind]),
        Ground::RunBefore => {
            let from = sentence.start.max(name.pieces.start.saturating_sub(runs::REACH));
            told(&view.words[from..name.pieces.start], from, BEFORE[name.kind])
        }
        Ground::RunAfter => {
            let to = sentence.end.min(name.pieces.end + 2);
            told(&view.words[name.pieces.end..to], name.pieces.end, &[Cue::Role, Cue::ReportingVerb])
        }
        Ground::Votes => Some(("other_mentions", None)),
        Ground::Lists => Some((listed(&view.words[piece], name.kind)?, Some(piece))),
        Ground::Cue(bit, offset) => {
            let cue = CUES[usize::from(bit)];
            let rule = CUE_RULES.iter().find(|(c, _)| *c == cue)?.1;
            Some((rule, Some(beside(isize::from(offset))?)))
        }
    }
}

/// The first of `words`, the first of which is piece `start`, that has one of these uses.
fn told(words: &[Word], start: usize, cues: &[Cue]) -> Option<Evidence> {
    words.iter().enumerate().find_map(|(index, word)| {
        let cue = cues.iter().find(|cue| word.is(**cue))?;
        let rule = CUE_RULES.iter().find(|(c, _)| c == cue)?.1;
        Some((rule, Some(start + index)))
    })
}

/// The rule of a list of names of this kind that has the piece, alone or in a phrase.
fn listed(word: &Word, kind: usize) -> Option<&'static str> {
    let mask = word.listed | word.begins | word.goes_on;
    (0..LISTS.len()).find(|list| LIST_KINDS[*list] == kind && mask >> list & 1 == 1).map(|list| LIST_RULES[list])
}
