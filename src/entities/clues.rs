//! What the lexicon says of each token, as far as names go, and how each sentence is capitalised.
//!
//! Enters: a document. Leaves: one set of [`Clues`] a token and one [`Style`] a sentence. Knows nothing of
//! candidates or kinds.

use super::Found;
use super::shapes;
use crate::document::{Document, Sentence};
use crate::lexicon::{Cue, Lexicon, Mark, Reading};
use crate::text::{Span, TokenKind, tokens};
use std::ops::Range;

/// A set of uses; a token has those of every phrase that covers it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Clues(u32);

macro_rules! clues {
    ($($bit:literal $name:ident = $($cue:ident)|+,)*) => {
        impl Clues {
            $(#[allow(missing_docs, reason = "the name is the use")] pub const $name: Clues = Clues(1 << $bit);)*

            /// The clue that phrases of this use give.
            fn of(cue: Cue) -> Clues {
                match cue { $($(Cue::$cue)|+ => Clues::$name,)* _ => Clues(0) }
            }
        }
    };
}

clues! {
    0 GIVEN_NAME = GivenName,
    1 SURNAME = Surname,
    2 PARTICLE = NameParticle,
    3 NOT_NAME = NotName | SentenceStarter,
    4 ROLE = Role,
    5 HONORIFIC = Honorific,
    6 ORG_SUFFIX = OrgSuffix,
    7 ORG_PREFIX = OrgPrefix,
    8 ORG_WORD = OrgWord,
    9 ORG_NOUN = OrgNoun,
    10 ORG_CONTEXT = OrgContext,
    11 PLACE_WORD = PlaceWord,
    12 PLACE_NOUN = PlaceNoun,
    13 PLACE_PREPOSITION = PlacePreposition,
    14 DEMONYM = Demonym,
    15 DETERMINER = Determiner,
    16 REPORTING = ReportingVerb,
    17 JOINER = NameJoiner,
    18 CALENDAR = Month | Weekday | NumberWord | AccordingTo,
    21 FUNCTION = FunctionWord,
    19 PLACE = Place,
    20 ORG = Org,
}

impl Clues {
    /// Bit 31: the token lies in a contact or an identifier.
    pub const TAKEN: Clues = Clues(1 << 31);
    /// What makes a capitalised word part of an organisation's name.
    pub const ORG_PART: Clues = Clues(Self::ORG_SUFFIX.0 | Self::ORG_PREFIX.0 | Self::ORG_WORD.0);
    /// What stands beside a person's name.
    pub const BESIDE_PERSON: Clues = Clues(Self::ROLE.0 | Self::HONORIFIC.0);
    /// What a personal name can consist of.
    pub const PERSON_PART: Clues = Clues(Self::GIVEN_NAME.0 | Self::SURNAME.0);
    /// Words that are no name by themselves, however capitalised.
    pub const COMMON: Clues = Clues(
        Self::NOT_NAME.0
            | Self::CALENDAR.0
            | Self::FUNCTION.0
            | Self::DETERMINER.0
            | Self::ORG_NOUN.0
            | Self::PLACE_NOUN.0,
    );

    /// Whether the set has one of `other`.
    pub fn has(self, other: Clues) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets in one.
    pub const fn or(self, other: Clues) -> Clues {
        Clues(self.0 | other.0)
    }

    fn add(&mut self, other: Clues) {
        self.0 |= other.0;
    }
}

/// A place or an organisation the lexicon knows by name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Listed {
    /// How many tokens its name covers; 0 where none begins.
    pub len: u8,
    /// Whether a place is called so.
    pub place: bool,
    /// Whether an organisation is called so.
    pub org: bool,
}

/// What the lexicon says of the tokens of a document.
#[derive(Debug)]
pub struct Hints {
    /// By token: the uses of all phrases that cover it.
    pub clues: Vec<Clues>,
    /// By token: the longest known name that begins there.
    pub listed: Vec<Listed>,
}

impl Hints {
    /// Gathers the hints; tokens in one of the `taken` spans are marked [`Clues::TAKEN`].
    pub fn of(document: &Document, taken: &[Found]) -> Hints {
        let reading = &document.reading;
        let count = reading.tokens.len();
        let mut hints = Hints { clues: vec![Clues::default(); count], listed: vec![Listed::default(); count] };
        for sentence in &document.sentences {
            let lexicon = document.block_of(sentence).lexicon;
            for index in sentence.tokens.clone() {
                let end = sentence.tokens.end;
                reading.marks(index).iter().for_each(|mark| hints.note(index, mark, end));
                let (whole, core) = (reading.tokens[index].span(), shapes::core(reading, index));
                let word = core.of(reading.text);
                if let Some((_, noun)) = word.split_once(['\'', '’']).filter(|_| reading.marks(index).is_empty()) {
                    hints.look_up_elided(lexicon, index, noun);
                }
                if !word.chars().next().is_some_and(char::is_uppercase) {
                    continue;
                }
                if whole != core {
                    hints.look_inside(reading, lexicon, index, sentence.tokens.clone(), core);
                } else if nouns_are_capitalised(lexicon) && hints.listed[index].len == 0 {
                    hints.look_up_genitive(lexicon, index, word);
                }
            }
        }
        for found in taken {
            hints.clues[reading.tokens_in(found.span)].iter_mut().for_each(|c| c.add(Clues::TAKEN));
        }
        hints
    }

