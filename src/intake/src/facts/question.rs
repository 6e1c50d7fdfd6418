//! What is asked about a unit's text, and what the matcher answers.
//!
//! Types only; who asks and who answers is written elsewhere.

use domain::{Span, UnitIndex, UnitKind};

/// The days a text speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// The row's own date: a unit outside its life cannot be meant.
    On(Span),
    /// The row has no date; these days only decide between namesakes.
    Around(Span),
}

impl When {
    /// The days.
    pub fn span(self) -> Span {
        match self {
            Self::On(span) | Self::Around(span) => span,
        }
    }
}

/// May a spelling with typos be taken for a name?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Care {
    /// Only the same letters.
    SameLetters,
    /// Few typos, if no other name is as near.
    FewTypos,
}

/// A text and everything around it that helps to tell which unit it means.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The text of the cell, section, sheet or file.
    pub text: &'a str,
    /// What the column holds, if it says so.
    pub kind: Option<UnitKind>,
    /// Units named around it (columns, sections, sheet), nearest first.
    pub around: &'a [UnitIndex],
    /// Units that the whole table is about (title, file): only decide between namesakes.
    pub scope: &'a [UnitIndex],
    /// The kind that most other names of the column have.
    pub usual: Option<UnitKind>,
    /// The days.
    pub when: When,
    /// How exact the spelling must be.
    pub care: Care,
}

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A known unit; `exact` = written as in the roster, apart from case, missing accents and abbreviations.
    Known {
        /// The unit.
        unit: UnitIndex,
        /// No guess was needed.
        exact: bool,
    },
    /// A body that no roster lists.
    New {
        /// Its kind.
        kind: UnitKind,
        /// Its name as written.
        name: String,
        /// Its folded name without the place, with abbreviations written out.
        slug: String,
        /// Where it is; `None` = the province.
        parent: Option<UnitIndex>,
    },
    /// The unit that the table, section or sheet is about ("UBND xã").
    Here(Option<UnitKind>),
    /// Several fit.
    Several(Vec<UnitIndex>),
    /// It means this unit, which did not live then.
    Outside(UnitIndex),
    /// No unit.
    Nothing,
}
