//! Multinomial logistic regression over the n-grams of words, with an absolute penalty.
//!
//! Enters: words with their classes. Leaves: for each n-gram worth keeping, the weight of each class. Knows nothing
//! of where words come from or of files.
//!
//! Method: FTRL-proximal, McMahan et al., "Ad Click Prediction: a View from the Trenches", KDD 2013.

use super::samples::{Sample, Sampler};
use super::statistics::{Key, Random, key};
use article_analyser::language::ngrams::{BOUND, runs};
use rustc_hash::FxHashMap;

/// The n-grams with the most information about the class that take part, and how often they have to be seen.
const CANDIDATES: usize = 100_000;
const LEAST_SEEN: u32 = 8;
/// Passes over newly drawn words.
const PASSES: u64 = 2;
/// Rate of learning and its damping, as in the paper.
const ALPHA: f32 = 0.3;
const BETA: f32 = 1.0;

/// The weights of one n-gram, a number a class.
pub type Row = (Key, Vec<f32>);

/// Letters that a model can hold.
const HIGHEST_LETTER: char = '\u{1FFF}';

fn keys(word: &[char]) -> impl Iterator<Item = Key> {
    let usable = |run: &&[char]| *run != [BOUND] && run.iter().all(|letter| *letter <= HIGHEST_LETTER);
    runs(word).filter(usable).map(key)
}

/// The candidates by how much they say: occurrences times the divergence of their classes from equal shares.
fn candidates(samples: &[Sample], classes: usize) -> Vec<Key> {
    let mut counts: FxHashMap<Key, Vec<(u8, u32)>> = FxHashMap::default();
    for (class, word) in samples {
        for key in keys(word) {
            let seen = counts.entry(key).or_default();
            match seen.iter_mut().find(|(c, _)| c == class) {
                Some((_, count)) => *count += 1,
                None => seen.push((*class, 1)),
            }
        }
    }
    let says = |seen: &[(u8, u32)]| {
        let total: u32 = seen.iter().map(|(_, count)| count).sum();
        let part = |count: u32| f64::from(count) * libm::log(f64::from(count) / f64::from(total) * classes as f64);
        (total >= LEAST_SEEN).then(|| seen.iter().map(|(_, count)| part(*count)).sum::<f64>())
    };
    let mut ranked: Vec<(f64, Key)> = counts.iter().filter_map(|(key, seen)| Some((says(seen)?, *key))).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    ranked.into_iter().take(CANDIDATES).map(|(_, key)| key).collect()
}

/// The state of the fit: per n-gram and class the summed gradient and the sum of its squares.
struct State {
    classes: usize,
    penalty: f32,
    z: Vec<f32>,
    n: Vec<f32>,
    weights: Vec<f32>,
}

impl State {
    fn range(&self, row: u32) -> std::ops::Range<usize> {
        row as usize * self.classes..(row as usize + 1) * self.classes
    }

    /// Brings the weights of a row up to date.
    fn settle(&mut self, row: u32) {
        let range = self.range(row);
        let state = self.z[range.clone()].iter().zip(&self.n[range.clone()]);
        for (weight, (z, n)) in self.weights[range].iter_mut().zip(state) {
            let beyond = (z.abs() - self.penalty).max(0.0);
            *weight = -beyond.copysign(*z) * ALPHA / (BETA + n.sqrt());
        }
    }

    /// Learns from one word, given the rows of its n-grams; returns its loss.
    fn learn(&mut self, class: u8, rows: &[u32]) -> f64 {
        let mut gradient = vec![0f32; self.classes];
        for row in rows {
            self.settle(*row);
            gradient.iter_mut().zip(&self.weights[self.range(*row)]).for_each(|(sum, weight)| *sum += weight);
        }
        let best = gradient.iter().copied().fold(f32::MIN, f32::max);
        gradient.iter_mut().for_each(|score| *score = libm::expf(*score - best));
        let sum: f32 = gradient.iter().sum();
        gradient.iter_mut().for_each(|p| *p /= sum);
        let loss = -libm::log(f64::from(gradient[usize::from(class)].max(1e-9)));
        gradient[usize::from(class)] -= 1.0;
        for row in rows {
            let range = self.range(*row);
            let state = self.z[range.clone()].iter_mut().zip(&mut self.n[range.clone()]);
            for ((g, weight), (z, n)) in gradient.iter().zip(&self.weights[range]).zip(state) {
                let squares = *n + g * g;
                *z += g - (squares.sqrt() - n.sqrt()) / ALPHA * weight;
                *n = squares;
            }
        }
        loss
    }
}

/// Fits the weights of the classes that `sampler` draws from; a greater `penalty` leaves fewer.
pub fn fit(sampler: &Sampler, classes: usize, penalty: f32) -> Vec<Row> {
    let mut random = Random(1);
    let mut samples = sampler.pass(&mut random);
    let keys_kept = candidates(&samples, classes);
    let index: FxHashMap<Key, u32> = keys_kept.iter().zip(0..).map(|(key, row)| (*key, row)).collect();
    let empty = || vec![0f32; keys_kept.len() * classes];
    let mut state = State { classes, penalty, z: empty(), n: empty(), weights: empty() };
    let mut rows = Vec::new();
    for pass in 0..PASSES {
        let mut loss = 0.0;
        for (class, word) in &samples {
            rows.clear();
            rows.extend(keys(word).filter_map(|key| index.get(&key)));
            loss += state.learn(*class, &rows);
        }
        println!("{classes} classes, pass {pass}: loss {:.4} a word", loss / samples.len() as f64);
        if pass + 1 < PASSES {
            samples = sampler.pass(&mut random);
        }
    }
    (0..keys_kept.len() as u32).for_each(|row| state.settle(row));
    keys_kept.iter().zip(state.weights.chunks(classes)).map(|(key, weights)| (*key, weights.to_vec())).collect()
}
