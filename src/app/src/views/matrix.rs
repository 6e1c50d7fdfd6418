//! Units × targets: one real table, filtered by kind of unit, target, result and name.

mod copy;
mod decide;
mod order;
mod rows;
pub(crate) mod search;
mod toolbar;
mod walk;

pub(crate) use decide::attention;

use crate::effects::{self, Copied};
use crate::route::{MatrixView, Route};
use crate::views::icons::{Icon, IconView};
use crate::views::later::Later;
use decide::{Filters, Shown};
use domain::{Language, MatrixSlice, Summary, UnitKind};
use rows::Table;
use std::rc::Rc;
use toolbar::Toolbar;
use wording::Say;
use wording::matrix::{CopyText, MatrixText};
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
        sort: view.sort.clone(),
    };
    let shown = Rc::new(decide::shown(slice, &filters));
    let on_search = Callback::from(move |text| search.set(text));
    let on_kind = Callback::from(move |chosen| kind.set(Some(chosen)));
    html! {
        <div class="matrix-page">
            <Head language={*language} {slice} shown={shown.clone()} />
            <Toolbar language={*language} filters={filters.clone()} shown={shown.clone()} slice={slice.clone()}
                summary={summary.clone()} {on_open} on_search={on_search} on_kind={on_kind} />
            <Later><Table language={*language} {slice} {shown} filters={filters.clone()} {on_open} /></Later>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HeadProps {
    language: Language,
    slice: Rc<MatrixSlice>,
    shown: Rc<Shown>,
}

/// Title, and the ways to take the table along.
#[component]
fn Head(props: &HeadProps) -> Html {
    let HeadProps { language, slice, shown } = props;
    let language = *language;
    let told = use_state(|| None::<CopyText>);
    let targets = u32::try_from(shown.columns.len()).unwrap_or(u32::MAX);
    let title = MatrixText::Title { units: shown.of, kind: shown.kind, targets };
    let count = MatrixText::Shown { shown: shown.rows, of: shown.of };
    let oncopy = {
        let (slice, shown, told) = (slice.clone(), shown.clone(), told.clone());
        move |_: MouseEvent| {
            let copied = copy::copied(language, &slice, &shown);
            let (told, units) = (told.clone(), shown.rows);
            let tell = Callback::from(move |how: Copied| {
                told.set(Some(if how == Copied::Yes { CopyText::Copied(units) } else { CopyText::Refused }));
            });
            effects::copy_table(&copied.text, &copied.html, tell);
        }
    };
    html! {
        <header class="page-head">
            <div>
                <h1 tabindex="-1">{ title.say(language) }</h1>
                <p class="lead">{ MatrixText::Lead.say(language) }</p>
                <p class="visually-hidden" role="status">{ count.say(language) }</p>
            </div>
            <div class="button-row">
                <button type="button" class="button" onclick={oncopy}>
                    <IconView icon={Icon::File} />{ CopyText::Copy.say(language) }
                </button>
                <button type="button" class="button" onclick={|_: MouseEvent| effects::print()}>
                    { CopyText::Print.say(language) }
                </button>
                <span class="matrix-told" role="status">
                    if let Some(told) = &*told { { told.say(language) } }
                </span>
            </div>
        </header>
    }
}
