//! The weights of check-worthiness, fitted on the ClaimBuster sentences.
//!
//! Hassan et al., "ClaimBuster: the first-ever end-to-end fact-checking system", VLDB 2017; data: Arslan et al.,
//! ICWSM 2020, Zenodo, CC BY 4.0: sentences of US presidential debates, labelled check-worthy or not.

use crate::{logistic, measure};
use article_analyser::claims::{self, Findings, features::Feature, features::Sign};
use article_analyser::document::Document;
use article_analyser::{entities, quotes, values};
use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Where the weights go.
const WEIGHTS: &str = "src/claims/weights.rs";

/// Strength of the squared penalty: a feature seen a handful of times stays near zero.
const L2: f64 = 4.0;

/// The share of check-worthy sentences that the scores are calibrated to. A third is what political speech and
/// comment show where people labelled them (CheckThat 2024 English 34 %, Dutch 40 %, GermEval 2021 34 %); the
/// training text has a quarter, other news less.
const BASE_RATE: f64 = 1.0 / 3.0;

/// Every so many debates one is held out.
const HELD_OUT: usize = 5;

struct Row {
    label: bool,
    debate: String,
    features: Vec<u32>,
}

/// Fits and writes the weights, or only measures.
pub fn run(corpora: &Path, held_out: bool) -> Result<(), Box<dyn Error>> {
    let rows = read(&corpora.join("claims/claimbuster.en.train.tsv"))?;
    let debates: BTreeSet<&str> = rows.iter().map(|r| r.debate.as_str()).collect();
    let held: BTreeSet<&str> = debates.into_iter().skip(HELD_OUT / 2).step_by(HELD_OUT).collect();
    let (test, train): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|r| held.contains(r.debate.as_str()));
    let (bias, weights) = fit(&train);
    let scored: Vec<(f64, bool)> = test.iter().map(|r| (score(r, bias, &weights), r.label)).collect();
    let (ap, f1) = (measure::average_precision(&scored), measure::f1(&scored, 0.5));
    println!("held out {} sentences of {} debates: AP {ap:.3}, F1 {f1:.3}", test.len(), held.len());
    let (bias, weights) = fit(&rows.iter().collect::<Vec<_>>());
    for (feature, weight) in Feature::ALL.iter().zip(&weights) {
        let seen: Vec<&Row> = rows.iter().filter(|r| r.features.contains(&(*feature as u32))).collect();
        let rate = seen.iter().filter(|r| r.label).count() as f64 / seen.len().max(1) as f64;
        println!("{:28} {weight:+.2}   seen {:5}, {:2.0} % of them positive", feature.rule(), seen.len(), rate * 100.0);
    }
    if !held_out {
        fs::write(WEIGHTS, file(bias, &weights, rows.len(), ap, f1))?;
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
        rows.push(Row { label: label == "1", debate, features: features(sentence, language) });
    }
    Ok(rows)
}

/// What the longest sentence of `text` shows, through the analyser's own stages.
fn features(text: &str, language: &str) -> Vec<u32> {
    let document = Document::read(text, Some(language));
    let entities = entities::find(&document);
    let identifiers = entities::identifiers(&entities);
    let (figures, times) = values::find(&document.reading, document.ranges(), document.published, &identifiers);
    let quotes = quotes::find(&document, &entities);
    let findings = Findings { entities: &entities, figures: &figures, times: &times, quotes: &quotes };
    let shown = claims::evidence(&document, findings);
    let longest = document.sentences.iter().zip(shown).max_by_key(|(s, _)| s.tokens.len());
    longest.map_or(Vec::new(), |(_, evidence)| evidence.iter().map(|e| e.feature as u32).collect())
}

/// The bias, shifted from the base rate of `rows` to [`BASE_RATE`], and the weights, in hundredths.
fn fit(rows: &[&Row]) -> (f64, Vec<f64>) {
    let features: Vec<Vec<u32>> = rows.iter().map(|r| r.features.clone()).collect();
    let labels: Vec<bool> = rows.iter().map(|r| r.label).collect();
    let bounds: Vec<(f64, f64)> = Feature::ALL.iter().map(|f| bounds(f.sign())).collect();
    let offsets = vec![0.0; rows.len()];
    let problem =
        logistic::Problem { rows: &features, labels: &labels, offsets: &offsets, bounds: &bounds, l2: L2, l1: 0.0 };
    let (bias, weights) = logistic::fit(&problem);
    let rate = labels.iter().filter(|l| **l).count() as f64 / labels.len().max(1) as f64;
    let shift = libm::log(BASE_RATE / (1.0 - BASE_RATE)) - libm::log(rate / (1.0 - rate));
    let rounded = |x: f64| (x * 100.0).round() / 100.0 + 0.0;
    (rounded(bias + shift), weights.into_iter().map(rounded).collect())
}

fn bounds(sign: Sign) -> (f64, f64) {
    match sign {
        Sign::More => (0.0, f64::MAX),
        Sign::Less => (f64::MIN, 0.0),
        Sign::Either => (f64::MIN, f64::MAX),
    }
}

fn score(row: &Row, bias: f64, weights: &[f64]) -> f64 {
    claims::score::logistic(bias + row.features.iter().map(|f| weights[*f as usize]).sum::<f64>())
}

fn file(bias: f64, weights: &[f64], rows: usize, ap: f64, f1: f64) -> String {
    let mut file = format!(
        "//! The weights of check-worthiness, in logits. Generated by `training claims`; do not edit.
//!
//! Fitted on {rows} sentences of US presidential debates (ClaimBuster, Arslan et al. 2020, CC BY 4.0), within the
//! sign that each feature's name promises, and shifted to a base rate of one in three. With a fifth of the
//! debates held out: average precision {ap:.3}, F1 {f1:.3}.

/// The weight of the bias, which every claim has.
pub const BIAS: f64 = {bias:?};

/// The rule and the weight of each feature, in the order of `Feature`.
pub static WEIGHTS: &[(&str, f64)] = &[
"
    );
    for (feature, weight) in Feature::ALL.iter().zip(weights) {
        let _ = writeln!(file, "    ({:?}, {weight:?}),", feature.rule());
    }
    file.push_str("];\n");
    file
}
