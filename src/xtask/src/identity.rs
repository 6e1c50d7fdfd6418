//! Which build this is: version, commit and the SHA-256 of every file, told to the page and to its service worker.

use crate::{cargo, styles};
use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// Tells the page which build it is of; the page shows it.
const BUILD: &str = "build.js";
/// Stores the page for days without a network.
const STORE: &str = "sw.js";
/// What the page itself never opens: the engine for other pages, its example, the samples as files, the licence of the fonts,
/// the switch that withdraws the store.
const NOT_OF_THE_PAGE: [&str; 5] = ["engine/", "embed/", "sample/", "fonts/OFL.txt", "sw-off.js"];

/// A file of a build.
pub struct Sum {
    /// Its path within the folder, with `/`.
    pub name: String,
    /// The SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

impl Sum {
    /// As `sha256sum` writes it.
    pub fn hex(&self) -> String {
        self.sha256.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// As a script's `integrity` writes it.
    pub fn integrity(&self) -> String {
        format!("sha256-{}", STANDARD.encode(self.sha256))
    }
}

/// Writes `sw.js` and `build.js` of the files that lie in `dist`.
pub fn stamp(dist: &Path) -> Result<()> {
    let template = fs::read_to_string(dist.join(STORE)).context("no sw.js")?;
    fs::remove_file(dist.join(STORE))?;
    let mut files = sums(dist)?;
    fs::write(dist.join(STORE), store(&template, &files)?)?;
    files.push(sum(dist, STORE)?);
    files.sort_by(|left, right| left.name.cmp(&right.name));
    fs::write(dist.join(BUILD), told(&files)?)?;
    Ok(())
}

/// The service worker with its list of files and the name of its store. `build.js` names the sum of this file, so that its own
/// cannot stand here.
fn store(template: &str, files: &[Sum]) -> Result<String> {
    let mut all = Sha256::new();
    all.update(version());
    all.update(commit().unwrap_or_default());
    let mut list = Vec::new();
    for file in files.iter().filter(|file| is_of_the_page(&file.name)) {
        all.update(file.name.as_bytes());
        all.update(file.sha256);
        list.push(format!("['{}', '{}']", file.name, file.integrity()));
    }
    list.push(format!("['{BUILD}', undefined]"));
    let stamp: String = all.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    ensure!(template.contains("STAMP") && template.contains("[/* FILES */]"), "sw.js lacks its marks");
    Ok(template.replace("STAMP", &stamp).replace("[/* FILES */]", &format!("[\n  {},\n]", list.join(",\n  "))))
}

fn is_of_the_page(name: &str) -> bool {
    let is_single_sheet = name.starts_with("css/") && name != styles::TOGETHER;
    !is_single_sheet && !NOT_OF_THE_PAGE.iter().any(|part| name.starts_with(part))
}

fn told(files: &[Sum]) -> Result<String> {
    let files: Vec<_> = files.iter().map(|file| json!([file.name, file.hex()])).collect();
    let build = json!({ "version": version(), "commit": commit(), "files": files });
    Ok(format!("globalThis.__build = {};\n", serde_json::to_string_pretty(&build)?))
}

/// The version of all crates.
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The commit that was built, with `+` where files were changed since; `None` outside of a repository.
pub fn commit() -> Option<String> {
    let git = |arguments: &[&str]| {
        let output = std::process::Command::new("git").current_dir(cargo::root()).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let commit = git(&["rev-parse", "HEAD"])?;
    let changed = git(&["status", "--porcelain", "--untracked-files=no"]).is_none_or(|status| !status.is_empty());
    Some(if changed { commit + "+" } else { commit })
}

/// Every file below `folder` with its sum, by name.
pub fn sums(folder: &Path) -> Result<Vec<Sum>> {
    let mut names = Vec::new();
    collect(folder, Path::new(""), &mut names)?;
    names.sort();
    names.iter().map(|name| sum(folder, name)).collect()
}

fn sum(folder: &Path, name: &str) -> Result<Sum> {
    let bytes = fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"))?;
    Ok(Sum { name: name.to_owned(), sha256: Sha256::digest(bytes).into() })
}

fn collect(root: &Path, below: &Path, names: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let name: PathBuf = below.join(entry?.file_name());
        if root.join(&name).is_dir() {
            collect(root, &name, names)?;
        } else {
            names.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}
