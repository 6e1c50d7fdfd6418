//! The checked plan: what the engine judges by. Wrong rules cannot be written down in these types;
//! `parse` turns the TOML of `rules/` into them and `lint` checks what types cannot say.

use domain::{ActivityKind, AdoptionStage, Bilingual, NaiveDate, Peak, State, SubmissionKind, UnitKind};
use std::collections::{BTreeMap, BTreeSet};

/// A plan with its readings applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Stable id, `kien-giang-2030`.
    pub id: String,
    /// Title in the source's language.
    pub title: String,
    /// Short name.
    pub short: Bilingual,
    /// Issuer in the source's language.
    pub issuer: String,
    /// First day it binds (reading `plan-start`).
    pub from: NaiveDate,
    /// Last day it binds.
    pub to: NaiveDate,
    /// Source text: path inside the repository.
    pub source_file: String,
    /// SHA-256 of that file, lower-case hex.
    pub source_sha256: String,
    /// Policies that hold for every target.
    pub defaults: Defaults,
    /// Kinds of unit with label and type words.
    pub unit_kinds: BTreeMap<UnitKind, UnitKindInfo>,
    /// Kinds of activity with label and words.
    pub activity_kinds: BTreeMap<ActivityKind, ActivityKindInfo>,
    /// Tags with label.
    pub tags: BTreeMap<String, TagInfo>,
    /// Named windows.
    pub windows: BTreeMap<String, Window>,
    /// Targets in the order of the file. Disabled ones are kept, never judged.
    pub targets: Vec<Target>,
    /// Duties in the order of the file.
    pub duties: Vec<Duty>,
    /// Departments, by id.
    pub depts: BTreeMap<String, Dept>,
    /// Tasks of departments.
    pub tasks: Vec<Task>,
    /// Topics to talk about.
    pub topics: Vec<Topic>,
    /// Preferred days.
    pub peaks: Vec<CitedPeak>,
    /// Readings.
    pub readings: Vec<Reading>,
    /// The option in force for each reading.
    pub readings_in_force: BTreeMap<String, String>,
    /// The law, clause by clause.
    pub clauses: Vec<Clause>,
    /// Clauses that need no rule.
    pub coverage: Coverage,
    /// Examples that must keep passing.
    pub examples: Vec<Example>,
}

impl Plan {
    /// The clause with this id.
    pub fn clause(&self, id: &str) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The target with this id.
    pub fn target(&self, id: &str) -> Option<&Target> {
        self.targets.iter().find(|target| target.id == id)
    }

    /// The duty with this id.
    pub fn duty(&self, id: &str) -> Option<&Duty> {
        self.duties.iter().find(|duty| duty.id == id)
    }
}

/// Policies that hold for every target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Defaults {
    /// When does "no row" mean zero?
    pub missing: MissingPolicy,
    /// What of windows that a unit's life cuts?
    pub partial: PartialPolicy,
    /// What of dates coarser than the window?
    pub coarse_dates: CoarseDates,
    /// What of identical rows?
    pub duplicates: Duplicates,
}

/// When does "no row" mean zero?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingPolicy {
    /// Always.
    Zero,
    /// When the unit's figures are reported or implied.
    Implied,
    /// Only when reported.
    Explicit,
}

/// What of windows that a unit's life cuts?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartialPolicy {
    /// Threshold unchanged; can be met, never missed.
    CutOpen,
    /// Threshold unchanged; may be missed.
    Full,
    /// Threshold ⌈k·days/full⌉.
    Prorate,
    /// Not applicable if less than half of the window.
    Waive,
}

/// What of dates coarser than the window?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoarseDates {
    /// Certain if inside, possible if touching.
    Interval,
    /// Rows without a single day (or range inside the window) are dropped.
    Drop,
}

/// What of rows identical in unit, date, kind, non-empty title, channel and count?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duplicates {
    /// Count once.
    Once,
    /// Count each.
    All,
}

/// A kind of unit as the plan names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitKindInfo {
    /// What people call it.
    pub label: Bilingual,
    /// Type words that name it.
    pub terms: Vec<String>,
    /// Kinds it may belong to.
    pub parents: Vec<UnitKind>,
}

/// A kind of activity as the plan names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityKindInfo {
    /// What people call it.
    pub label: Bilingual,
    /// Words that name it.
    pub terms: Vec<String>,
    /// Words that may name it: ask.
    pub ask_terms: Vec<String>,
    /// Channels on which it is published.
    pub channels: Vec<String>,
}

/// A tag as the plan names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TagInfo {
    /// What people call it.
    pub label: Bilingual,
    /// Words in a table that set it.
    pub terms: Vec<String>,
}

/// A named window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// What people call it.
    pub label: Bilingual,
    /// How it repeats.
    pub repeat: Repeat,
    /// Clauses it rests on.
    pub cite: Vec<Cite>,
}

/// How a window repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Each calendar year: period `2024`.
    Year,
    /// Each half year: `2024-H1`.
    Half,
    /// Each quarter: `2024-Q1`.
    Quarter,
    /// Each month: `2024-11`.
    Month,
    /// Each year from `from` to `to` (month, day), both included; if `to < from` it ends in the next year.
    /// Period `2024-AM`, by the year it begins in.
    Yearly {
        /// Mark in the period's name.
        suffix: String,
        /// First (month, day).
        from: (u32, u32),
        /// Last (month, day).
        to: (u32, u32),
    },
    /// Once, from the plan's first day to its last: `2022-2030`.
    Once,
}

/// Where a rule stands in the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// Clause id.
    pub clause: String,
    /// The fragment it rests on; empty = the whole clause.
    pub quote: String,
}

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
    /// A minimum number of activities in a window.
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

