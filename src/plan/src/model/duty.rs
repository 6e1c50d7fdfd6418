//! Duties to hand something in, and the departments with their tasks.

use super::law::Cite;
use super::target::Who;
use domain::{Bilingual, DutyDeadline};
use serde::{Deserialize, Serialize};

/// Something to be handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// A department.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dept {
    /// Name in the source's language.
    pub label: String,
    /// Clause that names it.
    pub clause: String,
}

/// A task of a department: shown, never judged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
