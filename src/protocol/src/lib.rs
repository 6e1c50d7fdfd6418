//! The private messages between page and worker. Both are built from one commit, so nothing here is versioned;
//! what is saved or downloaded uses the versioned public twin in `report::json`.

mod bytes;
mod export;
mod input;
mod packed;
mod slice;

pub use bytes::Bytes;
pub use export::{ExportFormat, FormPurpose};
pub use input::{InputName, InputOrigin};
pub use packed::{pack, unpack};
pub use slice::Slice;

use domain::{
    Comparison, Edit, EnteredRow, Finding, FormPreview, FormProblem, FormWish, Language, Options, Period, Place,
    PlanProblem, PlanSlice, ProjectProblem, ReadError, ReportKind, RowsWish, Summary, TryOut, UnitIndex,
};
use serde::{Deserialize, Serialize};

/// Number of a run of the path. Replies to an older job are dropped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct JobId(pub u32);

/// From page to worker. The files themselves travel beside the request as `File` objects, in the order of `inputs`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Run the whole path.
    Assess {
        /// This run.
        job: JobId,
        /// Names of the inputs.
        inputs: Vec<InputName>,
        /// What the user chose.
        options: Box<Options>,
        /// The page's today, `YYYY-MM-DD`: the core reads no clock.
        today: domain::NaiveDate,
    },
    /// Judge again what was read, with other options that do not touch reading (day, year, scope, readings).
    Judge {
        /// This run.
        job: JobId,
        /// What the user chose.
        options: Box<Options>,
        /// The page's today.
        today: domain::NaiveDate,
    },
    /// Ask for a slice of the assessment of `job`.
    Show {
        /// The run.
        job: JobId,
        /// Which slice.
        slice: SliceName,
    },
    /// The plan that these options put in force: it needs no file.
    Plan {
        /// Number of the question.
        number: u32,
        /// Which plan, and which readings.
        options: Box<Options>,
    },
    /// What a rule of the plan in force says of numbers of one's own, as [`SliceName::TryOut`] of [`JobId::default`]: it
    /// needs no file.
    TryOut {
        /// Which plan, and which readings.
        options: Box<Options>,
        /// What is tried.
        tried: TryOut,
        /// The page's today.
        today: domain::NaiveDate,
    },
    /// The units that these options put in force, as [`SliceName::Roster`] of [`JobId::default`]: it needs no file.
    Roster {
        /// Which plan, and which of its units.
        options: Box<Options>,
        /// The page's today.
        today: domain::NaiveDate,
    },
    /// What intake would find in rows that are being typed in, if they were read by themselves.
    Proof {
        /// Number of the question.
        number: u32,
        /// The rows.
        rows: Vec<EnteredRow>,
        /// What the user chose.
        options: Box<Options>,
        /// The page's today.
        today: domain::NaiveDate,
    },
    /// Read another set of files, which travel beside the request, to compare with the assessment of `job`. It takes
    /// nothing's place but that of the set before.
    ReadBeside {
        /// The run.
        job: JobId,
        /// Number of the set.
        set: u32,
        /// Names of the files.
        inputs: Vec<InputName>,
        /// They are one project file.
        form: SetForm,
    },
    /// Forget the other set of files.
    ForgetBeside,
    /// Write a project file. The files travel beside the request, in the order of `inputs`.
    WriteProject {
        /// Number of the state that is written.
        number: u32,
        /// Its name.
        name: String,
        /// Names of the files.
        inputs: Vec<InputName>,
        /// Rows typed in.
        rows: Vec<EnteredRow>,
        /// What the user chose.
        options: Box<Options>,
    },
    /// Read a project file, which travels beside the request.
    OpenProject {
        /// Its name.
        name: String,
    },
    /// Make an empty table to be filled in.
    Template {
        /// In which language.
        language: Language,
        /// The day of making.
        stamp: domain::NaiveDate,
    },
    /// Check a rule file (TOML) that the user gave.
    Lint {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// What goes into a superior's form, or the form with it. The file travels beside the request.
    FillForm {
        /// The run.
        job: JobId,
        /// Which form, and whose figures.
        wish: Box<FormWish>,
        /// What is wanted of it.
        purpose: FormPurpose,
    },
    /// Make a file of the assessment of `job`.
    Export {
        /// The run.
        job: JobId,
        /// Which format.
        format: ExportFormat,
        /// In which language.
        language: Language,
        /// The moment of making, for files that carry one.
        stamp: domain::NaiveDate,
        /// Only this unit and all below it.
        unit: Option<UnitIndex>,
        /// Texts for the blanks of a report, in its order; an empty one leaves the blank.
        filled: Vec<String>,
    },
}

/// What another set of files is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetForm {
    /// Files with tables.
    Files,
    /// One project file.
    Project,
}

