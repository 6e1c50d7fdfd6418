//! Files made of an assessment: which writer, which name.

use assess::{Assessment, House};
use domain::{Agenda, Language, NaiveDate, UnitIndex};
use protocol::ExportFormat;
use report::csv::Flavour;
use report::{Words, worded};

/// A finished file.
pub(crate) struct MadeFile {
    /// Suggested name.
    pub(crate) name: &'static str,
    /// MIME type.
    pub(crate) mime: &'static str,
    /// Content.
    pub(crate) bytes: Vec<u8>,
}

/// Makes the file asked for; the agenda is that of `unit` (or of the scope) and all below it.
pub(crate) fn make(
    house: &House,
    assessment: &Assessment,
    format: ExportFormat,
    language: Language,
    stamp: NaiveDate,
    unit: Option<UnitIndex>,
) -> MadeFile {
    let agenda = match format {
        ExportFormat::AgendaIcs => assessment.agenda(house, unit).0,
        ExportFormat::VerdictsCsv | ExportFormat::FindingsCsv => Agenda::default(),
    };
    let subject = assessment.subject(&[], &agenda);
    let judge = assessment.judge();
    let words = Words {
        finding: &|finding| worded::finding(language, finding),
        item: &|item| worded::item(language, item),
        counted: &|verdict| judge.counted_rows(verdict),
    };
    match format {
        ExportFormat::AgendaIcs => MadeFile {
            name: "lich-goi-y.ics",
            mime: "text/calendar;charset=utf-8",
            bytes: worded::agenda_ics(&subject, language, stamp),
        },
        ExportFormat::VerdictsCsv => csv_file("ket-qua.csv", report::csv::verdicts(&subject, &words, Flavour::People)),
        ExportFormat::FindingsCsv => {
            csv_file("viec-nen-xem.csv", report::csv::findings(&subject, &words, Flavour::People))
        }
    }
}

fn csv_file(name: &'static str, bytes: Vec<u8>) -> MadeFile {
    MadeFile { name, mime: "text/csv;charset=utf-8", bytes }
}
