//! Persons, organisations and places, by rules.
//!
//! Enters: a document and the spans already taken by contacts. Leaves: [`Found`] mentions. The rest of the crate
//! knows this stage by [`find`] alone.
//!
//! 1. the lexicon's hints and the capitals of every word throughout the document are gathered,
//! 2. capitalised runs become candidates,
//! 3. each is judged by what is in it and beside it,
//! 4. mentions that read alike, and surnames of the persons found, lend each other their evidence,
//! 5. what has enough of it is a name.

use super::Found;
use super::agreement;
use super::candidates::{self, Candidate, Context};
use super::clues::{self, Hints};
use super::kinds::{self, KINDS};
use super::verdict::Verdict;
use super::words::Words;
use crate::document::Document;
use crate::text::Span;

/// The points a name needs. Set on the development corpora, where it gave the best F1.
const ENOUGH: f64 = 0.3;

/// The names in the document, in order, none overlapping another or one of `taken`.
pub fn find(document: &Document, taken: &[Found]) -> Vec<Found> {
    let hints = Hints::of(document, taken);
    let styles = clues::styles(document, &hints.clues);
    let words = Words::of(document, &hints.clues, &styles);
    let context = Context { reading: &document.reading, hints: &hints, words: &words };
    let mut candidates = candidates::find(document, context, &styles);
    let mut verdicts: Vec<Verdict> = candidates.iter().map(|c| kinds::judge(c, context)).collect();
    let agreed = agreement::reach(&mut candidates, &mut verdicts, context);
    let judged = candidates.iter().zip(&verdicts).zip(agreed);
    judged.filter_map(|((candidate, verdict), agreed)| found(candidate, verdict, agreed, context)).collect()
}

fn found(candidate: &Candidate, verdict: &Verdict, agreed: Option<String>, context: Context) -> Option<Found> {
    let best = verdict.best();
    let (points, rule) = (verdict.points(best), &verdict.rules[best]);
    if points < ENOUGH {
        return None;
    }
    let others = (0..KINDS.len()).filter(|k| *k != best).map(|k| verdict.points(k));
    let margin = points - others.fold(f64::NEG_INFINITY, f64::max).max(0.0);
    let reason = agreed.unwrap_or_else(|| {
        let evidence = context.reading.span(rule.evidence.clone()).of(context.reading.text);
        if evidence.is_empty() { rule.name.to_string() } else { format!("{}: {evidence}", rule.name) }
    });
    Some(Found { span: span(candidate, context), kind: KINDS[best], confidence: confidence(points, margin), reason })
}

/// Where a candidate stands, without what its first and last token leave outside.
pub(super) fn span(candidate: &Candidate, context: Context) -> Span {
    let (first, last) = (candidate.tokens.start, candidate.tokens.end - 1);
    context.words.core(first).join(context.words.core(last))
}

/// From points, and how far they are ahead of the next kind's, to a confidence between 0.2 and 0.95.
fn confidence(points: f64, margin: f64) -> f64 {
    let odds = 0.5 * points.min(2.0 * margin + 0.5) - 0.3;
    (1.0 / (1.0 + (-odds).exp())).clamp(0.2, 0.95)
}
