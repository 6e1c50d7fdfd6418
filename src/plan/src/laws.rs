//! The table of laws: how a plan cites a law, and what holds today.
//!
//! It decides what a line of `rules/laws.csv` says. It knows no law itself, and nothing about which topic cites which.

use csv_core::{ReadRecordResult, Reader};
use domain::{Bilingual, Certainty, LawNow, NaiveDate, Span};
use std::collections::BTreeSet;
use std::fmt;

/// A line that cannot be a law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawError {
    /// 1-based line of the file.
    pub line: u64,
    /// What is wrong with it.
    pub problem: LawProblem,
}

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LawProblem {
    /// The first line does not name the columns.
    Header,
    /// More or fewer fields than columns.
    Fields,
    /// The field of this column is blank, or filled in one language only.
    Blank(&'static str),
    /// The key is taken.
    Taken(String),
    /// Not a day.
    Day(String),
    /// Neither a day nor a month.
    Checked(String),
    /// Neither `sure` nor `unsure`.
    Certainty(String),
}

impl fmt::Display for LawError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match &self.problem {
            LawProblem::Header => write!(f, "expected the header `{}`", HEADER.join(",")),
            LawProblem::Fields => write!(f, "expected {} fields", HEADER.len()),
            LawProblem::Blank(column) => write!(f, "`{column}` is blank"),
            LawProblem::Taken(key) => write!(f, "the key `{key}` is taken"),
            LawProblem::Day(text) => write!(f, "`{text}` is not a day such as `2026-01-01`"),
            LawProblem::Checked(text) => write!(f, "`{text}` is not a day or month such as `2026-11`"),
            LawProblem::Certainty(text) => write!(f, "`{text}` is neither `sure` nor `unsure`"),
        }
    }
}

impl std::error::Error for LawError {}

const HEADER: [&str; 11] = [
    "key",
    "cited_vi",
    "cited_en",
    "current_vi",
    "current_en",
    "effective",
    "checked",
    "certainty",
    "note_vi",
    "note_en",
    "source",
];

/// The shipped table, `rules/laws.csv`. A test holds that it can be read.
pub fn laws() -> Vec<LawNow> {
    parse_laws(include_str!("../../../rules/laws.csv")).unwrap_or_default()
}

/// Reads a table of laws.
pub fn parse_laws(csv: &str) -> Result<Vec<LawNow>, LawError> {
    let mut records = Records::new(csv);
    match records.next() {
        Some((_, header)) if header == HEADER => {}
        _ => return Err(LawError { line: 1, problem: LawProblem::Header }),
    }
    let mut keys = BTreeSet::new();
    let read = records.map(|(line, record)| {
        let law = law(&record).map_err(|problem| LawError { line, problem })?;
        match keys.insert(law.key.clone()) {
            true => Ok(law),
            false => Err(LawError { line, problem: LawProblem::Taken(law.key) }),
        }
    });
    read.collect()
}

fn law(record: &[String]) -> Result<LawNow, LawProblem> {
    let fields: [String; HEADER.len()] = record.to_vec().try_into().map_err(|_| LawProblem::Fields)?;
    let [key, cited_vi, cited_en, current_vi, current_en, effective, checked, certainty, note_vi, note_en, source] =
        fields;
    if note_vi.is_empty() != note_en.is_empty() {
        return Err(LawProblem::Blank(if note_vi.is_empty() { "note_vi" } else { "note_en" }));
    }
    Ok(LawNow {
        key: filled("key", key)?,
        cited: Bilingual { vi: filled("cited_vi", cited_vi)?, en: filled("cited_en", cited_en)? },
        current: Bilingual { vi: filled("current_vi", current_vi)?, en: filled("current_en", current_en)? },
        effective: day(effective)?,
        checked: Span::parse_canonical(&checked).ok_or(LawProblem::Checked(checked))?,
        certainty: certain(certainty)?,
        note: Bilingual { vi: note_vi, en: note_en },
        source: filled("source", source)?,
    })
}

fn filled(column: &'static str, text: String) -> Result<String, LawProblem> {
    if text.is_empty() { Err(LawProblem::Blank(column)) } else { Ok(text) }
}

fn day(text: String) -> Result<Option<NaiveDate>, LawProblem> {
    match text.is_empty() {
        true => Ok(None),
        false => text.parse().map(Some).map_err(|_| LawProblem::Day(text)),
    }
}

fn certain(text: String) -> Result<Certainty, LawProblem> {
    match text.as_str() {
        "sure" => Ok(Certainty::Sure),
        "unsure" => Ok(Certainty::Unsure),
        _ => Err(LawProblem::Certainty(text)),
    }
}

/// The records of a text, each with its first line, blanks around cells taken off.
struct Records<'t> {
    reader: Reader,
    rest: &'t [u8],
    cells: Vec<u8>,
    /// One place more than there are columns: a record that needs more has too many fields.
    ends: [usize; HEADER.len() + 1],
}

