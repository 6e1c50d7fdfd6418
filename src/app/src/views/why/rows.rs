//! The source rows behind a verdict, each with its place in the user's own file and what became of it.

use crate::state::{Tried, TriedRow};
use crate::views::mark::StateShape;
use crate::views::rows::{PAGE, pages, ways};
use crate::views::words::quoting;
use domain::{Edit, EvidenceRow, Exclusion, Explanation, Language, Outcome, RowPlace, State};
use std::rc::Rc;
use wording::Say;
use wording::states::Group;
use wording::what_if::WhatIfText;
use wording::why::{WhyText, row_place, row_title, row_when};
use yew::prelude::*;

/// Rows drawn before the user asks for all.
const FIRST: usize = 40;

/// Rows of other periods that are drawn with the rest at once.
const OUTSIDE: usize = 2;

/// More rows than this are turned page by page.
const UNPAGED: usize = 300;

/// Whose rows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    /// The language.
    pub(super) language: Language,
    /// The explanation.
    pub(super) why: Rc<Explanation>,
    /// Name of the unit judged: rows of other units name theirs.
    pub(super) unit: AttrValue,
    /// Tries a row left out or moved.
    pub(super) on_try: Callback<Tried>,
}

/// The table of rows.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let RowsProps { language, why, .. } = props;
    let (all, page) = (use_state(|| false), use_state(|| 0_u32));
    if why.rows.is_empty() {
        return html! { <p class="quiet">{ WhyText::NoRows.say(*language) }</p> };
    }
    let files = files(&why.rows);
    let paged = *all && why.rows.len() > UNPAGED;
    let shown = match (*all, paged) {
        (false, _) => first(&why.rows),
        (true, false) => why.rows.iter().collect(),
        (true, true) => on_page(&why.rows, *page),
    };
    let more = if *all { 0 } else { why.rows.len() - shown.len() };
    let count = u32::try_from(why.rows.len()).unwrap_or(u32::MAX);
    let start = if paged { *page * PAGE } else { 0 };
    let turn = Callback::from(move |to: u32| page.set(to));
    let channels = why.rows.iter().any(|row| !row.channel.is_empty());
    let onclick = move |_| all.set(true);
    html! {
        <div class="evidence-frame">
            if paged { { ways(*language, start / PAGE, pages(count), &turn) } }
            <table class="evidence" aria-rowcount={paged.then(|| (count + 1).to_string())}>
                <caption><b>{ WhyText::Evidence.say(*language) }</b>{ format!(" · {}", files.join(", ")) }</caption>
                { head(*language, channels) }
                <tbody>
                    for (row, nth) in shown.into_iter().zip(start..) {
                        { line(props, row, (files.len(), channels), paged.then(|| nth + 2)) }
                    }
                </tbody>
            </table>
            if more > 0 {
                <button type="button" class="button small" {onclick}>{ rest(&why.rows, more).say(*language) }</button>
            }
        </div>
    }
}

/// The rows of a page.
fn on_page(rows: &[EvidenceRow], page: u32) -> Vec<&EvidenceRow> {
    rows.iter().skip((page * PAGE) as usize).take(PAGE as usize).collect()
}

/// The rows drawn at first: a long list of rows of other periods would hide those that matter.
fn first(rows: &[EvidenceRow]) -> Vec<&EvidenceRow> {
    let near: Vec<&EvidenceRow> = rows.iter().filter(|row| !is_outside(row)).collect();
    let outside = rows.len() - near.len();
    if near.is_empty() || outside <= OUTSIDE {
        return rows.iter().take(FIRST).collect();
    }
    near.into_iter().take(FIRST).collect()
}

fn is_outside(row: &EvidenceRow) -> bool {
    row.outcome == Outcome::Excluded(Exclusion::OutsideWindow)
}

/// What the button shows beyond the first rows.
fn rest(rows: &[EvidenceRow], more: usize) -> WhyText {
    let outside = rows.iter().filter(|row| is_outside(row)).count();
    if outside == more { WhyText::RowsOutside(more) } else { WhyText::AllRows(rows.len()) }
}

/// The files the rows come from, each once, in order of appearance.
fn files(rows: &[EvidenceRow]) -> Vec<&str> {
    rows.iter().fold(Vec::new(), |mut files, row| {
        if !files.contains(&row.file.as_str()) {
            files.push(&row.file);
        }
        files
    })
}

fn head(language: Language, channels: bool) -> Html {
    let columns = [
        WhyText::PlaceColumn,
        WhyText::DateColumn,
        WhyText::TitleColumn,
        WhyText::ChannelColumn,
        WhyText::OutcomeColumn,
    ];
    html! {
        <thead><tr>for column in columns.into_iter().filter(|column| channels || *column != WhyText::ChannelColumn) { <th scope="col">{ column.say(language) }</th> }</tr></thead>
    }
}

