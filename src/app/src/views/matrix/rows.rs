//! The table itself: sticky head and first column, rows grouped under their parents. It is one grid for the keyboard. On
//! a phone each row is a card.

use super::decide::{Filters, RowGroup, Shown, cut, worst};
use super::toolbar::view_of;
use super::walk::{At, Size, walked};
use crate::effects::{self, use_focus_part, use_growing};
use crate::route::{Route, SortBy};
use crate::views::link::is_plain;
use crate::views::mark::{StateMark, StateShape};
use domain::{Language, MatrixCell, MatrixColumn, MatrixRow, MatrixSlice, PeriodCell};
use std::rc::Rc;
use wording::Say;
use wording::matrix::{CopyText, MatrixText, box_figure, box_words, cell_words, figure};
use wording::overview::target_code;
use wording::states::Group;
use yew::prelude::*;

/// Rows drawn at once; more on request, so that a province of thousands of hamlets stays quick. Groups far from what is
/// seen are not laid out.
const BATCH: usize = 1_500;
/// Rows of these that are drawn at once, and with each turn after.
const PART: usize = 30;

/// What the table shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TableProps {
    /// The language.
    pub(super) language: Language,
    /// The rows.
    pub(super) slice: Rc<MatrixSlice>,
    /// Which of them, in which groups.
    pub(super) shown: Rc<Shown>,
    /// The filters in force.
    pub(super) filters: Filters,
    /// Leads to a unit, or to this screen in another order.
    pub(super) on_open: Callback<Route>,
}

/// The table, or a sentence where no row is left.
#[component]
pub(super) fn Table(props: &TableProps) -> Html {
    let TableProps { language, slice, shown, on_open, .. } = props;
    let limit = use_state(|| BATCH);
    let (cursor, moves) = (use_state(|| At::START), use_state(|| 0_u32));
    let (here, head_row) = (use_node_ref(), use_node_ref());
    use_focus_part(&here, *moves);
    let wanted = length(shown).min(*limit);
    let part = use_growing(shown, wanted, PART);
    if shown.rows == 0 {
        return html! { <p class="card">{ MatrixText::NoneFound.say(*language) }</p> };
    }
    let groups = cut(&shown.groups, part);
    let whole = Size { first: 0, last: part, columns: shown.columns.len() };
    let at = cursor.within(whole);
    let onkeydown = keys(Walk { groups: groups.clone(), whole, head_row: head_row.clone() }, props, &cursor, &moves);
    let starts = groups.iter().scan(1, |next, group| {
        let start = *next;
        *next += group.rows.len();
        Some(start)
    });
    html! {
        <>
            <div class="table-frame">
                <table class="matrix" role="grid" data-columns={shown.columns.len().to_string()} {onkeydown}
                    aria-busy={(part < wanted).then_some("true")}
                    aria-label={MatrixText::UnitColumn.say(*language).to_string()} aria-describedby="matrix-keys">
                    { head(props, at, (&here, &head_row)) }
                    for (start, group) in starts.zip(&groups) {
                        <ParentRows key={group.rows.first().map_or(0, |place| *place)} language={*language} {slice} {start}
                            columns={shown.columns.clone()} group={group.clone()} {on_open} here={here.clone()}
                            at={Some(at).filter(|at| (start..start + group.rows.len()).contains(&at.row))} />
                    }
                </table>
            </div>
            <p id="matrix-keys" class="visually-hidden">{ CopyText::Keys.say(*language) }</p>
            { foot(*language, shown.rows, limit) }
        </>
    }
}

fn length(shown: &Shown) -> usize {
    shown.groups.iter().map(|group| group.rows.len()).sum()
}

/// What a key needs to know of the grid.
struct Walk {
    groups: Vec<RowGroup>,
    whole: Size,
    head_row: NodeRef,
}

impl Walk {
    /// On a narrow screen the rows are cards: there is no head, and a card is one thing.
    fn size(&self) -> Size {
        if effects::is_drawn(&self.head_row) { self.whole } else { Size { first: 1, columns: 0, ..self.whole } }
    }

