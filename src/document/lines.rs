//! The text to logical lines: what an editor would show as one line, hard-wrapped lines joined again.
//!
//! Enters: the source text and its tokens. Leaves: [`Line`]s in order, with white space only between them. Knows
//! nothing of languages or kinds.

use crate::lexicon::Reading;
use crate::text::{Span, Token};
use std::ops::Range;

/// One logical line that has something on it.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where, in bytes, without the white space around it.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// How many empty lines stand before it.
    pub gap: usize,
    /// How many lines of the source it is made of.
    pub wrapped: usize,
}

/// Text wraps at no fewer columns than this: shorter lines are lists, verses, menus.
const NARROWEST: usize = 45;
/// Columns of print wrap at no fewer than this; most lines that go on with them begin with a small letter.
const COLUMN: usize = 24;
/// This share of the lines of a column goes on with a small letter, or has a hyphen before it, at least.
const GOES_ON: f64 = 0.35;
/// Text wraps at no more columns than this: longer lines are paragraphs.
const WIDEST: usize = 130;
/// A line counts as full when the next word would have brought it over this share of the longest line: text set
/// in a proportional font (PDF) varies by about a tenth.
const FULL: f64 = 0.88;
/// This share of the lines of a run is full where text is wrapped; the others end paragraphs.
const MOSTLY: f64 = 0.75;

/// The logical lines of `text`. `tokens` are those of the text, in order.
pub fn split(text: &str, tokens: &[Token]) -> Vec<Line> {
    let mut lines = source_lines(text);
    let mut at = 0;
    for line in &mut lines {
        let start = at;
        while tokens.get(at).is_some_and(|t| t.span().start < line.span.end) {
            at += 1;
        }
        line.tokens = start..at;
    }
    // A line of marks that make no token (control characters) says nothing and may not stand alone.
    lines.retain(|line| !line.tokens.is_empty());
    join_wrapped(text, lines)
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn source_lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut at, mut gap) = (0, 0);
    for (number, piece) in text.split_inclusive(is_break).enumerate() {
        let start = at + (piece.len() - piece.trim_start().len());
        let end = at + piece.trim_end().len();
        // The second half of CRLF is no line of its own.
        let half = piece == "\n" && at > 0 && text.as_bytes()[at - 1] == b'\r';
        at += piece.len();
        if start < end {
            lines.push(Line { span: Span::new(start, end), tokens: 0..0, gap, wrapped: 1 });
            gap = 0;
        } else if !half && number > 0 {
            gap += 1;
        }
    }
    lines
}

fn join_wrapped(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let widths: Vec<usize> = lines.iter().map(|l| l.span.of(text).chars().take(WIDEST + 1).count()).collect();
    let first_words: Vec<usize> = lines.iter().map(|l| first_word(l.span.of(text))).collect();
    let joins = wrapped_runs(text, &lines, &widths, &first_words);
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for (line, wrapped) in lines.into_iter().zip(joins) {
        match joined.last_mut() {
            Some(last) if wrapped || line.gap == 0 && continues(last.span.of(text), line.span.of(text)) => {
                last.span.end = line.span.end;
                last.tokens.end = line.tokens.end;
                last.wrapped += 1;
            }
            _ => joined.push(line),
        }
    }
    joined
}

/// Whether `next` goes on with the sentence that `last` left open: it begins with a mark that never begins a line,
/// or in lower case where a sentence or a long line follows an unfinished one of some words.
fn continues(last: &str, next: &str) -> bool {
    let (depth, next) = cited(next);
    let Some(first) = next.chars().next().filter(|_| cited(last).0 == depth) else { return false };
    if matches!(first, '.' | ',' | ';' | '!' | '?' | '。' | '、' | '，') {
        return !ends_sentence(last) && !next[first.len_utf8()..].starts_with(first);
    }
    let open = !ends_sentence(last) && !last.ends_with(':') && last.split_whitespace().nth(2).is_some();
    let goes_on =
        ends_sentence(next) && next.split_whitespace().nth(2).is_some() || next.chars().nth(NARROWEST).is_some();
    first.is_lowercase() && open && goes_on
}

/// How many marks of mail that is answered a line begins with, and what follows them.
fn cited(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches(['>', ' ']);
    (line[..line.len() - rest.len()].matches('>').count(), rest)
}

