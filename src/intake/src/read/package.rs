//! The package: which kind of ZIP it is, where the sheets of a workbook are, and whether it can be unpacked safely.
//!
//! Declared sizes are checked first, then every part that will be read is unpacked once and counted, for a directory
//! can lie. It keeps nothing of what it unpacks but the survey.

mod survey;
mod tags;

use crate::read::limits::{ENTRIES, PACKAGE_BYTES, PART_BYTES, RATIO, RATIO_FREE_BYTES, Unit, check};
use crate::read::{compound::fill, damaged};
use domain::{Arrange, Gather, ReadErrorKind};
use std::collections::BTreeMap;
use std::io::{Read, Seek};
pub(crate) use survey::{Survey, place, region};
pub(crate) use tags::{Tag, Tags};
use zip::ZipArchive;
use zip::result::ZipError;

/// What a package holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PackageKind {
    Xlsx,
    Xlsb,
    Ods,
    /// Files that belong to nothing in particular.
    Archive,
}

/// An open package.
pub(crate) struct Package<R> {
    zip: ZipArchive<R>,
    /// Path in lower case → place in the directory: programs do not agree on case.
    places: BTreeMap<String, usize>,
    unpacked: u64,
}

impl<R: Read + Seek> Package<R> {
    /// Opens the directory.
    pub(crate) fn open(input: R) -> Result<Self, ReadErrorKind> {
        let zip = ZipArchive::new(input).map_err(refusal)?;
        check(zip.len() as u64, ENTRIES as u64, Unit::Entries)?;
        let names = zip.file_names().enumerate().filter_map(|(place, name)| Some((name.ok()?, place)));
        let places = names.map(|(name, place)| (name.to_ascii_lowercase().replace('\\', "/"), place)).gathered();
        Ok(Self { zip, places, unpacked: 0 })
    }

    /// Surveys every part that will be read; returns the sheets in the workbook's order.
    /// `tell` hears the share done, 0 to 1.
    pub(crate) fn survey(mut self, tell: &mut dyn FnMut(f64)) -> Result<Vec<(String, Survey)>, ReadErrorKind> {
        let workbook = self.workbook_path()?;
        let folder = workbook.rsplit_once('/').map_or("", |(folder, _)| folder);
        let sheets = self.sheets_of(&workbook)?;
        let shared = ["sharedStrings.xml", "styles.xml", "theme/theme1.xml"].map(|part| format!("{folder}/{part}"));
        let paths = shared.iter().chain(sheets.iter().map(|(_, path)| path));
        let declared = paths.filter_map(|path| self.declared(path)).sum::<u64>().max(1);
        let mut tell = |unpacked: u64| tell((unpacked as f64 / declared as f64).min(1.0));
        for path in &shared {
            self.check_part(path, &mut tell)?;
        }
        let mut surveys = Vec::new();
        for (name, path) in sheets {
            if self.place(&path).is_some() {
                surveys.push((name, self.check_part(&path, &mut tell)?));
            }
        }
        Ok(surveys)
    }

    /// What it holds; refused if that is surely no spreadsheet.
    pub(crate) fn kind(&mut self) -> Result<PackageKind, ReadErrorKind> {
        let has = |path: &str| self.places.contains_key(path);
        let has_folder = |folder: &str| self.places.keys().any(|path| path.starts_with(folder));
        let other = |looks_like: &str| Err(ReadErrorKind::NotASpreadsheet { looks_like: looks_like.to_owned() });
        match () {
            () if has("xl/workbook.bin") => Ok(PackageKind::Xlsb),
            () if has("word/document.xml") => other("docx"),
            () if has("ppt/presentation.xml") => other("pptx"),
            () if has("_rels/.rels") => Ok(PackageKind::Xlsx),
            () if has_folder("index/") && has_folder("metadata/") => {
                Err(ReadErrorKind::UnsupportedFormat { format: "numbers".to_owned() })
            }
            () if has("mimetype") => match self.start_of("mimetype")?.as_str() {
                kind if kind.contains("opendocument.spreadsheet") => Ok(PackageKind::Ods),
                kind if kind.contains("opendocument") => other("odt"),
                kind if kind.contains("epub") => other("epub"),
                _ => Ok(PackageKind::Archive),
            },
            () => Ok(PackageKind::Archive),
        }
    }

    /// The sheets of a workbook, in its order, each with the path of its part.
    pub(crate) fn sheets_of(&mut self, workbook: &str) -> Result<Vec<(String, String)>, ReadErrorKind> {
        let (folder, name) = workbook.rsplit_once('/').map_or(("", workbook), |(folder, name)| (folder, name));
        let targets = self.targets(folder, &format!("{folder}/_rels/{name}.rels"))?;
        let sheets = self.sheet_ids(workbook)?;
        Ok(sheets.into_iter().filter_map(|(name, id)| Some((name, targets.get(&id)?.clone()))).collect())
    }

    /// The path of the part that lists a workbook's sheets.
    pub(crate) fn workbook_path(&mut self) -> Result<String, ReadErrorKind> {
        let mut path = None;
        self.unpack("_rels/.rels", &mut |tag| {
            if tag.raw("Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
                path = tag.text("Target");
            }
            Ok(())
        })?;
        let path = path.map(|path| path.trim_start_matches('/').to_owned());
        path.filter(|path| self.place(path).is_some())
            .ok_or_else(|| ReadErrorKind::NotASpreadsheet { looks_like: "zip".to_owned() })
    }

