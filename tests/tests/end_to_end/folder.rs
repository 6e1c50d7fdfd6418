//! The folder that an assessment writes is a folder that an assessment reads.

use crate::world::{File, PROVINCE, SAMPLE_DAY, assess, assess_sample};
use assess::Assessment;
use domain::{Activity, Options, Verdict};
use report::csv::{Flavour, facts};

fn written(assessment: &Assessment) -> Vec<File> {
    let tables = facts(assessment.facts(), Flavour::Machine);
    tables.into_iter().map(|table| (table.name, table.bytes)).collect()
}

/// An activity without its place: tables and rows are other ones.
fn shown(assessment: &Assessment, activity: &Activity) -> String {
    let unit = assessment.facts().roster.id(activity.unit).to_owned();
    let Activity { when, kind, count, tags, title, channel, audience, people, women, place, .. } = activity;
    let Activity { cost, funding, status, relevant, .. } = activity;
    format!(
        "{unit} {when:?} {kind:?} {count} {tags:?} {title:?} {channel:?} {audience:?} {people:?} {women:?} {place:?} \
         {cost:?} {funding:?} {status:?} {relevant:?}"
    )
}

fn activities(assessment: &Assessment) -> Vec<String> {
    assessment.facts().activities.iter().map(|activity| shown(assessment, activity)).collect()
}

/// Names, kinds and lives by id; who brought a unit is not written down.
fn units(assessment: &Assessment) -> Vec<String> {
    let roster = &assessment.facts().roster;
    let mut units: Vec<String> = roster
        .iter()
        .map(|(_, unit)| {
            let versions = unit.versions.iter().map(|version| {
                let parent = version.parent.map_or("", |parent| roster.id(parent));
                format!("{} under {parent:?} {:?}", version.name, version.life)
            });
            let successors: Vec<&str> = unit.successors.iter().map(|unit| roster.id(*unit)).collect();
            format!("{} {:?} {:?} {successors:?}", unit.id, unit.kind, versions.collect::<Vec<_>>())
        })
        .collect();
    units.sort();
    units
}

fn verdicts(assessment: &Assessment) -> Vec<String> {
    let shown = |verdict: &Verdict| {
        let unit = verdict.unit.map_or("*", |unit| assessment.facts().roster.id(unit));
        format!("{unit} {:?}", Verdict { unit: None, ..verdict.clone() })
    };
    assessment.verdicts().iter().map(shown).collect()
}

fn first_difference(one: &[String], other: &[String]) -> Option<(Option<String>, Option<String>)> {
    let longest = one.len().max(other.len());
    (0..longest).map(|at| (one.get(at).cloned(), other.get(at).cloned())).find(|(one, other)| one != other)
}

#[test]
fn the_written_folder_reads_back_to_the_same_facts_and_verdicts() {
    let first = assess_sample(PROVINCE);
    let again = assess(&written(&first), Options::default(), SAMPLE_DAY);
    assert_eq!(first_difference(&units(&first), &units(&again)), None);
    assert_eq!(first_difference(&activities(&first), &activities(&again)), None);
    assert_eq!(first_difference(&verdicts(&first), &verdicts(&again)), None);
}
