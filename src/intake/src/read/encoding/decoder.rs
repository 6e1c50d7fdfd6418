//! Bytes → UTF-8 in pieces, for every encoding that is read. A piece may end anywhere.

use super::tables::{Page, TCVN3, VISCII, VNI_LETTERS, VNI_PAIRS};
use domain::TextEncoding;
use encoding_rs::{CoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};

/// Room that is kept free: for one more step (a letter and the vowel before it), and for what the end of a file adds.
const ROOM_BYTES: usize = 16;

/// Decodes one file, piece by piece.
pub(crate) struct TextDecoder {
    inner: Inner,
    encoding: TextEncoding,
    bad: u32,
}

enum Inner {
    Library(encoding_rs::Decoder),
    Page(&'static Page),
    Vni(Vni),
}

/// How far one call came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// Bytes taken.
    pub(crate) used: usize,
    /// All bytes are taken; otherwise the output is full.
    pub(crate) is_done: bool,
}

impl TextDecoder {
    pub(crate) fn new(encoding: TextEncoding) -> Self {
        let inner = match encoding {
            TextEncoding::Tcvn3 => Inner::Page(&TCVN3),
            TextEncoding::Viscii => Inner::Page(&VISCII),
            TextEncoding::Vni => Inner::Vni(Vni::default()),
            TextEncoding::Utf8 => Inner::library(UTF_8),
            TextEncoding::Utf16Le => Inner::library(UTF_16LE),
            TextEncoding::Utf16Be => Inner::library(UTF_16BE),
            TextEncoding::Windows1258 => Inner::library(WINDOWS_1258),
            TextEncoding::Windows1252 => Inner::library(WINDOWS_1252),
        };
        Self { inner, encoding, bad: 0 }
    }

    /// Sequences so far that are not valid UTF-8, if that is the encoding; each became U+FFFD.
    pub(crate) fn bad(&self) -> u32 {
        self.bad
    }

    /// Decodes as much of `bytes` as `out` has room for without growing. `is_last`: nothing comes after them.
    pub(crate) fn decode(&mut self, bytes: &[u8], out: &mut String, is_last: bool) -> Step {
        match &mut self.inner {
            Inner::Library(decoder) => {
                let before = out.len();
                let (result, used, has_bad) = decoder.decode_to_string(bytes, out, is_last);
                if has_bad && self.encoding == TextEncoding::Utf8 {
                    let own = bytes.get(..used).unwrap_or_default().windows(3).filter(|bytes| bytes == b"\xef\xbf\xbd");
                    let all = out.get(before..).unwrap_or_default().matches('\u{fffd}');
                    let bad = all.count().saturating_sub(own.count());
                    self.bad = self.bad.saturating_add(u32::try_from(bad).unwrap_or(u32::MAX));
                }
                Step { used, is_done: result == CoderResult::InputEmpty }
            }
            Inner::Page(page) => by_letters(bytes, out, |byte, put| put(page.letter(byte))),
            Inner::Vni(vni) => {
                let step = by_letters(bytes, out, |byte, put| vni.take(byte, put));
                if is_last && step.is_done {
                    vni.end(&mut |letter| out.push(letter));
                }
                step
            }
        }
    }
}

impl Inner {
    fn library(encoding: &'static Encoding) -> Self {
        Self::Library(encoding.new_decoder_with_bom_removal())
    }
}

/// All of `bytes`, decoded at once.
pub(crate) fn decoded(encoding: TextEncoding, bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 3 + ROOM_BYTES);
    TextDecoder::new(encoding).decode(bytes, &mut out, true);
    out
}

fn by_letters(bytes: &[u8], out: &mut String, mut each: impl FnMut(u8, &mut dyn FnMut(char))) -> Step {
    for (used, byte) in bytes.iter().enumerate() {
        if out.capacity() < out.len() + ROOM_BYTES {
            return Step { used, is_done: false };
        }
        each(*byte, &mut |letter| out.push(letter));
    }
    Step { used: bytes.len(), is_done: true }
}

