//! What the screen of comparisons is given.

use crate::app::callback;
use crate::effects::{self, Desk};
use crate::route::CompareView;
use crate::state::{Action, Assessed, State};
use crate::views::compare::{Asked, CompareActs, ComparePage};
use domain::{Against, CompareSlice};
use protocol::SliceName;
use std::rc::Rc;
use yew::prelude::*;

/// The screen.
pub(super) fn compare(
    state: &UseReducerHandle<State>,
    desk: &Rc<Desk>,
    assessed: &Assessed,
    view: &CompareView,
) -> Html {
    let question = state.comparison();
    let asked = match &question {
        None => Asked::Nothing,
        Some(name) if assessed.has_fresh(name) && !state.is_renewing() => Asked::Answered,
        Some(_) => Asked::Coming,
    };
    // The answer to another way is no answer to this one.
    let answer = assessed.compared().filter(|answer| is_of_that_way(answer, question.as_ref()));
    html! {
        <ComparePage
            language={state.language}
            summary={Rc::clone(&assessed.summary)}
            today={state.today}
            view={view.clone()}
            other={state.other.clone()}
            {answer}
            {asked}
            acts={acts(state, desk)}
        />
    }
}

fn is_of_that_way(answer: &CompareSlice, question: Option<&SliceName>) -> bool {
    let Some(SliceName::Compare(asked)) = question else { return false };
    match (answer.asked.against, asked.against) {
        (Against::Files(answered), Against::Files(asked)) => answered == asked,
        (answered, asked) => std::mem::discriminant(&answered) == std::mem::discriminant(&asked),
    }
}

fn acts(state: &UseReducerHandle<State>, desk: &Rc<Desk>) -> CompareActs {
    let (taker, closer, closed) = (Rc::clone(desk), Rc::clone(desk), state.clone());
    CompareActs {
        on_files: Callback::from(move |files| taker.take_beside(files)),
        on_close: Callback::from(move |()| closer.forget_beside(&closed)),
        on_save: Callback::from(|(name, text): (String, String)| effects::save_table(&name, &text)),
        on_open: callback(&state.dispatcher(), Action::Opened),
    }
}