/// A minimum number of activities in a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountRule {
    /// Kinds that count.
    pub count: BTreeSet<ActivityKind>,
    /// Tags any of which makes a row of another kind count.
    pub or_tag: BTreeSet<String>,
    /// Tags a row must carry, all of them.
    pub require_tag: BTreeSet<String>,
    /// Rows of other kinds inside the window, without the tag.
    pub untagged: Untagged,
    /// Rows of the unit alone, or of all below it.
    pub scope: CountScope,
    /// Count identical folded titles of a unit in a window once.
    pub distinct_titles: bool,
    /// A commune's count "for its hamlets".
    pub aggregated: Aggregated,
    /// Key of [`Plan::windows`].
    pub window: String,
    /// k.
    pub at_least: u32,
    /// Also judge the share of units that met it, at these levels (`T2-share`).
    pub aggregate: Option<Aggregate>,
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

/// Something to be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// `R-half`
    pub id: String,
    /// One line.
    pub label: Bilingual,
    /// Clauses.
    pub cite: Vec<Cite>,
    /// Whom it addresses.
    pub who: Who,
    /// Addressee: key of [`Plan::depts`].
    pub to: String,
    /// What is handed in and when; `None` = no day in the text: shown, never judged.
    pub deadline: Option<DutyDeadline>,
    /// Readings that bear on it.
    pub readings: Vec<String>,
}

/// "trước ngày …".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyDeadline {
    /// Kind of submission that fulfils it.
    pub submission: SubmissionKind,
    /// The day named.
    pub day: DutyDay,
    /// Is the day itself still in time?
    pub inclusive: bool,
    /// A day off moves it to the next working day.
    pub next_working_day: bool,
}

/// The day a duty names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyDay {
    /// Once. Opens on the plan's first day; period = the year of the day named.
    Once(NaiveDate),
    /// Each year on this month and day. Opens on 1 January.
    Yearly(u32, u32),
}

/// A department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dept {
    /// Name in the source's language.
    pub label: String,
    /// Clause that names it.
    pub clause: String,
}

/// A task of a department: shown, never judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// `V09`
    pub id: String,
    /// Key of [`Plan::depts`].
    pub dept: String,
    /// One line.
    pub label: Bilingual,
    /// Clauses.
    pub cite: Vec<Cite>,
    /// `ongoing`, `yearly`, `once:2025` … in the words of the file.
    pub cadence: String,
    /// Targets it serves.
    pub serves: Vec<String>,
}

/// A topic to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Id.
    pub id: String,
    /// One line.
    pub label: Bilingual,
    /// Clauses.
    pub cite: Vec<Cite>,
}

/// A peak with its clauses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedPeak {
    /// The peak.
    pub peak: Peak,
    /// Clauses.
    pub cite: Vec<Cite>,
}

/// A place where the text can be read in more than one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// `t5-start`
    pub id: String,
    /// `scope`, `counting`, `denominator`, `deadline`, `window`, `data`, `units`, `text` or `note`.
    pub kind: String,
    /// The question.
    pub ask: Bilingual,
    /// Clauses.
    pub cite: Vec<Cite>,
    /// Id of the default option.
    pub default: String,
    /// Why the default.
    pub why: Bilingual,
    /// Options.
    pub options: Vec<ReadingOption>,
}

/// One way to read it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingOption {
    /// Id.
    pub id: String,
    /// Label.
    pub label: Bilingual,
    /// Patches: path → value.
    pub set: BTreeMap<String, toml::Value>,
}

/// A clause of the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// `I.2/5`
    pub id: String,
    /// `heading`, `item`, `bullet`, `text` or `preamble`.
    pub form: String,
    /// Exact words, up to white space.
    pub quote: String,
}

/// Clauses that need no rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// They only inform.
    pub informative: Vec<String>,
    /// Obligations without number, date or addressee: shown, never judged.
    pub unmeasured: Vec<String>,
}

/// An example that must keep passing.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What it shows.
    pub name: String,
    /// Readings chosen.
    pub readings: BTreeMap<String, String>,
    /// As-of day.
    pub as_of: NaiveDate,
    /// Units: `[id, kind, parent]` or `[id, kind, parent, from, to]`, blank = none or open.
    pub units: Vec<Vec<String>>,
    /// `[date, unit, kind, count, tags]`; more columns: title, channel, status, relevant.
    pub activities: Vec<ExampleActivity>,
    /// `[unit, stage, from, to]`; `None` = no register.
    pub media: Option<Vec<Vec<String>>>,
    /// `[id, unit, adopted, discriminatory, fixed_on, ended]`; `None` = no register.
    pub conventions: Option<Vec<Vec<String>>>,
    /// `[unit, kind, period, submitted, covers_children]`; `None` = no register.
    pub submissions: Option<Vec<Vec<String>>>,
    /// What must come out.
    pub expect: Vec<Expectation>,
}

/// An activity of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExampleActivity {
    /// Canonical date; blank = undated.
    pub date: String,
    /// Unit id.
    pub unit: String,
    /// Kind.
    pub kind: ActivityKind,
    /// Count.
    pub count: u32,
    /// Tags.
    pub tags: Vec<String>,
    /// Title, if given.
    pub title: String,
    /// Channel, if given.
    pub channel: String,
    /// `planned` or blank.
    pub status: String,
    /// `unknown` or blank.
    pub relevant: String,
}

/// What must come out of an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Target or duty id, or `T2-share`.
    pub target: String,
    /// Unit id, or `*`.
    pub unit: String,
    /// Period code.
    pub period: String,
    /// State.
    pub state: State,
}
