//! The whole page in one file, for a USB stick: it works by double-click, without a host and without a network.
//!
//! Built from the files of `dist/`, so that all editions are one build. Scripts and styles stand inside it and are allowed by
//! their hashes; nothing else may run, and nothing may be asked for.

use crate::dist::{DOORS, Dist};
use crate::guide;
use crate::letters::{READ_LETTERS, letters};
use crate::modules::small;
use crate::split;
use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// Under this id the page finds the worker's script.
const WORKER: &str = "worker-script";
/// Under these ids the packed programs of page and worker are found, each in two modules.
const PROGRAM: &str = "program";
const REST: &str = "rest";
const ENGINE: &str = "engine";
const ENGINE_REST: &str = "engine-rest";
/// Under this id the page finds its guides.
const GUIDE: &str = "guide";

/// The file's text.
pub fn single(dist: &Dist) -> Result<String> {
    let shell = fs::read_to_string(dist.folder.join("index.html"))?;
    let style = styles(&dist.folder, &shell)?;
    let scripts = [
        ("", fs::read_to_string(dist.folder.join("samples.js"))?),
        ("", fs::read_to_string(dist.folder.join("build.js"))?),
        (" type=\"module\"", page_script(dist)?),
    ];
    let worker = worker_script(dist)?;
    for text in scripts.iter().map(|(_, text)| text).chain([&worker, &style]) {
        ensure!(
            !text.contains("</script") && !text.contains("</style"),
            "a script or style would end early in one file"
        );
    }
    let guides = guide::in_one(&dist.folder.join("guide"))?;
    let policy = policy(&[&style, &guides.style], &scripts.each_ref().map(|(_, text)| text.as_str()));
    let (program, rest) = (letters(&dist.app.first.small()?), letters(&small(&dist.app.rest)?));
    let (engine, engine_rest) = (letters(&dist.engine.first.small()?), letters(&small(&dist.engine.rest)?));
    let mut body = String::new();
    let texts = [
        (WORKER, &worker),
        (GUIDE, &guides.page),
        (PROGRAM, &program),
        (REST, &rest),
        (ENGINE, &engine),
        (ENGINE_REST, &engine_rest),
    ];
    for (id, text) in texts {
        body.push_str(&format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n"));
    }
    for (kind, text) in &scripts {
        body.push_str(&format!("<script{kind}>{text}</script>\n"));
    }
    assemble(&shell, &policy, &style, &body)
}

/// The shell without its links to files, with everything in it.
fn assemble(shell: &str, policy: &str, style: &str, scripts: &str) -> Result<String> {
    let mut out = String::new();
    for line in shell.lines() {
        let text = line.trim_start();
        if text.starts_with("<meta http-equiv=\"Content-Security-Policy\"") {
            out.push_str(&format!("  <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n"));
        } else if text.starts_with("</head>") {
            out.push_str(&format!("<style>{style}</style>\n</head>\n"));
        } else if text.starts_with("</body>") {
            out.push_str(scripts);
            out.push_str("</body>\n");
        } else if !is_of_a_host(text) {
            out.push_str(line);
            out.push('\n');
        }
    }
    for needed in ["<style>", "connect-src 'none'", WORKER] {
        ensure!(out.contains(needed), "the shell has no place for {needed}");
    }
    match ["src=\"", "href=\"css", "href=\"fonts"].iter().find(|link| shell_part(&out).contains(**link)) {
        Some(link) => bail!("the single file still asks for {link}…"),
        None => Ok(out),
    }
}

/// Links to files that lie beside the page of a host.
fn is_of_a_host(line: &str) -> bool {
    let links = ["manifest", "preload", "modulepreload", "stylesheet"];
    line.starts_with("<script ") || links.iter().any(|rel| line.starts_with(&format!("<link rel=\"{rel}\"")))
}

/// The markup, without what scripts and styles say.
fn shell_part(page: &str) -> String {
    let head = page.split("<style>").next().unwrap_or_default();
    let body = page.split("</style>").nth(1).and_then(|rest| rest.split("<script type=\"text/plain\"").next());
    format!("{head}{}", body.unwrap_or_default())
}

/// The sheets in the order of the shell, their fonts inside.
fn styles(folder: &Path, shell: &str) -> Result<String> {
    let mut all = String::new();
    for link in shell.split("<link rel=\"stylesheet\" href=\"").skip(1) {
        let name = link.split('"').next().unwrap_or_default();
        all.push_str(&fs::read_to_string(folder.join(name)).with_context(|| format!("no {name}"))?);
    }
    ensure!(!all.is_empty(), "the shell links no style sheet");
    let mut parts = all.split("url(\"../");
    let mut inlined = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once("\")").context("an address in a style sheet has no end")?;
        let bytes = fs::read(folder.join(name)).with_context(|| format!("no {name}"))?;
        inlined.push_str(&format!("url(\"data:font/woff2;base64,{}\"){rest}", STANDARD.encode(bytes)));
    }
    Ok(inlined)
}

