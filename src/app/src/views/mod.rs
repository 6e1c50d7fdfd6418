//! The screens and their parts. They show; plain functions decide; nothing here touches the browser.

pub(crate) mod agenda;
pub(crate) mod check;
pub(crate) mod context;
pub(crate) mod date_tile;
pub(crate) mod entry;
pub(crate) mod failed;
pub(crate) mod icons;
pub(crate) mod link;
pub(crate) mod mark;
pub(crate) mod matrix;
pub(crate) mod overview;
pub(crate) mod picker;
pub(crate) mod plan;
pub(crate) mod reading;
pub(crate) mod readings;
pub(crate) mod screen;
pub(crate) mod shell;
pub(crate) mod start;
pub(crate) mod steps;
pub(crate) mod unit;
pub(crate) mod what_if;
pub(crate) mod why;
pub(crate) mod workshop;
