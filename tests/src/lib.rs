//! Nothing but a place for the end-to-end tests in `tests/`: the whole path natively, on the shipped samples, rosters
//! and rules.
