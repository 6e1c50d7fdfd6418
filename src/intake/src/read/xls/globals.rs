//! What holds for the whole workbook: its sheets, shared texts, and how the cells of each format look.

use super::letters::{Letters, shared};
use super::records::{BOF, Record, substream, word};
use crate::read::damaged;
use crate::read::font::{LegacyFont, legacy_font};
use crate::read::value::{Shown, is_date, shown};
use domain::{ReadErrorKind, TextEncoding};
use std::collections::BTreeMap;

// SOURCE: MS-XLS §2.3.
const BOUND_SHEET: u16 = 0x0085;
const CODE_PAGE: u16 = 0x0042;
const DATE_MODE: u16 = 0x0022;
const FILE_PASS: u16 = 0x002f;
const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041e;
const SST: u16 = 0x00fc;
const XF: u16 = 0x00e0;

const BIFF8: u16 = 0x0600;
const BIFF5: u16 = 0x0500;
const VIETNAMESE: u16 = 1258;

/// A work sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Listed {
    pub(super) name: String,
    /// Where it begins in the stream.
    pub(super) start: usize,
}

/// How a cell looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    /// How much of a date is shown; `None` = its number is no date.
    pub(super) date: Option<Shown>,
    pub(super) font: Option<LegacyFont>,
}

pub(super) struct Globals {
    pub(super) sheets: Vec<Listed>,
    pub(super) letters: Letters,
    pub(super) shared: Vec<String>,
    pub(super) is_1904: bool,
    looks: Vec<Look>,
}

impl Globals {
    pub(super) fn of(stream: &[u8]) -> Result<Self, ReadErrorKind> {
        let mut draft = Draft::default();
        for record in substream(stream) {
            draft.take(&record)?;
        }
        Ok(draft.finished())
    }

    /// How cells of this format look.
    pub(super) fn look(&self, format: u16) -> Look {
        self.looks.get(usize::from(format)).copied().unwrap_or(Look { date: None, font: None })
    }
}

#[derive(Default)]
struct Draft {
    is_biff8: bool,
    page: Option<u16>,
    is_1904: bool,
    sheets: Vec<(usize, Vec<u8>)>,
    shared: Vec<String>,
    fonts: Vec<Vec<u8>>,
    formats: Vec<Vec<u8>>,
    /// Font and number format of each cell format.
    cells: Vec<(u16, u16)>,
}

impl Draft {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadErrorKind> {
        match record.kind {
            BOF => match record.word(0) {
                Some(BIFF8) => self.is_biff8 = true,
                Some(BIFF5) => {}
                version => return Err(damaged(format!("a workbook of version {version:x?}"))),
            },
            FILE_PASS if record.word(0) != Some(0) => return Err(ReadErrorKind::PasswordProtected),
            CODE_PAGE => self.page = record.word(0),
            DATE_MODE => self.is_1904 = record.word(0) == Some(1),
            // Type 0 is a work sheet; charts and macros are not read.
            BOUND_SHEET if record.byte(5) == Some(0) => {
                let start = record.long(0).map_or(usize::MAX, |start| start as usize);
                self.sheets.push((start, record.body.get(6..).unwrap_or_default().to_vec()));
            }
            SST => self.shared = shared(&record.pieces(0)),
            FONT => self.fonts.push(record.body.to_vec()),
            FORMAT => self.formats.push(record.body.to_vec()),
            XF => self.cells.extend(record.word(0).zip(record.word(2))),
            _ => {}
        }
        Ok(())
    }

    /// The page of BIFF5 may stand behind the names that are written in it.
    fn finished(self) -> Globals {
        let letters = match self.page {
            _ if self.is_biff8 => Letters::Unicode,
            Some(VIETNAMESE) => Letters::Page(TextEncoding::Windows1258),
            _ => Letters::Page(TextEncoding::Windows1252),
        };
        let fonts: Vec<Option<LegacyFont>> =
            self.fonts.iter().map(|body| legacy_font(&letters.short(body, 14)?)).collect();
        let formats: BTreeMap<u16, String> = self.formats.iter().filter_map(|body| format(body, letters)).collect();
        let look = |(font, format): &(u16, u16)| Look {
            date: match formats.get(format) {
                Some(code) => is_date(code).then(|| shown(code)),
                None => built_in(*format),
            },
            // SOURCE: MS-XLS §2.5.129: font 4 does not exist; those behind it are numbered as if it did.
            font: fonts.get(usize::from(if *font > 4 { font - 1 } else { *font })).copied().flatten(),
        };
        Globals {
            looks: self.cells.iter().map(look).collect(),
            sheets: self.sheets.iter().filter_map(|(start, name)| listed(*start, name, letters)).collect(),
            letters,
            shared: self.shared,
            is_1904: self.is_1904,
        }
    }
}

fn listed(start: usize, name: &[u8], letters: Letters) -> Option<Listed> {
    Some(Listed { name: letters.short(name, 0)?, start })
}

fn format(body: &[u8], letters: Letters) -> Option<(u16, String)> {
    let code = match letters {
        Letters::Unicode => letters.long(&[body.get(2..)?])?,
        Letters::Page(_) => letters.short(body, 2)?,
    };
    Some((word(body, 0)?, code))
}

/// SOURCE: ECMA-376 part 1 §18.8.30: 14–22 and 45–47 are dates and times; 17 is `mmm-yy`; 27–36 and 50–58 are dates of
/// East Asian systems.
fn built_in(format: u16) -> Option<Shown> {
    match format {
        17 => Some(Shown::Month),
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Some(Shown::Day),
        _ => None,
    }
}
