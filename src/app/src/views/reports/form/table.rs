//! The cells of a form: a line a column, and, where the form names units, a table of their rows.

use super::decide::{header, sole};
use crate::effects::value_of;
use crate::state::FormEvent;
use crate::views::words::quoting;
use domain::{FormCell, FormFate, FormHead, FormPreview, Language, RowColumn, column_letters};
use std::rc::Rc;
use wording::Say;
use wording::reports::{FormText, form_fate};
use yew::prelude::*;

/// What the table of columns needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ColumnProps {
    /// The language.
    pub(super) language: Language,
    /// What goes where.
    pub(super) preview: Rc<FormPreview>,
    /// Told what a column holds.
    pub(super) on_form: Callback<FormEvent>,
}

/// The columns.
#[component]
pub(super) fn ColumnTable(props: &ColumnProps) -> Html {
    let ColumnProps { language, preview, .. } = props;
    let language = *language;
    let by_unit = preview.rows.iter().any(|row| !row.unit.is_empty());
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={FormText::Table.say(language).into_owned()}>
            <table class="form-columns">
                <thead>
                    <tr>
                        <th scope="col">{ FormText::Cell.say(language) }</th>
                        <th scope="col">{ FormText::Header.say(language) }</th>
                        <th scope="col">{ FormText::Meaning.say(language) }</th>
                        if !by_unit {
                            <th scope="col">{ FormText::Value.say(language) }</th>
                            <th scope="col">{ FormText::Why.say(language) }</th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for (place, head) in preview.columns.iter().enumerate() {
                        { line(props, place, head, by_unit) }
                    }
                </tbody>
            </table>
        </div>
    }
}

fn line(props: &ColumnProps, place: usize, head: &FormHead, by_unit: bool) -> Html {
    let ColumnProps { language, preview, .. } = props;
    let cell = sole(preview, place);
    let address = cell.map_or_else(|| column_letters(head.column), |cell| cell.address.clone());
    html! {
        <tr key={head.column} data-fate={cell.map(|cell| code(&cell.fate))}>
            <th scope="row">{ address.clone() }</th>
            <td lang="vi" class="form-header">{ header(head) }</td>
            <td>{ meaning(props, head, address) }</td>
            if !by_unit {
                <td class="form-value">{ cell.map(value) }</td>
                <td class="form-why">{ cell.map(|cell| quoting(*language, &form_fate(*language, &cell.fate, &head.by))) }</td>
            }
        </tr>
    }
}

/// What the column holds, to be corrected in place.
fn meaning(ColumnProps { language, on_form, .. }: &ColumnProps, head: &FormHead, address: String) -> Html {
    let (language, column) = (*language, head.column);
    let onchange =
        on_form.reform(move |event: Event| FormEvent::Means(column, RowColumn::from_code(&value_of(&event))));
    html! {
        <select aria-label={FormText::MeaningOf(address).say(language).into_owned()} {onchange}>
            if head.holds.is_none() {
                <option value="" selected=true>{ FormText::NotRecognised.say(language) }</option>
            }
            for holds in RowColumn::ALL {
                <option key={holds.code()} value={holds.code()} selected={head.holds == Some(holds)}>
                    { holds.say(language) }
                </option>
            }
        </select>
    }
}

fn value(cell: &FormCell) -> String {
    match &cell.fate {
        FormFate::Filled(value) | FormFate::Replaced { new: value, .. } => value.text(),
        FormFate::Kept { old, .. } | FormFate::Same(old) => old.clone(),
        FormFate::Formula => "=".to_owned(),
        FormFate::Unknown | FormFate::NotHeld | FormFate::NotRecognised | FormFate::Merged => String::new(),
    }
}

/// For style sheets.
fn code(fate: &FormFate) -> &'static str {
    match fate {
        FormFate::Filled(_) | FormFate::Replaced { .. } => "filled",
        FormFate::Kept { .. } | FormFate::Same(_) | FormFate::Formula | FormFate::Merged => "kept",
        FormFate::Unknown | FormFate::NotHeld | FormFate::NotRecognised => "blank",
    }
}

/// What the table of rows needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct UnitProps {
    /// The language.
    pub(super) language: Language,
    /// What goes where.
    pub(super) preview: Rc<FormPreview>,
}

/// The rows of units; columns that stay blank everywhere are left out.
#[component]
pub(super) fn UnitTable(props: &UnitProps) -> Html {
    let UnitProps { language, preview } = props;
    let language = *language;
    let is_shown =
        |(_, head): &(usize, &FormHead)| !matches!(head.holds, None | Some(RowColumn::Blank | RowColumn::Unit));
    let heads: Vec<(usize, &FormHead)> = preview.columns.iter().enumerate().filter(is_shown).collect();
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={FormText::Rows(preview.rows.len()).say(language).into_owned()}>
            <table class="form-rows">
                <caption>{ FormText::Rows(preview.rows.len()).say(language) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ FormText::Row.say(language) }</th>
                        for (_, head) in heads.iter() {
                            <th scope="col">
                                { column_letters(head.column) }{ ": " }
                                { head.holds.map(|holds| holds.say(language)) }
                            </th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for row in preview.rows.iter() {
                        <tr key={row.row}>
                            <th scope="row"><span>{ row.row }</span>{ " " }<span lang="vi">{ &row.unit }</span></th>
                            for (place, head) in heads.iter() { { row.cells.get(*place).map(|cell| unit_cell(language, cell, head)) } }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn unit_cell(language: Language, cell: &FormCell, head: &FormHead) -> Html {
    let why = form_fate(language, &cell.fate, &head.by).into_owned();
    html! {
        <td key={head.column} data-fate={code(&cell.fate)} title={format!("{}: {why}", cell.address)}>
            { value(cell) }
            if cell.written().is_none() { <small>{ quoting(language, &why) }</small> }
        </td>
    }
}
