//! Random trials of reading. The targets beside it feed libFuzzer's bytes to these functions; `src/intake/tests/trials.rs`
//! replays what is kept in `corpus/`.

pub mod trials;
