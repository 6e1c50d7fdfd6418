//! The plan, its readings and what is wrong with a rule file, as the page shows them.

use crate::{ActivityKind, Bilingual, DutyDeadline, Figures, ReportKind, Span, SupportBody, UnitKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The plan screen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanSlice {
    /// Plan id.
    pub id: String,
    /// Title, in the source's language.
    pub title: String,
    /// Issuer, in the source's language.
    pub issuer: String,
    /// SHA-256 of the source text.
    pub source_sha256: String,
    /// What it calls the kinds of unit.
    pub unit_kinds: BTreeMap<UnitKind, Bilingual>,
    /// What it calls the kinds of activity.
    pub activity_kinds: BTreeMap<ActivityKind, Bilingual>,
    /// All clauses in the order of the source.
    pub clauses: Vec<ClauseLine>,
    /// Targets.
    pub targets: Vec<PlanTargetLine>,
    /// Duties.
    pub duties: Vec<DutyLine>,
    /// Tasks of section V.
    pub tasks: Vec<TaskLine>,
    /// The bodies of section V, in the order of the plan, with those that took over.
    pub bodies: Vec<SupportBody>,
    /// Readings.
    pub readings: Vec<ReadingLine>,
    /// Plans that can be chosen.
    pub plans: Vec<PlanLine>,
}

impl PlanSlice {
    /// Until when the plan wants a report of this kind.
    pub fn deadline(&self, report: ReportKind) -> Option<&DutyDeadline> {
        let submission = report.submission()?;
        self.duties.iter().filter_map(|duty| duty.deadline.as_ref()).find(|deadline| deadline.submission == submission)
    }
}

/// The readings screen: every place where the text can be read in more than one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingsSlice {
    /// Grouped by the target they bear on, in the plan's order; those that bear on several or on all come first.
    pub groups: Vec<ReadingGroup>,
    /// Number of verdicts now in force.
    pub verdicts: u32,
}

/// Readings of one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingGroup {
    /// Target or duty id; `None` = they bear on several.
    pub target: Option<String>,
    /// Its label.
    pub label: Option<Bilingual>,
    /// The readings, each option with the number of verdicts it would change.
    pub readings: Vec<ReadingLine>,
}

/// How bad a problem of a rule file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemWeight {
    /// The file cannot be put in force.
    Error,
    /// The file can be put in force, and nothing guards one of its numbers.
    Warning,
    /// Worth a look; the file can be put in force.
    Note,
}

/// Something wrong in a rule file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanProblem {
    /// How bad it is.
    pub weight: ProblemWeight,
    /// 1-based line.
    pub line: u32,
    /// 1-based column.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// As the command line prints it: `file:line:column`, the line, carets, help.
    pub text: String,
}

/// A plan that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanLine {
    /// Its id.
    pub id: String,
    /// Its short name.
    pub short: Bilingual,
    /// It ships with the program; otherwise it is the user's own.
    pub shipped: bool,
    /// It is the one in force.
    pub in_force: bool,
}

/// A clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseLine {
    /// Id such as `I.2/5`.
    pub id: String,
    /// `heading`, `item`, `bullet`, `text` or `preamble`.
    pub form: String,
    /// The words of the source.
    pub quote: String,
    /// Ids of targets, duties and tasks that rest on it.
    pub cited_by: Vec<String>,
}

/// A target as the plan screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanTargetLine {
    /// Id.
    pub id: String,
    /// Label.
    pub label: Bilingual,
    /// Kinds of unit it addresses.
    pub kinds: Vec<UnitKind>,
    /// The numbers it demands: by part, then in order of time.
    pub demands: Vec<DemandLine>,
    /// The share of units that it demands to reach it, in order of time; empty = none is asked.
    pub share: Vec<DemandLine>,
    /// The window's id, or the milestones' ids.
    pub windows: Vec<String>,
    /// Aspirational wording ("phấn đấu").
    pub soft: bool,
    /// It is judged.
    pub enabled: bool,
    /// Clauses cited.
    pub clauses: Vec<String>,
    /// Readings that bear on it.
    pub readings: Vec<String>,
}

/// A number that a target demands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandLine {
    /// Kinds of activity that count towards it; empty where it is not about activities.
    pub kinds: Vec<ActivityKind>,
    /// What the number is.
    pub figures: Figures,
    /// How much is enough, in the unit of `figures`.
    pub at_least: u32,
    /// Asked of windows that begin within these days; `None` = of every window.
    pub days: Option<Span>,
    /// To be reached by this day; `None` = within each window.
    pub by: Option<NaiveDate>,
}

/// A duty as the plan screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyLine {
    /// Id.
    pub id: String,
    /// Label.
    pub label: Bilingual,
    /// Until when; `None` = no day is stated: shown, never judged.
    pub deadline: Option<DutyDeadline>,
    /// Addressee.
    pub to: String,
    /// The id of the body that is the addressee.
    pub to_id: String,
    /// Clauses cited.
    pub clauses: Vec<String>,
}

/// A task as the plan screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskLine {
    /// Id.
    pub id: String,
    /// Label.
    pub label: Bilingual,
    /// Department, by name in the source's language.
    pub dept: String,
    /// Targets it serves.
    pub serves: Vec<String>,
    /// How often: `ongoing`, `yearly`, `yearly:WINDOW`, `once:YEAR`, several with commas between.
    pub cadence: String,
    /// Clauses cited.
    pub clauses: Vec<String>,
}

/// A reading as the plan screen shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingLine {
    /// Id.
    pub id: String,
    /// `scope`, `counting`, `denominator`, `deadline`, `window`, `data`, `units`, `text` or `note`.
    pub kind: String,
    /// The question.
    pub ask: Bilingual,
    /// Why the default.
    pub why: Bilingual,
    /// Options.
    pub options: Vec<ReadingOptionLine>,
    /// The option in force.
    pub in_force: String,
    /// The default option.
    pub default: String,
    /// Clauses cited, with the fragment.
    pub clauses: Vec<(String, String)>,
}

/// An option of a reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingOptionLine {
    /// Id.
    pub id: String,
    /// Label.
    pub label: Bilingual,
    /// Verdicts that would differ from now if this option were chosen; `None` = not computed.
    pub changes: Option<u32>,
}
