//! Writes the sample workbooks into the folder given as the only argument.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder: PathBuf = env::args_os().nth(1).ok_or("expected a folder: cargo run -p sample -- www/sample")?.into();
    fs::create_dir_all(&folder)?;
    for file in sample::files()? {
        fs::write(folder.join(file.name), file.bytes)?;
    }
    Ok(())
}
