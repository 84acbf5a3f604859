//! The weights of check-worthiness, fitted on the ClaimBuster sentences.
//!
//! Hassan et al., "ClaimBuster: the first-ever end-to-end fact-checking system", VLDB 2017; data: Arslan et al.,
//! ICWSM 2020, Zenodo, CC BY 4.0: sentences of US presidential debates, labelled check-worthy or not.
//!
//! In two steps, so that what holds in every language does not lean on English words: first the features alone,
//! then, with these as they are, a short list of English words.

use crate::{logistic, measure};
use article_analyser::claims::{self, Findings, features::Feature, features::Sign, wording};
use article_analyser::document::Document;
use article_analyser::text::TokenKind;
use article_analyser::{entities, quotes, values};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Where the weights of the features go.
const WEIGHTS: &str = "src/claims/weights.rs";

/// Where the weights of English words go.
const WORDING: &str = "src/claims/wording.eng.tsv";

/// A feature that weighs less is no reason worth showing.
const LEAST: f64 = 0.1;

/// Strength of the squared penalty on features: one seen a handful of times stays near zero.
const L2: f64 = 4.0;

/// The same for names, which are found less surely outside of edited English than cues and figures are.
const NAME_L2: f64 = 400.0;

/// The same for words, and of the absolute penalty, which keeps the list short. Measured with a fifth of the
/// debates held out: no list AP .69, a list of 350 words .715, of 700 words .725, all 4,000 words .735, pairs of
/// words beside them .74.
const WORD_L2: f64 = 2.0;
const WORD_L1: f64 = 2.0;

/// Rarer words are not learnt from.
const WORD_ROWS: usize = 5;

/// The share of check-worthy sentences that the scores are calibrated to: between the training text's quarter and
/// the half at which a reader is indifferent, as in the sets that people labelled for it (CheckThat 2024 English
/// 34 %, Dutch 40 %, GermEval 2021 34 %). Of plain news less is check-worthy.
const BASE_RATE: f64 = 0.4;

/// Every so many debates one is held out.
const HELD_OUT: usize = 5;

struct Row {
    label: bool,
    debate: String,
    features: Vec<u32>,
    /// The different words, and whether each is written in lower case.
    words: BTreeMap<String, bool>,
}

/// What is fitted: the bias, the weight of each feature, and of each word in the list.
struct Fit {
    bias: f64,
    features: Vec<f64>,
    words: BTreeMap<String, f64>,
}

/// Fits and writes the weights, or only measures.
pub fn run(corpora: &Path, held_out: bool) -> Result<(), Box<dyn Error>> {
    let rows = read(&corpora.join("claims/claimbuster.en.train.tsv"))?;
    let debates: BTreeSet<&str> = rows.iter().map(|r| r.debate.as_str()).collect();
    let held: BTreeSet<&str> = debates.into_iter().skip(HELD_OUT / 2).step_by(HELD_OUT).collect();
    let (test, train): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|r| held.contains(r.debate.as_str()));
    let fitted = fit(&train);
    let measured = measure(&test, &fitted);
    println!("held out, {} sentences of {} debates: {measured}", test.len(), held.len());
    let bare = Fit { words: BTreeMap::new(), ..fitted };
    println!("without the list of words: {}", measure(&test, &bare));
    let all = fit(&rows.iter().collect::<Vec<_>>());
    for (feature, weight) in Feature::ALL.iter().zip(&all.features) {
        let seen: Vec<&Row> = rows.iter().filter(|r| r.features.contains(&(*feature as u32))).collect();
        let rate = seen.iter().filter(|r| r.label).count() as f64 / seen.len().max(1) as f64;
        println!("{:28} {weight:+.2}   seen {:5}, {:2.0} % of them positive", feature.rule(), seen.len(), rate * 100.0);
    }
    println!("{} words", all.words.len());
    if !held_out {
        fs::write(WEIGHTS, weights_file(&all, rows.len(), &measured))?;
        fs::write(WORDING, wording_file(&all))?;
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<Row>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let mut columns = line.split('\t');
        let (Some(label), Some(language), Some(place), Some(sentence)) =
            (columns.next(), columns.next(), columns.next(), columns.next())
        else {
            return Err(format!("{}: line {}: not four columns", path.display(), number + 1).into());
        };
        let debate = place.split('#').next().unwrap_or(place).to_string();
        let (features, words) = shown(sentence, language);
        rows.push(Row { label: label == "1", debate, features, words });
    }
    Ok(rows)
}

/// What the longest sentence of `text` shows, through the analyser's own stages, and its words.
fn shown(text: &str, language: &str) -> (Vec<u32>, BTreeMap<String, bool>) {
    let document = Document::read(text, Some(language));
    let entities = entities::find(&document);
    let identifiers = entities::identifiers(&entities);
    let (figures, times) = values::find(&document.reading, document.ranges(), document.published, &identifiers);
    let quotes = quotes::find(&document, &entities);
    let findings = Findings { entities: &entities, figures: &figures, times: &times, quotes: &quotes };
    let shown = claims::evidence(&document, findings);
    let Some((sentence, evidence)) = document.sentences.iter().zip(shown).max_by_key(|(s, _)| s.tokens.len()) else {
        return Default::default();
    };
    let reading = &document.reading;
    let mut words = BTreeMap::new();
    for index in sentence.tokens.clone().filter(|i| reading.kind(*i) == TokenKind::Word) {
        let word = reading.word(index);
        let lower = word.chars().next().is_some_and(char::is_lowercase);
        *words.entry(wording::key(word)).or_default() |= lower;
    }
    words.remove("");
    (evidence.iter().map(|e| e.feature as u32).collect(), words)
}

