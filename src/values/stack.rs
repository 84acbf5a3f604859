//! The terms of a number while its words are read.
//!
//! Enters: values and magnitudes in the order of the words. Leaves: what they amount to. Knows nothing of words.
//!
//! Words are added up on a stack of terms. A term has a value and a unit: the size below which the next term must
//! stay to belong to the same number, so that `two hundred fifty` is one and `two fifty` are two. A magnitude
//! multiplies all terms smaller than itself.

/// The most parts one number has: enough for nine groups of three words with their magnitudes and joiners.
pub(super) const LONGEST: usize = 48;

#[derive(Debug, Clone, Copy)]
pub(super) struct Term {
    /// What it adds.
    pub value: f64,
    /// The size below which the next term must stay.
    pub unit: f64,
}

#[derive(Debug, Default)]
pub(super) struct Stack {
    /// The terms so far, falling.
    pub terms: Vec<Term>,
}

impl Stack {
    /// Adds a value; false where it does not fit to the same number.
    pub fn add(&mut self, value: f64, unit: f64) -> bool {
        let fits = self.terms.last().is_none_or(|last| value < last.unit && value > 0.0);
        if fits && self.terms.len() < LONGEST {
            self.terms.push(Term { value, unit });
        }
        fits
    }

    /// Multiplies all terms smaller than `magnitude`; false where the result does not fit.
    pub fn multiply(&mut self, magnitude: f64, of_digits: bool) -> bool {
        let mut from = self.terms.len();
        // `fifteen dozen`: words that are no places of a number multiply all that is below a hundred.
        let most = if magnitude < 100.0 { 100.0 } else { magnitude };
        while from > 0 && (self.terms[from - 1].value < most || of_digits && from == 1) {
            from -= 1;
        }
        let sum: f64 = self.terms[from..].iter().map(|t| t.value).sum();
        // `thousand million`: nothing smaller stands before, and the whole is multiplied by what follows.
        let value = if sum == 0.0 { magnitude } else { sum * magnitude };
        // `lakh` and `crore` multiply each other in either order.
        if sum == 0.0
            && let Some(crores) = self.terms.last_mut().filter(|last| last.unit == 1e7 && magnitude == 1e5)
        {
            *crores = Term { value: crores.value * magnitude, unit: magnitude };
            return true;
        }
        let below = from.checked_sub(1).map(|i| self.terms[i]);
        if below.is_some_and(|b| value >= b.unit) {
            return false;
        }
        self.terms.truncate(from);
        self.terms.push(Term { value, unit: magnitude });
        true
    }

    /// What the terms amount to.
    pub fn sum(&self) -> f64 {
        self.terms.iter().map(|t| t.value).sum()
    }
}
