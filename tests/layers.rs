//! The house keeps its floors: a file imports from floors below its own, rooms of one floor never in a circle, and
//! only `wasm.rs` speaks of JavaScript.

#![cfg(not(target_arch = "wasm32"))]

#[path = "common/source.rs"]
mod source;

use source::{File, Placed, Token};
use std::collections::{BTreeMap, BTreeSet};

/// The rooms, floor by floor, from the ground up. A room is a file or a folder of `src`.
const FLOORS: &[&[&str]] = &[
    &["text"],
    &["lexicon"],
    &["report"],
    &["language", "values"],
    &["document"],
    &["entities"],
    &["quotes"],
    &["claims"],
    &["notes", "compare"],
    &["lib"],
    &["wasm", "main", "cli"],
];

/// Rooms that use less than their floor allows.
const ONLY: &[(&str, &[&str])] = &[("text", &[]), ("lexicon", &["text"]), ("report", &["text"])];

/// Names that stand for JavaScript.
const JAVASCRIPT: &[&str] =
    &["wasm_bindgen", "serde_wasm_bindgen", "console_error_panic_hook", "js_sys", "web_sys", "JsValue", "JsString"];

/// The only file that may use them.
const BOUNDARY: &str = "src/wasm.rs";

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The path of modules that a file of `src` holds, none for `lib.rs`: `["text", "offsets"]`.
fn modules(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    if inner == "lib" { Vec::new() } else { inner.split('/').map(str::to_string).collect() }
}

/// The room of a path of modules counted from the root of the crate.
fn room(modules: &[String]) -> &str {
    modules.first().map_or("lib", String::as_str)
}

/// The rooms that a file uses, each with the line where it does.
fn uses(file: &File) -> BTreeMap<String, usize> {
    let tokens = source::tokens(file);
    let own = modules(&file.path);
    // Modules written inside the file: at which depth of brackets each opened.
    let (mut inner, mut depth): (Vec<(String, usize)>, usize) = (Vec::new(), 0);
    let mut found = BTreeMap::new();
    for at in 0..tokens.len() {
        let (token, line) = &tokens[at];
        match token {
            Token::Mark('{') => {
                depth += 1;
                if let [.., (Token::Word(module), _), (Token::Word(name), _)] = &tokens[..at]
                    && module == "mod"
                {
                    inner.push((name.clone(), depth));
                }
            }
            Token::Mark('}') => {
                inner.pop_if(|(_, opened)| *opened == depth);
                depth = depth.saturating_sub(1);
            }
            Token::Word(word) if is_path(&tokens, at) => {
                let here = || own.iter().cloned().chain(inner.iter().map(|(name, _)| name.clone())).collect::<Vec<_>>();
                let base = match word.as_str() {
                    "crate" | "article_analyser" => Vec::new(),
                    "self" => here(),
                    "super" => parent(here()),
                    _ => continue,
                };
                for path in tree(&tokens, &mut (at + 1), base) {
                    let target = if floor_of(room(&path)).is_some() { room(&path) } else { "lib" };
                    found.entry(target.to_string()).or_insert(*line);
                }
            }
            _ => {}
        }
    }
    found.remove(room(&own));
    found
}

/// Whether a path begins at `at`: `::` follows, and none stands before.
fn is_path(tokens: &[Placed], at: usize) -> bool {
    let colons = |at: usize| matches!(tokens.get(at..at + 2), Some([(Token::Mark(':'), _), (Token::Mark(':'), _)]));
    colons(at + 1) && !(at >= 2 && colons(at - 2))
}

fn parent(mut modules: Vec<String>) -> Vec<String> {
    modules.pop();
    modules
}

/// The paths of a tree of imports, read from the `::` at `at` on; `base` is what they start from.
fn tree(tokens: &[Placed], at: &mut usize, base: Vec<String>) -> Vec<Vec<String>> {
    let mark = |at: usize, mark: char| matches!(tokens.get(at), Some((Token::Mark(m), _)) if *m == mark);
    if !(mark(*at, ':') && mark(*at + 1, ':')) {
        return vec![base];
    }
    *at += 2;
    match tokens.get(*at) {
        Some((Token::Word(word), _)) => {
            *at += 1;
            let base = match word.as_str() {
                "super" => parent(base),
                "self" => base,
                _ => base.into_iter().chain([word.clone()]).collect(),
            };
            tree(tokens, at, base)
        }
        Some((Token::Mark('{'), _)) => {
            let mut paths = Vec::new();
            *at += 1;
            while *at < tokens.len() && !mark(*at, '}') {
                if let Some((Token::Word(word), _)) = tokens.get(*at) {
                    *at += 1;
                    if word == "as" {
                        *at += 1;
                        continue;
                    }
                    let base =
                        if word == "self" { base.clone() } else { [&base[..], std::slice::from_ref(word)].concat() };
                    paths.extend(tree(tokens, at, base));
                } else {
                    *at += 1;
                }
            }
            *at += 1;
            paths
        }
        _ => vec![base],
    }
}

