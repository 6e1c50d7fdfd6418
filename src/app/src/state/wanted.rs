//! Which slices the present screen shows, which of them have come, and which have to be asked for.

use super::{Assessed, Overlay, State};
use crate::route::{ReportView, Route, WorkshopView};
use crate::views::reports::decide::{Asked, asked as report_asked};
use crate::views::workshop::deck::asked;
use crate::views::workshop::trial::Trial;
use protocol::SliceName;
use std::collections::BTreeSet;

impl State {
    /// Slices that the present screen shows (and the plan, which every screen names), and that have neither come nor
    /// been asked for. Until the plan has come, nothing else is asked for: an address may name one that is not there. While a
    /// run is under way nothing is: the worker would be asked about an assessment that is about to be replaced.
    pub(crate) fn missing(&self) -> Vec<SliceName> {
        let is_running = self.run.is_some_and(|run| run.job != self.shown_job());
        let around = std::iter::once(SliceName::Plan).chain(self.searched());
        let wanted: BTreeSet<SliceName> = match (&self.plan, is_running) {
            (None, _) => BTreeSet::from([SliceName::Plan]),
            (Some(_), true) => BTreeSet::new(),
            (Some(_), false) => self.shown().into_iter().chain(around).collect(),
        };
        wanted.into_iter().filter(|name| !self.has(name) && !self.asked.contains(name)).collect()
    }

    /// Has everything come that the present screen shows?
    pub(crate) fn is_complete(&self) -> bool {
        self.shown().iter().all(|name| self.has(name))
    }

    /// The search goes over the units of the data shown.
    fn searched(&self) -> Option<SliceName> {
        let is_open = self.overlay == Some(Overlay::Palette) && self.assessed().is_some();
        is_open.then_some(SliceName::Roster)
    }

    fn has(&self, name: &SliceName) -> bool {
        match name {
            SliceName::Plan => self.plan.is_some() && !self.plan_is_old,
            SliceName::Roster => self.names.as_ref().is_some_and(|named| named.job == self.shown_job()),
            SliceName::TryOut(wish) => self.tried_out.has(wish),
            name => self.assessed().is_some_and(|assessed| assessed.has_fresh(name)),
        }
    }

    fn shown(&self) -> Vec<SliceName> {
        match &self.route {
            Route::Plan => std::iter::once(SliceName::Plan).chain(self.tried_out.open()).collect(),
            Route::Bodies(_) => vec![SliceName::Plan],
            Route::Readings(_) => {
                let counts = self.assessed().map(|_| SliceName::Readings);
                std::iter::once(SliceName::Plan).chain(counts).collect()
            }
            Route::Entry(_) => vec![SliceName::Roster],
            _ if self.assessed().is_none() => Vec::new(),
            Route::WhatIf => {
                let tried = (!self.tried.is_empty()).then(|| SliceName::WhatIf(self.edits()));
                std::iter::once(SliceName::Matrix).chain(tried).collect()
            }
            Route::Check => {
                let rows = self.look.clone().map(SliceName::Rows);
                std::iter::once(SliceName::Check).chain(rows).collect()
            }
            Route::Rows(table) => {
                let asked = self.rows_asked(*table);
                let looked = self.look.clone().map(SliceName::Rows);
                std::iter::once(SliceName::Check).chain(asked.slices()).chain(looked).collect()
            }
            Route::Trend => vec![SliceName::Trend],
            Route::Report(view) => self.of_report(view),
            Route::Compare(_) => self.comparison().into_iter().collect(),
            Route::Rollup => vec![SliceName::Rollup],
            Route::Overview => vec![SliceName::Tiles],
            Route::Matrix(_) => vec![SliceName::Matrix],
            Route::Unit(view) => {
                let unit = self.unit(&view.key).map_or(SliceName::Matrix, SliceName::Unit);
                std::iter::once(unit).chain(self.why.clone()).collect()
            }
            Route::Agenda(view) => match view.unit.as_ref().map(|key| self.unit(key)) {
                Some(None) => vec![SliceName::Matrix],
                unit => vec![SliceName::Agenda(unit.flatten())],
            },
            Route::Data | Route::Settings | Route::About | Route::Privacy | Route::Access => Vec::new(),
            Route::Workshop(view) => self.on_the_slides(*view),
        }
    }

    /// The report, and its unit for the picture.
    fn of_report(&self, view: &ReportView) -> Vec<SliceName> {
        match self.report_asked(view) {
            Some(Asked::Report { kind, unit }) => [SliceName::Report { kind, unit }, SliceName::Forms]
                .into_iter()
                .chain(unit.map(SliceName::Unit))
                .collect(),
            Some(Asked::Unknown(_)) => vec![SliceName::Matrix],
            Some(Asked::NeedsUnit(_)) | None => Vec::new(),
        }
    }

    /// Which report an address asks for, of the data shown.
    pub(crate) fn report_asked(&self, view: &ReportView) -> Option<Asked> {
        let summary = &self.assessed()?.summary;
        Some(report_asked(view, summary, self.plan.as_deref(), |key| self.unit(key)))
    }

    /// All slides at once: turning a page in front of a room should wait for nothing. The first number that the
    /// what-if slide may be asked for is tried beforehand.
    fn on_the_slides(&self, view: WorkshopView) -> Vec<SliceName> {
        let matrix = self.assessed().and_then(Assessed::matrix);
        let why = asked(matrix.as_deref()).map(|asked| asked.slice());
        let trial = self.assessed().and_then(|assessed| Trial::of(&assessed.summary, self.plan.as_deref()));
        let tried = trial.map(|trial| SliceName::WhatIf(trial.edits(view.more.max(1))));
        [SliceName::Matrix, SliceName::Readings].into_iter().chain(why).chain(tried).collect()
    }
}
