//! Decides which slides the deck has and what stands on them. Knows figures, no words and no page.
//!
//! INVARIANT: how many slides there are depends on the summary alone, which is there before anything else: a slide keeps
//! its number while clauses, receipts and readings are still on their way.

use super::trial::Trial;
use crate::views::overview::decide::{one_kind, pure_share, result};
use domain::{
    Bilingual, ClauseLine, Completeness, DeadlineLine, MatrixRow, MatrixSlice, NaiveDate, Period, PeriodCell,
    PlanSlice, ReadingLine, ReadingsSlice, State, Summary, TargetLine, UnitIndex, UnitKind, UnitLine, rule_behind,
};
use protocol::SliceName;
use std::cmp::Reverse;
use wording::overview::TargetResult;
use wording::workshop::{Counting, Question};

/// What a deck is made of.
#[derive(Clone, Copy)]
pub(crate) struct Material<'a> {
    /// The summary.
    pub(crate) summary: &'a Summary,
    /// The plan, once it has come.
    pub(crate) plan: Option<&'a PlanSlice>,
    /// The units, once they have come.
    pub(crate) matrix: Option<&'a MatrixSlice>,
    /// The readings, once they have come.
    pub(crate) readings: Option<&'a ReadingsSlice>,
}

/// A slide: one idea.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Slide {
    /// The plan, and how complete the data are.
    Title {
        /// The plan's title, in its own language.
        plan: Option<String>,
        /// The year shown.
        year: i32,
        /// The as-of day.
        as_of: NaiveDate,
        /// How complete the data of each kind of unit are.
        complete: Vec<Completeness>,
    },
    /// How many met this target?
    Target {
        /// The target.
        line: TargetLine,
        /// What the plan says of it.
        clause: Option<String>,
    },
    /// No row is not "not met".
    Silence(Silence),
    /// Why is this verdict as it is?
    Why(Option<Asked>),
    /// How many would meet it with more?
    WhatIf(Option<Trial>),
    /// What is the last day in time?
    Deadline(Option<Due>),
    /// How do you read it?
    Reading(Option<Read>),
    /// A sheet with mistakes.
    Practice,
    /// The page's address, and the user's own sheet.
    Close,
}

/// Units of which no row was read, beside one that is known to have none.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Silence {
    /// How many, of which kind.
    pub(crate) silent: Option<(u32, UnitKind)>,
    /// One of which nothing is known.
    pub(crate) unknown: Option<String>,
    /// One that is known to have none.
    pub(crate) zero: Option<String>,
}

/// A verdict whose receipt is shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Asked {
    /// The unit's number.
    pub(crate) unit: UnitIndex,
    /// Its name.
    pub(crate) name: String,
    /// The target.
    pub(crate) target: String,
    /// The period.
    pub(crate) period: Period,
    /// The verdict.
    pub(crate) state: State,
}

impl Asked {
    /// What the worker is asked for.
    pub(crate) fn slice(&self) -> SliceName {
        SliceName::Why { target: self.target.clone(), unit: Some(self.unit), period: self.period.clone() }
    }
}

/// A deadline.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Due {
    /// What is due.
    pub(crate) label: Bilingual,
    /// What the plan says.
    pub(crate) clause: Option<String>,
    /// The last good day.
    pub(crate) last: NaiveDate,
    /// The day that the text itself names, if that is already too late.
    pub(crate) named: Option<NaiveDate>,
}

/// A question that the text leaves open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Read {
    /// It, with its options.
    pub(crate) line: ReadingLine,
    /// The fragment it is about.
    pub(crate) fragment: Option<String>,
}

impl Slide {
    /// Its question.
    pub(crate) fn question(&self) -> Question {
        match self {
            Self::Title { .. } => Question::Title,
            Self::Target { line, .. } => Question::Target(counting(line)),
            Self::Silence(_) => Question::Silence,
            Self::Why(None) => Question::WhyAtAll,
            Self::Why(Some(asked)) => Question::Why {
                unit: asked.name.clone(),
                target: asked.target.clone(),
                period: asked.period.clone(),
                state: asked.state,
            },
            Self::WhatIf(None) => Question::WhatIfAtAll,
            Self::WhatIf(Some(trial)) => Question::WhatIf { activity: trial.programme.kind, of: counting(&trial.line) },
            Self::Deadline(due) => Question::Deadline(due.as_ref().map(|due| due.label.clone())),
            Self::Reading(read) => Question::Reading(read.as_ref().map(|read| read.line.ask.clone())),
            Self::Practice => Question::Practice,
            Self::Close => Question::Close,
        }
    }

