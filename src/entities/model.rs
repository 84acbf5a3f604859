//! The tagger's weights file: its format, its checks, and the scores it gives.
//!
//! Enters: bytes. Leaves: a [`Model`] that turns features into label scores and scores into labels. Knows nothing
//! of text. All sums are of whole numbers, so every platform finds the same labels.
//!
//! The file: `AANM`, version, hash bits, number of labels, 0; scale (f32, weights a unit); number of rows (u32);
//! length of the gaps (u32); the gaps between the rows' feature hashes (varints); one byte a row that says which
//! labels have a weight; these weights (i8); transitions (i16, previous label by label, the start last); FNV-1a 64
//! of all before it. Numbers are little-endian.

use super::features::{HASH_BITS, LABELS, View, Votes};
use std::fmt;

const MAGIC: &[u8; 4] = b"AANM";
const VERSION: u8 = 1;
const HEADER: usize = 20;
const TRANSITIONS: usize = (LABELS + 1) * LABELS;
/// The row of transitions from before the first piece.
const START: usize = LABELS;
/// The score of what may not follow; far below any sum of weights, and far from overflow.
const NEVER: i32 = -1 << 28;

/// The scores of one piece, by label.
pub type Scores = [i32; LABELS];

/// Why a weights file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModelError(&'static str);

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "the weights file {}", self.0)
    }
}

impl std::error::Error for ModelError {}

/// Weights, ready to use.
#[derive(Debug)]
pub struct Model {
    /// Which feature hashes have a row: a bit each.
    present: Vec<u64>,
    /// Rows before each word of `present`.
    before: Vec<u32>,
    rows: Vec<[i8; LABELS]>,
    transitions: [[i32; LABELS]; LABELS + 1],
    /// What one unit of a score is in logits.
    unit: f32,
}

impl Model {
    /// Reads a weights file.
    ///
    /// # Errors
    /// When it is no weights file, of another version or of other features, cut short, or changed.
    pub fn read(bytes: &[u8]) -> Result<Model, ModelError> {
        let body = bytes.len().checked_sub(8).ok_or(ModelError("is cut short"))?;
        let (content, sum) = bytes.split_at(body);
        if content.get(..4) != Some(MAGIC) {
            return Err(ModelError("is of another kind"));
        }
        if content.get(4..7) != Some(&[VERSION, HASH_BITS as u8, LABELS as u8]) {
            return Err(ModelError("is of another version"));
        }
        if sum != checksum(content).to_le_bytes() {
            return Err(ModelError("is damaged"));
        }
        Model::decode(content).ok_or(ModelError("is cut short"))
    }

    fn decode(content: &[u8]) -> Option<Model> {
        let u32_at = |at: usize| Some(u32::from_le_bytes(content.get(at..at + 4)?.try_into().ok()?));
        let unit = f32::from_bits(u32_at(8)?);
        let (count, gaps_length) = (u32_at(12)? as usize, u32_at(16)? as usize);
        let masks_at = HEADER + gaps_length;
        let (gaps, masks) = (content.get(HEADER..masks_at)?, content.get(masks_at..masks_at + count)?);
        let mut values = content.get(masks_at + count..)?.iter();
        let mut present = vec![0u64; 1 << (HASH_BITS - 6)];
        let mut hash = 0usize;
        let mut gaps = gaps.iter();
        for _ in 0..count {
            hash += varint(&mut gaps)? as usize;
            *present.get_mut(hash >> 6)? |= 1 << (hash & 63);
            hash += 1;
        }
        let mut rows = Vec::with_capacity(count);
        for mask in masks {
            let mut row = [0i8; LABELS];
            for (label, weight) in row.iter_mut().enumerate() {
                if mask >> label & 1 == 1 {
                    *weight = *values.next()? as i8;
                }
            }
            rows.push(row);
        }
        let mut transitions = [[NEVER; LABELS]; LABELS + 1];
        let rest = values.as_slice();
        if rest.len() != 2 * TRANSITIONS {
            return None;
        }
        for (index, pair) in rest.chunks_exact(2).enumerate() {
            let (previous, next) = (index / LABELS, index % LABELS);
            if allowed(previous, next) {
                transitions[previous][next] = i32::from(i16::from_le_bytes([pair[0], pair[1]]));
            }
        }
        let counts = present.iter().scan(0u32, |sum, word| {
            let before = *sum;
            *sum += word.count_ones();
            Some(before)
        });
        let before = counts.collect();
        Some(Model { present, before, rows, transitions, unit })
    }