/// VNI: a vowel waits for the mark that may follow it.
#[derive(Default)]
struct Vni {
    vowel: Option<char>,
}

impl Vni {
    fn take(&mut self, byte: u8, put: &mut dyn FnMut(char)) {
        let letter = windows_1252(byte);
        if let Some(vowel) = self.vowel.take() {
            if let Some(marked) = marked(vowel, letter) {
                return put(marked);
            }
            put(alone(vowel));
        }
        if VNI_PAIRS.iter().any(|(vowel, ..)| *vowel == lower(letter)) {
            self.vowel = Some(letter);
        } else {
            put(alone(letter));
        }
    }

    fn end(&mut self, put: &mut dyn FnMut(char)) {
        self.vowel.take().map(alone).into_iter().for_each(put);
    }
}

/// The mark may be a capital beside a small vowel: only the vowel tells.
fn marked(vowel: char, mark: char) -> Option<char> {
    let (small, mark) = (lower(vowel), lower(mark));
    let pair = VNI_PAIRS.iter().find(|(of, with, _)| *of == small && *with == mark);
    pair.map(|(_, _, letter)| cased_like(vowel, *letter))
}

fn alone(letter: char) -> char {
    let small = lower(letter);
    let found = VNI_LETTERS.iter().find(|(from, _)| *from == small);
    found.map_or(letter, |(_, to)| cased_like(letter, *to))
}

fn cased_like(like: char, letter: char) -> char {
    if like.is_uppercase() { letter.to_uppercase().next().unwrap_or(letter) } else { letter }
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// A byte of windows-1252. Control bytes of its upper half never stand in a table of VNI.
fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_encodings_become_letters() {
        let cases: [(TextEncoding, &[u8], &str); 5] = [
            (
                TextEncoding::Tcvn3,
                b"\xa7\xacn v\xde b\xb8o c\xb8o: X\xb7 M\xfc Ph\xad\xedc",
                "Đơn vị báo cáo: Xã Mỹ Phước",
            ),
            (
                TextEncoding::Vni,
                b"\xd1\xf4n v\xf2 ba\xf9o ca\xf9o: Xa\xf5 My\xf5 Ph\xf6\xf4\xf9c",
                "Đơn vị báo cáo: Xã Mỹ Phước",
            ),
            (TextEncoding::Vni, b"TH\xd4\xd8 VI\xc4\xd9, A\xd8, aN, y", "THỜ VIÄÙ, À, aN, y"),
            (
                TextEncoding::Viscii,
                b"\xd0\xbdn v\xb8 b\xe1o c\xe1o: X\xe3 M\xdb Ph\xdf\xbec",
                "Đơn vị báo cáo: Xã Mỹ Phước",
            ),
            (TextEncoding::Windows1252, b"Caf\xe9", "Café"),
        ];
        for (encoding, bytes, text) in cases {
            assert_eq!(decoded(encoding, bytes), text, "{encoding:?}");
        }
    }

    #[test]
    fn pieces_of_any_size_give_the_same_text() {
        let bytes = b"\xd1\xf4n v\xf2 ba\xf9o ca\xf9o: Xa\xf5 My\xf5 Ph\xf6\xf4\xf9c, \xe2 o";
        for encoding in TextEncoding::ALL {
            let whole = decoded(encoding, bytes);
            for size in 1..bytes.len() {
                let mut decoder = TextDecoder::new(encoding);
                let mut text = String::new();
                let mut chunks = bytes.chunks(size).peekable();
                while let Some(mut chunk) = chunks.next() {
                    let is_last = chunks.peek().is_none();
                    loop {
                        let mut out = String::with_capacity(20);
                        let step = decoder.decode(chunk, &mut out, is_last);
                        text.push_str(&out);
                        chunk = &chunk[step.used..];
                        if step.is_done {
                            break;
                        }
                    }
                }
                assert_eq!(text, whole, "{encoding:?} in pieces of {size}");
            }
        }
    }
}
