//! `cargo xtask release`: `release/` with the three editions of one build, and what belongs to a release: checksums, the list
//! of parts (SBOM), licences and the changelog.

use crate::dist::{self, Dist, Profile};
use crate::{cargo, identity, sbom, single, twice};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Where the editions lie.
pub struct Editions {
    /// The folder that a host gives out, installable.
    pub site: PathBuf,
    /// The file for a USB stick.
    pub single: PathBuf,
    /// The folder as one file to carry to a host.
    pub zip: PathBuf,
}

/// `cargo xtask release [--twice]`.
pub fn release(arguments: &[String]) -> Result<()> {
    let dist = dist::build(Profile::Release)?;
    if arguments.iter().any(|argument| argument == "--twice") {
        twice::compare(&dist.folder)?;
    }
    let folder = cargo::root().join("release");
    let editions = editions(&dist, &folder)?;
    fs::write(folder.join("sbom.cdx.json"), sbom::sbom()?)?;
    fs::copy(cargo::root().join("CHANGELOG.md"), folder.join("CHANGELOG.md"))?;
    licences(&folder.join("LICENSES"))?;
    dist::copy_tree(&cargo::root().join("src").join("xtask").join("hosting"), &folder.join("hosting"))?;
    let sums: Vec<String> =
        identity::sums(&folder)?.iter().map(|sum| format!("{}  {}\n", sum.hex(), sum.name)).collect();
    fs::write(folder.join("SHA256SUMS"), sums.concat())?;
    println!("{}\n{}\n{}", editions.site.display(), editions.single.display(), editions.zip.display());
    Ok(())
}

/// The three editions of a build, in an emptied folder.
pub fn editions(dist: &Dist, folder: &Path) -> Result<Editions> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let site = folder.join("site");
    dist::copy_tree(&dist.folder, &site)?;
    let name = format!("doi-chieu-{}", identity::version());
    let single = folder.join(format!("{name}.html"));
    fs::write(&single, single::single(dist)?)?;
    let zip = folder.join(format!("{name}-site.zip"));
    fs::write(&zip, zipped(&site, &name)?)?;
    Ok(Editions { site, single, zip })
}

/// What whoever unpacks the folder reads first.
const READ_ME: &str = "\
Đối chiếu mục tiêu – bản cho máy chủ web tĩnh
Cần một máy chủ web (bất kỳ, thư mục con cũng được): chép cả thư mục này lên đó rồi mở index.html qua địa chỉ http(s).
Bấm đúp vào index.html ở đây sẽ không chạy; để bấm đúp, không cần mạng, hãy dùng tệp doi-chieu-VERSION.html.

Đối chiếu mục tiêu – the edition for any static web host
It needs a host (any, a sub-folder will do): copy this folder there and open index.html by its http(s) address.
A double-click on index.html does not work here; for that, and without a network, use the file doi-chieu-VERSION.html.
";

/// The folder as a zip whose bytes depend on nothing but its files.
fn zipped(site: &Path, name: &str) -> Result<Vec<u8>> {
    let packed = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(format!("{name}/README.txt"), packed)?;
    zip.write_all(READ_ME.replace("VERSION", identity::version()).as_bytes())?;
    for sum in identity::sums(site)? {
        zip.start_file(format!("{name}/{}", sum.name), packed)?;
        zip.write_all(&fs::read(site.join(&sum.name))?)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Of the program, the font and the data.
fn licences(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let root = cargo::root();
    for (from, to) in [
        ("LICENSE-MIT", "program-MIT.txt"),
        ("LICENSE-APACHE", "program-Apache-2.0.txt"),
        ("www/fonts/OFL.txt", "font-source-sans-3-OFL-1.1.txt"),
        ("rules/rosters/README.md", "data-rosters.md"),
    ] {
        let source = root.join(from);
        ensure!(source.is_file(), "{from} is missing");
        fs::copy(source, folder.join(to))?;
    }
    Ok(())
}
