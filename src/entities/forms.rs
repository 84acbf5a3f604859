//! Mentions that read the same.
//!
//! Enters: mentions with how they stand in the text. Leaves: [`Form`]s. Knows nothing of which forms name the same.

use super::{Found, normal};
use crate::lexicon::folded;
use crate::report::EntityKind;
use crate::text::order::{self, falling, pair};
use rustc_hash::FxHashMap;

/// All mentions of one kind that read the same, capitals and white space aside.
#[derive(Debug)]
pub(super) struct Form {
    /// The kind of all its mentions.
    pub kind: EntityKind,
    /// Its words in lower case, marks left out; of a contact its normal form alone.
    pub words: Vec<String>,
    /// The most frequent spelling, the earliest of equals.
    pub surface: String,
    /// Indices of its mentions, in order.
    pub mentions: Vec<usize>,
    /// Whether a list of the lexicon knows the name.
    pub listed: bool,
}

/// The forms of mentions, which stand in the text as `surfaces` say, and the index of each mention's form.
pub(super) fn of(found: &[Found], surfaces: &[String]) -> (Vec<Form>, Vec<usize>) {
    let mut by_key: FxHashMap<(EntityKind, String), usize> = FxHashMap::default();
    let mut forms: Vec<Form> = Vec::new();
    let mut form_of = Vec::with_capacity(found.len());
    for (index, (mention, surface)) in found.iter().zip(surfaces).enumerate() {
        let words = match mention.kind {
            EntityKind::Per | EntityKind::Org | EntityKind::Loc => words(surface),
            kind => vec![normal::form(kind, surface)],
        };
        let form = *by_key.entry((mention.kind, words.join(" "))).or_insert_with(|| {
            let (kind, surface) = (mention.kind, surface.clone());
            forms.push(Form { kind, words, surface, mentions: Vec::new(), listed: false });
            forms.len() - 1
        });
        forms[form].mentions.push(index);
        forms[form].listed |= mention.reason.contains("_list:");
        form_of.push(form);
    }
    for form in &mut forms {
        let spellings = by_frequency(form.mentions.iter().map(|m| surfaces[*m].as_str()));
        // An address is shown as it is, if it is written so anywhere, and not as it was defanged.
        let plain = spellings.iter().find(|s| !s.contains(['[', '(']));
        form.surface = plain.or(spellings.first()).map(|s| s.to_string()).unwrap_or_default();
    }
    (forms, form_of)
}

/// The words of a name in lower case: what stands between marks and white space. A dotted acronym is one word.
fn words(surface: &str) -> Vec<String> {
    let folded = folded(surface);
    let dotted = folded.contains('.') && folded.split('.').all(|p| p.chars().count() <= 1);
    if dotted {
        return vec![folded.replace('.', "")];
    }
    let word = |c: char| c.is_alphanumeric() || c == '\'';
    let parts = folded.split(|c: char| !word(c)).filter(|w| !w.is_empty());
    parts.map(str::to_string).collect()
}

/// The distinct texts, most frequent first, the earliest of equals.
pub(super) fn by_frequency<'s>(texts: impl Iterator<Item = &'s str>) -> Vec<&'s str> {
    let mut counts: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for (order, text) in texts.enumerate() {
        counts.entry(text).or_insert((0, order)).0 += 1;
    }
    let mut distinct: Vec<_> = counts.into_iter().collect();
    order::by_key(&mut distinct, |(_, (count, place))| pair(falling(*count), *place));
    distinct.into_iter().map(|(text, _)| text).collect()
}
