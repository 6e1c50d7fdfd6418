//! A case as text: what a failing test prints.

use super::Case;
use domain::{Activity, Relevance, Status, Unit, UnitIndex};
use std::fmt;

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.facts;
        writeln!(f, "case {}, as of {}", self.seed, self.as_of)?;
        writeln!(f, "plan {} to {}, {:?}", self.plan.from, self.plan.to, self.plan.defaults)?;
        for target in self.plan.targets.iter().filter(|target| target.enabled) {
            let days = (target.from, target.to);
            writeln!(f, "  target {} {days:?} {:?}\n    {:?}", target.id, target.who, target.measure)?;
        }
        for duty in &self.plan.duties {
            writeln!(f, "  duty {} {:?} {:?}", duty.id, duty.who, duty.deadline)?;
        }
        facts.roster.iter().try_for_each(|(index, unit)| self.unit(f, index, unit))?;
        for (number, table) in facts.tables.iter().enumerate() {
            writeln!(f, "  table {number} {:?} cut-off {:?}", table.shape, table.cut_off)?;
        }
        (0..).zip(&facts.activities).try_for_each(|(number, row)| self.row_line(f, number, row))?;
        self.registers(f)?;
        for edit in &self.edits {
            writeln!(f, "  edit {edit:?}")?;
        }
        Ok(())
    }
}

impl Case {
    fn unit(&self, f: &mut fmt::Formatter<'_>, index: UnitIndex, unit: &Unit) -> fmt::Result {
        write!(f, "  unit {} = {} {}", index.0, unit.id, unit.kind.code())?;
        for version in &unit.versions {
            let parent = version.parent.map_or("-", |parent| self.facts.roster.id(parent));
            write!(f, " [{:?}..{:?} under {parent}]", version.life.from, version.life.to)?;
        }
        writeln!(f, " {:?}", unit.tags)
    }

    fn row_line(&self, f: &mut fmt::Formatter<'_>, number: u32, row: &Activity) -> fmt::Result {
        let when = row.when.map_or_else(|| "-".to_owned(), |when| when.to_string());
        let unit = self.facts.roster.id(row.unit);
        write!(f, "  row {number} (table {}): {when} {unit} {} {}", row.origin.table, row.kind.code(), row.count)?;
        write!(f, " {:?} \"{}\" @\"{}\" for \"{}\"", row.tags, row.title, row.channel, row.audience)?;
        write!(f, " people {:?} women {:?}", row.people, row.women)?;
        write!(f, "{}", if row.status == Status::Planned { " planned" } else { "" })?;
        writeln!(f, "{}", if row.relevant == Relevance::Unknown { " unknown" } else { "" })
    }

    fn registers(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let facts = &self.facts;
        writeln!(f, "  submissions {:?}", facts.submissions)?;
        writeln!(f, "  media {:?}", facts.media)?;
        writeln!(f, "  conventions {:?}", facts.conventions)?;
        writeln!(f, "  surveys {:?}", facts.surveys)?;
        writeln!(f, "  ticks {:?}", facts.ticks)
    }
}
