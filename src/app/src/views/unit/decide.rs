//! Decides what a unit's page says first and which period opens by itself. Refuses to know words and pages.

use crate::views::matrix::attention;
use domain::{Arrange, Explanation, Period, State, UnitIndex, UnitLine, UnitSlice, UnitSource, UnitTarget, Verdict};
use wording::states::Group;
use wording::unit::{LifeNote, UnitHeadline};

/// The verdict that the user asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Target or duty of the verdict.
    pub(super) target: String,
    /// Whose; `None` = the whole share.
    pub(super) unit: Option<UnitIndex>,
    /// The period.
    pub(super) period: Period,
}

impl Asked {
    /// The question about this verdict.
    pub(super) fn about(verdict: &Verdict) -> Self {
        Self { target: verdict.target.clone(), unit: verdict.unit, period: verdict.period.clone() }
    }

    /// The question about the whole share that a unit has a part in. Its part has no verdict of its own.
    fn about_whole(part: &Verdict) -> Self {
        Self { unit: None, ..Self::about(part) }
    }

    /// Is this the answer?
    pub(super) fn is_answered_by(&self, why: &Explanation) -> bool {
        *self == Self::about(&why.verdict)
    }
}

/// Is the unit judged by this target? Not where it only has a part in a share, and duties are no targets.
pub(crate) fn is_judged(target: &UnitTarget) -> bool {
    !target.duty && !target.verdicts.is_empty()
}

/// The unit only has a part in this share.
pub(super) fn part(target: &UnitTarget) -> Option<&Verdict> {
    target.share.as_ref().filter(|_| target.verdicts.is_empty())
}

/// The headline over the unit's own targets. Nobody misses a target because the whole did.
pub(crate) fn headline(slice: &UnitSlice) -> UnitHeadline {
    let count = |wanted: fn(State) -> bool| {
        let targets = slice.targets.iter().filter(|target| is_judged(target) && wanted(target.state));
        u32::try_from(targets.count()).unwrap_or(u32::MAX)
    };
    UnitHeadline {
        name: slice.unit.name.clone(),
        missed: count(|state| state == State::Missed),
        at_risk: count(|state| state == State::AtRisk),
        unknown: count(|state| Group::of(state) == Group::Unknown),
        open: count(|state| matches!(state, State::OnTrack | State::NotYetDue)),
        met: count(|state| state == State::Met),
        parts: u32::try_from(slice.targets.iter().filter(|target| part(target).is_some()).count()).unwrap_or(u32::MAX),
    }
}

/// Missed verdicts of targets, for the sentence under the headline.
pub(super) fn missed(slice: &UnitSlice) -> impl Iterator<Item = &Verdict> {
    let targets = slice.targets.iter().filter(|target| is_judged(target));
    targets.flat_map(|target| &target.verdicts).filter(|verdict| verdict.state == State::Missed)
}

/// What happened to the unit itself. A beginning before the year shown tells nobody anything.
pub(super) fn notes(slice: &UnitSlice, year: i32) -> Vec<LifeNote> {
    use chrono::Datelike;
    let names = |lines: &[UnitLine]| lines.iter().map(|line| line.name.clone()).collect();
    let life = slice.unit.life;
    let began = life.from.filter(|first| first.year() >= year || !slice.predecessors.is_empty());
    let ended = life.to.and_then(|last| last.succ_opt().map(|next| (last, next)));
    let seen = (slice.unit.source == UnitSource::Data).then_some(LifeNote::SeenOnly);
    let began = began.map(|first| LifeNote::Began { first, predecessors: names(&slice.predecessors) });
    let ended = ended.map(|(last, next)| LifeNote::Ended { last, next, successors: names(&slice.successors) });
    began.into_iter().chain(ended).chain(seen).collect()
}

/// Targets as the page lists them: what needs attention first, then parts of shares, duties last.
pub(super) fn ordered(slice: &UnitSlice) -> Vec<&UnitTarget> {
    let mut targets: Vec<&UnitTarget> = slice.targets.iter().collect();
    targets.arrange_by_key(|target| (target.duty, part(target).is_some(), attention(target.state)));
    targets
}

/// What can be asked under a target: each verdict of the unit, and the share it has a part in.
pub(super) fn questions(target: &UnitTarget) -> impl Iterator<Item = (Asked, &Verdict)> {
    let own = target.verdicts.iter().map(|verdict| (Asked::about(verdict), verdict));
    own.chain(target.share.iter().map(|part| (Asked::about_whole(part), part)))
}

/// The period that a target opens with: the first of those that need attention most.
pub(super) fn first_of(target: &UnitTarget) -> Option<Asked> {
    let own = target.verdicts.iter().min_by_key(|verdict| attention(verdict.state));
    own.map(Asked::about).or_else(|| target.share.as_ref().map(Asked::about_whole))
}

/// What the page opens with: `held` if it still can be asked, else the target wanted, else what needs attention most.
pub(super) fn opening(slice: &UnitSlice, held: Option<&Asked>, wanted: Option<&str>) -> Option<Asked> {
    let still = held.filter(|asked| slice.targets.iter().any(|target| is_under(asked, target)));
    let targets = ordered(slice);
    let wanted =
        targets.iter().filter(|target| wanted == Some(target.target.as_str())).find_map(|target| first_of(target));
    still.cloned().or(wanted).or_else(|| targets.into_iter().find_map(first_of))
}

