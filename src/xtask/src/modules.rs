//! A wasm module with its glue, and packed as scripts carry it.

use crate::cargo;
use crate::dist::Profile;
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;
use wasmparser::{Parser, Payload};

/// How the glue of a module is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// It is a file of its own, to be imported.
    Module,
    /// The same, and another module joins this one: its table of functions can be seen from there.
    Joined,
    /// It stands in the script that uses it, as `wasm_bindgen`.
    Inline,
}

/// A wasm module with its JavaScript glue.
pub struct Bindings {
    /// wasm-bindgen's script.
    pub glue: String,
    /// The module that it loads.
    pub wasm: Vec<u8>,
    /// The module as scripts carry it.
    pub packed: Vec<u8>,
}

impl Bindings {
    /// The module smaller than `packed`: for a script that unpacks it with `src/unpack`.
    pub fn small(&self) -> Result<Vec<u8>> {
        small(&self.wasm)
    }

    /// A script with the wasm in it, where the template says `UNPACK`.
    pub fn carried_by(&self, template: &str) -> String {
        let unpack = UNPACK.replace("READ_BYTES", READ_BYTES).replace("BASE64", &STANDARD.encode(&self.packed));
        template.replace("UNPACK", &unpack)
    }
}

/// The compiled program of a package.
pub fn compiled(profile: Profile, package: &str) -> PathBuf {
    cargo::target_dir().join("wasm32-unknown-unknown").join(profile.folder()).join(package).with_extension("wasm")
}

/// The bindings of a program, with its glue under the name `out_name`.
pub fn bindings(profile: Profile, wasm: &Path, out_name: &str, shape: Shape) -> Result<Bindings> {
    let out = cargo::target_dir().join("bindgen").join(out_name);
    let is_dev = profile == Profile::Dev;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(out_name).typescript(false).debug(is_dev).keep_debug(is_dev);
    bindgen.remove_name_section(profile == Profile::Release).remove_producers_section(!is_dev);
    match shape {
        Shape::Module => bindgen.web(true)?,
        Shape::Joined => bindgen.web(true)?.keep_lld_exports(true),
        Shape::Inline => bindgen.no_modules(true)?,
    };
    bindgen.omit_default_module_path(true);
    bindgen.generate(&out).with_context(|| format!("wasm-bindgen failed on {}", wasm.display()))?;
    let glue = fs::read_to_string(out.join(format!("{out_name}.js")))?;
    let wasm = fs::read(out.join(format!("{out_name}_bg.wasm")))?;
    let packed = gzip(&wasm)?;
    Ok(Bindings { glue, wasm, packed })
}

/// `lc` and `lp` of code and texts: what comes next depends on the byte before.
const BY_THE_BYTE_BEFORE: (u8, u8) = (3, 0);
/// `lc` and `lp` of tables of 16-bit numbers: it depends on whether the place is even.
const BY_THE_PLACE: (u8, u8) = (0, 1);

/// A module as `src/unpack` reads it: what comes before its data, and its data, which are of another kind.
pub fn small(module: &[u8]) -> Result<Vec<u8>> {
    let (code, data) = module.split_at(start_of_data(module)?);
    let mut packed = part(&[], code, BY_THE_BYTE_BEFORE)?;
    let by_place = part(code, data, BY_THE_PLACE)?;
    let by_byte = part(code, data, BY_THE_BYTE_BEFORE)?;
    packed.extend(if by_place.len() < by_byte.len() { by_place } else { by_byte });
    Ok(packed)
}

/// Where the section of data begins; the end, if there is none.
fn start_of_data(module: &[u8]) -> Result<usize> {
    for section in Parser::new(0).parse_all(module) {
        if let Payload::DataSection(data) = section? {
            return Ok(usize::try_from(data.range().start)?);
        }
    }
    Ok(module.len())
}

/// See `unpack`.
fn part(before: &[u8], plain: &[u8], (lc, lp): (u8, u8)) -> Result<Vec<u8>> {
    let options = LzmaOptions {
        lc: lc.into(),
        lp: lp.into(),
        pb: 0,
        dict_size: 1 << 24,
        nice_len: 273,
        preset_dict: (!before.is_empty()).then(|| before.to_vec()),
        ..LzmaOptions::with_preset(9)
    };
    let mut packer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    packer.write_all(plain)?;
    let stream = packer.finish()?;
    let count = |bytes: &[u8]| u32::try_from(bytes.len()).context("a module of more than 4 GB");
    let counts = [count(plain)?.to_le_bytes(), count(&stream)?.to_le_bytes()];
    Ok([counts.as_flattened(), &[lc | lp << 4], &stream].concat())
}

/// The level at which gzip packs scripts that carry modules best: at 9, this library finds repetitions in their base64 that cost
/// more than they save (760 kB instead of 740).
const GZIP_LEVEL: u32 = 8;

/// Packed by gzip, as hosts do.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(GZIP_LEVEL));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// base64 → bytes, in JavaScript.
const READ_BYTES: &str = "\
function bytes(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  return bytes;
}";

/// What browsers unpack by themselves. The module is compiled meanwhile: what `init` gets is a response, not its bytes.
const UNPACK: &str = "\
const WASM = 'BASE64';
READ_BYTES
function unpack(text) {
  const stream = new Blob([bytes(text)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'Content-Type': 'application/wasm' } });
}";
