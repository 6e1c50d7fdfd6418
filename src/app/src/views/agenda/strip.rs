//! The year as twelve buttons, each with its number of items, its peaks and its deadlines.

use super::decide::peaks_in;
use super::month::Month;
use chrono::Datelike;
use domain::{DeadlineLine, Language, Summary};
use std::collections::BTreeMap;
use std::rc::Rc;
use wording::Say;
use wording::agenda::{AgendaText, CalendarText, month_short, month_title};
use yew::prelude::*;

/// What the strip shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct StripProps {
    /// The language.
    pub(super) language: Language,
    /// The summary, for peaks and deadlines.
    pub(super) summary: Rc<Summary>,
    /// Number of items in each month.
    pub(super) months: BTreeMap<Month, u32>,
    /// Activities done so far, by month of the as-of day's year.
    pub(super) done: BTreeMap<u32, u32>,
    /// The month shown.
    pub(super) month: Month,
    /// Told which month is to be shown.
    pub(super) on_month: Callback<Month>,
}

/// The strip of the year of the month shown.
#[component]
pub(super) fn Strip(props: &StripProps) -> Html {
    let StripProps { language, month, .. } = props;
    html! {
        <div class="strip" role="group" aria-label={AgendaText::Strip(month.year()).say(*language).to_string()}>
            for of in Month::all_of(month.year()) { { button(props, of) } }
        </div>
    }
}

fn button(props: &StripProps, of: Month) -> Html {
    let StripProps { language, summary, months, month, on_month, .. } = props;
    let count = months.get(&of).copied().unwrap_or(0);
    let is_past = summary.as_of.year() == of.year() && of.number() < summary.as_of.month();
    let done = props.done.get(&of.number()).copied().filter(|_| summary.as_of.year() == of.year());
    let items = match done {
        Some(done) if count == 0 || is_past => CalendarText::Done(done).say(*language),
        _ => AgendaText::Items(count).say(*language),
    };
    let title = month_title(*language, of.year(), of.number());
    html! {
        <button type="button" key={of.number()} aria-pressed={(of == *month).to_string()}
            data-empty={(count == 0 && done.is_none()).then_some("yes")}
            onclick={on_month.reform(move |_| of)}>
            <b>{ month_short(*language, of.number()) }</b>
            <span class="visually-hidden">{ ", " }{ label(props, of, &format!("{title}, {items}")) }</span>
            { marks(props, of) }
            <span class="quiet" aria-hidden="true">{ items }</span>
        </button>
    }
}

/// What a sighted reader takes from the button, as one sentence; the clipped marks stay silent.
fn label(props: &StripProps, of: Month, head: &str) -> String {
    let StripProps { language, summary, .. } = props;
    let peaks = peaks_in(&summary.overview.peaks, of).into_iter().map(|peak| peak.label.text(*language));
    let due = due_in(props, of).map(|line| line.label.text(*language));
    std::iter::once(head).chain(peaks).chain(due).collect::<Vec<_>>().join("; ")
}

fn due_in(props: &StripProps, of: Month) -> impl Iterator<Item = &DeadlineLine> {
    props.summary.overview.deadlines.iter().filter(move |line| line.is_duty() && Month::of(line.date) == of)
}

fn marks(props: &StripProps, of: Month) -> Html {
    let StripProps { language, summary, .. } = props;
    html! {
        <>
            for peak in peaks_in(&summary.overview.peaks, of) {
                <span class="band" data-kind="peak" aria-hidden="true" title={peak.label.text(*language).to_owned()}>
                    { peak.label.text(*language) }
                </span>
            }
            for line in due_in(props, of) {
                <span class="band" data-kind="deadline" aria-hidden="true">
                    { wording::dates::day_of_year(line.date) }{ " " }{ line.label.text(*language) }
                </span>
            }
        </>
    }
}
