//! What the lexicon makes likely before anything is learnt.
//!
//! Enters: a piece with its run. Leaves: what is added to the scores of its labels, in logits. The corpora that weights
//! are learnt from hold few firms by their legal form in French, or companies by the noun before them in Indonesian;
//! the lexicon knows these in every language it has. Knows nothing of weights.

use super::chain::{LABELS, LOC, ORG, PER};
use super::view::View;
use super::word::Word;
use crate::lexicon::Cue;

/// How much each kind of evidence is worth. On the development corpora these strengths lose next to nothing, twice as
/// much loses something: there the weights know better. Nouns that head names (`Ministry`) lost at any strength.
mod worth {
    /// A legal form in the run: `GmbH`.
    pub const SUFFIX: f32 = 2.0;
    /// A noun for an organisation that leads to it: `perusahaan`.
    pub const NOUN: f32 = 2.0;
    /// A title right before it: `Mr.`
    pub const TITLE: f32 = 1.5;
    /// A noun for a place right before it: `city of`.
    pub const PLACE_NOUN: f32 = 0.5;
    /// An organisation that the lexicon lists.
    pub const LISTED_ORG: f32 = 1.2;
    /// A place that it lists.
    pub const LISTED_PLACE: f32 = 0.6;
}

/// How far back a joiner is looked for; more words are in no person's name.
const LONGEST_PERSON: usize = 8;

/// What the lexicon adds to the scores of piece `index` of a sentence; `None` outside runs of capitals.
pub(super) fn of(view: &View, sentence: usize, index: usize) -> Option<[f32; LABELS]> {
    let words = &view.words[view.sentences[sentence].clone()];
    let here = &words[index];
    let run = here.run;
    let mut scores = [0.0; LABELS];
    if run.length == 0 {
        return None;
    }
    let before = index.checked_sub(1).map(|i| &words[i]);
    let mut add = |kind: usize, logits: f32, first: bool| scores[2 * kind + 1 + usize::from(!first)] += logits;
    let first = here.run_start;
    let heads = run.holds(Cue::OrgPrefix) || run.holds(Cue::OrgWord);
    if run.length >= 2 && run.holds(Cue::OrgSuffix) {
        add(ORG, worth::SUFFIX, first);
    }
    if run.follows(Cue::OrgNoun) {
        add(ORG, worth::NOUN, first);
    }
    if run.follows(Cue::Honorific) && !run.far() && !joined(&words[..=index]) {
        add(PER, worth::TITLE, first);
    }
    if run.follows(Cue::PlaceNoun) && !run.far() {
        add(LOC, worth::PLACE_NOUN, first);
    }
    let begins = |cue| !before.is_some_and(|w: &Word| w.is(cue) && w.is_capital());
    match (here.is(Cue::Org), here.is(Cue::Place)) {
        (true, false) => add(ORG, worth::LISTED_ORG, begins(Cue::Org)),
        (false, true) if !heads => add(LOC, worth::LISTED_PLACE, begins(Cue::Place)),
        _ => {}
    }
    Some(scores)
}

/// Whether a word such as `of`, that is in no person's name, stands between the beginning of the run and its last
/// piece here.
fn joined(words: &[Word]) -> bool {
    let inside = words.iter().rev().take(LONGEST_PERSON).take_while(|w| !w.run_start);
    inside.into_iter().any(|w| w.has_letters() && !w.is_capital() && !w.is(Cue::NameParticle))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::gazetteer::Gazetteer;

    /// `expected`: the words of the first sentence that are more likely to be names, each with its likeliest label.
    fn check(language: &str, text: &str, expected: &str) {
        let document = Document::read(text, Some(language));
        let view = View::of(&document, &Gazetteer::default());
        let labels = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"];
        let mut shown = Vec::new();
        for index in 0..view.sentences[0].len() {
            let scores = of(&view, 0, index).unwrap_or_default();
            let best = (0..LABELS).rev().max_by(|a, b| scores[*a].total_cmp(&scores[*b])).unwrap_or(0);
            if scores[best] > 0.0 {
                shown.push(format!("{}/{}", view.words[index].span.of(text), labels[best]));
            }
        }
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn the_lexicon_leans_towards_a_kind() {
        check("ind", "Perusahaan keamanan jaringan Zorba Klenik mengatakan itu.", "Zorba/B-ORG Klenik/I-ORG");
        check("deu", "Gestern schwieg die Zorba Klenik GmbH dazu.", "Zorba/B-ORG Klenik/I-ORG GmbH/I-ORG");
        check("eng", "Yesterday Mr. Zorba-Klenik of Plim spoke.", "Zorba/B-PER -/I-PER Klenik/I-PER");
        check("eng", "Then they saw Zorba at home.", "");
    }
}
