//! Two lists, side by side. It decides what stands beside what, and takes no more memory than two lists of references.

use domain::Arrange;
use std::cmp::Ordering;

/// Two lists, side by side.
pub(super) struct Merged<T> {
    /// What is the same on both sides.
    pub(super) pairs: Vec<(T, T)>,
    /// What only the list before has.
    pub(super) before: Vec<T>,
    /// What only the list after has.
    pub(super) after: Vec<T>,
}

/// Pairs what `order` takes for equal: the first with the first, the second with the second.
pub(super) fn merge<T: Copy>(mut before: Vec<T>, mut after: Vec<T>, order: impl Fn(&T, &T) -> Ordering) -> Merged<T> {
    // Stable: equals stay in the order of their files.
    before.arrange_by(&order);
    after.arrange_by(&order);
    let mut merged = Merged { pairs: Vec::new(), before: Vec::new(), after: Vec::new() };
    let (mut earlier, mut later) = (before.into_iter().peekable(), after.into_iter().peekable());
    while let (Some(one), Some(other)) = (earlier.peek().copied(), later.peek().copied()) {
        match order(&one, &other) {
            Ordering::Less => merged.before.extend(earlier.next()),
            Ordering::Greater => merged.after.extend(later.next()),
            Ordering::Equal => {
                merged.pairs.push((one, other));
                earlier.next();
                later.next();
            }
        }
    }
    merged.before.extend(earlier);
    merged.after.extend(later);
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_doubles_each_finds_one_partner() {
        let merged = merge(vec![3, 1, 1, 5], vec![1, 3, 3, 4], Ord::cmp);
        assert_eq!(merged.pairs, [(1, 1), (3, 3)]);
        assert_eq!((merged.before, merged.after), (vec![1, 5], vec![3, 4]));
    }
}
