//! An assessment and its agenda as bytes, one module a format; no format knows another. The project file alone is read
//! back here, too, so that its form is said once.
//!
//! Decides layout, order, escaping and names of columns. Refuses to know how anything was judged and what it is called:
//! sentences arrive ready-made in [`Words`] and [`ics::IcsEvent`]. Stamps and ids are arguments, so the same input gives
//! the same bytes.

pub mod agenda;
mod canonical;
pub mod csv;
pub mod docx;
pub mod form;
pub mod ics;
pub mod json;
pub mod outline;
pub mod package;
pub mod project;
pub mod results;
pub mod template;
pub mod worded;
mod words;
pub mod workbook;

pub use domain::Subject;
pub use words::{ItemWords, Words};
