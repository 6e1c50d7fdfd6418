//! The roster: rows of `units` tables, shipped or the user's own, to dated units.
//!
//! It decides which rows are versions of one unit and what a parent's or successor's text means. Units of the user
//! override the shipped ones; it knows nothing of activities.

use crate::fold::fold;
use domain::{
    Finding, FindingKind, Life, Place, Roster, Unit, UnitIndex, UnitKind, UnitSource, UnitVersion,
};
use std::collections::{BTreeMap, BTreeSet};

/// One row of a `units` table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// Where it stands.
    pub at: Place,
    /// Id; empty = made from kind, name and parent.
    pub id: String,
    /// Full name with its type word.
    pub name: String,
    /// Kind.
    pub kind: UnitKind,
    /// Parent, by id or by name; empty = none.
    pub parent: String,
    /// While name and parent held.
    pub life: Life,
    /// Who took over, by id or by name, `;` between several.
    pub successors: String,
    /// Marks, `;` between several.
    pub tags: String,
}

impl UnitRow {
    fn id(&self) -> String {
        if !self.id.is_empty() {
            return self.id.clone();
        }
        let slug = |text: &str| fold(text).replace(' ', "-");
        format!("{}-{}@{}", self.kind.code(), slug(&self.name), slug(&self.parent))
    }
}

/// Adds `rows` to `roster`: rows of one id are versions of one unit, and a known id is overridden.
///
/// A user's roster that lists provinces, districts or communes of its own (with ids that no shipped unit has) replaces
/// the shipped units, except those that it names as parents: two lists of the same communes would double every share.
pub fn extend(roster: Roster, rows: &[UnitRow], source: UnitSource, findings: &mut Vec<Finding>) -> Roster {
    let mut roster = if source == UnitSource::User && brings_own_places(&roster, rows) {
        named_as_parents(&roster, rows)
    } else {
        roster
    };
    let groups = by_id(rows);
    for (id, group) in &groups {
        insert(&mut roster, id, group, (source, findings));
    }
    let names = Names::of(&roster);
    for (id, group) in &groups {
        link(&mut roster, id, group, (&names, findings));
    }
    roster
}

fn brings_own_places(roster: &Roster, rows: &[UnitRow]) -> bool {
    let is_place = |row: &UnitRow| row.kind.level().is_some() && row.kind != UnitKind::Hamlet;
    rows.iter().any(|row| is_place(row) && roster.find(&row.id()).is_none())
}

/// The shipped units that `rows` name as parents without listing them, with all above them.
fn named_as_parents(roster: &Roster, rows: &[UnitRow]) -> Roster {
    let own: BTreeSet<String> = rows.iter().flat_map(|row| [row.id(), fold(&row.name)]).collect();
    let outside = |row: &&UnitRow| !own.contains(&row.parent) && !own.contains(&fold(&row.parent));
    let mut wanted: BTreeSet<UnitIndex> = BTreeSet::new();
    let names = Names::of(roster);
    let mut open: Vec<UnitIndex> =
        rows.iter().filter(outside).filter_map(|row| names.look_up(roster, &row.parent, row.life)).collect();
    while let Some(index) = open.pop() {
        if wanted.insert(index) {
            let versions = roster.get(index).map(|unit| unit.versions.as_slice()).unwrap_or_default();
            open.extend(versions.iter().filter_map(|version| version.parent));
        }
    }
    renumbered(roster, &wanted)
}

fn renumbered(roster: &Roster, wanted: &BTreeSet<UnitIndex>) -> Roster {
    let new: BTreeMap<UnitIndex, UnitIndex> =
        wanted.iter().zip(0..).map(|(old, number)| (*old, UnitIndex(number))).collect();
    let mut kept = Roster::default();
    for mut unit in wanted.iter().filter_map(|index| roster.get(*index)).cloned() {
        for version in &mut unit.versions {
            version.parent = version.parent.and_then(|parent| new.get(&parent).copied());
        }
        unit.successors = unit.successors.iter().filter_map(|unit| new.get(unit).copied()).collect();
        // Ids were unique before, so this cannot fail.
        let _ = kept.push(unit);
    }
    kept
}

