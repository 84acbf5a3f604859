//! The tokens of a text, each with what its language's lexicon says of it.
//!
//! Enters: tokens, and which lexicon holds for which of them. Leaves: one table that every later stage asks
//! instead of looking words up again.

use super::{Cue, CueSet, Lexicon, Mark, dictionary};
use crate::text::{Span, Token, TokenKind};
use std::ops::Range;

/// A text's tokens with their marks.
#[derive(Debug)]
pub struct Reading<'t> {
    /// The source text.
    pub text: &'t str,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    marks: Vec<Mark>,
    /// Where the marks of each token begin in `marks`; one entry more than there are tokens.
    first: Vec<u32>,
    /// The cues of each token's marks: most questions are answered by these.
    cues: Vec<CueSet>,
}

impl<'t> Reading<'t> {
    /// Reads `tokens` of `text`: each range of token indices with its lexicon. The ranges are in order and do not
    /// overlap; no phrase reaches across the end of one; tokens in none get no marks.
    pub fn new(
        text: &'t str,
        tokens: Vec<Token>,
        ranges: impl IntoIterator<Item = (Range<usize>, &'static Lexicon)>,
    ) -> Self {
        let mut marks = Vec::new();
        let mut first = Vec::with_capacity(tokens.len() + 1);
        let mut cues = vec![CueSet::EMPTY; tokens.len()];
        for (range, lexicon) in ranges {
            first.resize(range.start, marks.len() as u32);
            for index in range.clone() {
                first.push(marks.len() as u32);
                let cues = &mut cues[index];
                lexicon.dictionary.look_up(text, &tokens[index..range.end], |mark| {
                    *cues = cues.with(mark.cue);
                    marks.push(mark);
                });
            }
        }
        first.resize(tokens.len() + 1, marks.len() as u32);
        Reading { text, tokens, marks, first, cues }
    }

    /// The characters of token `index`, `""` where there is no such token.
    #[inline]
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |t| t.span().of(self.text))
    }

    /// Token `index` in lower case with typewriter apostrophes, as the dictionary keys it.
    pub fn folded(&self, index: usize) -> String {
        dictionary::folded(self.word(index))
    }

    /// What token `index` is made of; [`TokenKind::Mark`] where there is no such token.
    #[inline]
    pub fn kind(&self, index: usize) -> TokenKind {
        self.tokens.get(index).map_or(TokenKind::Mark, |t| t.kind)
    }

    /// Every mark of a phrase that begins at token `index`, longest phrase first; none where there is no such
    /// token.
    #[inline]
    pub fn marks(&self, index: usize) -> &[Mark] {
        let next = index.checked_add(1).and_then(|next| self.first.get(next));
        match (self.first.get(index), next) {
            (Some(from), Some(to)) => &self.marks[*from as usize..*to as usize],
            _ => &[],
        }
    }

    /// The uses of the phrases that begin at token `index`; none where there is no such token.
    #[inline]
    pub fn cues(&self, index: usize) -> &CueSet {
        self.cues.get(index).unwrap_or(&CueSet::EMPTY)
    }

    /// The longest phrase of this use that begins at token `index`.
    pub fn find(&self, index: usize, cue: Cue) -> Option<Mark> {
        if !self.is(index, cue) {
            return None;
        }
        self.marks(index).iter().copied().find(|m| m.cue == cue)
    }

    /// Whether a phrase of this use begins at token `index`.
    #[inline]
    pub fn is(&self, index: usize, cue: Cue) -> bool {
        self.cues(index).has(cue)
    }

    /// The first phrase of this use that begins and ends in `range` of token indices, with its position.
    pub fn first_in(&self, range: Range<usize>, cue: Cue) -> Option<(usize, Mark)> {
        self.all_in(range, cue).next()
    }

    /// All phrases of this use that begin and end in `range`, by position, the longest at each.
    pub fn all_in(&self, range: Range<usize>, cue: Cue) -> impl Iterator<Item = (usize, Mark)> + '_ {
        range.clone().filter_map(move |i| self.find(i, cue).filter(|m| i + m.len <= range.end).map(|m| (i, m)))
    }

    /// The span in bytes of a range of tokens; empty at the range's start for an empty range.
    pub fn span(&self, range: Range<usize>) -> Span {
        match self.tokens.get(range.clone()) {
            Some([first, .., last]) => first.span().join(last.span()),
            Some([only]) => only.span(),
            _ => {
                let at = self.tokens.get(range.start).map_or(self.text.len(), |t| t.span().start);
                Span::new(at, at)
            }
        }
    }

    /// Whether no white space lies between token `index` and the next.
    #[inline]
    pub fn glued(&self, index: usize) -> bool {
        let next = index.checked_add(1).and_then(|next| self.tokens.get(next));
        self.tokens.get(index).zip(next).is_some_and(|(a, b)| a.span().end == b.span().start)
    }

    /// The tokens that overlap `span`, as a range of indices.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span().end <= span.start);
        let end = self.tokens.partition_point(|t| t.span().start < span.end);
        start..end.max(start)
    }
}
