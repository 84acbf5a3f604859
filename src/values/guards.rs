//! Which digits and number words count nothing.
//!
//! Enters: a [`Line`] and a place in it. Leaves: what is passed over, and whether a number found there counts.
//! Knows nothing of values.

use super::digits::{self, digit};
use super::line::{Line, MEASURES};
use super::numbers::all_digits;
use super::types::{Form, Number, Role};
use crate::lexicon::{Cue, CueSet, Mark};
use crate::report::FigureKind;
use std::ops::Range;

/// The most tokens of a telephone number or a code: eight groups with their separators.
const CODE_TOKENS: usize = 20;

/// What shows that a number behind a label counts something.
static COUNTS: CueSet = CueSet::EMPTY
    .with(Cue::Magnitude)
    .with(Cue::Percent)
    .with(Cue::TimeUnit)
    .with(Cue::Currency)
    .with(Cue::PercentPoint);

/// The index after something at `i` that holds digits or number words and counts nothing.
pub(super) fn passed_over(line: &Line, i: usize) -> Option<usize> {
    // `uno de cada diez` counts, though `uno de` does not.
    let share = |len: usize| line.find(i + 1, Cue::Ratio).is_some_and(|m| m.len >= len);
    if let Some(mark) = line.find(i, Cue::NotNumber).filter(|m| m.len == 1 || !share(m.len)) {
        return Some(i + mark.len);
    }
    if let Some(mark) = line.find(i, Cue::NumberLabel) {
        return label(line, i, i + mark.len);
    }
    if i == line.range.start
        && let Some(end) = list_mark(line, i)
    {
        return Some(end);
    }
    if line.is_number(i) || line.word(i) == "+" {
        return in_name(line, i).or_else(|| code(line, i)).or_else(|| score(line, i)).or_else(|| malformed(line, i));
    }
    None
}

/// `page 5`, `Artikel 5 Abs. 2`, `§ 5`: the number after a label is its name.
fn label(line: &Line, i: usize, mut at: usize) -> Option<usize> {
    if line.word(at) == "." && line.glued_before(at) {
        at += 1;
    }
    let glued = line.glued_before(i) && line.is_word(i);
    // `ayat (2)`
    let bracket = usize::from(line.word(at) == "(" && line.word(at + 2) == ")");
    // `page 5`, `iOS 17.3`, but `page 5 million readers`.
    let names = |at: usize| {
        let word = line.word(at);
        let digits = line.is_number(at) && word.len() <= 5 && word.split('.').all(all_digits);
        digits && !line.is_any(at + 1, &COUNTS)
    };
    if !names(at + bracket) || glued {
        return None;
    }
    let mut end = at + 1 + 2 * bracket;
    // `districts 5 and 7`, but `in section 5 and 7 people`.
    let other = line.skip_any(end, &[Cue::NumberJoiner, Cue::RangeOr, Cue::RangeJoiner, Cue::Ratio]);
    let closes = !line.is_word(other + 1) || line.is(other + 1, Cue::FunctionWord);
    if other > end && closes && names(other) {
        end = other + 1;
    }
    // `Article 5(1)(b)`
    while end < i + CODE_TOKENS && line.word(end) == "(" && line.glued(end - 1) && line.word(end + 2) == ")" {
        end += 3;
    }
    Some(end)
}

/// `1. Introduction`, `2) Then`: digits at the start of a line that number it.
fn list_mark(line: &Line, i: usize) -> Option<usize> {
    let short = line.is_number(i) && all_digits(line.word(i)) && line.word(i).len() <= 3;
    if !(short && line.glued(i) && matches!(line.word(i + 1), "." | ")" | ".)")) {
        return None;
    }
    // `1.- Introduction`, the way Spanish numbers its lists.
    let end = i + 2 + usize::from(line.glued(i + 1) && matches!(line.word(i + 2), "-" | "–"));
    (!line.glued(end - 1) && line.has(end)).then_some(end)
}

