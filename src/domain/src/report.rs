//! A report that officials hand in, filled: the page shows it, `report::docx` writes it. One content, two renderings.
//!
//! It is text in the order of the page, with the places marked that only its author can fill in. It names no person.

use crate::{Period, ReportReach, SubmissionKind, UnitKind, UnitLine};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Which report. Its period follows from the as-of day and the year shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// báo cáo quý của một đơn vị
    Quarter,
    /// báo cáo 6 tháng
    HalfYear,
    /// báo cáo năm
    Year,
    /// báo cáo tổng hợp toàn tỉnh
    Province,
    /// báo cáo sơ kết giai đoạn 5 năm
    FiveYears,
}

impl ReportKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Quarter, Self::HalfYear, Self::Year, Self::Province, Self::FiveYears];

    /// The word used in outlines, on the command line and in names of files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Quarter => "quarter",
            Self::HalfYear => "half-year",
            Self::Year => "year",
            Self::Province => "province",
            Self::FiveYears => "five-years",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Does it speak of the whole province, whatever unit is chosen?
    pub fn is_of_province(self) -> bool {
        matches!(self, Self::Province | Self::FiveYears)
    }

    /// What is handed in with it, where a plan may name a day for that.
    pub fn submission(self) -> Option<SubmissionKind> {
        match self {
            Self::HalfYear => Some(SubmissionKind::Half),
            Self::Year => Some(SubmissionKind::Year),
            Self::Quarter | Self::Province | Self::FiveYears => None,
        }
    }

    /// Can a unit of this kind hand it in? `None` = everything that was read.
    pub fn suits(self, unit: Option<UnitKind>) -> bool {
        let is_province = matches!(unit, None | Some(UnitKind::Province));
        is_province == self.is_of_province()
    }
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportRun {
    /// Words.
    Text(String),
    /// A place to fill in: what belongs there.
    Blank(String),
}

/// Pieces of text, one after another, in one paragraph.
pub type ReportLine = Vec<ReportRun>;

/// The report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportSlice {
    /// Which.
    pub kind: ReportKind,
    /// Whose; `None` = of the province.
    pub unit: Option<UnitLine>,
    /// The period reported on.
    pub period: Period,
    /// The day up to whose end figures count.
    pub as_of: NaiveDate,
    /// Its name as a file, without the ending.
    pub file_name: String,
    /// What stands above the text.
    pub head: ReportHead,
    /// The text.
    pub body: Vec<ReportBlock>,
    /// What stands below it.
    pub foot: ReportFoot,
    /// Annexes, each on its own landscape pages.
    pub annexes: Vec<ReportAnnex>,
    /// The sums behind it, for tables of others.
    pub reach: ReportReach,
}

/// Left: who reports; right: the nation, place and day; below: the title.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportHead {
    /// The body above the reporting one; blank if none stands there.
    pub superior: String,
    /// The reporting body, line by line, in capitals.
    pub issuer: Vec<String>,
    /// "Số: …/BC-UBND".
    pub number: ReportLine,
    /// Quốc hiệu.
    pub nation: String,
    /// Tiêu ngữ.
    pub motto: String,
    /// "Vĩnh Hòa Hiệp, ngày … tháng 10 năm 2024".
    pub place_and_day: ReportLine,
    /// "BÁO CÁO".
    pub title: String,
    /// What about, line by line.
    pub subject: Vec<String>,
}

/// A part of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportBlock {
    /// A heading: level 1 ("I. …"), 2 ("1. …").
    Heading {
        /// Level, from 1.
        level: u8,
        /// Its words, the number among them.
        text: String,
    },
    /// A paragraph.
    Paragraph(ReportLine),
    /// One of a list; its dash is part of the words.
    Item(ReportLine),
    /// A table.
    Table(ReportTable),
}

/// Where the text of a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReportAlign {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
}

/// A table. Its header is repeated on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportTable {
    /// What stands above it; blank if nothing.
    pub caption: String,
    /// The columns, left to right.
    pub columns: Vec<ReportColumn>,
    /// The rows, each with a cell a column.
    pub rows: Vec<Vec<ReportLine>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportColumn {
    /// Its header.
    pub head: String,
    /// Its share of the width, in percent.
    pub width: u8,
    /// Where its text stands.
    pub align: ReportAlign,
}

/// Left: who receives it; right: who signs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFoot {
    /// "Nơi nhận:".
    pub recipients_head: String,
    /// Who receives it, dash and all.
    pub recipients: Vec<ReportLine>,
    /// In what capacity it is signed, line by line: "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH".
    pub capacity: Vec<String>,
    /// Who signs: a place to fill in.
    pub name: ReportLine,
}

/// An annex.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportAnnex {
    /// "Phụ lục I".
    pub number: String,
    /// What it shows, in capitals.
    pub title: String,
    /// "(Kèm theo Báo cáo số …)".
    pub belongs_to: ReportLine,
    /// Its content.
    pub body: Vec<ReportBlock>,
}

impl ReportSlice {
    /// Every line of it, from top to bottom.
    pub fn lines(&self) -> impl Iterator<Item = &ReportLine> {
        let annexes = self.annexes.iter();
        let annexes = annexes.flat_map(|annex| std::iter::once(&annex.belongs_to).chain(lines_of(&annex.body)));
        let head = [&self.head.number, &self.head.place_and_day];
        let foot = self.foot.recipients.iter().chain([&self.foot.name]);
        head.into_iter().chain(lines_of(&self.body)).chain(foot).chain(annexes)
    }

    /// How many places there are to fill in.
    pub fn blanks(&self) -> usize {
        self.lines().flatten().filter(|run| matches!(run, ReportRun::Blank(_))).count()
    }
}

fn lines_of(blocks: &[ReportBlock]) -> impl Iterator<Item = &ReportLine> {
    blocks.iter().flat_map(|block| match block {
        ReportBlock::Heading { .. } => Vec::new(),
        ReportBlock::Paragraph(line) | ReportBlock::Item(line) => vec![line],
        ReportBlock::Table(table) => table.rows.iter().flatten().collect(),
    })
}
