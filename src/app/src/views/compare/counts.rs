//! How many verdicts went from which state to which, target by target. Every number leads to its list.

use super::decide;
use crate::route::{CompareView, Route};
use crate::views::link::Link;
use crate::views::mark::StateMark;
use domain::{Bilingual, CompareSlice, Language, State, Turn, TurnedCount};
use std::rc::Rc;
use wording::compare::{CompareText, sign};
use wording::overview::target_code;
use wording::{Say, dates};
use yew::prelude::*;

/// What the table needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CountsProps {
    /// The language.
    pub(super) language: Language,
    /// The view.
    pub(super) view: CompareView,
    /// The answer.
    pub(super) answer: Rc<CompareSlice>,
    /// Leads to a list.
    pub(super) on_open: Callback<Route>,
}

/// The table.
#[component]
pub(super) fn Counts(props: &CountsProps) -> Html {
    let CountsProps { language, answer, .. } = props;
    let language = *language;
    if answer.turned.is_empty() {
        return Html::default();
    }
    let columns =
        [CompareText::Period, CompareText::Before, CompareText::After, CompareText::Direction, CompareText::Units];
    html! {
        <>
            <table class="compare-counts">
                <caption><b>{ CompareText::ByTarget.say(language) }</b></caption>
                <thead><tr>for column in columns { <th scope="col">{ column.say(language) }</th> }</tr></thead>
                for (target, label, lines) in decide::by_target(&answer.turned) { { group(props, target, label, lines) } }
            </table>
            <p class="small quiet">{ CompareText::OtherMeans.say(language) }</p>
        </>
    }
}

fn group(props: &CountsProps, target: &str, label: &Bilingual, lines: &[TurnedCount]) -> Html {
    let language = props.language;
    html! {
        <tbody key={target.to_owned()}>
            <tr class="compare-target">
                <th scope="rowgroup" colspan="5">
                    <span class="target-code">{ target_code(language, target) }</span>{ " " }{ label.text(language) }
                </th>
            </tr>
            for line in lines { { row(props, line) } }
        </tbody>
    }
}

fn row(props: &CountsProps, line: &TurnedCount) -> Html {
    let CountsProps { language, view, on_open, .. } = props;
    let turned = Turn::between(line.from, line.to);
    let to = CompareView { target: Some(line.target.clone()), turn: Some(turned), ..view.clone() };
    html! {
        <tr key={format!("{} {:?} {:?}", line.period, line.from, line.to)}>
            <td>{ decide::period(*language, &line.period) }</td>
            <td>{ state(*language, line.from) }</td>
            <td><span class="compare-arrow" aria-hidden="true">{ "→ " }</span>{ state(*language, line.to) }</td>
            <td>{ direction(*language, turned) }</td>
            <td class="compare-number">
                <Link to={Route::Compare(to)} {on_open}>{ dates::number(*language, line.count) }</Link>
            </td>
        </tr>
    }
}

/// The mark of a state, or that the unit is not there.
pub(super) fn state(language: Language, state: Option<State>) -> Html {
    match state {
        Some(state) => html! { <StateMark {state} {language} /> },
        None => html! { <span class="quiet">{ CompareText::Absent.say(language) }</span> },
    }
}

/// A sign and a word.
pub(super) fn direction(language: Language, turn: Turn) -> Html {
    html! {
        <span class="compare-turn" data-turn={turn.code()}>
            <span aria-hidden="true">{ sign(turn) }</span>{ " " }{ turn.say(language) }
        </span>
    }
}
