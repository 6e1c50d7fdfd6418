//! The project file `.doichieu.json`: a sitting as its user keeps it, written and read back.
//!
//! It holds the files as they are, the rows typed in and what was chosen, the user's own rules among it. It is told by
//! its content, never by its name. What is not exactly what this version writes is refused, with the reason; nothing in
//! it is run, and nothing of it is understood here. The form is described in `PROJECT.md`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::{EnteredRow, Options, ProjectProblem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The version that this page writes.
const VERSION: u32 = 1;
/// Bytes of all files together.
const CONTENT_BYTES: u64 = 64 << 20;
/// Bytes of the project file: base64 makes four of three.
const FILE_BYTES: u64 = 96 << 20;
const MEGABYTE: u64 = 1 << 20;

/// A sitting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Project {
    /// The files: name and content.
    pub files: Vec<(String, Vec<u8>)>,
    /// Rows typed in.
    pub rows: Vec<EnteredRow>,
    /// What was chosen.
    pub options: Options,
}

/// May files of so many bytes together be kept in a project file?
pub fn check_content(bytes: u64) -> Result<(), ProjectProblem> {
    check(bytes, CONTENT_BYTES)
}

/// May a project file of so many bytes be read?
pub fn check_file(bytes: u64) -> Result<(), ProjectProblem> {
    check(bytes, FILE_BYTES)
}

fn check(bytes: u64, limit: u64) -> Result<(), ProjectProblem> {
    if bytes <= limit {
        return Ok(());
    }
    Err(ProjectProblem::TooLarge { megabytes: bytes.div_ceil(MEGABYTE), limit: limit / MEGABYTE })
}

/// The project file of a sitting.
pub fn write(project: &Project) -> Result<Vec<u8>, ProjectProblem> {
    check_content(project.files.iter().map(|(_, bytes)| bytes.len() as u64).sum())?;
    let files = project.files.iter();
    let written = Written {
        doichieu: VERSION,
        files: files.map(|(name, bytes)| WrittenFile { name: name.clone(), base64: STANDARD.encode(bytes) }).collect(),
        rows: project.rows.clone(),
        options: project.options.clone(),
    };
    serde_json::to_vec(&written).map_err(|error| damaged(&error))
}

/// The sitting in a project file.
pub fn read(bytes: &[u8]) -> Result<Project, ProjectProblem> {
    check_file(bytes.len() as u64)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    // Of another version nothing but its number can be relied on.
    let Mark { doichieu } = serde_json::from_slice(bytes).map_err(|error| damaged(&error))?;
    if doichieu > VERSION {
        return Err(ProjectProblem::Newer { version: doichieu });
    }
    if doichieu < VERSION {
        return Err(damaged(&format!("no version {doichieu} was ever made")));
    }
    let written: Written = serde_json::from_slice(bytes).map_err(|error| damaged(&error))?;
    written.project()
}

#[derive(Deserialize)]
struct Mark {
    doichieu: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    doichieu: u32,
    files: Vec<WrittenFile>,
    rows: Vec<EnteredRow>,
    options: Options,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFile {
    name: String,
    base64: String,
}

impl Written {
    fn project(self) -> Result<Project, ProjectProblem> {
        if self.rows.len() > EnteredRow::MOST {
            return Err(damaged(&format!("{} rows typed in, {} at most", self.rows.len(), EnteredRow::MOST)));
        }
        let mut names = BTreeSet::new();
        if let Some(file) = self.files.iter().find(|file| file.name.is_empty() || !names.insert(&file.name)) {
            return Err(damaged(&format!("file name `{}` is empty or used twice", file.name)));
        }
        let files: Result<Vec<_>, _> = self.files.into_iter().map(WrittenFile::content).collect();
        Ok(Project { files: files?, rows: self.rows, options: self.options })
    }
}

impl WrittenFile {
    fn content(self) -> Result<(String, Vec<u8>), ProjectProblem> {
        let bytes =
            STANDARD.decode(&self.base64).map_err(|error| damaged(&format!("file `{}`: {error}", self.name)))?;
        Ok((self.name, bytes))
    }
}

/// Long texts of a hostile file are not shown at length.
fn damaged(detail: &impl ToString) -> ProjectProblem {
    ProjectProblem::Damaged { detail: detail.to_string().chars().take(200).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::PlanChoice;

    fn project() -> Project {
        let row =
            EnteredRow { unit: "Xã \"Vĩnh\"".to_owned(), date: "05/01/2024".to_owned(), ..EnteredRow::default() };
        let plan = PlanChoice::Own { name: "luat.toml".to_owned(), text: "id = \"x\"".to_owned() };
        Project {
            files: vec![("a/sổ.xlsx".to_owned(), (0..=255).collect()), ("b.csv".to_owned(), Vec::new())],
            rows: vec![row, EnteredRow::default()],
            options: Options { plan, year: Some(2024), ..Options::default() },
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(read(&write(&project()).unwrap()), Ok(project()));
        assert_eq!(read(&write(&Project::default()).unwrap()), Ok(Project::default()));
    }

    #[test]
    fn a_byte_order_mark_before_it_does_no_harm() {
        let marked = [b"\xEF\xBB\xBF".as_slice(), &write(&project()).unwrap()].concat();
        assert_eq!(read(&marked), Ok(project()));
    }

    #[test]
    fn a_file_of_a_newer_version_is_named_as_such_whatever_it_holds() {
        let newer = br#"{"doichieu": 2, "files": {"other": "shape"}, "dreams": []}"#;
        assert_eq!(read(newer), Err(ProjectProblem::Newer { version: 2 }));
    }

    #[test]
    fn what_this_version_never_wrote_is_refused() {
        let deep = format!("{{\"doichieu\":1,\"files\":{}", "[".repeat(100_000));
        for text in [
            "",
            "[]",
            "{}",
            "null",
            r#"{"doichieu":"1"}"#,
            r#"{"doichieu":0,"files":[],"rows":[],"options":{}}"#,
            r#"{"doichieu":-1,"files":[],"rows":[],"options":{}}"#,
            r#"{"doichieu":1,"files":[],"rows":[]}"#,
            r#"{"doichieu":1,"files":[],"rows":[],"options":{},"script":"alert(1)"}"#,
            r#"{"doichieu":1,"files":[],"rows":[{"unit":"a","colour":"red"}],"options":{}}"#,
            r#"{"doichieu":1,"files":[],"rows":[],"options":{"run":"x"}}"#,
            r#"{"doichieu":1,"files":[{"name":"a","base64":"???"}],"rows":[],"options":{}}"#,
            r#"{"doichieu":1,"files":[{"name":"","base64":""}],"rows":[],"options":{}}"#,
            r#"{"doichieu":1,"files":[{"name":"a","base64":""},{"name":"a","base64":""}],"rows":[],"options":{}}"#,
            &deep,
        ] {
            assert!(matches!(read(text.as_bytes()), Err(ProjectProblem::Damaged { .. })), "{text:.80}");
        }
    }

    #[test]
    fn every_cut_of_a_project_file_is_refused_without_a_fall() {
        let whole = write(&project()).unwrap();
        for end in 0..whole.len() {
            assert!(matches!(read(&whole[..end]), Err(ProjectProblem::Damaged { .. })), "cut at {end}");
        }
    }

    #[test]
    fn the_limit_is_told_in_megabytes() {
        assert_eq!(check_content(64 << 20), Ok(()));
        let beyond = check_content((64 << 20) + 1);
        assert_eq!(beyond, Err(ProjectProblem::TooLarge { megabytes: 65, limit: 64 }));
    }
}
