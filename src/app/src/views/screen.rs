//! Which screen is shown, and what it is given.

mod compare;
mod deck;
mod plan;
mod report;
mod results;

use crate::app::{callback, taking};
use crate::effects::{self, Desk};
use crate::entry::EntryEvent;
use crate::rest::Rest;
use crate::route::{AgendaView, Route, UnitView};
use crate::state::{Action, Assessed, Give, Overlay, Stage, State, Trial};
use crate::views::about::{AboutPage, AccessPage, PrivacyPage};
use crate::views::agenda::{AgendaActs, AgendaPage};
use crate::views::chart;
use crate::views::check::{CheckActs, CheckPage};
use crate::views::entry::EntryPage;
use crate::views::failed::FailedPage;
use crate::views::link::Link;
use crate::views::matrix::MatrixPage;
use crate::views::overview::OverviewPage;
use crate::views::reading::ReadingPage;
use crate::views::settings::{SettingsActs, SettingsPage};
use crate::views::start::{StartPage, Typed};
use crate::views::trend::TrendPage;
use crate::views::unit::{UnitPage, Wishes};
use compare::compare;
use deck::{workshop, workshop_door};
use domain::{Language, UnitIndex};
use plan::{bodies, plan, readings};
use protocol::{ExportFormat, SliceName};
use report::report;
use std::rc::Rc;
use wording::Say;
use wording::entry::EntryText;
use wording::shell::{Screen, Shell};
use yew::prelude::*;

/// The screen that state and route come to. The plan, its readings and the pages about the page can always be read;
/// everything else waits for data.
pub(crate) fn shown(state: &State) -> Screen {
    match (&state.route, &state.stage) {
        (Route::Plan, _) => Screen::Plan,
        (Route::Readings(_), _) => Screen::Readings,
        (Route::Bodies(_), _) => Screen::Bodies,
        (Route::Entry(_), _) => Screen::Entry,
        (Route::Settings, _) => Screen::Settings,
        (Route::About, _) => Screen::About,
        (Route::Privacy, _) => Screen::Privacy,
        (Route::Access, _) => Screen::Access,
        (_, Stage::Reading(_)) => Screen::Reading,
        (Route::Workshop(_), Stage::Start | Stage::Ready(_)) => Screen::Workshop,
        (_, Stage::Failed(_)) => Screen::Failed,
        (_, Stage::Start) | (Route::Data, Stage::Ready(_)) => Screen::Data,
        (Route::Check, Stage::Ready(_)) => Screen::Check,
        (Route::Rows(_), Stage::Ready(_)) => Screen::Rows,
        (Route::Rollup, Stage::Ready(_)) => Screen::Rollup,
        (Route::Overview, Stage::Ready(_)) => Screen::Overview,
        (Route::Trend, Stage::Ready(_)) => Screen::Trend,
        (Route::Compare(_), Stage::Ready(_)) => Screen::Compare,
        (Route::Matrix(_) | Route::Unit(_), Stage::Ready(_)) => Screen::Units,
        (Route::Agenda(_), Stage::Ready(_)) => Screen::Agenda,
        (Route::WhatIf, Stage::Ready(_)) => Screen::WhatIf,
        (Route::Report(_), Stage::Ready(_)) => Screen::Reports,
    }
}

/// Does what it shows rest on the data? Then day, year and scope stand over it.
pub(crate) fn rests_on_data(screen: Screen) -> bool {
    !matches!(screen, Screen::Data | Screen::Settings | Screen::About | Screen::Privacy | Screen::Access)
}

/// State and desk.
#[derive(Clone, Properties)]
pub(crate) struct ScreenProps {
    /// The state.
    pub(crate) state: UseReducerHandle<State>,
    /// Worker and files.
    pub(crate) desk: Rc<Desk>,
    /// The other screens, once they are here.
    #[prop_or_default]
    pub(crate) rest: Option<&'static Rest>,
}

impl PartialEq for ScreenProps {
    fn eq(&self, other: &Self) -> bool {
        // There is one desk for the life of the page.
        self.state == other.state && self.rest.is_some() == other.rest.is_some()
    }
}

/// The screen.
#[component]
pub(crate) fn ScreenView(props: &ScreenProps) -> Html {
    let ScreenProps { state, desk, rest } = props;
    match (shown(state), &state.stage) {
        (Screen::Data, _) => start(state, desk),
        (Screen::Reading, Stage::Reading(progress)) => {
            let on_cancel = callback(&state.dispatcher(), |()| Action::Cancelled);
            html! { <ReadingPage language={state.language} progress={progress.clone()} {on_cancel} /> }
        }
        _ => match rest {
            Some(rest) => (rest.screen)(state, desk),
            None => html! { <p class="coming" role="status">{ Shell::Loading.say(state.language) }</p> },
        },
    }
}

