//! Records: splits decoded text and hands out one record at a time with its number.
//!
//! It counts records as a spreadsheet program counts rows: blank lines count, line ends inside quotes do not. Fields are
//! pieces of the text wherever they can be; nothing is copied that need not be. It knows no encoding and no meaning of a
//! field.

mod field;
mod quoted;

use super::dialect::Dialect;
use super::limits::TEXT_BYTES;
use field::{End, Source, Span, Splitter, Window};

/// A field grew beyond all measure: no text at all, or no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Runaway {
    pub(crate) bytes: u64,
}

/// A record longer than this is none.
const RECORD_BYTES: usize = 32 << 20;

/// Splits text into records.
pub(crate) struct Records {
    splitter: Splitter,
    /// A record whose end has not come yet.
    pending: String,
    /// The length at which `pending` is looked at again: twice the last, so that a long record is not split over and over.
    retry: usize,
    spans: Vec<Span>,
    /// Fields that had to be rewritten, because quotes in them were escaped.
    scratch: String,
    /// Fields of the last record.
    width: usize,
    number: u32,
    place: Place,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before a record.
    Start,
    /// Before a record, after a carriage return: a line feed still belongs to the last one.
    AfterReturn,
}

impl Records {
    pub(crate) fn new(dialect: Dialect) -> Self {
        let (pending, scratch, spans) = (String::new(), String::new(), Vec::new());
        let splitter = Splitter::new(dialect);
        Self { splitter, pending, retry: 0, spans, scratch, width: 0, number: 1, place: Place::Start }
    }

    /// The number of the record that is being read, from 1.
    pub(crate) fn number(&self) -> u32 {
        self.number
    }

