//! What can be seen of a line: the evidence for its kind.
//!
//! Enters: a reading and its lines. Leaves: [`Features`] of each line. Knows nothing of kinds.

use super::lines::{self, Line};
use crate::lexicon::{Cue, Reading};
use crate::text::{Span, TokenKind};
use rustc_hash::FxHashMap;

/// What one line shows.
#[derive(Debug, Clone, Default)]
pub struct Features {
    /// Length in characters, signs for words or syllables (Chinese, Japanese, Korean) counted as two and a half.
    pub length: usize,
    /// Words and numbers.
    pub words: usize,
    /// Whether it ends as a sentence does.
    pub stop: bool,
    /// Stops anywhere in it that end a sentence, at most a few.
    pub stops: usize,
    /// Function words of its language, as a share of its words.
    pub function: f64,
    /// Whether its language has a list of function words at all.
    pub has_list: bool,
    /// Words that begin with a capital letter, as a share of the words that begin with a letter.
    pub capitals: f64,
    /// Whether every letter is a capital, and there are some.
    pub shouts: bool,
    /// Numbers, as a share of words and numbers.
    pub numbers: f64,
    /// Words covered by phrases of page chrome, as a share of all.
    pub chrome: f64,
    /// The kind of the longest phrase of page chrome, `""` where there is none.
    pub chrome_kind: &'static str,
    /// Whether a phrase of page chrome begins the line.
    pub chrome_first: bool,
    /// Phrases of two tokens and more in it that only notices have: on cookies, subscriptions, rights, comments.
    pub notices: usize,
    /// Commas, semicolons and brackets between its words: navigation has none.
    pub inner: usize,
    /// Words covered by phrases of captions and credits, as a share of all, and whether one begins the line.
    pub caption: f64,
    pub caption_first: bool,
    /// Whether a phrase of captions or credits stands within the last few words of the line.
    pub caption_last: bool,
    /// Whether it ends as credits do: `/ AFP`, or a name all in capitals after a mark.
    pub credit_tail: bool,
    /// Tokens of the phrase that opens a byline, where one begins the line.
    pub byline: usize,
    /// Whether a phrase such as "Published" begins the line.
    pub published: bool,
    /// Words that belong to dates: months, weekdays, numbers between them.
    pub dates: f64,
    /// Whether a month, or a number that reads as a date, stands in the line.
    pub has_date: bool,
    /// Words covered by names of agencies.
    pub agency: bool,
    /// Marks that part the links of a menu: `|`, `»`, `·`, `›`.
    pub separators: usize,
    /// Addresses, handles and tags among the words.
    pub addresses: usize,
    /// Whether a bullet or a number begins the line.
    pub item: bool,
    /// Whether that is a number.
    pub numbered: bool,
    /// Whether an opening mark begins it and a closing one ends it.
    pub quoted: bool,
    /// Whether brackets hold the whole line and no sentence.
    pub bracketed: bool,
    /// Whether `>` begins the line, as in mail and Markdown.
    pub cited: bool,
    /// Whether `#` marks begin the line, as headings do in Markdown.
    pub heading_mark: bool,
    /// Whether it is code, or a picture, as Markdown marks them.
    pub code: bool,
    pub image: bool,
    /// Whether the line ends with a comma, as a greeting does.
    pub comma: bool,
    /// Whether the line ends with a colon.
    pub colon: bool,
    /// How often the same line stands in the document.
    pub copies: usize,
    /// Whether its language differs from the document's.
    pub foreign: bool,
    /// The share of it that is links, 0 where nothing is known of links.
    pub linked: f64,
    /// Whether it is a row of a table or schedule: lines beside it begin as it does, with numbers and marks.
    pub row: bool,
    /// Whether it heads one of several pieces that follow each other, as comments do: `Anna says:`, a bare date.
    pub thread: bool,
}

/// Lines longer than this are compared by their beginning only.
const COMPARED: usize = 200;
/// A credit at the end of a caption names no more than this many tokens after its phrase.
const CREDIT: usize = 5;
/// So many tokens of a line are looked at: a line of more is running text or worthless.
const LOOKED_AT: usize = 400;

