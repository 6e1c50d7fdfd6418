//! One reading: the question, the words it is about, the ways to read them, and why the default is the default.

use super::decide::{beside, in_force, is_asked};
use super::{ReadingsPageProps, STATUS};
use crate::choice::Choice;
use crate::effects;
use crate::route::Route;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::words::quoting;
use domain::{PlanSlice, ReadingLine, ReadingOptionLine};
use std::rc::Rc;
use wording::Say;
use wording::readings::{ReadingFilter, ReadingsText};
use yew::prelude::*;

/// Which reading.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ItemProps {
    /// The screen.
    pub(super) page: ReadingsPageProps,
    /// The plan: it knows the words of the clauses.
    pub(super) plan: Rc<PlanSlice>,
    /// The reading.
    pub(super) reading: ReadingLine,
}

/// One reading.
#[component]
pub(super) fn ReadingItem(props: &ItemProps) -> Html {
    let ItemProps { page, reading, .. } = props;
    let language = page.language;
    let differs = in_force(reading, &page.chosen) != reading.default;
    html! {
        <article class="reading-item" data-changed={differs.then_some("true")}>
            <h3>{ reading.ask.text(language) }</h3>
            for (clause, fragment) in reading.clauses.iter() { { quote(props, clause, fragment) } }
            if is_asked(reading) { { options(props) } } else { { decision(props) } }
            if !reading.why.text(language).is_empty() {
                <p class="small quiet"><b>{ ReadingsText::Why.say(language) }{ ": " }</b>{ quoting(language, reading.why.text(language)) }</p>
            }
            if differs { { reset(props) } }
        </article>
    }
}

/// The words themselves; a clause cited as a whole is quoted as a whole.
fn quote(props: &ItemProps, clause: &str, fragment: &str) -> Html {
    let ItemProps { page, plan, .. } = props;
    let whole = plan.clauses.iter().find(|line| line.id == clause).map_or("", |line| line.quote.as_str());
    let words = if fragment.is_empty() { whole } else { fragment };
    let label = ReadingsText::Clause(clause.to_owned()).say(page.language).into_owned();
    html! {
        <blockquote key={clause.to_owned()}>
            <Link to={Route::Plan} on_open={&page.on_open} {label}>{ clause }</Link>
            if !words.is_empty() { <span lang="vi">{ format!(" “{words}”") }</span> }
        </blockquote>
    }
}

fn options(props: &ItemProps) -> Html {
    let ItemProps { page, reading, .. } = props;
    html! {
        <fieldset class="options">
            <legend class="visually-hidden">{ reading.ask.text(page.language) }</legend>
            for option in reading.options.iter() { { option_view(props, option) } }
        </fieldset>
    }
}

/// Choosing the default takes the choice back: nothing is recorded that nobody decided.
fn option_view(props: &ItemProps, option: &ReadingOptionLine) -> Html {
    let ItemProps { page, reading, .. } = props;
    let choice = Choice::Reading { reading: reading.id.clone(), option: option.id.clone() };
    let told = if option.id == reading.default { &page.on_undo } else { &page.on_choose };
    let onchange = told.reform(move |_: Event| choice.clone());
    let checked = in_force(reading, &page.chosen) == option.id;
    html! {
        <label key={option.id.clone()} data-chosen={checked.then_some("true")}>
            <input type="radio" name={reading.id.clone()} {checked} {onchange} />
            <span class="option-words">
                { option.label.text(page.language) }
                if option.id == reading.default {
                    <span class="badge">{ ReadingsText::Default.say(page.language) }</span>
                }
            </span>
            { effect(props, option) }
        </label>
    }
}

fn effect(props: &ItemProps, option: &ReadingOptionLine) -> Html {
    let ItemProps { page, reading, .. } = props;
    let beside = beside(option, in_force(reading, &page.chosen), page.counts);
    let weight = match &beside {
        Some(ReadingsText::Changes(0)) | None => "none",
        Some(ReadingsText::Changes(_)) => "some",
        Some(_) => "told",
    };
    html! {
        if let Some(text) = beside {
            <span class="option-effect" data-weight={weight}>{ text.say(page.language) }</span>
        }
    }
}

/// A recorded decision: its only option, without a choice.
fn decision(props: &ItemProps) -> Html {
    let ItemProps { page, reading, .. } = props;
    html! {
        <p class="decision">
            <span class="badge">{ ReadingsText::Decision.say(page.language) }</span>
            for option in reading.options.iter() { { option.label.text(page.language) } }
        </p>
    }
}

/// Under the filter of one's own choices the reading leaves the list: the focus must not be lost with it.
fn reset(props: &ItemProps) -> Html {
    let ItemProps { page, reading, .. } = props;
    let choice = Choice::Reading { reading: reading.id.clone(), option: String::new() };
    let (on_undo, filter) = (page.on_undo.clone(), page.filter);
    let onclick = move |_: MouseEvent| {
        on_undo.emit(choice.clone());
        if filter == ReadingFilter::Mine {
            effects::reveal(STATUS);
        }
    };
    let text = ReadingsText::Reset.say(page.language);
    let label = format!("{text}: {}", reading.ask.text(page.language));
    html! {
        <p>
            <button type="button" class="button small" aria-label={label} {onclick}><IconView icon={Icon::Undo} />{ text }</button>
        </p>
    }
}
