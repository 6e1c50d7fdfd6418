//! The deck for a room: one question a slide, the answer when it is asked for. No frame of the page around it.

mod answer;
mod bar;
mod close;
pub(crate) mod deck;
mod door;
mod keys;
mod qr;
mod sheets;
mod slide;
pub(crate) mod trial;
mod try_out;
mod turn;

pub(crate) use door::WorkshopDoor;

use crate::effects::{leave_full_screen, toggle_full_screen, use_deck_keys};
use crate::route::{Route, WorkshopView};
use crate::state::Sample;
use deck::{Material, Slide, place, slides};
use domain::{Explanation, Language, MatrixSlice, PlanSlice, ReadingsSlice, Summary, WhatIfSlice};
use keys::{DeckKey, KeyList};
use sheets::WorkSheets;
use slide::SlideBody;
use std::rc::Rc;
use turn::{Turn, turn};
use wording::Say;
use wording::workshop::WorkshopText;
use yew::prelude::*;

/// What the deck needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WorkshopPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The slide, and how it is seen.
    pub(crate) view: WorkshopView,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// The plan, once it has come.
    pub(crate) plan: Option<Rc<PlanSlice>>,
    /// The units, once they have come.
    pub(crate) matrix: Option<Rc<MatrixSlice>>,
    /// The readings, once they have come.
    pub(crate) readings: Option<Rc<ReadingsSlice>>,
    /// The receipt, once it has come.
    pub(crate) why: Option<Rc<Explanation>>,
    /// The latest answer about what is tried.
    pub(crate) what_if: Option<Rc<WhatIfSlice>>,
    /// The figures are made up.
    pub(crate) made_up: Option<Sample>,
    /// The sheet with mistakes, if this edition carries it.
    pub(crate) mistakes: Option<Sample>,
    /// Takes a sample.
    pub(crate) on_sample: Callback<Sample>,
    /// Leads to another screen, or slide.
    pub(crate) on_open: Callback<Route>,
}

impl WorkshopPageProps {
    fn slides(&self) -> Vec<Slide> {
        slides(Material {
            summary: &self.summary,
            plan: self.plan.as_deref(),
            matrix: self.matrix.as_deref(),
            readings: self.readings.as_deref(),
        })
    }
}

/// The deck.
#[component]
pub(crate) fn WorkshopPage(props: &WorkshopPageProps) -> Html {
    let (listing, printing) = (use_state(|| false), use_state(|| false));
    let slides = Rc::new(props.slides());
    let number = place(&slides, props.view.slide);
    let slide = slides.get(number.saturating_sub(1)).cloned().unwrap_or(Slide::Close);
    let view = WorkshopView { slide: u32::try_from(number).unwrap_or(u32::MAX), ..props.view };
    let on_key = pressing(props, view, &slide, (slides.len(), &listing));
    use_deck_keys(DeckKey::of, on_key.clone());
    let on_print = setting(&printing, true);
    let shown = Shown { page: props.clone(), view, slide, of: slides.len(), on_key, on_print };
    html! {
        <>
            <div class="deck">
                { top(&shown) }
                { middle(&shown) }
                { foot(&shown) }
            </div>
            if *listing { <KeyList language={props.language} on_close={setting(&listing, false)} /> }
            if *printing { { sheets(props, slides, setting(&printing, false)) } }
        </>
    }
}

/// A slide as it is shown.
struct Shown {
    page: WorkshopPageProps,
    view: WorkshopView,
    slide: Slide,
    of: usize,
    on_key: Callback<DeckKey>,
    on_print: Callback<()>,
}

impl Shown {
    fn number(&self) -> usize {
        usize::try_from(self.view.slide).unwrap_or(usize::MAX)
    }

    fn counter(&self) -> WorkshopText {
        WorkshopText::Counter { slide: self.number(), of: self.of }
    }
}

