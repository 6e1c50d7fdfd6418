//! Files that the worker makes.

use domain::ReportKind;
use serde::{Deserialize, Serialize};

/// A file the worker can make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ExportFormat {
    /// The agenda as iCalendar.
    AgendaIcs,
    /// The agenda as CSV.
    AgendaCsv,
    /// The agenda as a workbook.
    AgendaXlsx,
    /// Verdicts as CSV.
    VerdictsCsv,
    /// Findings as CSV.
    FindingsCsv,
    /// Units of which no row was read, as CSV.
    SilentCsv,
    /// The data as understood, with findings and decisions, as a workbook that can be read back.
    CleanXlsx,
    /// The results with the rows behind them, as a workbook.
    ResultsXlsx,
    /// Report, results, a report of each commune and the reminder, as one .zip for the officer of a province.
    Package,
    /// A report as a Word document: what [`SliceName::Report`] shows.
    ReportDocx(ReportKind),
}

/// What is wanted of a superior's form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FormPurpose {
    /// See what goes where.
    Look,
    /// Have it filled.
    Save,
}
