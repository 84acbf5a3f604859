//! The words of a document, each with a number, and how each is capitalised throughout.
//!
//! Enters: a document. Leaves: [`Words`]: a token's core, its word's number, and counts by word. Two spellings
//! that differ in capitals only are one word. Knows nothing of names.

use super::clues::{Clues, Style};
use super::shapes::{self, LONGEST_WORD, Shape};
use crate::document::Document;
use crate::lexicon::{Reading, folded};
use crate::text::{Span, TokenKind};
use rustc_hash::FxHashMap;

/// The number of a word.
pub type Word = u32;

/// How often a word is written how, in sentences that are not capitalised throughout.
#[derive(Debug, Clone, Copy, Default)]
pub struct Casing {
    /// Without a capital, anywhere.
    pub lower: u32,
    /// With a capital, not at the beginning of a sentence.
    pub inside: u32,
    /// With a capital at the beginning of a sentence.
    pub first: u32,
    /// With a capital, right after an article or the like.
    pub determined: u32,
}

/// The words of a document.
#[derive(Debug)]
pub struct Words<'t> {
    by_token: Vec<Word>,
    shapes: Vec<Shape>,
    casing: Vec<Casing>,
    texts: Vec<Box<str>>,
    reading: &'t Reading<'t>,
}

impl<'t> Words<'t> {
    /// Numbers all tokens of the document and counts them.
    pub fn of(document: &'t Document<'t>, clues: &[Clues], styles: &[Style]) -> Self {
        let reading = &document.reading;
        let mut by_surface: FxHashMap<&str, (Word, Shape)> = FxHashMap::default();
        let mut by_folded: FxHashMap<Box<str>, Word> = FxHashMap::default();
        let (mut by_token, mut shapes, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for index in 0..reading.tokens.len() {
            let surface = shapes::core(reading, index).of(reading.text);
            let (word, shape) = *by_surface.entry(surface).or_insert_with(|| {
                let key = if surface.len() > LONGEST_WORD { String::new() } else { folded(surface) };
                let word = *by_folded.entry(key.into_boxed_str()).or_insert_with_key(|key| {
                    texts.push(key.clone());
                    texts.len() as Word - 1
                });
                let shape = if surface.len() > LONGEST_WORD { Shape::Other } else { Shape::of(surface) };
                (word, shape)
            });
            by_token.push(word);
            shapes.push(shape);
        }
        let mut words = Words { by_token, shapes, casing: vec![Casing::default(); texts.len()], texts, reading };
        for (sentence, style) in document.sentences.iter().zip(styles) {
            if *style != Style::Ordinary {
                continue;
            }
            let mut first = true;
            for index in sentence.tokens.clone() {
                if reading.kind(index) == TokenKind::Mark {
                    first |= opens_quote(reading.word(index));
                    continue;
                }
                let casing = &mut words.casing[words.by_token[index] as usize];
                let after_determiner = index > sentence.tokens.start && clues[index - 1].has(Clues::DETERMINER);
                match words.shapes[index] {
                    Shape::Lower => casing.lower += 1,
                    shape if shape.is_capital() => {
                        *(if first { &mut casing.first } else { &mut casing.inside }) += 1;
                        casing.determined += u32::from(after_determiner);
                    }
                    _ => {}
                }
                first = false;
            }
        }
        words
    }

    /// The word of a token's core.
    pub fn word(&self, token: usize) -> Word {
        self.by_token[token]
    }

    /// The shape of a token's core.
    pub fn shape(&self, token: usize) -> Shape {
        self.shapes.get(token).copied().unwrap_or(Shape::Other)
    }

    /// How the token's word is capitalised throughout the document.
    pub fn casing(&self, token: usize) -> Casing {
        self.casing[self.by_token[token] as usize]
    }

    /// The word in lower case.
    pub fn text(&self, word: Word) -> &str {
        &self.texts[word as usize]
    }

    /// The part of a token that can be a name, without an elided article and a possessive ending.
    pub fn core(&self, token: usize) -> Span {
        shapes::core(self.reading, token)
    }

    /// The words of a run of tokens, marks left out.
    pub fn of_tokens(&self, tokens: std::ops::Range<usize>) -> impl Iterator<Item = Word> + '_ {
        tokens.filter(|i| self.reading.kind(*i) != TokenKind::Mark).map(|i| self.by_token[i])
    }
}

/// Whether what follows this mark begins with a capital whatever it is: a quotation, or what follows a colon.
pub fn opens_quote(mark: &str) -> bool {
    matches!(mark, "«" | "»" | "“" | "„" | "”" | "\"" | "‘" | "‚" | "‹" | "›" | "'" | ":")
}
