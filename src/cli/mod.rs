//! The command line's parts, and how they are joined.

mod args;
mod html;
mod input;
mod lines;
mod readable;

use args::{Command, Format, Settings};
use article_analyser::{OffsetUnit, Options, Report, analyse};
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

/// Some input could not be read; the rest was done.
const SOME_FAILED: u8 = 1;
/// The arguments were wrong; nothing was done.
const WRONG_USAGE: u8 = 2;

/// Runs the program.
pub fn run() -> ExitCode {
    let settings = match args::parse(lexopt::Parser::from_env()) {
        Ok(Command::Analyse(settings)) => settings,
        Ok(Command::Show(text)) => return finish(writeln!(io::stdout(), "{text}").map(|()| true)),
        Err(error) => {
            eprintln!("article-analyser: {error}\nTry --help.");
            return ExitCode::from(WRONG_USAGE);
        }
    };
    finish(match settings.format {
        Format::Jsonl => json_lines(&settings),
        Format::Json | Format::Text => whole_texts(&settings),
    })
}

fn finish(done: io::Result<bool>) -> ExitCode {
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(SOME_FAILED),
        // Whoever reads the output has seen enough: `… | head` is no failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("article-analyser: cannot write: {error}");
            ExitCode::from(SOME_FAILED)
        }
    }
}

fn json_lines(settings: &Settings) -> io::Result<bool> {
    let mut out = io::BufWriter::new(io::stdout());
    let mut all_read = true;
    for name in &settings.files {
        match input::open(name) {
            Ok(source) => all_read &= lines::run(source, &settings.options, &mut out)?,
            Err(error) => {
                eprintln!("article-analyser: {error}");
                all_read = false;
            }
        }
    }
    Ok(all_read)
}

fn whole_texts(settings: &Settings) -> io::Result<bool> {
    let mut out = io::BufWriter::new(io::stdout());
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    let mut all_read = true;
    for name in &settings.files {
        let html::Page { text, links } = match input::read(name) {
            Ok(text) if input::is_page(name) => html::read(&text),
            Ok(text) => html::Page { text, links: Vec::new() },
            Err(error) => {
                eprintln!("article-analyser: {error}");
                all_read = false;
                continue;
            }
        };
        let options = Options { links, ..settings.options.clone() };
        if settings.format == Format::Json {
            write_json(&mut out, &analyse(&text, &options))?;
        } else {
            // People see words, not positions; the words are cut out by bytes.
            let options = Options { offsets: OffsetUnit::Utf8, ..options };
            readable::write(&mut out, name, &text, &analyse(&text, &options), colour)?;
        }
    }
    out.flush()?;
    Ok(all_read)
}

fn write_json(out: &mut impl Write, report: &Report) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, report)?;
    writeln!(out)
}
