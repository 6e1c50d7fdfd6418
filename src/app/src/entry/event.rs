//! What happens to the table that is typed.

use super::CellName;
use domain::EnteredRow;

/// Something that happens to the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EntryEvent {
    /// A cell now holds this text.
    Typed(CellName, String),
    /// Cells of a spreadsheet are to fill the table from this cell on.
    Pasted(CellName, String),
    /// One more line after this one, with the same content.
    Duplicated(CellName),
    /// A line goes.
    Deleted(CellName),
    /// All lines go.
    Cleared,
    /// What was done last is taken back.
    Undone,
    /// An activity of the calendar was held: its line is part of the results at once.
    Held(EnteredRow),
    /// The lines are to be part of the results …
    Used,
    /// … or not any more.
    Withdrawn,
    /// The project file with this version of the lines was saved.
    Kept(u32),
}
