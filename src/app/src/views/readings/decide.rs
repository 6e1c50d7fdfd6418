//! Decides which readings are shown, in which groups, and what stands beside an option. Knows no page.

use domain::{PlanSlice, PlanTargetLine, ReadingGroup, ReadingLine, ReadingOptionLine, ReadingsSlice};
use std::collections::BTreeMap;
use wording::readings::{ReadingFilter, ReadingsText};

/// How far the counts of changed verdicts can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counts {
    /// There is no data to count in.
    Never,
    /// Data or choices changed since they were counted.
    Coming,
    /// They are those of right now.
    Fresh,
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Groups with the readings that pass the filter; none is empty.
    pub(super) groups: Vec<ReadingGroup>,
    /// Readings with a choice.
    pub(super) asked: usize,
    /// Recorded decisions.
    pub(super) decided: usize,
    passing: [usize; 3],
}

impl Shown {
    /// How many readings a filter shows.
    pub(super) fn of(&self, filter: ReadingFilter) -> usize {
        let counts = ReadingFilter::ALL.into_iter().zip(self.passing);
        counts.into_iter().find(|(of, _)| *of == filter).map_or(0, |(_, count)| count)
    }
}

/// The groups under a filter. Without counts the plan itself says which target a reading bears on.
pub(super) fn shown(
    plan: &PlanSlice,
    counted: Option<&ReadingsSlice>,
    chosen: &BTreeMap<String, String>,
    filter: ReadingFilter,
) -> Shown {
    let groups = counted.map_or_else(|| groups_of(plan), |counted| counted.groups.clone());
    let readings = || groups.iter().flat_map(|group| &group.readings);
    let asked = readings().filter(|reading| is_asked(reading)).count();
    let decided = readings().count() - asked;
    let passing = ReadingFilter::ALL.map(|filter| readings().filter(|one| passes(one, chosen, filter)).count());
    let kept = groups.iter().map(|group| ReadingGroup {
        readings: group.readings.iter().filter(|one| passes(one, chosen, filter)).cloned().collect(),
        ..group.clone()
    });
    Shown { groups: kept.filter(|group| !group.readings.is_empty()).collect(), asked, decided, passing }
}

/// The option in force: what the user chose, else the default.
pub(super) fn in_force<'a>(reading: &'a ReadingLine, chosen: &'a BTreeMap<String, String>) -> &'a str {
    chosen.get(&reading.id).unwrap_or(&reading.default)
}

/// Is there a choice? A reading with one option records a decision.
pub(super) fn is_asked(reading: &ReadingLine) -> bool {
    reading.options.len() > 1
}

/// What stands beside an option: that it is in force, or how many verdicts it would change.
pub(super) fn beside(option: &ReadingOptionLine, in_force: &str, counts: Counts) -> Option<ReadingsText> {
    if option.id == in_force {
        return Some(ReadingsText::InForce);
    }
    match (counts, option.changes) {
        (Counts::Never, _) => None,
        (Counts::Fresh, Some(changes)) => Some(ReadingsText::Changes(changes)),
        (Counts::Coming, _) | (Counts::Fresh, None) => Some(ReadingsText::Counting),
    }
}

fn passes(reading: &ReadingLine, chosen: &BTreeMap<String, String>, filter: ReadingFilter) -> bool {
    match filter {
        ReadingFilter::All => true,
        ReadingFilter::Changing => reading.options.iter().any(|option| option.changes.is_some_and(|count| count > 0)),
        ReadingFilter::Mine => in_force(reading, chosen) != reading.default,
    }
}

/// General readings first, then the targets in the plan's order.
fn groups_of(plan: &PlanSlice) -> Vec<ReadingGroup> {
    let of = |target: Option<&PlanTargetLine>| ReadingGroup {
        target: target.map(|target| target.id.clone()),
        label: target.map(|target| target.label.clone()),
        readings: plan.readings.iter().filter(|one| only_target(plan, one) == target).cloned().collect(),
    };
    let groups = std::iter::once(None).chain(plan.targets.iter().map(Some)).map(of);
    groups.filter(|group| !group.readings.is_empty()).collect()
}

