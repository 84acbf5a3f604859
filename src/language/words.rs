//! What the words and letters of the language files say about a text.
//!
//! Enters: plain text or words. Leaves: a log-likelihood for each language that has a file. Knows nothing of
//! n-grams or documents.

use crate::lexicon::{Cue, Lexicon, phrases, setting};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A set of languages, one bit each, in the order of [`Lexicon::codes`].
type Languages = u128;

/// How much likelier a function word is in its own language than elsewhere: a list of some 150 covers 25 to 45 %
/// of the running words of its own language and 1 to 3 % of others' (UDHR), so the ratio is about 12.
const RATIO: f64 = 12.0;
/// What a word that is on a language's list nowhere takes from the language: ln((1 - 0.3) / (1 - 0.02)) is -0.34;
/// less is taken, since inflecting languages have shorter lists' worth of function words.
const MISS: f64 = -0.2;
/// One letter that few languages write says less than a word: letters of a text come in the same few words.
const LETTER: f64 = 0.5;

/// The words and letters of all language files.
#[derive(Debug)]
pub struct Words {
    codes: Vec<&'static str>,
    places: FxHashMap<&'static str, usize>,
    words: FxHashMap<&'static str, Languages>,
    letters: FxHashMap<char, Languages>,
    priors: Vec<f64>,
}

/// What was counted in a text.
#[derive(Debug, Clone)]
pub struct Counts {
    /// Words in all.
    pub words: u32,
    /// Words on each language's list, in the order of [`Words::codes`].
    pub hits: Vec<u32>,
    /// The summed log ratios of words and letters, in the same order.
    weights: Vec<f64>,
}

impl Words {
    /// The table, built on first use.
    pub fn load() -> &'static Words {
        static LOADED: OnceLock<Words> = OnceLock::new();
        LOADED.get_or_init(Words::build)
    }

    fn build() -> Words {
        let codes: Vec<_> = Lexicon::codes().take(Languages::BITS as usize).collect();
        let (mut words, mut letters) = (FxHashMap::default(), FxHashMap::default());
        for (index, code) in codes.iter().enumerate() {
            for phrase in phrases(code, Cue::FunctionWord) {
                let word = phrase.trim_start_matches('=');
                if split(word).count() == 1 {
                    *words.entry(word).or_insert(0) |= 1 << index;
                }
            }
            for letter in setting(code, "language.letters").chars() {
                *letters.entry(letter).or_insert(0) |= 1 << index;
            }
        }
        tell_kin_apart(&codes, &mut words);
        let prior = |code: &&str| setting(code, "language.prior").parse().unwrap_or(0.0);
        let priors = codes.iter().map(prior).collect();
        let places = codes.iter().enumerate().map(|(index, code)| (*code, index)).collect();
        Words { codes, places, words, letters, priors }
    }

    /// The languages that have a file, by ISO 639-3 code.
    pub fn codes(&self) -> &[&'static str] {
        &self.codes
    }

    /// The place of a language among [`Words::codes`], `None` where it has no file.
    pub fn index_of(&self, code: &str) -> Option<usize> {
        self.places.get(code).copied()
    }

    /// An empty count.
    pub fn counts(&self) -> Counts {
        Counts { words: 0, hits: vec![0; self.codes.len()], weights: self.priors.clone() }
    }

    /// Adds one word, in lower case, to a count; the languages that list it, one bit each.
    pub fn count(&self, word: &str, counts: &mut Counts) -> u128 {
        self.count_times(word, 1, counts)
    }

    /// Adds a word, in lower case, that occurs `times` times; the languages that list it, one bit each.
    pub fn count_times(&self, word: &str, times: u32, counts: &mut Counts) -> u128 {
        counts.words += times;
        let short = if word.chars().nth(1).is_none() { 0.5 } else { 1.0 };
        let listed = self.words.get(word).copied().unwrap_or(0);
        if listed != 0 {
            let weight = short * f64::from(times) * ratio(listed);
            for index in bits(listed) {
                counts.hits[index] += times;
                counts.weights[index] += weight;
            }
        }
        if !word.is_ascii() {
            for languages in word.chars().filter_map(|c| self.letters.get(&c)) {
                let weight = LETTER * f64::from(times) * ratio(*languages);
                bits(*languages).for_each(|index| counts.weights[index] += weight);
            }
        }
        listed
    }
}

/// Languages whose words are nearly all the same are told apart by the few that are not (setting `language.only` of
/// both files): every other word on the list of one is taken for a word of both, since what a list leaves out says
/// how long the list is and nothing of the language.
fn tell_kin_apart(codes: &[&'static str], words: &mut FxHashMap<&'static str, Languages>) {
    let only = |index: usize| setting(codes[index], "language.only").split_whitespace();
    let kin = codes.iter().enumerate().filter_map(|(index, code)| {
        let like = setting(code, "language.like");
        let other = codes.iter().position(|c| *c == like)?;
        (only(index).next().is_some() && only(other).next().is_some()).then_some([index, other])
    });
    for [one, other] in kin {
        let both: Languages = 1 << one | 1 << other;
        words.values_mut().filter(|languages| **languages & both != 0).for_each(|languages| *languages |= both);
        for (own, not) in [(one, other), (other, one)] {
            for word in only(own) {
                let languages = words.entry(word).or_insert(0);
                *languages = *languages & !(1 << not) | 1 << own;
            }
        }
    }
}

impl Counts {
    /// The log-likelihood that a word gives a language without a list.
    pub const NO_LIST: f64 = MISS;

    /// Begins a new count.
    pub fn clear(&mut self, words: &Words) {
        self.words = 0;
        self.hits.fill(0);
        self.weights.copy_from_slice(&words.priors);
    }

    /// The languages with a hit, one bit each in the order of [`Words::codes`].
    pub fn languages(&self) -> u128 {
        self.hits.iter().enumerate().filter(|(_, hits)| **hits > 0).map(|(index, _)| 1 << index).sum()
    }

    /// Whether a word or a letter of the text belongs to language `index`.
    pub fn knows(&self, index: usize, words: &Words) -> bool {
        self.weights[index] > words.priors[index]
    }

    /// The log-likelihood of language `index` against text in no listed language, its prior (setting
    /// `language.prior`, the logarithm of how much rarer it is than its neighbours) included.
    pub fn log_likelihood(&self, index: usize) -> f64 {
        self.weights[index] + MISS * f64::from(self.words - self.hits[index])
    }
}

fn ratio(languages: Languages) -> f64 {
    (1.0 + RATIO / f64::from(languages.count_ones())).ln()
}

fn bits(mut languages: Languages) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let index = languages.trailing_zeros() as usize;
        (languages != 0).then(|| {
            languages &= languages - 1;
            index
        })
    })
}

/// The words of a text as the lists write them: runs of letters; elided articles stand alone.
pub fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty())
}
