//! The page of one unit: headline, life, targets; the period that needs attention first is open already.

pub(crate) mod decide;
mod targets;
mod tick;

use crate::choice::Choice;
use crate::effects::use_focus_part;
use crate::route::{AgendaView, MatrixView, ReportView, Route, UnitKey};
use crate::state::Tried;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use crate::views::words::naming;
use decide::Asked;
use domain::{Explanation, Language, Period, Summary, TickChoice, UnitIndex, UnitSlice};
use std::rc::Rc;
use targets::{Fold, SideList};
use wording::Say;
use wording::entry::EntryText;
use wording::overview::target_code;
use wording::reports::report_of;
use wording::unit::{UnitText, verdict_line};
use wording::what_if::WhatIfText;
use yew::prelude::*;

/// What the unit page shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct UnitPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// The unit, once it has come.
    pub(crate) slice: Option<Rc<UnitSlice>>,
    /// The target that the address wants open.
    pub(crate) wanted: Option<String>,
    /// The explanation asked for last, once it has come.
    pub(crate) why: Option<Rc<Explanation>>,
    /// Obligations that the user ticked.
    pub(crate) ticks: Vec<TickChoice>,
    /// What the page asks for.
    pub(crate) wishes: Wishes,
}

/// What the page of a unit may ask for.
#[derive(Clone, PartialEq)]
pub(crate) struct Wishes {
    /// Asks why: target or duty, unit, period.
    pub(crate) on_why: Callback<(String, Option<UnitIndex>, Period)>,
    /// Tries a row left out or moved.
    pub(crate) on_try: Callback<Tried>,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The page of one unit.
#[component]
pub(crate) fn UnitPage(props: &UnitPageProps) -> Html {
    let language = props.language;
    match &props.slice {
        Some(slice) => html! { <Loaded key={slice.unit.unit.0} page={props.clone()} {slice} /> },
        None => html! { <h1 tabindex="-1">{ UnitText::Loading.say(language) }</h1> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LoadedProps {
    page: UnitPageProps,
    slice: Rc<UnitSlice>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let LoadedProps { page, slice } = props;
    let UnitPageProps { language, summary, wanted, wishes, .. } = page;
    let (asked, on_ask) = use_asked(slice, wanted.as_ref(), &wishes.on_why);
    let moves = use_state(|| 0_u32);
    let heading = use_node_ref();
    use_focus_part(&heading, *moves);
    let on_lead = lead(&on_ask, &moves);
    let targets: Vec<_> = decide::ordered(slice).into_iter().cloned().collect();
    html! {
        <div class="unit-page">
            { head(*language, slice, summary.year, &wishes.on_open) }
            <div class="unit-columns">
                <SideList language={*language} targets={targets.clone()} asked={asked.clone()}
                    not_addressed={slice.not_addressed.clone()} {on_lead} />
                <div class="unit-targets">
                    for target in targets { { fold(props, &target, asked.as_ref(), &heading, &on_ask) } }
                </div>
            </div>
        </div>
    }
}

/// What is asked, and the way to ask. A new assessment of the unit is asked the same again.
#[hook]
fn use_asked(
    slice: &Rc<UnitSlice>,
    wanted: Option<&String>,
    on_why: &Callback<(String, Option<UnitIndex>, Period)>,
) -> (Option<Asked>, Callback<Option<Asked>>) {
    let asked = use_state(|| None::<Asked>);
    let ask = {
        let (asked, on_why) = (asked.clone(), on_why.clone());
        Callback::from(move |next: Option<Asked>| {
            if let Some(Asked { target, unit, period }) = next.clone() {
                on_why.emit((target, unit, period));
            }
            asked.set(next);
        })
    };
    {
        let (ask, held) = (ask.clone(), (*asked).clone());
        use_effect_with((slice.clone(), wanted.cloned()), move |(slice, wanted)| {
            ask.emit(decide::opening(slice, held.as_ref(), wanted.as_deref()));
        });
    }
    ((*asked).clone(), ask)
}

/// The side list opens a target and takes the focus along.
fn lead(on_ask: &Callback<Option<Asked>>, moves: &UseStateHandle<u32>) -> Callback<Asked> {
    let (on_ask, moves) = (on_ask.clone(), moves.clone());
    Callback::from(move |asked| {
        on_ask.emit(Some(asked));
        moves.set(*moves + 1);
    })
}

fn fold(
    props: &LoadedProps,
    target: &domain::UnitTarget,
    asked: Option<&Asked>,
    heading: &NodeRef,
    on_ask: &Callback<Option<Asked>>,
) -> Html {
    let LoadedProps { page, slice } = props;
    let asked = asked.filter(|asked| decide::is_under(asked, target)).cloned();
    let heading = if asked.is_some() { heading.clone() } else { NodeRef::default() };
    html! {
        <Fold key={target.target.as_str()} page={page.clone()} unit={slice.unit.clone()} target={target.clone()}
            {asked} {heading} {on_ask} />
    }
}

fn head(language: Language, slice: &UnitSlice, year: i32, on_open: &Callback<Route>) -> Html {
    let agenda = Route::Agenda(AgendaView { unit: Some(UnitKey::of(&slice.unit)), month: None });
    let report = Route::Report(ReportView::of(&slice.unit));
    html! {
        <>
            { path(language, slice, on_open) }
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ naming(language, &decide::headline(slice).say(language), &slice.unit.name) }</h1>
                    { lead_sentence(language, slice) }
                    for note in decide::notes(slice, year) { <p class="unit-note">{ note.say(language) }</p> }
                </div>
                <div class="button-row">
                    <Link to={Route::Entry(Some(UnitKey::of(&slice.unit)))} {on_open} class="button">
                        <IconView icon={Icon::Pencil} />{ EntryText::AddRows.say(language) }
                    </Link>
                    <Link to={Route::WhatIf} {on_open} class="button">
                        <IconView icon={Icon::Fork} />{ WhatIfText::Open.say(language) }
                    </Link>
                    <Link to={agenda} {on_open} class="button">
                        <IconView icon={Icon::Calendar} />{ UnitText::ToAgenda.say(language) }
                    </Link>
                    <Link to={report} {on_open} class="button primary">
                        <IconView icon={Icon::File} />{ report_of(language, &slice.unit) }
                    </Link>
                </div>
            </header>
        </>
    }
}

/// The way up: all units, then each ancestor with a page of its own.
fn path(language: Language, slice: &UnitSlice, on_open: &Callback<Route>) -> Html {
    html! {
        <nav class="breadcrumb" aria-label={UnitText::Path.say(language).to_string()}>
            <ol>
                <li><Link to={Route::Matrix(MatrixView::default())} {on_open}>{ UnitText::AllUnits.say(language) }</Link></li>
                for line in slice.path.iter() {
                    <li key={line.unit.0}><Link lang="vi" to={Route::unit(line)} {on_open}>{ line.name.as_str() }</Link></li>
                }
            </ol>
        </nav>
    }
}

/// The missed periods in one line, `MT5 · Quý III: 3/4, thiếu 1`; else the units below, if any.
fn lead_sentence(language: Language, slice: &UnitSlice) -> Html {
    let missed: Vec<String> = decide::missed(slice)
        .map(|verdict| format!("{} · {}", target_code(language, &verdict.target), verdict_line(language, verdict)))
        .collect();
    let children = Some(slice.children).filter(|children| *children > 0).map(UnitText::Children);
    let text =
        if missed.is_empty() { children.map(|text| text.say(language).into_owned()) } else { Some(missed.join("; ")) };
    html! { if let Some(text) = text { <p class="lead">{ text }</p> } }
}
