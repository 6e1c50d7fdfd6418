//! The files that results rest on, and how their bytes can be known again.
//!
//! Readers of workbooks jump about in a file, so that its sum is taken in a second reading, and only when somebody asks
//! for it. A file that is not what it was then has none: what was read is gone.

use crate::blob::BlobReader;
use domain::{Seal, SourceFile};
use protocol::{InputName, InputOrigin};
use sha2::{Digest, Sha256};
use std::io::Read;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, File};

/// Bytes taken at a time.
const STRIDE: usize = 1 << 16;

/// Hears how far the second reading is: file, bytes done, bytes of all.
pub(crate) type Told<'a> = &'a mut dyn FnMut(&str, u64, u64);

/// An input as it was when it was read.
pub(crate) struct Source {
    input: InputName,
    blob: Blob,
    size: f64,
    modified: Option<f64>,
}

impl Source {
    /// The input as it is now; `None` = the browser gave no bytes.
    pub(crate) fn of(input: &InputName, given: &JsValue) -> Option<Self> {
        let blob = given.dyn_ref::<Blob>()?.clone();
        Some(Self { input: input.clone(), size: blob.size(), modified: modified(&blob), blob })
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.input.name
    }

    /// Its name and seal.
    pub(crate) fn sealed(&self, told: Told<'_>) -> SourceFile {
        let seal = match self.input.origin {
            InputOrigin::Pasted => Seal::Pasted,
            InputOrigin::Typed => Seal::Typed,
            InputOrigin::File => self.sum(told).map_or(Seal::Changed, Seal::Sha256),
        };
        SourceFile { name: self.input.name.clone(), seal }
    }

    fn is_the_same(&self) -> bool {
        self.blob.size().to_bits() == self.size.to_bits()
            && modified(&self.blob).map(f64::to_bits) == self.modified.map(f64::to_bits)
    }

    /// `None` = the bytes are not those any more that were read.
    fn sum(&self, told: Told<'_>) -> Option<String> {
        let mut reader = BlobReader::new(self.blob.clone()).ok().filter(|_| self.is_the_same())?;
        let (mut sum, mut stride, mut done) = (Sha256::new(), vec![0; STRIDE], 0);
        loop {
            let read = reader.read(&mut stride).ok()?;
            if read == 0 {
                break;
            }
            sum.update(stride.get(..read)?);
            done += read as u64;
            told(self.name(), done, reader.size());
        }
        let is_whole = done == reader.size() && self.is_the_same();
        is_whole.then(|| sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// When the file was changed last; a blob by itself does not say.
fn modified(blob: &Blob) -> Option<f64> {
    blob.dyn_ref::<File>().map(File::last_modified)
}
