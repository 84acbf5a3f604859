//! A piece and its neighbours to hashed features.
//!
//! Enters: a [`View`]. Leaves: for each piece the hashes of its features, each with what it looks at, so that a
//! mention can say what spoke for it. Training and use share this code. Knows nothing of weights or labels.

use super::run::Run;
use super::view::View;
use super::votes::{CLASSES, Votes};
use super::word::{Case, Word};

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
pub(super) const REACH: isize = 3;

/// Calls `feature` with the hash of each feature of the piece at `index` in its sentence. The highest [`HASH_BITS`]
/// of a hash are what the weights are kept by. What `scorer.rs` sums once for many pieces has functions of its own.
pub fn features(view: &View, sentence: usize, index: usize, mut feature: impl FnMut(Ground, u32)) {
    let around = Around::of(view, sentence, index);
    let w = around.at(0);
    let beside = Beside::ALL.map(|beside| (beside, around.at(beside as isize)));
    feature(Ground::Bias, bias());
    of_form(w, &mut feature);
    beside.iter().for_each(|(beside, word)| of_form_beside(*beside, word, &mut feature));
    feature(Ground::Shape, first(w.first, w));
    feature(Ground::Shape, style(w.style, w.case, w.first));
    feature(Ground::Elsewhere, elsewhere(w.elsewhere, w.case, w.first));
    for (beside, word) in beside.iter().filter(|(beside, _)| beside.is_next()) {
        feature(Ground::Elsewhere, elsewhere_beside(*beside, word.elsewhere, word.case, w.case));
    }
    of_pairs(&around, &mut feature);
    of_all_cues(&around, &mut feature);
    of_runs(w.run, around.at(-1).run.length > 0, &mut feature);
    of_lists(&around, &mut feature);
    for offset in -REACH..=REACH {
        for bit in bits(around.at(offset).cues) {
            feature(Ground::Cue(bit as u8, offset as i8), cue(bit, offset, w.case));
        }
    }
}

/// A piece and those around it in its sentence.
#[derive(Clone, Copy)]
pub(super) struct Around<'v> {
    words: &'v [Word],
    nothing: &'v Word,
    index: usize,
}

impl<'v> Around<'v> {
    pub(super) fn of(view: &'v View, sentence: usize, index: usize) -> Around<'v> {
        Around { words: &view.words[view.sentences[sentence].clone()], nothing: &view.nothing, index }
    }

    /// The piece so many places further on; one that has nothing beyond the ends of the sentence.
    #[inline]
    pub(super) fn at(&self, offset: isize) -> &'v Word {
        self.index.checked_add_signed(offset).and_then(|i| self.words.get(i)).unwrap_or(self.nothing)
    }
}

/// Where a piece stands whose form alone is a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    SecondBefore = -2,
    Before = -1,
    After = 1,
    SecondAfter = 2,
}

impl Beside {
    pub(super) const ALL: [Beside; 4] = [Beside::SecondBefore, Beside::Before, Beside::After, Beside::SecondAfter];

    pub(super) fn is_next(self) -> bool {
        matches!(self, Beside::Before | Beside::After)
    }
}

pub(super) fn bias() -> u32 {
    mix(1, 0, 0)
}

/// Of the piece's own form.
pub(super) fn of_form(w: &Word, mut feature: impl FnMut(Ground, u32)) {
    feature(Ground::Word, mix(2, w.exact, 0));
    feature(Ground::Word, mix(3, w.lower, 0));
    (10..).zip(w.prefixes).for_each(|(template, prefix)| feature(Ground::Affix, mix(template, prefix, 0)));
    (14..).zip(w.suffixes).for_each(|(template, suffix)| feature(Ground::Affix, mix(template, suffix, 0)));
    feature(Ground::Shape, mix(18, w.shape, 0));
    feature(Ground::Affix, mix(32, w.suffixes[2], w.shape));
    feature(Ground::Affix, mix(33, w.prefixes[2], w.suffixes[1]));
}

/// Of the form of a piece beside it.
pub(super) fn of_form_beside(beside: Beside, word: &Word, mut feature: impl FnMut(Ground, u32)) {
    let (ground, lower, shape, suffix) = match beside {
        Beside::SecondBefore => return feature(Ground::Before, mix(6, word.lower, 0)),
        Beside::SecondAfter => return feature(Ground::After, mix(7, word.lower, 0)),
        Beside::Before => (Ground::Before, 4, 19, 26),
        Beside::After => (Ground::After, 5, 20, 27),
    };
    feature(ground, mix(lower, word.lower, 0));
    feature(Ground::Shape, mix(shape, word.shape, 0));
    feature(ground, mix(suffix, word.suffixes[2], 0));
}

/// Of whether it is the first word.
pub(super) fn first(first: bool, w: &Word) -> u32 {
    mix(37, u32::from(first), w.shape)
}

/// Of how its sentence is written.
pub(super) fn style(style: u8, case: Case, first: bool) -> u32 {
    mix(38, u32::from(style), mix(0, case as u32, u32::from(first)))
}

/// Of how it is cased elsewhere.
pub(super) fn elsewhere(class: u8, case: Case, first: bool) -> u32 {
    mix(34, u32::from(class), case as u32 * 2 + u32::from(first))
}

/// Of how the piece before or after is cased elsewhere.
pub(super) fn elsewhere_beside(beside: Beside, class: u8, its_case: Case, case: Case) -> u32 {
    let template = if beside == Beside::Before { 35 } else { 36 };
    mix(template, u32::from(class) * 8 + its_case as u32, case as u32)
}

