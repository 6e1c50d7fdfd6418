//! Files made of an assessment: which writer, which name.

use assess::{Assessment, House};
use domain::{AgendaSlice, Language, NaiveDate, ReportKind, ReportSlice, SourceFile, UnitIndex, Verdict};
use protocol::ExportFormat;
use report::csv::Flavour;
use report::package::Contents;
use report::results::Made;
use report::{Subject, Words, worded};
use std::borrow::Cow;

/// A finished file.
pub(crate) struct MadeFile {
    /// Suggested name.
    pub(crate) name: Cow<'static, str>,
    /// MIME type.
    pub(crate) mime: &'static str,
    /// Content.
    pub(crate) bytes: Vec<u8>,
}

/// What is asked for.
pub(crate) struct Asked<'a> {
    /// Which format.
    pub(crate) format: ExportFormat,
    /// In which language.
    pub(crate) language: Language,
    /// The day of making.
    pub(crate) stamp: NaiveDate,
    /// Only this unit and all below it.
    pub(crate) unit: Option<UnitIndex>,
    /// Texts for the blanks of a report.
    pub(crate) filled: &'a [String],
}

/// Makes the file asked for; the agenda is that of the unit (or of the scope) and all below it. `sources` reads the files
/// again: only what tells of them asks. Fails only where the data do not fit into the format.
pub(crate) fn make(
    house: &House,
    assessment: &Assessment,
    asked: &Asked<'_>,
    sources: impl FnOnce() -> Vec<SourceFile>,
) -> Result<MadeFile, String> {
    let Asked { format, language, unit, .. } = *asked;
    let slice = match format {
        ExportFormat::AgendaIcs
        | ExportFormat::AgendaCsv
        | ExportFormat::AgendaXlsx
        | ExportFormat::ResultsXlsx
        | ExportFormat::Package => assessment.agenda_slice(house, of_whom(format, unit)),
        _ => AgendaSlice::default(),
    };
    let (subject, judge) = (assessment.subject(&[], &slice.agenda), assessment.judge());
    let reading = |reading: &str, option: &str| assessment.reading(reading, option);
    let counted = |verdict: &Verdict| judge.counted_rows(verdict);
    worded::with_words(language, assessment.facts(), &slice, (&reading, &counted), |words| {
        written((house, assessment), asked, &subject, words, sources)
    })
}

/// The file asked for, of what is reported and its words.
fn written(
    (house, assessment): (&House, &Assessment),
    asked: &Asked<'_>,
    subject: &Subject<'_>,
    words: &Words<'_>,
    sources: impl FnOnce() -> Vec<SourceFile>,
) -> Result<MadeFile, String> {
    let Asked { format, language, stamp, unit, filled } = *asked;
    let people = Flavour::People;
    let results = || {
        let (results, files) = (assessment.results(), sources());
        let made = Made { program: env!("CARGO_PKG_VERSION"), stamp, files: &files };
        let bytes = report::results::write(&results, subject, words, language, made);
        bytes.map(|bytes| (results.year, bytes)).map_err(|error| error.to_string())
    };
    match format {
        ExportFormat::ResultsXlsx => {
            let (year, bytes) = results()?;
            Ok(MadeFile { name: format!("ket-qua-{year}.xlsx").into(), mime: XLSX, bytes })
        }
        ExportFormat::Package => {
            let (year, workbook) = results()?;
            package(house, assessment, (year, &workbook), language, stamp, filled)
        }
        ExportFormat::AgendaIcs => Ok(MadeFile {
            name: "lich-goi-y.ics".into(),
            mime: "text/calendar;charset=utf-8",
            bytes: worded::agenda_ics(subject, words, language, stamp),
        }),
        ExportFormat::AgendaCsv => csv_file("lich-goi-y.csv", report::agenda::csv(subject, words, language)),
        ExportFormat::AgendaXlsx => {
            let bytes = report::agenda::workbook(subject, words, language, stamp).map_err(|error| error.to_string())?;
            Ok(MadeFile { name: "lich-goi-y.xlsx".into(), mime: XLSX, bytes })
        }
        ExportFormat::VerdictsCsv => csv_file("ket-qua.csv", report::csv::verdicts(subject, words, people)),
        ExportFormat::FindingsCsv => csv_file("viec-nen-xem.csv", report::csv::findings(subject, words, people)),
        ExportFormat::SilentCsv => {
            csv_file("don-vi-chua-gui.csv", report::csv::silent(&assessment.check().silent, people))
        }
        ExportFormat::ReportDocx(kind) => {
            let report = self::report(house, assessment, kind, unit)?.filled(filled);
            let bytes = report::docx::write(&report, stamp).map_err(|error| error.to_string())?;
            Ok(MadeFile { name: format!("{}.docx", report.file_name).into(), mime: report::docx::MIME, bytes })
        }
        ExportFormat::CleanXlsx => {
            let bytes = report::workbook::write(subject, words, language, stamp).map_err(|error| error.to_string())?;
            Ok(MadeFile { name: CLEAN_NAME.into(), mime: XLSX, bytes })
        }
    }
}

/// The results and the package are of the scope shown, whatever unit the report beside them is of.
fn of_whom(format: ExportFormat, unit: Option<UnitIndex>) -> Option<UnitIndex> {
    unit.filter(|_| !matches!(format, ExportFormat::ResultsXlsx | ExportFormat::Package))
}

/// The package of the scope shown; what was written into the province's report stands in it.
fn package(
    house: &House,
    assessment: &Assessment,
    (year, workbook): (i32, &[u8]),
    language: Language,
    stamp: NaiveDate,
    filled: &[String],
) -> Result<MadeFile, String> {
    let province = report(house, assessment, ReportKind::Province, None)?.filled(filled);
    let silent = assessment.check().silent;
    let contents = Contents { year, province: &province, workbook, silent: &silent };
    let outline = house.outline(assessment.packaged_kind()).map_err(|error| error.to_string())?;
    let communes = assessment.packaged_units().into_iter().filter_map(|line| {
        let figures = assessment.report(house, assessment.packaged_kind(), Some(line.unit))?;
        Some((line, report::outline::fill(&outline, &figures)))
    });
    let bytes = report::package::write(contents, communes, language, stamp).map_err(|error| error.to_string())?;
    Ok(MadeFile { name: format!("tron-goi-{year}.zip").into(), mime: report::package::MIME, bytes })
}

/// A report of `unit` (or of the scope), filled. Fails where nobody there hands such a report in.
pub(crate) fn report(
    house: &House,
    assessment: &Assessment,
    kind: ReportKind,
    unit: Option<UnitIndex>,
) -> Result<ReportSlice, String> {
    let figures = assessment.report(house, kind, unit).ok_or_else(|| format!("no unit hands in {kind:?}"))?;
    let outline = house.outline(kind).map_err(|error| error.to_string())?;
    Ok(report::outline::fill(&outline, &figures))
}

/// Makes an empty table to be filled in.
pub(crate) fn template(language: Language, stamp: NaiveDate) -> Result<MadeFile, String> {
    let bytes = report::template::write(language, stamp).map_err(|error| error.to_string())?;
    Ok(MadeFile { name: report::template::name(language), mime: XLSX, bytes })
}

/// Without a year: a file's name may date the rows that have no date.
const CLEAN_NAME: &str = "du-lieu-da-lam-sach.xlsx";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn csv_file(name: &'static str, bytes: Vec<u8>) -> Result<MadeFile, String> {
    Ok(MadeFile { name: name.into(), mime: "text/csv;charset=utf-8", bytes })
}
