//! Blocks to sentences.

use super::{Block, Sentence};
use crate::lexicon::Reading;
use crate::text::Span;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of all blocks.
pub fn split(reading: &Reading, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        for (at, piece) in block.span.of(reading.text).split_sentence_bound_indices() {
            let start = block.span.start + at;
            let span = Span::new(start, start + piece.trim_end().len());
            sentences.push(Sentence { span, tokens: reading.tokens_in(span), block: index });
        }
    }
    sentences
}
