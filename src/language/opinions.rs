//! What trigrams and n-grams say about a piece of text.
//!
//! Enters: text in a script of several languages, or its words. Leaves: languages with log-likelihoods. Knows nothing
//! of lexica or of how opinions are weighed.

use super::ngrams::Models;
use std::borrow::Cow;
use whatlang::dev::{RawLangInfo, raw_detect};

/// whatlang's own measure of a safe distance between the best and the next is 3 / trigrams + 0.015; at that
/// distance it is right about 20 times in 21, so its logarithm is about 3.
const SAFE_DISTANCE: f64 = 3.0;
/// No language is farther from the first opinion than this many safe distances.
const FARTHEST: f64 = 4.0;

/// The first opinion reads so many stretches of so many bytes of a longer piece: its distances are safe long before
/// that, and it costs more than all other evidence together. The words and their n-grams are read to the end.
const SAMPLES: usize = 8;
const STRETCH: usize = 256;

/// What the n-grams of words say, each with how often it occurs; nothing where the script has no model.
pub fn letters(script: &str, words: &[(&str, u32)]) -> Vec<(&'static str, f64)> {
    let Some(model) = Models::load().of(script) else { return Vec::new() };
    let mut steps = vec![0; model.languages.len()];
    words.iter().for_each(|(word, times)| model.add(word, *times as i32, &mut steps));
    model.languages.iter().zip(steps).map(|(code, steps)| (*code, steps as f64 * model.step)).collect()
}

/// whatlang's ranking of a sample of the piece as log-likelihoods, the best at 0.
pub fn first(piece: &str) -> Vec<(&'static str, f64)> {
    let scores = match raw_detect(&sample(piece)).lang_info {
        Some(RawLangInfo::MultiScript(outcome)) => {
            let safe = 3.0 / outcome.trigram_raw_outcome.trigrams_count.max(1) as f64 + 0.015;
            let best = outcome.scores.first().map_or(0.0, |(_, score)| *score);
            let distance = |score: f64| ((best - score) / score.max(1e-9) / safe).clamp(0.0, FARTHEST);
            outcome.scores.into_iter().map(|(lang, score)| (lang, -SAFE_DISTANCE * distance(score))).collect()
        }
        Some(RawLangInfo::OneScript(lang) | RawLangInfo::Mandarin(lang)) => vec![(lang, 0.0)],
        None => Vec::new(),
    };
    scores.into_iter().map(|(lang, log)| (usual(lang.code()), log)).collect()
}

/// Stretches of the piece, evenly spread and each about [`STRETCH`] bytes, or the whole of a short one.
fn sample(piece: &str) -> Cow<'_, str> {
    if piece.len() <= SAMPLES * STRETCH {
        return piece.into();
    }
    let boundary = |at: usize| (at..).find(|at| piece.is_char_boundary(*at)).unwrap_or(piece.len());
    let space = |at: usize| piece[at..boundary(at + STRETCH)].find(char::is_whitespace).map_or(at, |i| at + i);
    let mut sample = String::with_capacity(SAMPLES * 2 * STRETCH);
    for number in 0..SAMPLES {
        let start = space(boundary(number * (piece.len() - STRETCH) / SAMPLES));
        sample.push_str(&piece[start..boundary((start + STRETCH).min(piece.len()))]);
        sample.push(' ');
    }
    sample.into()
}

/// The code that reports use for one of whatlang's.
fn usual(code: &'static str) -> &'static str {
    match code {
        "cmn" => "zho",
        "pes" => "fas",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::codes;
    use super::*;

    #[test]
    fn codes_of_the_first_opinion_are_the_reports() {
        for lang in whatlang::Lang::all() {
            assert_eq!(codes::look_up(lang.code()).code, usual(lang.code()), "{lang:?}");
        }
    }
}
