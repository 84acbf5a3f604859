//! One or two sentences with their figures, and the words around these.

use crate::lexicon::{Cue, Reading};
use crate::report::{Figure, FigureKind};
use crate::text::TokenKind;
use std::ops::Range;

/// The sentence's tokens and figures.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The tokens of the text.
    pub reading: &'a Reading<'a>,
    /// The line's own tokens.
    pub range: Range<usize>,
    /// The figures that count, each with its tokens, in order.
    pub figures: Vec<(&'a Figure, Range<usize>)>,
}

impl<'a> Line<'a> {
    /// The line of the tokens in `range`, where `figures` stand.
    pub fn new(reading: &'a Reading<'a>, range: Range<usize>, figures: &'a [Figure]) -> Self {
        let counting = figures.iter().filter(|f| f.kind != FigureKind::Ordinal && f.value.is_finite());
        let figures = counting.map(|f| (f, reading.tokens_in(f.span))).collect();
        Line { reading, range, figures }
    }

    /// This line and the one that follows it as one.
    pub fn with(&self, next: &Line<'a>) -> Line<'a> {
        let figures = self.figures.iter().chain(&next.figures).cloned().collect();
        Line { reading: self.reading, range: self.range.start..next.range.end, figures }
    }

    /// The tokens between two figures; empty where they overlap.
    pub fn between(&self, a: usize, b: usize) -> Range<usize> {
        let (start, end) = (self.figures[a].1.end, self.figures[b].1.start);
        start..end.max(start)
    }

    /// Whether a phrase of this use lies in `range`.
    pub fn has(&self, range: Range<usize>, cue: Cue) -> bool {
        self.reading.first_in(range, cue).is_some()
    }

    /// Whether one of these marks stands in `range`.
    pub fn has_mark(&self, range: Range<usize>, marks: &[&str]) -> bool {
        range.into_iter().any(|i| marks.contains(&self.reading.word(i)))
    }

    /// The up to `n` tokens before a figure, back to the figure before it.
    pub fn before(&self, figure: usize, n: usize) -> Range<usize> {
        let end = self.figures[figure].1.start;
        let limit = figure.checked_sub(1).map_or(self.range.start, |p| self.figures[p].1.end);
        end.saturating_sub(n).max(limit).min(end)..end
    }

    /// The up to `n` tokens after a figure, up to the figure after it.
    pub fn after(&self, figure: usize, n: usize) -> Range<usize> {
        let start = self.figures[figure].1.end;
        let limit = self.figures.get(figure + 1).map_or(self.range.end, |(_, next)| next.start);
        start..(start + n).min(limit).max(start)
    }

    /// Whether a phrase of this use ends right before a figure, at most `slack` tokens between.
    pub fn led_by(&self, figure: usize, cue: Cue, slack: usize) -> bool {
        /// The longest phrase that leads a figure.
        const PHRASE: usize = 4;
        let before = self.before(figure, PHRASE + slack);
        self.reading.all_in(before.clone(), cue).any(|(at, mark)| at + mark.len + slack >= before.end)
            // The figure's own words may begin with it: `from 92`, where the comparator took it in.
            || self.reading.find(self.figures[figure].1.start, cue).is_some_and(|m| m.len < self.figures[figure].1.len())
    }

    /// Whether two figures measure the same: both counts, or the same currency or unit.
    pub fn alike(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.figures[a].0, self.figures[b].0);
        a.kind == b.kind && a.currency == b.currency && a.unit == b.unit
    }

    /// Whether the figure is a share, no difference of shares.
    pub fn is_share(&self, figure: usize) -> bool {
        let figure = self.figures[figure].0;
        figure.kind == FigureKind::Percent && figure.unit.is_none()
    }

    /// Whether what two figures count has a word in common.
    pub fn same_noun(&self, a: usize, b: usize) -> bool {
        /// Shorter words are articles and prepositions.
        const LETTERS: usize = 4;
        let nouns = |figure: usize| {
            let after = self.after(figure, 3).filter(|i| self.reading.kind(*i) == TokenKind::Word);
            after.map(|i| self.reading.folded(i)).filter(|w| w.chars().count() >= LETTERS).collect::<Vec<_>>()
        };
        let others = nouns(b);
        nouns(a).iter().any(|noun| others.contains(noun))
    }
}
