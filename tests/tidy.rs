//! What every source file of the crate and of the page keeps to, one rule a function.

#![cfg(not(target_arch = "wasm32"))]

#[path = "common/source.rs"]
mod source;

use source::{File, Token};
use std::collections::BTreeSet;

/// The longest a Rust file may be, in lines before its unit tests.
const LONGEST: usize = 350;

/// Files that are one long list: of data types, of names with a line on each.
const LISTS: &[&str] = &["src/report.rs", "src/lexicon/cue.rs"];

/// The table of languages, whose English names the report gives: some are not written in ASCII.
const LANGUAGE_NAMES: &str = "src/language/codes.rs";

/// Whether a file belongs to the command line, which alone may print.
fn is_command_line(path: &str) -> bool {
    path == "src/main.rs" || path == "src/cli.rs" || path.starts_with("src/cli/")
}

/// A file opens by saying what enters it, what leaves it and what it must not know.
fn opens_with_its_purpose(file: &File) -> Vec<String> {
    let opens = file.text.lines().next().is_some_and(|line| line.starts_with("//! ") && line.len() > "//! ".len());
    if opens { Vec::new() } else { vec![format!("{}: does not open with //!", file.path)] }
}

/// A file is one room.
fn is_short(file: &File) -> Vec<String> {
    let lines = file.text.lines().take_while(|line| line.trim_end() != "#[cfg(test)]").count();
    if lines <= LONGEST || LISTS.contains(&file.path.as_str()) {
        return Vec::new();
    }
    vec![format!("{}: {lines} lines, more than {LONGEST}: two rooms", file.path)]
}

/// Words that code must not use, each with where it may stand after all.
fn uses_no_forbidden_word(file: &File) -> Vec<String> {
    let printing = ["print", "println", "eprint", "eprintln", "dbg"];
    let unfinished = ["todo", "unimplemented"];
    let forbidden = |word: &str| {
        word == "unsafe" || unfinished.contains(&word) || printing.contains(&word) && !is_command_line(&file.path)
    };
    let tokens = source::tokens(file);
    let found = tokens.iter().filter(|(token, _)| matches!(token, Token::Word(word) if forbidden(word)));
    found.map(|(token, line)| format!("{}:{line}: {token:?}", file.path)).collect()
}

/// The letters of a string as its reader gets them: what stands between the quotation marks, escapes of code
/// points resolved. None for what is no string.
fn content(literal: &str) -> Option<String> {
    let text = literal.trim_start_matches(['b', 'c', 'r', '#']).trim_end_matches('#');
    let text = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut parts = text.split("\\u{");
    let mut out = parts.next()?.to_string();
    for part in parts {
        let (code, rest) = part.split_once('}')?;
        out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        out.push_str(rest);
    }
    Some(out)
}

/// Words of languages live in the lexicon: no letter beyond ASCII stands in a string, nor one of `words` alone.
/// Single characters are no words, and neither are codes of languages, three letters at most.
fn literals_hold_no_language(file: &File, words: &BTreeSet<String>) -> Vec<String> {
    let tokens = source::tokens(file);
    let strings = tokens.iter().filter_map(|(token, line)| match token {
        Token::Literal(literal) => Some((content(literal)?, line)),
        _ => None,
    });
    strings
        .filter(|(text, _)| {
            let foreign = text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            foreign && !is_alphabet(text) || text.len() > 3 && words.contains(text.trim())
        })
        .map(|(text, line)| format!("{}:{line}: {text:?} is a word of a language", file.path))
        .collect()
}

/// Whether a string is a set of letters: too long for a word, and none twice.
fn is_alphabet(text: &str) -> bool {
    let letters: BTreeSet<char> = text.chars().collect();
    letters.len() == text.chars().count() && letters.len() > 20
}

/// The list of capitalised words that are no names: counted from text, and not all of them the language's own.
const COUNTED: &str = "not_names";

/// The phrases of all languages but English, which names of fields and rules are written in. Left out are words that
/// were counted from text, and names that are values of settings.
fn foreign_words() -> BTreeSet<String> {
    let (mut known, mut foreign) = (BTreeSet::new(), BTreeSet::new());
    for file in source::files("src/lexicon", &[".toml"]) {
        let table: toml::Table = file.text.parse().unwrap_or_else(|e| panic!("{}: {e}", file.path));
        let is_english = ["eng", "mul"].contains(&table["code"].as_str().unwrap_or_default());
        for (key, value) in table {
            match key.as_str() {
                "examples" => {}
                "language" => phrases(&value, &mut BTreeSet::new(), &mut known),
                _ if is_english => phrases(&value, &mut BTreeSet::new(), &mut known),
                _ => phrases(&value, &mut known, &mut foreign),
            }
        }
    }
    foreign.difference(&known).filter(|phrase| phrase.chars().any(char::is_alphabetic)).cloned().collect()
}

