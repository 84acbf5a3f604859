//! The pages under `tests/pages`: what stands in them, line by line, against what the document stage says.
//!
//! A page is a file: what it states (`language`, `published`, `author`), a line `---`, then its lines with a label
//! each: `H` headline, `A` a line that names an author, `D` a line with the date, `+` body, `s` a heading within the
//! body, `c` a caption or credit, `-` page chrome. All pages were written for this test, as copied pages are.

use article_analyser::document::{Block, Document};
use article_analyser::report::BlockKind::{self, *};
use std::fs;
use std::path::Path;

/// A page with its labels.
#[derive(Default)]
struct Page {
    name: String,
    text: String,
    /// Label and the start of each line, in bytes of `text`.
    lines: Vec<(char, usize)>,
    language: String,
    published: Option<String>,
    authors: Vec<String>,
}

fn read(path: &Path) -> Page {
    let source = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path:?}: {e}"));
    let (head, body) = source.split_once("---\n").unwrap_or_else(|| panic!("{path:?}: no line ---"));
    let mut page = Page { name: path.file_stem().unwrap().to_string_lossy().into_owned(), ..Page::default() };
    for line in head.lines() {
        match line.split_once(": ") {
            Some(("language", code)) => page.language = code.into(),
            Some(("published", date)) => page.published = Some(date.into()),
            Some(("author", name)) => page.authors.push(name.into()),
            _ => panic!("{path:?}: {line}"),
        }
    }
    for line in body.lines() {
        let label = line.chars().next().unwrap_or(' ');
        assert!("HAD+sc- ".contains(label), "{path:?}: {line}");
        if label != ' ' {
            page.lines.push((label, page.text.len()));
        }
        page.text.push_str(line.get(2..).unwrap_or_default());
        page.text.push('\n');
    }
    page
}

fn pages() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{folder:?}: {e}"));
    let mut pages: Vec<Page> = entries.map(|entry| read(&entry.expect("a readable folder").path())).collect();
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    pages
}

/// How many of how many are as they should be, and what is not.
#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
    wrong: Vec<String>,
}

impl Share {
    fn add(&mut self, ok: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        self.right += usize::from(ok);
        if !ok {
            self.wrong.push(what());
        }
    }

    /// Prints the share in percent and what is wrong; whether it reaches `floor`.
    fn reaches(&self, name: &str, floor: f64) -> bool {
        let share = 100.0 * self.right as f64 / self.all.max(1) as f64;
        println!("{name}: {} of {} ({share:.1} %, floor {floor} %)", self.right, self.all);
        self.wrong.iter().for_each(|what| println!("    {what}"));
        share >= floor
    }
}

#[test]
fn pages_are_read_as_a_reader_reads_them() {
    let [mut languages, mut dates, mut no_dates, mut authors] = std::array::from_fn(|_| Share::default());
    let [mut headlines, mut body, mut headings, mut chrome] = std::array::from_fn(|_| Share::default());
    let pages = pages();
    assert!(pages.len() >= 40, "{} pages", pages.len());
    for page in &pages {
        let document = Document::read(&page.text, None);
        let name = &page.name;
        let block_at = |at: usize| {
            document.blocks.iter().find(|b| b.span.start <= at && at < b.span.end).expect("a block for every line")
        };
        languages.add(document.language.code == page.language, || format!("{name}: {}", document.language.code));
        let found = document.published.map(|d| d.to_string());
        let of_date = if page.published.is_some() { &mut dates } else { &mut no_dates };
        of_date.add(found == page.published, || format!("{name}: {found:?}"));
        for author in &page.authors {
            let at = page.lines.iter().filter(|(label, _)| *label == 'A').map(|(_, at)| block_at(*at));
            let named = |b: &Block| b.kind == Byline && upper(b.span.of(&page.text)).contains(&upper(author));
            authors.add(at.into_iter().any(named), || format!("{name}: {author}"));
        }
        for (label, at) in &page.lines {
            let block = block_at(*at);
            let said = || format!("{name}: {:?} {} {}", block.kind, block.reason, block.span.of(&page.text));
            let is_chrome = matches!(block.kind, Boilerplate | Caption | Byline | Dateline);
            match label {
                'H' => headlines.add(block.kind == Headline, said),
                '+' => body.add(is_running(block.kind), said),
                's' => headings.add(is_running(block.kind) || block.kind == Subheading, said),
                _ => chrome.add(is_chrome, said),
            }
        }
    }
    let floors = [
        languages.reaches("languages", 100.0),
        headlines.reaches("headlines", 95.0),
        dates.reaches("dates of publication", 95.0),
        no_dates.reaches("pages without a date", 100.0),
        authors.reaches("authors", 90.0),
        body.reaches("lines of the body", 97.0),
        headings.reaches("headings within the body", 85.0),
        chrome.reaches("lines outside the body", 97.0),
    ];
    assert!(floors.iter().all(|reached| *reached), "a floor above is not reached");
}

fn is_running(kind: BlockKind) -> bool {
    matches!(kind, Paragraph | ListItem | Quote)
}

fn upper(text: &str) -> String {
    text.to_uppercase()
}
