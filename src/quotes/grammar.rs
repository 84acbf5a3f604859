//! How a language builds its sentences, as far as speech needs it.
//!
//! Enters: a lexicon. Leaves: a [`Grammar`]. Knows nothing of texts.

use crate::lexicon::Lexicon;

/// How a language builds its sentences, from the settings of its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grammar {
    /// The finite verb stands second, so the subject follows it when something else comes first.
    pub verb_second: bool,
    /// All nouns have a capital.
    pub capital_nouns: bool,
    /// A comma stands before every reported clause.
    pub comma_before_clause: bool,
    /// A paragraph that begins with a dash may be speech.
    pub dash_dialogue: bool,
}

impl Grammar {
    /// The grammar of a language's file.
    pub fn of(lexicon: &Lexicon) -> Self {
        Grammar {
            verb_second: lexicon.setting("quotes.verb_place") == "second",
            capital_nouns: lexicon.setting("quotes.noun_case") == "capital",
            comma_before_clause: lexicon.setting("quotes.clause") == "after_comma",
            dash_dialogue: lexicon.setting("quotes.dash") == "dialogue",
        }
    }
}
