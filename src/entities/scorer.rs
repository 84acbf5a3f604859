//! The scores of pieces, with what many of them share summed once.
//!
//! Enters: a model, a view and votes. Leaves: for each piece of a sentence the sum of the weights of all its features,
//! the same as if each were looked up. Knows nothing of what the features mean.
//!
//! Looking weights up is the most that the tagger does. Features with few values have tables, made with the model; those
//! of one form are summed when it first stands in the document.

use super::chain::{LABELS, Scores};
use super::features::{self, Around, Beside, NOWHERE, REACH};
use super::model::Model;
use super::run::Run;
use super::view::{ELSEWHERE, STYLES, View};
use super::votes::{CLASSES, Votes};
use super::word::{CUES, Case, Word};
use rustc_hash::FxHashMap;

/// Sums of few weights of a byte each.
type Sum = [i16; LABELS];
/// The scores of a piece as they are kept for a whole text: some seventy weights of a byte each need two bytes.
pub(super) type Kept = Sum;

/// Forms that are kept: more than any article has; a longer text begins again.
const MOST_FORMS: usize = 1 << 15;
/// Places that a cue is heard at.
const PLACES: usize = 2 * REACH as usize + 1;

#[inline]
fn add(scores: &mut Scores, sum: &Sum) {
    scores.iter_mut().zip(sum).for_each(|(score, weight)| *score += i32::from(*weight));
}

fn sum(model: &Model, hashes: impl IntoIterator<Item = u32>) -> Sum {
    let mut scores = [0; LABELS];
    hashes.into_iter().for_each(|hash| model.add(hash, &mut scores));
    scores.map(|score| score as i16)
}

/// The sums of features that have few values.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// By case, where neither the piece nor its neighbours are on a list.
    unlisted: [Sum; 4],
    /// By case, where the neighbours have no cues.
    uncued: [Sum; 4],
    /// By whether the piece before is in a run, where the piece is in none.
    no_run: [Sum; 2],
    /// By style, case, and being first.
    style: Vec<Sum>,
    /// By class, case, and being first.
    elsewhere: Vec<Sum>,
    /// The same of the piece before and of the one after: by its class, its case, and the case of the piece itself.
    elsewhere_beside: [Vec<Sum>; 2],
    /// By cue, place and case.
    cues: Vec<Sum>,
    /// By class of votes, case, and being first.
    votes: Vec<Sum>,
    /// By the classes of the piece and of the one before or after.
    votes_beside: [Vec<Sum>; 2],
}

impl Tables {
    pub(super) fn new(model: &Model) -> Tables {
        let of = |hash: u32| sum(model, [hash]);
        let by_case = |each: &dyn Fn(Case) -> Sum| Case::ALL.map(each);
        // All combinations, the last number running fastest, as those who look into a table count them.
        let table = |first: usize, second: usize, third: usize, each: &dyn Fn(usize, usize, usize) -> Sum| {
            let pairs = (0..first).flat_map(|a| (0..second).map(move |b| (a, b)));
            pairs.flat_map(|(a, b)| (0..third).map(move |c| each(a, b, c))).collect::<Vec<Sum>>()
        };
        let case = |number: usize| Case::ALL[number];
        let mut no_run = [[0; LABELS]; 2];
        for (goes_on, sums) in no_run.iter_mut().enumerate() {
            let mut hashes = Vec::new();
            features::of_runs(Run::default(), goes_on == 1, |_, hash| hashes.push(hash));
            *sums = sum(model, hashes);
        }
        let beside = |beside: Beside| {
            table(ELSEWHERE, 4, 4, &|class, its, own| {
                of(features::elsewhere_beside(beside, class as u8, case(its), case(own)))
            })
        };
        let voted = |before: usize, here: usize, after: usize| {
            features::voted([before as u32, here as u32, after as u32], Case::None, false)
        };
        let classes = CLASSES as usize;
        let nowhere = NOWHERE as usize;
        Tables {
            unlisted: by_case(&|case| sum(model, features::lists_around([0; 3], case))),
            uncued: by_case(&|case| sum(model, features::cues_around([0; 3], case))),
            no_run,
            style: table(STYLES, 4, 2, &|style, c, first| of(features::style(style as u8, case(c), first == 1))),
            elsewhere: table(ELSEWHERE, 4, 2, &|class, c, first| {
                of(features::elsewhere(class as u8, case(c), first == 1))
            }),
            elsewhere_beside: [beside(Beside::Before), beside(Beside::After)],
            cues: table(CUES.len(), PLACES, 4, &|bit, place, c| {
                of(features::cue(bit as u32, place as isize - REACH, case(c)))
            }),
            votes: table(classes, 4, 2, &|here, c, first| {
                let [alone, _, _, cased] = features::voted([NOWHERE, here as u32, NOWHERE], case(c), first == 1);
                sum(model, [alone, cased])
            }),
            votes_beside: [
                table(1, nowhere + 1, classes, &|_, before, here| of(voted(before, here, nowhere)[1])),
                table(1, nowhere + 1, classes, &|_, after, here| of(voted(nowhere, here, after)[2])),
            ],
        }
    }
}

