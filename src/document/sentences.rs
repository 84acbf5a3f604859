//! Blocks to sentences.
//!
//! Enters: a reading and its blocks. Leaves: [`Sentence`]s that tile each block but for white space. Knows
//! nothing of how an end is judged.

use super::ends::Ends;
use super::{Block, Sentence};
use crate::lexicon::Reading;
use crate::text::Span;

/// The sentences of all blocks.
pub fn split(reading: &Reading, blocks: &[Block]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        let mut start = block.tokens.start;
        for end in Ends::new(reading, block.tokens.clone(), block.lexicon) {
            if start < end {
                sentences.push(sentence(reading, block, start..end, index));
            }
            start = end;
        }
        if start < block.tokens.end {
            sentences.push(sentence(reading, block, start..block.tokens.end, index));
        }
    }
    sentences
}

fn sentence(reading: &Reading, block: &Block, tokens: std::ops::Range<usize>, index: usize) -> Sentence {
    // What is no token (a control character) belongs to the sentence at the block's edge.
    let start = if tokens.start == block.tokens.start { block.span.start } else { reading.span(tokens.clone()).start };
    let end = if tokens.end == block.tokens.end { block.span.end } else { reading.span(tokens.clone()).end };
    Sentence { span: Span::new(start, end), tokens, block: index }
}
