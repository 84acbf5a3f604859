//! Arguments to settings.

use article_analyser::{OffsetUnit, Options, language};
use lexopt::prelude::*;
use std::ffi::OsString;

/// What to do.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Analyse.
    Analyse(Settings),
    /// Print this and stop.
    Show(String),
}

/// How to do it.
#[derive(Debug, PartialEq)]
pub struct Settings {
    /// What comes out.
    pub format: Format,
    /// For the analysis.
    pub options: Options,
    /// Paths; `-` is standard input. Never empty.
    pub files: Vec<OsString>,
}

/// What comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Text,
    /// One report a file.
    Json,
    /// One report a line, for lines of JSON in.
    Jsonl,
}

const HELP: &str = "\
Reads news reports and says which language, who and what and where, and what they claim, with reasons.

Usage: article-analyser [OPTIONS] [FILE…]

  FILE                         a text file in UTF-8, or a web page (.html, .htm, .xhtml), of which positions
                               count the text; - or none: standard input
  --format text|json|jsonl     text: for people (the default)
                               json: the report of each file
                               jsonl: a line {\"id\": …, \"text\": \"…\", \"language\"?: \"deu\"} in,
                               a line {\"id\": …, \"report\": {…}} out, in order, on all cores
  --offsets utf8|utf16|chars   what positions in the report count: bytes (the default), UTF-16 units
                               or code points
  --language CODE              take this language as given (ISO 639-3 or -1: deu, de)
  --help, --version

Exit status: 0 all done; 1 some input could not be read, the rest was done; 2 wrong arguments.";

/// Reads the arguments.
pub fn parse(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let (mut format, mut options, mut files) = (Format::Text, Options::default(), Vec::new());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("format") => {
                format = one_of(
                    parser.value()?,
                    &[("text", Format::Text), ("json", Format::Json), ("jsonl", Format::Jsonl)],
                )?
            }
            Long("offsets") => {
                use OffsetUnit::*;
                options.offsets = one_of(parser.value()?, &[("utf8", Utf8), ("utf16", Utf16), ("chars", Chars)])?
            }
            Long("language") => {
                let code = parser.value()?.string()?;
                if language::given(&code).code == "und" {
                    return Err(format!(
                        "no language has the code {code:?}; ISO 639 codes such as deu or de are meant"
                    )
                    .into());
                }
                options.language = Some(code);
            }
            Short('h') | Long("help") => return Ok(Command::Show(HELP.into())),
            Short('V') | Long("version") => {
                return Ok(Command::Show(format!("article-analyser {}", env!("CARGO_PKG_VERSION"))));
            }
            Value(file) => files.push(file),
            other => return Err(other.unexpected()),
        }
    }
    if files.is_empty() {
        files.push("-".into());
    }
    Ok(Command::Analyse(Settings { format, options, files }))
}

fn one_of<T: Copy>(value: OsString, choices: &[(&str, T)]) -> Result<T, lexopt::Error> {
    let value = value.string()?;
    choices.iter().find(|(name, _)| *name == value).map(|(_, choice)| *choice).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        format!("{value:?} is none of {}", names.join(", ")).into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arguments: &[&str], expected: Result<(Format, OffsetUnit, &[&str]), &str>) {
        let parser = lexopt::Parser::from_args(arguments);
        match (parse(parser), expected) {
            (Ok(Command::Analyse(s)), Ok((format, offsets, files))) => {
                assert_eq!((s.format, s.options.offsets), (format, offsets), "{arguments:?}");
                assert_eq!(s.files, files.iter().map(OsString::from).collect::<Vec<_>>(), "{arguments:?}");
            }
            (Err(error), Err(message)) => assert_eq!(error.to_string(), message, "{arguments:?}"),
            (found, _) => panic!("{arguments:?}: {found:?}"),
        }
    }

    #[test]
    fn arguments_are_read() {
        check(&[], Ok((Format::Text, OffsetUnit::Utf8, &["-"])));
        check(&["--format", "jsonl", "--offsets=chars"], Ok((Format::Jsonl, OffsetUnit::Chars, &["-"])));
        check(&["a.txt", "-", "--language", "deu"], Ok((Format::Text, OffsetUnit::Utf8, &["a.txt", "-"])));
    }

    #[test]
    fn wrong_arguments_are_named() {
        check(&["--format", "xml"], Err("\"xml\" is none of text, json, jsonl"));
        check(&["--colour"], Err("invalid option '--colour'"));
        check(&["--offsets"], Err("missing argument for option '--offsets'"));
    }
}
