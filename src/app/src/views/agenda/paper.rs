//! The agenda on paper: a table for all, or a page for each unit. It stands in the page only while it is printed.

use super::decide::names;
use super::list::gap_named;
use crate::effects::use_printing;
use domain::{AgendaItem, AgendaSlice, Language, Summary, UnitIndex};
use std::collections::BTreeMap;
use std::rc::Rc;
use wording::agenda::{AgendaText, Told, full_title, who};
use wording::{Say, dates};
use yew::prelude::*;

/// What is printed.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct UnitSheetsProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda.
    pub(super) slice: Rc<AgendaSlice>,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// The items, after filters.
    pub(super) items: Rc<Vec<AgendaItem>>,
    /// Told once the browser has printed.
    pub(super) on_done: Callback<()>,
}

/// A page for each unit.
#[component]
pub(super) fn UnitSheets(props: &UnitSheetsProps) -> Html {
    use_printing(props.on_done.clone());
    let mut units: BTreeMap<Option<UnitIndex>, Vec<&AgendaItem>> = BTreeMap::new();
    for item in props.items.iter() {
        units.entry(item.unit).or_default().push(item);
    }
    html! {
        <div class="unit-sheets">
            for (unit, items) in units { { sheet(props, unit, &items) } }
        </div>
    }
}

fn sheet(props: &UnitSheetsProps, unit: Option<UnitIndex>, items: &[&AgendaItem]) -> Html {
    let language = props.language;
    let names = names(&props.slice.units);
    let line = unit.and_then(|unit| names.get(&unit).copied());
    let name = who(language, line.map(|line| line.name.as_str())).into_owned();
    let name =
        line.filter(|line| !line.parent.is_empty()).map_or(name.clone(), |line| format!("{name}, {}", line.parent));
    let until = super::decide::until(&props.slice.agenda, props.summary.year);
    let heading = AgendaText::Title { scope: Some(name), until };
    html! {
        <article class="unit-sheet">
            <h2>{ heading.say(language) }</h2>
            <table>
                <thead><tr>for column in AgendaText::PAPER { <th scope="col">{ column.say(language) }</th> }</tr></thead>
                <tbody>for item in items.iter() { { row(props, item) } }</tbody>
            </table>
        </article>
    }
}

fn row(props: &UnitSheetsProps, item: &AgendaItem) -> Html {
    let language = props.language;
    let said = props.slice.suggestion(item);
    let gaps: Vec<String> = item.closes.iter().map(|gap| gap_named(language, item.kind, gap)).collect();
    let topic =
        said.topic.as_ref().map(|topic| format!("{}: {}", Told::Topic.say(language), topic.label.text(language)));
    html! {
        <tr>
            <td>{ dates::day(item.date) }</td>
            <td>{ full_title(language, item, props.slice.duty(item), said.form.as_ref()) }<br />{ topic.unwrap_or_default() }</td>
            <td>{ gaps.join(", ") }</td>
            <td>{ dates::day(item.latest) }</td>
        </tr>
    }
}
