//! A linear-chain conditional random field, trained online by FTRL-proximal with an L1 penalty.
//!
//! McMahan et al. 2013, "Ad click prediction: a view from the trenches", gives the update; the gradient is that of
//! the conditional log-likelihood (Lafferty, McCallum and Pereira 2001) by forward and backward sums. One thread and
//! `libm`: the same examples give the same weights on every platform.

use super::vocabulary::Vocabulary;
use article_analyser::entities::chain::{LABELS, START, allowed};

/// How the weights are learnt.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Learning rate.
    pub alpha: f32,
    /// Smoothing of the learning rate.
    pub beta: f32,
    /// Strength of L1: what sets the number of weights.
    pub l1: f32,
    /// Strength of L2.
    pub l2: f32,
    /// Passes over the data.
    pub passes: usize,
    /// Of the shuffle.
    pub seed: u64,
}

/// A sentence ready to learn from: its features as numbers in a [`Vocabulary`].
#[derive(Debug, Default)]
pub struct Example {
    /// The features of all pieces.
    pub features: Vec<u32>,
    /// Where those of each piece end.
    pub ends: Vec<u32>,
    /// What the document's other mentions say of each piece, from a tagger that has not seen the document.
    pub votes: Vec<Vec<u32>>,
    /// Gold label of each piece.
    pub labels: Vec<u8>,
}

/// What FTRL keeps of a feature: a line of the cache, from which the weights follow.
#[derive(Debug, Clone, Copy, Default)]
#[repr(align(64))]
struct Row {
    z: [f32; LABELS],
    n: [f32; LABELS],
}

impl Row {
    fn weight(&self, q: usize, s: &Settings, l1: f32) -> f32 {
        let z = self.z[q];
        if z.abs() <= l1 { 0.0 } else { (l1.copysign(z) - z) / ((s.beta + self.n[q].sqrt()) / s.alpha + s.l2) }
    }

    fn update(&mut self, gradient: &[f32; LABELS], s: &Settings, l1: f32) {
        for (q, g) in gradient.iter().enumerate().filter(|(_, g)| g.abs() >= LEAST_GRADIENT) {
            let weight = self.weight(q, s, l1);
            let grown = self.n[q] + g * g;
            self.z[q] += g - (grown.sqrt() - self.n[q].sqrt()) / s.alpha * weight;
            self.n[q] = grown;
        }
    }
}

/// Smaller gradients move nothing and cost most of the time.
const LEAST_GRADIENT: f32 = 1e-3;

/// The weights while learning.
pub struct Crf {
    settings: Settings,
    rows: Vec<Row>,
    transitions: [Row; LABELS + 1],
}

type Sums = [f32; LABELS];

impl Crf {
    /// All weights zero, for so many features.
    pub fn new(settings: Settings, features: usize) -> Crf {
        Crf { settings, rows: vec![Row::default(); features], transitions: Default::default() }
    }

    /// Learns from all examples, in an order shuffled by the seed.
    pub fn train(&mut self, examples: &[&Example]) {
        let mut order: Vec<u32> = (0..examples.len() as u32).collect();
        let mut random = Random(self.settings.seed);
        for pass in 0..self.settings.passes {
            for i in (1..order.len()).rev() {
                order.swap(i, (random.next() % (i as u64 + 1)) as usize);
            }
            let mut loss = 0.0;
            for index in &order {
                // Half the time without votes: the first pass of tagging has none.
                let with_votes = random.next() & 1 == 0;
                loss += self.learn(examples[*index as usize], with_votes);
            }
            eprintln!("pass {}: loss {:.4} a sentence", pass + 1, loss / order.len().max(1) as f64);
        }
    }

