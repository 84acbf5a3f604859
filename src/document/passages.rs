//! Which language each line is in, and the runs that differ from the document's.
//!
//! Enters: the text and its lines. Leaves: the document's language, a lexicon for each line, and the passages.
//! Knows nothing of kinds of blocks.
//!
//! A short line takes the document's language. To leave it, lines need evidence of their own: words of another
//! language's list and hardly any of the document's, or letters of another script.

use super::lines::Line;
use super::switches::{self, Streak};
use crate::language::words::{Counts, Words, split};
use crate::language::{self, Evidence, UNDETERMINED};
use crate::lexicon::Lexicon;
use crate::report::{Language, Passage};
use crate::text::{Span, order};
use std::ops::Range;

/// Lines with fewer words than this are left out when the document's language is sought, if longer ones make up
/// a fair part of it: navigation is often in another language than the article.
const PROSE_WORDS: usize = 8;
/// What the longer lines have to make up, in bytes, at least this and a fifth of the text.
const PROSE_BYTES: usize = 200;
/// A run leaves the document's language at this difference of log-likelihood (e^5 is 150 to 1).
const CLEAR: f64 = 5.0;
/// A single line that says this much against the document's language takes part in a run.
const SUSPECT: f64 = 1.2;
/// A line with this many words and none of the document's function words is looked at more closely.
const LONG_WITHOUT_WORDS: u32 = 12;
/// So many lines that say nothing may lie inside a run.
const BRIDGE: usize = 3;
/// Runs beyond this many are not looked at with trigrams, which cost as much for a line as for a page: a text
/// that changes its language more often is no article.
const CLOSE_LOOKS: usize = 300;
/// How sure the closer look has to be where the letters are another script's.
const SURE: f64 = 0.7;

/// The languages of a document.
#[derive(Debug)]
pub struct Languages {
    /// The language of the whole.
    pub document: Language,
    /// The lexicon that holds for each line.
    pub lexica: Vec<&'static Lexicon>,
    /// The runs in another language.
    pub passages: Vec<Passage>,
}

/// The languages of `text` with these lines; `given` is the document's where the reader says so.
pub fn find(text: &str, lines: &[Line], given: Option<&str>) -> Languages {
    let document = match given {
        Some(code) => language::given_for(code, text),
        None => language::decide(&prose_evidence(text, lines)),
    };
    let lexicon = Lexicon::of(&document.code);
    let words = Words::load();
    let own = words.codes().iter().position(|c| *c == document.code);
    let (runs, mixed) = suspects(text, lines, words, own, &document);
    let mut lexica = vec![lexicon; lines.len()];
    let mut passages: Vec<Passage> = Vec::new();
    for run in runs.into_iter().take(CLOSE_LOOKS) {
        let span = Span::new(lines[run.start].span.start, lines[run.end - 1].span.end);
        let mut found = language::detect_piece(span.of(text));
        // Lines of dates and menus are like one language as much as like another; letters are not.
        let told = found.reliable || found.script != document.script && found.confidence >= SURE;
        let sure = found.code != UNDETERMINED && found.code != document.code && told;
        if !sure || close_kin(&found.code, &document.code) {
            continue;
        }
        found.alternatives.truncate(2);
        lexica[run].fill(Lexicon::of(&found.code));
        passages.push(Passage { span, language: found });
    }
    if let Some(own) = own {
        let outside = mixed.into_iter().filter(|i| std::ptr::eq(lexica[*i], lexicon)).take(CLOSE_LOOKS);
        let inside = outside.flat_map(|i| switches::inside(text, lines[i].span, &document, own, close_kin));
        passages.extend(inside.map(|(span, language)| Passage { span, language }));
        order::by_key(&mut passages, |p| p.span.start as u64);
    }
    Languages { document, lexica, passages }
}

/// The evidence of the longer lines, or of all where there are few of them.
fn prose_evidence(text: &str, lines: &[Line]) -> Evidence {
    let long = |l: &&Line| l.tokens.len() > PROSE_WORDS || l.span.len() > 16 * PROSE_WORDS;
    let bytes: usize = lines.iter().filter(long).map(|l| l.span.len()).sum();
    if bytes < PROSE_BYTES || 5 * bytes < text.len() {
        return Evidence::of(text);
    }
    let mut prose = String::with_capacity(bytes + lines.len());
    for line in lines.iter().filter(long) {
        prose.push_str(line.span.of(text));
        prose.push('\n');
    }
    Evidence::of(&prose)
}

/// Whether two languages are so near that a passage in one within the other is more likely a mistake.
fn close_kin(a: &str, b: &str) -> bool {
    const KIN: [&[&str]; 8] = [
        &["hrv", "srp", "bos", "slv"],
        &["ind", "msa", "jav"],
        &["nob", "nno", "dan", "swe"],
        &["por", "glg", "spa", "cat"],
        &["ces", "slk"],
        &["nld", "afr"],
        &["rus", "ukr", "bel", "bul", "mkd"],
        &["tur", "aze", "tuk"],
    ];
    KIN.iter().any(|kin| kin.contains(&a) && kin.contains(&b))
}

/// What a line says for or against the document's language.
#[derive(Debug, Clone, Copy)]
enum Leaning {
    Nothing,
    Here,
    /// Words of these languages (one bit each), none of the document's.
    Hint(u128),
    /// Clearly for this language (none for another script) by so much.
    Away(f64, Option<usize>),
}

