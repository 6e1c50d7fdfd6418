//! Facts in the order in which judging asks for them: rows by unit and by subtree, copies, submissions by unit, and
//! the tree. It decides nothing about rules; it is built once for a set of facts.

use domain::{Activity, Facts, Gather, NaiveDate, Roster, Span, Submission, Unit, UnitIndex, UnitKind};
use plan::CountScope;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// More steps than there are levels: a roster may hold a loop by mistake.
const DEEPEST: usize = 8;

pub(crate) struct Index<'a> {
    facts: &'a Facts,
    order: Rc<Order>,
    /// Filed when the first row is asked for.
    rows: OnceCell<Rows>,
    submissions: BTreeMap<UnitIndex, Vec<&'a Submission>>,
}

/// The units of a roster in the order of output.
pub(crate) struct Order {
    by_id: Vec<(UnitIndex, UnitKind)>,
    parents: BTreeSet<UnitIndex>,
}

/// Rows by who is judged by them.
struct Rows {
    own: Vec<Vec<u32>>,
    subtree: Vec<Vec<u32>>,
    /// For each row, the first row that it equals.
    originals: Vec<u32>,
}

impl Order {
    pub(crate) fn of(roster: &Roster) -> Self {
        Self { by_id: sorted_by_id(roster), parents: parents(roster) }
    }

    /// Units of these kinds, by id.
    pub(crate) fn units_of(&self, kinds: &BTreeSet<UnitKind>) -> impl Iterator<Item = UnitIndex> {
        let is_asked = UnitKind::ALL.map(|kind| kinds.contains(&kind));
        let units = self.by_id.iter();
        units.filter(move |(_, kind)| is_asked.get(*kind as usize) == Some(&true)).map(|(index, _)| *index)
    }

    /// Every unit that has, or had, units below it, by id.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = UnitIndex> {
        self.by_id.iter().filter(|(index, _)| self.parents.contains(index)).map(|(index, _)| *index)
    }
}

impl<'a> Index<'a> {
    pub(crate) fn new(facts: &'a Facts) -> Self {
        Self::in_order(facts, Rc::new(Order::of(&facts.roster)))
    }

    /// As [`Index::new`], where the order of the roster is known already.
    pub(crate) fn in_order(facts: &'a Facts, order: Rc<Order>) -> Self {
        let mut submissions: BTreeMap<UnitIndex, Vec<&'a Submission>> = BTreeMap::new();
        for submission in facts.submissions.iter().flatten() {
            submissions.entry(submission.unit).or_default().push(submission);
        }
        Self { facts, order, rows: OnceCell::new(), submissions }
    }

    /// Rows that a count of this scope looks at, in the order of the facts.
    pub(crate) fn rows(&self, unit: UnitIndex, scope: CountScope) -> &[u32] {
        let filed = self.filed();
        let rows = match scope {
            CountScope::OwnRows => &filed.own,
            CountScope::Subtree => &filed.subtree,
        };
        rows.get(unit.0 as usize).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn row(&self, row: u32) -> Option<&'a Activity> {
        self.facts.activities.get(row as usize)
    }

    /// The first row that `row` equals (itself, if there is none before).
    pub(crate) fn original(&self, row: u32) -> u32 {
        self.filed().originals.get(row as usize).copied().unwrap_or(row)
    }

    /// What a unit handed in, in the order of the facts.
    pub(crate) fn submissions(&self, unit: UnitIndex) -> &[&'a Submission] {
        self.submissions.get(&unit).map_or(&[], Vec::as_slice)
    }

    /// Units of these kinds, by id.
    pub(crate) fn units_of(&self, kinds: &BTreeSet<UnitKind>) -> impl Iterator<Item = (UnitIndex, &'a Unit)> {
        self.order.units_of(kinds).filter_map(|index| self.facts.roster.get(index).map(|unit| (index, unit)))
    }

    /// Every unit that has, or had, units below it, by id.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = (UnitIndex, &'a Unit)> {
        self.order.nodes().filter_map(|index| self.facts.roster.get(index).map(|unit| (index, unit)))
    }

    fn filed(&self) -> &Rows {
        self.rows.get_or_init(|| Rows::file(self.facts))
    }
}

impl Rows {
    fn file(facts: &Facts) -> Self {
        let nobody = vec![Vec::new(); facts.roster.len()];
        let originals = originals(&facts.activities);
        let mut filed = Self { own: nobody.clone(), subtree: nobody, originals };
        for (row, activity) in (0..).zip(&facts.activities) {
            if let Some(rows) = filed.own.get_mut(activity.unit.0 as usize) {
                rows.push(row);
            }
            for node in nodes_above(&facts.roster, activity.unit, activity.when) {
                if let Some(rows) = filed.subtree.get_mut(node.0 as usize) {
                    rows.push(row);
                }
            }
        }
        filed
    }
}

/// The unit and all above it on `day`, lowest first; without a day by the latest parents.
pub(crate) fn ancestors(roster: &Roster, unit: UnitIndex, day: Option<NaiveDate>) -> Vec<UnitIndex> {
    let mut path = Vec::new();
    let mut at = Some(unit);
    while let Some(index) = at.filter(|index| path.len() < DEEPEST && !path.contains(index)) {
        path.push(index);
        at = roster.get(index).and_then(|unit| day.map_or(unit.parent(), |day| unit.parent_at(day)));
    }
    path
}

/// Under whom a row stands: by the parents on its first day; without a date under all parents its unit ever had.
pub(crate) fn nodes_above(roster: &Roster, unit: UnitIndex, when: Option<Span>) -> BTreeSet<UnitIndex> {
    if let Some(span) = when {
        return ancestors(roster, unit, Some(span.from())).into_iter().gathered();
    }
    let versions = roster.get(unit).map_or(&[][..], |unit| &unit.versions);
    versions.iter().flat_map(|version| ancestors(roster, unit, version.life.from.or(version.life.to))).gathered()
}

/// For each row the first row that equals it in unit, date, kind, title, channel and count; rows without a title are
/// never copies.
fn originals(rows: &[Activity]) -> Vec<u32> {
    let mut first = BTreeMap::new();
    (0..).zip(rows).map(|(number, row)| number_of_first(&mut first, number, row)).collect()
}

type Likeness<'a> = (UnitIndex, Option<Span>, domain::ActivityKind, &'a str, &'a str, u32);

fn number_of_first<'a>(first: &mut BTreeMap<Likeness<'a>, u32>, number: u32, row: &'a Activity) -> u32 {
    if row.title.trim().is_empty() {
        return number;
    }
    let likeness = (row.unit, row.when, row.kind, row.title.as_str(), row.channel.as_str(), row.count);
    *first.entry(likeness).or_insert(number)
}

fn sorted_by_id(roster: &Roster) -> Vec<(UnitIndex, UnitKind)> {
    let mut units: Vec<(&str, UnitIndex, UnitKind)> =
        roster.iter().map(|(index, unit)| (unit.id.as_str(), index, unit.kind)).collect();
    units.sort_unstable();
    units.into_iter().map(|(_, index, kind)| (index, kind)).collect()
}

/// Units that have, or had, units below them.
pub(crate) fn parents(roster: &Roster) -> BTreeSet<UnitIndex> {
    roster.iter().flat_map(|(_, unit)| unit.versions.iter().filter_map(|version| version.parent)).gathered()
}
