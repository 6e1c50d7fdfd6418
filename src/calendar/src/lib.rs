//! From needs to an agenda: how few more activities would do, and on which days.
//!
//! First the count, per unit and exact (`cover`); then the days, for all units together and exact under capacity
//! (`allot`); then wishes about several items at once (`wishes`). None gives way to a later one: no wish about dates costs
//! an extra activity.
//! This crate knows no rule of any plan (needs tell it what is missing, peaks which days are liked) and no sentence.
//! It reads no clock: the as-of day is an argument, and nothing is ever suggested on it or before it.

mod allot;
mod anchors;
mod assign;
mod choices;
mod cover;
mod days;
#[cfg(test)]
#[path = "../tests/dice/mod.rs"]
mod dice;
#[cfg(test)]
mod exactness;
mod flow;
mod holidays;
mod job;
mod loads;
mod mend;
mod schedule;
mod settings;
mod shortage;
mod suggest;
mod teams;
mod template;
mod units;
mod wishes;
mod workdays;
mod write;

pub use anchors::{AnchorError, anchors};
pub use domain::{CalendarSettings, Months, PeakPreference, TetBreak, UncertainHolidays, Week};
pub use flow::{Arc, Flow, Network, Node};
pub use holidays::{HolidayError, HolidayProblem, Holidays};
pub use job::{Cancelled, Job};
pub use schedule::{network, schedule};
pub use settings::Settings;
pub use suggest::{Occasion, suggest};
pub use workdays::day_off;
