//! The table itself: sticky head and first column, rows grouped under their parents. On a phone each row is a card.

use super::decide::{RowGroup, Shown, cut, worst};
use crate::route::Route;
use crate::views::link::{Link, is_plain};
use crate::views::mark::{StateMark, StateShape};
use domain::{Language, MatrixCell, MatrixColumn, MatrixRow, MatrixSlice, PeriodCell};
use std::rc::Rc;
use wording::Say;
use wording::matrix::{MatrixText, box_figure, box_words, cell_words, figure};
use wording::overview::target_code;
use wording::states::Group;
use yew::prelude::*;

/// Rows drawn at once; more on request, so that a province of thousands of hamlets stays quick.
const BATCH: usize = 600;

/// What the table shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TableProps {
    /// The language.
    pub(super) language: Language,
    /// The rows.
    pub(super) slice: Rc<MatrixSlice>,
    /// Which of them, in which groups.
    pub(super) shown: Rc<Shown>,
    /// Leads to a unit.
    pub(super) on_open: Callback<Route>,
}

/// The table, or a sentence where no row is left.
#[component]
pub(super) fn Table(props: &TableProps) -> Html {
    let TableProps { language, slice, shown, on_open } = props;
    let limit = use_state(|| BATCH);
    if shown.rows == 0 {
        return html! { <p class="card">{ MatrixText::NoneFound.say(*language) }</p> };
    }
    html! {
        <>
            <div class="table-frame" tabindex="0" role="region" aria-label={MatrixText::UnitColumn.say(*language).to_string()}>
                <table class="matrix" role="table" data-columns={shown.columns.len().to_string()}>
                    { head(*language, slice, &shown.columns) }
                    for group in cut(&shown.groups, *limit) {
                        <ParentRows key={group.rows.first().map_or(0, |place| *place)} language={*language} {slice}
                            columns={shown.columns.clone()} group={group.clone()} {on_open} />
                    }
                </table>
            </div>
            { foot(*language, shown.rows, limit) }
        </>
    }
}

fn foot(language: Language, rows: u32, limit: UseStateHandle<usize>) -> Html {
    let drawn = u32::try_from(*limit).unwrap_or(u32::MAX).min(rows);
    if drawn == rows {
        return Html::default();
    }
    let onclick = move |_| limit.set(*limit + BATCH);
    html! {
        <p class="matrix-foot">
            { MatrixText::Shown { shown: drawn, of: rows }.say(language) }{ " " }
            <button type="button" class="button" {onclick}>{ MatrixText::More.say(language) }</button>
        </p>
    }
}

fn head(language: Language, slice: &MatrixSlice, columns: &[usize]) -> Html {
    html! {
        <thead role="rowgroup">
            <tr role="row">
                <th role="columnheader" scope="col">{ MatrixText::UnitColumn.say(language) }</th>
                for column in columns.iter().filter_map(|place| slice.columns.get(*place)) {
                    { column_head(language, column) }
                }
            </tr>
        </thead>
    }
}

