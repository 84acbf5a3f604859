//! The text with its parts: which language where, which blocks, which sentences.
//!
//! Enters: the source text and the options. Leaves: a [`Document`], the one thing all later stages read. Knows
//! nothing of entities, quotes or claims.

mod blocks;
mod ends;
mod features;
mod heads;
pub mod lines;
mod markdown;
mod pairs;
mod passages;
mod publication;
mod seams;
mod sentences;
mod stops;
mod switches;
mod weights;
mod zone;

use crate::lexicon::{Cue, Lexicon, Reading};
use crate::report::{self, BlockKind, Language, Passage};
use crate::text::{Span, tokens};
use crate::values::date::Date;
use std::ops::Range;

/// A text, read.
#[derive(Debug)]
pub struct Document<'t> {
    /// The tokens with what the lexicon of their block's language says of them.
    pub reading: Reading<'t>,
    /// The language of the whole.
    pub language: Language,
    /// Runs in another language, in order.
    pub passages: Vec<Passage>,
    /// The parts, in order.
    pub blocks: Vec<Block>,
    /// The sentences, in order; every block that is not empty has one at least.
    pub sentences: Vec<Sentence>,
    /// The date of publication, where byline, dateline or a line about it states one.
    pub published: Option<Date>,
}

/// A part of the document.
#[derive(Debug, Clone)]
pub struct Block {
    /// Where, in bytes, without the white space around it.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: BlockKind,
    /// The rule that says so.
    pub reason: String,
    /// The lexicon of its language.
    pub lexicon: &'static Lexicon,
}

/// A sentence.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Where, in bytes, without the white space around it.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The index of its block.
    pub block: usize,
}

impl<'t> Document<'t> {
    /// Reads `text`. `language` is an ISO 639-3 code (or one that leads to it) that is taken as given; without it
    /// the language is detected.
    ///
    /// 1. Tokens make lines, hard-wrapped ones joined.
    /// 2. The longer lines tell the document's language, and every line its own where it clearly has one.
    /// 3. Each line is read with the lexicon of its language.
    /// 4. Lines become blocks, by what they look like and where they stand.
    /// 5. The head of the article tells the date of publication.
    /// 6. Blocks part into sentences.
    pub fn read(text: &'t str, language: Option<&str>) -> Self {
        Document::read_page(text, language, &[])
    }

    /// The same of a page's text, of which `links` says where its links stand, in bytes and in order.
    pub fn read_page(text: &'t str, language: Option<&str>, links: &[Span]) -> Self {
        let tokens = tokens::tokenise(text);
        let lines = lines::split(text, &tokens);
        let languages = passages::find(text, &lines, language);
        let ranges: Vec<_> = lines.iter().map(|l| l.tokens.clone()).zip(languages.lexica.iter().copied()).collect();
        let reading = Reading::new(text, tokens, ranges);
        let lexicon = Lexicon::of(&languages.document.code);
        let foreign = |i: usize| !std::ptr::eq(languages.lexica[i], lexicon);
        let has_list = |i: usize| languages.lexica[i].lists(Cue::FunctionWord);
        let mut features = features::of_all(&reading, &lines, foreign, has_list);
        features::see_links(&mut features, &lines, links);
        markdown::see(text, &lines, &mut features);
        let (blocks, elsewhere) = blocks::classify(&reading, &lines, &features, &languages.lexica);
        let published = publication::date(&reading, &blocks, |i| elsewhere.contains(&i));
        let sentences = sentences::split(&reading, &blocks);
        let (language, passages) = (languages.document, languages.passages);
        Document { reading, language, passages, blocks, sentences, published }
    }

    /// The source text.
    pub fn text(&self) -> &'t str {
        self.reading.text
    }

    /// The block of a sentence.
    pub fn block_of(&self, sentence: &Sentence) -> &Block {
        &self.blocks[sentence.block]
    }

    /// The sentences of a block, as a range of indices.
    pub fn sentences_of(&self, block: usize) -> Range<usize> {
        let start = self.sentences.partition_point(|s| s.block < block);
        let end = self.sentences.partition_point(|s| s.block <= block);
        start..end
    }

    /// The index of the sentence that holds byte `at`, or of the last one before it.
    pub fn sentence_at(&self, at: usize) -> Option<usize> {
        self.sentences.partition_point(|s| s.span.start <= at).checked_sub(1)
    }

    /// The tokens of each sentence outside boilerplate, with the lexicon that holds there.
    pub fn ranges(&self) -> impl Iterator<Item = (Range<usize>, &'static Lexicon)> + '_ {
        let body = self.sentences.iter().map(|s| (s, self.block_of(s)));
        body.filter(|(_, b)| b.kind != BlockKind::Boilerplate).map(|(s, b)| (s.tokens.clone(), b.lexicon))
    }

    /// The parts that go into the report.
    pub fn into_parts(self) -> (Language, Vec<Passage>, Vec<report::Block>, Vec<report::Sentence>) {
        let block = |b: Block| report::Block { span: b.span, kind: b.kind, reason: b.reason };
        let blocks = self.blocks.into_iter().map(block).collect();
        let sentence = |s: Sentence| report::Sentence { span: s.span, block: s.block };
        (self.language, self.passages, blocks, self.sentences.into_iter().map(sentence).collect())
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
