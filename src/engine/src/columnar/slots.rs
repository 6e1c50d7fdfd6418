//! One part of a rule as slots: rows of a unit go in, one cell for each window comes out.
//!
//! Plain rows take the short way: the day says which cell, the profile says what it adds. Other rows, and all rows where
//! the rule itself asks more of a row than its day, take the careful way, which reads each row against each window it
//! touches as the reference does.

use super::cell::{COUNTED, Cell, PARTIAL, PLANNED, POSSIBLE};
use super::columns::{Columns, Likeness, PlainRows, Seen};
use super::days::{Day, Days, FIRST_PLAIN, number};
use super::effect::{Effects, Gone, Traits};
use domain::{Activity, Facts, NaiveDate};
use plan::{CoarseDates, Defaults, Duplicates, Part};

/// What rows become under one part of a rule.
pub(crate) struct Slots<'a> {
    part: &'a Part,
    facts: &'a Facts,
    columns: &'a Columns,
    pub(crate) effects: Effects,
    /// The days of each window on which the rule is in force.
    windows: Vec<Days>,
    /// `None` without windows.
    periods: Option<Periods>,
    judged_on: NaiveDate,
    as_of: Day,
    defaults: Defaults,
}

/// Which window each day lies in.
struct Periods {
    days: Days,
    /// One for each of the days; the number of windows where there is none.
    windows: Vec<u16>,
}

/// Rows of a unit as somebody judges them.
#[derive(Clone, Copy)]
pub(crate) struct Owner {
    /// The days on which rows may count for it.
    pub(crate) life: Days,
}

/// What a row says, as far as one part asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Held {
    pub(crate) when: Option<Days>,
    pub(crate) traits: Traits,
    pub(crate) count: u32,
}

/// A row in a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    window: usize,
    likeness: Likeness,
    lane: u8,
    amount: u32,
}

impl<'a> Slots<'a> {
    pub(crate) fn new(
        part: &'a Part,
        windows: Vec<Days>,
        (facts, columns, gone): (&'a Facts, &'a Columns, &Gone),
        (defaults, as_of): (Defaults, NaiveDate),
    ) -> Self {
        Self {
            part,
            facts,
            columns,
            judged_on: as_of,
            effects: Effects::of(part, facts, columns, gone, as_of),
            periods: Periods::of(&windows),
            windows,
            as_of: number(as_of),
            defaults,
        }
    }

    /// Does some table no longer keep what the part counts, once these rows are gone?
    pub(crate) fn covers_less(&self, facts: &Facts, gone: &Gone) -> bool {
        Effects::of(self.part, facts, self.columns, gone, self.judged_on) != self.effects
    }

    /// What an activity that is only tried is to the part.
    pub(crate) fn traits_of(&self, row: &Activity) -> Traits {
        Effects::of_tried(self.part, self.facts, row, self.judged_on)
    }

    /// One blank cell for each window, and one for the days between.
    pub(crate) fn blank(&self) -> Vec<Cell> {
        vec![Cell::default(); self.windows.len() + 1]
    }

    /// Adds all rows of a unit.
    pub(crate) fn add(&self, unit: u32, owner: Owner, cells: &mut [Cell]) {
        match &self.periods {
            Some(periods) if !self.part.distinct_titles => {
                let rows = self.columns.plain(unit);
                match self.effects.asks_words() {
                    false => self.add_plain(periods, rows, owner, cells),
                    true => self.add_plain_with_words(periods, rows, owner, cells),
                }
                self.add_rows(self.columns.odd(unit), owner, cells);
            }
            _ => self.add_rows(self.columns.rows(unit), owner, cells),
        }
    }

    /// The inner loop: no rule is asked here.
    fn add_plain(&self, periods: &Periods, rows: PlainRows<'_>, owner: Owner, cells: &mut [Cell]) {
        let days = periods.days.cut(owner.life);
        let as_of = self.as_of - FIRST_PLAIN;
        let (from, to) = (days.from.wrapping_sub(FIRST_PLAIN), days.to.wrapping_sub(FIRST_PLAIN));
        let first = periods.days.from.wrapping_sub(FIRST_PLAIN);
        let effects = self.effects.plain();
        if days.is_empty() {
            return;
        }
        for ((day, profile), count) in rows.days.iter().zip(rows.profiles).zip(rows.counts) {
            let day = i32::from(*day);
            if day < from || day > to {
                continue;
            }
            let window = periods.windows.get(day.wrapping_sub(first) as usize).copied().unwrap_or(0);
            let effect = usize::from(*profile) * 2 + usize::from(day > as_of);
            let effect = effects.get(effect).copied().unwrap_or(0);
            if let Some(cell) = cells.get_mut(usize::from(window)) {
                cell.add(effect, u32::from(*count));
                cell.imply(effect >> 2);
                if effect >> 2 == PARTIAL {
                    cell.imply(self.implied(self.effects.traits(u32::from(*profile)), usize::from(window), owner));
                }
            }
        }
    }

    /// What a plain row of a table with a cut-off before the as-of day implies of this very window.
    #[cold]
    fn implied(&self, traits: Traits, window: usize, owner: Owner) -> u8 {
        let last = self.windows.get(window).map_or(self.as_of, |days| days.cut(owner.life).to.min(self.as_of));
        traits.implied(last)
    }

