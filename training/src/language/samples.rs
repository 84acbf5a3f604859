//! Words to learn from, class by class.
//!
//! Enters: chains of letters and the declaration of human rights in many languages. Leaves: words with their bounds,
//! each with its class. Knows nothing of weights.

use super::classes::{SAME, SCRIPTS, Source};
use super::statistics::{Chain, Random};
use article_analyser::language::ngrams::{BOUND, OTHERS, fold};
use article_analyser::language::{script, words};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Words of each class a pass.
pub const WORDS: usize = 30_000;
/// From here on, in letters, words are long; the second half of a pass has each long word once, so that the model
/// knows more than the commonest words.
const LONG: usize = 4;
/// As many words are tried for one that was not seen.
const TRIES: usize = 20;

/// A word with its class.
pub type Sample = (u8, Vec<char>);

/// The declaration: its lines by language.
pub type Lines = BTreeMap<String, Vec<String>>;

/// Reads the declaration: code, tab, line.
pub fn declaration(corpora: &Path) -> Result<Lines, Box<dyn Error>> {
    let file = corpora.join("language/udhr.tsv");
    let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    let mut lines = Lines::new();
    for (code, line) in text.lines().filter_map(|line| line.split_once('\t')) {
        lines.entry(code.to_string()).or_default().push(line.to_string());
    }
    Ok(lines)
}

/// Every second line is learnt from, the others are kept for measuring.
pub fn half(lines: &[String], learnt: bool) -> impl Iterator<Item = &String> {
    lines.iter().enumerate().filter(move |(i, _)| (i % 2 == 0) == learnt).map(|(_, line)| line)
}

/// What the words of a class are drawn from.
#[derive(Debug)]
enum Words {
    Chain(Chain),
    InLatin(Chain),
    /// Running words by language.
    Lists(Vec<Vec<Vec<char>>>),
}

/// What the words of all classes of a script are drawn from.
#[derive(Debug)]
pub struct Sampler(Vec<Words>);

impl Sampler {
    /// Reads the sources of the classes of `script`.
    pub fn read(
        script: &str,
        classes: &[(&str, Source)],
        models: &BTreeMap<String, PathBuf>,
        declaration: &Lines,
    ) -> Result<Sampler, Box<dyn Error>> {
        let chain = |name: &str| {
            let folder = models.get(name).ok_or_else(|| format!("no language model of {name}"))?;
            Chain::read(&folder.join("models/ngrams.fst"))
        };
        let own = |codes: Vec<&String>| -> Words {
            let running = |code: &String| half(&declaration[code], true).flat_map(|l| bounded(l, script)).collect();
            Words::Lists(codes.into_iter().map(running).filter(|words: &Vec<_>| !words.is_empty()).collect())
        };
        let read = |(_, source): &(&str, Source)| -> Result<Words, Box<dyn Error>> {
            Ok(match source {
                Source::Chain(name) => Words::Chain(chain(name)?),
                Source::InLatin(name) => Words::InLatin(chain(name)?),
                Source::Declaration(code) => own(declaration.keys().filter(|c| c == code).collect()),
                Source::Rest => own(declaration.keys().filter(|code| !has_class(code)).collect()),
            })
        };
        Ok(Sampler(classes.iter().map(read).collect::<Result<_, _>>()?))
    }

    /// [`WORDS`] words of each class, in random order.
    pub fn pass(&self, random: &mut Random) -> Vec<Sample> {
        let mut samples = Vec::with_capacity(WORDS * self.0.len());
        for (class, words) in self.0.iter().enumerate() {
            let mut seen = FxHashSet::default();
            let mut tries = 0;
            while samples.len() < WORDS * (class + 1) {
                let Some(word) = words.draw(random) else { break };
                tries += 1;
                let second_half = samples.len() >= WORDS * class + WORDS / 2;
                let choosy = second_half && tries < TRIES * WORDS && !matches!(words, Words::Lists(_));
                if !choosy || word.len() >= LONG + 2 && seen.insert(word.clone()) {
                    samples.push((class as u8, word));
                }
            }
        }
        for i in (1..samples.len()).rev() {
            samples.swap(i, random.below(i as u64 + 1) as usize);
        }
        samples
    }
}

impl Words {
    fn draw(&self, random: &mut Random) -> Option<Vec<char>> {
        match self {
            Words::Chain(chain) => Some(one_run(chain.word(random), random)),
            Words::InLatin(chain) => Some(in_latin(&chain.word(random))),
            Words::Lists(lists) => {
                let list = lists.get(random.below(lists.len() as u64) as usize)?;
                list.get(random.below(list.len() as u64) as usize).cloned()
            }
        }
    }
}

/// One of the runs of letters of a word: the models' words have signs inside, such as viramas, that the analyser
/// takes for bounds.
fn one_run(word: Vec<char>, random: &mut Random) -> Vec<char> {
    let inner = &word[1..word.len() - 1];
    if inner.iter().all(|c| c.is_alphabetic()) {
        return word;
    }
    let runs: Vec<&[char]> = inner.split(|c| !c.is_alphabetic()).filter(|run| !run.is_empty()).collect();
    let chosen: &[char] = runs.get(random.below(runs.len() as u64) as usize).copied().unwrap_or_default();
    [&[BOUND], chosen, &[BOUND]].concat()
}

/// The words of a text that are in `script`, with their bounds, as a model reads them.
pub fn bounded(text: &str, script: &str) -> Vec<Vec<char>> {
    let of_script = |word: &&str| word.chars().next().and_then(script::of_letter) == Some(script);
    let with_bounds = |word: &str| {
        let letters = word.chars().map(fold);
        std::iter::once(BOUND).chain(letters).chain(std::iter::once(BOUND)).collect()
    };
    words::split(text).filter(of_script).map(with_bounds).collect()
}

/// Whether a language of the declaration has a class in any script.
fn has_class(code: &str) -> bool {
    let code = SAME.iter().find(|(other, _)| *other == code).map_or(code, |(_, code)| code);
    SCRIPTS.iter().any(|(_, classes)| classes.iter().any(|(c, _)| *c == code && *c != OTHERS))
}

/// Serbian Cyrillic in Latin letters; the two alphabets correspond letter by letter.
fn in_latin(word: &[char]) -> Vec<char> {
    const CYRILLIC: &str = "абвгдђежзијклмнопрстћуфхцчш";
    const LATIN: &str = "abvgdđežzijklmnoprstćufhcčš";
    let digraph = |letter| match letter {
        'љ' => Some("lj"),
        'њ' => Some("nj"),
        'џ' => Some("dž"),
        _ => None,
    };
    let mut latin = Vec::with_capacity(word.len() + 2);
    for letter in word {
        match (digraph(*letter), CYRILLIC.chars().position(|c| c == *letter)) {
            (Some(two), _) => latin.extend(two.chars()),
            (_, Some(at)) => latin.extend(LATIN.chars().nth(at)),
            _ => latin.push(*letter),
        }
    }
    latin
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serbian_is_written_in_both_alphabets() {
        let latin = |word: &str| in_latin(&word.chars().collect::<Vec<_>>()).into_iter().collect::<String>();
        assert_eq!(latin("_љубичица_"), "_ljubičica_");
        assert_eq!(latin("_ђорђе_"), "_đorđe_");
    }

    #[test]
    fn words_of_another_script_are_left_out() {
        let words = bounded("Привет, Straße 12", "Latn");
        assert_eq!(words, ["_straße_".chars().collect::<Vec<_>>()]);
    }
}
