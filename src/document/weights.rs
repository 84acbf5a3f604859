//! How much each feature of a line speaks for running text and against page chrome.
//!
//! Enters: [`Features`]. Leaves: a sum of named reasons, in logits. Knows nothing of neighbours or kinds.

use super::features::Features;

/// One addend: a name and a weight.
pub type Reason = (&'static str, f64);

/// The reasons for (above zero) and against running text, without those that are zero. Weights are estimates by
/// hand: a phrase that only chrome has outweighs length, length outweighs style.
pub fn reasons(f: &Features) -> Vec<Reason> {
    let brief = f.words < 12;
    let rows = [
        ("length", length(f.length)),
        ("sentence_end", if f.stop && f.words >= 3 { 1.2 } else { 0.0 }),
        ("several_sentences", if f.stops >= 2 && f.words >= 20 { 0.8 } else { 0.0 }),
        ("no_sentence_end", if !f.stop && !f.colon && f.length < 100 { -0.7 } else { 0.0 }),
        ("function_words", function_words(f)),
        ("title_case", if f.capitals > 0.75 && f.words >= 2 && !f.stop && f.function < 0.25 { -0.5 } else { 0.0 }),
        ("chrome_phrase", chrome(f)),
        ("notice", notice(f)),
        ("date_line", if f.dates > 0.6 && brief && !f.item { -2.0 } else { 0.0 }),
        ("numbers", if f.numbers > 0.4 && brief && !f.item { -1.0 } else { 0.0 }),
        ("link_row", if f.separators >= 2 && f.length < 300 { -1.5 } else { 0.0 }),
        ("address", if f.addresses > 0 && f.words < 25 && !f.item { -1.5 } else { 0.0 }),
        ("bracketed", if f.bracketed && f.words <= 8 && f.numbers < 0.3 { -4.0 } else { 0.0 }),
        ("repeated_line", if f.copies > 1 && f.words < 30 && !(f.stop && f.function > 0.2) { -0.8 } else { 0.0 }),
        ("other_language", if f.foreign { -1.2 } else { 0.0 }),
        ("credit", if f.caption_first && f.words < 40 { -1.0 - 2.0 * f.caption } else { 0.0 }),
        ("byline", if f.byline > 0 && f.words < 12 && !f.stop { -1.0 } else { 0.0 }),
        ("published", if f.published && f.has_date && f.words < 25 { -2.0 } else { 0.0 }),
        ("comment_head", if f.thread && f.colon { -3.0 } else { 0.0 }),
        ("marks_only", if f.words == 0 { -4.0 } else { 0.0 }),
        ("heading_mark", if f.heading_mark { 2.0 } else { 0.0 }),
        ("item", if f.item && !f.numbered && f.words >= 2 && f.chrome < 0.4 { 1.0 } else { 0.0 }),
        ("row", if f.row { 1.6 } else { 0.0 }),
        ("links", if f.linked > 0.6 && f.words < 40 { -3.0 } else { 0.0 }),
        ("quoted", if f.quoted && f.words >= 5 { 0.8 } else { 0.0 }),
    ];
    let style = |name: &str| f.row && STYLE.contains(&name);
    rows.into_iter().filter(|(name, weight)| *weight != 0.0 && !style(name)).collect()
}

/// What speaks against running text and is the way of tables and schedules.
const STYLE: [&str; 6] = ["no_sentence_end", "function_words", "title_case", "date_line", "numbers", "address"];

/// How strongly a line closes the article: what follows such a heading is comments, links or a form.
pub fn wall(f: &Features) -> f64 {
    match f.chrome_kind {
        _ if f.thread => -6.0,
        "comments" if f.chrome > 0.7 => -6.0,
        "related" | "newsletter" | "copyright" if f.chrome > 0.7 => -2.0,
        _ => 0.0,
    }
}

/// The sum of the reasons.
pub fn score(f: &Features) -> f64 {
    reasons(f).iter().map(|(_, weight)| weight).sum()
}

/// Headlines and menus have up to ten words, sentences of news 20 on average.
fn length(characters: usize) -> f64 {
    match characters {
        0..20 => -1.6,
        20..45 => -0.8,
        45..80 => 0.2,
        80..140 => 1.2,
        140..240 => 2.2,
        _ => 3.0,
    }
}

/// Running text has a function word in three; menus have none.
fn function_words(f: &Features) -> f64 {
    if !f.has_list {
        0.0
    } else if f.function >= 0.25 && f.words >= 5 {
        0.9
    } else if f.function < 0.08 && f.words >= 3 && f.inner < ENUMERATION && !(f.stop && f.words >= SENTENCE) {
        -0.9
    } else {
        0.0
    }
}

/// A line with a stop and so many words is a sentence, whatever its words: articles and prepositions are no words of
/// their own everywhere.
const SENTENCE: usize = 8;
/// Commas and brackets that make a list of names or ingredients out of a line without function words.
const ENUMERATION: usize = 2;
/// A notice has a phrase of its kind in so many words.
const NOTICE_WORDS: usize = 36;

/// A long line full of phrases of notices is one itself: cookies, rights, conditions.
fn notice(f: &Features) -> f64 {
    let dense = f.words >= 12 && f.notices * NOTICE_WORDS >= f.words;
    match f.notices {
        1 if dense => -2.0,
        2.. if dense => -6.0,
        _ => 0.0,
    }
}

/// Chrome fills its line or begins it; single words of menus inside a line are words like others.
fn chrome(f: &Features) -> f64 {
    match (f.chrome_first, f.chrome < 0.4) {
        (true, _) => -5.0 * f.chrome - chrome_first(f),
        (false, true) => 0.0,
        (false, false) => -5.0 * f.chrome,
    }
}

/// A phrase of chrome at the beginning of a line counts by what it is: a whole notice may follow.
fn chrome_first(f: &Features) -> f64 {
    let notice = matches!(f.chrome_kind, "cookies" | "newsletter" | "copyright" | "comments");
    let pointer = matches!(f.chrome_kind, "related" | "read_more" | "share" | "advert");
    match f.words {
        _ if f.chrome_kind == "disclaimer" => 4.0,
        0..26 if pointer && !f.stop => 4.5,
        0..16 => 1.2,
        16..45 if notice => 1.5,
        16..45 => 0.5,
        _ => 0.3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_text_is_above_zero_and_chrome_below() {
        let body = Features {
            length: 160,
            words: 26,
            stop: true,
            stops: 1,
            function: 0.4,
            has_list: true,
            ..Default::default()
        };
        let menu = Features { length: 8, words: 1, has_list: true, ..Default::default() };
        let share =
            Features { length: 16, words: 3, chrome: 1.0, chrome_first: true, has_list: true, ..Default::default() };
        assert!(score(&body) > 3.0);
        assert!(score(&menu) < -1.0);
        assert!(score(&share) < score(&menu));
    }

    #[test]
    fn each_reason_has_a_name_of_its_own() {
        let all = Features {
            stop: true,
            stops: 3,
            words: 20,
            chrome: 1.0,
            chrome_first: true,
            separators: 3,
            copies: 2,
            foreign: true,
            ..Default::default()
        };
        let mut names: Vec<_> = reasons(&all).iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        assert!(names.len() > 5 && names.windows(2).all(|w| w[0] != w[1]));
    }
}