/// Collects the values of settings and the listed phrases.
fn phrases(value: &toml::Value, settings: &mut BTreeSet<String>, listed: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(setting) => settings.extend([setting.clone()]),
        toml::Value::Array(list) => listed.extend(list.iter().filter_map(|p| p.as_str()).map(str::to_string)),
        toml::Value::Table(table) => {
            table.iter().filter(|(key, _)| *key != COUNTED).for_each(|(_, value)| phrases(value, settings, listed));
        }
        _ => {}
    }
}

/// The page works under a strict policy: nothing inline, nothing from elsewhere, no text turned into markup.
fn keeps_the_policy(file: &File) -> Vec<String> {
    let text = file.text.to_lowercase();
    let ending = file.path.rsplit('.').next().unwrap_or("");
    let mut wrong = Vec::new();
    let mut forbid = |found: bool, what: &str| {
        if found {
            wrong.push(format!("{}: {what}", file.path));
        }
    };
    if ending == "html" {
        for tag in text.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            let is = |name: &str| {
                tag == name || tag.starts_with(&format!("{name} ")) || tag.starts_with(&format!("{name}\n"))
            };
            forbid(is("style"), "inline style sheet");
            forbid(is("script") && !tag.contains("src="), "inline script");
            forbid(tag.contains("javascript:"), "script in a link");
            let mut attributes = tag.split_whitespace().skip(1).filter_map(|a| a.split_once('='));
            forbid(attributes.clone().any(|(name, _)| name == "style"), "inline style");
            forbid(attributes.clone().any(|(name, _)| name.starts_with("on")), "inline handler");
            let elsewhere = attributes.any(|(_, value)| is_elsewhere(value.trim_matches(['"', '\''])));
            forbid(elsewhere && !is("a"), "something from another origin");
        }
    }
    if ending == "css" {
        let loaded = text.split("url(").skip(1).map(|rest| rest.trim_start_matches(['"', '\'']));
        let imported = text.split("@import").skip(1).map(|rest| rest.trim_start().trim_start_matches(['"', '\'']));
        forbid(loaded.chain(imported).any(is_elsewhere), "something from another origin");
    }
    if ending == "js" {
        let markup =
            ["innerhtml", "outerhtml", "insertadjacenthtml", "document.write", "domparser", "eval(", "new function("];
        // A document made by the parser belongs to no window: what the reader drops is parsed, and not run.
        let allowed = |word: &&&str| **word != "domparser" || file.path != PAGE_READER;
        markup.iter().filter(allowed).for_each(|word| forbid(text.contains(word), word));
        // What follows any quotation mark: which of them open a string is not worth a parser here.
        let mut quoted = text.split(['"', '\'', '`']).skip(1).filter(|t| !t.starts_with(NAMESPACES));
        forbid(quoted.any(is_elsewhere), "an address of another origin");
    }
    wrong
}

/// The one file that parses markup.
const PAGE_READER: &str = "www/page/html.js";

/// Names of vocabularies that look like addresses and are never loaded.
const NAMESPACES: &str = "http://www.w3.org/";

fn is_elsewhere(address: &str) -> bool {
    ["http://", "https://", "//", "ws://", "wss://"].iter().any(|scheme| address.starts_with(scheme))
}

