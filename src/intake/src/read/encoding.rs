//! The encoding of a text file: byte order mark → NUL pattern → strict UTF-8 → whichever old encoding makes Vietnamese
//! of it.
//!
//! It decides one encoding for the whole file, in one pass without keeping the file. What does not convince is asked,
//! not guessed.

mod decoder;
mod detect;
mod syllable;
mod tables;

use super::compound::fill;
pub(crate) use decoder::TextDecoder;
pub(crate) use decoder::decoded;
use detect::{Detected, PAGES, detect};
pub(crate) use detect::{Score, score};
use domain::{EncodingCertainty, EncodingInfo, EncodingPreview, FindingKind, TextEncoding};
use encoding_rs::{Encoding, UTF_8, UTF_16LE};
use std::io::{self, Read};

/// So many bytes of lines with letters beyond ASCII are looked at.
const SAMPLE_BYTES: usize = 64 << 10;
/// So many valid sequences of UTF-8, and nothing else, are proof.
const ENOUGH_SEQUENCES: u32 = 1 << 16;
/// Lines of a preview.
const PREVIEW_LINES: usize = 3;
/// Letters of a line of a preview.
const PREVIEW_LETTERS: usize = 120;

/// What was decided about a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) info: EncodingInfo,
    /// Nothing but white space.
    pub(crate) is_blank: bool,
}

impl Decision {
    /// What is to be said of it, and of so many sequences that are not valid in it.
    pub(crate) fn findings(&self, bad: u32) -> Vec<FindingKind> {
        let encoding = self.info.taken;
        let told = match self.info.certainty {
            EncodingCertainty::Sure | EncodingCertainty::Chosen => None,
            EncodingCertainty::Likely => Some(FindingKind::EncodingAssumed { encoding }),
            EncodingCertainty::Unsure => Some(FindingKind::EncodingUnsure { encoding }),
        };
        let bad = (bad > 0).then_some(FindingKind::BadBytes { count: bad });
        told.into_iter().chain(bad).collect()
    }
}

/// Reads as much of the input as settles it. What the user chose stands.
pub(crate) fn decide(mut input: impl Read, chosen: Option<TextEncoding>) -> io::Result<Decision> {
    let mut block = vec![0; SAMPLE_BYTES];
    let read = fill(&mut input, &mut block)?;
    let head = block.get(..read).unwrap_or_default();
    if let Some(encoding) = wide(head).filter(|_| chosen.is_none()) {
        let is_ink = |letter: char| !letter.is_ascii_whitespace() && letter != '\0';
        let is_blank = !decoded(encoding, head).contains(is_ink);
        let info = EncodingInfo { taken: encoding, certainty: EncodingCertainty::Sure, previews: Vec::new() };
        return Ok(Decision { info, is_blank });
    }
    let mut census = Census::default();
    let mut length = read;
    while length > 0 && !census.is_settled() {
        census.take(block.get(..length).unwrap_or_default());
        length = fill(&mut input, &mut block)?;
    }
    census.end();
    Ok(census.decision(chosen))
}

/// UTF-16 by its mark or by where its NULs stand.
fn wide(head: &[u8]) -> Option<TextEncoding> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        let utf16 = if encoding == UTF_16LE { TextEncoding::Utf16Le } else { TextEncoding::Utf16Be };
        return (encoding != UTF_8).then_some(utf16);
    }
    let sample = head.get(..head.len().min(4096))?;
    let nuls = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let many = sample.len() / 8;
    match () {
        () if odd > many && odd > even * 4 => Some(TextEncoding::Utf16Le),
        () if even > many && even > odd * 4 => Some(TextEncoding::Utf16Be),
        () => None,
    }
}

/// Counts what speaks for and against UTF-8, block by block.
#[derive(Default)]
struct Census {
    /// Valid sequences of several bytes.
    sequences: u32,
    bad: u32,
    has_ink: bool,
    /// The unfinished sequence at the end of the last block.
    carry: Vec<u8>,
    /// Lines with bytes beyond ASCII.
    lines: Vec<u8>,
}

impl Census {
    fn take(&mut self, block: &[u8]) {
        let is_space = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
        self.has_ink |= !block.strip_prefix(b"\xef\xbb\xbf").unwrap_or(block).iter().all(is_space);
        if block.is_ascii() && self.carry.is_empty() {
            return;
        }
        self.keep_lines(block);
        let mut bytes = std::mem::take(&mut self.carry);
        bytes.extend_from_slice(block);
        let mut rest = bytes.as_slice();
        loop {
            let Err(error) = std::str::from_utf8(rest) else {
                self.count_valid(rest);
                return;
            };
            let (valid, invalid) = rest.split_at_checked(error.valid_up_to()).unwrap_or((rest, &[]));
            self.count_valid(valid);
            let Some(length) = error.error_len() else {
                self.carry = invalid.to_vec();
                return;
            };
            self.bad = self.bad.saturating_add(1);
            rest = invalid.get(length..).unwrap_or_default();
        }
    }

    /// No old encoding forms so many valid sequences and no other; what is bad further on is counted while it is read.
    fn is_settled(&self) -> bool {
        self.bad == 0 && self.sequences >= ENOUGH_SEQUENCES
    }

    fn count_valid(&mut self, valid: &[u8]) {
        let starts = valid.iter().filter(|byte| **byte >= 0xc0).count();
        self.sequences = self.sequences.saturating_add(u32::try_from(starts).unwrap_or(u32::MAX));
    }

    fn end(&mut self) {
        self.bad = self.bad.saturating_add(u32::from(!self.carry.is_empty()));
    }