/// The target a reading bears on, if it bears on one only.
fn only_target<'a>(plan: &'a PlanSlice, reading: &ReadingLine) -> Option<&'a PlanTargetLine> {
    let mut targets = plan.targets.iter().filter(|target| target.readings.contains(&reading.id));
    let first = targets.next()?;
    targets.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::Bilingual;

    fn option(id: &str, changes: Option<u32>) -> ReadingOptionLine {
        ReadingOptionLine { id: id.into(), label: Bilingual::default(), changes }
    }

    fn reading(id: &str, options: Vec<ReadingOptionLine>) -> ReadingLine {
        ReadingLine {
            id: id.into(),
            kind: "scope".into(),
            ask: Bilingual::default(),
            why: Bilingual::default(),
            options,
            in_force: "a".into(),
            default: "a".into(),
            clauses: Vec::new(),
        }
    }

    fn target(id: &str, readings: &[&str]) -> PlanTargetLine {
        PlanTargetLine {
            id: id.into(),
            label: Bilingual::default(),
            kinds: Vec::new(),
            demands: Vec::new(),
            share: Vec::new(),
            windows: Vec::new(),
            soft: false,
            enabled: true,
            clauses: Vec::new(),
            readings: readings.iter().map(|id| (*id).to_owned()).collect(),
        }
    }

    fn plan() -> PlanSlice {
        let two = |changes| vec![option("a", Some(0)), option("b", changes)];
        PlanSlice {
            targets: vec![target("T1", &["one", "both"]), target("T2", &["both", "note"])],
            readings: vec![
                reading("one", two(Some(12))),
                reading("both", two(Some(0))),
                reading("free", two(None)),
                reading("note", vec![option("a", None)]),
            ],
            ..PlanSlice::default()
        }
    }

    fn ids(shown: &Shown) -> Vec<(Option<&str>, Vec<&str>)> {
        shown
            .groups
            .iter()
            .map(|group| (group.target.as_deref(), group.readings.iter().map(|one| one.id.as_str()).collect()))
            .collect()
    }

    #[test]
    fn what_bears_on_several_targets_comes_first_and_nothing_is_lost() {
        let shown = shown(&plan(), None, &BTreeMap::new(), ReadingFilter::All);
        assert_eq!(ids(&shown), [(None, vec!["both", "free"]), (Some("T1"), vec!["one"]), (Some("T2"), vec!["note"])]);
        assert_eq!((shown.asked, shown.decided), (3, 1));
    }

    #[test]
    fn each_filter_shows_what_it_says() {
        let chosen = BTreeMap::from([("free".to_owned(), "b".to_owned()), ("one".to_owned(), "a".to_owned())]);
        for (filter, expected) in [(ReadingFilter::Changing, "one"), (ReadingFilter::Mine, "free")] {
            let shown = shown(&plan(), None, &chosen, filter);
            let found: Vec<&str> = ids(&shown).into_iter().flat_map(|(_, readings)| readings).collect();
            assert_eq!(found, [expected], "{filter:?}");
            assert_eq!(shown.of(filter), 1);
            assert_eq!(shown.of(ReadingFilter::All), 4);
        }
    }

    #[test]
    fn a_count_is_told_only_while_it_is_true() {
        let other = option("b", Some(12));
        for (counts, text) in [
            (Counts::Never, None),
            (Counts::Coming, Some(ReadingsText::Counting)),
            (Counts::Fresh, Some(ReadingsText::Changes(12))),
        ] {
            assert_eq!(beside(&other, "a", counts), text);
            assert_eq!(beside(&other, "b", counts), Some(ReadingsText::InForce));
        }
    }
}
