//! The readings: where the plan can be read in more than one way, which way is in force, and the choice of another.

use crate::choice::Choice;
use domain::{Language, PlanSlice, ReadingLine, ReadingOptionLine};
use std::collections::BTreeMap;
use std::rc::Rc;
use wording::Say;
use wording::plan::Plan;
use yew::prelude::*;

/// What the readings need.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReadingsProps {
    /// The language.
    pub(crate) language: Language,
    /// The plan.
    pub(crate) plan: Rc<PlanSlice>,
    /// Readings the user chose.
    pub(crate) chosen: BTreeMap<String, String>,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
    /// Leads to a clause.
    pub(crate) on_clause: Callback<String>,
}

/// The readings: questions in the open, recorded decisions folded away.
#[component]
pub(crate) fn ReadingsCard(props: &ReadingsProps) -> Html {
    let ReadingsProps { language, plan, chosen, .. } = props;
    let (asked, recorded): (Vec<&ReadingLine>, Vec<_>) =
        plan.readings.iter().partition(|reading| reading.options.len() > 1);
    let changed = u32::try_from(asked.iter().filter(|reading| in_force(reading, chosen) != reading.default).count());
    html! {
        <section class="card plan-readings">
            <h2>{ Plan::Readings.say(*language) }</h2>
            <p class="small quiet">{ Plan::ReadingsHint.say(*language) }</p>
            <p class="small" role="status">{ Plan::Changed(changed.unwrap_or_default()).say(*language) }</p>
            { for asked.into_iter().map(|reading| item(props, reading)) }
            <details class="recorded">
                <summary>{ Plan::Recorded.say(*language) }{ format!(" ({})", recorded.len()) }</summary>
                { for recorded.into_iter().map(|reading| item(props, reading)) }
            </details>
        </section>
    }
}

/// The option in force: what the user chose, else the default.
fn in_force<'a>(reading: &'a ReadingLine, chosen: &'a BTreeMap<String, String>) -> &'a str {
    chosen.get(&reading.id).unwrap_or(&reading.default)
}

fn item(props: &ReadingsProps, reading: &ReadingLine) -> Html {
    let is_changed = in_force(reading, &props.chosen) != reading.default;
    html! {
        <details key={reading.id.clone()} class="reading" data-changed={is_changed.then_some("true")}>
            <summary>
                <span>{ reading.ask.text(props.language) }</span>
                <span class="reading-answer">{ answer(props, reading) }</span>
            </summary>
            <ReadingBody page={props.clone()} reading={reading.clone()} />
        </details>
    }
}

fn answer(props: &ReadingsProps, reading: &ReadingLine) -> String {
    let option = in_force(reading, &props.chosen);
    let found = reading.options.iter().find(|line| line.id == option);
    found.map_or_else(|| option.to_owned(), |line| line.label.text(props.language).to_owned())
}

#[derive(Clone, PartialEq, Properties)]
struct BodyProps {
    page: ReadingsProps,
    reading: ReadingLine,
}

#[component]
fn ReadingBody(props: &BodyProps) -> Html {
    let BodyProps { page, reading } = props;
    let language = page.language;
    html! {
        <div class="reading-body">
            for (id, fragment) in reading.clauses.iter() {
                <blockquote key={id.clone()} lang="vi">
                    <button type="button" class="link-button" onclick={super::to_clause(id, &page.on_clause)}>{ id }</button>
                    { " " }{ fragment }
                </blockquote>
            }
            if reading.options.len() > 1 {
                <fieldset class="options">
                    <legend class="visually-hidden">{ reading.ask.text(language) }</legend>
                    for option in reading.options.iter() {
                        <div key={option.id.clone()}>{ option_view(props, option) }</div>
                    }
                </fieldset>
            }
            if !reading.why.text(language).is_empty() {
                <p class="small quiet"><b>{ Plan::WhyDefault.say(language) }{ ": " }</b>{ reading.why.text(language) }</p>
            }
        </div>
    }
}

/// Choosing the default takes the choice back: nothing is recorded that nobody decided.
fn option_view(props: &BodyProps, option: &ReadingOptionLine) -> Html {
    let BodyProps { page, reading } = props;
    let choice = Choice::Reading { reading: reading.id.clone(), option: option.id.clone() };
    let told = if option.id == reading.default { &page.on_undo } else { &page.on_choose };
    let onchange = told.reform(move |_: Event| choice.clone());
    let checked = in_force(reading, &page.chosen) == option.id;
    html! {
        <label>
            <input type="radio" name={reading.id.clone()} {checked} {onchange} />
            <span>
                { option.label.text(page.language) }
                if option.id == reading.default {
                    <span class="hint">{ Plan::Default.say(page.language) }</span>
                }
            </span>
        </label>
    }
}
