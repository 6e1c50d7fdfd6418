//! The plan as the page shows it: clauses with the rules that rest on them, rules, readings.

use domain::{
    ActivityKind, ClauseLine, DemandLine, DutyLine, Figures, Gather, NaiveDate, PlanSlice, PlanTargetLine, ReadingLine,
    ReadingOptionLine, Span, TaskLine,
};
use plan::{Amount, Cite, CountRule, Duty, Measure, Part, Phased, Plan, Reading, SurveyDue, SurveyStep, Target, Task};

pub(crate) fn plan_slice(plan: &Plan) -> PlanSlice {
    PlanSlice {
        id: plan.id.clone(),
        title: plan.title.clone(),
        issuer: plan.issuer.clone(),
        source_sha256: plan.source_sha256.clone(),
        unit_kinds: plan.unit_kinds.iter().map(|(kind, info)| (*kind, info.label.clone())).gathered(),
        activity_kinds: plan.activity_kinds.iter().map(|(kind, info)| (*kind, info.label.clone())).gathered(),
        clauses: clauses(plan),
        targets: plan.targets.iter().map(target).collect(),
        duties: plan.duties.iter().map(|one| duty(plan, one)).collect(),
        tasks: plan.tasks.iter().map(|one| task(plan, one)).collect(),
        bodies: plan::suggestion_book(plan, &[]).bodies,
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
    PlanTargetLine {
        id: target.id.clone(),
        label: target.label.clone(),
        kinds: target.who.kinds.iter().copied().collect(),
        demands: demands(&target.measure),
        share: share(&target.measure),
        windows: windows(&target.measure),
        soft: target.soft,
        enabled: target.enabled,
        clauses: clause_ids(&target.cite),
        readings: target.readings.clone(),
    }
}

fn windows(measure: &Measure) -> Vec<String> {
    match measure {
        Measure::Count(CountRule { window, .. }) | Measure::Tick { window } => vec![window.clone()],
        Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => {
            milestones.iter().map(|step| step.id.clone()).collect()
        }
        Measure::Survey(rule) => survey_steps(&rule.due).iter().map(|step| step.id.clone()).collect(),
    }
}

fn demands(measure: &Measure) -> Vec<DemandLine> {
    match measure {
        Measure::Count(rule) => rule.parts.iter().flat_map(of_part).collect(),
        Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => {
            milestones.iter().map(|step| by(Figures::Members, step.at_least_percent, Some(step.by))).collect()
        }
        Measure::Survey(rule) => survey(&rule.due),
        Measure::Tick { .. } => Vec::new(),
    }
}

fn share(measure: &Measure) -> Vec<DemandLine> {
    match measure {
        Measure::Count(CountRule { aggregate: Some(aggregate), .. }) => {
            phases(&[], Figures::Members, &aggregate.at_least_percent)
        }
        _ => Vec::new(),
    }
}

fn of_part(part: &Part) -> Vec<DemandLine> {
    let figures = match part.amount {
        Amount::Activities => Figures::Activities,
        Amount::People { .. } => Figures::People,
        Amount::WomenPercent => Figures::Women,
    };
    phases(&part.count.iter().copied().collect::<Vec<_>>(), figures, &part.at_least)
}

fn phases(kinds: &[ActivityKind], figures: Figures, at_least: &Phased) -> Vec<DemandLine> {
    let line = |at_least, days| DemandLine { kinds: kinds.to_vec(), figures, at_least, days, by: None };
    match at_least {
        Phased::Always(value) => vec![line(*value, None)],
        Phased::Phases(phases) => {
            phases.iter().map(|phase| line(phase.value, Span::new(phase.from, phase.to))).collect()
        }
    }
}

fn survey(due: &SurveyDue) -> Vec<DemandLine> {
    match due {
        SurveyDue::EachYear { at_least, .. } => vec![by(Figures::Tenths, at_least.0, None)],
        due => survey_steps(due).iter().map(|step| by(Figures::Tenths, step.at_least.0, Some(step.by))).collect(),
    }
}

fn survey_steps(due: &SurveyDue) -> &[SurveyStep] {
    match due {
        SurveyDue::Since { steps, .. } | SurveyDue::Level { steps } => steps,
        SurveyDue::EachYear { .. } => &[],
    }
}

fn by(figures: Figures, at_least: u32, by: Option<NaiveDate>) -> DemandLine {
    DemandLine { kinds: Vec::new(), figures, at_least, days: None, by }
}

fn duty(plan: &Plan, duty: &Duty) -> DutyLine {
    DutyLine {
        id: duty.id.clone(),
        label: duty.label.clone(),
        deadline: duty.deadline.clone(),
        to: dept(plan, &duty.to),
        to_id: duty.to.clone(),
        clauses: clause_ids(&duty.cite),
    }
}

fn task(plan: &Plan, task: &Task) -> TaskLine {
    TaskLine {
        id: task.id.clone(),
        label: task.label.clone(),
        dept: dept(plan, &task.dept),
        serves: task.serves.clone(),
        cadence: task.cadence.clone(),
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
