//! Reads a news report in any language, however badly copied, and says which language it is, who and what and
//! where it names, what it claims, who says so, with which figures and when, and what a careful reader would
//! doubt; each finding with its reason.
//!
//! [`analyse`] is the whole of it. It cannot fail: any text gives a [`Report`].
//!
//! ```
//! let report = article_analyser::analyse("Trend Micro said on 5 November 2019 that 68,000 customers were affected.", &Default::default());
//! assert_eq!(report.language.code, "eng");
//! ```

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod claims;
pub mod document;
pub mod entities;
pub mod language;
pub mod lexicon;
pub mod notes;
pub mod quotes;
pub mod report;
pub mod text;
pub mod values;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use report::Report;
pub use text::{OffsetUnit, Span};

use claims::Findings;
use document::Document;

/// The longest text that is taken, in bytes: 32 MiB. The core itself takes any length; the command line and the
/// module refuse more with a clear error, since a report of a longer text outgrows a browser tab.
pub const LONGEST_INPUT: usize = 32 << 20;

/// How a text is analysed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The ISO 639-3 code of the language, taken as given; `None` detects it.
    pub language: Option<String>,
    /// The unit of the report's offsets.
    pub offsets: OffsetUnit,
    /// The parts of the text that are links or buttons of the page it comes from, in bytes, in order: evidence for
    /// page chrome. Empty where nothing is known of links.
    pub links: Vec<Span>,
}

/// Analyses `text`:
///
/// 1. reads it: tokens, language, blocks, sentences, and the lexicon's word on every token;
/// 2. finds who, what and where is named, contacts and identifiers among them;
/// 3. finds figures and times, outside boilerplate and identifiers;
/// 4. finds who says what;
/// 5. finds what is claimed, on the ground of all that;
/// 6. notes what a careful reader would flag;
/// 7. counts all positions in the unit asked for.
pub fn analyse(text: &str, options: &Options) -> Report {
    let document = Document::read_page(text, options.language.as_deref(), &options.links);
    let entities = entities::find(&document);
    let (figures, times) =
        values::find(&document.reading, document.ranges(), document.published, &entities::identifiers(&entities));
    let quotes = quotes::find(&document, &entities);
    let findings = Findings { entities: &entities, figures: &figures, times: &times, quotes: &quotes };
    let claims = claims::find(&document, findings);
    let notes = notes::find(&document, findings, &claims);
    let (language, passages, blocks, sentences) = document.into_parts();
    let (schema, offsets) = (report::SCHEMA, OffsetUnit::Utf8);
    Report { schema, offsets, language, passages, blocks, sentences, entities, figures, times, quotes, claims, notes }
        .in_unit(text, options.offsets)
}
