//! Targets: whom they address, what they measure, and how much is enough.

use super::law::Cite;
use domain::{ActivityKind, AdoptionStage, Bilingual, NaiveDate, UnitKind};
use std::collections::BTreeSet;

/// A target.
#[derive(Clone, Debug, PartialEq)]
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
    /// Readings that bear on it.
    pub readings: Vec<String>,
    /// Judged at all?
    pub enabled: bool,
    /// Aspirational wording; arithmetic is the same.
    pub soft: bool,
}

/// Whom a rule addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// Kinds of unit.
    pub kinds: BTreeSet<UnitKind>,
    /// Only units whose parent's administrative level is one of these (no parent = 1); empty = any.
    pub levels: BTreeSet<u8>,
    /// Only units that carry one of these tags; empty = any.
    pub tags: BTreeSet<String>,
}

/// What a target measures.
#[derive(Clone, Debug, PartialEq)]
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
}

/// Enough of something in each window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountRule {
    /// Key of [`Plan::windows`](super::Plan::windows).
    pub window: String,
    /// Which rows count, and how many are enough.
    pub part: Part,
    /// Also judge the share of units that met it (`T2-share`).
    pub aggregate: Option<Aggregate>,
}

/// Which rows count, and how many of them are enough.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// How many are enough.
    pub at_least: Phased,
}

/// A number that may differ from phase to phase of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phased {
    /// The same throughout.
    Always(u32),
    /// In order of time, not overlapping. A window belongs to the phase that holds its first day in force; in a gap
    /// nothing is asked.
    Phases(Vec<Phase>),
}

/// A number for some years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountScope {
    /// The unit alone.
    OwnRows,
    /// The unit and all below it.
    Subtree,
}

/// A commune's count "for its hamlets".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aggregated {
    /// Bounds for the commune; hamlets stay without data.
    #[default]
    Bounds,
    /// One each.
    Spread,
}

/// "100% of units": a share over unit verdicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aggregate {
    /// Percent required.
    pub at_least_percent: u32,
    /// At these levels of the tree.
    pub at: BTreeSet<UnitKind>,
}

/// A share to be reached by a day.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConventionDenominator {
    /// In force on the day.
    #[default]
    InForce,
    /// Ever adopted by the day.
    Ever,
}

/// What an unreviewed convention is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownAs {
    /// Unknown: bounds.
    #[default]
    Unknown,
    /// Discriminatory.
    Bad,
    /// Not discriminatory.
    Good,
}
