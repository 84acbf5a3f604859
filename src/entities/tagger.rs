//! Labels for the pieces of a document, and the names that they spell.
//!
//! Enters: a view and a model. Leaves: [`Name`]s. A linear-chain conditional random field (Lafferty, McCallum and
//! Pereira 2001) labels every piece; what it found in the document votes, and it labels again, so that a name is of
//! one kind wherever it stands (as Krishnan and Manning 2006, with features instead of a second model). Knows
//! nothing of lexica or reports.

use super::agreement;
use super::chain::{self, Scores};
use super::edges;
use super::heads;
use super::model::Model;
use super::name::Name;
use super::priors;
use super::scorer::{Kept, Scorer};
use super::view::View;
use super::votes::Votes;

/// What the tagger says of a document.
#[derive(Debug, Default)]
pub struct Tagged {
    /// The names, in order.
    pub names: Vec<Name>,
    /// What a first pass found.
    pub votes: Votes,
}

/// The names in a view.
pub fn tag(model: &Model, view: &View) -> Tagged {
    let (mut first, mut scores) = (Vec::with_capacity(view.words.len()), Vec::new());
    let mut kept: Vec<Kept> = Vec::with_capacity(view.words.len());
    let mut scorer = Scorer::new(model, view);
    for sentence in 0..view.sentences.len() {
        scores.clear();
        scorer.score(sentence, &mut scores);
        for (index, scores) in scores.iter_mut().enumerate() {
            let Some(priors) = priors::of(view, sentence, index) else { continue };
            let units = priors.map(|logits| (logits / model.unit).round() as i32);
            scores.iter_mut().zip(units).for_each(|(score, units)| *score += units);
        }
        chain::best(&model.transitions, &scores, &mut first);
        kept.extend(scores.iter().map(|s| s.map(|score| score as i16)));
    }
    let votes = Votes::new(view, &first);
    let (mut names, mut labels) = (Vec::new(), Vec::new());
    for (sentence, pieces) in view.sentences.iter().enumerate() {
        scorer.score_again(sentence, &kept, &votes, &mut scores);
        labels.clear();
        chain::best(&model.transitions, &scores, &mut labels);
        if labels.iter().any(|label| *label != 0) {
            let spelt = spelt(model, &scores, &labels, sentence, pieces.start);
            spelt.into_iter().for_each(|name| edges::mend(view, name, &mut names));
        }
    }
    names.retain(|name| !edges::is_common(view, name));
    heads::whole(view, &mut names);
    edges::offices(view, &mut names);
    agreement::one_kind(view, &mut names);
    let (mut read, mut marginals) = (None, Vec::new());
    agreement::elsewhere(view, &mut names, |sentence, at| {
        let pieces = view.sentences[sentence].clone();
        if read != Some(sentence) {
            read = Some(sentence);
            scorer.score_again(sentence, &kept, &votes, &mut scores);
            marginals = chain::marginals(&model.factors, &scores, model.unit);
        }
        let inside = &marginals[at.start - pieces.start..at.end - pieces.start];
        inside.iter().map(|m| 1.0 - m[0]).fold(1.0, f32::min)
    });
    Tagged { names, votes }
}

/// The names in the labels of a sentence whose first piece is piece `start` of the view.
fn spelt(model: &Model, scores: &[Scores], labels: &[u8], sentence: usize, start: usize) -> Vec<Name> {
    let marginals = chain::marginals(&model.factors, scores, model.unit);
    let mut names = Vec::new();
    let mut at = 0;
    while at < labels.len() {
        let label = labels[at];
        let end = at + 1 + labels[at + 1..].iter().take_while(|l| label != 0 && **l == label + 1).count();
        if label != 0 {
            let likely = (at..end).map(|i| marginals[i][labels[i] as usize]);
            let count = (end - at) as f32;
            let of =
                |kind: usize| marginals[at..end].iter().map(|m| m[2 * kind + 1] + m[2 * kind + 2]).sum::<f32>() / count;
            names.push(Name {
                sentence,
                pieces: start + at..start + end,
                kind: (label as usize - 1) / 2,
                probability: likely.fold(1.0, f32::min),
                kinds: std::array::from_fn(of),
            });
        }
        at = end;
    }
    names
}
