//! The root: one state, the effects that follow it, and the frame around the screen it asks for.

use crate::effects::{self, Desk, EditionNews};
use crate::route::{ReportView, Route, WorkshopView};
use crate::state::{Action, Give, Overlay, Stage, State};
use crate::views::context::ContextBar;
use crate::views::edition::EditionNotice;
use crate::views::keys::KeysDialog;
use crate::views::notices::{NoticeActs, Notices};
use crate::views::palette::Palette;
use crate::views::screen::{ScreenView, rests_on_data, shown};
use crate::views::shell::{Footer, Header, Tabs};
use domain::Language;
use std::rc::Rc;
use wording::Say;
use wording::shell::{Screen, Shell};
use yew::prelude::*;

/// Puts the page in the place of the static shell.
pub(crate) fn start() {
    if let Some(root) = effects::root() {
        yew::Renderer::<App>::with_root(root).render();
    }
}

#[component]
fn App() -> Html {
    let state = use_reducer(effects::boot);
    let desk = effects::use_desk(&state);
    effects::use_named_sample(&state, &desk);
    effects::use_address(&state);
    effects::use_memory(&state, &desk);
    effects::use_keys(&state);
    effects::use_appearance(state.page);
    let hovering = effects::use_gestures(&desk);
    let screen = shown(&state);
    effects::use_document(title(&state, screen), state.language);
    effects::use_focus((screen, place(&state)));
    effects::use_late_focus(state.is_complete());
    effects::use_leave_warning(state.would_lose());
    html! {
        <>
            <Frame state={state.clone()} {screen} acts={notice_acts(&desk)}>
                <ScreenView state={state.clone()} desk={Rc::clone(&desk)} />
            </Frame>
            { overlay(&state, &desk) }
            if hovering {
                <DropOverlay language={state.language} joins={joins(&state)} />
            }
        </>
    }
}

fn overlay(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Html {
    match state.overlay {
        None => Html::default(),
        Some(Overlay::Palette) => html! { <Palette state={state.clone()} desk={Rc::clone(desk)} /> },
        Some(Overlay::Keys) => {
            let on_close = callback(&state.dispatcher(), |()| Action::Uncovered(Overlay::Keys));
            html! { <KeysDialog language={state.language} {on_close} /> }
        }
    }
}

/// What the tab is called: the unit first, if the screen is about one.
fn title(state: &State, screen: Screen) -> String {
    let (screen, brand) = (screen.say(state.language), Shell::Brand.say(state.language));
    match state.subject() {
        Some(unit) => format!("{} – {screen} – {brand}", unit.name),
        None => format!("{screen} – {brand}"),
    }
}

/// What tells one place from another on the same screen: filters and months do not.
fn place(state: &State) -> Option<Route> {
    match &state.route {
        Route::Unit(_) | Route::Entry(_) => Some(state.route.clone()),
        Route::Report(view) => Some(Route::Report(ReportView { unit: view.unit.clone(), ..ReportView::default() })),
        Route::Workshop(view) => Some(Route::Workshop(WorkshopView::default().at(view.slide))),
        _ => None,
    }
}

fn joins(state: &State) -> Give {
    if !state.has_input() { Give::Replace } else { Give::Add }
}

#[derive(Clone, PartialEq, Properties)]
struct FrameProps {
    state: UseReducerHandle<State>,
    screen: Screen,
    acts: NoticeActs,
    children: Html,
}

fn notice_acts(desk: &Rc<Desk>) -> NoticeActs {
    let act = |act: fn(&Rc<Desk>)| {
        let desk = Rc::clone(desk);
        Callback::from(move |()| act(&desk))
    };
    NoticeActs {
        on_restart: act(|desk| desk.restart()),
        on_resume: act(Desk::resume),
        on_decline: act(|desk| desk.decline()),
    }
}

/// Header, tabs, bar, notices and footer around a screen.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let FrameProps { state, screen, acts, children } = props;
    let (language, tell) = (state.language, state.dispatcher());
    let on_open = callback(&tell, Action::Opened);
    let (has_data, unsaved) = (state.assessed().is_some(), state.would_lose());
    if has_data && *screen == Screen::Workshop {
        return html! { <main id="main" class="deck-main">{ children.clone() }</main> };
    }
    let deck = Route::Workshop(WorkshopView::of(state.source.sample()));
    html! {
        <>
            <Header
                {language} {deck} on_open={on_open.clone()} on_language={callback(&tell, Action::Spoke)}
                on_search={callback(&tell, |()| Action::Overlaid(Overlay::Palette))} single_keys={state.page.single_keys}
            />
            <Tabs {language} screen={*screen} {has_data} on_open={on_open.clone()} />
            if let (Some(assessed), true) = (state.assessed(), rests_on_data(*screen)) {
                <ContextBar
                    {language}
                    summary={Rc::clone(&assessed.summary)}
                    options={state.options.clone()}
                    today={state.today}
                    source={state.source}
                    renewing={state.is_renewing()}
                    on_open={on_open.clone()}
                    on_choose={callback(&tell, Action::Chose)}
                    on_undo={callback(&tell, Action::Undid)}
                />
            }
            <main id="main" class="main" aria-busy={state.is_renewing().then_some("true")}>
                <div class="wrap">
                    <Notices state={state.clone()} screen={*screen} acts={acts.clone()} />
                    <EditionNotice tells={EditionNews::Update} {language} {unsaved} />
                    { children.clone() }
                    if !has_data { <EditionNotice tells={EditionNews::Offline} {language} {unsaved} /> }
                </div>
            </main>
            <Footer {language} {on_open} on_keys={callback(&tell, |()| Action::Overlaid(Overlay::Keys))} />
            <p class="visually-hidden" role="status">{ announcement(state) }</p>
        </>
    }
}

/// What screen readers hear: once for each step, never for each row.
fn announcement(state: &State) -> String {
    let language = state.language;
    match &state.stage {
        Stage::Reading(_) => Screen::Reading.say(language).into_owned(),
        Stage::Ready(_) if state.is_renewing() => Shell::Renewing.say(language).into_owned(),
        Stage::Ready(assessed) => {
            let (rows, questions) = (assessed.summary.rows, crate::views::context::open_questions(&assessed.summary));
            Shell::ResultsReady { rows, questions }.say(language).into_owned()
        }
        Stage::Start | Stage::Failed(_) => String::new(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct OverlayProps {
    language: Language,
    joins: Give,
}

/// Covers the page while files hover over it.
#[component]
fn DropOverlay(props: &OverlayProps) -> Html {
    let text = match props.joins {
        Give::Replace => Shell::DropHere,
        Give::Add => Shell::DropToAdd,
    };
    html! { <div class="drop-overlay"><p>{ text.say(props.language) }</p></div> }
}

/// A callback that turns a meaning into an action.
pub(crate) fn callback<T: 'static>(
    tell: &UseReducerDispatcher<State>,
    action: impl Fn(T) -> Action + 'static,
) -> Callback<T> {
    let tell = tell.clone();
    Callback::from(move |meaning| tell.dispatch(action(meaning)))
}

/// Callbacks that take files from the user.
pub(crate) fn taking(desk: &Rc<Desk>, give: Give) -> Callback<Vec<web_sys::File>> {
    let desk = Rc::clone(desk);
    Callback::from(move |files| desk.take(files, give))
}
