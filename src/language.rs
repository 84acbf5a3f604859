//! Which language a text is in, and how sure that is.
//!
//! Enters: plain text. Leaves: a [`Language`]. Knows nothing of documents.

use crate::report::{Language, Support};

/// The language of `text`.
pub fn detect(text: &str) -> Language {
    let code = whatlang::detect(text).map_or("und", |i| i.lang().code());
    given(code)
}

/// The language with this ISO 639-3 code, taken as given.
pub fn given(code: &str) -> Language {
    Language {
        code: code.into(),
        tag: code.into(),
        name: code.into(),
        script: "Zyyy".into(),
        confidence: 0.0,
        reliable: false,
        alternatives: Vec::new(),
        support: Support::Basic,
    }
}
