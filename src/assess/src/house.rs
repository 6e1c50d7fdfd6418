//! The house with its data in it: the plan, the rosters, the days off. Made once, used for every job.

use crate::assessment::Assessment;
use crate::{defaults, embedded, plan_slice, roster};
use calendar::Holidays;
use domain::{NaiveDate, Options, PlanSlice, ReadError, Roster};
use intake::{FileWatch, Input};
use plan::{Plan, RuleFile};
use std::collections::BTreeMap;
use std::fmt;

/// The plan's rules and everything shipped with them.
pub struct House {
    rules: RuleFile,
    holidays: Holidays,
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

impl House {
    /// The plan and the data that ship inside the program.
    pub fn embedded() -> Result<Self, AssessError> {
        Self::with_plan(embedded::PLAN_NAME, embedded::PLAN)
    }

    /// Another plan with the shipped rosters and days off.
    pub fn with_plan(file_name: &str, rules: &str) -> Result<Self, AssessError> {
        let rules = RuleFile::parse(file_name, rules).map_err(|problems| AssessError::Rules(lines(&problems)))?;
        let holidays =
            Holidays::parse(embedded::HOLIDAYS).map_err(|problem| AssessError::Rules(problem.to_string()))?;
        Ok(Self { rules, holidays })
    }

    /// The whole path. `today` is the caller's; the as-of day is the end of yesterday unless the user chose one.
    pub fn assess(
        &self,
        inputs: Vec<Input<'_>>,
        options: Options,
        today: NaiveDate,
        watch: &mut dyn FileWatch,
    ) -> Result<Assessment, AssessError> {
        let plan = self.plan(&options.readings)?;
        let as_of = defaults::as_of(&options, today);
        let reading = intake::read(inputs, shipped(&options)?, &plan::vocabulary(&plan), &options, as_of, watch);
        if reading.facts.tables.is_empty() && !reading.failed.is_empty() {
            return Err(AssessError::Files(reading.failed));
        }
        Ok(Assessment::new(plan, reading, options, as_of))
    }

    /// Judges again what was read, with other choices that do not touch reading. On a choice that the plan does not
    /// know, the assessment comes back unchanged with the reason.
    pub fn judge_again(
        &self,
        assessment: Assessment,
        options: Options,
        today: NaiveDate,
    ) -> Result<Assessment, (Box<Assessment>, AssessError)> {
        match self.plan(&options.readings) {
            Ok(plan) => {
                let as_of = defaults::as_of(&options, today);
                Ok(Assessment::new(plan, assessment.into_reading(), options, as_of))
            }
            Err(error) => Err((Box::new(assessment), error)),
        }
    }

    /// The plan with its default readings, for the page before any file.
    pub fn plan_slice(&self) -> Result<PlanSlice, AssessError> {
        self.plan(&BTreeMap::new()).map(|plan| plan_slice::plan_slice(&plan))
    }

    /// Days off.
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    fn plan(&self, readings: &BTreeMap<String, String>) -> Result<Plan, AssessError> {
        self.rules.plan(readings).map_err(|problems| AssessError::Rules(lines(&problems)))
    }
}

fn shipped(options: &Options) -> Result<Roster, AssessError> {
    roster::shipped_roster(&[embedded::ROSTER_BEFORE, embedded::ROSTER_AFTER], options.roster)
        .map_err(|problem| AssessError::Rules(problem.to_string()))
}

fn lines(problems: &[plan::Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
