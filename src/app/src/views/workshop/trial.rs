//! Decides what the what-if slide tries, and what would become of each unit. Knows no words and no page.

use crate::views::overview::decide::{in_group, one_kind};
use domain::{
    ActivityKind, Edit, Every, Figures, Period, PlanSlice, PlanTargetLine, Programme, State, Summary, TargetLine,
    TurnedLine, WhatIfSlice,
};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use wording::states::Group;

/// What is tried: the same for every unit that a target addresses, in the period shown.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Trial {
    /// The target.
    pub(crate) line: TargetLine,
    /// One more for each.
    pub(crate) programme: Programme,
}

/// What would become of the units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// Those that meet it anyhow.
    pub(crate) met: u32,
    /// Those that meet it because of what is tried.
    pub(crate) gained: u32,
    /// The others, by group.
    pub(crate) rest: Vec<(Group, u32)>,
}

impl Outcome {
    /// All units.
    pub(crate) fn all(&self) -> u32 {
        self.met + self.gained + self.rest.iter().map(|(_, count)| count).sum::<u32>()
    }

    /// Units in a group, those that meet it aside.
    pub(crate) fn in_rest(&self, group: Group) -> u32 {
        self.rest.iter().filter(|(of, _)| *of == group).map(|(_, count)| count).sum()
    }
}

impl Trial {
    /// The target that most units missed, else the one that most have open. One that counts activities.
    pub(crate) fn of(summary: &Summary, plan: Option<&PlanSlice>) -> Option<Self> {
        let plan = plan?;
        let lines = summary.overview.targets.iter().filter(|line| one_kind(line).is_some());
        let tried = lines.filter_map(|line| Self::at(line, plan));
        tried.min_by_key(|trial| {
            let count = |state| trial.line.counts.get(&state).copied().unwrap_or(0);
            Reverse((count(State::Missed), count(State::AtRisk), count(State::OnTrack)))
        })
    }

    fn at(line: &TargetLine, plan: &PlanSlice) -> Option<Self> {
        let (days, every) = (line.window?, rhythm(line.period.as_ref()?)?);
        let kind = counted_kind(plan.targets.iter().find(|target| target.id == line.target)?)?;
        let tags = match kind {
            ActivityKind::ActionMonth => vec![ActivityKind::ActionMonth.code().to_owned()],
            _ => Vec::new(),
        };
        let programme = Programme { kinds: line.kinds.clone(), under: None, kind, count: 1, every, days, tags };
        (!line.counts.is_empty()).then(|| Self { line: line.clone(), programme })
    }

    /// The edits that try so many more; none for none.
    pub(crate) fn edits(&self, more: u32) -> Vec<Edit> {
        let programme = Programme { count: more, ..self.programme.clone() };
        (more > 0).then_some(Edit::Programme(programme)).into_iter().collect()
    }

    /// What would become of the units, once the answer to these very edits is there.
    pub(crate) fn outcome(&self, more: u32, answer: Option<&WhatIfSlice>) -> Option<Outcome> {
        let edits = self.edits(more);
        if edits.is_empty() {
            return Some(self.outcome_of(&[]));
        }
        answer.filter(|answer| answer.edits == edits).map(|answer| self.outcome_of(&answer.turned))
    }

    fn outcome_of(&self, turned: &[TurnedLine]) -> Outcome {
        let mut groups: BTreeMap<Group, u32> =
            Group::ALL.into_iter().map(|group| (group, in_group(&self.line, group))).collect();
        let mut gained = 0;
        for turn in turned.iter().filter(|turn| turn.target == self.line.target) {
            let (from, to) = (Group::of(turn.from), Group::of(turn.to));
            if let Some(count) = groups.get_mut(&from) {
                *count = count.saturating_sub(turn.count);
            }
            match to {
                Group::Good if from != Group::Good => gained += turn.count,
                to => *groups.entry(to).or_default() += turn.count,
            }
        }
        let met = groups.remove(&Group::Good).unwrap_or(0);
        Outcome { met, gained, rest: groups.into_iter().filter(|(_, count)| *count > 0).collect() }
    }
}

