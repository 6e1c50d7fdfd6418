//! What comes out, beside the forms of `report::json`: plain data, in the same words and with units by id.
//!
//! A new optional field keeps the package's version compatible; anything else makes a new major one.

pub(super) mod agenda;
pub(super) mod changes;
pub(super) mod explanation;
pub(super) mod plan;
pub(super) mod readings;
pub(super) mod receipt;
pub(super) mod summary;
pub(super) mod tables;

use domain::{NaiveDate, Span};

/// First and last day.
type Days = [NaiveDate; 2];

fn days(span: Span) -> Days {
    [span.from(), span.to()]
}