/// The features of all lines; `foreign` says which are in another language than the document.
pub fn of_all(
    reading: &Reading,
    lines: &[Line],
    foreign: impl Fn(usize) -> bool,
    has_list: impl Fn(usize) -> bool,
) -> Vec<Features> {
    let mut copies: FxHashMap<&str, usize> = FxHashMap::default();
    for line in lines {
        *copies.entry(key(reading, line)).or_default() += 1;
    }
    let one = |(index, line): (usize, &Line)| Features {
        copies: copies[key(reading, line)],
        foreign: foreign(index),
        has_list: has_list(index),
        ..of_line(reading, line)
    };
    let mut features: Vec<Features> = lines.iter().enumerate().map(one).collect();
    see_rows(reading, lines, &mut features);
    see_threads(reading, lines, &mut features);
    features
}

/// So many tokens at its beginning make a line alike to another.
const ALIKE: usize = 4;
/// So many lines alike in a row are rows of a table.
const ROWS: usize = 3;

/// Notes the lines that stand in a run of lines which begin alike: `June 26 – Allentown`, `July 3 – Boise`.
fn see_rows(reading: &Reading, lines: &[Line], features: &mut [Features]) {
    let opening = |i: usize| opening(reading, &lines[i]).filter(|_| features[i].words <= 25);
    let openings: Vec<_> = (0..lines.len()).map(opening).collect();
    let mut start = 0;
    for run in openings.chunk_by(|a, b| a.is_some() && a == b) {
        let rows = run.len() >= ROWS && run[0].is_some();
        features[start..start + run.len()].iter_mut().for_each(|f| f.row = rows);
        start += run.len();
    }
}

/// So many lines that head a piece, none farther than [`NEXT_PIECE`] lines from the one before, head comments or
/// teasers: an article has its date once or twice.
const PIECES: usize = 3;
const NEXT_PIECE: usize = 15;

fn see_threads(reading: &Reading, lines: &[Line], features: &mut [Features]) {
    let heads = |i: &usize| {
        let f = &features[*i];
        let last = lines[*i].tokens.end.saturating_sub(2);
        let says = f.colon && f.words <= 6 && f.words > 1 && reading.is(last, Cue::ReportingVerb);
        says || f.has_date && f.dates > 0.6 && f.words < 12 && !f.row
    };
    let heads: Vec<usize> = (0..lines.len()).filter(heads).collect();
    for run in heads.chunk_by(|a, b| b - a <= NEXT_PIECE).filter(|run| run.len() >= PIECES) {
        run.iter().for_each(|i| features[*i].thread = true);
    }
}

/// How a line begins: words, numbers, and which marks; `None` where it has no number, or words and no mark.
fn opening(reading: &Reading, line: &Line) -> Option<String> {
    let tokens = line.tokens.start..line.tokens.end.min(line.tokens.start + ALIKE);
    let letter = |i: usize| match reading.kind(i) {
        TokenKind::Word => "a",
        TokenKind::Number => "0",
        TokenKind::Mark => reading.word(i),
    };
    let opening: String = tokens.clone().map(letter).collect();
    let full = tokens.len() == ALIKE;
    let has = |kind: TokenKind| tokens.clone().any(|i| reading.kind(i) == kind);
    (full && has(TokenKind::Number) && (has(TokenKind::Mark) || !has(TokenKind::Word))).then_some(opening)
}

/// Notes which share of each line is `links`, which are in bytes and in order.
pub fn see_links(features: &mut [Features], lines: &[Line], links: &[Span]) {
    let mut rest = links;
    for (features, line) in features.iter_mut().zip(lines) {
        rest = &rest[rest.partition_point(|link| link.end <= line.span.start)..];
        let inside = rest.iter().take_while(|link| link.start < line.span.end);
        let shared = |link: &Span| link.end.min(line.span.end).saturating_sub(link.start.max(line.span.start));
        let linked: usize = inside.map(shared).sum();
        features.linked = (linked as f64 / line.span.len().max(1) as f64).min(1.0);
    }
}

