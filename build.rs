//! Turns `src/lexicon/*.toml` into Rust tables, so that the shipped module needs no TOML parser.
//!
//! A list at a path becomes a row (path, "", phrases) if the path is two or more keys deep and its parent holds
//! no values; a list under a table of values becomes (parent path, key, phrases). Which is which is decided by
//! the schema below: paths named in `VALUED` hold tables of values. All rows of a language are one text of lines,
//! as `src/lexicon/rows.rs` reads it.

use std::{env, fmt::Write as _, fs, path::Path};

/// What the line of a path and that of a value begin with.
const PATH: char = '\u{1}';
const VALUE: char = '\u{2}';

/// The paths whose tables list phrases by value.
const VALUED: &[&str] = &[
    "numbers.words",
    "numbers.magnitudes",
    "numbers.ordinals",
    "numbers.fractions",
    "numbers.fractions_added",
    "numbers.magnitude_symbols",
    "numbers.magnitudes_of_money",
    "comparators.before",
    "comparators.after",
    "units",
    "currencies",
    "currencies_after",
    "currencies_minor",
    "times.months",
    "times.months_weak",
    "times.weekdays",
    "times.weekdays_weak",
    "times.units",
    "times.relative_days",
    "times.shifts",
    "times.shifts_after",
    "times.narrative_words",
    "times.narrative_shifts",
    "times.narrative_shifts_after",
    "times.holidays",
    "times.sets",
    "times.quarters",
    "times.date_marks",
    "times.durations",
    "times.clock_before",
    "times.clock_names",
    "times.clock_leads",
    "times.clock_shifts",
    "times.clock_tails",
    "times.clock_tail_joiners",
    "times.relative_parts",
    "times.length_shifts",
    "times.zones",
    "times.parts",
    "times.seasons",
    "times.day_parts",
    "times.clock",
    "blocks.boilerplate",
    "quotes.speaker_nouns",
    "claims.change",
    "quotes.pronouns",
    "quotes.separable_verbs",
    "quotes.phrase",
    "claims.first_person",
    "claims.anaphors",
    "quotes.reported_mood",
];

fn main() {
    let folder = Path::new("src/lexicon");
    println!("cargo::rerun-if-changed=src/lexicon");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("src/lexicon is readable")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "toml"))
        .collect();
    files.sort();
    let mut code = format!("static SOURCES: [Source; {}] = [\n", files.len());
    for file in &files {
        let text = fs::read_to_string(file).expect("a language file is readable");
        let table: toml::Table = text.parse().unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        code.push_str(&source(file, &table));
    }
    code.push_str("];\n");
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("lexica.rs"), code).expect("OUT_DIR is writable");
}

fn source(file: &Path, table: &toml::Table) -> String {
    let Some(code) = table.get("code").and_then(|c| c.as_str()) else {
        panic!("{}: no `code` (the ISO 639-3 code of the language)", file.display())
    };
    let (mut settings, mut rows) = (String::new(), String::new());
    for (key, value) in table.iter().filter(|(key, _)| *key != "examples") {
        walk(file, key, value, &mut settings, &mut rows);
    }
    format!("    Source {{ code: {code:?}, settings: &[{settings}], rows: {rows:?} }},\n")
}

fn walk<'a>(file: &Path, path: &str, value: &'a toml::Value, settings: &mut String, rows: &mut String) {
    let fail = |what: &str| -> ! { panic!("{}: {path}: {what}", file.display()) };
    match value {
        toml::Value::String(s) => {
            let _ = write!(settings, "({path:?}, {s:?}), ");
        }
        toml::Value::Array(list) => {
            let phrase = |p: &'a toml::Value| match p.as_str() {
                Some(phrase) if !phrase.contains(['\n', PATH, VALUE]) => phrase,
                _ => fail("a phrase is not a string of one line"),
            };
            let phrases: Vec<&str> = list.iter().map(phrase).collect();
            let (place, value) = path.rsplit_once('\t').unwrap_or((path, ""));
            if last_path(rows) != Some(place) {
                let _ = writeln!(rows, "{PATH}{place}");
            }
            let _ = writeln!(rows, "{VALUE}{value}");
            phrases.iter().for_each(|phrase| rows.extend([phrase, "\n"]));
        }
        toml::Value::Table(table) => {
            let glue = if VALUED.contains(&path) { '\t' } else { '.' };
            for (key, value) in table {
                walk(file, &format!("{path}{glue}{key}"), value, settings, rows);
            }
        }
        _ => fail("expected a string, a list of phrases or a table"),
    }
}

fn last_path(rows: &str) -> Option<&str> {
    rows.rsplit_once(PATH)?.1.lines().next()
}
