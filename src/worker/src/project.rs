//! Project files: the page's files and what belongs to them into one, and back.

use crate::answer::{Opened, names_of};
use assess::{House, Input};
use domain::{EnteredRow, Options, ProjectProblem};
use protocol::{Bytes, Reply};
use report::project::{self, Project};
use std::io::Read;

/// Writes a project file.
pub(crate) fn write(number: u32, name: String, files: Opened, rows: Vec<EnteredRow>, options: Options) -> Reply {
    let written =
        contents(files, project::check_content).and_then(|files| project::write(&Project { files, rows, options }));
    match written {
        Ok(bytes) => Reply::ProjectWritten { number, name, bytes: Bytes(bytes) },
        Err(problem) => Reply::ProjectRefused { name, problem },
    }
}

/// Opens a project file. Rules that do not hold together would leave the page with nothing to show, so they are looked
/// at before anything of the file is taken over.
pub(crate) fn open(house: &House, name: String, file: Opened) -> Reply {
    let opened = content_of(file).and_then(|project| with_rules(house, project));
    match opened {
        Ok(Project { files, rows, options }) => Reply::ProjectOpened {
            files: files.into_iter().map(|(name, bytes)| (name, Bytes(bytes))).collect(),
            rows,
            options: Box::new(options),
        },
        Err(problem) => Reply::ProjectRefused { name, problem },
    }
}

/// What a project file holds.
pub(crate) fn content_of(file: Opened) -> Result<Project, ProjectProblem> {
    project::read(&sole(file)?)
}

fn with_rules(house: &House, project: Project) -> Result<Project, ProjectProblem> {
    let refused = |error: assess::AssessError| ProjectProblem::Rules { detail: error.to_string() };
    house.plan_slice(&project.options).map_err(refused)?;
    house.forms(&project.options).map_err(refused)?;
    Ok(project)
}

/// The bytes of the files, if all of them together are allowed.
fn contents(
    Opened { inputs, failed, lost }: Opened,
    check: impl Fn(u64) -> Result<(), ProjectProblem>,
) -> Result<Vec<(String, Vec<u8>)>, ProjectProblem> {
    if let Some(error) = failed.first() {
        return Err(damaged(error));
    }
    check(inputs.iter().map(|file| file.size).sum())?;
    let read = inputs.into_iter().map(content).collect();
    match names_of(&lost).into_iter().next() {
        Some(file) => Err(ProjectProblem::Changed { file }),
        None => read,
    }
}

fn sole(file: Opened) -> Result<Vec<u8>, ProjectProblem> {
    let read = contents(file, project::check_file)?.into_iter().next();
    read.map(|(_, bytes)| bytes).ok_or_else(|| damaged(&"no file came along"))
}

fn content(mut file: Input<'static>) -> Result<(String, Vec<u8>), ProjectProblem> {
    let mut bytes = Vec::new();
    file.bytes.read_to_end(&mut bytes).map_err(|error| damaged(&format!("{}: {error}", file.name)))?;
    Ok((file.name, bytes))
}

fn damaged(detail: &impl ToString) -> ProjectProblem {
    ProjectProblem::Damaged { detail: detail.to_string() }
}
