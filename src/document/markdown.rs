//! What the marks of Markdown say of lines: headings, code, tables, pictures, links.
//!
//! Enters: the text and its lines with their features. Leaves: features that bear the marks in mind. Knows nothing
//! of kinds. The marks stay in the text, since the source is never edited.

use super::features::Features;
use super::lines::Line;

/// A line under which equal marks stand is a heading if it has no more words than this.
const LONGEST_HEADING: usize = 14;

/// Notes what the marks of Markdown say of each line.
pub fn see(text: &str, lines: &[Line], features: &mut [Features]) {
    see_code(text, lines, features);
    for i in 0..lines.len() {
        let line = lines[i].span.of(text);
        let below = lines.get(i + 1).filter(|next| next.gap == 0).map_or("", |next| next.span.of(text));
        let f = &mut features[i];
        f.heading_mark |= is_underline(below) && (1..=LONGEST_HEADING).contains(&f.words) && !f.stop && !f.item;
        if line.starts_with('#') && f.heading_mark {
            f.addresses = 0;
        }
        f.image = line.starts_with("![") && line.ends_with(')');
        if line.len() > 1 && line.starts_with('|') && line.ends_with('|') && f.words > 0 {
            (f.row, f.separators) = (true, 0);
        }
        let (links, linked) = links(line);
        if links > 0 {
            f.addresses = f.addresses.saturating_sub(links);
            f.linked = f.linked.max(linked as f64 / line.len() as f64);
        }
    }
}

/// Marks the lines from one fence to the next; a fence without another is none.
fn see_code(text: &str, lines: &[Line], features: &mut [Features]) {
    let fence = |i: usize| ["```", "~~~"].into_iter().find(|mark| lines[i].span.of(text).starts_with(mark));
    let mut open: Option<(usize, &str)> = None;
    for i in 0..lines.len() {
        match (open, fence(i)) {
            (None, Some(mark)) => open = Some((i, mark)),
            (Some((from, mark)), Some(found)) if mark == found => {
                features[from..=i].fill(Features { code: true, ..Features::default() });
                open = None;
            }
            _ => {}
        }
    }
}

/// Whether a line is nothing but three or more equal marks, as stand under a heading.
fn is_underline(line: &str) -> bool {
    line.len() >= 3 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'))
}

/// How many links of the form `[text](address)` a line has, and how many bytes they take.
fn links(line: &str) -> (usize, usize) {
    let (mut count, mut bytes, mut at) = (0, 0, 0);
    while let Some(middle) = line[at..].find("](").map(|i| at + i) {
        let Some(end) = line[middle..].find(')').map(|i| middle + i + 1) else { break };
        if let Some(start) = line[at..middle].rfind('[').map(|i| at + i) {
            count += 1;
            bytes += end - start;
        }
        at = end;
    }
    (count, bytes)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::document::tests::check;
    use crate::report::BlockKind::*;

    const FIRST: &str = "The council said on Monday that the [old bridge](https://example.org/bridge) would be \
        **closed for repairs** until the spring, and that buses would run every ten minutes.";
    const SECOND: &str = "Nobody knows yet what the works will cost, but the mayor expects the bill to be _far \
        higher_ than the one that was paid for the tunnel.";

    #[test]
    fn the_parts_of_a_page_in_markdown() {
        let page = format!(
            "# Bridge closed for repairs\n\nBy Jane Roe, 6 November 2019\n\n![The bridge](bridge.jpg)\n\n{FIRST}\n\n\
             ## What it costs\n\n{SECOND}\n\n> We had no choice, and we will not have one next year either.\n\n\
             - The tunnel stays **open** to cars.\n- The ferry runs at night.\n\n\
             ```\nlet cost = bridge + tunnel;\nprint(cost)\n```\n\n| Year | Cost |\n|---|---|\n| 2018 | 4 million |\n"
        );
        check(
            &page,
            &[
                (Headline, "# Bridge closed for repairs"),
                (Byline, "By Jane Roe, 6 November 2019"),
                (Caption, "![The bridge](bridge.jpg)"),
                (Paragraph, FIRST),
                (Subheading, "## What it costs"),
                (Paragraph, SECOND),
                (Quote, "> We had no choice, and we will not have one next year either."),
                (ListItem, "- The tunnel stays **open** to cars."),
                (ListItem, "- The ferry runs at night."),
                (Boilerplate, "```"),
                (Boilerplate, "let cost = bridge + tunnel;"),
                (Boilerplate, "print(cost)"),
                (Boilerplate, "```"),
                (Paragraph, "| Year | Cost |"),
                (Boilerplate, "|---|---|"),
                (Paragraph, "| 2018 | 4 million |"),
            ],
        );
    }

    #[test]
    fn underlined_headings_and_rows_of_links() {
        let page = format!(
            "Bridge closed for repairs\n=========================\n\n{FIRST}\n\nWhat it costs\n-------------\n\n{SECOND}\n\n\
             [Tram leaves its rails](https://example.org/tram) [Ferry runs again](https://example.org/ferry)\n"
        );
        let document = Document::read(&page, None);
        let kinds: Vec<_> = document.blocks.iter().map(|b| b.kind).collect();
        assert_eq!(kinds, [Headline, Boilerplate, Paragraph, Subheading, Boilerplate, Paragraph, Boilerplate]);
    }

    #[test]
    fn links_are_counted_with_their_bytes() {
        assert_eq!(links("[a](b) and [c](d)"), (2, 12));
        assert_eq!(links("[a] (b) ](c [d](e"), (0, 0));
        assert_eq!(links(&"](".repeat(50_000)), (0, 0));
    }
}
