//! Serves `dist/` on this machine only, with the right types, packed, and under the same policy as the page's own.

use crate::{dist, modules};
use anyhow::{Result, anyhow};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

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
    let listener = listen(port)?;
    println!("\n  Đối chiếu mục tiêu: http://localhost:{}/\n  (stop with Ctrl+C)", listener.local_addr()?.port());
    answer(listener, folder, Policy::OfThePage)
}

/// A server on a port of its own that runs until the process ends, and its address.
pub fn in_background(folder: PathBuf, policy: Policy) -> Result<String> {
    let listener = listen(0)?;
    let address = format!("http://{}/", listener.local_addr()?);
    std::thread::spawn(move || answer(listener, folder, policy));
    Ok(address)
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port))
        .map_err(|error| anyhow!("cannot listen on port {port}: {error}; choose another with --port"))
}

/// Each line has a task of its own: a browser holds several open at once, some of which it never uses.
fn answer(listener: TcpListener, folder: PathBuf, policy: Policy) -> Result<()> {
    let folder: Arc<Path> = folder.into();
    listener.set_nonblocking(true)?;
    tokio::runtime::Builder::new_multi_thread().enable_io().build()?.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        loop {
            let (stream, _) = listener.accept().await?;
            let folder = Arc::clone(&folder);
            let service = service_fn(move |request| {
                let folder = Arc::clone(&folder);
                // Files are read, and packed, where nobody else waits.
                async move { tokio::task::spawn_blocking(move || answer_one(&request, &folder, policy)).await? }
            });
            // A browser that hangs up is no reason to stop serving.
            tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    })
}

fn answer_one(request: &Request<Incoming>, folder: &Path, policy: Policy) -> Result<Response<Full<Bytes>>> {
    let path = request.uri().path().trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let file = folder.join(&path);
    if path.split('/').any(|part| part == "..") || !file.is_file() {
        return Ok(Response::builder().status(StatusCode::NOT_FOUND).body(Full::default())?);
    }
    let is_packed = accepts_gzip(request) && is_worth_packing(&file);
    let body = if is_packed { packed(&file)? } else { fs::read(&file)? };
    let stated = if path == "sw.js" { POLICY_OF_THE_STORE } else { POLICY };
    let policy = (policy == Policy::OfThePage).then_some((header::CONTENT_SECURITY_POLICY, stated));
    let headers = [
        (header::CONTENT_TYPE, content_type(&file)),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CACHE_CONTROL, "no-cache"),
        (header::VARY, "Accept-Encoding"),
    ];
    let encoding = is_packed.then_some((header::CONTENT_ENCODING, "gzip"));
    let mut response = Response::new(Full::from(body));
    for (name, value) in headers.into_iter().chain(policy).chain(encoding) {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

fn accepts_gzip(request: &Request<Incoming>) -> bool {
    let accepted = request.headers().get(header::ACCEPT_ENCODING);
    accepted.and_then(|value| value.to_str().ok()).is_some_and(|value| value.contains("gzip"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::time::Duration;

    /// Lines that a browser opens at once: more than any pool of threads begins with.
    const LINES: usize = 40;

    #[test]
    fn every_line_is_answered_while_all_others_stay_open() {
        let folder = std::env::temp_dir().join(format!("served-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("icon.svg"), "<svg/>").unwrap();
        let address = in_background(folder.clone(), Policy::OfThePage).unwrap();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut lines: Vec<TcpStream> = (0..LINES).map(|_| TcpStream::connect(host).unwrap()).collect();
        // From the last to the first: the oldest lines are open and silent meanwhile.
        for (at, line) in lines.iter_mut().enumerate().rev() {
            let (path, expected) =
                if at % 2 == 0 { ("icon.svg", "http/1.1 200") } else { ("../Cargo.toml", "http/1.1 404") };
            line.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
            write!(line, "GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
            let mut answer = [0; 2048];
            let length = line.read(&mut answer).unwrap();
            let answer = String::from_utf8_lossy(&answer[..length]).to_lowercase();
            assert!(answer.starts_with(expected), "{answer}");
            assert_eq!(answer.contains("content-type: image/svg+xml"), at % 2 == 0);
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
