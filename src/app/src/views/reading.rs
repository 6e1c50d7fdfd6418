//! While files are read: how far, and a way to stop.

use crate::state::Progress;
use domain::Language;
use wording::Say;
use wording::start::{Start, reading_place, reading_progress, understanding_progress};
use yew::prelude::*;

/// What the reading screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReadingPageProps {
    /// The language.
    pub(crate) language: Language,
    /// How far.
    pub(crate) progress: Progress,
    /// Stops it.
    pub(crate) on_cancel: Callback<()>,
}

/// The reading screen.
#[component]
pub(crate) fn ReadingPage(props: &ReadingPageProps) -> Html {
    let ReadingPageProps { language, progress, on_cancel } = props;
    // Without a value the bar runs to and fro: nothing is known yet.
    let share = progress.over_all();
    let value = (share > 0.0).then(|| format!("{share:.3}"));
    let place = reading_place(*language, progress.place, progress.of).filter(|_| progress.understood.is_none());
    let line = match progress.understood {
        Some((rows, of)) => understanding_progress(*language, rows, of),
        None => reading_progress(*language, &progress.file, progress.rows),
    };
    html! {
        <section class="card reading">
            <h1 tabindex="-1">{ Start::ReadingTitle.say(*language) }</h1>
            <progress max="1" {value} aria-label={Start::ReadingTitle.say(*language).into_owned()}></progress>
            if let Some(place) = place { <p class="reading-place">{ place }</p> }
            <p>{ line }</p>
            <p class="small quiet">{ Start::ReadingHint.say(*language) }</p>
            <button type="button" class="button" onclick={on_cancel.reform(|_: MouseEvent| ())}>
                { Start::Cancel.say(*language) }
            </button>
        </section>
    }
}
