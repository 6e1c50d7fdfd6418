//! The floor of reading a CSV: fields found, nothing kept.

use crate::made_up::count;
use csv_core::{ReadRecordResult, Reader};
use std::io::{Read, Result};

/// Records and fields.
pub(crate) fn split(mut input: impl Read) -> Result<[u32; 2]> {
    let mut reader = Reader::new();
    let mut block = vec![0; 64 << 10];
    let mut text = vec![0; 64 << 10];
    let mut ends = vec![0; 256];
    let (mut records, mut fields) = (0, 0);
    loop {
        let read = input.read(&mut block)?;
        let mut rest = block.get(..read).unwrap_or_default();
        loop {
            // To the reader, no bytes are the end of the file.
            if rest.is_empty() && read > 0 {
                break;
            }
            let (result, used, _, ended) = reader.read_record(rest, &mut text, &mut ends);
            rest = rest.get(used..).unwrap_or_default();
            fields += count(ended);
            match result {
                ReadRecordResult::Record => records += 1,
                ReadRecordResult::End => return Ok([records, fields]),
                // The text is not wanted: what is full is written over.
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {}
                ReadRecordResult::InputEmpty => break,
            }
        }
    }
}
