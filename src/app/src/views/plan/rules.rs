//! The rules made of the plan: targets, duties and tasks, each with the clauses it rests on.

use super::clause_links;
use super::try_out::TryOutField;
use crate::state::TriedOut;
use crate::views::words::naming;
use domain::{DutyLine, Language, PlanSlice, PlanTargetLine, SHARE_SUFFIX, TaskLine, TryOut};
use std::rc::Rc;
use wording::figures::{demand, share_demand};
use wording::overview::{capital, target_code};
use wording::plan::{Plan, window};
use wording::try_out::TryText;
use wording::{Say, Text};
use yew::prelude::*;

/// What a list of rules needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RulesProps {
    /// The language.
    pub(crate) language: Language,
    /// The plan.
    pub(crate) plan: Rc<PlanSlice>,
    /// Leads to a clause.
    pub(crate) on_clause: Callback<String>,
    /// Rules that are being tried.
    pub(crate) tried_out: TriedOut,
    /// Tries a rule.
    pub(crate) on_try: Callback<TryOut>,
}

fn try_out(props: &RulesProps, rule: &str, opens: TryText) -> Html {
    let RulesProps { language, tried_out, on_try, .. } = props;
    let trying = tried_out.of(rule).cloned();
    html! { <TryOutField language={*language} rule={rule.to_owned()} {opens} {trying} {on_try} /> }
}

/// The targets.
#[component]
pub(crate) fn TargetsCard(props: &RulesProps) -> Html {
    let RulesProps { language, plan, .. } = props;
    html! {
        <section class="card rules">
            <h2>{ Plan::Targets.say(*language) }</h2>
            <ul>
                for target in plan.targets.iter() {
                    <li key={target.id.clone()} class="rule">{ target_view(props, target) }</li>
                }
            </ul>
        </section>
    }
}

fn target_view(props: &RulesProps, target: &PlanTargetLine) -> Html {
    let (language, on_clause) = (props.language, &props.on_clause);
    let kinds: Vec<Text> = target.kinds.iter().map(|kind| kind.say(language)).collect();
    html! {
        <>
            <span class="code">{ target_code(language, &target.id) }</span>
            <div>
                <h3>{ target.label.text(language) }{ badges(language, target) }</h3>
                <dl class="facts">
                    <dt>{ Plan::Addresses.say(language) }</dt><dd>{ kinds.join("; ") }</dd>
                    <dt>{ Plan::Demands.say(language) }</dt>{ demands(language, target) }
                </dl>
                { clause_links(language, &target.clauses, on_clause) }
                { try_out(props, &target.id, TryText::Open) }
                if !target.share.is_empty() {
                    { try_out(props, &format!("{}{SHARE_SUFFIX}", target.id), TryText::OpenShare) }
                }
            </div>
        </>
    }
}

fn badges(language: Language, target: &PlanTargetLine) -> Html {
    html! {
        <>
            if target.soft { <span class="badge">{ Plan::Soft.say(language) }</span> }
            if !target.enabled { <span class="badge">{ Plan::NotJudged.say(language) }</span> }
        </>
    }
}

/// What a target demands, a line a number, and how often: one number and its rhythm are one line.
fn demands(language: Language, target: &PlanTargetLine) -> Html {
    let is_share = target.demands.iter().any(|line| line.by.is_some());
    let often: Vec<Text> = target.windows.iter().filter(|_| !is_share).map(|id| window(language, id)).collect();
    let (often, mut lines) =
        (often.join("; "), Vec::from_iter(target.demands.iter().map(|line| demand(language, line))));
    match lines.as_mut_slice() {
        _ if often.is_empty() => {}
        [only] => *only = format!("{only}, {often}"),
        _ => lines.push(often),
    }
    lines.extend(target.share.iter().map(|line| share_demand(language, line)));
    html! { for (place, line) in lines.into_iter().enumerate() { <dd key={place}>{ line }</dd> } }
}

/// The duties to report.
#[component]
pub(crate) fn DutiesCard(props: &RulesProps) -> Html {
    let RulesProps { language, plan, .. } = props;
    html! {
        <section class="card rules">
            <h2>{ Plan::Duties.say(*language) }</h2>
            <ul>
                for duty in plan.duties.iter() {
                    <li key={duty.id.clone()} class="rule">{ duty_view(props, duty) }</li>
                }
            </ul>
        </section>
    }
}

fn duty_view(props: &RulesProps, duty: &DutyLine) -> Html {
    let (language, on_clause) = (props.language, &props.on_clause);
    html! {
        <>
            <span class="code">{ target_code(language, &duty.id) }</span>
            <div>
                <h3>{ duty.label.text(language) }</h3>
                if !duty.to.is_empty() { <p class="small">{ naming(language, &capital(&Plan::To(duty.to.clone()).say(language)), &duty.to) }</p> }
                <p class="small quiet">{ capital(&Plan::Until(duty.deadline.clone()).say(language)) }</p>
                { clause_links(language, &duty.clauses, on_clause) }
                { try_out(props, &duty.id, TryText::Open) }
            </div>
        </>
    }
}

/// The tasks, folded away: they are shown, never judged.
#[component]
pub(crate) fn TasksCard(props: &RulesProps) -> Html {
    let RulesProps { language, plan, on_clause, .. } = props;
    html! {
        <section class="card rules">
            <h2>{ Plan::Tasks.say(*language) }</h2>
            <p class="small quiet">{ Plan::TasksHint.say(*language) }</p>
            for (dept, tasks) in by_dept(&plan.tasks) {
                <details key={dept.to_owned()} class="dept">
                    <summary><span lang="vi">{ dept }</span>{ format!(" ({})", tasks.len()) }</summary>
                    <ul>{ for tasks.into_iter().map(|task| task_view(*language, task, on_clause)) }</ul>
                </details>
            }
        </section>
    }
}

/// Tasks under their departments, in the order of the plan.
fn by_dept(tasks: &[TaskLine]) -> Vec<(&str, Vec<&TaskLine>)> {
    let mut groups: Vec<(&str, Vec<&TaskLine>)> = Vec::new();
    for task in tasks {
        match groups.iter_mut().find(|(dept, _)| *dept == task.dept) {
            Some((_, group)) => group.push(task),
            None => groups.push((&task.dept, vec![task])),
        }
    }
    groups
}

fn task_view(language: Language, task: &TaskLine, on_clause: &Callback<String>) -> Html {
    let serves: Vec<Text> = task.serves.iter().map(|id| target_code(language, id)).collect();
    html! {
        <li key={task.id.clone()} class="rule">
            <span class="code">{ &task.id }</span>
            <div>
                <p>{ task.label.text(language) }</p>
                if !serves.is_empty() {
                    <p class="small quiet">{ Plan::Serves.say(language) }{ ": " }{ serves.join(", ") }</p>
                }
                { clause_links(language, &task.clauses, on_clause) }
            </div>
        </li>
    }
}
