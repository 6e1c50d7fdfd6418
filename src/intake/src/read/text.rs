//! Text files: bytes → decoded pieces → records → one sparse sheet.
//!
//! It keeps no copy of the file, only its cells. Every value stays text: what is a number or a date is decided by the
//! column, not here.

use super::compound::fill;
use super::dialect::{Extent, Sniffed, sniff};
use super::encoding::{Decision, TextDecoder, decide};
use super::limits::{CELLS, TEXT_BYTES, Unit, check};
use super::plain::Plain;
use super::records::{Fields, Records};
use super::{Watch, damaged};
use crate::sheet::{Sheet, SheetRows};
use domain::{EncodingInfo, FindingKind, ReadErrorKind, TextEncoding};
use std::borrow::Cow;
use std::io::{Read, Seek, SeekFrom};

const BLOCK_BYTES: usize = 64 << 10;
/// Rows between two reports of progress.
const REPORT_ROWS: u32 = 4096;

/// Reads a text file.
pub(crate) fn read<R: Read + Seek>(
    mut input: R,
    size: u64,
    chosen: Option<TextEncoding>,
    watch: &mut dyn Watch,
) -> Result<(Sheet, EncodingInfo, Vec<FindingKind>), ReadErrorKind> {
    let ((pass, decision), mut gathered) = (Pass::new(&mut input, size, chosen)?, Gathered::default());
    let bad = pass.run(&mut input, watch, &mut gathered)?;
    let findings = decision.findings(bad);
    Ok((Sheet { rows: gathered.rows.finished(), ..Sheet::default() }, decision.info, findings))
}

/// Splits a text file and leaves it at that.
pub(crate) fn plain<R: Read + Seek>(mut input: R) -> Result<Plain, ReadErrorKind> {
    let (pass, _) = Pass::new(&mut input, 0, None)?;
    let mut plain = pass.sniffed.dialect.told();
    pass.run(&mut input, &mut (), &mut plain)?;
    Ok(plain)
}

fn too_long(bytes: u64) -> ReadErrorKind {
    check(bytes, TEXT_BYTES, Unit::Bytes).err().unwrap_or(ReadErrorKind::Damaged { detail: "endless field".into() })
}

/// What the first block says.
fn sample<R: Read + Seek>(input: &mut R, encoding: TextEncoding) -> Result<Sniffed, ReadErrorKind> {
    input.seek(SeekFrom::Start(0)).map_err(damaged)?;
    let mut block = vec![0; BLOCK_BYTES];
    let read = fill(input, &mut block).map_err(damaged)?;
    let mut text = String::with_capacity(BLOCK_BYTES * 4);
    let bytes = block.get(..read).unwrap_or_default();
    // What does not fit is not needed: a sample may end anywhere.
    TextDecoder::new(encoding).decode(bytes, &mut text, read < block.len());
    let extent = if read < block.len() { Extent::Whole } else { Extent::Start };
    Ok(sniff(&without_nuls(Cow::Borrowed(&text)), extent))
}

/// One way through the file.
#[derive(Clone, Copy)]
struct Pass {
    encoding: TextEncoding,
    sniffed: Sniffed,
    size: u64,
}

/// Where the records go.
trait Sink {
    fn take(&mut self, number: u32, fields: Fields<'_>);
    /// Cells so far.
    fn cells(&self) -> u64;
}

impl Pass {
    fn new<R: Read + Seek>(
        input: &mut R,
        size: u64,
        chosen: Option<TextEncoding>,
    ) -> Result<(Self, Decision), ReadErrorKind> {
        let decision = decide(&mut *input, chosen).map_err(damaged)?;
        if decision.is_blank {
            return Err(ReadErrorKind::Empty);
        }
        let encoding = decision.info.taken;
        Ok((Self { encoding, sniffed: sample(input, encoding)?, size }, decision))
    }

    /// The number of bad sequences on the way.
    fn run<R: Read + Seek>(
        self,
        input: &mut R,
        watch: &mut dyn Watch,
        sink: &mut impl Sink,
    ) -> Result<u32, ReadErrorKind> {
        input.seek(SeekFrom::Start(0)).map_err(damaged)?;
        let mut decoded = Decoded::new(TextDecoder::new(self.encoding), self.sniffed.skip);
        let mut records = Records::new(self.sniffed.dialect);
        let mut block = vec![0; BLOCK_BYTES];
        let (mut done, mut reported) = (0, 0);
        loop {
            let read = fill(input, &mut block).map_err(damaged)?;
            let is_last = read < block.len();
            let mut rest = block.get(..read).unwrap_or_default();
            while let Some(piece) = decoded.next(&mut rest, is_last) {
                let pushed = records.push(&piece, &mut |number, fields| sink.take(number, fields));
                pushed.map_err(|runaway| too_long(runaway.bytes))?;
            }
            check(sink.cells(), CELLS, Unit::Cells)?;
            done += read as u64;
            if records.number() - reported >= REPORT_ROWS || is_last {
                reported = records.number();
                watch.progress(done.min(self.size), self.size, reported);
            }
            if is_last {
                break;
            }
        }
        let finished = records.finish(&mut |number, fields| sink.take(number, fields));
        finished.map(|()| decoded.decoder.bad()).map_err(|runaway| too_long(runaway.bytes))
    }
}

/// Decoded text, piece by piece, without the bytes to skip at the start.
struct Decoded {
    decoder: TextDecoder,
    piece: String,
    skip: usize,
    is_done: bool,
}

impl Decoded {
    fn new(decoder: TextDecoder, skip: usize) -> Self {
        Self { decoder, piece: String::with_capacity(BLOCK_BYTES), skip, is_done: false }
    }

    /// The next piece of `rest`; `None` when it is used up.
    fn next(&mut self, rest: &mut &[u8], is_last: bool) -> Option<Cow<'_, str>> {
        if self.is_done || (rest.is_empty() && !is_last) {
            return None;
        }
        self.piece.clear();
        let step = self.decoder.decode(rest, &mut self.piece, is_last);
        *rest = rest.get(step.used..).unwrap_or_default();
        self.is_done = is_last && step.is_done;
        let skipped = self.skip.min(self.piece.len());
        self.skip -= skipped;
        self.piece.get(skipped..).map(Cow::Borrowed).map(without_nuls)
    }
}

/// NULs fill up what a program did not write; they are no letters.
fn without_nuls(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { text }
}

/// The rows so far.
#[derive(Default)]
struct Gathered {
    rows: SheetRows,
    cells: u64,
}

impl Sink for Gathered {
    fn take(&mut self, number: u32, fields: Fields<'_>) {
        self.cells += self.rows.push_typed(number, fields.iter()) as u64;
    }

    fn cells(&self) -> u64 {
        self.cells
    }
}

impl Sink for Plain {
    fn take(&mut self, number: u32, fields: Fields<'_>) {
        self.records.push((number, fields.iter().map(str::to_owned).collect()));
    }

    fn cells(&self) -> u64 {
        0
    }
}