    /// As [`Self::add_plain`], where channel and audience are asked, too.
    fn add_plain_with_words(&self, periods: &Periods, rows: PlainRows<'_>, owner: Owner, cells: &mut [Cell]) {
        let days = periods.days.cut(owner.life);
        let columns = rows.days.iter().zip(rows.profiles).zip(rows.counts).zip(rows.words);
        for (((day, profile), count), words) in columns {
            let day = FIRST_PLAIN + i32::from(*day);
            if !days.contains(day) {
                continue;
            }
            let traits = self.effects.traits_with(u32::from(*profile), *words);
            let (effect, window) = (traits.plain(self.as_of, day > self.as_of), periods.window(day));
            if let Some(cell) = cells.get_mut(window) {
                cell.add(effect, u32::from(*count));
                cell.imply(effect >> 2);
                if effect >> 2 == PARTIAL {
                    cell.imply(self.implied(traits, window, owner));
                }
            }
        }
    }

    /// Adds rows one by one.
    pub(crate) fn add_rows(&self, rows: impl Iterator<Item = Seen>, owner: Owner, cells: &mut [Cell]) {
        let mut alike = Vec::new();
        for row in rows {
            self.add_row(&row, owner, cells, &mut alike);
        }
        self.add_alike(alike, cells);
    }

    /// What is like no other row is added at once; what may be is kept for later.
    fn add_row(&self, row: &Seen, owner: Owner, cells: &mut [Cell], alike: &mut Vec<Entry>) {
        let (traits, likeness) = (self.effects.traits_with(row.profile, row.words), self.likeness(row));
        let held = Held { when: row.when, traits, count: row.count };
        match likeness {
            None => self.add_held(&held, owner, cells),
            Some(likeness) => self.each_window(&held, owner, cells, |window, _, lane| {
                alike.push(Entry { window, likeness, lane, amount: row.count });
            }),
        }
    }

    /// Adds a row that is like no other.
    pub(crate) fn add_held(&self, held: &Held, owner: Owner, cells: &mut [Cell]) {
        self.each_window(held, owner, cells, |_, cell, lane| cell.add(lane, held.count));
    }

    /// Every window that the row touches: what it implies there, and what it counts as.
    fn each_window(&self, held: &Held, owner: Owner, cells: &mut [Cell], mut see: impl FnMut(usize, &mut Cell, u8)) {
        let Held { when, traits, .. } = *held;
        for (window, (days, cell)) in self.windows.iter().zip(cells).enumerate() {
            let judged = days.cut(owner.life);
            if judged.is_empty() || when.is_some_and(|when| !when.touches(judged)) {
                continue;
            }
            if when.is_some_and(|when| when.from <= self.as_of) {
                cell.imply(traits.implied(judged.to.min(self.as_of)));
            }
            if let Some(lane) = self.lane(held, judged) {
                see(window, cell, lane);
            }
        }
    }

    /// What the row is in these days, if it counts at all.
    fn lane(&self, held: &Held, counted: Days) -> Option<u8> {
        let Held { when, traits, count } = *held;
        if traits.is_unfit() || count == 0 {
            return None;
        }
        match when {
            Some(when) if when.from > self.as_of => (traits.is_certain() && when.within(counted)).then_some(PLANNED),
            _ if !traits.is_done => None,
            Some(when) if when.within(counted) => {
                let is_known = traits.is_certain() && !(traits.looks_ahead && when.to > self.as_of);
                Some(if is_known { COUNTED } else { POSSIBLE })
            }
            _ if self.defaults.coarse_dates == CoarseDates::Drop => None,
            _ => Some(POSSIBLE),
        }
    }

    /// What other rows must share with it to count once together; `None` if nothing makes it count less.
    fn likeness(&self, row: &Seen) -> Option<Likeness> {
        if row.title == 0 {
            return None;
        }
        let folded =
            if self.part.distinct_titles { self.columns.dictionaries.folded(self.facts, row.title) } else { 0 };
        if folded != 0 {
            return Some((folded, None, 0, 0, 0));
        }
        (self.defaults.duplicates == Duplicates::Once).then(|| self.columns.dictionaries.likeness(row))
    }

    /// Of rows that are alike the surest one counts. A title counts as one; what only may have been done leaves room for
    /// a plan to do it.
    fn add_alike(&self, mut alike: Vec<Entry>, cells: &mut [Cell]) {
        alike.sort_unstable();
        for group in alike.chunk_by(|one, other| (one.window, one.likeness) == (other.window, other.likeness)) {
            let Some((best, cell)) = group.first().and_then(|best| Some((best, cells.get_mut(best.window)?))) else {
                continue;
            };
            let is_title = is_title(best.likeness);
            cell.add(best.lane, if is_title { best.amount.min(1) } else { best.amount });
            let plan = group.iter().find(|entry| entry.lane == PLANNED);
            if let Some(plan) = plan.filter(|_| is_title && best.lane == POSSIBLE) {
                cell.add(PLANNED, plan.amount.min(1));
            }
        }
    }
}

/// A likeness by title alone.
fn is_title(likeness: Likeness) -> bool {
    matches!(likeness, (_, None, 0, 0, 0))
}

impl Periods {
    /// `None` where there are no windows. No two share a day: none lasts longer than a year.
    fn of(windows: &[Days]) -> Option<Self> {
        let (first, last) = (windows.first()?, windows.last()?);
        let days = Days { from: first.from, to: last.to }.cut(Days { from: FIRST_PLAIN, to: FIRST_PLAIN + 0xFFFF });
        let gap = u16::try_from(windows.len()).ok()?;
        let mut table = Vec::new();
        let mut at = 0;
        for day in days.from..=days.to {
            while windows.get(at).is_some_and(|window| window.to < day) {
                at += 1;
            }
            let is_inside = windows.get(at).is_some_and(|window| window.contains(day));
            table.push(u16::try_from(at).ok().filter(|_| is_inside).unwrap_or(gap));
        }
        Some(Self { days, windows: table })
    }

    fn window(&self, day: Day) -> usize {
        let offset = usize::try_from(day - self.days.from).unwrap_or(usize::MAX);
        self.windows.get(offset).map_or(usize::MAX, |window| usize::from(*window))
    }
}
