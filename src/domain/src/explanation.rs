//! The receipt of a verdict: clause, readings, arithmetic, rows, and the smallest change.

use crate::{ActivityKind, Life, Span, Verdict};
use serde::{Deserialize, Serialize};

/// A clause with the fragment that the rule pins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotedClause {
    /// Clause id such as `I.2/5`.
    pub id: String,
    /// The whole clause, in the source's language.
    pub text: String,
    /// The fragment the rule rests on; empty = all of it.
    pub fragment: String,
}

/// A reading that took part in the verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingInForce {
    /// Reading id.
    pub reading: String,
    /// Option id in force.
    pub option: String,
    /// The question.
    pub ask: crate::Bilingual,
    /// The option's label.
    pub label: crate::Bilingual,
    /// It is the default.
    pub is_default: bool,
}

/// Why a row does not count.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Exclusion {
    /// Outside the window.
    OutsideWindow,
    /// Of a kind this target does not count.
    OtherKind(ActivityKind),
    /// Lacks a tag that the reading demands.
    MissingTag(String),
    /// On a channel the target does not count.
    OtherChannel,
    /// For an audience the target does not count.
    OtherAudience,
    /// A copy of the row with this number.
    DuplicateOf(u32),
    /// Same title as an earlier row, and the reading counts a title once.
    SameTitleAs(u32),
    /// It is a plan.
    Planned,
    /// It begins after the as-of day.
    AfterAsOf,
    /// An explicit zero.
    Zero,
    /// A member of a register that does not do what the milestone asks.
    NotFulfilled,
    /// A later survey stands instead.
    Superseded,
}

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// Counts for certain.
    Counted,
    /// May count: its date, relevance or tag leaves it open.
    Possible,
    /// Does not count.
    Excluded(Exclusion),
}

/// One source row and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceRow {
    /// File.
    pub file: String,
    /// Sheet; empty for text files.
    pub sheet: String,
    /// Row of the sheet.
    pub row: u32,
    /// Unit named there (it may be under the judged one).
    pub unit: String,
    /// Date.
    pub when: Option<Span>,
    /// Kind.
    pub kind: Option<ActivityKind>,
    /// Count.
    pub count: u32,
    /// Title.
    pub title: String,
    /// Channel.
    pub channel: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// One line of the receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ArithmeticLine {
    /// Count stated by the unit's rows that the target could look at.
    Found(u32),
    /// Taken off, with the reason.
    LessExcluded(Exclusion, u32),
    /// May count, taken off the certain figure.
    LessPossible(u32),
    /// The certain figure.
    Counted(u32),
    /// What the plan requires.
    Required(u32),
    /// A share: certain, possible, of how many, percent required.
    Share {
        /// Certain members.
        lo: u32,
        /// Certain and possible members.
        hi: u32,
        /// All members.
        den: u32,
        /// Percent required.
        percent: u32,
    },
}

/// A row of the user's table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowPlace {
    /// File.
    pub file: String,
    /// Sheet; empty for text files.
    pub sheet: String,
    /// Row of the sheet.
    pub row: u32,
}

/// The smallest change that would turn the verdict: to met, or, if it is met, away from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// How many more; 0 for a verdict that is met.
    pub missing: u32,
    /// Of which kind; `None` for members of a share.
    pub kind: Option<ActivityKind>,
    /// Dated within these days.
    pub within: Span,
    /// The window is over: only rows that were forgotten can help.
    pub only_forgotten_rows: bool,
    /// Rows there are already that would be enough if they were confirmed (date, tag, relevance): the fewest.
    pub confirm: Vec<RowPlace>,
    /// Met: so much may still be lost before it is not.
    pub spare: Option<u32>,
}

/// A second opinion on an open window, from the unit's own past windows. Never the state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forecast {
    /// What the window would end with: the certain figure of today plus the median of `past` remainders.
    pub expected: u32,
    /// With the smallest remainder.
    pub low: u32,
    /// With the largest.
    pub high: u32,
    /// For each past window (at most the last four that are over and known to be complete): what came after the same
    /// number of days, and what it ended with.
    pub past: Vec<(crate::Period, u32, u32)>,
}

/// The receipt of one part of a rule that asks for several things at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartReceipt {
    /// The part judged by itself.
    pub verdict: Verdict,
    /// Kinds it counts.
    pub kinds: Vec<ActivityKind>,
    /// Its receipt, top to bottom.
    pub arithmetic: Vec<ArithmeticLine>,
}

/// What a commune reports for its hamlets together, naming none of them. If that is fewer than there are hamlets, so
/// many of them held none, at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForHamlets {
    /// As many as its rows state, the uncertain ones included.
    pub stated: u32,
    /// Hamlets that live in the window.
    pub hamlets: u32,
}

impl ForHamlets {
    /// At least so many of the hamlets held none.
    pub fn without_any(self) -> u32 {
        self.hamlets.saturating_sub(self.stated)
    }
}

/// Everything that explains one verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The verdict.
    pub verdict: Verdict,
    /// The clauses it rests on.
    pub clauses: Vec<QuotedClause>,
    /// Readings in force.
    pub readings: Vec<ReadingInForce>,
    /// The whole window before the unit's life cut it.
    pub full_window: Option<Span>,
    /// The unit's life.
    pub life: Life,
    /// The receipt, top to bottom.
    pub arithmetic: Vec<ArithmeticLine>,
    /// Source rows, counted first, then possible, then excluded; each by table and row.
    pub rows: Vec<EvidenceRow>,
    /// What would turn it.
    pub change: Option<Change>,
    /// The parts of a rule that asks for several things at once; empty if it asks for one.
    pub parts: Vec<PartReceipt>,
    /// A second opinion on an open window.
    pub forecast: Option<Forecast>,
    /// What the commune reports for its hamlets together.
    pub for_hamlets: Option<ForHamlets>,
}
