//! The row that is pasted into a table of the superior's, and the order of its columns.

mod cells;
mod order;

use super::FormActs;
use super::take::{CopyTold, button};
use crate::clip::{self, Cells, Head};
use crate::effects;
use crate::route::{ReportView, Route};
use crate::state::OrderFile;
use crate::views::icons::Icon;
use cells::{cells, shown};
use domain::{FormsSlice, Language, ReportSlice, RowColumn};
use order::OrderOfRow;
use std::rc::Rc;
use wording::Say;
use wording::reports::RowText;
use yew::prelude::*;

/// What the row needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowProps {
    /// The language.
    pub(super) language: Language,
    /// The report.
    pub(super) report: Rc<ReportSlice>,
    /// The orders of columns at hand.
    pub(super) forms: Rc<FormsSlice>,
    /// A template that is not in force.
    pub(super) order_file: Option<OrderFile>,
    /// What the address asks for: the order among it.
    pub(super) view: ReportView,
    /// Told how the copy went.
    pub(super) on_copied: CopyTold,
    /// What can be done with templates.
    pub(super) acts: FormActs,
    /// Leads to another order.
    pub(super) on_open: Callback<Route>,
}

/// The button that copies the row, and its columns.
#[component]
pub(super) fn RowToPaste(props: &RowProps) -> Html {
    let RowProps { language, report, forms, order_file, view, on_copied, acts, on_open } = props;
    // What became of a template has to be seen, wherever it was dropped, and stays in sight once all is well.
    let opened = use_mut_ref(|| false);
    *opened.borrow_mut() |= order_file.is_some();
    let columns = shown(view, forms);
    let (row, told) = (cells(&columns, report), on_copied.clone());
    let copy = {
        let clip = clip::of_rows(std::slice::from_ref(&row), Head::None, Cells::Values);
        Callback::from(move |_| effects::copy_table(&clip.text, &clip.html, told.clone()))
    };
    html! {
        <>
            <ul>{ button(*language, (Icon::Copy, ""), (&RowText::Row, &RowText::RowHint), copy) }</ul>
            <details class="report-row" open={*opened.borrow()}>
                <summary>{ RowText::Order.say(*language) }</summary>
                { preview(*language, &columns, &row) }
                <OrderOfRow
                    language={*language} forms={Rc::clone(forms)} order_file={order_file.clone()} view={view.clone()}
                    {columns} acts={acts.clone()} {on_open}
                />
            </details>
        </>
    }
}

fn preview(language: Language, columns: &[RowColumn], row: &[String]) -> Html {
    let label = RowText::Preview.say(language).into_owned();
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={label}>
            <table>
                <thead>
                    <tr>for column in columns.iter() { <th scope="col">{ column.say(language) }</th> }</tr>
                </thead>
                <tbody><tr>for cell in row.iter() { <td>{ cell.clone() }</td> }</tr></tbody>
            </table>
        </div>
    }
}
