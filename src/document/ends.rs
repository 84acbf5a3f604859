//! Where sentences end.
//!
//! Enters: a reading and the tokens of a block. Leaves: the ends of its sentences, as positions between tokens.
//! Knows nothing of blocks.
//!
//! After UAX #29: a candidate is a run of terminators with the closing marks after it. What stands before and
//! after the run decides (`stops`); UAX #29 alone ends a sentence after "Dr." and never before a lower-case
//! letter. Items of a list inside a line, rows of marks and emoticons part sentences too.

use super::pairs::Pairs;
use super::seams::{field, is_seam};
use super::stops::{Follows, Stops};
use crate::lexicon::{Lexicon, Reading};
use crate::text::TokenKind;
use std::ops::Range;

/// So many tokens a run of terminators and closing marks may have; a longer one ends here and another begins.
const LONGEST_RUN: usize = 12;
/// So many opening marks may stand before the first word of a sentence.
const OPENERS: usize = 4;
/// A reference in brackets has so many tokens at most.
const LONGEST_REFERENCE: usize = 10;
/// So many equal marks in a row part the text like a rule; hyphens need one more, three of them are a dash.
const RULE: usize = 3;

/// The ends of the sentences in a range of tokens, in order; the end of the range itself is not among them.
pub struct Ends<'r, 't> {
    stops: Stops<'r, 't>,
    lexicon: &'r Lexicon,
    pairs: Pairs,
    at: usize,
    /// Where the sentence that is being read begins.
    from: usize,
    /// The label that the next item of a list inside the text would have.
    next_item: Option<(Label, u32)>,
}

/// What a terminator is, by how sure an end it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stop {
    /// `.`
    Full,
    /// `…`, `...`
    Ellipsis,
    /// `. . .`; a fourth makes an end of it
    Pause,
    /// `!`, `?`
    Strong,
    /// `。` and other marks that serve for nothing else.
    Only,
}

/// The form of an item's label.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Label {
    letter: bool,
    stop: bool,
    bracket: bool,
}

/// A run of terminators and closing marks.
struct Run {
    end: usize,
    /// The last terminator in it.
    last: usize,
    stop: Stop,
    closed: bool,
}

impl<'r, 't> Ends<'r, 't> {
    /// The ends in `range`, judged with the words of `lexicon`.
    pub fn new(reading: &'r Reading<'t>, range: Range<usize>, lexicon: &'r Lexicon) -> Self {
        let (at, from) = (range.start, range.start);
        let stops = Stops::new(reading, range, lexicon);
        Ends { stops, lexicon, pairs: Pairs::default(), at, from, next_item: None }
    }

