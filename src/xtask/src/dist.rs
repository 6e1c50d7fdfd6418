//! Makes `dist/`: both wasm modules inside their scripts, the shell, styles, fonts and the sample data.
//!
//! The wasm travels packed as base64 inside JavaScript, so that `connect-src 'none'` can hold: nothing is ever fetched.

use crate::{cargo, needs, package, styles};
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lzma_rust2::{LzmaOptions, LzmaWriter};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// How the wasm is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// What people run.
    Release,
    /// The same with the names of its functions, for profilers.
    Named,
    /// Quick to build, slow and large.
    Dev,
}

impl Profile {
    /// `--dev` asks for the quick build, `--names` for the one that a profiler can read.
    pub fn from_arguments(arguments: &[String]) -> Self {
        let has = |wanted| arguments.iter().any(|argument| argument == wanted);
        if has("--dev") {
            Self::Dev
        } else if has("--names") {
            Self::Named
        } else {
            Self::Release
        }
    }

    fn cargo_name(self) -> &'static str {
        match self {
            Self::Release | Self::Named => "wasm-release",
            Self::Dev => "dev",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Release | Self::Named => "wasm-release",
            Self::Dev => "debug",
        }
    }
}

/// Builds everything into `dist/` and returns that folder.
pub fn build(profile: Profile) -> Result<PathBuf> {
    needs::wasm_target()?;
    compile(profile)?;
    let dist = cargo::root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).context("cannot empty dist/")?;
    }
    copy_tree(&cargo::root().join("www"), &dist)?;
    let app = bindings(profile, "app", "app", Shape::Module)?;
    let engine = bindings(profile, "worker", "engine", Shape::Module)?;
    let unpacker = bindings(profile, "unpack", "unpack", Shape::Inline)?;
    fs::write(dist.join("app.js"), &app.glue)?;
    fs::write(dist.join("engine.js"), &engine.glue)?;
    let put = |name: &str, template: &str, module: &Bindings| -> Result<()> {
        let script = unpacker.carried_by(&template.replace("GLUE", &unpacker.glue)).replace("READ_BYTES", READ_BYTES);
        fs::write(dist.join(name), script.replace("MODULE_PACKED", &STANDARD.encode(lzma(&module.wasm)?)))?;
        Ok(())
    };
    put("unpacker.js", UNPACKER_SCRIPT, &unpacker)?;
    put("app-boot.js", APP_SCRIPT, &app)?;
    put("worker.js", WORKER_SCRIPT, &engine)?;
    package::package(&dist.join("engine"), &engine)?;
    package::example(&dist.join("embed"))?;
    samples(&dist)?;
    styles::gather(&dist)?;
    Ok(dist)
}

fn compile(profile: Profile) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let name = profile.cargo_name();
    let packages = ["-p", "app", "-p", "worker", "-p", "unpack"];
    cargo::run(cargo::cargo(&["build", "--target", target, "--profile", name]).args(packages))
}

/// The page imports this and calls `start` with the unpacker, a worker that ends with its work.
const APP_SCRIPT: &str = "\
import init from './app.js';
READ_BYTES
const unpacked = (unpacker) => new Promise((resolve, reject) => {
  unpacker.onmessage = ({ data }) => (data instanceof WebAssembly.Module ? resolve(data) : reject(new Error(data)));
  unpacker.onerror = (event) => reject(new Error(event.message));
  const packed = bytes('MODULE_PACKED');
  unpacker.postMessage(packed, [packed.buffer]);
});
export async function start(unpacker) {
  const module = await unpacked(unpacker);
  unpacker.terminate();
  await init({ module_or_path: module });
}
";

/// Unpacks and compiles a module, so that the page is free meanwhile.
const UNPACKER_SCRIPT: &str = "\
GLUE
UNPACK
const ready = wasm_bindgen({ module_or_path: unpack(WASM) });
const compiled = async (packed) => {
  await ready;
  return WebAssembly.compile(wasm_bindgen.unpack(packed));
};
self.onmessage = ({ data }) => {
  compiled(data).catch(String).then((result) => self.postMessage(result));
};
";

