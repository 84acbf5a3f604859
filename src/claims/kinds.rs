//! What a claim asserts, by what its sentence shows.
//!
//! Enters: evidence, and whether the claim stands in a quote. Leaves: [`ClaimKind`]s, one at least, in order.

use super::features::{Evidence, Feature};
use crate::report::ClaimKind;

/// The kinds of a claim that shows `evidence`; `quoted` when it stands in a quote.
pub fn of(evidence: &[Evidence], quoted: bool) -> Vec<ClaimKind> {
    use Feature::*;
    let shows = |features: &[Feature]| evidence.iter().any(|e| features.contains(&e.feature));
    let tests = [
        (ClaimKind::Quote, quoted),
        (ClaimKind::Quantity, shows(&[Number, Few, Percent, Money, Quantity])),
        (ClaimKind::EventDated, shows(&[Dated]) && shows(&[Event, Past, Change])),
        (ClaimKind::Causal, shows(&[Cause])),
        (ClaimKind::Rule, shows(&[Rule])),
        (ClaimKind::PredictionPlan, shows(&[Plan])),
        (ClaimKind::Denial, shows(&[Denial])),
    ];
    let mut kinds: Vec<ClaimKind> = tests.into_iter().filter(|(_, holds)| *holds).map(|(kind, _)| kind).collect();
    if kinds.is_empty() {
        kinds.push(ClaimKind::OtherFact);
    }
    kinds
}
