//! Every visible sentence of the page and of the reports, typed, in Vietnamese and English.
//!
//! A sentence is a variant of an enum or a function; each writes both languages side by side, so a missing
//! translation does not compile. This crate places nothing, and knows no HTML and no file format.

pub mod about;
pub mod agenda;
pub mod bodies;
pub mod chart;
pub mod check;
pub mod compare;
pub mod dates;
pub mod edition;
pub mod entry;
pub mod faults;
pub mod fields;
pub mod figures;
pub mod findings;
pub mod guide;
pub mod keys;
pub mod matrix;
pub mod outlook;
pub mod overview;
pub mod palette;
pub mod plan;
mod plurals;
pub mod project;
pub mod readings;
pub mod report;
pub mod reports;
pub mod results;
pub mod rows;
pub mod rule_file;
pub mod settings;
pub mod shell;
pub mod start;
pub mod states;
pub mod tiers;
pub mod trend;
pub mod try_out;
pub mod unit;
pub mod units;
pub mod what_if;
pub mod why;
pub mod workshop;

use domain::Language;
use std::borrow::Cow;

/// A sentence in one language.
pub type Text = Cow<'static, str>;

/// Something that can be said to people.
pub trait Say {
    /// The sentence in `language`.
    fn say(&self, language: Language) -> Text;
}

/// The one of two translations that `language` asks for. Vietnamese always stands first.
pub fn both(language: Language, vi: impl Into<Text>, en: impl Into<Text>) -> Text {
    match language {
        Language::Vi => vi.into(),
        Language::En => en.into(),
    }
}
