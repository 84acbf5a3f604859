//! When the article was published, as far as it says so.
//!
//! Enters: a reading and its blocks. Leaves: a date. Knows nothing of what the date is used for.

use super::Block;
use crate::lexicon::{Cue, Lexicon, Reading};
use crate::report::{BlockKind, TimeKind};
use crate::values::{self, date::Date};
use std::ops::Range;

/// A line about publication is at most this long in tokens; a longer one tells a story.
const LONGEST: usize = 40;
/// A dateline inside a paragraph ("BERLIN, 5 November (dpa) –") lies within so many tokens of its beginning.
const DATELINE: usize = 12;

/// The date of publication: from a byline or dateline, or from a line that says "published"; else from the
/// dateline that opens the first paragraphs. `None` where no full date stands there.
pub fn date(reading: &Reading, blocks: &[Block]) -> Option<Date> {
    let stated = |b: &&Block| matches!(b.kind, BlockKind::Byline | BlockKind::Dateline);
    let heads = blocks.iter().filter(stated).map(|b| (b, b.tokens.clone()));
    let notices = blocks.iter().filter(|b| b.kind == BlockKind::Boilerplate && b.tokens.len() <= LONGEST);
    let notices = notices.filter(|b| reading.is(b.tokens.start, Cue::Published)).map(|b| (b, b.tokens.clone()));
    let openings = blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).take(2).filter_map(|b| {
        let window = b.tokens.start..b.tokens.end.min(b.tokens.start + DATELINE);
        let mark = window.clone().find(|i| matches!(reading.word(*i), "–" | "—" | "-" | "--"))?;
        Some((b, b.tokens.start..mark))
    });
    let candidates: Vec<(Range<usize>, &Lexicon)> = heads
        .chain(notices)
        .chain(openings)
        .map(|(block, tokens)| (tokens.start..tokens.end.min(tokens.start + LONGEST), block.lexicon))
        .collect();
    if candidates.is_empty() {
        return None;
    }
    let (_, times) = values::find(reading, candidates.into_iter(), None, &[]);
    times.iter().filter(|t| matches!(t.kind, TimeKind::Date | TimeKind::Time)).find_map(|t| parse(&t.timex))
}

/// The date of a TIMEX3 value such as `2019-11-05` or `2019-11-05T14:30`; `None` for a partial one.
fn parse(timex: &str) -> Option<Date> {
    let mut parts = timex.get(..10)?.split('-');
    let year: i32 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day: u8 = parts.next()?.parse().ok()?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Date { year, month: Some(month), day: Some(day) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_full_dates_are_taken() {
        let date = Some(Date { year: 2019, month: Some(11), day: Some(5) });
        assert_eq!(parse("2019-11-05"), date);
        assert_eq!(parse("2019-11-05T14:30"), date);
        for partial in ["2019", "2019-11", "XXXX-11-05", "2019-W45", "PT5M", "2019-11-5x", "2019-13-01"] {
            assert_eq!(parse(partial), None, "{partial}");
        }
    }
}
