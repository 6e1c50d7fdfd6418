//! What a report is filled with: whose it is, of which period, and the names, verdicts and sums that belong in it.
//!
//! It gathers; it says nothing. Which sentences stand around the figures is the outline's.

mod reach;
mod results;

use crate::assessment::Assessment;
use crate::form::Whose;
use crate::{House, defaults, overview, silent};
use chrono::{Datelike, Days};
use domain::{
    AgendaSlice, NaiveDate, Period, ReadingInForce, ReportFigures, ReportKind, ReportReading, ReportSource, Span,
    SubmissionKind, UnitIndex, UnitKind, UnitLine,
};

/// Whose report: the unit, and under whom units are counted.
pub(crate) struct Author {
    pub(crate) unit: Option<UnitIndex>,
    pub(crate) kind: ReportKind,
    pub(crate) period: Period,
    pub(crate) days: Span,
    /// The day whose units and names are meant: the period's last, or the as-of day if that is earlier.
    pub(crate) day: NaiveDate,
}

/// What goes into a form.
pub(crate) struct FormFigures {
    pub(crate) period: Period,
    pub(crate) as_of: NaiveDate,
    pub(crate) whose: Whose,
}

impl Author {
    /// A province stands for everything: its roster may hold another province after a merger.
    fn scope(&self) -> Option<UnitIndex> {
        self.unit.filter(|_| !self.kind.is_of_province())
    }
}

impl Assessment {
    /// The figures of a report of `unit` (or of the scope); `None` = no unit there hands such a report in.
    pub fn report(&self, house: &House, kind: ReportKind, unit: Option<UnitIndex>) -> Option<ReportFigures> {
        let (period, days) = self.report_period(kind)?;
        let day = days.to().min(self.as_of.max(days.from()));
        let unit = self.author(kind, unit, day)?;
        let author = Author { unit, kind, period: period.clone(), days, day };
        let path = unit.map(|unit| defaults::path(self.facts(), unit, day)).unwrap_or_default();
        let above = path.iter().filter(|above| Some(**above) != unit);
        Some(ReportFigures {
            kind,
            unit: unit.and_then(|unit| self.unit_line(unit)),
            path: above.filter_map(|above| self.unit_line(*above)).collect(),
            period,
            days,
            as_of: self.as_of,
            plan_title: self.plan.title.clone(),
            plan_issuer: self.plan.issuer.clone(),
            lead: self.lead(kind),
            results: results::results(self, &author),
            reach: reach::reach(self, &author),
            below: reach::below(self, &author),
            completeness: overview::completeness(self, author.scope()),
            silent: silent::silent(self, author.scope()),
            readings: self.report_readings(),
            tables: self.report_tables(),
            agenda: self.report_agenda(house, &author),
        })
    }

    /// The figures of that report that go into a superior's form.
    pub(crate) fn form_figures(&self, kind: ReportKind, unit: Option<UnitIndex>) -> Option<FormFigures> {
        let (period, days) = self.report_period(kind)?;
        let day = days.to().min(self.as_of.max(days.from()));
        let unit = self.author(kind, unit, day)?;
        let author = Author { unit, kind, period: period.clone(), days, day };
        let below = reach::reach_below(self, &author).into_iter();
        let line = unit.and_then(|unit| self.unit_line(unit));
        let whose = Whose {
            name: line.as_ref().map(|line| line.name.clone()).unwrap_or_default(),
            unit: line,
            reach: reach::reach(self, &author),
            below: below.filter_map(|(unit, reach)| Some((self.unit_line(unit)?, reach))).collect(),
        };
        Some(FormFigures { period, as_of: self.as_of, whose })
    }

    /// The unit that reports. Of the province: the one that lives on the day, if a roster names it.
    #[expect(clippy::option_option, reason = "outer: does anybody report; inner: does a roster name the province")]
    fn author(&self, kind: ReportKind, unit: Option<UnitIndex>, day: NaiveDate) -> Option<Option<UnitIndex>> {
        let roster = &self.facts().roster;
        if kind.is_of_province() {
            let provinces = || roster.iter().filter(|(_, unit)| unit.kind == UnitKind::Province);
            let alive = provinces().find(|(_, unit)| unit.life().contains(day));
            return Some(alive.or_else(|| provinces().next()).map(|(index, _)| index));
        }
        let unit = unit.or(self.scope)?;
        kind.suits(roster.get(unit).map(|unit| unit.kind)).then_some(Some(unit))
    }

