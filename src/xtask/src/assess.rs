//! `cargo xtask assess`: the tables of an assessment, natively, through the same façade as the page.

use anyhow::{Context, Result, anyhow, bail};
use assess::{AssessError, Assessment, FileWatch, House, Input};
use domain::{Language, NaiveDate, Options, ReadError, Verdict};
use report::csv::Flavour;
use report::{Subject, Words, worded};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What the command line says.
struct Arguments {
    inputs: Vec<PathBuf>,
    plan: Option<PathBuf>,
    out: PathBuf,
    options: Options,
}

/// Reads a folder or files and writes `verdicts.csv`, `rollups.csv`, `findings.csv`, `agenda.csv`, `assessment.json`
/// and `facts/`.
pub fn assess(arguments: &[String]) -> Result<()> {
    let arguments = parse(arguments)?;
    let house = house(arguments.plan.as_deref())?;
    let as_of = arguments.options.as_of.context("--as-of is needed: the command line has no today")?;
    let inputs = open(&arguments.inputs)?;
    let today = as_of.succ_opt().unwrap_or(as_of);
    let assessment = match house.assess(inputs, arguments.options, today, &mut Quiet) {
        Ok(assessment) => assessment,
        Err(AssessError::Files(errors)) => bail!("no table in any input\n{}", not_read(&errors)),
        Err(error) => return Err(error.into()),
    };
    eprint!("{}", not_read(assessment.failed()));
    write_tables(&house, &assessment, &arguments.out)?;
    println!("{} verdicts in {}", assessment.verdicts().len(), arguments.out.display());
    Ok(())
}

/// A line for each file that could not be read: what was seen, why it matters, what to do.
pub(crate) fn not_read(errors: &[ReadError]) -> String {
    let words = |error: &ReadError| worded::read_error(Language::En, &error.kind);
    errors.iter().map(|error| format!("not read: {}: {}\n", error.file, words(error))).collect()
}

/// Nobody watches how far reading is.
pub(crate) struct Quiet;

impl FileWatch for Quiet {
    fn progress(&mut self, _file: &str, _done: u64, _total: u64, _rows: u32) {}
}

fn parse(arguments: &[String]) -> Result<Arguments> {
    let mut parsed = Arguments { inputs: Vec::new(), plan: None, out: PathBuf::new(), options: Options::default() };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or_else(|| anyhow!("{argument} needs a value"));
        match argument.as_str() {
            "--plan" => parsed.plan = Some(PathBuf::from(value()?)),
            "--out" => parsed.out = PathBuf::from(value()?),
            "--scope" => parsed.options.scope = Some(value()?.clone()),
            "--as-of" => parsed.options.as_of = Some(day(value()?)?),
            "--reading" => {
                let choice = value()?;
                let (reading, option) = choice.split_once('=').context("--reading takes ID=OPTION")?;
                parsed.options.readings.insert(reading.to_owned(), option.to_owned());
            }
            other if other.starts_with("--") => bail!("unknown option `{other}`"),
            input => parsed.inputs.push(PathBuf::from(input)),
        }
    }
    if parsed.inputs.is_empty() {
        bail!("no input: name a folder or files");
    }
    if parsed.out.as_os_str().is_empty() {
        bail!("--out is needed: a folder for the tables");
    }
    Ok(parsed)
}

pub(crate) fn day(text: &str) -> Result<NaiveDate> {
    text.parse().with_context(|| format!("`{text}` is not a day; write 2026-06-30"))
}

pub(crate) fn house(plan: Option<&Path>) -> Result<House> {
    let Some(file) = plan else { return Ok(House::embedded()?) };
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    Ok(House::with_plan(&file.display().to_string(), &text)?)
}

pub(crate) fn open(paths: &[PathBuf]) -> Result<Vec<Input<'static>>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut inside: Vec<PathBuf> =
                fs::read_dir(path)?.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
            inside.retain(|file| file.is_file());
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    files.iter().map(|file| open_one(file)).collect()
}

fn open_one(path: &Path) -> Result<Input<'static>> {
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    let size = file.metadata()?.len();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Input { name, size, bytes: Box::new(file) })
}

fn write_tables(house: &House, assessment: &Assessment, out: &Path) -> Result<()> {
    let slice = assessment.agenda_slice(house, None);
    let rollups = assessment.rollups();
    let subject = assessment.subject(&rollups, &slice.agenda);
    let judge = assessment.judge();
    let reading = |reading: &str, option: &str| assessment.reading(reading, option);
    let counted = |verdict: &Verdict| judge.counted_rows(verdict);
    worded::with_words(Language::Vi, assessment.facts(), &slice, (&reading, &counted), |words| {
        write_in_words(&subject, words, out)
    })
}

fn write_in_words(subject: &Subject<'_>, words: &Words<'_>, out: &Path) -> Result<()> {
    let facts = out.join("facts");
    fs::create_dir_all(&facts).with_context(|| format!("cannot make {}", facts.display()))?;
    fs::write(out.join("verdicts.csv"), report::csv::verdicts(subject, words, Flavour::Machine))?;
    fs::write(out.join("rollups.csv"), report::csv::rollups(subject, Flavour::Machine))?;
    fs::write(out.join("findings.csv"), report::csv::findings(subject, words, Flavour::Machine))?;
    fs::write(out.join("agenda.csv"), report::csv::agenda(subject, words, Flavour::Machine))?;
    fs::write(out.join("assessment.json"), report::json::write(subject, words)?)?;
    for table in report::csv::facts(subject.facts, Flavour::Machine) {
        fs::write(facts.join(table.name), table.bytes)?;
    }
    Ok(())
}
