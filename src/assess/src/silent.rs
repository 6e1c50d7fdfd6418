//! Who has not sent anything: units that the plan addresses, that a roster lists, and of which no row was read.
//!
//! It decides whom to remind, and judges nobody: silence is unknown, not zero.

use crate::assessment::Assessment;
use crate::{defaults, overview};
use domain::{Gather, SilentUnits, Unit, UnitIndex, UnitKind, UnitLine, UnitSource};
use std::collections::{BTreeMap, BTreeSet};

/// Kinds whose people also send what is under them: a commune's file may name only its hamlets and schools.
const SENDS_FOR_ALL_BELOW: u8 = 3;

pub(crate) fn silent(assessment: &Assessment, scope: Option<UnitIndex>) -> Vec<SilentUnits> {
    let (kinds, sent) = (addressed(assessment), sent(assessment));
    let asked = |(index, unit): &(UnitIndex, &Unit)| {
        unit.source != UnitSource::Data && kinds.contains(&unit.kind) && assessment.is_shown_under(scope, *index, unit)
    };
    let mut silent: BTreeMap<UnitKind, Vec<UnitLine>> = BTreeMap::new();
    for (index, unit) in assessment.facts().roster.iter().filter(asked).filter(|(index, _)| !sent.contains(index)) {
        silent.entry(unit.kind).or_default().extend(assessment.unit_line(index));
    }
    silent.into_iter().map(|(kind, units)| SilentUnits { kind, units }).collect()
}

/// Kinds that some target of the plan addresses.
fn addressed(assessment: &Assessment) -> BTreeSet<UnitKind> {
    let targets = assessment.plan.targets.iter().filter(|target| target.enabled);
    targets.flat_map(|target| target.who.kinds.iter().copied()).gathered()
}

/// Units with rows of the year shown, or with a hand-in, and those that send for them.
fn sent(assessment: &Assessment) -> BTreeSet<UnitIndex> {
    let facts = assessment.facts();
    let submissions = facts.submissions.iter().flatten().map(|submission| submission.unit);
    let own: BTreeSet<UnitIndex> = overview::units_with_rows_in(assessment).into_iter().chain(submissions).gathered();
    let senders = own.iter().flat_map(|index| senders(assessment, *index));
    own.iter().copied().chain(senders).gathered()
}

fn senders(assessment: &Assessment, index: UnitIndex) -> Vec<UnitIndex> {
    let facts = assessment.facts();
    let Some(unit) = facts.roster.get(index) else { return Vec::new() };
    let level = |index: &UnitIndex| facts.roster.get(*index).and_then(|unit| unit.kind.level());
    let mut path = defaults::path(facts, index, assessment.day_for(unit));
    path.retain(|above| level(above).is_some_and(|level| level >= SENDS_FOR_ALL_BELOW));
    path
}
