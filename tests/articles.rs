//! Every article under `tests/articles` against what a careful reader expects to be found in it.
//!
//! `expected.json` was written from the text alone. What it expects and does not get today stands word for word in
//! its list `known_gaps`. The test fails when an expectation outside the list is missed, and when one inside it is
//! met, so that the list only shrinks; `UPDATE=1 cargo test --test articles` takes out what is met, and never adds.

mod common;

use article_analyser::report::{BlockKind, ClaimStatus, Entity, EntityKind, Report};
use article_analyser::{Options, Span, analyse};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is expected of one article.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Expected {
    /// The file with the article, beside this one.
    text: String,
    /// ISO 639-3.
    language: String,
    /// Starts of lines that belong to the article itself.
    body: Vec<String>,
    /// Starts of lines that do not, bylines and captions among them.
    chrome: Vec<String>,
    /// By name, or by names that will do as well, joined by `|`: kind, and the least number of mentions.
    entities: BTreeMap<String, (String, usize)>,
    /// Words that no person, organisation or place is.
    not_entities: Vec<String>,
    figures: Vec<ExpectedFigure>,
    /// Words, and the TIMEX3 value.
    times: Vec<(String, String)>,
    /// How the content starts, words of the speaker (none: anyone or nobody; empty: anyone), and the kind.
    quotes: Vec<(String, Option<String>, String)>,
    /// Words of the claim, and kinds that it must have.
    claims: Vec<(String, Vec<String>)>,
    /// Words that no check-worthy claim holds.
    not_claims: Vec<String>,
    /// Kinds of note that there must be.
    notes: Vec<String>,
    /// Expectations that are missed today, described as [`Checks`] describes them.
    known_gaps: Vec<String>,
}

/// Words, the value, and the comparator where it matters.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum ExpectedFigure {
    Compared(String, f64, String),
    Plain(String, f64),
}

/// The expectations that were compared with a report: a description of each, and whether it is met.
#[derive(Debug, Default)]
struct Checks(Vec<(String, bool)>);

impl Checks {
    fn add(&mut self, what: String, met: bool) {
        self.0.push((what, met));
    }

    /// What is wrong, given the gaps that are known.
    fn against(&self, known_gaps: &[String]) -> Vec<String> {
        let missed = self.0.iter().filter(|(what, met)| !met && !known_gaps.contains(what));
        let gone = known_gaps.iter().filter(|gap| !self.open(gap));
        let missed = missed.map(|(what, _)| format!("missed: {what}"));
        missed.chain(gone.map(|gap| format!("known gap that is closed, take it out: {gap}"))).collect()
    }

    /// Whether this is the description of an expectation that is missed.
    fn open(&self, gap: &str) -> bool {
        self.0.iter().any(|(what, met)| what == gap && !met)
    }
}

/// The text of an `expected.json` with only those of its known gaps, which end it, that `keep` wants.
fn with_gaps(json: &str, gaps: &[String], keep: impl Fn(&str) -> bool) -> String {
    let Some((before, _)) = json.split_once(",\n  \"known_gaps\"") else { return json.to_string() };
    let kept: Vec<String> =
        gaps.iter().filter(|gap| keep(gap)).map(|gap| format!("\n    {}", Value::from(gap.as_str()))).collect();
    if kept.is_empty() {
        return format!("{before}\n}}\n");
    }
    format!("{before},\n  \"known_gaps\": [{}\n  ]\n}}\n", kept.join(","))
}

/// `text` with every run of white space made a single space.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name under which a value of an enumeration is serialised.
fn name(value: &impl Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_string()
}

/// Whether one of two passages lies in the other; a passage found inside must hold a digit where `digits` asks so.
fn meet(expected: &str, found: &str, digits: bool) -> bool {
    let inside = expected.contains(found) && (!digits || found.chars().any(|c| c.is_numeric()));
    found.contains(expected) || inside
}

/// The kind of the block at the first place where `line` stands; what lies in no block counts as boilerplate.
fn kind_at(text: &str, report: &Report, line: &str) -> BlockKind {
    let at = text.find(line).unwrap_or_else(|| panic!("the article has no line {line:?}"));
    let block = report.blocks.iter().find(|b| b.span.start <= at && at < b.span.end);
    block.map_or(BlockKind::Boilerplate, |b| b.kind)
}