    /// The row that stands there.
    fn place(&self, at: At) -> Option<usize> {
        self.groups.iter().flat_map(|group| &group.rows).nth(at.row.checked_sub(1)?).copied()
    }
}

fn keys(
    walk: Walk,
    props: &TableProps,
    cursor: &UseStateHandle<At>,
    moves: &UseStateHandle<u32>,
) -> Callback<KeyboardEvent> {
    let (cursor, moves, props) = (cursor.clone(), moves.clone(), props.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(at) = effects::carried(&event, "data-at").and_then(|code| At::from_code(&code)) else { return };
        let ctrl = event.ctrl_key() || event.meta_key();
        if let Some(next) =
            walked(&event.key(), ctrl, at, walk.size()).filter(|_| !event.alt_key() && !event.shift_key())
        {
            event.prevent_default();
            cursor.set(next);
            moves.set(*moves + 1);
        } else if event.key() == "Enter" && at.column > 0 && !event.default_prevented() {
            let row = walk.place(at).and_then(|place| props.slice.rows.get(place));
            let column = props.shown.columns.get(at.column - 1).and_then(|place| props.slice.columns.get(*place));
            if let Some((row, column)) = row.zip(column) {
                event.prevent_default();
                props.on_open.emit(Route::unit_at(&row.unit, &column.target));
            }
        }
    })
}

fn foot(language: Language, rows: u32, limit: UseStateHandle<usize>) -> Html {
    let drawn = u32::try_from(*limit).unwrap_or(u32::MAX).min(rows);
    if drawn == rows {
        return Html::default();
    }
    let onclick = move |_| limit.set(*limit + BATCH);
    html! {
        <p class="matrix-foot">
            { CopyText::InParts { drawn, of: rows }.say(language) }{ " " }
            <button type="button" class="button" {onclick}>{ MatrixText::More.say(language) }</button>
        </p>
    }
}

/// Only one cell of the grid at a time stands in the order of the Tab key.
fn stop(at: At, own: At, here: &NodeRef) -> (&'static str, NodeRef) {
    if at == own { ("0", here.clone()) } else { ("-1", NodeRef::default()) }
}

fn head(props: &TableProps, at: At, (here, head_row): (&NodeRef, &NodeRef)) -> Html {
    let TableProps { language, slice, shown, .. } = props;
    let unit = MatrixText::UnitColumn.say(*language);
    let columns = shown.columns.iter().filter_map(|place| slice.columns.get(*place));
    html! {
        <thead role="rowgroup" ref={head_row.clone()}>
            <tr role="row">
                { column_head(props, (at, here), 0, SortBy::Name, (unit.into(), "")) }
                for (column, nth) in columns.zip(1..) {
                    { column_head(props, (at, here), nth, SortBy::Target(column.target.clone()),
                        (target_code(*language, &column.target).into(), column.label.text(*language))) }
                }
            </tr>
        </thead>
    }
}

