//! The expressions of contacts and identifiers: what may begin where a word begins.
//!
//! Enters: nothing. Leaves: compiled expressions. Knows nothing of what stands around a match.

use regex::Regex;
use std::sync::LazyLock;

/// The expressions, all anchored and bounded: what one place costs does not depend on the length of the text.
pub(super) struct Patterns {
    pub(super) url: Regex,
    pub(super) email: Regex,
    pub(super) handle: Regex,
    pub(super) cve: Regex,
    pub(super) ipv6: Regex,
    pub(super) ipv4: Regex,
    pub(super) phone: Regex,
    pub(super) domain: Regex,
}

pub(super) static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let dot = r"(?:\.|\[\.\]|\(\.\)|\[dot\])";
    let at = r"(?:@|\[at\]|\(at\)|\[@\]|\x20\[at\]\x20|\x20\(at\)\x20)";
    let label = "[A-Za-z0-9-]{1,63}";
    let new = |pattern: &str| Regex::new(&format!("(?-u)^(?:{pattern})")).expect("the expression is well-formed");
    Patterns {
        url: new(r"(?i:h(?:tt|xx)ps?|ftp)(?::|\[:\])//"),
        email: new(&format!("[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}{at}{label}(?:{dot}{label}){{1,8}}")),
        handle: new(&format!(r"@[A-Za-z0-9_]{{1,30}}(?:@{label}(?:\.{label}){{1,4}})?")),
        cve: new("(?i:cve)-[0-9]{4}-[0-9]{4,7}"),
        ipv6: new("[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}"),
        ipv4: new(&format!("[0-9]{{1,3}}(?:{dot}[0-9]{{1,3}}){{3}}")),
        phone: new(r"[+(]{0,2}[0-9](?:[-./()\x20]{0,3}[0-9]){4,18}"),
        domain: new(&format!("{label}(?:{dot}{label}){{1,8}}")),
    }
});

/// The most that an expression reads, in bytes.
pub(super) const REACH: usize = 640;
