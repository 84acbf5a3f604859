//! Texts to measure on: the sentences of the test articles, shuffled, so that no text is one repeated block.

use std::{fs, path::Path};

/// A text of at least `bytes` bytes, the same at every call.
///
/// # Panics
/// When the test articles cannot be read.
pub fn text(bytes: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/articles");
    let mut names: Vec<_> = fs::read_dir(folder).expect("tests/articles").flatten().map(|e| e.path()).collect();
    names.sort();
    let articles = names.iter().filter_map(|n| fs::read_to_string(n.join("article.txt")).ok());
    let mut lines: Vec<String> = articles.flat_map(|a| a.lines().map(str::to_string).collect::<Vec<_>>()).collect();
    let mut text = String::new();
    let mut state = 17u64;
    while text.len() < bytes {
        // Xorshift (Marsaglia 2003).
        for i in (1..lines.len()).rev() {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            lines.swap(i, (state % (i as u64 + 1)) as usize);
        }
        text += &lines.join("\n");
        text.push('\n');
    }
    let end = (bytes..=text.len()).find(|i| text.is_char_boundary(*i)).unwrap_or(text.len());
    text.truncate(end);
    text
}
