//! Filters of the agenda: a unit's name, a target.

use super::NamedAgenda;
use super::decide::{Filters, targets};
use crate::effects::value_of;
use domain::Language;
use wording::Say;
use wording::agenda::AgendaText;
use wording::overview::target_code;
use yew::prelude::*;

/// What the toolbar offers.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolbarProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda.
    pub(super) agenda: NamedAgenda,
    /// The filters in force.
    pub(super) filters: Filters,
    /// Told the next ones.
    pub(super) on_filters: Callback<Filters>,
}

/// The toolbar; nothing where there is nothing to filter.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    if props.agenda.0.items.is_empty() {
        return Html::default();
    }
    html! {
        <div class="toolbar" role="search">
            if props.agenda.1.len() > 1 { { search_box(props) } }
            { target_choice(props) }
        </div>
    }
}

fn search_box(props: &ToolbarProps) -> Html {
    let (filters, on_filters) = (props.filters.clone(), props.on_filters.clone());
    let oninput = move |event: InputEvent| on_filters.emit(Filters { search: value_of(&event), ..filters.clone() });
    let label = AgendaText::Search.say(props.language).to_string();
    html! {
        <input class="search" type="search" aria-label={label.clone()} placeholder={label} autocomplete="off"
            spellcheck="false" value={props.filters.search.clone()} {oninput} />
    }
}

fn target_choice(props: &ToolbarProps) -> Html {
    let (filters, on_filters) = (props.filters.clone(), props.on_filters.clone());
    let onchange = move |event: Event| {
        let target = Some(value_of(&event)).filter(|value| !value.is_empty());
        on_filters.emit(Filters { target, ..filters.clone() });
    };
    let chosen = props.filters.target.as_deref();
    html! {
        <label class="choice">
            <span>{ AgendaText::TargetLabel.say(props.language) }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_none()}>{ AgendaText::EveryTarget.say(props.language) }</option>
                for target in targets(&props.agenda.0) {
                    <option key={target} value={target.to_owned()} selected={chosen == Some(target)}>
                        { target_code(props.language, target) }
                    </option>
                }
            </select>
        </label>
    }
}
