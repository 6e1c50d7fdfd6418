//! The last slide: the page's address to scan, and what to do with it.

use super::qr::{QrView, picture};
use crate::effects::page_address;
use crate::route::{Route, WorkshopView};
use crate::state::Sample;
use domain::Language;
use wording::Say;
use wording::workshop::WorkshopText;
use yew::prelude::*;

/// What it needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CloseProps {
    /// The language.
    pub(super) language: Language,
    /// The sample that the deck is made of.
    pub(super) sample: Option<Sample>,
    /// Prints the exercise sheets.
    pub(super) on_print: Callback<()>,
}

/// The last slide.
#[component]
pub(super) fn CloseBody(props: &CloseProps) -> Html {
    let CloseProps { language, on_print, .. } = props;
    let onclick = on_print.reform(|_: MouseEvent| ());
    html! {
        <div class="deck-close">
            <div>
                <p class="deck-lead">{ WorkshopText::StaysHere.say(*language) }</p>
                <p><button type="button" class="deck-button" {onclick}>{ WorkshopText::PrintSheets.say(*language) }</button></p>
            </div>
            { scan(props) }
        </div>
    }
}

fn scan(props: &CloseProps) -> Html {
    let language = props.language;
    let Some((address, picture)) = page_address().and_then(|page| with_picture(&page, props.sample)) else {
        return html! { <p class="deck-copy">{ WorkshopText::CopyTheFile.say(language) }</p> };
    };
    let title = WorkshopText::ScanMe.say(language).into_owned();
    html! {
        <figure class="deck-scan">
            <figcaption>{ &title }</figcaption>
            <QrView {picture} title={title.clone()} />
            <p class="deck-address">{ address }</p>
            <p>{ WorkshopText::OnlyTheAddress.say(language) }</p>
        </figure>
    }
}

/// A deck of samples leads to itself; one of the user's files leads to the page alone, for its figures stay here.
fn with_picture(page: &str, sample: Option<Sample>) -> Option<(String, super::qr::Picture)> {
    let deck = sample.map(|sample| Route::Workshop(WorkshopView::of(Some(sample))).hash()).unwrap_or_default();
    picture(&format!("{page}{deck}")).map(|picture| (page.to_owned(), picture))
}
