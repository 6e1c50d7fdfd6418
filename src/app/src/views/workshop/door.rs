//! The page before the deck, where there are no data yet.

use crate::route::Route;
use crate::state::Sample;
use crate::views::icons::{Icon, IconView};
use crate::views::link::Link;
use domain::Language;
use wording::Say;
use wording::workshop::{DoorText, WorkshopText};
use yew::prelude::*;

/// What it offers.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DoorProps {
    /// The language.
    pub(crate) language: Language,
    /// The samples this edition carries.
    pub(crate) samples: Vec<Sample>,
    /// Takes a sample.
    pub(crate) on_sample: Callback<Sample>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The page before the deck.
#[component]
pub(crate) fn WorkshopDoor(props: &DoorProps) -> Html {
    let DoorProps { language, samples, on_sample, on_open } = props;
    html! {
        <div class="card workshop-door">
            <h1 tabindex="-1">{ DoorText::Title.say(*language) }</h1>
            <p class="lead">{ DoorText::Lead.say(*language) }</p>
            <div class="button-row">
                for (sample, words) in offers().into_iter().filter(|(sample, _)| samples.contains(sample)) {
                    <button key={sample.id()} type="button" class={class(sample)}
                        onclick={on_sample.reform(move |_: MouseEvent| sample)}>
                        <IconView icon={Icon::Play} />{ words.say(*language) }
                    </button>
                }
                <Link class="button large" to={Route::Data} {on_open}>{ DoorText::OwnFiles.say(*language) }</Link>
            </div>
        </div>
    }
}

fn offers() -> [(Sample, Words); 3] {
    [
        (Sample::Province, Words::Door(DoorText::WithProvince)),
        (Sample::Commune, Words::Door(DoorText::WithCommune)),
        (Sample::Mistakes, Words::Deck(WorkshopText::OpenMistakes)),
    ]
}

fn class(sample: Sample) -> &'static str {
    if sample == Sample::Province { "button large primary" } else { "button large" }
}

/// Words of the door, or of the deck behind it.
enum Words {
    Door(DoorText),
    Deck(WorkshopText),
}

impl Say for Words {
    fn say(&self, language: Language) -> wording::Text {
        match self {
            Self::Door(text) => text.say(language),
            Self::Deck(text) => text.say(language),
        }
    }
}
