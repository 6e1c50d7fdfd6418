//! Decides which report is shown, what to know before it is handed in, and what is pasted elsewhere. It knows no element.

use crate::route::{MatrixView, ReportView, Route, UnitKey};
use crate::views::context::open_questions;
use chrono::{Datelike, Days, NaiveDate};
use domain::{
    DutyDay, Period, PlanSlice, ReportBlock, ReportKind, ReportLine, ReportRun, ReportSlice, ReportTable, State,
    Summary, UnitIndex, UnitKind, UnitLine,
};
use wording::readings::ReadingFilter;
use wording::reports::Known;

/// What the screen is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// This report.
    Report {
        /// Which.
        kind: ReportKind,
        /// Whose; `None` = of the province.
        unit: Option<UnitIndex>,
    },
    /// This report, and nobody knows whose.
    NeedsUnit(ReportKind),
    /// A report of a unit that the data do not have, as far as is known.
    Unknown(ReportKind),
}

impl Asked {
    /// Which kind.
    pub(crate) fn kind(self) -> ReportKind {
        match self {
            Self::Report { kind, .. } | Self::NeedsUnit(kind) | Self::Unknown(kind) => kind,
        }
    }
}

/// The report that an address asks for, under the plan as far as it is known. `find` knows the units.
pub(crate) fn asked(
    view: &ReportView,
    summary: &Summary,
    plan: Option<&PlanSlice>,
    find: impl Fn(&UnitKey) -> Option<UnitIndex>,
) -> Asked {
    let of_scope = summary.scope.as_ref().filter(|line| line.kind != UnitKind::Province).map(|line| line.unit);
    let is_province = |unit: &UnitIndex| {
        let mut lines = summary.scope.iter().chain(&summary.scopes);
        lines.any(|line| line.unit == *unit && line.kind == UnitKind::Province)
    };
    let named = view.unit.as_ref().map(find).filter(|unit| !unit.as_ref().is_some_and(is_province));
    let unit = named.unwrap_or_else(|| of_scope.or(summary.lone_unit));
    let has_unit = named.is_some() || unit.is_some();
    let kind = view.kind.unwrap_or_else(|| suggested(summary, plan, has_unit));
    match unit {
        _ if kind.is_of_province() => Asked::Report { kind, unit: None },
        Some(unit) => Asked::Report { kind, unit: Some(unit) },
        None if named.is_some() => Asked::Unknown(kind),
        None => Asked::NeedsUnit(kind),
    }
}

/// So many days before it is due people write a report.
const SEASON_DAYS: i64 = 26;

/// The report that is due next under the plan. Of a year that is over, and of one whose yearly report was due, that is the yearly.
fn suggested(summary: &Summary, plan: Option<&PlanSlice>, has_unit: bool) -> ReportKind {
    let as_of = summary.as_of;
    let days_left = |kind: ReportKind| {
        let deadline = plan?.deadline(kind)?;
        let DutyDay::Yearly(month, day) = deadline.day else { return None };
        let due = NaiveDate::from_ymd_opt(as_of.year(), month, day)?;
        Some((due - as_of).num_days() - i64::from(!deadline.inclusive))
    };
    let is_in_season = |kind| days_left(kind).is_some_and(|days| days < SEASON_DAYS);
    match () {
        () if !has_unit => ReportKind::Province,
        () if as_of.year() > summary.year || is_in_season(ReportKind::Year) => ReportKind::Year,
        () if is_in_season(ReportKind::HalfYear) && days_left(ReportKind::HalfYear) >= Some(0) => ReportKind::HalfYear,
        () => ReportKind::Quarter,
    }
}

/// Units that can be chosen here; the rest are reached through the list of all units.
pub(super) fn units(summary: &Summary) -> impl Iterator<Item = &UnitLine> {
    summary.scopes.iter().filter(|line| line.kind != UnitKind::Province)
}

/// Two units may share a name: the parent tells them apart.
pub(super) fn name_with_parent(line: &UnitLine) -> String {
    if line.parent.is_empty() { line.name.clone() } else { format!("{} ({})", line.name, line.parent) }
}

/// Where a thing to know is looked after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Leads {
    /// To another screen.
    To(Route),
    /// To the choice of the day, above.
    ToDay,
}

/// Is the scope shown the whole province? What its officer sends on belongs to no other.
pub(crate) fn is_of_province(summary: &Summary) -> bool {
    summary.scope.as_ref().is_none_or(|scope| scope.kind == UnitKind::Province)
}

