//! The screens of rows, of counts by place, and of what would turn.

use crate::app::callback;
use crate::state::{Action, Assessed, State};
use crate::views::check::look::Looked;
use crate::views::rollup::RollupPage;
use crate::views::rows::{Come, RowsPage};
use crate::views::what_if::WhatIfPage;
use std::rc::Rc;
use yew::prelude::*;

pub(super) fn rows(state: &UseReducerHandle<State>, assessed: &Assessed, table: u32) -> Html {
    let tell = state.dispatcher();
    let asked = state.rows_asked(table);
    let numbers = asked.first..=asked.last;
    let gone = numbers.clone().any(|number| assessed.stretch(&asked.wish, number) == Some(None));
    let come = numbers.filter_map(|number| Some((number, assessed.stretch(&asked.wish, number)??)));
    let look = state.look.clone().map(|at| {
        let looked = match assessed.rows(&at) {
            None => Looked::Coming,
            Some(None) => Looked::Gone,
            Some(Some(rows)) => Looked::Rows(rows),
        };
        (at, looked)
    });
    html! {
        <RowsPage
            language={state.language}
            check={assessed.check()}
            come={Come(come.collect())}
            {asked}
            {gone}
            {look}
            on_ask={callback(&tell, Action::RowsAsked)}
            on_look={callback(&tell, Action::Looked)}
            on_open={callback(&tell, Action::Opened)}
        />
    }
}

pub(super) fn rollup(state: &UseReducerHandle<State>, assessed: &Assessed) -> Html {
    let tell = state.dispatcher();
    html! {
        <RollupPage
            language={state.language}
            summary={Rc::clone(&assessed.summary)}
            rollup={assessed.rollup()}
            on_choose={callback(&tell, Action::Chose)}
            on_open={callback(&tell, Action::Opened)}
        />
    }
}

pub(super) fn what_if(state: &UseReducerHandle<State>, assessed: &Assessed) -> Html {
    let tell = state.dispatcher();
    html! {
        <WhatIfPage
            language={state.language}
            summary={Rc::clone(&assessed.summary)}
            matrix={assessed.matrix()}
            tried={state.tried.clone()}
            answer={assessed.what_if()}
            on_trial={callback(&tell, Action::Tried)}
            on_open={callback(&tell, Action::Opened)}
        />
    }
}
