//! The names tagger: corpora in, weights out.

pub mod corpora;
pub mod crf;
pub mod evaluate;

use article_analyser::entities::features::Votes;
use article_analyser::entities::model::Model;
use corpora::Corpus;
use crf::{Crf, Example, Settings};
use evaluate::Count;
use std::path::Path;

/// What is learnt with; the model card says what each was chosen by.
pub const SETTINGS: Settings = Settings { alpha: 0.1, beta: 1.0, l1: 5.0, l2: 0.0, passes: 5, seed: 17 };

/// Passes of the two taggers that vote on each other's half.
const HALF_PASSES: usize = 2;

/// Learns the weights from the training files under `corpora`.
pub fn train(corpora: &Path, settings: &Settings) -> std::io::Result<Vec<u8>> {
    let training = corpora::read_all(corpora, &["train.conll", "train2.conll"])?;
    let documents: Vec<(&Corpus, &corpora::Document)> =
        training.iter().flat_map(|c| c.documents.iter().map(move |d| (c, d))).collect();
    let example = |(corpus, document): &(&Corpus, &corpora::Document)| {
        let (view, labels) = corpora::labelled(document, &corpus.language);
        Example { view, labels, votes: None }
    };
    let mut examples: Vec<Example> = documents.iter().map(example).collect();
    let tokens: usize = examples.iter().map(|e| e.view.words.len()).sum();
    eprintln!("{} documents, {tokens} tokens", examples.len());
    // The votes to learn from must be as faulty as those in use, so each half is tagged by the other half's tagger.
    let mut votes = Vec::new();
    for half in 0..2 {
        let mut crf = Crf::new(Settings { passes: HALF_PASSES, ..settings.clone() });
        let others: Vec<Example> = documents.iter().skip(1 - half).step_by(2).map(example).collect();
        crf.train(&others);
        for index in (half..examples.len()).step_by(2) {
            let view = &examples[index].view;
            votes.push((index, Votes::new(view, &crf.tag(view, None))));
        }
    }
    votes.into_iter().for_each(|(index, votes)| examples[index].votes = Some(votes));
    let mut crf = Crf::new(settings.clone());
    crf.train(&examples);
    let (rows, transitions) = crf.weights();
    Ok(Model::write(&rows, &transitions))
}

/// Prints precision, recall and F1 of the weights for every held-out file under `corpora`.
pub fn evaluate(corpora: &Path, weights: &[u8], files: &[&str]) -> Result<(), Box<dyn std::error::Error>> {
    let model = Model::read(weights)?;
    let held_out = corpora::read_all(corpora, files)?;
    println!("| corpus | first pass F1 | F1 | P | R | PER | ORG | LOC |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
    let mut sum = 0.0;
    for corpus in &held_out {
        let (mut first, mut second) = ([Count::default(); 4], [Count::default(); 4]);
        for document in &corpus.documents {
            let (view, _) = corpora::labelled(document, &corpus.language);
            let labels = model.tag(&view, None);
            evaluate::count(&evaluate::names(&view, &labels), &document.names, &mut first);
            let labels = model.tag(&view, Some(&Votes::new(&view, &labels)));
            evaluate::count(&evaluate::names(&view, &labels), &document.names, &mut second);
        }
        let [all, per, org, loc] = second;
        sum += all.f1();
        println!(
            "| {} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |",
            corpus.name, first[0].f1(), all.f1(), all.precision(), all.recall(), per.f1(), org.f1(), loc.f1()
        );
    }
    println!("mean F1 {:.2}", sum / held_out.len().max(1) as f64);
    Ok(())
}