/// The page's worker. It closes the doors of the network first: this module's CSP is its host's, not the page's.
const WORKER_SCRIPT: &str = "\
for (const door of ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts']) {
  Object.defineProperty(self, door, { value: undefined, configurable: false, writable: false });
}
import init, { start } from './engine.js';
GLUE
UNPACK
await wasm_bindgen({ module_or_path: unpack(WASM) });
await init({ module_or_path: wasm_bindgen.unpack(bytes('MODULE_PACKED')) });
start();
";

/// base64 → bytes.
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

/// How the glue of a module is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// It is a file of its own, to be imported.
    Module,
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
    /// A script with the wasm in it, where the template says `UNPACK`.
    pub fn carried_by(&self, template: &str) -> String {
        let unpack = UNPACK.replace("READ_BYTES", READ_BYTES).replace("BASE64", &STANDARD.encode(&self.packed));
        template.replace("UNPACK", &unpack)
    }
}

/// The bindings of a package, with its glue under the name `out_name`.
fn bindings(profile: Profile, package: &str, out_name: &str, shape: Shape) -> Result<Bindings> {
    let wasm =
        cargo::target_dir().join("wasm32-unknown-unknown").join(profile.folder()).join(package).with_extension("wasm");
    let out = cargo::target_dir().join("bindgen").join(out_name);
    let is_dev = profile == Profile::Dev;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&wasm).out_name(out_name).typescript(false).debug(is_dev).keep_debug(is_dev);
    bindgen.remove_name_section(profile == Profile::Release).remove_producers_section(!is_dev);
    match shape {
        Shape::Module => bindgen.web(true)?,
        Shape::Inline => bindgen.no_modules(true)?,
    };
    bindgen.omit_default_module_path(true);
    bindgen.generate(&out).with_context(|| format!("wasm-bindgen failed on {}", wasm.display()))?;
    let glue = fs::read_to_string(out.join(format!("{out_name}.js")))?;
    let wasm = fs::read(out.join(format!("{out_name}_bg.wasm")))?;
    let packed = gzip(&wasm)?;
    Ok(Bindings { glue, wasm, packed })
}

/// A raw stream after the count of its bytes: what `src/unpack` reads.
fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    let size = u32::try_from(bytes.len()).context("a module of more than 4 GB")?;
    let far = LzmaOptions { lc: 3, lp: 0, pb: 0, dict_size: 1 << 24, nice_len: 273, ..LzmaOptions::with_preset(9) };
    let mut packer = LzmaWriter::new_no_header(size.to_le_bytes().to_vec(), &far, false)?;
    packer.write_all(bytes)?;
    Ok(packer.finish()?)
}

/// Packed as small as gzip can.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// The sample sets of `www/sample/sets.json` with their workbooks as one script, so that opening them makes no request.
fn samples(dist: &Path) -> Result<()> {
    let folder = dist.join("sample");
    let mut sets: Value = serde_json::from_slice(&fs::read(folder.join("sets.json"))?)?;
    for set in sets.as_array_mut().context("sets.json is no list")? {
        let names: Vec<String> =
            serde_json::from_value(set["files"].take()).context("a set of samples has no files")?;
        let files: Result<Vec<Value>> = names.iter().map(|name| sample(&folder, name)).collect();
        set["files"] = Value::Array(files?);
    }
    fs::write(dist.join("samples.js"), format!("globalThis.__samples = {sets};\n"))?;
    Ok(())
}

fn sample(folder: &Path, name: &str) -> Result<Value> {
    let bytes = fs::read(folder.join(name)).with_context(|| format!("no sample {name}"))?;
    Ok(json!({ "name": name, "base64": STANDARD.encode(bytes) }))
}

/// Copies a folder with all in it.
pub fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_tree(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
