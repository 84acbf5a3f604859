//! E-mail addresses, URLs, phones, handles, IP addresses, domains, hashes, CVE numbers and IBANs, by pattern.
//!
//! Enters: the source text. Leaves: [`Found`] spans. One expression finds where something may begin, one function a
//! kind says whether it is that and where it ends. Defanged spellings (`hxxp://`, `user[at]example[.]com`) count.
//! Knows nothing of blocks or languages but the endings of domains and a few words that announce a number.

use super::Found;
use super::{iban, network, phones};
use crate::lexicon::{self, Cue, EVERY_LANGUAGE, folded};
use crate::report::EntityKind;
use crate::text::Span;
use regex::Regex;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The alternatives in the order of preference at one place. Every repetition is bounded, so that what one place
/// costs does not depend on the length of the text.
static BEGINNINGS: LazyLock<Regex> = LazyLock::new(|| {
    let dot = r"(?:\.|\[\.\]|\(\.\)|\[dot\])";
    let at = r"(?:@|\[at\]|\(at\)|\[@\]|\x20\[at\]\x20|\x20\(at\)\x20)";
    let label = "[A-Za-z0-9-]{1,63}";
    let pattern = format!(
        r"(?-u)(?P<url>(?:[Hh](?:[Tt][Tt]|[Xx][Xx])[Pp][Ss]?|[Ff][Tt][Pp])(?::|\[:\])//)|(?P<email>[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}{at}{label}(?:{dot}{label}){{1,8}})|(?P<handle>@[A-Za-z0-9_]{{1,30}}(?:@{label}(?:\.{label}){{1,4}})?)|(?P<hashtag>#)|(?P<cve>[Cc][Vv][Ee]-[0-9]{{4}}-[0-9]{{4,7}})|(?P<iban>[A-Z]{{2}}[0-9]{{2}}\x20?[A-Z0-9]{{4}})|(?P<hash>[0-9A-Fa-f]{{32,128}})|(?P<ipv6>[0-9A-Fa-f]{{0,4}}(?::[0-9A-Fa-f]{{0,4}}){{2,7}})|(?P<ipv4>[0-9]{{1,3}}(?:{dot}[0-9]{{1,3}}){{3}})|(?P<phone>[+(]{{0,2}}[0-9](?:[-./()\x20]{{0,3}}[0-9]){{4,18}})|(?P<domain>{label}(?:{dot}{label}){{1,8}})"
    );
    Regex::new(&pattern).expect("the expression is well-formed")
});

/// The names of the groups, in order, with what they find.
const GROUPS: [(&str, EntityKind); 11] = [
    ("url", EntityKind::Url),
    ("email", EntityKind::Email),
    ("handle", EntityKind::Handle),
    ("hashtag", EntityKind::Hashtag),
    ("cve", EntityKind::Cve),
    ("iban", EntityKind::Iban),
    ("hash", EntityKind::Hash),
    ("ipv6", EntityKind::Ip),
    ("ipv4", EntityKind::Ip),
    ("phone", EntityKind::Phone),
    ("domain", EntityKind::Domain),
];

/// The contacts and identifiers in `text`, in order, none overlapping another.
pub fn find(text: &str) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    let mut groups = BEGINNINGS.capture_locations();
    while at < text.len() && BEGINNINGS.captures_read_at(&mut groups, text, at).is_some() {
        let (index, start, end) =
            (0..GROUPS.len()).find_map(|i| groups.get(i + 1).map(|(s, e)| (i, s, e))).unwrap_or((0, at, at + 1));
        let (name, kind) = GROUPS[index];
        let place = Place { text, start, end };
        let hit = if place.begins_word() || name == "email" { place.check(name, kind) } else { None };
        match hit {
            Some(hit) if found.last().is_none_or(|last| last.span.end <= hit.span.start) => {
                at = hit.span.end;
                found.push(hit);
            }
            _ => at = place.after_miss(name),
        }
    }
    found
}

/// Where the expression matched.
#[derive(Clone, Copy)]
struct Place<'t> {
    text: &'t str,
    start: usize,
    end: usize,
}

