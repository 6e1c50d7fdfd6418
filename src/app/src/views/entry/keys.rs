//! What a key means in a cell of the table: decided from the key alone, so that it can be tested.

use crate::effects::Caret;

/// A key that was pressed in a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Press<'a> {
    /// The browser's name of the key.
    pub(super) key: &'a str,
    /// What is held down with it.
    pub(super) held: Held,
    /// Where the caret stands.
    pub(super) caret: Caret,
    /// The list of suggestions below the cell.
    pub(super) list: List,
}

/// What is held down with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    /// Nothing, or Shift.
    Nothing,
    /// Ctrl, or Command.
    Control,
    /// Alt.
    Alt,
}

/// The list of suggestions below a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum List {
    /// Not shown.
    #[default]
    Closed,
    /// Shown.
    Open,
    /// Shown, and this suggestion is marked.
    Marked(usize),
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To the cell above, below, before, after.
    Up,
    Down,
    Before,
    After,
    /// The row once more; away with it; the last step back.
    Duplicate,
    Delete,
    Undo,
    /// The suggestions: show, mark the one below or above, take the marked one, hide.
    Show,
    MarkBelow,
    MarkAbove,
    Pick(usize),
    Hide,
}

/// What the key asks for; `None` = it is the field's own.
pub(super) fn wish(press: Press<'_>) -> Option<Wish> {
    match press.held {
        Held::Control => with_control(press.key),
        Held::Alt => (press.key == "ArrowDown").then_some(Wish::Show),
        Held::Nothing => alone(press),
    }
}

fn with_control(key: &str) -> Option<Wish> {
    match key {
        "d" | "D" => Some(Wish::Duplicate),
        "Delete" | "Backspace" => Some(Wish::Delete),
        "z" | "Z" => Some(Wish::Undo),
        _ => None,
    }
}

fn alone(Press { key, caret, list, .. }: Press<'_>) -> Option<Wish> {
    match (key, list) {
        ("Enter", List::Marked(option)) => Some(Wish::Pick(option)),
        ("Enter", _) => Some(Wish::Down),
        ("Escape", List::Open | List::Marked(_)) => Some(Wish::Hide),
        ("ArrowDown", List::Closed) => Some(Wish::Down),
        ("ArrowUp", List::Closed) => Some(Wish::Up),
        ("ArrowDown", _) => Some(Wish::MarkBelow),
        ("ArrowUp", _) => Some(Wish::MarkAbove),
        ("ArrowLeft", _) if matches!(caret, Caret::Start | Caret::Whole) => Some(Wish::Before),
        ("ArrowRight", _) if matches!(caret, Caret::End | Caret::Whole) => Some(Wish::After),
        _ => None,
    }
}

/// The list after another suggestion of `of` is marked; it goes round.
pub(super) fn marked(list: List, step: Wish, of: usize) -> List {
    if of == 0 {
        return List::Closed;
    }
    match (list, step) {
        (List::Marked(at), Wish::MarkAbove) => List::Marked((at + of - 1) % of),
        (List::Marked(at), _) => List::Marked((at + 1) % of),
        (_, Wish::MarkAbove) => List::Marked(of - 1),
        _ => List::Marked(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_the_help_does_what_it_says() {
        use Caret::{End, Start, Whole, Within};
        use Held::{Alt, Control, Nothing};
        use List::{Closed, Marked, Open};
        for (key, held, caret, list, wanted) in [
            ("Enter", Nothing, Within, Closed, Some(Wish::Down)),
            ("Enter", Nothing, Within, Open, Some(Wish::Down)),
            ("Enter", Nothing, Within, Marked(2), Some(Wish::Pick(2))),
            ("ArrowDown", Nothing, Within, Closed, Some(Wish::Down)),
            ("ArrowDown", Nothing, Within, Open, Some(Wish::MarkBelow)),
            ("ArrowUp", Nothing, Within, Closed, Some(Wish::Up)),
            ("ArrowLeft", Nothing, Within, Closed, None),
            ("ArrowLeft", Nothing, Start, Closed, Some(Wish::Before)),
            ("ArrowRight", Nothing, Start, Closed, None),
            ("ArrowRight", Nothing, End, Closed, Some(Wish::After)),
            ("ArrowRight", Nothing, Whole, Closed, Some(Wish::After)),
            ("d", Control, Within, Closed, Some(Wish::Duplicate)),
            ("d", Nothing, Within, Closed, None),
            ("Delete", Control, Within, Closed, Some(Wish::Delete)),
            ("Delete", Nothing, Whole, Closed, None),
            ("z", Control, Within, Closed, Some(Wish::Undo)),
            ("v", Control, Within, Closed, None),
            ("ArrowDown", Alt, Within, Closed, Some(Wish::Show)),
            ("Escape", Nothing, Within, Open, Some(Wish::Hide)),
            ("Escape", Nothing, Within, Closed, None),
            ("Tab", Nothing, Within, Marked(0), None),
        ] {
            assert_eq!(wish(Press { key, held, caret, list }), wanted, "{key} {held:?} {caret:?} {list:?}");
        }
    }

    #[test]
    fn the_marking_goes_round() {
        for (list, step, of, after) in [
            (List::Open, Wish::MarkBelow, 3, List::Marked(0)),
            (List::Open, Wish::MarkAbove, 3, List::Marked(2)),
            (List::Marked(2), Wish::MarkBelow, 3, List::Marked(0)),
            (List::Marked(0), Wish::MarkAbove, 3, List::Marked(2)),
            (List::Open, Wish::MarkBelow, 0, List::Closed),
        ] {
            assert_eq!(marked(list, step, of), after);
        }
    }
}