fn column_head(language: Language, column: &MatrixColumn) -> Html {
    html! {
        <th role="columnheader" scope="col" key={column.target.as_str()}>
            { target_code(language, &column.target) }{ " " }<small>{ column.label.text(language) }</small>
        </th>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    language: Language,
    slice: Rc<MatrixSlice>,
    columns: Vec<usize>,
    group: RowGroup,
    on_open: Callback<Route>,
}

/// The rows of one parent.
#[component]
fn ParentRows(props: &GroupProps) -> Html {
    let GroupProps { language, slice, group, .. } = props;
    let rows = group.rows.iter().filter_map(|place| slice.rows.get(*place));
    let shown = u32::try_from(group.rows.len()).unwrap_or(u32::MAX);
    let parent =
        if group.parent.is_empty() { MatrixText::NoParent.say(*language) } else { group.parent.clone().into() };
    html! {
        <tbody role="rowgroup">
            <tr role="row" class="matrix-group">
                <th role="rowheader" scope="rowgroup" colspan={(props.columns.len() + 1).to_string()}>
                    { parent }
                    { " " }
                    <small>{ MatrixText::GroupCounts { shown, missed: group.missed }.say(*language) }</small>
                </th>
            </tr>
            for row in rows { { unit_row(props, row) } }
        </tbody>
    }
}

fn unit_row(props: &GroupProps, row: &MatrixRow) -> Html {
    let GroupProps { language, slice, columns, on_open, .. } = props;
    let to = Route::unit(&row.unit);
    html! {
        <tr role="row" key={row.unit.unit.0} class="matrix-row" onclick={opens(on_open, &to)}>
            <th role="rowheader" scope="row">
                <Link lang="vi" {to} {on_open}>{ row.unit.name.as_str() }</Link>
                <span class="matrix-worst"><StateMark state={worst(row)} language={*language} /></span>
            </th>
            for place in columns.iter() {
                { cell(props, row, slice.columns.get(*place), row.cells.get(*place).and_then(Option::as_ref)) }
            }
        </tr>
    }
}

/// A click on a cell opens the unit at its target, anywhere else on the row the unit; the name is the link for the
/// keyboard and has done its work already.
fn opens(on_open: &Callback<Route>, to: &Route) -> Callback<MouseEvent> {
    let (on_open, to) = (on_open.clone(), to.clone());
    Callback::from(move |event: MouseEvent| {
        if is_plain(&event) && !event.default_prevented() {
            event.prevent_default();
            on_open.emit(to.clone());
        }
    })
}

fn cell(props: &GroupProps, row: &MatrixRow, column: Option<&MatrixColumn>, cell: Option<&MatrixCell>) -> Html {
    let language = props.language;
    let to = column.map_or_else(|| Route::unit(&row.unit), |column| Route::unit_at(&row.unit, &column.target));
    let code = column.map_or_else(Default::default, |column| target_code(language, &column.target));
    let Some(cell) = cell else {
        let not = MatrixText::NotAddressed.say(language).to_string();
        return html! { <td role="cell" class="matrix-none"><span role="img" aria-label={not}>{ "–" }</span></td> };
    };
    html! {
        <td role="cell" data-group={Group::of(cell.state).code()} onclick={opens(&props.on_open, &to)}>
            <span class="matrix-code" aria-hidden="true">{ code }</span>
            { content(language, cell) }
        </td>
    }
}

fn content(language: Language, cell: &MatrixCell) -> Html {
    match cell.periods.as_slice() {
        [only] => single(language, cell, only),
        several => html! {
            <div class="matrix-result">
                <span class="boxes">for part in several.iter() { { period_box(language, part) } }</span>
                <small class="mark" data-group={Group::of(cell.state).code()} data-state={cell.state.code()}>
                    <StateShape state={cell.state} />{ cell_words(language, cell) }
                </small>
            </div>
        },
    }
}

/// `2/2` with its mark, words under it. What has no figure to tell shows the words alone.
fn single(language: Language, cell: &MatrixCell, only: &PeriodCell) -> Html {
    let told = !matches!(Group::of(cell.state), Group::Neutral) && cell.state != domain::State::NoData;
    let words = cell_words(language, cell);
    html! {
        <div class="matrix-result">
            <span class="mark" data-group={Group::of(cell.state).code()} data-state={cell.state.code()}>
                <StateShape state={cell.state} />
                { if told { figure(language, only).into() } else { words.clone() } }
            </span>
            if told { <small>{ words }</small> }
        </div>
    }
}

fn period_box(language: Language, part: &PeriodCell) -> Html {
    let words = box_words(language, part);
    html! {
        <span class="box" key={part.period.to_string()} role="img" data-group={Group::of(part.state).code()}
            title={words.clone()} aria-label={words}>
            { box_figure(language, part) }
        </span>
    }
}