/// Runs of lines that lean away from the document's language, and the lines that may have another one inside.
fn suspects(
    text: &str,
    lines: &[Line],
    words: &Words,
    own: Option<usize>,
    document: &Language,
) -> (Vec<Range<usize>>, Vec<usize>) {
    let mut counts = words.counts();
    let mut mixed = Vec::new();
    let mut lean = |(i, line): (usize, &Line)| {
        let mut streak = Streak::default();
        let leaning = leaning(line.span.of(text), words, own, &document.script, &mut counts, &mut streak);
        if streak.is_suspect() {
            mixed.push(i);
        }
        leaning
    };
    let leanings: Vec<Leaning> = lines.iter().enumerate().map(&mut lean).collect();
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut index = 0;
    while index < leanings.len() {
        let Leaning::Away(mut sum, language) = leanings[index] else {
            index += 1;
            continue;
        };
        let hints = |i: usize| matches!((&leanings[i], language), (Leaning::Hint(set), Some(l)) if set >> l & 1 == 1);
        let earliest = runs.last().map_or(0, |run| run.end).max(index.saturating_sub(BRIDGE));
        let start = (earliest..index).rev().take_while(|i| hints(*i)).last().unwrap_or(index);
        let (mut end, mut at) = (index + 1, index + 1);
        while at < leanings.len() && at - end <= BRIDGE {
            match leanings[at] {
                Leaning::Here => break,
                Leaning::Nothing => {}
                Leaning::Hint(_) if hints(at) => end = at + 1,
                Leaning::Hint(_) => {}
                Leaning::Away(by, _) => {
                    end = at + 1;
                    sum += by;
                }
            }
            at += 1;
        }
        if sum >= CLEAR {
            runs.push(start..end);
        }
        index = end;
    }
    (runs, mixed)
}

fn leaning(
    line: &str,
    words: &Words,
    own: Option<usize>,
    script: &str,
    counts: &mut Counts,
    streak: &mut Streak,
) -> Leaning {
    let letters = language::script::Letters::count(line);
    let main = letters.main();
    if main != language::script::NONE && main != script && letters.total() >= 8 {
        // Japanese lines without kana and Korean ones with old signs are no Chinese.
        let signs = |s: &str| matches!(s, "Hani" | "Jpan" | "Kore");
        return if signs(main) && signs(script) && letters.total() < 40 {
            Leaning::Nothing
        } else {
            Leaning::Away(CLEAR, None)
        };
    }
    counts.clear(words);
    let lower = line.to_lowercase();
    split(&lower).for_each(|word| {
        let languages = words.count(word, counts);
        if let Some(own) = own {
            streak.see(languages, own);
        }
    });
    let here = own.map_or(0.0, |i| counts.log_likelihood(i));
    let best = (0..words.codes().len()).filter(|i| Some(*i) != own).map(|i| (counts.log_likelihood(i), i));
    let Some((there, index)) = best.max_by(|a, b| a.0.total_cmp(&b.0)) else { return Leaning::Nothing };
    let own_hits = own.map_or(0, |i| counts.hits[i]);
    if own.is_some() && there - here >= SUSPECT && counts.hits[index] > own_hits {
        Leaning::Away(there - here, Some(index))
    } else if counts.words >= LONG_WITHOUT_WORDS && own.is_some() && 16 * own_hits < counts.words {
        Leaning::Away(CLEAR, None)
    } else if own_hits > 0 {
        Leaning::Here
    } else if own.is_some() && counts.languages() != 0 {
        Leaning::Hint(counts.languages())
    } else {
        Leaning::Nothing
    }
}

#[cfg(test)]
mod tests {
    use crate::Options;

    fn check(text: &str, language: &str, expected: &[(&str, &str)]) {
        let report = crate::analyse(text, &Options::default());
        let found: Vec<_> = report.passages.iter().map(|p| (p.language.code.as_str(), p.span.of(text))).collect();
        assert_eq!(report.language.code, language, "{text}");
        assert_eq!(found, expected, "{text}");
    }

    const INDONESIAN: &str = "Perusahaan itu mengatakan bahwa data pelanggan telah dijual oleh seorang karyawan.\n\
        Polisi sedang menyelidiki kasus tersebut dan belum memberikan keterangan lebih lanjut.\n";

    #[test]
    fn a_comment_form_in_english_is_a_passage() {
        let form = "Leave a Reply\nYour email address will not be published. Required fields are marked *";
        let text = format!("{INDONESIAN}\n{form}");
        check(&text, "ind", &[("eng", form)]);
    }

    #[test]
    fn another_script_is_a_passage() {
        let line = "Правительство сообщило, что новые правила вступят в силу на следующей неделе.";
        check(&format!("{INDONESIAN}{line}\n{INDONESIAN}"), "ind", &[("rus", line)]);
    }

    #[test]
    fn names_and_short_lines_stay_in_the_documents_language() {
        let report = "The council said on Monday that the bridge would stay closed until the end of the year.\n";
        check(&format!("{report}Updated: 18 Nov 2019 9:38 pm\nPosted: 18 Nov 2019 8:11 pm\n{report}"), "eng", &[]);
        check(&format!("Graham Cluley\nTrend Micro\nBBC News\n{INDONESIAN}Share\nThe Guardian"), "ind", &[]);
        check("Das Haus steht seit 1900 am Markt.\nThe Voice of Germany\nEs wird nun verkauft.", "deu", &[]);
    }
}
