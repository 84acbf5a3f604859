//! `src/report.d.ts` says what a report looks like in JavaScript; this holds it against reports and against the
//! Rust types they are made from.

#![cfg(not(target_arch = "wasm32"))]

mod common;
#[path = "common/declaration.rs"]
mod declaration;
#[path = "common/source.rs"]
mod source;

use article_analyser::{OffsetUnit, Options, analyse};
use declaration::{Declaration, Type, parse};
use serde_json::Value;
use source::{File, Token};
use std::collections::{BTreeMap, BTreeSet};

/// Optional keys that no article here brings up. One that turns up has to leave the list.
const RARE: &[&str] = &[];

/// Holds values against a declaration, and remembers which optional keys occurred.
struct Checker<'d> {
    declared: &'d Declaration,
    seen: BTreeSet<String>,
    wrong: BTreeSet<String>,
}

impl<'d> Checker<'d> {
    fn new(declared: &'d Declaration) -> Self {
        Checker { declared, seen: BTreeSet::new(), wrong: BTreeSet::new() }
    }

    /// Holds `value` against the type `name` and returns what is wrong.
    fn check(mut self, value: &Value, name: &str) -> Vec<String> {
        self.compare(value, &Type::Named(name.to_string()), name);
        self.wrong.into_iter().collect()
    }

    /// All keys of a type that describes an object.
    fn keys(&self, of: &Type) -> Option<BTreeMap<String, (bool, Type)>> {
        match of {
            Type::Object(keys) => Some(keys.clone()),
            Type::Named(name) => self.keys(self.declared.get(name)?),
            Type::All(parts) => parts
                .iter()
                .map(|p| self.keys(p))
                .collect::<Option<Vec<_>>>()
                .map(|parts| parts.into_iter().flatten().collect()),
            _ => None,
        }
    }

    /// Whether `value` may be of type `of`, judged without looking inside.
    fn fits(&self, value: &Value, of: &Type) -> bool {
        match of {
            Type::Basic(basic) => match basic.as_str() {
                "number" => value.is_number(),
                "string" => value.is_string(),
                _ => value.is_boolean(),
            },
            Type::Literal(literal) => literal == value,
            Type::Named(name) => self.declared.get(name).is_some_and(|of| self.fits(value, of)),
            Type::Array(_) => value.is_array(),
            Type::Object(_) => value.is_object(),
            Type::All(parts) => parts.iter().all(|of| self.fits(value, of)),
            Type::Any(choices) => choices.iter().any(|of| self.fits(value, of)),
        }
    }

    fn compare(&mut self, value: &Value, of: &Type, place: &str) {
        if !self.fits(value, of) {
            self.wrong.insert(format!("{place}: {value} is not of the declared type"));
            return;
        }
        match of {
            Type::Array(of) => value.as_array().into_iter().flatten().for_each(|v| self.compare(v, of, place)),
            Type::Any(choices) => {
                let choice = choices.iter().find(|of| self.fits(value, of)).expect("one fits");
                self.compare(value, choice, place);
            }
            Type::Named(name) if self.keys(of).is_none() => self.compare(value, &self.declared[name], place),
            _ => {
                let (Some(keys), Some(object)) = (self.keys(of), value.as_object()) else { return };
                let place = if let Type::Named(name) = of { name } else { place };
                for key in object.keys().filter(|key| !keys.contains_key(*key)) {
                    self.wrong.insert(format!("{place}.{key} is not declared"));
                }
                for (key, (optional, of)) in keys {
                    let path = format!("{place}.{key}");
                    match object.get(&key) {
                        Some(value) => {
                            self.seen.insert(path.clone());
                            self.compare(value, &of, &path);
                        }
                        None if optional => {}
                        None => {
                            self.wrong.insert(format!("{path} is missing"));
                        }
                    }
                }
            }
        }
    }