/// `COVID-19`, `F-16`, `A320`, `#5`, `@user1`: digits glued to a name before them.
fn in_name(line: &Line, i: usize) -> Option<usize> {
    if !line.glued_before(i) {
        return None;
    }
    let before = line.word(i - 1);
    let hyphen = matches!(before, "-" | "‐" | "‑" | "_" | "/") && line.glued_before(i - 1);
    let word = line.is_spaced_word(i - 1) || hyphen && line.is_spaced_word(i - 2);
    let currency = line.ends_before(i, Cue::Currency).is_some();
    let prefix = (1..=2).any(|n| i >= n && line.has(i - n) && line.is(i - n, Cue::OrdinalPrefix));
    let compared = line.ends_before(i - usize::from(hyphen), Cue::Comparator).is_some();
    let tag = matches!(before, "#" | "@" | "№");
    (tag || word && !currency && !prefix && !compared).then(|| end_of_code(line, i).max(i + 1))
}

/// Telephone numbers, account numbers, ISBNs: three groups of digits or more, joined by hyphens, slashes or dots,
/// or any after a plus sign.
fn code(line: &Line, i: usize) -> Option<usize> {
    let plus = line.word(i) == "+";
    if plus && !(line.glued(i) && line.is_number(i + 1)) {
        return None;
    }
    if plus && line.glued_before(i) {
        return None;
    }
    let start = i + usize::from(plus);
    let mut end = end_of_code(line, start);
    // After a plus sign the groups may stand apart.
    while plus && end < i + CODE_TOKENS && line.is_number(end) && line.gap(end - 1).chars().count() == 1 {
        end = end_of_code(line, end);
    }
    let groups = (start..end).filter(|k| line.is_number(*k)).count();
    let digits: usize = (start..end).map(|k| line.word(k).chars().filter(|c| digit(*c).is_some()).count()).sum();
    let padded = line.word(start).starts_with('0') && digits > 1 && all_digits(line.word(start));
    let telephone = plus && digits >= 7;
    let padded = padded && !matches!(line.word(start + 1), ":" | "/") && line.word(start).chars().any(|c| c != '0');
    (groups >= 3 && digits >= 6 || telephone || padded || digits > 15 && groups == 1 && all_digits(line.word(start)))
        .then_some(end.max(i + 1))
}

/// The index after groups of digits from `i` on that are glued by hyphens, slashes, dots or spaces after a plus.
fn end_of_code(line: &Line, i: usize) -> usize {
    let mut at = i + 1;
    while at < i + CODE_TOKENS && matches!(line.word(at), "-" | "‐" | "‑" | "/" | "." | "–") {
        if !(line.glued_before(at) && line.glued(at) && line.is_number(at + 1)) {
            break;
        }
        at += 2;
    }
    at
}

/// `3:1`, `2:2`, `16:9`: scores, ratios and clock times that no date rule took.
fn score(line: &Line, i: usize) -> Option<usize> {
    let mut at = i + 1;
    while at < i + CODE_TOKENS
        && line.word(at) == ":"
        && line.glued_before(at)
        && line.glued(at)
        && line.is_number(at + 1)
    {
        at += 2;
    }
    if at > i + 1 {
        return Some(at);
    }
    // `123/19`: the number of a file.
    let plain = |k: usize| line.is_number(k) && all_digits(line.word(k));
    let slash = line.word(i + 1) == "/" && line.glued(i) && line.glued(i + 1);
    // `45/23` is no fraction either.
    let value = |k: usize| line.word(k).parse().unwrap_or(0u32);
    let long = line.word(i).len() >= 3 || line.word(i).len() == 2 && value(i) > value(i + 2);
    if slash && plain(i) && plain(i + 2) && long && line.word(i + 2).len() == 2 {
        return Some(i + 3);
    }
    // `3-1`: falling, so no range. `10-7 percent` would be one, however odd.
    let dash = matches!(line.word(i + 1), "-" | "–") && line.glued(i) && line.glued(i + 1);
    let small = |k: usize| digits::parse(line.word(k), line.separators).filter(|d| d.plain && d.count <= 3);
    let (first, second) = (small(i)?, dash.then(|| small(i + 2))??);
    let measured = line.is_any(i + 3, &MEASURES);
    (second.value <= first.value && !measured && !(line.glued(i + 2) && line.is_word(i + 3))).then_some(i + 3)
}

/// Versions, addresses and dates of no known form: digits that no separators make a number of, with a following
/// letter that belongs to nothing (`24703L202`).
fn malformed(line: &Line, i: usize) -> Option<usize> {
    let word = line.word(i);
    let several = word.matches('.').count() > 1 || word.matches(',').count() > 1;
    (several && digits::parse(word, line.separators).is_none()).then_some(i + 1)
}

