//! Each verdict that turned, with why; filters, and the list as a table for spreadsheets.

use super::CompareActs;
use super::counts::{direction, state};
use super::decide;
use crate::clip::{self, Cells, Head};
use crate::effects::{Copied, copy_table, value_of};
use crate::route::{CompareView, Route};
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::words::{own, quoting};
use domain::{Because, CompareSlice, EvidenceRow, Language, Rows, Turn, TurnedVerdict, Verdict, Whose};
use std::rc::Rc;
use wording::compare::{CompareText, because, file_name};
use wording::overview::target_code;
use wording::what_if::WhatIfText;
use wording::why::{row_place, row_title, row_when};
use wording::{Say, dates};
use yew::prelude::*;

/// Verdicts drawn before the user asks for more, and with each step.
const STEP: usize = 50;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListProps {
    /// The language.
    pub(super) language: Language,
    /// The view.
    pub(super) view: CompareView,
    /// The answer.
    pub(super) answer: Rc<CompareSlice>,
    /// What the user can do.
    pub(super) acts: CompareActs,
}

/// The list.
#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let ListProps { language, answer, .. } = props;
    let language = *language;
    let drawn = use_state(|| STEP);
    let next = *drawn + STEP;
    let rest = answer.listed.len().saturating_sub(*drawn);
    let onclick = move |_: MouseEvent| drawn.set(next);
    let listed = u32::try_from(answer.listed.len()).unwrap_or(u32::MAX);
    html! {
        <section class="card compare-list" aria-labelledby="compare-each">
            <h2 id="compare-each">{ CompareText::Each.say(language) }</h2>
            <Filters ..props.clone() />
            if answer.listed.is_empty() {
                <p class="quiet" role="status">{ CompareText::NoneListed.say(language) }</p>
            } else {
                <p class="small" role="status">{ CompareText::Listed { listed, of: answer.of }.say(language) }</p>
                <table class="changed compare-changed">
                    <caption class="visually-hidden">{ CompareText::Each.say(language) }</caption>
                    { head(language) }
                    <tbody>for verdict in answer.listed.iter().take(next - STEP) { { row(props, verdict) } }</tbody>
                </table>
                if rest > 0 {
                    <p><button type="button" class="button small" {onclick}>{ WhatIfText::ShowMore(rest.min(STEP)).say(language) }</button></p>
                }
                <Takeaway ..props.clone() />
            }
        </section>
    }
}

fn head(language: Language) -> Html {
    let columns = [
        WhatIfText::UnitColumn.say(language),
        WhatIfText::TargetColumn.say(language),
        WhatIfText::TurnColumn.say(language),
        WhatIfText::FiguresColumn.say(language),
        CompareText::Why.say(language),
    ];
    html! { <thead><tr>for column in columns { <th scope="col">{ column }</th> }</tr></thead> }
}

fn row(props: &ListProps, verdict: &TurnedVerdict) -> Html {
    let language = props.language;
    let of = |side: &Option<Verdict>| state(language, side.as_ref().map(|side| side.state));
    html! {
        <tr key={format!("{} {} {:?}", verdict.target, verdict.period, verdict.whose)}>
            <th scope="row">{ who(props, verdict) }</th>
            <td>{ target_code(language, &verdict.target) }{ " · " }{ decide::period(language, &verdict.period) }</td>
            <td>
                <span class="turn">
                    { of(&verdict.before) }
                    <IconView icon={Icon::Right} />
                    <span class="visually-hidden">{ format!(" {} ", WhatIfText::Becomes.say(language)) }</span>
                    { of(&verdict.after) }
                </span>
                <br />{ direction(language, verdict.turn) }
            </td>
            <td>{ decide::figures(language, verdict) }</td>
            <td class="compare-why">{ why(language, verdict) }</td>
        </tr>
    }
}

fn who(props: &ListProps, verdict: &TurnedVerdict) -> Html {
    let language = props.language;
    match &verdict.whose {
        Whose::All => html! { WhatIfText::Whole.say(language) },
        Whose::Unit(line) => html! {
            <>
                <Link lang="vi" to={Route::unit_at(line, &verdict.target)} on_open={&props.acts.on_open}>{ &line.name }</Link>
                { parent(&line.parent) }
            </>
        },
        Whose::OnlyThere { name, parent: of } => html! {
            <>{ own(name) }{ parent(of) }<small class="quiet">{ CompareText::OnlyThere.say(language) }</small></>
        },
    }
}

fn parent(name: &str) -> Html {
    html! { if !name.is_empty() { <small class="quiet" lang="vi">{ name }</small> } }
}

/// Every reason; rows behind a reason can be opened.
fn why(language: Language, verdict: &TurnedVerdict) -> Html {
    let held = decide::held(verdict);
    let reason = |reason: &Because| {
        let words = because(language, reason, held);
        match reason {
            Because::Came(rows) | Because::Went(rows) => {
                html! { <li><details><summary>{ words }</summary>{ evidence(language, rows) }</details></li> }
            }
            _ => html! { <li>{ words }</li> },
        }
    };
    html! {
        <ul>
            for because in verdict.because.iter() { { reason(because) } }
            for words in decide::reasons(language, verdict) { <li>{ words }</li> }
        </ul>
    }
}

