//! The names tagger: corpora in, weights out.

mod average;
mod calibration;
mod corpora;
mod crf;
mod evaluate;
mod lists;
mod quirks;
mod vocabulary;

use article_analyser::entities::features::{all_vote_features, features, vote_features};
use article_analyser::entities::gazetteer::Gazetteer;
use article_analyser::entities::model::{Model, Weights};
use article_analyser::entities::tagger;
use article_analyser::entities::view::View;
use corpora::Corpus;
use crf::{Crf, Example, Settings};
use std::path::Path;
use vocabulary::Vocabulary;

/// What is learnt with. The model card says what was tried.
const SETTINGS: Settings = Settings { alpha: 0.1, beta: 1.0, l1: 6.0, l2: 0.0, passes: 6, seed: 17 };
/// The orders in which the examples are learnt from; the weights are the mean of those of all orders.
const SEEDS: [u64; 2] = [17, 1017];
/// Passes of the two taggers that vote on each other's half.
const HALF_PASSES: usize = 2;
/// Every so many documents one is held out, to measure without the development files.
const FIFTH: usize = 5;
/// Corpora that are held out as a whole to see what texts of another kind get.
const WHOLE: [&str; 5] =
    ["en/wikigold", "en/uner_english_ewt", "de/germeval2014", "id/nergrit_indonlu", "pt/uner_portuguese_bosque"];
/// Corpora that are learnt from more often than once: the small ones of news and encyclopaedias, which the large ones
/// would drown.
const TIMES: [(&str, usize); 6] = [
    ("id/idner", 4),
    ("id/nergrit", 3),
    ("en/uner_english_ewt", 3),
    ("en/wikigold", 2),
    ("de/germeval2014", 2),
    ("pt/uner_portuguese_bosque", 2),
];
/// Where the weights lie, from the root of the repository.
const WEIGHTS: &str = "src/entities/names.bin";
const TRAINING: [&str; 2] = ["train.conll", "train2.conll"];
const DEVELOPMENT: [&str; 1] = ["dev.conll"];

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Fits the weights, writes them and measures them.
pub fn train(folder: &Path) -> Outcome<()> {
    let gazetteer = lists::read(folder)?;
    let (training, development) = read(folder, &gazetteer)?;
    let weights = fit(&training, &development, gazetteer);
    let bytes = weights.write();
    std::fs::write(WEIGHTS, &bytes)?;
    println!("{WEIGHTS}: {} bytes, {} rows", bytes.len(), weights.rows.len());
    evaluate::print(&Model::read(&bytes)?, &development);
    Ok(())
}

/// Measures the weights that are there on the development files.
pub fn evaluate(folder: &Path) -> Outcome<()> {
    let development = corpora::read_all(folder, &DEVELOPMENT, &lists::read(folder)?)?;
    evaluate::print(&Model::read(&std::fs::read(WEIGHTS)?)?, &development);
    Ok(())
}

/// Fits without every fifth document and measures on these; then, for each of some corpora, without it and measures
/// on it: the first is what texts of the same kind will get, the second what those of another kind will. Writes
/// nothing.
pub fn held_out(folder: &Path) -> Outcome<()> {
    let gazetteer = || lists::read(folder);
    let (training, development) = read(folder, &gazetteer()?)?;
    let (rest, fifth): (Vec<Corpus>, Vec<Corpus>) = training.iter().map(split).unzip();
    println!("Every fifth document held out:");
    evaluate::print(&Model::read(&fit(&rest, &development, gazetteer()?).write())?, &fifth);
    let (held, rest): (Vec<Corpus>, Vec<Corpus>) =
        training.into_iter().partition(|c| WHOLE.iter().any(|whole| c.name.contains(whole)));
    println!("Corpora held out as a whole:");
    evaluate::print(&Model::read(&fit(&rest, &development, gazetteer()?).write())?, &held);
    Ok(())
}

fn read(folder: &Path, gazetteer: &Gazetteer) -> Outcome<(Vec<Corpus>, Vec<Corpus>)> {
    let development = corpora::read_all(folder, &DEVELOPMENT, gazetteer)?;
    let mut training = corpora::read_all(folder, &TRAINING, gazetteer)?;
    let dropped = corpora::deduplicate(&mut training, &development);
    eprintln!("{dropped} sentences left out that stand elsewhere, too");
    Ok((training, development))
}