impl<'t> Records<'t> {
    fn new(text: &'t str) -> Self {
        let cells = vec![0; text.len() + 1];
        Self { reader: Reader::new(), rest: text.as_bytes(), cells, ends: [0; HEADER.len() + 1] }
    }

    fn record(&self, fields: usize) -> Vec<String> {
        let ends = self.ends.iter().take(fields);
        let starts = std::iter::once(&0).chain(&self.ends);
        let cells = starts.zip(ends).map(|(start, end)| self.cells.get(*start..*end).unwrap_or_default());
        cells.map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect()
    }
}

impl Iterator for Records<'_> {
    type Item = (u64, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        let blank = self.rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
        let line = self.reader.line() + blank.filter(|byte| **byte == b'\n').count() as u64;
        let (mut written, mut fields) = (0, 0);
        loop {
            let (cells, ends) = (self.cells.get_mut(written..)?, self.ends.get_mut(fields..)?);
            let (result, read, wrote, ended) = self.reader.read_record(self.rest, cells, ends);
            self.rest = self.rest.get(read..).unwrap_or_default();
            (written, fields) = (written + wrote, fields + ended);
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record => return Some((line, self.record(fields))),
                // The rest of the line is no record any more; it has been told that this one has too many fields.
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    self.rest = &[];
                    return Some((line, self.record(fields)));
                }
                ReadRecordResult::End => return None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(lines: &[&str]) -> Result<Vec<LawNow>, String> {
        let text = std::iter::once(HEADER.join(",")).chain(lines.iter().map(|line| (*line).to_owned()));
        parse_laws(&text.collect::<Vec<_>>().join("\n")).map_err(|error| error.to_string())
    }

    #[test]
    fn a_line_is_a_law_and_quotes_hold_commas() {
        let laws = parsed(&["a,\"Luật A, B\",Law A,Luật C,Law C,2026-01-01,2026-11,sure,,,báo", ""]).unwrap();
        assert_eq!((laws.len(), laws[0].cited.vi.as_str(), laws[0].certainty), (1, "Luật A, B", Certainty::Sure));
        assert_eq!(laws[0].effective, Some("2026-01-01".parse().unwrap()));
        assert_eq!(laws[0].checked, Span::month(2026, 11).unwrap());
        let unknown = parsed(&["a,A,A,C,C,,2026-11-29,unsure,chưa rõ,unclear,x"]).unwrap();
        assert_eq!((unknown[0].effective, unknown[0].certainty), (None, Certainty::Unsure));
        assert_eq!(unknown[0].note.en, "unclear");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let good = "a,A,A,C,C,,2026-11,sure,,,x";
        for (lines, said) in [
            (vec![good, good], "line 3: the key `a` is taken"),
            (vec![good, "", "b,B"], "line 4: expected 11 fields"),
            (vec!["a,A,A,C,C,,2026-11,sure,,,x,y"], "line 2: expected 11 fields"),
            (vec!["a,A,A,C,C,,2026-11,sure,,,x,y,z,z"], "line 2: expected 11 fields"),
            (vec![",A,A,C,C,,2026-11,sure,,,x"], "line 2: `key` is blank"),
            (vec!["a,A,,C,C,,2026-11,sure,,,x"], "line 2: `cited_en` is blank"),
            (vec!["a,A,A, ,C,,2026-11,sure,,,x"], "line 2: `current_vi` is blank"),
            (vec!["a,A,A,C,C,,2026-11,sure,n,,x"], "line 2: `note_en` is blank"),
            (vec!["a,A,A,C,C,,2026-11,sure,,n,x"], "line 2: `note_vi` is blank"),
            (vec!["a,A,A,C,C,,2026-11,sure,,,"], "line 2: `source` is blank"),
            (vec!["a,A,A,C,C,2026,2026-11,sure,,,x"], "line 2: `2026` is not a day such as `2026-01-01`"),
            (vec!["a,A,A,C,C,,nay,sure,,,x"], "line 2: `nay` is not a day or month such as `2026-11`"),
            (vec!["a,A,A,C,C,,2026-11,fairly,,,x"], "line 2: `fairly` is neither `sure` nor `unsure`"),
        ] {
            assert_eq!(parsed(&lines), Err(said.to_owned()));
        }
        let header = parse_laws("").map_err(|error| error.to_string());
        assert!(header.is_err_and(|said| said.starts_with("line 1: expected the header `key,cited_vi,")));
    }

    #[test]
    fn the_shipped_table_can_be_read() {
        assert_eq!(parse_laws(include_str!("../../../rules/laws.csv")).map(|laws| laws.len()), Ok(38));
        assert_eq!(laws().len(), 38);
    }
}