/// The sums of what depends on a form and its cues alone.
#[derive(Debug)]
struct Form {
    /// For the piece itself, by whether it is first.
    own: [Sum; 2],
    /// For the pieces that it stands beside.
    beside: [Sum; 4],
}

impl Form {
    fn new(model: &Model, word: &Word) -> Form {
        let mut hashes = vec![features::bias(), features::own_cues(word.cues, word)];
        features::of_form(word, |_, hash| hashes.push(hash));
        let own = |first| sum(model, hashes.iter().copied().chain([features::first(first, word)]));
        let beside = |beside: Beside| {
            let mut hashes = Vec::new();
            features::of_form_beside(beside, word, |_, hash| hashes.push(hash));
            sum(model, hashes)
        };
        Form { own: [own(false), own(true)], beside: Beside::ALL.map(beside) }
    }
}

/// Scores the sentences of one view.
pub(super) struct Scorer<'d> {
    model: &'d Model,
    view: &'d View,
    numbers: FxHashMap<[u32; 4], u32>,
    /// By their numbers; the first is that of nothing.
    forms: Vec<Form>,
    /// The numbers of the forms of a sentence.
    sentence: Vec<u32>,
    classes: Vec<u32>,
}

impl<'d> Scorer<'d> {
    pub(super) fn new(model: &'d Model, view: &'d View) -> Scorer<'d> {
        let forms = vec![Form::new(model, &view.nothing)];
        Scorer { model, view, numbers: FxHashMap::default(), forms, sentence: Vec::new(), classes: Vec::new() }
    }

    /// Appends the scores of a sentence's pieces, without what other mentions say.
    pub(super) fn score(&mut self, sentence: usize, scores: &mut Vec<Scores>) {
        if self.forms.len() > MOST_FORMS {
            self.numbers.clear();
            self.forms.truncate(1);
        }
        let view = self.view;
        let words = &view.words[view.sentences[sentence].clone()];
        self.sentence.clear();
        for word in words {
            // A long word's hashes are of its beginning; its end is told by the last of its suffixes.
            let key = [word.exact, word.lower, word.suffixes[3], word.cues];
            let number = *self.numbers.entry(key).or_insert_with(|| {
                self.forms.push(Form::new(self.model, word));
                self.forms.len() as u32 - 1
            });
            self.sentence.push(number);
        }
        scores.extend((0..words.len()).map(|index| self.piece(&Around::of(view, sentence, index), index)));
    }

    #[inline]
    fn piece(&self, around: &Around, index: usize) -> Scores {
        let (model, tables) = (self.model, &self.model.tables);
        let [b2, b1, w, n1] = [-2, -1, 0, 1].map(|offset| around.at(offset));
        let (case, first) = (w.case as usize, usize::from(w.first));
        let form = |offset: isize| {
            let number = index.checked_add_signed(offset).and_then(|i| self.sentence.get(i)).copied().unwrap_or(0);
            &self.forms[number as usize]
        };
        let mut scores = form(0).own[first].map(i32::from);
        for (number, beside) in Beside::ALL.into_iter().enumerate() {
            add(&mut scores, &form(beside as isize).beside[number]);
        }
        add(&mut scores, &tables.style[(usize::from(w.style) * 4 + case) * 2 + first]);
        add(&mut scores, &tables.elsewhere[(usize::from(w.elsewhere) * 4 + case) * 2 + first]);
        for (table, word) in tables.elsewhere_beside.iter().zip([b1, n1]) {
            add(&mut scores, &table[(usize::from(word.elsewhere) * 4 + word.case as usize) * 4 + case]);
        }
        features::of_pairs(around, |_, hash| model.add(hash, &mut scores));
        if b2.cues | b1.cues | n1.cues == 0 {
            add(&mut scores, &tables.uncued[case]);
        } else {
            let hashes = features::cues_around([b2.cues, b1.cues, n1.cues], w.case);
            hashes.into_iter().for_each(|hash| model.add(hash, &mut scores));
        }
        let goes_on = b1.run.length > 0;
        if w.run.length == 0 {
            add(&mut scores, &tables.no_run[usize::from(goes_on)]);
        } else {
            features::of_runs(w.run, goes_on, |_, hash| model.add(hash, &mut scores));
        }
        let lists = [b1, w, n1].map(features::lists);
        if lists == [0; 3] {
            add(&mut scores, &tables.unlisted[case]);
        } else {
            let hashes = features::lists_around(lists, w.case);
            hashes.into_iter().for_each(|hash| model.add(hash, &mut scores));
        }
        for offset in -REACH..=REACH {
            for bit in features::bits(around.at(offset).cues) {
                add(&mut scores, &tables.cues[(bit as usize * PLACES + (offset + REACH) as usize) * 4 + case]);
            }
        }
        scores
    }

    /// Sets `scores` to those of a sentence's pieces that were `kept`, with what other mentions say.
    pub(super) fn score_again(&mut self, sentence: usize, kept: &[Kept], votes: &Votes, scores: &mut Vec<Scores>) {
        scores.clear();
        scores.extend(kept[self.view.sentences[sentence].clone()].iter().map(|sum| sum.map(i32::from)));
        self.add_votes(sentence, votes, scores);
    }

    /// Adds what other mentions say to the scores of a sentence's pieces.
    fn add_votes(&mut self, sentence: usize, votes: &Votes, scores: &mut [Scores]) {
        let tables = &self.model.tables;
        let range = self.view.sentences[sentence].clone();
        self.classes.clear();
        self.classes.extend(range.clone().map(|i| votes.class(&self.view.words[i], i)));
        let class = |index: Option<usize>| index.and_then(|i| self.classes.get(i)).copied().unwrap_or(NOWHERE);
        for (index, scores) in scores.iter_mut().enumerate() {
            let word = &self.view.words[range.start + index];
            let here = self.classes[index] as usize;
            add(scores, &tables.votes[(here * 4 + word.case as usize) * 2 + usize::from(word.first)]);
            for (table, beside) in tables.votes_beside.iter().zip([index.checked_sub(1), Some(index + 1)]) {
                add(scores, &table[class(beside) as usize * CLASSES as usize + here]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::entities::gazetteer::Gazetteer;
    use crate::entities::names::MODEL;

    /// Checks that every piece has the scores that its features have one by one.
    fn check(text: &str) {
        let document = Document::read(text, None);
        for gazetteer in [&MODEL.gazetteer, &Gazetteer::default()] {
            let view = View::of(&document, gazetteer);
            let labels: Vec<u8> = (0..view.words.len()).map(|i| (i % LABELS) as u8).collect();
            let votes = Votes::new(&view, &labels);
            let mut scorer = Scorer::new(&MODEL, &view);
            for (sentence, pieces) in view.sentences.iter().enumerate() {
                let mut found = Vec::new();
                scorer.score(sentence, &mut found);
                scorer.add_votes(sentence, &votes, &mut found);
                for (index, found) in found.into_iter().enumerate() {
                    let mut expected = [0; LABELS];
                    let mut add = |_, hash| MODEL.add(hash, &mut expected);
                    features::features(&view, sentence, index, &mut add);
                    features::vote_features(&view, sentence, index, &votes, &mut add);
                    assert_eq!(found, expected, "{}", view.words[pieces.start + index].span.of(text));
                }
            }
        }
    }

    #[test]
    fn scores_are_the_sums_of_the_weights() {
        check("");
        check(
            "Dr. Anna Weber, chief of the Bank of England in New York, said: “Anna left Acme Ltd.’s board.” She did.",
        );
        check(
            "POLIZEI STOPPT LKW IN BERLIN\n\nDie Polizei in Berlin sprach mit Herrn Weber von der Bredow Systeme GmbH.",
        );
        check("Menurut Bapak Slamet dari PT Sinar Mas, di Jakarta, 12 juta orang. slamet slamet Slamet SLAMET");
        check(&format!("{} {}x {}y", "Aa".repeat(40), "Aa".repeat(40), "Aa".repeat(40)));
    }
}
