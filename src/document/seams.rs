//! Where a sentence ends without a stop: at a line break that was lost, between a heading and the text below it.
//!
//! Enters: a token inside a line and where its sentence began. Leaves: whether another sentence begins with it. Knows
//! nothing of stops.
//!
//! A word such as `The`, `In` or `However` that has a capital inside a sentence is part of a name, or it begins a
//! sentence. It begins one where the word after it has no capital, since the words of names have one each; or where the
//! word after it came before, as the names of a heading come again in the first sentence of the text.

use super::stops::{Follows, Stops, is_elided};
use crate::lexicon::{Cue, CueSet, Lexicon};
use crate::text::TokenKind;
use std::ops::Range;

/// No heading is longer than this, in tokens; a longer sentence without a stop is left whole.
const LONGEST_HEADING: usize = 40;
/// A heading at the beginning of a block has so many words at least and at most, where nothing else shows that it ends.
const HEADING_WORDS: std::ops::RangeInclusive<usize> = 3..=14;
/// Words shorter than this come again by chance; acronyms have no such limit.
const TELLING: usize = 4;
/// Where a language's file does not list the words that begin sentences, its function words up to this length do:
/// longer ones may be adjectives that begin names (`Europska`).
const SHORT: usize = 5;
/// So many letters of a word are compared: endings differ.
const STEM: usize = 6;
/// The credit of a picture has so many tokens at most, and the text below it so many at least.
const LONGEST_CREDIT: usize = 8;
const SENTENCE: usize = 5;
/// The label of a field has so many words at most.
const LONGEST_LABEL: usize = 3;
/// Words that have a capital for another reason.
const OTHERWISE: CueSet = CueSet::EMPTY.with(Cue::Month).with(Cue::MonthWeak).with(Cue::Weekday).with(Cue::Honorific);
/// Words that begin a sentence behind a word with a capital, too.
const OPENING: CueSet = CueSet::EMPTY
    .with(Cue::Determiner)
    .with(Cue::DefiniteArticle)
    .with(Cue::AccordingTo)
    .with(Cue::Anaphor)
    .with(Cue::SpeakerPronoun)
    .with(Cue::FirstPerson);

/// What stands in a sentence before the token that is asked about.
struct Heading<'t> {
    words: Vec<&'t str>,
    /// How many of them are function words without a capital.
    small: usize,
    /// Whether no quotation and no bracket is open at its end.
    closed: bool,
}

/// Whether a sentence begins at token `i`, though no stop stands before it; the one that is being read began at
/// `from`.
pub fn is_seam(stops: &Stops, lexicon: &Lexicon, from: usize, i: usize) -> bool {
    if follows_credit(stops, from, i) {
        return true;
    }
    if !begins_sentences(stops, lexicon, i) || i - from > LONGEST_HEADING || !may_end(stops, i - 1) {
        return false;
    }
    let heading = Heading::read(stops, from, i);
    if !heading.closed || !heading.says_something(stops, from..i) {
        return false;
    }
    let letter = stops.word(i).chars().nth(1).is_none();
    let capital_before = stops.word(i - 1).starts_with(char::is_uppercase) && !stops.are(i - 1, &OTHERWISE);
    let title_case = || heading.has_title_case(lexicon);
    if stops.is(i, Cue::NumberWord) && !stops.is(i, Cue::NumberArticle) && capital_before {
        // "World War One"
        return false;
    }
    match stops.follows(i + 1) {
        // "Get Back on Track After a Binge"
        Follows::Lower if stops.is(i + 1, Cue::FunctionWord) && !has_noun_capitals(lexicon) && title_case() => false,
        // "Van der Berg" begins no sentence.
        Follows::Lower if stops.is(i + 1, Cue::NameParticle) && stops.follows(i + 2) == Follows::Capital => false,
        // "Group A is", "vitamin E is": a letter before a verb is no article.
        Follows::Lower if letter && stops.is(i + 1, Cue::FunctionWord) => false,
        Follows::Lower if stops.is(i, Cue::NameParticle) && capital_before => {
            !stops.is(i + 1, Cue::NameParticle) && !stops.is(i + 1, Cue::FunctionWord)
        }
        // "Doctor Who and", "Dancing With the Stars": names go on with such words, though hardly with an article.
        Follows::Lower if capital_before && !has_noun_capitals(lexicon) => {
            (stops.are(i, &OPENING) || is_elided(stops.word(i))) && !stops.is(i, Cue::Complementiser)
        }
        Follows::Lower => true,
        // "0% Interest Until 2021"
        Follows::Number if capital_before && !stops.is(i, Cue::FunctionWord) => false,
        // "40 Under 40": a word between a number and itself joins the two.
        Follows::Number => {
            let joins = stops.word(i - 1) == stops.word(i + 1);
            !letter && !joins && stops.word(i + 1).starts_with(|c: char| c.is_ascii_digit())
        }
        Follows::Capital if heading.words.contains(&stops.word(i)) => false,
        Follows::Capital => {
            let comes_again = is_among(stops.word(i + 1), &heading.words);
            let particle = stops.is(i, Cue::NameParticle) && !has_noun_capitals(lexicon);
            // "the newspaper The Times": a noun with its article may have a name after it.
            let alone = !capital_before && !stops.is(i.wrapping_sub(2), Cue::FunctionWord);
            let first = from == stops.range.start && HEADING_WORDS.contains(&heading.words.len());
            !particle && !title_case() && (comes_again || first && alone)
        }
        Follows::Uncased => matches!(stops.word(i + 1), "«" | "“" | "„") && !letter,
        // "However, nobody"
        Follows::Mark => {
            let comma = stops.word(i + 1) == "," && stops.follows(i + 2) == Follows::Lower;
            let long = stops.word(i).chars().nth(2).is_some();
            comma && long && !capital_before && stops.starts(i) && !title_case()
        }
    }
}

