//! Which province, district or commune a place's name means.
//!
//! It decides by type word, letters, accents, what is around, and life; each step only narrows down what the step
//! before left. It never picks one of several that fit equally.

use super::name::PlaceName;
use super::question::{Care, When};
use super::spelling::{Spelling, allowed_typos, name_distance, typos};
use super::terms::Designation;
use domain::{Arrange, Life, Roster, Unit, UnitIndex, UnitKind, UnitVersion};
use std::collections::BTreeMap;

/// What is known around a place's name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surroundings<'a> {
    /// See [`super::question::Question`].
    pub(crate) kind: Option<UnitKind>,
    pub(crate) around: &'a [UnitIndex],
    pub(crate) scope: &'a [UnitIndex],
    pub(crate) usual: Option<UnitKind>,
    pub(crate) when: When,
    pub(crate) care: Care,
}

/// What a place's name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// No place.
    Nothing,
    /// This one.
    One { unit: UnitIndex, exact: bool },
    /// Several fit.
    Many(Vec<UnitIndex>),
    /// This one, which did not live then.
    Outside(UnitIndex),
}

#[derive(Clone, Debug)]
struct Known {
    unit: UnitIndex,
    kind: UnitKind,
    designation: Option<Designation>,
    name: Spelling,
    life: Life,
    version: Life,
}

/// All places of a roster, by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    known: Vec<Known>,
    by_key: BTreeMap<String, Vec<usize>>,
}

/// Candidates that are still possible.
struct Candidates<'a> {
    left: Vec<&'a Known>,
    exact: bool,
}

impl<'a> Candidates<'a> {
    /// Keeps those that pass, if any do.
    fn prefer(&mut self, passes: impl Fn(&Known) -> bool) -> bool {
        let kept: Vec<&'a Known> = self.left.iter().copied().filter(|known| passes(known)).collect();
        let any = !kept.is_empty();
        if any {
            self.left = kept;
        }
        any
    }

    fn units(&self) -> Vec<UnitIndex> {
        let mut units: Vec<UnitIndex> = self.left.iter().map(|known| known.unit).collect();
        units.arrange();
        units.dedup();
        units
    }
}

impl Places {
    /// Indexes one version of a unit.
    pub(crate) fn add(&mut self, index: UnitIndex, unit: &Unit, version: &UnitVersion, place: &PlaceName) {
        let name = place.spelling();
        self.by_key.entry(name.key.clone()).or_default().push(self.known.len());
        self.known.push(Known {
            unit: index,
            kind: unit.kind,
            designation: place.designation,
            name,
            life: unit.life(),
            version: version.life,
        });
    }

    /// Is a place written exactly so, accents included?
    pub(crate) fn has_spelling(&self, name: &Spelling) -> bool {
        self.named(&name.key).any(|known| known.name.accented == name.accented)
    }

    /// Which place the name means.
    pub(crate) fn find(&self, roster: &Roster, place: &PlaceName, hints: &Surroundings<'_>) -> Found {
        let name = place.spelling();
        let mut candidates = self.same_letters(place, &name, hints);
        if candidates.left.is_empty() && hints.care == Care::FewTypos {
            candidates = self.few_typos(roster, place, &name, hints);
        }
        if candidates.left.is_empty() {
            return Found::Nothing;
        }
        self.decide(roster, candidates, hints)
    }

    /// The unit around the text that has this type word: "UBND xã" in a commune's own file.
    pub(crate) fn around_of_kind(
        &self,
        roster: &Roster,
        designation: Option<Designation>,
        hints: &Surroundings<'_>,
    ) -> Option<UnitIndex> {
        let kind = designation?.kind;
        let is_kind = |unit: &&UnitIndex| roster.get(**unit).is_some_and(|unit| unit.kind == kind);
        let near = hints.around.iter().chain(hints.scope).find(is_kind).copied();
        near.or_else(|| {
            let alive = |known: &&Known| known.kind == kind && is_alive(known.life, hints.when);
            let mut all = self.known.iter().filter(alive).map(|known| known.unit);
            all.next().filter(|_| kind == UnitKind::Province)
        })
    }

    fn named(&self, key: &str) -> impl Iterator<Item = &Known> {
        self.by_key.get(key).into_iter().flatten().filter_map(|index| self.known.get(*index))
    }

