//! The button that opens the browser's file chooser: a real input, so that it works by keyboard and on phones.

use crate::effects;
use crate::views::icons::{Icon, IconView};
use yew::prelude::*;

/// What the chooser offers first: tables, archives of tables, project files.
const ACCEPTED: &str = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt,.html,.htm,.xml,.zip,.json";

/// What the chooser chooses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Picks {
    /// Files.
    #[default]
    Files,
    /// One file.
    One,
    /// A folder with all files below it.
    Folder,
}

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
    /// Files or a folder.
    #[prop_or_default]
    pub(crate) picks: Picks,
    /// Told of the files chosen.
    pub(crate) on_files: Callback<Vec<web_sys::File>>,
}

/// The button.
#[component]
pub(crate) fn FilePicker(props: &PickerProps) -> Html {
    let onchange = props.on_files.reform(|event: Event| effects::chosen_files(&event));
    let (icon, folder) = match props.picks {
        Picks::Files | Picks::One => (Icon::Upload, false),
        Picks::Folder => (Icon::Folder, true),
    };
    html! {
        <label class={classes!("button", "file-picker", props.class.clone())}>
            <IconView icon={icon} />
            { &props.label }
            <input type="file" multiple={props.picks != Picks::One} accept={props.accept.clone()} webkitdirectory={folder} {onchange} />
        </label>
    }
}
