//! What was found in the document, by place.
//!
//! Enters: a document and its findings. Leaves: quick answers to what lies in a span. Knows nothing of claims.

use super::Findings;
use crate::document::{Document, Sentence};
use crate::lexicon::Reading;
use crate::report::{EntityKind, Figure, Quote, Time};
use crate::text::Span;
use crate::text::order;

/// How many quotes before a place are asked whether they reach it; quotes nest one or two deep.
const NESTING: usize = 4;

/// A document with its findings.
#[derive(Debug)]
pub struct Context<'a> {
    /// The document.
    pub document: &'a Document<'a>,
    findings: Findings<'a>,
    /// All mentions with their entity's id, in order.
    mentions: Vec<(Span, usize)>,
    /// Indices of the quotes, by where their content begins.
    quotes: Vec<usize>,
}

impl<'a> Context<'a> {
    /// Sorts the findings by place.
    pub fn new(document: &'a Document<'a>, findings: Findings<'a>) -> Self {
        let of = |e: &'a crate::report::Entity| e.mentions.iter().map(|m| (m.span, e.id));
        let mut mentions: Vec<_> = findings.entities.iter().flat_map(of).collect();
        mentions.sort_unstable();
        let mut quotes: Vec<usize> = (0..findings.quotes.len()).collect();
        order::by_key(&mut quotes, |i| findings.quotes[*i].content.start as u64);
        Context { document, findings, mentions, quotes }
    }

    /// The tokens.
    pub fn reading(&self) -> &'a Reading<'a> {
        &self.document.reading
    }

    /// The ISO 639-3 code of the lexicon that holds for the sentence.
    pub fn language(&self, sentence: &Sentence) -> &'static str {
        self.document.block_of(sentence).lexicon.code
    }

    /// The figures that begin in `span`, with their indices.
    pub fn figures_in(&self, span: Span) -> impl Iterator<Item = (usize, &'a Figure)> {
        starting_in(self.findings.figures, |f| f.span, span)
    }

    /// The times that begin in `span`, with their indices.
    pub fn times_in(&self, span: Span) -> impl Iterator<Item = (usize, &'a Time)> {
        starting_in(self.findings.times, |t| t.span, span)
    }

    /// The mentions that begin in `span`, with their entities' ids, in order.
    pub fn mentions_in(&self, span: Span) -> impl Iterator<Item = (Span, usize)> + '_ {
        let from = self.mentions.partition_point(|(m, _)| m.start < span.start);
        self.mentions[from..].iter().copied().take_while(move |(m, _)| m.start < span.end)
    }

    /// The addresses and tags that begin in `span`, in order.
    pub fn labels_in(&self, span: Span) -> Vec<Span> {
        use EntityKind::{Domain, Email, Handle, Hashtag, Url};
        let label = |id: usize| matches!(self.kind(id), Some(Domain | Email | Handle | Hashtag | Url));
        self.mentions_in(span).filter(|(_, id)| label(*id)).map(|(mention, _)| mention).collect()
    }

    /// The kind of the entity with this id.
    pub fn kind(&self, entity: usize) -> Option<EntityKind> {
        self.findings.entities.get(entity).map(|e| e.kind)
    }

    /// Whether something of one of these kinds is named in `span`.
    pub fn names(&self, span: Span, kinds: &[EntityKind]) -> bool {
        self.mentions_in(span).any(|(_, id)| self.kind(id).is_some_and(|k| kinds.contains(&k)))
    }

    /// Whether a date is given in `span`.
    pub fn dates(&self, span: Span) -> bool {
        use crate::report::TimeKind::{Date, Time};
        self.times_in(span).any(|(_, t)| matches!(t.kind, Date | Time))
    }

    /// The quote whose content covers more than half of `span`, or lies wholly in it; the innermost.
    pub fn quote_of(&self, span: Span) -> Option<(usize, &'a Quote)> {
        let quotes = self.findings.quotes;
        let before = self.quotes.partition_point(|i| quotes[*i].content.start < span.end);
        let near = self.quotes[before.saturating_sub(NESTING)..before].iter().rev();
        let mut near = near.map(|i| (*i, &quotes[*i]));
        near.find(|(_, q)| {
            let shared = Span::new(q.content.start.max(span.start), q.content.end.min(span.end)).len();
            shared * 2 > span.len() || span.contains(q.content)
        })
    }
}

impl Context<'_> {
    /// Whether `span` lies in the content of a quote, but for its edges.
    pub fn quote_at(&self, span: Span) -> bool {
        let quotes = self.findings.quotes;
        let before = self.quotes.partition_point(|i| quotes[*i].content.start < span.start);
        let near = &self.quotes[before.saturating_sub(NESTING)..before];
        near.iter().any(|i| quotes[*i].content.contains(span))
    }
}

fn starting_in<T>(sorted: &[T], span_of: impl Fn(&T) -> Span + Copy, span: Span) -> impl Iterator<Item = (usize, &T)> {
    let from = sorted.partition_point(|t| span_of(t).start < span.start);
    let found = sorted[from..].iter().take_while(move |t| span_of(t).start < span.end);
    found.enumerate().map(move |(i, t)| (from + i, t))
}
