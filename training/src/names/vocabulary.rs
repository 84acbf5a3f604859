//! The features that occur often enough to learn from, as numbers.
//!
//! Enters: views. Leaves: a [`Vocabulary`]: a number for each place of the weights file that has a frequent feature,
//! the most frequent first, which keeps what is used most close together in memory.

use article_analyser::entities::features::{HASH_BITS, features};
use article_analyser::entities::view::View;

/// Rarer features are not learnt from: the L1 penalty would leave them without weight anyway.
const LEAST: u8 = 3;
/// Bits of the hash by which features are counted: more than they are kept by, so that few are counted together.
const COUNT_BITS: u32 = 28;

/// The features to learn from.
pub struct Vocabulary {
    frequent: Vec<bool>,
    numbers: Vec<u32>,
    count: usize,
}

impl Vocabulary {
    /// The frequent features of these views, and all those of `always`.
    pub fn new<'v>(views: impl Iterator<Item = &'v View> + Clone, always: &[u32]) -> Vocabulary {
        let mut counts = vec![0u8; 1 << COUNT_BITS];
        each(views.clone(), |feature| {
            let count = &mut counts[(feature >> (32 - COUNT_BITS)) as usize];
            *count = count.saturating_add(1);
        });
        always.iter().for_each(|feature| counts[(feature >> (32 - COUNT_BITS)) as usize] = u8::MAX);
        let frequent: Vec<bool> = counts.iter().map(|count| *count >= LEAST).collect();
        let mut slots = vec![0u32; 1 << HASH_BITS];
        let mut add = |feature: u32| {
            if frequent[(feature >> (32 - COUNT_BITS)) as usize] {
                slots[(feature >> (32 - HASH_BITS)) as usize] += 1;
            }
        };
        each(views, &mut add);
        always.iter().for_each(|feature| add(*feature));
        let mut order: Vec<u32> = (0..slots.len() as u32).filter(|slot| slots[*slot as usize] > 0).collect();
        order.sort_by_key(|slot| (std::cmp::Reverse(slots[*slot as usize]), *slot));
        let mut numbers = vec![u32::MAX; 1 << HASH_BITS];
        order.iter().enumerate().for_each(|(number, slot)| numbers[*slot as usize] = number as u32);
        Vocabulary { frequent, numbers, count: order.len() }
    }

    /// How many numbers there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// The number of the feature with this hash, if it is frequent.
    pub fn number(&self, feature: u32) -> Option<u32> {
        let frequent = self.frequent[(feature >> (32 - COUNT_BITS)) as usize];
        frequent.then(|| self.numbers[(feature >> (32 - HASH_BITS)) as usize]).filter(|number| *number != u32::MAX)
    }

    /// Places in the weights file, ascending, with their numbers.
    pub fn slots(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        let all = self.numbers.iter().enumerate().map(|(slot, number)| (slot as u32, *number));
        all.filter(|(_, number)| *number != u32::MAX)
    }
}

fn each<'v>(views: impl Iterator<Item = &'v View>, mut feature: impl FnMut(u32)) {
    for view in views {
        for (sentence, pieces) in view.sentences.iter().enumerate() {
            (0..pieces.len()).for_each(|index| features(view, sentence, index, |_, hash| feature(hash)));
        }
    }
}