fn key<'t>(reading: &Reading<'t>, line: &Line) -> &'t str {
    let text = line.span.of(reading.text);
    let end = text.char_indices().nth(COMPARED).map_or(text.len(), |(i, _)| i);
    &text[..end]
}

fn of_line(reading: &Reading, line: &Line) -> Features {
    let text = line.span.of(reading.text);
    let mut f = Features {
        length: lines::length(text),
        stop: lines::ends_sentence(text),
        item: lines::begins_item(reading.text, line),
        comma: text.ends_with([',', '،', '，']),
        colon: text.ends_with([':', '：']),
        bracketed: text.starts_with(['[', '(']) && text.ends_with([']', ')']),
        cited: text.starts_with('>'),
        heading_mark: text.trim_start_matches('#').starts_with(' ') && text.starts_with('#'),
        quoted: text.starts_with(['"', '“', '„', '«', '»', '‘', '「', '『'])
            && text.ends_with(['"', '”', '“', '»', '«', '’', '」', '』']),
        ..Features::default()
    };
    f.credit_tail = credit_tail(reading, line);
    f.numbered = f.item && lines::begins_with_number(reading, line);
    let end = line.tokens.end.min(line.tokens.start + LOOKED_AT);
    let (mut letters, mut capitals, mut lower, mut numbers, mut function) = (0usize, 0usize, 0usize, 0usize, 0usize);
    let (mut chrome, mut caption, mut dated) = (0, 0, 0);
    let (mut chrome_until, mut caption_until, mut date_until) =
        (line.tokens.start, line.tokens.start, line.tokens.start);
    let mut longest = 0;
    let first = first_word(reading, line);
    for i in line.tokens.start..end {
        let word = reading.word(i);
        let is_word = reading.kind(i) != TokenKind::Mark;
        match reading.kind(i) {
            TokenKind::Word => {
                letters += 1;
                capitals += usize::from(word.starts_with(char::is_uppercase));
                lower += usize::from(word.chars().any(char::is_lowercase));
                function += usize::from(reading.is(i, Cue::FunctionWord));
            }
            TokenKind::Number => {
                numbers += 1;
                f.has_date |= looks_like_date(word);
                dated += usize::from(i >= date_until);
            }
            TokenKind::Mark => {
                f.separators += usize::from(
                    matches!(word, "|" | "»" | "›" | "·" | "•" | "→" | "¦") && !(f.item && i == line.tokens.start),
                );
                f.addresses += usize::from(matches!(word, "@" | "#"));
                f.inner += usize::from(matches!(word, "," | ";" | "(" | "、" | "，" | "،"));
                f.stops += usize::from(matches!(word, "." | "!" | "?" | "…" | "。" | "！" | "？" | "؟" | "।"));
                f.chrome += f64::from(u8::from(word == "©"));
            }
        }
        f.addresses += usize::from(word.contains("://") || word == "www" || word.starts_with("www."));
        for mark in reading.marks(i).iter().filter(|m| i + m.len <= line.tokens.end) {
            match mark.cue {
                Cue::Boilerplate => {
                    if mark.len > longest {
                        longest = mark.len;
                        f.chrome_kind = mark.value;
                    }
                    f.chrome_first |= i == first;
                    f.notices += usize::from(mark.len >= 2 && i >= chrome_until && is_notice(mark.value));
                    chrome += covered(reading, i, mark.len, &mut chrome_until);
                }
                Cue::Caption => {
                    f.caption_first |= i == first;
                    let bracketed = text.ends_with(')') && i > first && reading.word(i - 1) == "(";
                    f.caption_last |= i + mark.len + CREDIT >= line.tokens.end && i > first || bracketed;
                    caption += covered(reading, i, mark.len, &mut caption_until);
                }
                Cue::Byline if i == first => f.byline = f.byline.max(mark.len),
                Cue::Published if i == first => f.published = true,
                Cue::Agency => f.agency = true,
                Cue::Month | Cue::Weekday => {
                    f.has_date |= mark.cue == Cue::Month;
                    dated += covered(reading, i, mark.len, &mut date_until);
                }
                Cue::MonthWeak if beside_number(reading, i, mark.len) => {
                    f.has_date = true;
                    dated += covered(reading, i, mark.len, &mut date_until);
                }
                Cue::Ago | Cue::RelativeDay | Cue::TimeUnit | Cue::Clock => {
                    dated += covered(reading, i, mark.len, &mut date_until);
                }
                _ => {}
            }
        }
        f.words += usize::from(is_word);
    }
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { part as f64 / whole as f64 };
    f.function = share(function, letters);
    f.capitals = share(capitals, letters);
    f.shouts =
        letters > 0 && lower == 0 && capitals == letters && text.chars().filter(|c| c.is_uppercase()).count() > 3;
    f.numbers = share(numbers, f.words);
    f.chrome = (f.chrome.min(1.0) / f.words.max(1) as f64).max(share(chrome, f.words)).min(1.0);
    f.caption = share(caption, f.words).min(1.0);
    f.dates = share(dated, f.words).min(1.0);
    f
}

