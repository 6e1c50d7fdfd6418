//! What the user decided, one by one: for the list on the page, and for the log in what is exported.
//!
//! It decides what counts as a decision and in which order they stand. Day, year and scope are settings of the view,
//! not decisions about the data.

use crate::{
    ActivityKind, ColumnChoice, FormChoice, Options, PlanChoice, RelevanceChoice, RosterScope, TableInfo, TextEncoding,
    TickChoice, UnitChoice,
};
use serde::{Deserialize, Serialize};

/// One decision in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// Which shipped units count.
    Roster(RosterScope),
    /// Which plan is applied.
    Plan(PlanChoice),
    /// In which encoding a file is read.
    Encoding {
        /// The file's name.
        file: String,
        /// The encoding.
        encoding: TextEncoding,
    },
    /// What a column means.
    Column(ColumnChoice),
    /// Which unit a spelling or a table is.
    Unit(UnitChoice),
    /// Which kind of activity a word is.
    Kind {
        /// The word as seen.
        word: String,
        /// The kind.
        kind: ActivityKind,
    },
    /// Whether the rows of a table are about gender equality.
    Relevance(RelevanceChoice),
    /// The dates of the table with this fingerprint are written month first.
    MonthFirst(String),
    /// How a clause is read.
    Reading {
        /// The reading.
        reading: String,
        /// The option.
        option: String,
    },
    /// An obligation without a number is fulfilled.
    Tick(TickChoice),
    /// Which order of columns the superior's table has.
    Form(FormChoice),
}

impl Decision {
    /// The stable code used in exports.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Roster(_) => "roster",
            Self::Plan(_) => "plan",
            Self::Encoding { .. } => "encoding",
            Self::Column(_) => "column",
            Self::Unit(_) => "unit",
            Self::Kind { .. } => "kind",
            Self::Relevance(_) => "relevance",
            Self::MonthFirst(_) => "month_first",
            Self::Reading { .. } => "reading",
            Self::Tick(_) => "tick",
            Self::Form(_) => "form",
        }
    }

    /// The table it is about, by its key; `None` = it holds for all, or is about no table.
    pub fn table(&self) -> Option<&str> {
        let key = match self {
            Self::Column(choice) => &choice.table,
            Self::Unit(choice) => &choice.table,
            Self::Relevance(choice) => &choice.table,
            Self::MonthFirst(table) => table,
            _ => return None,
        };
        (!key.is_empty()).then_some(key)
    }

    /// Has it anything to say about these tables? What was decided about the tables of other files waits for them.
    pub fn concerns(&self, tables: &[TableInfo]) -> bool {
        self.table().is_none_or(|key| tables.iter().any(|table| table.is_keyed(key)))
    }
}

impl Options {
    /// Everything that was decided, in the order of the path: from the units and the files to the clauses.
    pub fn decisions(&self) -> Vec<Decision> {
        let roster = (self.roster != RosterScope::default()).then_some(Decision::Roster(self.roster));
        let plan = (self.plan != PlanChoice::default()).then(|| Decision::Plan(self.plan.clone()));
        let form = (self.form != FormChoice::default()).then(|| Decision::Form(self.form.clone()));
        let encoding =
            |(file, encoding): (&String, &TextEncoding)| Decision::Encoding { file: file.clone(), encoding: *encoding };
        let kind = |(word, kind): (&String, &ActivityKind)| Decision::Kind { word: word.clone(), kind: *kind };
        let reading = |(reading, option): (&String, &String)| Decision::Reading {
            reading: reading.clone(),
            option: option.clone(),
        };
        let first = roster.into_iter().chain(plan).chain(self.encodings.iter().map(encoding));
        first
            .chain(self.columns.iter().cloned().map(Decision::Column))
            .chain(self.units.iter().cloned().map(Decision::Unit))
            .chain(self.kinds.iter().map(kind))
            .chain(self.relevance.iter().cloned().map(Decision::Relevance))
            .chain(self.month_first.iter().cloned().map(Decision::MonthFirst))
            .chain(self.readings.iter().map(reading))
            .chain(self.ticks.iter().cloned().map(Decision::Tick))
            .chain(form)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Field;

    #[test]
    fn a_decision_about_a_table_that_is_not_here_concerns_nothing() {
        let column =
            |table: &str| Decision::Column(ColumnChoice { table: table.to_owned(), column: 0, field: Field::Date });
        assert!(!column("0123").concerns(&[]));
        assert!(Decision::Kind { word: "Loa".to_owned(), kind: ActivityKind::News }.concerns(&[]));
        let everywhere = UnitChoice { table: String::new(), text: "X".to_owned(), unit: String::new() };
        assert!(Decision::Unit(everywhere).concerns(&[]));
    }

    #[test]
    fn nobody_decided_anything_at_first() {
        assert_eq!(Options::default().decisions(), []);
    }
}