/// Compares a report with what is expected of its text.
fn compare(text: &str, report: &Report, expected: &Expected) -> Checks {
    let mut checks = Checks::default();
    let cut = |span: Span| squeeze(span.of(text));
    checks.add(format!("language {}", expected.language), report.language.code == expected.language);
    for line in &expected.body {
        let kind = kind_at(text, report, line);
        let met = !matches!(kind, BlockKind::Boilerplate | BlockKind::Caption | BlockKind::Byline);
        checks.add(format!("body: {line}"), met);
    }
    for line in &expected.chrome {
        use BlockKind::*;
        let kind = kind_at(text, report, line);
        checks.add(format!("chrome: {line}"), matches!(kind, Boilerplate | Caption | Byline | Dateline));
    }
    for (names, (kind, least)) in &expected.entities {
        let is_named = |e: &&Entity| name(&e.kind) == *kind && names.split('|').any(|n| n == squeeze(&e.name));
        let most = report.entities.iter().filter(is_named).map(|e| e.mentions.len()).max();
        checks.add(format!("entity {kind} {names} ×{least}"), most.is_some_and(|most| most >= *least));
    }
    let named =
        report.entities.iter().filter(|e| matches!(e.kind, EntityKind::Per | EntityKind::Org | EntityKind::Loc));
    let mentioned: BTreeSet<String> = named.flat_map(|e| &e.mentions).map(|m| cut(m.span)).collect();
    for word in &expected.not_entities {
        checks.add(format!("no entity {word}"), !mentioned.contains(word));
    }
    for figure in &expected.figures {
        let (words, value, comparator) = match figure {
            ExpectedFigure::Compared(words, value, comparator) => (words, *value, Some(comparator)),
            ExpectedFigure::Plain(words, value) => (words, *value, None),
        };
        let met = report.figures.iter().filter(|f| meet(words, &cut(f.span), true)).any(|f| {
            let compared = f.comparator.map(|c| name(&c));
            (value - f.value).abs() <= 1e-6 * value.abs().max(1.0)
                && comparator.is_none_or(|wanted| compared.as_ref() == Some(wanted))
        });
        let comparator = comparator.map(|c| format!(" {c}")).unwrap_or_default();
        checks.add(format!("figure {words} = {value}{comparator}"), met);
    }
    for (words, timex) in &expected.times {
        let met = report.times.iter().any(|t| t.timex == *timex && meet(words, &cut(t.span), false));
        checks.add(format!("time {words} = {timex}"), met);
    }
    for (starts, speaker, kind) in &expected.quotes {
        let met = report.quotes.iter().filter(|q| cut(q.content).starts_with(starts)).any(|q| {
            let spoken_by = |wanted: &String| {
                q.speaker.as_ref().is_some_and(|s| {
                    let entity = s.entity.map_or("", |id| &report.entities[id].name);
                    format!("{} {}", cut(s.span), squeeze(entity)).contains(wanted)
                })
            };
            name(&q.kind) == *kind && speaker.as_ref().is_none_or(spoken_by)
        });
        let speaker = speaker.as_ref().map(|s| format!(" by {s}")).unwrap_or_default();
        checks.add(format!("quote {kind} {starts}…{speaker}"), met);
    }
    for (words, kinds) in &expected.claims {
        let made = report.claims.iter().filter(|c| c.status != ClaimStatus::NotAClaim && cut(c.span).contains(words));
        let met =
            made.map(|c| c.kinds.iter().map(name).collect()).any(|has: Vec<_>| kinds.iter().all(|k| has.contains(k)));
        checks.add(format!("claim {} …{words}…", kinds.join("+")), met);
    }
    for words in &expected.not_claims {
        let worthy = report.claims.iter().filter(|c| c.status != ClaimStatus::NotAClaim && c.score >= 0.5);
        checks.add(format!("no claim …{words}…"), !worthy.into_iter().any(|c| cut(c.span).contains(words)));
    }
    for kind in &expected.notes {
        checks.add(format!("note {kind}"), report.notes.iter().any(|n| name(&n.kind) == *kind));
    }
    checks
}

