//! The survey of a part: one pass over its tags before calamine reads it.
//!
//! It learns merged regions and hidden columns, counts cells, and refuses references that no spreadsheet has. It reads
//! no values.

use super::tags::Tag;
use crate::read::limits::{CELLS, MERGES, SHEET_COLUMNS, SHEET_ROWS, Unit, check};
use crate::sheet::Merge;
use domain::ReadErrorKind;

/// What a sheet's tags say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Survey {
    /// Cells, empty ones that only carry a format included.
    pub(crate) cells: u64,
    pub(crate) merges: Vec<Merge>,
    /// Hidden columns, as inclusive ranges from 0.
    pub(crate) hidden: Vec<(u32, u32)>,
    /// The number of texts a table of texts announces.
    pub(crate) announced: u64,
}

impl Survey {
    pub(crate) fn take(&mut self, tag: Tag<'_>) -> Result<(), ReadErrorKind> {
        match tag.name() {
            "c" => self.cell(tag),
            "row" => whole_number(tag.raw("r").unwrap_or("1")).map(drop),
            "mergeCell" => self.merge(tag),
            "col" => self.column(tag),
            "dimension" => tag.raw("ref").map_or(Ok(()), |text| region(text).map(drop)),
            "sst" => tag.raw("uniqueCount").map_or(Ok(()), |text| {
                self.announced = text.parse().unwrap_or(0);
                Ok(())
            }),
            _ => Ok(()),
        }
    }

    fn cell(&mut self, tag: Tag<'_>) -> Result<(), ReadErrorKind> {
        self.cells += 1;
        // Four times as many, for cells may be empty.
        check(self.cells, CELLS * 4, Unit::Cells)?;
        tag.raw("r").map_or(Ok(()), |text| place(text).map(drop))
    }

    fn merge(&mut self, tag: Tag<'_>) -> Result<(), ReadErrorKind> {
        check(self.merges.len() as u64 + 1, MERGES, Unit::Merges)?;
        if let Some(Ok(merge)) = tag.raw("ref").map(region) {
            self.merges.push(merge);
        }
        Ok(())
    }

    fn column(&mut self, tag: Tag<'_>) -> Result<(), ReadErrorKind> {
        let number = |name| tag.raw(name).and_then(|text| text.parse::<u32>().ok()).unwrap_or(0);
        let (first, last) = (number("min"), number("max").min(SHEET_COLUMNS));
        let is_hidden = matches!(tag.raw("hidden"), Some("1" | "true"));
        if is_hidden && (1..=last).contains(&first) && self.hidden.len() < SHEET_COLUMNS as usize {
            self.hidden.push((first - 1, last - 1));
        }
        Ok(())
    }
}

/// `A1:C3` or `A1`; refused when it runs backwards.
pub(crate) fn region(text: &str) -> Result<Merge, ReadErrorKind> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    if top > bottom || left > right {
        return Err(bad(text));
    }
    Ok(Merge { top, left, bottom, right })
}

/// `B7` → row 7, column 1.
pub(crate) fn place(text: &str) -> Result<(u32, u32), ReadErrorKind> {
    let digits = text.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let letters = text.strip_suffix(digits).unwrap_or_default();
    if letters.is_empty() || letters.len() > 3 {
        return Err(bad(text));
    }
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    if column > SHEET_COLUMNS {
        return Err(bad(text));
    }
    Ok((whole_number(digits)?, column - 1))
}

/// A row from 1 to the last.
fn whole_number(text: &str) -> Result<u32, ReadErrorKind> {
    let number = text.parse::<u32>().ok().filter(|number| (1..=SHEET_ROWS).contains(number));
    number.ok_or_else(|| bad(text))
}

fn bad(text: &str) -> ReadErrorKind {
    let quoted: String = text.chars().take(40).collect();
    ReadErrorKind::Damaged { detail: format!("impossible cell reference `{quoted}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_up_to_the_last_cell_of_a_sheet() {
        let cases = [
            ("A1", Some((1, 0))),
            ("XFD1048576", Some((1_048_576, 16_383))),
            ("XFE1", None),
            ("A1048577", None),
            ("A0", None),
            ("AAAAAAAAAAAA1", None),
            ("1", None),
            ("A", None),
            ("", None),
            ("Ệ1", None),
        ];
        for (text, expected) in cases {
            assert_eq!(place(text).ok(), expected, "{text:?}");
        }
        assert!(region("B2:A1").is_err());
    }
}
