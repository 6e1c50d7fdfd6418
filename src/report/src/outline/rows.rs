//! The rows that an outline can list, each with the value of every field of its set.

use crate::worded;
use domain::{
    AgendaItem, Language, ReportField, ReportFigures, ReportKindReach, ReportOutcome, ReportResult, ReportRows,
    ReportUnit, State, StateCounts, UnitIndex,
};
use std::collections::BTreeMap;
use wording::Say;
use wording::report as words;

/// A row: what each of its fields says.
pub(super) type Row = BTreeMap<ReportField, String>;

/// Where a result stands, all in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Met,
    Missed,
    Open,
    Unknown,
}

impl Standing {
    /// Several units together: what asks for action stands for all of them.
    fn of(result: &ReportResult) -> Self {
        match &result.outcome {
            ReportOutcome::One(verdict) => Self::of_states([verdict.state]),
            ReportOutcome::Many { counts, .. } => Self::of_states(counts.keys().copied()),
        }
    }

    fn of_states(states: impl IntoIterator<Item = State>) -> Self {
        let states: Vec<State> = states.into_iter().filter(|state| *state != State::NotApplicable).collect();
        let any = |wanted: &[State]| states.iter().any(|state| wanted.contains(state));
        match () {
            () if any(Self::Missed.states()) => Self::Missed,
            () if any(Self::Open.states()) => Self::Open,
            () if states.is_empty() || any(Self::Unknown.states()) => Self::Unknown,
            () => Self::Met,
        }
    }

    fn states(self) -> &'static [State] {
        match self {
            Self::Met => &[State::Met],
            Self::Missed => &[State::Missed, State::Late],
            Self::Open => &[State::OnTrack, State::AtRisk, State::NotYetDue],
            Self::Unknown => &[State::NoData, State::Uncertain],
        }
    }
}

/// The results that stand so.
pub(super) fn standing(figures: &ReportFigures, standing: Standing) -> impl Iterator<Item = &ReportResult> {
    figures.results.iter().filter(move |result| Standing::of(result) == standing)
}

/// The rows of a set, numbered.
pub(super) fn rows(figures: &ReportFigures, set: ReportRows) -> Vec<Row> {
    let of = |wanted: Standing| standing(figures, wanted).map(|one| result(one, wanted.states())).collect();
    let mut rows: Vec<Row> = match set {
        ReportRows::Results => figures.results.iter().map(|one| result(one, &[])).collect(),
        ReportRows::Met => of(Standing::Met),
        ReportRows::Missed => of(Standing::Missed),
        ReportRows::Open => of(Standing::Open),
        ReportRows::Unknown => of(Standing::Unknown),
        ReportRows::Activities => activities(figures),
        ReportRows::Sources => sources(figures),
        ReportRows::Agenda => agenda(figures),
        ReportRows::Units => figures.below.iter().map(unit).collect(),
        ReportRows::Completeness => completeness(figures),
        ReportRows::Silent => silent(figures),
        ReportRows::Chosen => readings(figures, false),
        ReportRows::Readings => readings(figures, true),
        ReportRows::Tables => tables(figures),
    };
    for (number, row) in (1_u64..).zip(&mut rows) {
        row.insert(ReportField::Number, number.to_string());
    }
    rows
}

fn row<const N: usize>(cells: [(ReportField, String); N]) -> Row {
    cells.into_iter().collect()
}

fn result(result: &ReportResult, states: &[State]) -> Row {
    let verdict = words::verdict(result);
    row([
        (ReportField::Target, result.label.vi.clone()),
        (ReportField::TargetPeriod, words::target_period(result)),
        (ReportField::Required, words::required(result)),
        (ReportField::Result, words::result(result)),
        (ReportField::VerdictInSentence, words::in_sentence(&verdict)),
        (ReportField::Verdict, verdict),
        (ReportField::Short, words::short(states, &names(result, states))),
    ])
}

/// The units of a line that are in one of these states.
fn names<'a>(result: &'a ReportResult, states: &[State]) -> Vec<&'a str> {
    let ReportOutcome::Many { short, .. } = &result.outcome else { return Vec::new() };
    short.iter().filter(|(state, _)| states.contains(state)).map(|(_, name)| name.as_str()).collect()
}

/// Not said is a dash, never a zero.
fn people(reach: &ReportKindReach) -> String {
    if reach.people_rows == 0 { "-".to_owned() } else { words::count(reach.people) }
}

