//! From the tagger's probability of a mention to how often such mentions are right.
//!
//! Enters: weights and labelled documents that they were not learnt from. Leaves: the knots of the calibration, which
//! rise; and the expected calibration error (Naeini, Cooper and Hauskrecht 2015) of any set of mentions.

use super::corpora::{self, Corpus};
use article_analyser::entities::model::{KNOTS, Model, Weights};
use article_analyser::entities::tagger;

/// A knot with few mentions near it keeps to the tagger's own probability, which counts as so many.
const PRIOR: f32 = 10.0;

/// A mention: its probability or confidence, and whether it is right.
pub type Judged = (f32, bool);

/// The calibration of weights, from every other document: the rest shows whether it holds.
pub fn fit(weights: &Weights, documents: &[Corpus]) -> [f32; KNOTS] {
    let model = Model::read(&weights.write()).expect("the weights were just written");
    let mut mentions: Vec<Judged> = Vec::new();
    for corpus in documents {
        for document in corpus.documents.iter().step_by(2) {
            let (view, _) = corpora::labelled(document, &corpus.language, &model.gazetteer);
            let names = tagger::tag(&model, &view).names;
            mentions.extend(
                names.iter().map(|n| (n.probability, document.names.contains(&(view.span(&n.pieces), n.kind)))),
            );
        }
    }
    knots(&mentions)
}

fn knots(mentions: &[Judged]) -> [f32; KNOTS] {
    let steps = (KNOTS - 1) as f32;
    let knots: [(f32, f32); KNOTS] = std::array::from_fn(|knot| {
        let own = knot as f32 / steps;
        let near = |p: f32| (1.0 - (p - own).abs() * steps).max(0.0);
        let sums = mentions.iter().map(|(p, right)| (near(*p), near(*p) * f32::from(u8::from(*right))));
        let (weight, right) = sums.fold((PRIOR, PRIOR * own), |(w, r), (weight, right)| (w + weight, r + right));
        (right, weight)
    });
    rising(&knots)
}

/// The shares `right / weight` made to rise: neighbours that fall are pooled (the pool-adjacent-violators algorithm of
/// isotonic regression, Ayer et al. 1955).
fn rising(knots: &[(f32, f32); KNOTS]) -> [f32; KNOTS] {
    // Right, weight, and how many knots the pool has.
    let mut pools: Vec<(f32, f32, usize)> = Vec::new();
    for (right, weight) in knots {
        let mut pool = (*right, *weight, 1);
        while let Some(last) = pools.last().filter(|last| last.0 / last.1 > pool.0 / pool.1) {
            pool = (pool.0 + last.0, pool.1 + last.1, pool.2 + last.2);
            pools.pop();
        }
        pools.push(pool);
    }
    let mut shares = pools.iter().flat_map(|(right, weight, count)| std::iter::repeat_n(right / weight, *count));
    std::array::from_fn(|_| shares.next().unwrap_or(1.0))
}

/// By tenth of confidence: how many mentions, how sure they are on average, and how many are right; and the mean
/// distance of the two, weighted by their number.
pub fn reliability(mentions: &[Judged]) -> (Vec<(usize, f32, f32)>, f32) {
    let tenth = |tenth: usize| -> (usize, f32, f32) {
        let inside = mentions.iter().filter(|(p, _)| ((p * 10.0) as usize).min(9) == tenth);
        let (count, sure, right) =
            inside.fold((0, 0.0, 0.0), |(n, sure, right), (p, r)| (n + 1, sure + p, right + f32::from(u8::from(*r))));
        let of = |sum: f32| sum / (count.max(1) as f32);
        (count, of(sure), of(right))
    };
    let tenths: Vec<_> = (0..10).map(tenth).collect();
    let error = tenths.iter().map(|(n, sure, right)| *n as f32 * (sure - right).abs()).sum::<f32>();
    (tenths, error / mentions.len().max(1) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_sure_is_made_less_sure() {
        let mentions: Vec<Judged> =
            (0..1000).map(|i| (0.9, i % 2 == 0)).chain((0..1000).map(|_| (1.0, true))).collect();
        let knots = knots(&mentions);
        assert!((knots[9] - 0.5).abs() < 0.02 && knots[10] > 0.98, "{knots:?}");
        assert!(knots.windows(2).all(|pair| pair[0] <= pair[1]));
    }

    #[test]
    fn the_error_is_how_far_confidence_and_frequency_are_apart() {
        let mentions: Vec<Judged> =
            (0..100).map(|i| (0.95, i % 2 == 0)).chain((0..100).map(|i| (0.25, i % 4 == 0))).collect();
        let (tenths, error) = reliability(&mentions);
        assert!((error - 0.225).abs() < 1e-3, "{error}");
        assert_eq!((tenths[2].0, tenths[9].0, tenths[5].0), (100, 100, 0));
    }
}
