//! The what-if screen: what is tried, and which verdicts it would turn. Nothing tried here is ever kept.

mod decide;
mod difference;
mod edits;
mod fields;
mod one_unit;
mod programme;

use crate::route::{MatrixView, Route};
use crate::state::{Trial, Tried};
use crate::views::icons::{Icon, IconView};
use crate::views::later::Later;
use crate::views::link::Link;
use difference::Difference;
use domain::{Language, MatrixSlice, Summary, WhatIfSlice};
use edits::Edits;
use one_unit::OneUnitForm;
use programme::ProgrammeForm;
use std::rc::Rc;
use wording::Say;
use wording::what_if::WhatIfText;
use yew::prelude::*;

/// What the what-if screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WhatIfPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// The units, once they have come.
    pub(crate) matrix: Option<Rc<MatrixSlice>>,
    /// What is tried.
    pub(crate) tried: Vec<Tried>,
    /// What it would turn, once that has come; perhaps still of the edits before.
    pub(crate) answer: Option<Rc<WhatIfSlice>>,
    /// Tries something, or takes it back.
    pub(crate) on_trial: Callback<Trial>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The what-if screen.
#[component]
pub(crate) fn WhatIfPage(props: &WhatIfPageProps) -> Html {
    let language = props.language;
    html! {
        <div class="what-if">
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ WhatIfText::Title.say(language) }</h1>
                    <p class="lead">{ WhatIfText::Lead.say(language) }</p>
                </div>
            </header>
            <p class="trial-banner" role="note"><IconView icon={Icon::Fork} />{ WhatIfText::Banner.say(language) }</p>
            <div class="what-if-columns">
                <div class="stack">{ ways(props) }</div>
                <div class="stack">{ outcome(props) }</div>
            </div>
        </div>
    }
}

/// The ways to try something.
fn ways(props: &WhatIfPageProps) -> Html {
    let WhatIfPageProps { language, summary, matrix, on_trial, on_open, .. } = props;
    let key = summary.year;
    html! {
        <>
            <ProgrammeForm {key} language={*language} {summary} {on_trial} />
            <Later><OneUnitForm {key} language={*language} {summary} matrix={matrix.clone()} {on_trial} /></Later>
            <section class="card" aria-labelledby="try-rows">
                <h2 id="try-rows">{ WhatIfText::Rows.say(*language) }</h2>
                <p class="small">{ WhatIfText::RowsHint.say(*language) }</p>
                <p><Link class="button small" to={Route::Matrix(MatrixView::default())} {on_open}>{ WhatIfText::ToUnits.say(*language) }</Link></p>
            </section>
        </>
    }
}

fn outcome(props: &WhatIfPageProps) -> Html {
    let WhatIfPageProps { language, summary, matrix, tried, answer, on_trial, on_open } = props;
    let edits: Vec<_> = tried.iter().map(|tried| tried.edit.clone()).collect();
    let fresh = answer.as_ref().is_some_and(|answer| answer.edits == edits);
    html! {
        <>
            <Later><Edits language={*language} {summary} matrix={matrix.clone()} tried={tried.clone()} {on_trial} /></Later>
            if !tried.is_empty() {
                <Later><Difference language={*language} answer={answer.clone()} {fresh} {on_open} /></Later>
            }
        </>
    }
}
