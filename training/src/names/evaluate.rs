//! Exact-span, exact-kind precision, recall and F1.

use article_analyser::Span;
use article_analyser::entities::features::View;

/// Counts for one kind or all.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    /// Found and right.
    pub right: usize,
    /// Found.
    pub found: usize,
    /// In the gold.
    pub gold: usize,
}

impl Count {
    /// Precision in percent.
    pub fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.found.max(1) as f64
    }

    /// Recall in percent.
    pub fn recall(self) -> f64 {
        100.0 * self.right as f64 / self.gold.max(1) as f64
    }

    /// F1 in percent.
    pub fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

/// The names that labels say.
pub fn names(view: &View, labels: &[u8]) -> Vec<(Span, usize)> {
    let mut names: Vec<(Span, usize)> = Vec::new();
    let mut last = 0;
    for (word, label) in view.words.iter().zip(labels) {
        match label {
            0 => {}
            label if label % 2 == 0 && last != 0 => {
                if let Some(name) = names.last_mut() {
                    name.0.end = word.span.end;
                }
            }
            label => names.push((word.span, (*label as usize - 1) / 2)),
        }
        last = *label;
    }
    names
}

/// Adds one document's counts: all kinds first, then each.
pub fn count(found: &[(Span, usize)], gold: &[(Span, usize)], counts: &mut [Count; 4]) {
    for name in found {
        let right = gold.contains(name);
        for i in [0, name.1 + 1] {
            counts[i].found += 1;
            counts[i].right += usize::from(right);
        }
    }
    for name in gold {
        counts[0].gold += 1;
        counts[name.1 + 1].gold += 1;
    }
}
