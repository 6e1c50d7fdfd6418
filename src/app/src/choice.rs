//! What the user may choose, as single choices: made, listed and taken back one by one.
//!
//! A choice never patches a result. It changes [`Options`], and the path runs again.

use domain::{
    ActivityKind, CalendarSettings, ColumnChoice, Decision, FormChoice, ItemChoice, NaiveDate, Options, PinChoice,
    PlanChoice, RelevanceChoice, RosterScope, TextEncoding, TickChoice, UnitChoice,
};
use std::collections::BTreeMap;

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// The as-of day.
    AsOf(NaiveDate),
    /// The year shown.
    Year(i32),
    /// The unit shown with all below it, by id.
    Scope(String),
    /// How a clause is read.
    Reading {
        /// The reading.
        reading: String,
        /// The option.
        option: String,
    },
    /// How every clause is read: reading → option; those left out by their defaults.
    Readings(BTreeMap<String, String>),
    /// Which plan is applied. Readings belong to a plan: another one begins with its defaults.
    Plan(PlanChoice),
    /// An obligation without a number is fulfilled, and this shows it.
    Tick(TickChoice),
    /// Which shipped units count.
    Roster(RosterScope),
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
    /// What is settled about the days of the calendar.
    Calendar(CalendarSettings),
    /// An item of the calendar keeps this day.
    Pin(PinChoice),
    /// An item of the calendar is not to be planned.
    Drop(ItemChoice),
    /// Which order of columns the superior's table has.
    Form(FormChoice),
}

/// What has to run again after a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rerun {
    /// The whole path: the files are understood differently.
    Assess,
    /// Judging only.
    Judge,
}

impl Choice {
    /// Makes the choice; a later one about the same thing replaces an earlier one.
    pub(crate) fn make(self, options: &mut Options) {
        self.undo(options);
        match self {
            Self::AsOf(day) => options.as_of = Some(day),
            Self::Year(year) => options.year = Some(year),
            Self::Scope(id) => options.scope = Some(id),
            Self::Reading { reading, option } => {
                options.readings.insert(reading, option);
            }
            Self::Readings(readings) => options.readings = readings,
            Self::Plan(plan) => options.plan = plan,
            Self::Tick(tick) => options.ticks.push(tick),
            Self::Roster(roster) => options.roster = roster,
            Self::Encoding { file, encoding } => {
                options.encodings.insert(file, encoding);
            }
            Self::Column(choice) => options.columns.push(choice),
            Self::Unit(choice) => options.units.push(choice),
            Self::Kind { word, kind } => {
                options.kinds.insert(word, kind);
            }
            Self::Relevance(choice) => options.relevance.push(choice),
            Self::MonthFirst(table) => options.month_first.push(table),
            Self::Calendar(settings) => options.calendar.settings = settings,
            Self::Pin(pin) => {
                options.calendar.drops.retain(|item| *item != pin.item);
                options.calendar.pins.push(pin);
            }
            Self::Form(form) => options.form = form,
            Self::Drop(item) => {
                options.calendar.pins.retain(|pin| pin.item != item);
                options.calendar.drops.push(item);
            }
        }
    }

    /// Takes the choice back: what it was about is undecided again.
    pub(crate) fn undo(&self, options: &mut Options) {
        match self {
            Self::AsOf(_) => options.as_of = None,
            Self::Year(_) => options.year = None,
            Self::Scope(_) => options.scope = None,
            Self::Reading { reading, .. } => {
                options.readings.remove(reading);
            }
            Self::Readings(_) => options.readings.clear(),
            Self::Plan(_) => {
                options.plan = PlanChoice::default();
                options.readings.clear();
            }
            Self::Tick(tick) => options.ticks.retain(|other| subject(other) != subject(tick)),
            Self::Roster(_) => options.roster = RosterScope::default(),
            Self::Encoding { file, .. } => {
                options.encodings.remove(file);
            }
            Self::Column(choice) => {
                options.columns.retain(|other| (&other.table, other.column) != (&choice.table, choice.column));
            }
            Self::Unit(choice) => {
                options.units.retain(|other| (&other.table, &other.text) != (&choice.table, &choice.text));
            }
            Self::Kind { word, .. } => {
                options.kinds.remove(word);
            }
            Self::Relevance(choice) => options.relevance.retain(|other| other.table != choice.table),
            Self::MonthFirst(table) => options.month_first.retain(|other| other != table),
            Self::Calendar(_) => options.calendar.settings = CalendarSettings::default(),
            Self::Pin(pin) => options.calendar.pins.retain(|other| other.item != pin.item),
            Self::Form(_) => options.form = FormChoice::default(),
            Self::Drop(item) => options.calendar.drops.retain(|other| other != item),
        }
    }
}