/// Whether the last words of a line are a credit: two names all in capitals after a mark in a line that is not all
/// capitals, or an agency after a slash.
fn credit_tail(reading: &Reading, line: &Line) -> bool {
    let last = line.tokens.end - 1;
    let slash = |i: usize| matches!(reading.word(i), "/" | "|") && i > line.tokens.start;
    if last > line.tokens.start && slash(last - 1) && reading.is(last, Cue::Agency) {
        return true;
    }
    let window = line.tokens.start..line.tokens.end;
    let shouted = |i: &usize| {
        let word = reading.word(*i);
        word.chars().count() >= 2 && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\'' | '’'))
    };
    let slashed = |i: &usize| shouted(i) || reading.word(*i) == "/" && shouted(&(i + 1));
    let names = window.clone().rev().take(CREDIT + 1).take_while(slashed).count();
    let Some(mark) = line.tokens.end.checked_sub(names + 1).filter(|i| *i > line.tokens.start) else { return false };
    let parted = matches!(reading.word(mark), "/" | "." | "|" | "–" | "—" | "(");
    let mixed = (line.tokens.start..mark).take(LOOKED_AT).any(|i| reading.word(i).chars().any(char::is_lowercase));
    (2..=CREDIT).contains(&names) && parted && mixed
}

/// The first token of a line that is no mark, past a bullet or other decoration.
fn first_word(reading: &Reading, line: &Line) -> usize {
    let window = line.tokens.start..line.tokens.end.min(line.tokens.start + 4);
    window.clone().find(|i| reading.kind(*i) != TokenKind::Mark).unwrap_or(line.tokens.start)
}

/// Whether a number stands beside the `len` tokens from `i`, a word such as "de" between them aside.
fn beside_number(reading: &Reading, i: usize, len: usize) -> bool {
    let number = |i: usize| reading.kind(i) == TokenKind::Number;
    let joins = |i: usize| reading.is(i, Cue::FunctionWord) || reading.is(i, Cue::DateJoiner);
    let before = i > 0 && (number(i - 1) || i > 1 && joins(i - 1) && number(i - 2));
    before || number(i + len) || joins(i + len) && number(i + len + 1)
}

/// The words among `len` tokens from `i` that no earlier phrase covered.
fn covered(reading: &Reading, i: usize, len: usize, until: &mut usize) -> usize {
    let from = i.max(*until);
    *until = (*until).max(i + len);
    (from..i + len).filter(|t| reading.kind(*t) != TokenKind::Mark).count()
}

/// Whether a phrase of this kind belongs to a notice that may be as long as a paragraph.
fn is_notice(kind: &str) -> bool {
    matches!(kind, "cookies" | "newsletter" | "copyright" | "comments" | "disclaimer")
}

/// Whether a number reads as a date: `05.11.2019`, or a year of our times.
fn looks_like_date(number: &str) -> bool {
    let parts = number.split(['.', '/', '-']).filter(|p| !p.is_empty()).count();
    let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
    number.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'/' | b'-')) && (parts == 3 || year)
}
