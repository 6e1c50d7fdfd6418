//! The name of a window in time, as it stands in output: `2024-Q1`, `2024-AM`, `2022-2030`, `pilot-2025`.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The short mark of a named yearly window: `AM` for the Action Month, `SY` for the school year.
pub type WindowSuffix = String;

/// Which window a verdict is about. Its [`fmt::Display`] is the code used in every table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Period {
    /// `2024`
    Year(i32),
    /// `2024-H1`
    Half(i32, u32),
    /// `2024-Q1`
    Quarter(i32, u32),
    /// `2024-11`
    Month(i32, u32),
    /// `2024-AM`, `2023-SY`: a yearly window of the plan's own, named by the year it begins in.
    Named(i32, WindowSuffix),
    /// `2022-2030`: once over several years.
    Range(i32, i32),
    /// A milestone's id, such as `pilot-2025`.
    Milestone(String),
}

impl Period {
    /// The calendar year the period belongs to (its first for ranges), if it has one.
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Year(year)
            | Self::Half(year, _)
            | Self::Quarter(year, _)
            | Self::Month(year, _)
            | Self::Named(year, _)
            | Self::Range(year, _) => Some(*year),
            Self::Milestone(_) => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Half(year, half) => write!(f, "{year}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Named(year, suffix) => write!(f, "{year}-{suffix}"),
            Self::Range(from, to) => write!(f, "{from}-{to}"),
            Self::Milestone(id) => write!(f, "{id}"),
        }
    }
}
