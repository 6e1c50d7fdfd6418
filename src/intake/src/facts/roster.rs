//! The roster: rows of `units` tables, shipped or the user's own, to dated units.
//!
//! It decides which rows are versions of one unit and what a parent's or successor's text means. Units of the user
//! override the shipped ones; it knows nothing of activities.

use super::spelling::Spelling;
use crate::fold::fold;
use domain::{
    Arrange, Finding, FindingKind, Gather, Life, NaiveDate, Place, Roster, Unit, UnitIndex, UnitKind, UnitSource,
    UnitVersion,
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
/// `today` decides which of several units of one name, of different times, a parent's name means.
pub fn extend(
    roster: Roster,
    rows: &[UnitRow],
    source: UnitSource,
    today: NaiveDate,
    findings: &mut Vec<Finding>,
) -> Roster {
    let mut roster = if source == UnitSource::User && brings_own_places(&roster, rows) {
        named_as_parents(&roster, rows, today)
    } else {
        roster
    };
    let groups = by_id(rows);
    for (id, group) in &groups {
        insert(&mut roster, id, group, (source, findings));
    }
    let names = Names::of(&roster, today);
    let links: Vec<(&String, Links)> =
        groups.iter().map(|(id, group)| (id, Links::of(group, &names, findings))).collect();
    for (id, links) in links {
        if let Some(index) = roster.find(id)
            && let Some(unit) = roster.get_mut(index)
        {
            links.tie(unit, index);
        }
    }
    roster
}

fn brings_own_places(roster: &Roster, rows: &[UnitRow]) -> bool {
    let is_place = |row: &UnitRow| row.kind.level().is_some() && row.kind != UnitKind::Hamlet;
    rows.iter().any(|row| is_place(row) && roster.find(&row.id()).is_none())
}

/// The shipped units that `rows` name as parents without listing them, with all above them.
fn named_as_parents(roster: &Roster, rows: &[UnitRow], today: NaiveDate) -> Roster {
    let own: BTreeSet<String> = rows.iter().flat_map(|row| [row.id(), fold(&row.name)]).gathered();
    let outside = |row: &&UnitRow| !own.contains(&row.parent) && !own.contains(&fold(&row.parent));
    let mut wanted: BTreeSet<UnitIndex> = BTreeSet::new();
    let names = Names::of(roster, today);
    let mut open: Vec<UnitIndex> =
        rows.iter().filter(outside).filter_map(|row| names.look_up(&row.parent, row.life)).collect();
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
        wanted.iter().zip(0..).map(|(old, number)| (*old, UnitIndex(number))).gathered();
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
        group.arrange_by_key(|row| row.life.from);
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

/// What a unit's rows say of other units.
struct Links {
    parents: Vec<(Life, Option<UnitIndex>)>,
    successors: Vec<UnitIndex>,
}

impl Links {
    fn of(group: &[&UnitRow], names: &Names<'_>, findings: &mut Vec<Finding>) -> Self {
        let mut links = Self { parents: Vec::new(), successors: Vec::new() };
        for row in group {
            links.parents.push((row.life, resolve(row, &row.parent, names, findings)));
            links.successors.extend(row.successors.split(';').filter_map(|text| resolve(row, text, names, findings)));
        }
        links.successors.arrange();
        links.successors.dedup();
        links
    }

    fn tie(self, unit: &mut Unit, index: UnitIndex) {
        for (life, parent) in self.parents {
            for version in unit.versions.iter_mut().filter(|version| version.life == life) {
                version.parent = parent.filter(|parent| *parent != index);
            }
        }
        unit.successors = self.successors;
    }
}

fn resolve(row: &UnitRow, text: &str, names: &Names<'_>, findings: &mut Vec<Finding>) -> Option<UnitIndex> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let found = names.look_up(text, row.life);
    if found.is_none() {
        bad(row, text, findings);
    }
    found
}

/// The units of a roster by name.
struct Names<'r> {
    roster: &'r Roster,
    by_key: BTreeMap<String, Vec<(Spelling, UnitIndex)>>,
    /// Decides between units of different times, where the row does not.
    today: NaiveDate,
}

impl<'r> Names<'r> {
    fn of(roster: &'r Roster, today: NaiveDate) -> Self {
        let mut by_key: BTreeMap<String, Vec<(Spelling, UnitIndex)>> = BTreeMap::new();
        for (index, unit) in roster.iter() {
            for version in &unit.versions {
                let name = Spelling::of(&version.name);
                by_key.entry(name.key.clone()).or_default().push((name, index));
            }
        }
        Self { roster, by_key, today }
    }

    /// By id, or else by name: the user's own before shipped ones, and those that live when the row does. A name that
    /// still fits several units names none.
    fn look_up(&self, text: &str, life: Life) -> Option<UnitIndex> {
        if let Some(index) = self.roster.find(text.trim()) {
            return Some(index);
        }
        let name = Spelling::of(text);
        let mut left: Vec<&(Spelling, UnitIndex)> = self.by_key.get(&name.key)?.iter().collect();
        prefer(&mut left, |(known, _)| known.accented == name.accented);
        prefer(&mut left, |(_, index)| self.unit(*index, |unit| unit.source == UnitSource::User));
        prefer(&mut left, |(_, index)| self.unit(*index, |unit| overlap(life, unit.life())));
        prefer(&mut left, |(_, index)| self.unit(*index, |unit| unit.life().contains(self.today)));
        let first = left.first()?.1;
        left.iter().all(|(_, index)| *index == first).then_some(first)
    }

    fn unit(&self, index: UnitIndex, passes: impl Fn(&Unit) -> bool) -> bool {
        self.roster.get(index).is_some_and(passes)
    }
}

/// Keeps those that pass, if any do.
fn prefer<T>(left: &mut Vec<&T>, passes: impl Fn(&T) -> bool) {
    if left.iter().any(|item| passes(item)) {
        left.retain(|item| passes(item));
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
    let words: BTreeSet<String> = words.map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).gathered();
    words.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, name: &str, kind: UnitKind, parent: &str, (from, to): (&str, &str)) -> UnitRow {
        let (from, to) = (from.parse().ok(), to.parse().ok());
        UnitRow {
            at: Place::default(),
            id: id.to_owned(),
            name: name.to_owned(),
            kind,
            parent: parent.to_owned(),
            life: Life { from, to },
            successors: String::new(),
            tags: String::new(),
        }
    }

    fn extended(roster: Roster, rows: &[UnitRow], source: UnitSource) -> (Roster, usize) {
        let mut findings = Vec::new();
        let roster = extend(roster, rows, source, "2024-12-31".parse().unwrap(), &mut findings);
        (roster, findings.len())
    }

    fn house() -> Roster {
        let rows = [
            row("p", "Tỉnh P", UnitKind::Province, "", ("", "")),
            row("p.a", "Xã A", UnitKind::Commune, "p", ("", "")),
            row("p.b", "Xã B", UnitKind::Commune, "p", ("", "")),
        ];
        extended(Roster::default(), &rows, UnitSource::Shipped).0
    }

    #[test]
    fn rows_of_one_id_are_versions_and_must_not_overlap() {
        let first = row("x", "Xã X", UnitKind::Commune, "", ("", "2024-06-30"));
        for (from, bad) in [("2024-07-01", 0), ("2024-06-30", 1)] {
            let second = row("x", "Xã Y", UnitKind::Commune, "", (from, ""));
            let (roster, findings) = extended(Roster::default(), &[first.clone(), second], UnitSource::User);
            let versions = roster.get(roster.find("x").unwrap()).unwrap().versions.len();
            assert_eq!((versions, findings), (2 - bad, bad), "{from}");
        }
    }

    #[test]
    fn a_list_of_hamlets_extends_the_shipped_roster() {
        let (roster, findings) =
            extended(house(), &[row("h", "Ấp 1", UnitKind::Hamlet, "Xã A", ("", ""))], UnitSource::User);
        let hamlet = roster.get(roster.find("h").unwrap()).unwrap();
        assert_eq!((roster.len(), findings, hamlet.parent()), (4, 0, roster.find("p.a")));
        assert_eq!(hamlet.source, UnitSource::User);
    }

    #[test]
    fn own_communes_replace_the_shipped_ones_but_keep_the_parents_they_name() {
        let own = row("mine", "Xã A", UnitKind::Commune, "Tỉnh P", ("", ""));
        let (roster, _) = extended(house(), &[own], UnitSource::User);
        let ids: Vec<&str> = roster.iter().map(|(_, unit)| unit.id.as_str()).collect();
        assert_eq!(ids, ["p", "mine"]);
        assert_eq!(roster.get(roster.find("mine").unwrap()).unwrap().parent(), roster.find("p"));
    }

    #[test]
    fn a_known_id_is_overridden() {
        let renamed = row("p.a", "Xã A Mới", UnitKind::Commune, "p", ("", ""));
        let (roster, _) = extended(house(), &[renamed], UnitSource::User);
        assert_eq!((roster.len(), roster.get(roster.find("p.a").unwrap()).unwrap().name()), (3, "Xã A Mới"));
    }

    #[test]
    fn a_parent_that_nobody_lists_is_a_finding() {
        let (roster, findings) =
            extended(house(), &[row("h", "Ấp 1", UnitKind::Hamlet, "Xã Z", ("", ""))], UnitSource::User);
        assert_eq!((roster.get(roster.find("h").unwrap()).unwrap().parent(), findings), (None, 1));
    }
}