/// Does the question fall under this target?
pub(super) fn is_under(asked: &Asked, target: &UnitTarget) -> bool {
    questions(target).any(|(question, _)| question == *asked)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Bilingual, Evidence, Life, NaiveDate, UnitKind};

    fn verdict(target: &str, quarter: u32, state: State) -> Verdict {
        Verdict {
            target: target.into(),
            unit: Some(UnitIndex(7)),
            period: Period::Quarter(2024, quarter),
            window: None,
            state,
            reason: None,
            figures: domain::Figures::default(),
            threshold: 4,
            n_lo: 0,
            n_hi: 0,
            den: None,
            planned: 0,
            required_now: None,
            evidence: Evidence::None,
            deadline: NaiveDate::MAX,
        }
    }

    fn target(id: &str, states: &[State]) -> UnitTarget {
        UnitTarget {
            target: id.into(),
            label: Bilingual::default(),
            duty: id.starts_with('R'),
            state: states.iter().copied().min_by_key(|state| attention(*state)).unwrap(),
            verdicts: states.iter().zip(1..).map(|(state, quarter)| verdict(id, quarter, *state)).collect(),
            share: None,
        }
    }

    fn line(number: u32, name: &str) -> UnitLine {
        let (id, parent) = (number.to_string(), String::new());
        let (kind, source, life) = (UnitKind::Commune, UnitSource::Shipped, Life::default());
        UnitLine { unit: UnitIndex(number), id, name: name.into(), parent, kind, source, life }
    }

    fn slice(targets: Vec<UnitTarget>) -> UnitSlice {
        UnitSlice {
            unit: line(7, "Xã Vĩnh Hòa Hiệp"),
            path: Vec::new(),
            successors: vec![line(8, "Xã Châu Thành")],
            predecessors: Vec::new(),
            children: 0,
            targets,
            not_addressed: Vec::new(),
        }
    }

    #[test]
    fn the_first_missed_period_opens_by_itself() {
        let slice = slice(vec![
            target("T1", &[State::AtRisk]),
            target("T5", &[State::Met, State::Missed, State::Missed, State::NotYetDue]),
            target("R-half", &[State::Missed]),
        ]);
        let asked = opening(&slice, None, None).unwrap();
        assert_eq!((asked.target.as_str(), asked.period), ("T5", Period::Quarter(2024, 2)));
        assert_eq!(opening(&slice, None, Some("T1")).unwrap().target, "T1", "the address wants another");
        assert_eq!(opening(&slice, None, Some("T9")).unwrap().target, "T5", "the address wants what is not there");
    }

    #[test]
    fn what_the_user_opened_stays_open_while_it_exists() {
        let slice = slice(vec![target("T5", &[State::Missed, State::Met])]);
        let held = Asked::about(&slice.targets[0].verdicts[1]);
        assert_eq!(opening(&slice, Some(&held), Some("T1")), Some(held));
        let gone = Asked { target: "T9".into(), unit: None, period: Period::Year(2024) };
        assert_eq!(opening(&slice, Some(&gone), None).unwrap().target, "T5");
    }

    #[test]
    fn a_duty_is_never_counted_among_the_targets() {
        let headline = headline(&slice(vec![target("T1", &[State::Met]), target("R-half", &[State::Missed])]));
        assert_eq!((headline.missed, headline.met), (0, 1));
    }

    #[test]
    fn a_share_missed_by_the_whole_is_not_missed_by_its_part() {
        let share = verdict("T7", 1, State::Missed);
        let mut part = target("T7", &[State::Missed]);
        part.verdicts.clear();
        part.share = Some(share);
        let slice = slice(vec![part, target("T1", &[State::Met])]);
        assert_eq!((headline(&slice).missed, headline(&slice).met, missed(&slice).count()), (0, 1, 0));
        assert_eq!(ordered(&slice)[0].target, "T1");
        assert_eq!(first_of(&slice.targets[0]).unwrap().unit, None, "the whole is what can be explained");
    }

    #[test]
    fn every_state_is_counted_under_one_heading_or_does_not_apply() {
        for state in State::ALL {
            let told = headline(&slice(vec![target("T1", &[state])]));
            let sum = told.missed + told.at_risk + told.unknown + told.open + told.met;
            let counted = u32::from(!matches!(state, State::NotApplicable | State::Late));
            assert_eq!(sum, counted, "{state:?}");
            assert_eq!(told.missed > 0, state == State::Missed);
        }
    }

    #[test]
    fn an_ended_unit_names_its_successor() {
        let mut slice = slice(Vec::new());
        slice.unit.life.to = NaiveDate::from_ymd_opt(2025, 6, 30);
        assert_eq!(
            notes(&slice, 2024),
            [LifeNote::Ended {
                last: NaiveDate::from_ymd_opt(2025, 6, 30).unwrap(),
                next: NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
                successors: vec!["Xã Châu Thành".into()],
            }]
        );
    }

    #[test]
    fn an_old_beginning_is_not_told() {
        let mut slice = slice(Vec::new());
        slice.unit.life.from = NaiveDate::from_ymd_opt(2004, 1, 1);
        assert!(notes(&slice, 2024).is_empty());
        assert_eq!(notes(&slice, 2004).len(), 1);
    }
}
