//! The encoding of a text file: byte order mark → NUL pattern → strict UTF-8 → a single-byte page.
//!
//! It decides one encoding for the whole file, in one pass without keeping the file. TCVN3 and VNI are not told yet:
//! such files come out as windows-1252 with a finding that says so.

use super::compound::fill;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1258};
use std::io::{self, Read};

/// What was decided about a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) encoding: &'static Encoding,
    pub(crate) certainty: Certainty,
    /// Nothing but white space.
    pub(crate) is_blank: bool,
}

/// How the encoding is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Certainty {
    /// A mark, a pattern, or every byte is valid.
    Sure,
    /// UTF-8 but for this many bad sequences.
    Broken(u32),
    /// No valid UTF-8: a page was assumed.
    Assumed,
}

/// Reads the whole input once.
pub(crate) fn decide(mut input: impl Read) -> io::Result<Decision> {
    let mut block = vec![0; 64 << 10];
    let read = fill(&mut input, &mut block)?;
    let head = block.get(..read).unwrap_or_default();
    if let Some(encoding) = wide(head) {
        let is_blank = head.iter().all(|byte| matches!(byte, 0 | 0xff | 0xfe | b' ' | b'\t' | b'\r' | b'\n'));
        return Ok(Decision { encoding, certainty: Certainty::Sure, is_blank });
    }
    let mut census = Census::default();
    let mut length = read;
    while length > 0 {
        census.take(block.get(..length).unwrap_or_default());
        length = fill(&mut input, &mut block)?;
    }
    census.end();
    Ok(census.decision())
}

/// UTF-16 by its mark or by where its NULs stand.
fn wide(head: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return (encoding != UTF_8).then_some(encoding);
    }
    let sample = head.get(..head.len().min(4096))?;
    let nuls = |first: usize| sample.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let many = sample.len() / 8;
    match () {
        () if odd > many && odd > even * 4 => Some(UTF_16LE),
        () if even > many && even > odd * 4 => Some(UTF_16BE),
        () => None,
    }
}

/// Counts what speaks for and against UTF-8, block by block.
#[derive(Default)]
struct Census {
    /// Valid sequences of several bytes.
    sequences: u32,
    bad: u32,
    /// Letters followed by a byte that is a combining mark in windows-1258.
    marks: u32,
    has_ink: bool,
    /// The unfinished sequence at the end of the last block.
    carry: Vec<u8>,
}

impl Census {
    fn take(&mut self, block: &[u8]) {
        let is_space = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
        self.has_ink |= !block.strip_prefix(b"\xef\xbb\xbf").unwrap_or(block).iter().all(is_space);
        if block.is_ascii() && self.carry.is_empty() {
            return;
        }
        self.marks = self.marks.saturating_add(combining_marks(block));
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

    fn count_valid(&mut self, valid: &[u8]) {
        let starts = valid.iter().filter(|byte| **byte >= 0xc0).count();
        self.sequences = self.sequences.saturating_add(u32::try_from(starts).unwrap_or(u32::MAX));
    }

    fn end(&mut self) {
        self.bad = self.bad.saturating_add(u32::from(!self.carry.is_empty()));
    }

    fn decision(&self) -> Decision {
        let (encoding, certainty) = match self.bad {
            0 => (UTF_8, Certainty::Sure),
            // A page of single bytes hardly ever forms valid sequences; UTF-8 hardly ever breaks often.
            bad if self.sequences / 4 >= bad => (UTF_8, Certainty::Broken(bad)),
            bad if self.marks.saturating_mul(8) >= bad => (WINDOWS_1258, Certainty::Assumed),
            _ => (WINDOWS_1252, Certainty::Assumed),
        };
        Decision { encoding, certainty, is_blank: !self.has_ink }
    }
}

/// Vowels followed by a combining tone mark of windows-1258.
fn combining_marks(block: &[u8]) -> u32 {
    let is_vowel = |byte: u8| {
        byte.is_ascii_alphabetic() || matches!(byte, 0xc2 | 0xca | 0xd4 | 0xe2 | 0xea | 0xf4 | 0xe3 | 0xf5 | 0xfd)
    };
    let is_mark = |byte: u8| matches!(byte, 0xcc | 0xd2 | 0xde | 0xec | 0xf2);
    let pairs = block.windows(2).filter(|pair| matches!(pair, [a, b] if is_vowel(*a) && is_mark(*b)));
    u32::try_from(pairs.count()).unwrap_or(u32::MAX)
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
        let cases: Vec<(Vec<u8>, &'static Encoding, Certainty)> = vec![
            (text.into(), UTF_8, Certainty::Sure),
            (format!("\u{feff}{text}").into(), UTF_8, Certainty::Sure),
            (utf16(text, u16::to_le_bytes), UTF_16LE, Certainty::Sure),
            (utf16(text, u16::to_be_bytes), UTF_16BE, Certainty::Sure),
            (utf16(&format!("\u{feff}{text}"), u16::to_le_bytes), UTF_16LE, Certainty::Sure),
            (b"Ng\xe0y,X\xe3 A\n".to_vec(), WINDOWS_1252, Certainty::Assumed),
            (b"Nga\xccy,Xa\xde Tha\xf2nh L\xf4\xf2c\n".to_vec(), WINDOWS_1258, Certainty::Assumed),
            ([text.as_bytes(), b"\xff\n"].concat(), UTF_8, Certainty::Broken(1)),
        ];
        for (bytes, encoding, certainty) in cases {
            let decision = decide(bytes.as_slice()).unwrap();
            assert_eq!((decision.encoding, decision.certainty), (encoding, certainty), "{bytes:x?}");
            assert!(!decision.is_blank);
        }
    }

    #[test]
    fn a_letter_cut_by_the_end_of_a_block_is_not_bad() {
        let text = "a".repeat((64 << 10) - 1) + "ệ";
        assert_eq!(decide(text.as_bytes()).unwrap().certainty, Certainty::Sure);
    }

    #[test]
    fn white_space_in_any_encoding_is_blank() {
        for bytes in [&b" \r\n\t"[..], b"\xef\xbb\xbf \n", b"\xff\xfe \x00\n\x00", b""] {
            assert!(decide(bytes).unwrap().is_blank, "{bytes:x?}");
        }
    }
}
