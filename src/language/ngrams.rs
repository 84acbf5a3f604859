//! What the letters of a word say about its language.
//!
//! Enters: words. Leaves: for each language of a script, how much likelier the words are in it than in another of
//! the same script, as a whole number of steps. Knows nothing of lexica, texts or documents.
//!
//! The model is a linear one over the n-grams of a word with its bounds: multinomial logistic regression with an
//! absolute penalty, which leaves a few weights an n-gram. `training language` fits it, on letter statistics of
//! the language models of lingua (Apache-2.0) and on half of the lines of the Universal Declaration of Human Rights.

use std::sync::OnceLock;

/// The weights, as `training language` writes them.
const FILE: &[u8] = include_bytes!("ngrams.bin");
/// What the file begins with: a name and the version of its form.
pub const MAGIC: &[u8; 5] = b"ngrm\x01";
/// The longest n-gram, in symbols.
pub const LONGEST: usize = 5;
/// What stands for the bound of a word in an n-gram.
pub const BOUND: char = '_';
/// The code of the class of all languages that have none of their own.
pub const OTHERS: &str = "und";
/// As many letters of a word are read: hardly any word is longer, and glued ones say no more.
const LETTERS: usize = 32;
/// Letters of the scripts that have a model lie below this code point.
const HIGHEST_LETTER: usize = 0x2000;

/// All n-grams of a word: the runs of 1 to [`LONGEST`] symbols; one that is nothing but a bound says nothing and
/// is still given.
pub fn runs<T>(symbols: &[T]) -> impl Iterator<Item = &[T]> {
    (0..symbols.len()).flat_map(move |i| (i + 1..=symbols.len().min(i + LONGEST)).map(move |end| &symbols[i..end]))
}

/// The form in which a letter is read: lower case, by the first letter where that has several.
pub fn fold(letter: char) -> char {
    if letter.is_ascii() { letter.to_ascii_lowercase() } else { letter.to_lowercase().next().unwrap_or(letter) }
}

/// The checksum that the file carries: FNV-1a, 64 bits.
pub fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The models of all scripts that have one; each is unpacked when it is first asked for.
#[derive(Debug)]
pub struct Models {
    scripts: Vec<(&'static [u8], &'static [u8], OnceLock<Model>)>,
}

impl Models {
    /// The models that are shipped. A file that is not whole holds none.
    pub fn load() -> &'static Models {
        static LOADED: OnceLock<Models> = OnceLock::new();
        LOADED.get_or_init(|| Models::read(FILE).unwrap_or(Models { scripts: Vec::new() }))
    }

    /// Reads the form that `training` writes; none where the bytes are not whole or of another version.
    pub fn read(bytes: &'static [u8]) -> Option<Models> {
        let mut reader = Reader(bytes);
        let whole = reader.take(MAGIC.len())? == MAGIC && reader.number(8)? == checksum(reader.0);
        let mut scripts = Vec::new();
        for _ in 0..if whole { reader.number(1)? } else { return None } {
            let (name, length) = (reader.take(4)?, reader.number(4)?);
            scripts.push((name, reader.take(length as usize)?, OnceLock::new()));
        }
        Some(Models { scripts })
    }

    /// The model of the languages of a script (ISO 15924), where it has one.
    pub fn of(&self, script: &str) -> Option<&Model> {
        let (_, bytes, model) = self.scripts.iter().find(|(name, ..)| *name == script.as_bytes())?;
        Some(model.get_or_init(|| Model::read(bytes).unwrap_or_default()))
    }
}

/// The weights of the n-grams of one script.
#[derive(Debug, Default)]
pub struct Model {
    /// ISO 639-3 codes, [`OTHERS`] among them.
    pub languages: Vec<&'static str>,
    /// What one step of a weight is worth, in log-likelihood.
    pub step: f64,
    /// The symbol of each letter by its code point, 0 where no n-gram has it.
    symbols: Vec<u8>,
    /// The n-grams by their length less one, and what they begin with: a tree, a level a length.
    levels: [Level; LONGEST],
    /// Language and steps.
    cells: Vec<(u8, i8)>,
}

