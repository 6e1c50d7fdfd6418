//! Why a verdict turned: days that began or ended, rows that came to count or ceased to, and what the days ask for.

use super::Pair;
use super::cells::same_activity;
use super::side::Side;
use domain::{Because, EvidenceRow, Outcome, Rows, State, Verdict};

/// Rows of a reason that are listed; all of them are counted.
const FIRST: usize = 6;

/// Every reason for one verdict.
pub(super) fn because(pair: &Pair<'_>, before: &Side<'_>, after: &Side<'_>) -> Vec<Because> {
    let (Some(earlier), Some(later)) = (pair.before, pair.after) else { return vec![Because::OneSide] };
    let [came, went] = rows((earlier, before), (later, after));
    let days = days(later, before, after);
    days.chain(came.map(Because::Came)).chain(went.map(Because::Went)).chain(figures(earlier, later)).collect()
}

/// The borders of the days judged that lie between the two as-of days.
fn days(later: &Verdict, before: &Side<'_>, after: &Side<'_>) -> impl Iterator<Item = Because> + use<> {
    let between = (before.as_of, after.as_of);
    let lies_there = move |day: &domain::NaiveDate| between.0 < *day && *day <= between.1;
    let began = later.window.map(domain::Span::from).filter(lies_there).map(Because::Began);
    let ended = Some(later.deadline).filter(lies_there).map(Because::Ended);
    began.into_iter().chain(ended)
}

/// Rows that count on one side only.
fn rows((earlier, before): (&Verdict, &Side<'_>), (later, after): (&Verdict, &Side<'_>)) -> [Option<Rows>; 2] {
    let (was, is) = (counting(earlier, before), counting(later, after));
    let same_facts = std::ptr::eq(before.facts(), after.facts());
    let says_the_same = |one: &EvidenceRow, other: &EvidenceRow| match (one.activity, other.activity) {
        _ if same_facts => {
            (&one.file, &one.sheet, one.row, &one.when) == (&other.file, &other.sheet, other.row, &other.when)
        }
        (Some(a), Some(b)) => one.unit == other.unit && same_activity(before.facts(), a, after.facts(), b),
        _ => (&one.unit, one.when, &one.title) == (&other.unit, other.when, &other.title),
    };
    let came = left_over(&is, &was, |now, then| now.outcome == then.outcome && says_the_same(then, now));
    let went = left_over(&was, &is, |then, now| says_the_same(then, now));
    [some(came), some(went)]
}

fn counting(verdict: &Verdict, side: &Side<'_>) -> Vec<EvidenceRow> {
    let explained = side.judge.explain(&verdict.target, verdict.unit, &verdict.period);
    let mut rows = explained.map(|explanation| explanation.rows).unwrap_or_default();
    rows.retain(|row| matches!(row.outcome, Outcome::Counted | Outcome::Possible));
    rows
}

/// Those of `all` that find no partner among `others`; each partner is found once.
fn left_over(
    all: &[EvidenceRow],
    others: &[EvidenceRow],
    is_partner: impl Fn(&EvidenceRow, &EvidenceRow) -> bool,
) -> Vec<EvidenceRow> {
    let mut free: Vec<&EvidenceRow> = others.iter().collect();
    let mut left = Vec::new();
    for row in all {
        match free.iter().position(|other| is_partner(row, other)) {
            Some(at) => {
                free.swap_remove(at);
            }
            None => left.push(row.clone()),
        }
    }
    left
}

fn some(rows: Vec<EvidenceRow>) -> Option<Rows> {
    let of = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    (of > 0).then(|| Rows { first: rows.into_iter().take(FIRST).collect(), of })
}

/// What is asked for, of how many, and whether there are figures at all.
fn figures(earlier: &Verdict, later: &Verdict) -> impl Iterator<Item = Because> + use<> {
    let asked = earlier.required_now.zip(later.required_now).filter(|(before, after)| before != after);
    let members = earlier.den.zip(later.den).filter(|(before, after)| before != after);
    // Where nothing was unknown, it tells nothing that rows and days do not.
    let unknown = |verdict: &Verdict| verdict.state == State::NoData && !verdict.evidence.is_whole();
    let reported = match (unknown(earlier), unknown(later)) {
        (true, false) if later.evidence.is_whole() => Some(Because::Reported),
        (false, true) if earlier.evidence.is_whole() => Some(Because::Silent),
        _ => None,
    };
    let asked = asked.map(|(before, after)| Because::Pace { before, after });
    let members = members.map(|(before, after)| Because::Members { before, after });
    asked.into_iter().chain(members).chain(reported)
}
