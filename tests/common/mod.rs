//! What several tests share: the articles under `tests/articles`.
//!
//! Enters: the folder. Leaves: names and texts. Knows nothing of what is expected of them.

use std::{fs, path::Path};

/// One article.
pub struct Article {
    /// The name of its folder.
    pub name: String,
    /// Its text, byte for byte.
    pub text: String,
    /// Its `expected.json`.
    pub expected: String,
}

/// All articles, by name.
pub fn articles() -> Vec<Article> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let read =
        |path: &Path, file: &str| fs::read_to_string(path.join(file)).unwrap_or_else(|e| panic!("{path:?}: {e}"));
    let mut articles: Vec<Article> = fs::read_dir(&folder)
        .unwrap_or_else(|e| panic!("{folder:?}: {e}"))
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_dir())
        .map(|path| Article {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            text: read(&path, "article.txt"),
            expected: read(&path, "expected.json"),
        })
        .collect();
    articles.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(articles.len() >= 12, "only {} articles in {folder:?}", articles.len());
    articles
}
