//! The normal form of a contact: what all its spellings share.
//!
//! Enters: a contact as written. Leaves: a key; never shown, only compared.

use crate::report::EntityKind;

/// The key of a contact of this kind.
pub fn form(kind: EntityKind, surface: &str) -> String {
    match kind {
        EntityKind::Phone => {
            let digits: String = surface.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
            if surface.contains('+') { format!("00{digits}") } else { digits }
        }
        EntityKind::Iban => surface.chars().filter(|c| !c.is_whitespace()).collect(),
        EntityKind::Url => {
            let plain = refanged(surface);
            let plain = plain.trim_end_matches('/');
            // Scheme and host do not heed case, a path does.
            let host = plain.find("://").map_or(0, |at| at + 3);
            let path = plain[host..].find('/').map_or(plain.len(), |at| host + at);
            format!("{}{}", plain[..path].to_lowercase(), &plain[path..])
        }
        EntityKind::Hashtag | EntityKind::Handle => surface.to_lowercase(),
        _ => refanged(surface).to_lowercase(),
    }
}

/// Without the brackets that keep an address from being clicked.
fn refanged(surface: &str) -> String {
    let mut plain = surface.to_string();
    for (defanged, fanged) in [
        ("[.]", "."),
        ("(.)", "."),
        ("[dot]", "."),
        ("[:]", ":"),
        (" [at] ", "@"),
        (" (at) ", "@"),
        ("[at]", "@"),
        ("(at)", "@"),
        ("[@]", "@"),
    ] {
        plain = plain.replace(defanged, fanged);
    }
    for (defanged, fanged) in [("hxxp", "http"), ("hXXp", "http"), ("HXXP", "http")] {
        if let Some(rest) = plain.strip_prefix(defanged) {
            plain = format!("{fanged}{rest}");
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_form() {
        let check = |kind, a: &str, b: &str| assert_eq!(form(kind, a), form(kind, b), "{a} {b}");
        check(EntityKind::Email, "user[at]example[.]com", "User@Example.com");
        check(EntityKind::Url, "hxxps://Example[.]com/Path", "https://example.com/Path/");
        check(EntityKind::Ip, "192.0.2[.]1", "192.0.2.1");
        check(EntityKind::Phone, "+49 (0)30 1234-567", "0049 30 1234567");
        check(EntityKind::Iban, "DE89 3704 0044 0532 0130 00", "DE89370400440532013000");
    }
}
