//! Words, numbers and marks: the word segments of UAX #29 without the white space.
//!
//! One departure: U+202F, the narrow no-break space, parts tokens like every other space. UAX #29 counts it as a
//! connector, which would glue `68 000 km` and `Bonjour !` together in text set the French way.
//!
//! Enters: the source text. Leaves: [`Token`]s in order; what lies between two of them is white space or
//! nothing. Knows nothing of languages.

use super::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is made of, by its first character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Begins with a letter: `Bank`, `don't`, `U.S`, `A320`, `漢`.
    Word,
    /// Begins with a digit of any script: `68.000`, `3rd`, `05.11.2019`.
    Number,
    /// Anything else that is not white space: punctuation, symbols, emoji, control characters.
    Mark,
}

/// One token of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    start: u32,
    end: u32,
    /// What it is made of.
    pub kind: TokenKind,
}

impl Token {
    /// Where it stands, in bytes.
    #[inline]
    pub fn span(self) -> Span {
        Span { start: self.start as usize, end: self.end as usize }
    }

    /// The two parts of the token before and from byte `at` of `text`, which lies inside it on a character
    /// boundary; each has the kind of its own first character.
    pub fn split(self, text: &str, at: usize) -> (Token, Token) {
        let at = at.clamp(self.start as usize, self.end as usize) as u32;
        let part = |start: u32, end: u32| {
            let first = text.get(start as usize..end as usize).and_then(|piece| piece.chars().next());
            Token { start, end, kind: first.map_or(TokenKind::Mark, kind_of) }
        };
        (part(self.start, at), part(at, self.end))
    }
}

fn kind_of(first: char) -> TokenKind {
    if first.is_alphabetic() {
        TokenKind::Word
    } else if first.is_numeric() {
        TokenKind::Number
    } else {
        TokenKind::Mark
    }
}

const NARROW_SPACE: char = '\u{202F}';

/// All tokens of `text`, in order. Texts of up to 4 GiB.
pub fn tokenise(text: &str) -> Vec<Token> {
    tokens(text).collect()
}

/// The tokens of `text` one by one; see [`tokenise`].
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    let mut at = 0;
    let mut open = None;
    std::iter::from_fn(move || {
        loop {
            if let Some(token) = open.as_mut().and_then(Iterator::next) {
                return Some(token);
            }
            open = None;
            while matches!(text.as_bytes().get(at), Some(b' ' | b'\n')) && plain(text.as_bytes().get(at + 1)) {
                at += 1;
            }
            let start = at;
            if let Some(end) = plain_end(text.as_bytes(), start) {
                at = end;
                let kind = kind_of(char::from(text.as_bytes()[start]));
                return Some(Token { start: start as u32, end: end as u32, kind });
            }
            let piece = text[start..].split_word_bounds().next()?;
            at += piece.len();
            open = Some(split_at_stop(text, start, piece).flat_map(|(start, piece)| parts(start, piece)));
        }
    })
}

/// Whether nothing of another script follows, whose signs may join what stands before them.
fn plain(next: Option<&u8>) -> bool {
    next.is_none_or(u8::is_ascii)
}

/// Where the token of ASCII signs that begins at `start` ends, if that is plain: most of all tokens are an ASCII word
/// or mark between others, and need no tables. `start` is a boundary, after which the rules look back no farther.
fn plain_end(text: &[u8], start: usize) -> Option<usize> {
    let letters = text[start..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let end = start + letters;
    match &text[end..] {
        [mark, next @ ..] if letters == 0 => {
            (mark.is_ascii_punctuation() && *mark != b'_' && plain(next.first())).then_some(end + 1)
        }
        // A stop, comma or the like between letters or digits may hold them together.
        [b'.' | b',' | b';' | b':', next @ ..] => next.first().is_none_or(|b| matches!(b, b' ' | b'\n')).then_some(end),
        [b'\'' | b'_', ..] => None,
        [next, ..] => next.is_ascii().then_some(end),
        [] => (letters > 0).then_some(end),
    }
}

fn parts(start: usize, piece: &str) -> impl Iterator<Item = Token> + '_ {
    let mut at = start;
    piece.split_inclusive(NARROW_SPACE).filter_map(move |part| {
        let begin = at;
        at += part.len();
        let part = part.strip_suffix(NARROW_SPACE).unwrap_or(part);
        // A combining sign makes one piece of itself and the white space before it.
        let solid = part.trim_start();
        let kind = kind_of(solid.chars().next()?);
        let end = begin + part.len();
        Some(Token { start: (end - solid.len()) as u32, end: end as u32, kind })
    })
}

