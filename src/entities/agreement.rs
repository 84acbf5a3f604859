//! What mentions of one document tell each other.
//!
//! Enters: candidates with their verdicts. Leaves: the verdicts with the evidence of the other mentions added, and
//! a reason where that evidence decided. Candidates may be cut to a name that stands alone elsewhere. Every look-up
//! is by word; nothing compares all with all.

use super::candidates::{Candidate, Context};
use super::clues::Clues;
use super::spelling;
use super::verdict::Verdict;
use super::words::Word;
use crate::text::TokenKind;
use rustc_hash::FxHashMap;
use std::ops::Range;

const PER: usize = 0;
const ORG: usize = 1;

/// How much the evidence of other mentions counts, and the most it can give.
const SHARE: f64 = 0.5;
const MOST: f64 = 3.0;

/// What is known of all candidates that consist of the same words.
#[derive(Debug, Default)]
struct Form {
    evidence: [f64; 3],
    count: u32,
}

/// Lets the candidates agree; the reasons are in the candidates' order.
pub fn reach(candidates: &mut [Candidate], verdicts: &mut [Verdict], context: Context) -> Vec<Option<String>> {
    let mut reasons: Vec<Option<String>> = vec![None; candidates.len()];
    cut_to_known(candidates, verdicts, &mut reasons, context);
    let keys: Vec<Box<[Word]>> =
        candidates.iter().map(|c| context.words.of_tokens(c.tokens.clone()).collect()).collect();
    let mut forms: FxHashMap<&[Word], Form> = FxHashMap::default();
    for (key, verdict) in keys.iter().zip(verdicts.iter()) {
        let form = forms.entry(key).or_default();
        form.count += 1;
        (0..3).for_each(|k| form.evidence[k] += capped(verdict.evidence[k]));
    }
    let persons = persons(candidates, verdicts, &keys);
    let organisations = organisations(candidates, verdicts, &keys, context);
    for (index, key) in keys.iter().enumerate() {
        let (form, own) = (&forms[&key[..]], verdicts[index].best());
        let verdict = &mut verdicts[index];
        for k in 0..3 {
            let others = form.evidence[k] - capped(verdict.evidence[k]);
            verdict.evidence[k] += capped(SHARE * others);
        }
        if own != verdict.best() {
            reasons[index].get_or_insert_with(|| format!("other_mentions: {}", form.count - 1));
        }
        if let Some(longer) =
            organisations.get(&key[..]).filter(|longer| candidates[**longer].tokens != candidates[index].tokens)
        {
            /// As much as a head noun of its own would be worth.
            const LENT: f64 = 2.0;
            verdict.evidence[ORG] += LENT;
            if verdict.best() == ORG {
                let span = context.reading.span(candidates[*longer].tokens.clone());
                reasons[index] = Some(format!("short_for: {}", span.of(context.reading.text)));
            }
        }
        if let [word] = key[..]
            && let Some(person) = persons.get(&word)
        {
            verdict.evidence[PER] += person.points;
            if verdict.best() == PER {
                let span = context.reading.span(candidates[person.candidate].tokens.clone());
                reasons[index] = Some(format!("{}: {}", person.rule, span.of(context.reading.text)));
            }
        }
    }
    unify(&keys, verdicts, &mut reasons);
    reasons
}

fn capped(points: f64) -> f64 {
    points.clamp(-MOST, MOST)
}

/// A name of two words or more means one thing throughout a document: all its mentions take the kind that most of
/// the evidence is for.
fn unify(keys: &[Box<[Word]>], verdicts: &mut [Verdict], reasons: &mut [Option<String>]) {
    let mut totals: FxHashMap<&[Word], [f64; 3]> = FxHashMap::default();
    let long = |key: &[Word]| key.len() > 1;
    for (key, verdict) in keys.iter().zip(verdicts.iter()).filter(|(k, _)| long(k)) {
        let total = totals.entry(key).or_default();
        (0..3).for_each(|k| total[k] += verdict.points(k));
    }
    for (index, key) in keys.iter().enumerate().filter(|(_, k)| long(k)) {
        let total = totals[&key[..]];
        let kind = (0..3).rev().max_by(|a, b| total[*a].total_cmp(&total[*b])).unwrap_or(PER);
        let verdict = &mut verdicts[index];
        let best = verdict.best();
        if best != kind {
            verdict.evidence[kind] += verdict.points(best) - verdict.points(kind) + 0.1;
            reasons[index] = Some("other_mentions".into());
        }
    }
}

/// A person of more than one name who has the word as a part.
struct Person {
    candidate: usize,
    rule: &'static str,
    points: f64,
}

/// By the words that are left when those that only say it is an organisation are taken off, and by the first word:
/// the first organisation called so. `Corvane` for `Corvane Networks`, `Halden` for `Halden Commodities`.
fn organisations<'k>(
    candidates: &[Candidate],
    verdicts: &[Verdict],
    keys: &'k [Box<[Word]>],
    context: Context,
) -> FxHashMap<&'k [Word], usize> {
    let mut short: FxHashMap<&[Word], usize> = FxHashMap::default();
    for (index, key) in keys.iter().enumerate().filter(|(_, key)| key.len() > 1) {
        let tokens = candidates[index].tokens.clone();
        let plain = |i: &usize| context.clues(*i).has(Clues::ORG_PART.or(Clues::COMMON).or(Clues::DEMONYM));
        let listed = context.hints.listed[tokens.start].len > 0;
        if verdicts[index].best() != ORG || plain(&tokens.start) || listed {
            continue;
        }
        short.entry(&key[..1]).or_insert(index);
        let words: Vec<usize> = tokens.filter(|i| context.reading.kind(*i) != TokenKind::Mark).collect();
        let kept = words.len() - words.iter().rev().take_while(|i| plain(i)).count();
        if kept < words.len() && kept <= key.len() {
            short.entry(&key[..kept]).or_insert(index);
        }
    }
    short
}