    /// The keys that values of the type `name` can have, at any depth, as [`Self::compare`] calls them.
    fn reachable(&self, of: &Type, place: &str, into: &mut BTreeSet<String>) {
        match of {
            Type::Array(of) => self.reachable(of, place, into),
            Type::Any(choices) => choices.iter().for_each(|of| self.reachable(of, place, into)),
            Type::Named(name) if self.keys(of).is_none() => self.reachable(&self.declared[name], place, into),
            _ => {
                let place = if let Type::Named(name) = of { name } else { place };
                for (key, (_, of)) in self.keys(of).unwrap_or_default() {
                    let path = format!("{place}.{key}");
                    into.insert(path.clone());
                    self.reachable(&of, &path, into);
                }
            }
        }
    }
}

fn declared() -> Declaration {
    parse(include_str!("../src/report.d.ts"))
}

/// Brings up what no article does: a language that is not sure, a number that can be read in two ways.
const UNCERTAIN: [&str; 2] = ["The price was 1.234 today.", "hotel restaurant"];

fn reports() -> impl Iterator<Item = (String, Value)> {
    let uncertain = UNCERTAIN.iter().map(|text| ("uncertain".to_string(), text.to_string()));
    let texts = common::articles().into_iter().chain(uncertain);
    texts.map(|(name, text)| {
        let report = analyse(&text, &Options { offsets: OffsetUnit::Utf16, ..Options::default() });
        (name, serde_json::to_value(report).expect("a report is JSON"))
    })
}

#[test]
fn reports_are_what_the_declaration_says() {
    let declared = declared();
    for (name, report) in reports() {
        let wrong = Checker::new(&declared).check(&report, "Report");
        assert!(wrong.is_empty(), "{name}: {wrong:#?}");
    }
}

#[test]
fn every_declared_key_occurs_or_is_listed_as_rare() {
    let declared = declared();
    let mut checker = Checker::new(&declared);
    let report = Type::Named("Report".to_string());
    reports().for_each(|(_, value)| checker.compare(&value, &report, "Report"));
    let mut reachable = BTreeSet::new();
    checker.reachable(&report, "Report", &mut reachable);
    let unseen: Vec<&str> = reachable.difference(&checker.seen).map(String::as_str).collect();
    let mut rare = RARE.to_vec();
    rare.sort_unstable();
    assert_eq!(unseen, rare, "declared but never seen, and RARE");
}

/// The values that the serialised variants of the enumerations in `file` have, by the name of the enumeration.
fn enumerations(file: &File) -> BTreeMap<String, BTreeSet<String>> {
    let tokens: Vec<Token> = source::tokens(file).into_iter().map(|(token, _)| token).collect();
    let word = |at: usize| if let Some(Token::Word(word)) = tokens.get(at) { word.as_str() } else { "" };
    let mut found = BTreeMap::new();
    let mut rename = String::new();
    for at in 0..tokens.len() {
        match word(at) {
            "rename_all" => match &tokens[at + 2] {
                Token::Literal(rule) => rename = rule.trim_matches('"').to_string(),
                other => panic!("{other:?} is no rule to rename by"),
            },
            "struct" => rename.clear(),
            "enum" => {
                let end = (at..).find(|at| tokens[*at] == Token::Mark('}')).expect("the end of an enumeration");
                // Attributes have been opened up into their words; a variant is what a comma follows.
                let variants = (at + 3..end).filter(|at| tokens[at + 1] == Token::Mark(',')).map(word);
                found.insert(word(at + 1).to_string(), variants.map(|v| renamed(v, &rename)).collect());
                rename.clear();
            }
            _ => {}
        }
    }
    found
}

/// The variant `name` under serde's rule `rule`.
fn renamed(name: &str, rule: &str) -> String {
    let mut words = String::new();
    for (at, letter) in name.char_indices() {
        if letter.is_uppercase() && at > 0 {
            words.push('_');
        }
        words.push(letter);
    }
    match rule {
        "snake_case" => words.to_lowercase(),
        "SCREAMING_SNAKE_CASE" => words.to_uppercase(),
        "UPPERCASE" => name.to_uppercase(),
        "lowercase" => name.to_lowercase(),
        other => panic!("{name}: the rule {other:?} is not understood"),
    }
}

