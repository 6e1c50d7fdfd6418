//! What a key means wherever the keyboard stands: decided from the key alone, so that it can be tested.

use crate::state::{Overlay, Step};
use domain::SingleKeys;

/// A key that was pressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Press<'a> {
    /// The browser's name of the key.
    pub(crate) key: &'a str,
    /// What is held down with it.
    pub(crate) held: Held,
    /// Where the keyboard stands.
    pub(crate) place: Place,
    /// Whether keys without Ctrl do anything.
    pub(crate) single_keys: SingleKeys,
}

/// What is held down with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Held {
    /// Nothing, or Shift where the letter says so itself.
    Nothing,
    /// Ctrl, or Command.
    Control,
    /// The same with Shift.
    ControlShift,
    /// Alt, alone or with others.
    Alt,
}

/// Where the keyboard stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a field: letters are its own.
    Field,
    /// Anywhere else.
    Page,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A step over what was chosen.
    Step(Step),
    /// A dialog over the screen.
    Open(Overlay),
}

/// What the key asks for; `None` = it is not the page's.
pub(crate) fn meaning(press: Press<'_>) -> Option<Meaning> {
    let key = press.key.to_lowercase();
    match (key.as_str(), press.held, press.place) {
        ("k", Held::Control, _) => Some(Meaning::Open(Overlay::Palette)),
        ("z", Held::Control, Place::Page) => Some(Meaning::Step(Step::Back)),
        ("y", Held::Control, Place::Page) | ("z", Held::ControlShift, Place::Page) => {
            Some(Meaning::Step(Step::Forward))
        }
        ("/", Held::Nothing, Place::Page) => single(press, Overlay::Palette),
        ("?", Held::Nothing, Place::Page) => single(press, Overlay::Keys),
        _ => None,
    }
}

fn single(press: Press<'_>, overlay: Overlay) -> Option<Meaning> {
    (press.single_keys == SingleKeys::On).then_some(Meaning::Open(overlay))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEARCH: Option<Meaning> = Some(Meaning::Open(Overlay::Palette));

    #[test]
    fn keys_of_the_page_leave_fields_their_letters() {
        use Held::{Alt, Control, ControlShift, Nothing};
        for (key, held, on_page, in_field) in [
            ("/", Nothing, SEARCH, None),
            ("?", Nothing, Some(Meaning::Open(Overlay::Keys)), None),
            ("k", Control, SEARCH, SEARCH),
            ("K", Control, SEARCH, SEARCH),
            ("k", Nothing, None, None),
            ("z", Control, Some(Meaning::Step(Step::Back)), None),
            ("Z", ControlShift, Some(Meaning::Step(Step::Forward)), None),
            ("y", Control, Some(Meaning::Step(Step::Forward)), None),
            ("/", Control, None, None),
            ("/", Alt, None, None),
        ] {
            let asked = |place| meaning(Press { key, held, place, single_keys: SingleKeys::On });
            assert_eq!((asked(Place::Page), asked(Place::Field)), (on_page, in_field), "{key} {held:?}");
        }
    }

    #[test]
    fn single_keys_can_be_turned_off_and_the_others_stay() {
        let asked = |key, held| meaning(Press { key, held, place: Place::Page, single_keys: SingleKeys::Off });
        assert_eq!((asked("/", Held::Nothing), asked("?", Held::Nothing)), (None, None));
        assert_eq!(asked("k", Held::Control), SEARCH);
    }
}
