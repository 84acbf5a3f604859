//! When the article was published, as far as it says so.
//!
//! Enters: a reading and its blocks. Leaves: a date. Knows nothing of what the date is used for.

use super::Block;
use crate::lexicon::{Cue, Reading};
use crate::report::BlockKind;
use crate::values::{date::Date, times};

/// A line about publication is at most this long in tokens; a longer one tells a story.
const LONGEST: usize = 40;
/// A dateline inside a paragraph ("BERLIN, 5 November (dpa) –") lies within so many tokens of its beginning.
const DATELINE: usize = 12;

/// The date of publication: from a byline or dateline, or from a line that says "published"; else from the
/// dateline that opens the first paragraphs. `None` where no full date stands there. The blocks that stand
/// `elsewhere`, in the head of another article, say nothing.
pub fn date(reading: &Reading, blocks: &[Block], elsewhere: impl Fn(usize) -> bool) -> Option<Date> {
    let stated = |b: &Block| matches!(b.kind, BlockKind::Byline | BlockKind::Dateline);
    let own = blocks.iter().enumerate().filter(|(i, b)| stated(b) && !elsewhere(*i));
    let heads = own.map(|(_, b)| (b, b.tokens.clone()));
    let notices = blocks.iter().filter(|b| b.kind == BlockKind::Boilerplate && b.tokens.len() <= LONGEST);
    let notices = notices.filter(|b| reading.is(b.tokens.start, Cue::Published)).map(|b| (b, b.tokens.clone()));
    let openings = blocks.iter().filter(|b| b.kind == BlockKind::Paragraph).take(2).filter_map(|b| {
        let window = b.tokens.start..b.tokens.end.min(b.tokens.start + DATELINE);
        let mark = window.clone().find(|i| matches!(reading.word(*i), "–" | "—" | "-" | "--"))?;
        Some((b, b.tokens.start..mark))
    });
    let mut candidates = heads.chain(notices).chain(openings);
    candidates.find_map(|(block, tokens)| {
        times::publication(reading, tokens.start..tokens.end.min(tokens.start + LONGEST), block.lexicon)
    })
}

#[cfg(test)]
mod tests {
    use crate::document::Document;

    fn check(text: &str, expected: Option<(i32, u8, u8)>) {
        let found = Document::read(text, None).published;
        assert_eq!(found.map(|d| (d.year, d.month.unwrap_or(0), d.day.unwrap_or(0))), expected, "{text}");
    }

    const BODY: &str = "The council said that the old bridge in the harbour would be closed for repairs until the \
        spring, and that buses would run every ten minutes on each of the two banks.";

    #[test]
    fn a_byline_a_dateline_or_a_notice_states_the_date() {
        check(&format!("Bridge closed for repairs\nBy Jane Roe | November 6, 2019\n{BODY}"), Some((2019, 11, 6)));
        check(&format!("Bridge closed for repairs\nPublished on 5 November 2019\n{BODY}"), Some((2019, 11, 5)));
        check(&format!("Bridge closed for repairs\n6 November 2019\n{BODY}"), Some((2019, 11, 6)));
        check(&format!("HARBOUR, 5 November 2019 (dpa) – {BODY}"), Some((2019, 11, 5)));
    }

    #[test]
    fn a_date_in_the_story_or_a_partial_one_is_none() {
        check(&format!("{BODY} It was opened on 5 November 1961."), None);
        check(&format!("Bridge closed for repairs\nBy Jane Roe | November 2019\n{BODY}"), None);
    }
}
