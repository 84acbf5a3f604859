//! Internet addresses and digests.
//!
//! Enters: characters that may be one. Leaves: whether they are.

use std::net::Ipv6Addr;

/// Whether four numbers between dots, defanged or not, are an IPv4 address: 0 to 255 each, no needless zeros.
pub fn is_ipv4(text: &str) -> bool {
    let octets = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let valid = |octet: &str| octet.parse::<u8>().is_ok() && (octet.len() == 1 || !octet.starts_with('0'));
    octets.clone().count() == 4 && octets.clone().all(valid)
}

/// Whether groups between colons are an IPv6 address. `::` alone, and letters only, as in `a::b`, are names in
/// programs.
pub fn is_ipv6(text: &str) -> bool {
    text.parse::<Ipv6Addr>().is_ok() && text.bytes().any(|b| b.is_ascii_digit()) && text.len() > 3
}

/// The name of the digest that has this many hexadecimal digits, if the text has digits and letters.
pub fn hash(text: &str) -> Option<&'static str> {
    let mixed = text.bytes().any(|b| b.is_ascii_digit()) && text.bytes().any(|b| b.is_ascii_alphabetic());
    match text.len() {
        32 if mixed => Some("md5"),
        40 if mixed => Some("sha1"),
        56 if mixed => Some("sha224"),
        64 if mixed => Some("sha256"),
        96 if mixed => Some("sha384"),
        128 if mixed => Some("sha512"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(test: impl Fn(&str) -> bool, yes: &[&str], no: &[&str]) {
        yes.iter().for_each(|text| assert!(test(text), "{text}"));
        no.iter().for_each(|text| assert!(!test(text), "{text}"));
    }

    #[test]
    fn addresses() {
        check(is_ipv4, &["192.168.0.1", "8.8.8[.]8", "255.255.255.255"], &["256.1.1.1", "1.02.3.4", "1.2.3"]);
        check(is_ipv6, &["2001:db8::1", "fe80::1ff:fe23:4567:890a"], &["::", "a::b", "12:30:45", "1:2:3:4:5:6:7:8:9"]);
    }

    #[test]
    fn digests() {
        let digest = |digits: usize| "0a".repeat(digits / 2);
        check(
            |t| hash(t).is_some(),
            &[&digest(32), &digest(40), &digest(64), &digest(128)],
            &[&digest(34), &"1".repeat(32)],
        );
    }
}
