//! A static host like any other: a folder under an address, no headers but the type of each file.

use anyhow::{Context, Result, anyhow};
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Request, Response, Server};

/// Answers that a host gives at once.
const LINES: usize = 16;

/// A host of one folder, for as long as this value lives.
pub struct Host {
    server: Arc<Server>,
    folder: PathBuf,
}

impl Host {
    /// Unpacks the folder edition into a sub-folder of a host of its own.
    pub fn unpack(zip: &Path, root: &Path) -> Result<Self> {
        let bytes = std::fs::read(zip).with_context(|| format!("no {}", zip.display()))?;
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes))?;
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at)?;
            let name = entry.enclosed_name().context("a path leads out of the archive")?;
            let target = root.join(&name);
            std::fs::create_dir_all(target.parent().context("a file without a folder")?)?;
            let mut content = Vec::new();
            entry.read_to_end(&mut content)?;
            std::fs::write(target, content)?;
        }
        Self::of(root.to_owned())
    }

    /// Gives out a folder.
    pub fn of(folder: PathBuf) -> Result<Self> {
        let server = Arc::new(Server::http(("127.0.0.1", 0)).map_err(|error| anyhow!("cannot listen: {error}"))?);
        for _ in 0..LINES {
            let (server, folder) = (Arc::clone(&server), folder.clone());
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    // A browser that hangs up is no reason to stop serving.
                    let _ = answer(request, &folder);
                }
            });
        }
        Ok(Self { server, folder })
    }

    /// The address of the folder.
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.server.server_addr().to_ip().map_or(0, |address| address.port()))
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        for _ in 0..LINES {
            self.server.unblock();
        }
    }
}

fn answer(request: Request, folder: &Path) -> Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or("/").trim_start_matches('/').to_owned();
    let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
    let file = folder.join(&path);
    if path.split('/').any(|part| part == "..") || !file.is_file() {
        return Ok(request.respond(Response::empty(404))?);
    }
    let kind = match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("woff2") => "font/woff2",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let header = Header::from_bytes("Content-Type", kind).map_err(|()| anyhow!("bad header"))?;
    Ok(request.respond(Response::from_file(File::open(&file)?).with_header(header))?)
}
