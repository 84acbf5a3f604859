//! Lines of JSON in, lines of JSON out: in order, as a stream, on all cores.
//!
//! One thread reads ahead; whatever has arrived by the time the last batch is written is the next batch. So a
//! slow writer gets each answer at once, and a file keeps all cores busy.

use article_analyser::{LONGEST_INPUT, Options, Report, analyse};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::io::{self, BufRead, Read, Write};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Lines read ahead at most.
const AHEAD: usize = 256;
/// Bytes in a batch at most, the last line aside.
const BATCH_BYTES: usize = 8 << 20;
/// A line longer than this is not kept: twice the longest text, every character of it escaped, would not fill it.
const LONGEST_LINE: usize = 8 * LONGEST_INPUT;

#[derive(Deserialize)]
#[serde(expecting = "an object with \"text\"")]
struct Request {
    #[serde(default)]
    id: Value,
    text: Option<String>,
    language: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Report { id: Value, report: Box<Report> },
    Error { id: Value, error: String },
}

/// One line as it was read.
enum Line {
    Whole(Vec<u8>),
    TooLong,
}

/// Answers every line of `source` on `out`. Returns whether all could be read. Blank lines are passed over.
///
/// # Errors
/// When `out` cannot be written.
pub fn run(source: Box<dyn BufRead + Send>, options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let (send, lines) = sync_channel(AHEAD);
    let reader = thread::spawn(move || {
        let mut source = source;
        let mut number = 0;
        while let Some(line) = next_line(&mut source)? {
            number += 1;
            if send.send((number, line)).is_err() {
                break; // The writer has gone.
            }
        }
        io::Result::Ok(())
    });
    let mut all_read = true;
    while let Some(batch) = next_batch(&lines) {
        let answers: Vec<(Vec<u8>, bool)> =
            batch.into_par_iter().filter_map(|(number, line)| answer(number, line, options)).collect();
        for (answer, read) in answers {
            out.write_all(&answer)?;
            all_read &= read;
        }
        out.flush()?;
    }
    match reader.join() {
        Ok(Err(error)) => {
            eprintln!("article-analyser: cannot read on: {error}");
            Ok(false)
        }
        _ => Ok(all_read),
    }
}

fn next_batch(lines: &Receiver<(usize, Line)>) -> Option<Vec<(usize, Line)>> {
    let mut batch = vec![lines.recv().ok()?];
    let mut bytes = 0;
    while batch.len() < AHEAD && bytes < BATCH_BYTES {
        let Ok(line) = lines.try_recv() else { break };
        bytes += if let (_, Line::Whole(line)) = &line { line.len() } else { 0 };
        batch.push(line);
    }
    Some(batch)
}

fn next_line(source: &mut impl BufRead) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    source.take(LONGEST_LINE as u64).read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if line.len() < LONGEST_LINE || line.ends_with(b"\n") {
        return Ok(Some(Line::Whole(line)));
    }
    source.skip_until(b'\n')?;
    Ok(Some(Line::TooLong))
}

/// The line to write, with its line break, and whether it holds a report; `None` for a blank line.
fn answer(number: usize, line: Line, options: &Options) -> Option<(Vec<u8>, bool)> {
    if let Line::Whole(bytes) = &line
        && bytes.trim_ascii().is_empty()
    {
        return None;
    }
    let answer = match request(line) {
        Ok((id, text, language)) => {
            let options = Options { language: language.or_else(|| options.language.clone()), ..options.clone() };
            Answer::Report { id, report: Box::new(analyse(&text, &options)) }
        }
        Err((id, what)) => Answer::Error { id, error: format!("line {number}: {what}") },
    };
    let mut bytes = serde_json::to_vec(&answer).expect("a report has string keys and finite numbers only");
    bytes.push(b'\n');
    Some((bytes, matches!(answer, Answer::Report { .. })))
}

