//! Sorting for lists that are short or seldom sorted, and collecting without sorting.
//!
//! The standard library's sorting is compiled anew for each type and weighs some ten kilobytes a time; the program is fetched over
//! a phone's line. Here one sorting of places serves all types: what belongs to a type is to compare two of a list and to
//! swap them.

use std::cmp::Ordering;

/// Sorts a list. Equal ones keep their order.
pub trait Arrange<T> {
    /// By what the items say of themselves.
    fn arrange(&mut self)
    where
        T: Ord;

    /// As `order` says.
    fn arrange_by(&mut self, order: impl FnMut(&T, &T) -> Ordering);

    /// By what `key` says of each; it is asked at each comparison.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// By what `key` says of each; it is asked once for each.
    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, mut order: impl FnMut(&T, &T) -> Ordering) {
        let mut places = arranged(self.len(), &mut |one, other| match (self.get(one), self.get(other)) {
            (Some(one), Some(other)) => order(one, other),
            _ => Ordering::Equal,
        });
        put(&mut places, &mut |one, other| self.swap(one, other));
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|one, other| key(one).cmp(&key(other)));
    }

    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let mut places = arranged(keys.len(), &mut |one, other| keys.get(one).cmp(&keys.get(other)));
        put(&mut places, &mut |one, other| self.swap(one, other));
    }
}

/// Collecting into maps and sets.
pub trait Gather: Iterator + Sized {
    /// Takes the items one by one; of equal keys the last holds. The standard library's `collect` into a map or a set sorts all of
    /// them first: for each type of key a sorting of its own.
    fn gathered<C: Default + Extend<Self::Item>>(self) -> C {
        let mut all = C::default();
        all.extend(self);
        all
    }
}

impl<I: Iterator> Gather for I {}

/// The places of a list in the order in which they belong.
#[inline(never)]
fn arranged(len: usize, order: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|one, other| order(*one, *other));
    places
}

/// Puts at each place what stood at the place named there, by swapping round by round. The list of places is used up.
#[inline(never)]
fn put(places: &mut [usize], swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..places.len() {
        let mut at = start;
        while let Some(from) =
            places.get_mut(at).map(|place| std::mem::replace(place, at)).filter(|from| *from != start)
        {
            swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers with many of the same, from a small generator.
    fn numbers(count: usize) -> Vec<(u8, usize)> {
        let mut state = 7_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8 % 23
        };
        (0..count).map(|place| (next(), place)).collect()
    }

    #[test]
    fn lists_come_out_as_the_standard_library_sorts_them() {
        for count in [0, 1, 2, 3, 20, 21, 500] {
            let (mut ours, mut theirs) = (numbers(count), numbers(count));
            ours.arrange_by_key(|(number, _)| *number);
            theirs.sort_by_key(|(number, _)| *number);
            assert_eq!(ours, theirs);
            ours.arrange_by_cached_key(|(number, place)| (u8::MAX - number, *place % 7));
            theirs.sort_by_cached_key(|(number, place)| (u8::MAX - number, *place % 7));
            assert_eq!(ours, theirs);
            ours.arrange_by(|one, other| other.cmp(one));
            theirs.sort_by(|one, other| other.cmp(one));
            assert_eq!(ours, theirs);
            let mut words: Vec<String> = numbers(count).iter().map(|(number, _)| number.to_string()).collect();
            let mut sorted = words.clone();
            words.arrange();
            sorted.sort();
            assert_eq!(words, sorted);
        }
    }
}
