//! A plan: its rules with their names, its clauses, and the other plans that can be chosen.

use domain::{Bilingual, DutyLine, PlanLine, PlanSlice, PlanTargetLine, UnitKind};
use serde::Serialize;

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct PlanForm {
    id: String,
    title: String,
    issuer: String,
    source_sha256: String,
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
    let PlanSlice { id, title, issuer, source_sha256, clauses, targets, duties, plans, .. } = plan;
    let clause = |clause: domain::ClauseLine| Clause { id: clause.id, text: clause.quote };
    let choice = |plan: PlanLine| Choice { id: plan.id, label: plan.short };
    PlanForm {
        id,
        title,
        issuer,
        source_sha256,
        rules: targets.into_iter().map(target).chain(duties.into_iter().map(duty)).collect(),
        clauses: clauses.into_iter().map(clause).collect(),
        plans: plans.into_iter().map(choice).collect(),
    }
}

fn target(PlanTargetLine { id, label, kinds, enabled, clauses, .. }: PlanTargetLine) -> Rule {
    Rule { id, label, duty: false, judged: enabled, kinds, clauses }
}

fn duty(DutyLine { id, label, judged, clauses, .. }: DutyLine) -> Rule {
    Rule { id, label, duty: true, judged, kinds: Vec::new(), clauses }
}