/// Every screen that may be shown a little later than the first.
pub(crate) fn later(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Html {
    match (&state.route, &state.stage) {
        (Route::Plan, _) => plan(state, desk),
        (Route::Readings(filter), _) => readings(state, *filter),
        (Route::Bodies(body), _) => bodies(state, body.clone()),
        (Route::Entry(_), _) => entry(state, desk),
        (Route::Settings, _) => settings(state),
        (Route::About | Route::Privacy | Route::Access, _) => about(state),
        (Route::Workshop(view), Stage::Start) => workshop_door(state, desk, *view),
        (_, Stage::Start | Stage::Reading(_)) => Html::default(),
        (_, Stage::Failed(failure)) => {
            let on_retry = callback(&state.dispatcher(), |()| Action::Retried);
            let on_remove = callback(&state.dispatcher(), Action::FileRemoved);
            html! {
                <FailedPage
                    language={state.language}
                    failure={failure.clone()}
                    files={state.files.clone()}
                    on_files={taking(desk, Give::Replace)}
                    on_add={taking(desk, Give::Add)}
                    {on_remove}
                    {on_retry}
                />
            }
        }
        (route, Stage::Ready(assessed)) => ready(state, desk, assessed, route),
    }
}

fn about(state: &UseReducerHandle<State>) -> Html {
    let (language, on_open) = (state.language, callback(&state.dispatcher(), Action::Opened));
    match state.route {
        Route::Privacy => html! { <PrivacyPage {language} {on_open} /> },
        Route::Access => html! { <AccessPage {language} {on_open} /> },
        _ => html! { <AboutPage {language} {on_open} /> },
    }
}

fn settings(state: &UseReducerHandle<State>) -> Html {
    let tell = state.dispatcher();
    let acts = SettingsActs {
        on_language: callback(&tell, Action::Spoke),
        on_page: callback(&tell, Action::Showed),
        on_choose: callback(&tell, Action::Chose),
        on_memory: callback(&tell, Action::Memory),
        on_keys: callback(&tell, |()| Action::Overlaid(Overlay::Keys)),
        on_open: callback(&tell, Action::Opened),
    };
    html! {
        <SettingsPage
            language={state.language}
            page={state.page}
            roster={state.options.roster}
            choice={state.options.plan.clone()}
            plan={state.plan.clone()}
            remembered={state.remembered.clone()}
            fault={state.keeping.fault}
            {acts}
        />
    }
}

fn start(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Html {
    let sampler = Rc::clone(desk);
    let on_sample = Callback::from(move |sample| sampler.take_sample(sample));
    let (pasting, giver) = (Rc::clone(desk), Rc::clone(desk));
    let (tell, language) = (state.dispatcher(), state.language);
    html! {
        <StartPage
            {language}
            files={state.files.clone()}
            typed={Typed { rows: state.entry.count(), used: state.entry.used() }}
            samples={effects::samples_on_offer()}
            {on_sample}
            on_add={taking(desk, Give::Add)}
            on_replace={taking(desk, Give::Replace)}
            on_remove={callback(&tell, Action::FileRemoved)}
            on_entered={callback(&tell, Action::Entered)}
            on_pasted={Callback::from(move |text: String| pasting.take_text(&text))}
            on_template={Callback::from(move |()| giver.save_template(language))}
            on_save={saving(state, desk)}
            on_open={callback(&tell, Action::Opened)}
        />
    }
}

fn entry(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Html {
    let heading = if state.files.is_empty() { EntryText::Title } else { EntryText::TitleAdd };
    html! {
        <EntryPage
            language={state.language}
            entry={Rc::clone(&state.entry)}
            names={state.unit_names().map(Rc::clone)}
            {heading}
            on_event={callback(&state.dispatcher(), Action::Entered)}
            on_save={saving(state, desk)}
        />
    }
}

fn saving(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Callback<()> {
    let (saver, saved) = (Rc::clone(desk), state.clone());
    Callback::from(move |()| saver.save_project(&saved))
}

fn ready(state: &UseReducerHandle<State>, desk: &Rc<Desk>, assessed: &Assessed, route: &Route) -> Html {
    let (language, summary, tell) = (state.language, Rc::clone(&assessed.summary), state.dispatcher());
    let on_open = callback(&tell, Action::Opened);
    match route {
        Route::Check => check(state, desk, assessed),
        Route::Rows(table) => results::rows(state, assessed, *table),
        Route::Rollup => results::rollup(state, assessed),
        Route::Trend => {
            html! { <TrendPage {language} {summary} trend={assessed.trend()} source={source(state, assessed)} {on_open} /> }
        }
        Route::Compare(view) => compare(state, desk, assessed, view),
        Route::Matrix(view) => {
            html! { <MatrixPage {language} {summary} view={view.clone()} slice={assessed.matrix()} {on_open} /> }
        }
        Route::Unit(view) => unit(state, assessed, view),
        Route::Agenda(view) => agenda(state, desk, assessed, view),
        Route::WhatIf => results::what_if(state, assessed),
        Route::Report(view) => report(state, desk, assessed, view),
        Route::Workshop(view) => workshop(state, desk, assessed, *view),
        // Every other screen is shown without an assessment.
        _ => html! {
            <OverviewPage {language} {summary} tiles={assessed.tiles()} source={source(state, assessed)} {on_open} />
        },
    }
}

/// What pictures of charts say of their source.
fn source(state: &State, assessed: &Assessed) -> Vec<String> {
    chart::source(state.language, &assessed.summary, state.plan.as_deref(), state.source.sample().is_some())
}

fn check(state: &UseReducerHandle<State>, desk: &Rc<Desk>, assessed: &Assessed) -> Html {
    html! {
        <CheckPage
            language={state.language}
            summary={Rc::clone(&assessed.summary)}
            check={assessed.check()}
            plan={state.plan.clone()}
            given={state.files.clone()}
            failed={Rc::clone(&assessed.failed)}
            options={state.options.clone()}
            steps={state.steps.clone()}
            remembered={state.remembered.clone()}
            fault={state.keeping.fault}
            recalled={state.recalled.clone()}
            look={state.look.clone()}
            rows={state.look.as_ref().and_then(|at| assessed.rows(at))}
            acts={check_acts(state, desk)}
        />
    }
}

fn check_acts(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> CheckActs {
    let (tell, exporter, exported) = (state.dispatcher(), Rc::clone(desk), state.clone());
    CheckActs {
        on_choose: callback(&tell, Action::Chose),
        on_choose_all: callback(&tell, Action::ChoseAll),
        on_undo: callback(&tell, Action::Undid),
        on_step: callback(&tell, Action::Stepped),
        on_drop: callback(&tell, |()| Action::Dropped),
        on_memory: callback(&tell, Action::Memory),
        on_look: callback(&tell, Action::Looked),
        on_remove: callback(&tell, Action::FileRemoved),
        on_export: Callback::from(move |format| exporter.export(&exported, format, None)),
        on_open: callback(&tell, Action::Opened),
    }
}

fn unit(state: &UseReducerHandle<State>, assessed: &Assessed, view: &UnitView) -> Html {
    let (language, tell) = (state.language, state.dispatcher());
    let on_open = callback(&tell, Action::Opened);
    let found = state.unit(&view.key);
    if found.is_none() && assessed.matrix().is_some() {
        return html! { <UnitNotFound {language} {on_open} /> };
    }
    let why = state.why.as_ref().and_then(|name| assessed.why(name));
    let slice = found.and_then(|unit| assessed.unit(unit));
    let (summary, wanted, ticks) = (Rc::clone(&assessed.summary), view.target.clone(), state.options.ticks.clone());
    html! { <UnitPage {language} {summary} {slice} {wanted} {why} {ticks} wishes={wishes(&tell)} /> }
}

/// Whatever is tried is seen on the what-if screen.
fn wishes(tell: &UseReducerDispatcher<State>) -> Wishes {
    let trying = tell.clone();
    let on_try = Callback::from(move |tried| {
        trying.dispatch(Action::Tried(Trial::Add(tried)));
        trying.dispatch(Action::Opened(Route::WhatIf));
    });
    Wishes {
        on_why: callback(tell, |(target, unit, period)| Action::WhyAsked(SliceName::Why { target, unit, period })),
        on_try,
        on_choose: callback(tell, Action::Chose),
        on_undo: callback(tell, Action::Undid),
        on_open: callback(tell, Action::Opened),
    }
}

fn agenda(state: &UseReducerHandle<State>, desk: &Rc<Desk>, assessed: &Assessed, view: &AgendaView) -> Html {
    let unit = view.unit.as_ref().and_then(|key| state.unit(key));
    let (exporter, exported, tell) = (Rc::clone(desk), state.clone(), state.dispatcher());
    let on_download = Callback::from(move |(format, unit): (ExportFormat, Option<UnitIndex>)| {
        exporter.export(&exported, format, unit);
    });
    let acts = AgendaActs {
        on_choose: callback(&tell, Action::Chose),
        on_undo: callback(&tell, Action::Undid),
        on_held: callback(&tell, |row| Action::Entered(EntryEvent::Held(row))),
        on_step: callback(&tell, Action::Stepped),
    };
    html! {
        <AgendaPage
            language={state.language}
            summary={Rc::clone(&assessed.summary)}
            view={view.clone()}
            agenda={assessed.agenda(unit)}
            on_open={callback(&state.dispatcher(), Action::Opened)}
            {on_download}
            steps={state.steps.clone()}
            {acts}
            source={source(state, assessed)}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct NotFoundProps {
    language: Language,
    on_open: Callback<Route>,
}

#[component]
fn UnitNotFound(props: &NotFoundProps) -> Html {
    let NotFoundProps { language, on_open } = props;
    let to = Route::Matrix(crate::route::MatrixView::default());
    html! {
        <div class="card stack">
            <h1 tabindex="-1">{ Shell::UnitNotFound.say(*language) }</h1>
            <p class="lead">{ Shell::UnitNotFoundHint.say(*language) }</p>
            <p><Link class="button" {to} {on_open}>{ Shell::AllUnits.say(*language) }</Link></p>
        </div>
    }
}
