//! Verdicts: nine states, the bounds they were judged by, and the reason when a state needs one.

use crate::{Period, Span, UnitIndex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The state of a unit (or share, or duty) for one rule and one period. `wording` has the one table of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Đạt
    Met,
    /// Còn hạn, đúng tiến độ
    OnTrack,
    /// Còn hạn, cần làm thêm
    AtRisk,
    /// Chưa đến kỳ
    NotYetDue,
    /// Chưa đạt
    Missed,
    /// Gửi muộn (duties only)
    Late,
    /// Chưa đủ dữ liệu
    NoData,
    /// Cần xác nhận
    Uncertain,
    /// Không áp dụng
    NotApplicable,
}

impl State {
    /// Every state, in the order of the one table of words.
    pub const ALL: [Self; 9] = [
        Self::Met,
        Self::OnTrack,
        Self::AtRisk,
        Self::NotYetDue,
        Self::Missed,
        Self::Late,
        Self::NoData,
        Self::Uncertain,
        Self::NotApplicable,
    ];

    /// The word used in output tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::OnTrack => "on_track",
            Self::AtRisk => "at_risk",
            Self::NotYetDue => "not_yet_due",
            Self::Missed => "missed",
            Self::Late => "late",
            Self::NoData => "no_data",
            Self::Uncertain => "uncertain",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// The state with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Why a verdict is what it is, where the state alone does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// The input holds no register of the kind at all.
    RegisterMissing,
    /// The unit began or ended inside the window.
    WindowCut,
    /// Waived: the unit lived less than half of the window.
    Waived,
    /// The unit did not live in the window.
    OutsideLife,
    /// Nobody reported for the window.
    NothingReported,
    /// What was reported goes only up to a day before the window's end.
    CutOff,
    /// Only rows that may or may not count reach the threshold.
    PossibleOnly,
    /// The register is there and has nothing in scope.
    NothingInScope,
    /// The share's members are not all decided.
    MembersOpen,
    /// No survey of the base year (or of the year before).
    NoBaseline,
    /// More than the upper bound that the plan names.
    Beyond,
    /// A row that counts, or may count, does not say how many people (or women) it reached.
    PeopleUnknown,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 12] = [
        Self::RegisterMissing,
        Self::WindowCut,
        Self::Waived,
        Self::OutsideLife,
        Self::NothingReported,
        Self::CutOff,
        Self::PossibleOnly,
        Self::NothingInScope,
        Self::MembersOpen,
        Self::NoBaseline,
        Self::Beyond,
        Self::PeopleUnknown,
    ];

    /// The word used in output tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::RegisterMissing => "register_missing",
            Self::WindowCut => "window_cut",
            Self::Waived => "waived",
            Self::OutsideLife => "outside_life",
            Self::NothingReported => "nothing_reported",
            Self::CutOff => "cut_off",
            Self::PossibleOnly => "possible_only",
            Self::NothingInScope => "nothing_in_scope",
            Self::MembersOpen => "members_open",
            Self::NoBaseline => "no_baseline",
            Self::Beyond => "beyond",
            Self::PeopleUnknown => "people_unknown",
        }
    }
}

/// How we know that a unit's figures are complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// It said so (a data submission).
    Reported,
    /// It has rows in the window, in a table that can hold what the target counts.
    Implied,
    /// It has such rows, but the table says that it goes only up to a day before the window's end.
    Partial,
    /// We do not.
    None,
}

impl Evidence {
    /// Do we know the whole window?
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Reported | Self::Implied)
    }

    /// The word used in output tables.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Implied => "implied",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

/// What the figures of a verdict are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figures {
    /// Activities: so many of so many.
    #[default]
    Activities,
    /// Members of a share: `n_lo` to `n_hi` of `den`; the threshold is a percentage.
    Members,
    /// Things handed in.
    Submissions,
    /// Parts of a rule that asks for several things at once; the threshold is their number.
    Parts,
    /// People reached.
    People,
    /// Women among `den` people reached; the threshold is a percentage.
    Women,
    /// Survey values, all in tenths of a percent or of a point.
    Tenths,
    /// An obligation without a number: 1 if ticked.
    Tick,
}

/// Marks the id of the share of units that met a target: `T2-share`.
pub const SHARE_SUFFIX: &str = "-share";

/// The target behind an id of a verdict: `T2` for `T2-share`.
pub fn rule_behind(id: &str) -> &str {
    id.strip_suffix(SHARE_SUFFIX).unwrap_or(id)
}

/// One verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Id of the target or duty; `T2-share` for the share of target T2.
    pub target: String,
    /// Whose; `None` = the province-wide share (`*` in tables).
    pub unit: Option<UnitIndex>,
    /// Which window or milestone.
    pub period: Period,
    /// The days judged: window ∩ life ∩ plan; `None` if empty.
    pub window: Option<Span>,
    /// The state.
    pub state: State,
    /// Why, where the state alone does not say.
    pub reason: Option<Reason>,
    /// What the figures below are.
    pub figures: Figures,
    /// What is required, in the unit of `figures`; for shares the percent required.
    pub threshold: u32,
    /// What is certain.
    pub n_lo: u32,
    /// What is possible; [`Verdict::OPEN`] where nothing bounds it (read it through [`Verdict::upper`]).
    pub n_hi: u32,
    /// For shares: of how many.
    pub den: Option<u32>,
    /// Planned rows inside the window.
    pub planned: u32,
    /// Rows (or members) needed by the as-of day to be on track.
    pub required_now: Option<u32>,
    /// How we know the figures are complete.
    pub evidence: Evidence,
    /// The last day to meet it.
    pub deadline: NaiveDate,
}

impl Verdict {
    /// The `n_hi` of a sum that nothing bounds: a row that counts does not say its people.
    pub const OPEN: u32 = u32::MAX;

    /// What is possible; `None` if nothing bounds it.
    pub fn upper(&self) -> Option<u32> {
        (self.n_hi != Self::OPEN).then_some(self.n_hi)
    }
}

/// How many units of a node are in each state, for one target and period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rollup {
    /// Target.
    pub target: String,
    /// Period.
    pub period: Period,
    /// Node of the unit tree; `None` = all units (`*` in tables).
    pub node: Option<UnitIndex>,
    /// State → number of units at or under the node.
    pub counts: BTreeMap<State, u32>,
}
