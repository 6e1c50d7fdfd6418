//! Text files: bytes → decoded pieces → records → one sparse sheet.
//!
//! It keeps no copy of the file, only its cells. Every value stays text: what is a number or a date is decided by the
//! column, not here.

use super::compound::fill;
use super::dialect::{Sniffed, sniff};
use super::encoding::{Certainty, Decision, decide};
use super::limits::{CELLS, TEXT_BYTES, Unit, check};
use super::records::{Dialect, Fields, Records};
use super::{Watch, damaged};
use crate::sheet::{Sheet, SparseRow, text_value};
use domain::{FindingKind, ReadErrorKind};
use encoding_rs::{CoderResult, Decoder};
use std::io::{Read, Seek, SeekFrom};

const BLOCK_BYTES: usize = 64 << 10;
/// Rows between two reports of progress.
const REPORT_ROWS: u32 = 4096;

/// Reads a text file.
pub(crate) fn read<R: Read + Seek>(
    mut input: R,
    size: u64,
    watch: &mut dyn Watch,
) -> Result<(Sheet, Vec<FindingKind>), ReadErrorKind> {
    let decision = decide(&mut input).map_err(damaged)?;
    if decision.is_blank {
        return Err(ReadErrorKind::Empty);
    }
    let sniffed = sniff(&sample(&mut input, decision)?);
    let quoted = Pass { decision, sniffed, size };
    let sheet = match quoted.run(&mut input, watch)? {
        Outcome::Read(sheet) => sheet,
        Outcome::Runaway(_) => match quoted.without_quotes().run(&mut input, watch)? {
            Outcome::Read(sheet) => sheet,
            Outcome::Runaway(bytes) => return Err(too_long(bytes)),
        },
    };
    Ok((sheet, findings(decision)))
}

fn too_long(bytes: u64) -> ReadErrorKind {
    check(bytes, TEXT_BYTES, Unit::Bytes).err().unwrap_or(ReadErrorKind::Damaged { detail: "endless field".into() })
}

fn findings(decision: Decision) -> Vec<FindingKind> {
    match decision.certainty {
        Certainty::Sure => Vec::new(),
        Certainty::Broken(count) => vec![FindingKind::BadBytes { count }],
        Certainty::Assumed => {
            vec![FindingKind::EncodingAssumed { encoding: decision.encoding.name().to_ascii_lowercase() }]
        }
    }
}

/// The first block, decoded.
fn sample<R: Read + Seek>(input: &mut R, decision: Decision) -> Result<String, ReadErrorKind> {
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    let mut block = vec![0; BLOCK_BYTES];
    let read = fill(input, &mut block).map_err(damaged)?;
    let mut text = String::with_capacity(BLOCK_BYTES * 3);
    let mut decoder = decision.encoding.new_decoder_with_bom_removal();
    // What does not fit is not needed: a sample may end anywhere.
    let _ = decoder.decode_to_string(block.get(..read).unwrap_or_default(), &mut text, read < block.len());
    Ok(text)
}

/// One way through the file.
#[derive(Clone, Copy)]
struct Pass {
    decision: Decision,
    sniffed: Sniffed,
    size: u64,
}

enum Outcome {
    Read(Sheet),
    /// A field of so many bytes.
    Runaway(u64),
}

impl Pass {
    fn without_quotes(self) -> Self {
        let dialect = Dialect { quote: None, ..self.sniffed.dialect };
        Self { sniffed: Sniffed { dialect, ..self.sniffed }, ..self }
    }

    fn run<R: Read + Seek>(self, input: &mut R, watch: &mut dyn Watch) -> Result<Outcome, ReadErrorKind> {
        input.seek(SeekFrom::Start(0)).map_err(damaged)?;
        let mut decoded = Decoded::new(self.decision.encoding.new_decoder_with_bom_removal(), self.sniffed.skip);
        let mut records = Records::new(self.sniffed.dialect);
        let mut gathered = Gathered::default();
        let mut block = vec![0; BLOCK_BYTES];
        let (mut done, mut reported) = (0, 0);
        loop {
            let read = fill(input, &mut block).map_err(damaged)?;
            let is_last = read < block.len();
            let mut rest = block.get(..read).unwrap_or_default();
            while let Some(piece) = decoded.next(&mut rest, is_last) {
                if let Err(runaway) = records.push(piece, &mut |number, fields| gathered.take(number, fields)) {
                    return Ok(Outcome::Runaway(runaway.bytes));
                }
            }
            check(gathered.cells, CELLS, Unit::Cells)?;
            done += read as u64;
            if records.number() - reported >= REPORT_ROWS || is_last {
                reported = records.number();
                watch.progress(done.min(self.size), self.size, reported);
            }
            if is_last {
                break;
            }
        }
        match records.finish(&mut |number, fields| gathered.take(number, fields)) {
            Ok(()) => Ok(Outcome::Read(Sheet { rows: gathered.rows, ..Sheet::default() })),
            Err(runaway) => Ok(Outcome::Runaway(runaway.bytes)),
        }
    }
}

/// Decoded text, piece by piece, without the bytes to skip at the start.
struct Decoded {
    decoder: Decoder,
    piece: Vec<u8>,
    skip: usize,
    is_done: bool,
}

impl Decoded {
    fn new(decoder: Decoder, skip: usize) -> Self {
        Self { decoder, piece: vec![0; BLOCK_BYTES], skip, is_done: false }
    }

    /// The next piece of `rest`; `None` when it is used up.
    fn next(&mut self, rest: &mut &[u8], is_last: bool) -> Option<&[u8]> {
        if self.is_done || (rest.is_empty() && !is_last) {
            return None;
        }
        let (result, used, written, _) = self.decoder.decode_to_utf8(rest, &mut self.piece, is_last);
        *rest = rest.get(used..).unwrap_or_default();
        self.is_done = is_last && result == CoderResult::InputEmpty;
        let skipped = self.skip.min(written);
        self.skip -= skipped;
        self.piece.get(skipped..written)
    }
}

/// The rows so far.
#[derive(Default)]
struct Gathered {
    rows: Vec<SparseRow>,
    cells: u64,
}

impl Gathered {
    fn take(&mut self, number: u32, fields: Fields<'_>) {
        let values = (0..).zip(fields.iter().map(text_value));
        let cells: Vec<_> = values.filter(|(_, value)| !value.is_empty()).collect();
        if !cells.is_empty() {
            self.cells += cells.len() as u64;
            self.rows.push(SparseRow { number, cells });
        }
    }
}
