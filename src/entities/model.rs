//! The tagger's weights file: its format, its checks, and the scores it gives.
//!
//! Enters: bytes. Leaves: a [`Model`] that turns features into scores of labels. Knows nothing of text.
//!
//! The file: `AANM`, version, hash bits, number of labels, 0; logits a unit (f32); number of rows (u32); the
//! [`Gazetteer`]; the gaps between the rows' feature hashes (varints); one byte a row that says which labels have a
//! weight; these weights (i8); transitions (i16, previous label by label, the start last); the calibration (u16 a
//! knot); FNV-1a 64 of all before it. Numbers are little-endian.

use super::chain::{Factors, LABELS, Scores, Transitions, factors, only_allowed};
use super::features::HASH_BITS;
use super::gazetteer::{Gazetteer, push_varint, varint};
use super::scorer::Tables;
use std::fmt;

const MAGIC: &[u8; 4] = b"AANM";
const VERSION: u8 = 2;
const HEADER: usize = 16;
const TRANSITIONS: usize = (LABELS + 1) * LABELS;

/// Knots of the calibration: the frequencies at which mentions given the probabilities 0, 0.1 … 1 are right.
pub const KNOTS: usize = 11;

/// Why a weights file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModelError(&'static str);

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "the weights file {}", self.0)
    }
}

impl std::error::Error for ModelError {}

/// Weights as they were learnt.
#[derive(Debug, Default)]
pub struct Weights {
    /// The lists that features look at.
    pub gazetteer: Gazetteer,
    /// By ascending feature hash, in logits a label.
    pub rows: Vec<(u32, [f32; LABELS])>,
    /// By previous label, the start last.
    pub transitions: Vec<[f32; LABELS]>,
    /// How often mentions of each probability are right, see [`KNOTS`].
    pub calibration: [f32; KNOTS],
}

impl Weights {
    /// Writes a weights file. The largest weight takes the largest number there is: clipping it was measured to cost
    /// ten points and more.
    pub fn write(&self) -> Vec<u8> {
        let largest = self.rows.iter().flat_map(|(_, r)| r).fold(1e-6f32, |most, w| most.max(w.abs()));
        let unit = largest / 127.0;
        let quantise = |w: f32| (w / unit).round() as i32;
        let (mut gaps, mut masks, mut values) = (Vec::new(), Vec::new(), Vec::new());
        let mut next = 0;
        for (hash, row) in &self.rows {
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
        self.gazetteer.write(&mut file);
        file.extend(gaps);
        file.extend(masks);
        file.extend(values);
        let clamp = |w: &f32| quantise(*w).clamp(i16::MIN.into(), i16::MAX.into()) as i16;
        file.extend(self.transitions.iter().flatten().flat_map(|w| clamp(w).to_le_bytes()));
        file.extend(self.calibration.iter().flat_map(|p| ((p.clamp(0.0, 1.0) * 65535.0).round() as u16).to_le_bytes()));
        file.extend(checksum(&file).to_le_bytes());
        file
    }
}

/// Weights, ready to use.
#[derive(Debug)]
pub struct Model {
    /// The lists that features look at.
    pub gazetteer: Gazetteer,
    /// The score of each label after each.
    pub transitions: Transitions,
    /// The same as factors of probabilities.
    pub factors: Factors,
    /// What one unit of a score is in logits.
    pub unit: f32,
    calibration: [f32; KNOTS],
    /// Which feature hashes have a row: a bit each.
    present: Vec<u64>,
    /// Rows before each word of `present`.
    before: Vec<u32>,
    rows: Vec<[i8; LABELS]>,
    pub(super) tables: Tables,
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
        let count = u32_at(12)? as usize;
        let mut bytes = content.get(HEADER..)?.iter();
        let gazetteer = Gazetteer::read(&mut bytes)?;
        let mut present = vec![0u64; 1 << (HASH_BITS - 6)];
        let mut hash = 0usize;
        for _ in 0..count {
            hash = hash.checked_add(varint(&mut bytes)? as usize)?;
            *present.get_mut(hash >> 6)? |= 1 << (hash & 63);
            hash += 1;
        }
        let masks = bytes.as_slice().get(..count)?;
        let mut values = bytes.as_slice()[count..].iter();
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
        let rest = values.as_slice();
        if rest.len() != 2 * TRANSITIONS + 2 * KNOTS {
            return None;
        }
        let pair = |index: usize| [rest[2 * index], rest[2 * index + 1]];
        let transition = |index: usize| i32::from(i16::from_le_bytes(pair(index)));
        let transitions = std::array::from_fn(|p| std::array::from_fn(|q| transition(p * LABELS + q)));
        let knot = |index| f32::from(u16::from_le_bytes(pair(TRANSITIONS + index))) / 65535.0;
        let before = present.iter().scan(0u32, |sum, word| {
            let before = *sum;
            *sum += word.count_ones();
            Some(before)
        });
        let before = before.collect();
        let (transitions, calibration) = (only_allowed(transitions), std::array::from_fn(knot));
        let tables = Tables::default();
        let factors = factors(&transitions, unit);
        let mut model = Model { gazetteer, transitions, factors, unit, calibration, present, before, rows, tables };
        model.tables = Tables::new(&model);
        Some(model)
    }

