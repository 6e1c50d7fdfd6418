//! One command for everything: `cargo xtask <command>`.
//!
//! Each command is one module; this file only names them.

mod assess;
mod audit;
mod bench;
mod cargo;
mod dist;
mod driver;
mod grid;
mod guide;
mod identity;
mod letters;
mod lint;
mod modules;
mod needs;
mod package;
mod release;
mod report;
mod sbom;
mod schema;
mod serve;
mod single;
mod split;
mod styles;
mod suites;
mod test;
mod tidy;
mod twice;

use anyhow::{Result, bail};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>
  serve [--port N] [--dev]   build the app and serve it on this machine
  test                       install what is missing, then run every check and test
  check                      formatting, clippy and tidy: what an edit should pass before a commit
  build [--dev | --names]    make dist/; with the names of functions, for profilers
  release [--twice]          make release/: the site, the single file, the .zip, checksums, list of parts, licences;
                             --twice: build the commit again elsewhere and compare every byte
  lint [FILE…]               check rule files, run their examples, and try each number one off
  lint --schema              write the schema of rule files, which editors read
  assess INPUT… --as-of DAY [--plan FILE] [--reading ID=OPTION]… [--scope ID] --out DIR
                             the tables of an assessment, without a browser
  report INPUT… --kind KIND --as-of DAY [--unit ID] [--outline FILE] [--plan FILE] [--stamp DAY] --out FILE.docx
                             a report as a Word document; kinds: quarter half-year year province five-years
  grid FILE --out DIR        each table found in a file as clean CSV, header first
  bench [NAME]               measure, as a ratio against a peer in the same run
  suites DIR                 score the public suites of spreadsheets in a folder; no panic and no hang on any file
  audit                      slower checks that need more tools; says what it skipped
  pictures                   take the pictures of the guides anew, from the page as it is
  tidy                       arrows between crates, sizes of files, features of the wasm build
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (command, rest) = arguments.split_first().map_or(("help", &[][..]), |(first, rest)| (first.as_str(), rest));
    match command {
        "serve" => serve::serve(rest),
        "test" => test::test(),
        "check" => test::check(),
        "build" => dist::build(dist::Profile::from_arguments(rest)).map(|dist| println!("{}", dist.folder.display())),
        "release" => release::release(rest),
        "lint" if rest == ["--schema"] => schema::write(),
        "lint" => lint::lint(rest),
        "assess" => assess::assess(rest),
        "report" => report::report(rest),
        "grid" => grid::grid(rest),
        "bench" => bench::bench(rest),
        "suites" => suites::suites(rest),
        "pictures" => guide::pictures(),
        "audit" => audit::audit(),
        "tidy" => tidy::tidy(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("`{other}` is not a command\n{HELP}"),
    }
}