/// Parts what UAX #29 takes as one word where a space is missing after a stop: `katanya.Dia` is a word, a stop
/// and a word, told by two lower-case letters before the stop and a capital alone or with a lower-case letter after it.
/// Parts of addresses stay whole.
fn split_at_stop<'t>(text: &str, start: usize, piece: &'t str) -> impl Iterator<Item = (usize, &'t str)> + use<'t> {
    let address = |b: Option<&u8>| matches!(b, Some(b'@' | b'/' | b'=' | b'&' | b'-' | b'#'));
    let bytes = text.as_bytes();
    let whole = address(start.checked_sub(1).and_then(|i| bytes.get(i))) || address(bytes.get(start + piece.len()));
    let mut rest = Some((start, piece));
    std::iter::from_fn(move || {
        let (at, text) = rest.take()?;
        let stop = if at > start && text.starts_with('.') && text.len() > 1 {
            1
        } else if whole {
            return Some((at, text));
        } else {
            missing_space(text).unwrap_or(text.len())
        };
        if stop < text.len() {
            rest = Some((at + stop, &text[stop..]));
        }
        Some((at, &text[..stop]))
    })
}

/// The longest elided article, preposition or conjunction, in bytes: `dall`, `quelqu`.
const LONGEST_ELISION: usize = 6;

/// Where a word begins behind an elided one: `5` for `dell'arte`, `None` where no apostrophe parts two.
pub fn elision(word: &str) -> Option<usize> {
    let (at, mark) =
        word.char_indices().take_while(|(at, _)| *at <= LONGEST_ELISION).find(|(_, c)| is_apostrophe(*c))?;
    let end = at + mark.len_utf8();
    (at > 0 && end < word.len()).then_some(end)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Where in a word stands a stop after which a space is missing.
fn missing_space(word: &str) -> Option<usize> {
    word.match_indices('.').map(|(stop, _)| stop).find(|stop| {
        let lower = |c: Option<char>| c.is_some_and(char::is_lowercase);
        let (mut before, mut after) = (word[..*stop].chars().rev(), word[stop + 1..].chars());
        lower(before.next())
            && lower(before.next())
            && after.next().is_some_and(char::is_uppercase)
            && after.next().is_none_or(char::is_lowercase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = tokens(text).map(|t| t.span().of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[cfg(not(target_arch = "wasm32"))]
    /// Where UAX #29 alone sees tokens, all that is plain taken the long way.
    fn by_tables(text: &str) -> Vec<Span> {
        let pieces = text.split_word_bound_indices().flat_map(|(start, piece)| split_at_stop(text, start, piece));
        pieces.flat_map(|(start, piece)| parts(start, piece)).map(Token::span).collect()
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_short_way_ends_where_the_long_one_does(text in "[a-b0-1 .,:;'_\\-\"(\n\r\t\u{301}\u{200D}éא🇩😀あ\u{202F}\u{A0}]{0,24}") {
            let found: Vec<Span> = tokens(&text).map(Token::span).collect();
            proptest::prop_assert_eq!(found, by_tables(&text));
        }
    }

    #[test]
    fn elided_words_end_at_their_apostrophe() {
        for (word, expected) in [("dell'arte", Some(5)), ("L’Aquila", Some(4)), ("rock'n", Some(5)), ("'tis", None)] {
            assert_eq!(elision(word), expected, "{word}");
        }
        assert_eq!((elision("aujourd'hui"), elision("l'"), elision("")), (None, None, None));
    }

    #[test]
    fn a_token_splits_in_two() {
        let text = "é10km";
        let token = tokens(text).next().expect("one token");
        let (letter, rest) = token.split(text, 2);
        let (number, unit) = rest.split(text, 4);
        let kinds = [letter, number, unit].map(|t| (t.span().of(text), t.kind));
        assert_eq!(kinds, [("é", TokenKind::Word), ("10", TokenKind::Number), ("km", TokenKind::Word)]);
    }

    #[test]
    fn words_numbers_and_marks() {
        check("Rund 68.000 Kunden.", &["Rund", "68.000", "Kunden", "."]);
        check("1% dari 12 juta", &["1", "%", "dari", "12", "juta"]);
        check("U.S. firms don't", &["U.S", ".", "firms", "don't"]);
        check("5. November\n2019", &["5", ".", "November", "2019"]);
        check("„Ja“, sagte er", &["„", "Ja", "“", ",", "sagte", "er"]);
        check("katanya.Dia pergi", &["katanya", ".", "Dia", "pergi"]);
        check("saiu.A casa", &["saiu", ".", "A", "casa"]);
        check("eins.Zwei.Drei", &["eins", ".", "Zwei", ".", "Drei"]);
        check("example.com U.S.Army z.B", &["example.com", "U.S.Army", "z.B"]);
        check("Jane.Doe@x.org", &["Jane.Doe", "@", "x.org"]);
        check("68\u{202F}000\u{202F}km !\u{202F}", &["68", "000", "km", "!"]);
        check("", &[]);
    }
}
