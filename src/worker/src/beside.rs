//! Another set of files, beside the assessment of the current job: it is compared with, and never takes its place.

use crate::answer::{Opened, names_of};
use crate::project;
use assess::{AssessError, Assessment, House, Input};
use domain::{Against, CompareSlice, Comparison, EnteredRow, Options, entered_table};
use protocol::{JobId, Reply, SetForm, SetProblem};
use std::cell::RefCell;
use std::io::Cursor;

/// The name of the rows that were typed in, where they are read as a file.
const TYPED: &str = "Nhập trực tiếp";

thread_local! {
    /// The set with its number.
    static BESIDE: RefCell<Option<(u32, Assessment)>> = const { RefCell::new(None) };
}

/// Reads another set of files under the options of `assessment`.
pub(crate) fn read(
    house: &House,
    (job, set): (JobId, u32),
    assessment: &Assessment,
    files: Opened,
    form: SetForm,
) -> Reply {
    // Two sets at once would only take room.
    BESIDE.set(None);
    match read_set(house, assessment, files, form) {
        Ok(other) => {
            BESIDE.set(Some((set, other)));
            Reply::ReadBeside { job, set }
        }
        Err(why) => Reply::NotReadBeside { job, set, why },
    }
}

fn read_set(house: &House, assessment: &Assessment, files: Opened, form: SetForm) -> Result<Assessment, SetProblem> {
    let (inputs, mut failed, lost, options) = match form {
        SetForm::Files => (files.inputs, files.failed, files.lost, None),
        SetForm::Project => {
            let (inputs, options) = project_files(files)?;
            (inputs, Vec::new(), Vec::new(), Some(options))
        }
    };
    let read = house.assess_beside(assessment, inputs, options, &mut ());
    let lost = names_of(&lost);
    if !lost.is_empty() {
        // Half of the files would look like rows taken out.
        return Err(SetProblem::Changed(lost));
    }
    read.map_err(|error| match error {
        AssessError::Files(errors) => {
            failed.extend(errors);
            SetProblem::Files(failed)
        }
        AssessError::Rules(detail) => SetProblem::Refused(detail),
    })
}

/// What a project file holds: its files, with the rows typed in as one of them, and its choices.
fn project_files(file: Opened) -> Result<(Vec<Input<'static>>, Options), SetProblem> {
    let project = project::content_of(file).map_err(SetProblem::Project)?;
    let mut inputs: Vec<Input<'static>> = project.files.into_iter().map(|(name, bytes)| input(name, bytes)).collect();
    let rows: Vec<_> = project.rows.into_iter().filter(|row| *row != EnteredRow::default()).collect();
    if !rows.is_empty() {
        inputs.push(input(TYPED.to_owned(), entered_table(&rows).into_bytes()));
    }
    Ok((inputs, project.options))
}

fn input(name: String, bytes: Vec<u8>) -> Input<'static> {
    Input { name, size: bytes.len() as u64, bytes: Box::new(Cursor::new(bytes)) }
}

/// Lets go of the other set.
pub(crate) fn forget() -> Reply {
    BESIDE.set(None);
    Reply::ForgotBeside
}

/// What differs from another day, or from the other set, if it is still there.
pub(crate) fn compare(assessment: &Assessment, asked: &Comparison) -> Option<Box<CompareSlice>> {
    match asked.against {
        Against::Day(day) => Some(Box::new(assessment.compare_days(day, asked))),
        Against::Files(set) => BESIDE.with_borrow(|beside| {
            let (_, other) = beside.as_ref().filter(|(number, _)| *number == set)?;
            Some(Box::new(assessment.compare_files(other, asked)))
        }),
    }
}
