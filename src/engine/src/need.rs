//! What is still missing in windows that are not over. It says how many of what by when; days are chosen elsewhere.

use crate::judge::Judge;
use crate::share::milestone;
use domain::{Need, NeedKind, Span, State, UnitKind, Verdict};
use plan::{Amount, CountRule, Measure, Milestone, Part, Target};

impl Judge<'_> {
    /// See [`crate::needs`]. In the order of `verdicts`.
    pub fn needs(&self, verdicts: &[Verdict]) -> Vec<Need> {
        verdicts.iter().flat_map(|verdict| self.needs_of(verdict)).collect()
    }

    fn needs_of(&self, verdict: &Verdict) -> Vec<Need> {
        let Some(left) = self.days_left(verdict) else { return Vec::new() };
        if self.plan.duty(&verdict.target).is_some() {
            return self.hand_in(verdict, left).into_iter().collect();
        }
        if !is_open(verdict.state) {
            return Vec::new();
        }
        match self.plan.target(&verdict.target) {
            Some(Target { measure: Measure::Count(rule), .. }) => self.activities(verdict, rule, left),
            Some(target) => milestone(target, &verdict.period)
                .map_or_else(Vec::new, |milestone| self.members_missing(verdict, target, milestone, left)),
            None => Vec::new(),
        }
    }

    /// From the day after the as-of day to the last day that would still do.
    fn days_left(&self, verdict: &Verdict) -> Option<Span> {
        let window = verdict.window?;
        Span::new(self.as_of.succ_opt()?.max(window.from()), verdict.deadline)
    }

    /// What each part still asks for.
    fn activities(&self, verdict: &Verdict, rule: &CountRule, left: Span) -> Vec<Need> {
        if let Some(part) = rule.parts.single() {
            return self.activities_of(verdict, part, left).into_iter().collect();
        }
        let Some(counting) = self.counting(&verdict.target) else { return Vec::new() };
        let parts = counting.window(&verdict.period).zip(verdict.unit);
        let parts = parts.map_or_else(Vec::new, |(window, unit)| counting.part_verdicts(unit, window));
        let open = parts.iter().filter(|(_, verdict)| is_open(verdict.state));
        open.filter_map(|(part, verdict)| self.activities_of(verdict, part.part, left)).collect()
    }

    /// Nobody knows how many people an activity will reach: one is needed, and it says for how many. A share of women is
    /// not closed by holding more.
    fn activities_of(&self, verdict: &Verdict, part: &Part, left: Span) -> Option<Need> {
        let short = verdict.threshold.saturating_sub(verdict.n_lo).saturating_sub(verdict.planned);
        let (missing, people) = match part.amount {
            Amount::Activities => (short, None),
            Amount::People { .. } => (short.min(1), Some(short)),
            Amount::WomenPercent => return None,
        };
        let kind = NeedKind::Activity {
            kinds: part.count.iter().copied().collect(),
            or_tags: part.or_tag.iter().cloned().collect(),
            require_tags: part.require_tag.iter().cloned().collect(),
            channels: part.channels.iter().cloned().collect(),
            audiences: part.audiences.iter().cloned().collect(),
            people,
        };
        self.need(verdict, left, missing, kind)
    }

    /// What nobody has looked at may be sound already: reviewing comes before amending.
    fn members_missing(&self, verdict: &Verdict, target: &Target, milestone: &Milestone, left: Span) -> Vec<Need> {
        let missing = self.share(target, milestone).map_or(0, |share| share.missing());
        if matches!(target.measure, Measure::Adoption { .. }) {
            return self.need(verdict, left, missing, NeedKind::Adoption).into_iter().collect();
        }
        let members = self.members(target, milestone, self.measured_on(milestone)).unwrap_or_default();
        let unreviewed = members.iter().filter(|member| member.unreviewed).count();
        let review = missing.min(u32::try_from(unreviewed).unwrap_or(u32::MAX));
        let kinds = [(review, NeedKind::ReviewConvention), (missing - review, NeedKind::AmendConvention)];
        kinds.into_iter().filter_map(|(count, kind)| self.need(verdict, left, count, kind)).collect()
    }

    /// Without a register nothing shows that it was handed in: the day stays on the agenda.
    fn hand_in(&self, verdict: &Verdict, left: Span) -> Option<Need> {
        self.need(verdict, left, u32::from(verdict.n_lo == 0), NeedKind::HandIn)
    }

    fn need(&self, verdict: &Verdict, window: Span, missing: u32, kind: NeedKind) -> Option<Need> {
        let unit = verdict.unit.and_then(|unit| self.facts.roster.get(unit));
        (missing > 0).then(|| Need {
            target: verdict.target.clone(),
            unit: verdict.unit,
            unit_kind: unit.map_or(UnitKind::Province, |unit| unit.kind),
            period: verdict.period.clone(),
            window,
            missing,
            kind,
        })
    }
}

fn is_open(state: State) -> bool {
    matches!(state, State::AtRisk | State::OnTrack | State::NotYetDue)
}
