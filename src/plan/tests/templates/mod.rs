//! Templates and what is said of them: each `NAME.toml` of a folder with exactly what is printed about it in `NAME.golden`,
//! which is nothing for `sound` alone. `UPDATE_GOLDENS=1 cargo test` writes the goldens anew; read what changed before you keep it.

use plan::Problem;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Holds what `lint` says of each template, by its name and text, against its golden file.
pub(crate) fn check(folder: &str, lint: impl Fn(&str, &str) -> Vec<Problem>) {
    let cases = files(folder);
    assert!(cases.len() > 1, "there are cases in {folder}");
    for file in cases {
        let (name, text) = (file.file_name().unwrap().to_str().unwrap(), fs::read_to_string(&file).unwrap());
        let said = lint(name, &text).iter().fold(String::new(), |mut said, problem| {
            writeln!(said, "{problem}\n").unwrap();
            said
        });
        let golden = file.with_extension("golden");
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(golden, said).unwrap();
            continue;
        }
        assert_eq!(fs::read_to_string(&golden).unwrap(), said, "{}", file.display());
        assert_eq!(said.is_empty(), name == "sound.toml", "{}", file.display());
    }
}

/// The templates in a folder of this package.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}
