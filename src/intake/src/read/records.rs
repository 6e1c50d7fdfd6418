//! Records: pushes decoded text through `csv-core` and hands out one record at a time with its number.
//!
//! It counts records as a spreadsheet program counts rows: blank lines count, line ends inside quotes do not. It knows
//! no encoding and no meaning of a field.

use super::limits::TEXT_BYTES;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// How fields are separated and quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub(crate) delimiter: u8,
    /// `None`: quotes are letters like any other.
    pub(crate) quote: Option<u8>,
}

/// A field grew beyond all measure: a quote that is never closed, or no text at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Runaway {
    pub(crate) bytes: u64,
}

/// A field that holds more line ends than this at the end of the input was opened by a stray quote.
const STRAY_LINES: usize = 64;

/// Splits text into records.
pub(crate) struct Records {
    reader: Reader,
    fields: Vec<u8>,
    filled: usize,
    ends: Vec<usize>,
    ended: usize,
    number: u32,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before a record.
    Start,
    /// Before a record, after a carriage return: a line feed still belongs to the last one.
    AfterReturn,
    Inside,
}

impl Records {
    pub(crate) fn new(dialect: Dialect) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(dialect.delimiter)
            .quote(dialect.quote.unwrap_or(b'"'))
            .quoting(dialect.quote.is_some())
            .build();
        let (fields, ends) = (vec![0; 4096], vec![0; 64]);
        Self { reader, fields, filled: 0, ends, ended: 0, number: 1, place: Place::Start }
    }

    /// The number of the record that is being read, from 1.
    pub(crate) fn number(&self) -> u32 {
        self.number
    }

    /// Takes the next piece of text; calls `each` with every record that ends in it.
    pub(crate) fn push(&mut self, mut input: &[u8], each: &mut impl FnMut(u32, Fields<'_>)) -> Result<(), Runaway> {
        while !input.is_empty() {
            if self.place != Place::Inside {
                input = self.skip_line_ends(input);
                if input.is_empty() {
                    break;
                }
                self.place = Place::Inside;
            }
            let used = self.step(input, each);
            let (taken, rest) = input.split_at_checked(used).unwrap_or((input, &[]));
            if self.place == Place::Start && taken.last() == Some(&b'\r') {
                self.place = Place::AfterReturn;
            }
            self.check_growth()?;
            input = rest;
        }
        Ok(())
    }

    /// Ends the input: a last record without a line end is handed out.
    pub(crate) fn finish(&mut self, each: &mut impl FnMut(u32, Fields<'_>)) -> Result<(), Runaway> {
        if self.place != Place::Inside {
            return Ok(());
        }
        let open = self.fields.get(self.field_start()..self.filled).unwrap_or_default();
        if open.iter().filter(|byte| **byte == b'\n').count() > STRAY_LINES {
            return Err(Runaway { bytes: open.len() as u64 });
        }
        while self.place == Place::Inside {
            self.step(&[], each);
        }
        Ok(())
    }

    fn step(&mut self, input: &[u8], each: &mut impl FnMut(u32, Fields<'_>)) -> usize {
        let fields = self.fields.get_mut(self.filled..).unwrap_or_default();
        let ends = self.ends.get_mut(self.ended..).unwrap_or_default();
        let (result, used, written, ended) = self.reader.read_record(input, fields, ends);
        self.filled += written;
        self.ended += ended;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull => self.fields.resize(self.fields.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
            ReadRecordResult::Record => self.hand_out(each),
            ReadRecordResult::End => self.place = Place::Start,
        }
        used
    }

    fn hand_out(&mut self, each: &mut impl FnMut(u32, Fields<'_>)) {
        let text = self.fields.get(..self.filled).unwrap_or_default();
        let ends = self.ends.get(..self.ended).unwrap_or_default();
        each(self.number, Fields { text: &String::from_utf8_lossy(text), ends });
        (self.filled, self.ended) = (0, 0);
        self.number = self.number.saturating_add(1);
        self.place = Place::Start;
    }

    /// Line ends between records: each one more is a blank record.
    fn skip_line_ends<'a>(&mut self, mut input: &'a [u8]) -> &'a [u8] {
        loop {
            match (input, self.place) {
                ([b'\n', rest @ ..], Place::AfterReturn) => (input, self.place) = (rest, Place::Start),
                ([b'\n', rest @ ..], _) => (input, self.number) = (rest, self.number.saturating_add(1)),
                ([b'\r', rest @ ..], _) => {
                    (input, self.place) = (rest, Place::AfterReturn);
                    self.number = self.number.saturating_add(1);
                }
                _ => return input,
            }
        }
    }

    fn field_start(&self) -> usize {
        self.ended.checked_sub(1).and_then(|last| self.ends.get(last)).copied().unwrap_or(0)
    }

    fn check_growth(&self) -> Result<(), Runaway> {
        let bytes = self.filled.saturating_sub(self.field_start()) as u64;
        if bytes > TEXT_BYTES { Err(Runaway { bytes }) } else { Ok(()) }
    }
}

/// The fields of one record.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    text: &'a str,
    ends: &'a [usize],
}

impl<'a> Fields<'a> {
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a str> {
        let starts = std::iter::once(&0).chain(self.ends);
        starts.zip(self.ends).map(move |(start, end)| self.text.get(*start..*end).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, piece: usize) -> Vec<(u32, Vec<String>)> {
        let mut found = Vec::new();
        let mut each = |number, fields: Fields<'_>| found.push((number, fields.iter().map(str::to_owned).collect()));
        let mut records = Records::new(Dialect { delimiter: b',', quote: Some(b'"') });
        for bytes in text.as_bytes().chunks(piece) {
            records.push(bytes, &mut each).unwrap();
        }
        records.finish(&mut each).unwrap();
        found
    }

    #[test]
    fn records_carry_the_row_a_spreadsheet_shows() {
        type Expected = &'static [(u32, &'static [&'static str])];
        let cases: &[(&str, Expected)] = &[
            ("a,b\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])]),
            ("a\r\n\r\nb\r\n", &[(1, &["a"]), (3, &["b"])]),
            ("a\rb\r\rc", &[(1, &["a"]), (2, &["b"]), (4, &["c"])]),
            ("a\n\r\nb\r\n\nc", &[(1, &["a"]), (3, &["b"]), (5, &["c"])]),
            ("\n\na", &[(3, &["a"])]),
            ("\"x\ny\",1\nz", &[(1, &["x\ny", "1"]), (2, &["z"])]),
            ("a,\"say \"\"hi\"\"\"\n", &[(1, &["a", "say \"hi\""])]),
            (",,\nệ", &[(1, &["", "", ""]), (2, &["ệ"])]),
            ("\"open\nquote", &[(1, &["open\nquote"])]),
        ];
        for (text, expected) in cases {
            for piece in 1..=text.len() {
                let found = split(text, piece);
                let found: Vec<(u32, Vec<&str>)> = found
                    .iter()
                    .map(|(number, fields)| (*number, fields.iter().map(String::as_str).collect()))
                    .collect();
                let expected: Vec<(u32, Vec<&str>)> =
                    expected.iter().map(|(number, fields)| (*number, fields.to_vec())).collect();
                assert_eq!(found, expected, "{text:?} in pieces of {piece}");
            }
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_told() {
        let mut records = Records::new(Dialect { delimiter: b',', quote: Some(b'"') });
        let text = format!("a,\"{}", "b,c\n".repeat(100));
        records.push(text.as_bytes(), &mut |_, _| {}).unwrap();
        assert!(records.finish(&mut |_, _| {}).is_err());
    }
}