/// What to know before the report is handed in.
pub(super) fn known(report: &ReportSlice, summary: &Summary, is_sample: bool) -> Vec<(Known, Leads)> {
    let over = last_day(&report.period).is_some_and(|last| last <= report.as_of);
    let as_of = Known::AsOf { day: report.as_of, period: report.period.clone(), over };
    let cut_off = cut_off(report).map(|day| (Known::CutOff { day, beyond: report.as_of > day }, Leads::ToDay));
    let readings = u32::try_from(summary.options.readings.len()).unwrap_or(u32::MAX);
    let filter = if readings > 0 { ReadingFilter::Mine } else { ReadingFilter::All };
    let sample = is_sample.then_some((Known::Sample, Leads::To(Route::Data)));
    sample
        .into_iter()
        .chain([(as_of, Leads::ToDay)])
        .chain(cut_off)
        .chain([(Known::Readings(readings), Leads::To(Route::Readings(filter)))])
        .chain(completeness(summary))
        .chain([(Known::Findings(open_questions(summary)), Leads::To(Route::Check))])
        .collect()
}

/// Only kinds that a roster lists: of others nobody knows how many there are.
fn completeness(summary: &Summary) -> impl Iterator<Item = (Known, Leads)> {
    let lines = summary.overview.completeness.iter().filter(|line| line.has_roster && line.listed > 0);
    lines.map(|line| {
        let silent = MatrixView { state: Some(State::NoData), ..MatrixView::default() };
        let known = Known::Completeness { kind: line.kind, with_data: line.with_data, listed: line.listed };
        (known, Leads::To(Route::Matrix(silent)))
    })
}

// SOURCE: Decree 09/2019/NĐ-CP: six months until 14 June, a year until 14 December.
fn cut_off(report: &ReportSlice) -> Option<NaiveDate> {
    let (month, year) = match (report.kind, report.period.year()) {
        (ReportKind::HalfYear, Some(year)) => (6, year),
        (ReportKind::Year, Some(year)) => (12, year),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, 14)
}

/// The last day of a period of the calendar.
fn last_day(period: &Period) -> Option<NaiveDate> {
    let (year, month) = match period {
        Period::Year(year) | Period::Range(_, year) => (*year, 12),
        Period::Half(year, half) => (*year, half * 6),
        Period::Quarter(year, quarter) => (*year, quarter * 3),
        Period::Month(year, month) => (*year, *month),
        Period::Named(..) | Period::Milestone(_) => return None,
    };
    let (year, month) = if month >= 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_sub_days(Days::new(1))
}

/// The words of a line; a blank stands in brackets.
pub(super) fn words(line: &ReportLine) -> String {
    line.iter()
        .map(|run| match run {
            ReportRun::Text(text) => text.clone(),
            ReportRun::Blank(hint) => format!("[{hint}]"),
        })
        .collect()
}

/// The paragraphs beside the table of results, under the report's own title.
pub(super) fn paragraph(report: &ReportSlice) -> String {
    let title = report.head.subject.join(" ");
    let paragraphs = section_of_results(&report.body).iter().filter_map(|block| match block {
        ReportBlock::Paragraph(line) | ReportBlock::Item(line) => Some(words(line)),
        ReportBlock::Heading { .. } | ReportBlock::Table(_) => None,
    });
    std::iter::once(title).filter(|title| !title.is_empty()).chain(paragraphs).collect::<Vec<_>>().join("\n")
}

/// The part between two main headings that holds the first table; all of it, if there is none.
fn section_of_results(body: &[ReportBlock]) -> &[ReportBlock] {
    let is_head = |block: &ReportBlock| matches!(block, ReportBlock::Heading { level: 1, .. });
    let Some(table) = body.iter().position(|block| matches!(block, ReportBlock::Table(_))) else { return body };
    let (before, after) = body.split_at(table);
    let from = before.iter().rposition(is_head).unwrap_or(0);
    let to = after.iter().position(is_head).map_or(body.len(), |at| table + at);
    body.get(from..to).unwrap_or(body)
}

/// The table of results.
pub(super) fn table(report: &ReportSlice) -> Option<&ReportTable> {
    report.body.iter().find_map(|block| match block {
        ReportBlock::Table(table) => Some(table),
        ReportBlock::Heading { .. } | ReportBlock::Paragraph(_) | ReportBlock::Item(_) => None,
    })
}

/// The table as rows of cells, header first.
pub(super) fn cells(table: &ReportTable) -> Vec<Vec<String>> {
    let header = table.columns.iter().map(|column| column.head.clone()).collect();
    let rows = table.rows.iter().map(|row| row.iter().map(words).collect());
    std::iter::once(header).chain(rows).collect()
}

#[cfg(test)]
mod tests;
