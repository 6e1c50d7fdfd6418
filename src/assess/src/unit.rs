//! The slice of one unit: who it is, and every verdict on it in the year shown.

use crate::assessment::Assessment;
use crate::defaults;
use crate::overview::{in_year, share};
use crate::states::worst;
use domain::{Arrange, Bilingual, State, UnitIndex, UnitLine, UnitSlice, UnitTarget, Verdict};
use plan::{Measure, Target};

pub(crate) fn unit(assessment: &Assessment, index: UnitIndex) -> Option<UnitSlice> {
    let roster = &assessment.facts().roster;
    let unit = roster.get(index)?;
    let lines = |units: Vec<UnitIndex>| units.into_iter().filter_map(|unit| assessment.unit_line(unit)).collect();
    let mut path = defaults::path(assessment.facts(), index, assessment.day_for(unit));
    path.pop();
    let targets = targets(assessment, index);
    let enabled = assessment.plan.targets.iter().filter(|target| target.enabled);
    // A share whose register is missing is no line here, and yet it addresses the unit.
    let others = enabled.filter(|target| !target.who.kinds.contains(&unit.kind));
    let not_addressed = others.map(|target| target.id.clone()).collect();
    Some(UnitSlice {
        unit: assessment.unit_line(index)?,
        path: lines(path),
        successors: lines(unit.successors.clone()),
        predecessors: predecessors(assessment, index),
        children: children(assessment, index),
        targets,
        not_addressed,
    })
}

fn predecessors(assessment: &Assessment, index: UnitIndex) -> Vec<UnitLine> {
    let units = assessment.facts().roster.iter().filter(|(_, unit)| unit.successors.contains(&index));
    units.filter_map(|(unit, _)| assessment.unit_line(unit)).collect()
}

fn children(assessment: &Assessment, index: UnitIndex) -> u32 {
    let roster = &assessment.facts().roster;
    let below = roster.iter().filter(|(child, unit)| {
        unit.parent_at(assessment.day_for(unit)) == Some(index) && assessment.is_shown(*child, unit)
    });
    u32::try_from(below.count()).unwrap_or(u32::MAX)
}

/// Targets in the plan's order, then shares the unit is a part of, then duties.
fn targets(assessment: &Assessment, index: UnitIndex) -> Vec<UnitTarget> {
    let enabled = assessment.plan.targets.iter().filter(|target| target.enabled);
    let judged = enabled.filter_map(|target| match target.measure {
        Measure::Count(_) | Measure::Survey(_) | Measure::Tick { .. } => {
            of_unit(assessment, index, &target.id, &target.label, false)
        }
        Measure::Adoption { .. } | Measure::Conventions { .. } => part_of_share(assessment, index, target),
    });
    let duties = assessment.plan.duties.iter();
    let duties = duties.filter_map(|duty| of_unit(assessment, index, &duty.id, &duty.label, true));
    judged.chain(duties).collect()
}

fn of_unit(assessment: &Assessment, index: UnitIndex, id: &str, label: &Bilingual, duty: bool) -> Option<UnitTarget> {
    let mut verdicts: Vec<Verdict> = assessment
        .verdicts
        .iter()
        .filter(|verdict| verdict.target == id && verdict.unit == Some(index))
        .filter(|verdict| in_year(&verdict.period, assessment.year))
        .cloned()
        .collect();
    verdicts.arrange_by_key(|verdict| (verdict.deadline, verdict.period.clone()));
    let state = worst(verdicts.iter().map(|verdict| verdict.state));
    (state != State::NotApplicable).then(|| UnitTarget {
        target: id.to_owned(),
        label: label.clone(),
        duty,
        state,
        verdicts,
        share: None,
    })
}

/// The unit's own part of a province-wide share. It carries the share's state: the part has no verdict of its own.
pub(crate) fn part_of_share(assessment: &Assessment, index: UnitIndex, target: &Target) -> Option<UnitTarget> {
    let whole = share(assessment, target)?;
    let plan = &assessment.plan;
    let part = engine::contribution(plan, assessment.facts(), assessment.as_of, &target.id, index, &whole.period)?;
    (part.den > 0).then(|| UnitTarget {
        target: target.id.clone(),
        label: target.label.clone(),
        duty: false,
        state: whole.state,
        verdicts: Vec::new(),
        share: Some(Verdict { unit: Some(index), n_lo: part.lo, n_hi: part.hi, den: Some(part.den), ..whole }),
    })
}