/// A row names its file where there are several, and its unit where it is not the one judged.
fn line(props: &RowsProps, row: &EvidenceRow, (files, channels): (usize, bool), index: Option<u32>) -> Html {
    let RowsProps { language, unit, on_try, .. } = props;
    let (language, unit) = (*language, unit.as_str());
    let state = shape(&row.outcome);
    html! {
        <tr key={format!("{} {} {}", row.file, row.sheet, row.row)} aria-rowindex={index.map(|index| index.to_string())}
            data-outcome={outcome(&row.outcome)}>
            <td class="evidence-place">
                { quoting(language, &row_place(language, row)) }
                if files > 1 { <small lang="vi">{ &row.file }</small> }
            </td>
            <td class="evidence-date">{ row_when(language, row) }</td>
            <td class="evidence-title">
                <span lang={(!row.title.is_empty()).then_some("vi")}>{ row_title(language, row) }</span>
                if row.unit != unit { <small lang="vi">{ &row.unit }</small> }
            </td>
            if channels { <td lang="vi">{ &row.channel }</td> }
            <td class="evidence-outcome">
                <span class="mark" data-group={Group::of(state).code()} data-state={state.code()}>
                    <StateShape {state} />{ row.outcome.say(language) }
                </span>
                { trials(language, row, on_try) }
            </td>
        </tr>
    }
}

/// What can be tried with an activity: to leave it out, or to move it (first to the days it has).
fn trials(language: Language, row: &EvidenceRow, on_try: &Callback<Tried>) -> Html {
    let Some(number) = row.activity else { return Html::default() };
    let moved = row.when.map(|to| (WhatIfText::TryMoved, Edit::Move { row: number, to }));
    let ways = std::iter::once((WhatIfText::TryWithout, Edit::Remove { row: number })).chain(moved);
    html! {
        <span class="row-trials">
            for (words, edit) in ways { { trial(language, row, on_try, &words, edit) } }
        </span>
    }
}

fn trial(language: Language, row: &EvidenceRow, on_try: &Callback<Tried>, words: &WhatIfText, edit: Edit) -> Html {
    let tried = Tried { edit, row: Some(tried_row(row)) };
    let onclick = on_try.reform(move |_: MouseEvent| tried.clone());
    let words = words.say(language);
    let label = format!("{words}: {}", row_place(language, row));
    html! { <button key={words.to_string()} type="button" class="link-button" aria-label={label} {onclick}>{ words }</button> }
}

fn tried_row(row: &EvidenceRow) -> TriedRow {
    let place = RowPlace { file: row.file.clone(), sheet: row.sheet.clone(), row: row.row };
    TriedRow { place, title: row.title.clone(), unit: row.unit.clone() }
}

/// Rows wear the shapes that people know from the verdicts: tick, question mark, dash.
fn shape(outcome: &Outcome) -> State {
    match outcome {
        Outcome::Counted => State::Met,
        Outcome::Possible => State::Uncertain,
        Outcome::Excluded(_) => State::NotApplicable,
    }
}

fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Counted => "counted",
        Outcome::Possible => "possible",
        Outcome::Excluded(_) => "excluded",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(number: u32, outcome: Outcome) -> EvidenceRow {
        EvidenceRow {
            file: "nhat-ky.xlsx".into(),
            sheet: String::new(),
            row: number,
            activity: Some(number),
            unit: "Xã Vĩnh Hòa Hiệp".into(),
            when: None,
            kind: None,
            count: 1,
            title: String::new(),
            channel: String::new(),
            outcome,
        }
    }

    #[test]
    fn pages_hold_every_row_once() {
        let rows: Vec<EvidenceRow> = (0..750).map(|number| row(number, Outcome::Counted)).collect();
        let paged: Vec<u32> = (0..pages(750)).flat_map(|page| on_page(&rows, page)).map(|row| row.row).collect();
        assert_eq!(paged, (0..750).collect::<Vec<_>>());
    }

    #[test]
    fn many_rows_of_other_periods_wait_for_the_button_and_few_do_not() {
        let outside = || Outcome::Excluded(Exclusion::OutsideWindow);
        let counted = [row(1, Outcome::Counted), row(2, Outcome::Excluded(Exclusion::DuplicateOf(1)))];
        for (outsiders, shown) in [(0, 2), (2, 4), (3, 2), (11, 2)] {
            let rows: Vec<EvidenceRow> =
                counted.iter().cloned().chain((0..outsiders).map(|number| row(10 + number, outside()))).collect();
            assert_eq!(first(&rows).len(), shown, "{outsiders} outside");
        }
        let only_outside: Vec<EvidenceRow> = (0..5).map(|number| row(number, outside())).collect();
        assert_eq!(first(&only_outside).len(), 5, "a table is never empty");
        assert_eq!(rest(&only_outside, 5), WhyText::RowsOutside(5));
    }
}
