//! Shares of a register at milestones. They are judged for the whole province; a node has a contribution, no verdict.

use crate::judge::Judge;
use crate::register::{Member, Pass};
use crate::state::{Group, Share};
use crate::window::first_day;
use domain::{Evidence, NaiveDate, Period, Reason, Span, State, TableKind, UnitIndex, Verdict};
use plan::{Measure, Milestone, Target};

/// What the part of a register at and under a node adds to a share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contribution {
    /// Certain members.
    pub lo: u32,
    /// Certain and possible members.
    pub hi: u32,
    /// All members.
    pub den: u32,
}

impl Contribution {
    fn of<'m>(members: impl Iterator<Item = &'m Member>) -> Self {
        members.fold(Self::default(), |sum, member| Self {
            lo: sum.lo + u32::from(member.pass == Pass::Certain),
            hi: sum.hi + u32::from(member.pass != Pass::No),
            den: sum.den + 1,
        })
    }
}

impl Judge<'_> {
    /// See [`crate::contribution`].
    pub fn contribution(&self, target: &str, node: UnitIndex, period: &Period) -> Option<Contribution> {
        let target = self.plan.target(target)?;
        let milestone = milestone(target, period)?;
        let on = self.measured_on(milestone);
        let members = self.members(target, milestone, on)?;
        let below = members.iter().filter(|member| self.facts.roster.is_under(member.unit, node, on));
        Some(Contribution::of(below))
    }

    /// One group for each milestone, each with the one verdict on the whole.
    pub(crate) fn share_groups(&self, target: &Target) -> Vec<Group> {
        let group = |milestone: &Milestone| Group {
            target: target.id.clone(),
            code: milestone.id.clone(),
            verdicts: vec![self.share_verdict(target, milestone)],
        };
        milestones(target).iter().map(group).collect()
    }

    /// What a milestone is judged by; `None` if the input holds no such register.
    pub(crate) fn share(&self, target: &Target, milestone: &Milestone) -> Option<Share> {
        let members = self.members(target, milestone, self.measured_on(milestone))?;
        let Contribution { lo, hi, den } = Contribution::of(members.iter());
        Some(Share {
            lo,
            hi,
            den,
            percent: milestone.at_least_percent,
            from: first_day(self.plan, target),
            by: milestone.by,
        })
    }

    /// The day of the register that a milestone looks at: never past its deadline.
    pub(crate) fn measured_on(&self, milestone: &Milestone) -> NaiveDate {
        self.as_of.min(milestone.by)
    }

    fn share_verdict(&self, target: &Target, milestone: &Milestone) -> Verdict {
        let share = self.share(target, milestone);
        let (state, reason) = match share.as_ref().map(|share| share.rule(self.as_of)) {
            None => (State::NoData, Some(Reason::RegisterMissing)),
            Some((State::Missed, _)) if self.registers_end_before(register(target), milestone.by) => {
                (State::NoData, Some(Reason::CutOff))
            }
            Some(ruling) => ruling,
        };
        Verdict {
            target: target.id.clone(),
            unit: None,
            period: Period::Milestone(milestone.id.clone()),
            window: Span::new(first_day(self.plan, target), milestone.by),
            state,
            reason,
            figures: domain::Figures::Members,
            threshold: milestone.at_least_percent,
            n_lo: share.as_ref().map_or(0, |share| share.lo),
            n_hi: share.as_ref().map_or(0, |share| share.hi),
            den: share.as_ref().map(|share| share.den),
            planned: 0,
            required_now: share.as_ref().and_then(|share| share.required_now(self.as_of)),
            evidence: if share.is_some() { Evidence::Reported } else { Evidence::None },
            deadline: milestone.by,
        }
    }
}

/// The milestones of a target, if it is a share.
pub(crate) fn milestones(target: &Target) -> &[Milestone] {
    match &target.measure {
        Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => milestones,
        Measure::Count(_) | Measure::Survey(_) | Measure::Tick { .. } => &[],
    }
}

/// Where the members of a share stand.
fn register(target: &Target) -> TableKind {
    match &target.measure {
        Measure::Conventions { .. } => TableKind::Conventions,
        Measure::Adoption { .. } | Measure::Count(_) | Measure::Survey(_) | Measure::Tick { .. } => TableKind::Media,
    }
}

/// The milestone that a period names.
pub(crate) fn milestone<'t>(target: &'t Target, period: &Period) -> Option<&'t Milestone> {
    milestones(target).iter().find(|milestone| Period::Milestone(milestone.id.clone()) == *period)
}
