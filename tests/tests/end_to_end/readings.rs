//! Readings: what each option is said to change is what changes when it is chosen.

use crate::world::{COMMUNE, SAMPLE_DAY, assess, assess_sample, house, sample};
use assess::Assessment;
use domain::{Options, ReadingGroup, State};
use std::collections::BTreeMap;

fn states(assessment: &Assessment) -> BTreeMap<String, State> {
    let key = |verdict: &domain::Verdict| format!("{} {} {:?}", verdict.target, verdict.period, verdict.unit);
    assessment.verdicts().iter().map(|verdict| (key(verdict), verdict.state)).collect()
}

fn chosen(reading: &str, option: &str) -> Options {
    Options { readings: BTreeMap::from([(reading.to_owned(), option.to_owned())]), ..Options::default() }
}

#[test]
fn an_option_changes_as_many_verdicts_as_it_says() {
    let assessment = assess_sample(COMMUNE);
    let slice = assessment.readings(&house()).unwrap();
    let before = states(&assessment);
    let mut changing = 0;
    for reading in slice.groups.iter().flat_map(|group| &group.readings) {
        for option in &reading.options {
            let after = states(&assess(&[sample(COMMUNE)], chosen(&reading.id, &option.id), SAMPLE_DAY));
            let gone = before.iter().filter(|(key, state)| after.get(*key) != Some(state)).count();
            let new = after.keys().filter(|key| !before.contains_key(*key)).count();
            assert_eq!(option.changes, Some(u32::try_from(gone + new).unwrap()), "{}={}", reading.id, option.id);
            changing += usize::from(gone + new > 0);
        }
    }
    assert!(changing >= 5, "only {changing} options change anything");
}

#[test]
fn all_38_readings_are_there_once_and_those_of_one_target_stand_under_it() {
    let slice = assess_sample(COMMUNE).readings(&house()).unwrap();
    let ids = |group: &ReadingGroup| group.readings.iter().map(|reading| reading.id.clone()).collect::<Vec<_>>();
    let all: Vec<String> = slice.groups.iter().flat_map(ids).collect();
    assert_eq!(all.len(), 38);
    assert_eq!(slice.groups[0].target, None, "what bears on several rules comes first");
    let of = |target: &str| slice.groups.iter().find(|group| group.target.as_deref() == Some(target)).map(ids);
    assert_eq!(of("T6").unwrap(), ["t6-commune-events", "t6-aggregated"]);
}
