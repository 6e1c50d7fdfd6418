//! Units that have sent nothing, and how to remind them.

use crate::effects::{self, Copied};
use crate::views::words::own;
use domain::{CheckSlice, Language, SilentUnits, UnitLine};
use protocol::ExportFormat;
use std::rc::Rc;
use wording::Say;
use wording::check::{SilentText, reminder};
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SilentProps {
    /// The language.
    pub(crate) language: Language,
    /// The year shown.
    pub(crate) year: i32,
    /// Who is silent.
    pub(crate) check: Rc<CheckSlice>,
    /// Asks for the list.
    pub(crate) on_export: Callback<ExportFormat>,
}

/// The card.
#[component]
pub(crate) fn SilentCard(props: &SilentProps) -> Html {
    let SilentProps { language, year, check, on_export } = props;
    html! {
        <section class="card silent">
            <h2>{ SilentText::Heading(*year).say(*language) }</h2>
            if check.silent.is_empty() {
                <p class="quiet">{ SilentText::Nobody.say(*language) }</p>
            } else {
                <p class="small quiet">{ SilentText::Hint.say(*language) }</p>
                { for check.silent.iter().map(|group| silent_group(*language, group)) }
                <div class="button-row">
                    <button type="button" class="button small" onclick={on_export.reform(|_: MouseEvent| ExportFormat::SilentCsv)}>
                        { SilentText::Download.say(*language) }
                    </button>
                    <CopyButton ..props.clone() />
                </div>
            }
        </section>
    }
}

fn silent_group(language: Language, group: &SilentUnits) -> Html {
    let count = u32::try_from(group.units.len()).unwrap_or(u32::MAX);
    html! {
        <details key={group.kind.code()} class="silent-kind">
            <summary><b>{ SilentText::Group(group.kind, count).say(language) }</b></summary>
            <ul class="small">{ for super::fix::by_parent(&group.units).iter().map(|(parent, units)| of_parent(parent, units)) }</ul>
        </details>
    }
}

fn of_parent(parent: &str, units: &[UnitLine]) -> Html {
    let names = units.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(", ");
    html! {
        <li key={parent.to_owned()}>
            if !parent.is_empty() { <b>{ own(parent) }{ ": " }</b> }
            { own(&names) }
        </li>
    }
}

/// Copies the reminder, and says how that went.
#[component]
fn CopyButton(props: &SilentProps) -> Html {
    let SilentProps { language, year, check, .. } = props;
    let copied = use_state_eq(|| None::<Copied>);
    let (setter, text) = (copied.setter(), reminder(*language, *year, &check.silent));
    let onclick = move |_: MouseEvent| {
        let setter = setter.clone();
        effects::copy(&text, Callback::from(move |copied| setter.set(Some(copied))));
    };
    let told = copied.map(|copied| match copied {
        Copied::Yes => SilentText::Copied,
        Copied::No => SilentText::CopyFailed,
    });
    html! {
        <>
            <button type="button" class="button small" {onclick}>{ SilentText::Copy.say(*language) }</button>
            <span class="small" role="status">{ told.map(|told| told.say(*language)) }</span>
        </>
    }
}
