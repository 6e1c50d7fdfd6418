//! What a tap can do about a group of findings. Decides; shows nothing.

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
            FindingKind::RelevanceUnknown { .. } => table().map_or(Self::None, Self::Relevant),
            _ => Self::None,
        }
    }
}

/// Units to choose from: those that the finding names, else every unit that can be shown.
pub(crate) fn candidates<'a>(group: &'a FindingGroup, all: &'a [UnitLine]) -> &'a [UnitLine] {
    if group.candidates.is_empty() { all } else { &group.candidates }
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
    use domain::Severity;

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
}
