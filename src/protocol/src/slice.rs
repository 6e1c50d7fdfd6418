//! What the page asks for of an assessment, as it travels.

use domain::{
    AgendaSlice, CheckSlice, CompareSlice, Explanation, FormsSlice, MatrixSlice, ReadingsSlice, ReportSlice,
    RollupSlice, RowsSlice, RowsStretch, TilesSlice, TrendSlice, TryOutSlice, UnitLine, UnitSlice, WhatIfSlice,
};
use serde::{Deserialize, Serialize};

/// The content of a slice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Slice {
    /// See [`crate::SliceName::Check`].
    Check(CheckSlice),
    /// See [`crate::SliceName::Matrix`].
    Matrix(MatrixSlice),
    /// See [`crate::SliceName::Unit`].
    Unit(UnitSlice),
    /// See [`crate::SliceName::Why`].
    Why(Explanation),
    /// See [`crate::SliceName::Agenda`].
    Agenda(Box<AgendaSlice>),
    /// See [`crate::SliceName::Roster`].
    Roster(Vec<UnitLine>),
    /// See [`crate::SliceName::Readings`].
    Readings(ReadingsSlice),
    /// See [`crate::SliceName::WhatIf`].
    WhatIf(WhatIfSlice),
    /// See [`crate::SliceName::Trend`].
    Trend(TrendSlice),
    /// See [`crate::SliceName::Compare`].
    Compare(Box<CompareSlice>),
    /// See [`crate::SliceName::TryOut`].
    TryOut(TryOutSlice),
    /// See [`crate::SliceName::Rows`]; `None` = the place is in no table.
    Rows(Option<RowsSlice>),
    /// See [`crate::SliceName::Report`].
    Report(Box<ReportSlice>),
    /// See [`crate::SliceName::Stretch`]; `None` = there is no such table.
    Stretch(Option<RowsStretch>),
    /// See [`crate::SliceName::Tiles`].
    Tiles(TilesSlice),
    /// See [`crate::SliceName::Rollup`].
    Rollup(RollupSlice),
    /// See [`crate::SliceName::Forms`].
    Forms(FormsSlice),
}