fn fit(rows: &[&Row]) -> Fit {
    let labels: Vec<bool> = rows.iter().map(|r| r.label).collect();
    let features: Vec<Vec<u32>> = rows.iter().map(|r| r.features.clone()).collect();
    let bounds: Vec<(f64, f64)> = Feature::ALL.iter().map(|f| bounds(f.sign())).collect();
    let penalties: Vec<f64> = Feature::ALL.iter().map(|f| penalty(*f)).collect();
    let offsets = vec![0.0; rows.len()];
    let (rows_, labels_) = (&features[..], &labels[..]);
    let problem = logistic::Problem {
        rows: rows_,
        labels: labels_,
        offsets: &offsets,
        bias: true,
        bounds: &bounds,
        l2: &penalties,
        l1: 0.0,
    };
    let (bias, weights) = logistic::fit(&problem);
    let weights: Vec<f64> = weights.into_iter().map(|w| if w.abs() < LEAST { 0.0 } else { hundredths(w) }).collect();
    let offsets: Vec<f64> =
        rows.iter().map(|r| bias + r.features.iter().map(|f| weights[*f as usize]).sum::<f64>()).collect();
    let words = words(rows, labels_, &offsets);
    let rate = labels.iter().filter(|l| **l).count() as f64 / labels.len().max(1) as f64;
    let bias = hundredths(bias + claims::score::logit(BASE_RATE) - claims::score::logit(rate));
    Fit { bias, features: weights, words }
}

/// The weights of words beside the features, whose sums are `offsets`. Words that are mostly capitalised are names
/// and are left out: who is spoken of is no reason.
fn words(rows: &[&Row], labels: &[bool], offsets: &[f64]) -> BTreeMap<String, f64> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (word, lower) in rows.iter().flat_map(|r| &r.words) {
        let count = counts.entry(word).or_default();
        *count = (count.0 + 1, count.1 + usize::from(*lower));
    }
    counts.retain(|_, (all, lower)| *all >= WORD_ROWS && *lower * 2 >= *all);
    let index: BTreeMap<&str, u32> = counts.keys().enumerate().map(|(i, w)| (*w, i as u32)).collect();
    let known = |row: &&Row| row.words.keys().filter_map(|w| index.get(w.as_str()).copied()).collect();
    let rows: Vec<Vec<u32>> = rows.iter().map(known).collect();
    let bounds = vec![(f64::MIN, f64::MAX); index.len()];
    let l2 = &vec![WORD_L2; index.len()];
    let problem = logistic::Problem { rows: &rows, labels, offsets, bias: false, bounds: &bounds, l2, l1: WORD_L1 };
    let weights = logistic::fit(&problem).1.into_iter().map(hundredths);
    let listed = index.keys().zip(weights).filter(|(_, weight)| *weight != 0.0);
    listed.map(|(word, weight)| (word.to_string(), weight)).collect()
}

fn hundredths(x: f64) -> f64 {
    (x * 100.0).round() / 100.0 + 0.0
}

fn penalty(feature: Feature) -> f64 {
    let name = matches!(feature, Feature::Person | Feature::Organisation | Feature::Place);
    if name { NAME_L2 } else { L2 }
}

fn bounds(sign: Sign) -> (f64, f64) {
    match sign {
        Sign::More => (0.0, f64::MAX),
        Sign::Less => (f64::MIN, 0.0),
        Sign::Either => (f64::MIN, f64::MAX),
        Sign::None => (0.0, 0.0),
    }
}

fn measure(rows: &[&Row], fit: &Fit) -> String {
    let score = |row: &Row| {
        let features: f64 = row.features.iter().map(|f| fit.features[*f as usize]).sum();
        let words: f64 = row.words.keys().filter_map(|w| fit.words.get(w)).sum();
        claims::score::logistic(fit.bias + features + words)
    };
    let scored: Vec<(f64, bool)> = rows.iter().map(|r| (score(r), r.label)).collect();
    format!("average precision {:.3}, F1 {:.3}", measure::average_precision(&scored), measure::f1(&scored, 0.5))
}

fn weights_file(fit: &Fit, rows: usize, measured: &str) -> String {
    let mut file = format!(
        "//! The weights of check-worthiness, in logits. Generated by `training claims`; do not edit.
//!
//! Fitted on {rows} sentences of US presidential debates (ClaimBuster, Arslan et al. 2020, CC BY 4.0), within the
//! sign that each feature's name promises, and shifted to a base rate of {BASE_RATE}. With a fifth of the debates
//! held out, together with the list of words: {measured}.

/// The weight of the bias, which every claim has.
pub const BIAS: f64 = {:?};

/// The rule and the weight of each feature, in the order of `Feature`.
pub static WEIGHTS: &[(&str, f64)] = &[
",
        fit.bias
    );
    for (feature, weight) in Feature::ALL.iter().zip(&fit.features) {
        let _ = writeln!(file, "    ({:?}, {weight:?}),", feature.rule());
    }
    file.push_str("];\n");
    file
}

fn wording_file(fit: &Fit) -> String {
    let mut file = String::from(
        "# What single English words add to check-worthiness, in logits. Generated by `training claims`; do not edit.
# Fitted on the ClaimBuster sentences (Arslan et al. 2020, CC BY 4.0).
",
    );
    for (word, weight) in &fit.words {
        let _ = writeln!(file, "{word}\t{weight:?}");
    }
    file
}