    /// Writes a weights file: rows by ascending feature hash, and the transitions, in logits. The largest weight
    /// takes the largest number there is: clipping it was measured to cost ten points and more.
    pub fn write(rows: &[(u32, [f32; LABELS])], transitions: &[[f32; LABELS]]) -> Vec<u8> {
        let largest = rows.iter().flat_map(|(_, r)| r).fold(1e-6f32, |most, w| most.max(w.abs()));
        let unit = largest / 127.0;
        let quantise = |w: f32| (w / unit).round() as i32;
        let (mut gaps, mut masks, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let mut next = 0;
        for (hash, row) in rows {
            let row = row.map(quantise);
            let mask = (0..LABELS).fold(0u8, |mask, label| mask | u8::from(row[label] != 0) << label);
            if mask == 0 {
                continue;
            }
            push_varint(&mut gaps, hash - next);
            next = hash + 1;
            masks.push(mask);
            values.extend(row.iter().filter(|w| **w != 0).map(|w| *w as i8 as u8));
        }
        let mut file = MAGIC.to_vec();
        file.extend([VERSION, HASH_BITS as u8, LABELS as u8, 0]);
        file.extend(unit.to_le_bytes());
        file.extend((masks.len() as u32).to_le_bytes());
        file.extend((gaps.len() as u32).to_le_bytes());
        file.extend(gaps);
        file.extend(masks);
        file.extend(values);
        let clamp = |w: &f32| quantise(*w).clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        file.extend(transitions.iter().flatten().flat_map(|w| clamp(w).to_le_bytes()));
        file.extend(checksum(&file).to_le_bytes());
        file
    }

    /// The most likely labels of all pieces of a view; `votes` says what a first pass found.
    pub fn tag(&self, view: &View, votes: Option<&Votes>) -> Vec<u8> {
        let (mut labels, mut scores) = (Vec::with_capacity(view.words.len()), Vec::new());
        for sentence in 0..view.sentences.len() {
            self.score(view, sentence, votes, &mut scores);
            self.best(&scores, &mut labels);
        }
        labels
    }

    /// Sets `scores` to those of the pieces of a sentence.
    pub fn score(&self, view: &View, sentence: usize, votes: Option<&Votes>, scores: &mut Vec<Scores>) {
        scores.clear();
        for index in 0..view.sentences[sentence].len() {
            let mut sum = [0; LABELS];
            view.features(sentence, index, |feature| self.add(feature, &mut sum));
            if let Some(votes) = votes {
                view.vote_features(sentence, index, votes, |feature| self.add(feature, &mut sum));
            }
            scores.push(sum);
        }
    }

    /// Adds the weights of a feature.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut Scores) {
        let (word, bit) = ((feature >> 6) as usize, feature & 63);
        let bits = self.present[word];
        if bits >> bit & 1 == 1 {
            let row = self.before[word] + (bits & ((1 << bit) - 1)).count_ones();
            for (score, weight) in scores.iter_mut().zip(self.rows[row as usize]) {
                *score += i32::from(weight);
            }
        }
    }

    /// The most likely labels (Viterbi).
    pub fn best(&self, scores: &[Scores], labels: &mut Vec<u8>) {
        let mut from = vec![[0u8; LABELS]; scores.len()];
        let mut best = [NEVER; LABELS];
        for (i, (here, from)) in scores.iter().zip(&mut from).enumerate() {
            let mut next = [NEVER * 2; LABELS];
            for q in 0..LABELS {
                if i == 0 {
                    next[q] = self.transitions[START][q];
                } else {
                    for p in 0..LABELS {
                        let score = best[p] + self.transitions[p][q];
                        if score > next[q] {
                            (next[q], from[q]) = (score, p as u8);
                        }
                    }
                }
                next[q] = next[q].max(NEVER) + here[q];
            }
            best = next;
        }
        let start = labels.len();
        let mut last = (0..LABELS).rev().max_by_key(|label| best[*label]).unwrap_or(0) as u8;
        for from in from.iter().rev() {
            labels.push(last);
            last = from[last as usize];
        }
        labels[start..].reverse();
    }

