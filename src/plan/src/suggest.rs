//! "Did you mean …": the nearest of the known names. Knows letters only, not what the names stand for.
use domain::Arrange;

/// The help for an unknown `name`: the nearest of `known`, or the list if it is short.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.arrange();
    known.dedup();
    match nearest(name, &known) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if known.is_empty() || known.len() > 12 => None,
        None => Some(format!("known are `{}`", known.join("`, `"))),
    }
}

/// The one that takes the fewest edits, if they are few for the length of the name and leave something of it.
fn nearest<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    let letters = name.chars().count();
    let allowed = (letters / 3).max(1).min(letters.saturating_sub(1));
    let scored = known.iter().map(|candidate| (distance(name, candidate), *candidate));
    scored.filter(|(edits, _)| *edits <= allowed).min().map(|(_, candidate)| candidate)
}

/// Letters put in, left out, replaced, or swapped with their neighbour; ignoring case.
fn distance(left: &str, right: &str) -> usize {
    let [left, right] = [left, right].map(|text| text.to_lowercase().chars().collect::<Vec<_>>());
    let mut rows = Rows { before: Vec::new(), last: (0..=right.len()).collect() };
    for (index, letter) in left.iter().enumerate() {
        let previous = index.checked_sub(1).and_then(|index| left.get(index));
        rows.push(&right, (previous.copied(), *letter), index + 1);
    }
    rows.last.last().copied().unwrap_or(0)
}

/// The two last rows of the table of distances: a swap looks two back.
struct Rows {
    before: Vec<usize>,
    last: Vec<usize>,
}

impl Rows {
    /// The row of a letter and the one before it.
    fn push(&mut self, right: &[char], (previous, letter): (Option<char>, char), first: usize) {
        let mut next = vec![first];
        for (column, pair) in self.last.windows(2).enumerate() {
            let ([diagonal, above], Some(other)) = (pair, right.get(column)) else { continue };
            let left = next.last().copied().unwrap_or(first);
            let replaced = diagonal + usize::from(*other != letter);
            let edited = replaced.min(above + 1).min(left + 1);
            next.push(self.swapped(right, column, (previous, letter)).map_or(edited, |swapped| edited.min(swapped)));
        }
        self.before = std::mem::replace(&mut self.last, next);
    }

    fn swapped(&self, right: &[char], column: usize, (previous, letter): (Option<char>, char)) -> Option<usize> {
        let other_previous = right.get(column.checked_sub(1)?)?;
        let crossed = previous == right.get(column).copied() && letter == *other_previous;
        crossed.then(|| self.before.get(column - 1).map(|edits| edits + 1))?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_and_a_far_one_is_not() {
        let known = ["commune", "district", "hamlet"];
        assert_eq!(did_you_mean("comune", known).unwrap(), "did you mean `commune`?");
        assert_eq!(did_you_mean("T9", ["T1", "T2"]).unwrap(), "did you mean `T1`?");
        assert_eq!(did_you_mean("village", known).unwrap(), "known are `commune`, `district`, `hamlet`");
        assert_eq!(did_you_mean("locla", ["local", "total"]).unwrap(), "did you mean `local`?");
        assert_eq!(did_you_mean("9", ["1", "2"]).unwrap(), "known are `1`, `2`");
        assert_eq!(did_you_mean("x", []), None);
    }

    #[test]
    fn a_third_of_the_letters_may_be_wrong() {
        assert_eq!(did_you_mean("districxyz", ["district"]).unwrap(), "did you mean `district`?");
        assert_eq!(did_you_mean("distrixyzw", ["district"]).unwrap(), "known are `district`");
    }

    #[test]
    fn up_to_twelve_names_are_listed() {
        let names = ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh", "ii", "jj", "kk", "ll", "mm"];
        assert!(did_you_mean("xyz", names.into_iter().take(12)).is_some());
        assert_eq!(did_you_mean("xyz", names), None);
    }

    #[test]
    fn distance_is_the_number_of_edits() {
        for (left, right, edits) in [
            ("", "", 0),
            ("a", "", 1),
            ("kind", "kinds", 1),
            ("xã", "xa", 1),
            ("ab", "ba", 1),
            ("ab", "ca", 2),
            ("ab", "bc", 2),
            ("abc", "bca", 2),
            ("locla", "local", 1),
        ] {
            assert_eq!(distance(left, right), edits, "{left} {right}");
        }
    }
}
