//! The text as read, never edited: spans, the offset table and the tokens.
//!
//! Enters: the source text. Leaves: positions in it. Knows nothing of languages or findings.

pub mod offsets;
pub mod order;
pub mod tokens;

pub use offsets::{OffsetTable, OffsetUnit, Span};
pub use tokens::{Token, TokenKind};
