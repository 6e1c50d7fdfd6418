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
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are below 2^53")]
impl assess::FileWatch for PageWatch {
    fn progress(&mut self, file: &str, done: u64, total: u64, rows: u32) {
        let now = js_sys::Date::now();
        if now - self.last < PAUSE {
            return;
        }
        self.last = now;
        let (done, total) = (done as f64, total as f64);
        crate::post(&self.port, &Reply::Progress { job: self.job, file: file.to_owned(), done, total, rows });
    }
}
