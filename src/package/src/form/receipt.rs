//! The arithmetic of a verdict, line by line, and the source rows behind it.

use domain::{ActivityKind, ArithmeticLine, EvidenceRow, Exclusion, Outcome};
use serde::Serialize;

/// One line of the receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub(crate) enum Line {
    Found { number: u32 },
    LessExcluded { number: u32, why: WhyNot },
    LessPossible { number: u32 },
    Counted { number: u32 },
    Required { number: u32 },
    Share { lo: u32, hi: u32, den: u32, percent: u32 },
}

/// Why something does not count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct WhyNot {
    code: &'static str,
    detail: Option<String>,
}

/// One source row and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Row {
    file: String,
    sheet: String,
    row: u32,
    /// The row that an edit names, from 1.
    activity: Option<u32>,
    unit: String,
    when: Option<String>,
    kind: Option<ActivityKind>,
    count: u32,
    title: String,
    channel: String,
    outcome: &'static str,
    why: Option<WhyNot>,
}

/// A line as it is given out.
pub(crate) fn line(line: &ArithmeticLine) -> Line {
    match line {
        ArithmeticLine::Found(number) => Line::Found { number: *number },
        ArithmeticLine::LessExcluded(why, number) => Line::LessExcluded { number: *number, why: why_not(why) },
        ArithmeticLine::LessPossible(number) => Line::LessPossible { number: *number },
        ArithmeticLine::Counted(number) => Line::Counted { number: *number },
        ArithmeticLine::Required(number) => Line::Required { number: *number },
        ArithmeticLine::Share { lo, hi, den, percent } => {
            Line::Share { lo: *lo, hi: *hi, den: *den, percent: *percent }
        }
    }
}

/// A row as it is given out; its unit by the name it had then, because a row may name one below the judged one.
pub(crate) fn row(row: EvidenceRow) -> Row {
    let EvidenceRow { file, sheet, row, unit, when, kind, count, title, channel, outcome, activity } = row;
    let (outcome, why) = match outcome {
        Outcome::Counted => ("counted", None),
        Outcome::Possible => ("possible", None),
        Outcome::Excluded(why) => ("excluded", Some(why_not(&why))),
    };
    let when = when.map(|span| span.to_string());
    let activity = activity.map(|at| at + 1);
    Row { file, sheet, row, activity, unit, when, kind, count, title, channel, outcome, why }
}

/// Why something does not count, as it is given out.
pub(crate) fn why_not(exclusion: &Exclusion) -> WhyNot {
    let (code, detail) = match exclusion {
        Exclusion::OutsideWindow => ("outside_window", None),
        Exclusion::OtherKind(kind) => ("other_kind", Some(kind.code().to_owned())),
        Exclusion::MissingTag(tag) => ("missing_tag", Some(tag.clone())),
        Exclusion::OtherChannel => ("other_channel", None),
        Exclusion::OtherAudience => ("other_audience", None),
        Exclusion::DuplicateOf(row) => ("duplicate_of", Some(row.to_string())),
        Exclusion::SameTitleAs(row) => ("same_title_as", Some(row.to_string())),
        Exclusion::Planned => ("planned", None),
        Exclusion::AfterAsOf => ("after_as_of", None),
        Exclusion::Zero => ("zero", None),
        Exclusion::NotFulfilled => ("not_fulfilled", None),
        Exclusion::Superseded => ("superseded", None),
    };
    WhyNot { code, detail }
}
