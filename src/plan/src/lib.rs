//! Rule file (TOML) → checked [`Plan`].
pub mod model;
pub use model::*;
