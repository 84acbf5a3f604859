//! Spans in bytes, and one table that turns byte offsets into UTF-16 units or code points.
//!
//! Enters: the source text. Leaves: [`Span`]s and converted offsets. Knows nothing of what a span means.

use serde::Serialize;

/// A half-open range `start..end` of the source text.
///
/// Inside the crate the unit is UTF-8 bytes and both ends lie on character boundaries. Only in a finished
/// report may the unit be another one; the report's `offsets` field names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Span {
    /// The first position inside.
    pub start: usize,
    /// The first position after.
    pub end: usize,
}

impl Span {
    /// The span from `start` to `end`; an `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Span { start, end: end.max(start) }
    }

    /// Length in the span's own unit.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one position.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether it overlaps the span of one of `sorted`, which are in order and do not overlap each other.
    pub fn overlaps_any<T>(self, sorted: &[T], span: impl Fn(&T) -> Span) -> bool {
        let next = sorted.partition_point(|one| span(one).end <= self.start);
        sorted.get(next).is_some_and(|one| span(one).overlaps(self))
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The text inside, of a span in bytes.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// Spans of `text` from pairs of offsets in UTF-16 units, start and end in turn, none before the one before it. An
/// offset inside a character counts as the character's start, one past the end as the end; what is out of order is
/// left out.
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code))]
pub(crate) fn from_utf16(text: &str, offsets: &[u32]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::with_capacity(offsets.len() / 2);
    let mut characters = text.char_indices().peekable();
    let mut units = 0;
    let mut byte_of = |offset: u32| {
        while let Some((at, character)) = characters.peek() {
            let next = units + character.len_utf16() as u32;
            if next > offset {
                return *at;
            }
            units = next;
            characters.next();
        }
        text.len()
    };
    for pair in offsets.chunks_exact(2) {
        let span = Span::new(byte_of(pair[0]), byte_of(pair[1]));
        if !span.is_empty() && spans.last().is_none_or(|last| last.end <= span.start) {
            spans.push(span);
        }
    }
    spans
}

/// What a report's offsets count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// UTF-16 code units, as JavaScript strings count.
    Utf16,
    /// UTF-8 bytes, as Rust strings count.
    #[default]
    Utf8,
    /// Unicode code points, as Python strings count.
    Chars,
}

/// How many bytes lie between two remembered positions: the most that one conversion counts through.
const STRIDE: usize = 64;

/// Converts byte offsets of one text to other units, in constant time each.
#[derive(Debug)]
pub struct OffsetTable<'t> {
    text: &'t str,
    /// For the first boundary at or after each multiple of [`STRIDE`]: byte, UTF-16 and code point offset.
    /// Empty for ASCII text, where all three are equal.
    marks: Vec<[u32; 3]>,
}

impl<'t> OffsetTable<'t> {
    /// Builds the table in one pass over `text`.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            marks.reserve(text.len() / STRIDE + 1);
            let (mut utf16, mut chars) = (0u32, 0u32);
            for (byte, character) in text.char_indices() {
                if byte >= marks.len() * STRIDE {
                    marks.push([byte as u32, utf16, chars]);
                }
                utf16 += character.len_utf16() as u32;
                chars += 1;
            }
        }
        OffsetTable { text, marks }
    }

    /// The offset of the character at byte `byte`, counted in `unit`.
    ///
    /// `byte` is a character boundary of the text, its length included; one past the end counts as the end.
    pub fn convert(&self, byte: usize, unit: OffsetUnit) -> usize {
        let byte = byte.min(self.text.len());
        if unit == OffsetUnit::Utf8 || self.marks.is_empty() {
            return byte;
        }
        let mut index = (byte / STRIDE).min(self.marks.len() - 1);
        if self.marks[index][0] as usize > byte {
            index -= 1;
        }
        let [from, utf16, chars] = self.marks[index];
        let between = &self.text[from as usize..byte];
        let counted = between.chars().count();
        match unit {
            // Characters of four bytes, and no others, are two units.
            OffsetUnit::Utf16 => utf16 as usize + counted + between.bytes().filter(|b| *b >= 0xF0).count(),
            _ => chars as usize + counted,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_converts_to_the_counted_offset() {
        let text = "aé漢😀 ".repeat(200) + "end";
        let table = OffsetTable::new(&text);
        for (chars, (byte, _)) in text.char_indices().chain([(text.len(), ' ')]).enumerate() {
            assert_eq!(table.convert(byte, OffsetUnit::Utf8), byte);
            assert_eq!(table.convert(byte, OffsetUnit::Chars), chars);
            assert_eq!(table.convert(byte, OffsetUnit::Utf16), text[..byte].encode_utf16().count());
        }
    }

    #[test]
    fn spans_come_from_utf16() {
        let check = |text: &str, offsets: &[u32], expected: &[&str]| {
            let spans = from_utf16(text, offsets);
            assert_eq!(spans.iter().map(|s| s.of(text)).collect::<Vec<_>>(), expected, "{text:?} {offsets:?}");
        };
        check("aé漢😀 end", &[0, 2, 3, 5, 6, 99], &["aé", "😀", "end"]);
        check("abc", &[2, 1, 0, 2, 3], &[]);
        check("", &[0, 5], &[]);
    }

    #[test]
    fn ascii_offsets_are_the_same_in_every_unit() {
        let table = OffsetTable::new("plain text");
        for unit in [OffsetUnit::Utf8, OffsetUnit::Utf16, OffsetUnit::Chars] {
            assert_eq!(table.convert(7, unit), 7);
            assert_eq!(table.convert(700, unit), 10);
        }
    }
}
