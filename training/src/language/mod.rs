//! The n-gram model of languages.
//!
//! Enters: letter statistics of 75 languages (lingua's models, Apache-2.0, fetched by cargo) and the Universal
//! Declaration of Human Rights in some 450. Leaves: `src/language/ngrams.bin`, and how often the model alone is
//! right on texts that it has not seen. Knows nothing of the rest of the analyser.

mod classes;
mod fit;
mod pack;
mod samples;
mod sources;
mod statistics;

use article_analyser::language::ngrams::{Models, OTHERS};
use classes::{SCRIPTS, Source};
use samples::{Lines, Sampler, half};
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Where the weights go.
const FILE: &str = "src/language/ngrams.bin";
/// What a step of a weight is worth, in thousandths.
const STEP: u16 = 350;
/// The absolute penalty by number of classes: set by the size of the file.
fn penalty(classes: usize) -> f32 {
    if classes > 20 { 16.0 } else { 6.0 }
}

/// Fits the model; with `held_out` nothing is written.
pub fn run(corpora: &Path, held_out: bool) -> Result<(), Box<dyn Error>> {
    let (models, declaration) = (sources::models()?, samples::declaration(corpora)?);
    let mut scripts = Vec::new();
    for (script, classes) in SCRIPTS {
        let sampler = Sampler::read(script, classes, &models, &declaration)?;
        let rows = fit::fit(&sampler, classes.len(), penalty(classes.len()));
        let codes: Vec<&str> = classes.iter().map(|(code, _)| *code).collect();
        scripts.push((*script, pack::script(&codes, &rows, STEP)));
    }
    let bytes = pack::file(&scripts);
    println!("{} bytes", bytes.len());
    let model = Models::read(bytes.clone().leak()).ok_or("the packed weights cannot be read")?;
    for (script, classes) in SCRIPTS {
        measure(&model, script, classes, &models, &declaration)?;
    }
    if !held_out {
        fs::write(FILE, bytes)?;
    }
    Ok(())
}

/// Prints how many texts of lingua's test sets, and of the lines kept back, the model alone gets right, the
/// average over the classes.
fn measure(
    models: &Models,
    script: &str,
    classes: &[(&str, Source)],
    folders: &BTreeMap<String, PathBuf>,
    declaration: &Lines,
) -> Result<(), Box<dyn Error>> {
    for kind in ["sentences", "word-pairs", "single-words", "declaration"] {
        let mut shares = Vec::new();
        for (code, source) in classes {
            let texts: Vec<String> = match (source, kind) {
                (Source::Declaration(name), "declaration") => half(&declaration[*name], false).cloned().collect(),
                (Source::Chain(name), "sentences" | "word-pairs" | "single-words") => {
                    let file = folders[*name].join(format!("testdata/{kind}.txt"));
                    fs::read_to_string(file)?.lines().map(str::to_string).collect()
                }
                _ => continue,
            };
            let words = texts.iter().map(|text| samples::bounded(text, script)).filter(|words| !words.is_empty());
            let right: Vec<bool> = words.map(|words| best(models, script, &words) == *code).collect();
            shares.push((code, right.iter().filter(|r| **r).count() as f64 / right.len().max(1) as f64 * 100.0));
        }
        let mean = shares.iter().map(|(_, share)| share).sum::<f64>() / shares.len().max(1) as f64;
        let listed: Vec<String> = shares.iter().map(|(code, share)| format!("{code} {share:.0}")).collect();
        println!("{script} {kind}: {mean:.2} ({})", listed.join(", "));
    }
    Ok(())
}

fn best(models: &Models, script: &str, words: &[Vec<char>]) -> &'static str {
    let Some(model) = models.of(script) else { return OTHERS };
    let mut scores = vec![0; model.languages.len()];
    for word in words {
        model.add(&word[1..word.len() - 1].iter().collect::<String>(), 1, &mut scores);
    }
    let best = (0..scores.len()).max_by_key(|i| (scores[*i], std::cmp::Reverse(*i)));
    best.map_or(OTHERS, |i| model.languages[i])
}