    fn note(&mut self, index: usize, mark: &Mark, end: usize) {
        let clue = Clues::of(mark.cue);
        let end = (index + mark.len).min(end);
        self.clues[index..end].iter_mut().for_each(|c| c.add(clue));
        let (place, org) = (mark.cue == Cue::Place, mark.cue == Cue::Org);
        if let (true, Ok(len)) = (place || org, u8::try_from(mark.len)) {
            let known = &mut self.listed[index];
            if len > known.len {
                *known = Listed { len, place, org };
            } else if len == known.len {
                known.place |= place;
                known.org |= org;
            }
        }
    }

    /// `l'association`: the noun behind an elided article.
    fn look_up_elided(&mut self, lexicon: &Lexicon, index: usize, noun: &str) {
        lexicon.dictionary.look_up(noun, &tokens::tokenise(noun), |mark| {
            if mark.len == 1 && !matches!(mark.cue, Cue::Place | Cue::Org) {
                self.note(index, &mark, index + 1);
            }
        });
    }

    /// `Bremens`, `Merkels`: a name with the genitive -s that is written without an apostrophe.
    fn look_up_genitive(&mut self, lexicon: &Lexicon, index: usize, word: &str) {
        let Some(stem) = word.strip_suffix('s').filter(|stem| stem.len() >= 3) else { return };
        lexicon.dictionary.look_up(stem, &tokens::tokenise(stem), |mark| {
            if matches!(mark.cue, Cue::Place | Cue::Org | Cue::GivenName | Cue::Surname) {
                self.note(index, &mark, index + 1);
            }
        });
    }

    /// Looks up the phrases that begin with or end in token `index` once its possessive ending or its elided
    /// article is off: the tokens of the text do not show them.
    fn look_inside(&mut self, reading: &Reading, lexicon: &Lexicon, index: usize, within: Range<usize>, core: Span) {
        /// The longest phrase looked for, in tokens.
        const REACH: usize = 4;
        let whole = reading.tokens[index].span();
        let possessive = core.end < whole.end;
        let first = if possessive { index.saturating_sub(REACH - 1).max(within.start) } else { index };
        let last = if possessive { index } else { (index + REACH - 1).min(within.end - 1) };
        for start in first..=index {
            let from = if start == index { core.start } else { reading.tokens[start].span().start };
            let to = if possessive { core.end } else { reading.tokens[last].span().end };
            let piece = &reading.text[from..to];
            lexicon.dictionary.look_up(piece, &tokens::tokenise(piece), |mark| {
                if !possessive || start + mark.len == index + 1 {
                    self.note(start, &mark, within.end);
                }
            });
        }
    }
}

/// How a sentence is capitalised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As running text.
    Ordinary,
    /// Every Word of Weight, as English headlines are.
    Title,
    /// THROUGHOUT.
    Capitals,
}

impl Style {
    /// The style of a sentence.
    pub fn of(reading: &Reading, sentence: &Sentence, lexicon: &Lexicon, clues: &[Clues]) -> Style {
        /// Shorter words stay in lower case in titles.
        const WEIGHTY: usize = 4;
        /// This share of the words has to be capitalised; the rest are slips and names such as `iPhone`.
        const SHARE: f64 = 0.8;
        let (mut words, mut capitals, mut weighty, mut titled, mut common) = (0, 0, 0, 0, 0);
        for index in sentence.tokens.clone().filter(|i| reading.kind(*i) == TokenKind::Word) {
            let word = reading.word(index);
            let Some(first) = word.chars().next().filter(|c| c.is_uppercase() || c.is_lowercase()) else { continue };
            let long = word.len() >= 2;
            words += usize::from(long);
            capitals += usize::from(long && !word.chars().any(char::is_lowercase));
            if word.chars().nth(WEIGHTY - 1).is_some() {
                weighty += 1;
                titled += usize::from(first.is_uppercase());
                let later = index > sentence.tokens.start;
                common += usize::from(first.is_uppercase() && later && clues[index].has(Clues::COMMON));
            }
        }
        let most = |part: usize, whole: usize| part as f64 >= SHARE * whole as f64;
        if words >= 2 && most(capitals, words) {
            Style::Capitals
        // Names in a row capitalise everything too; a title has common words among them, and no stop at its end.
        } else if reading.word(sentence.tokens.end.saturating_sub(1)) != "."
            && !nouns_are_capitalised(lexicon)
            && weighty >= 3
            && most(titled, weighty)
            && common >= 1
        {
            Style::Title
        } else {
            Style::Ordinary
        }
    }
}

/// Whether the language writes all nouns with a capital, as German does.
pub fn nouns_are_capitalised(lexicon: &Lexicon) -> bool {
    lexicon.setting("names.noun_capitals") == "yes"
}

/// The style of every sentence.
pub fn styles(document: &Document, clues: &[Clues]) -> Vec<Style> {
    let reading = &document.reading;
    document.sentences.iter().map(|s| Style::of(reading, s, document.block_of(s).lexicon, clues)).collect()
}
