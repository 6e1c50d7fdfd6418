//! What would turn: how many verdicts by target, and each of them with the unit it is about.

use crate::route::Route;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::mark::StateMark;
use domain::{ChangedVerdict, Language, State, Turn, TurnedLine, UnitLine, WhatIfSlice};
use std::rc::Rc;
use wording::figures::verdict_figure;
use wording::overview::{capital, target_code};
use wording::what_if::WhatIfText;
use wording::{Say, dates};
use yew::prelude::*;

/// Verdicts drawn before the user asks for more, and with each step.
const STEP: usize = 50;

/// The longest list that the worker gives.
const LONGEST: usize = 1000;

/// What the difference needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DifferenceProps {
    /// The language.
    pub(super) language: Language,
    /// The latest answer.
    pub(super) answer: Option<Rc<WhatIfSlice>>,
    /// It answers the edits shown.
    pub(super) fresh: bool,
    /// Leads to another screen.
    pub(super) on_open: Callback<Route>,
}

/// The difference. While a new one is on its way the old one stays, and says so.
#[component]
pub(super) fn Difference(props: &DifferenceProps) -> Html {
    let DifferenceProps { language, answer, fresh, .. } = props;
    let told = match answer.as_ref().filter(|_| *fresh) {
        Some(answer) => WhatIfText::Turned { states: states(answer), figures: answer.figures_only },
        None => WhatIfText::Trying,
    };
    html! {
        <section class="card difference" aria-labelledby="difference-title" aria-busy={(!fresh).then_some("true")}>
            <h2 id="difference-title">{ WhatIfText::Difference.say(*language) }</h2>
            <p role="status" class="difference-told">{ told.say(*language) }</p>
            if let Some(answer) = answer {
                { by_target(*language, &answer.turned) }
                <Changed language={*language} answer={Rc::clone(answer)} on_open={&props.on_open} />
            }
        </section>
    }
}

fn states(answer: &WhatIfSlice) -> u32 {
    answer.turned.iter().map(|line| line.count).sum()
}

fn by_target(language: Language, turned: &[TurnedLine]) -> Html {
    if turned.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="turned" aria-label={WhatIfText::ByTarget.say(language).into_owned()}>
            for line in turned.iter() {
                <li key={format!("{} {} {}", line.target, line.from.code(), line.to.code())}>
                    <span class="target-code">{ target_code(language, &line.target) }</span>
                    <span>{ line.label.text(language) }</span>
                    { turn(language, line.from, line.to) }
                    <b>{ dates::number(language, line.count) }</b>
                </li>
            }
        </ul>
    }
}

/// From one state to another: words and shapes, and an arrow that is only for the eye.
fn turn(language: Language, from: State, to: State) -> Html {
    html! {
        <span class="turn" data-turn={Turn::of(from, to).code()}>
            <StateMark state={from} {language} />
            <IconView icon={Icon::Right} />
            <span class="visually-hidden">{ format!(" {} ", WhatIfText::Becomes.say(language)) }</span>
            <StateMark state={to} {language} />
        </span>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChangedProps {
    language: Language,
    answer: Rc<WhatIfSlice>,
    on_open: Callback<Route>,
}

/// Each verdict that would turn.
#[component]
fn Changed(props: &ChangedProps) -> Html {
    let ChangedProps { language, answer, .. } = props;
    let drawn = use_state(|| STEP);
    let rest = answer.changed.len().saturating_sub(*drawn);
    let next = *drawn + STEP;
    let onclick = move |_: MouseEvent| drawn.set(next);
    if answer.changed.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <table class="changed">
                <caption><b>{ WhatIfText::Changed.say(*language) }</b></caption>
                { head(*language) }
                <tbody>for change in answer.changed.iter().take(next - STEP) { { row(props, change) } }</tbody>
            </table>
            if rest > 0 {
                <p><button type="button" class="button small" {onclick}>{ WhatIfText::ShowMore(rest.min(STEP)).say(*language) }</button></p>
            }
            if answer.changed.len() >= LONGEST { <p class="small quiet">{ WhatIfText::OnlyFirst(LONGEST).say(*language) }</p> }
        </>
    }
}

fn head(language: Language) -> Html {
    let columns = [WhatIfText::UnitColumn, WhatIfText::TargetColumn, WhatIfText::TurnColumn, WhatIfText::FiguresColumn];
    html! { <thead><tr>for column in columns { <th scope="col">{ column.say(language) }</th> }</tr></thead> }
}

fn row(props: &ChangedProps, change: &ChangedVerdict) -> Html {
    let (language, verdict) = (props.language, &change.before);
    let period = capital(&dates::period(language, &verdict.period));
    let unit = verdict.unit.and_then(|unit| props.answer.units.iter().find(|line| line.unit == unit));
    let figures = format!("{} → {}", verdict_figure(language, verdict), verdict_figure(language, &change.after));
    html! {
        <tr key={format!("{} {} {:?}", verdict.target, verdict.period, verdict.unit)}>
            <th scope="row">{ who(props, unit, &verdict.target) }</th>
            <td>{ target_code(language, &verdict.target) }{ " · " }{ period }</td>
            <td>{ turn(language, verdict.state, change.after.state) }</td>
            <td>{ figures }</td>
        </tr>
    }
}

fn who(props: &ChangedProps, unit: Option<&UnitLine>, target: &str) -> Html {
    match unit {
        Some(line) => html! {
            <Link lang="vi" to={Route::unit_at(line, target)} on_open={&props.on_open}>{ &line.name }</Link>
        },
        None => html! { WhatIfText::Whole.say(props.language) },
    }
}
