//! Lists of names as one table of hashes: which lists a phrase is in.
//!
//! Enters: phrases with their list when weights are made, bytes when they are used. Leaves: a mask of lists for a
//! phrase's hash. Knows nothing of texts, and cannot give its phrases back.

use rustc_hash::FxHashMap;
use std::slice::Iter;

/// The lists, in the order of their bits.
pub const LISTS: [&str; 5] = ["given_names", "surnames", "territories", "cities", "organisations"];

/// Bits of a phrase's hash: of a thousand phrases in no list, four are taken for one that is.
const BITS: u32 = 24;

/// The most pieces a phrase may have.
pub const LONGEST: usize = 5;

/// Which lists hold which phrases.
#[derive(Debug, Default)]
pub struct Gazetteer {
    lists: FxHashMap<u32, u8>,
}

impl Gazetteer {
    /// A table of phrases by their [`phrase`] hashes, each with the number of its list in [`LISTS`].
    pub fn new(phrases: impl IntoIterator<Item = (u32, usize)>) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        for (hash, list) in phrases {
            *gazetteer.lists.entry(hash >> (32 - BITS)).or_default() |= 1 << list;
        }
        gazetteer
    }

    /// The lists that hold the phrase with this hash, a bit each.
    #[inline]
    pub fn look_up(&self, hash: u32) -> u8 {
        self.lists.get(&(hash >> (32 - BITS))).copied().unwrap_or(0)
    }

    /// How many phrases there are.
    pub fn len(&self) -> usize {
        self.lists.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lists.is_empty()
    }

    /// Appends the table to `file`: for each list the number of its phrases, then the gaps between their hashes.
    pub(super) fn write(&self, file: &mut Vec<u8>) {
        for list in 0..LISTS.len() {
            let mut hashes: Vec<u32> =
                self.lists.iter().filter(|(_, mask)| *mask >> list & 1 == 1).map(|(hash, _)| *hash).collect();
            hashes.sort_unstable();
            push_varint(file, hashes.len() as u32);
            let mut next = 0;
            for hash in hashes {
                push_varint(file, hash - next);
                next = hash + 1;
            }
        }
    }

    pub(super) fn read(bytes: &mut Iter<u8>) -> Option<Gazetteer> {
        let mut gazetteer = Gazetteer::default();
        for list in 0..LISTS.len() {
            let mut next = 0u32;
            for _ in 0..varint(bytes)? {
                let hash = next.checked_add(varint(bytes)?)?;
                *gazetteer.lists.entry(hash).or_default() |= 1 << list;
                next = hash.checked_add(1)?;
            }
        }
        Some(gazetteer)
    }
}

/// The hash of a phrase from that of its beginning, 0 where it has none, and that of its next piece.
#[inline]
pub fn phrase(beginning: u32, piece: u32) -> u32 {
    let hash = (beginning.rotate_left(5) ^ piece).wrapping_mul(0x9e37_79b1);
    (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d)
}

/// The next number, seven bits a byte, the lowest first.
pub(super) fn varint(bytes: &mut Iter<u8>) -> Option<u32> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let byte = *bytes.next()?;
        value |= u32::from(byte & 127).checked_shl(shift)?;
        if byte < 128 {
            return Some(value);
        }
    }
    None
}

/// Appends a number as [`varint`] reads it.
pub(super) fn push_varint(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 128 {
        bytes.push(value as u8 | 128);
        value >>= 7;
    }
    bytes.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let hash = |pieces: &[u32]| pieces.iter().fold(0, |hash, piece| phrase(hash, *piece));
        let gazetteer = Gazetteer::new([(hash(&[1]), 0), (hash(&[1, 2]), 3), (hash(&[1]), 4), (u32::MAX, 2)]);
        let mut file = Vec::new();
        gazetteer.write(&mut file);
        let mut bytes = file.iter();
        let read = Gazetteer::read(&mut bytes).expect("a table");
        assert!(bytes.next().is_none());
        let check = |pieces: &[u32], expected| assert_eq!(read.look_up(hash(pieces)), expected, "{pieces:?}");
        check(&[1], 0b10001);
        check(&[1, 2], 0b1000);
        check(&[2, 1], 0);
        check(&[2], 0);
        assert_eq!((read.len(), read.look_up(u32::MAX)), (3, 0b100));
        assert!(Gazetteer::read(&mut file[..file.len() - 1].iter()).is_none());
    }

    #[test]
    fn numbers_of_every_length() {
        for value in [0, 1, 127, 128, 16_383, 16_384, u32::MAX] {
            let mut bytes = Vec::new();
            push_varint(&mut bytes, value);
            assert_eq!(varint(&mut bytes.iter()), Some(value));
        }
        assert_eq!(varint(&mut [255; 5].iter()), None);
    }
}
