//! Random units: a tree of three to twelve, with lives, successors and parents that change.

use super::borders::Borders;
use super::dice::Dice;
use domain::{Life, NaiveDate, Roster, Unit, UnitIndex, UnitKind, UnitSource, UnitVersion};

/// Governments come up more often than bodies: they have others below them.
const KINDS: [UnitKind; 16] = [
    UnitKind::District,
    UnitKind::District,
    UnitKind::Commune,
    UnitKind::Commune,
    UnitKind::Commune,
    UnitKind::Hamlet,
    UnitKind::Hamlet,
    UnitKind::Agency,
    UnitKind::Agency,
    UnitKind::Union,
    UnitKind::Org,
    UnitKind::Enterprise,
    UnitKind::School,
    UnitKind::Health,
    UnitKind::Media,
    UnitKind::Media,
];

pub(super) const TAGS: [&str; 2] = ["miền núi", "nghèo"];

pub(super) fn roster(dice: &mut Dice, borders: &mut Borders) -> Roster {
    let mut roster = Roster::default();
    for number in 0..3 + dice.roll(10) {
        let kind = if number == 0 && dice.chance(80) { UnitKind::Province } else { dice.pick(&KINDS) };
        let unit = unit(dice, borders, &roster, number, kind);
        roster.push(unit).unwrap();
    }
    hand_over(dice, &mut roster);
    roster
}

fn unit(dice: &mut Dice, borders: &mut Borders, roster: &Roster, number: usize, kind: UnitKind) -> Unit {
    // Ids are not in the order of numbers.
    let id = format!("{}{number}", dice.pick(&["a", "b", "c", "d", "e"]));
    let life = life(dice, borders);
    let mut tags: Vec<String> = dice.some::<_, Vec<_>>(25, &TAGS).into_iter().map(str::to_owned).collect();
    tags.sort();
    Unit {
        versions: versions(dice, borders, roster, kind, life),
        id,
        kind,
        source: if dice.chance(80) { UnitSource::User } else { UnitSource::Data },
        successors: Vec::new(),
        tags,
    }
}

fn life(dice: &mut Dice, borders: &mut Borders) -> Life {
    let from = dice.maybe(16, |dice| borders.day(dice));
    let to = dice.maybe(22, |dice| borders.day(dice)).filter(|to| from.is_none_or(|from| from <= *to));
    for day in from.into_iter().chain(to) {
        borders.add(day);
    }
    Life { from, to }
}

/// One version, or two with another parent from some day of the life on.
fn versions(dice: &mut Dice, borders: &mut Borders, roster: &Roster, kind: UnitKind, life: Life) -> Vec<UnitVersion> {
    let version = |name: &str, parent, life| UnitVersion { name: name.to_owned(), parent, life };
    let first = parent(dice, roster, kind);
    let change = dice.maybe(25, |dice| borders.day(dice));
    let change = change.filter(|day| life.contains(*day) && life.from.is_none_or(|from| from < *day));
    let Some(day) = change else { return vec![version("x", first, life)] };
    borders.add(day);
    vec![
        version("x", first, Life { from: life.from, to: day.pred_opt() }),
        version("y", parent(dice, roster, kind), Life { from: Some(day), to: life.to }),
    ]
}

/// A unit of a higher level; bodies may stand under other bodies; some units stand under nobody.
fn parent(dice: &mut Dice, roster: &Roster, kind: UnitKind) -> Option<UnitIndex> {
    let above: Vec<UnitIndex> = roster
        .iter()
        .filter(|(_, unit)| match (unit.kind.level(), kind.level()) {
            (Some(above), Some(own)) => above < own,
            (Some(_), None) => true,
            (None, None) => unit.parent().is_none() && unit.versions.len() == 1 && unit.kind != kind,
            (None, Some(_)) => false,
        })
        .map(|(index, _)| index)
        .collect();
    (!above.is_empty() && dice.chance(88)).then(|| dice.pick(&above))
}

/// A unit that ended is followed by others of its kind.
fn hand_over(dice: &mut Dice, roster: &mut Roster) {
    let ended: Vec<(UnitIndex, UnitKind, NaiveDate)> =
        roster.iter().filter_map(|(index, unit)| Some((index, unit.kind, unit.life().to?))).collect();
    for (index, kind, last) in ended {
        let heirs: Vec<UnitIndex> = roster
            .iter()
            .filter(|(heir, unit)| *heir != index && unit.kind == kind && unit.life().to.is_none_or(|to| to > last))
            .map(|(heir, _)| heir)
            .collect();
        if let Some(unit) = roster.get_mut(index).filter(|_| !heirs.is_empty()) {
            unit.successors = vec![dice.pick(&heirs)];
        }
    }
}
