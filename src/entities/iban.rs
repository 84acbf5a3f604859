//! International bank account numbers, ISO 13616.
//!
//! Enters: text at the place where a country code and two check digits stand. Leaves: the length of the number, if
//! its country's length and its checksum hold.

/// How many characters the number has in each country of the SWIFT registry.
const LENGTHS: &[(&str, u8)] = &[
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BI", 27),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DJ", 27),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FK", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MN", 20),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NI", 28),
    ("NL", 18),
    ("NO", 15),
    ("OM", 23),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("RU", 33),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("SO", 23),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("VA", 22),
    ("VG", 24),
    ("XK", 20),
    ("YE", 30),
];

/// The length in bytes of the number at the beginning of `text`, spaced in groups or not; `None` where the country
/// is unknown, characters are missing, or the checksum is wrong.
pub fn length(text: &str) -> Option<usize> {
    let country = text.get(..2)?;
    let needed = LENGTHS.iter().find(|(code, _)| *code == country)?.1;
    let (mut digits, mut at, mut last_was_space) = (Vec::with_capacity(usize::from(needed)), 0, false);
    for (index, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => digits.push(u32::from(byte - b'0')),
            b'A'..=b'Z' => digits.push(u32::from(byte - b'A') + 10),
            b' ' if !last_was_space => {}
            _ => break,
        }
        last_was_space = byte == b' ';
        at = index + 1;
        if digits.len() == usize::from(needed) {
            break;
        }
    }
    // ISO 7064, MOD 97-10: the country and the check digits go to the end, letters count from 10.
    let (head, rest) = digits.split_at_checked(4)?;
    let remainder = rest.iter().chain(head).fold(0, |sum, d| (sum * if *d > 9 { 100 } else { 10 } + d) % 97);
    (digits.len() == usize::from(needed) && remainder == 1).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(length(text).map(|n| &text[..n]), expected, "{text}");
    }

    // The numbers are the examples of the SWIFT registry.
    #[test]
    fn the_checksum_decides() {
        check("DE89370400440532013000", Some("DE89370400440532013000"));
        check("DE89 3704 0044 0532 0130 00 bei der Bank", Some("DE89 3704 0044 0532 0130 00"));
        check("GB29 NWBK 6016 1331 9268 19.", Some("GB29 NWBK 6016 1331 9268 19"));
        check("NO9386011117947", Some("NO9386011117947"));
        check("DE89370400440532013001", None);
        check("DE8937040044", None);
        check("XX89370400440532013000", None);
        check("DE89  3704  0044  0532  0130  00", None);
        check("", None);
        check("DÄ", None);
    }

    #[test]
    fn one_wrong_digit_is_always_noticed() {
        let right = "AT611904300234573201";
        assert!(length(right).is_some());
        for at in 2..right.len() {
            for digit in '0'..='9' {
                let mut wrong = right.to_string();
                wrong.replace_range(at..=at, &digit.to_string());
                assert_eq!(length(&wrong).is_some(), wrong == right, "{wrong}");
            }
        }
    }
}
