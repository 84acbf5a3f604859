//! Fits the weights that the analyser ships, over the analyser's own feature code.
//!
//! Enters: a folder of corpora. Leaves: generated files under `src/`, and what they are worth on held-out parts.
//! The same corpora give the same bytes on every platform.

mod claims;
mod logistic;
mod measure;
mod names;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
Fits the weights that article-analyser ships. Run from the root of the repository.

    training claims --corpora DIR [--held-out]
    training names --corpora DIR [--evaluate | --held-out]

claims       fits src/claims/weights.rs on DIR/claims/claimbuster.en.train.tsv
names        fits src/entities/names.bin on DIR/ner/*/*/train*.conll, then measures it
--held-out   only measures, writes nothing: fits on four fifths (of the debates; of the names' documents) and
             measures on the rest
--evaluate   only measures the weights that are there, on DIR/ner/*/*/dev.conll
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
    let (mut command, mut corpora, mut held_out, mut evaluate) = (None, None, false, false);
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("corpora") => corpora = Some(PathBuf::from(arguments.value()?)),
            lexopt::Arg::Long("held-out") => held_out = true,
            lexopt::Arg::Long("evaluate") => evaluate = true,
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
        Some("names") if evaluate => names::evaluate(&corpora),
        Some("names") => names::run(&corpora, held_out),
        _ => Err(format!("which weights?\n\n{USAGE}").into()),
    }
}
