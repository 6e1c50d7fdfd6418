//! A part of a picture that is drawn in a task of its own.

use crate::effects::{self, When};
use yew::prelude::*;

/// What is drawn later.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LaterProps {
    /// What it is a part of.
    #[prop_or(When::Part)]
    pub(crate) when: When,
    /// The part.
    pub(crate) children: Html,
}

/// Draws its content a moment after what stands around it: what is far down, or takes long. Once it stands there, it changes
/// with everything else.
#[component]
pub(crate) fn Later(props: &LaterProps) -> Html {
    if effects::use_turn(props.when) { props.children.clone() } else { Html::default() }
}