    /// The period that follows from the as-of day and the year shown, and its days.
    fn report_period(&self, kind: ReportKind) -> Option<(Period, Span)> {
        let year = self.year;
        let half = || Some((Period::Half(year, 1), Span::half(year, 1)?));
        let whole = || Some((Period::Year(year), Span::year(year)?));
        match kind {
            ReportKind::Quarter => {
                let quarter = reported_quarter(year, self.as_of);
                Some((Period::Quarter(year, quarter), Span::quarter(year, quarter)?))
            }
            ReportKind::HalfYear => half(),
            ReportKind::Year => whole(),
            // The plan asks for two reports a year: until the end of June it is the first of them.
            ReportKind::Province if self.as_of <= Span::half(year, 1)?.to() => half(),
            ReportKind::Province => whole(),
            ReportKind::FiveYears => {
                let from = year - (year - 1).rem_euclid(5);
                Some((Period::Range(from, from + 4), Span::new(Span::year(from)?.from(), Span::year(from + 4)?.to())?))
            }
        }
    }

    /// Who reports go to, under the name of the as-of day.
    fn lead(&self, kind: ReportKind) -> String {
        let wanted = match kind {
            ReportKind::HalfYear => SubmissionKind::Half,
            _ => SubmissionKind::Year,
        };
        let duties = || self.plan.duties.iter().filter_map(|duty| Some((duty, duty.deadline.as_ref()?.submission)));
        let duty = duties().find(|(_, submission)| *submission == wanted).or_else(|| duties().next());
        let Some((duty, _)) = duty else { return String::new() };
        let bodies = plan::suggestion_book(&self.plan, &[]).bodies;
        let Some(body) = bodies.iter().find(|body| body.id == duty.to) else {
            return self.plan.depts.get(&duty.to).map(|dept| dept.label.clone()).unwrap_or_default();
        };
        body.now(self.as_of).map_or(&body.name, |now| &now.name).vi.clone()
    }

    /// Readings that could be otherwise, with the option in force.
    fn report_readings(&self) -> Vec<ReportReading> {
        let several = self.plan.readings.iter().filter(|reading| reading.options.len() > 1);
        let line = |reading: &plan::Reading| {
            let ReadingInForce { ask, label: answer, is_default, .. } = self.plan.in_force(reading)?;
            Some(ReportReading { ask, answer, is_default })
        };
        several.filter_map(line).collect()
    }

    fn report_tables(&self) -> Vec<ReportSource> {
        let source = |table: &domain::TableInfo| ReportSource {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            rows: table.rows,
            used_rows: table.used_rows,
            cut_off: table.cut_off,
        };
        self.facts().tables.iter().map(source).collect()
    }

    /// A report of the province lists no single activities of its communes.
    fn report_agenda(&self, house: &House, author: &Author) -> AgendaSlice {
        match author.kind.is_of_province() {
            true => AgendaSlice::default(),
            false => self.agenda_slice(house, author.unit),
        }
    }

    /// Is `unit` the author or under it in the year shown?
    pub(crate) fn is_of(&self, author: &Author, unit: UnitIndex, year: i32) -> bool {
        defaults::in_scope(self.facts(), author.scope(), unit, year)
    }

    /// The name of a unit under the author; what is not directly below it is told with its parent, for there are many a
    /// "Khu phố 1".
    pub(crate) fn name_under(&self, author: &Author, unit: UnitIndex) -> String {
        let Some(line) = self.unit_line(unit) else { return String::new() };
        let parent = self.facts().roster.get(unit).and_then(|known| known.parent_at(self.day_for(known)));
        match parent {
            Some(parent) if Some(parent) != author.unit => format!("{} ({})", line.name, line.parent),
            _ => line.name,
        }
    }

    pub(crate) fn name_of(&self, unit: UnitIndex) -> String {
        self.unit_line(unit).map(|UnitLine { name, .. }| name).unwrap_or_default()
    }
}

/// The latest quarter of the year that is over or that ends within twenty days, when its report is being written; else
/// the first.
fn reported_quarter(year: i32, as_of: NaiveDate) -> u32 {
    let near = as_of.checked_add_days(Days::new(20)).unwrap_or(as_of);
    let ended = |quarter: &u32| Span::quarter(year, *quarter).is_some_and(|days| days.to() <= near);
    match year < as_of.year() {
        true => 4,
        false => (1..=4).rev().find(ended).unwrap_or(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_reported_from_twenty_days_before_its_end() {
        for (day, quarter) in [
            ("2024-01-05", 1),
            ("2024-03-31", 1),
            ("2024-06-09", 1),
            ("2024-06-10", 2),
            ("2024-10-15", 3),
            ("2024-12-09", 3),
            ("2024-12-11", 4),
            ("2024-12-31", 4),
            ("2025-02-01", 4),
        ] {
            assert_eq!(reported_quarter(2024, day.parse().unwrap()), quarter, "{day}");
        }
    }
}
