//! Where the first result of new files is shown.

use super::*;
use crate::route::{UnitKey, UnitView};
use domain::UnitIndex;

#[test]
fn a_heap_of_files_is_accounted_for_before_the_results() {
    for (files, lone_unit, route) in [
        (9, None, Route::Overview),
        (10, None, Route::Check),
        (10, Some(UnitIndex(3)), Route::Unit(UnitView::of(UnitKey::Number(UnitIndex(3))))),
    ] {
        let reading = given(page(), "a.csv");
        let names = (0..files).map(|number| format!("{number}.csv")).collect();
        let summary = Box::new(Summary { files: names, lone_unit, ..summary() });
        let job = job(&reading);
        let shown = reading.reduce(Action::Replied(Reply::Done { job, summary, failed: Vec::new() }));
        assert_eq!(shown.route, route, "{files} files");
    }
}
