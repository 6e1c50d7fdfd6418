//! What a tap can do about a group of findings. Decides; shows nothing.

use crate::choice::Choice;
use domain::{ActivityKind, FindingGroup, FindingKind, UnitLine};

/// A one-tap answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fix {
    /// Say which unit a spelling is.
    Unit {
        /// Its table; empty = every table.
        table: String,
        /// The spelling; empty = rows that name no unit.
        text: String,
    },
    /// Say which kind a word is.
    Kind {
        /// The word.
        word: String,
        /// What it was taken for.
        taken: ActivityKind,
    },
    /// The table writes the month first.
    MonthFirst(String),
    /// The table is about gender equality.
    Relevant(String),
    /// Choose the encoding of a file.
    Encoding(String),
    /// Nothing to tap: the file has to be mended, or all is well.
    None,
}

impl Fix {
    /// The answer that fits a group.
    pub(crate) fn of(group: &FindingGroup) -> Self {
        let table = || group.table.clone();
        match &group.sample {
            FindingKind::AmbiguousUnit { text, .. } | FindingKind::UnknownUnit { text } => {
                Self::Unit { table: table().unwrap_or_default(), text: text.clone() }
            }
            FindingKind::NoUnitColumn | FindingKind::MissingUnit => {
                // Without its table the answer would hold for rows of other tables, too.
                table().map_or(Self::None, |table| Self::Unit { table, text: String::new() })
            }
            FindingKind::UnknownKind { word, taken } => Self::Kind { word: word.clone(), taken: *taken },
            FindingKind::AmbiguousDate { .. } => table().map_or(Self::None, Self::MonthFirst),
            FindingKind::EncodingUnsure { .. } => {
                group.first.first().map_or(Self::None, |found| Self::Encoding(found.at.file.clone()))
            }
            FindingKind::RelevanceUnknown { .. } => table().map_or(Self::None, Self::Relevant),
            _ => Self::None,
        }
    }
}

/// Suggestions that can be taken all at once: words with a suggested kind. What is taken for "other" would never count,
/// and a name that fits several units has no safe answer: both are asked one by one.
pub(crate) fn safe_suggestions(groups: &[FindingGroup]) -> Vec<Choice> {
    let safe = |group: &FindingGroup| match Fix::of(group) {
        Fix::Kind { word, taken } if taken != ActivityKind::Other => Some(Choice::Kind { word, kind: taken }),
        _ => None,
    };
    groups.iter().filter_map(safe).collect()
}

/// Why a name is ambiguous: the places where it is found, or, where they are the same, the names themselves.
pub(crate) fn reason(candidates: &[UnitLine]) -> Vec<String> {
    let mut parents: Vec<String> = Vec::new();
    for unit in candidates.iter().filter(|unit| !unit.parent.is_empty()) {
        if !parents.contains(&unit.parent) {
            parents.push(unit.parent.clone());
        }
    }
    if parents.len() > 1 { parents } else { candidates.iter().map(|unit| unit.name.clone()).collect() }
}

/// Groups of one kind, in the order of their first.
pub(crate) fn by_code(groups: Vec<&FindingGroup>) -> Vec<Vec<&FindingGroup>> {
    let mut sorted: Vec<Vec<&FindingGroup>> = Vec::new();
    for group in groups {
        match sorted.iter_mut().find(|same| same.first().is_some_and(|first| first.code == group.code)) {
            Some(same) => same.push(group),
            None => sorted.push(vec![group]),
        }
    }
    sorted
}

/// Units under the names of their parents, in the order given: a list of a hundred names is read by district.
pub(crate) fn by_parent(units: &[UnitLine]) -> Vec<(String, Vec<UnitLine>)> {
    let mut groups: Vec<(String, Vec<UnitLine>)> = Vec::new();
    for unit in units {
        match groups.iter_mut().find(|(parent, _)| *parent == unit.parent) {
            Some((_, group)) => group.push(unit.clone()),
            None => groups.push((unit.parent.clone(), vec![unit.clone()])),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Life, Severity, UnitIndex, UnitKind, UnitSource};

    fn group(sample: FindingKind, table: Option<&str>) -> FindingGroup {
        FindingGroup {
            code: sample.code().to_owned(),
            severity: Severity::Question,
            count: 1,
            sample,
            first: Vec::new(),
            table: table.map(str::to_owned),
            candidates: Vec::new(),
        }
    }

    #[test]
    fn a_spelling_may_be_answered_for_every_table() {
        let fix = Fix::of(&group(FindingKind::UnknownUnit { text: "Vĩnh Hoà".to_owned() }, None));
        assert_eq!(fix, Fix::Unit { table: String::new(), text: "Vĩnh Hoà".to_owned() });
    }

    #[test]
    fn rows_without_a_unit_are_never_answered_for_every_table() {
        for sample in [FindingKind::NoUnitColumn, FindingKind::MissingUnit] {
            assert_eq!(Fix::of(&group(sample.clone(), None)), Fix::None);
            let fix = Fix::Unit { table: "f".to_owned(), text: String::new() };
            assert_eq!(Fix::of(&group(sample, Some("f"))), fix);
        }
    }

    #[test]
    fn what_only_the_file_can_mend_has_no_tap() {
        assert_eq!(Fix::of(&group(FindingKind::BadCount { text: "-1".to_owned() }, Some("f"))), Fix::None);
    }

    fn unit(name: &str, parent: &str) -> UnitLine {
        UnitLine {
            unit: UnitIndex(0),
            id: name.to_owned(),
            name: name.to_owned(),
            parent: parent.to_owned(),
            kind: UnitKind::Commune,
            source: UnitSource::Shipped,
            life: Life::default(),
        }
    }

    #[test]
    fn the_reason_names_districts_or_else_the_units_themselves() {
        let in_two = [unit("Xã Thạnh Lộc", "Huyện Giồng Riềng"), unit("Xã Thạnh Lộc", "Huyện Châu Thành")];
        assert_eq!(reason(&in_two), ["Huyện Giồng Riềng", "Huyện Châu Thành"]);
        let in_one = [unit("Xã Vĩnh Thuận", "Huyện Vĩnh Thuận"), unit("Thị trấn Vĩnh Thuận", "Huyện Vĩnh Thuận")];
        assert_eq!(reason(&in_one), ["Xã Vĩnh Thuận", "Thị trấn Vĩnh Thuận"]);
    }

    #[test]
    fn only_words_with_a_kind_that_counts_are_accepted_all_at_once() {
        let kind = |word: &str, taken| group(FindingKind::UnknownKind { word: word.to_owned(), taken }, None);
        let ambiguous = FindingKind::AmbiguousUnit { text: "Vĩnh Hoà".to_owned(), candidates: Vec::new() };
        let groups = [kind("Loa cụm", ActivityKind::News), kind("Khác", ActivityKind::Other), group(ambiguous, None)];
        let news = Choice::Kind { word: "Loa cụm".to_owned(), kind: ActivityKind::News };
        assert_eq!(safe_suggestions(&groups), [news]);
    }
}
