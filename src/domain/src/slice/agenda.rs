//! The suggested agenda as the page shows it.

use crate::{
    Agenda, AgendaItem, Bilingual, ItemKind, Peak, SuggestedChoice, Suggestion, SuggestionBook, UnitKind, UnitLine,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The agenda of a unit and all below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaSlice {
    /// The agenda.
    pub agenda: Agenda,
    /// What each item is about, in the order of [`Agenda::items`]: places in `book`.
    pub topics: Vec<SuggestedChoice>,
    /// What the plan offers to choose from.
    pub book: SuggestionBook,
    /// The units it names.
    pub units: Vec<UnitLine>,
    /// What is known of the days it lies in.
    pub days: Vec<DayLine>,
    /// The plan's preferred days.
    pub peaks: Vec<Peak>,
    /// Anniversaries that the plan does not name.
    pub anchors: Vec<Peak>,
    /// The names of the duties that it has items for, by id.
    pub duties: BTreeMap<String, Bilingual>,
    /// Activities done so far in the year shown, by month (1 to 12).
    pub done: BTreeMap<u32, u32>,
}

impl AgendaSlice {
    /// What the plan suggests for an item of [`AgendaSlice::agenda`].
    pub fn suggestion(&self, item: &AgendaItem) -> Suggestion {
        let at = self.agenda.items.binary_search(item).ok();
        let choice = at.and_then(|at| self.topics.get(at)).copied().unwrap_or_default();
        self.book.describe(choice, item.date)
    }

    /// The duty that an item fulfils.
    pub fn duty(&self, item: &AgendaItem) -> Option<&Bilingual> {
        let closes = || item.closes.iter().find_map(|closes| self.duties.get(&closes.target));
        (item.kind == ItemKind::HandIn).then(closes)?
    }

    /// The name of a peak, and whether the plan names it.
    pub fn peak(&self, id: &str) -> Option<(&Bilingual, bool)> {
        let plan = self.peaks.iter().map(|peak| (peak, true));
        let others = self.anchors.iter().map(|peak| (peak, false));
        plan.chain(others).find(|(peak, _)| peak.id == id).map(|(peak, is_plan)| (&peak.label, is_plan))
    }
}

/// A day on which some cannot act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLine {
    /// The day.
    pub date: NaiveDate,
    /// What speaks against it for whom; who is not in it can act.
    pub off: BTreeMap<Audience, DayOff>,
}

impl DayLine {
    /// What speaks against the day whoever acts: no mere weekend, and no holidays of schools alone.
    pub fn for_all(&self) -> Option<&DayOff> {
        self.off.get(&Audience::Staff).filter(|off| !matches!(off, DayOff::Weekend | DayOff::SchoolBreak))
    }
}

/// Who meets: what decides which days are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Offices and bodies.
    Staff,
    /// Schools.
    School,
    /// Hamlets.
    Residents,
}

impl Audience {
    /// Everybody.
    pub const ALL: [Self; 3] = [Self::Staff, Self::School, Self::Residents];

    /// Who meets in a unit of this kind.
    pub fn of(kind: UnitKind) -> Self {
        match kind {
            UnitKind::School => Self::School,
            UnitKind::Hamlet => Self::Residents,
            _ => Self::Staff,
        }
    }

    /// Who does an item of a unit of this kind: reports are written by staff, in the summer break, too.
    pub fn of_item(item: ItemKind, kind: UnitKind) -> Self {
        if item == ItemKind::HandIn { Self::Staff } else { Self::of(kind) }
    }
}

/// Why nothing is suggested on a day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOff {
    /// A public holiday, or a day that the Government took off for another: its name.
    Holiday(String),
    /// The week of Tết.
    Tet,
    /// The user wants it free.
    Blackout,
    /// Not a day of their week.
    Weekend,
    /// Schools are empty.
    SchoolBreak,
}
