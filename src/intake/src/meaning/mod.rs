//! What columns and cells mean. Pure: a value and its context in, a fact's part out. Units are matched elsewhere.

pub mod columns;
pub mod dates;
pub mod kinds;
pub mod numbers;
pub mod relevance;
mod tokens;
