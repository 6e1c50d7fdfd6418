//! The shipped rosters: plain `units` tables with `code` and `ground` beside the table's own columns.

use crate::embedded;
use crate::house::AssessError;
use domain::{Life, NaiveDate, Roster, RosterScope, Unit, UnitIndex, UnitKind, UnitSource, UnitVersion};
use std::collections::BTreeMap;
use std::fmt;

const GROUND_OF_THE_PLAN: &str = "kien-giang";

/// A line of a shipped roster that makes no unit. Shipped data are tested, so nobody should ever see one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RosterProblem {
    /// 1-based line over both files.
    pub line: usize,
    /// The line.
    pub text: String,
}

impl fmt::Display for RosterProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} of the shipped rosters makes no unit: `{}`", self.line, self.text)
    }
}

impl std::error::Error for RosterProblem {}

struct Line<'a> {
    id: &'a str,
    name: &'a str,
    kind: UnitKind,
    parent: &'a str,
    life: Life,
    successor: &'a str,
    ground: &'a str,
}

/// The shipped rosters that a plan names, as one; none, if it names none.
pub(crate) fn of_plan(plan: &plan::Plan, scope: RosterScope) -> Result<Roster, AssessError> {
    let files: Result<Vec<&str>, AssessError> = plan.rosters.iter().map(|name| text_of(name)).collect();
    shipped_roster(&files?, scope).map_err(|problem| AssessError::Rules(problem.to_string()))
}

fn text_of(name: &str) -> Result<&'static str, AssessError> {
    let shipped = embedded::ROSTERS.iter().find(|(known, _)| *known == name);
    let unknown = || {
        let known: Vec<&str> = embedded::ROSTERS.iter().map(|(known, _)| *known).collect();
        AssessError::Rules(format!("no roster `{name}` ships; these do: {}", known.join(", ")))
    };
    shipped.map(|(_, text)| *text).ok_or_else(unknown)
}

/// The shipped units: all of former Kiên Giang before 1/7/2025, and after it its 48 communes or all 102 of An Giang.
pub fn shipped_roster(files: &[&str], scope: RosterScope) -> Result<Roster, RosterProblem> {
    let mut lines = Vec::new();
    for text in files.iter().flat_map(|file| file.lines().skip(1)) {
        let line = parse_line(text).ok_or(RosterProblem { line: lines.len() + 1, text: text.to_owned() })?;
        lines.push(line);
    }
    lines.retain(|line| {
        scope == RosterScope::AllAnGiang || line.ground == GROUND_OF_THE_PLAN || line.kind == UnitKind::Province
    });
    Ok(assemble(&lines))
}

/// The files hold names without commas or quotes (tested), so a line is its fields between commas.
fn parse_line(text: &str) -> Option<Line<'_>> {
    let mut fields = text.split(',');
    let mut next = || fields.next().map(str::trim);
    let (id, name, kind) = (next()?, next()?, UnitKind::from_code(next()?)?);
    let (parent, from, to, successor) = (next()?, day(next()?)?, day(next()?)?, next()?);
    let _code = next()?;
    let ground = next()?;
    let valid = !id.is_empty() && !name.is_empty();
    valid.then_some(Line { id, name, kind, parent, life: Life { from, to }, successor, ground })
}

/// Blank is open; anything else must be a day.
#[expect(clippy::option_option, reason = "outer: readable; inner: open or a day")]
fn day(text: &str) -> Option<Option<NaiveDate>> {
    if text.is_empty() {
        return Some(None);
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Some)
}

fn assemble(lines: &[Line<'_>]) -> Roster {
    let mut roster = Roster::default();
    let mut numbers: BTreeMap<&str, UnitIndex> = BTreeMap::new();
    for line in lines {
        if let Some(index) = numbers.get(line.id) {
            if let Some(unit) = roster.get_mut(*index) {
                unit.versions.push(version(line));
            }
        } else if let Ok(index) = roster.push(unit(line)) {
            numbers.insert(line.id, index);
        }
    }
    for line in lines {
        link(&mut roster, &numbers, line);
    }
    roster
}

fn unit(line: &Line<'_>) -> Unit {
    Unit {
        id: line.id.to_owned(),
        kind: line.kind,
        source: UnitSource::Shipped,
        versions: vec![version(line)],
        successors: Vec::new(),
        tags: Vec::new(),
    }
}

fn version(line: &Line<'_>) -> UnitVersion {
    UnitVersion { name: line.name.to_owned(), parent: None, life: line.life }
}

/// Parents and successors are known by number only once every unit is in.
fn link(roster: &mut Roster, numbers: &BTreeMap<&str, UnitIndex>, line: &Line<'_>) {
    let Some(unit) = numbers.get(line.id).and_then(|index| roster.get_mut(*index)) else { return };
    if let Some(version) = unit.versions.iter_mut().find(|version| version.life == line.life) {
        version.parent = numbers.get(line.parent).copied();
    }
    unit.successors.extend(numbers.get(line.successor));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alive(roster: &Roster, kind: UnitKind, day: &str) -> usize {
        let day = day.parse().unwrap();
        roster.iter().filter(|(_, unit)| unit.kind == kind && unit.life().contains(day)).count()
    }

    fn both(scope: RosterScope) -> Roster {
        shipped_roster(&embedded::ROSTERS.map(|(_, text)| text), scope).unwrap()
    }

    #[test]
    fn communes_are_144_then_143_then_48_of_102() {
        let former = both(RosterScope::FormerKienGiang);
        assert_eq!(alive(&former, UnitKind::Commune, "2024-12-31"), 144);
        assert_eq!(alive(&former, UnitKind::Commune, "2025-06-30"), 143);
        assert_eq!(alive(&former, UnitKind::Commune, "2025-07-01"), 48);
        assert_eq!(alive(&both(RosterScope::AllAnGiang), UnitKind::Commune, "2025-07-01"), 102);
    }

    #[test]
    fn districts_are_15_and_end_on_30_june_2025() {
        let roster = both(RosterScope::FormerKienGiang);
        assert_eq!(alive(&roster, UnitKind::District, "2025-06-30"), 15);
        assert_eq!(alive(&roster, UnitKind::District, "2025-07-01"), 0);
    }

    #[test]
    fn every_commune_that_ended_has_a_successor_and_every_unit_but_provinces_a_parent() {
        let roster = both(RosterScope::FormerKienGiang);
        for (_, unit) in roster.iter() {
            if unit.kind == UnitKind::Commune && unit.life().to.is_some() {
                assert_eq!(unit.successors.len(), 1, "{}", unit.id);
            }
            for version in &unit.versions {
                assert_eq!(version.parent.is_none(), unit.kind == UnitKind::Province, "{}", unit.id);
            }
        }
    }

    #[test]
    fn a_commune_that_kept_its_name_is_one_unit_with_two_parents() {
        let roster = both(RosterScope::FormerKienGiang);
        let unit = roster.get(roster.find("kg.kien-luong.xa-hon-nghe").unwrap()).unwrap();
        let parent = |day: &str| roster.id(unit.parent_at(day.parse().unwrap()).unwrap());
        assert_eq!(parent("2025-06-30"), "kg.kien-luong");
        assert_eq!(parent("2025-07-01"), "ag");
    }

    #[test]
    fn a_broken_line_is_named() {
        let problem = shipped_roster(&["head\nid,name,nonsense,,,,,,\n"], RosterScope::AllAnGiang).unwrap_err();
        assert_eq!(problem.line, 1);
    }
}
