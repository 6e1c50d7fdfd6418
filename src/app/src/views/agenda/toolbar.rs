//! Filters of the agenda: a unit's name, what it belongs to, a target, a kind.

use super::decide::{Filters, kinds, parents, targets};
use crate::effects::value_of;
use domain::{AgendaSlice, Language};
use std::rc::Rc;
use wording::Say;
use wording::agenda::{AgendaText, CalendarText, kind_title};
use wording::overview::target_code;
use yew::prelude::*;

/// What the toolbar offers.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolbarProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda.
    pub(super) slice: Rc<AgendaSlice>,
    /// The filters in force.
    pub(super) filters: Filters,
    /// Told the next ones.
    pub(super) on_filters: Callback<Filters>,
}

/// The toolbar; nothing where there is nothing to filter.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    if props.slice.agenda.items.is_empty() {
        return Html::default();
    }
    html! {
        <div class="toolbar" role="search">
            if props.slice.units.len() > 1 { { search_box(props) } }
            { parent_choice(props) }
            { target_choice(props) }
            { kind_choice(props) }
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
    let (language, agenda) = (props.language, &props.slice.agenda);
    let options =
        targets(agenda).into_iter().map(|target| (target.to_owned(), target_code(language, target).into_owned()));
    let labels = (AgendaText::TargetLabel.say(language), AgendaText::EveryTarget.say(language));
    choice(props, labels, options.collect(), props.filters.target.as_ref(), |filters, target| filters.target = target)
}

fn kind_choice(props: &ToolbarProps) -> Html {
    let (language, agenda) = (props.language, &props.slice.agenda);
    let options =
        kinds(agenda).into_iter().map(|kind| (kind.code().to_owned(), kind_title(language, kind).into_owned()));
    let labels = (CalendarText::KindLabel.say(language), CalendarText::EveryKind.say(language));
    choice(props, labels, options.collect(), props.filters.kind.as_ref(), |filters, kind| filters.kind = kind)
}

fn parent_choice(props: &ToolbarProps) -> Html {
    let language = props.language;
    let options = parents(&props.slice.units).into_iter().map(|name| (name.to_owned(), name.to_owned()));
    let labels = (CalendarText::PlaceLabel.say(language), CalendarText::EveryPlace.say(language));
    choice(props, labels, options.collect(), props.filters.parent.as_ref(), |filters, parent| filters.parent = parent)
}

/// A choice of one of several, or of all; nothing where there is one only.
fn choice(
    props: &ToolbarProps,
    (label, every): (wording::Text, wording::Text),
    options: Vec<(String, String)>,
    chosen: Option<&String>,
    set: fn(&mut Filters, Option<String>),
) -> Html {
    if options.len() < 2 && chosen.is_none() {
        return Html::default();
    }
    let (filters, on_filters) = (props.filters.clone(), props.on_filters.clone());
    let onchange = move |event: Event| {
        let mut next = filters.clone();
        set(&mut next, Some(value_of(&event)).filter(|value| !value.is_empty()));
        on_filters.emit(next);
    };
    html! {
        <label class="choice">
            <span>{ label }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_none()}>{ every }</option>
                for (value, name) in options {
                    <option key={value.clone()} selected={chosen == Some(&value)} value={value.clone()}>{ name }</option>
                }
            </select>
        </label>
    }
}
