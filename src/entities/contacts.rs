//! E-mail addresses, URLs, phones, handles, IP addresses, domains, hashes, CVE numbers and IBANs, by pattern.
//!
//! Enters: the source text. Leaves: [`Found`] spans. One pass stops where a word begins; expressions say what may
//! begin there, one function a kind whether it is that and where it ends. Defanged spellings (`hxxp://`, `user[at]example[.]com`) count.
//! Knows nothing of blocks or languages but the endings of domains and a few words that announce a number.

use super::Found;
use super::patterns::{PATTERNS, REACH};
use super::{iban, network, phones};
use crate::lexicon::{self, Cue, EVERY_LANGUAGE, folded};
use crate::report::EntityKind;
use crate::text::Span;
use regex::Regex;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The contacts and identifiers in `text`, in order, none overlapping another.
pub fn find(text: &str) -> Vec<Found> {
    let bytes = text.as_bytes();
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut glued) = (0, false);
    while at < bytes.len() {
        let byte = bytes[at];
        if !byte.is_ascii() {
            let next = text[at..].chars().next().unwrap_or(' ');
            glued = next.is_alphanumeric();
            at += next.len_utf8();
            continue;
        }
        let opens = byte.is_ascii_alphanumeric() || matches!(byte, b'#' | b'@' | b'+' | b'(' | b':');
        let free = found.last().map_or(0, |last| last.span.end);
        let hit = if opens { begin(text, at, glued).filter(|hit| hit.span.start >= free) } else { None };
        match hit {
            Some(hit) => {
                at = hit.span.end;
                glued = true;
                found.push(hit);
            }
            None => {
                glued = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'@' | b'#' | b'/' | b'&');
                at += 1;
                // No word is looked at from each of its letters, nor a dotted run from each of its parts:
                // `1.2.3.4.5` is no address and a half.
                if byte.is_ascii_alphanumeric() {
                    let inside = |b: &&u8| b.is_ascii_alphanumeric() || **b == b'.';
                    at += bytes[at..].iter().take_while(inside).count();
                    while at > 0 && bytes[at - 1] == b'.' {
                        at -= 1;
                    }
                }
            }
        }
    }
    found
}

/// What begins at byte `at`, by the first kind that fits. `glued` says that a letter, a digit or a sign that
/// belongs to a word stands right before.
fn begin(text: &str, at: usize, glued: bool) -> Option<Found> {
    let bytes = text.as_bytes();
    let first = bytes[at];
    let reach = (at + REACH..).find(|i| text.is_char_boundary((*i).min(text.len()))).unwrap_or(text.len());
    let window = &text[at..reach.min(text.len())];
    let place = |length: usize| Place { text, start: at, end: at + length };
    let matched = |pattern: &Regex| pattern.find(window).map(|m| place(m.end()));
    let patterns = &*PATTERNS;
    if !first.is_ascii_alphanumeric() {
        return match first {
            _ if glued => None,
            b'#' => place(1).hashtag().and_then(|span| hit(EntityKind::Hashtag, span, 0.95, "number_sign")),
            b'@' => matched(&patterns.handle)?.handle(),
            b':' if bytes.get(at + 1) == Some(&b':') => matched(&patterns.ipv6)?.ipv6(),
            b'+' | b'(' => matched(&patterns.phone)?.phone(),
            _ => None,
        };
    }
    let run =
        window.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'%' | b'+' | b'-')).count();
    let rest = &window.as_bytes()[run..];
    let goes_on = match rest {
        [b'.', next, ..] => next.is_ascii_alphanumeric() || matches!(next, b'_' | b'-' | b'+'),
        [b'@' | b'[' | b'(' | b':', ..] => true,
        [b' ', b'[' | b'(', b'a', ..] => true,
        _ => false,
    };
    if goes_on && let Some(email) = matched(&patterns.email).and_then(Place::email) {
        return Some(email);
    }
    if glued {
        return None;
    }
    if goes_on
        && matches!(first, b'h' | b'H' | b'f' | b'F')
        && let Some(url) = matched(&patterns.url)
    {
        return hit(EntityKind::Url, Span::new(at, url.url_end(url.end)?), 0.99, "scheme");
    }
    if matches!(first, b'c' | b'C')
        && let Some(cve) = matched(&patterns.cve).filter(|p| p.ends_word())
    {
        return hit(EntityKind::Cve, Span::new(at, cve.end), 0.99, "cve");
    }
    if let [b'A'..=b'Z', b'A'..=b'Z', b'0'..=b'9', b'0'..=b'9', ..] = window.as_bytes()
        && let Some(whole) = iban::length(window).map(place).filter(|p| p.ends_word())
    {
        return hit(EntityKind::Iban, Span::new(at, whole.end), 0.99, "checksum");
    }
    let digits = window.bytes().take_while(u8::is_ascii_hexdigit).count();
    if let Some(rule) = network::hash(&window[..digits]).filter(|_| place(digits).ends_word()) {
        return hit(EntityKind::Hash, Span::new(at, at + digits), 0.97, rule);
    }
    if digits <= 4
        && window.as_bytes().get(digits) == Some(&b':')
        && let Some(address) = matched(&patterns.ipv6).and_then(Place::ipv6)
    {
        return Some(address);
    }
    if first.is_ascii_digit() {
        let number = || matched(&patterns.ipv4)?.ipv4();
        // No other digits open a number that nothing announces; see `phones`.
        let group = window.bytes().take_while(u8::is_ascii_digit).count();
        let dialled = first == b'0' || group == 3 || (group == 1 && first == b'1');
        let phone =
            || if dialled || place(1).announced(&PHONE_WORDS) { matched(&patterns.phone)?.phone() } else { None };
        if let Some(found) = number().or_else(phone) {
            return Some(found);
        }
    }
    if goes_on { matched(&patterns.domain)?.domain() } else { None }
}

