//! The button that opens the browser's file chooser: a real input, so that it works by keyboard and on phones.

use crate::effects;
use crate::views::icons::{Icon, IconView};
use yew::prelude::*;

/// What the chooser offers first. Formats that cannot be read yet are listed, too: the page then says what to do.
const ACCEPTED: &str = ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt";

/// What the button says and tells.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PickerProps {
    /// Its words.
    pub(crate) label: AttrValue,
    /// `primary` for the one main button of a screen.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// What the chooser offers first; tables, unless said otherwise.
    #[prop_or(AttrValue::Static(ACCEPTED))]
    pub(crate) accept: AttrValue,
    /// Told of the files chosen.
    pub(crate) on_files: Callback<Vec<web_sys::File>>,
}

/// The button.
#[component]
pub(crate) fn FilePicker(props: &PickerProps) -> Html {
    let onchange = props.on_files.reform(|event: Event| effects::chosen_files(&event));
    html! {
        <label class={classes!("button", "file-picker", props.class.clone())}>
            <IconView icon={Icon::Upload} />
            { &props.label }
            <input type="file" multiple=true accept={props.accept.clone()} {onchange} />
        </label>
    }
}
