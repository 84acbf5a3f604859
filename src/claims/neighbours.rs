//! Claims that stand among others in a post.
//!
//! Enters: the claims of a document with the scores they have by themselves. Leaves: the same, in a text of one paragraph
//! with the heaviest one carrying the others around it: what people write and share is checked as a whole, and the chance
//! that any of several statements is worth it is greater than that of the best one. In an article of several paragraphs
//! each claim stands alone.

use super::score::{self, logit};
use crate::document::Document;
use crate::report::{Claim, Reason};
use crate::text::order::{self, falling_real};

/// The name of the reason.
pub const RULE: &str = "stands_among_claims";

/// How many claims to either side count: farther ones are of another matter.
const REACH: usize = 2;

/// Adds to the heaviest claim of a post what those around it add to the chance that one of them is check-worthy: one less
/// the product of what each lacks, as if they were independent (noisy or, Pearl 1988).
pub fn weigh(document: &Document, claims: &mut [Claim]) {
    let sentences = &document.sentences;
    if sentences.iter().any(|sentence| sentence.block != sentences[0].block) {
        return;
    }
    let heaviest = |range: std::ops::Range<usize>, but: Option<usize>| {
        let others = range.filter(|i| Some(*i) != but);
        others.max_by(|a, b| claims[*a].score.total_cmp(&claims[*b].score).then(b.cmp(a)))
    };
    let Some(best) = heaviest(0..claims.len(), None) else { return };
    let around = best.saturating_sub(REACH)..(best + REACH + 1).min(claims.len());
    let Some(second) = heaviest(around.clone(), Some(best)) else { return };
    let none: f64 = claims[around].iter().map(|c| 1.0 - c.score).product();
    let weight = ((logit(1.0 - none) - logit(claims[best].score)) * 100.0).round() / 100.0;
    if weight <= 0.0 || !weight.is_finite() {
        return;
    }
    let reason = Reason { rule: RULE.to_string(), weight, span: claims[second].span };
    let reasons = &mut claims[best].reasons;
    reasons.push(reason);
    order::by_key(reasons, |r| if r.rule == score::BIAS_RULE { 0 } else { falling_real(r.weight.abs()) });
    claims[best].score = score::of(&claims[best].reasons);
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyse};

    /// The scores of the claims of a German text, in thousandths.
    fn scores(text: &str) -> Vec<i64> {
        let options = Options { language: Some("deu".to_string()), ..Options::default() };
        analyse(text, &options).claims.iter().map(|c| (c.score * 1000.0).round() as i64).collect()
    }

    #[test]
    fn the_heaviest_claim_of_a_post_carries_those_around_it_and_no_other_does() {
        let (figure, remark) =
            ("Im Jahr 2019 stieg die Zahl der Toten um 12 Prozent.", "Das ist doch sehr schade für uns.");
        let alone = (scores(figure)[0], scores(remark)[0]);
        assert!(alone.0 >= 500 && alone.1 < 500, "{alone:?}");
        let pair = scores(&format!("{figure} Die Stadt gab dafür 30 Millionen Euro aus."));
        assert!(pair[0].max(pair[1]) > alone.0, "{pair:?} {alone:?}");
        let beside = scores(&format!("{figure} {remark}"));
        assert_eq!(beside[1], alone.1, "a remark stays one beside a claim");
        let apart = scores(&format!("{figure} Die Stadt gab dafür 30 Millionen Euro aus.\n\n{remark}"));
        assert_eq!(apart[0], alone.0, "an article of several paragraphs is no post");
    }

    #[test]
    fn the_chance_of_a_post_is_that_of_one_claim_or_the_other() {
        let (first, second) = ("Die Stadt baute eine neue Brücke.", "Das Land hat die Schulen geschlossen.");
        let alone = [first, second].map(|text| scores(text)[0] as f64 / 1000.0);
        let both = scores(&format!("{first} {second}")).into_iter().max().unwrap_or(0) as f64 / 1000.0;
        let either = 1.0 - (1.0 - alone[0]) * (1.0 - alone[1]);
        assert!((both - either).abs() < 0.005, "{both} {either} {alone:?}");
    }
}
