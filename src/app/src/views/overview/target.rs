//! One target on the overview: id, label, mark, sentence, bar.

use super::bar::Bar;
use super::decide;
use crate::route::{MatrixView, Route};
use crate::views::link::Link;
use crate::views::mark::StateMark;
use domain::{Language, TargetLine};
use wording::Say;
use wording::overview::target_code;
use yew::prelude::*;

/// Which target.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TargetItemProps {
    /// The language.
    pub(super) language: Language,
    /// The line.
    pub(super) line: TargetLine,
    /// Leads to another screen.
    pub(super) on_open: Callback<Route>,
}

/// A target's line.
#[component]
pub(super) fn TargetItem(props: &TargetItemProps) -> Html {
    let TargetItemProps { language, line, on_open } = props;
    html! {
        <li class="target">
            <span class="target-code">{ target_code(*language, &line.target) }</span>
            <h3>{ label(*language, line, on_open) }</h3>
            <p class="target-result">
                <StateMark state={line.state} language={*language} />{ " " }
                { decide::result(line).say(*language) }
            </p>
            <Bar language={*language} line={line.clone()} {on_open} />
        </li>
    }
}

/// The label leads to the units; a share has none to lead to.
fn label(language: Language, line: &TargetLine, on_open: &Callback<Route>) -> Html {
    let text = line.label.text(language);
    if decide::pure_share(line).is_some() {
        return html! { text };
    }
    let to = Route::Matrix(MatrixView::of(None, Some(line.target.clone())));
    html! { <Link {to} {on_open} class="quiet-link">{ text }</Link> }
}
