//! Decides where a key of the deck leads. Knows no browser.

use super::deck::Slide;
use super::keys::DeckKey;
use crate::route::WorkshopView;

/// What a key comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// Shows this.
    To(WorkshopView),
    /// Fills the screen, or no longer.
    FullScreen,
    /// Lists the keys.
    Keys,
    /// Leaves the deck.
    Leave,
}

/// What a key comes to on this slide of so many.
pub(super) fn turn(key: DeckKey, view: WorkshopView, slide: &Slide, slides: u32) -> Turn {
    let tries = matches!(slide, Slide::WhatIf(Some(_)));
    match key {
        DeckKey::Next => Turn::To(view.at(view.slide.saturating_add(1).min(slides))),
        DeckKey::Previous => Turn::To(view.at(view.slide.saturating_sub(1))),
        DeckKey::First => Turn::To(view.at(1)),
        DeckKey::Last => Turn::To(view.at(slides)),
        DeckKey::Answer if slide.has_answer() => Turn::To(WorkshopView { shown: !view.shown, ..view }),
        // The number is the answer there.
        DeckKey::Answer if tries => Turn::To(view.with_more(u32::from(view.more == 0))),
        DeckKey::More if tries => Turn::To(view.with_more(view.more.saturating_add(1))),
        DeckKey::Fewer if tries => Turn::To(view.with_more(view.more.saturating_sub(1))),
        DeckKey::Answer | DeckKey::More | DeckKey::Fewer => Turn::To(view),
        DeckKey::FullScreen => Turn::FullScreen,
        DeckKey::Keys => Turn::Keys,
        DeckKey::Leave => Turn::Leave,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(slide: u32) -> WorkshopView {
        WorkshopView::default().at(slide)
    }

    #[test]
    fn nobody_leaves_the_deck_by_turning_pages() {
        for (key, from, to) in [
            (DeckKey::Next, 1, 2),
            (DeckKey::Next, 9, 9),
            (DeckKey::Previous, 1, 1),
            (DeckKey::First, 5, 1),
            (DeckKey::Last, 5, 9),
        ] {
            assert_eq!(turn(key, at(from), &Slide::Close, 9), Turn::To(at(to)), "{key:?}");
        }
    }

    #[test]
    fn an_answer_is_hidden_again_on_the_next_slide() {
        let Turn::To(shown) = turn(DeckKey::Answer, at(2), &Slide::Practice, 9) else { panic!() };
        assert!(shown.shown);
        assert_eq!(turn(DeckKey::Next, shown, &Slide::Practice, 9), Turn::To(at(3)));
    }

    #[test]
    fn only_the_what_if_slide_counts() {
        assert_eq!(turn(DeckKey::More, at(2), &Slide::Practice, 9), Turn::To(at(2)));
    }
}
