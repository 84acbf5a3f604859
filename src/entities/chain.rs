//! A chain of labels: the most likely one, and how likely each label is.
//!
//! Enters: scores of labels for each piece, and of each label after each. Leaves: labels and probabilities. The
//! sums that choose labels are of whole numbers, so every platform chooses the same.

/// The labels: outside, then beginning and inside of person, organisation and place.
pub const LABELS: usize = 7;
/// The number of a person's kind: the labels of kind `k` are `2 * k + 1` and `2 * k + 2`.
pub const PER: usize = 0;
/// The number of an organisation's kind.
pub const ORG: usize = 1;
/// The number of a place's kind.
pub const LOC: usize = 2;
/// The row of [`Transitions`] from before the first piece.
pub const START: usize = LABELS;
/// The score of what may not follow; far below any sum of weights, and far from overflow.
const NEVER: i32 = -1 << 28;

/// The scores of one piece, by label.
pub type Scores = [i32; LABELS];
/// The score of each label after each; the last row holds those of the first piece.
pub type Transitions = [[i32; LABELS]; LABELS + 1];

/// Whether `next` may follow `previous`, which is [`START`] at the start: an inside label follows its own kind.
pub fn allowed(previous: usize, next: usize) -> bool {
    next == 0 || next % 2 == 1 || (previous != START && previous != 0 && previous.div_ceil(2) == next.div_ceil(2))
}

/// `transitions` without those that are not allowed.
pub fn only_allowed(mut transitions: Transitions) -> Transitions {
    for (previous, row) in transitions.iter_mut().enumerate() {
        let forbidden = row.iter_mut().enumerate().filter(|(next, _)| !allowed(previous, *next));
        forbidden.for_each(|(_, score)| *score = NEVER);
    }
    transitions
}

/// Appends the most likely labels (Viterbi).
pub fn best(transitions: &Transitions, scores: &[Scores], labels: &mut Vec<u8>) {
    let mut from = vec![[0u8; LABELS]; scores.len()];
    let mut best = [NEVER; LABELS];
    for (i, (here, from)) in scores.iter().zip(&mut from).enumerate() {
        let mut next = [NEVER * 2; LABELS];
        for q in 0..LABELS {
            if i == 0 {
                next[q] = transitions[START][q];
            } else {
                for p in 0..LABELS {
                    let score = best[p] + transitions[p][q];
                    if score > next[q] {
                        (next[q], from[q]) = (score, p as u8);
                    }
                }
            }
            next[q] = next[q].max(NEVER) + here[q];
        }
        best = next;
    }
    let start = labels.len();
    let mut last = (0..LABELS).rev().max_by_key(|label| best[*label]).unwrap_or(0) as u8;
    for from in from.iter().rev() {
        labels.push(last);
        last = from[last as usize];
    }
    labels[start..].reverse();
}

/// What each label after each is worth as a factor, the last row for the first piece.
pub type Factors = [[f32; LABELS]; LABELS + 1];

/// Less than this, in logits, is nothing beside the likeliest label.
const NEGLIGIBLE: f32 = -20.0;

/// The factors of transitions; a score times `unit` is a logit.
pub fn factors(transitions: &Transitions, unit: f32) -> Factors {
    transitions.map(|row| row.map(|score| factor(score, unit)))
}

fn factor(score: i32, unit: f32) -> f32 {
    let logit = score as f32 * unit;
    if logit <= NEGLIGIBLE { 0.0 } else { libm::expf(logit) }
}

/// The probability of each label for each piece, by forward and backward sums; a score times `unit` is a logit.
pub fn marginals(transition: &Factors, scores: &[Scores], unit: f32) -> Vec<[f32; LABELS]> {
    // Scaled at every step, so that no product runs out of range.
    let local = |s: &Scores| {
        let most = s.iter().copied().max().unwrap_or(0);
        s.map(|score| factor(score - most, unit))
    };
    let local: Vec<[f32; LABELS]> = scores.iter().map(local).collect();
    let mut forward: Vec<[f32; LABELS]> = Vec::with_capacity(scores.len());
    for (i, here) in local.iter().enumerate() {
        let mut sums: [f32; LABELS] = std::array::from_fn(|q| match i.checked_sub(1) {
            None => transition[START][q] * here[q],
            Some(last) => (0..LABELS).map(|p| forward[last][p] * transition[p][q]).sum::<f32>() * here[q],
        });
        normalise(&mut sums);
        forward.push(sums);
    }
    let mut backward = [1f32; LABELS];
    for i in (0..forward.len()).rev() {
        for q in 0..LABELS {
            forward[i][q] *= backward[q];
        }
        normalise(&mut forward[i]);
        backward = std::array::from_fn(|p| (0..LABELS).map(|q| transition[p][q] * local[i][q] * backward[q]).sum());
        normalise(&mut backward);
    }
    forward
}

fn normalise(values: &mut [f32; LABELS]) {
    let sum: f32 = values.iter().sum();
    if sum > 0.0 {
        values.iter_mut().for_each(|v| *v /= sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCORES: [Scores; 3] = [[0, 0, 90, 0, 0, 0, 0], [0, 0, 0, 0, 50, 0, 0], [9, 0, 0, 0, 0, 0, 0]];

    #[test]
    fn inside_labels_follow_their_own_kind() {
        let transitions = only_allowed([[1; LABELS]; LABELS + 1]);
        let mut labels = vec![9];
        best(&transitions, &SCORES, &mut labels);
        assert_eq!(labels, [9, 3, 4, 0]);
    }

    #[test]
    fn probabilities_are_those_of_all_chains() {
        let mut transitions = [[0; LABELS]; LABELS + 1];
        transitions.iter_mut().flatten().enumerate().for_each(|(i, t)| *t = i as i32 % 11 - 5);
        let transitions = only_allowed(transitions);
        let unit = 0.05;
        let mut expected = [[0f64; LABELS]; 3];
        let mut total = 0.0;
        for chain in 0..LABELS.pow(3) {
            let labels = [chain % LABELS, chain / LABELS % LABELS, chain / LABELS / LABELS];
            let follows = [START, labels[0], labels[1]];
            if labels.iter().zip(follows).any(|(next, previous)| !allowed(previous, *next)) {
                continue;
            }
            let score: i32 = (0..3).map(|i| SCORES[i][labels[i]] + transitions[follows[i]][labels[i]]).sum();
            let weight = (f64::from(score) * unit).exp();
            total += weight;
            (0..3).for_each(|i| expected[i][labels[i]] += weight);
        }
        for (found, expected) in
            marginals(&factors(&transitions, unit as f32), &SCORES, unit as f32).iter().zip(expected)
        {
            for (found, expected) in found.iter().zip(expected) {
                assert!((f64::from(*found) - expected / total).abs() < 1e-5, "{found} {}", expected / total);
            }
        }
    }
}