    fn learn(&mut self, example: &Example, with_votes: bool) -> f64 {
        let n = example.labels.len();
        if n == 0 {
            return 0.0;
        }
        let features = |i: usize| {
            let start = i.checked_sub(1).map_or(0, |before| example.ends[before]);
            let votes = example.votes.get(i).filter(|_| with_votes).into_iter().flatten();
            example.features[start as usize..example.ends[i] as usize].iter().chain(votes)
        };
        let s = &self.settings;
        let transitions: [Sums; LABELS + 1] = std::array::from_fn(|p| {
            let weight = |q| libm::expf(self.transitions[p].weight(q, s, 0.0));
            std::array::from_fn(|q| if allowed(p, q) { weight(q) } else { 0.0 })
        });
        // Every piece's weights are scaled by its largest, every sum to one: the scales cancel out in the gradient.
        let (mut local, mut gold, mut scale): (Vec<Sums>, f64, f64) = (Vec::with_capacity(n), 0.0, 0.0);
        for i in 0..n {
            let mut sum = [0f32; LABELS];
            for feature in features(i) {
                let row = &self.rows[*feature as usize];
                if row.z.iter().any(|z| z.abs() > s.l1) {
                    sum.iter_mut().enumerate().for_each(|(q, sum)| *sum += row.weight(q, s, s.l1));
                }
            }
            let most = sum.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            gold += f64::from(sum[example.labels[i] as usize]);
            scale += f64::from(most);
            local.push(sum.map(|score| libm::expf(score - most)));
        }
        let mut forward: Vec<Sums> = Vec::with_capacity(n);
        for i in 0..n {
            let mut sums: Sums = match i.checked_sub(1) {
                None => std::array::from_fn(|q| transitions[START][q] * local[0][q]),
                Some(last) => {
                    let mut sums = [0f32; LABELS];
                    for p in 0..LABELS {
                        sums.iter_mut().zip(&transitions[p]).for_each(|(sum, t)| *sum += forward[last][p] * t);
                    }
                    std::array::from_fn(|q| sums[q] * local[i][q])
                }
            };
            scale += f64::from(libm::logf(normalise(&mut sums)));
            forward.push(sums);
        }
        let mut edges = [[0f32; LABELS]; LABELS + 1];
        let mut gradients = vec![[0f32; LABELS]; n];
        let mut backward = [1f32; LABELS];
        for i in (0..n).rev() {
            let mut likely: Sums = std::array::from_fn(|q| forward[i][q] * backward[q]);
            normalise(&mut likely);
            let label = example.labels[i] as usize;
            gradients[i] = likely;
            gradients[i][label] -= 1.0;
            let onward: Sums = std::array::from_fn(|q| local[i][q] * backward[q]);
            match i.checked_sub(1) {
                None => {
                    edges[START].iter_mut().zip(likely).for_each(|(edge, p)| *edge += p);
                    edges[START][label] -= 1.0;
                }
                Some(last) => {
                    let mut pairs = [[0f32; LABELS]; LABELS];
                    for p in 0..LABELS {
                        for q in 0..LABELS {
                            pairs[p][q] = forward[last][p] * transitions[p][q] * onward[q];
                        }
                    }
                    let total: f32 = pairs.iter().flatten().sum();
                    for (edges, pairs) in edges.iter_mut().zip(&pairs) {
                        edges.iter_mut().zip(pairs).for_each(|(edge, pair)| *edge += pair / total);
                    }
                    edges[example.labels[last] as usize][label] -= 1.0;
                }
            }
            backward = std::array::from_fn(|p| (0..LABELS).map(|q| transitions[p][q] * onward[q]).sum());
            normalise(&mut backward);
        }
        for (i, gradient) in gradients.iter().enumerate() {
            if gradient.iter().any(|g| g.abs() >= LEAST_GRADIENT) {
                for feature in features(i) {
                    self.rows[*feature as usize].update(gradient, &self.settings, self.settings.l1);
                }
            }
        }
        for (p, gradient) in edges.iter().enumerate() {
            // Transitions are few and all of use: no penalty.
            self.transitions[p].update(gradient, &self.settings, 0.0);
        }
        let previous = |i: usize| i.checked_sub(1).map_or(START, |last| example.labels[last] as usize);
        let chain: f64 =
            (0..n).map(|i| f64::from(libm::logf(transitions[previous(i)][example.labels[i] as usize]))).sum();
        scale - gold - chain
    }

    /// The weights that are not all zero, by the upper bits of their features' hashes; and the transitions.
    pub fn weights(&self, vocabulary: &Vocabulary) -> (Vec<(u32, Sums)>, Vec<Sums>) {
        let s = &self.settings;
        let row = |row: &Row, l1| -> Sums { std::array::from_fn(|q| row.weight(q, s, l1)) };
        let all = vocabulary.slots().map(|(slot, feature)| (slot, row(&self.rows[feature as usize], s.l1)));
        let kept = all.filter(|(_, weights)| weights.iter().any(|w| *w != 0.0));
        (kept.collect(), self.transitions.iter().map(|t| row(t, 0.0)).collect())
    }
}

fn normalise(values: &mut Sums) -> f32 {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        values.iter_mut().for_each(|v| *v /= sum);
    }
    sum
}

/// Xorshift (Marsaglia 2003): a shuffle that is the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_separates_the_labels_is_learnt() {
        // Feature 0 everywhere, 1 at beginnings, 2 at insides of organisations, 3 nowhere.
        let example = |labels: &[u8]| {
            let features: Vec<Vec<u32>> =
                labels.iter().map(|l| if *l == 0 { vec![0] } else { vec![0, *l as u32 - 2] }).collect();
            let mut end = 0;
            let ends = features
                .iter()
                .map(|f| {
                    end += f.len() as u32;
                    end
                })
                .collect();
            Example { features: features.concat(), ends, votes: Vec::new(), labels: labels.to_vec() }
        };
        let examples = [example(&[0, 3, 4, 0]), example(&[0, 0, 3]), example(&[3, 4, 4, 0]), example(&[0])];
        let settings = Settings { alpha: 0.3, beta: 1.0, l1: 0.1, l2: 0.0, passes: 60, seed: 1 };
        let mut crf = Crf::new(settings.clone(), 4);
        crf.train(&examples.iter().collect::<Vec<_>>());
        let weight = |feature: usize, label| crf.rows[feature].weight(label, &settings, settings.l1);
        assert!(weight(1, 3) > 1.0 && weight(1, 3) > weight(1, 0) + 1.0, "{:?}", crf.rows[1]);
        assert!(weight(2, 4) > weight(2, 0) + 1.0, "{:?}", crf.rows[2]);
        assert_eq!(crf.rows[3].z, [0.0; LABELS]);
        let loss: f64 = examples.iter().map(|e| crf.learn(e, false)).sum();
        assert!((0.0..0.5).contains(&loss), "{loss}");
    }
}
