//! The suggested agenda. To come.

use crate::route::{AgendaView, Route};
use domain::{Agenda, Language, Summary, UnitIndex, UnitLine};
use std::rc::Rc;
use yew::prelude::*;

/// What the agenda shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AgendaPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// Unit and month, from the address.
    pub(crate) view: AgendaView,
    /// The agenda with the units it names, once it has come.
    pub(crate) agenda: Option<Rc<(Agenda, Vec<UnitLine>)>>,
    /// Leads to another screen, or to this one with other settings.
    pub(crate) on_open: Callback<Route>,
    /// Asks for the calendar file.
    pub(crate) on_download: Callback<Option<UnitIndex>>,
}

/// The agenda screen.
#[component]
pub(crate) fn AgendaPage(props: &AgendaPageProps) -> Html {
    let _ = (&props.language, &props.summary, &props.view, &props.agenda, &props.on_open, &props.on_download);
    html! { <h1 tabindex="-1"></h1> }
}