/// What keys and buttons do: the same.
fn pressing(
    props: &WorkshopPageProps,
    view: WorkshopView,
    slide: &Slide,
    (of, listing): (usize, &UseStateHandle<bool>),
) -> Callback<DeckKey> {
    let (on_open, slide, listing) = (props.on_open.clone(), slide.clone(), listing.clone());
    let of = u32::try_from(of).unwrap_or(u32::MAX);
    Callback::from(move |key| match turn(key, view, &slide, of) {
        Turn::To(view) => on_open.emit(Route::Workshop(view)),
        Turn::FullScreen => toggle_full_screen(),
        Turn::Keys => listing.set(true),
        Turn::Leave => {
            leave_full_screen();
            on_open.emit(Route::Overview);
        }
    })
}

fn setting(switch: &UseStateHandle<bool>, value: bool) -> Callback<()> {
    let switch = switch.clone();
    Callback::from(move |()| switch.set(value))
}

fn button(shown: &Shown, key: DeckKey, text: &WorkshopText, shortcut: &'static str) -> Html {
    let onclick = shown.on_key.reform(move |_: MouseEvent| key);
    html! {
        <button type="button" class="deck-button" aria-keyshortcuts={shortcut} {onclick}>
            { text.say(shown.page.language) }
        </button>
    }
}

fn top(shown: &Shown) -> Html {
    let language = shown.page.language;
    let answer = if shown.view.shown { WorkshopText::HideAnswer } else { WorkshopText::ShowAnswer };
    html! {
        <div class="deck-top">
            <p class="deck-place">
                { shown.counter().say(language) }
                if shown.page.made_up.is_some() { <span>{ " · " }{ WorkshopText::SampleData.say(language) }</span> }
            </p>
            <div class="deck-acts">
                if shown.slide.has_answer() { { button(shown, DeckKey::Answer, &answer, "A") } }
                { button(shown, DeckKey::FullScreen, &WorkshopText::FullScreen, "F") }
                { button(shown, DeckKey::Keys, &WorkshopText::Keys, "?") }
                { button(shown, DeckKey::Leave, &WorkshopText::Leave, "Escape") }
            </div>
        </div>
    }
}

fn middle(shown: &Shown) -> Html {
    let Shown { page, view, slide, on_print, .. } = shown;
    let (language, mine) = (page.language, *view);
    let heading = slide.question().say(language);
    let on_more = page.on_open.reform(move |more| Route::Workshop(mine.with_more(more)));
    html! {
        <section class="deck-slide" key={view.slide} aria-labelledby="slide-title">
            <h1 id="slide-title" tabindex="-1">{ heading.clone() }</h1>
            <p class="visually-hidden" role="status">{ format!("{}. {heading}", shown.counter().say(language)) }</p>
            <SlideBody
                {language} slide={slide.clone()} view={mine} why={page.why.clone()} what_if={page.what_if.clone()}
                mistakes={page.mistakes} on_sample={&page.on_sample} {on_more} {on_print}
            />
        </section>
    }
}

fn foot(shown: &Shown) -> Html {
    let language = shown.page.language;
    html! {
        <div class="deck-foot">
            <div class="deck-acts">
                { button(shown, DeckKey::Previous, &WorkshopText::Previous, "ArrowLeft") }
                { button(shown, DeckKey::Next, &WorkshopText::Next, "ArrowRight") }
            </div>
            <p class="deck-keys-line">{ WorkshopText::KeysInShort.say(language) }</p>
            <p>{ WorkshopText::NoNetwork.say(language) }</p>
        </div>
    }
}

/// The sheets try one more where the slide tries none: that is what has been asked for.
fn sheets(props: &WorkshopPageProps, slides: Rc<Vec<Slide>>, on_done: Callback<()>) -> Html {
    let what_if = (props.view.more.max(1), props.what_if.clone());
    html! { <WorkSheets language={props.language} {slides} why={props.why.clone()} {what_if} {on_done} /> }
}