    fn word(&self, i: usize) -> &'t str {
        self.stops.word(i)
    }

    fn spaced(&self, i: usize) -> bool {
        self.stops.spaced(i)
    }

    fn end(&self) -> usize {
        self.stops.range.end
    }

    fn stop(&self, i: usize) -> Option<Stop> {
        let word = self.word(i);
        let before = || self.word(i.wrapping_sub(1)).chars().next_back();
        match word.chars().next()? {
            '.' if word.len() > 1 => Some(Stop::Ellipsis),
            '.' => Some(Stop::Full),
            '…' => Some(Stop::Ellipsis),
            '!' | '?' | '‼' | '⁇' | '⁈' | '⁉' | '؟' => Some(Stop::Strong),
            '。' | '｡' | '．' | '！' | '？' | '।' | '॥' | '۔' | '։' | '።' | '፧' | '፨' | '၊' | '။' | '។' | '᙮' => {
                Some(Stop::Only)
            }
            // Greek asks with a semicolon; Armenian is often typed with a colon for its stop.
            ';' | '\u{37E}'
                if before().is_some_and(|c| matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}')) =>
            {
                Some(Stop::Strong)
            }
            ':' if before().is_some_and(is_armenian) => Some(Stop::Only),
            _ => None,
        }
    }

    /// The run of terminators and closing marks that begins at `i`.
    fn run(&mut self, i: usize) -> Run {
        let mut run = Run { end: i, last: i, stop: Stop::Full, closed: false };
        let (mut glued, mut apart) = (0, 0);
        while run.end < self.end() && run.end - i < LONGEST_RUN {
            let at = run.end;
            if let Some(stop) = self.stop(at) {
                // ". ." is one end with a stray stop; " ...und" opens the next sentence.
                let opens = at + 1 < self.end() && !self.spaced(at + 1) && self.stops.kind(at + 1) != TokenKind::Mark;
                // "so. . . . The": a stop, then a pause of three.
                let pause = at == i + 1
                    && !self.spaced(i)
                    && (at..at + 3).all(|j| self.spaced(j) && self.word(j) == ".")
                    && self.stops.kind(at + 3) == TokenKind::Word;
                if at > i && (self.spaced(at) && opens || pause) {
                    break;
                }
                glued += usize::from(stop == Stop::Full && !self.spaced(at));
                apart += usize::from(stop == Stop::Full && self.spaced(at));
                run.stop = run.stop.max(stop);
                run.last = at;
                run.end += 1;
            } else if at > i {
                let closing = self.pairs.closing(&self.stops, at);
                if closing == 0 {
                    break;
                }
                (at..at + closing).for_each(|j| self.pairs.see(&self.stops, j));
                run.closed = true;
                run.end += closing;
            } else {
                break;
            }
        }
        if run.stop == Stop::Full && apart >= 2 {
            run.stop = if apart == 4 { Stop::Ellipsis } else { Stop::Pause };
        } else if run.stop == Stop::Full && glued >= 2 && !run.closed {
            run.stop = Stop::Ellipsis;
        }
        run.end = run.end.min(self.end());
        run
    }

    /// The first token at or after `i` that is no opening mark, and whether there was one.
    fn opening(&self, i: usize) -> (usize, bool) {
        const MARKS: &[&str] = &[
            "\"", "'", "`", ",", "“", "„", "”", "«", "»", "‘", "‚", "(", "[", "{", "¿", "¡", "「", "『", "-", "–", "—",
            "*", "•",
        ];
        let opener = |j: usize| {
            // Two commas are an opening mark, one is not; a hyphen opens only before a space.
            j < self.end()
                && MARKS.contains(&self.word(j))
                && (self.word(j) != "," || self.word(j + 1) == "," || self.word(j - 1) == ",")
        };
        let to = (i..i + OPENERS).find(|j| !opener(*j)).unwrap_or(i + OPENERS);
        (to, to > i)
    }

    /// Whether a reference in brackets stands at `i` before the stop of its sentence: `… the end" (Roe 55).`
    fn is_reference(&self, i: usize) -> bool {
        let close = (i..(i + LONGEST_REFERENCE).min(self.end())).find(|j| self.word(*j) == ")");
        self.word(i) == "(" && close.is_some_and(|j| self.stop(j + 1).is_some() && !self.spaced(j + 1))
    }

    /// Whether a sentence ends with a run that began at `i`.
    fn is_end(&self, i: usize, run: &Run) -> bool {
        if run.stop == Stop::Only {
            return !(self.pairs.inside_signs(run.end) || run.closed && self.word(run.end).starts_with('と'));
        }
        let (next, opened) = self.opening(run.end);
        if next >= self.end() || run.closed && self.is_reference(run.end) {
            return false;
        }
        let follows = self.stops.follows(next);
        let glued = !self.spaced(run.end);
        match run.stop {
            Stop::Strong if glued => follows == Follows::Capital,
            Stop::Strong if follows == Follows::Lower => {
                // "Yahoo! in": a name with its mark, unless it opens the sentence as an exclamation does.
                let named = i > self.from + 1 && self.word(i - 1).starts_with(char::is_uppercase);
                let closed =
                    run.closed || i > self.from && self.stops.kind(i - 1) == TokenKind::Mark && !self.spaced(i);
                !closed && !opened && !named && !self.stops.reports(next)
            }
            Stop::Strong => follows != Follows::Mark && !(run.closed && self.stops.reports(next)),
            Stop::Pause => false,
            Stop::Ellipsis if glued => {
                // No sentence of Armenian ends with dots.
                let small = |c: char| c.is_lowercase() && !is_armenian(c);
                !self.spaced(i) && follows == Follows::Capital && self.word(i - 1).starts_with(small)
            }
            Stop::Ellipsis => matches!(follows, Follows::Capital | Follows::Uncased),
            // "R. – Yes": who speaks in an interview.
            _ if self.is_speaker(i, run) => false,
            _ => {
                let plain = run.last > i;
                self.stops.is_full_stop(i, next, follows, glued && !run.closed, run.closed, opened, plain)
            }
        }
    }

    /// Whether the stop `i` follows a capital letter that names the speaker of a sentence: `Q. What did you see?`
    fn is_speaker(&self, i: usize, run: &Run) -> bool {
        let mut letters = self.word(self.from).chars();
        let letter = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        letter && i == self.from + 1 && !self.spaced(i) && run.end == i + 1
    }

    /// Where an item's label at `i` ends, its form and its place in the order.
    fn label(&self, i: usize) -> Option<(usize, Label, u32)> {
        let word = self.word(i);
        let letter = word.len() == 1 && word.bytes().all(|b| b.is_ascii_lowercase());
        let number = (1..=2).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
        let order = match word.bytes().next()? {
            first if letter => u32::from(first - b'a') + 1,
            _ if number => word.parse().ok()?,
            _ => return None,
        };
        let stop = self.word(i + 1) == "." && !self.spaced(i + 1);
        let at = i + 1 + usize::from(stop);
        let bracket = self.word(at) == ")" && !self.spaced(at);
        let end = at + usize::from(bracket);
        let fits = (stop || bracket) && end < self.end() && self.spaced(end);
        fits.then_some((end, Label { letter, stop, bracket }, order))
    }

    /// Whether a list's item begins at `i`; if so, where its label ends.
    fn item(&mut self, i: usize) -> Option<usize> {
        let bullet = is_bullet(self.word(i)) && (i == self.from || self.spaced(i));
        let labelled = i + usize::from(bullet);
        let first = i == self.from;
        match self.label(labelled) {
            Some((end, label, order)) => {
                let expected = self.next_item == Some((label, order));
                // "die 2. Liga" in a list with stops: the item before has to be over.
                let ambiguous =
                    label.stop && !label.bracket && self.stops.ordinal_dot && i > 0 && self.stop(i - 1).is_none();
                if !(bullet || first || expected && self.spaced(i) && !ambiguous) {
                    return None;
                }
                self.next_item = Some((label, order + 1));
                Some(end)
            }
            None => bullet.then_some(i + 1),
        }
    }

    /// Where a row of equal marks or an emoticon that begins at `i` ends, if what follows begins a sentence.
    fn divider(&self, i: usize) -> Option<usize> {
        let word = self.word(i);
        let first = word.chars().next()?;
        if i == self.from || !self.spaced(i) || first.is_alphanumeric() {
            return None;
        }
        let end = if matches!(first, '*' | '_' | '=' | '~' | '#' | '-') {
            let run = (i..self.end()).take_while(|j| *j == i || !self.spaced(*j) && self.word(*j) == word).count();
            let marks = if run > 1 { run } else { word.chars().take_while(|c| *c == first).count() };
            (marks >= RULE + usize::from(first == '-')).then_some(i + run)?
        } else if matches!(word, ":" | ";") {
            let nose = i + 1 + usize::from(self.word(i + 1) == "-");
            (!self.spaced(nose) && matches!(self.word(nose), ")" | "D" | "P" | "(")).then_some(nose + 1)?
        } else if is_emoji(first) {
            let emoji = |j: &usize| self.word(*j).starts_with(is_emoji);
            (i..self.end().min(i + LONGEST_RUN)).take_while(emoji).last()? + 1
        } else {
            return None;
        };
        let (next, _) = self.opening(end);
        let begins = next < self.end() && matches!(self.stops.follows(next), Follows::Capital);
        (begins && self.spaced(end)).then_some(end)
    }
}

