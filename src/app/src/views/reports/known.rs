//! What to know before a report is handed in, each with the way to where it is looked after.

use super::decide::{self, Leads};
use crate::route::Route;
use crate::views::link::Link;
use domain::{Language, ReportSlice, Summary};
use std::rc::Rc;
use wording::Say;
use wording::reports::Known;
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct KnownProps {
    /// The language.
    pub(super) language: Language,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// The report.
    pub(super) report: Rc<ReportSlice>,
    /// The data are samples.
    pub(super) is_sample: bool,
    /// Leads to another screen.
    pub(super) on_open: Callback<Route>,
}

/// The card.
#[component]
pub(super) fn KnownCard(props: &KnownProps) -> Html {
    let KnownProps { language, summary, report, is_sample, on_open } = props;
    let known = decide::known(report, summary, *is_sample);
    html! {
        <section class="card report-known" aria-labelledby="report-known">
            <h2 id="report-known">{ Known::Title.say(*language) }</h2>
            <ul>{ for known.into_iter().map(|(known, leads)| line(*language, &known, leads, on_open)) }</ul>
        </section>
    }
}

fn line(language: Language, known: &Known, leads: Leads, on_open: &Callback<Route>) -> Html {
    let text = known.say(language);
    let line = match leads {
        Leads::To(to) => html! { <Link {to} {on_open}>{ text }</Link> },
        Leads::ToDay => html! {
            <>
                { text }{ ". " }
                <button type="button" class="link-button" onclick={|_: MouseEvent| super::to_day()}>
                    { Known::AnotherDay.say(language) }
                </button>
            </>
        },
    };
    html! { <li>{ line }</li> }
}
