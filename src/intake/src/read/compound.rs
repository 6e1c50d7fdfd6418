//! OLE compound files: which of the old containers it is, told by the names of its streams.
//!
//! It reads directory entries only, wherever they stand, and follows no chain of sectors: a damaged chain cannot make
//! it loop. `stream` reads one stream.

pub(crate) mod stream;

use domain::ReadErrorKind;
use std::io::{self, Read};

// SOURCE: MS-CFB §2.6.1: a directory entry has 128 bytes, the first 64 its name in UTF-16LE; sectors are multiples of it.
const ENTRY_BYTES: usize = 128;
const NAME_BYTES: usize = 64;

/// Why a compound file is not read; `None` = it holds a workbook.
pub(crate) fn refusal(input: impl Read) -> io::Result<Option<ReadErrorKind>> {
    let found = streams(input)?;
    let has = |stream| found.contains(&stream);
    if !has(Stream::Encrypted) && has(Stream::Workbook) {
        return Ok(None);
    }
    Ok(Some(if has(Stream::Encrypted) {
        ReadErrorKind::PasswordProtected
    } else if has(Stream::Document) {
        ReadErrorKind::NotASpreadsheet { looks_like: "doc".into() }
    } else if has(Stream::Slides) {
        ReadErrorKind::NotASpreadsheet { looks_like: "ppt".into() }
    } else {
        ReadErrorKind::NotASpreadsheet { looks_like: "ole".into() }
    }))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stream {
    Encrypted,
    Workbook,
    Document,
    Slides,
}

fn streams(mut input: impl Read) -> io::Result<Vec<Stream>> {
    let mut found = Vec::new();
    let mut block = vec![0; ENTRY_BYTES * 512];
    loop {
        let read = fill(&mut input, &mut block)?;
        let entries = block.get(..read).unwrap_or_default().chunks(ENTRY_BYTES);
        for stream in entries.filter_map(name).filter_map(|name| stream(&name)) {
            if !found.contains(&stream) {
                found.push(stream);
            }
        }
        if read < block.len() {
            return Ok(found);
        }
    }
}

fn stream(name: &str) -> Option<Stream> {
    match name {
        "EncryptedPackage" => Some(Stream::Encrypted),
        "Workbook" | "Book" => Some(Stream::Workbook),
        "WordDocument" => Some(Stream::Document),
        "PowerPoint Document" => Some(Stream::Slides),
        _ => None,
    }
}

fn name(entry: &[u8]) -> Option<String> {
    let units = entry.get(..NAME_BYTES)?.chunks_exact(2).map(|pair| match pair {
        [low, high] => u16::from_le_bytes([*low, *high]),
        _ => 0,
    });
    String::from_utf16(&units.take_while(|unit| *unit != 0).collect::<Vec<_>>()).ok()
}

/// Reads until the block is full or the input ends.
pub(crate) fn fill(input: &mut impl Read, block: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = block.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match input.read(rest) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compound(stream: &str) -> Vec<u8> {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.resize(512 + ENTRY_BYTES, 0);
        let mut entry: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(ENTRY_BYTES, 0);
        bytes.extend(entry);
        bytes
    }

    #[test]
    fn the_streams_tell_what_the_old_container_holds() {
        let other = |looks_like: &str| Some(ReadErrorKind::NotASpreadsheet { looks_like: looks_like.into() });
        let cases = [
            ("EncryptedPackage", Some(ReadErrorKind::PasswordProtected)),
            ("Workbook", None),
            ("Book", None),
            ("WordDocument", other("doc")),
            ("Workbooks", other("ole")),
        ];
        for (stream, expected) in cases {
            assert_eq!(refusal(compound(stream).as_slice()).unwrap(), expected, "{stream}");
        }
    }
}
