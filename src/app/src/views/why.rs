//! The receipt of a verdict. To come.