    /// Adds the weights of a feature.
    #[inline]
    pub fn add(&self, feature: u32, scores: &mut Scores) {
        if let Some(row) = self.row(feature) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += i32::from(*weight);
            }
        }
    }

    /// The weights of a feature, by label.
    #[inline]
    pub fn row(&self, feature: u32) -> Option<&[i8; LABELS]> {
        let feature = feature >> (32 - HASH_BITS);
        let (word, bit) = ((feature >> 6) as usize, feature & 63);
        let bits = self.present[word];
        let row = || self.before[word] + (bits & ((1 << bit) - 1)).count_ones();
        (bits >> bit & 1 == 1).then(|| &self.rows[row() as usize])
    }

    /// How often a mention of this probability is right.
    pub fn calibrated(&self, probability: f32) -> f32 {
        let at = probability.clamp(0.0, 1.0) * (KNOTS - 1) as f32;
        let knot = (at as usize).min(KNOTS - 2);
        let (low, high) = (self.calibration[knot], self.calibration[knot + 1]);
        low + (high - low) * (at - knot as f32)
    }
}

/// FNV-1a, 64 bits.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file() -> Vec<u8> {
        let rows = vec![(3, [0.0, 1.0, 0.0, -2.0, 0.0, 0.0, 0.0]), (700, [0.5; LABELS]), (4_000_000, [127.0; LABELS])];
        let gazetteer = Gazetteer::new([(77 << 8, 2)]);
        let calibration = std::array::from_fn(|knot| 0.05 * knot as f32);
        Weights { gazetteer, rows, transitions: vec![[1.0; LABELS]; LABELS + 1], calibration }.write()
    }

    #[test]
    fn what_is_written_is_read() {
        let model = Model::read(&file()).unwrap();
        let check = |feature: u32, expected: Scores| {
            let mut scores = [0; LABELS];
            model.add(feature << (32 - HASH_BITS), &mut scores);
            assert_eq!(scores, expected, "{feature}");
        };
        check(3, [0, 1, 0, -2, 0, 0, 0]);
        check(4, [0; LABELS]);
        check(4_000_000, [127; LABELS]);
        assert_eq!(model.gazetteer.look_up(77 << 8), 4);
        assert_eq!(model.transitions[0][1], 1);
        for (probability, expected) in [(0.0, 0.0), (0.5, 0.25), (0.75, 0.375), (1.0, 0.5), (7.0, 0.5)] {
            assert!((model.calibrated(probability) - expected).abs() < 1e-4, "{probability}");
        }
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
        for at in [4, 9, 40, good.len() - 3] {
            let mut bytes = good.clone();
            bytes[at] ^= 1;
            check(&bytes, if at == 4 { "is of another version" } else { "is damaged" });
        }
        // Whole by its checksum, but with less in it than its numbers say.
        let mut content = good[..good.len() - 8 - 2].to_vec();
        content.extend(checksum(&content).to_le_bytes());
        check(&content, "is cut short");
    }
}
