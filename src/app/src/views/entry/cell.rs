//! A cell of the table: a field with its suggestions and what intake says of it.

use super::decide::{Note, Suggestion, notes, suggestions, words};
use super::keys::{Held, List, Press, Wish, marked, wish};
use crate::effects::{self, cell_id};
use crate::entry::{CellName, Column, EntryEvent, Line, UnitNames, has_cells};
use crate::views::words::quoting;
use domain::{Finding, Language, Severity};
use std::rc::Rc;
use wording::Say;
use wording::entry::EntryText;
use yew::prelude::*;

/// A row as its cells see it.
#[derive(Clone, PartialEq)]
pub(super) struct RowView {
    /// The language.
    pub(super) language: Language,
    /// The line.
    pub(super) line: Rc<Line>,
    /// The number under which it is read.
    pub(super) number: Option<u32>,
    /// What intake says of it.
    pub(super) findings: Vec<Finding>,
    /// The line above.
    pub(super) above: Option<u32>,
    /// The line below.
    pub(super) below: Option<u32>,
    /// The units by name.
    pub(super) names: Option<Rc<UnitNames>>,
}

/// What a cell needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CellProps {
    /// Its row.
    pub(super) row: RowView,
    /// Its column.
    pub(super) column: Column,
    /// Told of what happens.
    pub(super) on_event: Callback<EntryEvent>,
}

impl CellProps {
    fn name(&self) -> CellName {
        CellName { line: self.row.line.id, column: self.column }
    }

    fn text(&self) -> &str {
        self.column.of(&self.row.line.row)
    }

    fn type_in(&self, text: String) {
        self.on_event.emit(EntryEvent::Typed(self.name(), text));
    }

    /// The cell next to it in this direction.
    fn neighbour(&self, wish: Wish) -> Option<CellName> {
        let at = Column::ALL.iter().position(|column| *column == self.column)?;
        let beside = |at: Option<usize>| at.and_then(|at| Column::ALL.get(at).copied());
        let (line, column) = match wish {
            Wish::Up => (self.row.above, Some(self.column)),
            Wish::Down => (self.row.below, Some(self.column)),
            Wish::Before => (Some(self.row.line.id), beside(at.checked_sub(1))),
            _ => (Some(self.row.line.id), beside(at.checked_add(1))),
        };
        Some(CellName { line: line?, column: column? })
    }
}

/// A cell.
#[component]
pub(super) fn Cell(props: &CellProps) -> Html {
    let list = use_state_eq(List::default);
    let CellProps { row, column, .. } = props;
    let offered = suggestions(row.language, *column, props.text(), row.names.as_deref());
    let notes = notes(row.language, *column, &row.line, &row.findings);
    html! {
        <td data-label={words(*column).say(row.language).into_owned()} data-column={column.code()}>
            { field(props, &list, &offered, &notes) }
            { open_list(props, &list, &offered) }
            { below(props, &notes) }
        </td>
    }
}

fn field(props: &CellProps, list: &UseStateHandle<List>, offered: &[Suggestion], notes: &[Note]) -> Html {
    let CellProps { row, column, .. } = props;
    let id = cell_id(props.name());
    let asks = notes.iter().any(|note| note.severity != Severity::Note);
    let suggests = suggests(*column);
    let is_open = **list != List::Closed && !offered.is_empty();
    let active = if let List::Marked(at) = **list { Some(option_id(&id, at)) } else { None };
    let label = EntryText::Cell { column: words(*column), row: row.number }.say(row.language).into_owned();
    html! {
        <input
            id={id.clone()} type="text" autocomplete="off" aria-label={label} value={props.text().to_owned()}
            placeholder={words(*column).example(row.language).into_owned()} inputmode={is_number(*column).then_some("numeric")}
            role={suggests.then_some("combobox")} aria-autocomplete={suggests.then_some("list")}
            aria-expanded={suggests.then(|| is_open.to_string())} aria-controls={suggests.then(|| list_id(&id))}
            aria-activedescendant={active.filter(|_| is_open)} aria-invalid={asks.then_some("true")}
            aria-describedby={(!notes.is_empty()).then(|| format!("{id}-notes"))}
            oninput={on_input(props, list)} onkeydown={on_key(props, list, offered.to_vec())} onpaste={on_paste(props)}
            onclick={on_click(list, suggests)} onblur={hide(list)}
        />
    }
}

fn suggests(column: Column) -> bool {
    matches!(column, Column::Unit | Column::Kind)
}

fn is_number(column: Column) -> bool {
    matches!(column, Column::Count | Column::People | Column::Women)
}

fn list_id(cell: &str) -> String {
    format!("{cell}-list")
}

fn option_id(cell: &str, at: usize) -> String {
    format!("{cell}-option-{at}")
}

