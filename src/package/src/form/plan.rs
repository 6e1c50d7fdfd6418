//! A plan: its rules with their names, its clauses, and the other plans that can be chosen.

use domain::{ActivityKind, Bilingual, DutyLine, PlanLine, PlanSlice, PlanTargetLine, UnitKind};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PlanForm {
    id: String,
    title: String,
    issuer: String,
    source_sha256: String,
    unit_kinds: BTreeMap<UnitKind, Bilingual>,
    activity_kinds: BTreeMap<ActivityKind, Bilingual>,
    rules: Vec<Rule>,
    clauses: Vec<Clause>,
    plans: Vec<Choice>,
}

/// A target or duty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Rule {
    id: String,
    label: Bilingual,
    duty: bool,
    judged: bool,
    kinds: Vec<UnitKind>,
    counts: Vec<ActivityKind>,
    clauses: Vec<String>,
}

/// A clause of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Clause {
    id: String,
    text: String,
}

/// A plan that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Choice {
    id: String,
    label: Bilingual,
}

/// The plan as it is given out.
pub(crate) fn plan(plan: PlanSlice) -> PlanForm {
    let PlanSlice {
        id, title, issuer, source_sha256, unit_kinds, activity_kinds, clauses, targets, duties, plans, ..
    } = plan;
    let clause = |clause: domain::ClauseLine| Clause { id: clause.id, text: clause.quote };
    let choice = |plan: PlanLine| Choice { id: plan.id, label: plan.short };
    PlanForm {
        id,
        title,
        issuer,
        source_sha256,
        unit_kinds,
        activity_kinds,
        rules: targets.into_iter().map(target).chain(duties.into_iter().map(duty)).collect(),
        clauses: clauses.into_iter().map(clause).collect(),
        plans: plans.into_iter().map(choice).collect(),
    }
}

fn target(PlanTargetLine { id, label, kinds, demands, enabled, clauses, .. }: PlanTargetLine) -> Rule {
    let counts: BTreeSet<ActivityKind> = demands.into_iter().flat_map(|demand| demand.kinds).collect();
    Rule { id, label, duty: false, judged: enabled, kinds, counts: counts.into_iter().collect(), clauses }
}

fn duty(DutyLine { id, label, deadline, clauses, .. }: DutyLine) -> Rule {
    let judged = deadline.is_some();
    Rule { id, label, duty: true, judged, kinds: Vec::new(), counts: Vec::new(), clauses }
}
