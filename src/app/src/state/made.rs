//! What tests of the page start from.

use domain::{NaiveDate, Options, Overview, Summary};
use std::collections::BTreeMap;

/// A summary of one file, as of 15/10/2024.
pub(crate) fn any_summary() -> Summary {
    Summary {
        files: vec!["a.csv".to_owned()],
        rows: 3,
        used_rows: 3,
        units_seen: 2,
        as_of: NaiveDate::from_ymd_opt(2024, 10, 15).unwrap(),
        year: 2024,
        years: vec![2024],
        cut_off: None,
        scope: None,
        scopes: Vec::new(),
        lone_unit: None,
        findings: BTreeMap::new(),
        dates: None,
        options: Options::default(),
        overview: Overview::default(),
    }
}