/// Whether `next` begins as a line does that goes on with `line`: with a small letter, or behind a hyphen.
fn runs_on(line: &str, next: &str) -> bool {
    next.starts_with(char::is_lowercase) || line.ends_with('-') && next.starts_with(char::is_alphabetic)
}

/// For each line, whether it continues the one before.
fn wrapped_runs(text: &str, lines: &[Line], widths: &[usize], words: &[usize]) -> Vec<bool> {
    let mut joins = vec![false; lines.len()];
    let mut usual = 0;
    // Runs of three lines and more tell the width by themselves; shorter ones follow it.
    for short in [false, true] {
        let mut start = 0;
        while start < lines.len() {
            let mut end = start + 1;
            while end < lines.len() && lines[end].gap == 0 {
                end += 1;
            }
            let run = start..end;
            start = end;
            if (run.len() < 3) != short || run.len() < 2 {
                continue;
            }
            let own = widths[run.clone()].iter().copied().max().unwrap_or(0);
            let width = if short { usual } else { own };
            let inner = run.start..run.end - 1;
            let runs_on = |i: &usize| runs_on(lines[*i].span.of(text), lines[i + 1].span.of(text));
            let column = || {
                let small = inner.clone().filter(runs_on).count() as f64;
                width >= COLUMN && small >= GOES_ON * inner.len() as f64
            };
            if own > width + width / 8 || width > WIDEST || width < NARROWEST && !column() {
                continue;
            }
            let full = |i: usize| (widths[i] + 1 + words[i + 1]) as f64 >= FULL * width as f64;
            let share = inner.clone().filter(|i| full(*i)).count() as f64 / inner.len() as f64;
            let unfinished = inner.clone().filter(|i| !ends_sentence(lines[*i].span.of(text))).count();
            if share < MOSTLY || 2 * unfinished < inner.len() {
                continue;
            }
            usual = usual.max(width);
            for i in inner {
                let depth = |i: usize| cited(lines[i].span.of(text)).0;
                joins[i + 1] = full(i) && !begins_item(text, &lines[i + 1]) && depth(i) == depth(i + 1);
            }
        }
    }
    joins
}

/// The length of the first word of a line in characters, no more than a wrapped line can hold.
fn first_word(line: &str) -> usize {
    line.chars().take(WIDEST).take_while(|c| !c.is_whitespace()).count()
}

/// The length of a text in characters: a row of white space counts as one, signs for words or syllables (Chinese,
/// Japanese, Korean) as two and a half.
pub fn length(text: &str) -> usize {
    let mut spaced = false;
    let halves = text.chars().map(|c| match std::mem::replace(&mut spaced, c.is_whitespace()) {
        true if spaced => 0,
        _ if wide(c) => 5,
        _ => 2,
    });
    halves.sum::<usize>() / 2
}

fn wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{0E00}'..='\u{0E7F}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether white space as wide as between two columns stands inside a line, as in the running heads of print.
pub fn has_columns(line: &str) -> bool {
    line.contains("   ") || line.contains('\t')
}

/// Whether a line ends as a sentence does, closing marks aside.
pub fn ends_sentence(line: &str) -> bool {
    let stop = line.trim_end_matches(['"', '\'', '”', '“', '’', '»', '«', ')', ']', '」', '』', '*', '_']);
    stop.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।', '։', '።'])
}

/// Whether a line begins with a bullet or a number as items of a list do.
pub fn begins_item(text: &str, line: &Line) -> bool {
    item_mark(line.span.of(text)).is_some()
}

/// How many bytes the bullet or number takes that the line `words` begins with as an item of a list, its closing mark
/// included.
pub fn item_mark(words: &str) -> Option<usize> {
    let first = words.chars().next()?;
    let rest = &words[first.len_utf8()..];
    let spaced = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    if matches!(first, '-' | '*' | '–' | '+' | '·') {
        return spaced.then_some(first.len_utf8());
    }
    if matches!(
        first,
        '•' | '▪'
            | '▫'
            | '◦'
            | '‣'
            | '⁃'
            | '●'
            | '○'
            | '■'
            | '□'
            | '►'
            | '▶'
            | '➤'
            | '→'
            | '✓'
            | '✔'
            | '☐'
            | '※'
    ) {
        return (!rest.trim().is_empty()).then_some(first.len_utf8());
    }
    // Three digits at most: longer numbers are years and amounts.
    let end = words.find(|c: char| !c.is_alphanumeric())?;
    let (label, mark) = (&words[..end], &words[end..]);
    let is_label = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_digit())
        || label.len() == 1 && label.bytes().all(|b| b.is_ascii_lowercase());
    let closed = mark.starts_with(')') || mark.starts_with('.') && label.len() <= 2;
    let after = &mark[mark.chars().next()?.len_utf8()..];
    // „5. November“ is no item: only a list of several lines can tell; blocks decide that.
    (is_label && closed && after.starts_with(char::is_whitespace)).then_some(end + 1)
}

