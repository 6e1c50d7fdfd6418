//! The bodies that the plan names: tasks with their words, who took over, what they serve and receive; how it is paid.

use crate::route::Route;
use crate::views::facts::fact;
use crate::views::link::Link;
use domain::{Certainty, Language, NaiveDate, PlanSlice, Successor, SupportBody, SupportTask, TaskLine};
use std::rc::Rc;
use wording::Say;
use wording::agenda::{Told, field_name};
use wording::bodies::{BodyText, review_years};
use wording::overview::target_code;
use wording::shell::Shell;
use yew::prelude::*;

/// What the screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct BodiesPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The plan, once it has come.
    pub(crate) plan: Option<Rc<PlanSlice>>,
    /// The body asked for, by id.
    pub(crate) chosen: Option<String>,
    /// The day whose names are shown.
    pub(crate) today: NaiveDate,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The screen.
#[component]
pub(crate) fn BodiesPage(props: &BodiesPageProps) -> Html {
    let language = props.language;
    html! {
        <>
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ BodyText::Title.say(language) }</h1>
                    <p class="lead">{ BodyText::Hint.say(language) }</p>
                </div>
            </header>
            { content(props) }
        </>
    }
}

fn content(props: &BodiesPageProps) -> Html {
    let language = props.language;
    let Some(plan) = &props.plan else { return html! { <p class="quiet">{ Shell::Loading.say(language) }</p> } };
    let asked = |body: &&SupportBody| props.chosen.as_ref() == Some(&body.id);
    let Some(body) = plan.bodies.iter().find(asked).or_else(|| plan.bodies.first()) else {
        return html! { <p class="quiet">{ BodyText::None.say(language) }</p> };
    };
    html! {
        <div class="bodies">
            <nav class="card" aria-label={BodyText::List.say(language).into_owned()}>
                <ul>for other in plan.bodies.iter() { <li key={other.id.clone()}>{ link(props, other, body) }</li> }</ul>
            </nav>
            <div class="stack">
                { card(props, plan, body) }
                { reviews(language, plan) }
                { budget(language, plan) }
            </div>
        </div>
    }
}

fn link(props: &BodiesPageProps, body: &SupportBody, shown: &SupportBody) -> Html {
    let name = body.name.text(props.language);
    if body.id == shown.id {
        return html! { <b aria-current="true">{ name }</b> };
    }
    html! { <Link to={Route::Bodies(Some(body.id.clone()))} on_open={&props.on_open}>{ name }</Link> }
}

fn card(props: &BodiesPageProps, plan: &PlanSlice, body: &SupportBody) -> Html {
    let language = props.language;
    let now = body.now(props.today);
    let name = now.map_or(&body.name, |now| &now.name);
    html! {
        <section class="card" aria-labelledby="body-name">
            <h2 id="body-name">{ name.text(language) }{ now.map(|now| doubt(language, now)).unwrap_or_default() }</h2>
            if now.is_some() { <p>{ BodyText::InPlan(body.name.text(language).to_owned()).say(language) }</p> }
            { successors(language, body) }
            <h3>{ BodyText::Tasks.say(language) }</h3>
            <ul class="body-tasks">for task in body.tasks.iter() { <li>{ task_view(language, plan, task) }</li> }</ul>
            <dl class="body-facts">
                { fact(&BodyText::Serves.say(language), served(language, plan, body)) }
                { fact(&BodyText::Fields.say(language), fields(language, body)) }
                { fact(&BodyText::Receives.say(language), received(language, plan, body)) }
            </dl>
        </section>
    }
}

/// Targets and duties with their names.
fn served(language: Language, plan: &PlanSlice, body: &SupportBody) -> Vec<String> {
    let label = |id: &String| {
        let target = plan.targets.iter().find(|target| target.id == *id).map(|target| &target.label);
        let label = target.or_else(|| plan.duties.iter().find(|duty| duty.id == *id).map(|duty| &duty.label));
        let name = label.map(|label| label.text(language)).unwrap_or_default();
        format!("{}: {name}", target_code(language, id))
    };
    body.serves.iter().map(label).collect()
}

fn fields(language: Language, body: &SupportBody) -> Vec<String> {
    body.fields.iter().map(|field| field_name(language, *field).into_owned()).collect()
}

fn received(language: Language, plan: &PlanSlice, body: &SupportBody) -> Vec<String> {
    let duties = plan.duties.iter().filter(|duty| duty.to_id == body.id);
    let lines: Vec<String> = duties.map(|duty| duty.label.text(language).to_owned()).collect();
    if lines.is_empty() { vec![BodyText::ReceivesNothing.say(language).into_owned()] } else { lines }
}

fn successors(language: Language, body: &SupportBody) -> Html {
    if body.successors.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ BodyText::Successors.say(language) }</h3>
            <ul>for now in body.successors.iter() { <li>{ successor(language, now) }</li> }</ul>
        </>
    }
}

fn successor(language: Language, now: &Successor) -> Html {
    let only = (!now.tasks.is_empty()).then(|| BodyText::OnlyFor(now.tasks.join(", ")).say(language));
    let note = now.note.text(language);
    html! {
        <>
            { now.name.text(language) }{ ", " }{ BodyText::From(now.from).say(language) }
            if let Some(only) = only { { ", " }{ only } }
            { doubt(language, now) }
            if !note.is_empty() { <p class="small quiet">{ note }</p> }
        </>
    }
}

fn doubt(language: Language, now: &Successor) -> Html {
    match now.certainty {
        Certainty::Sure => Html::default(),
        Certainty::Unsure => html! { <span class="chip body-doubt">{ Told::NotVerified.say(language) }</span> },
    }
}

/// A task, and in a fold the words that set it.
fn task_view(language: Language, plan: &PlanSlice, task: &SupportTask) -> Html {
    let line = plan.tasks.iter().find(|line| line.id == task.id);
    let cadence = line.map(|line| BodyText::Cadence(line.cadence.clone()).say(language)).unwrap_or_default();
    html! {
        <details>
            <summary>
                { task.label.text(language) }
                <span class="quiet">{ format!(" ({}; {cadence})", task.clauses.join(", ")) }</span>
            </summary>
            { quotes(plan, |id| task.clauses.iter().any(|clause| clause == id)) }
        </details>
    }
}

fn quotes(plan: &PlanSlice, wanted: impl Fn(&str) -> bool) -> Html {
    html! {
        <>
            for clause in plan.clauses.iter().filter(|clause| wanted(&clause.id)) {
                <blockquote lang="vi" key={clause.id.clone()}>{ &clause.quote }</blockquote>
            }
        </>
    }
}

/// Tasks that are due in certain years only.
fn reviews(language: Language, plan: &PlanSlice) -> Html {
    let due: Vec<&TaskLine> = plan.tasks.iter().filter(|task| !review_years(&task.cadence).is_empty()).collect();
    if due.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card">
            <h2>{ BodyText::Reviews.say(language) }</h2>
            for task in due {
                <p>{ task.label.text(language) }</p>
                { quotes(plan, |id| task.clauses.iter().any(|clause| clause == id)) }
            }
        </section>
    }
}

/// The clauses of section IV below its heading.
fn budget(language: Language, plan: &PlanSlice) -> Html {
    let is_budget = |id: &str| id.starts_with("IV.");
    if !plan.clauses.iter().any(|clause| is_budget(&clause.id)) {
        return Html::default();
    }
    html! {
        <section class="card">
            <h2>{ BodyText::Budget.say(language) }</h2>
            { quotes(plan, is_budget) }
        </section>
    }
}
