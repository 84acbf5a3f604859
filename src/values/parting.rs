//! Tokens of digits and letters parted: `10k`, `3rd` and `Rp1,2` are two each, so that the lexicon knows both parts.
//!
//! Enters: tokens of a text and the lexicon that holds there. Leaves: the parts in their place. Names such as `A320` stay
//! whole. Knows nothing of what the parts mean.

use super::digits::digit;
use crate::lexicon::{Cue, Lexicon};
use crate::text::{Token, TokenKind, tokens};

/// Longer tokens are no numbers with a unit, and are left whole.
const LONGEST: usize = 40;

/// The tokens with all parts of those that are parted; `None` where none is.
pub(super) fn parted(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Option<Vec<Token>> {
    if !tokens.iter().any(|token| parting(text, *token, lexicon).is_some()) {
        return None;
    }
    let mut parts = Vec::with_capacity(tokens.len() + 8);
    for token in tokens {
        let mut rest = *token;
        if let Some(at) = parting(text, rest, lexicon) {
            let (first, second) = rest.split(text, at);
            parts.push(first);
            rest = second;
            if let Some(apostrophe) = rest.span().of(text).chars().next().filter(|c| matches!(c, '\'' | '’')) {
                let (first, second) = rest.split(text, rest.span().start + apostrophe.len_utf8());
                parts.push(first);
                rest = second;
            }
            // After digits every change parts: `8h30`, `05T14`.
            while let Some(at) = change(rest.span().of(text)).filter(|_| token.kind == TokenKind::Number) {
                let (first, second) = rest.split(text, rest.span().start + at);
                parts.push(first);
                rest = second;
            }
        }
        parts.push(rest);
    }
    Some(parts)
}

/// The byte at which a token is parted: where digits end and letters begin, or where a currency's letters end
/// and digits begin.
fn parting(text: &str, token: Token, lexicon: &Lexicon) -> Option<usize> {
    let span = token.span();
    let word = span.of(text);
    if word.len() < 2 || word.len() > LONGEST {
        return None;
    }
    let at = match token.kind {
        TokenKind::Number => change(word)?,
        // `30 MUSD`, `120 kEUR`: a prefix before the code of a currency.
        TokenKind::Word
            if word.len() == 4 && word.starts_with(['M', 'k']) && word[1..].bytes().all(|b| b.is_ascii_uppercase()) =>
        {
            is_currency(lexicon, &word[1..]).then_some(1)?
        }
        TokenKind::Word if word.ends_with(|c| digit(c).is_some()) => {
            let at = word.char_indices().find(|(_, c)| digit(*c).is_some()).map(|(at, _)| at)?;
            is_currency(lexicon, &word[..at]).then_some(at)?
        }
        // `vent'anni`
        TokenKind::Word => {
            let at = word.find(['\'', '’']).filter(|_| !lexicon.setting("numbers.elided").is_empty())?;
            let mut elided = lexicon.setting("numbers.elided").split(' ');
            elided.any(|number| number.eq_ignore_ascii_case(&word[..at])).then_some(at)?
        }
        _ => return None,
    };
    // A mark between the two, as in `8.h`, stays with neither.
    (at > 0).then_some(span.start + at)
}

fn is_currency(lexicon: &Lexicon, letters: &str) -> bool {
    let whole = tokens::tokenise(letters);
    let mut currency = false;
    lexicon.dictionary.look_up(letters, &whole, |m| currency |= m.cue == Cue::Currency && m.len == whole.len());
    currency && whole.len() == 1
}

/// The first byte inside `word` where letters begin after something else or end.
fn change(word: &str) -> Option<usize> {
    let first = word.chars().next()?.is_alphabetic();
    word.char_indices().find(|(_, c)| c.is_alphabetic() != first).map(|(at, _)| at)
}