    /// Is there an answer to show?
    pub(crate) fn has_answer(&self) -> bool {
        match self {
            Self::Target { .. } | Self::Silence(_) | Self::Practice => true,
            Self::Why(asked) => asked.is_some(),
            Self::Deadline(due) => due.is_some(),
            Self::Reading(read) => read.is_some(),
            Self::Title { .. } | Self::WhatIf(_) | Self::Close => false,
        }
    }

    /// Does it stand on the exercise sheets?
    pub(crate) fn is_exercise(&self) -> bool {
        self.has_answer() || matches!(self, Self::WhatIf(Some(_)))
    }
}

/// What is counted on a line of the overview.
fn counting(line: &TargetLine) -> Counting {
    Counting {
        target: line.target.clone(),
        kind: one_kind(line),
        period: line.period.clone(),
        share: pure_share(line).is_some(),
    }
}

/// The slides, first to last.
pub(crate) fn slides(material: Material<'_>) -> Vec<Slide> {
    let Material { summary, plan, matrix, readings } = material;
    let judged = summary.overview.targets.iter().filter(|line| is_judged(line));
    let targets = judged.map(|line| Slide::Target { clause: clause_of(plan, &line.target), line: line.clone() });
    let rest = [
        Slide::Silence(silence(summary, matrix)),
        Slide::Why(asked(matrix)),
        Slide::WhatIf(Trial::of(summary, plan)),
        Slide::Deadline(due(summary, plan)),
        Slide::Reading(readings.and_then(most_telling)),
        Slide::Practice,
        Slide::Close,
    ];
    std::iter::once(title(summary, plan)).chain(targets).chain(rest).collect()
}

/// The slide with this number, from 1; beyond the last one it is the last.
pub(crate) fn place(slides: &[Slide], number: u32) -> usize {
    let number = usize::try_from(number).unwrap_or(usize::MAX);
    number.clamp(1, slides.len().max(1))
}

fn title(summary: &Summary, plan: Option<&PlanSlice>) -> Slide {
    let judged = |kind: UnitKind| summary.overview.targets.iter().any(|line| line.kinds.contains(&kind));
    let complete = summary.overview.completeness.iter().filter(|line| judged(line.kind) && line.has_roster);
    Slide::Title {
        plan: plan.map(|plan| plan.title.clone()).filter(|title| !title.is_empty()),
        year: summary.year,
        as_of: summary.as_of,
        complete: complete.cloned().collect(),
    }
}

/// There is something to guess: units or members were counted.
fn is_judged(line: &TargetLine) -> bool {
    matches!(result(line), TargetResult::Units(_) | TargetResult::Share(_))
}

fn clause_of(plan: Option<&PlanSlice>, target: &str) -> Option<String> {
    let plan = plan?;
    let id = rule_behind(target);
    let line = plan.targets.iter().find(|line| line.id == target || line.id == id)?;
    line.clauses.iter().find_map(|id| clause(plan, id)).map(|clause| clause.quote.clone())
}

fn clause<'a>(plan: &'a PlanSlice, id: &str) -> Option<&'a ClauseLine> {
    plan.clauses.iter().find(|clause| clause.id == id)
}

fn silence(summary: &Summary, matrix: Option<&MatrixSlice>) -> Silence {
    let silent = |line: &&Completeness| line.has_roster && line.listed > line.with_data;
    let most = summary.overview.completeness.iter().filter(silent).max_by_key(|line| line.listed - line.with_data);
    let rows = matrix.map(|matrix| matrix.rows.as_slice()).unwrap_or_default();
    Silence {
        silent: most.map(|line| (line.listed - line.with_data, line.kind)),
        unknown: rows.iter().find(|row| knows_nothing(row)).map(|row| full_name(&row.unit)),
        zero: rows.iter().find(|row| cells(row).any(is_zero)).map(|row| full_name(&row.unit)),
    }
}

/// Nothing of it can count anywhere, and at least one period is over without a word of it.
fn knows_nothing(row: &MatrixRow) -> bool {
    cells(row).any(|cell| cell.state == State::NoData) && cells(row).all(|cell| cell.n_hi == 0 && !is_zero(cell))
}

