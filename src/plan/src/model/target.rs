//! Targets: whom they address, what they measure, and how much is enough.

use super::law::Cite;
use domain::{ActivityKind, AdoptionStage, Bilingual, NaiveDate, UnitKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// `T5`
    pub id: String,
    /// One line.
    pub label: Bilingual,
    /// Clauses.
    pub cite: Vec<Cite>,
    /// Whom it addresses.
    pub who: Who,
    /// What is measured.
    pub measure: Measure,
    /// First day the rule is in force; `None` = the plan's first. ("từ năm 2025 trở đi", an amendment.)
    pub from: Option<NaiveDate>,
    /// Last day the rule is in force; `None` = the plan's last.
    pub to: Option<NaiveDate>,
    /// The target whose place it takes from its first day on (an amendment); that one's `to` is the day before.
    pub replaces: Option<String>,
    /// Readings that bear on it.
    pub readings: Vec<String>,
    /// Judged at all?
    pub enabled: bool,
    /// Aspirational wording; arithmetic is the same.
    pub soft: bool,
}

/// Whom a rule addresses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Who {
    /// Kinds of unit.
    pub kinds: BTreeSet<UnitKind>,
    /// Only units whose parent's administrative level is one of these (no parent = 1); empty = any.
    pub levels: BTreeSet<u8>,
    /// Only units that carry one of these tags; empty = any.
    pub tags: BTreeSet<String>,
}

/// What a target measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Measure {
    /// Enough of something in each window.
    Count(CountRule),
    /// Share of media bodies that took up the indicator set.
    Adoption {
        /// In order of deadline.
        milestones: Vec<Milestone>,
    },
    /// Share of conventions that do not discriminate.
    Conventions {
        /// Which conventions are in the denominator.
        denominator: ConventionDenominator,
        /// What an unreviewed one is.
        unknown_as: UnknownAs,
        /// In order of deadline.
        milestones: Vec<Milestone>,
    },
    /// A value found by surveys.
    Survey(SurveyRule),
    /// An obligation without a number: ticked with evidence, never missed.
    Tick {
        /// Key of [`Plan::windows`](super::Plan::windows).
        window: String,
    },
}

/// Enough of something in each window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountRule {
    /// Key of [`Plan::windows`](super::Plan::windows).
    pub window: String,
    /// What must be enough. More than one: all of them ("≥ 4 sessions and a signed commitment").
    pub parts: Parts,
    /// Also judge the share of units that met it (`T2-share`).
    pub aggregate: Option<Aggregate>,
}

/// One part or more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// The first, and mostly the only one.
    pub first: Part,
    /// The others.
    pub others: Vec<Part>,
}

impl Parts {
    /// All of them, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Part> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The only part, if there is one only.
    pub fn single(&self) -> Option<&Part> {
        self.others.is_empty().then_some(&self.first)
    }
}

/// Which rows count, and how much of them is enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Kinds that count.
    pub count: BTreeSet<ActivityKind>,
    /// Tags any of which makes a row of another kind count.
    pub or_tag: BTreeSet<String>,
    /// Tags a row must carry, all of them.
    pub require_tag: BTreeSet<String>,
    /// Words one of which the row's channel must hold; empty = any. A row without a channel may count.
    pub channels: BTreeSet<String>,
    /// Words one of which the row's audience must hold; empty = any. A row without an audience may count.
    pub audiences: BTreeSet<String>,
    /// Rows of other kinds inside the window, without the tag.
    pub untagged: Untagged,
    /// Rows of the unit alone, or of all below it.
    pub scope: CountScope,
    /// Count identical folded titles of a unit in a window once.
    pub distinct_titles: bool,
    /// A commune's count "for its hamlets".
    pub aggregated: Aggregated,
    /// What is added up.
    pub amount: Amount,
    /// How much is enough.
    pub at_least: Phased,
    /// Count from the rule's first day to the window's end, not from the window's first day ("once signed, signed").
    pub since_start: bool,
}

/// What is added up over the rows that count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Amount {
    /// Their counts.
    #[default]
    Activities,
    /// People reached. A row that does not say may hold any number: it leaves the upper bound open.
    People {
        /// The number of which `at_least` is a share, for the words; `at_least` is already the number of people.
        of: Option<u32>,
    },
    /// Women, in percent of people reached: `at_least` is a percentage.
    WomenPercent,
}

