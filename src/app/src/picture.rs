//! Pictures as files: what they show, and where each part of it lies. Knows no browser: how wide a text is, it asks.
//!
//! A picture is laid out once, as [`Part`]s; a canvas makes a PNG of them, [`svg`] a drawing.

mod chart;
mod mark;
mod page;
pub(crate) mod svg;
mod text;
mod told;

pub(crate) use chart::{Chart, Column, Frame, Plot, Segments, Tiled};
pub(crate) use mark::{Way, mark};
pub(crate) use told::{MOST, Told, ToldLine, laid_out};

use wording::states::Group;

/// How wide a picture is, in pixels.
pub(crate) const WIDTH: f64 = 1080.0;
/// The page's own letters.
pub(crate) const FAMILY: &str = "\"Source Sans 3\", \"Segoe UI\", \"Noto Sans\", Roboto, Arial, sans-serif";

/// A size of letters, in pixels, and how strong they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Face {
    /// Height.
    pub(crate) size: u32,
    /// From 200 to 900.
    pub(crate) weight: u32,
}

/// What something is drawn with; the style sheet knows its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// The ground.
    Ground,
    /// Text.
    Text,
    /// Text that matters less.
    Soft,
    /// A line between parts.
    Line,
    /// The house's own colour.
    Brand,
    /// The colour of a state.
    State(Group),
}

impl Ink {
    /// The token of the style sheet.
    pub(crate) fn token(self) -> &'static str {
        match self {
            Self::Ground => "--paper",
            Self::Text => "--paper-ink",
            Self::Soft => "--paper-soft",
            Self::Line => "--paper-line",
            Self::Brand => "--paper-brand",
            Self::State(Group::Good) => "--paper-good",
            Self::State(Group::Open) => "--paper-open",
            Self::State(Group::Bad) => "--paper-bad",
            Self::State(Group::Unknown | Group::Neutral) => "--paper-unknown",
        }
    }
}

/// A part of a picture; places are those of its upper left corner, of a text that of its foot.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    /// A filled box.
    Box {
        /// From the left.
        x: f64,
        /// From above.
        y: f64,
        /// Its width …
        width: f64,
        /// … and height.
        height: f64,
        /// Its colour.
        ink: Ink,
    },
    /// A line of text.
    Text {
        /// From the left.
        x: f64,
        /// Its foot, from above.
        y: f64,
        /// Its letters.
        face: Face,
        /// Their colour.
        ink: Ink,
        /// The text.
        text: String,
    },
    /// The mark of a state.
    Mark {
        /// From the left.
        x: f64,
        /// From above.
        y: f64,
        /// How high and wide.
        size: f64,
        /// Which.
        group: Group,
    },
    /// A thin line.
    Line {
        /// From here …
        from: (f64, f64),
        /// … to there.
        to: (f64, f64),
        /// Its colour.
        ink: Ink,
        /// In dashes.
        dashed: bool,
    },
    /// Parts that say something together.
    Group {
        /// What they say.
        said: String,
        /// They themselves.
        parts: Vec<Part>,
    },
}

/// A picture, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picture {
    /// How high it is, in pixels.
    pub(crate) height: f64,
    /// Its parts, in the order of drawing.
    pub(crate) parts: Vec<Part>,
}

/// How wide a text is.
pub(crate) type Measure<'a> = &'a dyn Fn(&str, Face) -> f64;
