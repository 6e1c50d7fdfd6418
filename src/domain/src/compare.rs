//! Two sides of one plan: the facts shown on two days, or the facts of two sets of files on one day.
//!
//! "Before" is the earlier day, or the other set of files; "after" is the later day, or what is loaded. What is not
//! known on one of the sides is neither better nor worse on the other.

use crate::{
    ActivityKind, AdoptionStage, Bilingual, EvidenceRow, Field, Period, ReadError, Relevance, RowPlace, Span, State,
    Status, SubmissionKind, TableKind, UnitLine, Verdict,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is compared with what is shown, and which of the differences are listed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Comparison {
    /// With what.
    pub against: Against,
    /// Only this target (or share, or duty) is listed.
    pub target: Option<String>,
    /// Only turns in this direction are listed.
    pub turn: Option<Turn>,
}

/// With what the assessment shown is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Against {
    /// With itself on another day.
    Day(NaiveDate),
    /// With the other set of files that was given this number when it was read.
    Files(u32),
}

/// Which way a verdict turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Turn {
    /// For the better.
    Better,
    /// For the worse.
    Worse,
    /// Neither: it is known more or less well, it begins, or it stands on one side only.
    Other,
}

impl Turn {
    /// Every turn.
    pub const ALL: [Self; 3] = [Self::Better, Self::Worse, Self::Other];

    /// The turn from one state to another. Not knowing is neither good nor bad. Nor is it to begin; but of a period that
    /// was not due yet and has its result since, the result tells.
    pub fn of(from: State, to: State) -> Self {
        match (from, to, rank(from).zip(rank(to))) {
            (State::NotYetDue, State::Met, _) => Self::Better,
            (State::NotYetDue, State::Missed | State::Late, _) => Self::Worse,
            (_, _, Some((from, to))) if to > from => Self::Better,
            (_, _, Some((from, to))) if to < from => Self::Worse,
            _ => Self::Other,
        }
    }

    /// The turn between two sides, one of which may not have the verdict.
    pub fn between(from: Option<State>, to: Option<State>) -> Self {
        from.zip(to).map_or(Self::Other, |(from, to)| Self::of(from, to))
    }

    /// The word in addresses and style sheets.
    pub fn code(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::Other => "other",
        }
    }

    /// The turn with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|turn| turn.code() == code)
    }
}

fn rank(state: State) -> Option<u8> {
    match state {
        State::Missed | State::Late => Some(0),
        State::AtRisk => Some(1),
        State::OnTrack => Some(2),
        State::Met => Some(3),
        State::NotYetDue | State::NoData | State::Uncertain | State::NotApplicable => None,
    }
}

/// The screen of comparisons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareSlice {
    /// The question that this answers.
    pub asked: Comparison,
    /// The earlier day, or the other set of files.
    pub before: CompareSide,
    /// The later day, or what is loaded.
    pub after: CompareSide,
    /// How many verdicts of the scope and the year shown turned, by target and period.
    pub turned: Vec<TurnedCount>,
    /// Units with a verdict that turned.
    pub units: u32,
    /// Verdicts whose figures differ while the state is the same.
    pub figures_only: u32,
    /// Verdicts that are the same in state and figures.
    pub same: u32,
    /// Verdicts of other years that turned.
    pub other_years: u32,
    /// Turned verdicts that answer the question: the first of them, worse ones before better ones.
    pub listed: Vec<TurnedVerdict>,
    /// How many answer it in all.
    pub of: u32,
    /// For two sets of files: what became of the rows.
    pub rows: Option<RowsCompared>,
}

/// One of the sides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareSide {
    /// The as-of day.
    pub as_of: NaiveDate,
    /// Its files.
    pub files: Vec<String>,
    /// Data rows in them.
    pub rows: u32,
    /// Files that could not be read.
    pub failed: Vec<ReadError>,
}

/// So many verdicts on units for one target and period went from one state to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnedCount {
    /// Target, share or duty id.
    pub target: String,
    /// Its label.
    pub label: Bilingual,
    /// The period.
    pub period: Period,
    /// Before; `None` = the unit stands on the other side only.
    pub from: Option<State>,
    /// After; `None` = the unit stood on the other side only.
    pub to: Option<State>,
    /// How many.
    pub count: u32,
}

/// A verdict that turned, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TurnedVerdict {
    /// Whose.
    pub whose: Whose,
    /// Target, share or duty id.
    pub target: String,
    /// The period.
    pub period: Period,
    /// Before.
    pub before: Option<Verdict>,
    /// After.
    pub after: Option<Verdict>,
    /// Which way.
    pub turn: Turn,
    /// Why, most telling first.
    pub because: Vec<Because>,
}

