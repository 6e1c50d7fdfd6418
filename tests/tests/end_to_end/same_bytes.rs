//! The same input gives the same bytes.

use crate::world::{COMMUNE, CONVENTIONS, MEDIA, PROVINCE, SAMPLE_DAY, assess, day, house, sample};
use domain::{Language, Options, ReportKind};
use report::csv::Flavour;
use report::{ItemWords, Words};

fn written() -> Vec<Vec<u8>> {
    let files = [COMMUNE, PROVINCE, MEDIA, CONVENTIONS].map(sample);
    let assessment = assess(&files, Options::default(), SAMPLE_DAY);
    let agenda = assessment.agenda(&house(), None);
    let rollups = assessment.rollups();
    let subject = assessment.subject(&rollups, &agenda);
    let judge = assessment.judge();
    let words = Words {
        finding: &|finding| format!("{finding:?}"),
        decision: &|decision| format!("{decision:?}"),
        item: &|item| ItemWords { title: format!("{item:?}"), ..ItemWords::default() },
        counted: &|verdict| judge.counted_rows(verdict),
    };
    let facts = report::csv::facts(subject.facts, Flavour::Machine);
    let results = [
        report::csv::verdicts(&subject, &words, Flavour::Machine),
        report::csv::rollups(&subject, Flavour::Machine),
        report::csv::findings(&subject, &words, Flavour::Machine),
        report::csv::agenda(&subject, &words, Flavour::Machine),
        report::json::write(&subject, &words).unwrap(),
        report::workbook::write(&subject, &words, Language::Vi, day(SAMPLE_DAY)).unwrap(),
    ];
    let reports = [ReportKind::Province, ReportKind::FiveYears].map(|kind| {
        let figures = assessment.report(&house(), kind, None).unwrap();
        let report = report::outline::fill(&house().outline(kind).unwrap(), &figures);
        report::docx::write(&report, day(SAMPLE_DAY)).unwrap()
    });
    facts.into_iter().map(|table| table.bytes).chain(results).chain(reports).collect()
}

#[test]
fn two_runs_over_all_samples_write_the_same_bytes() {
    let (first, second) = (written(), written());
    assert!(first.iter().all(|bytes| !bytes.is_empty()));
    assert!(first == second);
}