/// The n-grams of one length, those that begin alike side by side.
#[derive(Debug, Default)]
struct Level {
    /// The last symbol of each.
    symbols: Vec<u8>,
    /// Where its weights lie, and where those that begin with it lie in the next level.
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Node {
    cells: (u32, u32),
    longer: (u32, u32),
}

/// Begins an n-gram that is one symbol longer than the last one of `length` symbols.
fn begin(levels: &mut [Level; LONGEST], length: usize, symbol: u8) {
    let longer = levels.get(length + 1).map_or(0, |level| level.nodes.len()) as u32;
    let Some(level) = levels.get_mut(length) else { return };
    level.symbols.push(symbol);
    level.nodes.push(Node { longer: (longer, longer), ..Node::default() });
    let end = level.nodes.len() as u32;
    if let Some(shorter) = length.checked_sub(1).and_then(|before| levels[before].nodes.last_mut()) {
        shorter.longer.1 = end;
    }
}

impl Model {
    fn read(bytes: &'static [u8]) -> Option<Model> {
        let mut reader = Reader(bytes);
        let step = reader.number(2)? as f64 / 1000.0;
        let languages =
            (0..reader.number(1)?).map(|_| std::str::from_utf8(reader.take(3)?).ok()).collect::<Option<Vec<_>>>()?;
        let features = reader.number(4)? as usize;
        let mut section = || {
            let length = reader.number(4)? as usize;
            reader.take(length)
        };
        let (keys, counts, ids, weights) = (section()?, section()?, section()?, section()?);
        let mut model = Model { languages, step, symbols: vec![0; HIGHEST_LETTER], ..Model::default() };
        let mut used = 0u8;
        let mut symbol_of = |letter: char| {
            let symbol = model.symbols.get_mut(letter as usize)?;
            if *symbol == 0 {
                used = used.checked_add(1)?;
                *symbol = used;
            }
            Some(*symbol)
        };
        symbol_of(BOUND)?;
        let mut letters = std::str::from_utf8(keys).ok()?.chars();
        let mut key = Vec::with_capacity(LONGEST);
        let mut at = 0;
        for count in counts.get(..features)? {
            // Before its own letters, each n-gram has how many it shares with the one before and how many it adds.
            let shape = letters.next()? as usize;
            key.truncate(shape / (LONGEST + 1));
            for _ in 0..shape % (LONGEST + 1) {
                key.push(symbol_of(letters.next()?)?);
            }
            for (length, symbol) in key.iter().enumerate().skip(shape / (LONGEST + 1)) {
                begin(&mut model.levels, length, *symbol);
            }
            let row = model.levels.get_mut(key.len().checked_sub(1)?)?.nodes.last_mut()?;
            row.cells = (at, at + u32::from(*count));
            at += u32::from(*count);
        }
        model.cells = ids.iter().zip(weights).map(|(id, weight)| (*id, *weight as i8)).collect();
        let sound = at as usize == model.cells.len() && ids.iter().all(|id| usize::from(*id) < model.languages.len());
        sound.then_some(model)
    }

    /// Adds what a word that occurs `times` times says, in steps, to the scores of [`Model::languages`].
    pub fn add(&self, word: &str, times: i32, scores: &mut [i64]) {
        let bound = self.symbols.get(BOUND as usize).copied().unwrap_or(0);
        let mut symbols = [0u8; LETTERS + 2];
        symbols[0] = bound;
        let mut length = 1;
        for letter in word.chars().take(LETTERS) {
            symbols[length] = self.symbols.get(fold(letter) as usize).copied().unwrap_or(0);
            length += 1;
        }
        symbols[length] = bound;
        for start in 0..=length {
            let mut here = (0, self.levels[0].nodes.len() as u32);
            for (level, symbol) in self.levels.iter().zip(&symbols[start..=length]) {
                let (from, to) = (here.0 as usize, here.1 as usize);
                // No n-gram has symbol 0, that of unknown letters.
                let Some(place) = level.symbols[from..to].iter().position(|s| s == symbol) else { break };
                let node = level.nodes[from + place];
                for (language, steps) in &self.cells[node.cells.0 as usize..node.cells.1 as usize] {
                    scores[usize::from(*language)] += i64::from(i32::from(*steps) * times);
                }
                here = node.longer;
            }
        }
    }
}

/// Reads numbers, the lowest byte first, and runs of bytes.
struct Reader(&'static [u8]);

impl Reader {
    fn take(&mut self, length: usize) -> Option<&'static [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self, bytes: usize) -> Option<u64> {
        Some(self.take(bytes)?.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(script: &str, text: &str) -> &'static str {
        let model = Models::load().of(script).unwrap();
        let mut scores = vec![0; model.languages.len()];
        text.split(' ').for_each(|word| model.add(word, 1, &mut scores));
        let best = (0..scores.len()).max_by_key(|i| scores[*i]).unwrap();
        model.languages[best]
    }

    #[test]
    fn words_tell_their_language() {
        for (script, text, expected) in [
            ("Latn", "Straßenbahnhaltestelle", "deu"),
            ("Latn", "throughout the neighbourhood", "eng"),
            ("Latn", "abangikho emakhaya", "zul"),
            ("Latn", "kelionių organizatorius", "lit"),
            ("Cyrl", "правительственный", "rus"),
            ("Cyrl", "цьому будинку", "ukr"),
            ("Arab", "می‌گویند", "fas"),
        ] {
            assert_eq!(best(script, text), expected, "{text}");
        }
    }

    #[test]
    fn the_shipped_file_is_whole_and_any_damage_is_seen() {
        let models = Models::read(FILE).unwrap();
        for (name, ..) in &models.scripts {
            let model = models.of(std::str::from_utf8(name).unwrap()).unwrap();
            assert!(model.step > 0.0 && model.levels[2].nodes.len() > 100 && model.languages.len() > 1);
            assert!(model.languages.iter().all(|code| super::super::codes::look_up(code).code == *code));
        }
        for damage in [0, 4, 7, FILE.len() / 2, FILE.len() - 1] {
            let mut bytes = FILE.to_vec();
            bytes[damage] ^= 1;
            assert!(Models::read(bytes.leak()).is_none(), "byte {damage}");
        }
        assert!(Models::read(&FILE[..FILE.len() - 1]).is_none() && Models::read(&[]).is_none());
    }

    #[test]
    fn any_word_can_be_asked_about() {
        for word in ["", "a", "漢字", &"é".repeat(500), "\u{10FFFF}", "İstanbul", "_", "__"] {
            best("Latn", word);
        }
        assert!(Models::load().of("Hani").is_none());
    }

    #[test]
    fn n_grams_are_all_runs_up_to_the_longest() {
        let count = |length: usize| runs(&vec![0; length]).count();
        assert_eq!([count(0), count(1), count(2), count(7)], [0, 1, 3, 25]);
    }
}
