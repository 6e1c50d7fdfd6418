//! Tables found in the user's files, and what each column is taken for.

use crate::{ActivityKind, Relevance, Span};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// Activities: a log or a summary.
    Activities,
    /// Register of media bodies.
    Media,
    /// Register of conventions.
    Conventions,
    /// Register of what was handed in.
    Submissions,
    /// Survey values.
    Surveys,
    /// The user's own roster of units.
    Units,
}

/// How an activities table counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableShape {
    /// One row an activity.
    Log,
    /// One row a unit (or a period), counts in columns.
    Summary,
}

/// A part of the year named by a column header or a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum YearPart {
    /// Tháng 1–12
    Month(u32),
    /// Quý 1–4
    Quarter(u32),
    /// 6 tháng đầu (1) or cuối (2) năm
    Half(u32),
    /// Cả năm
    Year,
}

impl YearPart {
    /// Its days in a year; `None` = no such month or quarter.
    pub fn of_year(self, year: i32) -> Option<Span> {
        match self {
            Self::Month(month) => Span::month(year, month),
            Self::Quarter(quarter) => Span::quarter(year, quarter),
            Self::Half(half) => Span::half(year, half),
            Self::Year => Span::year(year),
        }
    }
}

/// A column of counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CountColumn {
    /// Which kind it counts; `None` = the row or the table says.
    pub kind: Option<ActivityKind>,
    /// Which part of the year; `None` = the row, sheet or title says.
    pub part: Option<YearPart>,
    /// A plan (Kế hoạch, Chỉ tiêu), not a result.
    pub planned: bool,
    /// A total over other columns (Cả năm, Cộng): reconciled, never added.
    pub total: bool,
}

/// The meaning of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is one word of the glossary; `wording` names it for people")]
pub enum Field {
    /// Not used.
    Ignored,
    /// Personal data: skipped by default.
    Personal,
    RowNumber,
    UnitId,
    UnitName,
    UnitKind,
    District,
    Commune,
    Hamlet,
    Parent,
    Successor,
    /// Who receives the report: not who acts.
    ReceivingUnit,
    Partner,
    Date,
    DateFrom,
    DateTo,
    Month,
    Quarter,
    Year,
    Period,
    Title,
    Kind,
    Channel,
    Audience,
    Count(CountColumn),
    /// A cell such as `02 cuộc/120 lượt người`.
    CountText,
    MeasureUnit,
    People,
    /// People reached in a part of the year: "Quý I" over "Số lượt người".
    PeopleIn(YearPart),
    Women,
    /// Women among them in a part of the year.
    WomenIn(YearPart),
    Men,
    Place,
    Cost,
    /// Money spent in a part of the year.
    CostIn(YearPart),
    Funding,
    Tags,
    Status,
    Relevant,
    Evidence,
    Note,
    Percent,
    Stage,
    From,
    To,
    RegisterId,
    Adopted,
    Discriminatory,
    FixedOn,
    Ended,
    SubmissionKind,
    Submitted,
    CoversChildren,
    Measure,
    Value,
    Base,
}

/// One column and what it is taken for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnGuess {
    /// 0-based column of the sheet.
    pub column: u32,
    /// Its header, levels joined with " / ".
    pub header: String,
    /// The meaning in force.
    pub field: Field,
    /// How sure the guess is, in percent.
    pub confidence: u8,
    /// The user chose it.
    pub chosen: bool,
    /// Up to three values, as seen.
    pub examples: Vec<String>,
}

/// One table found in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableInfo {
    /// File name.
    pub file: String,
    /// Sheet name; empty for text files.
    pub sheet: String,
    /// 1-based row of the (last) header row; 0 if there is none.
    pub header_row: u32,
    /// The title lines above the header, joined with a space.
    pub title: String,
    /// What it holds.
    pub kind: TableKind,
    /// How it counts.
    pub shape: TableShape,
    /// Its columns, left to right.
    pub columns: Vec<ColumnGuess>,
    /// Number of data rows.
    pub rows: u32,
    /// Number of data rows that became facts.
    pub used_rows: u32,
    /// Whether its rows are about gender equality, unless a row says otherwise.
    pub relevance: Relevance,
    /// "tính đến ngày …", if the table states it.
    pub cut_off: Option<NaiveDate>,
    /// The period its sheet, file or title states: the interval of undated rows.
    pub period: Option<Span>,
    /// Stable key of file, sheet and headers: what the user's choices are remembered by.
    pub fingerprint: String,
}

impl TableInfo {
    /// Does it say that it goes only up to an earlier day? Then it tells nothing of this one.
    pub fn ends_before(&self, day: NaiveDate) -> bool {
        self.cut_off.is_some_and(|cut_off| cut_off < day)
    }
}

/// What stands in the first cell of a workbook of clean tables: intake reads its canonical sheets and leaves the sheets
/// for people alone. It stands in people's files: never change it.
pub const CLEAN_WORKBOOK: &str = "doi-chieu:du-lieu-sach:1";

/// The key of every table with these headers, whatever its file and sheet: what a column is remembered by. `None` = a
/// table without headers is like no other.
pub fn header_key(columns: &[ColumnGuess]) -> Option<String> {
    // FNV-1a, 64 bits. SOURCE: Fowler, Noll, Vo; draft-eastlake-fnv, §5.
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    let named = columns.iter().any(|column| !column.header.is_empty());
    let headers = columns.iter().map(|column| format!("{}\u{1f}", column.header.trim().to_lowercase()));
    let text: String = headers.collect();
    named.then(|| format!("headers:{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, step)))
}

impl TableInfo {
    /// The key of every table with its headers.
    pub fn header_key(&self) -> Option<String> {
        header_key(&self.columns)
    }

    /// Is it one of the tables that `key` stands for?
    pub fn is_keyed(&self, key: &str) -> bool {
        self.fingerprint == key || self.header_key().is_some_and(|own| own == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(header: &str) -> ColumnGuess {
        ColumnGuess {
            column: 0,
            header: header.to_owned(),
            field: Field::Ignored,
            confidence: 0,
            chosen: false,
            examples: Vec::new(),
        }
    }

    #[test]
    fn the_header_key_is_kept_on_machines_and_never_changes() {
        assert_eq!(header_key(&[column("Đơn vị"), column("Ngày")]).as_deref(), Some("headers:0c3354bcd2f96443"));
        assert_eq!(header_key(&[column("đơn vị "), column("NGÀY")]), header_key(&[column("Đơn vị"), column("Ngày")]));
        assert_ne!(header_key(&[column("Ngày"), column("Đơn vị")]), header_key(&[column("Đơn vị"), column("Ngày")]));
    }

    #[test]
    fn a_table_without_headers_is_like_no_other() {
        assert_eq!(header_key(&[column(""), column("")]), None);
        assert_eq!(header_key(&[]), None);
    }
}