    /// Takes the next piece of text; calls `each` with every record that ends in it.
    pub(crate) fn push(&mut self, input: &str, each: &mut impl FnMut(u32, Fields<'_>)) -> Result<(), Runaway> {
        if self.pending.is_empty() {
            let used = self.take(input, Piece::More, each)?;
            self.pending.push_str(input.get(used..).unwrap_or_default());
        } else {
            self.pending.push_str(input);
            if self.pending.len() < self.retry {
                return Ok(());
            }
            let mut text = std::mem::take(&mut self.pending);
            let used = self.take(&text, Piece::More, each)?;
            text.drain(..used);
            self.pending = text;
        }
        self.retry = self.pending.len() * 2;
        if self.pending.len() > RECORD_BYTES {
            return Err(Runaway { bytes: self.pending.len() as u64 });
        }
        Ok(())
    }

    /// Ends the input: a last record without a line end is handed out.
    pub(crate) fn finish(&mut self, each: &mut impl FnMut(u32, Fields<'_>)) -> Result<(), Runaway> {
        let text = std::mem::take(&mut self.pending);
        self.take(&text, Piece::Last, each).map(|_| ())
    }

    /// Hands out the records that end in the text; how many bytes they are.
    fn take(&mut self, text: &str, piece: Piece, each: &mut impl FnMut(u32, Fields<'_>)) -> Result<usize, Runaway> {
        let mut at = 0;
        loop {
            at += self.skip_line_ends(text.as_bytes().get(at..).unwrap_or_default());
            let rest = text.get(at..).unwrap_or_default();
            if rest.is_empty() {
                return Ok(at);
            }
            let window = Window { text: rest, is_last: piece == Piece::Last, width: self.width };
            let Some(used) = self.record(window)? else { return Ok(at) };
            self.hand_out(rest, each);
            let returned = rest.as_bytes().get(used.wrapping_sub(1)) == Some(&b'\r');
            self.place = if returned { Place::AfterReturn } else { Place::Start };
            at += used;
        }
    }

    /// Splits the record at the start of the window; `None` if its end is not there yet.
    fn record(&mut self, window: Window<'_>) -> Result<Option<usize>, Runaway> {
        self.spans.clear();
        self.scratch.clear();
        let mut at = self.splitter.start(window);
        loop {
            let Some(field) = self.splitter.field(window, at, &mut self.scratch) else {
                return check(window.text.len().saturating_sub(at)).map(|()| None);
            };
            check(field.next.saturating_sub(at))?;
            self.spans.push(field.span);
            at = field.next;
            if field.end != End::Delimiter {
                return Ok(Some(at));
            }
        }
    }

    fn hand_out(&mut self, text: &str, each: &mut impl FnMut(u32, Fields<'_>)) {
        each(self.number, Fields { text, scratch: &self.scratch, spans: &self.spans });
        self.width = self.spans.len();
        self.number = self.number.saturating_add(1);
    }

    /// Line ends between records: each one more is a blank record.
    fn skip_line_ends(&mut self, bytes: &[u8]) -> usize {
        let ends = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        for end in bytes.get(..ends).unwrap_or_default() {
            let is_rest_of_last = *end == b'\n' && self.place == Place::AfterReturn;
            self.number = self.number.saturating_add(u32::from(!is_rest_of_last));
            self.place = if *end == b'\r' { Place::AfterReturn } else { Place::Start };
        }
        ends
    }
}

/// Does more text follow?
#[derive(Clone, Copy, PartialEq, Eq)]
enum Piece {
    More,
    Last,
}

fn check(bytes: usize) -> Result<(), Runaway> {
    let bytes = bytes as u64;
    if bytes > TEXT_BYTES { Err(Runaway { bytes }) } else { Ok(()) }
}

/// The fields of one record.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a> {
    text: &'a str,
    scratch: &'a str,
    spans: &'a [Span],
}

impl<'a> Fields<'a> {
    pub(crate) fn iter(self) -> impl Iterator<Item = &'a str> {
        self.spans.iter().map(move |span| {
            let source = if span.source == Source::Text { self.text } else { self.scratch };
            source.get(span.start..span.end).unwrap_or_default()
        })
    }

    /// How many fields had quotes around them.
    pub(crate) fn quoted(self) -> usize {
        self.spans.iter().filter(|span| span.is_quoted).count()
    }

    /// How many fields there are.
    pub(crate) fn len(self) -> usize {
        self.spans.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::dialect::{Delimiter, Escape};

    const COMMA: Dialect = Dialect { delimiter: Delimiter::Text(","), quote: Some(b'"'), escape: Escape::Doubled };

    fn split(text: &str, dialect: Dialect, piece: usize) -> Vec<(u32, Vec<String>)> {
        let mut found = Vec::new();
        let mut each = |number, fields: Fields<'_>| found.push((number, fields.iter().map(str::to_owned).collect()));
        let mut records = Records::new(dialect);
        let letters: Vec<String> = text.chars().map(String::from).collect();
        for piece in letters.chunks(piece) {
            records.push(&piece.concat(), &mut each).unwrap();
        }
        records.finish(&mut each).unwrap();
        found
    }

    /// The text gives these records, in whatever pieces it comes.
    fn check_split(text: &str, dialect: Dialect, expected: &[(u32, &[&str])]) {
        for piece in 1..=text.len().max(1) {
            let found = split(text, dialect, piece);
            let found: Vec<(u32, Vec<&str>)> =
                found.iter().map(|(number, fields)| (*number, fields.iter().map(String::as_str).collect())).collect();
            let expected: Vec<(u32, Vec<&str>)> =
                expected.iter().map(|(number, fields)| (*number, fields.to_vec())).collect();
            assert_eq!(found, expected, "{text:?} in pieces of {piece}");
        }
    }

    type Expected = &'static [(u32, &'static [&'static str])];

    #[test]
    fn records_carry_the_row_a_spreadsheet_shows() {
        let cases: &[(&str, Expected)] = &[
            ("", &[]),
            ("a,b\nc,d", &[(1, &["a", "b"]), (2, &["c", "d"])]),
            ("a\r\n\r\nb\r\n", &[(1, &["a"]), (3, &["b"])]),
            ("a\rb\r\rc", &[(1, &["a"]), (2, &["b"]), (4, &["c"])]),
            ("a\n\r\nb\r\n\nc", &[(1, &["a"]), (3, &["b"]), (5, &["c"])]),
            ("\n\na", &[(3, &["a"])]),
            ("\"x\ny\",1\nz", &[(1, &["x\ny", "1"]), (2, &["z"])]),
            ("a,\"say \"\"hi\"\"\"\n", &[(1, &["a", "say \"hi\""])]),
            (",,\nệ", &[(1, &["", "", ""]), (2, &["ệ"])]),
            ("\u{feff}a\n\u{feff}b", &[(1, &["a"]), (2, &["b"])]),
            ("\"\",\"\"\n", &[(1, &["", ""])]),
        ];
        for (text, expected) in cases {
            check_split(text, COMMA, expected);
        }
    }

    #[test]
    fn a_quote_that_closes_nothing_is_a_letter() {
        let cases: &[(&str, Expected)] = &[
            // Inside a quoted field.
            ("\"say \"hi\" now\",b\n", &[(1, &["say \"hi\" now", "b"])]),
            ("\"\"x\",b\n", &[(1, &["\"x", "b"])]),
            ("\"48\"\",\"b\",c\n", &[(1, &["48\"", "b", "c"])]),
            ("\"a\" ,b\n", &[(1, &["a", "b"])]),
            ("a, \"b, c\" ,d\n", &[(1, &["a", "b, c", "d"])]),
            // Inside a field that is not quoted.
            ("5\" pipe,b\"\n", &[(1, &["5\" pipe", "b\""])]),
            // Opened and never closed.
            ("a,\"b,c\nd,\"e\",f\n", &[(1, &["a", "\"b", "c"]), (2, &["d", "e", "f"])]),
            ("a,\"\nb,\"c\"\n", &[(1, &["a", "\""]), (2, &["b", "c"])]),
            ("a,\"b\nc,d\n", &[(1, &["a", "\"b"]), (2, &["c", "d"])]),
            ("\"open\nquote", &[(1, &["\"open"]), (2, &["quote"])]),
        ];
        for (text, expected) in cases {
            check_split(text, COMMA, expected);
        }
    }

    #[test]
    fn a_quote_that_would_swallow_records_opens_nothing() {
        let rows = "1,2,3\n".repeat(4);
        let found = split(&format!("a,b,c\n0,\"x,3\n{rows}7,8\",9\n"), COMMA, 1000);
        assert_eq!(found.len(), 7);
        assert_eq!(found[1].1, ["0", "\"x", "3"]);
        let found = split("a,b\n0,\"one, two\nthree, four\"\n", COMMA, 1000);
        assert_eq!(found[1].1, ["0", "one, two\nthree, four"]);
    }

    #[test]
    fn each_delimiter_splits_its_own_way() {
        let with = |delimiter, escape| Dialect { delimiter, quote: Some(b'"'), escape };
        let cases: &[(Dialect, &str, Expected)] = &[
            (with(Delimiter::Text(", "), Escape::Doubled), "1,5, \"a, b\", c,\n", &[(1, &["1,5", "a, b", "c,"])]),
            (with(Delimiter::Text("||"), Escape::Doubled), "a|b||c||\n", &[(1, &["a|b", "c", ""])]),
            (with(Delimiter::Text(" "), Escape::Doubled), "a  \"b c\" d\n", &[(1, &["a", "", "b c", "d"])]),
            (with(Delimiter::Gap(1), Escape::Doubled), "  a   b  \nc d", &[(1, &["a", "b"]), (2, &["c", "d"])]),
            (
                with(Delimiter::Gap(2), Escape::Doubled),
                "Xã A   5 \nXã B  6",
                &[(1, &["Xã A", "5 "]), (2, &["Xã B", "6"])],
            ),
            (with(Delimiter::None, Escape::Doubled), "a,b;c\n\"d\ne\"\n", &[(1, &["a,b;c"]), (2, &["d\ne"])]),
            (
                with(Delimiter::Text(","), Escape::Backslash),
                "\"a \\\"b\\\", c\",d\\,e\\f\n",
                &[(1, &["a \"b\", c", "d,e\\f"])],
            ),
        ];
        for (dialect, text, expected) in cases {
            check_split(text, *dialect, expected);
        }
    }

    #[test]
    fn a_field_without_end_is_told() {
        let mut records = Records::new(COMMA);
        let piece = "b".repeat(64 << 10);
        let pushed = (0..64).try_for_each(|_| records.push(&piece, &mut |_, _| {}));
        assert!(pushed.is_err());
    }
}
