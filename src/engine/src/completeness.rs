//! How we know that a unit's figures for a window are complete: it said so, its rows imply it, or we do not know.

use crate::fit::shows_coverage;
use crate::index::ancestors;
use crate::judge::Judge;
use domain::{
    Activity, Evidence, Gather, NaiveDate, Span, Status, Submission, SubmissionKind, TableKind, TableShape, UnitIndex,
};
use plan::Part;
use std::collections::BTreeSet;

impl Judge<'_> {
    /// Tables that keep what `rule` counts: each holds, for any unit, at least one row that it can count. What is only
    /// tried stands in no table, so it is a sign of nothing.
    pub(crate) fn covering_tables(&self, rule: &Part) -> BTreeSet<u32> {
        let written = self.facts.activities.iter().filter(|row| !row.origin.is_tried());
        let rows = written.filter(|row| row.status == Status::Done && shows_coverage(rule, row));
        rows.map(|row| row.origin.table).gathered()
    }

    /// How we know that the figures of `unit` for the days `judged` are complete.
    pub(crate) fn evidence(&self, unit: UnitIndex, rule: &Part, judged: Span, covering: &BTreeSet<u32>) -> Evidence {
        if self.is_reported(unit, judged) {
            Evidence::Reported
        } else {
            self.implied(self.index.rows(unit, rule.scope), rule, judged, covering)
        }
    }

    /// A data submission of the unit, or of one above that speaks for those below.
    pub(crate) fn is_reported(&self, unit: UnitIndex, judged: Span) -> bool {
        let covers = |submission: &Submission| {
            submission.kind == SubmissionKind::Data
                && judged.within(submission.period)
                && submission.submitted <= self.as_of
                && (submission.unit == unit || submission.covers_children)
        };
        ancestors(&self.facts.roster, unit, Some(judged.to()))
            .into_iter()
            .any(|node| self.index.submissions(node).iter().any(|submission| covers(submission)))
    }

    /// A dated row that has happened, in a table that keeps what is counted. A plan implies nothing, and what a table says
    /// of the time up to its own cut-off implies nothing of the days after it.
    fn implied(&self, rows: &[u32], rule: &Part, judged: Span, covering: &BTreeSet<u32>) -> Evidence {
        let implies = |row: &&Activity| {
            row.status == Status::Done
                && row.when.is_some_and(|when| when.touches(judged) && when.from() <= self.as_of)
                && covering.contains(&row.origin.table)
                && (self.is_of_log(row) || shows_coverage(rule, row))
        };
        let last = judged.to().min(self.as_of);
        let goes_on = |row: &Activity| !self.facts.table(row.origin).is_some_and(|table| table.ends_before(last));
        let rows = rows.iter().filter_map(|row| self.index.row(*row)).filter(implies);
        rows.map(|row| if goes_on(row) { Evidence::Implied } else { Evidence::Partial }).min().unwrap_or(Evidence::None)
    }

    /// Does every register of a kind say that it goes only up to an earlier day?
    pub(crate) fn registers_end_before(&self, kind: TableKind, day: NaiveDate) -> bool {
        let mut registers = self.facts.tables.iter().filter(|table| table.kind == kind).peekable();
        registers.peek().is_some() && registers.all(|table| table.ends_before(day))
    }

    /// A log lists what happened, so any of its rows shows that the unit kept it. A cell of a summary speaks for its own
    /// column only: the blank beside it says nothing, which is not zero.
    fn is_of_log(&self, row: &Activity) -> bool {
        self.facts.table(row.origin).is_none_or(|table| table.shape == TableShape::Log)
    }
}
