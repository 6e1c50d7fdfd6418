//! The outline of a report: which sentences stand where, with named fields and places to fill in. It is data; `plan`
//! reads it, `report` fills it.
//!
//! The vocabulary is closed: a field, a set of rows or a condition that is not listed here cannot be written down.

use crate::{ReportAlign, ReportKind, UnitKind};
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

/// What a report can list, line by line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportRows {
    /// Targets and duties of the period with what came of them.
    Results,
    /// Those of them that are met.
    Met,
    /// Those of them that are not met, their windows being over.
    Missed,
    /// Those of them whose windows are open.
    Open,
    /// Those of them that the data cannot decide.
    Unknown,
    /// Kinds of activity held in the period.
    Activities,
    /// Money by source.
    Sources,
    /// What the suggested calendar holds for the time after the as-of day.
    Agenda,
    /// Units directly below, with how many of their results stand how.
    Units,
    /// Kinds of unit, with how many of them sent data.
    Completeness,
    /// Kinds of unit of which some sent nothing.
    Silent,
    /// Readings in force that are not the default.
    Chosen,
    /// All readings in force.
    Readings,
    /// Tables that were read.
    Tables,
}

impl ReportRows {
    /// Every set.
    pub const ALL: [Self; 14] = [
        Self::Results,
        Self::Met,
        Self::Missed,
        Self::Open,
        Self::Unknown,
        Self::Activities,
        Self::Sources,
        Self::Agenda,
        Self::Units,
        Self::Completeness,
        Self::Silent,
        Self::Chosen,
        Self::Readings,
        Self::Tables,
    ];

    /// The word used in outlines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Results => "results",
            Self::Met => "met",
            Self::Missed => "missed",
            Self::Open => "open",
            Self::Unknown => "unknown",
            Self::Activities => "activities",
            Self::Sources => "sources",
            Self::Agenda => "agenda",
            Self::Units => "units",
            Self::Completeness => "completeness",
            Self::Silent => "silent",
            Self::Chosen => "chosen",
            Self::Readings => "readings",
            Self::Tables => "tables",
        }
    }

    /// The fields that each of its rows has, besides the number.
    pub fn fields(self) -> &'static [ReportField] {
        use ReportField as F;
        match self {
            Self::Results | Self::Met | Self::Missed | Self::Open | Self::Unknown => {
                &[F::Target, F::TargetPeriod, F::Required, F::Result, F::Verdict, F::VerdictInSentence, F::Short]
            }
            Self::Activities => &[F::Activity, F::ActivityCount, F::ActivityRows, F::ActivityPeople],
            Self::Sources => &[F::Source, F::SourceCost, F::SourceShare],
            Self::Agenda => &[F::Day, F::Who, F::What, F::Latest],
            Self::Units => {
                &[F::UnitName, F::UnitMet, F::UnitMissed, F::UnitOpen, F::UnitUnknown, F::UnitActivities, F::UnitPeople]
            }
            Self::Completeness => &[F::KindName, F::KindListed, F::KindWithData],
            Self::Silent => &[F::SilentKind, F::SilentCount, F::SilentNames],
            Self::Chosen | Self::Readings => &[F::Reading, F::Answer],
            Self::Tables => &[F::Table, F::TableRows, F::TableUsed, F::TableCutOff],
        }
    }
}

/// When something stands in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReportCondition {
    /// The set has rows.
    Has(ReportRows),
    /// Some row of the period says how many people it reached.
    People,
    /// Some row of the period says how many of them were women.
    Women,
    /// The period is over on the as-of day.
    PeriodOver,
    /// The unit has one above it.
    Parent,
    /// A table says up to which day it goes.
    CutOff,
}

impl ReportCondition {
    /// The conditions that are not sets of rows.
    pub const OTHERS: [Self; 5] = [Self::People, Self::Women, Self::PeriodOver, Self::Parent, Self::CutOff];

    /// Every condition.
    pub fn all() -> impl Iterator<Item = Self> {
        ReportRows::ALL.into_iter().map(Self::Has).chain(Self::OTHERS)
    }

    /// The word used in outlines.
    pub fn code(self) -> &'static str {
        match self {
            Self::Has(rows) => rows.code(),
            Self::People => "people",
            Self::Women => "women",
            Self::PeriodOver => "period_over",
            Self::Parent => "parent",
            Self::CutOff => "cut_off",
        }
    }
}

macro_rules! fields {
    ($($variant:ident $code:literal $doc:literal,)*) => {
        /// What a sentence of an outline can say by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ReportField {
            $(#[doc = $doc] $variant,)*
        }

        impl ReportField {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The word used in outlines.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// What it says.
            pub fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $doc,)*
                }
            }
        }
    };
}

