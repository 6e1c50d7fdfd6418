//! The icons: own simple strokes on a 24 × 24 grid, drawn in the text's colour. They only accompany words.

use yew::prelude::*;

/// An icon of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icon {
    /// A shield: data stay here.
    Shield,
    /// A sheet of paper.
    File,
    /// A folder.
    Folder,
    /// Take along.
    Download,
    /// A pencil: write.
    Pencil,
    /// Two sheets: the same again.
    Copy,
    /// Bring in.
    Upload,
    /// A table.
    Grid,
    /// Bars of an overview.
    Bars,
    /// A calendar.
    Calendar,
    /// A book: the plan.
    Book,
    /// A screen with a triangle: an example.
    Play,
    /// Points down: more to choose.
    Down,
    /// A cross: take away.
    Close,
    /// An arrow back: undo.
    Undo,
    /// An arrow forward: again.
    Redo,
    /// An exclamation mark in a triangle.
    Warning,
    /// A path that forks: what if.
    Fork,
    /// One more.
    Plus,
    /// One less.
    Minus,
    /// From the left to the right.
    Right,
    /// A magnifying glass.
    Search,
}

impl Icon {
    fn strokes(self) -> &'static str {
        match self {
            Self::Shield => "M12 3l7 3v5c0 4.6-3 8.4-7 10-4-1.6-7-5.4-7-10V6zM9 12l2.2 2.2L15.4 10",
            Self::File => "M14 3H6v18h12V7zM14 3v4h4M9 12h6M9 16h6",
            Self::Folder => "M3 19V5h6l2 3h10v11z",
            Self::Download => "M12 4v12M7 11l5 5 5-5M4 20h16",
            Self::Pencil => "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
            Self::Copy => "M8 8h12v12H8zM16 8V4H4v12h4",
            Self::Upload => "M12 16V4M7 9l5-5 5 5M4 16v4h16v-4",
            Self::Grid => "M4 4h16v16H4zM4 10h16M4 15h16M10 4v16",
            Self::Bars => "M4 6h12M4 12h16M4 18h8",
            Self::Calendar => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
            Self::Book => "M12 6c-2-1.5-5-2-8-2v14c3 0 6 .5 8 2 2-1.5 5-2 8-2V4c-3 0-6 .5-8 2zM12 6v14",
            Self::Play => "M3 4h18v12H3zM12 16v4M8 20h8M10.5 7.5v5l4-2.5z",
            Self::Down => "M6 9l6 6 6-6",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Undo => "M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3",
            Self::Redo => "M16 5l4 4-4 4M20 9H10a6 6 0 0 0 0 12h3",
            Self::Fork => "M4 18h4c5 0 5-12 10-12h2M8 18h12M16 3l4 3-4 3M16 15l4 3-4 3",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Search => "M10.5 4a6.5 6.5 0 1 1 0 13a6.5 6.5 0 0 1 0-13M15.5 15.5L21 21",
            Self::Right => "M4 12h15M13 6l6 6-6 6",
            Self::Warning => "M12 4l9 16H3zM12 10v5M12 17.6v.1",
        }
    }
}

/// What to draw.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct IconProps {
    /// Which icon.
    pub(crate) icon: Icon,
}

/// Draws an icon; screen readers pass over it.
#[component]
pub(crate) fn IconView(props: &IconProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d={props.icon.strokes()} /></svg>
    }
}
