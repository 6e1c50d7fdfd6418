//! One count target compiled for columns: its windows, its parts as slots, and whom it addresses.

use super::cell::Cell;
use super::columns::Columns;
use super::days::Days;
use super::effect::Gone;
use super::slots::{Owner, Slots};
use super::subtree::{Owners, Subtree};
use super::trial::Trial;
use crate::judge::Judge;
use crate::window::{Window, windows};
use domain::{Roster, Span, UnitIndex};
use plan::{Aggregated, Amount, CountRule, CountScope, FOR_HAMLETS, Part, Target};
use std::rc::Rc;

/// A count target on columns.
pub(crate) struct Track<'a> {
    pub(crate) target: &'a Target,
    pub(crate) rule: &'a CountRule,
    pub(crate) windows: Vec<Window>,
    /// In the order of the file.
    pub(crate) parts: Vec<PartTrack<'a>>,
    /// Units of the kinds it addresses, by number.
    pub(crate) units: Owners,
}

/// What was read below the units of a target, part by part.
pub(crate) type Below = Vec<Option<Rc<Subtree>>>;

/// A part on columns.
pub(crate) struct PartTrack<'a> {
    pub(crate) part: &'a Part,
    /// `None` where people are counted, or rows of earlier windows, or a commune's rows are shared out among its hamlets: the reference does that.
    pub(crate) slots: Option<Slots<'a>>,
    /// Sums of subtrees, where the part counts them.
    below: Option<Rc<Subtree>>,
}

impl<'a> Track<'a> {
    pub(crate) fn new(judge: &Judge<'a>, columns: &'a Columns, rule: (&'a Target, &'a CountRule), gone: &Gone) -> Self {
        let mut track = Self::bare(judge, columns, rule, gone);
        for part in &mut track.parts {
            part.below = part.read_below(judge, columns, &track.units).map(Rc::new);
        }
        track
    }

    /// As [`Self::new`], with what was read below the units before.
    pub(crate) fn with(
        judge: &Judge<'a>,
        columns: &'a Columns,
        rule: (&'a Target, &'a CountRule),
        below: &[Option<Rc<Subtree>>],
    ) -> Self {
        let mut track = Self::bare(judge, columns, rule, &Gone::default());
        for (part, below) in track.parts.iter_mut().zip(below) {
            part.below.clone_from(below);
        }
        track
    }

    /// No row is read.
    fn bare(judge: &Judge<'a>, columns: &'a Columns, (target, rule): (&'a Target, &'a CountRule), gone: &Gone) -> Self {
        let windows = windows(judge.plan, target, rule);
        let units = columns.tree.order.units_of(&target.who.kinds).map(|unit| unit.0);
        let units = Owners::new(units.collect(), columns.tree.len());
        let days: Vec<Days> = windows.iter().map(|window| Days::of(window.in_plan)).collect();
        let part = |part: &'a Part| PartTrack::bare(judge, columns, part, &days, gone);
        Self { target, rule, parts: rule.parts.iter().map(part).collect(), windows, units }
    }

    /// What was read below the units, part by part.
    pub(crate) fn below(&self) -> Below {
        self.parts.iter().map(|part| part.below.clone()).collect()
    }

    /// What the only part asks in a window.
    pub(crate) fn asks(&self, window: usize) -> Option<u32> {
        self.rule.parts.single()?.at_least.on(self.windows.get(window)?.in_plan.from())
    }

    /// The days on which a unit is judged in a window.
    pub(crate) fn judged(&self, roster: &Roster, unit: u32, window: usize) -> Option<Span> {
        self.windows.get(window)?.judged(roster.get(UnitIndex(unit))?.life())
    }

    /// Room for the cells of one unit.
    pub(crate) fn sheet(&self) -> Sheet {
        Sheet { parts: self.parts.iter().map(|part| part.slots.as_ref().map_or_else(Vec::new, Slots::blank)).collect() }
    }

    /// Fills the cells of a unit.
    pub(crate) fn fill(&self, columns: &Columns, unit: u32, sheet: &mut Sheet) {
        for (part, cells) in self.parts.iter().zip(&mut sheet.parts) {
            part.fill(columns, &self.units, unit, cells);
        }
    }