/// What a tick is about: one obligation of one unit in one period.
fn subject(tick: &TickChoice) -> (&str, &str, &str) {
    (&tick.target, &tick.unit, &tick.period)
}

impl From<Decision> for Choice {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::Roster(roster) => Self::Roster(roster),
            Decision::Plan(plan) => Self::Plan(plan),
            Decision::Encoding { file, encoding } => Self::Encoding { file, encoding },
            Decision::Column(choice) => Self::Column(choice),
            Decision::Unit(choice) => Self::Unit(choice),
            Decision::Kind { word, kind } => Self::Kind { word, kind },
            Decision::Relevance(choice) => Self::Relevance(choice),
            Decision::MonthFirst(table) => Self::MonthFirst(table),
            Decision::Reading { reading, option } => Self::Reading { reading, option },
            Decision::Tick(tick) => Self::Tick(tick),
            Decision::Form(form) => Self::Form(form),
        }
    }
}

/// What stays when other files take the place of the present ones: answers about words and clauses, which hold for
/// any file, and those tied to a table by its fingerprint. Day, year and scope belonged to the old files.
pub(crate) fn kept_for_other_files(options: Options) -> Options {
    Options { as_of: None, year: None, scope: None, ..options }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Field, Relevance};

    fn tick(note: &str) -> TickChoice {
        let (target, unit, period) = ("M9".to_owned(), "kg".to_owned(), "2024".to_owned());
        TickChoice { target, unit, period, note: note.to_owned() }
    }

    fn every_choice() -> Vec<Choice> {
        vec![
            Choice::AsOf(NaiveDate::from_ymd_opt(2024, 9, 30).unwrap()),
            Choice::Year(2023),
            Choice::Scope("kg".to_owned()),
            Choice::Reading { reading: "t3".to_owned(), option: "90".to_owned() },
            Choice::Readings(BTreeMap::from([("t3".to_owned(), "90".to_owned())])),
            Choice::Plan(PlanChoice::Shipped("ha-noi-2030".to_owned())),
            Choice::Tick(tick("Quyết định số 12")),
            Choice::Roster(RosterScope::AllAnGiang),
            Choice::Column(ColumnChoice { table: "f".to_owned(), column: 2, field: Field::Date }),
            Choice::Unit(UnitChoice { table: "f".to_owned(), text: "Vĩnh Hoà".to_owned(), unit: "a".to_owned() }),
            Choice::Kind { word: "Loa cụm".to_owned(), kind: ActivityKind::News },
            Choice::Relevance(RelevanceChoice { table: "f".to_owned(), relevant: Relevance::Yes }),
            Choice::MonthFirst("f".to_owned()),
            Choice::Form(FormChoice::Own { name: "so.toml".to_owned(), text: "id = 1".to_owned() }),
            Choice::Encoding { file: "cũ.csv".to_owned(), encoding: TextEncoding::Tcvn3 },
        ]
    }

    #[test]
    fn every_choice_changes_the_options_and_can_be_taken_back() {
        for choice in every_choice() {
            let mut options = Options::default();
            choice.clone().make(&mut options);
            assert_ne!(options, Options::default(), "{choice:?}");
            choice.undo(&mut options);
            assert_eq!(options, Options::default(), "{choice:?}");
        }
    }

    #[test]
    fn choosing_twice_is_choosing_once() {
        for choice in every_choice() {
            let mut once = Options::default();
            choice.clone().make(&mut once);
            let mut twice = once.clone();
            choice.make(&mut twice);
            assert_eq!(once, twice);
        }
    }

    #[test]
    fn another_evidence_takes_the_place_of_the_first() {
        let mut options = Options::default();
        Choice::Tick(tick("Quyết định số 12")).make(&mut options);
        Choice::Tick(tick("Quyết định số 13")).make(&mut options);
        assert_eq!(options.ticks, [tick("Quyết định số 13")]);
    }

    #[test]
    fn another_plan_begins_with_its_own_defaults() {
        let mut options = Options::default();
        Choice::Reading { reading: "t3".to_owned(), option: "90".to_owned() }.make(&mut options);
        Choice::Plan(PlanChoice::Shipped("ha-noi-2030".to_owned())).make(&mut options);
        assert!(options.readings.is_empty());
    }

    #[test]
    fn every_choice_stands_in_the_bar_or_in_the_list() {
        for choice in every_choice() {
            let mut options = Options::default();
            choice.clone().make(&mut options);
            let in_bar = options.as_of.is_some() || options.year.is_some() || options.scope.is_some();
            let listed: Vec<Choice> = options.decisions().into_iter().map(Choice::from).collect();
            let one_by_one = matches!(choice, Choice::Readings(_)) && listed.len() == 1;
            assert!(in_bar || one_by_one || listed == [choice]);
        }
    }
}