fn on_input(props: &CellProps, list: &UseStateHandle<List>) -> Callback<InputEvent> {
    let (props, list) = (props.clone(), list.clone());
    Callback::from(move |event: InputEvent| {
        list.set(if suggests(props.column) { List::Open } else { List::Closed });
        props.type_in(effects::field_text(&event));
    })
}

fn on_click(list: &UseStateHandle<List>, suggests: bool) -> Callback<MouseEvent> {
    let list = list.clone();
    Callback::from(move |_| list.set(if suggests { List::Open } else { List::Closed }))
}

fn hide<T>(list: &UseStateHandle<List>) -> Callback<T> {
    let list = list.clone();
    Callback::from(move |_| list.set(List::Closed))
}

/// Several cells fill the table; a single one is the field's own.
fn on_paste(props: &CellProps) -> Callback<Event> {
    let props = props.clone();
    Callback::from(move |event: Event| {
        if let Some(text) = effects::pasted_text(&event).filter(|text| has_cells(text)) {
            event.prevent_default();
            props.on_event.emit(EntryEvent::Pasted(props.name(), text));
        }
    })
}

fn on_key(props: &CellProps, list: &UseStateHandle<List>, offered: Vec<Suggestion>) -> Callback<KeyboardEvent> {
    let (props, list) = (props.clone(), list.clone());
    Callback::from(move |event: KeyboardEvent| {
        // While an input method composes a letter, the keys are its own.
        if event.is_composing() {
            return;
        }
        let shown = if offered.is_empty() { List::Closed } else { *list };
        let press = Press { key: &event.key(), held: held(&event), caret: effects::caret(&event), list: shown };
        if let Some(wish) = wish(press) {
            event.prevent_default();
            fulfil(&props, &list, &offered, wish);
        }
    })
}

fn held(event: &KeyboardEvent) -> Held {
    match (event.ctrl_key() || event.meta_key(), event.alt_key()) {
        (true, _) => Held::Control,
        (false, true) => Held::Alt,
        (false, false) => Held::Nothing,
    }
}

fn fulfil(props: &CellProps, list: &UseStateHandle<List>, offered: &[Suggestion], wish: Wish) {
    match wish {
        Wish::Up | Wish::Down | Wish::Before | Wish::After => {
            props.neighbour(wish).into_iter().for_each(effects::go_to_cell);
        }
        Wish::Duplicate => props.on_event.emit(EntryEvent::Duplicated(props.name())),
        Wish::Delete => props.on_event.emit(EntryEvent::Deleted(props.name())),
        Wish::Undo => props.on_event.emit(EntryEvent::Undone),
        Wish::Show => list.set(List::Open),
        Wish::Hide => list.set(List::Closed),
        Wish::MarkBelow | Wish::MarkAbove => {
            let next = marked(**list, wish, offered.len());
            list.set(next);
            if let List::Marked(at) = next {
                effects::show_option(&option_id(&cell_id(props.name()), at));
            }
        }
        Wish::Pick(at) => {
            list.set(List::Closed);
            offered.get(at).into_iter().for_each(|option| props.type_in(option.text.clone()));
        }
    }
}

fn open_list(props: &CellProps, list: &UseStateHandle<List>, offered: &[Suggestion]) -> Html {
    if **list == List::Closed || offered.is_empty() {
        return Html::default();
    }
    let (id, language) = (cell_id(props.name()), props.row.language);
    let label = EntryText::Suggestions(words(props.column)).say(language).into_owned();
    html! {
        <ul class="suggestions" role="listbox" id={list_id(&id)} aria-label={label}>
            { for offered.iter().enumerate().map(|(at, option)| suggestion(props, list, at, option)) }
        </ul>
    }
}

fn suggestion(props: &CellProps, list: &UseStateHandle<List>, at: usize, option: &Suggestion) -> Html {
    let is_marked = **list == List::Marked(at);
    let (picking, closing, text) = (props.clone(), list.clone(), option.text.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        closing.set(List::Closed);
        picking.type_in(text.clone());
        effects::go_to_cell(picking.name());
    });
    // The field keeps the focus while a suggestion is clicked.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <li
            key={at} id={option_id(&cell_id(props.name()), at)} role="option" aria-selected={is_marked.to_string()}
            {onmousedown} {onclick}
        >
            { &option.text }
            if !option.hint.is_empty() { <small>{ &option.hint }</small> }
        </li>
    }
}

fn below(props: &CellProps, notes: &[Note]) -> Html {
    if notes.is_empty() {
        return Html::default();
    }
    html! {
        <div class="cell-notes" id={format!("{}-notes", cell_id(props.name()))}>
            for (key, note) in notes.iter().enumerate() {
                <p {key} data-severity={severity(note.severity)}>{ quoting(props.row.language, &note.text) }</p>
            }
        </div>
    }
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Question => "question",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
