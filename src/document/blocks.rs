//! Lines to blocks: headline, byline, paragraph … boilerplate.

use super::Block;
use crate::lexicon::{Lexicon, Reading};
use crate::report::BlockKind;
use crate::text::Span;

/// The blocks of a text.
pub fn split(reading: &Reading, lexicon: &'static Lexicon) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    for line in reading.text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let span = Span::new(start.min(at + line.len()), at + line.trim_end().len());
        at += line.len();
        let tokens = reading.tokens_in(span);
        if !tokens.is_empty() {
            blocks.push(Block { span, tokens, kind: BlockKind::Paragraph, reason: "line".into(), lexicon });
        }
    }
    blocks
}
