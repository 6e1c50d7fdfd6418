//! The segmented bar of a target. Every segment prints its count and opens the units it stands for.

use super::decide::{Part, Segment, representative, segments};
use crate::route::{MatrixView, Route};
use crate::views::link::Link;
use domain::{Language, TargetLine};
use wording::overview::OverviewText;
use wording::{Say, dates};
use yew::prelude::*;

/// Whose bar.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct BarProps {
    /// The language.
    pub(super) language: Language,
    /// The line.
    pub(super) line: TargetLine,
    /// Leads to another screen.
    pub(super) on_open: Callback<Route>,
}

/// A target's bar; nothing where there is nothing to count.
#[component]
pub(super) fn Bar(props: &BarProps) -> Html {
    let BarProps { language, line, on_open } = props;
    let segments = segments(line);
    if segments.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="bar">
            for segment in segments {
                <li key={segment.group.code()} data-group={segment.group.code()}
                    data-tens={(segment.percent / 10).to_string()} data-ones={(segment.percent % 10).to_string()}>
                    { content(*language, line, segment, on_open) }
                </li>
            }
        </ul>
    }
}

/// Units open as a list; members of a share have none.
fn content(language: Language, line: &TargetLine, segment: Segment, on_open: &Callback<Route>) -> Html {
    let count = html! { <span class="bar-count">{ dates::number(language, segment.count) }</span> };
    match segment.part {
        Part::Units => {
            let state = Some(representative(segment.group));
            let to = Route::Matrix(MatrixView::of(state, Some(line.target.clone())));
            let label = OverviewText::Segment(segment.group, segment.count).say(language).into_owned();
            html! { <Link class="bar-part" {to} {on_open} {label}>{ count }</Link> }
        }
        Part::Members => {
            let label = OverviewText::MemberSegment(segment.group, segment.count).say(language).into_owned();
            html! { <span class="bar-part" role="img" title={label.clone()} aria-label={label}>{ count }</span> }
        }
    }
}
