//! What stands between quotation marks, whatever it is there for.
//!
//! Enters: tokens of a reading. Leaves: a [`Passage`]. Knows nothing of marks or speakers.

use std::ops::Range;

/// Text between quotation marks.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Its tokens with the marks.
    pub outer: Range<usize>,
    /// Its tokens without the marks.
    pub inner: Range<usize>,
    /// Whether both marks stand.
    pub complete: bool,
    /// Whether the marks are single ones, which also mark words as such.
    pub single: bool,
    /// Whether it goes on after a report inside the marks.
    pub resumed: bool,
}
