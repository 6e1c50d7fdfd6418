//! A row of the table: its number, its cells, its buttons.

use super::cell::{Cell, RowView};
use crate::entry::{CellName, Column, EntryEvent};
use crate::views::icons::{Icon, IconView};
use wording::Say;
use wording::entry::EntryText;
use yew::prelude::*;

/// What a row needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    /// The row.
    pub(super) row: RowView,
    /// Told of what happens.
    pub(super) on_event: Callback<EntryEvent>,
}

/// A row.
#[component]
pub(super) fn EntryRow(props: &RowProps) -> Html {
    let RowProps { row, on_event } = props;
    html! {
        <tr data-blank={row.number.is_none().then_some("true")}>
            <th scope="row">{ number(row) }</th>
            for column in Column::ALL {
                <Cell key={column.code()} row={row.clone()} {column} {on_event} />
            }
            <td class="row-actions">{ actions(props) }</td>
        </tr>
    }
}

fn number(row: &RowView) -> Html {
    match row.number {
        Some(number) => html! { { EntryText::RowNumber(number).say(row.language) } },
        None => html! { <span class="visually-hidden">{ EntryText::BlankRow.say(row.language) }</span> },
    }
}

/// A blank row needs no copy.
fn actions(props: &RowProps) -> Html {
    let RowProps { row, on_event } = props;
    let cell = CellName { line: row.line.id, column: Column::Unit };
    let button = |icon: Icon, text: EntryText, event: EntryEvent| {
        let label = text.say(row.language).into_owned();
        let onclick = on_event.reform(move |_: MouseEvent| event.clone());
        html! {
            <button type="button" class="icon-button" title={label.clone()} aria-label={label} {onclick}>
                <IconView {icon} />
            </button>
        }
    };
    html! {
        if row.number.is_some() {
            { button(Icon::Copy, EntryText::Duplicate(row.number), EntryEvent::Duplicated(cell)) }
            { button(Icon::Close, EntryText::Delete(row.number), EntryEvent::Deleted(cell)) }
        }
    }
}
