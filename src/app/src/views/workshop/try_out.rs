//! The what-if slide: one more, one less, and how many would meet the target.

use super::bar::{Piece, bar};
use super::trial::{Outcome, Trial};
use crate::views::icons::{Icon, IconView};
use crate::views::overview::decide::one_kind;
use domain::{Language, WhatIfSlice};
use std::rc::Rc;
use wording::states::Group;
use wording::workshop::WorkshopText;
use wording::{Say, dates};
use yew::prelude::*;

/// What it needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TryOutProps {
    /// The language.
    pub(super) language: Language,
    /// What is tried.
    pub(super) trial: Trial,
    /// So many more.
    pub(super) more: u32,
    /// The latest answer.
    pub(super) answer: Option<Rc<WhatIfSlice>>,
    /// Told another number.
    pub(super) on_more: Callback<u32>,
}

/// The slide's panel.
#[component]
pub(super) fn TryOut(props: &TryOutProps) -> Html {
    let TryOutProps { language, trial, more, answer, .. } = props;
    let outcome = trial.outcome(*more, answer.as_deref());
    html! {
        <div class="deck-panel" aria-busy={outcome.is_none().then_some("true")}>
            <div class="deck-stepper" role="group" aria-label={WorkshopText::HowManyMore.say(*language).into_owned()}>
                <span>{ WorkshopText::HowManyMore.say(*language) }</span>
                { step(props, &WorkshopText::Fewer, Icon::Minus, more.checked_sub(1)) }
                <output class="deck-number">{ dates::number(*language, *more) }</output>
                { step(props, &WorkshopText::More, Icon::Plus, Some(more + 1)) }
            </div>
            { told(props, outcome) }
        </div>
    }
}

fn step(props: &TryOutProps, words: &WorkshopText, icon: Icon, next: Option<u32>) -> Html {
    let on_more = props.on_more.clone();
    let onclick = move |_: MouseEvent| {
        if let Some(next) = next {
            on_more.emit(next);
        }
    };
    let name = words.say(props.language).into_owned();
    html! {
        <button type="button" class="deck-button" aria-label={name} aria-disabled={next.is_none().then_some("true")} {onclick}>
            <IconView {icon} />
        </button>
    }
}

fn told(props: &TryOutProps, outcome: Option<Outcome>) -> Html {
    let language = props.language;
    let Some(outcome) = outcome else {
        return html! { <p class="deck-big" role="status">{ WorkshopText::Coming.say(language) }</p> };
    };
    let unknown = outcome.in_rest(Group::Unknown);
    html! {
        <>
            { bar(language, &pieces(&outcome)) }
            <p class="deck-big" role="status">{ sentence(language, &props.trial, &outcome) }</p>
            if unknown > 0 { <p class="deck-lead">{ WorkshopText::UnknownStay(unknown).say(language) }</p> }
        </>
    }
}

fn pieces(outcome: &Outcome) -> Vec<Piece> {
    let met = Piece { group: Group::Good, count: outcome.met, sign: "" };
    // Hatched, so that the gain is seen without its hue, too.
    let gained = Piece { group: Group::Open, count: outcome.gained, sign: "+" };
    let rest = outcome.rest.iter().map(|(group, count)| Piece { group: *group, count: *count, sign: "" });
    [met, gained].into_iter().chain(rest).collect()
}

/// How many would meet it.
pub(super) fn sentence(language: Language, trial: &Trial, outcome: &Outcome) -> String {
    let (met, gained, of) = (outcome.met + outcome.gained, outcome.gained, outcome.all());
    WorkshopText::WouldMeet { met, gained, of, kind: one_kind(&trial.line) }.say(language).into_owned()
}
