//! How sure a guess is.
//!
//! Enters: log-likelihoods of the candidates and the amount of text. Leaves: probabilities. Knows nothing of what
//! the candidates are.

/// Log-likelihoods are flattened by this much: the words and trigrams of a text depend on one another, and a sum
/// that takes them as independent is too sure of itself. Fitted so that, on sentences of social media in six
/// languages and of UDHR in all, a stated 0.95 is right in 95 of 100 cases.
const FLATTEN: f64 = 0.5;
/// As many letters as make half of what is to be known: a single word is never certain.
const FEW_LETTERS: f64 = 1.0;
/// From here on a guess is called reliable.
pub const RELIABLE: f64 = 0.95;

/// The probabilities of candidates with these log-likelihoods, in a text of so many letters. They sum to less
/// than 1: the rest is for languages not among the candidates.
pub fn probabilities(log_likelihoods: &[f64], letters: usize) -> Vec<f64> {
    let best = log_likelihoods.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let powers: Vec<f64> = log_likelihoods.iter().map(|l| ((l - best) * FLATTEN).exp()).collect();
    let sum: f64 = powers.iter().sum();
    let known = letters as f64 / (letters as f64 + FEW_LETTERS);
    powers.iter().map(|power| known * power / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_follow_the_likelihoods_and_leave_room_for_doubt() {
        let p = probabilities(&[0.0, -1.0, -40.0], 100);
        assert!(p[0] > p[1] && p[1] > p[2] && p.iter().sum::<f64>() < 1.0);
        assert!(probabilities(&[0.0, -40.0], 4)[0] < RELIABLE);
        assert!(probabilities(&[0.0, -40.0], 400)[0] > RELIABLE);
        assert!(probabilities(&[], 4).is_empty());
    }
}
