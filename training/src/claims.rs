//! The weights of check-worthiness, fitted on the ClaimBuster sentences.
//!
//! Hassan et al., "ClaimBuster: the first-ever end-to-end fact-checking system", VLDB 2017; data: Arslan et al.,
//! ICWSM 2020, Zenodo, CC BY 4.0: sentences of US presidential debates, labelled check-worthy or not.
//!
//! In two steps, so that what holds in every language does not lean on English words: first the features alone,
//! then, with these as they are, a short list of English words and pairs of words.

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

/// Where the weights of English terms go, words and pairs of words.
const WORDING: &str = "src/claims/wording.eng.tsv";

/// A feature that weighs less is no reason worth showing.
const LEAST: f64 = 0.1;

/// Strength of the squared penalty on features: one seen a handful of times stays near zero.
const L2: f64 = 4.0;

/// The same for names, which are found less surely outside of edited English than cues and figures are.
const NAME_L2: f64 = 400.0;

/// The same for terms, and of the absolute penalty, which keeps the list short. Measured with a fifth of the debates
/// held out: no list AP .698 and F1 .641, 840 words .735 and .665, 1,560 words .738 and .669; words and pairs in steps of
/// a tenth, with this penalty .736 and .675, with one of 1.5, half as many terms again, .739 and .678.
const TERM_L2: f64 = 2.0;
const TERM_L1: f64 = 2.4;

/// Rarer terms are not learnt from.
const TERM_ROWS: usize = 5;

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
    /// The words in order, and whether each is written in lower case.
    words: Vec<(String, bool)>,
}

impl Row {
    /// The different words and pairs of words that follow one another.
    fn terms(&self) -> BTreeSet<String> {
        let words = self.words.iter().map(|(word, _)| word.clone());
        let pairs = self.words.windows(2).map(|pair| format!("{} {}", pair[0].0, pair[1].0));
        words.chain(pairs).collect()
    }
}

/// What is fitted: the bias, the weight of each feature, and of each term in the list, in tenths.
struct Fit {
    bias: f64,
    features: Vec<f64>,
    terms: BTreeMap<String, i32>,
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
    let bare = Fit { terms: BTreeMap::new(), ..fitted };
    println!("without the list of terms: {}", measure(&test, &bare));
    let all = fit(&rows.iter().collect::<Vec<_>>());
    for (feature, weight) in Feature::ALL.iter().zip(&all.features) {
        let seen: Vec<&Row> = rows.iter().filter(|r| r.features.contains(&(*feature as u32))).collect();
        let rate = seen.iter().filter(|r| r.label).count() as f64 / seen.len().max(1) as f64;
        println!("{:28} {weight:+.2}   seen {:5}, {:2.0} % of them positive", feature.rule(), seen.len(), rate * 100.0);
    }
    println!("{} terms", all.terms.len());
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
fn shown(text: &str, language: &str) -> (Vec<u32>, Vec<(String, bool)>) {
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
    let words = sentence.tokens.clone().filter(|i| reading.kind(*i) == TokenKind::Word).map(|index| {
        let word = reading.word(index);
        (wording::key(word), word.chars().next().is_some_and(char::is_lowercase))
    });
    let words = words.filter(|(key, _)| !key.is_empty()).collect();
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
    let terms = terms(rows, labels_, &offsets);
    let rate = labels.iter().filter(|l| **l).count() as f64 / labels.len().max(1) as f64;
    let bias = hundredths(bias + claims::score::logit(BASE_RATE) - claims::score::logit(rate));
    Fit { bias, features: weights, terms }
}

/// The weights of terms beside the features, whose sums are `offsets`. Words that are mostly capitalised are names
/// and are left out, alone and in pairs: who is spoken of is no reason.
fn terms(rows: &[&Row], labels: &[bool], offsets: &[f64]) -> BTreeMap<String, i32> {
    let mut written: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for row in rows {
        let lower: BTreeSet<&str> =
            row.words.iter().filter(|(_, lower)| *lower).map(|(word, _)| word.as_str()).collect();
        for word in row.words.iter().map(|(word, _)| word.as_str()).collect::<BTreeSet<_>>() {
            let count = written.entry(word).or_default();
            *count = (count.0 + 1, count.1 + usize::from(lower.contains(word)));
        }
    }
    let common = |word: &str| written.get(word).is_some_and(|(all, lower)| lower * 2 >= *all);
    let shown: Vec<BTreeSet<String>> = rows.iter().map(|row| row.terms()).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    shown.iter().flatten().for_each(|term| *counts.entry(term).or_default() += 1);
    counts.retain(|term, rows| *rows >= TERM_ROWS && term.split(' ').all(common));
    let index: BTreeMap<&str, u32> = counts.keys().enumerate().map(|(i, term)| (*term, i as u32)).collect();
    let known = |terms: &BTreeSet<String>| terms.iter().filter_map(|term| index.get(term.as_str()).copied()).collect();
    let rows: Vec<Vec<u32>> = shown.iter().map(known).collect();
    let bounds = vec![(f64::MIN, f64::MAX); index.len()];
    let l2 = &vec![TERM_L2; index.len()];
    let problem = logistic::Problem { rows: &rows, labels, offsets, bias: false, bounds: &bounds, l2, l1: TERM_L1 };
    let weights = logistic::fit(&problem).1.into_iter().map(|weight| (weight * 10.0).round() as i32);
    let listed = index.keys().zip(weights).filter(|(_, weight)| *weight != 0);
    listed.map(|(term, weight)| (term.to_string(), weight)).collect()
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
        let terms: i32 = row.terms().iter().filter_map(|term| fit.terms.get(term)).sum();
        claims::score::logistic(fit.bias + features + f64::from(terms) / 10.0)
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
//! held out, together with the list of terms: {measured}.

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
        "# What English words, and two in a row, add to check-worthiness: a weight in logits and its terms a line. Generated
# by `training claims`; do not edit. Fitted on the ClaimBuster sentences (Arslan et al. 2020, CC BY 4.0).
",
    );
    let mut lines: BTreeMap<i32, Vec<&str>> = BTreeMap::new();
    fit.terms.iter().for_each(|(term, weight)| lines.entry(*weight).or_default().push(term));
    for (weight, terms) in lines {
        let _ = writeln!(file, "{:?}\t{}", f64::from(weight) / 10.0, terms.join("\t"));
    }
    file
}