    /// The probability of each label for each piece, by forward and backward sums.
    pub fn marginals(&self, scores: &[Scores]) -> Vec<[f32; LABELS]> {
        let weight = |score: i32| libm::expf((score.max(NEVER / 2)) as f32 * self.unit);
        let transition: Vec<[f32; LABELS]> = self.transitions.iter().map(|row| row.map(weight)).collect();
        // Scaled at every step, so that no product runs out of range.
        let local: Vec<[f32; LABELS]> = scores
            .iter()
            .map(|s| {
                let most = s.iter().copied().max().unwrap_or(0);
                s.map(|score| weight(score - most))
            })
            .collect();
        let mut forward: Vec<[f32; LABELS]> = Vec::with_capacity(scores.len());
        for (i, here) in local.iter().enumerate() {
            let mut sums: [f32; LABELS] = std::array::from_fn(|q| match i.checked_sub(1) {
                None => transition[START][q] * here[q],
                Some(last) => (0..LABELS).map(|p| forward[last][p] * transition[p][q]).sum::<f32>() * here[q],
            });
            normalise(&mut sums);
            forward.push(sums);
        }
        let mut backward = [1f32; LABELS];
        for i in (0..forward.len()).rev() {
            for q in 0..LABELS {
                forward[i][q] *= backward[q];
            }
            normalise(&mut forward[i]);
            backward = std::array::from_fn(|p| (0..LABELS).map(|q| transition[p][q] * local[i][q] * backward[q]).sum());
            normalise(&mut backward);
        }
        forward
    }
}

/// Whether `next` may follow `previous`, which is [`LABELS`] at the start: an inside label follows its own kind.
pub fn allowed(previous: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || (previous != START && previous != 0 && previous.div_ceil(2) == next.div_ceil(2))
}

fn normalise(values: &mut [f32; LABELS]) {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        values.iter_mut().for_each(|v| *v /= sum);
    }
}

fn varint(bytes: &mut std::slice::Iter<u8>) -> Option<u32> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let byte = *bytes.next()?;
        value |= u32::from(byte & 127) << shift;
        if byte < 128 {
            return Some(value);
        }
    }
    None
}

fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 128 {
        bytes.push(value as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// FNV-1a, 64 bits.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        let rows = [(3, [0.0, 1.0, 0.0, -2.0, 0.0, 0.0, 0.0]), (700, [0.5; LABELS]), (4_000_000, [127.0; LABELS])];
        Model::write(&rows, &[[1.0; LABELS]; LABELS + 1])
    }

    #[test]
    fn what_is_written_is_read() {
        let model = Model::read(&file()).unwrap();
        let check = |feature, expected: Scores| {
            let mut scores = [0; LABELS];
            model.add(feature, &mut scores);
            assert_eq!(scores, expected, "{feature}");
        };
        check(3, [0, 1, 0, -2, 0, 0, 0]);
        check(4, [0; LABELS]);
        check(4_000_000, [127; LABELS]);
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused() {
        let check = |bytes: &[u8], message: &str| {
            assert_eq!(Model::read(bytes).unwrap_err().to_string(), format!("the weights file {message}"));
        };
        let good = file();
        check(&[], "is cut short");
        check(&good[..good.len() - 1], "is damaged");
        check(b"something else altogether", "is of another kind");
        for at in [5, 9, 40, good.len() - 3] {
            let mut bytes = good.clone();
            bytes[at] ^= 1;
            check(&bytes, if at == 5 { "is of another version" } else { "is damaged" });
        }
    }

    #[test]
    fn inside_labels_follow_their_own_kind() {
        let model = Model::read(&file()).unwrap();
        let mut labels = Vec::new();
        model.best(&[[0, 0, 90, 0, 0, 0, 0], [0, 0, 0, 0, 50, 0, 0], [9, 0, 0, 0, 0, 0, 0]], &mut labels);
        assert_eq!(labels.len(), 3);
        for pair in labels.windows(2) {
            assert!(allowed(pair[0] as usize, pair[1] as usize), "{labels:?}");
        }
        for sums in model.marginals(&[[0, 0, 90, 0, 0, 0, 0], [0, 0, 0, 0, 50, 0, 0]]) {
            assert!((sums.iter().sum::<f32>() - 1.0).abs() < 1e-4);
        }
    }
}
