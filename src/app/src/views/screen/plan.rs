//! The screens of the plan: its words and rules, the bodies it names, where it can be read in more than one way.

use crate::app::{callback, taking};
use crate::effects::Desk;
use crate::state::{Action, Assessed, Give, RuleFileEvent, State};
use crate::views::bodies::BodiesPage;
use crate::views::plan::PlanPage;
use crate::views::readings::{Counts, ReadingsPage};
use std::rc::Rc;
use wording::readings::ReadingFilter;
use yew::prelude::*;

pub(super) fn plan(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> Html {
    let tell = state.dispatcher();
    html! {
        <PlanPage
            language={state.language}
            plan={state.plan.clone()}
            options={state.options.clone()}
            tried_out={state.tried_out.clone()}
            on_try={callback(&tell, Action::TriedOut)}
            rule_file={state.rule_file.clone()}
            on_choose={callback(&tell, Action::Chose)}
            on_undo={callback(&tell, Action::Undid)}
            on_files={taking(desk, Give::Add)}
            on_close={callback(&tell, |()| Action::RuleFile(RuleFileEvent::Closed))}
            on_open={callback(&tell, Action::Opened)}
        />
    }
}

pub(super) fn bodies(state: &UseReducerHandle<State>, chosen: Option<String>) -> Html {
    html! {
        <BodiesPage
            language={state.language}
            plan={state.plan.clone()}
            {chosen}
            today={state.today}
            on_open={callback(&state.dispatcher(), Action::Opened)}
        />
    }
}

pub(super) fn readings(state: &UseReducerHandle<State>, filter: ReadingFilter) -> Html {
    let tell = state.dispatcher();
    let counted = state.assessed().and_then(Assessed::readings);
    let counts = match (state.assessed(), state.is_complete() && !state.is_renewing()) {
        (None, _) => Counts::Never,
        (Some(_), false) => Counts::Coming,
        (Some(_), true) => Counts::Fresh,
    };
    html! {
        <ReadingsPage
            language={state.language}
            plan={state.plan.clone()}
            {counted}
            {counts}
            chosen={state.options.readings.clone()}
            {filter}
            on_choose={callback(&tell, Action::Chose)}
            on_undo={callback(&tell, Action::Undid)}
            on_open={callback(&tell, Action::Opened)}
        />
    }
}
