//! The readings screen: every place where the plan can be read in more than one way, and what another way changes.

mod decide;
mod item;

use crate::choice::Choice;
use crate::effects;
use crate::route::Route;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
pub(crate) use decide::Counts;
use decide::{Shown, shown};
use domain::{Language, PlanSlice, ReadingGroup, ReadingsSlice};
use item::ReadingItem;
use std::collections::BTreeMap;
use std::rc::Rc;
use wording::Say;
use wording::overview::target_code;
use wording::readings::{ReadingFilter, ReadingsText};
use wording::shell::{Screen, Shell};
use yew::prelude::*;

/// What the readings screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReadingsPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The plan, once it has come.
    pub(crate) plan: Option<Rc<PlanSlice>>,
    /// What each option would change, once it has come.
    pub(crate) counted: Option<Rc<ReadingsSlice>>,
    /// How far the counts can be trusted.
    pub(crate) counts: Counts,
    /// Readings the user chose: reading → option.
    pub(crate) chosen: BTreeMap<String, String>,
    /// Which readings are shown.
    pub(crate) filter: ReadingFilter,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// Where the focus goes when the reading that had it leaves the list.
const STATUS: &str = "readings-status";

/// The readings screen.
#[component]
pub(crate) fn ReadingsPage(props: &ReadingsPageProps) -> Html {
    let ReadingsPageProps { language, plan, counts, on_open, .. } = props;
    let lead = if *counts == Counts::Never { ReadingsText::LeadWithoutData } else { ReadingsText::Lead };
    html! {
        <div class="readings-page">
            <nav class="breadcrumb" aria-label={Screen::Plan.say(*language).into_owned()}>
                <ol><li><Link to={Route::Plan} {on_open}>{ Screen::Plan.say(*language) }</Link></li></ol>
            </nav>
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ ReadingsText::Title.say(*language) }</h1>
                    <p class="lead">{ lead.say(*language) }</p>
                </div>
            </header>
            if let Some(plan) = plan {
                <Loaded page={props.clone()} plan={Rc::clone(plan)} />
            } else {
                <p class="quiet">{ Shell::Loading.say(*language) }</p>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LoadedProps {
    page: ReadingsPageProps,
    plan: Rc<PlanSlice>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let LoadedProps { page, plan } = props;
    let shown = shown(plan, page.counted.as_deref(), &page.chosen, page.filter);
    html! {
        <>
            { toolbar(page, &shown) }
            if shown.groups.is_empty() {
                <p class="quiet">{ ReadingsText::NoneShown.say(page.language) }</p>
            }
            for group in shown.groups.iter() {
                { group_view(props, group) }
            }
        </>
    }
}

/// What differs from the defaults, the filters, and the way back for all.
fn toolbar(page: &ReadingsPageProps, shown: &Shown) -> Html {
    let language = page.language;
    let differing = u32::try_from(page.chosen.len()).unwrap_or(u32::MAX);
    let verdicts = page.counted.as_ref().filter(|_| page.counts == Counts::Fresh).map(|counted| counted.verdicts);
    html! {
        <div class="readings-toolbar card">
            <p id={STATUS} role="status" tabindex="-1">
                <b>{ ReadingsText::Differing(differing).say(language) }{ "." }</b>{ " " }
                { ReadingsText::Summary { asked: shown.asked, decided: shown.decided }.say(language) }{ " " }
                if let Some(verdicts) = verdicts { { ReadingsText::OutOf(verdicts).say(language) } }
                if page.counts == Counts::Coming { { ReadingsText::CountingAll.say(language) } }
            </p>
            <div class="chips" role="group" aria-label={ReadingsText::Filters.say(language).into_owned()}>
                for filter in ReadingFilter::ALL { { chip(page, shown, filter) } }
            </div>
            if differing > 0 { { reset_all(page) } }
        </div>
    }
}

/// Nobody knows what changes a verdict before there are verdicts.
fn chip(page: &ReadingsPageProps, shown: &Shown, filter: ReadingFilter) -> Html {
    if filter == ReadingFilter::Changing && page.counts == Counts::Never {
        return Html::default();
    }
    let pressed = (page.filter == filter).to_string();
    let onclick = page.on_open.reform(move |_: MouseEvent| Route::Readings(filter));
    html! {
        <button key={filter.code().unwrap_or_default()} type="button" class="chip" aria-pressed={pressed} {onclick}>
            { ReadingsText::Filter(filter, shown.of(filter)).say(page.language) }
        </button>
    }
}

fn reset_all(page: &ReadingsPageProps) -> Html {
    let on_undo = page.on_undo.clone();
    let onclick = move |_: MouseEvent| {
        on_undo.emit(Choice::Readings(BTreeMap::new()));
        effects::reveal(STATUS);
    };
    html! {
        <button type="button" class="button small" {onclick}>
            <IconView icon={Icon::Undo} />{ ReadingsText::ResetAll.say(page.language) }
        </button>
    }
}

fn group_view(props: &LoadedProps, group: &ReadingGroup) -> Html {
    let LoadedProps { page, plan } = props;
    let id = format!("readings-of-{}", group.target.as_deref().unwrap_or("all"));
    html! {
        <section key={id.clone()} class="card reading-group" aria-labelledby={id.clone()}>
            <h2 {id}>{ heading(page.language, group) }</h2>
            <ul>
                for reading in group.readings.iter() {
                    <li key={reading.id.clone()}>
                        <ReadingItem page={page.clone()} {plan} reading={reading.clone()} />
                    </li>
                }
            </ul>
        </section>
    }
}

fn heading(language: Language, group: &ReadingGroup) -> Html {
    let label = group.label.as_ref().map(|label| label.text(language).to_owned());
    match &group.target {
        Some(target) => html! {
            <><span class="target-code">{ target_code(language, target) }</span>{ " " }{ label }</>
        },
        None => html! { ReadingsText::General.say(language) },
    }
}