/// The head of a column is a button that sorts by it.
fn column_head(
    props: &TableProps,
    (at, here): (At, &NodeRef),
    column: usize,
    by: SortBy,
    (name, label): (AttrValue, &str),
) -> Html {
    let TableProps { language, filters, on_open, .. } = props;
    let own = At { row: 0, column };
    let (tabindex, node) = stop(at, own, here);
    let (order, sign) = match (filters.sort.by == by, filters.sort.reversed) {
        (false, _) => ("none", "↕"),
        (true, false) => ("ascending", "↑"),
        (true, true) => ("descending", "↓"),
    };
    let sort = CopyText::SortBy(name.to_string()).say(*language);
    let to = Route::Matrix(view_of(filters, filters.sort.next(by)));
    let onclick = on_open.reform(move |_: MouseEvent| to.clone());
    html! {
        <th role="columnheader" scope="col" key={column} aria-sort={order}>
            <button type="button" class="matrix-sort" ref={node} {tabindex} data-at={own.code()} title={sort.into_owned()} {onclick}>
                <b>{ name }</b><span aria-hidden="true">{ sign }</span>
                if !label.is_empty() { { " " }<small>{ label.to_owned() }</small> }
            </button>
        </th>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct GroupProps {
    language: Language,
    slice: Rc<MatrixSlice>,
    columns: Vec<usize>,
    group: RowGroup,
    /// The number of its first row in the grid.
    start: usize,
    /// The cell that the keyboard stands on, if it is one of these.
    at: Option<At>,
    /// The element of that cell.
    here: NodeRef,
    on_open: Callback<Route>,
}

impl GroupProps {
    fn stop(&self, own: At) -> (&'static str, NodeRef) {
        self.at.map_or(("-1", NodeRef::default()), |at| stop(at, own, &self.here))
    }
}

/// The rows of one parent.
#[component]
fn ParentRows(props: &GroupProps) -> Html {
    let GroupProps { slice, group, start, .. } = props;
    let rows = group.rows.iter().filter_map(|place| slice.rows.get(*place));
    html! {
        <tbody role="rowgroup">
            { group_head(props) }
            for (number, row) in (*start..).zip(rows) { { unit_row(props, number, row) } }
        </tbody>
    }
}

/// The parent's name over its rows; sorted rows name their parents themselves.
fn group_head(props: &GroupProps) -> Html {
    let GroupProps { language, group, .. } = props;
    let Some(parent) = &group.parent else { return Html::default() };
    let shown = u32::try_from(group.rows.len()).unwrap_or(u32::MAX);
    let parent = if parent.is_empty() { MatrixText::NoParent.say(*language) } else { parent.clone().into() };
    html! {
        <tr role="row" class="matrix-group">
            <th role="rowheader" scope="rowgroup" colspan={(props.columns.len() + 1).to_string()}>
                { parent }
                { " " }
                <small>{ MatrixText::GroupCounts { shown, missed: group.missed }.say(*language) }</small>
            </th>
        </tr>
    }
}

fn unit_row(props: &GroupProps, number: usize, row: &MatrixRow) -> Html {
    let GroupProps { language, slice, columns, on_open, group, .. } = props;
    let to = Route::unit(&row.unit);
    let own = At { row: number, column: 0 };
    let (tabindex, node) = props.stop(own);
    html! {
        <tr role="row" key={row.unit.unit.0} class="matrix-row" onclick={opens(on_open, &to)}>
            <th role="rowheader" scope="row">
                <span>
                    <a lang="vi" href={to.hash()} ref={node} {tabindex} data-at={own.code()} onclick={opens(on_open, &to)}>
                        { row.unit.name.as_str() }
                    </a>
                    if group.parent.is_none() && !row.unit.parent.is_empty() { <small lang="vi">{ &row.unit.parent }</small> }
                </span>
                <span class="matrix-worst"><StateMark state={worst(row)} language={*language} /></span>
            </th>
            for (place, column) in columns.iter().zip(1..) {
                { cell(props, row, At { row: number, column }, (slice.columns.get(*place), row.cells.get(*place).and_then(Option::as_ref))) }
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

fn cell(
    props: &GroupProps,
    row: &MatrixRow,
    own: At,
    (column, cell): (Option<&MatrixColumn>, Option<&MatrixCell>),
) -> Html {
    let language = props.language;
    let (tabindex, node) = props.stop(own);
    let to = column.map_or_else(|| Route::unit(&row.unit), |column| Route::unit_at(&row.unit, &column.target));
    let code = column.map_or_else(Default::default, |column| target_code(language, &column.target));
    let Some(cell) = cell else {
        let not = MatrixText::NotAddressed.say(language).to_string();
        return html! {
            <td role="gridcell" class="matrix-none" ref={node} {tabindex} data-at={own.code()}>
                <span role="img" aria-label={not}>{ "–" }</span>
            </td>
        };
    };
    html! {
        <td role="gridcell" data-group={Group::of(cell.state).code()} ref={node} {tabindex} data-at={own.code()}
            onclick={opens(&props.on_open, &to)}>
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
