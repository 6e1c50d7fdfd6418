//! What the tests share: the house, the sample files, and how a verdict is asked for.

use assess::{Assessment, House, Input};
use domain::{Language, NaiveDate, Options, UnitIndex, Verdict};
use report::{Subject, Words, worded};
use std::io::Cursor;
use std::path::{Path, PathBuf};

pub(crate) const COMMUNE: &str = "nhat-ky-xa-vinh-hoa-hiep-2024.xlsx";
pub(crate) const PROVINCE: &str = "toan-tinh-kien-giang-2024.xlsx";
pub(crate) const MEDIA: &str = "so-bo-chi-so-co-quan-truyen-thong.xlsx";
pub(crate) const CONVENTIONS: &str = "so-huong-uoc-quy-uoc.xlsx";

/// A file of the user: its name and its bytes.
pub(crate) type File = (String, Vec<u8>);

/// The sample figures are complete to 15/10/2024: the day after, yesterday is the as-of day.
pub(crate) const SAMPLE_DAY: &str = "2024-10-16";

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn house() -> House {
    House::embedded().unwrap()
}

pub(crate) fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

pub(crate) fn sample(name: &str) -> File {
    (name.to_owned(), std::fs::read(repository("www/sample").join(name)).unwrap())
}

pub(crate) fn csv(name: &str, text: &str) -> File {
    (name.to_owned(), text.as_bytes().to_vec())
}

pub(crate) fn assess(files: &[File], options: Options, today: &str) -> Assessment {
    let input = |(name, bytes): &File| Input {
        name: name.clone(),
        size: bytes.len() as u64,
        bytes: Box::new(Cursor::new(bytes.clone())),
    };
    house().assess(files.iter().map(input).collect(), options, day(today), &mut ()).unwrap()
}

/// A sample on the day it was made for.
pub(crate) fn assess_sample(name: &str) -> Assessment {
    assess(&[sample(name)], Options::default(), SAMPLE_DAY)
}

/// What `write` makes of everything that is reported.
pub(crate) fn reported<T>(
    assessment: &Assessment,
    language: Language,
    write: impl FnOnce(&Subject<'_>, &Words<'_>) -> T,
) -> T {
    let slice = assessment.agenda_slice(&house(), None);
    let (subject, judge) = (assessment.subject(&[], &slice.agenda), assessment.judge());
    let reading = |reading: &str, option: &str| assessment.reading(reading, option);
    let counted = |verdict: &Verdict| judge.counted_rows(verdict);
    worded::with_words(language, assessment.facts(), &slice, (&reading, &counted), |words| write(&subject, words))
}

pub(crate) fn unit(assessment: &Assessment, id: &str) -> UnitIndex {
    assessment.facts().roster.find(id).unwrap_or_else(|| panic!("no unit {id}"))
}

/// The verdict on a unit, `*` for the share of the whole province.
pub(crate) fn verdict<'a>(assessment: &'a Assessment, target: &str, id: &str, period: &str) -> &'a Verdict {
    let whose = (id != "*").then(|| unit(assessment, id));
    let is_it =
        |verdict: &&Verdict| verdict.target == target && verdict.unit == whose && verdict.period.to_string() == period;
    assessment.verdicts().iter().find(is_it).unwrap_or_else(|| panic!("no verdict {target} {id} {period}"))
}

/// `met 5` or `no_data 0 register_missing`: state, what is certain, and why.
pub(crate) fn said(assessment: &Assessment, target: &str, id: &str, period: &str) -> String {
    let verdict = verdict(assessment, target, id, period);
    let count = if verdict.n_lo == verdict.n_hi {
        verdict.n_lo.to_string()
    } else {
        format!("{}..{}", verdict.n_lo, verdict.n_hi)
    };
    let reason = verdict.reason.map_or(String::new(), |reason| format!(" {}", reason.code()));
    format!("{} {count}{reason}", verdict.state.code())
}
