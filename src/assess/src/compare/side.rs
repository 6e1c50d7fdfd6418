//! One side of a comparison, and the units of two sides under one number.
//!
//! A unit is the same on both sides by its id, which outlives every change of its name. Units that no shipped roster
//! names may have got their id from a roster on one side and from the data on the other: they are also known by kind,
//! name and parent.

use crate::assessment::Assessment;
use crate::defaults;
use domain::{CompareSide, Facts, NaiveDate, Roster, Unit, UnitIndex, UnitKind, UnitSource, Verdict};
use engine::Judge;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// One side: facts, judged on a day.
pub(super) struct Side<'a> {
    assessment: &'a Assessment,
    pub(super) as_of: NaiveDate,
    verdicts: Cow<'a, [Verdict]>,
    pub(super) judge: Judge<'a>,
}

impl<'a> Side<'a> {
    /// An assessment as it stands.
    pub(super) fn of(assessment: &'a Assessment) -> Self {
        let verdicts = Cow::Borrowed(assessment.verdicts.as_slice());
        Self { assessment, as_of: assessment.as_of, verdicts, judge: assessment.judge() }
    }

    /// The same facts on another day.
    pub(super) fn on(assessment: &'a Assessment, as_of: NaiveDate) -> Self {
        let judge = Judge::new(&assessment.plan, assessment.facts(), as_of);
        let verdicts = assessment.board_on(as_of).verdicts();
        Self { assessment, as_of, verdicts: Cow::Owned(verdicts), judge }
    }

    pub(super) fn facts(&self) -> &'a Facts {
        self.assessment.facts()
    }

    /// Is it this assessment, on whatever day?
    pub(super) fn is_of(&self, assessment: &Assessment) -> bool {
        std::ptr::eq(self.assessment, assessment)
    }

    /// Verdicts on units under the unit with this id; on everything, shares as a whole included, without one.
    pub(super) fn verdicts_of<'s>(&'s self, scope: Option<&str>, year: i32) -> impl Iterator<Item = &'s Verdict> {
        let node = scope.map(|id| self.facts().roster.find(id));
        self.verdicts.iter().filter(move |verdict| match (node, verdict.unit) {
            (None, _) => true,
            (Some(Some(node)), Some(unit)) => defaults::in_scope(self.facts(), Some(node), unit, year),
            (Some(_), _) => false,
        })
    }

    /// Is the unit under the unit with this id?
    pub(super) fn holds(&self, scope: Option<&str>, unit: UnitIndex, year: i32) -> bool {
        let node = |id| self.facts().roster.find(id);
        scope.is_none_or(|id| node(id).is_some_and(|node| defaults::in_scope(self.facts(), Some(node), unit, year)))
    }

    /// The id of the scope.
    pub(super) fn scope(&self) -> Option<&'a str> {
        self.assessment.scope.map(|unit| self.facts().roster.id(unit))
    }

    /// The name of a unit and of its parent in the year shown.
    pub(super) fn names(&self, unit: UnitIndex) -> Option<(String, String)> {
        let line = self.assessment.unit_line(unit)?;
        Some((line.name, line.parent))
    }

    pub(super) fn told(&self) -> CompareSide {
        CompareSide {
            as_of: self.as_of,
            files: self.assessment.file_names(),
            rows: self.facts().tables.iter().map(|table| table.rows).sum(),
            failed: self.assessment.failed().to_vec(),
        }
    }
}

/// The units of two sides, each under one number.
pub(super) struct Joint {
    before: Vec<u32>,
    after: Vec<u32>,
}

impl Joint {
    pub(super) fn new(before: &Side<'_>, after: &Side<'_>) -> Self {
        let mut known = Known::default();
        // What is loaded leads: its rosters know more names than a unit that is only seen in the data.
        let after = known.numbers(&after.facts().roster);
        Self { before: known.numbers(&before.facts().roster), after }
    }

    pub(super) fn before(&self, unit: Option<UnitIndex>) -> Option<u32> {
        self.before.get(unit?.0 as usize).copied()
    }

    pub(super) fn after(&self, unit: Option<UnitIndex>) -> Option<u32> {
        self.after.get(unit?.0 as usize).copied()
    }
}

/// The numbers given so far.
#[derive(Default)]
struct Known<'r> {
    next: u32,
    by_id: BTreeMap<&'r str, u32>,
    by_name: BTreeMap<(UnitKind, String, &'r str), u32>,
}

impl<'r> Known<'r> {
    fn numbers(&mut self, roster: &'r Roster) -> Vec<u32> {
        let (mut ids, mut names) = (Vec::new(), Vec::new());
        let numbers = roster
            .iter()
            .map(|(_, unit)| {
                let name = (unit.source != UnitSource::Shipped).then(|| named(roster, unit));
                let found = self.by_id.get(unit.id.as_str()).or_else(|| self.by_name.get(name.as_ref()?)).copied();
                let number = found.unwrap_or_else(|| self.fresh());
                ids.push((unit.id.as_str(), number));
                names.extend(name.map(|name| (name, number)));
                number
            })
            .collect();
        // Only now: two units of one roster are never the same.
        self.by_id.extend(ids);
        self.by_name.extend(names);
        numbers
    }

    fn fresh(&mut self) -> u32 {
        self.next += 1;
        self.next
    }
}

fn named<'r>(roster: &'r Roster, unit: &Unit) -> (UnitKind, String, &'r str) {
    (unit.kind, unit.name().to_lowercase(), unit.parent().map_or("", |parent| roster.id(parent)))
}