    /// As [`Self::fill`], as it would be under a trial.
    pub(crate) fn fill_trial(&self, columns: &Columns, trial: &TrialCells<'_>, unit: u32, sheet: &mut Sheet) {
        for ((part, below), cells) in self.parts.iter().zip(&trial.below).zip(&mut sheet.parts) {
            part.fill_trial(columns, (trial.trial, below.as_ref(), &trial.owners), unit, cells);
        }
    }
}

/// The cells of one unit: for each part one for each window.
pub(crate) struct Sheet {
    parts: Vec<Vec<Cell>>,
}

impl Sheet {
    /// Do the cells of a window differ?
    pub(crate) fn differs(&self, other: &Self, window: usize) -> bool {
        let cells = |sheet: &Self| sheet.parts.iter().map(|cells| cells.get(window).copied()).collect::<Vec<_>>();
        cells(self) != cells(other)
    }

    /// The cells of a part, one for each window.
    pub(crate) fn part(&self, part: usize) -> &[Cell] {
        self.parts.get(part).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn cell(&self, part: usize, window: usize) -> Option<&Cell> {
        self.parts.get(part)?.get(window)
    }
}

/// What a trial changes below the owners it bears on.
pub(crate) struct TrialCells<'t> {
    pub(crate) trial: &'t Trial,
    pub(crate) owners: Owners,
    pub(crate) below: Vec<Option<Subtree>>,
}

impl<'t> TrialCells<'t> {
    pub(crate) fn of(
        track: &Track<'_>,
        judge: &Judge<'_>,
        columns: &Columns,
        trial: &'t Trial,
        owners: Vec<u32>,
    ) -> Self {
        let owners = Owners::new(owners, columns.tree.len());
        let below = |part: &PartTrack<'_>| {
            let slots = part.slots.as_ref().filter(|_| part.part.scope == CountScope::Subtree)?;
            Some(Subtree::of(&judge.facts.roster, columns, slots, &owners, Some(trial)))
        };
        let below = track.parts.iter().map(below).collect();
        Self { trial, owners, below }
    }
}

impl<'a> PartTrack<'a> {
    fn bare(judge: &Judge<'a>, columns: &'a Columns, part: &'a Part, windows: &[Days], gone: &Gone) -> Self {
        let is_shared_out = part.aggregated == Aggregated::Spread && columns.has_tag(FOR_HAMLETS);
        let is_plain = part.amount == Amount::Activities && !part.since_start && !is_shared_out;
        let slots = is_plain.then(|| {
            let judged = (judge.plan.defaults, judge.as_of);
            Slots::new(part, windows.to_vec(), (judge.facts, columns, gone), judged)
        });
        Self { part, slots, below: None }
    }

    /// The sums of subtrees, where the part counts them.
    fn read_below(&self, judge: &Judge<'_>, columns: &Columns, owners: &Owners) -> Option<Subtree> {
        let slots = self.slots.as_ref().filter(|_| self.part.scope == CountScope::Subtree)?;
        Some(Subtree::of(&judge.facts.roster, columns, slots, owners, None))
    }

    /// Does some table no longer keep what the part counts, once these rows are gone?
    pub(crate) fn covers_less(&self, judge: &Judge<'_>, gone: &Gone) -> bool {
        !gone.rows.is_empty() && self.slots.as_ref().is_some_and(|slots| slots.covers_less(judge.facts, gone))
    }

    fn fill(&self, columns: &Columns, owners: &Owners, unit: u32, cells: &mut [Cell]) {
        match (&self.slots, &self.below) {
            (Some(_), Some(below)) => below.copy(owners, unit, cells),
            (Some(slots), None) => {
                cells.fill(Cell::default());
                slots.add(unit, Owner { life: columns.tree.life(unit) }, cells);
            }
            (None, _) => {}
        }
    }

    fn fill_trial(
        &self,
        columns: &Columns,
        (trial, below, owners): (&Trial, Option<&Subtree>, &Owners),
        unit: u32,
        cells: &mut [Cell],
    ) {
        match (&self.slots, below) {
            (Some(_), Some(below)) => below.copy(owners, unit, cells),
            (Some(slots), None) => {
                cells.fill(Cell::default());
                trial.add(slots, UnitIndex(unit), Owner { life: columns.tree.life(unit) }, cells);
            }
            (None, _) => {}
        }
    }
}
