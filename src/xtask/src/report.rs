//! `cargo xtask report`: a report as a Word document, natively, through the same path as the page.

use crate::assess::{Quiet, day, house, not_read, open};
use anyhow::{Context, Result, anyhow, bail};
use assess::{AssessError, Assessment, House};
use domain::{NaiveDate, Options, Outline, ReportKind, ReportSlice, UnitIndex};
use std::fs;
use std::path::{Path, PathBuf};

/// What the command line says.
#[derive(Default)]
struct Arguments {
    inputs: Vec<PathBuf>,
    plan: Option<PathBuf>,
    outline: Option<PathBuf>,
    kind: Option<ReportKind>,
    unit: Option<String>,
    stamp: Option<NaiveDate>,
    out: PathBuf,
    options: Options,
}

/// Reads a folder or files and writes one report.
pub fn report(arguments: &[String]) -> Result<()> {
    let arguments = parse(arguments)?;
    let kind = arguments.kind.context("--kind is needed: quarter, half-year, year, province or five-years")?;
    let as_of = arguments.options.as_of.context("--as-of is needed: the command line has no today")?;
    let today = as_of.succ_opt().unwrap_or(as_of);
    let house = house(arguments.plan.as_deref())?;
    let assessment = match house.assess(open(&arguments.inputs)?, arguments.options, today, &mut Quiet) {
        Ok(assessment) => assessment,
        Err(AssessError::Files(errors)) => bail!("no table in any input\n{}", not_read(&errors)),
        Err(error) => return Err(error.into()),
    };
    eprint!("{}", not_read(assessment.failed()));
    let outline = outline(&house, kind, arguments.outline.as_deref())?;
    let unit = unit(&assessment, arguments.unit.as_deref())?;
    let report = fill(&house, &assessment, &outline, unit)?;
    let bytes = report::docx::write(&report, arguments.stamp.unwrap_or(today))?;
    fs::write(&arguments.out, bytes).with_context(|| format!("cannot write {}", arguments.out.display()))?;
    println!("{}: {} places to fill in", arguments.out.display(), report.blanks());
    Ok(())
}

fn fill(house: &House, assessment: &Assessment, outline: &Outline, unit: Option<UnitIndex>) -> Result<ReportSlice> {
    let figures = assessment
        .report(house, outline.kind, unit)
        .with_context(|| format!("nobody there hands in `{}`: name a unit with --unit", outline.kind.code()))?;
    Ok(report::outline::fill(outline, &figures))
}

/// Another outline in the place of the shipped one, checked as `cargo xtask lint` does.
fn outline(house: &House, kind: ReportKind, file: Option<&Path>) -> Result<Outline> {
    let Some(file) = file else { return Ok(house.outline(kind)?) };
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let outline = plan::outline(&file.display().to_string(), &text).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        anyhow!(lines.join("\n\n"))
    })?;
    if outline.kind != kind {
        bail!("{} is an outline of `{}`, not of `{}`", file.display(), outline.kind.code(), kind.code());
    }
    Ok(outline)
}

fn unit(assessment: &Assessment, id: Option<&str>) -> Result<Option<UnitIndex>> {
    let Some(id) = id else { return Ok(None) };
    let found = assessment.facts().roster.find(id);
    found.map(Some).with_context(|| format!("no unit has the id `{id}`"))
}

fn parse(arguments: &[String]) -> Result<Arguments> {
    let mut parsed = Arguments::default();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        let mut value = || rest.next().ok_or_else(|| anyhow!("{argument} needs a value"));
        match argument.as_str() {
            "--plan" => parsed.plan = Some(PathBuf::from(value()?)),
            "--outline" => parsed.outline = Some(PathBuf::from(value()?)),
            "--out" => parsed.out = PathBuf::from(value()?),
            "--unit" => parsed.unit = Some(value()?.clone()),
            "--as-of" => parsed.options.as_of = Some(day(value()?)?),
            "--stamp" => parsed.stamp = Some(day(value()?)?),
            "--kind" => {
                let kind = value()?;
                let known = ReportKind::from_code(kind);
                parsed.kind = Some(known.with_context(|| format!("`{kind}` is not a kind of report"))?);
            }
            other if other.starts_with("--") => bail!("unknown option `{other}`"),
            input => parsed.inputs.push(PathBuf::from(input)),
        }
    }
    if parsed.inputs.is_empty() {
        bail!("no input: name a folder or files");
    }
    if parsed.out.as_os_str().is_empty() {
        bail!("--out is needed: the document to write");
    }
    Ok(parsed)
}
