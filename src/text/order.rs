//! Sorting by numbers.
//!
//! Enters: items and a number for each. Leaves: the items in order. Knows nothing of what they are.
//!
//! The library's sorts are compiled anew for every type that is sorted, some six kilobytes each; here one of them, of
//! plain numbers, serves all types.

use super::Span;

/// Sorts by a key; items of equal keys keep their order.
pub fn by_key<T>(items: &mut Vec<T>, mut key: impl FnMut(&T) -> u64) {
    let mut order: Vec<(u64, usize)> = items.iter().enumerate().map(|(index, item)| (key(item), index)).collect();
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut places: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, index)| places[index].take()));
}

/// Sorts by where items stand; of those that begin together the shortest comes first.
pub fn by_span<T>(items: &mut Vec<T>, span: impl Fn(&T) -> Span) {
    by_key(items, |item| pair(span(item).start, span(item).end));
}

/// The key of two numbers below 2^32, of which the first counts more.
pub fn pair(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | u64::from(second as u32)
}

/// The key that puts larger numbers below 2^32 first.
pub fn falling(number: usize) -> usize {
    u32::MAX as usize - number.min(u32::MAX as usize)
}

/// The key that puts larger numbers first, in the order of [`f64::total_cmp`].
pub fn falling_real(number: f64) -> u64 {
    let bits = number.to_bits();
    if bits >> 63 == 0 { !(bits | 1 << 63) } else { bits }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks that sorting by `key` puts `items` into the order that the library gives them.
    fn check<T: Clone + PartialEq + std::fmt::Debug>(
        items: &[T],
        key: impl Fn(&T) -> u64,
        compare: impl Fn(&T, &T) -> std::cmp::Ordering,
    ) {
        let (mut found, mut expected) = (items.to_vec(), items.to_vec());
        by_key(&mut found, key);
        expected.sort_by(compare);
        assert_eq!(found, expected);
    }

    #[test]
    fn items_are_in_order_and_equal_ones_as_they_were() {
        let pairs = [(3, 9), (1, 2), (3, 1), (1, 7), (3, 9), (0, 0), (1, 2)];
        check(&pairs, |p| p.0 as u64, |a, b| a.0.cmp(&b.0));
        check(&pairs, |p| pair(p.0, falling(p.1)), |a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        check::<usize>(&[], |n| *n as u64, usize::cmp);
        let mut spans = [(4, 9), (0, 3), (4, 5)].map(|(start, end)| Span::new(start, end)).to_vec();
        by_span(&mut spans, |span| *span);
        assert!(spans.is_sorted());
    }

    #[test]
    fn larger_reals_come_first() {
        let reals = [0.5, -0.5, 0.0, -0.0, f64::INFINITY, 1e-300, -7.0, f64::NEG_INFINITY, 7.0, 0.5];
        check(&reals, |r| falling_real(*r), |a, b| b.total_cmp(a));
    }
}
