//! Figures: numbers written in every locale's way are read back, garbage does no harm, and the Indonesian battery.

#![cfg(not(target_arch = "wasm32"))]

use article_analyser::lexicon::{Lexicon, Reading};
use article_analyser::report::{Figure, Time};
use article_analyser::text::tokens;
use article_analyser::values;
use proptest::prelude::*;

fn read(language: &str, text: &str) -> (Vec<Figure>, Vec<Time>) {
    let lexicon = Lexicon::of(language);
    let tokens = tokens::tokenise(text);
    let all = 0..tokens.len();
    let reading = Reading::new(text, tokens, [(all.clone(), lexicon)]);
    values::find(&reading, [(all, lexicon)].into_iter(), None, &[])
}

fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_string()
}

fn figure(text: &str, f: &Figure) -> String {
    let mut line = format!("{} = {} {}", f.span.of(text), name(f.kind), f.value);
    f.upper.iter().for_each(|v| line += &format!("..{v}"));
    f.unit.iter().chain(&f.currency).for_each(|u| line += &format!(" {u}"));
    f.comparator.iter().for_each(|c| line += &format!(" {}", name(c)));
    f.reading.iter().for_each(|v| line += &format!(" or {v}"));
    line
}

/// Whether the figures and the times of a text are these, parted by ` ; `.
fn check(language: &str, text: &str, figures: &str, times: &str) -> Result<(), String> {
    let (found_figures, found_times) = read(language, text);
    let found = found_figures.iter().map(|f| figure(text, f)).collect::<Vec<_>>().join(" ; ");
    let line = |t: &Time| format!("{} = {} {}", t.span.of(text), name(t.kind), t.timex);
    let when = found_times.iter().map(line).collect::<Vec<_>>().join(" ; ");
    let same = found == figures && when == times;
    same.then_some(()).ok_or(format!("{text}\n  expected {figures} | {times}\n  found    {found} | {when}"))
}

#[test]
fn the_indonesian_battery() {
    let battery: toml::Table = include_str!("figures_id.toml").parse().unwrap();
    let (mut all, mut wrong) = (0, Vec::new());
    for group in battery["groups"].as_array().unwrap() {
        let rule = group["rule"].as_str().unwrap();
        for case in group["cases"].as_array().unwrap() {
            let [text, figures, times] = [0, 1, 2].map(|i| case[i].as_str().unwrap());
            all += 1;
            wrong.extend(check("ind", text, figures, times).err().map(|e| format!("{rule}\n{e}")));
        }
    }
    assert!(all >= 150, "the battery has {all} cases");
    assert!(wrong.is_empty(), "{} of {all} cases differ\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether the values are these, ranges by their ends, parted by ` ; `, to six digits.
fn check_values(language: &str, text: &str, values: &str) -> Result<(), String> {
    let found: Vec<f64> = read(language, text).0.iter().flat_map(|f| [Some(f.value), f.upper]).flatten().collect();
    let wanted: Vec<f64> = values.split(" ; ").flat_map(|v| v.split("..")).map(|v| v.parse().unwrap()).collect();
    let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-6 * b.abs();
    let same = found.len() == wanted.len() && found.iter().zip(&wanted).all(near);
    same.then_some(()).ok_or(format!("{language}: {text}: expected {wanted:?}, found {found:?}"))
}

#[test]
fn numbers_in_words_have_their_values() {
    let battery: toml::Table = include_str!("figures_in_words.toml").parse().unwrap();
    let mut wrong = Vec::new();
    for (language, cases) in &battery {
        for case in cases.as_array().unwrap() {
            wrong.extend(check_values(language, case[0].as_str().unwrap(), case[1].as_str().unwrap()).err());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same sentence with a number in each locale's way of writing.
fn written(value: u64, group: &str, decimal: &str, decimals: &str) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    if decimals.is_empty() { out } else { format!("{out}{decimal}{decimals}") }
}

/// Language, group separators and decimal separator in use.
const LOCALES: &[(&str, &[&str], &str)] = &[
    ("eng", &[",", "\u{202F}", "\u{A0}"], "."),
    ("deu", &[".", "\u{202F}", "\u{A0}", "'", "’"], ","),
    ("ind", &["."], ","),
    ("fra", &["\u{202F}", "\u{A0}", " ", "\u{2009}"], ","),
    ("spa", &[".", "\u{202F}", " "], ","),
    ("por", &[".", "\u{A0}"], ","),
    ("ita", &[".", "'"], ","),
    ("nld", &["."], ","),
];

proptest! {
    // Each case reads the same number in every locale and grouping.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn numbers_of_every_locale_are_read_back(value in 3000u64..10_000_000_000, cents in 0u32..100) {
        for (language, groups, decimal) in LOCALES {
            for group in *groups {
                for decimals in [String::new(), format!("{cents:02}")] {
                    let text = format!("x {} x", written(value, group, decimal, &decimals));
                    let (figures, _) = read(language, &text);
                    let expected: f64 = if decimals.is_empty() { value as f64 } else { format!("{value}.{decimals}").parse().unwrap() };
                    let found: Vec<f64> = figures.iter().map(|f| f.value).collect();
                    prop_assert_eq!(&found, &vec![expected], "{} {}", language, text);
                }
            }
        }
    }

    #[test]
    fn any_text_gives_spans_on_boundaries_and_in_order(text in "(\\PC|[0-9.,:/+-]| |Mio\\.|million|und|and|one|half|%|\\$|€|May|Mai|every|vor|ago|Uhr|ke){0,60}", language in 0usize..9) {
        let language = ["eng", "deu", "ind", "fra", "spa", "por", "ita", "nld", "xyz"][language];
        let (figures, times) = read(language, &text);
        for spans in [figures.iter().map(|f| f.span).collect::<Vec<_>>(), times.iter().map(|t| t.span).collect()] {
            for span in &spans {
                prop_assert!(text.get(span.start..span.end).is_some_and(|s| !s.trim().is_empty()), "{span:?} in {text:?}");
            }
            prop_assert!(spans.windows(2).all(|w| w[0].end <= w[1].start), "{spans:?} in {text:?}");
        }
        for figure in &figures {
            prop_assert!(figure.value.is_finite() && figure.upper.is_none_or(|u| u >= figure.value), "{figure:?} in {text:?}");
            prop_assert!(times.iter().all(|t| !t.span.overlaps(figure.span)), "{figure:?} in {text:?}");
        }
    }
}
