//! Bars for a room: wide, with their counts in words under them.

use crate::views::mark::StateMark;
use crate::views::overview::decide::{percent, representative, segments};
use domain::{Language, TargetLine};
use wording::dates;
use wording::states::Group;
use yew::prelude::*;

/// A piece of a bar: its group, and what is written in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Whose hue and pattern.
    pub(super) group: Group,
    /// How many.
    pub(super) count: u32,
    /// What is written before the count.
    pub(super) sign: &'static str,
}

/// The bar of these pieces; words beside it say the same.
pub(super) fn bar(language: Language, pieces: &[Piece]) -> Html {
    let all = pieces.iter().map(|piece| piece.count).sum();
    html! {
        <ul class="bar deck-bar" aria-hidden="true">
            for (place, piece) in pieces.iter().enumerate().filter(|(_, piece)| piece.count > 0) {
                <li key={place} data-group={piece.group.code()} data-tens={(percent(piece.count, all) / 10).to_string()}
                    data-ones={(percent(piece.count, all) % 10).to_string()}>
                    <span class="bar-part"><span class="bar-count">{ piece.sign }{ dates::number(language, piece.count) }</span></span>
                </li>
            }
        </ul>
    }
}

/// Whose bar.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TargetBarProps {
    /// The language.
    pub(super) language: Language,
    /// The target.
    pub(super) line: TargetLine,
}

/// The bar of a target with its legend.
#[component]
pub(super) fn TargetBar(props: &TargetBarProps) -> Html {
    let TargetBarProps { language, line } = props;
    let segments = segments(line);
    let pieces: Vec<Piece> =
        segments.iter().map(|segment| Piece { group: segment.group, count: segment.count, sign: "" }).collect();
    let units = crate::views::overview::decide::pure_share(line).is_none();
    html! {
        <>
            { bar(*language, &pieces) }
            if units {
                <ul class="deck-legend">
                    for segment in segments {
                        <li key={segment.group.code()}>
                            <StateMark state={representative(segment.group)} language={*language} />{ " " }
                            <b>{ dates::number(*language, segment.count) }</b>
                        </li>
                    }
                </ul>
            }
        </>
    }
}