fn request(line: Line) -> Result<(Value, String, Option<String>), (Value, String)> {
    let too_long = || format!("the text is longer than {} MiB; analyse it in parts", LONGEST_INPUT >> 20);
    let Line::Whole(bytes) = line else { return Err((Value::Null, too_long())) };
    let request: Request = match serde_json::from_slice(&bytes) {
        Ok(request) => request,
        Err(error) => {
            serde_json::from_slice(&without_lone_surrogates(&bytes)).map_err(|_| (Value::Null, plain(&error)))?
        }
    };
    match request.text {
        None => Err((request.id, "no \"text\"".into())),
        Some(text) if text.len() > LONGEST_INPUT => Err((request.id, too_long())),
        Some(text) => Ok((request.id, text, request.language)),
    }
}

/// The parser's message with the column alone: the line it names is always its first.
fn plain(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.split(" at line ").next().unwrap_or_default();
    format!("{what} (column {})", error.column())
}

/// The same JSON with every `\uD800`…`\uDFFF` that has no partner written as U+FFFD, as browsers read them.
fn without_lone_surrogates(line: &[u8]) -> Vec<u8> {
    let unit = |at: usize| -> Option<u16> {
        let escape = line.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u16::from_str_radix(str::from_utf8(escape).ok()?, 16).ok()
    };
    let (high, low) = (0xD800..=0xDBFF, 0xDC00..=0xDFFF);
    let mut out = Vec::with_capacity(line.len());
    let mut at = 0;
    while at < line.len() {
        let length = match unit(at) {
            Some(first) if high.contains(&first) && unit(at + 6).is_some_and(|second| low.contains(&second)) => 12,
            Some(first) if high.contains(&first) || low.contains(&first) => {
                out.extend_from_slice(b"\\uFFFD");
                at += 6;
                continue;
            }
            Some(_) => 6,
            None if line[at] == b'\\' => 2,
            None => 1,
        };
        let end = (at + length).min(line.len());
        out.extend_from_slice(&line[at..end]);
        at = end;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes out, each report shortened to its language and the number of its sentences.
    fn check(input: &[u8], expected: &[&str], all_read: bool) {
        let mut out = Vec::new();
        let source = Box::new(io::Cursor::new(input.to_vec()));
        let options = Options { language: Some("eng".into()), ..Options::default() };
        assert_eq!(run(source, &options, &mut out).unwrap(), all_read);
        let found: Vec<String> = str::from_utf8(&out)
            .unwrap()
            .lines()
            .map(|line| {
                let answer: Value = serde_json::from_str(line).unwrap();
                match answer.get("report") {
                    Some(r) => format!(
                        "{} {} {}",
                        answer["id"],
                        r["language"]["code"],
                        r["sentences"].as_array().unwrap().len()
                    ),
                    None => format!("{} {}", answer["id"], answer["error"].as_str().unwrap()),
                }
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn answers_keep_the_order_and_errors_do_not_stop_the_rest() {
        check(
            b"{\"id\": 1, \"text\": \"One. Two.\"}\n\n{\"id\": \"b\", \"text\": \"Eins.\", \"language\": \"deu\"}\nnonsense\n{\"id\": 4}\n{\"text\": \"Last.\"}",
            &["1 \"eng\" 2", "\"b\" \"deu\" 1", "null line 4: expected ident (column 2)", "4 line 5: no \"text\"", "null \"eng\" 1"],
            false,
        );
        check(b"", &[], true);
    }

    #[test]
    fn hostile_lines_give_a_report_or_an_error() {
        check(br#"{"id": 1, "text": "lone \ud800 and \udc00\ud83d\ude00, \\ud800 too"}"#, &["1 \"eng\" 1"], true);
        check(b"{\"id\": 1, \"text\": \"nul \\u0000 byte\"}", &["1 \"eng\" 1"], true);
        check(
            b"{\"id\": 1, \"text\": \"raw \x00 byte\"}",
            &["null line 1: control character (\\u0000-\\u001F) found while parsing a string (column 24)"],
            false,
        );
        check(b"{\"id\": 1, \"text\": \"\xff\"}", &["null line 1: invalid unicode code point (column 20)"], false);
        check(b"17", &["null line 1: invalid type: integer `17`, expected an object with \"text\" (column 2)"], false);
    }

    #[test]
    fn surrogates_with_a_partner_stay() {
        let line = br#""\ud83d\ude00 \ud83d \n \\ud83d""#;
        assert_eq!(without_lone_surrogates(line), br#""\ud83d\ude00 \uFFFD \n \\ud83d""#);
    }
}
