//! The crate's own source files as tokens, for the tests that keep the house.
//!
//! Enters: the folder `src`. Leaves: files and flat lists of tokens without comments. Knows no rule.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::{fs, path::Path};

/// A file of the repository.
#[derive(Debug, Clone)]
pub struct File {
    /// Its path from the root of the repository, with `/`.
    pub path: String,
    /// What stands in it.
    pub text: String,
}

/// The files under `folder` whose names end in one of `endings`, in the order of their paths.
pub fn files(folder: &str, endings: &[&str]) -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join(folder), &mut |path| {
        let relative = path.strip_prefix(root).expect("under the root").to_string_lossy().replace('\\', "/");
        if endings.iter().any(|e| relative.ends_with(e)) {
            let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{relative}: {e}"));
            found.push(File { path: relative, text });
        }
    });
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{folder:?}: {e}")) {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() { walk(&path, visit) } else { visit(&path) }
    }
}

/// The Rust files of the crate, without those that are compiled for tests only.
pub fn sources() -> Vec<File> {
    let mut sources = files("src", &[".rs"]);
    sources.retain(|f| !f.path.ends_with("/tests.rs"));
    sources
}

/// A token of a Rust file.
#[derive(Debug, Clone, PartialEq)]
pub enum Token {
    /// A name or keyword.
    Word(String),
    /// A literal, as written.
    Literal(String),
    /// A mark, or an opening or closing bracket.
    Mark(char),
}

/// A token and its line, counted from 1.
pub type Placed = (Token, usize);

/// The tokens of a file, without comments and docstrings, and without what is compiled for tests only.
pub fn tokens(file: &File) -> Vec<Placed> {
    let stream: TokenStream = file.text.parse().unwrap_or_else(|e| panic!("{}: {e}", file.path));
    let mut out = Vec::new();
    flatten(stream, &mut out);
    out
}

fn flatten(stream: TokenStream, out: &mut Vec<Placed>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        let line = tree.span().start().line;
        match tree {
            TokenTree::Punct(mark) if mark.as_char() == '#' => {
                if let Some(bang) = trees.next_if(|t| matches!(t, TokenTree::Punct(p) if p.as_char() == '!')) {
                    drop(bang);
                }
                let attribute =
                    trees.next_if(|t| matches!(t, TokenTree::Group(g) if g.delimiter() == Delimiter::Bracket));
                let Some(TokenTree::Group(attribute)) = attribute else { continue };
                let written = attribute.stream().to_string().replace(' ', "");
                if written == "cfg(test)" {
                    skip_item(&mut trees);
                } else if !written.starts_with("doc=") {
                    flatten(attribute.stream(), out);
                }
            }
            TokenTree::Punct(mark) => out.push((Token::Mark(mark.as_char()), line)),
            TokenTree::Ident(word) => out.push((Token::Word(word.to_string()), line)),
            TokenTree::Literal(literal) => out.push((Token::Literal(literal.to_string()), line)),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Brace => ('{', '}'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::None => (' ', ' '),
                };
                out.push((Token::Mark(open), line));
                flatten(group.stream(), out);
                out.push((Token::Mark(close), group.span_close().start().line));
            }
        }
    }
}

/// Passes over the item that stands next: up to its body or its semicolon.
fn skip_item(trees: &mut impl Iterator<Item = TokenTree>) {
    for tree in trees {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return,
            TokenTree::Punct(mark) if mark.as_char() == ';' => return,
            _ => {}
        }
    }
}