fn by_id(rows: &[UnitRow]) -> Vec<(String, Vec<&UnitRow>)> {
    let mut groups: Vec<(String, Vec<&UnitRow>)> = Vec::new();
    let mut position: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let id = row.id();
        match position.get(&id).and_then(|at| groups.get_mut(*at)) {
            Some((_, group)) => group.push(row),
            None => {
                position.insert(id.clone(), groups.len());
                groups.push((id, vec![row]));
            }
        }
    }
    for (_, group) in &mut groups {
        group.sort_by_key(|row| row.life.from);
    }
    groups
}

fn insert(roster: &mut Roster, id: &str, group: &[&UnitRow], (source, findings): (UnitSource, &mut Vec<Finding>)) {
    let versions = versions(group, findings);
    let Some(first) = group.first().filter(|_| !versions.is_empty()) else { return };
    let unit = Unit {
        id: id.to_owned(),
        kind: first.kind,
        source,
        versions,
        successors: Vec::new(),
        tags: listed(group.iter().flat_map(|row| row.tags.split(';'))),
    };
    match roster.find(id).and_then(|index| roster.get_mut(index)) {
        Some(known) => *known = unit,
        None => {
            // The id is free and there is a version, so this cannot fail.
            let _ = roster.push(unit);
        }
    }
}

/// Versions in time order; one that begins before the last has ended is refused, and so is one without a name.
fn versions(group: &[&UnitRow], findings: &mut Vec<Finding>) -> Vec<UnitVersion> {
    let mut versions: Vec<UnitVersion> = Vec::new();
    for row in group {
        let follows = versions.last().is_none_or(|last| last.life.to.is_some() && last.life.to < row.life.from);
        let is_valid = row.life.to.is_none() || row.life.from <= row.life.to;
        if row.name.is_empty() || !follows || !is_valid {
            bad(row, &row.name, findings);
            continue;
        }
        versions.push(UnitVersion { name: row.name.clone(), parent: None, life: row.life });
    }
    versions
}

fn link(roster: &mut Roster, id: &str, group: &[&UnitRow], (names, findings): (&Names, &mut Vec<Finding>)) {
    let Some(index) = roster.find(id) else { return };
    for row in group {
        let parent = resolve(roster, row, &row.parent, (names, findings)).filter(|parent| *parent != index);
        let successors: Vec<UnitIndex> =
            row.successors.split(';').filter_map(|text| resolve(roster, row, text, (names, findings))).collect();
        let Some(unit) = roster.get_mut(index) else { return };
        for version in unit.versions.iter_mut().filter(|version| version.life == row.life) {
            version.parent = parent;
        }
        unit.successors.extend(successors);
        unit.successors.sort_unstable();
        unit.successors.dedup();
    }
}

fn resolve(
    roster: &Roster,
    row: &UnitRow,
    text: &str,
    (names, findings): (&Names, &mut Vec<Finding>),
) -> Option<UnitIndex> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let found = names.look_up(roster, text, row.life);
    if found.is_none() {
        bad(row, text, findings);
    }
    found
}

/// The units of a roster by folded name.
struct Names(BTreeMap<String, Vec<UnitIndex>>);

impl Names {
    fn of(roster: &Roster) -> Self {
        let mut names: BTreeMap<String, Vec<UnitIndex>> = BTreeMap::new();
        for (index, unit) in roster.iter() {
            for version in &unit.versions {
                names.entry(fold(&version.name)).or_default().push(index);
            }
        }
        Self(names)
    }

    /// By id, or else by name: one that lives when the row does is preferred.
    fn look_up(&self, roster: &Roster, text: &str, life: Life) -> Option<UnitIndex> {
        let named = self.0.get(&fold(text)).map(Vec::as_slice).unwrap_or_default();
        let lives = |index: &&UnitIndex| roster.get(**index).is_some_and(|unit| overlap(life, unit.life()));
        roster.find(text.trim()).or_else(|| named.iter().find(lives).or(named.first()).copied())
    }
}

fn overlap(a: Life, b: Life) -> bool {
    let ends_before = |a: Life, b: Life| a.to.is_some_and(|to| b.from.is_some_and(|from| to < from));
    !ends_before(a, b) && !ends_before(b, a)
}

fn bad(row: &UnitRow, text: &str, findings: &mut Vec<Finding>) {
    findings.push(Finding { at: row.at.clone(), kind: FindingKind::BadUnitRow { text: text.to_owned() } });
}

/// Words of a `;` list: trimmed, sorted, once each.
pub(crate) fn listed<'a>(words: impl Iterator<Item = &'a str>) -> Vec<String> {
    let words: BTreeSet<String> = words.map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect();
    words.into_iter().collect()
}
