//! Decides what the overview says of each target: headline, result, segments of the bar.
//! Refuses to know words and pages; nobody is called "missed" here without a missed verdict.

use crate::route::MatrixView;
use domain::{Arrange, DeadlineLine, Reason, State, Summary, TargetLine, UnitKind, Verdict};
use std::cmp::Reverse;
use wording::overview::{Headline, MissedPart, OutOf, ShareResult, TargetResult, UnitsResult};
use wording::states::Group;

/// The headline over the targets.
pub(crate) fn headline(summary: &Summary) -> Headline {
    let targets = &summary.overview.targets;
    let mut missed: Vec<MissedPart> = targets.iter().filter_map(|line| missed_in(summary, line)).collect();
    missed.arrange_by_key(|part| Reverse(units_of(part)));
    let rest = |wanted: fn(State) -> bool| {
        count(targets.iter().filter(|line| missed_part(line).is_none() && wanted(line.state)))
    };
    Headline {
        scope: summary.scope.as_ref().map(|unit| unit.name.clone()),
        year: summary.year,
        missed,
        open: rest(|state| Group::of(state) == Group::Open || state == State::NotYetDue),
        unknown: rest(|state| Group::of(state) == Group::Unknown),
        met: rest(|state| state == State::Met),
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

fn units_of(part: &MissedPart) -> u32 {
    match part {
        MissedPart::Units { count, .. } => *count,
        MissedPart::Itself { .. } => 1,
        MissedPart::Share { .. } => 0,
    }
}

/// Where the scope is the one unit addressed, it is not counted but said to have missed it.
fn missed_in(summary: &Summary, line: &TargetLine) -> Option<MissedPart> {
    let own = summary.scope.as_ref().map(|scope| scope.kind);
    Some(match missed_part(line)? {
        MissedPart::Units { count: 1, kind: Some(kind), target, period } if own == Some(kind) => {
            MissedPart::Itself { target, period }
        }
        part => part,
    })
}

fn missed_part(line: &TargetLine) -> Option<MissedPart> {
    let units = in_state(line, State::Missed);
    if units > 0 {
        let (target, period) = (line.target.clone(), line.period.clone());
        return Some(MissedPart::Units { count: units, kind: one_kind(line), target, period });
    }
    let share = pure_share(line)?;
    (share.state == State::Missed).then(|| MissedPart::Share { target: line.target.clone() })
}

/// The kind that all units of the line are of.
pub(crate) fn one_kind(line: &TargetLine) -> Option<UnitKind> {
    match line.kinds.as_slice() {
        [kind] => Some(*kind),
        _ => None,
    }
}

/// A share with no units counted beside it.
pub(crate) fn pure_share(line: &TargetLine) -> Option<&Verdict> {
    line.share.as_ref().filter(|_| line.counts.is_empty())
}

fn in_state(line: &TargetLine, state: State) -> u32 {
    line.counts.get(&state).copied().unwrap_or(0)
}

/// Units in a group.
pub(crate) fn in_group(line: &TargetLine, group: Group) -> u32 {
    let addressed = line.counts.iter().filter(|(state, _)| **state != State::NotApplicable);
    addressed.filter(|(state, _)| Group::of(**state) == group).map(|(_, count)| count).sum()
}

/// What became of the target.
pub(crate) fn result(line: &TargetLine) -> TargetResult {
    if line.roster_incomplete && line.counts.is_empty() {
        return TargetResult::NoRoster;
    }
    if let Some(share) = pure_share(line) {
        return share_result(share);
    }
    let of: u32 = Group::ALL.into_iter().map(|group| in_group(line, group)).sum();
    match of {
        0 => TargetResult::Nobody,
        _ if of == in_state(line, State::NotYetDue) => {
            TargetResult::NotYetDue { from: line.window.map(domain::Span::from) }
        }
        _ => TargetResult::Units(units_result(line, of)),
    }
}

fn units_result(line: &TargetLine, of: u32) -> UnitsResult {
    UnitsResult {
        period: line.period.clone(),
        kind: one_kind(line),
        met: in_group(line, Group::Good),
        of,
        open: in_group(line, Group::Open),
        missed: in_group(line, Group::Bad),
        unknown: in_group(line, Group::Unknown),
        until: line.window.map(domain::Span::to),
        of_all: if line.roster_incomplete { OutOf::Seen } else { OutOf::Roster },
    }
}

fn share_result(share: &Verdict) -> TargetResult {
    match (share.state, share.reason) {
        (_, Some(Reason::RegisterMissing)) => TargetResult::NoRegister,
        (State::NotApplicable, _) => TargetResult::Nobody,
        (State::NotYetDue, _) => TargetResult::NotYetDue { from: share.window.map(domain::Span::from) },
        _ => TargetResult::Share(ShareResult {
            lo: share.n_lo,
            hi: share.n_hi,
            den: share.den.unwrap_or(0),
            percent: share.threshold,
            missing: missing_members(share),
            by: share.deadline,
        }),
    }
}

/// ⌈percent · den / 100⌉ − lo
fn missing_members(share: &Verdict) -> u32 {
    let needed = (u64::from(share.threshold) * u64::from(share.den.unwrap_or(0))).div_ceil(100);
    u32::try_from(needed).unwrap_or(u32::MAX).saturating_sub(share.n_lo)
}

/// The share that falls due with this deadline, if it is one: there are no units to count then.
pub(super) fn share_due<'a>(summary: &'a Summary, target: &str) -> Option<&'a TargetLine> {
    summary.overview.targets.iter().find(|line| line.target == target && pure_share(line).is_some())
}

