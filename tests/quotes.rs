//! Who says what in passages of six languages: `tests/quotes/*.toml`, labelled before the analyser was run on them.
//!
//! A quote is found where four fifths of its content are, and nothing else is; its kind, and its speaker by name, must
//! be right, too. What is not found yet stands in the files as `missed`, what is found beside it as `false`: a list
//! that holds for anything else fails, so it can only shrink.

#![cfg(not(target_arch = "wasm32"))]

use article_analyser::report::{Quote, Report, Speaker};
use article_analyser::{Options, Span, analyse};
use std::{fs, path::Path};

/// The share of its content that a quote must have right, as in the scorers of published corpora.
const OVERLAP: f64 = 0.8;

/// What is counted over the passages of a language.
#[derive(Debug, Default)]
struct Count {
    passages: usize,
    expected: usize,
    found: usize,
    right: usize,
    speakers: usize,
}

impl Count {
    /// F1 of quotes, kinds included, in percent.
    fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.expected + self.found).max(1) as f64
    }

    /// The share of quotes found that have the right speaker, in percent.
    fn speakers(&self) -> f64 {
        100.0 * self.speakers as f64 / self.right.max(1) as f64
    }
}

fn kind(quote: &Quote) -> String {
    serde_json::to_value(quote.kind).unwrap().as_str().unwrap().to_string()
}

fn shared(a: Span, b: Span) -> f64 {
    let inside = a.end.min(b.end).saturating_sub(a.start.max(b.start));
    inside as f64 / (a.end.max(b.end) - a.start.min(b.start)).max(1) as f64
}

/// Whether the quote's speaker is the one of this name; `-` is no one.
fn is_by(report: &Report, text: &str, quote: &Quote, name: &str) -> bool {
    let Some(speaker) = &quote.speaker else { return name == "-" };
    let entity = speaker.entity.and_then(|id| report.entities.iter().find(|e| e.id == id));
    speaker.span.of(text).contains(name) || entity.is_some_and(|e| e.name.contains(name) || name.contains(&e.name))
}

/// Reads one passage: the quotes missed and those that are false, each on a line.
fn read(language: &str, text: &str, expected: &[String], count: &mut Count) -> (Vec<String>, Vec<String>) {
    let report = analyse(text, &Options { language: Some(language.to_string()), ..Options::default() });
    let line = |q: &Quote| format!("{}: {}", kind(q), q.content.of(text));
    let mut free: Vec<&Quote> = report.quotes.iter().collect();
    let mut missed = Vec::new();
    for wanted in expected {
        let (what, name) = wanted.rsplit_once(" | ").expect("a quote names its speaker");
        let (wanted_kind, content) = what.split_once(": ").expect("a quote has a kind");
        let start = text.find(content).unwrap_or_else(|| panic!("{content:?} stands not in {text:?}"));
        let span = Span::new(start, start + content.len());
        let fits = |q: &&Quote| kind(q) == wanted_kind && shared(q.content, span) >= OVERLAP;
        match free.iter().position(fits) {
            Some(at) => {
                let quote = free.remove(at);
                count.right += 1;
                let by = is_by(&report, text, quote, name);
                count.speakers += usize::from(by);
                missed.extend((!by).then(|| wanted.clone()));
            }
            None => missed.push(wanted.clone()),
        }
    }
    count.passages += 1;
    count.expected += expected.len();
    count.found += report.quotes.len();
    (missed, free.into_iter().map(line).collect())
}

/// Reads a language's passages; what is missed or false must be what the file says.
fn check(language: &str, file: &str) -> Count {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/quotes").join(file);
    let table: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    let (mut count, mut wrong) = (Count::default(), Vec::new());
    for passage in table["passages"].as_array().unwrap() {
        let list = |key: &str| -> Vec<String> {
            let lines = passage.get(key).and_then(|l| l.as_array()).into_iter().flatten();
            lines.map(|l| l.as_str().unwrap().to_string()).collect()
        };
        let text = passage["text"].as_str().unwrap();
        let (missed, extra) = read(language, text, &list("quotes"), &mut count);
        for (name, listed, found) in [("missed", list("missed"), missed), ("false", list("false"), extra)] {
            if listed != found {
                wrong.push(format!("{text}\n  {name} listed {listed:#?}\n  {name} now {found:#?}"));
            }
        }
    }
    println!("{language}: {count:?}, F1 {:.1}, speakers {:.1} %", count.f1(), count.speakers());
    assert!(wrong.is_empty(), "{file}: {} differ\n{}", wrong.len(), wrong.join("\n"));
    count
}

/// A language's passages, so many at least, with floors for F1 and for speakers in percent.
fn check_floors(language: &str, file: &str, passages: usize, f1: f64, speakers: f64) {
    let count = check(language, file);
    assert!(count.passages >= passages, "{count:?}");
    assert!(count.f1() >= f1 && count.speakers() >= speakers, "{count:?}");
}

#[test]
fn indonesian() {
    check_floors("ind", "id.toml", 40, 95.0, 95.0);
}

#[test]
fn spanish() {
    check_floors("spa", "es.toml", 12, 78.0, 95.0);
}

#[test]
fn french() {
    check_floors("fra", "fr.toml", 12, 80.0, 95.0);
}

#[test]
fn portuguese() {
    check_floors("por", "pt.toml", 12, 90.0, 95.0);
}

#[test]
fn italian() {
    check_floors("ita", "it.toml", 12, 90.0, 90.0);
}

#[test]
fn dutch() {
    check_floors("nld", "nl.toml", 12, 82.0, 88.0);
}

/// The entities that the speakers of an English text stand for.
fn check_speakers(text: &str, expected: &[Option<&str>]) {
    let report = analyse(text, &Options::default());
    let entity = |speaker: &Speaker| speaker.entity.map(|id| report.entities[id].name.as_str());
    let found: Vec<_> = report.quotes.iter().map(|q| q.speaker.as_ref().and_then(entity)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn whom_only_a_credit_names_no_description_stands_for() {
    let head =
        "The old ferry left the harbour for the last time on Monday evening, and hundreds of people came to see it.";
    let more =
        "It had crossed the bay for more than forty years, in all weathers, and was late on very few days of them.";
    let says = "The company says that a new ferry will be built within three years.";
    check_speakers(&format!("{head}\n\nImage copyright\nGetty Images\n\n{more}\n\n{says}"), &[None]);
    let named = head.replace("hundreds of people", "Calder Line");
    check_speakers(&format!("{named}\n\nImage copyright\nGetty Images\n\n{more}\n\n{says}"), &[Some("Calder Line")]);
}

#[test]
fn several_people_are_no_single_person() {
    let named =
        |who: &str| format!("{who} opened the new bridge on Monday evening, and hundreds of people came to see it.");
    let they = "They said that the old one would be taken down within a year.";
    check_speakers(&format!("{} {they}", named("Anna Berger")), &[None]);
    check_speakers(&format!("{} {they}", named("Calder Line Ltd.")), &[Some("Calder Line Ltd.")]);
    let she = they.replace("They", "She");
    check_speakers(&format!("{} {she}", named("Anna Berger")), &[Some("Anna Berger")]);
    let others = they.replace("They", "Others");
    check_speakers(&format!("{} {others}", named("Calder Line Ltd.")), &[None]);
}
