//! Organisations whose first word says what they are: `Landgericht Kempten`, `Università di Bologna`.
//!
//! Enters: a view and the names in it. Leaves: the names, where a place that only tells which court or university is
//! meant has become a part of its name. Knows nothing of weights.

use super::tagger::Name;
use super::view::View;
use super::word::Word;
use crate::lexicon::Cue;

/// More pieces are a list or a heading.
const LONGEST: usize = 10;
/// A name made whole is no surer than this.
const SURE: f32 = 0.6;
/// Nor less sure than that.
const UNSURE: f32 = 0.35;
const ORG: usize = 1;
const LOC: usize = 2;

/// Joins the head of an organisation with the places, or with the words that are nothing but names, that follow it in
/// its run of capitalised words. `names` are in order.
pub(super) fn whole(view: &View, names: &mut Vec<Name>) {
    let mut made: Vec<Name> = Vec::new();
    for (sentence, pieces) in view.sentences.iter().enumerate() {
        let mut at = pieces.start;
        while at < pieces.end {
            let run = view.words[at].run;
            let goes_on = |w: &&Word| run.length > 0 && w.run.length > 0 && !w.run_start;
            let end = at + 1 + view.words[at + 1..pieces.end].iter().take_while(goes_on).count();
            let (start, here) = (at, &view.words[at]);
            at = end;
            let headed = here.is_capital() && (here.is(Cue::OrgPrefix) || here.is(Cue::OrgWord));
            if !headed || end - start < 2 || end - start > LONGEST {
                continue;
            }
            let first = names.partition_point(|n| n.pieces.end <= start);
            let count = names[first..].iter().take_while(|n| n.pieces.start < end).count();
            let inside = &names[first..first + count];
            let places = inside.iter().all(|n| n.kind == LOC && n.pieces.start > start && n.pieces.end <= end);
            let named = || here.is(Cue::OrgPrefix) && view.words[start + 1..end].iter().any(is_name);
            if places && (count > 0 || named()) {
                let probability = inside.iter().map(|n| n.probability).fold(UNSURE, f32::max).min(SURE);
                let mut kinds = [0.0; 3];
                kinds[ORG] = probability;
                names.drain(first..first + count);
                made.push(Name { sentence, pieces: start..end, kind: ORG, probability, kinds });
            }
        }
    }
    if !made.is_empty() {
        names.append(&mut made);
        names.sort_by_key(|n| n.pieces.start);
    }
}

/// Whether a word has no other use in the lexicon than in names.
fn is_name(word: &Word) -> bool {
    let common = [Cue::OrgWord, Cue::OrgPrefix, Cue::OrgSuffix, Cue::NotName, Cue::Role, Cue::Honorific, Cue::Demonym];
    word.is_capital() && !common.iter().any(|cue| word.is(*cue))
}
