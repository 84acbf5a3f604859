//! What several tests of times share: the times of a sentence, and cases of one line each.
//!
//! Enters: language, anchor and text. Leaves: the times as lines. Knows nothing of which times there are.

use article_analyser::lexicon::{Lexicon, Reading};
use article_analyser::text::tokens;
use article_analyser::values::{self, date::Date};

/// The times of `text` in a language on an anchor (`""` for none), as `words = kind value`.
fn found(language: &str, anchor: &str, text: &str) -> Vec<String> {
    let lexicon = Lexicon::of(language);
    let tokens = tokens::tokenise(text);
    let all = 0..tokens.len();
    let reading = Reading::new(text, tokens, [(all.clone(), lexicon)]);
    let (_, times) = values::find(&reading, [(all, lexicon)].into_iter(), Date::parse(anchor), &[]);
    let kind = |t| serde_json::to_value(t).unwrap().as_str().unwrap().to_string();
    times.iter().map(|t| format!("{} = {} {}", t.span.of(text), kind(t.kind), t.timex)).collect()
}

/// One case a line: text, then the times expected, all parted by ` | `.
pub fn check(language: &str, anchor: &str, cases: &str) {
    let mut wrong = Vec::new();
    for case in cases.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut parts = case.split(" | ");
        let text = parts.next().unwrap();
        let expected: Vec<&str> = parts.collect();
        let times = found(language, anchor, text);
        if times != expected {
            wrong.push(format!("{text:?}\n  expected {expected:?}\n  found    {times:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases differ\n{}", wrong.len(), wrong.join("\n"));
}
