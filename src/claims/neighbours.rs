//! Claims that stand among others in a post.
//!
//! Enters: the claims of a document with the scores they have by themselves. Leaves: the same, in a text of one paragraph
//! a check-worthy one ranked higher the more the sentences around it assert: what people write and share is weighed as a
//! whole. Which ones are check-worthy stays as it is, and in an article of several paragraphs each claim stands alone.

use super::context::Context;
use super::score;
use super::wording;
use crate::report::{Claim, Reason};
use crate::text::order::{self, falling_real};

/// The name of the reason.
pub const RULE: &str = "stands_among_claims";

/// How many claims to either side count: farther ones are of another matter.
const REACH: usize = 2;

/// What each of them weighs, times its score, in languages without a list of words; by hand. In debates, sentence by
/// sentence, the weight fitted is a tenth of it.
const WEIGHT: f64 = 1.0;

/// Adds what the neighbours weigh to each check-worthy claim of a post.
pub fn weigh(context: &Context, claims: &mut [Claim]) {
    let sentences = &context.document.sentences;
    if sentences.iter().any(|sentence| sentence.block != sentences[0].block) {
        return;
    }
    let alone: Vec<f64> = claims.iter().map(|c| c.score).collect();
    for index in 0..claims.len() {
        let claim = &claims[index];
        let language = context.language(&sentences[claim.sentence]);
        if alone[index] < score::CHECK_WORTHY || wording::has_list(language) {
            continue;
        }
        let around = index.saturating_sub(REACH)..(index + REACH + 1).min(claims.len());
        let (mut sum, mut most) = (0.0, None);
        for other in around.filter(|i| *i != index) {
            sum += alone[other];
            if most.is_none_or(|m: usize| alone[other] > alone[m]) {
                most = Some(other);
            }
        }
        let Some(span) = most.map(|m| claims[m].span) else { continue };
        let weight = (WEIGHT * sum * 100.0).round() / 100.0;
        if weight == 0.0 {
            continue;
        }
        let reason = Reason { rule: RULE.to_string(), weight, span };
        let reasons = &mut claims[index].reasons;
        reasons.push(reason);
        order::by_key(reasons, |r| if r.rule == score::BIAS_RULE { 0 } else { falling_real(r.weight.abs()) });
        claims[index].score = score::of(&claims[index].reasons);
    }
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
    fn a_checkworthy_claim_ranks_higher_beside_another_and_no_other_does() {
        let (figure, remark) =
            ("Im Jahr 2019 stieg die Zahl der Toten um 12 Prozent.", "Das ist doch sehr schade für uns.");
        let alone = (scores(figure)[0], scores(remark)[0]);
        assert!(alone.0 >= 500 && alone.1 < 500, "{alone:?}");
        let pair = scores(&format!("{figure} Die Stadt gab dafür 30 Millionen Euro aus."));
        assert!(pair[0] > alone.0, "{pair:?} {alone:?}");
        let beside = scores(&format!("{figure} {remark}"));
        assert_eq!(beside[1], alone.1, "a remark stays one beside a claim");
        let apart = scores(&format!("{figure} Die Stadt gab dafür 30 Millionen Euro aus.\n\n{remark}"));
        assert_eq!(apart[0], alone.0, "an article of several paragraphs is no post");
    }
}
