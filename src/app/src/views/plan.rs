//! The plan screen: the words of the plan on one side, the rules made of them on the other.

mod clauses;
mod plans;
mod readings;
mod rule_file;
mod rules;
mod try_out;

use crate::choice::Choice;
use crate::effects;
use crate::route::Route;
use crate::state::{RuleFile, TriedOut};
use crate::views::icons::{Icon, IconView};
use crate::views::later::Later;
use crate::views::link::Link;
use clauses::{ClausesCard, element_id};
use domain::{Language, Options, PlanSlice, TryOut};
use plans::PlansCard;
use readings::ReadingsCard;
use rules::{DutiesCard, TargetsCard, TasksCard};
use std::rc::Rc;
use wording::Say;
use wording::bodies::BodyText;
use wording::plan::Plan;
use wording::shell::Shell;
use yew::prelude::*;

/// What the plan screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PlanPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The plan, once it has come.
    pub(crate) plan: Option<Rc<PlanSlice>>,
    /// What the user chose.
    pub(crate) options: Options,
    /// Rules that are being tried.
    pub(crate) tried_out: TriedOut,
    /// Tries a rule.
    pub(crate) on_try: Callback<TryOut>,
    /// The rule file given last.
    pub(crate) rule_file: Option<RuleFile>,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
    /// Takes files.
    pub(crate) on_files: Callback<Vec<web_sys::File>>,
    /// Takes the report on a rule file away.
    pub(crate) on_close: Callback<()>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The plan screen.
#[component]
pub(crate) fn PlanPage(props: &PlanPageProps) -> Html {
    let PlanPageProps { language, plan, .. } = props;
    html! {
        <>
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ Plan::Title.say(*language) }</h1>
                    <p class="lead">{ Plan::Lead.say(*language) }</p>
                </div>
            </header>
            { plans(props) }
            if let Some(plan) = plan {
                <Columns page={props.clone()} plan={Rc::clone(plan)} />
            } else {
                <p class="quiet">{ Shell::Loading.say(*language) }</p>
            }
        </>
    }
}

fn plans(props: &PlanPageProps) -> Html {
    let PlanPageProps { language, plan, options, rule_file, on_choose, on_undo, on_files, on_close, .. } = props;
    html! {
        <PlansCard
            language={*language}
            plan={plan.clone()}
            choice={options.plan.clone()}
            rule_file={rule_file.clone()}
            {on_choose}
            {on_undo}
            {on_files}
            {on_close}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ColumnsProps {
    page: PlanPageProps,
    plan: Rc<PlanSlice>,
}

#[component]
fn Columns(props: &ColumnsProps) -> Html {
    let ColumnsProps { page, plan } = props;
    let PlanPageProps { language, options, tried_out, on_try, on_open, .. } = page;
    let marked = use_state_eq(|| Option::<String>::None);
    let setter = marked.setter();
    let on_clause = Callback::from(move |id: String| {
        effects::reveal(&element_id(&id));
        setter.set(Some(id));
    });
    html! {
        <div class="plan-columns">
            <div class="stack">
                <TargetsCard language={*language} {plan} on_clause={on_clause.clone()} tried_out={tried_out.clone()} {on_try} />
                <Later><ReadingsCard language={*language} {plan} differing={options.readings.len()} {on_open} /></Later>
                <Later>
                    <DutiesCard language={*language} {plan} on_clause={on_clause.clone()} tried_out={tried_out.clone()} {on_try} />
                </Later>
                <Later><TasksCard language={*language} {plan} {on_clause} tried_out={tried_out.clone()} {on_try} /></Later>
                <p>
                    <Link class="button" to={Route::Bodies(None)} {on_open}>{ BodyText::Lead.say(*language) }</Link>
                </p>
            </div>
            <Later><ClausesCard language={*language} {plan} marked={(*marked).clone()} /></Later>
        </div>
    }
}

/// Buttons that lead to clauses, named by their ids.
fn clause_links(language: Language, clauses: &[String], on_clause: &Callback<String>) -> Html {
    html! {
        <span class="clause-links">
            <IconView icon={Icon::Book} />
            <span class="visually-hidden">{ Plan::RestsOn.say(language) }{ ": " }</span>
            for id in clauses.iter() {
                <button key={id.clone()} type="button" class="link-button" onclick={to_clause(id, on_clause)}>{ id }</button>
            }
        </span>
    }
}

fn to_clause(id: &str, on_clause: &Callback<String>) -> Callback<MouseEvent> {
    let id = id.to_owned();
    on_clause.reform(move |_| id.clone())
}
