//! Serves `dist/` on this machine only, with the right types, packed, and under the same policy as the page's own.

use crate::{dist, modules};
use anyhow::{Result, anyhow};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;
use tiny_http::{Header, Request, Response, Server};

/// The policy that the page carries in its own `<meta>`; as a header it binds the worker's script, too.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; \
    img-src 'self' data: blob:; worker-src 'self'; manifest-src 'self'; connect-src 'none'; form-action 'none'; \
    base-uri 'none'; frame-ancestors 'none'";

/// The service worker stores the page's own files, so it alone may ask its host for them.
const POLICY_OF_THE_STORE: &str = "default-src 'none'; connect-src 'self'";

/// Under which policy a folder is served.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// [`POLICY`].
    OfThePage,
    /// None: peers in a bench fetch their own modules.
    None,
}

/// `cargo xtask serve`.
pub fn serve(arguments: &[String]) -> Result<()> {
    let port = match arguments.iter().position(|argument| argument == "--port") {
        Some(at) => arguments.get(at + 1).and_then(|text| text.parse().ok()).ok_or(anyhow!("--port needs a number"))?,
        None => 8080,
    };
    let folder = dist::build(dist::Profile::from_arguments(arguments))?.folder;
    let server = listen(port)?;
    println!("\n  Đối chiếu mục tiêu: http://localhost:{}/\n  (stop with Ctrl+C)", port_of(&server));
    answer(&server, &folder, Policy::OfThePage);
    Ok(())
}

/// A server on a port of its own that runs until the process ends, and its address.
pub fn in_background(folder: PathBuf, policy: Policy) -> Result<String> {
    let server = listen(0)?;
    let address = format!("http://127.0.0.1:{}/", port_of(&server));
    std::thread::spawn(move || answer(&server, &folder, policy));
    Ok(address)
}

fn listen(port: u16) -> Result<Server> {
    Server::http(("127.0.0.1", port))
        .map_err(|error| anyhow!("cannot listen on port {port}: {error}; choose another with --port"))
}

fn port_of(server: &Server) -> u16 {
    server.server_addr().to_ip().map_or(0, |address| address.port())
}

/// A thread for each request: one whose browser reads on slowly, or not at all, holds up no other.
fn answer(server: &Server, folder: &Path, policy: Policy) {
    for request in server.incoming_requests() {
        let folder = folder.to_owned();
        // A browser that hangs up is no reason to stop serving.
        std::thread::spawn(move || answer_one(request, &folder, policy).ok());
    }
}

fn answer_one(request: Request, folder: &Path, policy: Policy) -> Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or("/").trim_start_matches('/').to_owned();
    let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
    let file = folder.join(&path);
    if path.split('/').any(|part| part == "..") || !file.is_file() {
        request.respond(Response::empty(404))?;
        return Ok(());
    }
    let is_packed = accepts_gzip(&request) && is_worth_packing(&file);
    let body = if is_packed { packed(&file)? } else { fs::read(&file)? };
    let mut response = Response::from_data(body);
    let stated = if path == "sw.js" { POLICY_OF_THE_STORE } else { POLICY };
    let policy = (policy == Policy::OfThePage).then_some(("Content-Security-Policy", stated));
    let headers = [
        ("Content-Type", content_type(&file)),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-cache"),
        ("Vary", "Accept-Encoding"),
    ];
    let encoding = is_packed.then_some(("Content-Encoding", "gzip"));
    for (name, value) in headers.into_iter().chain(policy).chain(encoding) {
        response.add_header(Header::from_bytes(name, value).map_err(|()| anyhow!("bad header {name}"))?);
    }
    request.respond(response)?;
    Ok(())
}

fn accepts_gzip(request: &Request) -> bool {
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"));
    accepted.is_some_and(|header| header.value.as_str().contains("gzip"))
}

/// Texts, and scripts that carry a module as base64; pictures, fonts and workbooks are packed already.
fn is_worth_packing(file: &Path) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    matches!(extension, Some("html" | "js" | "css" | "json" | "svg" | "webmanifest" | "wasm"))
}

/// A file as hosts send it: packed, once for as long as it does not change.
fn packed(file: &Path) -> Result<Vec<u8>> {
    static PACKED: Mutex<BTreeMap<(PathBuf, SystemTime), Vec<u8>>> = Mutex::new(BTreeMap::new());
    let name = (file.to_owned(), fs::metadata(file)?.modified()?);
    let mut all = PACKED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(bytes) = all.get(&name) {
        return Ok(bytes.clone());
    }
    let bytes = modules::gzip(&fs::read(file)?)?;
    all.insert(name, bytes.clone());
    Ok(bytes)
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        Some("json") => "application/json",
        Some("txt" | "md" | "ts") => "text/plain; charset=utf-8",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
