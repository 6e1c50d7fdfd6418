//! How far the way from rows to tables has come.

/// Times that every row is looked at: for the end of its table, for totals, for what it is, to be taken.
const LOOKS: usize = 4;
/// Steps between two reports.
const PAUSE: usize = 8192;

/// Counts looks at rows and tells now and then.
pub(crate) struct Steps<'a> {
    done: usize,
    of: usize,
    /// Hears the share done, 0 to 1.
    tell: &'a mut dyn FnMut(f64),
}

impl<'a> Steps<'a> {
    /// For so many rows in all.
    pub(crate) fn new(rows: usize, tell: &'a mut dyn FnMut(f64)) -> Self {
        Self { done: 0, of: rows.saturating_mul(LOOKS).max(1), tell }
    }

    /// One row was looked at once more.
    pub(crate) fn step(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(PAUSE) {
            // Header and titles are looked at more often: a share is never more than the whole.
            (self.tell)((self.done as f64 / self.of as f64).min(1.0));
        }
    }
}
