//! Unpacks what the build packed with LZMA.
//!
//! Browsers unpack gzip by themselves; LZMA makes the engine a third smaller still and is unpacked by these two
//! kilobytes, in the worker, before the engine starts. It decides nothing and uses nothing.

mod coder;

use coder::{Coder, Context};
use wasm_bindgen::prelude::*;

/// Nothing starts by itself.
fn main() {}

/// The plain bytes of `packed`: parts, one after the other. `None` = it is no such thing, or broken off.
///
/// A part is the count of its plain bytes, the count of its packed ones (four bytes each, the lowest first), a byte with `lc`
/// in its lower half and `lp` in its upper, and a raw LZMA stream with `pb` 0 whose dictionary is all that came before.
#[wasm_bindgen]
#[must_use]
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (mut plain, mut rest) = (Vec::new(), packed);
    while !rest.is_empty() {
        let (size, after) = count(rest)?;
        let (length, after) = count(after)?;
        let (context, after) = after.split_first()?;
        let stream = after.get(..length)?;
        rest = after.get(length..)?;
        plain.reserve_exact(size);
        Coder::new(stream, Context::of(*context)?)?.go_on(&mut plain, size)?;
    }
    Some(plain)
}

fn count(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (count, rest) = bytes.split_first_chunk::<4>()?;
    Some((usize::try_from(u32::from_le_bytes(*count)).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use lzma_rust2::{LzmaOptions, LzmaWriter};
    use std::io::Write;

    /// A part as the build packs it, after what stands `before`.
    fn part(before: &[u8], plain: &[u8], (lc, lp): (u8, u8)) -> Vec<u8> {
        let options = LzmaOptions {
            lc: lc.into(),
            lp: lp.into(),
            pb: 0,
            dict_size: 1 << 20,
            preset_dict: (!before.is_empty()).then(|| before.to_vec()),
            ..LzmaOptions::with_preset(9)
        };
        let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false).unwrap();
        writer.write_all(plain).unwrap();
        let stream = writer.finish().unwrap();
        let counts = [plain.len(), stream.len()].map(|count| u32::try_from(count).unwrap().to_le_bytes());
        [counts.as_flattened(), &[lc | lp << 4], &stream].concat()
    }

    fn packed(plain: &[u8]) -> Vec<u8> {
        part(&[], plain, (3, 0))
    }

    /// Bytes of a small generator, as `spread` as is wished: the smaller, the more repetition.
    fn bytes(count: usize, spread: u32) -> Vec<u8> {
        let mut state = 7_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            u8::try_from((state >> 16) % spread).unwrap()
        };
        (0..count).map(|_| next()).collect()
    }

    #[test]
    fn what_was_packed_comes_back() {
        let long = [bytes(70_000, 3), bytes(300, 256), bytes(70_000, 3)].concat();
        let far = [bytes(300_000, 256), bytes(5_000, 256)].concat();
        let rust = include_bytes!("coder.rs").repeat(3);
        assert_eq!(unpack(b""), Some(Vec::new()));
        for plain in [Vec::new(), vec![0], bytes(5, 256), vec![9; 100_000], bytes(20_000, 256), long, far, rust] {
            assert_eq!(unpack(&packed(&plain)).as_deref(), Some(&*plain), "{} bytes", plain.len());
        }
    }

    #[test]
    fn parts_follow_each_other_and_know_what_came_before() {
        let (first, second) = (bytes(4_001, 250), bytes(9_000, 90));
        for context in [(0, 1), (0, 0), (2, 1), (1, 2), (3, 0)] {
            let again = [second.as_slice(), &first].concat();
            let all = [packed(&first), part(&first, &again, context)].concat();
            assert!(all.len() < packed(&first).len() + packed(&second).len() + 50, "the first part came again");
            assert_eq!(unpack(&all), Some([first.as_slice(), &again].concat()), "{context:?}");
            assert_eq!(unpack(&all[..all.len() - 9]), None);
        }
    }

    #[test]
    fn what_is_broken_off_or_no_stream_is_refused() {
        let whole = packed(&bytes(2_000, 200));
        assert_eq!(unpack(&whole[..whole.len() / 2]), None);
        assert_eq!(unpack(b"abc"), None);
        assert_eq!(unpack(b"\x05\0\0\0\x09\0\0\0\x03\xffabcdefgh"), None);
        // More bits of context than there is room for.
        assert_eq!(unpack(b"\x05\0\0\0\x09\0\0\0\x22\0abcdefgh"), None);
        // A stream that points before its own beginning.
        assert_eq!(unpack(&[9, 0, 0, 0, 9, 0, 0, 0, 3, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
    }
}
