//! Packs the shipped plans as their texts have them, and their short names by themselves: a first result needs no reader of rule
//! files, and what is offered beside the plan in force no plan.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let rules = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../rules");
    let packed = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", rules.display());
    for entry in fs::read_dir(&rules)? {
        let file = entry?.path();
        let (Some(name), Some(true)) = (file.file_name(), file.extension().map(|ending| ending == "toml")) else {
            continue;
        };
        let text = fs::read_to_string(&file)?;
        let plan = plan::plan_of(&name.to_string_lossy(), &text, &BTreeMap::new())
            .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
        fs::write(packed.join(name).with_extension("plan"), postcard::to_allocvec(&plan)?)?;
        fs::write(packed.join(name).with_extension("short"), postcard::to_allocvec(&plan.short)?)?;
    }
    Ok(())
}
