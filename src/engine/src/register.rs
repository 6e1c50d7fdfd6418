//! Registers: which media bodies and conventions are members of a share on a day, and which of them pass.

use crate::judge::Judge;
use crate::scope::addresses;
use domain::{Adoption, Convention, NaiveDate, Origin, Span, UnitIndex};
use plan::{ConventionDenominator, Measure, Milestone, Target, UnknownAs};
use std::collections::BTreeMap;

/// Does a member pass?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Pass {
    No,
    Possible,
    Certain,
}

/// A member of a share's denominator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) unit: UnitIndex,
    pub(crate) pass: Pass,
    /// Nobody has reviewed it (conventions only).
    pub(crate) unreviewed: bool,
    /// The row that says so; a media body may have none.
    pub(crate) source: Option<Source>,
}

/// What a register says of a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    pub(crate) origin: Origin,
    pub(crate) when: Option<Span>,
    /// The register's own words: a stage, or the id of a convention.
    pub(crate) title: String,
}

impl Judge<'_> {
    /// Members on the day `on`; `None` if the input holds no such register.
    pub(crate) fn members(&self, target: &Target, milestone: &Milestone, on: NaiveDate) -> Option<Vec<Member>> {
        match &target.measure {
            Measure::Adoption { .. } => {
                self.facts.media.as_ref().map(|register| self.media(target, milestone, register, on))
            }
            Measure::Conventions { denominator, unknown_as, .. } => self.facts.conventions.as_ref().map(|register| {
                let known = register.iter().filter(|row| self.facts.roster.get(row.unit).is_some());
                known.filter_map(|row| convention(row, *denominator, *unknown_as, on)).collect()
            }),
            Measure::Count(_) | Measure::Survey(_) | Measure::Tick { .. } => None,
        }
    }

    /// Media bodies that live on the day, each with the best that the register says of it.
    fn media(&self, target: &Target, milestone: &Milestone, register: &[Adoption], on: NaiveDate) -> Vec<Member> {
        let mut best: BTreeMap<UnitIndex, (Pass, &Adoption)> = BTreeMap::new();
        for row in register {
            let pass = adopted(row, milestone, on);
            let entry = best.entry(row.unit).or_insert((pass, row));
            if pass > entry.0 {
                *entry = (pass, row);
            }
        }
        let roster = &self.facts.roster;
        let alive = self.index.units_of(&target.who.kinds).filter(|(_, unit)| unit.life().contains(on));
        alive
            .filter(|(_, unit)| addresses(&target.who, roster, unit, on))
            .map(|(index, _)| media_member(index, best.get(&index)))
            .collect()
    }
}

fn media_member(unit: UnitIndex, said: Option<&(Pass, &Adoption)>) -> Member {
    let source = |row: &Adoption| Source { origin: row.origin, when: row.from, title: stage_code(row) };
    Member {
        unit,
        pass: said.map_or(Pass::No, |(pass, _)| *pass),
        unreviewed: false,
        source: said.map(|(_, row)| source(row)),
    }
}

fn stage_code(row: &Adoption) -> String {
    match row.stage {
        Some(domain::AdoptionStage::Pilot) => "pilot".into(),
        Some(domain::AdoptionStage::Official) => "official".into(),
        None => String::new(),
    }
}

/// Does this row show an adoption of a stage that counts, in force on the day?
fn adopted(row: &Adoption, milestone: &Milestone, on: NaiveDate) -> Pass {
    let is_over = row.to.is_some_and(|to| to.to() < on);
    if is_over || !row.stage.is_some_and(|stage| milestone.stages.contains(&stage)) {
        return Pass::No;
    }
    let lasts = row.to.is_none_or(|to| to.from() >= on);
    match row.from {
        Some(from) if from.from() > on => Pass::No,
        Some(from) if from.to() <= on && lasts => Pass::Certain,
        _ => Pass::Possible,
    }
}

fn convention(
    row: &Convention,
    denominator: ConventionDenominator,
    unknown_as: UnknownAs,
    on: NaiveDate,
) -> Option<Member> {
    let adopted = row.adopted.filter(|adopted| adopted.from() <= on)?;
    let has_ended = row.ended.is_some_and(|ended| ended.from() <= on);
    if has_ended && denominator == ConventionDenominator::InForce {
        return None;
    }
    Some(Member {
        unit: row.unit,
        pass: does_not_discriminate(row, unknown_as, on),
        unreviewed: row.discriminatory.is_none(),
        source: Some(Source { origin: row.origin, when: Some(adopted), title: row.id.clone() }),
    })
}

fn does_not_discriminate(row: &Convention, unknown_as: UnknownAs, on: NaiveDate) -> Pass {
    match (row.discriminatory, unknown_as) {
        (Some(false), _) | (None, UnknownAs::Good) => Pass::Certain,
        (Some(true), _) if row.fixed_on.is_some_and(|fixed| fixed.to() <= on) => Pass::Certain,
        (Some(true), _) | (None, UnknownAs::Bad) => Pass::No,
        (None, UnknownAs::Unknown) => Pass::Possible,
    }
}