/// Whose verdict it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Whose {
    /// The share as a whole.
    All,
    /// A unit of what is loaded.
    Unit(UnitLine),
    /// A unit that only the other set of files names: it has no page.
    OnlyThere {
        /// Its name.
        name: String,
        /// The name of its parent.
        parent: String,
    },
}

/// Why a verdict turned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Because {
    /// Only the side before has the unit, or only the side after.
    OneSide,
    /// Its days began between the two.
    Began(NaiveDate),
    /// Its days ended between the two.
    Ended(NaiveDate),
    /// Rows that count, or may count, and did not before.
    Came(Rows),
    /// Rows that counted, or might have counted, and do not any more.
    Went(Rows),
    /// The days gone by ask for another number.
    Pace {
        /// So many were needed.
        before: u32,
        /// So many are.
        after: u32,
    },
    /// Another number of members.
    Members {
        /// Before.
        before: u32,
        /// After.
        after: u32,
    },
    /// There are figures of the unit where there were none.
    Reported,
    /// There were figures of the unit where there are none.
    Silent,
}

/// Some rows, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The first of them.
    pub first: Vec<EvidenceRow>,
    /// How many there are.
    pub of: u32,
}

/// What became of the rows between two sets of files. Rows are known by what they say, not by where they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsCompared {
    /// Rows that say the same.
    pub same: u32,
    /// Rows among those that stand in another line now.
    pub moved: u32,
    /// Rows that are new.
    pub added: u32,
    /// Rows that are gone.
    pub gone: u32,
    /// Rows that say something else.
    pub changed: u32,
    /// The first of the new ones.
    pub first_added: Vec<ComparedRow>,
    /// The first of those that are gone.
    pub first_gone: Vec<ComparedRow>,
    /// The first of those that say something else.
    pub first_changed: Vec<ChangedRow>,
}

/// A row as people know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComparedRow {
    /// Where it stands.
    pub place: RowPlace,
    /// What kind of row.
    pub table: TableKind,
    /// Whose.
    pub unit: String,
    /// When.
    pub when: Option<Span>,
    /// What it says, cell by cell; empty cells are left out.
    pub cells: Vec<(Field, CellValue)>,
}

/// A row that says something else now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangedRow {
    /// Where it stood.
    pub before: RowPlace,
    /// As it is.
    pub after: ComparedRow,
    /// What differs; `None` = nothing stood, or stands, there.
    pub changes: Vec<(Field, Option<CellValue>, Option<CellValue>)>,
}

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CellValue {
    /// A text.
    Text(String),
    /// A number.
    Number(u64),
    /// A time.
    Days(Span),
    /// A kind of activity.
    Kind(ActivityKind),
    /// Done or planned.
    Status(Status),
    /// About gender equality?
    Relevant(Relevance),
    /// How far the indicator set is taken up.
    Stage(AdoptionStage),
    /// What was handed in.
    HandedIn(SubmissionKind),
    /// Yes or no.
    Is(bool),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_knowing_is_neither_better_nor_worse() {
        for (from, to, turn) in [
            (State::Missed, State::Met, Turn::Better),
            (State::AtRisk, State::OnTrack, Turn::Better),
            (State::Met, State::Missed, Turn::Worse),
            (State::OnTrack, State::AtRisk, Turn::Worse),
            (State::OnTrack, State::Late, Turn::Worse),
            (State::NoData, State::Missed, Turn::Other),
            (State::NoData, State::Met, Turn::Other),
            (State::Met, State::Uncertain, Turn::Other),
            (State::NotYetDue, State::AtRisk, Turn::Other),
            (State::NotYetDue, State::Missed, Turn::Worse),
            (State::NotYetDue, State::Met, Turn::Better),
            (State::NotYetDue, State::NoData, Turn::Other),
            (State::Met, State::Met, Turn::Other),
        ] {
            assert_eq!(Turn::of(from, to), turn, "{from:?} → {to:?}");
        }
        assert_eq!(Turn::between(None, Some(State::Missed)), Turn::Other);
        assert_eq!(Turn::between(Some(State::Met), None), Turn::Other);
    }

    #[test]
    fn codes_name_their_turns() {
        for turn in Turn::ALL {
            assert_eq!(Turn::from_code(turn.code()), Some(turn));
        }
    }
}
