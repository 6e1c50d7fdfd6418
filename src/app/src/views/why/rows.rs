//! The source rows behind a verdict, each with its place in the user's own file and what became of it.

use crate::views::mark::StateShape;
use domain::{EvidenceRow, Explanation, Language, Outcome, State};
use std::rc::Rc;
use wording::Say;
use wording::states::Group;
use wording::why::{WhyText, row_place, row_title, row_when};
use yew::prelude::*;

/// Rows drawn before the user asks for all.
const FIRST: usize = 40;

/// Whose rows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    /// The language.
    pub(super) language: Language,
    /// The explanation.
    pub(super) why: Rc<Explanation>,
    /// Name of the unit judged: rows of other units name theirs.
    pub(super) unit: AttrValue,
}

/// The table of rows.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let RowsProps { language, why, unit } = props;
    let all = use_state(|| false);
    if why.rows.is_empty() {
        return html! { <p class="quiet">{ WhyText::NoRows.say(*language) }</p> };
    }
    let files = files(&why.rows);
    let limit = if *all { why.rows.len() } else { FIRST };
    let onclick = move |_| all.set(true);
    html! {
        <div class="evidence-frame">
            <table class="evidence">
                <caption><b>{ WhyText::Evidence.say(*language) }</b>{ format!(" · {}", files.join(", ")) }</caption>
                { head(*language) }
                <tbody>for row in why.rows.iter().take(limit) { { line(*language, row, unit, files.len()) } }</tbody>
            </table>
            if limit < why.rows.len() {
                <button type="button" class="button" {onclick}>
                    { WhyText::AllRows(why.rows.len()).say(*language) }
                </button>
            }
        </div>
    }
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

fn head(language: Language) -> Html {
    let columns = [
        WhyText::PlaceColumn,
        WhyText::DateColumn,
        WhyText::TitleColumn,
        WhyText::ChannelColumn,
        WhyText::OutcomeColumn,
    ];
    html! {
        <thead><tr>for column in columns { <th scope="col">{ column.say(language) }</th> }</tr></thead>
    }
}

/// A row names its file where there are several, and its unit where it is not the one judged.
fn line(language: Language, row: &EvidenceRow, unit: &str, files: usize) -> Html {
    let state = shape(&row.outcome);
    html! {
        <tr key={format!("{} {} {}", row.file, row.sheet, row.row)} data-outcome={outcome(&row.outcome)}>
            <td class="evidence-place">
                { row_place(language, row) }
                if files > 1 { <small>{ &row.file }</small> }
            </td>
            <td class="evidence-date">{ row_when(language, row) }</td>
            <td class="evidence-title">
                <span>{ row_title(language, row) }</span>
                if row.unit != unit { <small>{ &row.unit }</small> }
            </td>
            <td>{ &row.channel }</td>
            <td class="evidence-outcome">
                <span class="mark" data-group={Group::of(state).code()} data-state={state.code()}>
                    <StateShape {state} />{ row.outcome.say(language) }
                </span>
            </td>
        </tr>
    }
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
