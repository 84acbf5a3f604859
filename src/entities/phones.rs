//! Telephone numbers.
//!
//! Enters: a run of digits and separators, with what stands before it. Leaves: whether it is dialled. Dates, sums,
//! years and other figures are written with the same characters: the shape of the groups tells them apart.

/// The most digits a number has with its country code (ITU-T E.164), and the fewest that are one without a word
/// such as `Tel.` before them.
const MOST_DIGITS: usize = 15;
const FEWEST_DIGITS: usize = 8;
/// The fewest digits after such a word: local numbers.
const FEWEST_ANNOUNCED: usize = 5;

/// Whether `run` is a telephone number. It begins with a digit, `+` or `(`, and ends with a digit. `announced`
/// says that a word such as `Tel.` stands before it.
pub fn is_phone(run: &str, announced: bool) -> bool {
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).collect();
    let digits: usize = groups.iter().map(|g| g.len()).sum();
    let lengths: Vec<usize> = groups.iter().map(|g| g.len()).collect();
    if digits > MOST_DIGITS || !brackets_close(run) {
        return false;
    }
    if run.starts_with('+') || run.starts_with("(+") {
        return digits >= FEWEST_DIGITS && !run.contains("00000");
    }
    if announced {
        return digits >= FEWEST_ANNOUNCED && !is_date(&groups);
    }
    if digits < FEWEST_DIGITS || is_date(&groups) {
        return false;
    }
    let separated = groups.len() > 1;
    let stops_or_commas = run.contains('.') || run.contains(',');
    // `(030) 1234567`, `(212) 555-0123`.
    if run.starts_with('(') {
        return (2..=5).contains(&lengths[0]) && digits >= 9;
    }
    match lengths[..] {
        // North America: 212-555-0123, 212.555.0123, 1-800-555-0199.
        [3, 3, 4] => !run.contains(' ') || run.contains('-'),
        [1, 3, 3, 4] => groups[0] == "1" && run.contains('-'),
        // France: 01 23 45 67 89.
        [2, 2, 2, 2, 2] => run.starts_with('0'),
        _ if stops_or_commas => false,
        _ if run.starts_with("00") => separated && digits >= 10 && lengths[0] <= 5,
        // A national number: the leading zero, then an area code, then the rest.
        _ if run.starts_with('0') => {
            if separated {
                (2..=6).contains(&lengths[0]) && digits >= 9 && *lengths.last().unwrap_or(&0) >= 2
            } else {
                (10..=13).contains(&digits)
            }
        }
        _ => false,
    }
}

/// `2019-11-05`, `05.11.2019`, `5/11/19`: three groups of the lengths of a date with a month and a day in them, or
/// two years.
fn is_date(groups: &[&str]) -> bool {
    let value = |g: &str| g.parse::<u32>().unwrap_or(0);
    let year = |g: &str| g.len() == 4 && (1000..2200).contains(&value(g));
    let short = |g: &str| g.len() <= 2 && (1..=31).contains(&value(g));
    match groups {
        [a, b, c] if short(a) && short(b) && c.len() == 2 => true,
        // A clock time may follow.
        [a, b, c, ..] => (year(a) && short(b) && short(c)) || (short(a) && short(b) && year(c)),
        [a, b] => year(a) && year(b),
        _ => false,
    }
}

fn brackets_close(run: &str) -> bool {
    run.matches('(').count() == run.matches(')').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(announced: bool, phones: &[&str], others: &[&str]) {
        phones.iter().for_each(|run| assert!(is_phone(run, announced), "{run} is a phone"));
        others.iter().for_each(|run| assert!(!is_phone(run, announced), "{run} is no phone"));
    }

    #[test]
    fn the_shape_tells() {
        check(
            false,
            &[
                "+49 30 1234567",
                "+44 (0)20 7946 0123",
                "+62 812-3456-7890",
                "0049 30 1234567",
                "030 1234567",
                "(030) 1234567",
                "0812-3456-7890",
                "081234567890",
                "(212) 555-0123",
                "212-555-0123",
                "212.555.0123",
                "1-800-555-0199",
                "01 23 45 67 89",
                "(021) 345 6789",
            ],
            &[
                "2019-11-05",
                "05.11.2019",
                "05-11-2019",
                "5/11/2019",
                "68.000",
                "12 000 000",
                "120.000.000",
                "2014-2019",
                "100 000 000",
                "1234567890",
                "12345678",
                "2019 120 000",
                "212 555 0123",
                "+49 30",
                "0.123.456.789",
                "06-11-19",
                "+0000000000",
            ],
        );
    }

    #[test]
    fn a_word_before_it_tells_more() {
        check(true, &["12345", "555 0123", "116 117"], &["05.11.2019", "1234", "1234567890123456"]);
    }
}
