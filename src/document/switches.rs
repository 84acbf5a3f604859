//! Another language inside a line: a sentence or a quotation that is not in the language around it.
//!
//! Enters: the words of a line one by one, then the line. Leaves: the spans in another language, without
//! quotation marks around them. Knows nothing of runs of whole lines.

use crate::language::{self, UNDETERMINED, words};
use crate::report::Language;
use crate::text::Span;

/// So many listed words in a row that the language around them has not raise a suspicion.
const STREAK: u32 = 3;
/// A piece in another language has so many words at least: fewer are a title or a name.
const LEAST_WORDS: u32 = 6;
/// It has at least one listed word of its language in so many, and one of the language around it in so many at most.
const LISTED: u32 = 4;
const OWN: u32 = 8;
/// How sure the closer look has to be.
const SURE: f64 = 0.9;
/// So many pieces of a line are looked at closely.
const CLOSE_LOOKS: u32 = 8;

/// Listed words in a row that one other language has and the document's has not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Streak {
    common: u128,
    length: u32,
    longest: u32,
}

impl Streak {
    /// Takes note of a word that is on the lists of `languages`, one bit each; `own` is the document's place.
    pub fn see(&mut self, languages: u128, own: usize) {
        if languages == 0 {
            return;
        }
        if languages >> own & 1 == 1 {
            self.length = 0;
        } else if self.length > 0 && self.common & languages != 0 {
            self.common &= languages;
            self.length += 1;
        } else {
            (self.common, self.length) = (languages, 1);
        }
        self.longest = self.longest.max(self.length);
    }

    /// Whether the line is worth a closer look.
    pub fn is_suspect(&self) -> bool {
        self.longest >= STREAK
    }
}

/// The pieces of the line at `line` in another language than `document`, which stands at `own` among the lists.
/// `kin` says of which languages one is easily taken for the other.
pub fn inside(
    text: &str,
    line: Span,
    document: &Language,
    own: usize,
    kin: impl Fn(&str, &str) -> bool,
) -> Vec<(Span, Language)> {
    let lists = words::Words::load();
    let mut found: Vec<(Span, Language)> = Vec::new();
    let mut looks = CLOSE_LOOKS;
    let mut counts = lists.counts();
    for piece in pieces(text, line).filter(|piece| piece.len() > 2 * LEAST_WORDS as usize) {
        let lower = piece.of(text).to_lowercase();
        counts.clear(lists);
        for word in words::split(&lower) {
            lists.count(word, &mut counts);
        }
        let most = counts.hits.iter().copied().max().unwrap_or(0);
        let foreign = counts.words >= LEAST_WORDS
            && most * LISTED >= counts.words
            && counts.hits[own] * OWN <= counts.words
            && looks > 0;
        if !foreign {
            continue;
        }
        looks -= 1;
        let mut language = language::detect_piece(piece.of(text));
        let sure = language.code != UNDETERMINED && language.code != document.code && language.confidence >= SURE;
        if !sure || kin(&language.code, &document.code) {
            continue;
        }
        language.alternatives.truncate(2);
        match found.last_mut() {
            Some((before, known)) if known.code == language.code && is_gap(&text[before.end..piece.start]) => {
                *before = before.join(piece);
            }
            _ => found.push((piece, language)),
        }
    }
    found
}

/// Whether nothing but marks and space lies between two pieces.
fn is_gap(between: &str) -> bool {
    !between.chars().any(char::is_alphanumeric)
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The line parted at the ends of sentences and at quotation marks, without these marks and the space around the pieces.
fn pieces(text: &str, line: Span) -> impl Iterator<Item = Span> {
    let mut from = line.start;
    std::iter::from_fn(move || {
        while from < line.end {
            let rest = &text[from..line.end];
            let mut chars = rest.char_indices().peekable();
            let mut end = rest.len();
            while let Some((at, c)) = chars.next() {
                let next = chars.peek().map(|(_, c)| *c);
                let stop = matches!(c, '.' | '!' | '?' | '…') && next.is_none_or(|n| !n.is_alphanumeric());
                if stop || is_mark(c) {
                    end = at + c.len_utf8();
                    break;
                }
            }
            let outside = |c: char| c.is_whitespace() || is_mark(c);
            let piece = &rest[..end];
            let start = from + (piece.len() - piece.trim_start_matches(outside).len());
            let span = Span::new(start, (from + piece.trim_end_matches(outside).len()).max(start));
            from += end;
            if span.len() > 1 {
                return Some(span);
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use crate::Options;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let report = crate::analyse(text, &Options::default());
        let found: Vec<_> = report.passages.iter().map(|p| (p.language.code.as_str(), p.span.of(text))).collect();
        assert_eq!(found, expected, "{text}");
    }

    const BEFORE: &str = "Perusahaan itu mengatakan bahwa data pelanggan telah dijual oleh seorang karyawan kepada pihak \
        lain, dan polisi sedang menyelidiki kasus tersebut.";
    const AFTER: &str = "Juru bicara itu tidak memberikan keterangan lebih lanjut, tetapi ia mengatakan bahwa para \
        pelanggan akan segera diberi tahu.";

    #[test]
    fn a_sentence_in_another_language_is_a_passage() {
        let english = "We are aware of the report and we are looking into it with the police.";
        check(&format!("{BEFORE} {english} {AFTER}"), &[("eng", english)]);
        let two = "We are aware of the report. They told us that it was not the first time.";
        check(&format!("{BEFORE} {two} {AFTER}"), &[("eng", two)]);
    }

    #[test]
    fn so_is_a_quotation() {
        let english = "we have known for years that this would happen to us and to all of them";
        check(&format!("{BEFORE} \"{english}\", kata juru bicara itu. {AFTER}"), &[("eng", english)]);
    }

    #[test]
    fn titles_and_names_are_none() {
        check(&format!("{BEFORE} Film \"The Lord of the Rings\" diputar di Bank of America. {AFTER}"), &[]);
        check(&format!("{BEFORE} {AFTER}"), &[]);
    }
}
