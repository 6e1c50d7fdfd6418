//! "100% of units": the share of a node's units that met a target, judged from their verdicts.

use crate::count::Counting;
use crate::index::ancestors;
use crate::judge::Judge;
use crate::state::{Group, worst_open};
use crate::window::Window;
use domain::{Evidence, Figures, Reason, Roster, SHARE_SUFFIX, State, UnitIndex, UnitKind, Verdict};
use plan::{Aggregate, Target};
use std::collections::BTreeMap;

/// Units of one node in each state, and by how we know that their figures are complete.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Members {
    states: [u32; State::ALL.len()],
    evidence: [u32; 4],
}

/// Shares over the verdicts of one window: of all units, and of every node of the tree. `None` in a gap between the
/// phases of the percentage: there nothing is asked.
pub(crate) fn group(
    counting: &Counting<'_, '_>,
    rule: &Aggregate,
    window: &Window,
    verdicts: &[Verdict],
) -> Option<Group> {
    let members = members_by_node(&counting.judge.facts.roster, verdicts);
    group_of(counting, rule, window, |node| members.get(&node).copied().unwrap_or_default())
}

/// As [`group`], of members that are known by node.
pub(crate) fn group_of(
    counting: &Counting<'_, '_>,
    rule: &Aggregate,
    window: &Window,
    members: impl Fn(Option<UnitIndex>) -> Members,
) -> Option<Group> {
    let percent = percent(rule, window)?;
    let share = |node: Option<UnitIndex>| {
        let life = node.and_then(|node| counting.judge.facts.roster.get(node)).map(domain::Unit::life);
        Verdict {
            target: id(counting.target),
            unit: node,
            window: window.judged(life.unwrap_or_default()),
            ..members(node).verdict(percent, window)
        }
    };
    let verdicts = nodes(counting.judge, rule).map(share).collect();
    Some(Group { target: id(counting.target), code: window.period.to_string(), verdicts })
}

/// The id of the share over a target.
pub(crate) fn id(target: &Target) -> String {
    format!("{}{SHARE_SUFFIX}", target.id)
}

/// Whose shares are judged: the whole, and every node that is asked, by id.
pub(crate) fn nodes(judge: &Judge<'_>, rule: &Aggregate) -> impl Iterator<Item = Option<UnitIndex>> {
    let nodes = judge.index.nodes().filter(|(_, unit)| is_asked(rule, unit.kind));
    std::iter::once(None).chain(nodes.map(|(index, _)| Some(index)))
}

/// The percentage asked in a window.
pub(crate) fn percent(rule: &Aggregate, window: &Window) -> Option<u32> {
    rule.at_least_percent.on(window.in_plan.from())
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
            members.entry(node).or_default().add(verdict.state, verdict.evidence);
        }
    }
    members
}

impl Members {
    pub(crate) fn add(&mut self, state: State, evidence: Evidence) {
        let [states, evidence] = self.of(state, evidence);
        *states += 1;
        *evidence += 1;
    }

    /// Takes out what was added before.
    pub(crate) fn remove(&mut self, state: State, evidence: Evidence) {
        let [states, evidence] = self.of(state, evidence);
        *states = states.saturating_sub(1);
        *evidence = evidence.saturating_sub(1);
    }

    /// The members of a node below.
    pub(crate) fn merge(&mut self, other: &Self) {
        for (count, more) in self.states.iter_mut().zip(other.states) {
            *count += more;
        }
        for (count, more) in self.evidence.iter_mut().zip(other.evidence) {
            *count += more;
        }
    }

    fn of(&mut self, state: State, evidence: Evidence) -> [&mut u32; 2] {
        let [met, on_track, at_risk, not_yet_due, missed, late, no_data, uncertain, not_applicable] = &mut self.states;
        let [reported, implied, partial, none] = &mut self.evidence;
        let state = match state {
            State::Met => met,
            State::OnTrack => on_track,
            State::AtRisk => at_risk,
            State::NotYetDue => not_yet_due,
            State::Missed => missed,
            State::Late => late,
            State::NoData => no_data,
            State::Uncertain => uncertain,
            State::NotApplicable => not_applicable,
        };
        let evidence = match evidence {
            Evidence::Reported => reported,
            Evidence::Implied => implied,
            Evidence::Partial => partial,
            Evidence::None => none,
        };
        [state, evidence]
    }

    fn count(&self, states: &[State]) -> u32 {
        states.iter().filter_map(|state| self.states.get(*state as usize)).sum()
    }

    fn weakest(&self) -> Evidence {
        match self.evidence {
            [1..=u32::MAX, 0, 0, 0] => Evidence::Reported,
            [_, 1..=u32::MAX, 0, 0] => Evidence::Implied,
            [_, _, 1..=u32::MAX, 0] => Evidence::Partial,
            _ => Evidence::None,
        }
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
            evidence: self.weakest(),
            deadline: window.in_plan.to(),
        }
    }

    fn den(&self) -> u32 {
        self.states.iter().sum()
    }

    /// Met if the met are enough; missed if all others together could not make up for the missed (at 100 percent: one
    /// missed is missed); in between the least known member speaks.
    pub(crate) fn state(&self, percent: u32) -> State {
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
