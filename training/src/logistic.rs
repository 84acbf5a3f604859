//! Logistic regression over binary features, each weight within its bounds.
//!
//! Enters: rows of feature indices with labels. Leaves: a bias and weights. Cyclic coordinate descent with one
//! Newton step a coordinate (Yuan, Ho and Lin 2012, "An improved GLMNET", the plain form); single-threaded and
//! without randomness, so that the result is the same bit by bit.

/// How often all coordinates are visited. The objective of the shipped weights stands still long before.
const SWEEPS: usize = 60;

/// What is fitted.
pub struct Problem<'a> {
    /// The features of each row, without repetition.
    pub rows: &'a [Vec<u32>],
    /// The label of each row.
    pub labels: &'a [bool],
    /// What is added to each row's sum and stays as it is.
    pub offsets: &'a [f64],
    /// Whether a bias is fitted; otherwise it is zero.
    pub bias: bool,
    /// The least and the largest weight of each feature.
    pub bounds: &'a [(f64, f64)],
    /// Strength of the squared penalty on each feature.
    pub l2: &'a [f64],
    /// Strength of the absolute penalty, which sets weights of little use to zero.
    pub l1: f64,
}

/// The bias and the weight of each feature.
pub fn fit(problem: &Problem) -> (f64, Vec<f64>) {
    let mut columns: Vec<Vec<u32>> = vec![Vec::new(); problem.bounds.len()];
    for (row, features) in problem.rows.iter().enumerate() {
        features.iter().for_each(|f| columns[*f as usize].push(row as u32));
    }
    let all: Vec<u32> = (0..problem.rows.len() as u32).collect();
    let mut sums = problem.offsets.to_vec();
    let (mut bias, mut weights) = (0.0, vec![0.0; columns.len()]);
    for _ in 0..SWEEPS {
        if problem.bias {
            bias = step(problem, &all, &mut sums, bias, 0.0, 0.0, (f64::MIN, f64::MAX));
        }
        for (index, (column, weight)) in columns.iter().zip(&mut weights).enumerate() {
            let (l2, bounds) = (problem.l2[index], problem.bounds[index]);
            *weight = step(problem, column, &mut sums, *weight, l2, problem.l1, bounds);
        }
    }
    (bias, weights)
}

/// One Newton step along a coordinate; returns its new weight and brings the sums up to date.
fn step(problem: &Problem, rows: &[u32], sums: &mut [f64], weight: f64, l2: f64, l1: f64, bounds: (f64, f64)) -> f64 {
    let (mut slope, mut curve) = (l2 * weight, l2 + 1e-9);
    for row in rows {
        let p = 1.0 / (1.0 + libm::exp(-sums[*row as usize]));
        slope += p - f64::from(u8::from(problem.labels[*row as usize]));
        curve += p * (1.0 - p);
    }
    // The minimum of the quadratic model with the absolute penalty, by soft thresholding.
    let target = weight - slope / curve;
    let shrunk = (target.abs() - l1 / curve).max(0.0) * target.signum();
    // A longer step than this leaves the region in which the model is good.
    let new = shrunk.clamp(weight - 2.0, weight + 2.0).clamp(bounds.0, bounds.1);
    if new != weight {
        rows.iter().for_each(|row| sums[*row as usize] += new - weight);
    }
    new
}
