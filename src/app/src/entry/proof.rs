//! What is known about the lines: intake's findings, line by line, and what was done to them last.

use super::Line;
use domain::{Finding, Severity};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What was done last, for those who do not see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// So many rows were pasted; what did not fit was cut off.
    Pasted {
        /// Rows.
        rows: u32,
        /// Something did not fit.
        cut: bool,
    },
    /// A line is there twice; the copy has this number.
    Duplicated(u32),
    /// The line with this number is gone.
    Deleted(Option<u32>),
    /// So many lines are gone.
    Cleared(u32),
    /// The last step was taken back.
    Undone,
}

/// The findings on one version of the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Proof {
    version: Option<u32>,
    lines: BTreeMap<u32, (Rc<Line>, Vec<Finding>)>,
}

impl Proof {
    /// Intake numbers the lines from row 2.
    pub(super) fn new(version: u32, lines: &[Rc<Line>], findings: Vec<Finding>) -> Self {
        let numbered: BTreeMap<u32, &Rc<Line>> = (2..).zip(lines).collect();
        let mut found: BTreeMap<u32, (Rc<Line>, Vec<Finding>)> = BTreeMap::new();
        for finding in findings {
            if let Some(line) = finding.at.row.and_then(|row| numbered.get(&row)) {
                found.entry(line.id).or_insert_with(|| (Rc::clone(line), Vec::new())).1.push(finding);
            }
        }
        Self { version: Some(version), lines: found }
    }

    /// Findings on a line that has changed since say nothing any more.
    pub(super) fn forget_changed(&mut self, lines: &[Rc<Line>]) {
        self.lines.retain(|_, (known, _)| lines.iter().any(|line| line == known));
    }

    pub(super) fn of(&self, line: u32) -> &[Finding] {
        self.lines.get(&line).map_or(&[], |(_, findings)| findings)
    }

    /// Were these very lines looked at?
    pub(super) fn is_of(&self, version: u32) -> bool {
        self.version == Some(version)
    }

    /// Is more than a note to be said of a line?
    pub(super) fn is_doubtful(&self, line: u32) -> bool {
        self.of(line).iter().any(|finding| finding.kind.severity() != Severity::Note)
    }
}