fields! {
    Period "period" "the period reported on: quý III năm 2024",
    NextPeriod "next_period" "the period after it: quý IV năm 2024",
    Year "year" "the year of the period, for several years the last: 2024",
    AsOf "as_of" "the day up to whose end figures count: 15/10/2024",
    CutOff "cut_off" "the earliest of the days up to which tables say they go: 30/09/2024",
    Month "month" "the month in which figures end, the day after the as-of day: 10",
    MonthYear "month_year" "the year of that month: 2024",
    Place "place" "the unit's name without its type word: Vĩnh Hòa Hiệp",
    Unit "unit" "the unit in a sentence: xã Vĩnh Hòa Hiệp",
    UnitCaps "unit_caps" "the unit in capitals: XÃ VĨNH HÒA HIỆP",
    Parent "parent" "the unit above it: huyện Châu Thành",
    ParentCaps "parent_caps" "the same in capitals: HUYỆN CHÂU THÀNH",
    Province "province" "the province: tỉnh Kiên Giang",
    ProvinceCaps "province_caps" "the same in capitals: TỈNH KIÊN GIANG",
    ProvinceName "province_name" "the province without its type word: Kiên Giang",
    Issuer "issuer" "the reporting body, by the outline's own issuers",
    IssuerCode "issuer_code" "its short mark: UBND",
    Lead "lead" "the body that reports go to, under its name on the as-of day: Sở Nội vụ",
    LeadCaps "lead_caps" "the same in capitals: SỞ NỘI VỤ",
    PlanTitle "plan_title" "the title of the plan",
    PlanIssuer "plan_issuer" "who issued the plan",
    ResultCount "result_count" "how many results the report speaks of: 05",
    MetCount "met_count" "how many of them are met",
    MissedCount "missed_count" "how many of them are not met",
    OpenCount "open_count" "how many of them have a window that is still open",
    UnknownCount "unknown_count" "how many of them the data cannot decide",
    ActivityTotal "activity_total" "activities held in the period, news items among them: 38",
    EvidenceRows "evidence_rows" "rows of the user's tables that they stand in: 38",
    TableCount "table_count" "how many tables were read: 01",
    PeopleTotal "people" "people reached in the period, over the rows that say so: 1.046",
    PeopleRows "people_rows" "how many rows say so: 24",
    Women "women" "women among them, over the rows that say both: 565",
    WomenShare "women_share" "their share of the people in those rows: 54,0%",
    Cost "cost" "money spent in the period, over the rows that say so: 12.500.000 đồng",
    CostRows "cost_rows" "how many rows say so",
    UnitsListed "units_listed" "how many units the report is about",
    UnitsWithData "units_with_data" "how many of them sent data",
    ReadingCount "reading_count" "how many readings are in force: 31",
    ChosenCount "chosen_count" "how many of them are not the default",
    Number "number" "the number of the row",
    Target "target" "the target or duty",
    TargetPeriod "target_period" "its period: quý III năm 2024",
    Required "required" "what it asks for: 04 tin, bài",
    Result "result" "what was done: 03 tin, bài",
    Verdict "verdict" "what came of it: Chưa đạt, thiếu 01 tin, bài",
    VerdictInSentence "verdict_in_sentence" "the same inside of a sentence: chưa đạt, thiếu 01 tin, bài",
    Short "short" "a sentence that names the units meant, with a space before it; blank if the line is one unit's own",
    Activity "activity" "a kind of activity: cuộc truyền thông",
    ActivityCount "activity_count" "how many of them: 14",
    ActivityRows "activity_rows" "the rows they stand in: 14",
    ActivityPeople "activity_people" "people they reached: 684",
    Source "source" "where money came from, in the words of the tables",
    SourceCost "source_cost" "how much: 8.000.000",
    SourceShare "source_share" "its share of all: 64,0%",
    Day "day" "the suggested day: 20/11/2024",
    Who "who" "the unit that acts",
    What "what" "what it does",
    Latest "latest" "the last day on which it would do",
    UnitName "unit_name" "a unit directly below",
    UnitMet "unit_met" "how many results at or under it are met",
    UnitMissed "unit_missed" "how many are not met",
    UnitOpen "unit_open" "how many are open",
    UnitUnknown "unit_unknown" "how many the data cannot decide",
    UnitActivities "unit_activities" "activities held at or under it in the period",
    UnitPeople "unit_people" "people they reached",
    KindName "kind_name" "a kind of unit: xã, phường, thị trấn",
    KindListed "kind_listed" "how many of them there are",
    KindWithData "kind_with_data" "how many of them sent data",
    SilentKind "silent_kind" "a kind of unit of which some sent nothing",
    SilentCount "silent_count" "how many sent nothing",
    SilentNames "silent_names" "their names",
    Reading "reading" "the question of a reading",
    Answer "answer" "the answer in force",
    Table "table" "the file and sheet of a table",
    TableRows "table_rows" "its rows",
    TableUsed "table_used" "its rows that became facts",
    TableCutOff "table_cut_off" "the day up to which it says it goes",
}

impl ReportField {
    /// Does it belong to rows only?
    pub fn is_of_row(self) -> bool {
        self == Self::Number || ReportRows::ALL.iter().any(|rows| rows.fields().contains(&self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_language_is_different() {
        let fields: BTreeSet<&str> = ReportField::ALL.iter().map(|field| field.code()).collect();
        assert_eq!(fields.len(), ReportField::ALL.len());
        let conditions: BTreeSet<&str> = ReportCondition::all().map(ReportCondition::code).collect();
        assert_eq!(conditions.len(), ReportCondition::all().count());
    }
}
