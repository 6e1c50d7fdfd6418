//! The page: one Yew tree over one state.
//!
//! It knows the nouns (`domain`), the words (`wording`) and the messages (`protocol`). It never sees how a
//! spreadsheet is read or a verdict found, and only `effects` touches the browser.

mod app;
mod choice;
mod clip;
mod effects;
mod entry;
mod keys;
mod markup;
mod picture;
mod rest;
mod route;
mod state;
mod views;

fn main() {
    app::start();
}
