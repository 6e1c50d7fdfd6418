//! The outline of a report: which sentences stand where, with named fields and places to fill in. It is data; `plan`
//! reads it, `report` fills it.
//!
//! The vocabulary is closed: a field, a set of rows or a condition that is not listed here cannot be written down.

use crate::{ReportAlign, ReportCondition, ReportField, ReportKind, ReportRows, UnitKind};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// An outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// Which report.
    pub kind: ReportKind,
    /// "BÁO CÁO".
    pub title: String,
    /// What about, line by line.
    pub subject: Vec<Sentence>,
    /// Who reports: the first that fits.
    pub issuers: Vec<OutlineIssuer>,
    /// Paragraphs before the first section.
    pub opening: Vec<OutlineBlock>,
    /// The sections, numbered in Roman numerals.
    pub sections: Vec<OutlineSection>,
    /// Paragraphs after the last section.
    pub closing: Vec<OutlineBlock>,
    /// Who receives it: all that fit.
    pub recipients: Vec<OutlineRecipient>,
    /// Annexes, numbered in Roman numerals.
    pub annexes: Vec<OutlineSection>,
}

/// Words, fields and places to fill in, one after another.
pub type Sentence = Vec<Piece>;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// What the assessment says.
    Field(ReportField),
    /// A place that only the author can fill in: what belongs there.
    Blank(String),
}

/// For whom and when something stands in the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineWhen {
    /// Only for these kinds of unit; empty = all.
    pub kinds: BTreeSet<UnitKind>,
    /// First as-of day.
    pub from: Option<NaiveDate>,
    /// Last as-of day.
    pub to: Option<NaiveDate>,
    /// All of these hold.
    pub when: Vec<ReportCondition>,
    /// None of these holds.
    pub unless: Vec<ReportCondition>,
}

/// A body that reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineIssuer {
    /// For whom and when.
    pub when: OutlineWhen,
    /// The body above it, in capitals; empty = none stands there.
    pub superior: Sentence,
    /// Its name in capitals, line by line.
    pub lines: Vec<Sentence>,
    /// Its name in a sentence.
    pub name: Sentence,
    /// "UBND" in "Số: …/BC-UBND"; empty = a place to fill in.
    pub code: String,
    /// In what capacity it is signed, line by line.
    pub capacity: Vec<Sentence>,
}

/// A line of "Nơi nhận".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineRecipient {
    /// For whom and when.
    pub when: OutlineWhen,
    /// The line.
    pub text: Sentence,
}

/// The parts that a report has, whatever its headings say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OutlinePart {
    /// tình hình chỉ đạo, triển khai
    Situation,
    /// kết quả theo mục tiêu
    Results,
    /// tồn tại, hạn chế, nguyên nhân
    Shortcomings,
    /// phương hướng
    Directions,
    /// kiến nghị
    Proposals,
}

impl OutlinePart {
    /// Every part, in the order of a report.
    pub const ALL: [Self; 5] = [Self::Situation, Self::Results, Self::Shortcomings, Self::Directions, Self::Proposals];

    /// The word used in outlines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Situation => "situation",
            Self::Results => "results",
            Self::Shortcomings => "shortcomings",
            Self::Directions => "directions",
            Self::Proposals => "proposals",
        }
    }
}

/// A section or an annex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineSection {
    /// For whom and when.
    pub when: OutlineWhen,
    /// Its heading, without a number.
    pub heading: Sentence,
    /// Its content.
    pub blocks: Vec<OutlineBlock>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineBlock {
    /// For whom and when.
    pub when: OutlineWhen,
    /// Once for each of these rows; `None` = once.
    pub each: Option<ReportRows>,
    /// What it is.
    pub form: OutlineForm,
}

/// What a part of a section is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OutlineForm {
    /// A heading inside the section.
    Heading(Sentence),
    /// A paragraph.
    Text(Sentence),
    /// One of a list.
    Item(Sentence),
    /// A table: a line for each of the rows of `each`.
    Table {
        /// What stands above it; empty = nothing.
        caption: Sentence,
        /// Its columns.
        columns: Vec<OutlineColumn>,
    },
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineColumn {
    /// Its header.
    pub head: String,
    /// Its share of the width, in percent.
    pub width: u8,
    /// Where its text stands.
    pub align: ReportAlign,
    /// What stands in it.
    pub cell: Sentence,
}
