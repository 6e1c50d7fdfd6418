//! Texts of BIFF: of one or two bytes a letter, cut by continuations at any letter.

use super::records::word;
use crate::read::encoding::decoded;
use domain::TextEncoding;

/// What a workbook's texts are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// BIFF8: a byte before the letters says how many bytes each takes.
    Unicode,
    /// BIFF5: bytes of a page.
    Page(TextEncoding),
}

impl Letters {
    /// A text with one byte of length.
    pub(super) fn short(self, body: &[u8], at: usize) -> Option<String> {
        let length = usize::from(*body.get(at)?);
        self.plain(body.get(at + 1..)?, length)
    }

    /// A text with two bytes of length.
    pub(super) fn long(self, pieces: &[&[u8]]) -> Option<String> {
        let mut cursor = Cursor::new(pieces);
        let length = usize::from(cursor.word()?);
        match self {
            Self::Unicode => cursor.text(length),
            Self::Page(page) => Some(decoded(page, &cursor.bytes(length))),
        }
    }

    fn plain(self, bytes: &[u8], length: usize) -> Option<String> {
        match self {
            Self::Unicode => Cursor::new(&[bytes]).text(length),
            Self::Page(page) => Some(decoded(page, bytes.get(..length)?)),
        }
    }
}

/// The table of shared texts: those that are whole.
pub(super) fn shared(pieces: &[&[u8]]) -> Vec<String> {
    let mut cursor = Cursor::new(pieces);
    // How many texts there are is counted, not believed.
    let _ = (cursor.word(), cursor.word(), cursor.word(), cursor.word());
    std::iter::from_fn(|| cursor.rich_text()).collect()
}

/// Walks over pieces.
struct Cursor<'p> {
    pieces: &'p [&'p [u8]],
    rest: &'p [u8],
}

impl<'p> Cursor<'p> {
    fn new(pieces: &'p [&'p [u8]]) -> Self {
        let (first, pieces) = pieces.split_first().map_or((&[][..], pieces), |(first, pieces)| (*first, pieces));
        Self { pieces, rest: first }
    }

    fn next_piece(&mut self) -> Option<()> {
        let (first, pieces) = self.pieces.split_first()?;
        (self.rest, self.pieces) = (first, pieces);
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        while self.rest.is_empty() {
            self.next_piece()?;
        }
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn bytes(&mut self, length: usize) -> Vec<u8> {
        (0..length).map_while(|_| self.byte()).collect()
    }

    fn skip(&mut self, mut length: usize) -> Option<()> {
        while length > self.rest.len() {
            length -= self.rest.len();
            self.next_piece()?;
        }
        self.rest = self.rest.get(length..)?;
        Some(())
    }

    /// Length, flags, runs of fonts and phonetics, letters.
    // SOURCE: MS-XLS §2.5.293 XLUnicodeRichExtendedString.
    fn rich_text(&mut self) -> Option<String> {
        let length = usize::from(self.word()?);
        let flags = self.byte()?;
        let runs = if flags & 8 != 0 { usize::from(self.word()?) } else { 0 };
        let phonetic = match flags & 4 {
            0 => 0,
            _ => usize::from(self.word()?) | usize::from(self.word()?) << 16,
        };
        let text = self.letters(length, flags)?;
        self.skip(runs * 4 + phonetic)?;
        Some(text)
    }

    /// Flags and letters.
    fn text(&mut self, length: usize) -> Option<String> {
        let flags = self.byte()?;
        self.letters(length, flags)
    }

    /// A continuation says anew how many bytes a letter takes.
    fn letters(&mut self, length: usize, mut flags: u8) -> Option<String> {
        let mut units: Vec<u16> = Vec::with_capacity(length.min(1 << 15));
        while units.len() < length {
            if self.rest.is_empty() {
                self.next_piece()?;
                flags = self.byte()?;
            }
            let left = length - units.len();
            if flags & 1 == 0 {
                let taken = left.min(self.rest.len());
                units.extend(self.rest.iter().take(taken).map(|byte| u16::from(*byte)));
                self.rest = self.rest.get(taken..)?;
            } else {
                let taken = left.min(self.rest.len() / 2);
                units.extend((0..taken).filter_map(|unit| word(self.rest, unit * 2)));
                // Half a letter before a continuation is damage; it is left out.
                self.rest = if taken == 0 { &[] } else { self.rest.get(taken * 2..)? };
            }
        }
        Some(String::from_utf16_lossy(&units))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_on_in_another_width_behind_a_cut() {
        let first = b"\x02\0\0\0\x02\0\0\0\x05\0\0Xa".as_slice();
        let second = b"\x01 \0B\0\xd9\x1e\x02\0\x08\x01\0ok\0\0\0\0".as_slice();
        assert_eq!(shared(&[first, second]), ["Xa Bộ", "ok"]);
        assert_eq!(shared(&[first]), [] as [String; 0]);
    }

    #[test]
    fn a_page_of_bytes_is_decoded() {
        let page = Letters::Page(TextEncoding::Windows1258);
        assert_eq!(page.long(&[b"\x03\0X\xe3n"]).as_deref(), Some("Xăn"));
        assert_eq!(Letters::Unicode.short(b"\x02\0ab", 0).as_deref(), Some("ab"));
        assert_eq!(Letters::Unicode.short(b"\x09\0ab", 0), None);
    }
}