fn is_armenian(c: char) -> bool {
    matches!(c, '\u{531}'..='\u{588}')
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}')
}

fn is_bullet(word: &str) -> bool {
    matches!(word, "•" | "▪" | "●" | "‣" | "⁃" | "◦" | "■" | "►")
}

impl Iterator for Ends<'_, '_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.at < self.end() {
            let i = self.at;
            if let Some(end) = self.item(i) {
                let begun = i > self.from;
                (self.at, self.from) = (end, i);
                if begun {
                    return Some(i);
                }
            } else if self.stop(i).is_some() {
                let run = self.run(i);
                self.at = run.end;
                if run.end < self.end() && self.is_end(i, &run) {
                    self.from = run.end;
                    return Some(run.end);
                }
            } else if let Some(end) = self.divider(i) {
                (self.at, self.from) = (end, end);
                return Some(end);
            } else {
                self.pairs.see(&self.stops, i);
                self.at += 1;
                if self.word(i) == ":" && i > self.from + 1 {
                    if let Some(start) = field(&self.stops, self.from, i) {
                        self.from = start;
                        return Some(start);
                    }
                } else if i > self.from && is_seam(&self.stops, self.lexicon, self.from, i) {
                    self.from = i;
                    return Some(i);
                }
            }
        }
        None
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::text::tokens::tokenise;

    /// Checks that a line of these sentences, a space between each two, parts into them.
    pub fn check(language: &str, expected: &[&str]) {
        check_glued(language, &expected.join(" "), expected);
    }

    /// Checks that a line parts into these sentences.
    pub fn check_glued(language: &str, text: &str, expected: &[&str]) {
        let lexicon = Lexicon::of(language);
        let tokens = tokenise(text);
        let all = 0..tokens.len();
        let reading = Reading::new(text, tokens, [(all.clone(), lexicon)]);
        let mut found = Vec::new();
        let mut from = 0;
        for end in Ends::new(&reading, all.clone(), lexicon).chain([all.end]) {
            found.push(reading.span(from..end).of(text));
            from = end;
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn abbreviations_initials_and_dotted_words_go_on() {
        check("eng", &["Dr. Jane E. Roe of Acme Inc. spoke at 5 p.m. on Monday.", "She left early."]);
        check("eng", &["The U.S. Army and the U.K. agreed.", "It was late."]);
        check("deu", &["Das gilt z. B. für Dr. Weber, d. h. für alle.", "Sie kamen usw.", "Der Rest blieb."]);
        check("ind", &["Menurut Prof. Dr. H. Budi Santoso, S.H., harga naik.", "Warga mengeluh."]);
    }

    #[test]
    fn ordinals_go_on_where_the_language_has_them() {
        check("deu", &["Am 5. November begann das 19. Jahrhundert nicht.", "Er kam als 3. ins Ziel."]);
        check("eng", &["It happened in 2019.", "The rest is known."]);
    }

    #[test]
    fn closing_marks_stay_with_their_sentence() {
        check("deu", &["„Ich gehe.“", "„Und ich bleibe“, sagte sie.", "Dann ging er."]);
        check("eng", &["\"We saw it.\"", "\"All of it,\" she said.", "(Nobody else did.)", "That was all."]);
        check("fra", &["Il a dit : « Je pars. »", "Elle est restée."]);
        check("nld", &[",,Het is klaar. ''", "Daarna ging hij weg."]);
    }

    #[test]
    fn stray_and_missing_spaces() {
        check("ind", &["\"Itu tidak benar,\" katanya. .", "Polisi menyelidiki kasus itu."]);
        check_glued("ind", "Begitu katanya.Dia lalu pergi.", &["Begitu katanya.", "Dia lalu pergi."]);
        check_glued("por", "Ninguém saiu.A porta estava fechada.", &["Ninguém saiu.", "A porta estava fechada."]);
    }

    #[test]
    fn a_space_is_missing_behind_figures_and_before_quotations() {
        for (language, sentences) in [
            ("eng", ["Sales rose again in 2019.", "Profits fell."]),
            ("ind", ["Harga beras naik 5%.", "Pedagang mengeluh."]),
            ("ita", ["Il ponte è crollato nel 2019.", "Nessuno è ferito."]),
            ("deu", ["Das Spiel endete 2:1.", "Danach gab es Jubel."]),
            ("eng", ["He resigned on Monday.", "“I am tired,” he said."]),
            ("eng", ["He left.", "\"We will miss him,\" she said."]),
            ("deu", ["Er fragte: „Wer war das?“", "Niemand sprach."]),
            ("fra", ["« Nous avons fini. »", "« Es-tu sûr ? » demanda-t-elle."]),
            ("eng", ["He waited...", "Then he came."]),
            ("ind", ["Saya tidak tahu...", "Mungkin besok."]),
            ("fra", ["Il est parti .", "Elle est restée ."]),
            ("ind", ["mengirim perahu .", "\"Kami membuka dapur,\" ujarnya."]),
        ] {
            check_glued(language, &sentences.concat(), &sentences);
        }
        check("deu", &["Der FC stieg in die 3.Liga ab und am 5.November wieder auf."]);
        check("eng", &["They wrote it in Node.js and ASP.NET, and the U.S.-China talks failed."]);
        check("deu", &["Er sagte, er wolle ...nun ja, gehen."]);
    }

    #[test]
    fn initials_in_quotations_degrees_and_measures() {
        check("eng", &["\"J. K. Roe wrote it,\" he said.", "She smiled."]);
        check("spa", &["El motor alcanzó los 120 °C.", "Después se apagó."]);
        check("nld", &["Hij stelde een commissie in.", "Plots was het stil.", "De ploeg geeft niet op.", "Ajax won."]);
        check("nld", &["De buis is 5 in. Breed is hij niet."]);
        check("eng", &["She played Roe's op. 27 and left."]);
    }

    #[test]
    fn elided_articles_begin_sentences() {
        check("fra", &["Du lait, du pain, etc.", "L'épicerie ouvre à neuf heures."]);
        check("fra", &["Il a visité L'Aquila, Rome, etc. en mai."]);
        check("fra", &["Le pain, le lait, etc. l'épicerie les vend."]);
    }

    #[test]
    fn letters_for_the_speakers_of_an_interview() {
        check("por", &["R. -- A ideia agrada-me.", "Já fiz isso."]);
        check("eng", &["Q. What did you see?", "A. The car, and nothing else."]);
        check("eng", &["That was plan B.", "The next one failed."]);
    }

    #[test]
    fn emoji_end_what_they_follow() {
        check("eng", &["lol that was fun 😂😂", "See you tomorrow"]);
        check("eng", &["We 😂😂 loved it."]);
    }

    #[test]
    fn ellipses_pauses_and_exclamations() {
        check("eng", &["I never said that ... well, not quite.", "He waited...", "Nothing came."]);
        check("eng", &["The thing is . . . I forgot.", "She works at Yahoo! in sales.", "Really?", "Yes!"]);
    }

    #[test]
    fn items_inside_a_line() {
        check("eng", &["1.) One thing", "2.) Another thing", "3.) The last"]);
        check("eng", &["• 9. One thing", "• 10. Another thing"]);
        check("deu", &["Das Spiel der 2. Liga gewann der 1. FC aus dem Norden."]);
    }

    #[test]
    fn other_scripts() {
        check("zho", &["政府宣布新规定。"]);
        check_glued("zho", "政府宣布。明天生效！好吗？", &["政府宣布。", "明天生效！", "好吗？"]);
        check("hin", &["सरकार ने कहा।", "वह चला गया।"]);
    }

    #[test]
    fn hasty_writing() {
        check("eng", &["i hated the food.", "the staff was rude.", "we left"]);
    }
}
