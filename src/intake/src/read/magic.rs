//! The container, told by its first bytes and never by the file's name.
//!
//! It decides what kind of file this is. It does not open packages or compound files.

/// How many first bytes are looked at.
pub(crate) const HEAD_BYTES: usize = 8192;

/// What the first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A ZIP package: XLSX, ODS, DOCX … : its directory tells.
    Zip,
    /// An OLE compound file: XLS, DOC, or a package behind a password.
    Compound,
    /// A table of a web page.
    Html,
    /// The XML of Excel 2003.
    SpreadsheetMl,
    /// A spreadsheet in a form that is not read.
    Unsupported(&'static str),
    /// No spreadsheet at all.
    Other(&'static str),
    /// Text in some encoding.
    Text,
}

/// Looks at the first bytes.
pub(crate) fn container(head: &[u8]) -> Container {
    SIGNATURES
        .iter()
        .find(|(magic, _)| head.starts_with(magic))
        .map(|(_, container)| *container)
        .or_else(|| media(head))
        .or_else(|| markup(head))
        .or_else(|| is_binary(head).then_some(Container::Other("binary")))
        .unwrap_or(Container::Text)
}

const SIGNATURES: &[(&[u8], Container)] = &[
    (b"PK\x03\x04", Container::Zip),
    (b"PK\x05\x06", Container::Zip),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Container::Compound),
    (b"\x09\x08\x10\x00", Container::Unsupported("xls")),
    (b"\x09\x08\x08\x00", Container::Unsupported("xls")),
    (b"\x89PNG\r\n\x1a\n", Container::Other("png")),
    (b"\xff\xd8\xff", Container::Other("jpeg")),
    (b"GIF87a", Container::Other("gif")),
    (b"GIF89a", Container::Other("gif")),
    (b"II*\x00", Container::Other("tiff")),
    (b"MM\x00*", Container::Other("tiff")),
    (b"%PDF-", Container::Other("pdf")),
    (b"{\\rtf", Container::Other("rtf")),
    (b"Rar!\x1a\x07", Container::Other("rar")),
    (b"7z\xbc\xaf\x27\x1c", Container::Other("7z")),
    (b"\x1f\x8b", Container::Other("gzip")),
    (b"BZh", Container::Other("bzip2")),
    (b"\xfd7zXZ\x00", Container::Other("xz")),
    (b"\x28\xb5\x2f\xfd", Container::Other("zstd")),
    (b"MZ\x90\x00", Container::Other("exe")),
    (b"\x7fELF", Container::Other("elf")),
    (b"ID3", Container::Other("mp3")),
    (b"OggS", Container::Other("ogg")),
    (b"SQLite format 3\x00", Container::Other("sqlite")),
    (b"PAR1", Container::Other("parquet")),
    (b"ARROW1", Container::Other("arrow")),
    (b"\x00asm", Container::Other("wasm")),
];

/// Forms whose mark does not stand at the start.
fn media(head: &[u8]) -> Option<Container> {
    match (head.get(..4), head.get(4..8), head.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some(Container::Other("webp")),
        (Some(b"RIFF"), _, Some(_)) => Some(Container::Other("riff")),
        (_, Some(b"ftyp"), Some(b"heic" | b"heix" | b"mif1")) => Some(Container::Other("heic")),
        (_, Some(b"ftyp"), _) => Some(Container::Other("mp4")),
        (Some([b'B', b'M', ..]), Some([_, _, 0, 0]), _) => Some(Container::Other("bmp")),
        _ => None,
    }
}

/// HTML and XML saved under a spreadsheet's name.
fn markup(head: &[u8]) -> Option<Container> {
    let text = String::from_utf8_lossy(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head)).to_ascii_lowercase();
    let start = text.trim_start();
    let is_html = ["<html", "<!doctype html", "<table"].iter().any(|tag| start.starts_with(tag));
    match () {
        () if start.starts_with("<?xml") && text.contains("excel.sheet") => Some(Container::SpreadsheetMl),
        // The table may stand behind pages of styles.
        () if is_html || (start.starts_with('<') && text.contains("<table")) => Some(Container::Html),
        () if start.starts_with("<?xml") || start.starts_with("<svg") => Some(Container::Other("xml")),
        () => None,
    }
}

/// Control characters that no text in any encoding has. NUL is left to the encoding: UTF-16 is full of it.
fn is_binary(head: &[u8]) -> bool {
    let controls = head.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31)).count();
    !has_wide_mark(head) && controls * 20 > head.len()
}

fn has_wide_mark(head: &[u8]) -> bool {
    head.starts_with(b"\xff\xfe")
        || head.starts_with(b"\xfe\xff")
        || head.iter().filter(|byte| **byte == 0).count() * 8 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_tell_the_container() {
        let cases: &[(&[u8], Container)] = &[
            (b"PK\x03\x04rest", Container::Zip),
            (b"\x89PNG\r\n\x1a\n", Container::Other("png")),
            (b"%PDF-1.7", Container::Other("pdf")),
            (b"RIFF....WEBP", Container::Other("webp")),
            (b"....ftypheic", Container::Other("heic")),
            (b" <html><body><table>", Container::Html),
            (b"<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>", Container::SpreadsheetMl),
            (b"PK,name\n", Container::Text),
            (b"BM,1,2,3,4\n", Container::Text),
            ("Đơn vị,Ngày\n".as_bytes(), Container::Text),
            (b"\x01\x02\x03\x04", Container::Other("binary")),
            (b"a\x00,\x00b\x00", Container::Text),
        ];
        for (head, expected) in cases {
            assert_eq!(container(head), *expected, "{}", String::from_utf8_lossy(head));
        }
    }
}
