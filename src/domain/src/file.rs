//! The user's files: what each of them is, and in which encoding its text was read.

use serde::{Deserialize, Serialize};

/// What a file is, told by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the usual name of a format")]
pub enum FileFormat {
    /// Records between separators: CSV, TSV, TXT, a paste.
    Text,
    Xlsx,
    Xlsb,
    Xls,
    Ods,
    /// A table of a web page: what many programs save as `.xls`, and what spreadsheets put on the clipboard.
    Html,
    /// The XML that Excel 2003 wrote.
    SpreadsheetMl,
}

/// How the bytes of a text stand for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the usual name of an encoding")]
pub enum TextEncoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1258,
    Windows1252,
    /// TCVN 5712 (ABC, fonts `.Vn…`).
    Tcvn3,
    /// VNI for Windows (fonts `VNI-…`).
    Vni,
    Viscii,
}

impl TextEncoding {
    /// Every encoding, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Utf8,
        Self::Utf16Le,
        Self::Utf16Be,
        Self::Windows1258,
        Self::Tcvn3,
        Self::Vni,
        Self::Viscii,
        Self::Windows1252,
    ];

    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1258 => "windows-1258",
            Self::Windows1252 => "windows-1252",
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Viscii => "VISCII",
        }
    }
}

/// How an encoding is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EncodingCertainty {
    /// A mark, a pattern, or every byte is valid in it.
    Sure,
    /// Nearly all syllables read so are Vietnamese.
    Likely,
    /// Nothing tells: the user is asked.
    Unsure,
    /// The user chose it.
    Chosen,
}

/// The encoding of a file, and how it would read in others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingInfo {
    /// The one in force.
    pub taken: TextEncoding,
    /// How it is known.
    pub certainty: EncodingCertainty,
    /// The same lines in every encoding worth offering, the one in force first; empty where every byte is ASCII.
    pub previews: Vec<EncodingPreview>,
}

/// A few lines of a file, read in one encoding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingPreview {
    /// The encoding.
    pub encoding: TextEncoding,
    /// Up to three lines that hold letters beyond ASCII.
    pub lines: Vec<String>,
}

/// One file of the user. Files inside an archive go by `archive.zip/name.xlsx`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileInfo {
    /// Its name.
    pub name: String,
    /// What it is.
    pub format: FileFormat,
    /// Of text files: their encoding.
    pub encoding: Option<EncodingInfo>,
}