/// A slice of an assessment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SliceName {
    /// Tables, columns and findings.
    Check,
    /// Units × targets.
    Matrix,
    /// One unit.
    Unit(UnitIndex),
    /// Why one verdict is as it is. `None` = the province-wide share.
    Why {
        /// Target or duty id.
        target: String,
        /// The unit.
        unit: Option<UnitIndex>,
        /// The period.
        period: Period,
    },
    /// The suggested agenda of a unit and all below it; `None` = of the scope.
    Agenda(Option<UnitIndex>),
    /// The plan with its clauses and readings: asked for by [`Request::Plan`], answered by [`Reply::Plan`].
    Plan,
    /// All units by name: of an assessment, or as [`Request::Roster`] asks for them.
    Roster,
    /// Every reading with what each option would change.
    Readings,
    /// What these edits would change.
    WhatIf(Vec<Edit>),
    /// The row at this place of the user's files, with its neighbours.
    Rows(Place),
    /// A stretch of a table's rows, by its number from 0.
    Stretch(RowsWish, u32),
    /// Units as tiles by state.
    Tiles,
    /// Counts of states for each unit directly below the scope.
    Rollup,
    /// How targets and figures went from period to period.
    Trend,
    /// What differs from another day, or from another set of files.
    Compare(Comparison),
    /// A report of a unit and all below it, filled; `None` = of the scope.
    Report {
        /// Which.
        kind: ReportKind,
        /// Whose. A report of the province pays no heed to it.
        unit: Option<UnitIndex>,
    },
    /// A rule tried: asked for by [`Request::TryOut`].
    TryOut(TryOut),
    /// The orders of columns of superiors' tables.
    Forms,
}

/// From worker to page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The worker can take requests.
    Ready,
    /// Reading goes on.
    Progress {
        /// The run.
        job: JobId,
        /// The file being read.
        file: String,
        /// Bytes (or rows) done …
        done: f64,
        /// … of so many.
        total: f64,
        /// Rows so far.
        rows: u32,
    },
    /// All files are read; what their rows say is worked out.
    Understanding {
        /// The run.
        job: JobId,
        /// Rows done …
        rows: u32,
        /// … of so many.
        of: u32,
    },
    /// The path has run.
    Done {
        /// The run.
        job: JobId,
        /// What is known at once.
        summary: Box<Summary>,
        /// Files that could not be read.
        failed: Vec<ReadError>,
    },
    /// No file could be read.
    Failed {
        /// The run.
        job: JobId,
        /// Why, file by file.
        errors: Vec<ReadError>,
    },
    /// Files were changed, moved or deleted on the disk since they were chosen: nothing was read anew, and what was read
    /// before stands.
    Changed {
        /// The run.
        job: JobId,
        /// Their names.
        files: Vec<String>,
    },
    /// See [`Request::Plan`].
    Plan {
        /// Number of the question.
        number: u32,
        /// The plan; or why there is none, for support.
        plan: Result<Box<PlanSlice>, String>,
    },
    /// The slice asked for.
    Slice {
        /// The run.
        job: JobId,
        /// Which.
        name: SliceName,
        /// Its content.
        slice: Box<Slice>,
    },
    /// The file asked for.
    File {
        /// The run.
        job: JobId,
        /// Suggested name.
        name: String,
        /// MIME type.
        mime: String,
        /// Content.
        bytes: Vec<u8>,
    },
    /// See [`Request::Proof`].
    Proved {
        /// Number of the question.
        number: u32,
        /// The findings; row 2 is the first of the rows.
        findings: Vec<Finding>,
    },
    /// See [`Request::ReadBeside`]: it was read.
    ReadBeside {
        /// The run it can be compared with.
        job: JobId,
        /// Number of the set.
        set: u32,
    },
    /// See [`Request::ReadBeside`]: it was not.
    NotReadBeside {
        /// The run it was to be compared with.
        job: JobId,
        /// Number of the set.
        set: u32,
        /// Why.
        why: SetProblem,
    },
    /// See [`Request::FillForm`]: what goes where, or why nothing does.
    Form {
        /// The run.
        job: JobId,
        /// What was asked.
        wish: Box<FormWish>,
        /// The answer.
        answer: Result<Box<FormPreview>, FormProblem>,
    },
    /// See [`Request::ForgetBeside`].
    ForgotBeside,
    /// See [`Request::WriteProject`].
    ProjectWritten {
        /// Number of the state that was written.
        number: u32,
        /// Its name.
        name: String,
        /// Content.
        bytes: Bytes,
    },
    /// See [`Request::OpenProject`].
    ProjectOpened {
        /// The files, by name.
        files: Vec<(String, Bytes)>,
        /// Rows typed in.
        rows: Vec<EnteredRow>,
        /// What the user chose.
        options: Box<Options>,
    },
    /// A project file was not opened, or not written.
    ProjectRefused {
        /// Its name.
        name: String,
        /// Why.
        problem: ProjectProblem,
    },
    /// The rule file was checked. Without errors it can be chosen as [`domain::PlanChoice::Own`].
    Linted {
        /// Its name.
        name: String,
        /// Its text, to be chosen.
        text: String,
        /// What is wrong with it.
        problems: Vec<PlanProblem>,
    },
    /// A part of the program is on its way, and what was asked waits for it (`true`); it is here, or lost (`false`).
    Fetching(bool),
    /// What answers the question lies in a part of the program that did not arrive.
    Incomplete {
        /// The run that the question was to begin; `None` = it began none, and whatever runs goes on.
        begun: Option<JobId>,
    },
    /// The question made no sense to the worker (a defect, shown as such).
    Refused {
        /// The run.
        job: JobId,
        /// What went wrong, for support.
        detail: String,
    },
}

/// Why another set of files was not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SetProblem {
    /// No file holds a table: why, file by file.
    Files(Vec<ReadError>),
    /// The project file is refused.
    Project(ProjectProblem),
    /// These files changed on the disk since they were chosen.
    Changed(Vec<String>),
    /// A defect, for support.
    Refused(String),
}
