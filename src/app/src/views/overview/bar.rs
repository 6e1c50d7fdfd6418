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
                    <Link to={opens(line, segment)} {on_open} label={label(*language, segment)}>
                        <span class="bar-count">{ dates::number(*language, segment.count) }</span>
                    </Link>
                </li>
            }
        </ul>
    }
}

fn opens(line: &TargetLine, segment: Segment) -> Route {
    let state = match segment.part {
        Part::Units => Some(representative(segment.group)),
        Part::Members => None,
    };
    Route::Matrix(MatrixView { state, target: Some(line.target.clone()) })
}

fn label(language: Language, segment: Segment) -> AttrValue {
    let words = match segment.part {
        Part::Units => OverviewText::Segment(segment.group, segment.count),
        Part::Members => OverviewText::MemberSegment(segment.group, segment.count),
    };
    words.say(language).into_owned().into()
}