/// The units that a deadline waits for: by their state, where the overview shows the same period.
pub(super) fn waiting(summary: &Summary, deadline: &DeadlineLine) -> MatrixView {
    let same = |line: &&TargetLine| line.target == deadline.target && line.period.as_ref() == Some(&deadline.period);
    let groups = [Group::Open, Group::Neutral];
    let group = summary
        .overview
        .targets
        .iter()
        .find(same)
        .and_then(|line| groups.into_iter().find(|group| in_group(line, *group) == deadline.open));
    MatrixView::of(group.map(representative), Some(deadline.target.clone()))
}

/// A segment of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Segment {
    /// What it stands for.
    pub(crate) part: Part,
    /// The group whose hue and pattern it has.
    pub(crate) group: Group,
    /// How many.
    pub(crate) count: u32,
    /// Of the bar's length, in percent, at least 1.
    pub(crate) percent: u32,
}

/// What a segment stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Units in this group.
    Units,
    /// Members of a share that certainly count, may count, or do not yet.
    Members,
}

/// The segments of a line's bar, in the order of the legend, without empty ones.
pub(crate) fn segments(line: &TargetLine) -> Vec<Segment> {
    let parts: Vec<(Group, u32)> = match pure_share(line) {
        Some(share) => member_parts(share).to_vec(),
        None => Group::ALL.into_iter().map(|group| (group, in_group(line, group))).collect(),
    };
    let part = if pure_share(line).is_some() { Part::Members } else { Part::Units };
    let all: u32 = parts.iter().map(|(_, count)| count).sum();
    let filled = parts.into_iter().filter(|(_, count)| *count > 0);
    filled.map(|(group, count)| Segment { part, group, count, percent: percent(count, all) }).collect()
}

/// The groups that the bars of these targets show, in the order of the legend.
pub(super) fn groups_shown(targets: &[TargetLine]) -> Vec<Group> {
    let shown: Vec<Group> = targets.iter().flat_map(segments).map(|segment| segment.group).collect();
    Group::ALL.into_iter().filter(|group| shown.contains(group)).collect()
}

fn member_parts(share: &Verdict) -> [(Group, u32); 3] {
    let den = share.den.unwrap_or(0);
    let rest = match Group::of(share.state) {
        group @ (Group::Bad | Group::Open) => group,
        _ => Group::Neutral,
    };
    [
        (Group::Good, share.n_lo),
        (Group::Unknown, share.n_hi.saturating_sub(share.n_lo)),
        (rest, den.saturating_sub(share.n_hi)),
    ]
}

/// Of a bar's length, in percent, at least 1.
pub(crate) fn percent(count: u32, all: u32) -> u32 {
    let percent = u64::from(count) * 100 / u64::from(all.max(1));
    u32::try_from(percent).unwrap_or(100).clamp(1, 100)
}