/// Glue of the page, and the script that starts it. Its program and the worker come from the texts beside it.
fn page_script(dist: &Dist) -> Result<String> {
    let boot = fs::read_to_string(dist.folder.join("boot.js"))?;
    ensure!(boot.contains("globalThis.__start"), "boot.js does not ask for a program that is here");
    let start = "
const inside = (id) => document.getElementById(id).textContent;
globalThis.__start = async () => {
  await unpacker({ module_or_path: unpack(WASM) });
  await __wbg_init({ module_or_path: unpacker.unpack(lettered(inside('PROGRAM'))) });
};
globalThis.__rest = () => WebAssembly.compile(unpacker.unpack(lettered(inside('REST'))));
globalThis.__spawn_worker = () => {
  const script = new Blob([inside('WORKER')], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(script));
  worker.postMessage([inside('ENGINE'), inside('ENGINE_REST')]);
  return worker;
};"
    .replace("PROGRAM", PROGRAM)
    .replace("ENGINE_REST", ENGINE_REST)
    .replace("REST", REST)
    .replace("ENGINE", ENGINE)
    .replace("WORKER", WORKER);
    Ok(format!("{}\n{}\n{READ_LETTERS}{start}\n{{\n{boot}}}\n", dist.app.first.glue, unpacker(dist)))
}

/// Glue of the engine, behind closed doors, as an ordinary script: a page on `file://` may start no worker from a module.
/// The first message is its program.
fn worker_script(dist: &Dist) -> Result<String> {
    let start = "
self.onmessage = ({ data: [first, rest] }) => {
  self.onmessage = null;
  globalThis.__rest = () => WebAssembly.compile(unpacker.unpack(lettered(rest)));
  unpacker({ module_or_path: unpack(WASM) })
    .then(() => __wbg_init({ module_or_path: unpacker.unpack(lettered(first)) }))
    .then(() => start())
    // Thrown where nothing catches it, it reaches the page as an error of its worker.
    .catch((error) => setTimeout(() => { throw error; }));
};
";
    let glue = split::ordinary(&dist.engine.first.glue)?;
    Ok(format!("{DOORS}\n{glue}\n{}\n{READ_LETTERS}{start}", unpacker(dist)))
}

/// What unpacks modules, under a name of its own.
fn unpacker(Dist { unpacker, .. }: &Dist) -> String {
    let own = format!("const unpacker = (() => {{\n{}\nreturn wasm_bindgen;\n}})();\nUNPACK", unpacker.glue);
    unpacker.carried_by(&own)
}

/// Only these scripts and styles; no address of any kind. A page opened from here, such as the guides, is held to it, too.
fn policy(styles: &[&str], scripts: &[&str]) -> String {
    let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
    let hashes = |texts: &[&str]| texts.iter().map(|text| hash(text)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; font-src data:; img-src data: blob:; \
         worker-src blob:; connect-src 'none'; form-action 'none'; base-uri 'none'",
        hashes(scripts),
        hashes(styles),
    )
}
