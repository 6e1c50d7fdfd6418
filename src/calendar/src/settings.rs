//! What the user may choose about days; the choices themselves are nouns of the house.

pub use domain::CalendarSettings as Settings;
