//! `Read + Seek` over a `Blob`, inside a worker, so that readers written for files run on it unchanged.

use js_sys::Uint8Array;
use std::cell::Cell;
use std::io::{Error, Read, Result, Seek, SeekFrom};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, DomException, FileReaderSync};

/// Bytes asked of the browser at a time.
const CHUNK: u64 = 1 << 20;

/// A `Blob` as a file.
pub(crate) struct BlobReader {
    blob: Blob,
    reader: FileReaderSync,
    size: u64,
    position: u64,
    chunk: Vec<u8>,
    chunk_start: u64,
    lost: Rc<Cell<bool>>,
}

/// Was a file changed, moved or deleted on the disk since it was chosen? The browser then refuses to read on.
#[derive(Clone)]
pub(crate) struct Lost(Rc<Cell<bool>>);

impl Lost {
    /// So it is.
    pub(crate) fn is_lost(&self) -> bool {
        self.0.get()
    }
}

impl BlobReader {
    /// Opens `blob`; fails only where `FileReaderSync` does not exist (outside a worker).
    pub(crate) fn new(blob: Blob) -> Result<Self> {
        let size = to_u64(blob.size());
        let reader = FileReaderSync::new().map_err(|error| io_error(&error))?;
        Ok(Self { blob, reader, size, position: 0, chunk: Vec::new(), chunk_start: 0, lost: Rc::default() })
    }

    /// Tells later whether the file was lost while it was read.
    pub(crate) fn lost(&self) -> Lost {
        Lost(Rc::clone(&self.lost))
    }

    /// Number of bytes.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    fn rest_of_chunk(&self) -> &[u8] {
        self.position
            .checked_sub(self.chunk_start)
            .and_then(|offset| usize::try_from(offset).ok())
            .and_then(|offset| self.chunk.get(offset..))
            .unwrap_or(&[])
    }

    fn load(&mut self) -> Result<()> {
        let end = (self.position + CHUNK).min(self.size);
        let slice = self.blob.slice_with_f64_and_f64(to_f64(self.position), to_f64(end));
        let slice = slice.map_err(|error| io_error(&error))?;
        let buffer = self.reader.read_as_array_buffer(&slice).map_err(|error| {
            self.lost.set(self.lost.get() || is_loss(&error));
            io_error(&error)
        })?;
        self.chunk = Uint8Array::new(&buffer).to_vec();
        self.chunk_start = self.position;
        Ok(())
    }
}

impl Read for BlobReader {
    fn read(&mut self, out: &mut [u8]) -> Result<usize> {
        if self.position >= self.size {
            return Ok(0);
        }
        if self.rest_of_chunk().is_empty() {
            self.load()?;
        }
        let rest = self.rest_of_chunk();
        let count = out.len().min(rest.len());
        for (to, from) in out.iter_mut().zip(rest) {
            *to = *from;
        }
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for BlobReader {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let target = match to {
            SeekFrom::Start(offset) => i128::from(offset),
            SeekFrom::End(offset) => i128::from(self.size) + i128::from(offset),
            SeekFrom::Current(offset) => i128::from(self.position) + i128::from(offset),
        };
        self.position = u64::try_from(target).map_err(|_| Error::other("seek before the start"))?;
        Ok(self.position)
    }
}

// SOURCE: File API §6.5 "Errors and exceptions": a file that changed since it was chosen is not readable, one that is
// gone is not found.
fn is_loss(error: &JsValue) -> bool {
    let name = error.dyn_ref::<DomException>().map(DomException::name);
    name.is_some_and(|name| matches!(name.as_str(), "NotReadableError" | "NotFoundError"))
}

fn io_error(error: &JsValue) -> Error {
    Error::other(format!("{error:?}"))
}

/// Sizes of blobs are whole numbers below 2^53.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a blob's size is a whole number below 2^53"
)]
fn to_u64(size: f64) -> u64 {
    size as u64
}

#[expect(clippy::cast_precision_loss, reason = "positions in a blob are below 2^53")]
fn to_f64(position: u64) -> f64 {
    position as f64
}