impl<'t> Place<'t> {
    fn matched(self) -> &'t str {
        &self.text[self.start..self.end]
    }

    fn before(self) -> Option<char> {
        self.text[..self.start].chars().next_back()
    }

    fn after(self) -> Option<char> {
        self.text[self.end..].chars().next()
    }

    fn begins_word(self) -> bool {
        !self.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '@' | '#' | '/' | '&'))
    }

    fn ends_word(self) -> bool {
        !self.after().is_some_and(|c| c.is_alphanumeric() || c == '_')
    }

    /// Where to look on after this place was nothing: behind the word, so that no word is looked at from each of
    /// its letters.
    fn after_miss(self, name: &str) -> usize {
        let rest = &self.text[self.start..];
        let step = match name {
            "hashtag" => 1,
            // A run of digits and separators that is no phone may still hold another thing after its first group.
            "phone" | "ipv4" | "iban" | "ipv6" => rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len()),
            "handle" | "email" => rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len()),
            _ => rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len()),
        };
        let first = rest.chars().next().map_or(1, char::len_utf8);
        self.start + step.max(first)
    }

    fn check(self, name: &str, kind: EntityKind) -> Option<Found> {
        let hit = |span: Span, confidence: f64, rule: &str| {
            Some(Found { span, kind, confidence, reason: format!("pattern: {rule}") })
        };
        let span = Span::new(self.start, self.end);
        match name {
            "url" => hit(Span::new(self.start, self.url_end(self.end)?), 0.99, "scheme"),
            "email" => {
                let span = self.email()?;
                hit(span, if self.matched().contains('@') { 0.99 } else { 0.95 }, "address")
            }
            "handle" => self.handle().and_then(|span| hit(span, 0.95, "at_sign")),
            "hashtag" => self.hashtag().and_then(|span| hit(span, 0.95, "number_sign")),
            "cve" => {
                if self.ends_word() {
                    hit(span, 0.99, "cve")
                } else {
                    None
                }
            }
            "iban" => {
                let end = self.start + iban::length(&self.text[self.start..])?;
                let whole = Place { end, ..self };
                if whole.ends_word() { hit(Span::new(self.start, end), 0.99, "checksum") } else { None }
            }
            "hash" => {
                let rule = network::hash(self.matched()).filter(|_| self.ends_word())?;
                hit(span, 0.97, rule)
            }
            "ipv6" => {
                let fits = network::is_ipv6(self.matched()) && self.ends_word();
                if fits { hit(span, 0.95, "ipv6") } else { None }
            }
            "ipv4" => {
                let fits = network::is_ipv4(self.matched()) && self.ends_number() && !self.announced(&VERSION_WORDS);
                if fits { hit(span, 0.95, "ipv4") } else { None }
            }
            "phone" => {
                let announced = self.announced(&PHONE_WORDS);
                let fits =
                    self.ends_number() && !self.goes_on_as_range() && phones::is_phone(self.matched(), announced);
                if fits { hit(span, if announced { 0.95 } else { 0.85 }, "digits") } else { None }
            }
            _ => self.domain(),
        }
    }

    /// Not `1.2.3.4.5`, not `123abc`, not `12,5`.
    fn ends_number(self) -> bool {
        let mut rest = self.text[self.end..].chars();
        match rest.next() {
            Some('.' | ',' | '-' | '/') => !rest.next().is_some_and(|c| c.is_ascii_digit()),
            Some('%' | '€' | '$' | '°') => false,
            _ => self.ends_word(),
        }
    }

    /// A currency sign before it: a sum.
    fn goes_on_as_range(self) -> bool {
        let before = self.text[..self.start].trim_end();
        before.ends_with(['$', '€', '£', '¥'])
    }

    /// Whether one of `words` stands right before, with a colon or a stop or without.
    fn announced(self, words: &FxHashSet<String>) -> bool {
        /// Longer words announce nothing.
        const LONGEST: usize = 24;
        let before = self.text[..self.start].trim_end_matches([' ', ':', '.', '\u{a0}']);
        let mut word = before;
        for (length, (at, c)) in before.char_indices().rev().enumerate() {
            if !c.is_alphabetic() || length > LONGEST {
                word = &before[at + c.len_utf8()..];
                break;
            }
        }
        word.len() <= 4 * LONGEST && words.contains(folded(word).as_str())
    }

    fn email(self) -> Option<Span> {
        /// RFC 5321: the part before the sign has at most 64 octets.
        const LONGEST_LOCAL: usize = 64;
        // Letters outside ASCII belong to the address as well, though the expression does not know them.
        let local = self.text[..self.start].char_indices().rev().take(LONGEST_LOCAL);
        let start = local.take_while(|(_, c)| c.is_alphanumeric()).last().map_or(self.start, |(at, _)| at);
        let end = self.trimmed_domain()?;
        let glued = self.text[..start].ends_with(['@', '.', '_']);
        (!glued).then(|| Span::new(start, end))
    }

    /// The end of the match without a stop, a hyphen or a sentence that was glued to it, if its last label can be
    /// the end of a domain.
    fn trimmed_domain(self) -> Option<usize> {
        let mut end = self.end;
        loop {
            let matched = self.text[self.start..end].trim_end_matches('-');
            end = self.start + matched.len();
            let dot = matched.rfind(['.', ']', ')'])?;
            let label = &matched[dot + 1..];
            // Nobody writes the last label with a capital: `example.com.The` is two sentences.
            let sane = label.len() >= 2
                && label.bytes().all(|b| b.is_ascii_alphabetic())
                && (label.bytes().all(|b| b.is_ascii_lowercase()) || matched.bytes().all(|b| !b.is_ascii_lowercase()));
            if sane {
                return Some(end);
            }
            end = self.start + matched[..dot].trim_end_matches(['.', '[', '(', ']', ')']).len();
            if end <= self.start {
                return None;
            }
        }
    }

    fn handle(self) -> Option<Span> {
        let named = self.matched().bytes().any(|b| b.is_ascii_alphabetic());
        let before = self.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'));
        (named && !before && self.ends_word()).then(|| Span::new(self.start, self.end))
    }

    fn hashtag(self) -> Option<Span> {
        /// The longest tag that platforms take, in characters.
        const LONGEST: usize = 140;
        let rest = &self.text[self.end..];
        let inside = |c: &char| c.is_alphanumeric() || *c == '_' || is_mark(*c);
        let tag = rest.chars().take(LONGEST + 1).take_while(inside);
        let (length, letters, count) = tag.fold((0, 0, 0), |(bytes, letters, count), c| {
            (bytes + c.len_utf8(), letters + usize::from(c.is_alphabetic()), count + 1)
        });
        (letters > 0 && (2..=LONGEST).contains(&count)).then(|| Span::new(self.start, self.end + length))
    }

    fn domain(self) -> Option<Found> {
        let end = self.trimmed_domain()?;
        let matched = &self.text[self.start..end];
        let defanged = matched.contains(['[', '(']);
        let label = matched.rsplit(['.', ']']).next().unwrap_or("").to_ascii_lowercase();
        let known = DOMAIN_ENDINGS.contains(label.as_str());
        if !(known || defanged || matched.starts_with("www.")) || !self.begins_word() {
            return None;
        }
        // A number with a unit (`3.5.km`) or an abbreviation (`a.m`) is no domain.
        let named = matched.split('.').next().is_some_and(|l| l.bytes().filter(u8::is_ascii_alphabetic).count() >= 1);
        let short = matched.split('.').all(|l| l.len() <= 2);
        if (!named && !known) || short {
            return None;
        }
        let found = |end: usize, kind: EntityKind, rule: &str| {
            let reason = format!("pattern: {rule}");
            Some(Found { span: Span::new(self.start, end), kind, confidence: if known { 0.95 } else { 0.8 }, reason })
        };
        let rest = &self.text[end..];
        if rest.starts_with('/') && rest[1..].chars().next().is_some_and(|c| !c.is_whitespace()) {
            return found(self.url_end(end)?, EntityKind::Url, "domain_with_path");
        }
        if rest.chars().next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '@')) {
            return None;
        }
        if matched.starts_with("www.") {
            return found(end, EntityKind::Url, "www");
        }
        found(end, EntityKind::Domain, "domain_ending")
    }

    /// The end of the URL whose scheme or domain ends at `from`: up to white space or a character no URL has,
    /// without the punctuation of the sentence, with brackets in pairs. `None` where nothing follows.
    fn url_end(self, from: usize) -> Option<usize> {
        let inside = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"“”„»«`{}|\\^".contains(c);
        let rest = &self.text[from..];
        let mut url = &rest[..rest.find(|c| !inside(c)).unwrap_or(rest.len())];
        let mut open = [('(', ')'), ('[', ']')].map(|(o, c)| (c, url.matches(c).count(), url.matches(o).count()));
        while let Some(last) = url.chars().next_back() {
            let closes = open.iter_mut().find(|(c, closing, opening)| *c == last && closing > opening);
            if let Some((_, closing, _)) = closes {
                *closing -= 1;
            } else if !".,;:!?'’‘…*·".contains(last) {
                break;
            }
            url = &url[..url.len() - last.len_utf8()];
        }
        (url.chars().any(char::is_alphanumeric)).then_some(from + url.len())
    }
}

/// Signs that combine with the letter before them, in the blocks that hashtags are written in.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{200c}' | '\u{200d}')
}

fn words(cue: Cue) -> FxHashSet<String> {
    lexicon::phrases(EVERY_LANGUAGE, cue).map(|w| folded(w.trim_end_matches('.'))).collect()
}

static DOMAIN_ENDINGS: LazyLock<FxHashSet<String>> = LazyLock::new(|| words(Cue::TopLevelDomain));
static PHONE_WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| words(Cue::PhoneWord));
static VERSION_WORDS: LazyLock<FxHashSet<String>> = LazyLock::new(|| words(Cue::VersionWord));