/// Of several forms and shapes at once.
pub(super) fn of_pairs(around: &Around, mut feature: impl FnMut(Ground, u32)) {
    let [b2, b1, w, n1, n2] = [-2, -1, 0, 1, 2].map(|offset| around.at(offset));
    feature(Ground::Word, mix(8, b1.lower, w.lower));
    feature(Ground::Word, mix(9, w.lower, n1.lower));
    feature(Ground::Shape, mix(21, b1.shape, w.shape));
    feature(Ground::Shape, mix(22, w.shape, n1.shape));
    feature(Ground::Shape, mix(23, mix(0, b1.shape, w.shape), n1.shape));
    feature(Ground::Shape, mix(24, b2.shape, b1.shape));
    feature(Ground::Shape, mix(25, n1.shape, n2.shape));
    feature(Ground::Before, mix(28, b1.lower, w.shape));
    feature(Ground::After, mix(29, n1.lower, w.shape));
    feature(Ground::Before, mix(30, b2.lower, b1.lower));
    feature(Ground::After, mix(31, n1.lower, n2.lower));
    let glued = u32::from(w.glued) * 2 + u32::from(n1.glued);
    feature(Ground::Shape, mix(39, glued, mix(0, b1.shape, n1.shape)));
}

/// Of all the uses that the lexicon has for it and its neighbours.
pub(super) fn of_all_cues(around: &Around, mut feature: impl FnMut(Ground, u32)) {
    let [b2, b1, w, n1] = [-2, -1, 0, 1].map(|offset| around.at(offset));
    feature(Ground::Cues, own_cues(w.cues, w));
    cues_around([b2.cues, b1.cues, n1.cues], w.case).into_iter().for_each(|hash| feature(Ground::Cues, hash));
}

/// Of all its uses.
pub(super) fn own_cues(cues: u32, w: &Word) -> u32 {
    mix(40, cues, w.shape)
}

/// Of all uses of the two pieces before it and the one after it.
pub(super) fn cues_around([b2, b1, n1]: [u32; 3], case: Case) -> [u32; 3] {
    let case = case as u32;
    [mix(41, b1, case), mix(42, n1, case), mix(43, mix(0, b2, b1), case)]
}

/// Of the run it is in, and of whether it goes on in one.
pub(super) fn of_runs(run: Run, goes_on: bool, mut feature: impl FnMut(Ground, u32)) {
    let place = u32::from(run.length) * 2 + u32::from(goes_on);
    feature(Ground::RunInside, mix(45, u32::from(run.inside), place));
    feature(Ground::RunBefore, mix(46, u32::from(run.before), place));
    feature(Ground::RunAfter, mix(47, u32::from(run.after), place));
    feature(Ground::Runs, mix(48, u32::from(run.inside) << 16 | u32::from(run.before), place & 1));
    feature(Ground::Runs, mix(49, u32::from(run.lists), place));
}

/// Of the lists it and its neighbours are on.
pub(super) fn of_lists(around: &Around, mut feature: impl FnMut(Ground, u32)) {
    let [b1, w, n1] = [-1, 0, 1].map(|offset| lists(around.at(offset)));
    lists_around([b1, w, n1], around.at(0).case).into_iter().for_each(|hash| feature(Ground::Lists, hash));
}

/// Of the [`lists`] of the piece before, of it and of the piece after.
pub(super) fn lists_around([b1, w, n1]: [u32; 3], case: Case) -> [u32; 3] {
    [mix(44, w, case as u32), mix(50, b1, w), mix(51, w, n1)]
}

/// The lists that a piece is on, begins a phrase of, or goes on with one of.
#[inline]
pub(super) fn lists(word: &Word) -> u32 {
    u32::from(word.listed) | u32::from(word.begins) << 8 | u32::from(word.goes_on) << 16
}

/// Of one use of the piece so many places further on.
pub(super) fn cue(bit: u32, offset: isize, case: Case) -> u32 {
    mix(200 + bit, (offset + REACH) as u32, case as u32)
}

/// The numbers of the bits that are set, in order.
#[inline]
pub(super) fn bits(mut mask: u32) -> impl Iterator<Item = u32> {
    std::iter::from_fn(move || {
        let bit = (mask != 0).then(|| mask.trailing_zeros());
        mask &= mask.wrapping_sub(1);
        bit
    })
}

/// Calls `feature` with the hashes of what the document's other mentions say of the piece.
pub fn vote_features(view: &View, sentence: usize, index: usize, votes: &Votes, mut feature: impl FnMut(Ground, u32)) {
    let range = view.sentences[sentence].clone();
    let class = |offset: isize| -> u32 {
        let at = index.checked_add_signed(offset).map(|i| range.start + i).filter(|i| range.contains(i));
        at.map_or(NOWHERE, |i| votes.class(&view.words[i], i))
    };
    let word = &view.words[range.start + index];
    let hashes = voted([class(-1), class(0), class(1)], word.case, word.first);
    hashes.into_iter().for_each(|hash| feature(Ground::Votes, hash));
}

/// The class of votes beside the ends of a sentence.
pub(super) const NOWHERE: u32 = CLASSES;

/// Of the classes of the votes for the piece before, for it and for the piece after.
pub(super) fn voted([before, here, after]: [u32; 3], case: Case, first: bool) -> [u32; 4] {
    let case = case as u32 * 2 + u32::from(first);
    [mix(101, here, 0), mix(102, before, here), mix(103, here, after), mix(104, here, case)]
}

/// The hashes of all features that votes can give: what learns has to know them before there are votes.
pub fn all_vote_features() -> Vec<u32> {
    let mut all = Vec::new();
    for before in 0..=NOWHERE {
        for here in 0..CLASSES {
            for after in 0..=NOWHERE {
                for (case, first) in Case::ALL.into_iter().flat_map(|case| [(case, false), (case, true)]) {
                    all.extend(voted([before, here, after], case, first));
                }
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
