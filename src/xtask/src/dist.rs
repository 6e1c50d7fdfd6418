//! Makes `dist/`: both wasm modules inside their scripts, the shell, styles, fonts and the sample data.
//!
//! The wasm travels as gzip + base64 inside JavaScript, so that `connect-src 'none'` can hold: nothing is ever fetched.

use crate::{cargo, identity, needs, package};
use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
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
    /// Quick to build, slow and large.
    Dev,
}

impl Profile {
    /// `--dev` asks for the quick build.
    pub fn from_arguments(arguments: &[String]) -> Self {
        if arguments.iter().any(|argument| argument == "--dev") { Self::Dev } else { Self::Release }
    }

    fn cargo_name(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "dev",
        }
    }

    fn folder(self) -> &'static str {
        match self {
            Self::Release => "wasm-release",
            Self::Dev => "debug",
        }
    }
}

/// What a build made.
pub struct Dist {
    /// The folder that a host gives out.
    pub folder: PathBuf,
    /// The page.
    pub app: Bindings,
    /// The engine of its worker, for a page on `file://`.
    pub classic_engine: Bindings,
}

/// Builds everything into `dist/`.
pub fn build(profile: Profile) -> Result<Dist> {
    needs::wasm_target()?;
    compile(profile)?;
    let dist = cargo::root().join("dist");
    if dist.exists() {
        fs::remove_dir_all(&dist).context("cannot empty dist/")?;
    }
    copy_tree(&cargo::root().join("www"), &dist)?;
    let app = bindings(profile, "app", "app")?;
    let engine = bindings(profile, "worker", "engine")?;
    let classic_engine = classic(profile, "worker", "engine-classic")?;
    app.put(&dist, "app.js", "app-boot.js", APP_SCRIPT)?;
    engine.put(&dist, "engine.js", "worker.js", &WORKER_SCRIPT.replace("DOORS", DOORS))?;
    package::package(&dist.join("engine"), &engine)?;
    package::example(&dist.join("embed"))?;
    samples(&dist)?;
    identity::stamp(&dist)?;
    Ok(Dist { folder: dist, app, classic_engine })
}

fn compile(profile: Profile) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let name = profile.cargo_name();
    let arguments = ["build", "-p", "app", "-p", "worker", "--target", target, "--profile", name, "--locked"];
    cargo::run(cargo::cargo(&arguments).env("CARGO_ENCODED_RUSTFLAGS", unnamed_paths()?))
}

/// Where the sources lie on this machine is nobody's business, and would make the same build differ from place to place.
fn unnamed_paths() -> Result<String> {
    let home = cargo::home()?;
    let renamed =
        [(home.join("registry").join("src"), "crates"), (cargo::target_dir(), "target"), (cargo::root(), ".")];
    let flags = renamed.map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    Ok(flags.join("\u{1f}"))
}

/// The page imports this and calls `start`.
const APP_SCRIPT: &str = "\
import init from './app.js';
UNPACK
export async function start() { await init({ module_or_path: await unpack(WASM) }); }
";

/// The page's worker. It closes the doors of the network first: this module's CSP is its host's, not the page's.
const WORKER_SCRIPT: &str = "\
DOORS
import init, { start } from './engine.js';
UNPACK
await init({ module_or_path: await unpack(WASM) });
start();
";

const UNPACK: &str = "\
const WASM = 'BASE64';
async function unpack(text) {
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}";

/// Closes what could ask for anything, before the worker does anything else.
pub const DOORS: &str = "\
for (const door of ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts']) {
  Object.defineProperty(self, door, { value: undefined, configurable: false, writable: false });
}";

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
    /// Writes the glue, and beside it the script that carries the wasm.
    fn put(&self, folder: &Path, glue: &str, carrier: &str, template: &str) -> Result<()> {
        fs::write(folder.join(glue), &self.glue)?;
        fs::write(folder.join(carrier), self.carried_by(template))?;
        Ok(())
    }

    /// A script with the wasm in it, where the template says `UNPACK`.
    pub fn carried_by(&self, template: &str) -> String {
        template.replace("UNPACK", &UNPACK.replace("BASE64", &STANDARD.encode(&self.packed)))
    }
}

/// The bindings of a package, with its glue under the name `out_name`.
fn bindings(profile: Profile, package: &str, out_name: &str) -> Result<Bindings> {
    let mut bindgen = bindgen(profile, package, out_name);
    bindgen.web(true)?.omit_default_module_path(true);
    generated(&mut bindgen, out_name)
}

/// The bindings of a package as an ordinary script, whose exports stand in `wasm_bindgen`: a page on `file://` may start no
/// worker from a module.
fn classic(profile: Profile, package: &str, out_name: &str) -> Result<Bindings> {
    let mut bindgen = bindgen(profile, package, out_name);
    bindgen.no_modules(true)?.omit_default_module_path(true);
    generated(&mut bindgen, out_name)
}

fn bindgen(profile: Profile, package: &str, out_name: &str) -> Bindgen {
    let wasm =
        cargo::target_dir().join("wasm32-unknown-unknown").join(profile.folder()).join(package).with_extension("wasm");
    let release = profile == Profile::Release;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(out_name).typescript(false).debug(!release).keep_debug(!release);
    bindgen.remove_name_section(release).remove_producers_section(release);
    bindgen
}

fn generated(bindgen: &mut Bindgen, out_name: &str) -> Result<Bindings> {
    let out = cargo::target_dir().join("bindgen").join(out_name);
    bindgen.generate(&out).with_context(|| format!("wasm-bindgen failed on {out_name}"))?;
    let glue = fs::read_to_string(out.join(format!("{out_name}.js")))?;
    let wasm = fs::read(out.join(format!("{out_name}_bg.wasm")))?;
    let packed = gzip(&wasm)?;
    Ok(Bindings { glue, wasm, packed })
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
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
