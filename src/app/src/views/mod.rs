//! The screens and their parts. They show; plain functions decide; nothing here touches the browser.

pub(crate) mod agenda;
pub(crate) mod date_tile;
pub(crate) mod icons;
pub(crate) mod link;
pub(crate) mod mark;
pub(crate) mod matrix;
pub(crate) mod overview;
pub(crate) mod unit;
pub(crate) mod why;