/// Once in the period; what lasts longer than a year cannot be tried like this.
fn rhythm(period: &Period) -> Option<Every> {
    match period {
        Period::Month(..) => Some(Every::Month),
        Period::Quarter(..) => Some(Every::Quarter),
        Period::Half(..) => Some(Every::Half),
        Period::Year(_) => Some(Every::Year),
        _ => None,
    }
}

/// The kind of activity that the target counts, if it counts any.
fn counted_kind(target: &PlanTargetLine) -> Option<ActivityKind> {
    let counts = target.demands.iter().filter(|demand| demand.figures == Figures::Activities);
    counts.flat_map(|demand| demand.kinds.iter().copied()).next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::made::any_summary;
    use domain::{Bilingual, DemandLine, Overview, Span, UnitKind};

    fn summary(lines: Vec<TargetLine>) -> Summary {
        let overview = Overview { targets: lines, ..Overview::default() };
        Summary { overview, ..any_summary() }
    }

    fn line(target: &str, missed: u32) -> TargetLine {
        TargetLine {
            target: target.into(),
            label: Bilingual::default(),
            kinds: vec![UnitKind::Commune],
            period: Some(Period::Quarter(2024, 3)),
            window: Span::quarter(2024, 3),
            counts: BTreeMap::from([(State::Met, 97), (State::Missed, missed), (State::NoData, 12)]),
            state: State::Missed,
            share: None,
            roster_incomplete: false,
        }
    }

    fn plan(ids: &[&str]) -> PlanSlice {
        let target = |id: &&str| PlanTargetLine {
            id: (*id).to_owned(),
            label: Bilingual::default(),
            kinds: vec![UnitKind::Commune],
            demands: vec![DemandLine {
                kinds: vec![ActivityKind::News],
                figures: Figures::Activities,
                at_least: 4,
                days: None,
                by: None,
            }],
            share: Vec::new(),
            windows: Vec::new(),
            soft: false,
            enabled: true,
            clauses: Vec::new(),
            readings: Vec::new(),
        };
        PlanSlice { targets: ids.iter().map(target).collect(), ..PlanSlice::default() }
    }

    fn turned(from: State, to: State, count: u32) -> TurnedLine {
        TurnedLine { target: "T5".into(), label: Bilingual::default(), from, to, count }
    }

    #[test]
    fn the_target_that_most_units_missed_is_tried() {
        let trial = Trial::of(&summary(vec![line("T1", 3), line("T5", 34)]), Some(&plan(&["T1", "T5"]))).unwrap();
        assert_eq!(trial.line.target, "T5");
        assert_eq!((trial.programme.kind, trial.programme.every), (ActivityKind::News, Every::Quarter));
        assert!(Trial::of(&summary(vec![line("T5", 1)]), None).is_none(), "without the plan nobody knows what counts");
    }

    #[test]
    fn units_that_turn_are_gained_and_nobody_is_lost_on_the_way() {
        let trial = Trial::of(&summary(vec![line("T5", 34)]), Some(&plan(&["T5"]))).unwrap();
        assert_eq!(trial.outcome(0, None).unwrap().met, 97);
        assert_eq!(trial.outcome(1, None), None, "the answer is still on its way");
        let answer = WhatIfSlice {
            edits: trial.edits(1),
            turned: vec![turned(State::Missed, State::Met, 27), turned(State::NoData, State::Missed, 2)],
            ..WhatIfSlice::default()
        };
        let outcome = trial.outcome(1, Some(&answer)).unwrap();
        assert_eq!((outcome.met, outcome.gained, outcome.all()), (97, 27, 143));
        assert_eq!((outcome.in_rest(Group::Bad), outcome.in_rest(Group::Unknown)), (9, 10));
        assert_eq!(trial.outcome(2, Some(&answer)), None, "an answer to other edits is none");
    }
}
