//! How much a claim is worth checking: the logistic sum of what its sentence shows.
//!
//! Enters: evidence. Leaves: a score and the reasons it is made of. The weights are fitted, see `weights.rs`.

use super::features::Evidence;
use super::weights::{BIAS, WEIGHTS};
use super::wording::Wording;
use crate::report::Reason;
use crate::text::Span;
use crate::text::order::{self, falling_real};

/// The score from which a claim is check-worthy.
pub const CHECK_WORTHY: f64 = 0.5;

/// The name of the reason that every claim has: what an average sentence of ten to nineteen words is worth.
pub const BIAS_RULE: &str = "bias";

/// The name of the reason that sums up single words, shown at the weightiest.
pub const WORDING_RULE: &str = "wording";

/// The score of a claim that stands at `claim`, shows `evidence` and is worded with a weight, 0 to 1, with its reasons:
/// the bias first, then the heaviest. Features of no weight are left out.
pub fn score(claim: Span, evidence: &[Evidence], wording: Option<Wording>) -> (f64, Vec<Reason>) {
    let mut reasons: Vec<Reason> = evidence
        .iter()
        .map(|e| Reason { rule: e.feature.rule().to_string(), weight: WEIGHTS[e.feature as usize].1, span: e.span })
        .filter(|r| r.weight != 0.0)
        .collect();
    reasons.extend(wording.map(|w| Reason { rule: WORDING_RULE.to_string(), weight: w.weight, span: w.span }));
    order::by_key(&mut reasons, |r| falling_real(r.weight.abs()));
    reasons.insert(0, Reason { rule: BIAS_RULE.to_string(), weight: BIAS, span: claim });
    (of(&reasons), reasons)
}

/// The score that `reasons` make, the bias among them.
pub fn of(reasons: &[Reason]) -> f64 {
    logistic(reasons.iter().map(|r| r.weight).sum::<f64>())
}

/// `1 / (1 + e^-x)`, computed in software so that every platform gives the same bits.
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// `ln(p / (1 - p))`, the inverse of [`logistic`]; infinite at 0 and 1.
pub fn logit(p: f64) -> f64 {
    libm::log(p / (1.0 - p))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::features::{Feature, Sign};

    #[test]
    fn every_feature_has_its_weight_and_none_contradicts_its_name() {
        assert_eq!(WEIGHTS.len(), Feature::ALL.len());
        for (feature, (rule, weight)) in Feature::ALL.iter().zip(WEIGHTS) {
            assert_eq!(feature.rule(), *rule);
            match feature.sign() {
                Sign::More => assert!(*weight >= 0.0, "{rule} {weight}"),
                Sign::Less => assert!(*weight <= 0.0, "{rule} {weight}"),
                Sign::Either => assert!(weight.is_finite()),
                Sign::None => assert!(*weight == 0.0, "{rule} {weight}"),
            }
        }
    }

    #[test]
    fn the_score_is_the_logistic_sum_of_its_reasons() {
        let span = Span::new(0, 9);
        let evidence: Vec<Evidence> = Feature::ALL.iter().map(|f| Evidence { feature: *f, span }).collect();
        for n in 0..evidence.len() {
            let (score, reasons) = score(span, &evidence[..n], None);
            let sum: f64 = reasons.iter().map(|r| r.weight).sum();
            assert!((score - 1.0 / (1.0 + (-sum).exp())).abs() < 1e-9);
            assert_eq!(reasons[0].rule, BIAS_RULE);
        }
    }
}