/// Whether a number that was read counts something. `compared` says that a comparator or a range shows it.
pub(super) fn counts(line: &Line, number: &Number, kind: FigureKind, tokens: Range<usize>, compared: bool) -> bool {
    let measured = kind != FigureKind::Number && kind != FigureKind::Ordinal;
    let last = tokens.end - 1;
    // Letters that belong to nothing follow: `3D`, `5G`, `24703L202`.
    let glued = line.glued(last) && line.is_spaced_word(tokens.end);
    if matches!(number.form, Form::Plain | Form::Digits) && glued && kind != FigureKind::Percent {
        return false;
    }
    if measured {
        return true;
    }
    // `10115 Berlin`: a postal code.
    let code = number.form == Form::Plain && (line.word(last).len() == 5 && line.is(tokens.end, Cue::Place));
    if code && !compared && tokens.len() == 1 {
        return false;
    }
    match number.form {
        Form::Article => compared || tokens == line.range || one_counts(line, number),
        Form::Plain | Form::Digits if number.role == Role::Cardinal && !compared && number.magnitude == 1.0 => {
            !(number.form == Form::Plain && names(line, number) || of_product(line, number))
        }
        _ => true,
    }
}

/// Whether the comparator before a number compares it: `more than one`, `at least one`, but not `over a table`, since
/// single words before an article are prepositions mostly.
pub(super) fn compares(line: &Line, number: &Number) -> bool {
    let mark = |i: usize| line.find(i, Cue::Comparator);
    let before = line.ends_before(number.tokens.start, Cue::Comparator).and_then(mark);
    let plain = |m: Mark| m.value == "at_least" || m.len > 1 && matches!(m.value, "more_than" | "less_than");
    number.form != Form::Article || before.is_none_or(plain)
}

/// A number word that is also a pronoun counts if a noun follows (where the language says so).
fn one_counts(line: &Line, number: &Number) -> bool {
    let next = number.tokens.end;
    let told = line.settings.one_counts;
    let article = line.find(number.tokens.start, Cue::NumberWord).is_none();
    let noun = line.is_word(next) && !line.is(next, Cue::FunctionWord) && !line.is(next, Cue::NumberArticle);
    let alone = number.tokens.start == line.range.start && !line.is_word(next) && !line.has(next + 1);
    !article && (told && noun || alone)
}

/// `iPhone 15`, `PlayStation 5`, `LockBit 3.0`: a small number after a word with a capital inside.
fn of_product(line: &Line, number: &Number) -> bool {
    let before = number.tokens.start.checked_sub(1).filter(|i| line.is_word(*i)).map_or("", |i| line.word(i));
    let inside = before.chars().zip(before.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    inside && number.value < 100.0
}

/// `Boeing 737`, `Windows 10`, `Apollo 11`: a small whole number after a capitalised word inside a sentence, and
/// no word after it that it could count.
fn names(line: &Line, number: &Number) -> bool {
    let start = number.tokens.start;
    if start <= line.range.start || number.value > 9999.0 {
        return false;
    }
    let before = line.word(start - 1);
    // The first word of a line has a capital anyway: it is a name where nothing is known of it.
    if start == line.range.start + 1 && !line.marks(start - 1).is_empty() {
        return false;
    }
    // `five 787 Dreamliner`: a number at once behind a number word, before a name.
    let model = line.is(start - 1, Cue::NumberWord) && line.is_word(number.tokens.end);
    if model && line.word(number.tokens.end).starts_with(char::is_uppercase) && !line.is_number(start - 1) {
        return true;
    }
    let capital = before.starts_with(char::is_uppercase) && line.is_word(start - 1) && before.chars().count() > 1;
    let known = line.marks(start - 1).iter().any(|m| {
        matches!(m.cue, Cue::FunctionWord | Cue::Comparator | Cue::Currency | Cue::NumberWord | Cue::YearPreposition)
    });
    let after = number.tokens.end;
    let joined = line.is(after, Cue::FunctionWord) || line.is(after, Cue::NumberJoiner);
    let counted = line.is_word(after) && !joined;
    capital && !known && !counted
}
