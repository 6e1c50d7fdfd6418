//! Which report an address asks for.

use super::column::{columns, written};
use super::{Query, UnitKey};
use domain::{ReportKind, RowColumn, UnitLine};

/// What the reports screen shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ReportView {
    /// Which report; `None` = the one that day and unit suggest.
    pub(crate) kind: Option<ReportKind>,
    /// Whose; `None` = of the scope.
    pub(crate) unit: Option<UnitKey>,
    /// The columns of the row to paste; empty = those of the order in force.
    pub(crate) columns: Vec<RowColumn>,
}

impl ReportView {
    /// The report of this unit that is due next.
    pub(crate) fn of(unit: &UnitLine) -> Self {
        Self { unit: Some(UnitKey::of(unit)), ..Self::default() }
    }

    pub(super) fn parse(query: &Query<'_>) -> Self {
        Self {
            kind: query.get("k").and_then(ReportKind::from_code),
            unit: UnitKey::parse(query),
            columns: query.get("c").map(columns).unwrap_or_default(),
        }
    }

    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let kind = self.kind.map(|kind| ("k", kind.code().to_owned()));
        let columns = (!self.columns.is_empty()).then(|| ("c", written(&self.columns)));
        kind.into_iter().chain(self.unit.as_ref().map(UnitKey::pair)).chain(columns).collect()
    }
}
