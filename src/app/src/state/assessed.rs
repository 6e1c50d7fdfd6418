//! A finished assessment as the page holds it: the summary, and the slices that have come so far.

use super::stretches::stays;
use crate::choice::Rerun;
use crate::route::UnitKey;
use domain::{
    AgendaSlice, CheckSlice, CompareSlice, Explanation, FormsSlice, MatrixSlice, Place, ReadError, ReadingsSlice,
    ReportKind, ReportSlice, RollupSlice, RowsSlice, RowsStretch, RowsWish, Summary, TilesSlice, TrendSlice, UnitIndex,
    UnitLine, UnitSlice, WhatIfSlice,
};
use protocol::{JobId, Slice, SliceName};
use std::collections::BTreeMap;
use std::rc::Rc;

/// An assessment.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Assessed {
    /// The run it came from.
    pub(crate) job: JobId,
    /// What is known at once.
    pub(crate) summary: Rc<Summary>,
    /// Files that could not be read.
    pub(crate) failed: Rc<Vec<ReadError>>,
    slices: BTreeMap<SliceName, (JobId, Held)>,
}

/// A slice, shared with the views.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Held {
    /// Tables, columns and findings.
    Check(Rc<CheckSlice>),
    /// Units × targets.
    Matrix(Rc<MatrixSlice>),
    /// One unit.
    Unit(Rc<UnitSlice>),
    /// Why one verdict is as it is.
    Why(Rc<Explanation>),
    /// The agenda.
    Agenda(Rc<AgendaSlice>),
    /// A report.
    Report(Rc<ReportSlice>),
    /// How it went.
    Trend(Rc<TrendSlice>),
    /// Every reading with what each option would change.
    Readings(Rc<ReadingsSlice>),
    /// What the edits tried would turn.
    WhatIf(Rc<WhatIfSlice>),
    /// What differs from another day, or another set of files.
    Compare(Rc<CompareSlice>),
    /// Rows as they stand in the user's file; `None` = there is no such row.
    Rows(Option<Rc<RowsSlice>>),
    /// A stretch of a table's rows; `None` = there is no such table.
    Stretch(Option<Rc<RowsStretch>>),
    /// Units as tiles.
    Tiles(Rc<TilesSlice>),
    /// Counts by place.
    Rollup(Rc<RollupSlice>),
    /// The orders of columns of superiors' tables.
    Forms(Rc<FormsSlice>),
}

impl Held {
    /// Shares a slice. The plan belongs to no assessment; units by name are kept apart.
    pub(crate) fn share(slice: Slice) -> Option<Self> {
        match slice {
            Slice::Check(check) => Some(Self::Check(Rc::new(check))),
            Slice::Matrix(matrix) => Some(Self::Matrix(Rc::new(matrix))),
            Slice::Unit(unit) => Some(Self::Unit(Rc::new(unit))),
            Slice::Why(why) => Some(Self::Why(Rc::new(why))),
            Slice::Trend(trend) => Some(Self::Trend(Rc::new(trend))),
            Slice::Agenda(agenda) => Some(Self::Agenda(Rc::from(agenda))),
            Slice::Readings(readings) => Some(Self::Readings(Rc::new(readings))),
            Slice::WhatIf(difference) => Some(Self::WhatIf(Rc::new(difference))),
            Slice::Compare(compared) => Some(Self::Compare(Rc::from(compared))),
            Slice::Rows(rows) => Some(Self::Rows(rows.map(Rc::new))),
            Slice::Stretch(rows) => Some(Self::Stretch(rows.map(Rc::new))),
            Slice::Tiles(tiles) => Some(Self::Tiles(Rc::new(tiles))),
            Slice::Rollup(rollup) => Some(Self::Rollup(Rc::new(rollup))),
            Slice::Forms(forms) => Some(Self::Forms(Rc::new(forms))),
            Slice::Report(report) => Some(Self::Report(Rc::from(report))),
            Slice::Roster(_) | Slice::TryOut(_) => None,
        }
    }
}

impl Assessed {
    /// A fresh assessment without slices.
    pub(crate) fn new(job: JobId, summary: Summary, failed: Vec<ReadError>) -> Self {
        Self { job, summary: Rc::new(summary), failed: Rc::new(failed), slices: BTreeMap::new() }
    }

    /// Keeps slices of `older` to be shown until the new ones have come: a screen that goes blank for a moment loses
    /// the reader's place. When the files were read again units may have new numbers, so only the check-data slice,
    /// which names none, may stand.
    #[must_use]
    pub(crate) fn over(mut self, older: Self, extent: Rerun) -> Self {
        self.slices = older.slices;
        self.slices.retain(|name, _| extent == Rerun::Judge || *name == SliceName::Check);
        self
    }

    /// Keeps a slice of this assessment. Of what was tried or looked at only the latest answer stays.
    pub(crate) fn keep(&mut self, name: SliceName, held: Held) {
        match &name {
            SliceName::WhatIf(_) => self.slices.retain(|older, _| !matches!(older, SliceName::WhatIf(_))),
            SliceName::Compare(_) => self.slices.retain(|older, _| !matches!(older, SliceName::Compare(_))),
            SliceName::Rows(_) => self.slices.retain(|older, _| !matches!(older, SliceName::Rows(_))),
            SliceName::Stretch(wish, number) => self.slices.retain(|older, _| stays(older, (wish, *number))),
            _ => {}
        }
        self.slices.insert(name, (self.job, held));
    }

    /// Has this very assessment's slice come?
    pub(crate) fn has_fresh(&self, name: &SliceName) -> bool {
        self.slices.get(name).is_some_and(|(job, _)| *job == self.job)
    }

