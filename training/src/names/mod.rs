//! The names tagger: corpora in, weights out.

pub mod corpora;
pub mod crf;
pub mod evaluate;

use article_analyser::entities::features::Votes;
use article_analyser::entities::model::Model;
use corpora::{Corpus, Document};
use crf::{Crf, Example, Settings};
use evaluate::Count;
use std::path::Path;

/// What is learnt with. The model card says what was tried.
const SETTINGS: Settings = Settings { alpha: 0.1, beta: 1.0, l1: 10.0, l2: 0.0, passes: 4, seed: 17 };
/// Passes of the two taggers that vote on each other's half.
const HALF_PASSES: usize = 2;
/// Every so many documents one is held out, to measure without the development files.
const FIFTH: usize = 5;
/// Where the weights lie, from the root of the repository.
const WEIGHTS: &str = "src/entities/names.bin";

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Fits the weights and measures them; with `held_out` on a part of the training documents, writing nothing.
pub fn run(corpora: &Path, held_out: bool) -> Outcome<()> {
    let training = corpora::read_all(corpora, &["train.conll", "train2.conll"])?;
    if held_out {
        let (rest, fifth): (Vec<Corpus>, Vec<Corpus>) = training.into_iter().map(split).unzip();
        return measure(&fit(&rest, &SETTINGS), &fifth);
    }
    let weights = fit(&training, &SETTINGS);
    std::fs::write(WEIGHTS, &weights)?;
    println!("{WEIGHTS}: {} bytes", weights.len());
    evaluate(corpora)
}

/// Measures the weights that are there on the development files.
pub fn evaluate(corpora: &Path) -> Outcome<()> {
    measure(&std::fs::read(WEIGHTS)?, &corpora::read_all(corpora, &["dev.conll"])?)
}

/// A corpus without every fifth document, and these.
fn split(corpus: Corpus) -> (Corpus, Corpus) {
    let Corpus { name, language, documents } = corpus;
    let (mut rest, mut fifth) = (Vec::new(), Vec::new());
    for (index, document) in documents.into_iter().enumerate() {
        if index % FIFTH == FIFTH - 1 { fifth.push(document) } else { rest.push(document) }
    }
    let of = |documents| Corpus { name: name.clone(), language: language.clone(), documents };
    (of(rest), of(fifth))
}

fn fit(training: &[Corpus], settings: &Settings) -> Vec<u8> {
    let documents: Vec<(&str, &Document)> =
        training.iter().flat_map(|c| c.documents.iter().map(move |d| (c.language.as_str(), d))).collect();
    let example = |(language, document): &(&str, &Document)| {
        let (view, labels) = corpora::labelled(document, language);
        Example { view, labels, votes: None }
    };
    let mut examples: Vec<Example> = documents.iter().map(example).collect();
    let tokens: usize = examples.iter().map(|e| e.view.words.len()).sum();
    eprintln!("{} documents, {tokens} pieces", examples.len());
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
    Model::write(&rows, &transitions)
}

fn measure(weights: &[u8], corpora: &[Corpus]) -> Outcome<()> {
    let model = Model::read(weights)?;
    println!("| corpus | first pass F1 | F1 | P | R | PER | ORG | LOC |\n| --- | --- | --- | --- | --- | --- | --- | --- |");
    let mut sum = 0.0;
    for corpus in corpora {
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
    println!("mean F1 {:.2}", sum / corpora.len().max(1) as f64);
    Ok(())
}
