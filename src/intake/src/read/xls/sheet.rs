//! The cells of one sheet, its merged regions and its hidden columns.

use super::globals::Globals;
use super::records::{Record, substream, word};
use crate::grid::Value;
use crate::read::font::Converted;
use crate::read::gathered::Gathered;
use crate::read::limits::{CELLS, MERGES, Unit, check};
use crate::read::value::value;
use crate::sheet::{Merge, Sheet, text_value};
use calamine::{DataRef, ExcelDateTime, ExcelDateTimeType};
use domain::ReadErrorKind;

// SOURCE: MS-XLS §2.3.
const BOOL_ERR: u16 = 0x0205;
const COL_INFO: u16 = 0x007d;
const FORMULA: u16 = 0x0006;
const LABEL: u16 = 0x0204;
const LABEL_SST: u16 = 0x00fd;
const MERGE_CELLS: u16 = 0x00e5;
const MUL_RK: u16 = 0x00bd;
const NUMBER: u16 = 0x0203;
const RICH_LABEL: u16 = 0x00d6;
const RK: u16 = 0x027e;
const STRING: u16 = 0x0207;

pub(super) fn read(
    bytes: &[u8],
    name: String,
    globals: &Globals,
    converted: &mut Converted,
    kept: &mut u64,
) -> Result<Sheet, ReadErrorKind> {
    let mut reading = Reading { globals, converted, kept, rows: Gathered::default(), formula: None };
    let (mut merges, mut hidden) = (Vec::new(), Vec::new());
    for record in substream(bytes) {
        match record.kind {
            MERGE_CELLS => merges.extend(regions(record.body)),
            COL_INFO => hidden.extend(hidden_columns(&record)),
            _ => reading.take(&record)?,
        }
        check(merges.len() as u64, MERGES, Unit::Merges)?;
    }
    Ok(Sheet { name, rows: reading.rows.finished(), merges: merges.into_iter().collect(), hidden })
}

/// Row, column and format of a cell.
#[derive(Clone, Copy)]
struct At {
    row: u16,
    column: u16,
    format: u16,
}

struct Reading<'r> {
    globals: &'r Globals,
    converted: &'r mut Converted,
    kept: &'r mut u64,
    rows: Gathered,
    /// A formula whose text stands in the next record.
    formula: Option<At>,
}

impl Reading<'_> {
    fn take(&mut self, record: &Record<'_>) -> Result<(), ReadErrorKind> {
        if record.kind == STRING {
            let text = self.globals.letters.long(&record.pieces(0)).unwrap_or_default();
            return match self.formula.take() {
                Some(at) => self.put(at, text_value(&text)),
                None => Ok(()),
            };
        }
        let at = || Some(At { row: record.word(0)?, column: record.word(2)?, format: record.word(4)? });
        match (record.kind, at()) {
            (MUL_RK, Some(at)) => self.many(at, record),
            (kind, Some(at)) => match self.value(kind, at, record) {
                Some(value) => self.put(at, value),
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }

    fn value(&mut self, kind: u16, at: At, record: &Record<'_>) -> Option<Value> {
        match kind {
            NUMBER => Some(self.number(at, record.real(6)?)),
            RK => Some(self.number(at, rk(record.long(6)?))),
            LABEL_SST => self.globals.shared.get(record.long(6)? as usize).map(|text| text_value(text)),
            LABEL | RICH_LABEL => self.globals.letters.long(&record.pieces(6)).map(|text| text_value(&text)),
            BOOL_ERR => Some(truth_or_error(record.byte(6)?, record.byte(7)?)),
            FORMULA => self.result(at, record),
            _ => None,
        }
    }

    /// SOURCE: MS-XLS §2.5.133: what is no number has 0xffff in the last two bytes and its type in the first.
    fn result(&mut self, at: At, record: &Record<'_>) -> Option<Value> {
        if record.word(12)? != 0xffff {
            return Some(self.number(at, record.real(6)?));
        }
        match record.byte(6)? {
            0 => {
                self.formula = Some(at);
                None
            }
            1 => Some(truth_or_error(record.byte(8)?, 0)),
            2 => Some(truth_or_error(record.byte(8)?, 1)),
            _ => None,
        }
    }

    /// Several numbers side by side: a format and four bytes of value for each.
    fn many(&mut self, first: At, record: &Record<'_>) -> Result<(), ReadErrorKind> {
        let cells = record.body.get(4..).unwrap_or_default().chunks_exact(6);
        for (column, cell) in (first.column..).zip(cells) {
            let (Some(format), Some(bits)) = (word(cell, 0), cell.last_chunk::<4>()) else { continue };
            let at = At { row: first.row, column, format };
            let value = self.number(at, rk(u32::from_le_bytes(*bits)));
            self.put(at, value)?;
        }
        Ok(())
    }

    fn number(&self, at: At, number: f64) -> Value {
        match self.globals.look(at.format).date {
            Some(shown) => {
                let moment = ExcelDateTime::new(number, ExcelDateTimeType::DateTime, self.globals.is_1904);
                value(&DataRef::DateTime(moment), || shown)
            }
            None => Value::Number(number),
        }
    }

    fn put(&mut self, at: At, value: Value) -> Result<(), ReadErrorKind> {
        let value = self.converted.shown(value, self.globals.look(at.format).font);
        if !value.is_empty() {
            *self.kept += 1;
            check(*self.kept, CELLS, Unit::Cells)?;
            self.rows.push(u32::from(at.row) + 1, at.column.into(), value);
        }
        Ok(())
    }
}

/// SOURCE: MS-XLS §2.5.217: two flags (hundredths, whole number), then thirty bits.
fn rk(bits: u32) -> f64 {
    let number = match bits & 2 {
        0 => f64::from_bits(u64::from(bits & !3) << 32),
        _ => f64::from(bits.cast_signed() >> 2),
    };
    if bits & 1 == 0 { number } else { number / 100.0 }
}

/// SOURCE: MS-XLS §2.5.10.
fn truth_or_error(value: u8, is_error: u8) -> Value {
    let error = match value {
        _ if is_error == 0 => return Value::Bool(value != 0),
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0f => "#VALUE!",
        0x17 => "#REF!",
        0x1d => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };
    Value::Error(error.into())
}

fn regions(body: &[u8]) -> impl Iterator<Item = Merge> {
    let region = |cells: &[u8]| {
        let number = |at| word(cells, at).map(u32::from);
        let (top, bottom, left, right) = (number(0)?, number(2)?, number(4)?, number(6)?);
        (top <= bottom && left <= right).then_some(Merge { top: top + 1, left, bottom: bottom + 1, right })
    };
    body.get(2..).unwrap_or_default().chunks_exact(8).filter_map(region)
}

fn hidden_columns(record: &Record<'_>) -> Option<(u32, u32)> {
    let (first, last, flags) = (record.word(0)?, record.word(2)?, record.word(8)?);
    (flags & 1 == 1 && first <= last).then_some((first.into(), last.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_numbers_are_whole_hundredths_or_rounded() {
        for (bits, number) in [(0x3ff0_0000, 1.0), (0x0000_0016, 5.0), (0x0000_0017, 0.05), (0xffff_fffa, -2.0)] {
            assert!((rk(bits) - number).abs() < 1e-12, "{bits:x}");
        }
    }
}
