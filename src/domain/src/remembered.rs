//! What a machine remembers from one sitting to the next, if its user wants that.
//!
//! It decides which decisions may be kept: those bound to headers, spellings and words. Never data: no row, no file, no
//! figure, and nothing the user wrote as evidence. Files and typed rows are a record of their own beside it, kept only
//! while [`Remembered::work`] says so.

use crate::{ColumnChoice, Options, PageSettings, TableInfo};
use serde::{Deserialize, Serialize};

/// The format's version. Another one is not read.
pub const REMEMBERED_VERSION: u32 = 1;

/// What is kept on the machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// [`REMEMBERED_VERSION`].
    pub version: u32,
    /// Is anything to be remembered?
    pub wanted: Wanted,
    /// Are the files at hand and the typed rows to be kept, too? Who said yes before there was this question did not
    /// say yes to it.
    #[serde(default)]
    pub work: Wanted,
    /// The decisions; everything else in it is as nobody had chosen anything.
    pub options: Options,
    /// How the page shows itself.
    #[serde(default)]
    pub page: PageSettings,
}

/// Is anything to be remembered?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// No: unless the user says so.
    #[default]
    No,
    /// Yes.
    Yes,
}

impl Default for Remembered {
    fn default() -> Self {
        let (options, page) = (Options::default(), PageSettings::default());
        Self { version: REMEMBERED_VERSION, wanted: Wanted::No, work: Wanted::No, options, page }
    }
}

impl Remembered {
    /// What may be kept of `options`. A column is kept by the headers of its table, so that next month's file is
    /// understood the same way; an answer about a unit by the very table, since ten communes fill in one form.
    #[must_use]
    pub fn keeping(self, options: &Options, tables: &[TableInfo]) -> Self {
        let kept = Options {
            columns: columns(options, tables),
            units: options.units.clone(),
            kinds: options.kinds.clone(),
            relevance: options.relevance.clone(),
            month_first: options.month_first.clone(),
            ..Options::default()
        };
        Self { options: kept, ..self }
    }

    /// Is the work in hand to be kept?
    pub fn keeps_work(&self) -> bool {
        (self.wanted, self.work) == (Wanted::Yes, Wanted::Yes)
    }

    /// How many things are kept: each decision, and how the page shows itself.
    pub fn count(&self) -> usize {
        self.options.decisions().len() + usize::from(self.page != PageSettings::default())
    }
}

/// The latest decision about a column stands for those before it.
fn columns(options: &Options, tables: &[TableInfo]) -> Vec<ColumnChoice> {
    let mut kept: Vec<ColumnChoice> = Vec::new();
    for choice in options.columns.iter().map(|choice| by_headers(choice, tables)) {
        kept.retain(|older| (&older.table, older.column) != (&choice.table, choice.column));
        kept.push(choice);
    }
    kept
}

fn by_headers(choice: &ColumnChoice, tables: &[TableInfo]) -> ColumnChoice {
    let key = tables.iter().find(|table| table.is_keyed(&choice.table)).and_then(TableInfo::header_key);
    ColumnChoice { table: key.unwrap_or_else(|| choice.table.clone()), ..choice.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ActivityKind, ColumnGuess, Field, Relevance, TableKind, TableShape, TickChoice};

    fn table() -> TableInfo {
        let column = |header: &str| ColumnGuess {
            column: 0,
            header: header.to_owned(),
            field: Field::Ignored,
            confidence: 0,
            chosen: false,
            examples: Vec::new(),
        };
        TableInfo {
            file: "thang-10.csv".to_owned(),
            sheet: String::new(),
            header_row: 1,
            title: String::new(),
            kind: TableKind::Activities,
            shape: TableShape::Log,
            columns: vec![column("Ngày")],
            rows: 0,
            used_rows: 0,
            relevance: Relevance::Yes,
            cut_off: None,
            period: None,
            fingerprint: "0123".to_owned(),
        }
    }

    fn column(table: &str, field: Field) -> ColumnChoice {
        ColumnChoice { table: table.to_owned(), column: 0, field }
    }

    #[test]
    fn a_column_is_kept_by_its_headers_once_and_the_latest_answer_wins() {
        let table = table();
        let key = table.header_key().unwrap();
        let columns = vec![column(&key, Field::Date), column("0123", Field::Note), column("other", Field::Date)];
        let options = Options { columns, ..Options::default() };
        let kept = Remembered::default().keeping(&options, &[table]);
        assert_eq!(kept.options.columns, [column(&key, Field::Note), column("other", Field::Date)]);
    }

    #[test]
    fn data_and_evidence_are_never_kept() {
        let tick = TickChoice {
            target: "T9".to_owned(),
            unit: "kg".to_owned(),
            period: "2024".to_owned(),
            note: "Quyết định số 12".to_owned(),
        };
        let options = Options {
            ticks: vec![tick],
            encodings: [("Bà Nguyễn Thị A.csv".to_owned(), crate::TextEncoding::Vni)].into(),
            scope: Some("kg".to_owned()),
            kinds: [("Loa".to_owned(), ActivityKind::News)].into(),
            ..Options::default()
        };
        let kept = Remembered::default().keeping(&options, &[]);
        assert_eq!(kept.options, Options { kinds: options.kinds, ..Options::default() });
        assert_eq!(kept.count(), 1);
    }
}
