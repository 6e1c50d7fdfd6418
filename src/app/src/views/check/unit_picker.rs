//! A search for one unit of the roster, typed without accents: a text field with a list under it, by keyboard alone too.

use crate::views::matrix::search::answers;
use domain::{Language, UnitLine};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use wording::Say;
use wording::check::LookText;
use yew::prelude::*;

/// Units listed at a time.
const SHOWN: usize = 8;

/// What the search needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct UnitPickerProps {
    /// The language.
    pub(crate) language: Language,
    /// A name that no other search on the page has.
    pub(crate) id: String,
    /// What is asked.
    pub(crate) label: String,
    /// The units.
    pub(crate) units: Rc<Vec<UnitLine>>,
    /// Hears the id of the unit chosen.
    pub(crate) on_pick: Callback<String>,
}

/// The search.
#[component]
pub(crate) fn UnitPicker(props: &UnitPickerProps) -> Html {
    let search = use_state_eq(String::new);
    let active = use_state_eq(|| 0_usize);
    let found = matching(&props.units, &search);
    let list = format!("{}-list", props.id);
    let is_open = !search.trim().is_empty();
    let current = found.first.get(*active).map(|_| format!("{list}-{}", *active));
    html! {
        <div class="unit-picker">
            <input
                type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list"
                aria-label={props.label.clone()} placeholder={LookText::SearchUnit.say(props.language).into_owned()}
                aria-expanded={is_open.to_string()} aria-controls={list.clone()}
                aria-activedescendant={current.filter(|_| is_open)}
                value={(*search).clone()} oninput={typed(&search, &active)} onkeydown={pressed(props, &search, &active, &found)}
            />
            <ul role="listbox" id={list.clone()} aria-label={props.label.clone()} hidden={!is_open}>
                { for found.first.iter().enumerate().map(|(at, unit)| option(props, &list, at, *active == at, unit)) }
            </ul>
            <p class="small quiet" role="status">{ is_open.then(|| told(props.language, &found)).flatten() }</p>
        </div>
    }
}

/// What fits: the first few, and how many more.
struct Found {
    first: Vec<UnitLine>,
    more: u32,
}

fn matching(units: &[UnitLine], search: &str) -> Found {
    let fits = |unit: &&UnitLine| answers(&format!("{} {}", unit.name, unit.parent), search);
    let fitting: Vec<&UnitLine> = units.iter().filter(fits).collect();
    let more = u32::try_from(fitting.len().saturating_sub(SHOWN)).unwrap_or(u32::MAX);
    Found { first: fitting.into_iter().take(SHOWN).cloned().collect(), more }
}

fn told(language: Language, found: &Found) -> Option<wording::Text> {
    match (found.first.len(), found.more) {
        (0, _) => Some(LookText::NoUnitFits.say(language)),
        (_, 0) => None,
        (_, more) => Some(LookText::MoreFit(more).say(language)),
    }
}

fn typed(search: &UseStateHandle<String>, active: &UseStateHandle<usize>) -> Callback<InputEvent> {
    let (search, active) = (search.setter(), active.setter());
    Callback::from(move |event: InputEvent| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        search.set(input.map(|input| input.value()).unwrap_or_default());
        active.set(0);
    })
}

fn pressed(
    props: &UnitPickerProps,
    search: &UseStateHandle<String>,
    active: &UseStateHandle<usize>,
    found: &Found,
) -> Callback<KeyboardEvent> {
    let (search, active, on_pick) = (search.clone(), active.clone(), props.on_pick.clone());
    let ids: Vec<String> = found.first.iter().map(|unit| unit.id.clone()).collect();
    Callback::from(move |event: KeyboardEvent| {
        let last = ids.len().saturating_sub(1);
        match event.key().as_str() {
            "ArrowDown" => active.set(if *active >= last { 0 } else { *active + 1 }),
            "ArrowUp" => active.set(if *active == 0 { last } else { *active - 1 }),
            "Escape" => search.set(String::new()),
            "Enter" => ids
                .get(*active)
                .filter(|_| !search.trim().is_empty())
                .into_iter()
                .for_each(|id| on_pick.emit(id.clone())),
            _ => return,
        }
        event.prevent_default();
    })
}

fn option(props: &UnitPickerProps, list: &str, at: usize, is_active: bool, unit: &UnitLine) -> Html {
    let id = unit.id.clone();
    // Before the field loses the focus: a click would come too late.
    let onmousedown = props.on_pick.reform(move |event: MouseEvent| {
        event.prevent_default();
        id.clone()
    });
    html! {
        <li key={unit.id.clone()} id={format!("{list}-{at}")} role="option" aria-selected={is_active.to_string()} {onmousedown}>
            { unit.name.clone() }
            if !unit.parent.is_empty() { <span class="quiet">{ ", " }{ unit.parent.clone() }</span> }
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Life, UnitIndex, UnitKind, UnitSource};

    fn unit(name: &str, parent: &str) -> UnitLine {
        UnitLine {
            unit: UnitIndex(0),
            id: format!("{parent}/{name}"),
            name: name.to_owned(),
            parent: parent.to_owned(),
            kind: UnitKind::Commune,
            source: UnitSource::Shipped,
            life: Life::default(),
        }
    }

    #[test]
    fn a_unit_is_found_without_accents_and_by_its_district() {
        let units = [unit("Xã Thạnh Lộc", "Huyện Giồng Riềng"), unit("Xã Thạnh Lộc", "Huyện Châu Thành")];
        assert_eq!(matching(&units, "thanh loc").first.len(), 2);
        assert_eq!(matching(&units, "thanh loc giong").first, [units[0].clone()]);
        assert!(matching(&units, "minh hoa").first.is_empty());
    }

    #[test]
    fn no_more_than_a_handful_is_listed_and_the_rest_is_counted() {
        let units: Vec<UnitLine> = (0..20).map(|number| unit(&format!("Xã {number}"), "")).collect();
        let found = matching(&units, "xa");
        assert_eq!((found.first.len(), found.more), (SHOWN, 12));
    }
}
