//! Every language file carries its own examples; this runs them all.
//!
//! An example has a `text` and, for each kind of finding it speaks of, the complete list expected, each finding
//! written on one line as below. The language is taken as given from the file, unless the example expects one. What is
//! expected and not found yet stands in `known_gaps`, too; once it is found, it must be taken out there.

use article_analyser::report::{Figure, Quote, Report};
use article_analyser::{Options, Span, analyse};
use std::{fs, path::Path};

/// One finding of each kind as the examples write it.
mod line {
    use super::*;

    /// `less than 1 % = percent 1 less_than`, `10-12 km = quantity 10..12 km`, `1.234 = number 1234 or 1.234`.
    pub fn figure(text: &str, f: &Figure) -> String {
        let mut line = format!("{} = {} {}", f.span.of(text), name(&f.kind), f.value);
        f.upper.iter().for_each(|v| line += &format!("..{v}"));
        f.unit.iter().chain(&f.currency).for_each(|u| line += &format!(" {u}"));
        f.comparator.iter().for_each(|c| line += &format!(" {}", name(c)));
        f.reading.iter().for_each(|v| line += &format!(" or {v}"));
        line
    }

    /// `direct: I saw it | Jane Roe | said`, `-` for what is missing, `?` before a speaker that was inferred.
    pub fn quote(text: &str, q: &Quote) -> String {
        let of = |span: Option<Span>| span.map_or("-", |s| s.of(text));
        let inferred = if q.speaker.as_ref().is_some_and(|s| s.inferred) { "?" } else { "" };
        let speaker = of(q.speaker.as_ref().map(|s| s.span));
        format!("{}: {} | {inferred}{speaker} | {}", name(&q.kind), q.content.of(text), of(q.cue))
    }

    pub fn name(value: &impl serde::Serialize) -> String {
        serde_json::to_value(value).unwrap().as_str().unwrap().to_string()
    }
}

fn findings(text: &str, report: &Report, kind: &str) -> Vec<String> {
    use line::name;
    let of = |span: Span| span.of(text);
    match kind {
        "language" => vec![report.language.code.clone()],
        "blocks" => report.blocks.iter().map(|b| format!("{}: {}", name(&b.kind), of(b.span))).collect(),
        "sentences" => report.sentences.iter().map(|s| of(s.span).to_string()).collect(),
        "entities" => report.entities.iter().map(|e| format!("{} {}", name(&e.kind), e.name)).collect(),
        "figures" => report.figures.iter().map(|f| line::figure(text, f)).collect(),
        "times" => report.times.iter().map(|t| format!("{} = {} {}", of(t.span), name(&t.kind), t.timex)).collect(),
        "quotes" => report.quotes.iter().map(|q| line::quote(text, q)).collect(),
        "claims" => report
            .claims
            .iter()
            .map(|c| {
                let kinds: Vec<String> = c.kinds.iter().map(name).collect();
                format!("{} {}: {}", kinds.join("+"), name(&c.status), of(c.span))
            })
            .collect(),
        "notes" => report.notes.iter().map(|n| name(&n.kind)).collect(),
        other => panic!("no kind of finding is called {other}"),
    }
}

/// Runs one example and returns what went wrong.
fn check(code: &str, example: &toml::Table) -> Vec<String> {
    let text = example["text"].as_str().expect("an example has a text");
    let language = (code != "mul" && !example.contains_key("language")).then(|| code.to_string());
    let report = analyse(text, &Options { language, ..Options::default() });
    let lines = |value: &toml::Value| -> Vec<String> {
        match value {
            toml::Value::String(one) => vec![one.clone()],
            list => {
                list.as_array().expect("a list").iter().map(|e| e.as_str().expect("a string").to_string()).collect()
            }
        }
    };
    let gaps = example.get("known_gaps").map(lines).unwrap_or_default();
    let kinds = example.iter().filter(|(kind, _)| !["text", "known_gaps"].contains(&kind.as_str()));
    let wrong = kinds.filter_map(|(kind, expected)| {
        let mut expected = lines(expected);
        expected.retain(|line| !gaps.contains(line));
        let found = findings(text, &report, kind);
        (found != expected).then(|| format!("{code}: {text:?}\n  {kind} expected {expected:#?}\n  found {found:#?}"))
    });
    wrong.collect()
}

#[test]
fn the_examples_of_every_language_hold() {
    let (mut ran, mut wrong) = (0, Vec::new());
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|e| e != "toml") {
            continue;
        }
        let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
        for example in table.get("examples").and_then(|e| e.as_array()).into_iter().flatten() {
            ran += 1;
            wrong.extend(check(table["code"].as_str().unwrap(), example.as_table().unwrap()));
        }
    }
    assert!(wrong.is_empty(), "{} findings differ in {ran} examples\n{}", wrong.len(), wrong.join("\n"));
}
