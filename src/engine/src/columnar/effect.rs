//! What a row with a given profile and given words does to the cell of its day: the rules of one part, asked once for
//! each profile and never again for a row.

use super::cell::{COUNTED, NOTHING, PARTIAL, PLANNED, POSSIBLE, WHOLE};
use super::columns::{Columns, Words};
use super::days::{Day, number};
use crate::fit::{Fit, fit, named_by, shows_coverage};
use domain::{Activity, Facts, NaiveDate, Status, TableShape};
use plan::Part;
use std::collections::{BTreeMap, BTreeSet};

/// Does not fit, may fit, fits.
const NO: u8 = 0;
const MAYBE: u8 = 1;
const YES: u8 = 2;

/// The effects of all profiles and words for one part on one as-of day.
#[derive(PartialEq, Eq)]
pub(crate) struct Effects {
    profiles: Vec<Traits>,
    /// For each number of words NO, MAYBE or YES; `None` if the part asks for no channel and no audience.
    words: Option<Vec<u8>>,
    /// For each profile the effect of a row up to the as-of day, then of one after it; words aside.
    plain: Vec<u8>,
}

/// What rows of a profile are to a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Traits {
    fit: u8,
    pub(crate) is_done: bool,
    /// Such a row shows that its table keeps what the part counts.
    shows_coverage: bool,
    /// Its table does, by this row or another.
    is_covered: bool,
    is_of_log: bool,
    /// Its table may tell what was not known on the as-of day.
    pub(crate) looks_ahead: bool,
    /// The day up to which its table says it goes.
    goes_to: Option<Day>,
}

impl Effects {
    pub(crate) fn of(part: &Part, facts: &Facts, columns: &Columns, gone: &Gone, as_of: NaiveDate) -> Self {
        let bare = bare(part);
        let profiles = &columns.dictionaries.profiles;
        let asks_words = !part.channels.is_empty() || !part.audiences.is_empty();
        let words = || columns.dictionaries.words.iter().map(|words| said(part, words)).collect();
        let mut effects = Self {
            profiles: profiles.iter().map(|profile| Traits::of(&bare, facts, profile, as_of)).collect(),
            words: asks_words.then(words),
            plain: Vec::new(),
        };
        let covering = effects.covering(columns, gone);
        for (traits, profile) in effects.profiles.iter_mut().zip(profiles) {
            traits.is_covered = covering.contains(&profile.origin.table);
        }
        effects.plain = effects
            .profiles
            .iter()
            .flat_map(|traits| [false, true].map(|to_come| traits.plain(number(as_of), to_come)))
            .collect();
        effects
    }

    /// Words may take away from what a profile says.
    pub(crate) fn asks_words(&self) -> bool {
        self.words.is_some()
    }

    /// For each profile two: the lane, and above its two bits what it implies of a report up to the as-of day; of a window that
    /// ended before it may imply more.
    pub(crate) fn plain(&self) -> &[u8] {
        &self.plain
    }

    pub(crate) fn traits(&self, profile: u32) -> Traits {
        self.profiles.get(profile as usize).copied().unwrap_or_default()
    }

    /// How a row with this profile and these words fits.
    pub(crate) fn traits_with(&self, profile: u32, words: u32) -> Traits {
        let traits = self.traits(profile);
        match &self.words {
            None => traits,
            Some(said) => traits.said(said.get(words as usize).copied().unwrap_or(NO)),
        }
    }

    /// What an activity that is only tried is to the part: it stands in no table.
    pub(crate) fn of_tried(part: &Part, facts: &Facts, row: &Activity, as_of: NaiveDate) -> Traits {
        let bare = bare(part);
        let words = Words { channel: row.channel.clone(), audience: row.audience.clone(), channel_number: 0 };
        Traits::of(&bare, facts, row, as_of).said(said(part, &words))
    }

    /// Tables with a row that was done and shows that they keep what the part counts.
    fn covering(&self, columns: &Columns, gone: &Gone) -> BTreeSet<u32> {
        let profiles = &columns.dictionaries.profiles;
        let table =
            |profile: u32| profiles.get(profile as usize).map(|profile| profile.origin).filter(|at| !at.is_tried());
        let shows = |traits: Traits| traits.is_done && traits.shows_coverage;
        if self.words.is_none() {
            let used =
                (0..).zip(&columns.dictionaries.uses).filter(|(profile, uses)| **uses > gone.of_profile(*profile));
            let showing = used.filter(|(profile, _)| shows(self.traits(*profile)));
            return showing.filter_map(|(profile, _)| Some(table(profile)?.table)).collect();
        }
        let rows = columns.all_rows().filter(|row| !gone.rows.contains(&row.row));
        let showing = rows.filter(|row| shows(self.traits_with(row.profile, row.words)));
        showing.filter_map(|row| Some(table(row.profile)?.table)).collect()
    }
}

/// Rows that are left out for a trial.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gone {
    pub(crate) rows: BTreeSet<u32>,
    /// How many of each profile.
    pub(crate) profiles: BTreeMap<u32, u32>,
}

impl Gone {
    fn of_profile(&self, profile: u32) -> u32 {
        self.profiles.get(&profile).copied().unwrap_or(0)
    }
}

impl Traits {
    fn of(bare: &Part, facts: &Facts, profile: &Activity, as_of: NaiveDate) -> Self {
        let table = facts.table(profile.origin);
        let cut_off = table.and_then(|table| table.cut_off);
        Self {
            fit: match fit(bare, profile) {
                Fit::Unfit(_) => NO,
                Fit::Possible => MAYBE,
                Fit::Certain => YES,
            },
            is_done: profile.status == Status::Done,
            shows_coverage: shows_coverage(bare, profile),
            is_covered: false,
            is_of_log: table.is_none_or(|table| table.shape == TableShape::Log),
            looks_ahead: cut_off.is_some_and(|cut_off| cut_off > as_of),
            goes_to: cut_off.map(number),
        }
    }

    fn said(self, words: u8) -> Self {
        Self { fit: self.fit.min(words), shows_coverage: self.shows_coverage && words == YES, ..self }
    }

    pub(crate) fn is_certain(self) -> bool {
        self.fit == YES
    }

    pub(crate) fn is_unfit(self) -> bool {
        self.fit == NO
    }

    /// What a dated row that has happened implies of its unit's report up to the end of the day `last`.
    pub(crate) fn implied(self, last: Day) -> u8 {
        let implies = self.is_done && self.is_covered && (self.is_of_log || self.shows_coverage);
        match (implies, self.goes_to) {
            (false, _) => 0,
            (true, Some(end)) if end < last => PARTIAL,
            (true, _) => WHOLE,
        }
    }

    /// The effect of a row of one day inside the window.
    pub(crate) fn plain(self, as_of: Day, is_to_come: bool) -> u8 {
        let lane = match (is_to_come, self.fit) {
            (true, YES) => PLANNED,
            (false, YES) if self.is_done => COUNTED,
            (false, MAYBE) if self.is_done => POSSIBLE,
            _ => NOTHING,
        };
        lane | if is_to_come { 0 } else { self.implied(as_of) << 2 }
    }
}

/// The part without the words it asks for.
fn bare(part: &Part) -> Part {
    Part { channels: BTreeSet::new(), audiences: BTreeSet::new(), ..part.clone() }
}

fn said(part: &Part, words: &Words) -> u8 {
    let channel = named_by(&part.channels, &words.channel);
    let audience = named_by(&part.audiences, &words.audience);
    match (channel, audience) {
        (Some(false), _) | (_, Some(false)) => NO,
        (Some(true), Some(true)) => YES,
        _ => MAYBE,
    }
}
