//! How many places of the plan can be read in more than one way, and the way to the screen where one chooses.

use crate::route::Route;
use crate::views::link::Link;
use domain::{Language, PlanSlice};
use std::rc::Rc;
use wording::Say;
use wording::plan::Plan;
use wording::readings::{ReadingFilter, ReadingsText};
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ReadingsProps {
    /// The language.
    pub(super) language: Language,
    /// The plan.
    pub(super) plan: Rc<PlanSlice>,
    /// How many readings differ from their defaults.
    pub(super) differing: usize,
    /// Leads to the readings.
    pub(super) on_open: Callback<Route>,
}

/// The card.
#[component]
pub(super) fn ReadingsCard(props: &ReadingsProps) -> Html {
    let ReadingsProps { language, plan, differing, on_open } = props;
    let asked = plan.readings.iter().filter(|reading| reading.options.len() > 1).count();
    let decided = plan.readings.len() - asked;
    let differing = u32::try_from(*differing).unwrap_or(u32::MAX);
    html! {
        <section class="card plan-readings">
            <h2>{ Plan::Readings.say(*language) }</h2>
            <p class="small quiet">{ Plan::ReadingsHint.say(*language) }</p>
            <p>
                { ReadingsText::Summary { asked, decided }.say(*language) }{ " " }
                { ReadingsText::Differing(differing).say(*language) }{ "." }
            </p>
            <p>
                <Link class="button" to={Route::Readings(ReadingFilter::All)} {on_open}>
                    { ReadingsText::Open.say(*language) }
                </Link>
            </p>
        </section>
    }
}