fn hit(kind: EntityKind, span: Span, confidence: f64, rule: &str) -> Option<Found> {
    Some(Found { span, kind, confidence, reason: format!("pattern: {rule}") })
}

/// Where an expression matched.
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

    fn span(self) -> Span {
        Span::new(self.start, self.end)
    }

    fn before(self) -> Option<char> {
        self.text[..self.start].chars().next_back()
    }

    fn after(self) -> Option<char> {
        self.text[self.end..].chars().next()
    }

    fn ends_word(self) -> bool {
        !self.after().is_some_and(|c| c.is_alphanumeric() || c == '_')
    }

    fn ipv6(self) -> Option<Found> {
        let fits = network::is_ipv6(self.matched()) && self.ends_word();
        if fits { hit(EntityKind::Ip, self.span(), 0.95, "ipv6") } else { None }
    }

    fn ipv4(self) -> Option<Found> {
        let fits = network::is_ipv4(self.matched()) && self.ends_number() && !self.announced(&VERSION_WORDS);
        if fits { hit(EntityKind::Ip, self.span(), 0.95, "ipv4") } else { None }
    }

    fn phone(self) -> Option<Found> {
        if !self.ends_number() || self.is_sum() {
            return None;
        }
        let announced = self.announced(&PHONE_WORDS);
        let fits = phones::is_phone(self.matched(), announced);
        if fits { hit(EntityKind::Phone, self.span(), if announced { 0.95 } else { 0.85 }, "digits") } else { None }
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

    /// Whether a currency sign stands before it.
    fn is_sum(self) -> bool {
        let before = &self.text[..self.start];
        before.strip_suffix(' ').unwrap_or(before).ends_with(['$', '€', '£', '¥'])
    }

    /// Whether one of `words` stands right before, with a colon or a stop or without.
    fn announced(self, words: &FxHashSet<String>) -> bool {
        /// Longer words announce nothing.
        const LONGEST: usize = 24;
        let between = |(_, c): &(usize, char)| matches!(c, ' ' | ':' | '.' | '\u{a0}');
        let gap = self.text[..self.start].char_indices().rev().take(3).take_while(between).last();
        let before = &self.text[..gap.map_or(self.start, |(at, _)| at)];
        let mut word = before;
        for (length, (at, c)) in before.char_indices().rev().enumerate() {
            if !c.is_alphabetic() || length > LONGEST {
                word = &before[at + c.len_utf8()..];
                break;
            }
        }
        word.len() <= 4 * LONGEST && words.contains(folded(word).as_str())
    }

    fn email(self) -> Option<Found> {
        /// RFC 5321: the part before the sign has at most 64 octets.
        const LONGEST_LOCAL: usize = 64;
        // Letters outside ASCII belong to the address as well, though the expression does not know them.
        let local = self.text[..self.start].char_indices().rev().take(LONGEST_LOCAL);
        let start = local.take_while(|(_, c)| c.is_alphanumeric()).last().map_or(self.start, |(at, _)| at);
        let end = self.trimmed_domain()?;
        let glued = self.text[..start].ends_with(['@', '.', '_']);
        let confidence = if self.matched().contains('@') { 0.99 } else { 0.95 };
        if glued { None } else { hit(EntityKind::Email, Span::new(start, end), confidence, "address") }
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

    fn handle(self) -> Option<Found> {
        let named = self.matched().bytes().any(|b| b.is_ascii_alphabetic());
        let before = self.before().is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-'));
        let fits = named && !before && self.ends_word();
        if fits { hit(EntityKind::Handle, self.span(), 0.95, "at_sign") } else { None }
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
        if !(known || defanged || matched.starts_with("www.")) {
            return None;
        }
        // A number with a unit (`3.5.km`) or an abbreviation (`a.m`) is no domain.
        let named = matched.split('.').next().is_some_and(|l| l.bytes().filter(u8::is_ascii_alphabetic).count() >= 1);
        let short = matched.split('.').all(|l| l.len() <= 2);
        if (!named && !known) || short {
            return None;
        }
        let found = |end: usize, kind: EntityKind, rule: &str| {
            hit(kind, Span::new(self.start, end), if known { 0.95 } else { 0.8 }, rule)
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

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` lists kind and text of everything in `text`.
    fn check(text: &str, expected: &[(EntityKind, &str)]) {
        let found = find(text);
        let shown: Vec<(EntityKind, &str)> = found.iter().map(|f| (f.kind, f.span.of(text))).collect();
        assert_eq!(shown, expected, "{text}");
    }

    use EntityKind::*;

    #[test]
    fn addresses() {
        check("Write to jane.roe+news@mail.example.co.uk, please.", &[(Email, "jane.roe+news@mail.example.co.uk")]);
        check("(jörg@example.de)", &[(Email, "jörg@example.de")]);
        check("user[at]example[.]com or user (at) example (.) com", &[(Email, "user[at]example[.]com")]);
        check("Mail a@b.example.The end", &[(Email, "a@b.example")]);
        check("@@ a@ @b.", &[(Handle, "@b")]);
    }

    #[test]
    fn urls_end_before_the_punctuation_of_the_sentence() {
        check("See https://example.org/a_(b)?c=d#e.", &[(Url, "https://example.org/a_(b)?c=d#e")]);
        check("(see http://example.org/path).", &[(Url, "http://example.org/path")]);
        check("\"ftp://example.org/x\",", &[(Url, "ftp://example.org/x")]);
        check("hxxps://evil[.]example[.]com/x", &[(Url, "hxxps://evil[.]example[.]com/x")]);
        check(
            "www.example.org/a, example.com/b und www.example.net.",
            &[(Url, "www.example.org/a"), (Url, "example.com/b"), (Url, "www.example.net")],
        );
        check("http:// nothing, https://.", &[]);
    }

    #[test]
    fn domains_have_a_known_ending_or_are_defanged() {
        check("Quelle: temporausch.com en Pexels", &[(Domain, "temporausch.com")]);
        check("evil[.]example and bad[.]co", &[(Domain, "evil[.]example"), (Domain, "bad[.]co")]);
        check("BBC.COM", &[(Domain, "BBC.COM")]);
        check("main.py, notes.md, report.pdf, z.B. a.m. U.S. 3.5 1.234,56 Ph.D. St.Louis", &[]);
        check("It was stolen.It was sold.In Berlin", &[]);
    }

    #[test]
    fn handles_and_hashtags() {
        check(
            "@trendmicro #Datenleck #größe_2 #2019 a#b &#39; #",
            &[(Handle, "@trendmicro"), (Hashtag, "#Datenleck"), (Hashtag, "#größe_2")],
        );
        check("@user@mastodon.example", &[(Handle, "@user@mastodon.example")]);
        check("#данные #数据 #हिन्दी", &[(Hashtag, "#данные"), (Hashtag, "#数据"), (Hashtag, "#हिन्दी")]);
    }

    #[test]
    fn addresses_of_machines() {
        check("192.0.2.1, 192.0.2[.]7:", &[(Ip, "192.0.2.1"), (Ip, "192.0.2[.]7")]);
        check("2001:db8::8a2e:370:7334 fe80::1", &[(Ip, "2001:db8::8a2e:370:7334"), (Ip, "fe80::1")]);
        check("version 1.2.3.4, v10.0.0.1, Version: 4.3.2.1, 1.2.3.4.5, 300.1.1.1, 12:30:45", &[]);
    }

    #[test]
    fn digests_and_vulnerabilities() {
        let sha1 = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
        check(&format!("SHA-1 {sha1}."), &[(Hash, sha1)]);
        check(
            "d41d8cd98f00b204e9800998ecf8427e cve-2019-18189,",
            &[(Hash, "d41d8cd98f00b204e9800998ecf8427e"), (Cve, "cve-2019-18189")],
        );
        check("11111111111111111111111111111111 d41d8cd98f00b204e9800998ecf8427e0 CVE-19-1", &[]);
    }

    #[test]
    fn numbers_to_call_and_to_pay_to() {
        check("Tel. 030 1234567 oder +49 (0)30 1234-568.", &[(Phone, "030 1234567"), (Phone, "+49 (0)30 1234-568")]);
        check("Hotline: 12345", &[(Phone, "12345")]);
        check("WhatsApp 0812-3456-7890", &[(Phone, "0812-3456-7890")]);
        check(
            "IBAN DE89 3704 0044 0532 0130 00, GB29NWBK60161331926819",
            &[(Iban, "DE89 3704 0044 0532 0130 00"), (Iban, "GB29NWBK60161331926819")],
        );
        check("am 05.11.2019 rund 68.000 von 12 000 000 seit 2014-2019, $1 234 567 890, 2019-11-05", &[]);
    }

    #[test]
    fn found_spans_are_in_order_apart_and_not_empty() {
        let pieces = ["@", "#a", "http://", ".", "com", "[.]", "1.2.3.4", "+49 ", "::", "0a", " ", "é", "漢", "-"];
        let mut state = 7u32;
        for _ in 0..2000 {
            let mut text = String::new();
            for _ in 0..12 {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                text += pieces[(state >> 16) as usize % pieces.len()];
            }
            let found = find(&text);
            for f in &found {
                assert!(!f.span.of(&text).is_empty(), "{text}");
            }
            assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start), "{text}");
        }
    }
}
