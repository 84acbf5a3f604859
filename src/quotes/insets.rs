//! Reports inside the marks they report: Russian `«Да, — сказал он. — Нет»`.
//!
//! Enters: one [`Passage`]. Leaves: the passages that its report parts it into, or the one as it was. Knows nothing of
//! speakers.

use super::passage::Passage;
use super::words;
use crate::lexicon::{Cue, Reading};

/// How many tokens the report may have: cue, office and name.
const LONGEST: usize = 25;

/// `passage` in parts, without the words between dashes that report it. The first of them begins with a word of
/// reporting, so that a dash inside what is said parts nothing.
pub fn parted(reading: &Reading, passage: Passage) -> Vec<Passage> {
    let Passage { complete, single, ref inner, ref outer, .. } = passage;
    let opens = |i: &usize| {
        is_dash(reading, *i)
            && matches!(reading.word(i - 1), "," | "!" | "?" | "…")
            && (words::is_verb(reading, i + 1) || reading.is(i + 1, Cue::QuoteVerb))
    };
    let closes = |i: &usize| is_dash(reading, *i) && matches!(reading.word(i - 1), "," | "." | "!" | "?");
    let mut parts: Vec<Passage> = Vec::new();
    let (mut outer_from, mut from) = (outer.start, inner.start);
    while let Some(dash) = (from + 1..inner.end).find(opens) {
        let report = dash + 1..inner.end.min(dash + 1 + LONGEST);
        let rest = match report.clone().find(closes) {
            Some(end) => end + 1,
            None if report.end == inner.end => inner.end,
            None => break,
        };
        let resumed = !parts.is_empty();
        parts.push(Passage { outer: outer_from..dash, inner: from..dash, complete, single, resumed });
        (outer_from, from) = (rest, rest);
        if rest == inner.end {
            return parts;
        }
    }
    let resumed = !parts.is_empty();
    parts.push(Passage { outer: outer_from..outer.end, inner: from..inner.end, complete, single, resumed });
    parts
}

fn is_dash(reading: &Reading, index: usize) -> bool {
    matches!(reading.word(index), "—" | "–" | "-") && !reading.glued(index)
}