/// The state that stands for a group in an address.
pub(crate) fn representative(group: Group) -> State {
    match group {
        Group::Good => State::Met,
        Group::Open => State::AtRisk,
        Group::Bad => State::Missed,
        Group::Unknown => State::NoData,
        Group::Neutral => State::NotYetDue,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::made::any_summary;
    use domain::{Bilingual, Evidence, NaiveDate, Overview, Period, Span};

    fn line(target: &str, state: State, counts: &[(State, u32)]) -> TargetLine {
        TargetLine {
            target: target.into(),
            label: Bilingual::default(),
            kinds: vec![UnitKind::Commune],
            period: Some(Period::Quarter(2024, 3)),
            window: Span::quarter(2024, 3),
            counts: counts.iter().copied().collect(),
            state,
            share: None,
            roster_incomplete: false,
        }
    }

    fn share(state: State, reason: Option<Reason>, lo: u32, hi: u32, den: u32) -> Verdict {
        Verdict {
            target: "T3".into(),
            unit: None,
            period: Period::Milestone("pilot-2025".into()),
            window: None,
            state,
            reason,
            figures: domain::Figures::default(),
            threshold: 70,
            n_lo: lo,
            n_hi: hi,
            den: Some(den),
            planned: 0,
            required_now: None,
            evidence: Evidence::Reported,
            deadline: NaiveDate::from_ymd_opt(2025, 12, 31).unwrap(),
        }
    }

    fn summary(targets: Vec<TargetLine>) -> Summary {
        Summary { overview: Overview { targets, ..Overview::default() }, ..any_summary() }
    }

    #[test]
    fn only_missed_verdicts_make_the_headline_say_missed() {
        for state in State::ALL {
            let headline = headline(&summary(vec![line("T5", state, &[(state, 3)])]));
            assert_eq!(!headline.missed.is_empty(), state == State::Missed, "{state:?}");
        }
    }

    #[test]
    fn every_target_that_applies_is_counted_once() {
        let targets = vec![
            line("T1", State::Missed, &[(State::Missed, 2), (State::Met, 9)]),
            line("T2", State::NotYetDue, &[(State::NotYetDue, 5)]),
            line("T4", State::NoData, &[(State::NoData, 5)]),
            line("T5", State::Missed, &[(State::Missed, 34)]),
            line("T6", State::Met, &[(State::Met, 5)]),
            line("T8", State::NotApplicable, &[]),
        ];
        let headline = headline(&summary(targets));
        assert_eq!((headline.missed.len(), headline.open, headline.unknown, headline.met), (2, 1, 1, 1));
        assert!(matches!(&headline.missed[0], MissedPart::Units { count: 34, target, .. } if target == "T5"));
    }

    #[test]
    fn units_to_whom_the_target_does_not_apply_are_in_no_total() {
        let line = line("T5", State::Met, &[(State::Met, 3), (State::NotApplicable, 40), (State::NotYetDue, 1)]);
        let TargetResult::Units(units) = result(&line) else { panic!("units expected") };
        assert_eq!((units.met, units.of), (3, 4));
        assert_eq!(segments(&line).iter().map(|segment| segment.count).sum::<u32>(), 4);
    }

    #[test]
    fn a_share_without_a_register_has_no_figure() {
        let mut target = line("T3", State::NoData, &[]);
        target.share = Some(share(State::NoData, Some(Reason::RegisterMissing), 0, 0, 0));
        assert_eq!(result(&target), TargetResult::NoRegister);
        assert!(segments(&target).is_empty());
    }

    #[test]
    fn missing_members_are_rounded_up() {
        for (lo, missing) in [(11, 2), (12, 1), (13, 0), (18, 0)] {
            let mut target = line("T3", State::OnTrack, &[]);
            target.share = Some(share(State::OnTrack, None, lo, lo, 18));
            let TargetResult::Share(result) = result(&target) else { panic!("a share expected") };
            assert_eq!(result.missing, missing, "{lo}");
        }
    }

    #[test]
    fn a_deadline_leads_to_exactly_the_units_it_counts_or_to_all_of_the_target() {
        let line = line("T5", State::AtRisk, &[(State::AtRisk, 4), (State::NotYetDue, 9)]);
        let summary = summary(vec![line]);
        let deadline = |quarter, open| DeadlineLine {
            date: NaiveDate::MAX,
            target: "T5".into(),
            label: Bilingual::default(),
            submission: None,
            period: Period::Quarter(2024, quarter),
            open,
        };
        for (deadline, state) in [
            (deadline(3, 4), Some(State::AtRisk)),
            (deadline(3, 9), Some(State::NotYetDue)),
            (deadline(3, 5), None),
            (deadline(4, 4), None),
        ] {
            assert_eq!(waiting(&summary, &deadline).state, state, "{deadline:?}");
        }
    }

    #[test]
    fn a_small_segment_stays_visible() {
        let line = line("T5", State::Met, &[(State::Met, 999), (State::Missed, 1)]);
        let percents: Vec<u32> = segments(&line).iter().map(|segment| segment.percent).collect();
        assert_eq!(percents, [99, 1]);
    }

    #[test]
    fn a_target_whose_units_no_roster_lists_asks_for_a_roster_even_if_it_has_a_share() {
        let nothing = share(State::NotApplicable, Some(Reason::NothingInScope), 0, 0, 0);
        let unlisted = TargetLine { roster_incomplete: true, share: Some(nothing), ..line("T2", State::NoData, &[]) };
        assert_eq!(result(&unlisted), TargetResult::NoRoster);
        let nobody = TargetLine { roster_incomplete: false, ..unlisted };
        assert_eq!(result(&nobody), TargetResult::Nobody);
    }
}
