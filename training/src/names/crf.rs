//! A linear-chain conditional random field, trained online by FTRL-proximal with an L1 penalty.
//!
//! McMahan et al. 2013, "Ad click prediction: a view from the trenches", gives the update; the gradient is that of
//! the conditional log-likelihood (Lafferty, McCallum and Pereira 2001) by forward and backward sums.

use article_analyser::entities::features::{HASH_BITS, LABELS, View, Votes};
use article_analyser::entities::model::allowed;

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

/// A document ready to learn from.
pub struct Example {
    /// What the tagger sees.
    pub view: View,
    /// Gold label of each piece.
    pub labels: Vec<u8>,
    /// What the document's other mentions say, from a tagger that has not seen the document.
    pub votes: Option<Votes>,
}

/// The weights while learning: rows of labels for each feature, transitions after them.
pub struct Crf {
    settings: Settings,
    z: Vec<f32>,
    n: Vec<f32>,
    w: Vec<f32>,
}

/// Rows: one a feature, then one for each previous label, then one for the start.
const TRANSITIONS: usize = 1 << HASH_BITS;
const ROWS: usize = TRANSITIONS + LABELS + 1;
const START: usize = LABELS;

impl Crf {
    /// All weights zero.
    pub fn new(settings: Settings) -> Crf {
        let zeros = || vec![0f32; ROWS * LABELS];
        Crf { settings, z: zeros(), n: zeros(), w: zeros() }
    }

    /// Learns from all sentences of `examples`, in an order shuffled by the seed.
    pub fn train(&mut self, examples: &[Example]) {
        let mut order: Vec<(u32, u32)> = Vec::new();
        for (d, example) in examples.iter().enumerate() {
            order.extend((0..example.view.sentences.len()).map(|s| (d as u32, s as u32)));
        }
        let mut random = Random(self.settings.seed);
        for pass in 0..self.settings.passes {
            for i in (1..order.len()).rev() {
                order.swap(i, (random.next() % (i as u64 + 1)) as usize);
            }
            let mut loss = 0.0;
            for (d, s) in &order {
                let example = &examples[*d as usize];
                // Half the time without votes: the first pass of tagging has none.
                let votes = example.votes.as_ref().filter(|_| random.next() & 1 == 0);
                loss += self.learn(&example.view, *s as usize, &example.labels, votes);
            }
            let weights = self.w.iter().filter(|w| **w != 0.0).count();
            eprintln!("pass {}: loss {:.4} a sentence, {weights} weights", pass + 1, loss / order.len() as f64);
        }
    }

    /// The rows of the features of every piece of a sentence.
    fn rows(view: &View, sentence: usize, votes: Option<&Votes>) -> Vec<Vec<u32>> {
        let count = view.sentences[sentence].len();
        let row = |index| {
            let mut rows = Vec::with_capacity(48);
            view.features(sentence, index, |f| rows.push(f));
            if let Some(votes) = votes {
                view.vote_features(sentence, index, votes, |f| rows.push(f));
            }
            rows
        };
        (0..count).map(row).collect()
    }

    fn scores(&self, rows: &[Vec<u32>]) -> Vec<[f32; LABELS]> {
        let score = |rows: &Vec<u32>| {
            let mut sum = [0f32; LABELS];
            for row in rows {
                let at = *row as usize * LABELS;
                sum.iter_mut().zip(&self.w[at..at + LABELS]).for_each(|(s, w)| *s += w);
            }
            sum
        };
        rows.iter().map(score).collect()
    }

    fn transition(&self, previous: usize, next: usize) -> f32 {
        if allowed(previous, next) { self.w[(TRANSITIONS + previous) * LABELS + next] } else { f32::NEG_INFINITY }
    }