/// A corpus without every fifth document, and these.
fn split(corpus: &Corpus) -> (Corpus, Corpus) {
    let (mut rest, mut fifth) = (Vec::new(), Vec::new());
    for (index, document) in corpus.documents.iter().enumerate() {
        if index % FIFTH == FIFTH - 1 { fifth.push(document.clone()) } else { rest.push(document.clone()) }
    }
    let of = |documents| Corpus { name: corpus.name.clone(), language: corpus.language.clone(), documents };
    (of(rest), of(fifth))
}

/// A document with its sentences as examples.
struct Lesson {
    view: View,
    sentences: Vec<Example>,
    /// How often it is learnt from in a pass.
    times: usize,
}

fn fit(training: &[Corpus], development: &[Corpus], gazetteer: Gazetteer) -> Weights {
    let documents = training.iter().flat_map(|c| c.documents.iter().map(move |d| (c, d)));
    let labelled = documents.map(|(corpus, document)| {
        let (view, labels) = corpora::labelled(document, &corpus.language, &gazetteer);
        (view, labels, times(&corpus.name))
    });
    let labelled: Vec<(View, Vec<u8>, usize)> = labelled.collect();
    let views = labelled.iter().map(|(view, _, _)| view);
    let vocabulary = Vocabulary::new(views, &all_vote_features());
    let lesson = |(view, labels, times): (View, Vec<u8>, usize)| {
        let sentences = (0..view.sentences.len()).map(|s| example(&view, &labels, s, &vocabulary)).collect();
        Lesson { view, sentences, times }
    };
    let mut lessons: Vec<Lesson> = labelled.into_iter().map(lesson).collect();
    let pieces: usize = lessons.iter().map(|l| l.view.words.len()).sum();
    eprintln!("{} documents, {pieces} pieces, {} features", lessons.len(), vocabulary.len());
    let learn = |lessons: &mut dyn Iterator<Item = &Lesson>, settings: Settings| {
        let mut crf = Crf::new(settings, vocabulary.len());
        let often = lessons.flat_map(|lesson| std::iter::repeat_n(lesson, lesson.times));
        crf.train(&often.flat_map(|lesson| &lesson.sentences).collect::<Vec<_>>());
        crf.weights(&vocabulary)
    };
    let mut weights = Weights { gazetteer, ..Weights::default() };
    // The votes to learn from must be as faulty as those in use, so each half is tagged by the other half's tagger.
    let halves = Settings { passes: HALF_PASSES, ..SETTINGS };
    let models = [0, 1].map(|half| {
        (weights.rows, weights.transitions) = learn(&mut lessons.iter().skip(1 - half).step_by(2), halves.clone());
        Model::read(&weights.write()).expect("the weights were just written")
    });
    for (index, lesson) in lessons.iter_mut().enumerate() {
        let votes = tagger::tag(&models[index % 2], &lesson.view).votes;
        for (sentence, example) in lesson.sentences.iter_mut().enumerate() {
            let of =
                |index| numbers(&vocabulary, |f| vote_features(&lesson.view, sentence, index, &votes, |_, h| f(h)));
            example.votes = (0..example.labels.len()).map(of).collect();
        }
    }
    let fits = SEEDS.map(|seed| learn(&mut lessons.iter(), Settings { seed, ..SETTINGS }));
    (weights.rows, weights.transitions) = average::mean(&fits);
    weights.calibration = calibration::fit(&weights, development);
    weights
}

fn times(corpus: &str) -> usize {
    TIMES.iter().find(|(name, _)| corpus.contains(name)).map_or(1, |(_, times)| *times)
}

fn numbers(vocabulary: &Vocabulary, each: impl FnOnce(&mut dyn FnMut(u32))) -> Vec<u32> {
    let mut numbers = Vec::new();
    each(&mut |feature| numbers.extend(vocabulary.number(feature)));
    numbers
}

fn example(view: &View, labels: &[u8], sentence: usize, vocabulary: &Vocabulary) -> Example {
    let pieces = view.sentences[sentence].clone();
    let mut example = Example { labels: labels[pieces.clone()].to_vec(), ..Example::default() };
    for index in 0..pieces.len() {
        features(view, sentence, index, |_, feature| {
            example.features.extend(vocabulary.number(feature));
        });
        example.ends.push(example.features.len() as u32);
    }
    example
}
