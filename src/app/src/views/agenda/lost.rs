//! What can no longer be reached: listed as such, never scheduled.

use super::decide::{Lost, names};
use super::list::{UnitsFold, unit_link};
use crate::route::Route;
use domain::{AgendaSlice, Language};
use std::rc::Rc;
use wording::Say;
use wording::agenda::{AgendaText, need_line, unreachable_count};
use yew::prelude::*;

/// What the list shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LostListProps {
    /// The language.
    pub(super) language: Language,
    /// The agenda, for the names of its units.
    pub(super) slice: Rc<AgendaSlice>,
    /// The gaps.
    pub(super) lost: Vec<Lost>,
    /// Leads to a unit.
    pub(super) on_open: Callback<Route>,
}

/// The gaps out of reach; nothing where there are none.
#[component]
pub(super) fn LostList(props: &LostListProps) -> Html {
    let LostListProps { language, lost, .. } = props;
    if lost.is_empty() {
        return Html::default();
    }
    let count: usize = lost.iter().map(|lost| lost.units.len()).sum();
    let count = unreachable_count(*language, u32::try_from(count).unwrap_or(u32::MAX));
    html! {
        <section class="card lost" aria-labelledby="agenda-lost">
            <h2 id="agenda-lost">{ AgendaText::Unreachable.say(*language) }{ format!(" ({count})") }</h2>
            <p class="quiet">{ AgendaText::UnreachableLead.say(*language) }</p>
            <ul>
                for (place, gap) in lost.iter().enumerate() { <li key={place}>{ line(props, gap) }</li> }
            </ul>
        </section>
    }
}

fn line(props: &LostListProps, lost: &Lost) -> Html {
    let LostListProps { language, slice, on_open, .. } = props;
    let gap = need_line(*language, &lost.gap.need);
    let why = lost.gap.reason.say(*language);
    let units = match lost.units.as_slice() {
        [only] => html! { <p>{ unit_link(*language, &names(&slice.units), *only, on_open) }</p> },
        several => html! { <UnitsFold language={*language} {slice} units={several.to_vec()} {on_open} /> },
    };
    html! { <><b>{ gap }</b><span class="quiet">{ ": " }{ why }</span>{ units }</> }
}
