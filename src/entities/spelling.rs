//! Spellings of one name: endings, word order, slips.
//!
//! Enters: words in lower case. Leaves: keys that variants share, and whether two words are one slip apart. Knows
//! nothing of entities.

use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Shorter words are too alike by chance to be taken for slips of one another.
pub const SHORTEST_SLIP: usize = 7;

/// A word without the -s that plurals and genitives add, and that machine translation adds and drops.
pub fn stem(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.chars().count() >= 3 => stem,
        _ => word,
    }
}

/// The stems of words in alphabetical order: the same for `trend micro`, `micro trends` and `trends micro`.
pub fn bag<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let mut stems: Vec<&str> = words.into_iter().map(stem).collect();
    stems.sort_unstable();
    stems.join(" ")
}

/// A word as other languages spell its sounds: the same for `micro` and `mikro`, `pharma` and `farma`, `texas` and
/// `teksas`. Machine translation respells the words of names so.
pub fn respelled(word: &str) -> String {
    let plain = word.replace("ph", "f").replace("th", "t").replace("ck", "k").replace("qu", "kw").replace('x', "ks");
    let mut out = String::with_capacity(plain.len());
    let mut letters = plain.chars().peekable();
    while let Some(letter) = letters.next() {
        let soft = letters.peek().is_some_and(|next| matches!(next, 'e' | 'i' | 'y' | 'h'));
        let letter = match letter {
            'c' if !soft => 'k',
            'y' => 'i',
            other => other,
        };
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    out
}

/// A hash of the text with each one of its letters left out, and of the whole: two texts one letter apart share one
/// of these (the deletion neighbourhood of W. Garbe's SymSpell).
pub fn neighbourhood(text: &str) -> impl Iterator<Item = u64> + '_ {
    let without = |left_out: usize| {
        let mut hasher = FxHasher::default();
        text.chars().enumerate().filter(|(at, _)| *at != left_out).for_each(|(_, c)| hasher.write_u32(c.into()));
        hasher.finish()
    };
    (0..=text.chars().count()).map(without)
}

/// Whether the two differ by one letter put in, left out, or exchanged, or by two neighbours swapped, in a word of
/// [`SHORTEST_SLIP`] letters at least. Names that differ in a digit or in their initial are different names.
pub fn is_slip<W: AsRef<str>>(a: &[W], b: &[W]) -> bool {
    let mut differing = a.iter().map(W::as_ref).zip(b.iter().map(W::as_ref)).filter(|(x, y)| x != y);
    match (a.len() == b.len(), differing.next(), differing.next()) {
        (true, Some((x, y)), None) => {
            let long = |w: &str| w.chars().count() >= SHORTEST_SLIP;
            // A final -s is an ending, not a slip: `William` and `Williams`.
            let slip = stem(x) != stem(y);
            slip && long(x) && long(y) && x.chars().next() == y.chars().next() && one_apart(x, y)
        }
        _ => false,
    }
}

fn one_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    if a.iter().chain(b).any(|c| c.is_numeric()) {
        return false;
    }
    match (a, b) {
        ([], [_]) | ([_], []) | ([_], [_]) => true,
        ([x, y], [z, w]) => x == w && y == z,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_share_a_bag() {
        for variant in [["trend", "micro"], ["micro", "trend"], ["micro", "trends"], ["trends", "micro"]] {
            assert_eq!(bag(variant), "micro trend");
        }
        assert_eq!(bag(["us"]), "us");
    }

    #[test]
    fn respellings_share_a_key() {
        for (a, b) in [("micro", "mikro"), ("pharma", "farma"), ("texas", "teksas"), ("commerz", "komerz")] {
            assert_eq!(respelled(a), respelled(b), "{a:?} {b:?}");
        }
        assert_ne!(respelled("micro"), respelled("macro"));
    }

    #[test]
    fn slips() {
        let check = |a: &str, b: &str, expected: bool| {
            let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
            assert_eq!(is_slip(&a, &b), expected, "{a:?} {b:?}");
            assert_eq!(is_slip(&b, &a), expected, "{b:?} {a:?}");
        };
        check("morrison", "morrisson", true);
        check("johannsen", "johannson", true);
        check("kaspersky lab", "kapsersky lab", true);
        check("morrison", "morrison", false);
        check("maria gomez", "mario gomez", false);
        check("gambia", "zambia", false);
        check("windows7", "windows8", false);
        check("austria", "australia", false);
        check("trend micro", "trend", false);
        check("william", "williams", false);
    }

    #[test]
    fn one_letter_apart_shares_a_neighbour() {
        let share = |a: &str, b: &str| neighbourhood(a).any(|x| neighbourhood(b).any(|y| x == y));
        assert!(share("morrison", "morrisson") && share("kaspersky", "kaspersly") && share("ärzte", "arzte"));
        assert!(!share("morrison", "harrison"));
    }
}
