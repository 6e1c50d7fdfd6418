//! What somebody who types rows in needs before any file is read: the units by name, and what intake would say.

use crate::house::AssessError;
use crate::{Assessment, House, defaults, roster};
use domain::{EnteredRow, Finding, NaiveDate, Options, Roster, UnitIndex, UnitLine, entered_table};
use intake::Input;
use std::io::Cursor;

impl House {
    /// The shipped units that these options put in force.
    pub fn units(&self, options: &Options, today: NaiveDate) -> Result<Vec<UnitLine>, AssessError> {
        let roster = roster::of_plan(&self.plan(options)?, options.roster)?;
        Ok(lines(&roster, today))
    }

    /// What intake finds in rows typed in, read by themselves with the units of `known`, if there is an assessment. Row
    /// 2 is the first of them.
    pub fn proof(
        &self,
        rows: &[EnteredRow],
        options: &Options,
        today: NaiveDate,
        known: Option<&Assessment>,
    ) -> Result<Vec<Finding>, AssessError> {
        let plan = self.plan(options)?;
        let roster = match known {
            Some(assessment) => assessment.facts().roster.clone(),
            None => roster::of_plan(&plan, options.roster)?,
        };
        let as_of = defaults::as_of(options, today);
        let reading =
            intake::read(vec![input(&entered_table(rows))], roster, &plan::vocabulary(&plan), options, as_of, &mut ());
        Ok(reading.findings)
    }
}

impl Assessment {
    /// Every unit, those that only the data name among them.
    pub fn units(&self) -> Vec<UnitLine> {
        lines(&self.facts().roster, self.as_of())
    }
}

fn input(table: &str) -> Input<'_> {
    Input { name: String::new(), size: table.len() as u64, bytes: Box::new(Cursor::new(table.as_bytes())) }
}

fn lines(roster: &Roster, today: NaiveDate) -> Vec<UnitLine> {
    roster.iter().map(|(index, unit)| line(roster, index, unit, today)).collect()
}

/// A unit as it is today, or as it last was.
fn line(roster: &Roster, index: UnitIndex, unit: &domain::Unit, today: NaiveDate) -> UnitLine {
    let life = unit.life();
    let day = life.to.map_or(today, |last| last.min(today)).max(life.from.unwrap_or(today));
    let parent = unit.parent_at(day).and_then(|parent| roster.get(parent));
    UnitLine {
        unit: index,
        id: unit.id.clone(),
        name: unit.name_at(day).to_owned(),
        parent: parent.map_or_else(String::new, |parent| parent.name_at(day).to_owned()),
        kind: unit.kind,
        source: unit.source,
        life,
    }
}
