//! The mark of a state: shape, hue and word together, so that colour is never alone.

use domain::{Language, State};
use wording::Say;
use wording::states::Group;
use yew::prelude::*;

/// Which state to mark.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MarkProps {
    /// The state.
    pub(crate) state: State,
    /// The language of its word.
    pub(crate) language: Language,
}

/// Shape and word of a state.
#[component]
pub(crate) fn StateMark(props: &MarkProps) -> Html {
    html! {
        <span class="mark" data-group={Group::of(props.state).code()} data-state={props.state.code()}>
            <StateShape state={props.state} />
            { props.state.say(props.language) }
        </span>
    }
}

/// Which shape to draw.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ShapeProps {
    /// The state.
    pub(crate) state: State,
}

/// The shape alone, where a word stands beside it: disc with a tick, half disc, diamond, clock, dashed ring, dash.
#[component]
pub(crate) fn StateShape(props: &ShapeProps) -> Html {
    let inner = match props.state {
        State::Met => html! { <>
            <circle class="fill" cx="10" cy="10" r="9" /><path class="cut" d="M5.6 10.4l3 3 5.8-6.4" />
        </> },
        State::OnTrack => half(),
        State::AtRisk => html! { <>{ half() }<path class="line" d="M6.4 6.4v4M6.4 13v.1" /></> },
        State::Missed => html! { <>
            <path class="fill" d="M10 .8L19.2 10 10 19.2.8 10z" />
            <path class="cut" d="M7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6" />
        </> },
        State::Late => html! { <>
            <circle class="fill" cx="10" cy="10" r="9" /><path class="cut" d="M10 5v5.4l3.4 2.2" />
        </> },
        State::NoData | State::Uncertain => html! { <>
            <circle class="line dashed" cx="10" cy="10" r="8.2" />
            <path class="line" d="M7.6 7.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7M10 14.2v.1" />
        </> },
        State::NotYetDue | State::NotApplicable => html! { <path class="line" d="M5 10h10" /> },
    };
    html! { <svg class="shape" viewBox="0 0 20 20" aria-hidden="true">{ inner }</svg> }
}

/// The half disc of what is still open.
fn half() -> Html {
    html! { <>
        <circle class="line" cx="10" cy="10" r="8" />
        <path class="fill" d="M10 2a8 8 0 0 1 0 16z" />
    </> }
}