/// All sets of strings that the declaration lists as alternatives.
fn alternatives(of: &Type, into: &mut BTreeSet<BTreeSet<String>>) {
    match of {
        Type::Any(choices) => {
            let strings: Option<BTreeSet<String>> = choices
                .iter()
                .map(|of| if let Type::Literal(Value::String(string)) = of { Some(string.clone()) } else { None })
                .collect();
            into.extend(strings);
            choices.iter().for_each(|of| alternatives(of, into));
        }
        Type::All(parts) => parts.iter().for_each(|of| alternatives(of, into)),
        Type::Array(of) => alternatives(of, into),
        Type::Object(keys) => keys.values().for_each(|(_, of)| alternatives(of, into)),
        Type::Basic(_) | Type::Literal(_) | Type::Named(_) => {}
    }
}

#[test]
fn every_value_of_an_enumeration_is_declared() {
    let mut listed = BTreeSet::new();
    declared().iter().filter(|(name, _)| *name != "AnalyseError").for_each(|(_, of)| alternatives(of, &mut listed));
    let mut made = BTreeSet::new();
    for file in source::sources().iter().filter(|f| ["src/report.rs", "src/text/offsets.rs"].contains(&f.path.as_str()))
    {
        made.extend(enumerations(file).into_values());
    }
    assert!(made.len() >= 13, "{made:#?}");
    assert_eq!(listed, made, "sets of values declared, and sets of values made");
}

#[test]
fn planted_differences_are_found() {
    let declared = parse(
        "export interface Span { start: number; end: number }\n/** A. */\nexport type Kind = | \"a\" | \"b\";\n\
         export interface Report extends Span { kind: Kind; inner: (Span & { rule?: string })[]; none: Span | null }",
    );
    let check = |text: &str, faults: &[&str]| {
        let wrong = Checker::new(&declared).check(&serde_json::from_str(text).unwrap(), "Report");
        assert_eq!(wrong, faults, "{text}");
    };
    check(r#"{"start": 1, "end": 2, "kind": "a", "inner": [{"start": 1, "end": 2, "rule": "r"}], "none": null}"#, &[]);
    check(r#"{"start": 1, "end": 2, "kind": "b", "inner": [], "none": {"start": 1, "end": 2}}"#, &[]);
    check(r#"{"start": 1, "kind": "a", "inner": [], "none": null}"#, &["Report.end is missing"]);
    check(r#"{"start": 1, "end": 2, "kind": "a", "inner": [], "none": null, "x": 1}"#, &["Report.x is not declared"]);
    check(
        r#"{"start": 1, "end": 2, "kind": "c", "inner": [{"start": 1}], "none": 1}"#,
        &[
            r#"Report.inner.end is missing"#,
            r#"Report.kind: "c" is not of the declared type"#,
            r#"Report.none: 1 is not of the declared type"#,
        ],
    );
}

/// A file that exists only in a test.
fn file(path: &str, text: &str) -> File {
    File { path: path.to_string(), text: text.to_string() }
}

#[test]
fn enumerations_are_read_as_serde_writes_them() {
    let text = "#[serde(rename_all = \"snake_case\")]\n#[allow(missing_docs, reason = \"x\")]\npub enum Kind {\n\
                /// A.\n    LessThan,\n    Other,\n}\n#[serde(rename_all = \"UPPERCASE\")] enum Up { Per, Cve, }";
    let found = enumerations(&file("src/x.rs", text));
    assert_eq!(found["Kind"], BTreeSet::from(["less_than".to_string(), "other".to_string()]));
    assert_eq!(found["Up"], BTreeSet::from(["PER".to_string(), "CVE".to_string()]));
}
