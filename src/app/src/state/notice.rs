//! What is told above the screens.

use super::StoreFault;
use domain::ProjectProblem;

/// Something to tell that no screen tells of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Notice {
    /// The worker stopped; the work was started again.
    WorkerRestarted,
    /// The worker keeps stopping.
    WorkerStopped,
    /// The device has not enough memory for what was asked.
    Starved,
    /// These files were changed on the disk: what is shown is of before.
    Changed(Vec<String>),
    /// A part of the worker's program did not arrive.
    Incomplete,
    /// The worker has said nothing for long.
    WorkerSilent,
    /// The program that is to answer is still on its way.
    Slow,
    /// What was to be kept is not.
    NotKept(StoreFault),
    /// Another tab is remembered in the place of this one.
    OtherTab,
    /// Another tab made this machine forget.
    OtherTabForgot,
    /// The worker did not understand; the text is for support.
    Refused(String),
    /// What was pasted holds no table.
    NothingPasted,
    /// What was pasted is a picture.
    PicturePasted,
    /// So many files were given at once that only the first are read.
    TooManyFiles(u32),
    /// A folder holds no file to read.
    EmptyFolder,
    /// The samples were lost on their way.
    NoSamples,
    /// Several project files at once.
    SeveralProjects,
    /// A project file was not opened, or not written.
    Project {
        /// Its name.
        name: String,
        /// Why.
        problem: ProjectProblem,
    },
    /// After the last choice no file holds a table any more.
    NothingLeft,
}