/// What is wrong with the imports of `files`.
fn check_imports(files: &[File]) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut sideways: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let own = modules(&file.path);
        let from = room(&own);
        let Some(floor) = floor_of(from) else {
            wrong.push(format!("{}: {from} stands on no floor; give it one in tests/layers.rs", file.path));
            continue;
        };
        let allowed = ONLY.iter().find(|(room, _)| *room == from).map(|(_, allowed)| *allowed);
        for (target, line) in uses(file) {
            let above = floor_of(&target);
            if above > Some(floor) {
                wrong.push(format!("{}:{line}: {from} imports {target} from a floor above", file.path));
            } else if allowed.is_some_and(|allowed| !allowed.contains(&target.as_str())) {
                wrong.push(format!("{}:{line}: {from} may not import {target}", file.path));
            } else if above == Some(floor) {
                sideways.entry(from.to_string()).or_default().insert(target);
            }
        }
    }
    for start in sideways.keys() {
        if reaches(&sideways, start, start) {
            wrong.push(format!("{start} imports itself in a circle through its floor"));
        }
    }
    wrong
}

/// Whether a walk along `edges` from `start` comes to `goal`.
fn reaches(edges: &BTreeMap<String, BTreeSet<String>>, start: &str, goal: &str) -> bool {
    let (mut seen, mut next) = (BTreeSet::new(), vec![start]);
    while let Some(room) = next.pop() {
        for target in edges.get(room).into_iter().flatten() {
            if target == goal {
                return true;
            }
            if seen.insert(target) {
                next.push(target);
            }
        }
    }
    false
}

/// What is wrong with who names JavaScript.
fn check_boundary(files: &[File]) -> Vec<String> {
    let outside = files.iter().filter(|f| f.path != BOUNDARY);
    let named = outside.flat_map(|file| source::tokens(file).into_iter().map(move |token| (file, token)));
    let wrong =
        named.filter(|(_, (token, _))| matches!(token, Token::Word(word) if JAVASCRIPT.contains(&word.as_str())));
    wrong.map(|(file, (token, line))| format!("{}:{line}: {token:?} belongs into {BOUNDARY}", file.path)).collect()
}

#[test]
fn no_file_imports_from_above_or_in_a_circle() {
    let files = source::sources();
    assert!(files.len() > 20, "only {} files in src", files.len());
    let wrong = check_imports(&files);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_arrows_of_the_house_are_seen() {
    let mut drawn: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in source::sources() {
        drawn.entry(room(&modules(&file.path)).to_string()).or_default().extend(uses(&file).into_keys());
    }
    let arrow = |from: &str, to: &str| assert!(drawn[from].contains(to), "{from} does not use {to}: {drawn:?}");
    arrow("report", "text");
    arrow("document", "language");
    arrow("claims", "document");
    arrow("wasm", "lib");
}

#[test]
fn only_one_file_names_javascript() {
    let wrong = check_boundary(&source::sources());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file that exists only in a test.
fn file(path: &str, text: &str) -> File {
    File { path: path.to_string(), text: text.to_string() }
}

/// What is wrong with a file `path` of this text.
fn planted(path: &str, text: &str) -> Vec<String> {
    let files = [file(path, text)];
    [check_imports(&files), check_boundary(&files)].concat()
}

#[test]
fn planted_arrows_are_found() {
    let above = |path, text| assert_eq!(planted(path, text).len(), 1, "{path}: {text}: {:?}", planted(path, text));
    above("src/text/mod.rs", "use crate::lexicon::Lexicon;");
    above("src/text/tokens.rs", "use super::super::report::Report;");
    above("src/text/tokens.rs", "pub fn f(r: &crate::report::Report) {}");
    above("src/text/tokens.rs", "use crate::Report;");
    above("src/report.rs", "use crate::{text::Span, lexicon::{self, Cue}};");
    above("src/lexicon/mod.rs", "use super::report::{Comparator};");
    above("src/values/figures.rs", "mod inner { fn f() { super::super::super::claims::find() } }");
    above("src/entities/names.rs", "use crate::{document::Document, quotes as said};");
    above("src/claims/mod.rs", "use crate::*;");
    above("src/novel.rs", "//! No floor.");
    above("src/notes/mod.rs", "use wasm_bindgen::prelude::*;");
    above("src/quotes/mod.rs", "fn f(v: JsValue) {}");
    let none: [&str; 0] = [];
    assert_eq!(planted("src/entities/names.rs", "use super::Found; use crate::{text::Span, values::date};"), none);
    assert_eq!(planted("src/lib.rs", "use crate::claims; // use crate::wasm\n/// crate::wasm::x\nfn f() {}"), none);
    assert_eq!(planted("src/text/mod.rs", "#[cfg(test)] mod tests { use crate::report::Report; }"), none);
    assert_eq!(planted("src/main.rs", "use article_analyser::{analyse, report::Report};"), none);
}

#[test]
fn a_planted_circle_is_found() {
    let one = file("src/language.rs", "use crate::values::find;");
    let other = file("src/values/mod.rs", "use crate::language::detect;");
    assert_eq!(check_imports(std::slice::from_ref(&one)), [""; 0]);
    assert_eq!(check_imports(&[one, other]).len(), 2);
}
