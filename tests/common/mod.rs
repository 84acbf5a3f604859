//! What several tests share: the articles under `tests/articles`.
//!
//! Enters: the folder. Leaves: names and texts. Knows nothing of what is expected of them.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder with the articles.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

/// Name and text of every article, by name; the text byte for byte.
pub fn articles() -> Vec<(String, String)> {
    let mut articles: Vec<(String, String)> = fs::read_dir(folder())
        .unwrap_or_else(|e| panic!("{:?}: {e}", folder()))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_dir())
        .map(|path| {
            (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), read(&path.join("article.txt")))
        })
        .collect();
    articles.sort();
    assert!(articles.len() >= 12, "only {} articles", articles.len());
    articles
}

/// The text of a file.
pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{path:?}: {e}"))
}