    fn same_letters(&self, place: &PlaceName, name: &Spelling, hints: &Surroundings<'_>) -> Candidates<'_> {
        let mut candidates = Candidates { left: self.named(&name.key).collect(), exact: true };
        fit_type(&mut candidates, place, hints.kind);
        if !name.is_plain() && !candidates.prefer(|known| known.name.accented == name.accented) {
            candidates.exact = false;
        }
        candidates
    }

    /// The nearest names within the allowed typos, among those that could be meant.
    fn few_typos(
        &self,
        roster: &Roster,
        place: &PlaceName,
        name: &Spelling,
        hints: &Surroundings<'_>,
    ) -> Candidates<'_> {
        let limit = allowed_typos(&name.key);
        let left = self.known.iter().filter(|known| limit > 0 && is_alive(known.life, hints.when));
        let mut pool = Candidates { left: left.collect(), exact: false };
        fit_type(&mut pool, place, hints.kind);
        for parent in hints.around {
            pool.prefer(|known| is_below(roster, known, *parent, hints.when));
        }
        let distance = |known: &Known| name_distance(&known.name.key, &name.key, limit);
        let best = pool.left.iter().filter_map(|known| distance(known)).min();
        pool.left.retain(|known| best.is_some() && distance(known) == best);
        nearest_accents(&mut pool, name);
        pool
    }

    fn decide(&self, roster: &Roster, mut candidates: Candidates<'_>, hints: &Surroundings<'_>) -> Found {
        let all = candidates.left.clone();
        let mut placed = false;
        for parent in hints.around {
            placed |= candidates.prefer(|known| is_below(roster, known, *parent, hints.when));
        }
        if !placed && contradicts(roster, &candidates, hints) {
            candidates.exact = false;
        }
        if !candidates.prefer(|known| is_alive(known.life, hints.when))
            && let Some(found) = nobody_alive(roster, &candidates, &all, hints.when)
        {
            return found;
        }
        candidates.prefer(|known| is_alive(known.version, hints.when));
        for scope in hints.scope {
            candidates.prefer(|known| is_below(roster, known, *scope, hints.when));
        }
        candidates.prefer(|known| Some(known.kind) == hints.usual);
        match candidates.units().as_slice() {
            [unit] => Found::One { unit: *unit, exact: candidates.exact },
            units => Found::Many(units.to_vec()),
        }
    }
}

/// The type word decides; another word of the same level is a guess. Without one the column's kind decides.
fn fit_type(candidates: &mut Candidates<'_>, place: &PlaceName, kind: Option<UnitKind>) {
    let Some(designation) = place.designation else {
        candidates.prefer(|known| Some(known.kind) == kind);
        return;
    };
    let same_word = |known: &Known| known.designation == Some(designation);
    if !candidates.prefer(same_word) && !candidates.left.is_empty() {
        candidates.exact = false;
        candidates.left.retain(|known| known.kind == designation.kind);
    }
}

fn nearest_accents(pool: &mut Candidates<'_>, name: &Spelling) {
    let distance = |known: &Known| typos(&known.name.accented, &name.accented, usize::MAX);
    let best = pool.left.iter().filter_map(|known| distance(known)).min();
    if !name.is_plain() {
        pool.prefer(|known| distance(known) == best);
    }
}

/// Is the place strictly below `parent`, in the part of its life nearest to the days asked about?
fn is_below(roster: &Roster, known: &Known, parent: UnitIndex, when: When) -> bool {
    let asked = when.span().from();
    let day = known.life.to.map_or(asked, |to| asked.min(to));
    let day = known.life.from.map_or(day, |from| day.max(from));
    known.unit != parent && roster.is_under(known.unit, parent, day)
}

fn is_alive(life: Life, when: When) -> bool {
    life.cut(when.span()).is_some()
}

/// A living unit of a higher level is named around, and the place is not in it.
fn contradicts(roster: &Roster, candidates: &Candidates<'_>, hints: &Surroundings<'_>) -> bool {
    hints.around.iter().filter_map(|parent| roster.get(*parent)).any(|parent| {
        is_alive(parent.life(), hints.when)
            && candidates
                .left
                .iter()
                .any(|known| parent.kind.level() < known.kind.level() && parent.kind.level().is_some())
    })
}

/// None of the namesakes lived then. An heir of the same name on the same ground is meant, if there is one; a namesake
/// elsewhere is not.
fn nobody_alive(roster: &Roster, candidates: &Candidates<'_>, all: &[&Known], when: When) -> Option<Found> {
    let When::On(_) = when else { return None };
    let is_heir = |known: &&&Known| {
        is_alive(known.life, when)
            && candidates
                .left
                .iter()
                .any(|dead| roster.get(dead.unit).is_some_and(|dead| dead.successors.contains(&known.unit)))
    };
    match (all.iter().find(is_heir), candidates.left.first()) {
        (Some(heir), _) => Some(Found::One { unit: heir.unit, exact: candidates.exact }),
        (None, Some(dead)) => Some(Found::Outside(dead.unit)),
        (None, None) => Some(Found::Nothing),
    }
}