/// Where the label begins that ends with the colon at `i`, in a sentence that began at `from` with a label as well, as
/// the fields of a form do whose lines were lost: `Price: 18 euros Opening hours: daily`.
pub fn field(stops: &Stops, from: usize, i: usize) -> Option<usize> {
    let colon = |i: usize| stops.word(i) == ":" && !stops.spaced(i) && stops.spaced(i + 1);
    let first = (from + 1..from + 1 + LONGEST_LABEL).find(|j| stops.kind(*j) == TokenKind::Mark);
    let start = i - 1;
    let labelled = first.is_some_and(|first| first < start && colon(first)) && starts_label(stops, from);
    let plain = |i: usize| stops.kind(i) != TokenKind::Word || stops.word(i).starts_with(char::is_lowercase);
    let begins = starts_label(stops, start) && may_end(stops, start - 1) && plain(start - 1);
    (labelled && begins && colon(i) && !stops.reports(start - 1)).then_some(start)
}

fn starts_label(stops: &Stops, i: usize) -> bool {
    stops.kind(i) == TokenKind::Word && stops.word(i).starts_with(char::is_uppercase)
}

/// Whether token `i` is a capitalised word of the kind that begins sentences and is in no name.
fn begins_sentences(stops: &Stops, lexicon: &Lexicon, i: usize) -> bool {
    let word = stops.word(i);
    let mut letters = word.chars();
    if !letters.next().is_some_and(char::is_uppercase) || !stops.spaced(i) || stops.are(i, &OTHERWISE) {
        return false;
    }
    if !letters.all(char::is_lowercase) && !is_elided(word) {
        return false;
    }
    let short = word.chars().nth(SHORT).is_none() && !lexicon.lists(Cue::SentenceStarter);
    let number = stops.is(i, Cue::NumberWord) && stops.follows(i + 1) == Follows::Lower;
    let starts = number || stops.starts(i) || short && stops.is(i, Cue::FunctionWord);
    starts && !lexicon.setting("sentences.capitalised").split(' ').any(|w| w == word)
}

/// Whether the credit of a picture ends before token `i`, which begins the text below it: `Photo: AFP Police …`.
fn follows_credit(stops: &Stops, from: usize, i: usize) -> bool {
    let first = i.saturating_sub(LONGEST_CREDIT).max(from);
    let bracketed = stops.word(i - 1) == ")";
    let begins = || {
        let capital = stops.kind(i) == TokenKind::Word && stops.word(i).starts_with(char::is_uppercase);
        capital && stops.spaced(i) && !stops.is(i, Cue::Caption) && i + SENTENCE <= stops.range.end
    };
    if bracketed {
        let open = (first..i).rfind(|j| stops.word(*j) == "(");
        open.is_some_and(|open| stops.is(open + 1, Cue::Caption)) && begins()
    } else {
        first == from && stops.is(from, Cue::Caption) && stops.ends(i, Cue::Agency) && begins()
    }
}

