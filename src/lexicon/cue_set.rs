//! Sets of cues.
//!
//! Enters: cues. Leaves: whether one is among them, at the cost of one bit. Knows nothing of phrases.

use super::Cue;

const WORDS: usize = Cue::COUNT.div_ceil(64);

/// A set of cues, a bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CueSet([u64; WORDS]);

impl CueSet {
    /// The set of no cue.
    pub const EMPTY: CueSet = CueSet([0; WORDS]);

    /// The set with one more cue.
    #[inline]
    pub const fn with(mut self, cue: Cue) -> CueSet {
        self.0[cue as usize / 64] |= 1 << (cue as usize % 64);
        self
    }

    /// The cues of both.
    #[inline]
    pub const fn and(mut self, other: &CueSet) -> CueSet {
        let mut word = 0;
        while word < WORDS {
            self.0[word] |= other.0[word];
            word += 1;
        }
        self
    }

    /// Whether `cue` is in it.
    #[inline]
    pub const fn has(&self, cue: Cue) -> bool {
        self.0[cue as usize / 64] >> (cue as usize % 64) & 1 == 1
    }

    /// Whether one of its cues is in `other`.
    #[inline]
    pub fn meets(&self, other: &CueSet) -> bool {
        self.0.iter().zip(&other.0).any(|(a, b)| a & b != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_know_their_cues() {
        let set = CueSet::EMPTY.with(Cue::FunctionWord).with(Cue::OtherCount);
        let check = |cue, expected| assert_eq!(set.has(cue), expected, "{cue:?}");
        check(Cue::FunctionWord, true);
        check(Cue::OtherCount, true);
        check(Cue::NumberWord, false);
        assert!(set.meets(&CueSet::EMPTY.with(Cue::OtherCount)) && !set.meets(&CueSet::EMPTY.with(Cue::Month)));
        assert!(!CueSet::EMPTY.meets(&set));
        assert_eq!(CueSet::EMPTY.with(Cue::FunctionWord).and(&CueSet::EMPTY.with(Cue::OtherCount)), set);
    }
}
