//! Duties to hand something in, and the departments with their tasks.

use super::law::Cite;
use super::target::Who;
use domain::{Bilingual, NaiveDate, SubmissionKind};

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
