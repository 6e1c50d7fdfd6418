//! What the agenda could not do: days that are full, gaps that stay open, choices that could not be kept; and what was
//! dropped.

use super::acts::AgendaActs;
use super::decide::names;
use super::list::{UnitsFold, unit_link};
use crate::choice::Choice;
use crate::route::Route;
use domain::{AgendaSlice, FullDays, FullPlace, ItemChoice, Language, LostPin, Proof, Summary, UnitIndex};
use std::collections::BTreeMap;
use std::rc::Rc;
use wording::agenda::{AgendaText, CalendarText, gap, open_gap, shortfall, who};
use wording::{Say, dates};
use yew::prelude::*;

/// What they are found in.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ProblemsProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda.
    pub(super) slice: Rc<AgendaSlice>,
    /// The summary, for the choices.
    pub(super) summary: Rc<Summary>,
    /// What is done about them.
    pub(super) acts: AgendaActs,
    /// Leads to a unit.
    pub(super) on_open: Callback<Route>,
}

/// Nothing where all went well.
#[component]
pub(super) fn Problems(props: &ProblemsProps) -> Html {
    let ProblemsProps { language, slice, .. } = props;
    let agenda = &slice.agenda;
    html! {
        <>
            { list(&CalendarText::Shortfalls.say(*language), shortfalls(props)) }
            { list(&CalendarText::OpenGaps.say(*language), open(props)) }
            { list(&CalendarText::LostPins.say(*language), lost(props)) }
            { dropped(props) }
            if agenda.proof == Proof::NotProved { <p class="quiet">{ CalendarText::NotProved.say(*language) }</p> }
        </>
    }
}

fn list(heading: &str, lines: Vec<Html>) -> Html {
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <section class="card agenda-problem">
            <h2>{ heading }</h2>
            <ul>for line in lines { <li>{ line }</li> }</ul>
        </section>
    }
}

fn name(props: &ProblemsProps, unit: Option<UnitIndex>) -> String {
    let names = names(&props.slice.units);
    let line = unit.and_then(|unit| names.get(&unit).copied());
    who(props.language, line.map(|line| line.name.as_str())).into_owned()
}

fn shortfalls(props: &ProblemsProps) -> Vec<Html> {
    let place = |full: &FullDays| match full.place {
        FullPlace::Place(unit @ Some(_)) => name(props, unit),
        FullPlace::Place(None) | FullPlace::Scope => AgendaText::WholeScope.say(props.language).into_owned(),
    };
    let said = |short| html! { shortfall(props.language, short, &place) };
    props.slice.agenda.shortfalls.iter().map(said).collect()
}

/// Gaps that stay open, those of one sentence together.
fn open(props: &ProblemsProps) -> Vec<Html> {
    let mut gaps: BTreeMap<String, Vec<Option<UnitIndex>>> = BTreeMap::new();
    for gap in &props.slice.agenda.open {
        gaps.entry(open_gap(props.language, gap).into_owned()).or_default().push(gap.need.unit);
    }
    gaps.into_iter().map(|(gap, units)| html! { <>{ gap }{ whose(props, units) }</> }).collect()
}

/// One unit by name; several as a number that opens their names.
fn whose(props: &ProblemsProps, units: Vec<Option<UnitIndex>>) -> Html {
    let ProblemsProps { language, slice, on_open, .. } = props;
    match units.as_slice() {
        [only] => html! { <>{ " · " }{ unit_link(*language, &names(&slice.units), *only, on_open) }</> },
        _ => html! { <UnitsFold language={*language} {slice} {units} {on_open} /> },
    }
}

/// Pins that could not be kept, each with its way out.
fn lost(props: &ProblemsProps) -> Vec<Html> {
    let language = props.language;
    let pin = |lost: &LostPin| {
        let key = &lost.pin.key;
        let gaps: Vec<String> = key.closes.iter().map(|closes| gap(language, closes).into_owned()).collect();
        let (day, why) = (dates::day(lost.pin.date), lost.problem.say(language));
        let (acts, slice, pin) = (props.acts.clone(), Rc::clone(&props.slice), lost.pin.clone());
        let onclick = move |_: MouseEvent| acts.unpin(&slice, pin.clone());
        html! {
            <>
                { name(props, key.unit) }{ format!(", {}, {day}: {why} ", gaps.join(", ")) }
                <button type="button" class="link-button" {onclick}>{ CalendarText::Unpin.say(language) }</button>
            </>
        }
    };
    props.slice.agenda.lost_pins.iter().map(pin).collect()
}

/// What was dropped of the units shown, each with its way back. Choices about others are kept and not spoken of here.
fn dropped(props: &ProblemsProps) -> Html {
    let is_shown = |item: &&ItemChoice| match item.unit.as_str() {
        "" => props.summary.scope.is_none(),
        id => props.slice.units.iter().any(|line| line.id == id),
    };
    let drops: Vec<&ItemChoice> = props.summary.options.calendar.drops.iter().filter(is_shown).collect();
    let count = u32::try_from(drops.len()).unwrap_or(u32::MAX);
    list(
        &CalendarText::Dropped(count).say(props.language),
        drops.into_iter().map(|item| restore(props, item)).collect(),
    )
}

fn restore(props: &ProblemsProps, item: &ItemChoice) -> Html {
    let language = props.language;
    let line = props.slice.units.iter().find(|line| line.id == item.unit);
    let name = who(language, line.map(|line| line.name.as_str()));
    let gaps: Vec<String> = item.closes.iter().map(|closes| gap(language, closes).into_owned()).collect();
    let (on_undo, choice) = (props.acts.on_undo.clone(), Choice::Drop(item.clone()));
    let onclick = move |_: MouseEvent| on_undo.emit(choice.clone());
    html! {
        <>
            { name }{ format!(", {} ", gaps.join(", ")) }
            <button type="button" class="link-button" {onclick}>{ CalendarText::Restore.say(language) }</button>
        </>
    }
}
