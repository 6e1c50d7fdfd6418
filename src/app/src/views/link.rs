//! A real link to a screen of the page: the address for the keyboard and for new tabs, a callback for plain clicks.

use crate::route::Route;
use yew::prelude::*;

/// Where a link leads.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LinkProps {
    /// The screen.
    pub(crate) to: Route,
    /// Told of a plain click.
    pub(crate) on_open: Callback<Route>,
    /// The block it belongs to.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// What it is called, where its content alone does not say.
    #[prop_or_default]
    pub(crate) label: Option<AttrValue>,
    /// The language of its content, where that is not the page's.
    #[prop_or_default]
    pub(crate) lang: Option<AttrValue>,
    /// It leads to the screen already shown.
    #[prop_or_default]
    pub(crate) current: bool,
    /// Its content.
    pub(crate) children: Html,
}

/// A link to a screen.
#[component]
pub(crate) fn Link(props: &LinkProps) -> Html {
    let (to, on_open) = (props.to.clone(), props.on_open.clone());
    let onclick = move |event: MouseEvent| {
        if is_plain(&event) {
            event.prevent_default();
            on_open.emit(to.clone());
        }
    };
    html! {
        <a
            class={props.class.clone()} href={props.to.hash()} {onclick}
            aria-label={props.label.clone()} lang={props.lang.clone()} aria-current={props.current.then_some("page")}
        >
            { props.children.clone() }
        </a>
    }
}

/// A click with a modifier asks the browser for a new tab or window.
pub(crate) fn is_plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}
