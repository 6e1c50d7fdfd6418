//! What a project file can be refused for. The file itself is written and read by `report`.

use serde::{Deserialize, Serialize};

/// Why a project file is not opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProjectProblem {
    /// A newer version of this page made it.
    Newer {
        /// Its version.
        version: u32,
    },
    /// It is not what this page writes.
    Damaged {
        /// What the reader said, for support.
        detail: String,
    },
    /// One of its files was changed, moved or deleted on the disk since it was chosen.
    Changed {
        /// The file's name.
        file: String,
    },
    /// It holds, or would hold, too much.
    TooLarge {
        /// How much, in whole megabytes.
        megabytes: u64,
        /// The limit.
        limit: u64,
    },
    /// The rules in it do not hold together.
    Rules {
        /// What is wrong with them.
        detail: String,
    },
}
