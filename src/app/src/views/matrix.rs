//! Units × targets: one real table, filtered by kind of unit, target, result and name.

mod decide;
mod rows;
pub(crate) mod search;
mod toolbar;

pub(crate) use decide::attention;

use crate::route::{MatrixView, Route};
use decide::{Filters, Shown};
use domain::{Language, MatrixSlice, Summary, UnitKind};
use rows::Table;
use std::rc::Rc;
use toolbar::Toolbar;
use wording::Say;
use wording::matrix::MatrixText;
use wording::states::Group;
use yew::prelude::*;

/// What the matrix shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MatrixPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// Filters, from the address.
    pub(crate) view: MatrixView,
    /// The rows, once they have come.
    pub(crate) slice: Option<Rc<MatrixSlice>>,
    /// Leads to another screen, or to this one with other filters.
    pub(crate) on_open: Callback<Route>,
}

/// The matrix screen.
#[component]
pub(crate) fn MatrixPage(props: &MatrixPageProps) -> Html {
    let MatrixPageProps { language, summary, view, slice, on_open } = props;
    match slice {
        Some(slice) => html! {
            <Loaded language={*language} {summary} view={view.clone()} {slice} {on_open} />
        },
        None => html! { <h1 tabindex="-1">{ MatrixText::Loading.say(*language) }</h1> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LoadedProps {
    language: Language,
    summary: Rc<Summary>,
    view: MatrixView,
    slice: Rc<MatrixSlice>,
    on_open: Callback<Route>,
}

#[component]
fn Loaded(props: &LoadedProps) -> Html {
    let LoadedProps { language, summary, view, slice, on_open } = props;
    let search = use_state(String::new);
    let kind = use_state(|| None::<Option<UnitKind>>);
    let focus = decide::focus(summary, view.target.as_deref());
    let filters = Filters {
        kind: (*kind).unwrap_or_else(|| decide::first_kind(slice, focus.as_ref())),
        focus,
        group: view.state.map(Group::of),
        search: (*search).clone(),
    };
    let shown = Rc::new(decide::shown(slice, &filters));
    let on_search = Callback::from(move |text| search.set(text));
    let on_kind = Callback::from(move |chosen| kind.set(Some(chosen)));
    html! {
        <div class="matrix-page">
            { head(*language, &shown) }
            <Toolbar language={*language} filters={filters.clone()} shown={shown.clone()} slice={slice.clone()}
                summary={summary.clone()} {on_open} on_search={on_search} on_kind={on_kind} />
            <Table language={*language} {slice} {shown} {on_open} />
        </div>
    }
}

fn head(language: Language, shown: &Shown) -> Html {
    let targets = u32::try_from(shown.columns.len()).unwrap_or(u32::MAX);
    let title = MatrixText::Title { units: shown.of, kind: shown.kind, targets };
    let count = MatrixText::Shown { shown: shown.rows, of: shown.of };
    html! {
        <header class="page-head">
            <div>
                <h1 tabindex="-1">{ title.say(language) }</h1>
                <p class="lead">{ MatrixText::Lead.say(language) }</p>
                <p class="visually-hidden" role="status">{ count.say(language) }</p>
            </div>
        </header>
    }
}
