//! What the worker is told of an input beside its bytes.

use serde::{Deserialize, Serialize};

/// One input, beside the `File` or text that travels next to it (see [`crate::Request::Assess`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputName {
    /// The file's name, or the name the page gives to a paste.
    pub name: String,
    /// What it is.
    pub origin: InputOrigin,
}

/// Where an input comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum InputOrigin {
    /// It is a file.
    #[default]
    File,
    /// Pasted into the page.
    Pasted,
    /// Typed into the page.
    Typed,
}