/// By word: the first person whose last or first name it is.
fn persons(candidates: &[Candidate], verdicts: &[Verdict], keys: &[Box<[Word]>]) -> FxHashMap<Word, Person> {
    /// A run of two capitalised words alone is no person yet.
    const SURE: f64 = 2.0;
    let mut persons: FxHashMap<Word, Person> = FxHashMap::default();
    let sure = |v: &Verdict| v.best() == PER && v.points(PER) >= SURE;
    for candidate in (0..candidates.len()).filter(|i| sure(&verdicts[*i])) {
        let [first, .., last] = keys[candidate][..] else { continue };
        let surname = Person { candidate, rule: "surname_of", points: 2.5 };
        let known = persons.entry(last).or_insert(Person { candidate, rule: "surname_of", points: 2.5 });
        if known.rule != surname.rule {
            *known = surname;
        }
        persons.entry(first).or_insert(Person { candidate, rule: "given_name_of", points: 1.5 });
    }
    persons
}

/// The bag of a run of words: the same for `Trend Micro`, `Micro Trends`, `Trends Micro`.
fn bag(words: &[Word], context: Context) -> String {
    spelling::bag(words.iter().map(|w| context.words.text(*w)))
}

/// The longest name whose word order may vary, in words.
const LONGEST_BAG: usize = 3;

/// A name of two or three words, by its bag.
struct Known {
    words: Box<[Word]>,
    evidence: [f64; 3],
    count: u32,
}

/// Finds the names of two and three words that stand alone most often, and cuts longer candidates that contain one,
/// in any order and with or without -s, to it: `Trend Micro Support`, `Trends Micro Privatkunden`.
fn cut_to_known(
    candidates: &mut [Candidate],
    verdicts: &mut [Verdict],
    reasons: &mut [Option<String>],
    context: Context,
) {
    let words = |tokens: Range<usize>| -> Vec<Word> { context.words.of_tokens(tokens).collect() };
    let mut counts: FxHashMap<Vec<Word>, u32> = FxHashMap::default();
    let mut by_bag: FxHashMap<String, Known> = FxHashMap::default();
    for (candidate, verdict) in candidates.iter().zip(verdicts.iter()) {
        let key = words(candidate.tokens.clone());
        if !(2..=LONGEST_BAG).contains(&key.len()) {
            continue;
        }
        let count = counts.entry(key.clone()).or_default();
        *count += 1;
        let entry = by_bag.entry(bag(&key, context));
        let known = entry.or_insert_with(|| Known { words: key.clone().into(), evidence: [0.0; 3], count: 0 });
        (0..3).for_each(|k| known.evidence[k] += capped(verdict.evidence[k]));
        if *count > known.count {
            (known.words, known.count) = (key.into(), *count);
        }
    }
    // A name met once lends nothing to others.
    by_bag.retain(|_, known| known.count >= 2);
    for ((candidate, verdict), reason) in candidates.iter_mut().zip(verdicts).zip(reasons) {
        let Some((tokens, known)) = known_inside(candidate, &by_bag, context) else { continue };
        let key = words(tokens.clone());
        let varies = key[..] != known.words[..];
        let is_whole = tokens == candidate.tokens;
        if is_whole && !varies {
            continue;
        }
        let own = counts.get(&words(candidate.tokens.clone())).copied().unwrap_or(1);
        let head = |i: usize| !tokens.contains(&i) && context.clues(i).has(HEADS);
        if own >= known.count || candidate.tokens.clone().any(head) {
            continue;
        }
        let name: Vec<&str> = known.words.iter().map(|w| context.words.text(*w)).collect();
        *reason = Some(format!("{}: {}", if varies { "same_words" } else { "known_inside" }, name.join(" ")));
        candidate.tokens = tokens;
        // The evidence was for the longer run; the name's own takes its place.
        (0..3).for_each(|k| verdict.evidence[k] = capped(SHARE * known.evidence[k]));
        verdict.prior = verdict.prior.map(|p| p.max(0.5));
    }
}

/// What makes a longer name out of a shorter one.
const HEADS: Clues = Clues::ORG_PART.or(Clues::PLACE_WORD).or(Clues::GIVEN_NAME);

/// The first run of tokens in the candidate, the whole of it before its parts, whose words are a known name.
fn known_inside<'k>(
    candidate: &Candidate,
    by_bag: &'k FxHashMap<String, Known>,
    context: Context,
) -> Option<(Range<usize>, &'k Known)> {
    let tokens: Vec<usize> = candidate.tokens.clone().filter(|i| context.words.shape(*i).is_capital()).collect();
    for size in (2..=LONGEST_BAG.min(tokens.len())).rev() {
        for window in tokens.windows(size) {
            let range = window[0]..window[size - 1] + 1;
            // Words with something between them are no name of their own.
            if range.len() != size {
                continue;
            }
            let words: Vec<Word> = window.iter().map(|i| context.words.word(*i)).collect();
            if let Some(known) = by_bag.get(&bag(&words, context)) {
                return Some((range, known));
            }
        }
    }
    None
}
