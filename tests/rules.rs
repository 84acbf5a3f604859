//! Every rule that makes a finding has words for a reader in `www/report/rules.js`.
//!
//! The rules are those of claims, and all that occur in the reports of the texts that stand in this repository.

#![cfg(not(target_arch = "wasm32"))]

use article_analyser::claims::features::Feature;
use article_analyser::report::Report;
use article_analyser::{Options, analyse};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == ending) {
                found.push(path);
            }
        }
    }
    found
}

/// All texts of the tests: articles, pages, and the examples of the language files.
fn texts() -> Vec<String> {
    let mut texts: Vec<String> =
        ["tests/articles", "tests/pages"].iter().flat_map(|f| files(f, "txt")).map(read).collect();
    for (folder, key) in [("src/lexicon", "examples"), ("tests/quotes", "passages")] {
        for path in files(folder, "toml") {
            let table: toml::Table = read(path).parse().unwrap();
            let examples = table.get(key).and_then(|e| e.as_array()).into_iter().flatten();
            texts.extend(examples.map(|e| e["text"].as_str().unwrap().to_string()));
        }
    }
    texts
}

fn read(path: PathBuf) -> String {
    fs::read_to_string(path).unwrap()
}

/// The rules in a report. A reason has several with their evidence: `org_suffix: GmbH; acronym_of: …`.
fn rules(report: &Report) -> BTreeSet<String> {
    let mut reasons: Vec<&str> = report.blocks.iter().map(|b| b.reason.as_str()).collect();
    reasons.extend(report.entities.iter().flat_map(|e| &e.mentions).map(|m| m.reason.as_str()));
    reasons.extend(report.figures.iter().map(|f| f.reason.as_str()));
    reasons.extend(report.times.iter().map(|t| t.reason.as_str()));
    reasons.extend(report.quotes.iter().map(|q| q.reason.as_str()));
    reasons.extend(report.claims.iter().flat_map(|c| &c.reasons).map(|r| r.rule.as_str()));
    reasons.extend(report.notes.iter().map(|n| n.reason.as_str()));
    let parts = reasons.into_iter().flat_map(|r| r.split("; ")).filter_map(|part| part.split(": ").next());
    parts.flat_map(|names| names.split(", ")).filter(|name| !name.is_empty()).map(str::to_string).collect()
}

/// The rules that the page has words for: `name: '…'` in its table.
fn worded() -> Vec<String> {
    let table = read(Path::new(env!("CARGO_MANIFEST_DIR")).join("www/report/rules.js"));
    let names = table.split(": '").filter_map(|before| before.rsplit([' ', '\n']).next());
    names.map(str::to_string).collect()
}

#[test]
fn every_rule_has_words() {
    let mut found: BTreeSet<String> = Feature::ALL.iter().map(|f| f.rule().to_string()).collect();
    for text in texts() {
        found.extend(rules(&analyse(&text, &Options::default())));
    }
    assert!(found.len() > 150, "{} rules: the texts are not read", found.len());
    let worded = worded().into_iter().collect();
    let lacking: Vec<&String> = found.difference(&worded).collect();
    assert!(lacking.is_empty(), "www/report/rules.js has no words for {lacking:?}");
}

#[test]
fn no_rule_has_words_twice() {
    let mut seen = BTreeSet::new();
    let twice: Vec<String> = worded().into_iter().filter(|name| !seen.insert(name.clone())).collect();
    assert!(twice.is_empty(), "www/report/rules.js has {twice:?} twice");
}
