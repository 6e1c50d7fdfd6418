//! The records of a text file as they stand, before any table is looked for.
//!
//! What the suites of text files and the random trials judge: encoding and dialect by themselves.

use super::text;
use domain::ReadErrorKind;
use std::io::{Read, Seek};

/// A text file, split.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// What separates fields; empty where nothing does. A run of spaces is told as two.
    pub delimiter: String,
    /// What quotes them.
    pub quote: Option<char>,
    /// Quotes inside of quotes are written `\"`.
    pub escapes_with_backslash: bool,
    /// The records that are not blank, each with its number from 1.
    pub records: Vec<(u32, Vec<String>)>,
}

/// Splits a text file into its records.
///
/// # Errors
/// There is nothing in it, or a field is longer than any text.
pub fn plain<R: Read + Seek>(input: R) -> Result<Plain, ReadErrorKind> {
    text::plain(input)
}
