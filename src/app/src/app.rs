//! The root: one state, the effects that follow it, and the frame around the screen it asks for.

use crate::effects::{self, Desk, When};
use crate::rest::Rest;
use crate::route::{ReportView, Route, WorkshopView};
use crate::state::{Action, Give, Overlay, Stage, State};
use crate::views::later::Later;
use crate::views::screen::{ScreenView, shown};
use crate::views::shell::{Footer, Header, Tabs};
use domain::Language;
use std::rc::Rc;
use wording::Say;
use wording::shell::{Screen, Shell};
use yew::prelude::*;

/// Draws the page, in a task of its own.
pub(crate) fn start() {
    effects::in_turn(When::Frame, || {
        if let Some(root) = effects::root() {
            let page = PageProps { root: root.clone() };
            yew::Renderer::<App>::with_root_and_props(root, page).render();
        }
    });
}

#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    /// What holds the page.
    root: web_sys::Element,
}

#[component]
fn App(props: &PageProps) -> Html {
    let state = use_reducer(effects::boot);
    let desk = effects::use_desk(&state);
    effects::use_address(&state);
    effects::use_keys(&state);
    effects::use_appearance(state.page);
    let hovering = effects::use_gestures(&desk);
    let (rest, ask) = effects::use_rest();
    let screen = shown(&state);
    effects::use_document(title(&state, screen), state.language);
    effects::use_focus((screen, place(&state)), rest.is_some() && state.is_complete());
    let on_drawn = use_callback(props.root.clone(), move |(), root| {
        effects::take_place(root);
        let ask = ask.clone();
        effects::in_turn(When::Work, move || ask.emit(()));
    });
    if !effects::use_turn(When::Frame) {
        return Html::default();
    }
    html! {
        <>
            <FirstPicture {on_drawn} />
            <Frame state={state.clone()} desk={Rc::clone(&desk)} {screen} {rest}>
                <ScreenView state={state.clone()} desk={Rc::clone(&desk)} {rest} />
            </Frame>
            if let Some(rest) = rest {
                <Later>{ (rest.beside)(&state, &desk) }</Later>
            }
            if hovering {
                <DropOverlay language={state.language} joins={joins(&state)} />
            }
        </>
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
struct FirstProps {
    on_drawn: Callback<()>,
}

/// Tells when the first picture is drawn, the frame around the screen and all parts of the screen.
#[component]
fn FirstPicture(props: &FirstProps) -> Html {
    let (on_drawn, is_drawn) = (props.on_drawn.clone(), effects::use_turn(When::Picture));
    use_effect_with(is_drawn, move |is_drawn| {
        if *is_drawn {
            on_drawn.emit(());
        }
    });
    Html::default()
}

#[derive(Clone, Properties)]
struct FrameProps {
    state: UseReducerHandle<State>,
    desk: Rc<Desk>,
    screen: Screen,
    rest: Option<&'static Rest>,
    children: Html,
}

impl PartialEq for FrameProps {
    fn eq(&self, other: &Self) -> bool {
        // There is one desk, and one module beside this.
        (&self.state, self.screen, self.rest.is_some(), &self.children)
            == (&other.state, other.screen, other.rest.is_some(), &other.children)
    }
}

/// Header, tabs, bar, notices and footer around a screen.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let FrameProps { state, desk, screen, rest, children } = props;
    let (language, tell) = (state.language, state.dispatcher());
    let on_open = callback(&tell, Action::Opened);
    let has_data = state.assessed().is_some();
    if has_data && *screen == Screen::Workshop {
        return html! { <main id="main" class="deck-main">{ children.clone() }</main> };
    }
    let deck = Route::Workshop(WorkshopView::of(state.source.sample()));
    html! {
        <>
            <Later when={When::Frame}>
                <Header
                    {language} {deck} on_open={on_open.clone()} on_language={callback(&tell, Action::Spoke)}
                    on_search={callback(&tell, |()| Action::Overlaid(Overlay::Palette))} single_keys={state.page.single_keys}
                />
            </Later>
            <Later when={When::Frame}><Tabs {language} screen={*screen} {has_data} on_open={on_open.clone()} /></Later>
            if let Some(rest) = rest { { (rest.bar)(state, desk) } }
            <main id="main" class="main" aria-busy={state.is_renewing().then_some("true")}>
                <div class="wrap">
                    if let Some(rest) = rest {
                        <Later>{ (rest.notices)(state, desk) }</Later>
                    }
                    { children.clone() }
                </div>
            </main>
            <Later>
                <Footer {language} {on_open} on_keys={callback(&tell, |()| Action::Overlaid(Overlay::Keys))}>
                    if let Some(rest) = rest { { (rest.below)(state, desk) } }
                </Footer>
            </Later>
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
