//! A piece and its neighbours to hashed features.
//!
//! Enters: a [`View`]. Leaves: for each piece the hashes of its features, each with what it looks at, so that a
//! mention can say what spoke for it. Training and use share this code. Knows nothing of weights or labels.

use super::view::View;
use super::votes::{CLASSES, Votes};
use super::word::Word;

/// Bits of a feature's hash. With 22 to 24 the same corpora gave the same figures.
pub const HASH_BITS: u32 = 22;

/// What a feature looks at: what a mention can give as its reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// Nothing: how frequent a label is.
    Bias,
    /// The piece itself.
    Word,
    /// Its first or last letters.
    Affix,
    /// Its capitals, digits and marks.
    Shape,
    /// How it is cased elsewhere in the document.
    Elsewhere,
    /// The piece before.
    Before,
    /// The piece after.
    After,
    /// The uses that the lexicon has for the piece and its neighbours, all at once.
    Cues,
    /// One use, by its number in [`CUES`](super::word::CUES), of the piece so many places further on.
    Cue(u8, i8),
    /// What is in the run of capitalised words that it is in.
    RunInside,
    /// What leads to that run.
    RunBefore,
    /// What follows that run.
    RunAfter,
    /// Several of these at once.
    Runs,
    /// Lists of names.
    Lists,
    /// What the document's other mentions of the word are.
    Votes,
}

/// How far back and ahead cues are heard.
const REACH: isize = 3;

/// Calls `feature` with the hash of each feature of the piece at `index` in its sentence. The highest [`HASH_BITS`]
/// of a hash are what the weights are kept by.
pub fn features(view: &View, sentence: usize, index: usize, mut feature: impl FnMut(Ground, u32)) {
    let words = &view.words[view.sentences[sentence].clone()];
    let nothing = Word::default();
    let at =
        |offset: isize| -> &Word { index.checked_add_signed(offset).and_then(|i| words.get(i)).unwrap_or(&nothing) };
    let (b2, b1, w, n1, n2) = (at(-2), at(-1), at(0), at(1), at(2));
    let case = w.case as u32;
    let mut template = 0u32;
    let mut emit = |ground: Ground, a: u32, b: u32| {
        template += 1;
        feature(ground, mix(template, a, b));
    };
    use Ground::{Affix, After, Before, Bias, Cues, Elsewhere, Lists, Shape};
    emit(Bias, 0, 0);
    emit(Ground::Word, w.exact, 0);
    emit(Ground::Word, w.lower, 0);
    emit(Before, b1.lower, 0);
    emit(After, n1.lower, 0);
    emit(Before, b2.lower, 0);
    emit(After, n2.lower, 0);
    emit(Ground::Word, b1.lower, w.lower);
    emit(Ground::Word, w.lower, n1.lower);
    for prefix in w.prefixes {
        emit(Affix, prefix, 0);
    }
    for suffix in w.suffixes {
        emit(Affix, suffix, 0);
    }
    emit(Shape, w.shape, 0);
    emit(Shape, b1.shape, 0);
    emit(Shape, n1.shape, 0);
    emit(Shape, b1.shape, w.shape);
    emit(Shape, w.shape, n1.shape);
    emit(Shape, mix(0, b1.shape, w.shape), n1.shape);
    emit(Shape, b2.shape, b1.shape);
    emit(Shape, n1.shape, n2.shape);
    emit(Before, b1.suffixes[2], 0);
    emit(After, n1.suffixes[2], 0);
    emit(Before, b1.lower, w.shape);
    emit(After, n1.lower, w.shape);
    emit(Before, b2.lower, b1.lower);
    emit(After, n1.lower, n2.lower);
    emit(Affix, w.suffixes[2], w.shape);
    emit(Affix, w.prefixes[2], w.suffixes[1]);
    emit(Elsewhere, u32::from(w.elsewhere), case * 2 + u32::from(w.first));
    emit(Elsewhere, u32::from(b1.elsewhere) * 8 + b1.case as u32, case);
    emit(Elsewhere, u32::from(n1.elsewhere) * 8 + n1.case as u32, case);
    emit(Shape, u32::from(w.first), w.shape);
    emit(Shape, u32::from(w.style), mix(0, case, u32::from(w.first)));
    emit(Shape, u32::from(w.glued) * 2 + u32::from(n1.glued), mix(0, b1.shape, n1.shape));
    emit(Cues, w.cues, w.shape);
    emit(Cues, b1.cues, case);
    emit(Cues, n1.cues, case);
    emit(Cues, mix(0, b2.cues, b1.cues), case);
    emit(Lists, lists(w), case);
    let run = w.run;
    let place = u32::from(run.length) * 2 + u32::from(b1.run.length > 0);
    emit(Ground::RunInside, u32::from(run.inside), place);
    emit(Ground::RunBefore, u32::from(run.before), place);
    emit(Ground::RunAfter, u32::from(run.after), place);
    emit(Ground::Runs, u32::from(run.inside) << 16 | u32::from(run.before), place & 1);
    emit(Ground::Runs, u32::from(run.lists), place);
    emit(Lists, lists(b1), lists(w));
    emit(Lists, lists(w), lists(n1));
    for offset in -REACH..=REACH {
        let mut bits = at(offset).cues;
        while bits != 0 {
            let bit = bits.trailing_zeros();
            bits &= bits - 1;
            feature(Ground::Cue(bit as u8, offset as i8), mix(200 + bit, (offset + REACH) as u32, case));
        }
    }
}

fn lists(word: &Word) -> u32 {
    u32::from(word.listed) | u32::from(word.begins) << 8 | u32::from(word.goes_on) << 16
}

/// Calls `feature` with the hashes of what the document's other mentions say of the piece.
pub fn vote_features(view: &View, sentence: usize, index: usize, votes: &Votes, feature: impl FnMut(Ground, u32)) {
    let range = view.sentences[sentence].clone();
    let words = &view.words[range.clone()];
    let class = |offset: isize| -> u32 {
        let at = index.checked_add_signed(offset).filter(|i| *i < words.len());
        at.map_or(NOWHERE, |i| votes.class(&words[i], range.start + i))
    };
    let word = &words[index];
    voted([class(-1), class(0), class(1)], word.case as u32 * 2 + u32::from(word.first), feature);
}

/// The class of votes beside the ends of a sentence.
const NOWHERE: u32 = CLASSES;

fn voted([before, here, after]: [u32; 3], case: u32, mut feature: impl FnMut(Ground, u32)) {
    let mut emit = |template, a, b| feature(Ground::Votes, mix(template, a, b));
    emit(101, here, 0);
    emit(102, before, here);
    emit(103, here, after);
    emit(104, here, case);
}

/// The hashes of all features that votes can give: what learns has to know them before there are votes.
pub fn all_vote_features() -> Vec<u32> {
    let mut all = Vec::new();
    for before in 0..=NOWHERE {
        for here in 0..CLASSES {
            for after in 0..=NOWHERE {
                (0..8).for_each(|case| voted([before, here, after], case, |_, feature| all.push(feature)));
            }
        }
    }
    all.sort_unstable();
    all.dedup();
    all
}

#[inline]
fn mix(template: u32, a: u32, b: u32) -> u32 {
    let mut h = template.wrapping_mul(0x9e37_79b1) ^ a.wrapping_mul(0x85eb_ca6b);
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d) ^ b.wrapping_mul(0xc2b2_ae35);
    h = (h ^ (h >> 13)).wrapping_mul(0x297a_2d39);
    h ^ (h >> 16)
}
