//! What scores are worth against labels: average precision and F1.

/// Average precision of `scored` (score, label); equal scores keep their order.
pub fn average_precision(scored: &[(f64, bool)]) -> f64 {
    let mut order: Vec<_> = scored.to_vec();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut hits, mut sum) = (0.0, 0.0);
    for (index, (_, label)) in order.iter().enumerate() {
        if *label {
            hits += 1.0;
            sum += hits / (index + 1) as f64;
        }
    }
    if hits > 0.0 { sum / hits } else { 0.0 }
}

/// F1 of the positive class when scores of `threshold` and above are called positive.
pub fn f1(scored: &[(f64, bool)], threshold: f64) -> f64 {
    let count = |called: bool, label: bool| {
        scored.iter().filter(|(s, l)| (*s >= threshold) == called && *l == label).count() as f64
    };
    let (hit, false_alarm, miss) = (count(true, true), count(true, false), count(false, true));
    if hit > 0.0 { 2.0 * hit / (2.0 * hit + false_alarm + miss) } else { 0.0 }
}
