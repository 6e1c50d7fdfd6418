//! Facts: what the user's tables say happened, each with the row it came from.

use crate::{Roster, Span, TableInfo, Tags, Text, UnitIndex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What kind of activity a row reports. The closed list of the rule language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// cuộc truyền thông
    Event,
    /// tin, bài
    News,
    /// hoạt động Tháng hành động
    ActionMonth,
    /// mô hình truyền thông
    Model,
    /// ký cam kết
    Pledge,
    /// anything else: shown, never counted
    Other,
}

impl ActivityKind {
    /// Every kind, in the order of the rule language.
    pub const ALL: [Self; 6] = [Self::Event, Self::News, Self::ActionMonth, Self::Model, Self::Pledge, Self::Other];

    /// The word used in tables and rule files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::News => "news",
            Self::ActionMonth => "action_month",
            Self::Model => "model",
            Self::Pledge => "pledge",
            Self::Other => "other",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Done, or only planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It happened (also when the table says nothing).
    #[default]
    Done,
    /// It is a plan: never a fact.
    Planned,
}

/// Is the row about gender equality? Rows that are surely not are never facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relevance {
    /// Yes.
    #[default]
    Yes,
    /// The table is general: counts as possible only.
    Unknown,
}

/// The table and row that a fact came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// Index into [`Facts::tables`].
    pub table: u32,
    /// 1-based row of the sheet; in text files the record number.
    pub row: u32,
}

impl Origin {
    /// Of rows that nobody wrote: they stand in no table.
    const NO_TABLE: u32 = u32::MAX;

    /// The `number`th activity that is only tried (see [`crate::Edit`]). It can count; it is no sign that a unit
    /// reported, so it never turns "we do not know" into "not met".
    pub fn tried(number: u32) -> Self {
        Self { table: Self::NO_TABLE, row: number }
    }

    /// Is it an activity that is only tried?
    pub fn is_tried(self) -> bool {
        self.table == Self::NO_TABLE
    }
}

/// One reported activity, or several of a kind reported in one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Who held it.
    pub unit: UnitIndex,
    /// When: an interval of days; `None` = the row does not say.
    pub when: Option<Span>,
    /// What kind.
    pub kind: ActivityKind,
    /// How many; 0 is an explicit zero report.
    pub count: u32,
    /// Marks such as `action_month`, `effective`, `audience_staff`; sorted, no doubles.
    pub tags: Tags,
    /// Title or content.
    pub title: Text,
    /// Channel (loudspeaker, page, Zalo …).
    pub channel: Text,
    /// Audience, in the words of the table.
    pub audience: Text,
    /// People reached.
    pub people: Option<u32>,
    /// Women among them.
    pub women: Option<u32>,
    /// Place.
    pub place: Text,
    /// Cost in đồng.
    pub cost: Option<u64>,
    /// Source of the money, in the words of the table.
    pub funding: Text,
    /// Done or planned.
    pub status: Status,
    /// About gender equality?
    pub relevant: Relevance,
    /// Where it stands.
    pub origin: Origin,
}

impl Activity {
    /// One that was done, on an unknown day, of which nothing else is said.
    pub fn bare(unit: UnitIndex, kind: ActivityKind, origin: Origin) -> Self {
        Self {
            unit,
            when: None,
            kind,
            count: 1,
            tags: Tags::default(),
            title: Text::default(),
            channel: Text::default(),
            audience: Text::default(),
            people: None,
            women: None,
            place: Text::default(),
            cost: None,
            funding: Text::default(),
            status: Status::Done,
            relevant: Relevance::Yes,
            origin,
        }
    }
}

/// How far a media body has taken up the indicator set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum AdoptionStage {
    /// áp dụng thí điểm
    Pilot,
    /// áp dụng chính thức
    Official,
}

/// A row of the media register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adoption {
    /// The media body.
    pub unit: UnitIndex,
    /// The stage; `None` = listed, nothing adopted.
    pub stage: Option<AdoptionStage>,
    /// Since when; `None` = not said.
    pub from: Option<Span>,
    /// Until when, if it stopped.
    pub to: Option<Span>,
    /// Where it stands.
    pub origin: Origin,
}

/// A row of the conventions register (hương ước, quy ước).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Convention {
    /// The register's own id, or one made from unit and row.
    pub id: String,
    /// The community.
    pub unit: UnitIndex,
    /// When it was adopted; `None` = not adopted.
    pub adopted: Option<Span>,
    /// Does it discriminate? `None` = not reviewed.
    pub discriminatory: Option<bool>,
    /// When a discriminatory one was mended.
    pub fixed_on: Option<Span>,
    /// When it ended.
    pub ended: Option<Span>,
    /// Where it stands.
    pub origin: Origin,
}

/// What was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum SubmissionKind {
    /// A unit's own plan.
    Plan,
    /// The six-month report.
    Half,
    /// The yearly report.
    Year,
    /// Data: the unit's figures of a period are complete.
    Data,
}

/// A row of the submissions register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// Who.
    pub unit: UnitIndex,
    /// What.
    pub kind: SubmissionKind,
    /// For which period.
    pub period: Span,
    /// On which day.
    pub submitted: NaiveDate,
    /// Does a data submission speak for the units below, too?
    pub covers_children: bool,
    /// Where it stands.
    pub origin: Origin,
}

/// A row of the surveys register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The register's own id.
    pub id: String,
    /// For whom.
    pub unit: UnitIndex,
    /// What was measured.
    pub measure: String,
    /// When.
    pub date: Span,
    /// The value, in the text's own digits.
    pub value: String,
    /// Number of people asked.
    pub base: Option<u32>,
    /// Where it stands.
    pub origin: Origin,
}

/// An obligation without a number that the user ticked: not from a table, but from their own hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// Target id.
    pub target: String,
    /// Whose.
    pub unit: UnitIndex,
    /// Period code.
    pub period: String,
    /// The evidence, in the user's words.
    pub note: String,
}

/// Everything that was read. A register that no table brought is `None`, which is not the same as empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Known units: shipped, the user's own, and those only seen in the data.
    pub roster: Roster,
    /// The tables that were read.
    pub tables: Vec<TableInfo>,
    /// Activities, in the order of tables and rows.
    pub activities: Vec<Activity>,
    /// The media register.
    pub media: Option<Vec<Adoption>>,
    /// The conventions register.
    pub conventions: Option<Vec<Convention>>,
    /// The submissions register.
    pub submissions: Option<Vec<Submission>>,
    /// The surveys register.
    pub surveys: Option<Vec<Survey>>,
    /// Obligations that the user ticked.
    pub ticks: Vec<Tick>,
}

impl Facts {
    /// The table a fact came from.
    pub fn table(&self, origin: Origin) -> Option<&TableInfo> {
        self.tables.get(origin.table as usize)
    }
}
