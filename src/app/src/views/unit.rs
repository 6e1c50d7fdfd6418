//! One unit. To come.

use crate::route::Route;
use domain::{Explanation, Language, Period, Summary, UnitIndex, UnitSlice};
use std::rc::Rc;
use yew::prelude::*;

/// What the unit page shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct UnitPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// The unit, once it has come.
    pub(crate) slice: Option<Rc<UnitSlice>>,
    /// The explanation asked for last, once it has come.
    pub(crate) why: Option<Rc<Explanation>>,
    /// Asks why: target or duty, unit, period.
    pub(crate) on_why: Callback<(String, Option<UnitIndex>, Period)>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The page of one unit.
#[component]
pub(crate) fn UnitPage(props: &UnitPageProps) -> Html {
    let _ = (&props.language, &props.summary, &props.slice, &props.why, &props.on_why, &props.on_open);
    html! { <h1 tabindex="-1"></h1> }
}
