//! Decides what can be tried, whether a form can be tried as it stands, and who a number means. Knows no page.

use crate::views::matrix::search::answers;
use chrono::NaiveDate;
use domain::{
    ActivityKind, Edit, Every, MatrixSlice, Programme, Span, Summary, UnitIndex, UnitKind, UnitLine, WhatIfSlice,
};
use std::collections::BTreeSet;
use wording::what_if::WhatIfText;

/// Kinds of activity that some target may count.
pub(super) const COUNTED: [ActivityKind; 5] =
    [ActivityKind::Event, ActivityKind::News, ActivityKind::ActionMonth, ActivityKind::Model, ActivityKind::Pledge];

/// How often, in the order of the form.
pub(super) const OFTEN: [Every; 4] = [Every::Month, Every::Quarter, Every::Half, Every::Year];

/// The word for a rhythm inside the page.
pub(super) fn code(every: Every) -> &'static str {
    match every {
        Every::Month => "month",
        Every::Quarter => "quarter",
        Every::Half => "half",
        Every::Year => "year",
    }
}

/// The programme form as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Draft {
    /// Kinds of unit.
    pub(super) kinds: BTreeSet<UnitKind>,
    /// Under which unit.
    pub(super) under: Option<UnitIndex>,
    /// Kind of activity.
    pub(super) kind: ActivityKind,
    /// How many each time.
    pub(super) count: u32,
    /// How often.
    pub(super) every: Every,
    /// First day.
    pub(super) from: Option<NaiveDate>,
    /// Last day.
    pub(super) to: Option<NaiveDate>,
}

impl Draft {
    /// What most people ask first: every commune, one more news item, each month of the year shown.
    pub(super) fn new(summary: &Summary) -> Self {
        let offered = kinds(summary);
        let first = offered.iter().find(|kind| **kind == UnitKind::Commune).or_else(|| offered.first());
        let year = Span::year(summary.year);
        Self {
            kinds: first.copied().into_iter().collect(),
            under: None,
            kind: ActivityKind::News,
            count: 1,
            every: Every::Month,
            from: year.map(Span::from),
            to: year.map(Span::to),
        }
    }

    /// The programme, or what is missing.
    pub(super) fn edit(&self) -> Result<Edit, WhatIfText> {
        if self.kinds.is_empty() {
            return Err(WhatIfText::NoKind);
        }
        let days = self.from.zip(self.to).and_then(|(from, to)| Span::new(from, to)).ok_or(WhatIfText::NoDays)?;
        Ok(Edit::Programme(Programme {
            kinds: self.kinds.iter().copied().collect(),
            under: self.under,
            kind: self.kind,
            count: self.count,
            every: self.every,
            days,
            tags: tags(self.kind),
        }))
    }

    /// The draft with this kind of unit in it or not.
    pub(super) fn toggled(&self, kind: UnitKind) -> Self {
        let mut draft = self.clone();
        if !draft.kinds.remove(&kind) {
            draft.kinds.insert(kind);
        }
        draft
    }
}

/// Activities of the Action Month carry its mark, as rows of that kind do.
pub(super) fn tags(kind: ActivityKind) -> Vec<String> {
    match kind {
        ActivityKind::ActionMonth => vec![ActivityKind::ActionMonth.code().to_owned()],
        _ => Vec::new(),
    }
}

/// Kinds of unit that some target addresses, in the order of the rule language.
pub(super) fn kinds(summary: &Summary) -> Vec<UnitKind> {
    let addressed: BTreeSet<UnitKind> =
        summary.overview.targets.iter().flat_map(|target| target.kinds.iter().copied()).collect();
    UnitKind::ALL.into_iter().filter(|kind| addressed.contains(kind)).collect()
}

/// Units whose name (or whose parent's) answers a search.
pub(super) fn found<'a>(matrix: &'a MatrixSlice, search: &str) -> Vec<&'a UnitLine> {
    let name = |line: &UnitLine| format!("{} {}", line.name, line.parent);
    matrix.rows.iter().map(|row| &row.unit).filter(|line| answers(&name(line), search)).collect()
}

/// The unit with this number, among those the page has heard of.
pub(super) fn line<'a>(
    unit: UnitIndex,
    summary: &'a Summary,
    matrix: Option<&'a MatrixSlice>,
    answer: Option<&'a WhatIfSlice>,
) -> Option<&'a UnitLine> {
    let rows = matrix.into_iter().flat_map(|matrix| matrix.rows.iter().map(|row| &row.unit));
    let named = answer.into_iter().flat_map(|answer| &answer.units);
    summary.scope.iter().chain(&summary.scopes).chain(rows).chain(named).find(|line| line.unit == unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            kinds: BTreeSet::from([UnitKind::Commune]),
            under: None,
            kind: ActivityKind::News,
            count: 1,
            every: Every::Month,
            from: NaiveDate::from_ymd_opt(2024, 1, 1),
            to: NaiveDate::from_ymd_opt(2024, 12, 31),
        }
    }

    #[test]
    fn a_form_that_cannot_be_tried_says_what_is_missing() {
        assert!(draft().edit().is_ok());
        assert_eq!(Draft { kinds: BTreeSet::new(), ..draft() }.edit(), Err(WhatIfText::NoKind));
        assert_eq!(Draft { to: None, ..draft() }.edit(), Err(WhatIfText::NoDays));
        assert_eq!(Draft { to: NaiveDate::from_ymd_opt(2023, 12, 31), ..draft() }.edit(), Err(WhatIfText::NoDays));
        let one_day = Draft { to: draft().from, ..draft() };
        assert!(one_day.edit().is_ok(), "a single day is a time, too");
    }

    #[test]
    fn a_kind_is_taken_in_and_out_again() {
        let more = draft().toggled(UnitKind::Hamlet);
        assert_eq!(more.kinds, BTreeSet::from([UnitKind::Commune, UnitKind::Hamlet]));
        assert_eq!(more.toggled(UnitKind::Hamlet), draft());
    }
}
