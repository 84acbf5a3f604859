//! One set of weights from several that were learnt from the same examples in other orders.
//!
//! Enters: weights as the field learnt them. Leaves: their mean, without what they do not agree on. Knows nothing of
//! features.

use article_analyser::entities::chain::LABELS;
use std::collections::BTreeMap;

/// Rows by ascending feature hash, and transitions, as [`Crf::weights`](super::crf::Crf::weights) gives them.
pub type Fit = (Vec<(u32, [f32; LABELS])>, Vec<[f32; LABELS]>);

/// Smaller weights, in logits, cost a quarter of the file and are worth next to nothing; from twice as much on, their
/// loss costs a point and more.
const LEAST_WEIGHT: f32 = 0.055;

/// The mean of the weights that all fits have, without the small ones: what L1 left to some of them only is an accident
/// of the order. Transitions are all kept.
pub fn mean(fits: &[Fit]) -> Fit {
    let count = fits.len().max(1) as f32;
    let mut sums: BTreeMap<u32, ([f32; LABELS], [usize; LABELS])> = BTreeMap::new();
    let mut transitions = vec![[0.0; LABELS]; fits.first().map_or(0, |(_, t)| t.len())];
    for (rows, learnt) in fits {
        for (hash, row) in rows {
            let (sum, having) = sums.entry(*hash).or_default();
            for (label, weight) in row.iter().enumerate() {
                sum[label] += weight / count;
                having[label] += usize::from(*weight != 0.0);
            }
        }
        let pairs = transitions.iter_mut().flatten().zip(learnt.iter().flatten());
        pairs.for_each(|(sum, weight)| *sum += weight / count);
    }
    let rows = sums.into_iter().map(|(hash, (mut row, having))| {
        let kept = |label: usize, weight: f32| having[label] == fits.len() && weight.abs() >= LEAST_WEIGHT;
        row.iter_mut().enumerate().filter(|(label, w)| !kept(*label, **w)).for_each(|(_, weight)| *weight = 0.0);
        (hash, row)
    });
    (rows.filter(|(_, row)| row.iter().any(|w| *w != 0.0)).collect(), transitions)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row with weights for the first three labels.
    fn row(hash: u32, first: [f32; 3]) -> (u32, [f32; LABELS]) {
        (hash, std::array::from_fn(|label| first.get(label).copied().unwrap_or(0.0)))
    }

    #[test]
    fn what_all_have_is_averaged_and_the_rest_left_out() {
        let first = (vec![row(3, [1.0, -2.0, 0.04]), row(5, [1.0, 0.0, 0.0])], vec![[1.0; LABELS]]);
        let second = (vec![row(3, [2.0, 0.0, 0.04]), row(9, [1.0, 0.0, 0.0])], vec![[3.0; LABELS]]);
        assert_eq!(mean(&[first, second]), (vec![row(3, [1.5, 0.0, 0.0])], vec![[2.0; LABELS]]));
        assert_eq!(mean(&[]), (vec![], vec![]));
    }
}
