//! How much a claim is worth checking: the logistic sum of what its sentence shows.
//!
//! Enters: evidence. Leaves: a score and the reasons it is made of. The weights are fitted, see `weights.rs`.

use super::features::{Evidence, Feature};
use super::weights::{BIAS, BIAS_WITHOUT_WORDS, WEIGHTS};
use super::wording::{self, Wording};
use crate::report::Reason;
use crate::text::Span;
use crate::text::order::{self, falling_real};

/// The score from which a claim is check-worthy.
pub const CHECK_WORTHY: f64 = 0.5;

/// The name of the reason that every claim has: what an average sentence of ten to nineteen words is worth.
pub const BIAS_RULE: &str = "bias";

/// The name of the reason that sums up single words, shown at the weightiest.
pub const WORDING_RULE: &str = "wording";

/// What lengths weigh in languages without a list of words, by hand: a debate's transcript is cut into short turns that
/// may be claims as well, in what people write short pieces are remarks and headings, and long ones tell something.
const LENGTHS_WITHOUT_WORDS: [(Feature, f64); 4] =
    [(Feature::VeryShort, -0.8), (Feature::Short, -0.5), (Feature::Long, 0.4), (Feature::VeryLong, 0.6)];

/// The weight of a feature in a language (ISO 639-3).
fn weight(feature: Feature, language: &str) -> f64 {
    let own = LENGTHS_WITHOUT_WORDS.iter().find(|(f, _)| *f == feature && !wording::has_list(language));
    own.map_or(WEIGHTS[feature as usize].1, |(_, weight)| *weight)
}

/// The weight that every claim in a language (ISO 639-3) has.
pub fn bias(language: &str) -> f64 {
    if wording::has_list(language) { BIAS } else { BIAS_WITHOUT_WORDS }
}

/// The score of a claim in `language` (ISO 639-3) that stands at `claim`, shows `evidence` and is worded with a weight, 0
/// to 1, with its reasons: the `bias` of its language first, then the heaviest. Features of no weight are left out.
pub fn score(claim: Span, language: &str, evidence: &[Evidence], wording: Option<Wording>) -> (f64, Vec<Reason>) {
    let bias = bias(language);
    let mut reasons: Vec<Reason> = evidence
        .iter()
        .map(|e| Reason { rule: e.feature.rule().to_string(), weight: weight(e.feature, language), span: e.span })
        .filter(|r| r.weight != 0.0)
        .collect();
    reasons.extend(wording.map(|w| Reason { rule: WORDING_RULE.to_string(), weight: w.weight, span: w.span }));
    order::by_key(&mut reasons, |r| falling_real(r.weight.abs()));
    reasons.insert(0, Reason { rule: BIAS_RULE.to_string(), weight: bias, span: claim });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claims::features::Sign;

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
        for (feature, weight) in LENGTHS_WITHOUT_WORDS {
            assert!(feature.sign() != Sign::More || weight >= 0.0, "{feature:?}");
            assert!(feature.sign() != Sign::Less || weight <= 0.0, "{feature:?}");
        }
    }

    #[test]
    fn the_score_is_the_logistic_sum_of_its_reasons() {
        let span = Span::new(0, 9);
        let evidence: Vec<Evidence> = Feature::ALL.iter().map(|f| Evidence { feature: *f, span }).collect();
        for (n, language) in (0..evidence.len()).flat_map(|n| [(n, "eng"), (n, "deu")]) {
            let (score, reasons) = score(span, language, &evidence[..n], None);
            let sum: f64 = reasons.iter().map(|r| r.weight).sum();
            assert!((score - 1.0 / (1.0 + (-sum).exp())).abs() < 1e-9);
            assert_eq!(reasons[0].rule, BIAS_RULE);
        }
    }
}
