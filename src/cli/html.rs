//! Web pages to their text.
//!
//! Enters: the source of a page. Leaves: its text, a line or paragraph where a browser would begin one, and which parts
//! of it are links. Knows nothing of what the text says: page chrome stays in it.
//!
//! `www/page/html.js` does the same with the browser's own parser; both keep to the lists below.

use article_analyser::Span;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

/// Elements whose content is no text of the page.
const SKIPPED: [&str; 15] = [
    "script", "style", "noscript", "template", "title", "svg", "math", "iframe", "object", "canvas", "audio", "video",
    "select", "textarea", "datalist",
];

/// Elements that stand on lines of their own with space around them.
const PARAGRAPHS: [&str; 34] = [
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "nav",
    "aside",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "form",
    "fieldset",
    "address",
    "hr",
    "details",
    "summary",
    "dialog",
    "menu",
    "body",
    "caption",
    "center",
];

/// Elements that begin a line.
const LINES: [&str; 7] = ["br", "li", "tr", "dt", "dd", "option", "legend"];

/// Elements to press rather than to read.
const LINKS: [&str; 2] = ["a", "button"];

/// A page as text.
#[derive(Debug, Default, PartialEq)]
pub struct Page {
    /// What a reader sees.
    pub text: String,
    /// The parts of it that are links or buttons, in bytes, in order.
    pub links: Vec<Span>,
}

/// Reads the source of a page. Any text is some page: nothing is an error.
pub fn read(source: &str) -> Page {
    let mut emitter = DefaultEmitter::<()>::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for token in Tokenizer::new_with_emitter(source, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&String::from_utf8_lossy(&tag.name), tag.self_closing),
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            _ => {}
        }
    }
    reader.finish()
}

/// White space owed before the next word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Line,
    Paragraph,
}

#[derive(Debug, Default)]
struct Reader {
    page: Page,
    gap: Gap,
    /// The element whose content is skipped, and how often it is open inside itself.
    skipped: Option<(String, usize)>,
    /// Where the open link began, once it has text.
    link: Option<Option<usize>>,
    /// How many elements are open that keep their line breaks.
    preformatted: usize,
}

impl Reader {
    fn start(&mut self, name: &str, closed: bool) {
        if let Some((skipped, depth)) = &mut self.skipped {
            *depth += usize::from(skipped == name && !closed);
            return;
        }
        if SKIPPED.contains(&name) {
            self.owe(Gap::Space);
            self.skipped = (!closed).then(|| (name.to_string(), 1));
            return;
        }
        self.preformatted += usize::from(name == "pre");
        self.edge(name);
        if LINKS.contains(&name) {
            self.end_link();
            self.link = Some(None);
        }
        if name == "li" {
            self.word("•");
            self.owe(Gap::Space);
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        self.preformatted -= usize::from(name == "pre" && self.preformatted > 0);
        if LINKS.contains(&name) {
            self.end_link();
        }
        self.edge(name);
    }

    fn edge(&mut self, name: &str) {
        if PARAGRAPHS.contains(&name) {
            self.owe(Gap::Paragraph);
        } else if LINES.contains(&name) {
            self.owe(Gap::Line);
        } else if matches!(name, "td" | "th" | "button") {
            self.owe(Gap::Space);
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_some() {
            return;
        }
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let space = is_space(first);
            let end = rest.find(|c| is_space(c) != space).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            if space {
                let line = self.preformatted > 0 && piece.contains('\n');
                self.owe(if line { Gap::Line } else { Gap::Space });
            } else {
                self.word(piece);
            }
            rest = after;
        }
    }

    fn owe(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn word(&mut self, word: &str) {
        let text = &mut self.page.text;
        if !text.is_empty() {
            text.push_str(match self.gap {
                Gap::None => "",
                Gap::Space => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
        if let Some(start @ None) = &mut self.link {
            *start = Some(text.len());
        }
        text.push_str(word);
    }

    fn end_link(&mut self) {
        if let Some(Some(start)) = self.link.take() {
            self.page.links.push(Span::new(start, self.page.text.len()));
        }
    }

    fn finish(mut self) -> Page {
        self.end_link();
        self.page
    }
}

/// White space that HTML collapses; a no-break space stays.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{0C}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_read_as_the_page_reads_them() {
        let cases: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../tests/html/cases.json")).expect("a list of cases");
        for case in cases {
            let page = read(case["source"].as_str().expect("a source"));
            assert_eq!(page.text, case["text"], "{}", case["name"]);
            let links: Vec<&str> = page.links.iter().map(|span| span.of(&page.text)).collect();
            assert_eq!(serde_json::json!(links), case["links"], "{}", case["name"]);
        }
    }

    #[test]
    fn broken_pages_are_pages() {
        for source in
            ["<", "<a", "</a></p></x>", "<script>", "<svg><svg>", "<!--", "&#xFFFFFFFF;&;&bogus;", "<a>\0</a>"]
        {
            let page = read(source);
            assert!(page.links.iter().all(|span| span.end <= page.text.len()), "{source:?}");
        }
        let deep = "<div><a>".repeat(100_000) + "x";
        assert_eq!(read(&deep).text, "x");
    }
}
