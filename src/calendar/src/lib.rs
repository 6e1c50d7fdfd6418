//! From needs to an agenda: how few more activities would do, and on which days.
//!
//! First the count, per unit and exact ([`cover`]); then the days, by preference ([`place`]). The two never trade:
//! no wish about dates costs an extra activity.
//! This crate knows no rule of any plan (needs tell it what is missing, peaks which days are liked) and no sentence.
//! It reads no clock: the as-of day is an argument, and nothing is ever suggested on it or before it.

mod cover;
mod holidays;
mod place;
mod schedule;
mod settings;
mod suggest;
mod workdays;

pub use holidays::{HolidayError, HolidayProblem, Holidays};
pub use schedule::schedule;
pub use settings::{Months, PeakPreference, Settings, TetBreak, UncertainHolidays, Week};
pub use suggest::{Occasion, describe, suggest};
