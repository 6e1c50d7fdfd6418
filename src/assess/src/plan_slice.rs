//! The plan as the page shows it: clauses with the rules that rest on them, rules, readings.

use domain::{ClauseLine, DutyLine, PlanSlice, PlanTargetLine, ReadingLine, ReadingOptionLine, TaskLine};
use plan::{Cite, Duty, Measure, Milestone, Plan, Reading, Target, Task};

pub(crate) fn plan_slice(plan: &Plan) -> PlanSlice {
    PlanSlice {
        id: plan.id.clone(),
        title: plan.title.clone(),
        issuer: plan.issuer.clone(),
        source_sha256: plan.source_sha256.clone(),
        clauses: clauses(plan),
        targets: plan.targets.iter().map(target).collect(),
        duties: plan.duties.iter().map(|one| duty(plan, one)).collect(),
        tasks: plan.tasks.iter().map(|one| task(plan, one)).collect(),
        readings: plan.readings.iter().map(|one| reading(plan, one)).collect(),
        plans: Vec::new(),
    }
}

fn clauses(plan: &Plan) -> Vec<ClauseLine> {
    let rules = citing_rules(plan);
    let cited_by = |clause: &str| {
        let citing = rules.iter().filter(|(_, cites)| cites.iter().any(|cite| cite.clause == clause));
        citing.map(|(id, _)| (*id).to_owned()).collect()
    };
    let line = |clause: &plan::Clause| ClauseLine {
        id: clause.id.clone(),
        form: clause.form.clone(),
        quote: clause.quote.clone(),
        cited_by: cited_by(&clause.id),
    };
    plan.clauses.iter().map(line).collect()
}

fn citing_rules(plan: &Plan) -> Vec<(&str, &[Cite])> {
    let targets = plan.targets.iter().map(|target| (target.id.as_str(), target.cite.as_slice()));
    let duties = plan.duties.iter().map(|duty| (duty.id.as_str(), duty.cite.as_slice()));
    let tasks = plan.tasks.iter().map(|task| (task.id.as_str(), task.cite.as_slice()));
    targets.chain(duties).chain(tasks).collect()
}

fn target(target: &Target) -> PlanTargetLine {
    let (thresholds, windows, by) = match &target.measure {
        Measure::Count(rule) => {
            (rule.parts.iter().flat_map(|part| part.at_least.all()).collect(), vec![rule.window.clone()], Vec::new())
        }
        Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => steps(milestones),
        Measure::Survey(_) => (Vec::new(), Vec::new(), Vec::new()),
        Measure::Tick { window } => (Vec::new(), vec![window.clone()], Vec::new()),
    };
    PlanTargetLine {
        id: target.id.clone(),
        label: target.label.clone(),
        kinds: target.who.kinds.iter().copied().collect(),
        thresholds,
        windows,
        by,
        soft: target.soft,
        enabled: target.enabled,
        clauses: clause_ids(&target.cite),
        readings: target.readings.clone(),
    }
}

fn steps(milestones: &[Milestone]) -> (Vec<u32>, Vec<String>, Vec<domain::NaiveDate>) {
    (
        milestones.iter().map(|step| step.at_least_percent).collect(),
        milestones.iter().map(|step| step.id.clone()).collect(),
        milestones.iter().map(|step| step.by).collect(),
    )
}

fn duty(plan: &Plan, duty: &Duty) -> DutyLine {
    DutyLine {
        id: duty.id.clone(),
        label: duty.label.clone(),
        judged: duty.deadline.is_some(),
        to: dept(plan, &duty.to),
        clauses: clause_ids(&duty.cite),
    }
}

fn task(plan: &Plan, task: &Task) -> TaskLine {
    TaskLine {
        id: task.id.clone(),
        label: task.label.clone(),
        dept: dept(plan, &task.dept),
        serves: task.serves.clone(),
        clauses: clause_ids(&task.cite),
    }
}

pub(crate) fn reading(plan: &Plan, reading: &Reading) -> ReadingLine {
    let option = |option: &plan::ReadingOption| ReadingOptionLine {
        id: option.id.clone(),
        label: option.label.clone(),
        changes: None,
    };
    ReadingLine {
        id: reading.id.clone(),
        kind: reading.kind.clone(),
        ask: reading.ask.clone(),
        why: reading.why.clone(),
        options: reading.options.iter().map(option).collect(),
        in_force: plan.readings_in_force.get(&reading.id).unwrap_or(&reading.default).clone(),
        default: reading.default.clone(),
        clauses: reading.cite.iter().map(|cite| (cite.clause.clone(), cite.quote.clone())).collect(),
    }
}

fn dept(plan: &Plan, id: &str) -> String {
    plan.depts.get(id).map_or_else(|| id.to_owned(), |dept| dept.label.clone())
}

fn clause_ids(cites: &[Cite]) -> Vec<String> {
    cites.iter().map(|cite| cite.clause.clone()).collect()
}
