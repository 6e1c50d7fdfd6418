//! The package for the officer of a province: whose reports lie in it, and which.

use crate::assessment::{Assessment, shown_day};
use crate::matrix;
use domain::{Arrange, ReportKind, Span, UnitKind, UnitLine};

impl Assessment {
    /// The report that a commune hands in when the province's is put together: of half a year until its end, then of the
    /// year.
    pub fn packaged_kind(&self) -> ReportKind {
        match Span::half(self.year, 1) {
            Some(half) if self.as_of <= half.to() => ReportKind::HalfYear,
            _ => ReportKind::Year,
        }
    }

    /// Communes of the scope that live on the day of the report, by the unit above them.
    pub fn packaged_units(&self) -> Vec<UnitLine> {
        let day = shown_day(self.year, self.as_of);
        let communes = self.facts().roster.iter().filter(|(_, unit)| unit.kind == UnitKind::Commune);
        let here = communes.filter(|(index, unit)| unit.life().contains(day) && self.is_shown(*index, unit));
        let mut lines: Vec<UnitLine> = here.filter_map(|(index, _)| self.unit_line(index)).collect();
        lines.arrange_by_cached_key(|line| matrix::order(self, line));
        lines
    }
}
