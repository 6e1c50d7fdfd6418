//! A program in two modules: what is needed first (by the first screen, by a first result), and the rest, which is asked for
//! right after it.
//!
//! Functions marked `#[wasm_split(rest)]` are where they part. Both share one memory and one table of functions; what the first
//! one uses, too, stays there.

use crate::cargo;
use crate::dist::Profile;
use crate::modules::{Bindings, Shape, bindings, compiled};
use anyhow::{Context, Result, anyhow, bail, ensure};
use std::convert::Infallible;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_encoder::Module;
use wasm_encoder::reencode::{self, Reencode};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{CustomSectionReader, Parser};

/// The name under which the first module asks for the rest.
const LINK: &str = "./rest.js";

/// A program in two.
pub struct Parted {
    /// The first module with its glue, which asks `globalThis.__rest()` for the other one, compiled.
    pub first: Bindings,
    /// The other module.
    pub rest: Vec<u8>,
}

/// The program of a package, in two.
pub fn parted(profile: Profile, package: &str) -> Result<Parted> {
    let (first, rest) = halves(profile, &compiled(profile, package), &cargo::target_dir().join("split").join(package))?;
    let mut first = bindings(profile, &first, package, Shape::Joined)?;
    first.glue = joined(&first.glue)?;
    Ok(Parted { first, rest })
}

/// Parts a program that was linked with `--emit-relocs`: where its first module lies, which still needs its glue, and the other.
fn halves(profile: Profile, program: &Path, out: &Path) -> Result<(PathBuf, Vec<u8>)> {
    let linked = fs::read(program).with_context(|| format!("cannot read {}", program.display()))?;
    let first = out.join("first.wasm");
    let mut options = Options::new(&linked);
    (options.output_dir, options.main_out_path, options.link_name) = (out, &first, LINK);
    fs::create_dir_all(out)?;
    let parted = transform(options).map_err(|error| anyhow!("cannot part {}: {error:#}", program.display()))?;
    let [rest] = &parted.split_modules[..] else {
        bail!("the program comes apart into {} modules beside the first", parted.split_modules.len());
    };
    let rest = bare(profile, &fs::read(rest)?)?;
    Ok((first, rest))
}

/// Glue that knows where the other module comes from.
fn joined(glue: &str) -> Result<String> {
    let import = format!("import * as import1 from \"{LINK}\"");
    ensure!(glue.contains(&import), "the glue does not ask for the other module as it did");
    Ok(glue.replace(&import, JOIN))
}

const JOIN: &str = "\
const import1 = {
  async __wasm_split_load_rest(callback, data) {
    let arrived = true;
    try {
      await WebAssembly.instantiate(await globalThis.__rest(), { __wasm_split: wasm });
    } catch (error) {
      console.error(error);
      arrived = false;
    }
    wasm.__indirect_function_table.get(callback)(data, arrived);
  },
};";

/// Glue that exports for an ordinary script, whose top is its only scope.
pub fn ordinary(glue: &str) -> Result<String> {
    let lines =
        glue.lines().filter(|line| !line.starts_with("export {")).map(|line| match line.strip_prefix("export ") {
            Some(named) => format!("{named}\n"),
            None => format!("{line}\n"),
        });
    let script: String = lines.collect();
    ensure!(!script.lines().any(|line| line.starts_with("import ")), "the glue needs another module");
    Ok(script)
}

/// The same module without names, its numbers as short as they can be: the linker leaves room around them.
fn bare(profile: Profile, module: &[u8]) -> Result<Vec<u8>> {
    let mut out = Module::new();
    Bare { named: profile == Profile::Named }
        .parse_core_module(&mut out, Parser::new(0), module)
        .map_err(|error| anyhow!("cannot write a module: {error}"))?;
    Ok(out.finish())
}

struct Bare {
    named: bool,
}

impl Reencode for Bare {
    type Error = Infallible;

    fn parse_custom_section(
        &mut self,
        out: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        if self.named && section.name() == "name" {
            reencode::utils::parse_custom_section(self, out, section)?;
        }
        Ok(())
    }
}