/// Runs a rule over files and reports everything that is wrong.
fn check(files: &[File], rule: impl Fn(&File) -> Vec<String>) {
    assert!(!files.is_empty(), "no files to check");
    let wrong: Vec<String> = files.iter().flat_map(rule).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_source_file_says_what_it_is() {
    check(&source::files("src", &[".rs"]), opens_with_its_purpose);
    check(&source::files("tests", &[".rs"]), opens_with_its_purpose);
}

#[test]
fn every_source_file_is_one_room() {
    check(&source::sources(), is_short);
}

#[test]
fn nothing_is_unsafe_unfinished_or_printed() {
    check(&source::sources(), uses_no_forbidden_word);
}

#[test]
fn words_of_languages_live_in_the_lexicon() {
    let words = foreign_words();
    let mut files = source::sources();
    files.retain(|f| f.path != LANGUAGE_NAMES);
    check(&files, |file| literals_hold_no_language(file, &words));
}

#[test]
fn the_page_keeps_its_policy() {
    let mut files = source::files("www", &[".html", ".css", ".js"]);
    files.retain(|f| !f.path.starts_with("www/pkg/"));
    check(&files, keeps_the_policy);
}

/// A file that exists only in a test.
fn file(path: &str, text: &str) -> File {
    File { path: path.to_string(), text: text.to_string() }
}

/// Checks that `rule` finds as many faults as there should be in a file of this text.
fn planted(rule: impl Fn(&File) -> Vec<String>, path: &str, text: &str, faults: usize) {
    let found = rule(&file(path, text));
    assert_eq!(found.len(), faults, "{text}: {found:#?}");
}

#[test]
fn planted_faults_of_files_are_found() {
    planted(opens_with_its_purpose, "src/x.rs", "//! Something.\n", 0);
    planted(opens_with_its_purpose, "src/x.rs", "// Something.\n", 1);
    planted(opens_with_its_purpose, "src/x.rs", "//!\n", 1);
    planted(opens_with_its_purpose, "src/x.rs", "", 1);
    planted(is_short, "src/x.rs", &"\n".repeat(350), 0);
    planted(is_short, "src/x.rs", &"\n".repeat(351), 1);
    planted(is_short, "src/x.rs", &format!("{}#[cfg(test)]\n{}", "\n".repeat(350), "\n".repeat(99)), 0);
    planted(is_short, "src/report.rs", &"\n".repeat(351), 0);
}

#[test]
fn words_of_the_lexicon_are_known() {
    let words = foreign_words();
    for word in ["tegasnya", "noviembre", "zufolge"] {
        assert!(words.contains(word), "{word}");
    }
    for name in ["percent", "http", "said"] {
        assert!(!words.contains(name), "{name}");
    }
}

#[test]
fn planted_words_are_found() {
    planted(uses_no_forbidden_word, "src/x.rs", "fn f() { unsafe { g() } }", 1);
    planted(uses_no_forbidden_word, "src/x.rs", "fn f() { println!(\"\"); dbg!(1); }", 2);
    planted(uses_no_forbidden_word, "src/main.rs", "fn f() { println!(\"\"); }", 0);
    planted(uses_no_forbidden_word, "src/x.rs", "fn f() { todo!() }", 1);
    planted(uses_no_forbidden_word, "src/x.rs", "#![forbid(unsafe_code)] // println!\n/// unsafe\nfn f() {}", 0);
    let words = BTreeSet::from(["katanya".to_string()]);
    let rule = |file: &File| literals_hold_no_language(file, &words);
    planted(rule, "src/x.rs", "const A: &str = \"größer\";", 1);
    planted(rule, "src/x.rs", "const A: &str = \"\\u{e9}\";", 1);
    planted(rule, "src/x.rs", "const A: char = 'ß';", 0);
    planted(rule, "src/x.rs", "const A: &str = r#\"漢\"#;", 1);
    planted(rule, "src/x.rs", "const A: &str = \"katanya\";", 1);
    planted(rule, "src/x.rs", "const A: &str = \"abcdefghijklmnopqrstäöü\";", 0);
    planted(rule, "src/x.rs", "const A: &[&str] = &[\"„\", \"»\", \"\\u{a0}\", \"quote\", \"€\"];", 0);
    planted(rule, "src/x.rs", "/// größer\nfn f<'a>() {} // ß\n#[cfg(test)] mod tests { const A: &str = \"ß\"; }", 0);
}

#[test]
fn planted_faults_of_the_page_are_found() {
    let html = |text: &str, faults| planted(keeps_the_policy, "www/x.html", text, faults);
    html("<script type=\"module\" src=\"main.js\"></script><link rel=\"icon\" href=\"icon.svg\">", 0);
    html("<a class=\"x\" href=\"https://example.org/\">source</a><!doctype html>", 0);
    html("<script>alert(1)</script>", 1);
    html("<style>p {}</style>", 1);
    html("<p style=\"color: red\">", 1);
    html("<p class=\"x\"\n  onclick=\"f()\">", 1);
    html("<a href=\"javascript:f()\">", 1);
    html("<img src=\"https://example.org/x.png\">", 1);
    html("<script src=\"//example.org/x.js\"></script>", 1);
    let css = |text: &str, faults| planted(keeps_the_policy, "www/x.css", text, faults);
    css("@import \"light.css\"; p { background: url(\"icon.svg\") } /* see https://example.org */", 0);
    css("p { background: url(https://example.org/x.png) }", 1);
    css("@import 'https://example.org/x.css';", 1);
    let js = |text: &str, faults| planted(keeps_the_policy, "www/x.js", text, faults);
    js("import { a } from './a.js'; node.textContent = text; // https://example.org", 0);
    js("document.createElementNS('http://www.w3.org/2000/svg', 'svg')", 0);
    js("node.innerHTML = text", 1);
    js("fetch('https://example.org/')", 1);
    js("import a from \"https://example.org/a.js\"", 1);
}
