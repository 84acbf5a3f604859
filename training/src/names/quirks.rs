//! Where corpora disagree on what a name is, and what is made of it here.
//!
//! Enters: a document with its gold names. Leaves: the same with names as the analyser reports them. What is mended:
//! handles and hashtags are no names (contacts find them by pattern); the Groningen Meaning Bank counts titles to the
//! names of persons (`President Bush`, `Mr. Talabani`), nobody else does; RONEC counts common nouns as persons.

use super::corpora::{Document, KINDS};
use article_analyser::Span;
use article_analyser::lexicon::{Cue, Lexicon, Reading};
use article_analyser::text::tokens;

/// Mends the names of a document of the corpus file of this name.
pub fn mend(document: &mut Document, corpus: &str, language: &str) {
    let Document { text, names, .. } = document;
    let person = |kind: usize| KINDS[kind] == "PER";
    names.retain(|(span, _)| {
        let tag = text[..span.start].trim_end().ends_with(['@', '#']);
        !tag && !span.of(text).starts_with(['@', '#'])
    });
    if corpus.contains("ronec") {
        names.retain(|(span, kind)| !person(*kind) || !span.of(text).starts_with(char::is_lowercase));
    }
    if corpus.contains("gmb") {
        let tokens = tokens::tokenise(text);
        let all = 0..tokens.len();
        let reading = Reading::new(text, tokens, [(all, Lexicon::of(language))]);
        let mend = |(span, kind): &(Span, usize)| {
            if person(*kind) { untitled(&reading, *span).map(|span| (span, *kind)) } else { Some((*span, *kind)) }
        };
        *names = names.iter().filter_map(mend).collect();
    }
}

/// The part of a person's name after its titles; none where a title is all there is.
fn untitled(reading: &Reading, span: Span) -> Option<Span> {
    let tokens = reading.tokens_in(span);
    let mut at = tokens.start;
    while at < tokens.end {
        let title = reading.marks(at).iter().find(|m| matches!(m.cue, Cue::Honorific | Cue::Role));
        let stop = at > tokens.start && matches!(reading.word(at), "." | "-");
        at += match title {
            Some(mark) => mark.len,
            None if stop => 1,
            None => return Some(Span::new(reading.tokens[at].span().start.max(span.start), span.end)),
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names stand in brackets, as persons.
    fn check(corpus: &str, text: &str, expected: &[&str]) {
        let (mut plain, mut names) = (String::new(), Vec::new());
        for piece in text.split_inclusive(']') {
            let (before, name) = piece.split_once('[').unwrap_or((piece, ""));
            let name = name.trim_end_matches(']');
            plain += before;
            if !name.is_empty() {
                names.push((Span::new(plain.len(), plain.len() + name.len()), 0));
            }
            plain += name;
        }
        let mut document = Document { sentences: vec![Span::new(0, plain.len())], text: plain, names };
        mend(&mut document, corpus, "eng");
        let left: Vec<&str> = document.names.iter().map(|(span, _)| span.of(&document.text)).collect();
        assert_eq!(left, expected, "{text}");
    }

    #[test]
    fn titles_are_left_out_of_the_meaning_bank() {
        check("en/gmb_kaggle/train.conll", "[President Bush] met [Mr. Blair].", &["Bush", "Blair"]);
        check("en/gmb_kaggle/train.conll", "[Prime] Minister [Tony Blair], the [President].", &["Tony Blair"]);
        check(
            "en/gmb_kaggle/train.conll",
            "[Vice President Dick Cheney] and [Gen. Ray Odierno]",
            &["Dick Cheney", "Ray Odierno"],
        );
        check("en/wikigold/train.conll", "[President Bush]", &["President Bush"]);
    }

    #[test]
    fn handles_and_common_nouns_are_no_names() {
        check("en/broad_twitter_corpus/train.conll", "@ [anna] #[berlin] [@bert] [Carl]", &["Carl"]);
        check("ro/ronec_v2/train.conll", "[domnul Popescu] [Popescu]", &["Popescu"]);
    }
}
