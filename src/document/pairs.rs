//! Which quotation marks and brackets are open while sentences are read.
//!
//! Enters: tokens, one by one. Leaves: whether a mark closes something. Knows nothing of sentences.

use super::stops::Stops;
use crate::text::TokenKind;

/// A quotation in signs without spaces that is not closed after so many tokens was never one.
const LONGEST_QUOTATION: usize = 300;

/// The marks seen since the range began.
#[derive(Debug, Default)]
pub struct Pairs {
    /// A straight double mark is open.
    straight: bool,
    /// Two single marks are open: `,,` or ` `` `.
    doubled: bool,
    /// `«` is open.
    guillemet: bool,
    /// `«` has opened something, so that it closes nothing.
    french: bool,
    /// `„` is open.
    low: bool,
    /// Where the outermost of the open brackets of Chinese or Japanese stands, and how many are open.
    signs: Option<(usize, usize)>,
}

impl Pairs {
    /// Takes note of token `i`.
    pub fn see(&mut self, stops: &Stops, i: usize) {
        let before = stops.spaced(i);
        let after = stops.spaced(i + 1);
        match stops.word(i) {
            "\"" if before && !after => self.straight = true,
            "\"" if !before && (after || stops.kind(i + 1) == TokenKind::Mark) => self.straight = false,
            "\"" => self.straight = !self.straight,
            "«" => {
                self.guillemet = before || !after;
                self.french |= before;
            }
            "»" => self.guillemet = false,
            "„" => self.low = true,
            "“" | "”" => self.low = false,
            "," | "`" if !after && stops.word(i + 1) == stops.word(i) => self.doubled = true,
            "'" if !after && stops.word(i + 1) == "'" => self.doubled = !self.doubled,
            "「" | "『" | "《" | "（" | "【" | "〈" => {
                let (outer, open) = self.signs.filter(|(at, _)| i - at < LONGEST_QUOTATION).unwrap_or((i, 0));
                self.signs = Some((outer, open + 1));
            }
            "」" | "』" | "》" | "）" | "】" | "〉" => {
                self.signs = self.signs.and_then(|(at, open)| (open > 1).then(|| (at, open - 1)));
            }
            _ => {}
        }
    }

    /// Whether position `i` lies inside brackets of Chinese or Japanese.
    pub fn inside_signs(&self, i: usize) -> bool {
        self.signs.is_some_and(|(at, _)| i - at < LONGEST_QUOTATION)
    }

    /// How many tokens from `i`, which follow a terminator, close a quotation or a bracket or refer to a note.
    pub fn closing(&self, stops: &Stops, i: usize) -> usize {
        let glued = !stops.spaced(i);
        let ends = |i: usize| stops.spaced(i + 1) || stops.kind(i + 1) == TokenKind::Mark;
        let alone = !glued && stops.spaced(i + 1);
        let closes = match stops.word(i) {
            ")" | "]" | "}" | "”" | "’" | "›" => glued || alone,
            "」" | "』" | "）" | "】" | "》" | "〉" => true,
            "»" => glued || self.guillemet,
            // German closes with the mark that English opens with.
            "“" => glued && (ends(i) || self.low),
            "«" => glued && ends(i) && !self.french,
            "‘" | "‹" => glued && ends(i),
            "\"" => glued && (ends(i) || self.straight) || alone && self.straight,
            "'" if stops.word(i + 1) == "'" && !stops.spaced(i + 1) => {
                return if ends(i + 1) && (glued || self.doubled) { 2 } else { 0 };
            }
            "'" | "*" | "_" => glued && ends(i),
            "[" => {
                let note = glued && stops.kind(i + 1) == TokenKind::Number && stops.word(i + 2) == "]";
                return if note { 3 } else { 0 };
            }
            _ => false,
        };
        usize::from(closes)
    }
}
