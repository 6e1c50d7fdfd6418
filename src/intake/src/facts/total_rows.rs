//! Rows that call themselves totals: whose they are, over which days, and of what.
//!
//! A total is stated only where it is surely one unit's; it is reconciled with its parts later. A grand total is nobody's.

use super::activities::Reader;
use super::counts::Counted;
use super::stated::{Source, Stated};
use super::when::part_date;
use crate::fold::fold;
use crate::grid::Row;
use crate::meaning::columns::TableMeaning;
use domain::{FindingKind, Span, UnitIndex};

impl Reader<'_, '_, '_, '_, '_> {
    /// A total row is stated only where it is surely one unit's; a grand total is nobody's.
    pub(super) fn total_row(&mut self, row: &Row, stated: &[Stated]) -> Vec<Stated> {
        let own = sole(stated.iter().map(|stated| stated.activity.unit));
        let unit = self.total_unit(row).or(own.filter(|_| !self.scope.has_column()));
        let kind = sole(stated.iter().map(|stated| stated.activity.kind));
        let over = unit.and_then(|unit| total_days(self.hand.meaning, unit, stated));
        let (Some(unit), Some(over)) = (unit, over) else {
            self.tell_not_added(row);
            return Vec::new();
        };
        let mut words = self.words(row);
        words.guess.kind = kind.unwrap_or(words.guess.kind);
        words.said = false;
        let ignored = self.desk.findings.len();
        let mut counted = Vec::new();
        self.counted(row, &words, &mut counted);
        self.desk.findings.truncate(ignored);
        counted.retain(|counted| counted.column.is_some());
        let period = Some(over);
        let total = |counted: Counted| {
            let when = counted.part.map_or(period, |part| part_date(part, period, self.hand.meaning.period));
            let activity = self.activity(row, &words, (unit, when), &counted);
            Stated { activity, source: Source::Total, column: counted.column }
        };
        counted.into_iter().map(total).collect()
    }

    fn tell_not_added(&mut self, row: &Row) {
        let text = row.cells().find(|value| !value.is_empty()).map(|value| value.text()).unwrap_or_default();
        self.desk.findings.push(self.hand.cells.finding(row, None, FindingKind::TotalNotAdded { text }));
    }

    /// "Cộng xã Tân Thành".
    fn total_unit(&mut self, row: &Row) -> Option<UnitIndex> {
        let first = row.cells().find(|value| !value.is_empty())?.text();
        let text = without_total_words(&first);
        (!text.is_empty()).then(|| self.scope.total_unit(row, &text, self.desk.units)).flatten()
    }
}

/// The days a total row is over: the table's period, or from the first to the last day of the unit's rows.
fn total_days(meaning: &TableMeaning, unit: UnitIndex, stated: &[Stated]) -> Option<Span> {
    let own = stated.iter().filter(|stated| stated.activity.unit == unit).filter_map(|stated| stated.activity.when);
    let hull = own.reduce(|a, b| Span::new(a.from().min(b.from()), a.to().max(b.to())).unwrap_or(a));
    meaning.period.or(hull)
}

fn sole<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn without_total_words(text: &str) -> String {
    let words = text
        .split_whitespace()
        .skip_while(|word| ["tong", "cong", "so", "toan", "tong:", "cong:"].contains(&fold(word).as_str()));
    words.collect::<Vec<_>>().join(" ")
}
