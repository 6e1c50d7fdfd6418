//! The suggested agenda: the list first, then a month as one real table, a strip of the year, what is out of reach.

mod acts;
mod clash;
mod decide;
mod grid;
mod item;
mod list;
mod load;
mod lost;
mod month;
mod paper;
mod problems;
mod settings;
mod strip;
mod toolbar;

use crate::effects::print;
use crate::route::{AgendaView, Route};
use crate::state::{Step, Steps};
use crate::views::icons::{Icon, IconView};
use crate::views::later::Later;
use crate::views::steps::StepButtons;
pub(crate) use acts::AgendaActs;
use decide::Filters;
use domain::{AgendaItem, AgendaSlice, Language, NaiveDate, Summary, UnitIndex};
use grid::Grid;
use item::Drag;
use list::List;
use load::Load;
use lost::LostList;
use month::Month;
use paper::UnitSheets;
use problems::Problems;
use protocol::ExportFormat;
use settings::SettingsFold;
use std::rc::Rc;
use strip::Strip;
use toolbar::Toolbar;
use wording::Say;
use wording::agenda::{AgendaText, CalendarText};
use yew::prelude::*;

/// What the agenda shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AgendaPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// Unit and month, from the address.
    pub(crate) view: AgendaView,
    /// The agenda, once it has come.
    pub(crate) agenda: Option<Rc<AgendaSlice>>,
    /// Leads to another screen, or to this one with other settings.
    pub(crate) on_open: Callback<Route>,
    /// Asks for a file of the agenda of a unit, or of all.
    pub(crate) on_download: Callback<(ExportFormat, Option<UnitIndex>)>,
    /// Steps over what was chosen.
    pub(crate) steps: Steps,
    /// What is done with items.
    pub(crate) acts: AgendaActs,
    /// Source and plan, for pictures.
    pub(crate) source: Vec<String>,
}

