//! Search, chips and choices over the matrix.

use super::decide::{CHIPS, Filters, Shown, focus, kinds};
use crate::effects::value_of;
use crate::route::{MatrixSort, MatrixView, Route, SortBy};
use crate::views::mark::StateShape;
use crate::views::overview::decide::representative;
use domain::{Language, MatrixSlice, Summary, UnitKind};
use std::rc::Rc;
use wording::matrix::{CopyText, MatrixText};
use wording::overview::target_code;
use wording::states::Group;
use wording::{Say, Text, dates};
use yew::prelude::*;

/// What the toolbar offers.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolbarProps {
    /// The language.
    pub(super) language: Language,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// The rows.
    pub(super) slice: Rc<MatrixSlice>,
    /// The filters in force.
    pub(super) filters: Filters,
    /// What they leave.
    pub(super) shown: Rc<Shown>,
    /// Leads to this screen with other filters.
    pub(super) on_open: Callback<Route>,
    /// Told the words looked for.
    pub(super) on_search: Callback<String>,
    /// Told the kind of unit.
    pub(super) on_kind: Callback<Option<UnitKind>>,
}

/// The toolbar.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    html! {
        <div class="toolbar" role="search">
            { search_box(props) }
            { kind_choice(props) }
            { target_choice(props) }
            { sort_choice(props) }
            { chips(props) }
        </div>
    }
}

fn search_box(props: &ToolbarProps) -> Html {
    let on_search = props.on_search.clone();
    let oninput = move |event: InputEvent| on_search.emit(value_of(&event));
    let label = MatrixText::Search.say(props.language);
    html! {
        <input class="search" type="search" aria-label={label.to_string()} placeholder={label.to_string()}
            autocomplete="off" spellcheck="false" value={props.filters.search.clone()} {oninput} />
    }
}

/// One kind of unit at a time; with a single kind there is nothing to choose.
fn kind_choice(props: &ToolbarProps) -> Html {
    let kinds = kinds(&props.slice, &props.filters);
    if kinds.len() < 2 {
        return Html::default();
    }
    let on_kind = props.on_kind.clone();
    let onchange = move |event: Event| on_kind.emit(UnitKind::from_code(&value_of(&event)));
    let all = kinds.values().sum();
    let choices = std::iter::once((None, all)).chain(kinds.into_iter().map(|(kind, count)| (Some(kind), count)));
    html! {
        <label class="choice">
            <span>{ MatrixText::KindLabel.say(props.language) }</span>
            <select {onchange}>
                for (kind, count) in choices {
                    <option key={code(kind)} value={code(kind)} selected={kind == props.filters.kind}>
                        { MatrixText::KindChoice(kind, count).say(props.language) }
                    </option>
                }
            </select>
        </label>
    }
}

fn code(kind: Option<UnitKind>) -> &'static str {
    kind.map_or("all", UnitKind::code)
}

fn target_choice(props: &ToolbarProps) -> Html {
    let (on_open, state) = (props.on_open.clone(), props.filters.group.map(representative));
    let sort = props.filters.sort.clone();
    let onchange = move |event: Event| {
        let value = value_of(&event);
        let target = (!value.is_empty()).then_some(value);
        on_open.emit(Route::Matrix(MatrixView { state, target, sort: sort.clone() }));
    };
    let chosen = props.filters.focus.as_ref().map(|focus| focus.target.as_str());
    html! {
        <label class="choice">
            <span>{ MatrixText::TargetLabel.say(props.language) }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_none()}>{ MatrixText::AnyTarget.say(props.language) }</option>
                for column in props.slice.columns.iter() {
                    <option key={column.target.as_str()} value={column.target.clone()}
                        selected={chosen == Some(column.target.as_str())}>
                        { target_label(props, &column.target) }
                    </option>
                }
            </select>
        </label>
    }
}

/// The orders that stand in no head of a column, or whose head is not shown on a narrow screen.
fn sort_choice(props: &ToolbarProps) -> Html {
    let language = props.language;
    let columns = props.shown.columns.iter().filter_map(|place| props.slice.columns.get(*place));
    let targets = columns.map(|column| SortBy::Target(column.target.clone()));
    let orders: Vec<SortBy> = [SortBy::Roster, SortBy::Urgency, SortBy::Name].into_iter().chain(targets).collect();
    let (on_open, offered) = (props.on_open.clone(), orders.clone());
    let filters = props.filters.clone();
    let onchange = move |event: Event| {
        let chosen = value_of(&event).parse().ok().and_then(|nth: usize| offered.get(nth).cloned());
        on_open.emit(Route::Matrix(view_of(&filters, MatrixSort::by(chosen.unwrap_or_default()))));
    };
    html! {
        <label class="choice">
            <span>{ CopyText::SortLabel.say(language) }</span>
            <select {onchange}>
                for (nth, order) in orders.iter().enumerate() {
                    <option key={nth} value={nth.to_string()} selected={*order == props.filters.sort.by}>
                        { order_words(language, order) }
                    </option>
                }
            </select>
        </label>
    }
}

fn order_words(language: Language, order: &SortBy) -> Text {
    match order {
        SortBy::Roster => CopyText::ByRoster.say(language),
        SortBy::Name => CopyText::ByName.say(language),
        SortBy::Urgency => CopyText::ByUrgency.say(language),
        SortBy::Target(target) => CopyText::ByTarget(target_code(language, target).into_owned()).say(language),
    }
}

/// The same filters in another order.
pub(super) fn view_of(filters: &Filters, sort: MatrixSort) -> MatrixView {
    let target = filters.focus.as_ref().map(|focus| focus.target.clone());
    MatrixView { state: filters.group.map(representative), target, sort }
}

fn target_label(props: &ToolbarProps, target: &str) -> Html {
    let period = focus(&props.summary, Some(target)).and_then(|focus| focus.period);
    html! { MatrixText::TargetChoice(target.to_owned(), period).say(props.language) }
}

fn chips(props: &ToolbarProps) -> Html {
    let groups = CHIPS.into_iter().filter(|group| props.shown.counts.get(group).is_some_and(|count| *count > 0));
    let chosen = props.filters.group.filter(|group| props.shown.counts.get(group).is_none_or(|count| *count == 0));
    html! {
        <div class="chips" role="group" aria-label={MatrixText::Filters.say(props.language).to_string()}>
            { chip(props, None, props.shown.all) }
            for group in groups {
                { chip(props, Some(group), props.shown.counts.get(&group).copied().unwrap_or(0)) }
            }
            if let Some(group) = chosen {
                { chip(props, Some(group), 0) }
            }
        </div>
    }
}

fn chip(props: &ToolbarProps, group: Option<Group>, count: u32) -> Html {
    let target = props.filters.focus.as_ref().map(|focus| focus.target.clone());
    let sort = props.filters.sort.clone();
    let (on_open, view) = (props.on_open.clone(), MatrixView { state: group.map(representative), target, sort });
    let onclick = move |_| on_open.emit(Route::Matrix(view.clone()));
    let words = group.map_or(MatrixText::All, MatrixText::Chip).say(props.language);
    html! {
        <button type="button" class="chip" key={group.map_or("all", Group::code)} data-group={group.map(Group::code)}
            aria-pressed={(group == props.filters.group).to_string()} {onclick}>
            if let Some(group) = group { <StateShape state={representative(group)} /> }
            <span>{ words }</span><b>{ dates::number(props.language, count) }</b>
        </button>
    }
}
