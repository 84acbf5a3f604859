//! A language's letters as a chain: which letter follows the last four in a word.
//!
//! Enters: a language model of lingua, a finite-state map from each n-gram of one to five letters to the logarithm
//! of its share among those that begin alike. Leaves: words such as the language has. Knows nothing of weights.
//!
//! The model was counted on running text within words, so that the counts themselves, and how often an n-gram
//! begins or ends a word, follow from the shares: what of an n-gram has no letter before it begins a word. Words of
//! up to three letters come out exactly as often as in that text, longer ones as a chain of order four makes them.

use article_analyser::language::ngrams::BOUND;
use fst::Streamer;
use rustc_hash::FxHashMap;
use std::error::Error;
use std::fs;
use std::path::Path;

/// Bits of a character in a [`Key`].
const BITS: usize = 21;
/// How many letters a chain remembers.
const MEMORY: usize = 4;
/// Chains that wander on beyond so many letters are started anew.
const LONGEST: usize = 26;

/// Up to six characters in one number.
pub type Key = u128;

/// The characters as one number.
pub fn key(letters: &[char]) -> Key {
    letters.iter().fold(0, |key, letter| key << BITS | *letter as Key)
}

/// The characters of a key.
pub fn letters(mut key: Key) -> Vec<char> {
    let mut letters = Vec::new();
    while key > 0 {
        letters.extend(char::from_u32((key & ((1 << BITS) - 1)) as u32));
        key >>= BITS;
    }
    letters.reverse();
    letters
}

fn length(key: Key) -> usize {
    (Key::BITS - key.leading_zeros()).div_ceil(BITS as u32) as usize
}

fn last(key: Key) -> char {
    char::from_u32((key & ((1 << BITS) - 1)) as u32).unwrap_or(BOUND)
}

/// Numbers that look random, the same on every platform: SplitMix64 (Steele et al., OOPSLA 2014).
#[derive(Debug)]
pub struct Random(pub u64);

impl Random {
    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((u128::from(z ^ (z >> 31)) * u128::from(bound)) >> 64) as u64
    }
}

/// What can follow each state, with summed counts; a state is the last [`MEMORY`] letters, or all since the bound.
#[derive(Debug)]
pub struct Chain(FxHashMap<Key, Vec<(u64, char)>>);

impl Chain {
    /// Reads `models/ngrams.fst` of a language.
    pub fn read(file: &Path) -> Result<Chain, Box<dyn Error>> {
        Ok(Chain::of(&counts(file)?))
    }

    fn of(counts: &[(Key, u64)]) -> Chain {
        let known: FxHashMap<Key, u64> = counts.iter().copied().collect();
        let mut after_a_letter: FxHashMap<Key, u64> = FxHashMap::default();
        for (key, count) in counts.iter().filter(|(key, _)| length(*key) > 1) {
            *after_a_letter.entry(key & ((1 << (BITS * (length(*key) - 1))) - 1)).or_default() += count;
        }
        let begins = |key: Key| known[&key].saturating_sub(after_a_letter.get(&key).copied().unwrap_or(0));
        let bounded = |key: Key, length: usize| (BOUND as Key) << (BITS * length) | key;
        let mut next: FxHashMap<Key, Vec<(u64, char)>> = FxHashMap::default();
        let mut totals = Vec::new();
        for (key, count) in counts.iter().copied() {
            let (length, begins) = (length(key), begins(key));
            match length {
                1..=MEMORY if begins > 0 => {
                    next.entry(bounded(key >> BITS, length - 1)).or_default().push((begins, last(key)));
                }
                1..=MEMORY => {}
                _ => next.entry(key >> BITS).or_default().push((count, last(key))),
            }
            match length {
                MEMORY => totals.push((key, count)),
                1..MEMORY if begins > 0 => totals.push((bounded(key, length), begins)),
                _ => {}
            }
        }
        for (state, total) in totals {
            let followers = next.entry(state).or_default();
            let inside: u64 = followers.iter().map(|(count, _)| count).sum();
            if total > inside {
                followers.push((total - inside, BOUND));
            }
        }
        for followers in next.values_mut() {
            let mut sum = 0;
            for (count, _) in followers {
                sum += *count;
                *count = sum;
            }
        }
        Chain(next)
    }

    /// A word with its bounds.
    pub fn word(&self, random: &mut Random) -> Vec<char> {
        let mut word = vec![BOUND];
        loop {
            let state = key(if word.len() > MEMORY { &word[word.len() - MEMORY..] } else { &word });
            let followers = self.0.get(&state).map_or(&[] as &[_], Vec::as_slice);
            let chosen = followers.last().map(|(total, _)| random.below(*total));
            let letter = chosen.and_then(|at| followers.get(followers.partition_point(|(sum, _)| *sum <= at)));
            word.push(letter.map_or(BOUND, |(_, letter)| *letter));
            if word.last() == Some(&BOUND) {
                return word;
            }
            if word.len() > LONGEST {
                word.truncate(1);
            }
        }
    }
}

/// How often each n-gram was counted, in the order of their letters.
fn counts(file: &Path) -> Result<Vec<(Key, u64)>, Box<dyn Error>> {
    let map = fst::Map::new(fs::read(file).map_err(|e| format!("{}: {e}", file.display()))?)?;
    let (mut shares, mut prefixes): (Vec<(Key, f64)>, Vec<f64>) = (Vec::new(), Vec::new());
    let mut stream = map.stream();
    while let Some((bytes, logarithm)) = stream.next() {
        let letters: Vec<char> = std::str::from_utf8(bytes)?.chars().collect();
        prefixes.truncate(letters.len() - 1);
        let share = prefixes.last().unwrap_or(&1.0) * libm::exp(f64::from_bits(logarithm));
        prefixes.push(share);
        shares.push((key(&letters), share));
    }
    // The rarest n-gram was seen once.
    let once = shares.iter().map(|(_, share)| *share).fold(1.0, f64::min);
    Ok(shares.into_iter().map(|(key, share)| (key, (share / once).round() as u64)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(words: &[&str]) -> Chain {
        let mut counts = std::collections::BTreeMap::new();
        for word in words {
            let letters: Vec<char> = word.chars().collect();
            for start in 0..letters.len() {
                for end in start + 1..=letters.len().min(start + 5) {
                    *counts.entry(key(&letters[start..end])).or_insert(0) += 1;
                }
            }
        }
        Chain::of(&counts.into_iter().collect::<Vec<_>>())
    }

    #[test]
    fn short_words_come_as_often_as_they_were_counted() {
        let chain = chain(&["a", "ab", "ab", "ab", "bab", "b", "abba", "abba"]);
        let mut random = Random(1);
        let mut seen = std::collections::BTreeMap::new();
        for _ in 0..8000 {
            *seen.entry(chain.word(&mut random).into_iter().collect::<String>()).or_insert(0) += 1;
        }
        assert_eq!(seen.keys().collect::<Vec<_>>(), ["_a_", "_ab_", "_abba_", "_b_", "_bab_"]);
        assert!((900..1100).contains(&seen["_a_"]) && (2850..3150).contains(&seen["_ab_"]), "{seen:?}");
    }

    #[test]
    fn keys_keep_their_letters() {
        for text in ["a", "äöüß", "привет", "\u{10FFFF}a"] {
            let chars: Vec<char> = text.chars().take(6).collect();
            assert_eq!(letters(key(&chars)), chars);
            assert_eq!(length(key(&chars)), chars.len());
        }
    }
}
