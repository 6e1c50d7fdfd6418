//! Decides which rows of a long table are drawn: those near the part of the frame that is seen, or those of a page.
//! Knows heights and numbers, no row and no element.

use domain::{RowsStretch, SourceRow};
use std::ops::Range;
use std::rc::Rc;

/// Rows drawn above and below those that are seen.
const BESIDE: u32 = 12;

/// Browsers lay out no taller box than some ten million pixels; beyond, one pixel of scrolling is several of the table.
const TALLEST: f64 = 8_000_000.0;

/// Rows of a page, for those who turn pages.
pub(crate) const PAGE: u32 = 100;

/// A frame that scrolls.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// Pixels above what is seen.
    pub(crate) top: f64,
    /// Pixels that are seen.
    pub(crate) height: f64,
    /// Pixels of a row.
    pub(crate) row: f64,
}

impl Default for Frame {
    fn default() -> Self {
        Self { top: 0.0, height: 600.0, row: 44.0 }
    }
}

/// The rows that are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Window {
    /// The first.
    pub(super) first: u32,
    /// The one after the last.
    pub(super) end: u32,
    /// Pixels above the first.
    pub(super) offset: f64,
    /// Pixels of all rows, drawn or not.
    pub(super) space: f64,
}

impl Window {
    /// Those near what a frame shows of `total` rows.
    pub(super) fn of(frame: Frame, total: u32) -> Self {
        let whole = f64::from(total) * frame.row;
        let space = whole.min(TALLEST);
        let (run, whole_run) = ((space - frame.height).max(1.0), (whole - frame.height).max(0.0));
        let top = if whole > TALLEST { (frame.top / run).clamp(0.0, 1.0) * whole_run } else { frame.top.max(0.0) };
        let seen = (top / frame.row) as u32;
        let first = seen.min(total).saturating_sub(BESIDE);
        let rows = (frame.height / frame.row).ceil() as u32;
        let end = seen.saturating_add(rows).saturating_add(1 + BESIDE).min(total);
        let above = top - f64::from(first) * frame.row;
        Self { first, end, offset: (frame.top - above).max(0.0), space }
    }

    /// Those of a page, from 0.
    pub(super) fn of_page(page: u32, total: u32) -> Self {
        let first = page.saturating_mul(PAGE).min(total);
        Self { first, end: first.saturating_add(PAGE).min(total), offset: 0.0, space: 0.0 }
    }

    /// The places of its rows.
    pub(super) fn places(self) -> Range<u32> {
        self.first..self.end
    }

    /// The stretches that hold its rows: the first and the last.
    pub(super) fn stretches(self) -> (u32, u32) {
        (self.first / RowsStretch::LENGTH, self.end.saturating_sub(1).max(self.first) / RowsStretch::LENGTH)
    }
}

/// How many pages so many rows fill.
pub(crate) fn pages(total: u32) -> u32 {
    total.div_ceil(PAGE).max(1)
}

/// The stretches that have come, by number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Come(pub(crate) Vec<(u32, Rc<RowsStretch>)>);

impl Come {
    /// The row at a place among those that answer.
    pub(super) fn row(&self, place: u32) -> Option<&SourceRow> {
        let number = place / RowsStretch::LENGTH;
        let (_, stretch) = self.0.iter().find(|(own, _)| *own == number)?;
        stretch.rows.get((place % RowsStretch::LENGTH) as usize)
    }

    /// What every stretch knows of all rows.
    pub(super) fn any(&self) -> Option<&Rc<RowsStretch>> {
        self.0.first().map(|(_, stretch)| stretch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::RowFate;
    use std::collections::BTreeMap;

    fn frame(top: f64) -> Frame {
        Frame { top, height: 440.0, row: 44.0 }
    }

    #[test]
    fn a_window_holds_what_is_seen_and_a_little_more() {
        let start = Window::of(frame(0.0), 5_000);
        assert_eq!((start.first, start.end, start.offset), (0, 23, 0.0));
        assert!((start.space - 220_000.0).abs() < 1.0);
        let middle = Window::of(frame(4_400.0), 5_000);
        assert_eq!((middle.first, middle.end), (88, 123));
        assert!((middle.offset - 88.0 * 44.0).abs() < 1.0);
        let end = Window::of(frame(220_000.0 - 440.0), 5_000);
        assert_eq!(end.end, 5_000);
        assert!(end.first <= 4_990);
        assert_eq!(Window::of(frame(0.0), 3).places(), 0..3);
        assert_eq!(Window::of(frame(0.0), 0).places(), 0..0);
    }

    #[test]
    fn a_table_taller_than_browsers_bear_still_ends_at_its_last_row() {
        let total = 1_071_000;
        let end = Window::of(frame(TALLEST - 440.0), total);
        assert_eq!(end.end, total);
        assert!(end.space <= TALLEST);
        let (from, to) = (Window::of(frame(1_000_000.0), total), Window::of(frame(2_000_000.0), total));
        assert!(from.first < to.first && from.end < to.first);
        for top in [0.0, 1_000_000.0, TALLEST - 440.0] {
            let window = Window::of(frame(top), total);
            let seen = window.offset + 44.0 * f64::from(window.end - window.first);
            assert!(window.offset <= top && seen >= top + 440.0, "{window:?} leaves a gap at {top}");
        }
    }

    #[test]
    fn pages_cover_every_row_once() {
        for total in [0, 1, 99, 100, 101, 5_000] {
            let covered: u32 = (0..pages(total)).map(|page| Window::of_page(page, total).places().len() as u32).sum();
            assert_eq!(covered, total);
        }
    }

    #[test]
    fn a_window_asks_for_the_stretches_that_hold_it() {
        let over = Window { first: 190, end: 210, offset: 0.0, space: 0.0 };
        assert_eq!(over.stretches(), (0, 1));
        assert_eq!(Window { first: 200, end: 400, ..over }.stretches(), (1, 1));
        assert_eq!(Window { first: 0, end: 0, ..over }.stretches(), (0, 0));
    }

    #[test]
    fn a_row_is_found_in_its_stretch() {
        let row = |number| SourceRow { number, cells: Vec::new(), fate: RowFate::Used, found: None };
        let stretch = RowsStretch { answer: 401, fates: BTreeMap::new(), rows: vec![row(402), row(403)] };
        let come = Come(vec![(2, Rc::new(stretch))]);
        assert_eq!(come.row(401).map(|row| row.number), Some(403));
        assert_eq!(come.row(199), None);
        assert_eq!(come.row(402), None);
    }
}
