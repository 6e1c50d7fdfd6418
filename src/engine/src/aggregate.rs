//! "100% of units": the share of a node's units that met a target, judged from their verdicts.

use crate::count::Counting;
use crate::index::ancestors;
use crate::state::{Group, worst_open};
use crate::window::Window;
use domain::{Evidence, Figures, Reason, Roster, State, UnitIndex, UnitKind, Verdict};
use plan::Aggregate;
use std::collections::BTreeMap;

/// Marks the id of such a share: `T2-share`.
pub(crate) const SUFFIX: &str = "-share";

/// Units of one node in each state.
#[derive(Clone, Debug, Default)]
struct Members {
    counts: BTreeMap<State, u32>,
    weakest: Option<Evidence>,
}

/// Shares over the verdicts of one window: of all units, and of every node of the tree. `None` in a gap between the
/// phases of the percentage: there nothing is asked.
pub(crate) fn group(
    counting: &Counting<'_, '_>,
    rule: &Aggregate,
    window: &Window,
    verdicts: &[Verdict],
) -> Option<Group> {
    let percent = rule.at_least_percent.on(window.in_plan.from())?;
    let judge = counting.judge;
    let members = members_by_node(&judge.facts.roster, verdicts);
    let nodes = judge.index.nodes().filter(|(_, unit)| is_asked(rule, unit.kind)).map(|(index, _)| Some(index));
    let target = format!("{}{SUFFIX}", counting.target.id);
    let share = |node: Option<UnitIndex>| {
        let members = members.get(&node).cloned().unwrap_or_default();
        let life = node.and_then(|node| judge.facts.roster.get(node)).map(domain::Unit::life).unwrap_or_default();
        Verdict { target: target.clone(), unit: node, window: window.judged(life), ..members.verdict(percent, window) }
    };
    let verdicts = std::iter::once(None).chain(nodes).map(share).collect();
    Some(Group { target: target.clone(), code: window.period.to_string(), verdicts })
}

/// A level of government is asked if the plan lists it; any other node that has units below it always is.
fn is_asked(rule: &Aggregate, kind: UnitKind) -> bool {
    let is_level = matches!(kind, UnitKind::Province | UnitKind::District | UnitKind::Commune);
    !is_level || rule.at.contains(&kind)
}

/// The nodes that a verdict counts under: the unit and all above it on its last judged day, and the whole.
pub(crate) fn nodes_of(roster: &Roster, unit: UnitIndex, verdict: &Verdict) -> Vec<Option<UnitIndex>> {
    let day = verdict.window.map(domain::Span::to);
    ancestors(roster, unit, day).into_iter().map(Some).chain([None]).collect()
}

fn members_by_node(roster: &Roster, verdicts: &[Verdict]) -> BTreeMap<Option<UnitIndex>, Members> {
    let mut members: BTreeMap<Option<UnitIndex>, Members> = BTreeMap::new();
    for verdict in verdicts.iter().filter(|verdict| verdict.state != State::NotApplicable) {
        for node in verdict.unit.into_iter().flat_map(|unit| nodes_of(roster, unit, verdict)) {
            members.entry(node).or_default().add(verdict);
        }
    }
    members
}

impl Members {
    fn add(&mut self, verdict: &Verdict) {
        *self.counts.entry(verdict.state).or_default() += 1;
        self.weakest = self.weakest.max(Some(verdict.evidence));
    }

    fn count(&self, states: &[State]) -> u32 {
        states.iter().filter_map(|state| self.counts.get(state)).sum()
    }

    fn verdict(&self, percent: u32, window: &Window) -> Verdict {
        let state = self.state(percent);
        Verdict {
            target: String::new(),
            unit: None,
            period: window.period.clone(),
            window: None,
            state,
            reason: reason(state),
            figures: Figures::Members,
            threshold: percent,
            n_lo: self.count(&[State::Met]),
            n_hi: self.count(&[State::Met, State::Uncertain, State::NoData]),
            den: Some(self.den()),
            planned: 0,
            required_now: None,
            evidence: self.weakest.unwrap_or(Evidence::None),
            deadline: window.in_plan.to(),
        }
    }

    fn den(&self) -> u32 {
        self.counts.values().sum()
    }

    /// Met if the met are enough; missed if all others together could not make up for the missed (at 100 percent: one
    /// missed is missed); in between the least known member speaks.
    fn state(&self, percent: u32) -> State {
        let den = u64::from(self.den());
        let reaches = |units: u64| units * 100 >= u64::from(percent) * den;
        if den == 0 {
            State::NotApplicable
        } else if reaches(u64::from(self.count(&[State::Met]))) {
            State::Met
        } else if !reaches(den - u64::from(self.count(&[State::Missed]))) {
            State::Missed
        } else {
            worst_open(|state| self.count(&[state]) > 0)
        }
    }
}

fn reason(state: State) -> Option<Reason> {
    match state {
        State::NotApplicable => Some(Reason::NothingInScope),
        State::NoData | State::Uncertain => Some(Reason::MembersOpen),
        _ => None,
    }
}
