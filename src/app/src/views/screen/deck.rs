//! What the deck for a room is given.

use crate::app::callback;
use crate::effects::{self, Desk};
use crate::route::{Route, WorkshopView};
use crate::state::{Action, Assessed, Sample, State};
use crate::views::workshop::deck::asked;
use crate::views::workshop::{WorkshopDoor, WorkshopPage};
use std::rc::Rc;
use yew::prelude::*;

/// The sheet with mistakes teaches on the check-data screen; other samples open where the address already waits.
fn workshop_samples(state: &UseReducerHandle<State>, desk: &Rc<Desk>, view: WorkshopView) -> Callback<Sample> {
    let (tell, desk) = (state.dispatcher(), Rc::clone(desk));
    Callback::from(move |sample| {
        let deck = WorkshopView { sample: Some(sample), ..view };
        tell.dispatch(Action::Opened(if sample == Sample::Mistakes { Route::Check } else { Route::Workshop(deck) }));
        desk.take_sample(sample);
    })
}

/// Before there are data: samples to make the deck from.
pub(super) fn workshop_door(state: &UseReducerHandle<State>, desk: &Rc<Desk>, view: WorkshopView) -> Html {
    let (language, on_open) = (state.language, callback(&state.dispatcher(), Action::Opened));
    let on_sample = workshop_samples(state, desk, view);
    html! { <WorkshopDoor {language} samples={effects::samples_on_offer()} {on_sample} {on_open} /> }
}

/// The deck.
pub(super) fn workshop(
    state: &UseReducerHandle<State>,
    desk: &Rc<Desk>,
    assessed: &Assessed,
    view: WorkshopView,
) -> Html {
    let matrix = assessed.matrix();
    let why = asked(matrix.as_deref()).and_then(|asked| assessed.why(&asked.slice()));
    html! {
        <WorkshopPage
            language={state.language}
            {view}
            summary={Rc::clone(&assessed.summary)}
            plan={state.plan.clone()}
            {matrix}
            readings={assessed.readings()}
            {why}
            what_if={assessed.what_if()}
            made_up={state.source.sample()}
            mistakes={effects::samples_on_offer().into_iter().find(|sample| *sample == Sample::Mistakes)}
            on_sample={workshop_samples(state, desk, view)}
            on_open={callback(&state.dispatcher(), Action::Opened)}
        />
    }
}
