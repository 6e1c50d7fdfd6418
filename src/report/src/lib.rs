//! An assessment and its agenda as bytes, one module a format; no format knows another.
//!
//! Decides layout, order, escaping and names of columns. Refuses to know how anything was judged and what it is called:
//! sentences arrive ready-made in [`Words`] and [`ics::IcsEvent`]. Stamps and ids are arguments, so the same input gives
//! the same bytes.

pub mod csv;
pub mod ics;
pub mod json;
pub mod worded;
mod words;

pub use domain::Subject;
pub use words::{ItemWords, Words};
