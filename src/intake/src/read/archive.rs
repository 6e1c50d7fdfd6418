//! Archives: a ZIP that is no workbook holds files, each read as if it had been given by itself.
//!
//! Archives inside an archive are not opened: nobody packs reports so, and bombs are.

use super::damaged;
use super::limits::{FILES, Unit, check};
use super::package::Package;
use domain::ReadErrorKind;
use std::io::{Read, Seek};

/// The files of an archive.
pub(crate) struct Archive<R> {
    package: Package<R>,
    files: std::vec::IntoIter<(usize, String)>,
}

impl<R: Read + Seek> Archive<R> {
    pub(crate) fn open(mut package: Package<R>) -> Result<Self, ReadErrorKind> {
        let mut files = package.files()?;
        files.retain(|(_, path)| !is_litter(path));
        check(files.len() as u64, FILES, Unit::Files)?;
        Ok(Self { package, files: files.into_iter() })
    }

    /// The next file: its path, and its bytes or why there are none.
    pub(crate) fn next(&mut self) -> Option<(String, Result<Vec<u8>, ReadErrorKind>)> {
        let (place, path) = self.files.next()?;
        Some((path, self.package.file(place)))
    }
}

/// What systems and programs leave behind: resource forks, thumbnails, lock files.
pub(crate) fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.starts_with("__MACOSX/")
        || name.starts_with("~$")
        || name.starts_with('.')
        || name.eq_ignore_ascii_case("thumbs.db")
}

/// May it be left out without asking? Pictures and letters between reports are no failures of reading.
pub(crate) fn is_no_spreadsheet(kind: &ReadErrorKind) -> bool {
    matches!(kind, ReadErrorKind::NotASpreadsheet { .. } | ReadErrorKind::NoTable { .. } | ReadErrorKind::Empty)
}

/// What is said of an archive in an archive.
pub(crate) fn nested() -> ReadErrorKind {
    damaged("an archive inside an archive")
}
