//! The suggested agenda: the list first, then a month as one real table, a strip of the year, what is out of reach.

mod decide;
mod grid;
mod list;
mod lost;
mod month;
mod strip;
mod toolbar;

use crate::route::{AgendaView, Route};
use crate::views::icons::{Icon, IconView};
use decide::Filters;
use domain::{Agenda, AgendaItem, Language, NaiveDate, Summary, UnitIndex, UnitLine};
use grid::Grid;
use list::List;
use lost::LostList;
use month::Month;
use std::rc::Rc;
use strip::Strip;
use toolbar::Toolbar;
use wording::Say;
use wording::agenda::AgendaText;
use yew::prelude::*;

/// An agenda with the units it names.
pub(crate) type NamedAgenda = Rc<(Agenda, Vec<UnitLine>)>;

/// What the agenda shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AgendaPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// Unit and month, from the address.
    pub(crate) view: AgendaView,
    /// The agenda with the units it names, once it has come.
    pub(crate) agenda: Option<NamedAgenda>,
    /// Leads to another screen, or to this one with other settings.
    pub(crate) on_open: Callback<Route>,
    /// Asks for the calendar file.
    pub(crate) on_download: Callback<Option<UnitIndex>>,
}

/// The agenda screen.
#[component]
pub(crate) fn AgendaPage(props: &AgendaPageProps) -> Html {
    let AgendaPageProps { language, summary, view, agenda, on_open, on_download } = props;
    match agenda {
        Some(agenda) => html! {
            <Loaded language={*language} {summary} view={view.clone()} {agenda} {on_open} {on_download} />
        },
        None => html! { <h1 tabindex="-1">{ AgendaText::Loading.say(*language) }</h1> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LoadedProps {
    language: Language,
    summary: Rc<Summary>,
    view: AgendaView,
    agenda: NamedAgenda,
    on_open: Callback<Route>,
    on_download: Callback<Option<UnitIndex>>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let LoadedProps { language, summary, view, agenda, .. } = props;
    let filters = use_state(Filters::default);
    let chosen = use_state(|| None::<Month>);
    let day = use_state(|| None::<NaiveDate>);
    let names = decide::names(&agenda.1);
    let items = decide::found(&agenda.0, &names, &filters);
    let month = (*chosen).unwrap_or_else(|| decide::first_month(&items, view.month, summary.as_of));
    let on_month = show_month(props, &chosen, &day);
    let on_day = Callback::from({
        let day = day.clone();
        move |picked| day.set(picked)
    });
    let of_month: Rc<Vec<AgendaItem>> =
        Rc::new(items.iter().filter(|item| Month::of(item.date) == month).map(|item| (*item).clone()).collect());
    let on_filters = Callback::from({
        let filters = filters.clone();
        move |next| filters.set(next)
    });
    html! {
        <div class="agenda-page">
            { head(props, &items, &filters) }
            <Toolbar language={*language} {agenda} filters={(*filters).clone()} {on_filters} />
            <p class="visually-hidden" role="status">{ spoken(*language, month, of_month.len()) }</p>
            <Strip language={*language} {summary} months={decide::by_month(&items)} {month} on_month={&on_month} />
            <div class="agenda-columns">
                <List language={*language} {agenda} {summary} items={of_month.clone()} {month} day={*day}
                    on_open={&props.on_open} on_day={&on_day} />
                <Grid language={*language} {summary} items={of_month} {month} day={*day} {on_day} {on_month} />
            </div>
            <LostList language={*language} {agenda} lost={decide::lost(&agenda.0, &names, &filters)}
                on_open={&props.on_open} />
        </div>
    }
}

/// Shows another month: at once, and in the address.
fn show_month(
    props: &LoadedProps,
    chosen: &UseStateHandle<Option<Month>>,
    day: &UseStateHandle<Option<NaiveDate>>,
) -> Callback<Month> {
    let (chosen, day, on_open, unit) = (chosen.clone(), day.clone(), props.on_open.clone(), props.view.unit.clone());
    Callback::from(move |month: Month| {
        chosen.set(Some(month));
        day.set(None);
        on_open.emit(Route::Agenda(AgendaView { unit: unit.clone(), month: Some(month.number()) }));
    })
}

fn spoken(language: Language, month: Month, items: usize) -> wording::Text {
    let items = u32::try_from(items).unwrap_or(u32::MAX);
    AgendaText::MonthSpoken { year: month.year(), month: month.number(), items }.say(language)
}

fn head(props: &LoadedProps, items: &[&AgendaItem], filters: &Filters) -> Html {
    let LoadedProps { language, summary, view, agenda, on_download, .. } = props;
    let asked = decide::unit_asked(view.unit.as_ref(), &agenda.1, summary);
    let scope = asked.or(summary.scope.as_ref()).map(|line| line.name.clone());
    let title = AgendaText::Title { scope, until: decide::until(&agenda.0, summary.year) };
    let all = u32::try_from(agenda.0.items.len()).unwrap_or(u32::MAX);
    let lead = if all == 0 { AgendaText::Nothing } else { AgendaText::Lead(all) };
    let (on_download, unit) = (on_download.clone(), decide::unit_taken(items, filters, asked.map(|line| line.unit)));
    let onclick = move |_| on_download.emit(unit);
    html! {
        <header class="page-head">
            <div>
                <h1 tabindex="-1">{ title.say(*language) }</h1>
                <p class="lead">{ lead.say(*language) }</p>
            </div>
            if all > 0 {
                <button type="button" class="button primary" {onclick}>
                    <IconView icon={Icon::Calendar} />{ AgendaText::Download.say(*language) }
                </button>
            }
        </header>
    }
}
