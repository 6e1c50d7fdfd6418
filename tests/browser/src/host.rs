//! A static host like any other: a folder under an address, no headers but the type of each file.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// A host of one folder, for as long as this value lives.
pub struct Host {
    address: SocketAddr,
    folder: PathBuf,
    closed: Arc<AtomicBool>,
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
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let (address, closed) = (listener.local_addr()?, Arc::new(AtomicBool::new(false)));
        let (given, is_closed) = (folder.clone(), Arc::clone(&closed));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if is_closed.load(Ordering::Relaxed) {
                    return;
                }
                let folder = given.clone();
                // A browser that hangs up is no reason to stop serving.
                std::thread::spawn(move || answer(stream, &folder).ok());
            }
        });
        Ok(Self { address, folder, closed })
    }

    /// The address of the folder.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::Relaxed);
        // Whoever waits for the next visitor hears that there is none.
        let _ = TcpStream::connect(self.address);
    }
}

/// One answer on each line, then it is closed.
fn answer(mut stream: TcpStream, folder: &Path) -> Result<()> {
    let mut request = String::new();
    let mut lines = BufReader::new(stream.try_clone()?);
    lines.read_line(&mut request)?;
    let mut header = String::new();
    while lines.read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = request.split(' ').nth(1).unwrap_or("/").split(['?', '#']).next().unwrap_or("/");
    let path = path.trim_start_matches('/').to_owned();
    let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
    let content = if path.split('/').any(|part| part == "..") { None } else { std::fs::read(folder.join(&path)).ok() };
    let status = if content.is_some() { "200 OK" } else { "404 Not Found" };
    let (kind, content) = (kind_of(&path), content.unwrap_or_default());
    let length = content.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    Ok(stream.write_all(&content)?)
}

fn kind_of(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("woff2") => "font/woff2",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
