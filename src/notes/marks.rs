//! Quotation marks without their partner.
//!
//! Enters: the paragraphs. Leaves: a note at each mark that stands alone. Nations pair the
//! marks differently and copies mix them, so a mark opens or closes by the white space beside it, and only where
//! that does not tell by its shape.

use super::{is_text, note};
use crate::document::Document;
use crate::report::{Note, NoteKind};
use crate::text::Span;

/// What a mark does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// The white space does not tell.
    Either,
}

/// The marks without partner.
pub fn find(document: &Document) -> Vec<Note> {
    let text = document.text();
    let blocks = document.blocks.iter().filter(|b| is_text(b));
    let paragraphs: Vec<(Span, bool)> =
        blocks.map(|b| (b.span, b.lexicon.setting("notes.marks_reopen") == "yes")).collect();
    let mut notes = Vec::new();
    for (index, (span, reopens)) in paragraphs.iter().enumerate() {
        let (unclosed, unopened) = unpaired(text, *span);
        let next = paragraphs.get(index + 1).is_some_and(|(next, _)| begins_with_mark(next.of(text)));
        let goes_on = |mark: &Span| *reopens && next && may_go_on(&text[span.start..mark.start]);
        let mut alone: Vec<(Span, &str)> = unopened.into_iter().map(|s| (s, "closes_nothing")).collect();
        alone.extend(unclosed.filter(|mark| !goes_on(mark)).map(|s| (s, "never_closed")));
        notes.extend(alone.into_iter().map(|(mark, reason)| note(NoteKind::UnbalancedQuote, vec![mark], reason)));
    }
    notes
}

/// The last mark that opens and is never closed, and the first that closes what was never opened.
fn unpaired(text: &str, paragraph: Span) -> (Option<Span>, Option<Span>) {
    let (mut open, mut unopened): (Vec<Span>, Option<Span>) = (Vec::new(), None);
    let mut characters = paragraph.of(text).char_indices().peekable();
    let mut before = None;
    while let Some((at, mark)) = characters.next() {
        let after = characters.peek().map(|(_, c)| *c);
        let (previous, start) = (before.replace(mark), paragraph.start + at);
        if !is_mark(mark) {
            continue;
        }
        // Inches and seconds.
        if mark == '"' && open.is_empty() && previous.is_some_and(char::is_numeric) {
            continue;
        }
        let span = Span::new(start, start + mark.len_utf8());
        // "… below, "said the firm": the space slipped to the wrong side of a mark that closes.
        let slipped = mark == '"' && !open.is_empty() && previous.is_some_and(char::is_whitespace) && {
            let before = text[paragraph.start..start].trim_end().chars().next_back();
            before.is_some_and(|c| matches!(c, ',' | '.' | '!' | '?'))
        };
        let role = match role(previous, mark, after) {
            Role::Opens if slipped => Role::Closes,
            Role::Either if open.is_empty() => Role::Opens,
            Role::Either => Role::Closes,
            role => role,
        };
        match role {
            Role::Closes if open.pop().is_none() => unopened = unopened.or(Some(span)),
            Role::Closes => {}
            _ => open.push(span),
        }
    }
    (open.pop(), unopened)
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '「' | '」' | '『' | '』' | '＂')
}

fn role(before: Option<char>, mark: char, after: Option<char>) -> Role {
    match mark {
        '„' | '「' | '『' => return Role::Opens,
        '」' | '』' => return Role::Closes,
        _ => {}
    }
    let open_side = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '{'));
    let close_side = |c: Option<char>| {
        c.is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '…'))
    };
    match (open_side(before), close_side(after)) {
        (true, false) => Role::Opens,
        (false, true) => Role::Closes,
        // Alone between spaces, or glued on both sides: French spacing and scripts without spaces.
        _ => match (before, mark, after) {
            (None, _, _) => Role::Opens,
            (_, _, None) => Role::Closes,
            (_, '«' | '“', Some(c))
                if c.is_whitespace() || mark == '“' && !before.is_some_and(char::is_alphanumeric) =>
            {
                Role::Opens
            }
            (_, '»' | '”', _) if before.is_some_and(char::is_whitespace) || mark == '”' => Role::Closes,
            _ => Role::Either,
        },
    }
}

fn begins_with_mark(paragraph: &str) -> bool {
    paragraph.chars().next().is_some_and(is_mark)
}

/// Whether a quote that begins behind `before` may go on in the next paragraph. Where the language file says
/// `marks_reopen`, a quote over several paragraphs opens at each and closes at the last; but a few quoted words in
/// the middle of a sentence end in it.
fn may_go_on(before: &str) -> bool {
    before.trim_end().chars().next_back().is_none_or(|c| matches!(c, ':' | ',' | '.' | '!' | '?' | '…'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The marks without partner, each as `<` never closed or `>` never opened with its position.
    fn check(text: &str, unclosed: Option<usize>, unopened: Option<usize>) {
        let (open, close) = unpaired(text, Span::new(0, text.len()));
        assert_eq!((open.map(|s| s.start), close.map(|s| s.start)), (unclosed, unopened), "{text}");
    }

    #[test]
    fn pairs_of_all_nations_balance() {
        for text in [
            "„Ja“, sagte er. „Nein“",
            "“Yes,” she said, “no.”",
            "\"Itu\", katanya. \"Ini.\"",
            "« Oui », dit-il, «non».",
            "»Ja«, sagte sie.",
            "”Ja”, sa hon.",
            "彼は「はい」と言った。",
            "他说“好的”，然后走了。",
            "„Menschen\", sagte er.",
            "He said (\"no\") twice.",
            "“One “two” three.”",
            "a 27\" screen",
            "katanya. \"Jika itu.\" .",
            "\"Tutup di bawah, \"kata perusahaan.",
        ] {
            check(text, None, None);
        }
    }

    #[test]
    fn single_marks_do_not() {
        check("penyelidikan tidak diketahui. \"", None, Some(30));
        check("„am Boden zerstört. Das Unternehmen", Some(0), None);
        check("It was over,\" he said.", None, Some(12));
        check("He said \"no and left.", Some(8), None);
    }
}