fn evidence(language: Language, rows: &Rows) -> Html {
    let more = rows.of.saturating_sub(u32::try_from(rows.first.len()).unwrap_or(u32::MAX));
    html! {
        <ul class="compare-rows">
            for row in rows.first.iter() { <li>{ evidence_row(language, row) }</li> }
            if more > 0 { <li>{ format!("+ {}", dates::number(language, more)) }</li> }
        </ul>
    }
}

fn evidence_row(language: Language, row: &EvidenceRow) -> Html {
    let file = if row.file.is_empty() { String::new() } else { format!("{}, ", row.file) };
    html! {
        <>
            <b>{ file }{ quoting(language, &row_place(language, row)) }</b>
            { " · " }{ row_when(language, row) }
            { " · " }<span lang={(!row.title.is_empty()).then_some("vi")}>{ row_title(language, row) }</span>
            { " · " }{ row.outcome.say(language) }
        </>
    }
}

/// By target and by direction. What is chosen stands in the address.
#[component]
fn Filters(props: &ListProps) -> Html {
    let ListProps { language, view, answer, .. } = props;
    let turns = decide::by_turn(&answer.turned, view.target.as_deref());
    let all: u32 = turns.values().sum();
    let directions = CompareText::Directions.say(*language).into_owned();
    html! {
        <div class="compare-filters">
            <TargetSelect ..props.clone() />
            <div class="chips" role="group" aria-label={directions}>
                { turn_chip(props, None, all) }
                for turn in Turn::ALL {
                    { turn_chip(props, Some(turn), turns.get(&turn).copied().unwrap_or_default()) }
                }
            </div>
        </div>
    }
}

fn turn_chip(props: &ListProps, turn: Option<Turn>, count: u32) -> Html {
    let ListProps { language, view, acts, .. } = props;
    let to = CompareView { turn, ..view.clone() };
    let onclick = acts.on_open.reform(move |_: MouseEvent| Route::Compare(to.clone()));
    let words = match turn {
        Some(turn) => direction(*language, turn),
        None => html! { CompareText::AnyTurn.say(*language) },
    };
    html! {
        <button type="button" class="chip" aria-pressed={(view.turn == turn).to_string()} {onclick}>
            { words }{ " " }<b>{ dates::number(*language, count) }</b>
        </button>
    }
}

#[component]
fn TargetSelect(props: &ListProps) -> Html {
    let ListProps { language, view, answer, acts } = props;
    let (on_open, base) = (acts.on_open.clone(), view.clone());
    let onchange = move |event: Event| {
        let target = Some(value_of(&event)).filter(|target| !target.is_empty());
        on_open.emit(Route::Compare(CompareView { target, ..base.clone() }));
    };
    html! {
        <label class="field">
            { CompareText::Target.say(*language) }
            <select {onchange}>
                <option value="" selected={view.target.is_none()}>{ CompareText::AnyTarget.say(*language) }</option>
                for (target, label, _) in decide::by_target(&answer.turned) {
                    <option key={target.to_owned()} value={target.to_owned()} selected={view.target.as_deref() == Some(target)}>
                        { format!("{} {}", target_code(*language, target), label.text(*language)) }
                    </option>
                }
            </select>
        </label>
    }
}

/// The list for spreadsheets: on the clipboard, or as a file.
#[component]
fn Takeaway(props: &ListProps) -> Html {
    let ListProps { language, answer, acts, .. } = props;
    let told = use_state(|| None::<Copied>);
    let table = decide::table(*language, &answer.listed);
    let clip = clip::of_rows(&table, Head::First, Cells::Texts);
    let setter = told.setter();
    let on_copy = move |_: MouseEvent| {
        let setter = setter.clone();
        copy_table(&clip.text, &clip.html, Callback::from(move |copied| setter.set(Some(copied))));
    };
    let days = answer.rows.is_none().then_some((answer.before.as_of, answer.after.as_of));
    let file = (file_name(*language, days), decide::csv(&table));
    let on_save = acts.on_save.reform(move |_: MouseEvent| file.clone());
    html! {
        <div class="button-row compare-takeaway">
            <button type="button" class="button small" onclick={on_copy}>
                <IconView icon={Icon::Copy} />{ CompareText::Copy.say(*language) }
            </button>
            <button type="button" class="button small" onclick={on_save}>
                <IconView icon={Icon::Download} />{ CompareText::Download.say(*language) }
            </button>
            <span role="status" class="small">{ told.map(|told| copied(told).say(*language)).unwrap_or_default() }</span>
        </div>
    }
}

fn copied(told: Copied) -> CompareText {
    match told {
        Copied::Yes => CompareText::Copied,
        Copied::No => CompareText::NotCopied,
    }
}
