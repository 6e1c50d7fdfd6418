//! Bytes → tables → facts + findings.
pub mod grid;
