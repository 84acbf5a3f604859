//! Where on the page the article is: the run of lines that holds the body.
//!
//! Enters: the score of each line. Leaves: scores that bear in mind the place and the neighbours. Knows nothing
//! of what made the scores.

use std::ops::Range;

/// No line pulls the zone farther than this: one long notice is not worth a page of menu.
const CLIP: std::ops::RangeInclusive<f64> = -1.3..=5.0;
/// What every line costs the zone, so that it does not reach over long rows of lines that say nothing.
const TOLL: f64 = 0.2;
/// What a line inside the zone gains and one outside loses.
const INSIDE: f64 = 3.0;
const OUTSIDE: f64 = -5.5;
/// What a line between the zone and the first sign that the article is over gains: results, recipes and lists
/// that end an article have lines that say little by themselves.
const TAIL: f64 = 2.0;
/// Once lines with this much in favour of running text stand above a line that closes the article, what follows
/// counts for less: comments, other articles and legal notices are prose as well, and may be longer.
const ENOUGH: f64 = 20.0;
const AFTERWARDS: f64 = 0.4;
/// Another article weighs at least this much of the heaviest; and so many are looked for.
const ANOTHER: f64 = 0.6;
const MOST: usize = 64;
/// How much of its neighbours' scores a line takes on, on each side.
const NEIGHBOUR: f64 = 0.35;
/// Neighbours count within these bounds.
const NEIGHBOUR_CLIP: f64 = 2.5;

/// The lines with the largest sum of scores: the article. `wall` adds to the score of a line that closes it.
///
/// The maximum-subarray method for finding content in pages: J. Pasternack and D. Roth, "Extracting article text
/// from the web with maximum subsequence segmentation", WWW 2009.
pub fn of(scores: &[f64], wall: impl Fn(usize) -> f64) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0.0);
    let (mut start, mut sum) = (0, 0.0);
    let (mut seen, mut closed) = (0.0, false);
    for (i, score) in scores.iter().enumerate() {
        let wall = wall(i);
        closed |= wall < 0.0 && seen >= ENOUGH;
        let weight = if closed && *score > 0.0 { AFTERWARDS } else { 1.0 };
        seen += score.clamp(0.0, *CLIP.end());
        sum += weight * score.clamp(*CLIP.start(), *CLIP.end()) + wall - TOLL;
        if sum <= 0.0 {
            (start, sum) = (i + 1, 0.0);
        } else if sum > best_sum {
            (best, best_sum) = (start..i + 1, sum);
        }
    }
    best
}

/// The other articles of a text that several were pasted into: runs beside the first that weigh so much of it, and so
/// much by themselves, that no comments, teasers or notices are taken for one.
pub fn others(scores: &[f64], first: &Range<usize>, wall: impl Fn(usize) -> f64) -> Vec<Range<usize>> {
    let least = (ANOTHER * weight_of(&scores[first.clone()])).max(ENOUGH);
    let mut found = Vec::new();
    let mut rest = vec![0..first.start, first.end..scores.len()];
    while let Some(range) = rest.pop().filter(|_| found.len() < MOST) {
        let inside = of(&scores[range.clone()], |i| wall(range.start + i));
        let zone = range.start + inside.start..range.start + inside.end;
        if !zone.is_empty() && weight_of(&scores[zone.clone()]) >= least {
            rest.extend([range.start..zone.start, zone.end..range.end]);
            found.push(zone);
        }
    }
    found
}

fn weight_of(scores: &[f64]) -> f64 {
    scores.iter().map(|score| score.clamp(*CLIP.start(), *CLIP.end()) - TOLL).sum()
}

/// Each line's score with what its place and its neighbours say. `tail` is what follows the zone before anything
/// shows that the article is over. Lines that stand `aside`, such as captions, say
/// nothing of their neighbours.
pub fn in_context(
    scores: &[f64],
    zones: &[Range<usize>],
    tail: &Range<usize>,
    aside: impl Fn(usize) -> bool,
) -> Vec<f64> {
    let mut inside = vec![false; scores.len()];
    zones.iter().for_each(|zone| inside[zone.clone()].fill(true));
    let near = |i: Option<usize>| {
        let neighbour = i.filter(|i| !aside(*i)).and_then(|i| scores.get(i)).copied();
        neighbour.map_or(0.0, |s| s.clamp(-NEIGHBOUR_CLIP, NEIGHBOUR_CLIP))
    };
    let one = |(i, score): (usize, &f64)| {
        let place = if inside[i] {
            INSIDE
        } else if tail.contains(&i) {
            TAIL
        } else {
            OUTSIDE
        };
        score + place + NEIGHBOUR * (near(i.checked_sub(1)) + near(i.checked_add(1)))
    };
    scores.iter().enumerate().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zone_is_the_heaviest_run() {
        assert_eq!(of(&[-2.0, -2.0, 3.0, -0.5, 3.0, -2.0, -2.0, -2.0, 1.0], |_| 0.0), 2..5);
        assert_eq!(of(&[-1.0, -1.0], |_| 0.0), 0..0);
        assert_eq!(of(&[], |_| 0.0), 0..0);
        assert_eq!(of(&[2.0], |_| 0.0), 0..1);
    }

    #[test]
    fn other_articles_are_found_and_comments_are_none() {
        let article = [-2.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, -2.0, -2.0];
        let check = |scores: &[f64], expected: &[Range<usize>]| {
            let first = of(scores, |_| 0.0);
            let mut found = others(scores, &first, |_| 0.0);
            found.sort_by_key(|zone| zone.start);
            assert_eq!(found, expected, "{scores:?}");
        };
        let apart = [-2.0; 20];
        check(&[&article[..], &apart].concat(), &[]);
        check(&[&article[..], &apart, &[2.0, 2.0, 2.0]].concat(), &[]);
        check(&[&article[..], &apart, &[5.0], &article, &apart, &article].concat(), &[1..7, 60..66]);
        check(&[], &[]);
    }

    #[test]
    fn neighbours_and_place_lift_a_line() {
        let scores = [3.0, -0.5, 3.0, -2.0, -0.5, -2.0];
        let found = in_context(&scores, &[of(&scores, |_| 0.0)], &(0..0), |_| false);
        assert!(found[1] > 0.0 && found[4] < -2.0);
    }
}