    /// The check-data slice.
    pub(crate) fn check(&self) -> Option<Rc<CheckSlice>> {
        match self.get(&SliceName::Check)? {
            Held::Check(check) => Some(Rc::clone(check)),
            _ => None,
        }
    }

    /// The rows around a place; the inner `None` = there is no such row.
    #[expect(clippy::option_option, reason = "outer: has it come; inner: is there such a row")]
    pub(crate) fn rows(&self, at: &Place) -> Option<Option<Rc<RowsSlice>>> {
        match self.get(&SliceName::Rows(at.clone()))? {
            Held::Rows(rows) => Some(rows.clone()),
            _ => None,
        }
    }

    /// The stretch of a table's rows with this number; the inner `None` = there is no such table.
    #[expect(clippy::option_option, reason = "outer: has it come; inner: is there such a table")]
    pub(crate) fn stretch(&self, wish: &RowsWish, number: u32) -> Option<Option<Rc<RowsStretch>>> {
        match self.get(&SliceName::Stretch(wish.clone(), number))? {
            Held::Stretch(rows) => Some(rows.clone()),
            _ => None,
        }
    }

    /// Units as tiles.
    pub(crate) fn tiles(&self) -> Option<Rc<TilesSlice>> {
        match self.get(&SliceName::Tiles)? {
            Held::Tiles(tiles) => Some(Rc::clone(tiles)),
            _ => None,
        }
    }

    /// Counts by place.
    pub(crate) fn rollup(&self) -> Option<Rc<RollupSlice>> {
        match self.get(&SliceName::Rollup)? {
            Held::Rollup(rollup) => Some(Rc::clone(rollup)),
            _ => None,
        }
    }

    /// The matrix.
    pub(crate) fn matrix(&self) -> Option<Rc<MatrixSlice>> {
        match self.get(&SliceName::Matrix)? {
            Held::Matrix(matrix) => Some(Rc::clone(matrix)),
            _ => None,
        }
    }

    /// A unit.
    pub(crate) fn unit(&self, unit: UnitIndex) -> Option<Rc<UnitSlice>> {
        match self.get(&SliceName::Unit(unit))? {
            Held::Unit(unit) => Some(Rc::clone(unit)),
            _ => None,
        }
    }

    /// An explanation.
    pub(crate) fn why(&self, name: &SliceName) -> Option<Rc<Explanation>> {
        match self.get(name)? {
            Held::Why(why) => Some(Rc::clone(why)),
            _ => None,
        }
    }

    /// How targets and figures went.
    pub(crate) fn trend(&self) -> Option<Rc<TrendSlice>> {
        match self.get(&SliceName::Trend)? {
            Held::Trend(trend) => Some(Rc::clone(trend)),
            _ => None,
        }
    }

    /// A report.
    pub(crate) fn report(&self, kind: ReportKind, unit: Option<UnitIndex>) -> Option<Rc<ReportSlice>> {
        match self.get(&SliceName::Report { kind, unit })? {
            Held::Report(report) => Some(Rc::clone(report)),
            _ => None,
        }
    }

    /// The orders of columns of superiors' tables.
    pub(crate) fn forms(&self) -> Option<Rc<FormsSlice>> {
        match self.get(&SliceName::Forms)? {
            Held::Forms(forms) => Some(Rc::clone(forms)),
            _ => None,
        }
    }

    /// An agenda.
    pub(crate) fn agenda(&self, unit: Option<UnitIndex>) -> Option<Rc<AgendaSlice>> {
        match self.get(&SliceName::Agenda(unit))? {
            Held::Agenda(agenda) => Some(Rc::clone(agenda)),
            _ => None,
        }
    }

    /// The readings.
    pub(crate) fn readings(&self) -> Option<Rc<ReadingsSlice>> {
        match self.get(&SliceName::Readings)? {
            Held::Readings(readings) => Some(Rc::clone(readings)),
            _ => None,
        }
    }

    /// The latest answer about what is tried: perhaps still that to the edits before.
    pub(crate) fn what_if(&self) -> Option<Rc<WhatIfSlice>> {
        self.slices.values().find_map(|(_, held)| match held {
            Held::WhatIf(difference) => Some(Rc::clone(difference)),
            _ => None,
        })
    }

    /// The latest comparison: perhaps still that of the question before.
    pub(crate) fn compared(&self) -> Option<Rc<CompareSlice>> {
        self.slices.values().find_map(|(_, held)| match held {
            Held::Compare(compared) => Some(Rc::clone(compared)),
            _ => None,
        })
    }

    /// The unit that `key` names, among those the page has heard of.
    pub(crate) fn find(&self, key: &UnitKey) -> Option<UnitIndex> {
        let matrix = self.matrix();
        let rows = matrix.iter().flat_map(|matrix| matrix.rows.iter().map(|row| &row.unit));
        let summary = self.summary.scope.iter().chain(&self.summary.scopes);
        summary.chain(rows).find(|line| key.names(line)).map(|line| line.unit)
    }

    /// A unit, if the page has heard of it.
    pub(crate) fn line_of(&self, unit: UnitIndex) -> Option<UnitLine> {
        let matrix = self.matrix();
        let rows = matrix.iter().flat_map(|matrix| matrix.rows.iter().map(|row| &row.unit));
        let shown = self.unit(unit);
        let lines = self.summary.scope.iter().chain(&self.summary.scopes).chain(shown.iter().map(|shown| &shown.unit));
        lines.chain(rows).find(|line| line.unit == unit).cloned()
    }

    fn get(&self, name: &SliceName) -> Option<&Held> {
        self.slices.get(name).map(|(_, held)| held)
    }
}
