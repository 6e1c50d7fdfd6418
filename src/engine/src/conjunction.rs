//! Several things asked at once ("at least 4 sessions and a signed pledge"): one verdict from the verdicts of the parts.

use crate::amount::Reach;
use crate::part::PartVerdict;
use crate::state::{Ruling, worst_open};
use domain::{Figures, Reason, State, Verdict};

/// The verdict on all parts together; `None` of none. Its figures are parts: how many are enough for certain, how many
/// may be, how many more would be if every plan were kept.
pub(crate) fn all_of(parts: &[PartVerdict]) -> Option<Verdict> {
    let first = &parts.first()?.verdict;
    let (state, reason) = rule(parts);
    Some(Verdict {
        state,
        reason,
        figures: Figures::Parts,
        threshold: number(parts, |_| true),
        n_lo: number(parts, |part| part.reach == Reach::Enough),
        n_hi: number(parts, |part| part.reach != Reach::Short),
        den: None,
        planned: number(parts, is_planned),
        required_now: None,
        evidence: deciding(parts, state).map(|part| part.verdict.evidence).max().unwrap_or(first.evidence),
        ..first.clone()
    })
}

/// The parts that give the whole its state.
fn deciding(parts: &[PartVerdict], state: State) -> impl Iterator<Item = &PartVerdict> {
    parts.iter().filter(move |part| part.verdict.state == state)
}

/// All met is met, one missed is missed, and in between the least known part speaks.
fn rule(parts: &[PartVerdict]) -> Ruling {
    let asked: Vec<&Verdict> =
        parts.iter().map(|part| &part.verdict).filter(|verdict| verdict.state != State::NotApplicable).collect();
    let has = |state: State| asked.iter().any(|verdict| verdict.state == state);
    let state = if asked.is_empty() {
        State::NotApplicable
    } else if asked.iter().all(|verdict| verdict.state == State::Met) {
        State::Met
    } else if has(State::Missed) {
        State::Missed
    } else {
        worst_open(has)
    };
    (state, reason(parts, state))
}

/// Of the first part that is in this state.
fn reason(parts: &[PartVerdict], state: State) -> Option<Reason> {
    parts.iter().find(|part| part.verdict.state == state).and_then(|part| part.verdict.reason)
}

/// Its plans would make it enough.
fn is_planned(part: &PartVerdict) -> bool {
    let verdict = &part.verdict;
    part.reach != Reach::Enough
        && verdict.planned > 0
        && verdict.n_lo.saturating_add(verdict.planned) >= verdict.threshold
}

fn number(parts: &[PartVerdict], of: impl Fn(&PartVerdict) -> bool) -> u32 {
    u32::try_from(parts.iter().filter(|part| of(part)).count()).unwrap_or(u32::MAX)
}
