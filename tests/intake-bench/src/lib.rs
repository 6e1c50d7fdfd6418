//! What the bench page runs of ours: the made-up log, and our ways of reading it. Each runs in a worker of its own, so
//! that the memory of the module after a run is that run's peak.

#[path = "../../../src/worker/src/blob.rs"]
#[expect(dead_code, reason = "a bench asks for no file that changes meanwhile")]
mod blob;
mod made_up;
mod split;

use assess::shipped_roster;
use blob::BlobReader;
use domain::{NaiveDate, Options, Roster, RosterScope, Vocabulary};
use intake::{FileWatch, Input};
use js_sys::Function;
use made_up::Rows;
use plan::RuleFile;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use web_sys::Blob;

const RULES: &str = include_str!("../../../rules/kien-giang-2030.toml");
const FORMER_ROSTER: &str = include_str!("../../../rules/rosters/kien-giang-to-2025-06-30.csv");
const ROSTER_NOW: &str = include_str!("../../../rules/rosters/an-giang-from-2025-07-01.csv");

/// A log as text, piece by piece.
#[wasm_bindgen]
pub struct Log(Rows);

#[wasm_bindgen]
impl Log {
    /// So many rows; the same every time.
    #[wasm_bindgen(constructor)]
    pub fn new(rows: u32) -> Self {
        Self(Rows::new(rows, FORMER_ROSTER))
    }

    /// The next piece of the CSV, header first; empty at the end.
    #[wasm_bindgen(js_name = nextPiece)]
    pub fn next_piece(&mut self) -> Vec<u8> {
        self.0.csv_piece()
    }

    /// The log as a workbook.
    ///
    /// # Errors
    /// If the rows do not fit into a sheet.
    pub fn xlsx(&mut self) -> Result<Vec<u8>, JsError> {
        self.0.xlsx().map_err(|error| JsError::new(&error.to_string()))
    }
}

/// The house as it is before a file comes: roster and words of the shipped plan.
#[wasm_bindgen]
pub struct Reader {
    roster: Roster,
    vocabulary: Vocabulary,
    as_of: NaiveDate,
}

#[wasm_bindgen]
impl Reader {
    /// # Errors
    /// If the shipped data do not hold together.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Self, JsError> {
        let wrong = |problems: Vec<plan::Problem>| JsError::new(&format!("{problems:?}"));
        let rules = RuleFile::parse("kien-giang-2030.toml", RULES).map_err(wrong)?;
        let plan = rules.plan(&BTreeMap::new()).map_err(wrong)?;
        let roster = shipped_roster(&[FORMER_ROSTER, ROSTER_NOW], RosterScope::default())?;
        let as_of = NaiveDate::from_ymd_opt(2025, 1, 15).ok_or_else(|| JsError::new("no such day"))?;
        Ok(Self { roster, vocabulary: plan::vocabulary(&plan), as_of })
    }

    /// File → facts. `tell` hears of progress: bytes done, rows seen.
    ///
    /// # Errors
    /// If the file is not read whole.
    pub fn read(&self, name: &str, file: Blob, tell: Function) -> Result<Outcome, JsError> {
        let bytes = BlobReader::new(file)?;
        let inputs = vec![Input { name: name.to_owned(), size: bytes.size(), bytes: Box::new(bytes) }];
        let roster = self.roster.clone();
        let reading =
            intake::read(inputs, roster, &self.vocabulary, &Options::default(), self.as_of, &mut Teller(tell));
        if let Some(error) = reading.failed.first() {
            return Err(JsError::new(&error.to_string()));
        }
        let facts = &reading.facts;
        Ok(Outcome {
            rows: facts.tables.iter().map(|table| table.rows).sum(),
            used: facts.tables.iter().map(|table| table.used_rows).sum(),
            units: made_up::count(facts.roster.iter().count() - self.roster.iter().count()),
            findings: made_up::count(reading.findings.len()),
        })
    }
}

/// What was read, in figures.
#[wasm_bindgen]
pub struct Outcome {
    /// Rows of tables.
    pub rows: u32,
    /// Rows that brought a fact.
    pub used: u32,
    /// Units that the roster does not know.
    pub units: u32,
    /// Findings.
    pub findings: u32,
}

/// Records and fields of a CSV by csv-core alone: `[records, fields]`.
///
/// # Errors
/// If the browser cannot read the file.
#[wasm_bindgen]
pub fn split(file: Blob) -> Result<Vec<u32>, JsError> {
    Ok(split::split(BlobReader::new(file)?)?.to_vec())
}

struct Teller(Function);

#[expect(clippy::cast_precision_loss, reason = "sizes of files are below 2^53")]
impl FileWatch for Teller {
    fn progress(&mut self, _: &str, done: u64, _: u64, rows: u32) {
        // A page that does not listen is no reason to stop.
        let _ = self.0.call2(&JsValue::UNDEFINED, &(done as f64).into(), &rows.into());
    }

    fn understood(&mut self, rows: usize, _: usize) {
        let _ = self.0.call2(&JsValue::UNDEFINED, &JsValue::UNDEFINED, &(rows as f64).into());
    }
}
