//! Makes `dist/`: the wasm modules inside their scripts, the shell, styles, fonts and the sample data.
//!
//! The wasm travels packed as base64 inside JavaScript, so that `connect-src 'none'` can hold: nothing is ever fetched.

use crate::modules::{Bindings, Shape, bindings, compiled, gzip, small};
use crate::split::{Parted, parted};
use crate::{cargo, identity, needs, package, styles};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

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

    /// Cargo's folder of it.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Release | Self::Named => "wasm-release",
            Self::Dev => "debug",
        }
    }
}

/// What a build made.
pub struct Dist {
    /// The folder that a host gives out.
    pub folder: PathBuf,
    /// The page: first what its first screen needs.
    pub app: Parted,
    /// The engine in the page's worker: first what a first result needs.
    pub engine: Parted,
    /// What unpacks them.
    pub unpacker: Bindings,
}

/// First modules on the line, at most: this is what a phone waits for, until the first screen and until a first result.
const FIRST_BYTES: [(&str, usize); 2] = [("app-boot.js", 250_000), ("worker.js", 750_000)];

impl Dist {
    /// Is what comes first as small as it has to be, as a host that packs sends it? A function that a first module calls draws
    /// all it needs into it without a word.
    pub fn first_is_small(&self) -> Result<()> {
        for (name, most) in FIRST_BYTES {
            let sent = gzip(&fs::read(self.folder.join(name))?)?.len();
            ensure!(sent <= most, "{name} takes {sent} bytes on the line; {most} are allowed");
        }
        Ok(())
    }
}

/// Builds everything into `dist/`.
pub fn build(profile: Profile) -> Result<Dist> {
    needs::wasm_target()?;
    compile(profile)?;
    packed(profile, cargo::root().join("dist"))
}

/// Packs what was compiled last into an emptied folder.
pub fn packed(profile: Profile, folder: PathBuf) -> Result<Dist> {
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    copy_tree(&cargo::root().join("www"), &folder)?;
    let (app, engine) = (parted(profile, "app")?, parted(profile, "worker")?);
    let module = bindings(profile, &compiled(profile, "package"), "package", Shape::Module)?;
    let unpacker = bindings(profile, &compiled(profile, "unpack"), "unpack", Shape::Inline)?;
    fs::write(folder.join("app.js"), &app.first.glue)?;
    fs::write(folder.join("engine.js"), &engine.first.glue)?;
    let put = |name: &str, template: &str, packed: &str| -> Result<()> {
        let template = template.replace("DOORS", DOORS).replace("GLUE", &unpacker.glue);
        fs::write(folder.join(name), unpacker.carried_by(&template).replace("MODULE_PACKED", packed))?;
        Ok(())
    };
    put("app-boot.js", APP_SCRIPT, &STANDARD.encode(app.first.small()?))?;
    put("app-rest.js", APP_SCRIPT, &STANDARD.encode(small(&app.rest)?))?;
    put("worker.js", WORKER_SCRIPT, &STANDARD.encode(engine.first.small()?))?;
    put("worker-rest.js", WORKER_REST_SCRIPT, &STANDARD.encode(small(&engine.rest)?))?;
    package::package(&folder.join("engine"), &module)?;
    package::example(&folder.join("embed"))?;
    samples(&folder)?;
    styles::gather(&folder)?;
    identity::stamp(&folder)?;
    Ok(Dist { folder, app, engine, unpacker })
}

fn compile(profile: Profile) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let packages = ["-p", "app", "-p", "worker", "-p", "package", "-p", "unpack"];
    let mut build = cargo::cargo(&["build", "--locked", "--target", target, "--profile", profile.cargo_name()]);
    cargo::run(build.args(packages).env("CARGO_ENCODED_RUSTFLAGS", unnamed_paths()?))
}

/// Where the sources lie on this machine is nobody's business, and would make the same build differ from place to place.
fn unnamed_paths() -> Result<String> {
    // Nothing has been fetched before the very first build: after this, cargo's folders are known.
    cargo::run(&mut cargo::cargo(&["fetch", "--quiet", "--locked"]))?;
    let fetched = cargo::home()?.join("registry").join("src");
    let mut renamed = vec![(cargo::root(), "."), (cargo::target_dir(), "target")];
    for registry in fs::read_dir(&fetched).with_context(|| format!("cannot read {}", fetched.display()))? {
        renamed.push((registry?.path(), "crates"));
    }
    let flag = |(path, name): &(PathBuf, &str)| format!("--remap-path-prefix={}={name}", path.display());
    Ok(renamed.iter().map(flag).collect::<Vec<_>>().join("\u{1f}"))
}

/// A worker that holds a module of the page's program, unpacks and compiles it, and ends. The page then has neither that work nor a
/// megabyte of text to read.
const APP_SCRIPT: &str = "\
GLUE
UNPACK
const compiled = async () => {
  await wasm_bindgen({ module_or_path: unpack(WASM) });
  return WebAssembly.compile(wasm_bindgen.unpack(bytes('MODULE_PACKED')));
};
compiled().catch(String).then((result) => self.postMessage(result));
";

/// The page's worker. It closes the doors of the network first: this module's CSP is its host's, not the page's.
const WORKER_SCRIPT: &str = "\
DOORS
import init, { start } from './engine.js';
GLUE
UNPACK
let asked = 0;
globalThis.__rest = async () => {
  // A script that was lost once is asked for under another address: browsers remember the loss.
  const { packed } = await import(`./worker-rest.js${asked++ ? `?${asked}` : ''}`);
  return WebAssembly.compile(wasm_bindgen.unpack(bytes(packed)));
};
await wasm_bindgen({ module_or_path: unpack(WASM) });
await init({ module_or_path: wasm_bindgen.unpack(bytes('MODULE_PACKED')) });
start();
";

/// The other module of the worker's program, for the script above.
const WORKER_REST_SCRIPT: &str = "export const packed = 'MODULE_PACKED';
";

/// Closes what could ask for anything, before a worker does anything else.
pub const DOORS: &str = "\
for (const door of ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'importScripts']) {
  Object.defineProperty(self, door, { value: undefined, configurable: false, writable: false });
}";

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
