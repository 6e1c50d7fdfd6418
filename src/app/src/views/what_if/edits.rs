//! What is tried, as a list: each edit in a sentence, changed in place, taken back one by one or all at once.

use super::decide::line;
use super::fields::{DayField, Stepper};
use crate::state::{Trial, Tried, on_days, with_count};
use crate::views::icons::{Icon, IconView};
use crate::views::words::quoting;
use chrono::NaiveDate;
use domain::{Edit, Language, MatrixSlice, Span, Summary, UnitIndex};
use std::rc::Rc;
use wording::Say;
use wording::outlook::place;
use wording::what_if::{WhatIfText, addition, programme, row_tried};
use yew::prelude::*;

/// The heading over what is tried: where one looks after trying something.
pub(super) const TRIED: &str = "tried-title";

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct EditsProps {
    /// The language.
    pub(super) language: Language,
    /// The summary: it knows names of units.
    pub(super) summary: Rc<Summary>,
    /// The units: they know the others.
    pub(super) matrix: Option<Rc<MatrixSlice>>,
    /// What is tried.
    pub(super) tried: Vec<Tried>,
    /// Changes it.
    pub(super) on_trial: Callback<Trial>,
}

/// The list.
#[component]
pub(super) fn Edits(props: &EditsProps) -> Html {
    let EditsProps { language, tried, on_trial, .. } = props;
    let onclick = on_trial.reform(|_: MouseEvent| Trial::Clear);
    html! {
        <section class="card trial-edits" aria-labelledby={TRIED}>
            <div class="trial-head">
                <h2 id={TRIED} tabindex="-1">{ WhatIfText::Edits.say(*language) }</h2>
                if !tried.is_empty() {
                    <button type="button" class="button small" {onclick}><IconView icon={Icon::Undo} />{ WhatIfText::Clear.say(*language) }</button>
                }
            </div>
            if tried.is_empty() { <p class="quiet">{ WhatIfText::NoEdits.say(*language) }</p> }
            <ol>
                for (at, tried) in tried.iter().enumerate() { { item(props, at, tried) } }
            </ol>
        </section>
    }
}

fn item(props: &EditsProps, at: usize, tried: &Tried) -> Html {
    let EditsProps { language, on_trial, .. } = props;
    let sentence = sentence(props, tried);
    let label = format!("{}: {sentence}", WhatIfText::Drop.say(*language));
    let onclick = on_trial.reform(move |_: MouseEvent| Trial::Drop(at));
    html! {
        <li key={at}>
            <span>{ quoting(props.language, &sentence) }</span>
            { knobs(props, at, &tried.edit) }
            <button type="button" class="icon-button" aria-label={label} {onclick}><IconView icon={Icon::Close} /></button>
        </li>
    }
}

fn sentence(props: &EditsProps, tried: &Tried) -> String {
    let language = props.language;
    match &tried.edit {
        Edit::Add { unit, kind, when, count, .. } => addition(language, &name(props, *unit), *kind, *count, *when),
        Edit::Programme(all) => {
            let under = all.under.map(|unit| name(props, unit));
            programme(language, all, under.as_deref())
        }
        Edit::Remove { .. } => row_words(language, tried, None),
        Edit::Move { to, .. } => row_words(language, tried, Some(*to)),
    }
}

fn name(props: &EditsProps, unit: UnitIndex) -> String {
    let found = line(unit, &props.summary, props.matrix.as_deref(), None);
    found.map(|line| line.name.clone()).unwrap_or_default()
}

fn row_words(language: Language, tried: &Tried, moved: Option<Span>) -> String {
    let Some(row) = &tried.row else { return WhatIfText::Outdated.say(language).into_owned() };
    let at = format!("{} ({})", place(language, &row.place), row.unit);
    row_tried(language, &at, &row.title, moved)
}

/// What can be changed in place: how many, or on which days.
fn knobs(props: &EditsProps, at: usize, edit: &Edit) -> Html {
    let EditsProps { language, on_trial, .. } = props;
    match edit {
        Edit::Add { count, .. } => stepper(*language, at, edit, *count, on_trial),
        Edit::Programme(programme) => stepper(*language, at, edit, programme.count, on_trial),
        Edit::Move { to, .. } => moved(*language, at, edit, *to, on_trial),
        Edit::Remove { .. } => Html::default(),
    }
}

fn stepper(language: Language, at: usize, edit: &Edit, count: u32, on_trial: &Callback<Trial>) -> Html {
    let edit = edit.clone();
    let on_count = on_trial.reform(move |count| Trial::Change(at, with_count(&edit, count)));
    let label = WhatIfText::Count.say(language).into_owned();
    html! { <Stepper {language} {label} {count} {on_count} /> }
}

/// A row keeps its length when it is moved: one day stands for its first.
fn moved(language: Language, at: usize, edit: &Edit, to: Span, on_trial: &Callback<Trial>) -> Html {
    let (edit, on_trial) = (edit.clone(), on_trial.clone());
    let on_day = move |day: Option<NaiveDate>| {
        if let Some(days) = day.and_then(|day| Span::new(day, day + (to.to() - to.from()))) {
            on_trial.emit(Trial::Change(at, on_days(&edit, days)));
        }
    };
    html! { <DayField label={WhatIfText::MoveTo.say(language)} day={Some(to.from())} {on_day} /> }
}
