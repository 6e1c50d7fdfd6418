//! What stands on a slide, under its question.

use super::answer::{Options, options, sentences};
use super::bar::TargetBar;
use super::close::CloseBody;
use super::deck::{Read, Slide};
use super::try_out::TryOut;
use crate::route::WorkshopView;
use crate::state::Sample;
use crate::views::why::receipt::{Receipt, Steps};
use domain::{Completeness, Explanation, Language, NaiveDate, WhatIfSlice};
use std::rc::Rc;
use wording::Say;
use wording::states::Group;
use wording::workshop::WorkshopText;
use yew::prelude::*;

/// What a slide needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BodyProps {
    /// The language.
    pub(super) language: Language,
    /// The slide.
    pub(super) slide: Slide,
    /// How it is seen.
    pub(super) view: WorkshopView,
    /// The receipt of the verdict asked about, once it has come.
    pub(super) why: Option<Rc<Explanation>>,
    /// The latest answer about what is tried.
    pub(super) what_if: Option<Rc<WhatIfSlice>>,
    /// This edition carries the sheet with mistakes.
    pub(super) mistakes: Option<Sample>,
    /// Takes a sample.
    pub(super) on_sample: Callback<Sample>,
    /// Tries so many more.
    pub(super) on_more: Callback<u32>,
    /// Prints the exercise sheets.
    pub(super) on_print: Callback<()>,
}

/// What stands under the question.
#[component]
pub(super) fn SlideBody(props: &BodyProps) -> Html {
    let BodyProps { language, slide, view, what_if, on_more, .. } = props;
    let language = *language;
    match slide {
        Slide::Title { plan, year, as_of, complete } => title(props, plan.as_deref(), (*year, *as_of), complete),
        Slide::WhatIf(Some(trial)) => html! {
            <TryOut {language} trial={trial.clone()} more={view.more} answer={what_if.clone()} {on_more} />
        },
        Slide::WhatIf(None) => lead(language, &WorkshopText::NothingToTry),
        Slide::Why(None) => lead(language, &WorkshopText::NobodyToExplain),
        Slide::Deadline(None) => lead(language, &WorkshopText::NoDeadline),
        Slide::Reading(None) => lead(language, &WorkshopText::NoReading),
        Slide::Practice => html! { <>{ practice(props) }{ answer(props) }</> },
        Slide::Close => html! { <CloseBody {language} sample={view.sample} on_print={&props.on_print} /> },
        Slide::Target { .. }
        | Slide::Silence(_)
        | Slide::Why(Some(_))
        | Slide::Deadline(Some(_))
        | Slide::Reading(Some(_)) => {
            html! { <>{ asked(props) }{ answer(props) }</> }
        }
    }
}

fn lead(language: Language, text: &WorkshopText) -> Html {
    html! { <p class="deck-lead">{ text.say(language) }</p> }
}

fn title(props: &BodyProps, plan: Option<&str>, (year, as_of): (i32, NaiveDate), complete: &[Completeness]) -> Html {
    let language = props.language;
    let onclick = props.on_print.reform(|_: MouseEvent| ());
    html! {
        <>
            if let Some(plan) = plan { <p class="deck-plan" lang="vi">{ plan.to_owned() }</p> }
            <p class="deck-lead">{ WorkshopText::TitleLead { year, as_of }.say(language) }</p>
            <ul class="deck-facts">
                for line in complete.iter() {
                    <li key={line.kind.code()}>{ WorkshopText::Complete(line.clone()).say(language) }</li>
                }
            </ul>
            <p class="deck-lead">{ WorkshopText::Begin.say(language) }</p>
            <p><button type="button" class="deck-button" {onclick}>{ WorkshopText::PrintSheets.say(language) }</button></p>
        </>
    }
}

/// What the room needs to think about the question.
fn asked(props: &BodyProps) -> Html {
    let language = props.language;
    html! {
        <>
            if let Some(clause) = clause(props) { { quoted(language, clause) } }
            if let Slide::Reading(Some(read)) = &props.slide { { choices(language, read, props.view.shown) } }
            if !props.view.shown { { lead(language, &WorkshopText::Discuss) } }
        </>
    }
}

fn clause(props: &BodyProps) -> Option<String> {
    match &props.slide {
        Slide::Target { clause, .. } => clause.clone(),
        Slide::Deadline(due) => due.as_ref().and_then(|due| due.clause.clone()),
        Slide::Reading(read) => read.as_ref().and_then(|read| read.fragment.clone()),
        Slide::Why(_) => props.why.as_ref().and_then(|why| why.clauses.first()).map(|clause| clause.text.clone()),
        _ => None,
    }
}

fn quoted(language: Language, clause: String) -> Html {
    html! {
        <figure class="deck-clause">
            <figcaption>{ WorkshopText::PlanSays.say(language) }</figcaption>
            <blockquote lang="vi">{ clause }</blockquote>
        </figure>
    }
}

/// The options stand here until the answer tells them with their weight.
fn choices(language: Language, read: &Read, shown: bool) -> Html {
    if shown {
        return Html::default();
    }
    html! { <ul class="deck-options">for text in options(language, read, Options::Open) { <li key={text.clone()}>{ &text }</li> }</ul> }
}

fn practice(props: &BodyProps) -> Html {
    let BodyProps { language, mistakes, on_sample, on_print, .. } = props;
    let onclick = on_print.reform(|_: MouseEvent| ());
    html! {
        <>
            { lead(*language, &WorkshopText::PracticeLead) }
            <p class="deck-acts">
                if let Some(sample) = *mistakes {
                    <button type="button" class="deck-button" data-main="true" onclick={on_sample.reform(move |_: MouseEvent| sample)}>
                        { WorkshopText::OpenMistakes.say(*language) }
                    </button>
                }
                <button type="button" class="deck-button" {onclick}>{ WorkshopText::PrintSheets.say(*language) }</button>
            </p>
        </>
    }
}

/// The answer, once it is asked for. It is read out where it appears.
fn answer(props: &BodyProps) -> Html {
    let BodyProps { language, slide, view, why, .. } = props;
    html! {
        <div class="deck-answer" aria-live="polite">
            if view.shown {
                <h2>{ WorkshopText::Answer.say(*language) }</h2>
                if let Slide::Target { line, .. } = slide { <TargetBar language={*language} line={line.clone()} /> }
                if let (Slide::Why(_), Some(why)) = (slide, why) { { receipt(*language, why) } }
                for text in sentences(*language, slide, why.as_deref()) { <p key={text.clone()}>{ &text }</p> }
            }
        </div>
    }
}

fn receipt(language: Language, why: &Explanation) -> Html {
    let receipt = Receipt { verdict: why.verdict.clone(), lines: why.arithmetic.clone() };
    let group = Group::of(why.verdict.state).code();
    html! { <><p class="deck-lead">{ WorkshopText::ReceiptLead.say(language) }</p><div data-group={group}><Steps {language} {receipt} /></div></> }
}