fn cells(row: &MatrixRow) -> impl Iterator<Item = &PeriodCell> {
    row.cells.iter().flatten().flat_map(|cell| &cell.periods)
}

fn is_zero(cell: &PeriodCell) -> bool {
    cell.state == State::Missed && cell.n_hi == 0
}

/// Units of one name are told apart by their parent.
fn full_name(unit: &UnitLine) -> String {
    if unit.parent.is_empty() { unit.name.clone() } else { format!("{}, {}", unit.name, unit.parent) }
}

/// The verdict that teaches most: one that was missed although something was done, else any that was missed, else one
/// that was met.
pub(crate) fn asked(matrix: Option<&MatrixSlice>) -> Option<Asked> {
    let matrix = matrix?;
    let all = matrix.rows.iter().flat_map(|row| {
        let columns = row.cells.iter().zip(&matrix.columns);
        let cells = columns.filter_map(|(cell, column)| Some((cell.as_ref()?, column)));
        cells.flat_map(move |(cell, column)| cell.periods.iter().map(move |period| (row, column, period)))
    });
    let (row, column, cell) = all
        .filter(|(.., cell)| cell.den.is_none() && matches!(cell.state, State::Missed | State::Met))
        .min_by_key(|(.., cell)| Reverse((cell.state == State::Missed, cell.n_lo.min(3))))?;
    Some(Asked {
        unit: row.unit.unit,
        name: full_name(&row.unit),
        target: column.target.clone(),
        period: cell.period.clone(),
        state: cell.state,
    })
}

/// A duty to hand something in teaches more than a target: its text names a day.
fn due(summary: &Summary, plan: Option<&PlanSlice>) -> Option<Due> {
    let deadlines = &summary.overview.deadlines;
    let line = deadlines.iter().find(|line| line.is_duty()).or_else(|| deadlines.first())?;
    let clause = duty_clause(line, plan);
    let after = line.date.succ_opt();
    let named = after.filter(|day| clause.as_deref().is_some_and(|text| says_before(text, *day)));
    let clause = clause.map(|text| named.map_or_else(|| text.clone(), |day| sentence_about(&text, day)));
    Some(Due { label: line.label.clone(), clause, last: line.date, named })
}

fn duty_clause(line: &DeadlineLine, plan: Option<&PlanSlice>) -> Option<String> {
    let plan = plan?;
    let Some(duty) = plan.duties.iter().find(|duty| duty.id == line.target) else {
        return clause_of(Some(plan), &line.target);
    };
    duty.clauses.iter().find_map(|id| clause(plan, id)).map(|clause| clause.quote.clone())
}

/// Does the text ask for something "before" this very day?
fn says_before(text: &str, day: NaiveDate) -> bool {
    use chrono::Datelike;
    let (day, month) = (day.day(), day.month());
    let text = text.to_lowercase();
    let forms = [
        format!("{day} tháng {month}"),
        format!("{day}/{month}"),
        format!("{day:02}/{month:02}"),
        format!("{day:02} tháng {month:02}"),
    ];
    forms.iter().any(|form| text.contains(&format!("trước ngày {form}")) || text.contains(&format!("trước {form}")))
}

/// The sentence of the text that names the day: a room cannot read a page.
fn sentence_about(text: &str, day: NaiveDate) -> String {
    let sentence = text.split_inclusive(". ").find(|sentence| says_before(sentence, day));
    sentence.map_or_else(|| text.to_owned(), |sentence| sentence.trim().to_owned())
}

/// The reading on which most verdicts hang: one about a target sooner than one about all of them, for its clause is
/// short and the silence of units has a slide of its own.
fn most_telling(slice: &ReadingsSlice) -> Option<Read> {
    let changes = |line: &ReadingLine| line.options.iter().filter_map(|option| option.changes).max().unwrap_or(0);
    let lines = slice.groups.iter().flat_map(|group| group.readings.iter().map(move |line| (group, line)));
    let open = lines.filter(|(_, line)| line.options.len() > 1);
    let (_, line) = open.min_by_key(|(group, line)| {
        let changes = changes(line);
        Reverse((group.target.is_some() && changes > 0, changes))
    })?;
    let fragment = line.clauses.first().map(|(_, fragment)| fragment.clone()).filter(|text| !text.is_empty());
    Some(Read { line: line.clone(), fragment })
}

#[cfg(test)]
pub(super) mod tests;