    fn keep_lines(&mut self, block: &[u8]) {
        let lines = block.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
        for line in lines {
            if self.lines.len() >= SAMPLE_BYTES {
                return;
            }
            self.lines.extend_from_slice(line);
        }
    }

    fn decision(self, chosen: Option<TextEncoding>) -> Decision {
        let (taken, certainty) = match chosen {
            Some(encoding) => (encoding, EncodingCertainty::Chosen),
            None => self.guess(),
        };
        let previews = match certainty {
            EncodingCertainty::Sure => Vec::new(),
            _ => previews(taken, &self.lines),
        };
        Decision { info: EncodingInfo { taken, certainty, previews }, is_blank: !self.has_ink }
    }

    fn guess(&self) -> (TextEncoding, EncodingCertainty) {
        // A page of single bytes hardly ever forms valid sequences; UTF-8 hardly ever breaks often.
        match self.bad {
            bad if self.sequences / 4 >= bad => (TextEncoding::Utf8, EncodingCertainty::Sure),
            _ => match detect(&self.lines) {
                Detected::Surely(encoding) => (encoding, EncodingCertainty::Likely),
                Detected::Perhaps(encoding) => (encoding, EncodingCertainty::Unsure),
            },
        }
    }
}

/// The same lines in the encoding taken and in every other that may be meant.
fn previews(taken: TextEncoding, lines: &[u8]) -> Vec<EncodingPreview> {
    let others = PAGES.into_iter().chain([TextEncoding::Utf8]).filter(|encoding| *encoding != taken);
    let preview = |encoding| EncodingPreview { encoding, lines: preview_lines(&decoded(encoding, lines)) };
    if lines.is_empty() { Vec::new() } else { std::iter::once(taken).chain(others).map(preview).collect() }
}

fn preview_lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.take(PREVIEW_LINES).map(|line| line.chars().take(PREVIEW_LETTERS).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_encoding_is_told() {
        let text = "STT,Đơn vị,Ngày tổ chức\n1,Xã Thạnh Lộc,08/3/2024\n";
        use EncodingCertainty::{Likely, Sure};
        use TextEncoding::{Utf8, Utf16Be, Utf16Le, Windows1252, Windows1258};
        let cases: Vec<(Vec<u8>, TextEncoding, EncodingCertainty)> = vec![
            (text.into(), Utf8, Sure),
            (format!("\u{feff}{text}").into(), Utf8, Sure),
            (utf16(text, u16::to_le_bytes), Utf16Le, Sure),
            (utf16(text, u16::to_be_bytes), Utf16Be, Sure),
            (utf16(&format!("\u{feff}{text}"), u16::to_le_bytes), Utf16Le, Sure),
            (b"Ng\xe0y,X\xe3 A\n".to_vec(), Windows1252, Likely),
            (b"Nga\xccy,Xa\xde Tha\xf2nh L\xf4\xf2c\n".to_vec(), Windows1258, Likely),
            ([text.as_bytes(), b"\xff\n"].concat(), Utf8, Sure),
        ];
        for (bytes, encoding, certainty) in cases {
            let decision = decide(bytes.as_slice(), None).unwrap();
            assert_eq!((decision.info.taken, decision.info.certainty), (encoding, certainty), "{bytes:x?}");
            assert!(!decision.is_blank);
        }
    }

    #[test]
    fn a_letter_cut_by_the_end_of_a_block_is_not_bad() {
        let text = "a".repeat((64 << 10) - 1) + "ệ";
        let (first, last) = text.as_bytes().split_at(64 << 10);
        let mut decoder = TextDecoder::new(TextEncoding::Utf8);
        let mut out = String::with_capacity(128 << 10);
        decoder.decode(first, &mut out, false);
        decoder.decode(last, &mut out, true);
        assert_eq!((out, decoder.bad()), (text, 0));
    }

    #[test]
    fn bad_sequences_are_counted_and_replacement_letters_that_stand_there_are_not() {
        let mut decoder = TextDecoder::new(TextEncoding::Utf8);
        let mut out = String::with_capacity(100);
        decoder.decode("a\u{fffd}b".as_bytes(), &mut out, false);
        decoder.decode(b"\xff\xe1\xbb|\xef\xbf\xbd", &mut out, true);
        assert_eq!((out.as_str(), decoder.bad()), ("a\u{fffd}b\u{fffd}\u{fffd}|\u{fffd}", 2));
    }

    #[test]
    fn enough_proof_ends_the_search() {
        let text = "Xã Thạnh Lộc\n".repeat(40_000);
        let mut bytes = text.as_bytes();
        let decision = decide(&mut bytes, None).unwrap();
        assert_eq!((decision.info.taken, decision.info.certainty), (TextEncoding::Utf8, EncodingCertainty::Sure));
        assert!(!bytes.is_empty() && bytes.len() < text.len() / 2 + (64 << 10), "{} bytes are left", bytes.len());
    }

    #[test]
    fn a_letter_is_ink_in_any_encoding() {
        for text in ["ÿ", "þ", "a"] {
            let wide = utf16(&format!("\u{feff}{text}"), u16::to_le_bytes);
            assert!(!decide(wide.as_slice(), None).unwrap().is_blank, "{text}");
            assert!(!decide(text.as_bytes(), None).unwrap().is_blank, "{text}");
        }
    }

    #[test]
    fn white_space_in_any_encoding_is_blank() {
        for bytes in [&b" \r\n\t\x0c"[..], b"\xef\xbb\xbf \n", b"\xff\xfe \x00\n\x00\x0c\x00", b""] {
            assert!(decide(bytes, None).unwrap().is_blank, "{bytes:x?}");
        }
    }
}
