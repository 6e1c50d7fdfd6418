//! The choice of a plan: those that come with the page, and a rule file of the user's own.

use crate::choice::Choice;
use crate::state::RuleFile;
use crate::views::picker::FilePicker;
use crate::views::plan::rule_file::RuleFileReport;
use domain::{Language, PlanChoice, PlanLine, PlanSlice};
use std::rc::Rc;
use wording::Say;
use wording::rule_file::RuleFileText;
use yew::prelude::*;

/// What the choice needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlansProps {
    /// The language.
    pub(super) language: Language,
    /// The plan in force: it knows the others. None until it has come.
    pub(super) plan: Option<Rc<PlanSlice>>,
    /// What the user chose.
    pub(super) choice: PlanChoice,
    /// The rule file given last.
    pub(super) rule_file: Option<RuleFile>,
    /// Makes a choice.
    pub(super) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(super) on_undo: Callback<Choice>,
    /// Takes files.
    pub(super) on_files: Callback<Vec<web_sys::File>>,
    /// Takes the report away.
    pub(super) on_close: Callback<()>,
}

/// The card.
#[component]
pub(super) fn PlansCard(props: &PlansProps) -> Html {
    let PlansProps { language, rule_file, on_files, on_close, .. } = props;
    html! {
        <section class="card plans" aria-labelledby="plans-title">
            <h2 id="plans-title">{ RuleFileText::Plans.say(*language) }</h2>
            if let Some(rule_file) = rule_file {
                <RuleFileReport language={*language} rule_file={rule_file.clone()} {on_close} />
            }
            <p class="small quiet">{ RuleFileText::PlansHint.say(*language) }</p>
            { choices(props) }
            <div class="plans-own">
                <FilePicker label={RuleFileText::Choose.say(*language).into_owned()} accept=".toml" {on_files} />
                <p class="small quiet">{ RuleFileText::ChooseHint.say(*language) }</p>
            </div>
        </section>
    }
}

fn choices(props: &PlansProps) -> Html {
    let plans = props.plan.iter().flat_map(|plan| plan.plans.iter().filter(|line| line.shipped));
    html! {
        <fieldset class="options">
            <legend class="visually-hidden">{ RuleFileText::Plans.say(props.language) }</legend>
            for (place, line) in plans.enumerate() { { shipped(props, place, line) } }
            if let PlanChoice::Own { name, .. } = &props.choice { { own(props.language, name) } }
        </fieldset>
    }
}

/// The first of the shipped plans is what there is without a choice.
fn shipped(props: &PlansProps, place: usize, line: &PlanLine) -> Html {
    let choice = Choice::Plan(PlanChoice::Shipped(line.id.clone()));
    let told = if place == 0 { &props.on_undo } else { &props.on_choose };
    let onchange = told.reform(move |_: Event| choice.clone());
    html! {
        <label key={line.id.clone()} data-chosen={line.in_force.then_some("true")}>
            <input type="radio" name="plan" checked={line.in_force} {onchange} />
            <span class="option-words">{ line.short.text(props.language) }</span>
            <span class="option-effect">{ standing(line).say(props.language) }</span>
        </label>
    }
}

fn standing(line: &PlanLine) -> RuleFileText {
    if line.in_force { RuleFileText::InForce } else { RuleFileText::Shipped }
}

fn own(language: Language, name: &str) -> Html {
    html! {
        <label key="own" data-chosen="true">
            <input type="radio" name="plan" checked=true />
            <span class="option-words">{ RuleFileText::Own(name.to_owned()).say(language) }</span>
            <span class="option-effect">{ RuleFileText::InForce.say(language) }</span>
        </label>
    }
}
