//! Fits the weights that the analyser ships, over the analyser's own feature code.
//!
//! Enters: a folder of corpora. Leaves: generated files under `src/`, and what they are worth on held-out parts.
//! The same corpora give the same bytes on every platform.

mod claims;
mod language;
mod logistic;
mod measure;
mod names;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
Fits the weights that article-analyser ships. Run from the root of the repository.

    training train --corpora DIR
    training evaluate --corpora DIR [--held-out]
    training claims|language --corpora DIR [--held-out]

train        fits src/entities/names.bin on DIR/ner/*/*/train*.conll, then measures it
evaluate     measures src/entities/names.bin on DIR/ner/*/*/dev.conll
claims       fits src/claims/weights.rs on DIR/claims/claimbuster.en.train.tsv
language     fits src/language/ngrams.bin on lingua's language models, which cargo fetches, and DIR/language/udhr.tsv
--held-out   only measures, on texts that are not learnt from, and writes nothing
";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("training: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn std::error::Error>> {
    let (mut command, mut corpora, mut held_out) = (None, None, false);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("corpora") => corpora = Some(PathBuf::from(arguments.value()?)),
            lexopt::Arg::Long("held-out") => held_out = true,
            lexopt::Arg::Short('h') | lexopt::Arg::Long("help") => {
                print!("{USAGE}");
                return Ok(());
            }
            lexopt::Arg::Value(value) if command.is_none() => command = Some(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let corpora = corpora.ok_or("--corpora DIR is missing")?;
    match command.as_ref().and_then(|c| c.to_str()) {
        Some("claims") => claims::run(&corpora, held_out),
        Some("train") => names::train(&corpora),
        Some("evaluate") if held_out => names::held_out(&corpora),
        Some("evaluate") => names::evaluate(&corpora),
        Some("language") => language::run(&corpora, held_out),
        _ => Err(format!("which weights?\n\n{USAGE}").into()),
    }
}
