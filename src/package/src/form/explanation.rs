//! Everything that explains one verdict.

use super::receipt::{Line, Row, line, row};
use super::{Days, days};
use domain::{
    ActivityKind, Bilingual, Change, ForHamlets, Forecast, NaiveDate, PartReceipt, QuotedClause, ReadingInForce,
    RowPlace,
};
use report::json::VerdictEntry;
use report::{Subject, Words};
use serde::Serialize;

/// Everything that explains one verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Explanation {
    verdict: VerdictEntry,
    clauses: Vec<QuotedClause>,
    readings: Vec<InForce>,
    full_window: Option<Days>,
    lived: [Option<NaiveDate>; 2],
    arithmetic: Vec<Line>,
    rows: Vec<Row>,
    change: Option<SmallestChange>,
    parts: Vec<Part>,
    forecast: Option<Outlook>,
    for_hamlets: Option<ForHamlets>,
}

/// A reading that took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct InForce {
    reading: String,
    option: String,
    ask: Bilingual,
    label: Bilingual,
    is_default: bool,
}

/// What would turn the verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct SmallestChange {
    missing: u32,
    kind: Option<ActivityKind>,
    within: Days,
    only_forgotten_rows: bool,
    confirm: Vec<RowPlace>,
    spare: Option<u32>,
}

/// One part of a rule that asks for several things at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Part {
    verdict: VerdictEntry,
    kinds: Vec<ActivityKind>,
    arithmetic: Vec<Line>,
}

/// A second opinion, from the unit's own past.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Outlook {
    expected: u32,
    low: u32,
    high: u32,
    past: Vec<PastWindow>,
}

/// A window that is over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct PastWindow {
    period: String,
    came_after: u32,
    ended_with: u32,
}

/// The explanation as it is given out.
pub(crate) fn explanation(subject: &Subject<'_>, words: &Words<'_>, why: domain::Explanation) -> Explanation {
    Explanation {
        verdict: VerdictEntry::new(subject, words, &why.verdict),
        clauses: why.clauses,
        readings: why.readings.into_iter().map(in_force).collect(),
        full_window: why.full_window.map(days),
        lived: [why.life.from, why.life.to],
        arithmetic: why.arithmetic.iter().map(line).collect(),
        rows: why.rows.into_iter().map(row).collect(),
        change: why.change.map(smallest_change),
        parts: why.parts.iter().map(|receipt| part(subject, words, receipt)).collect(),
        forecast: why.forecast.map(outlook),
        for_hamlets: why.for_hamlets,
    }
}

fn in_force(ReadingInForce { reading, option, ask, label, is_default }: ReadingInForce) -> InForce {
    InForce { reading, option, ask, label, is_default }
}

fn smallest_change(change: Change) -> SmallestChange {
    let Change { missing, kind, within, only_forgotten_rows, confirm, spare } = change;
    SmallestChange { missing, kind, within: days(within), only_forgotten_rows, confirm, spare }
}

fn part(subject: &Subject<'_>, words: &Words<'_>, receipt: &PartReceipt) -> Part {
    Part {
        verdict: VerdictEntry::new(subject, words, &receipt.verdict),
        kinds: receipt.kinds.clone(),
        arithmetic: receipt.arithmetic.iter().map(line).collect(),
    }
}

fn outlook(Forecast { expected, low, high, past }: Forecast) -> Outlook {
    let window = |(period, came_after, ended_with): (domain::Period, u32, u32)| PastWindow {
        period: period.to_string(),
        came_after,
        ended_with,
    };
    Outlook { expected, low, high, past: past.into_iter().map(window).collect() }
}
