//! The keyboard and the clipboard within the table that is typed.

use crate::entry::CellName;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// The id of a cell's field.
pub(crate) fn cell_id(cell: CellName) -> String {
    format!("cell-{}-{}", cell.line, cell.column.code())
}

/// Moves to a cell, with its text selected as spreadsheets do.
pub(crate) fn go_to_cell(cell: CellName) {
    let document = web_sys::window().and_then(|window| window.document());
    let field = document.and_then(|document| document.get_element_by_id(&cell_id(cell)));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        // A field that is on the page takes the focus.
        let _ = field.focus();
        field.select();
    }
}

/// Moves to a cell whenever the wish changes.
#[hook]
pub(crate) fn use_cell_focus(goal: Option<(u32, CellName)>) {
    let first = use_mut_ref(|| true);
    use_effect_with(goal, move |goal| {
        let is_old = first.replace(false);
        if let Some((_, cell)) = goal.filter(|_| !is_old) {
            go_to_cell(cell);
        }
    });
}

/// Where the caret stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Caret {
    /// Nothing is before it.
    Start,
    /// Nothing is after it.
    End,
    /// The field is empty, or all of it is selected.
    Whole,
    /// Somewhere within.
    Within,
}

/// Where the caret stands in the field that an event came from.
pub(crate) fn caret(event: &KeyboardEvent) -> Caret {
    let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return Caret::Within };
    let end = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let from = field.selection_start().ok().flatten().unwrap_or_default();
    let to = field.selection_end().ok().flatten().unwrap_or_default();
    match (from, to) {
        (0, to) if to == end => Caret::Whole,
        (0, 0) => Caret::Start,
        (from, to) if from == end && to == end => Caret::End,
        _ => Caret::Within,
    }
}

/// The text of the field that an event came from.
pub(crate) fn field_text(event: &InputEvent) -> String {
    let input = event.target_dyn_into::<HtmlInputElement>().map(|field| field.value());
    let area = event.target_dyn_into::<HtmlTextAreaElement>().map(|field| field.value());
    input.or(area).unwrap_or_default()
}

/// The text that is being pasted.
pub(crate) fn pasted_text(event: &Event) -> Option<String> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text/plain").ok()
}

/// Brings an option of an open list into view.
pub(crate) fn show_option(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(option) = document.and_then(|document| document.get_element_by_id(id)) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