/// Whether a sentence may end with token `i`: a word that goes with no next one, a number, or a mark that closes.
fn may_end(stops: &Stops, i: usize) -> bool {
    match stops.kind(i) {
        TokenKind::Word => {
            let word = stops.word(i);
            let acronym = word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase);
            acronym || !stops.is(i, Cue::FunctionWord) || stops.is(i, Cue::RelativeDay)
        }
        TokenKind::Number => true,
        TokenKind::Mark => matches!(stops.word(i), "»" | "”" | "“" | "\"" | ")" | "%" | ";"),
    }
}

/// Whether a word is among `words`, endings aside.
fn is_among(word: &str, words: &[&str]) -> bool {
    let telling = word.chars().nth(TELLING - 1).is_some() || !word.chars().any(char::is_lowercase);
    let stem = |word: &str| word.chars().take(STEM).flat_map(char::to_lowercase).collect::<String>();
    let sought = stem(word);
    telling && words.iter().any(|w| stem(w) == sought)
}

fn has_noun_capitals(lexicon: &Lexicon) -> bool {
    lexicon.setting("names.noun_capitals") == "yes"
}

impl<'t> Heading<'t> {
    fn read(stops: &Stops<'_, 't>, from: usize, to: usize) -> Self {
        let (mut words, mut small, mut open, mut straight) = (Vec::new(), 0, 0i32, false);
        for i in from..to {
            match (stops.kind(i), stops.word(i)) {
                (TokenKind::Word, word) => {
                    small += usize::from(word.starts_with(char::is_lowercase) && stops.is(i, Cue::FunctionWord));
                    words.push(word);
                }
                (_, "«" | "„" | "(" | "[") => open += 1,
                (_, "“" | "‘") if stops.spaced(i) => open += 1,
                (_, "»" | "”" | "“" | ")" | "]") => open -= 1,
                (_, "\"") => straight = !straight,
                _ => {}
            }
        }
        Heading { words, small, closed: open <= 0 && !straight }
    }

    /// Whether there is a word in it, and more than the label of an item or one that says nothing alone.
    fn says_something(&self, stops: &Stops, mut tokens: Range<usize>) -> bool {
        let known = |i| stops.is(i, Cue::FunctionWord) || stops.is(i, Cue::SentenceStarter);
        let long = |word: &&str| word.chars().nth(1).is_some();
        self.words.iter().any(long)
            && (self.words.len() > 1 || !tokens.any(|i| stops.kind(i) == TokenKind::Word && known(i)))
    }

    /// Whether its words have a capital each, so that a capital in it says nothing. Small words may have none, but
    /// where nouns have one anyway.
    fn has_title_case(&self, lexicon: &Lexicon) -> bool {
        let small = if has_noun_capitals(lexicon) { 0 } else { self.small };
        let capitals = self.words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
        let shouts = self.words.iter().all(|word| !word.chars().any(char::is_lowercase));
        capitals > 2 && capitals + small >= self.words.len() && !shouts
    }
}

#[cfg(test)]
mod tests {
    use crate::document::ends::tests::check;

    #[test]
    fn a_heading_ends_before_a_word_that_is_in_no_name() {
        check("por", &["Chuva fecha escolas no Recife", "As aulas voltam na segunda.", "Ninguém ficou ferido."]);
        check("eng", &["Ferry runs aground in fog", "The passengers were taken ashore by noon."]);
        check("deu", &["Geschichte", "Um 1840 wurde hier eine Mühle gebaut.", "Sie brannte ab."]);
        check("eng", &["Fire on the pier", "Two boats were lost."]);
        check("por", &["Cinema em Évora", "Em «Terra Fria», ninguém fala."]);
        check("fra", &["Nouvelle école à Brest", "Selon la mairie, elle ouvrira en mai."]);
        check("deu", &["1) Bericht", "Die letzten drei Jahre waren gut.", "2) Ausblick", "Das nächste wird besser."]);
        check("swe", &["Ny bro över ån", "Den nya bron öppnar i maj."]);
    }

