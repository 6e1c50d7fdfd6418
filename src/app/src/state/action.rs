//! Everything that can happen to the page.

use super::{
    Death, FilledEvent, FormEvent, MemoryEvent, Notice, OpenedProject, Overlay, RowsAsked, RuleFileEvent, SetEvent,
    Step, Trial,
};
use crate::choice::Choice;
use crate::entry::EntryEvent;
use crate::route::{Address, Route};
use domain::{Language, NaiveDate, PageSettings, Place, TryOut};
use protocol::{Reply, SliceName};

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Action {
    /// The user, or the browser's history, goes somewhere.
    Opened(Route),
    /// An address was written into the bar, or came with a link.
    Followed(Address),
    /// Another language.
    Spoke(Language),
    /// The page is to show itself in another way.
    Showed(PageSettings),
    /// A dialog opens over the screen …
    Overlaid(Overlay),
    /// … or this one is gone.
    Uncovered(Overlay),
    /// Files were chosen, dropped or pasted.
    FilesGiven {
        /// The files.
        files: Vec<FileLine>,
        /// What they do to those already there.
        give: Give,
        /// Whose they are.
        source: Source,
        /// The as-of day that samples bring along.
        as_of: Option<NaiveDate>,
    },
    /// One file is to go.
    FileRemoved(u32),
    /// A choice was made …
    Chose(Choice),
    /// … or several with one tap …
    ChoseAll(Vec<Choice>),
    /// … or one was taken back.
    Undid(Choice),
    /// Something happened to the table that is typed.
    Entered(EntryEvent),
    /// Something happened to the blanks of a report.
    Filled(FilledEvent),
    /// Something happened to a superior's form.
    Form(FormEvent),
    /// A project file was opened.
    ProjectOpened(OpenedProject),
    /// A step back or forward over what was chosen.
    Stepped(Step),
    /// Nothing is to be decided any more.
    Dropped,
    /// Something happens to what this machine remembers.
    Memory(MemoryEvent),
    /// Something is tried on the what-if screen, or taken back.
    Tried(Trial),
    /// Something happens to the other set of files.
    OtherSet(SetEvent),
    /// A rule is tried with numbers of one's own.
    TriedOut(TryOut),
    /// Something happened to a rule file.
    RuleFile(RuleFileEvent),
    /// Reading is to stop.
    Cancelled,
    /// Start anew after the worker kept stopping.
    Retried,
    /// These slices have been asked for.
    Asked(Vec<SliceName>),
    /// Why is this verdict as it is?
    WhyAsked(SliceName),
    /// A place in the user's files is looked at, or no longer.
    Looked(Option<Place>),
    /// These rows of a table are shown.
    RowsAsked(RowsAsked),
    /// The worker answered.
    Replied(Reply),
    /// The worker died.
    WorkerDied(Death),
    /// Something to tell …
    Noticed(Notice),
    /// … and it has been read.
    NoticeClosed,
}

/// A file of this sitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileLine {
    /// The number under which `effects` holds it.
    pub(crate) number: u32,
    /// Its name.
    pub(crate) name: String,
}

/// A set of samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sample {
    /// One commune's messy log.
    Commune,
    /// The whole province: activities and the two registers.
    Province,
    /// A log that is wrong on purpose, to learn from.
    Mistakes,
}

impl Sample {
    /// Every set, in the order of the page.
    pub(crate) const ALL: [Self; 3] = [Self::Commune, Self::Province, Self::Mistakes];

    /// Its id in the edition's script.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Commune => "commune",
            Self::Province => "province",
            Self::Mistakes => "mistakes",
        }
    }

    /// The set with this id.
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sample| sample.id() == id)
    }
}

/// Whose files they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Source {
    /// The user's.
    #[default]
    Own,
    /// Examples that come with the page.
    Sample(Sample),
}

impl Source {
    /// The set of samples, if they are no files of the user's.
    pub(crate) fn sample(self) -> Option<Sample> {
        match self {
            Self::Own => None,
            Self::Sample(sample) => Some(sample),
        }
    }
}

/// What new files do to those already there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Give {
    /// They join them; a file of the same name is replaced.
    Add,
    /// They take their place.
    Replace,
}
