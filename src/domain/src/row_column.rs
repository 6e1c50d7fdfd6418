//! What a column of the superior's table holds, and what the data say of it.

use crate::{ActivityKind, ReportReach};
use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowColumn {
    /// The unit's name.
    Unit,
    /// Communication sessions.
    Events,
    /// People at them.
    EventPeople,
    /// News items.
    News,
    /// Activities of the Action Month.
    #[serde(rename = "month")]
    ActionMonth,
    /// Communication models.
    Models,
    /// Signed pledges.
    Pledges,
    /// People reached by anything.
    People,
    /// Women among them.
    Women,
    /// Money spent, in đồng.
    Cost,
    /// Nothing: the superior asks for something that the data do not hold.
    Blank,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RowValue {
    /// A whole number.
    Number(u64),
    /// Words.
    Text(String),
}

impl RowValue {
    /// As it stands in a cell: numbers without marks between their digits, so that they stay numbers where they are pasted.
    pub fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

impl RowColumn {
    /// Every column, in the order they are offered.
    pub const ALL: [Self; 11] = [
        Self::Unit,
        Self::Events,
        Self::EventPeople,
        Self::News,
        Self::ActionMonth,
        Self::Models,
        Self::Pledges,
        Self::People,
        Self::Women,
        Self::Cost,
        Self::Blank,
    ];

    /// How addresses and template files name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Events => "events",
            Self::EventPeople => "event-people",
            Self::News => "news",
            Self::ActionMonth => "month",
            Self::Models => "models",
            Self::Pledges => "pledges",
            Self::People => "people",
            Self::Women => "women",
            Self::Cost => "cost",
            Self::Blank => "blank",
        }
    }

    /// The column with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }

    /// What the data say, of a unit called `name`; `None` = they do not say: it is no zero.
    pub fn value(self, reach: &ReportReach, name: &str) -> Option<RowValue> {
        let of = |kind: ActivityKind| reach.kinds.get(&kind).copied().unwrap_or_default();
        // A kind without a row may have been held all the same, and sent by nobody.
        let count = |kind| reach.kinds.get(&kind).map(|kind| kind.count);
        let number = match self {
            Self::Unit => return (!name.is_empty()).then(|| RowValue::Text(name.to_owned())),
            Self::Events => count(ActivityKind::Event),
            Self::EventPeople => said(of(ActivityKind::Event).people_rows, of(ActivityKind::Event).people),
            Self::News => count(ActivityKind::News),
            Self::ActionMonth => count(ActivityKind::ActionMonth),
            Self::Models => count(ActivityKind::Model),
            Self::Pledges => count(ActivityKind::Pledge),
            Self::People => {
                let kinds = reach.kinds.values();
                said(kinds.clone().map(|kind| kind.people_rows).sum(), kinds.map(|kind| kind.people).sum())
            }
            Self::Women => (reach.people_beside_women > 0).then_some(reach.women),
            Self::Cost => said(reach.cost_rows, reach.by_source.values().sum()),
            Self::Blank => None,
        };
        number.map(RowValue::Number)
    }
}

/// A sum that no row states is not known.
fn said(rows: u32, sum: u64) -> Option<u64> {
    (rows > 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ReportKindReach;

    fn reach(kinds: &[(ActivityKind, ReportKindReach)]) -> ReportReach {
        ReportReach { kinds: kinds.iter().copied().collect(), ..ReportReach::default() }
    }

    #[test]
    fn a_sum_that_nobody_said_is_no_zero() {
        let of = |count, people_rows, people| ReportKindReach { count, rows: 1, people, people_rows };
        let held = reach(&[(ActivityKind::Event, of(3, 0, 0))]);
        assert_eq!(RowColumn::Events.value(&held, ""), Some(RowValue::Number(3)));
        assert_eq!(RowColumn::EventPeople.value(&held, ""), None);
        assert_eq!(RowColumn::News.value(&held, ""), None, "no row of news is no zero");
        let nobody = reach(&[(ActivityKind::Event, of(3, 1, 0))]);
        assert_eq!(RowColumn::EventPeople.value(&nobody, ""), Some(RowValue::Number(0)), "a stated zero is one");
        for column in [RowColumn::Women, RowColumn::Cost, RowColumn::Blank, RowColumn::Unit] {
            assert_eq!(column.value(&held, ""), None, "{column:?}");
        }
    }

    #[test]
    fn every_column_is_found_by_its_code_and_kept_by_it() {
        for column in RowColumn::ALL {
            assert_eq!(RowColumn::from_code(column.code()), Some(column));
            assert_eq!(serde_json::to_string(&column).unwrap(), format!("\"{}\"", column.code()));
        }
    }
}
