//! The whole path as one façade: inputs → facts → verdicts → needs → agenda, and the slices the page asks for.
//!
//! Worker, command line, benches and tests all come through here. It owns no rule and no spreadsheet knowledge:
//! it embeds the shipped data, settles the defaults a user never has to know, and arranges what others found.

mod agenda;
mod assessment;
mod check;
mod compare;
mod defaults;
mod embedded;
mod entered;
mod form;
mod house;
mod lint;
mod matrix;
mod overview;
mod package;
mod plan_slice;
mod readings;
mod report;
mod results;
mod rollup;
mod roster;
mod rows;
mod shelf;
mod silent;
mod states;
mod tiles;
mod trend;
mod unit;
mod what_if;

pub use assessment::Assessment;
pub use form::{FilledForm, FormPlaces};
pub use house::{AssessError, House};
pub use intake::{FileWatch, Input, ReadSeek};
pub use roster::{RosterProblem, shipped_roster};
pub use states::worst;
