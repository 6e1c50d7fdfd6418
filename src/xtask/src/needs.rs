//! What a fresh machine lacks: the wasm target, Chromium and its driver.

use crate::cargo;
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::{Command, Stdio};

const WASM: &str = "wasm32-unknown-unknown";

/// Adds the pinned toolchain's wasm target if it is missing.
pub fn wasm_target() -> Result<()> {
    let sysroot = Command::new("rustc").current_dir(cargo::root()).args(["--print", "sysroot"]).output()?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    println!("adding the target {WASM}");
    cargo::run(Command::new("rustup").current_dir(cargo::root()).args(["target", "add", WASM]))
}

/// The browser and its driver, from Debian's packages.
pub struct Browser {
    /// Path of the browser.
    pub chromium: PathBuf,
    /// Path of its driver.
    pub driver: PathBuf,
}

/// Finds Chromium and its driver; installs them when run as root on Debian, otherwise says what to install.
pub fn browser() -> Result<Browser> {
    if let Some(found) = find_browser() {
        return Ok(found);
    }
    if !is_root() {
        bail!("Chromium and its driver are missing; install them with: sudo apt-get install chromium chromium-driver");
    }
    println!("installing chromium and chromium-driver");
    cargo::run(Command::new("apt-get").args(["update", "-qq"]))?;
    cargo::run(
        Command::new("apt-get")
            .args(["install", "-y", "-qq", "--no-install-recommends", "chromium", "chromium-driver"])
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()),
    )?;
    match find_browser() {
        Some(found) => Ok(found),
        None => bail!("chromium and chromedriver were installed but cannot be found on PATH"),
    }
}

fn find_browser() -> Option<Browser> {
    Some(Browser { chromium: on_path("chromium")?, driver: on_path("chromedriver")? })
}

/// The program on PATH, if it is there.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
