//! What the user has chosen. Every correction is an option: recorded, listed, undone; then the path runs again.

use crate::{ActivityKind, CalendarSettings, Closes, Field, FormChoice, ItemKind, Relevance, TextEncoding};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which shipped units count after 1/7/2025.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterScope {
    /// The 48 communes on the ground of former Kiên Giang (default).
    #[default]
    FormerKienGiang,
    /// All 102 communes of An Giang.
    AllAnGiang,
}

/// "This column of this table means …".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ColumnChoice {
    /// [`crate::TableInfo::fingerprint`], or [`crate::header_key`] for every table with the same headers.
    pub table: String,
    /// 0-based column.
    pub column: u32,
    /// Its meaning.
    pub field: Field,
}

/// "This spelling is that unit", or, with an empty spelling, "this table is that unit's".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnitChoice {
    /// [`crate::TableInfo::fingerprint`]; empty = every table.
    pub table: String,
    /// The text as it stands in the cells; empty = rows that name no unit.
    pub text: String,
    /// The unit's id; empty = it is no unit, and its rows are nobody's.
    pub unit: String,
}

/// "The rows of this table are / may be about gender equality".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RelevanceChoice {
    /// [`crate::TableInfo::fingerprint`].
    pub table: String,
    /// The answer.
    pub relevant: Relevance,
}

/// "This obligation is fulfilled, and this shows it".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TickChoice {
    /// Target id.
    pub target: String,
    /// The unit's id.
    pub unit: String,
    /// Period code.
    pub period: String,
    /// The evidence, in the user's words.
    pub note: String,
}

/// Which plan is applied.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanChoice {
    /// The first of the shipped plans.
    #[default]
    First,
    /// A shipped plan, by its id.
    Shipped(String),
    /// The user's own rule file.
    Own {
        /// Its name.
        name: String,
        /// Its text (TOML).
        text: String,
    },
}

/// An item of the agenda, by what stays the same from one planning to the next and from one sitting to the next.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemChoice {
    /// The unit's id; empty = the whole scope.
    pub unit: String,
    /// What.
    pub kind: ItemKind,
    /// The gaps it closes, sorted.
    pub closes: Vec<Closes>,
    /// Which of several alike, from 1.
    pub number: u32,
}

/// "This item is to be on that day."
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PinChoice {
    /// The item.
    pub item: ItemChoice,
    /// Its day.
    pub date: NaiveDate,
}

/// What the user settled about the calendar. None of it touches a verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CalendarChoices {
    /// About days.
    pub settings: CalendarSettings,
    /// Items that keep their day.
    pub pins: Vec<PinChoice>,
    /// Items that are not to be planned.
    pub drops: Vec<ItemChoice>,
}

/// All choices of one sitting. `Default` is "nobody chose anything".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// The as-of day; `None` = the end of yesterday (or the sample's own day).
    pub as_of: Option<NaiveDate>,
    /// The year shown; `None` = the year of the latest done row up to the as-of day.
    pub year: Option<i32>,
    /// The id of the unit shown with all below it; `None` = the lowest node that holds every unit seen.
    pub scope: Option<String>,
    /// Which shipped units count.
    pub roster: RosterScope,
    /// Chosen readings: reading id → option id.
    pub readings: BTreeMap<String, String>,
    /// Encodings of text files, by the file's name.
    pub encodings: BTreeMap<String, TextEncoding>,
    /// Meanings of columns.
    pub columns: Vec<ColumnChoice>,
    /// Identities of units.
    pub units: Vec<UnitChoice>,
    /// Words for kinds of activity: the word as seen → the kind.
    pub kinds: BTreeMap<String, ActivityKind>,
    /// Relevance of tables.
    pub relevance: Vec<RelevanceChoice>,
    /// Tables (by fingerprint) whose dates are written month first.
    pub month_first: Vec<String>,
    /// The plan in force.
    pub plan: PlanChoice,
    /// Obligations without a number that the user has ticked.
    pub ticks: Vec<TickChoice>,
    /// About the suggested calendar.
    pub calendar: CalendarChoices,
    /// The order of columns of the superior's table.
    pub form: FormChoice,
}
