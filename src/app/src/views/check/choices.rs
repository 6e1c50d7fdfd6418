//! Everything that was decided, each of which can be taken back; steps back and forward; and the choice of a roster.

use super::CheckPageProps;
use crate::choice::Choice;
use crate::views::icons::{Icon, IconView};
use crate::views::roster::RosterField;
use crate::views::steps::StepButtons;
use domain::{CheckSlice, Decision, Options};
use std::rc::Rc;
use wording::Say;
use wording::check::{Check, KeepText, Names, decision};
use yew::prelude::*;

/// What the list of decisions needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoicesProps {
    /// The page: it knows names of units, readings, and what was chosen.
    pub(crate) page: CheckPageProps,
    /// The tables: they know names of columns.
    pub(crate) check: Rc<CheckSlice>,
}

/// Decisions of this sitting, those remembered, and how many wait for other files.
struct Sorted {
    made: Vec<Decision>,
    recalled: Vec<Decision>,
    waiting: u32,
}

fn sorted(options: &Options, recalled: &Options, check: &CheckSlice) -> Sorted {
    let (here, elsewhere): (Vec<_>, Vec<_>) =
        options.decisions().into_iter().partition(|decision| decision.concerns(&check.tables));
    let old = recalled.decisions();
    let (recalled, made) = here.into_iter().partition(|decision| old.contains(decision));
    Sorted { made, recalled, waiting: u32::try_from(elsewhere.len()).unwrap_or(u32::MAX) }
}

/// The list.
#[component]
pub(crate) fn ChoicesCard(props: &ChoicesProps) -> Html {
    let CheckPageProps { language, options, recalled, acts, .. } = &props.page;
    let Sorted { made, recalled, waiting } = sorted(options, recalled, &props.check);
    html! {
        <section class="card choices">
            <h2>{ Check::Choices.say(*language) }</h2>
            { steps(&props.page, !(made.is_empty() && recalled.is_empty())) }
            if made.is_empty() && recalled.is_empty() {
                <p class="quiet">{ Check::NoChoices.say(*language) }</p>
            }
            { list(props, made) }
            if !recalled.is_empty() {
                <details class="recalled">
                    <summary>{ KeepText::Recalled(count(&recalled)).say(*language) }</summary>
                    { list(props, recalled) }
                </details>
            }
            if waiting > 0 {
                <p class="small quiet">{ KeepText::Waiting(waiting).say(*language) }</p>
            }
            <RosterField language={*language} roster={options.roster} on_choose={acts.on_choose.clone()} />
        </section>
    }
}

fn count(decisions: &[Decision]) -> u32 {
    u32::try_from(decisions.len()).unwrap_or(u32::MAX)
}

fn steps(page: &CheckPageProps, any: bool) -> Html {
    let CheckPageProps { language, steps, acts, .. } = page;
    html! {
        <div class="button-row steps">
            <StepButtons language={*language} steps={steps.clone()} on_step={&acts.on_step} />
            if any {
                <button type="button" class="button small" onclick={acts.on_drop.reform(|_: MouseEvent| ())}>
                    <IconView icon={Icon::Close} />{ KeepText::DropAll.say(*language) }
                </button>
            }
        </div>
    }
}

fn list(props: &ChoicesProps, decisions: Vec<Decision>) -> Html {
    if decisions.is_empty() {
        return Html::default();
    }
    html! { <ul>{ for decisions.into_iter().enumerate().map(|(key, decision)| item(props, key, decision)) }</ul> }
}

fn item(props: &ChoicesProps, key: usize, decision: Decision) -> Html {
    let language = props.page.language;
    let text = told(props, &decision);
    let label = format!("{}: {text}", Check::Undo.say(language));
    let choice = Choice::from(decision);
    let onclick = props.page.acts.on_undo.reform(move |_: MouseEvent| choice.clone());
    html! {
        <li {key}>
            <span>{ text }</span>
            <button type="button" class="button small" aria-label={label} {onclick}>
                <IconView icon={Icon::Undo} />{ Check::Undo.say(language) }
            </button>
        </li>
    }
}

fn told(props: &ChoicesProps, about: &Decision) -> String {
    let CheckPageProps { language, plan, .. } = &props.page;
    let reading = |id: &str, option: &str| {
        let line = plan.as_ref()?.readings.iter().find(|line| line.id == id)?;
        let option = line.options.iter().find(|known| known.id == option)?;
        Some((line.ask.text(*language).to_owned(), option.label.text(*language).to_owned()))
    };
    let unit = |id: &str| unit_name(props, id);
    decision(*language, about, &Names { tables: &props.check.tables, unit: &unit, reading: &reading })
}

fn unit_name(props: &ChoicesProps, id: &str) -> Option<String> {
    let summary = &props.page.summary;
    let asked = props.check.findings.iter().flat_map(|group| &group.candidates);
    let mut lines = summary.scope.iter().chain(&summary.scopes).chain(asked);
    lines.find(|line| line.id == id).map(|line| line.name.clone())
}
