//! The house with its data in it: the plans, the rosters, the days off. Made once, used for every job.

use crate::assessment::Assessment;
use crate::shelf::Shelf;
use crate::{defaults, embedded, lint, plan_slice, roster};
use calendar::{Holidays, anchors};
use domain::{
    FormOrder, NaiveDate, Options, Outline, Peak, PlanProblem, PlanSlice, ReadError, ReportKind, TryOut, TryOutSlice,
};
use intake::{FileWatch, Formats, Input};
use plan::Plan;
use std::cell::Cell;
use std::fmt;

/// The plans' rules and everything shipped with them.
pub struct House {
    shelf: Shelf,
    /// The formats of files that are read.
    formats: Cell<Formats>,
    holidays: Holidays,
    anchors: Vec<Peak>,
}

/// Why no assessment could be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssessError {
    /// No input holds a table.
    Files(Vec<ReadError>),
    /// Rules or shipped data do not hold together; the text is for whoever wrote the rule file.
    Rules(String),
}

impl fmt::Display for AssessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Files(errors) => {
                let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
                write!(f, "{}", lines.join("\n"))
            }
            Self::Rules(text) => write!(f, "{text}"),
        }
    }
}

impl std::error::Error for AssessError {}

impl From<Vec<plan::Problem>> for AssessError {
    fn from(problems: Vec<plan::Problem>) -> Self {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Self::Rules(lines.join("\n"))
    }
}

impl House {
    /// The plans and the data that ship inside the program.
    pub fn embedded() -> Result<Self, AssessError> {
        let house = Self::begun()?;
        house.complete();
        Ok(house)
    }

    /// The same, but until [`Self::complete`] only the first plan as its file has it is known, and only text and XLSX are read.
    pub fn begun() -> Result<Self, AssessError> {
        Self::around(Shelf::shipped())
    }

    /// From now on rule files are read (other plans and readings are known, too), and files of all formats.
    pub fn complete(&self) {
        self.shelf.read_rules();
        self.formats.set(Formats::ALL);
    }

    /// Is the plan that these options put in force known?
    pub fn knows(&self, options: &Options) -> bool {
        self.shelf.knows(&options.plan, &options.readings)
    }

    /// Is this file's format read?
    pub fn reads(&self, input: &mut Input<'_>) -> bool {
        self.formats.get().include(input)
    }

    /// Another plan in the first place, with the shipped rosters and days off.
    pub fn with_plan(file_name: &str, rules: &str) -> Result<Self, AssessError> {
        let house = Self::around(Shelf::led_by(file_name, rules)?)?;
        house.complete();
        Ok(house)
    }

    fn around(shelf: Shelf) -> Result<Self, AssessError> {
        let holidays =
            Holidays::parse(embedded::HOLIDAYS).map_err(|problem| AssessError::Rules(problem.to_string()))?;
        let anchors = anchors(embedded::ANCHORS).map_err(|problem| AssessError::Rules(problem.to_string()))?;
        Ok(Self { shelf, formats: Cell::new(Formats::FIRST), holidays, anchors })
    }

    /// The whole path. `today` is the caller's; the as-of day is the end of yesterday unless the user chose one.
    pub fn assess(
        &self,
        inputs: Vec<Input<'_>>,
        options: Options,
        today: NaiveDate,
        watch: &mut dyn FileWatch,
    ) -> Result<Assessment, AssessError> {
        let plan = self.plan(&options)?;
        let as_of = defaults::as_of(&options, today);
        let roster = roster::of_plan(&plan, options.roster)?;
        let opened = intake::open(inputs, self.formats.get(), &options.encodings, watch);
        let reading = opened.understand(roster, &plan::vocabulary(&plan), &options, as_of, watch);
        if reading.facts.tables.is_empty() && !reading.failed.is_empty() {
            return Err(AssessError::Files(reading.failed));
        }
        Ok(Assessment::new(plan, reading, options, as_of))
    }

    /// Judges again what was read, with other choices that do not touch reading (another plan does). On a choice that
    /// the plan does not know, the assessment comes back unchanged with the reason.
    pub fn judge_again(
        &self,
        assessment: Assessment,
        options: Options,
        today: NaiveDate,
    ) -> Result<Assessment, (Box<Assessment>, AssessError)> {
        match self.plan(&options) {
            Ok(plan) => {
                let as_of = defaults::as_of(&options, today);
                Ok(Assessment::new(plan, assessment.into_reading(), options, as_of))
            }
            Err(error) => Err((Box::new(assessment), error)),
        }
    }

    /// The plan that these options put in force, with the others that can be chosen. It needs no file.
    pub fn plan_slice(&self, options: &Options) -> Result<PlanSlice, AssessError> {
        let plan = self.plan(options)?;
        let plans = self.shelf.lines(&options.plan, &plan);
        Ok(PlanSlice { plans, ..plan_slice::plan_slice(&plan) })
    }

    /// What a rule of the plan in force says of numbers of one's own; `None` if there is no such rule. It needs no file.
    pub fn try_out(
        &self,
        options: &Options,
        tried: &TryOut,
        today: NaiveDate,
    ) -> Result<Option<TryOutSlice>, AssessError> {
        Ok(engine::try_out(&self.plan(options)?, tried, today))
    }

    /// Everything wrong with a rule file, or with an order of columns, as `cargo xtask lint` says it. Texts that ship are
    /// at hand, others are not.
    pub fn lint(&self, name: &str, text: &str) -> Vec<PlanProblem> {
        if FormOrder::is_told_by(text) { lint::lint_form(name, text) } else { lint::lint(name, text) }
    }

    /// The rules in force under these options.
    pub(crate) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The outline of a report.
    pub fn outline(&self, kind: ReportKind) -> Result<Outline, AssessError> {
        let files = ReportKind::ALL.into_iter().zip(embedded::OUTLINES);
        let missing = || AssessError::Rules(format!("no outline ships for {kind:?}"));
        let (_, (file, text)) = files.into_iter().find(|(of, _)| *of == kind).ok_or_else(missing)?;
        Ok(plan::outline(file, text)?)
    }

    /// Days off.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// Anniversaries that no plan names.
    pub fn anchors(&self) -> &[Peak] {
        &self.anchors
    }

    pub(crate) fn plan(&self, options: &Options) -> Result<Plan, AssessError> {
        self.shelf.plan(&options.plan, &options.readings)
    }
}
