//! Quotation marks as they are written: which characters, and which side of the words they stand on.
//!
//! Enters: the tokens of a reading. Leaves: a [`Glyph`] for each token that may be a mark. Knows nothing of which
//! two belong together.

use crate::lexicon::Reading;
use crate::text::TokenKind;
use std::ops::Range;

/// Which marks can close one another: a mark closes the nearest open one of its family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// `“ ” „ ‟ " '' `` ,, ＂ 〝 〞` in every mixture: bad copies mix them.
    Double,
    /// `‘ ’ ‚ ‛ '`: apostrophes look the same.
    Single,
    /// `« »`.
    Angle,
    /// `‹ ›`.
    SingleAngle,
    /// `「 」`.
    Corner,
    /// `『 』`.
    WhiteCorner,
}

/// What a mark can do where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// It opens.
    Open,
    /// It closes.
    Close,
    /// The space around it speaks for opening, the character does not.
    LikelyOpen,
    /// The space around it speaks for closing, the character does not.
    LikelyClose,
    /// Nothing tells.
    Either,
}

/// A token, or a run of two, that may be a quotation mark.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Which marks it can pair with.
    pub family: Family,
    /// Which side of the words it stands on.
    pub side: Side,
    /// The character itself; doubled typewriter marks count as `"`.
    pub shape: char,
}

/// The glyph that begins at token `index`, if it may be a quotation mark.
pub fn at(reading: &Reading, index: usize, block: &Range<usize>) -> Option<Glyph> {
    if reading.kind(index) != TokenKind::Mark {
        return None;
    }
    let mut shape = reading.word(index).chars().next()?;
    let mut tokens = index..index + 1;
    let doubled = matches!(shape, '\'' | '`' | ',' | '´' | '’' | '‘' | '‚')
        && index + 1 < block.end
        && reading.glued(index)
        && reading.word(index + 1) == reading.word(index);
    // `,,` opens only where a word follows and none is glued before; otherwise it is a slip of the comma key.
    if doubled && (shape != ',' || (!touches_before(reading, index) && touches_after(reading, index + 1))) {
        tokens.end = index + 2;
        shape = match shape {
            '`' | '‘' => '“',
            '´' | '’' => '”',
            ',' | '‚' => '„',
            _ => '"',
        };
    }
    use Family::*;
    let (family, fixed) = match shape {
        '„' | '‟' | '〝' => (Double, Some(Side::Open)),
        '“' | '”' | '"' | '＂' | '〞' => (Double, None),
        '‚' | '‛' => (Single, Some(Side::Open)),
        '‘' | '’' | '\'' | '`' | '´' => (Single, None),
        '«' | '»' => (Angle, None),
        '‹' | '›' => (SingleAngle, None),
        '「' => (Corner, Some(Side::Open)),
        '」' => (Corner, Some(Side::Close)),
        '『' => (WhiteCorner, Some(Side::Open)),
        '』' => (WhiteCorner, Some(Side::Close)),
        _ => return None,
    };
    let side = fixed.unwrap_or_else(|| side(reading, &tokens, block));
    Some(Glyph { tokens, family, side, shape })
}

/// What the space around a mark says: words touch it on the side where the quoted text is.
fn side(reading: &Reading, tokens: &Range<usize>, block: &Range<usize>) -> Side {
    let before = tokens.start > block.start && touches_before(reading, tokens.start);
    let after = tokens.end < block.end && touches_after(reading, tokens.end - 1);
    // A mark that touches brackets or dashes counts as free on that side: `("Yes")`, `–"Yes"`.
    let before =
        before && !matches!(last_char(reading, tokens.start - 1), '(' | '[' | '{' | '–' | '—' | '/' | '-' | '¿' | '¡');
    let after =
        after && !matches!(first_char(reading, tokens.end), ')' | ']' | '}' | '–' | '—' | ',' | ';' | ':' | '/');
    match (before, after) {
        (false, true) => Side::LikelyOpen,
        (true, false) => Side::LikelyClose,
        _ if tokens.start == block.start => Side::LikelyOpen,
        _ if tokens.end == block.end => Side::LikelyClose,
        _ => Side::Either,
    }
}

fn touches_before(reading: &Reading, index: usize) -> bool {
    index > 0 && reading.glued(index - 1)
}

fn touches_after(reading: &Reading, index: usize) -> bool {
    reading.glued(index)
}

/// The first character of token `index`, NUL where there is no such token.
pub fn first_char(reading: &Reading, index: usize) -> char {
    reading.word(index).chars().next().unwrap_or('\0')
}

/// The last character of token `index`, NUL where there is no such token.
pub fn last_char(reading: &Reading, index: usize) -> char {
    reading.word(index).chars().next_back().unwrap_or('\0')
}
