//! Bytes → tables → facts + findings.
pub mod facts;
pub mod fold;
pub mod form;
pub mod grid;
mod layout;
pub mod meaning;
mod pool;
pub mod read;
mod rows;
mod sheet;

pub use facts::{FileWatch, Input, Opened, ReadSeek, Reading, open, read};
pub use read::Formats;