/// A number that may differ from phase to phase of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Phased {
    /// The same throughout.
    Always(u32),
    /// In order of time, not overlapping. A window belongs to the phase that holds its first day in force; in a gap
    /// nothing is asked.
    Phases(Vec<Phase>),
}

/// A number for some years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The number.
    pub value: u32,
}

impl Phased {
    /// The number in force for a window whose first day in force is `day`.
    pub fn on(&self, day: NaiveDate) -> Option<u32> {
        match self {
            Self::Always(value) => Some(*value),
            Self::Phases(phases) => {
                phases.iter().find(|phase| phase.from <= day && day <= phase.to).map(|phase| phase.value)
            }
        }
    }

    /// Every number, in order of time.
    pub fn all(&self) -> Vec<u32> {
        match self {
            Self::Always(value) => vec![*value],
            Self::Phases(phases) => phases.iter().map(|phase| phase.value).collect(),
        }
    }
}

/// Rows of other kinds inside the window, without the tag.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Untagged {
    /// Do not count.
    #[default]
    Ignore,
    /// Count as possible.
    Possible,
    /// Count.
    Certain,
}

/// Rows of the unit alone, or of all below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CountScope {
    /// The unit alone.
    OwnRows,
    /// The unit and all below it.
    Subtree,
}

/// The reserved tag of a commune's row that speaks for its hamlets and names none of them.
pub const FOR_HAMLETS: &str = "for_hamlets";

/// A commune's count "for its hamlets".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aggregated {
    /// Bounds for the commune; hamlets stay without data.
    #[default]
    Bounds,
    /// One each.
    Spread,
}

/// "100% of units": a share over unit verdicts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aggregate {
    /// Percent required ("80 % by 2025, 100 % by 2030" are phases).
    pub at_least_percent: Phased,
    /// At these levels of the tree, and over all.
    pub at: BTreeSet<UnitKind>,
}

/// A share to be reached by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// `pilot-2025`
    pub id: String,
    /// Last day, included.
    pub by: NaiveDate,
    /// Stages that count (adoption only).
    pub stages: BTreeSet<AdoptionStage>,
    /// Percent required.
    pub at_least_percent: u32,
    /// The fragment it rests on.
    pub quote: String,
}

/// Which conventions are in the denominator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConventionDenominator {
    /// In force on the day.
    #[default]
    InForce,
    /// Ever adopted by the day.
    Ever,
}

/// What an unreviewed convention is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnknownAs {
    /// Unknown: bounds.
    #[default]
    Unknown,
    /// Discriminatory.
    Bad,
    /// Not discriminatory.
    Good,
}

/// A value found by surveys. Values are decimals, compared as whole thousandths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyRule {
    /// Name of the measure in the surveys table.
    pub measure: String,
    /// Which way is better.
    pub direction: Direction,
    /// Percent of the earlier value, or percentage points.
    pub scale: Scale,
    /// Against what, and when.
    pub due: SurveyDue,
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
}

/// How a change is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scale {
    /// In percent of the earlier value: 40 → 44 is 10.
    #[default]
    Percent,
    /// In points: 40 → 44 is 4.
    Points,
}

/// Against what a survey value is held, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SurveyDue {
    /// The change since a base year, by certain days.
    Since {
        /// The last value of this year is the base.
        base_year: i32,
        /// In order of deadline.
        steps: Vec<SurveyStep>,
    },
    /// The value itself, by certain days.
    Level {
        /// In order of deadline.
        steps: Vec<SurveyStep>,
    },
    /// The change against the year before, every year.
    EachYear {
        /// Lower bound: passes.
        at_least: Tenths,
        /// Upper bound: more than that is "beyond", which passes, too.
        beyond: Option<Tenths>,
    },
}

/// A survey value to be reached by a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SurveyStep {
    /// `2030`
    pub id: String,
    /// Last day, included.
    pub by: NaiveDate,
    /// Lower bound: passes.
    pub at_least: Tenths,
    /// Upper bound: more than that is "beyond", which passes, too.
    pub beyond: Option<Tenths>,
    /// The fragment it rests on.
    pub quote: String,
}

/// Tenths of a percent or of a point: 10 % is 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tenths(pub u32);
