//! Which writing systems a text is in.
//!
//! Enters: plain text. Leaves: how many letters each script has, and the one that prevails. Knows nothing of
//! languages but which scripts serve only one.
//!
//! Ranges after the Unicode Character Database's Scripts.txt, block by block, letters only.

/// First and last letter of a range, and the ISO 15924 code of its script; in order.
const RANGES: &[(char, char, &str)] = &[
    ('A', 'Z', "Latn"),
    ('a', 'z', "Latn"),
    ('ª', 'ª', "Latn"),
    ('º', 'º', "Latn"),
    ('À', '\u{02B8}', "Latn"),
    ('\u{0370}', '\u{03FF}', "Grek"),
    ('\u{0400}', '\u{052F}', "Cyrl"),
    ('\u{0531}', '\u{0588}', "Armn"),
    ('\u{05D0}', '\u{05F4}', "Hebr"),
    ('\u{0620}', '\u{064A}', "Arab"),
    ('\u{066E}', '\u{06D5}', "Arab"),
    ('\u{06EE}', '\u{06FF}', "Arab"),
    ('\u{0710}', '\u{074F}', "Syrc"),
    ('\u{0750}', '\u{077F}', "Arab"),
    ('\u{0780}', '\u{07BF}', "Thaa"),
    ('\u{07C0}', '\u{07FF}', "Nkoo"),
    ('\u{08A0}', '\u{08FF}', "Arab"),
    ('\u{0900}', '\u{0963}', "Deva"),
    ('\u{0970}', '\u{097F}', "Deva"),
    ('\u{0980}', '\u{09FF}', "Beng"),
    ('\u{0A00}', '\u{0A7F}', "Guru"),
    ('\u{0A80}', '\u{0AFF}', "Gujr"),
    ('\u{0B00}', '\u{0B7F}', "Orya"),
    ('\u{0B80}', '\u{0BFF}', "Taml"),
    ('\u{0C00}', '\u{0C7F}', "Telu"),
    ('\u{0C80}', '\u{0CFF}', "Knda"),
    ('\u{0D00}', '\u{0D7F}', "Mlym"),
    ('\u{0D80}', '\u{0DFF}', "Sinh"),
    ('\u{0E00}', '\u{0E7F}', "Thai"),
    ('\u{0E80}', '\u{0EFF}', "Laoo"),
    ('\u{0F00}', '\u{0FFF}', "Tibt"),
    ('\u{1000}', '\u{109F}', "Mymr"),
    ('\u{10A0}', '\u{10FF}', "Geor"),
    ('\u{1100}', '\u{11FF}', "Hang"),
    ('\u{1200}', '\u{139F}', "Ethi"),
    ('\u{13A0}', '\u{13FF}', "Cher"),
    ('\u{1400}', '\u{167F}', "Cans"),
    ('\u{1780}', '\u{17FF}', "Khmr"),
    ('\u{1800}', '\u{18AF}', "Mong"),
    ('\u{1C50}', '\u{1C7F}', "Olck"),
    ('\u{1C90}', '\u{1CBF}', "Geor"),
    ('\u{1E00}', '\u{1EFF}', "Latn"),
    ('\u{1F00}', '\u{1FFF}', "Grek"),
    ('\u{2C60}', '\u{2C7F}', "Latn"),
    ('\u{2D30}', '\u{2D7F}', "Tfng"),
    ('\u{3005}', '\u{3007}', "Hani"),
    ('\u{3041}', '\u{309F}', "Hira"),
    ('\u{30A1}', '\u{30FA}', "Kana"),
    ('\u{30FC}', '\u{30FF}', "Kana"),
    ('\u{3100}', '\u{312F}', "Bopo"),
    ('\u{3400}', '\u{4DBF}', "Hani"),
    ('\u{4E00}', '\u{9FFF}', "Hani"),
    ('\u{A000}', '\u{A4CF}', "Yiii"),
    ('\u{A640}', '\u{A69F}', "Cyrl"),
    ('\u{A722}', '\u{A7FF}', "Latn"),
    ('\u{A980}', '\u{A9DF}', "Java"),
    ('\u{AB01}', '\u{AB2F}', "Ethi"),
    ('\u{AC00}', '\u{D7A3}', "Hang"),
    ('\u{F900}', '\u{FAFF}', "Hani"),
    ('\u{FB00}', '\u{FB06}', "Latn"),
    ('\u{FB1D}', '\u{FB4F}', "Hebr"),
    ('\u{FB50}', '\u{FDFF}', "Arab"),
    ('\u{FE70}', '\u{FEFC}', "Arab"),
    ('\u{FF21}', '\u{FF3A}', "Latn"),
    ('\u{FF41}', '\u{FF5A}', "Latn"),
    ('\u{FF66}', '\u{FF9D}', "Kana"),
    ('\u{20000}', '\u{3FFFF}', "Hani"),
];

