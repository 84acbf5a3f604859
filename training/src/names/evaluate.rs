//! Exact-span, exact-kind precision, recall and F1, by corpus and kind.

use super::calibration::{self, Judged};
use super::corpora::{self, Corpus, KINDS};
use article_analyser::entities::model::Model;
use article_analyser::entities::tagger;

/// Counts for one kind or all.
#[derive(Debug, Default, Clone, Copy)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.gold.max(1) as f64
    }

    fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

/// Prints a line a corpus, their mean, and how far confidences can be trusted: on every other document, which the
/// calibration has not seen.
pub fn print(model: &Model, corpora: &[Corpus]) {
    println!("| corpus | F1 | P | R | PER | ORG | LOC |\n| --- | --- | --- | --- | --- | --- | --- |");
    let (mut sum, mut mentions) = (0.0, Vec::new());
    for corpus in corpora {
        let [all, per, org, loc] = counts(model, corpus, &mut mentions);
        sum += all.f1();
        let [per, org, loc] = [per, org, loc].map(Count::f1);
        let Corpus { name, .. } = corpus;
        let (f1, p, r) = (all.f1(), all.precision(), all.recall());
        println!("| {name} | {f1:.1} | {p:.1} | {r:.1} | {per:.1} | {org:.1} | {loc:.1} |");
    }
    println!("mean F1 {:.2}", sum / corpora.len().max(1) as f64);
    let (tenths, error) = calibration::reliability(&mentions);
    println!("expected calibration error {error:.3}; mentions, mean confidence and share right by tenth:");
    for (count, sure, right) in tenths {
        println!("  {count:6} {sure:.2} {right:.2}");
    }
}

/// Counts for all kinds, then for each; adds the mentions of every other document to `mentions`.
fn counts(model: &Model, corpus: &Corpus, mentions: &mut Vec<Judged>) -> [Count; 1 + KINDS.len()] {
    let mut counts = [Count::default(); 1 + KINDS.len()];
    for (index, document) in corpus.documents.iter().enumerate() {
        let (view, _) = corpora::labelled(document, &corpus.language, &model.gazetteer);
        for name in tagger::tag(model, &view).names {
            let right = document.names.contains(&(view.span(&name.pieces), name.kind));
            for i in [0, name.kind + 1] {
                counts[i].found += 1;
                counts[i].right += usize::from(right);
            }
            if index % 2 == 1 {
                mentions.push((model.calibrated(name.probability), right));
            }
        }
        for (_, kind) in &document.names {
            counts[0].gold += 1;
            counts[kind + 1].gold += 1;
        }
    }
    counts
}