    #[test]
    fn a_heading_ends_before_adverbs_and_elided_articles() {
        check("eng", &["Bridge closed until spring", "However, buses will run."]);
        check("deu", &["Brücke bis Frühjahr gesperrt", "Trotzdem fahren die Busse."]);
        check("fra", &["Le pont fermé jusqu'en mai", "L'arrêté a été pris lundi."]);
        check("ita", &["Ponte chiuso fino a maggio", "Tuttavia, gli autobus passano."]);
        check("nld", &["Brug dicht tot mei", "Ondanks de drukte rijden de bussen."]);
        check("por", &["Festival começa hoje", "Mais de vinte filmes estão em concurso."]);
        check("por", &["Buscas na Arrábida esta noite", "Oito detidos pela polícia."]);
        check("ind", &["Jembatan ditutup sampai Mei", "Sementara itu, bus lewat."]);
        check("fra", &["Le conseil a fermé le pont ;", "Les bus circuleront."]);
    }

    #[test]
    fn a_credit_ends_before_the_text() {
        check("ind", &["Foto: AFP", "Polisi menangkap tiga orang di Bandung."]);
        check("ind", &["Ilustrasi (Foto: Istimewa)", "Pemerintah akan menaikkan harga."]);
        check("deu", &["Foto: dpa", "Kanzlerin Muster nahm an der Sitzung teil."]);
        check("eng", &["Photo: AFP Photo / Jane Roe at the bridge"]);
    }

    #[test]
    fn a_word_between_a_number_and_itself_joins_them() {
        check("eng", &["She was named a 40 Under 40 winner by the journal."]);
        check("eng", &["Ferry sank in 1920", "In 1930 the wreck was raised by divers."]);
    }

    #[test]
    fn a_heading_ends_before_what_it_named() {
        check("por", &["Falta de água preocupa Olinda", "A Olinda chegaram ontem dez caminhões."]);
        check("eng", &["Workers at Kestrel strike", "The Kestrel plant stood still on Monday."]);
    }

    #[test]
    fn fields_end_before_the_next_label() {
        check("por", &["Entrada: 12 euros (por pessoa)", "Horário: das 9 às 18", "Estacionamento: grátis."]);
        check("deu", &["Sagte er das?", "Müller: Das stimmt so nicht, sagte dazu Meier: Nein."]);
        check("eng", &["Note: the minister told Roe: that was all."]);
    }

    #[test]
    fn names_with_such_words_stay_whole() {
        check("eng", &["He wrote for the newspaper The Times in London."]);
        check("eng", &["It was his last work for both Doctor Who and the radio."]);
        check("eng", &["She came third in Dancing With the Stars last year."]);
        check("eng", &["Then I left, and now I live in The Hague with Mr. Roe."]);
        check("eng", &["The winner of Group A is here, and vitamin A is rare."]);
        check("por", &["A agência ouviu São Paulo e o jornal O Globo em maio."]);
        check("deu", &["Wenn Sie das lesen, haben Sie gewonnen."]);
        check("spa", &["Lo dijo Ana De la Torre en Las Palmas de madrugada."]);
        check("nld", &["Dat zei Van der Berg tegen de Tweede Kamer."]);
        check("eng", &["Ninety years after World War One nobody knew him."]);
        check("eng", &["a) The first item", "b) The second item"]);
        check("ind", &["Jika Anda ingin tahu, tanya anggota Polisi yang bertugas."]);
        check("fra", &["Il a visité L'Aquila et le musée L'Orangerie lundi."]);
        check("eng", &["He wrote of Trump's plan; the film Now, Voyager was older."]);
        check("eng", &["Ten Ways to Get Back on Track After a Binge"]);
        check("eng", &["Thanks For The Great Job And The Great Price"]);
        check("deu", &["Da solltest Du wissen, dass das fachliche Können fehlt."]);
        check("eng", &["She sang \"Songs of The sea\" and (as The crow flies) left."]);
    }
}