/// The only language in everyday use of a script. Scripts of several languages are not here: their letters
/// decide nothing alone.
const ONE_LANGUAGE: &[(&str, &str)] = &[
    ("Armn", "hye"),
    ("Beng", "ben"),
    ("Cher", "chr"),
    ("Ethi", "amh"),
    ("Geor", "kat"),
    ("Grek", "ell"),
    ("Gujr", "guj"),
    ("Guru", "pan"),
    ("Hang", "kor"),
    ("Java", "jav"),
    ("Khmr", "khm"),
    ("Knda", "kan"),
    ("Laoo", "lao"),
    ("Mlym", "mal"),
    ("Mong", "mon"),
    ("Mymr", "mya"),
    ("Olck", "sat"),
    ("Orya", "ori"),
    ("Sinh", "sin"),
    ("Taml", "tam"),
    ("Telu", "tel"),
    ("Thaa", "div"),
    ("Thai", "tha"),
    ("Tibt", "bod"),
];

/// The code that ISO 15924 has for text without letters.
pub const NONE: &str = "Zyyy";

/// The ISO 15924 code of the script of a letter; `None` for what is no letter or has no script in the table.
pub fn of_letter(letter: char) -> Option<&'static str> {
    if letter.is_ascii() {
        return letter.is_ascii_alphabetic().then_some("Latn");
    }
    index(letter).map(|i| RANGES[i].2)
}

fn index(letter: char) -> Option<usize> {
    let after = RANGES.partition_point(|(first, ..)| *first <= letter);
    let candidate = after.checked_sub(1)?;
    (letter <= RANGES[candidate].1 && letter.is_alphabetic()).then_some(candidate)
}

/// The only language of `script`, where it has one.
pub fn only_language(script: &str) -> Option<&'static str> {
    ONE_LANGUAGE.iter().find(|(s, _)| *s == script).map(|(_, language)| *language)
}

/// How many letters of each script a text has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    counts: Vec<(&'static str, usize)>,
}

impl Letters {
    /// Counts the letters of `text`.
    pub fn count(text: &str) -> Self {
        let mut ranges = [0usize; RANGES.len()];
        let mut latin = 0;
        for letter in text.chars() {
            if letter.is_ascii() {
                latin += usize::from(letter.is_ascii_alphabetic());
            } else if let Some(i) = index(letter) {
                ranges[i] += 1;
            }
        }
        let mut letters = Letters::default();
        letters.add("Latn", latin);
        RANGES.iter().zip(ranges).for_each(|((_, _, script), n)| letters.add(script, n));
        letters
    }

    fn add(&mut self, script: &'static str, count: usize) {
        match self.counts.iter_mut().find(|(s, _)| *s == script) {
            Some((_, n)) => *n += count,
            None if count > 0 => self.counts.push((script, count)),
            None => {}
        }
    }

    /// Adds the letters of another text.
    pub fn merge(&mut self, other: &Letters) {
        other.counts.iter().for_each(|(script, n)| self.add(script, *n));
    }

    /// Letters in all.
    pub fn total(&self) -> usize {
        self.counts.iter().map(|(_, n)| n).sum()
    }

    /// Letters of one script.
    pub fn of(&self, script: &str) -> usize {
        self.counts.iter().find(|(s, _)| *s == script).map_or(0, |(_, n)| *n)
    }

    /// The ISO 15924 code of the script that prevails, [`NONE`] where there are no letters. A sign for a word or
    /// a syllable counts as three letters. Japanese is `Jpan`, Korean `Kore`, as the report names them.
    pub fn main(&self) -> &'static str {
        let japanese = self.of("Hira") + self.of("Kana");
        // Japanese prose has more kana than this among its signs; Chinese quotes a name in kana at most.
        let is_japanese = japanese * 12 > self.of("Hani");
        let weight = |script: &str, n: usize| match script {
            "Hani" | "Hira" | "Kana" => 3 * if is_japanese { japanese + self.of("Hani") } else { n },
            "Hang" | "Yiii" => 3 * n,
            _ => n,
        };
        let best = self.counts.iter().max_by_key(|(s, n)| weight(s, *n));
        match best.map_or(NONE, |(s, _)| *s) {
            "Hani" | "Hira" | "Kana" if is_japanese => "Jpan",
            "Hang" => "Kore",
            script => script,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(Letters::count(text).main(), expected, "{text}");
    }

    #[test]
    fn the_prevailing_script() {
        check("Straße nach Łódź", "Latn");
        check("Привет всем из Microsoft", "Cyrl");
        check("微软公司 Microsoft", "Hani");
        check("東京は大きいです", "Jpan");
        check("안녕하세요 Seoul", "Kore");
        check("नमस्ते", "Deva");
        check("12 % 😀 —", NONE);
        check("", NONE);
    }

    #[test]
    fn ranges_are_in_order_and_do_not_overlap() {
        assert!(RANGES.windows(2).all(|w| w[0].1 < w[1].0));
        assert!(RANGES.iter().all(|(first, last, _)| first <= last));
    }
}
