//! The marks of states, in a box of 20 by 20: the shapes of the page's own marks.

use super::Ink;
use wording::states::Group;

/// How a path is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Filled.
    Fill,
    /// As a line, two wide, with round ends.
    Line,
    /// The same in dashes.
    Dashes,
}

/// The paths of a mark, in the order of drawing.
pub(crate) fn mark(group: Group) -> Vec<(Way, Ink, &'static str)> {
    let ink = Ink::State(group);
    match group {
        Group::Good => vec![(Way::Fill, ink, DISC), (Way::Line, Ink::Ground, "M5.6 10.4l3 3 5.8-6.4")],
        Group::Open => vec![(Way::Line, ink, RING), (Way::Fill, ink, "M10 2a8 8 0 0 1 0 16z")],
        Group::Bad => vec![
            (Way::Fill, ink, "M10 .8L19.2 10 10 19.2.8 10z"),
            (Way::Line, Ink::Ground, "M7.2 7.2l5.6 5.6M12.8 7.2l-5.6 5.6"),
        ],
        Group::Unknown => vec![
            (Way::Line, ink, "M7.6 7.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7M10 14.2v.1"),
            (Way::Dashes, ink, RING),
        ],
        Group::Neutral => vec![(Way::Line, ink, "M5 10h10")],
    }
}

const DISC: &str = "M10 1a9 9 0 1 0 0 18 9 9 0 1 0 0-18z";
const RING: &str = "M10 2a8 8 0 1 0 0 16 8 8 0 1 0 0-16z";