/// Analyses an article and says what is wrong, with the number of expectations.
fn check(name: &str, text: &str) -> (usize, Vec<String>) {
    let path = common::folder().join(name).join("expected.json");
    let json = common::read(&path);
    let mut expected: Expected = serde_json::from_str(&json).unwrap_or_else(|e| panic!("{path:?}: {e}"));
    assert_eq!(expected.text, "article.txt", "{path:?}");
    let checks = compare(text, &analyse(text, &Options::default()), &expected);
    if std::env::var_os("UPDATE").is_some_and(|asked| asked == "1") {
        let shorter = with_gaps(&json, &expected.known_gaps, |gap| checks.open(gap));
        std::fs::write(&path, shorter).unwrap_or_else(|e| panic!("{path:?}: {e}"));
        expected.known_gaps.retain(|gap| checks.open(gap));
    }
    (checks.0.len(), checks.against(&expected.known_gaps))
}

#[test]
fn every_article_yields_what_a_careful_reader_expects() {
    let (mut expectations, mut wrong) = (0, Vec::new());
    for (name, text) in common::articles() {
        let (count, differing) = check(&name, &text);
        assert!(count >= 20, "{name}: {count} expectations are too few to judge by");
        expectations += count;
        wrong.extend(differing.into_iter().map(|what| format!("{name}: {what}")));
    }
    assert!(wrong.is_empty(), "{} of {expectations} expectations differ\n{}", wrong.len(), wrong.join("\n"));
}

/// What is said of `expected` against a report of `text`.
fn judge(text: &str, expected: &str) -> Vec<String> {
    let expected: Expected = serde_json::from_str(expected).unwrap();
    compare(text, &analyse(text, &Options::default()), &expected).against(&expected.known_gaps)
}

#[test]
fn an_expectation_that_does_not_hold_is_missed() {
    let text = "Nothing of what is expected stands here, and no one speaks.";
    let expected = r#"{
        "language": "xho", "chrome": ["Nothing of"], "entities": {"Nobody": ["PER", 1]}, "figures": [["7", 7]],
        "times": [["May", "2020-05"]], "quotes": [["Never", null, "direct"]], "claims": [["Moon", ["DENIAL"]]],
        "notes": ["arithmetic"]
    }"#;
    assert_eq!(judge(text, expected).len(), 8, "{:#?}", judge(text, expected));
}

#[test]
fn known_gaps_only_shrink() {
    let text = "Nothing of what is expected stands here, and no one speaks.";
    let judged = |gaps: &str| {
        let expected = r#"{"language": "eng", "notes": ["arithmetic"], "known_gaps": [GAPS]}"#;
        judge(text, &expected.replace("GAPS", gaps))
    };
    assert_eq!(judged(""), ["missed: note arithmetic"]);
    assert_eq!(judged(r#""note arithmetic""#), [""; 0]);
    assert_eq!(judged(r#""note arithmetic", "language eng""#), ["known gap that is closed, take it out: language eng"]);
    assert_eq!(judged(r#""note arithmetic", "note weather""#), ["known gap that is closed, take it out: note weather"]);
}

#[test]
fn an_update_takes_out_what_is_closed_and_adds_nothing() {
    let json = |gaps: &str| format!("{{\n  \"notes\": []{gaps}\n}}\n");
    let both = json(",\n  \"known_gaps\": [\n    \"a \\\"b\\\"\",\n    \"c\"\n  ]");
    let gaps = ["a \"b\"".to_string(), "c".to_string()];
    let updated = |keep: &[&str]| with_gaps(&both, &gaps, |gap| keep.contains(&gap));
    assert_eq!(updated(&["a \"b\"", "c", "d"]), both);
    assert_eq!(updated(&["c", "d"]), json(",\n  \"known_gaps\": [\n    \"c\"\n  ]"));
    assert_eq!(updated(&["d"]), json(""));
    assert_eq!(with_gaps(&json(""), &[], |_| true), json(""));
}
