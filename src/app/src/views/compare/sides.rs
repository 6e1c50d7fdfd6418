//! The choice of the other side: a day, or a set of files.

use super::CompareActs;
use super::decide::{day_before, days};
use crate::effects;
use crate::route::{CompareView, CompareWay, Route};
use crate::state::{OtherSet, SetStage};
use crate::views::icons::{Icon, IconView};
use crate::views::picker::FilePicker;
use domain::{Language, NaiveDate, ReadError, Summary};
use protocol::SetProblem;
use std::rc::Rc;
use wording::compare::CompareText;
use wording::dates;
use wording::faults::Fault;
use wording::project::ProjectText;
use wording::shell::AsOfDay;
use wording::start::read_error;
use wording::{Say, Text};
use yew::prelude::*;

/// What the choice of a day needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DaysProps {
    /// The language.
    pub(super) language: Language,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// The day on which the page was opened.
    pub(super) today: NaiveDate,
    /// The day chosen.
    pub(super) chosen: Option<NaiveDate>,
    /// The view.
    pub(super) view: CompareView,
    /// Leads to the view of another day.
    pub(super) on_open: Callback<Route>,
}

/// The choice of a day.
#[component]
pub(super) fn DaysCard(props: &DaysProps) -> Html {
    let DaysProps { language, summary, today, chosen, .. } = props;
    let (language, as_of) = (*language, summary.as_of);
    let other = chosen.unwrap_or_else(|| day_before(as_of));
    html! {
        <fieldset class="compare-days">
            <legend>{ CompareText::OtherDay.say(language) }</legend>
            <div class="chips">
                for (day, name) in days(summary.year, as_of, *today) { { day_chip(props, day, name, other) } }
                { free_day(props, other) }
            </div>
            <p class="small quiet">
                { if other == as_of { CompareText::SameDay } else { CompareText::DaysHint(as_of) }.say(language) }
            </p>
        </fieldset>
    }
}

fn on(props: &DaysProps, day: NaiveDate) -> Route {
    Route::Compare(props.view.by(CompareWay::Day(Some(day))))
}

fn day_chip(props: &DaysProps, day: NaiveDate, name: AsOfDay, other: NaiveDate) -> Html {
    let to = on(props, day);
    let onclick = props.on_open.reform(move |_: MouseEvent| to.clone());
    html! {
        <button key={day.to_string()} type="button" class="chip" aria-pressed={(day == other).to_string()} {onclick}>
            <b>{ dates::day(day) }</b><span>{ name.say(props.language) }</span>
        </button>
    }
}

fn free_day(props: &DaysProps, other: NaiveDate) -> Html {
    let open = props.clone();
    let onchange = move |event: Event| {
        if let Ok(day) = effects::value_of(&event).parse() {
            open.on_open.emit(on(&open, day));
        }
    };
    html! {
        <label class="compare-free" key="free">
            { CompareText::FreeDay.say(props.language) }
            <input type="date" value={other.to_string()} max={props.today.to_string()} {onchange} />
        </label>
    }
}

/// What the choice of files needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SetsProps {
    /// The language.
    pub(super) language: Language,
    /// The other set.
    pub(super) other: Option<OtherSet>,
    /// What the user can do.
    pub(super) acts: CompareActs,
}

/// The choice of files.
#[component]
pub(super) fn SetsCard(props: &SetsProps) -> Html {
    let SetsProps { language, other, acts } = props;
    let language = *language;
    let label = if other.is_some() { CompareText::ChooseAnother } else { CompareText::Choose };
    let class = other.is_none().then_some("primary");
    html! {
        <>
            <p class="small quiet">{ CompareText::SetsHint.say(language) }</p>
            if let Some(other) = other { { given(language, other) } }
            <div class="button-row">
                <FilePicker label={label.say(language).into_owned()} class={classes!(class)} on_files={&acts.on_files} />
                if other.is_some() {
                    <button type="button" class="button" onclick={acts.on_close.reform(|_: MouseEvent| ())}>
                        <IconView icon={Icon::Close} />{ CompareText::Close.say(language) }
                    </button>
                }
            </div>
        </>
    }
}

fn given(language: Language, other: &OtherSet) -> Html {
    let names: Vec<&str> = other.files.iter().map(|file| file.name.as_str()).collect();
    html! {
        <>
            // Once it is read, the outcome names both sides.
            if !matches!(other.stage, SetStage::Read(_)) {
                <p class="compare-files"><b>{ CompareText::There.say(language) }</b>{ ": " }{ names.join(", ") }</p>
            }
            { stage(language, other) }
        </>
    }
}

fn stage(language: Language, other: &OtherSet) -> Html {
    match &other.stage {
        SetStage::Waiting | SetStage::Reading(_) => {
            html! { <p role="status" class="quiet">{ CompareText::Reading.say(language) }</p> }
        }
        SetStage::Read(_) => Html::default(),
        SetStage::Failed(_, problem) => html! {
            <div class="notice" role="alert">
                <IconView icon={Icon::Warning} />
                <div>
                    <p>{ CompareText::NotRead.say(language) }</p>
                    <ul>for line in problems(language, other, problem) { <li>{ line }</li> }</ul>
                </div>
            </div>
        },
    }
}

fn problems(language: Language, other: &OtherSet, problem: &SetProblem) -> Vec<Text> {
    match problem {
        SetProblem::Files(errors) => errors.iter().map(|error| unread(language, error)).collect(),
        SetProblem::Project(problem) => {
            let name = other.files.first().map(|file| file.name.clone()).unwrap_or_default();
            vec![ProjectText::Refused { name, problem: problem.clone() }.say(language)]
        }
        SetProblem::Changed(files) => vec![Fault::Changed(files.clone()).say(language)],
        SetProblem::Refused(detail) => vec![detail.clone().into()],
    }
}

/// A file that could not be read, and why.
pub(super) fn unread(language: Language, error: &ReadError) -> Text {
    let words = read_error(language, &error.kind);
    format!("{}: {} {}", error.file, words.seen, words.why).into()
}