/// The agenda screen.
#[component]
pub(crate) fn AgendaPage(props: &AgendaPageProps) -> Html {
    match &props.agenda {
        Some(slice) => html! { <Loaded page={props.clone()} slice={Rc::clone(slice)} /> },
        None => html! { <h1 tabindex="-1">{ AgendaText::Loading.say(props.language) }</h1> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LoadedProps {
    page: AgendaPageProps,
    slice: Rc<AgendaSlice>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let LoadedProps { page, slice } = props;
    let AgendaPageProps { language, summary, view, on_open, acts, .. } = page;
    let language = *language;
    let filters = use_state(Filters::default);
    let chosen = use_state(|| None::<Month>);
    let day = use_state(|| None::<NaiveDate>);
    let dragged = use_state(|| None::<AgendaItem>);
    let on_paper = use_state(|| false);
    let names = decide::names(&slice.units);
    let items = decide::found(&slice.agenda, &names, &filters);
    let month = (*chosen).unwrap_or_else(|| decide::first_month(&items, view.month, summary.as_of));
    let on_month = show_month(page, &chosen, &day);
    let of_month: Rc<Vec<AgendaItem>> =
        Rc::new(items.iter().filter(|item| Month::of(item.date) == month).map(|item| (*item).clone()).collect());
    let drag = drag(slice, acts, &dragged);
    let on_day = setting(&day);
    let sheets = (*on_paper).then(|| Rc::new(items.iter().map(|item| (*item).clone()).collect::<Vec<AgendaItem>>()));
    let on_sheets = on_paper.setter();
    html! {
        <div class="agenda-page">
            { head(page, slice, &items, (&filters, on_sheets.clone())) }
            <Problems {language} {slice} {summary} acts={acts.clone()} {on_open} />
            if page.steps.can(Step::Back) || page.steps.can(Step::Forward) {
                <div class="button-row steps">
                    <StepButtons {language} steps={page.steps.clone()} on_step={&acts.on_step} />
                </div>
            }
            <Toolbar {language} {slice} filters={(*filters).clone()} on_filters={setting(&filters)} />
            <p class="visually-hidden" role="status">{ spoken(language, month, of_month.len()) }</p>
            <Strip {language} {summary} months={decide::by_month(&items)} done={slice.done.clone()} {month}
                on_month={&on_month} />
            <div class="agenda-columns">
                <Later>
                    <List {language} {slice} {summary} items={of_month.clone()} {month} day={*day} {on_open}
                        on_day={&on_day} acts={acts.clone()} drag={drag.clone()} />
                </Later>
                <div>
                    <Later>
                        <Grid {language} {slice} {summary} items={of_month} {month} day={*day} {on_day} {on_month} {drag} />
                    </Later>
                    <Later>
                        <Load {language} weeks={load::by_week(&items)} as_of={summary.as_of} source={page.source.clone()} />
                    </Later>
                </div>
            </div>
            <Later><SettingsFold {language} {slice} {summary} acts={acts.clone()} /></Later>
            <Later><LostList {language} {slice} lost={decide::lost(&slice.agenda, &names, &filters)} {on_open} /></Later>
            if let Some(items) = sheets {
                <UnitSheets {language} {slice} {summary} {items} on_done={move |()| on_sheets.set(false)} />
            }
        </div>
    }
}

/// A callback that sets a state.
fn setting<T: 'static>(state: &UseStateHandle<T>) -> Callback<T> {
    let setter = state.setter();
    Callback::from(move |next| setter.set(next))
}

/// An item that is dropped on a day is pinned there.
fn drag(slice: &Rc<AgendaSlice>, acts: &AgendaActs, dragged: &UseStateHandle<Option<AgendaItem>>) -> Drag {
    let (slice, acts, setter) = (Rc::clone(slice), acts.clone(), dragged.setter());
    let on_drop = Callback::from(move |(item, day): (AgendaItem, NaiveDate)| {
        setter.set(None);
        acts.pin(&slice, &item, day);
    });
    Drag { item: (**dragged).clone(), on_drag: setting(dragged), on_drop }
}

/// Shows another month: at once, and in the address.
fn show_month(
    page: &AgendaPageProps,
    chosen: &UseStateHandle<Option<Month>>,
    day: &UseStateHandle<Option<NaiveDate>>,
) -> Callback<Month> {
    let (chosen, day, on_open, unit) = (chosen.clone(), day.clone(), page.on_open.clone(), page.view.unit.clone());
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

fn head(
    page: &AgendaPageProps,
    slice: &AgendaSlice,
    items: &[&AgendaItem],
    (filters, on_sheets): (&Filters, UseStateSetter<bool>),
) -> Html {
    let AgendaPageProps { language, summary, view, .. } = page;
    let asked = decide::unit_asked(view.unit.as_ref(), &slice.units, summary);
    let scope = asked.or(summary.scope.as_ref()).map(|line| line.name.clone());
    let title = AgendaText::Title { scope, until: decide::until(&slice.agenda, summary.year) };
    let all = u32::try_from(slice.agenda.items.len()).unwrap_or(u32::MAX);
    let open = u32::try_from(slice.agenda.open.len()).unwrap_or(u32::MAX);
    let lead = match (all, open) {
        (_, 1..) => AgendaText::LeadShort { items: all, open },
        (0, 0) => AgendaText::Nothing,
        _ => AgendaText::Lead(all),
    };
    let unit = decide::unit_taken(items, filters, asked.map(|line| line.unit));
    html! {
        <header class="page-head">
            <div>
                <h1 tabindex="-1">{ title.say(*language) }</h1>
                <p class="lead">{ lead.say(*language) }</p>
            </div>
            if all > 0 { { files(page, unit, (slice.units.len() > 1).then_some(on_sheets)) } }
        </header>
    }
}

/// Files and paper.
fn files(page: &AgendaPageProps, unit: Option<UnitIndex>, on_sheets: Option<UseStateSetter<bool>>) -> Html {
    let language = page.language;
    let take = |format: ExportFormat| page.on_download.reform(move |_: MouseEvent| (format, unit));
    let button = |words: CalendarText, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="button" {onclick}>{ words.say(language) }</button> }
    };
    html! {
        <div class="button-row">
            { button(CalendarText::Print, Callback::from(|_| print())) }
            if let Some(on_sheets) = on_sheets {
                { button(CalendarText::PrintUnits, Callback::from(move |_| on_sheets.set(true))) }
            }
            { button(CalendarText::Table, take(ExportFormat::AgendaCsv)) }
            { button(CalendarText::Workbook, take(ExportFormat::AgendaXlsx)) }
            <button type="button" class="button primary" onclick={take(ExportFormat::AgendaIcs)}>
                <IconView icon={Icon::Calendar} />{ AgendaText::Download.say(language) }
            </button>
        </div>
    }
}
