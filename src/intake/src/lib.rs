//! Bytes → tables → facts + findings.
pub mod facts;
pub mod fold;
pub mod grid;
mod layout;
pub mod meaning;
pub mod read;
mod sheet;

pub use facts::{FileWatch, Input, ReadSeek, Reading, read};
