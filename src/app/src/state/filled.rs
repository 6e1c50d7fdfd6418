//! What the user wrote into the blanks of reports. It is kept for the sitting, and nothing is ever written there by itself.

use domain::{ReportKind, ReportRun, ReportSlice};
use std::collections::{BTreeMap, BTreeSet};

/// A blank, by what stays the same while figures change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct BlankKey {
    kind: ReportKind,
    unit: String,
    period: String,
    hint: String,
    /// Which of those with the same hint, from 1.
    number: u32,
}

/// Something happens to the blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FilledEvent {
    /// Something is written, or wiped.
    Wrote(BlankKey, String),
    /// A file holds what was written.
    Kept,
}

/// What was written so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filled {
    texts: BTreeMap<BlankKey, String>,
    unsaved: bool,
}

impl Filled {
    pub(super) fn hear(&mut self, event: FilledEvent) {
        match event {
            FilledEvent::Kept => self.unsaved = false,
            FilledEvent::Wrote(key, text) => {
                let before = self.texts.get(&key).cloned().unwrap_or_default();
                self.unsaved |= before != text;
                if text.is_empty() {
                    self.texts.remove(&key)
                } else {
                    self.texts.insert(key, text)
                };
                self.unsaved &= !self.texts.is_empty();
            }
        }
    }

    /// Would closing the page lose something?
    pub(crate) fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// How many different blanks a report has, and how many of them are filled.
    pub(crate) fn count(&self, report: &ReportSlice) -> (u32, u32) {
        let different: BTreeSet<BlankKey> = keys(report).into_iter().collect();
        let filled = different.iter().filter(|key| self.texts.contains_key(key)).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        (count(different.len()), count(filled))
    }

    /// The blanks of a report, in its order, each with what was written.
    pub(crate) fn of(&self, report: &ReportSlice) -> Vec<(BlankKey, String)> {
        keys(report)
            .into_iter()
            .map(|key| {
                let text = self.texts.get(&key).cloned().unwrap_or_default();
                (key, text)
            })
            .collect()
    }
}

/// Number and day of an annex are those of the report it belongs to: what is written once stands there, too.
fn keys(report: &ReportSlice) -> Vec<BlankKey> {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let unit = report.unit.as_ref().map(|unit| unit.id.clone()).unwrap_or_default();
    let key = |hint: &str, number| BlankKey {
        kind: report.kind,
        unit: unit.clone(),
        period: report.period.to_string(),
        hint: hint.to_owned(),
        number,
    };
    let belongs = |line| report.annexes.iter().any(|annex| std::ptr::eq(&annex.belongs_to, line));
    let mut keys = Vec::new();
    for line in report.lines() {
        for hint in line.iter().filter_map(hint) {
            let number = numbers.entry(hint).or_default();
            *number += u32::from(*number == 0 || !belongs(line));
            keys.push(key(hint, if belongs(line) { 1 } else { *number }));
        }
    }
    keys
}

fn hint(run: &ReportRun) -> Option<&str> {
    match run {
        ReportRun::Blank(hint) => Some(hint),
        ReportRun::Text(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{NaiveDate, Period, ReportAnnex, ReportBlock, ReportFoot, ReportHead};

    fn report(period: Period, hints: &[&str]) -> ReportSlice {
        let blank = |hint: &&str| ReportRun::Blank((*hint).to_owned());
        ReportSlice {
            kind: ReportKind::Quarter,
            unit: None,
            period,
            as_of: NaiveDate::default(),
            file_name: String::new(),
            head: ReportHead::default(),
            body: vec![ReportBlock::Paragraph(hints.iter().map(blank).collect())],
            foot: ReportFoot::default(),
            annexes: Vec::new(),
            reach: domain::ReportReach::default(),
        }
    }

    fn texts(filled: &Filled, report: &ReportSlice) -> Vec<String> {
        filled.of(report).into_iter().map(|(_, text)| text).collect()
    }

    fn write(filled: &mut Filled, report: &ReportSlice, at: usize, text: &str) {
        let key = filled.of(report)[at].0.clone();
        filled.hear(FilledEvent::Wrote(key, text.to_owned()));
    }

    #[test]
    fn what_is_written_stands_in_its_own_blank_of_its_own_report_only() {
        let (third, fourth) = (Period::Quarter(2024, 3), Period::Quarter(2024, 4));
        let mut filled = Filled::default();
        let before = report(third.clone(), &["số", "nguyên nhân", "số"]);
        write(&mut filled, &before, 2, "12");
        assert_eq!(texts(&filled, &before), ["", "", "12"]);
        assert_eq!(texts(&filled, &report(fourth, &["số", "nguyên nhân", "số"])), ["", "", ""]);
        let after = report(third, &["số", "ngày", "nguyên nhân", "kiến nghị", "số"]);
        assert_eq!(texts(&filled, &after), ["", "", "", "", "12"], "another figure more or less moves nothing");
    }

    #[test]
    fn the_number_of_the_report_stands_on_its_annexes_too() {
        let mut paper = report(Period::Year(2024), &["số", "nguyên nhân"]);
        let belongs_to = vec![ReportRun::Blank("số".to_owned())];
        paper.annexes = vec![ReportAnnex { belongs_to, ..ReportAnnex::default() }];
        let mut filled = Filled::default();
        assert_eq!(filled.count(&paper), (2, 0));
        write(&mut filled, &paper, 2, "07");
        assert_eq!(texts(&filled, &paper), ["07", "", "07"]);
        assert_eq!(filled.count(&paper), (2, 1));
    }

    #[test]
    fn only_what_no_file_holds_would_be_lost() {
        let paper = report(Period::Year(2024), &["số"]);
        let mut filled = Filled::default();
        assert!(!filled.is_unsaved());
        write(&mut filled, &paper, 0, "7");
        assert!(filled.is_unsaved());
        filled.hear(FilledEvent::Kept);
        assert!(!filled.is_unsaved());
        write(&mut filled, &paper, 0, "8");
        write(&mut filled, &paper, 0, "");
        assert!(!filled.is_unsaved(), "what is wiped cannot be lost");
    }
}
