//! Steps back and forward over what was chosen, as two buttons.

use crate::state::{Step, Steps};
use crate::views::icons::{Icon, IconView};
use domain::Language;
use wording::Say;
use wording::check::KeepText;
use yew::prelude::*;

/// Where we are, and who is told.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StepButtonsProps {
    /// The language.
    pub(crate) language: Language,
    /// What can be taken back and again.
    pub(crate) steps: Steps,
    /// Takes a step.
    pub(crate) on_step: Callback<Step>,
}

/// The buttons.
#[component]
pub(crate) fn StepButtons(props: &StepButtonsProps) -> Html {
    let StepButtonsProps { language, steps, on_step } = props;
    let step = |step: Step, icon: Icon, text: KeepText, keys: &'static str| {
        let onclick = on_step.reform(move |_: MouseEvent| step);
        html! {
            <button type="button" class="button small" disabled={!steps.can(step)} aria-keyshortcuts={keys} {onclick}>
                <IconView {icon} />{ text.say(*language) }
            </button>
        }
    };
    html! {
        <>
            { step(Step::Back, Icon::Undo, KeepText::StepBack, "Control+Z") }
            { step(Step::Forward, Icon::Redo, KeepText::StepForward, "Control+Y") }
        </>
    }
}
