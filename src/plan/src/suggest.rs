//! "Did you mean …": the nearest of the known names. Knows letters only, not what the names stand for.

/// The help for an unknown `name`: the nearest of `known`, or the list if it is short.
pub(crate) fn did_you_mean<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let mut known: Vec<&str> = known.into_iter().collect();
    known.sort_unstable();
    known.dedup();
    match nearest(name, &known) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if known.is_empty() || known.len() > 12 => None,
        None => Some(format!("known are `{}`", known.join("`, `"))),
    }
}

/// The one that takes the fewest edits, if they are few for the length of the name.
fn nearest<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    let allowed = (name.chars().count() / 3).max(1);
    let scored = known.iter().map(|candidate| (distance(name, candidate), *candidate));
    scored.filter(|(edits, _)| *edits <= allowed).min().map(|(_, candidate)| candidate)
}

/// Levenshtein distance, ignoring case.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, letter) in left.to_lowercase().chars().enumerate() {
        row = next_row(&row, &right, letter, index + 1);
    }
    row.last().copied().unwrap_or(0)
}

fn next_row(row: &[usize], right: &[char], letter: char, first: usize) -> Vec<usize> {
    let mut next = vec![first];
    for (pair, other) in row.windows(2).zip(right) {
        let [diagonal, above] = pair else { continue };
        let left = next.last().copied().unwrap_or(first);
        let replaced = diagonal + usize::from(*other != letter);
        next.push(replaced.min(above + 1).min(left + 1));
    }
    next
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
        assert_eq!(did_you_mean("x", []), None);
    }

    #[test]
    fn distance_is_the_number_of_edits() {
        for (left, right, edits) in [("", "", 0), ("a", "", 1), ("kind", "kinds", 1), ("xã", "xa", 1), ("ab", "ba", 2)]
        {
            assert_eq!(distance(left, right), edits, "{left} {right}");
        }
    }
}
