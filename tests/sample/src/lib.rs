//! The sample workbooks: what officials really keep, with illustrative figures for real place names.
//!
//! Decides what the samples contain; refuses to know how they are read or judged. Everything comes from seeds, the shipped
//! roster and a fixed creation date, so the bytes are the same on every run.

mod commune;
mod conventions;
mod dice;
mod media;
mod paper;
mod province;
mod roster;
pub mod superior;
mod words;
mod written;

pub use rust_xlsxwriter::XlsxError;

/// A workbook ready to be written to a file.
pub struct SampleFile {
    /// File name.
    pub name: &'static str,
    /// The workbook.
    pub bytes: Vec<u8>,
}

/// All sample workbooks.
pub fn files() -> Result<Vec<SampleFile>, XlsxError> {
    let roster = roster::Roster::shipped();
    let papers = [
        ("nhat-ky-xa-vinh-hoa-hiep-2024.xlsx", commune::papers()),
        ("toan-tinh-kien-giang-2024.xlsx", province::papers(&roster)),
        ("so-bo-chi-so-co-quan-truyen-thong.xlsx", vec![media::paper(&roster)]),
        ("so-huong-uoc-quy-uoc.xlsx", vec![conventions::paper(&roster)]),
    ];
    papers.into_iter().map(|(name, papers)| Ok(SampleFile { name, bytes: paper::workbook(&papers)? })).collect()
}
