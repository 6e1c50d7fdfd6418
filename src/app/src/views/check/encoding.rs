//! The same lines of a file in every encoding worth offering, side by side: one tap takes the one that reads right.

use crate::choice::Choice;
use domain::{CheckSlice, EncodingPreview, FileInfo, Language};
use wording::Say;
use wording::check::FilesText;
use yew::prelude::*;

/// What the previews need.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PreviewsProps {
    /// The language.
    pub(crate) language: Language,
    /// The file.
    pub(crate) file: FileInfo,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
}

/// The file of this name, if its encoding can be chosen.
pub(crate) fn choosable<'a>(check: &'a CheckSlice, name: &str) -> Option<&'a FileInfo> {
    let with_previews = |file: &&FileInfo| file.encoding.as_ref().is_some_and(|known| !known.previews.is_empty());
    check.files.iter().filter(|file| file.name == name).find(with_previews)
}

/// The previews; the encoding in force is pressed.
#[component]
pub(crate) fn Previews(props: &PreviewsProps) -> Html {
    let PreviewsProps { language, file, .. } = props;
    let previews = file.encoding.iter().flat_map(|known| &known.previews);
    let label = FilesText::WhichEncoding(file.name.clone()).say(*language).into_owned();
    html! {
        <div class="previews" role="group" aria-label={label}>
            <p class="small quiet">{ FilesText::EncodingHint.say(*language) }</p>
            { for previews.map(|preview| preview_button(props, preview)) }
        </div>
    }
}

fn preview_button(props: &PreviewsProps, preview: &EncodingPreview) -> Html {
    let PreviewsProps { file, on_choose, .. } = props;
    let EncodingPreview { encoding, lines } = preview;
    let taken = file.encoding.as_ref().is_some_and(|known| known.taken == *encoding);
    let choice = Choice::Encoding { file: file.name.clone(), encoding: *encoding };
    let onclick = on_choose.reform(move |_: MouseEvent| choice.clone());
    html! {
        <button key={encoding.name()} type="button" class="preview" aria-pressed={taken.to_string()} {onclick}>
            <b>{ encoding.name() }</b>
            for (key, line) in lines.iter().enumerate() { <span {key}>{ line }</span> }
        </button>
    }
}
