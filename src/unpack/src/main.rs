//! Unpacks what the build packed with LZMA.
//!
//! Browsers unpack gzip by themselves; LZMA makes the engine a third smaller still and is unpacked by these two
//! kilobytes, in the worker, before the engine starts. It decides nothing and uses nothing.

mod coder;

use coder::Coder;
use wasm_bindgen::prelude::*;

/// Nothing starts by itself.
fn main() {}

/// The plain bytes of `packed`: their count in four bytes, the lowest first, and a raw LZMA stream with `lc` 3, `lp` 0 and
/// `pb` 0. `None` = it is no such thing, or broken off.
#[wasm_bindgen]
#[must_use]
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let (size, stream) = packed.split_first_chunk::<4>()?;
    let size = usize::try_from(u32::from_le_bytes(*size)).ok()?;
    Coder::new(stream)?.plain(size)
}

#[cfg(test)]
mod tests {
    use super::*;
    use lzma_rust2::{LzmaOptions, LzmaWriter};
    use std::io::Write;

    /// As the build packs.
    fn packed(plain: &[u8]) -> Vec<u8> {
        let options = LzmaOptions { lc: 3, lp: 0, pb: 0, dict_size: 1 << 20, ..LzmaOptions::with_preset(9) };
        let size = u32::try_from(plain.len()).unwrap().to_le_bytes().to_vec();
        let mut writer = LzmaWriter::new_no_header(size, &options, false).unwrap();
        writer.write_all(plain).unwrap();
        writer.finish().unwrap()
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
        for plain in [Vec::new(), vec![0], bytes(5, 256), vec![9; 100_000], bytes(20_000, 256), long, far, rust] {
            assert_eq!(unpack(&packed(&plain)).as_deref(), Some(&*plain), "{} bytes", plain.len());
        }
    }

    #[test]
    fn what_is_broken_off_or_no_stream_is_refused() {
        let whole = packed(&bytes(2_000, 200));
        assert_eq!(unpack(&whole[..whole.len() / 2]), None);
        assert_eq!(unpack(b"abc"), None);
        assert_eq!(unpack(b"\x05\0\0\0\xffabcdefgh"), None);
        // A stream that points before its own beginning.
        assert_eq!(unpack(&[9, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]), None);
    }
}