/// Whether a line begins with a number and a stop rather than a bullet: an ordinal looks the same.
pub fn begins_with_number(reading: &Reading, line: &Line) -> bool {
    reading.word(line.tokens.start).bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokenise;

    fn check(text: &str, expected: &[&str]) {
        let tokens = tokenise(text);
        let found: Vec<&str> = split(text, &tokens).iter().map(|l| l.span.of(text)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn every_kind_of_line_break_parts_lines() {
        check("a\nb\r\nc\rd\u{2028}e\u{85}f", &["a", "b", "c", "d", "e", "f"]);
        check(" \t\n\u{a0}\n", &[]);
        check("", &[]);
        check("  one line  ", &["one line"]);
    }

    #[test]
    fn gaps_are_counted_in_empty_lines() {
        let gaps = |text: &str| split(text, &tokenise(text)).iter().map(|l| l.gap).collect::<Vec<_>>();
        assert_eq!(gaps("a\n\nb\nc\n\n\nd"), [0, 1, 0, 2]);
        assert_eq!(gaps("a\r\n\r\nb\r\nc"), [0, 1, 0]);
    }

    #[test]
    fn hard_wrapped_paragraphs_are_joined() {
        let text = "The council voted on Monday to close the old harbour bridge for\n\
                    repairs that will take until the spring, a spokeswoman said, and\n\
                    drivers were asked to use the tunnel instead.\n\n\
                    Buses will run every ten minutes, she added, and tickets for the\n\
                    ferry will cost half as much as they do now.\n";
        let tokens = tokenise(text);
        let lines = split(text, &tokens);
        assert_eq!(lines.iter().map(|l| l.wrapped).collect::<Vec<_>>(), [3, 2]);
    }

    #[test]
    fn narrow_columns_are_joined_and_menus_are_not() {
        let column = "Die neue Halle an der alten Grund-\nschule wird voraussichtlich fünf Milli-\nonen Euro \
            kosten, das sind mehr\nals im Haushalt vorgesehen waren.";
        check(&format!("Kosten\n\n{column}\n\nTermine"), &["Kosten", column, "Termine"]);
        let menu = "Politik aus aller Welt und hier\nWirtschaft und Börse am Abend\nKultur in der Stadt am Fluss\n\
            Leserbriefe der letzten Tage";
        check(menu, &menu.lines().collect::<Vec<_>>());
    }

    #[test]
    fn mail_that_is_answered_is_joined_at_one_depth() {
        let (first, second) =
            ("> have you seen the report? The mayor asks\n> for it each and every day.", ">> not yet");
        check(&format!("{first}\n{second}"), &[first, second]);
    }

    #[test]
    fn lists_and_paragraphs_on_single_lines_stay_apart() {
        let menu = "Politics\nBusiness\nSport\nCulture\nWeather";
        check(menu, &menu.lines().collect::<Vec<_>>());
        let news = "The mayor opened the new library on Tuesday morning in the rain.\n\
                    Nobody was hurt when a tram left its rails.\n\
                    The museum will stay closed for another month, the city said on Friday.";
        check(news, &news.lines().collect::<Vec<_>>());
    }

    #[test]
    fn a_line_in_lower_case_goes_on_with_an_open_sentence() {
        check("It was a very cold\nnight in the old city.", &["It was a very cold\nnight in the old city."]);
        check("Bring with you\nwater and bread\ncamera", &["Bring with you", "water and bread", "camera"]);
        check("You may ask for a price\n.", &["You may ask for a price\n."]);
    }

    #[test]
    fn items_are_told_by_their_marks() {
        let item = |text: &str| {
            let tokens = tokenise(text);
            begins_item(text, &split(text, &tokens)[0])
        };
        for text in ["• one", "- one", "* one", "1. one", "12) one", "a) one", "→one"] {
            assert!(item(text), "{text}");
        }
        for text in ["-one", "1.5 million", "2019. Ein Jahr", "A. Smith", "– ", "one"] {
            assert!(!item(text), "{text}");
        }
    }
}