    fn learn(&mut self, view: &View, sentence: usize, labels: &[u8], votes: Option<&Votes>) -> f64 {
        let gold = &labels[view.sentences[sentence].clone()];
        let n = gold.len();
        if n == 0 {
            return 0.0;
        }
        let rows = Self::rows(view, sentence, votes);
        let scores = self.scores(&rows);
        let mut t = [[f32::NEG_INFINITY; LABELS]; LABELS + 1];
        for (p, row) in t.iter_mut().enumerate() {
            for (q, cell) in row.iter_mut().enumerate() {
                *cell = self.transition(p, q);
            }
        }
        // Forward and backward sums in logarithms.
        let mut forward = vec![[f32::NEG_INFINITY; LABELS]; n];
        let mut backward = vec![[0f32; LABELS]; n];
        for q in 0..LABELS {
            forward[0][q] = t[START][q] + scores[0][q];
        }
        for i in 1..n {
            for q in 0..LABELS {
                let incoming: [f32; LABELS] = std::array::from_fn(|p| forward[i - 1][p] + t[p][q]);
                forward[i][q] = log_sum(&incoming) + scores[i][q];
            }
        }
        for i in (0..n - 1).rev() {
            for p in 0..LABELS {
                let outgoing: [f32; LABELS] = std::array::from_fn(|q| t[p][q] + scores[i + 1][q] + backward[i + 1][q]);
                backward[i][p] = log_sum(&outgoing);
            }
        }
        let total = log_sum(&forward[n - 1]);
        let mut gold_score = 0.0;
        let mut edges = [[0f32; LABELS]; LABELS + 1];
        for i in 0..n {
            let y = gold[i] as usize;
            let previous = if i == 0 { START } else { gold[i - 1] as usize };
            gold_score += scores[i][y] + t[previous][y];
            edges[previous][y] -= 1.0;
            if i == 0 {
                for q in 0..LABELS {
                    edges[START][q] += (forward[0][q] + backward[0][q] - total).exp();
                }
            } else {
                for p in 0..LABELS {
                    for q in 0..LABELS {
                        edges[p][q] += (forward[i - 1][p] + t[p][q] + scores[i][q] + backward[i][q] - total).exp();
                    }
                }
            }
        }
        for i in 0..n {
            let gradient: [f32; LABELS] = std::array::from_fn(|q| {
                (forward[i][q] + backward[i][q] - total).exp() - f32::from(gold[i] as usize == q)
            });
            if gradient.iter().all(|g| g.abs() < 1e-4) {
                continue;
            }
            for row in &rows[i] {
                self.update(*row as usize, &gradient);
            }
        }
        for (p, gradient) in edges.iter().enumerate() {
            self.update(TRANSITIONS + p, gradient);
        }
        f64::from(total - gold_score)
    }

    fn update(&mut self, row: usize, gradient: &[f32; LABELS]) {
        let Settings { alpha, beta, l1, l2, .. } = self.settings;
        // Transitions are few and all of use.
        let l1 = if row >= TRANSITIONS { 0.0 } else { l1 };
        for (q, g) in gradient.iter().enumerate() {
            if g.abs() < 1e-5 {
                continue;
            }
            let at = row * LABELS + q;
            let (z, n, w) = (&mut self.z[at], &mut self.n[at], &mut self.w[at]);
            let grown = *n + g * g;
            let sigma = (grown.sqrt() - n.sqrt()) / alpha;
            *z += g - sigma * *w;
            *n = grown;
            *w = if z.abs() <= l1 { 0.0 } else { (z.signum() * l1 - *z) / ((beta + n.sqrt()) / alpha + l2) };
        }
    }

    /// The most likely labels of all pieces of a document (Viterbi).
    pub fn tag(&self, view: &View, votes: Option<&Votes>) -> Vec<u8> {
        let mut labels = Vec::with_capacity(view.words.len());
        for sentence in 0..view.sentences.len() {
            let scores = self.scores(&Self::rows(view, sentence, votes));
            labels.extend(viterbi(&scores, |p, q| self.transition(p, q)));
        }
        labels
    }

    /// The weight rows that are not all zero, by feature; and the transitions.
    pub fn weights(&self) -> (Vec<(u32, [f32; LABELS])>, Vec<[f32; LABELS]>) {
        let row = |at: usize| -> [f32; LABELS] { std::array::from_fn(|q| self.w[at * LABELS + q]) };
        let kept = (0..TRANSITIONS).map(|at| (at as u32, row(at))).filter(|(_, r)| r.iter().any(|w| *w != 0.0));
        (kept.collect(), (TRANSITIONS..ROWS).map(row).collect())
    }
}

/// The best path.
pub fn viterbi(scores: &[[f32; LABELS]], transition: impl Fn(usize, usize) -> f32) -> Vec<u8> {
    let n = scores.len();
    let mut from = vec![[0u8; LABELS]; n];
    let mut best: [f32; LABELS] = [0.0; LABELS];
    for i in 0..n {
        let mut next = [f32::NEG_INFINITY; LABELS];
        for q in 0..LABELS {
            if i == 0 {
                next[q] = transition(START, q) + scores[0][q];
                continue;
            }
            for p in 0..LABELS {
                let score = best[p] + transition(p, q) + scores[i][q];
                if score > next[q] {
                    (next[q], from[i][q]) = (score, p as u8);
                }
            }
        }
        best = next;
    }
    let mut labels = vec![0u8; n];
    let mut last = (0..LABELS).max_by(|a, b| best[*a].total_cmp(&best[*b])).unwrap_or(0) as u8;
    for i in (0..n).rev() {
        labels[i] = last;
        last = from[i][last as usize];
    }
    labels
}

fn log_sum(values: &[f32; LABELS]) -> f32 {
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if most == f32::NEG_INFINITY {
        return most;
    }
    most + values.iter().map(|v| (v - most).exp()).sum::<f32>().ln()
}

/// Xorshift (Marsaglia 2003): a shuffle that is the same everywhere.
pub struct Random(pub u64);

impl Random {
    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
