//! Tells the page how far reading has come, at most twenty times a second.

use protocol::{JobId, Reply};
use web_sys::DedicatedWorkerGlobalScope;

/// Milliseconds between two messages.
const PAUSE: f64 = 50.0;

/// Progress of one job.
pub(crate) struct PageWatch {
    port: DedicatedWorkerGlobalScope,
    job: JobId,
    last: f64,
}

impl PageWatch {
    /// Reports to the page behind `port`.
    pub(crate) fn new(port: DedicatedWorkerGlobalScope, job: JobId) -> Self {
        Self { port, job, last: 0.0 }
    }

    fn is_due(&mut self) -> bool {
        let now = js_sys::Date::now();
        let is_due = now - self.last >= PAUSE;
        if is_due {
            self.last = now;
        }
        is_due
    }
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are below 2^53")]
impl assess::FileWatch for PageWatch {
    fn progress(&mut self, file: &str, done: u64, total: u64, rows: u32) {
        if self.is_due() {
            let (done, total) = (done as f64, total as f64);
            crate::door::post(&self.port, &Reply::Progress { job: self.job, file: file.to_owned(), done, total, rows });
        }
    }

    fn understood(&mut self, rows: usize, of: usize) {
        if self.is_due() {
            let count = |rows| u32::try_from(rows).unwrap_or(u32::MAX);
            crate::door::post(&self.port, &Reply::Understanding { job: self.job, rows: count(rows), of: count(of) });
        }
    }
}