fn activities(figures: &ReportFigures) -> Vec<Row> {
    let line = |(kind, reach): (&domain::ActivityKind, &ReportKindReach)| {
        row([
            (ReportField::Activity, words::activity(*kind).to_owned()),
            (ReportField::ActivityCount, words::count(reach.count)),
            (ReportField::ActivityRows, words::count(reach.rows.into())),
            (ReportField::ActivityPeople, people(reach)),
        ])
    };
    figures.reach.kinds.iter().map(line).collect()
}

fn sources(figures: &ReportFigures) -> Vec<Row> {
    let all = figures.reach.by_source.values().sum();
    let line = |(source, cost): (&String, &u64)| {
        let named = if source.trim().is_empty() { words::NO_SOURCE.to_owned() } else { source.clone() };
        row([
            (ReportField::Source, named),
            (ReportField::SourceCost, words::money(*cost)),
            (ReportField::SourceShare, words::share(*cost, all).unwrap_or_default()),
        ])
    };
    figures.reach.by_source.iter().map(line).collect()
}

/// What is left to do after the as-of day; a report is itself no item of its own list.
fn agenda(figures: &ReportFigures) -> Vec<Row> {
    let slice = &figures.agenda;
    let name = |unit: Option<UnitIndex>| {
        let unit = unit.and_then(|unit| slice.units.iter().find(|line| line.unit == unit));
        unit.map(|line| line.name.clone()).unwrap_or_default()
    };
    let line = |item: &AgendaItem| {
        row([
            (ReportField::Day, words::day(item.date)),
            (ReportField::Who, name(item.unit)),
            (ReportField::What, worded::item(Language::Vi, slice, item).title),
            (ReportField::Latest, words::day(item.latest)),
        ])
    };
    slice.agenda.items.iter().filter(|item| item.date > figures.as_of).map(line).collect()
}

fn unit(unit: &ReportUnit) -> Row {
    let of = |counts: &StateCounts, standing: Standing| {
        let states = standing.states();
        words::count(states.iter().filter_map(|state| counts.get(state)).map(|units| u64::from(*units)).sum())
    };
    row([
        (ReportField::UnitName, unit.name.clone()),
        (ReportField::UnitMet, of(&unit.counts, Standing::Met)),
        (ReportField::UnitMissed, of(&unit.counts, Standing::Missed)),
        (ReportField::UnitOpen, of(&unit.counts, Standing::Open)),
        (ReportField::UnitUnknown, of(&unit.counts, Standing::Unknown)),
        (
            ReportField::UnitActivities,
            if unit.reach.rows == 0 { "-".to_owned() } else { words::count(unit.reach.count) },
        ),
        (ReportField::UnitPeople, people(&unit.reach)),
    ])
}

fn completeness(figures: &ReportFigures) -> Vec<Row> {
    let line = |line: &domain::Completeness| {
        // Units that only the data names are no list of all: of how many is not known.
        let listed = if line.has_roster { words::count(line.listed.into()) } else { words::NO_ROSTER.to_owned() };
        row([
            (ReportField::KindName, words::capital(&line.kind.say(Language::Vi))),
            (ReportField::KindListed, listed),
            (ReportField::KindWithData, words::count(line.with_data.into())),
        ])
    };
    figures.completeness.iter().map(line).collect()
}

fn silent(figures: &ReportFigures) -> Vec<Row> {
    let some = figures.silent.iter().filter(|silent| !silent.units.is_empty());
    let line = |silent: &domain::SilentUnits| {
        let names: Vec<&str> = silent.units.iter().map(|unit| unit.name.as_str()).collect();
        row([
            (ReportField::SilentKind, words::units(&[silent.kind])),
            (ReportField::SilentCount, words::count(silent.units.len() as u64)),
            (ReportField::SilentNames, words::names(&names)),
        ])
    };
    some.map(line).collect()
}

fn readings(figures: &ReportFigures, defaults_too: bool) -> Vec<Row> {
    let shown = figures.readings.iter().filter(|reading| defaults_too || !reading.is_default);
    let line = |reading: &domain::ReportReading| {
        row([(ReportField::Reading, reading.ask.vi.clone()), (ReportField::Answer, reading.answer.vi.clone())])
    };
    shown.map(line).collect()
}

fn tables(figures: &ReportFigures) -> Vec<Row> {
    let line = |table: &domain::ReportSource| {
        row([
            (ReportField::Table, words::table(&table.file, &table.sheet)),
            (ReportField::TableRows, words::count(table.rows.into())),
            (ReportField::TableUsed, words::count(table.used_rows.into())),
            (ReportField::TableCutOff, table.cut_off.map_or_else(|| "-".to_owned(), words::day)),
        ])
    };
    figures.tables.iter().map(line).collect()
}
