//! The outline of a report (TOML) → checked [`Outline`]. Everything wrong with it is told with file, line and column.
//!
//! Decides what an outline may say: its closed list of fields, rows and conditions, and which parts a report has.

mod check;
mod raw;
mod sentence;

pub(crate) use sentence::Reader;

use crate::document;
use crate::problem::{Problem, Source};
use domain::{Arrange, Outline};

/// What the first line of every outline says.
const FORMAT: &str = "report-outline/1";

/// Reads an outline.
///
/// # Errors
/// Everything wrong with it.
pub fn outline(file: &str, text: &str) -> Result<Outline, Vec<Problem>> {
    let source = Source { file, text };
    let raw: raw::RawOutline = document::whole(source)?;
    let mut reader = sentence::Reader::new(source);
    let outline = raw.read(&mut reader);
    let mut problems = reader.problems;
    if let Some(outline) = &outline {
        problems.extend(check::check(source, outline, &raw));
    }
    problems.arrange();
    match outline {
        Some(outline) if problems.is_empty() => Ok(outline),
        _ => Err(problems),
    }
}
