//! Digits over several tokens: grouped by spaces, with a leading decimal mark, with a fraction character.
//!
//! Enters: a [`Line`] and an index. Leaves: the [`Digits`] there. Knows nothing of words.

use super::digits::{self, Digits};
use super::line::Line;

/// Digits at `i`, joined over single spaces into groups of three (`1 234 567,89`), with a leading decimal mark
/// (`.08`) or a fraction of one character (`2½`). The index after them is returned too.
pub fn grouped_digits(line: &Line, i: usize) -> Option<(Digits, usize)> {
    let opens =
        || !line.glued_before(i) || matches!(line.word(i - 1), "-" | "−" | "+" | "$" | "£" | "€" | "(" | "<" | ">");
    if matches!(line.word(i), "." | ",") && line.glued(i) && opens() {
        let digits = digits::parse(line.word(i + 1), line.separators).filter(|d| d.plain)?;
        let value = format!("0.{}", digits.value).parse().unwrap_or(0.0);
        let padding = digits.count - (digits.value.max(1.0).log10() as usize + 1).min(digits.count);
        let value = value / 10f64.powi(padding as i32);
        return Some((Digits { value, plain: false, padded: false, ..digits }, i + 2));
    }
    let single = |i: usize| {
        let mut chars = line.word(i).chars();
        chars.next().and_then(digits::vulgar_fraction).filter(|_| chars.next().is_none())
    };
    if let Some(value) = single(i) {
        return Some((Digits { value, reading: None, count: 1, plain: false, padded: false }, i + 1));
    }
    if !line.is_number(i) {
        return None;
    }
    let mut digits = digits::parse(line.word(i), line.separators)?;
    let mut end = i + 1;
    let leading = digits.plain && digits.count <= 3 && !digits.padded && digits.value > 0.0;
    // At most five more groups: 10^18 is beyond what is counted.
    let mut text = line.word(i).to_string();
    while leading && end - i <= 5 && three_digits(line, end) {
        let word = line.word(end);
        let decimals = word.find(['.', ',']);
        text.push_str(word);
        end += 1;
        if decimals.is_some() {
            break;
        }
    }
    if end > i + 1 {
        // A fourth digit group of another length makes it a telephone number, a card, a list.
        let more = line.is_number(end) && line.gap(end - 1).chars().count() == 1;
        if more && line.word(end).chars().all(|c| digits::digit(c).is_some()) && !three_digits(line, end) {
            return Some((digits, i + 1));
        }
        let ascii: String = text
            .chars()
            .filter_map(|c| match digits::digit(c) {
                Some(d) => char::from_digit(d, 10),
                None => Some('.'),
            })
            .collect();
        digits.value = ascii.parse().ok()?;
        digits.plain = false;
        digits.reading = None;
    }
    if let Some(fraction) = single(end).filter(|_| line.gap(end - 1).len() <= 3) {
        digits.value += fraction;
        digits.plain = false;
        end += 1;
    }
    Some((digits, end))
}

/// Whether token `i` is a group of three digits (the last may have decimals), one space after the one before.
fn three_digits(line: &Line, i: usize) -> bool {
    let word = line.word(i);
    let whole = word.find(['.', ',']).unwrap_or(word.len());
    let mut gap = line.gap(i - 1).chars();
    let spaced = matches!(gap.next(), Some(' ' | '\u{A0}' | '\u{202F}' | '\u{2009}' | '\u{2008}' | '\u{2007}'));
    let groups = word[..whole].chars().count() == 3 && word[..whole].chars().all(|c| digits::digit(c).is_some());
    let decimals = word.get(whole + 1..).is_none_or(|d| !d.is_empty() && d.chars().all(|c| digits::digit(c).is_some()));
    spaced && gap.next().is_none() && groups && decimals
}
