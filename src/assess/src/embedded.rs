//! The data that ships inside the program. Nothing is ever fetched.

/// The plan's rule file.
pub(crate) const PLAN_NAME: &str = "rules/kien-giang-2030.toml";
/// Its text.
pub(crate) const PLAN: &str = include_str!("../../../rules/kien-giang-2030.toml");
/// Units until 30/6/2025.
pub(crate) const ROSTER_BEFORE: &str = include_str!("../../../rules/rosters/kien-giang-to-2025-06-30.csv");
/// Units from 1/7/2025.
pub(crate) const ROSTER_AFTER: &str = include_str!("../../../rules/rosters/an-giang-from-2025-07-01.csv");
/// Days off.
pub(crate) const HOLIDAYS: &str = include_str!("../../../rules/holidays-2022-2030.csv");