    /// Relationship → path of the part.
    fn targets(&mut self, folder: &str, path: &str) -> Result<BTreeMap<String, String>, ReadErrorKind> {
        let mut targets = BTreeMap::new();
        self.unpack(path, &mut |tag| {
            if let (Some(id), Some(target)) = (tag.text("Id"), tag.text("Target")) {
                let full = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => format!("{folder}/{target}"),
                };
                targets.insert(id, full);
            }
            Ok(())
        })?;
        Ok(targets)
    }

    /// The sheets' names and relationships. Of two sheets with one name, which no program writes, the first counts.
    fn sheet_ids(&mut self, workbook: &str) -> Result<Vec<(String, String)>, ReadErrorKind> {
        let mut sheets: Vec<(String, String)> = Vec::new();
        self.unpack(workbook, &mut |tag| {
            let named = (tag.name() == "sheet").then(|| tag.text("name").zip(tag.text("id"))).flatten();
            sheets.extend(named.filter(|(name, _)| sheets.iter().all(|(known, _)| known != name)));
            Ok(())
        })?;
        Ok(sheets)
    }

    /// The size that the directory gives a part, unpacked.
    fn declared(&mut self, path: &str) -> Option<u64> {
        let place = self.place(path)?;
        self.zip.by_index_raw(place).ok().map(|part| part.size())
    }

    /// `tell` hears the bytes unpacked of all parts.
    fn check_part(&mut self, path: &str, tell: &mut impl FnMut(u64)) -> Result<Survey, ReadErrorKind> {
        let (mut survey, mut tags) = (Survey::default(), Tags::default());
        let mut unpacked = self.unpacked;
        let bytes = self.pour(path, &mut |piece| {
            unpacked += piece.len() as u64;
            tell(unpacked);
            tags.push(piece, &mut |tag| survey.take(tag))
        })?;
        // The shortest text takes `<si/>`: an announced number beyond that would only reserve memory.
        if survey.announced > bytes / 5 {
            return Err(damaged(format!("{} texts announced in {bytes} bytes", survey.announced)));
        }
        Ok(survey)
    }

    /// Unpacks a part, counting, and shows its tags; a part that is not there has no bytes.
    pub(crate) fn unpack(
        &mut self,
        path: &str,
        each: &mut impl FnMut(Tag<'_>) -> Result<(), ReadErrorKind>,
    ) -> Result<u64, ReadErrorKind> {
        let mut tags = Tags::default();
        self.pour(path, &mut |piece| tags.push(piece, each))
    }

    /// Unpacks a part, counting, and hands on its bytes; a part that is not there has none.
    pub(crate) fn pour(
        &mut self,
        path: &str,
        each: &mut impl FnMut(&[u8]) -> Result<(), ReadErrorKind>,
    ) -> Result<u64, ReadErrorKind> {
        match self.place(path) {
            Some(place) => self.pour_at(place, each),
            None => Ok(0),
        }
    }

    fn pour_at(
        &mut self,
        place: usize,
        each: &mut impl FnMut(&[u8]) -> Result<(), ReadErrorKind>,
    ) -> Result<u64, ReadErrorKind> {
        let mut part = self.zip.by_index(place).map_err(refusal)?;
        let packed = part.compressed_size().max(1);
        check(part.size(), PART_BYTES, Unit::Bytes)?;
        let mut block = vec![0; 64 << 10];
        let mut bytes = 0;
        loop {
            let read = fill(&mut part, &mut block).map_err(damaged)?;
            bytes += read as u64;
            check(bytes, PART_BYTES, Unit::Bytes)?;
            check(self.unpacked + bytes, PACKAGE_BYTES, Unit::Bytes)?;
            if bytes > RATIO_FREE_BYTES {
                check(bytes / packed, RATIO, Unit::Times)?;
            }
            each(block.get(..read).unwrap_or_default())?;
            if read < block.len() {
                break;
            }
        }
        self.unpacked += bytes;
        Ok(bytes)
    }

    /// Paths of the parts below a folder, in lower case.
    pub(crate) fn parts(&self, folder: &str) -> Vec<String> {
        self.places.keys().filter(|path| path.starts_with(folder)).cloned().collect()
    }

    /// The files of an archive, in the order of their names; folders are left out.
    pub(crate) fn files(&mut self) -> Result<Vec<(usize, String)>, ReadErrorKind> {
        let mut files = Vec::new();
        for place in 0..self.zip.len() {
            let entry = self.zip.by_index_raw(place).map_err(refusal)?;
            if entry.is_file() {
                files.push((place, entry_name(entry.name_raw())));
            }
        }
        files.arrange_by(|one, other| one.1.cmp(&other.1));
        Ok(files)
    }

    /// The bytes of one file of an archive.
    pub(crate) fn file(&mut self, place: usize) -> Result<Vec<u8>, ReadErrorKind> {
        let mut bytes = Vec::new();
        self.pour_at(place, &mut |piece| {
            bytes.extend_from_slice(piece);
            Ok(())
        })?;
        Ok(bytes)
    }

    fn start_of(&mut self, path: &str) -> Result<String, ReadErrorKind> {
        let Some(place) = self.place(path) else { return Ok(String::new()) };
        let mut part = self.zip.by_index(place).map_err(refusal)?;
        let mut start = [0; 128];
        let read = fill(&mut part, &mut start).map_err(damaged)?;
        Ok(String::from_utf8_lossy(start.get(..read).unwrap_or_default()).into_owned())
    }

    fn place(&self, path: &str) -> Option<usize> {
        self.places.get(path.trim_start_matches('/').to_ascii_lowercase().as_str()).copied()
    }
}

fn refusal(error: ZipError) -> ReadErrorKind {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ReadErrorKind::PasswordProtected
        }
        other => damaged(other),
    }
}

/// Names that are not UTF-8 were written by older programs in a page of their own; only ASCII is sure in those.
fn entry_name(raw: &[u8]) -> String {
    String::from_utf8_lossy(raw).replace('\\', "/")
}
