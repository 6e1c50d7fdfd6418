//! How far reading has come, told to whoever watches.

use crate::read::Watch;

/// Hears how far reading has come.
pub trait FileWatch {
    /// `done` of `total` bytes of `file` are read, `rows` rows were seen.
    fn progress(&mut self, file: &str, done: u64, total: u64, rows: u32);

    /// All files are read; `rows` of the `of` rows of their tables are understood.
    fn understood(&mut self, rows: usize, of: usize) {
        let _ = (rows, of);
    }
}

/// Nobody watches.
impl FileWatch for () {
    fn progress(&mut self, _: &str, _: u64, _: u64, _: u32) {}
}

/// Tells of one file. Its bytes are the first part of the way, its tables the rest.
pub(crate) struct Named<'a> {
    file: &'a str,
    watch: &'a mut dyn FileWatch,
    total: u64,
    rows: u32,
}

impl<'a> Named<'a> {
    /// So much of the way is reading bytes, about.
    const BYTES_SHARE: f64 = 0.75;

    /// At the first byte of `total`.
    pub(crate) fn new(file: &'a str, total: u64, watch: &'a mut dyn FileWatch) -> Self {
        Self { file, watch, total, rows: 0 }
    }

    fn tell(&mut self, share: f64) {
        self.watch.progress(self.file, (share * self.total as f64) as u64, self.total, self.rows);
    }
}

impl Watch for Named<'_> {
    fn progress(&mut self, done: u64, total: u64, rows: u32) {
        (self.total, self.rows) = (total, rows.max(self.rows));
        self.tell(Self::BYTES_SHARE * done as f64 / total.max(1) as f64);
    }

    fn laid_out(&mut self, share: f64) {
        self.tell(Self::BYTES_SHARE + (1.0 - Self::BYTES_SHARE) * share);
    }
}

/// Tells how many rows are understood.
pub(crate) struct RowWatch<'a> {
    watch: &'a mut dyn FileWatch,
    done: usize,
    of: usize,
}

impl<'a> RowWatch<'a> {
    /// Rows between two reports.
    const PAUSE: usize = 4096;
    /// So much of the way is reading rows, about; the rest compares them with each other.
    const READING_SHARE: f64 = 0.8;

    /// Before the first of `of` rows.
    pub(crate) fn new(of: usize, watch: &'a mut dyn FileWatch) -> Self {
        Self { watch, done: 0, of }
    }

    /// One row more.
    pub(crate) fn row(&mut self) {
        self.done += 1;
        if self.done.is_multiple_of(Self::PAUSE) {
            self.tell(Self::READING_SHARE * self.done as f64);
        }
    }

    /// All rows are read; `done` of `of` steps of comparing them are taken. Called for every step.
    pub(crate) fn compared(&mut self, done: usize, of: usize) {
        if done.is_multiple_of(Self::PAUSE) {
            let share = done as f64 / of.max(1) as f64;
            self.tell((Self::READING_SHARE + (1.0 - Self::READING_SHARE) * share) * self.of as f64);
        }
    }

    fn tell(&mut self, rows: f64) {
        self.watch.understood((rows as usize).min(self.of), self.of);
    }
}
