//! Bytes → tables → facts + findings.
pub mod fold;
pub mod grid;
