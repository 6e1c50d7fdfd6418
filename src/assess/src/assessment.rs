//! One assessment: what was read, what was judged, and the slices the page asks for.

use crate::{AssessError, House, check, defaults, matrix, overview, readings, rollup, rows, tiles, unit, what_if};
use domain::{
    Agenda, Bilingual, CheckSlice, Edit, Explanation, Facts, Finding, FindingKind, MatrixSlice, NaiveDate, Need,
    Options, Period, Place, ReadError, ReadingsSlice, Rollup, RollupSlice, RowsSlice, RowsStretch, RowsWish, Severity,
    Span, Status, Subject, Summary, Tick, TickChoice, TilesSlice, Unit, UnitIndex, UnitLine, UnitSlice, Verdict,
    WhatIfSlice, rule_behind,
};
use engine::{Board, Columns, Findings};
use intake::Reading;
use plan::Plan;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// What was read and judged, ready to be asked.
pub struct Assessment {
    pub(crate) plan: Plan,
    pub(crate) reading: Reading,
    pub(crate) options: Options,
    pub(crate) as_of: NaiveDate,
    pub(crate) year: i32,
    pub(crate) scope: Option<UnitIndex>,
    pub(crate) seen: BTreeSet<UnitIndex>,
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) needs: Vec<Need>,
    pub(crate) shelf: RefCell<rows::Shelf>,
    columns: Columns,
    findings: Findings,
}

impl Assessment {
    pub(crate) fn new(plan: Plan, mut reading: Reading, options: Options, as_of: NaiveDate) -> Self {
        planned_in_the_past(&mut reading, as_of);
        reading.facts.ticks = ticks(&options, &reading.facts);
        let columns = Columns::new(&reading.facts);
        let board = Board::new(&plan, &reading.facts, &columns, as_of);
        let (verdicts, findings) = (board.verdicts(), board.findings());
        let needs = engine::needs(&plan, &reading.facts, as_of, &verdicts);
        let year = defaults::year(&options, &reading.facts, as_of);
        let seen = defaults::units_seen(&reading.facts);
        let scope = defaults::scope(&options, &reading.facts, &seen, shown_day(year, as_of));
        let shelf = RefCell::default();
        Self { plan, reading, options, as_of, year, scope, seen, verdicts, needs, shelf, columns, findings }
    }

    pub(crate) fn into_reading(self) -> Reading {
        self.reading
    }

    /// The facts.
    pub fn facts(&self) -> &Facts {
        &self.reading.facts
    }

    /// What reading found.
    pub fn findings(&self) -> &[Finding] {
        &self.reading.findings
    }

    /// Files without a table.
    pub fn failed(&self) -> &[ReadError] {
        &self.reading.failed
    }

    /// The plan with its readings applied.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The question and the answer of an option of a reading.
    pub fn reading(&self, reading: &str, option: &str) -> Option<(Bilingual, Bilingual)> {
        let reading = self.plan.readings.iter().find(|known| known.id == reading)?;
        let option = reading.options.iter().find(|known| known.id == option)?;
        Some((reading.ask.clone(), option.label.clone()))
    }

    /// The as-of day in force.
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// Every verdict, of every year of the plan.
    pub fn verdicts(&self) -> &[Verdict] {
        &self.verdicts
    }

    /// Number of units in each state, by target, period and node.
    pub fn rollups(&self) -> Vec<Rollup> {
        engine::roll_up(&self.plan, self.facts(), &self.verdicts)
    }

    /// What reports are made of; roll-ups and agenda are the caller's, who may not need them.
    pub fn subject<'a>(&'a self, rollups: &'a [Rollup], agenda: &'a Agenda) -> Subject<'a> {
        Subject {
            plan: &self.plan.id,
            source_sha256: &self.plan.source_sha256,
            as_of: self.as_of,
            readings: &self.plan.readings_in_force,
            options: &self.options,
            facts: self.facts(),
            verdicts: &self.verdicts,
            rollups,
            findings: self.findings(),
            agenda,
        }
    }

    /// The judge of this assessment, for whoever asks it many questions (which rows does a verdict count?).
    pub fn judge(&self) -> engine::Judge<'_> {
        engine::Judge::new(&self.plan, self.facts(), self.as_of)
    }

    /// All states at hand: for whoever asks what other readings or more activities would change.
    pub(crate) fn board(&self) -> Board<'_> {
        Board::again(&self.plan, self.facts(), &self.columns, self.as_of, &self.findings)
    }

    /// The same facts on another day.
    pub(crate) fn board_on(&self, as_of: NaiveDate) -> Board<'_> {
        Board::new(&self.plan, self.facts(), &self.columns, as_of)
    }

    /// The names of the files, in the order given.
    pub(crate) fn file_names(&self) -> Vec<String> {
        files(&self.reading)
    }

    /// The label of a target, its share, or a duty.
    pub(crate) fn rule_label(&self, id: &str) -> Option<&Bilingual> {
        let target = self.plan.target(rule_behind(id)).map(|target| &target.label);
        target.or_else(|| self.plan.duty(id).map(|duty| &duty.label))
    }

    /// What is known at once.
    pub fn summary(&self) -> Summary {
        let tables = &self.facts().tables;
        Summary {
            files: files(&self.reading),
            rows: tables.iter().map(|table| table.rows).sum(),
            used_rows: tables.iter().map(|table| table.used_rows).sum(),
            units_seen: u32::try_from(self.seen.len()).unwrap_or(u32::MAX),
            as_of: self.as_of,
            year: self.year,
            years: self.years(),
            cut_off: self.cut_off(),
            scope: self.scope.and_then(|unit| self.unit_line(unit)),
            scopes: self.scopes(),
            lone_unit: self.lone_unit(),
            findings: severities(self.findings()),
            dates: dates(self.facts()),
            options: self.options.clone(),
            overview: overview::overview(self),
        }
    }

    /// The earliest day up to which a table says it goes, if it lies in the year shown and before what is looked at of it.
    fn cut_off(&self) -> Option<NaiveDate> {
        let last = Span::year(self.year)?.to().min(self.as_of);
        let days = self.facts().tables.iter().filter_map(|table| table.cut_off);
        days.filter(|day| defaults::year_of(*day) == self.year && *day < last).min()
    }

    /// Tables, columns and findings.
    pub fn check(&self) -> CheckSlice {
        check::check(self)
    }

    /// Units × targets.
    pub fn matrix(&self) -> MatrixSlice {
        matrix::matrix(self)
    }

    /// One unit.
    pub fn unit(&self, unit: UnitIndex) -> Option<UnitSlice> {
        unit::unit(self, unit)
    }

    /// Why one verdict is as it is.
    pub fn why(&self, target: &str, unit: Option<UnitIndex>, period: &Period) -> Option<Explanation> {
        self.judge().explain(target, unit, period)
    }

    /// Every reading with what each of its options would change.
    pub fn readings(&self, house: &House) -> Result<ReadingsSlice, AssessError> {
        readings::judged(self, house)
    }

    /// The row at this place of the user's files, with its neighbours; `None` = it is in no table.
    pub fn rows(&self, at: &Place) -> Option<RowsSlice> {
        rows::around(self, at)
    }

    /// Gives up the tables as they stand in the files, because the files are about to be read again.
    pub fn forget_tables(&mut self) {
        self.reading.tables.clear();
        self.shelf.take();
    }

    /// A stretch of the rows of a table, as they stand in the file; `None` = there is no such table.
    pub fn stretch(&self, wish: &RowsWish, number: u32) -> Option<RowsStretch> {
        rows::stretch(self, wish, number)
    }

    /// Units as tiles by state.
    pub fn tiles(&self) -> TilesSlice {
        tiles::tiles(self)
    }

    /// Counts of states for each unit directly below the scope.
    pub fn rollup(&self) -> RollupSlice {
        rollup::rollup(self)
    }

    /// What these edits would change. Nothing of the assessment does.
    pub fn what_if(&self, edits: &[Edit]) -> WhatIfSlice {
        what_if::what_if(self, edits)
    }

    /// A unit as a line, with its name and parent in the year shown.
    pub(crate) fn unit_line(&self, index: UnitIndex) -> Option<UnitLine> {
        let unit = self.facts().roster.get(index)?;
        let day = self.day_for(unit);
        let parent = unit.parent_at(day).and_then(|parent| self.facts().roster.get(parent));
        Some(UnitLine {
            unit: index,
            id: unit.id.clone(),
            name: unit.name_at(day).to_owned(),
            parent: parent.map_or_else(String::new, |parent| parent.name_at(day).to_owned()),
            kind: unit.kind,
            source: unit.source,
            life: unit.life(),
        })
    }

    /// The day whose name and parent are shown: the last day the unit lived in the year shown.
    pub(crate) fn day_for(&self, unit: &Unit) -> NaiveDate {
        let shown = shown_day(self.year, self.as_of);
        unit.life().to.map_or(shown, |to| to.min(shown))
    }

    /// Is the unit shown: alive in the year and in scope?
    pub(crate) fn is_shown(&self, index: UnitIndex, unit: &Unit) -> bool {
        self.is_shown_under(self.scope, index, unit)
    }

    /// The same under another unit than the scope.
    pub(crate) fn is_shown_under(&self, scope: Option<UnitIndex>, index: UnitIndex, unit: &Unit) -> bool {
        let alive = Span::year(self.year).is_some_and(|year| unit.life().cut(year).is_some());
        alive && defaults::in_scope(self.facts(), scope, index, self.year)
    }

    fn years(&self) -> Vec<i32> {
        let last = defaults::year_of(self.as_of.min(self.plan.to)).max(self.year);
        (defaults::year_of(self.plan.from)..=last).collect()
    }

    /// Every node that has units below it, and the units seen, alive in the year shown.
    fn scopes(&self) -> Vec<UnitLine> {
        let year = Span::year(self.year);
        let roster = &self.facts().roster;
        let alive = |unit: &Unit| year.is_some_and(|year| unit.life().cut(year).is_some());
        let offered = |index: UnitIndex, unit: &Unit| {
            unit.kind.level().is_some_and(|level| level <= 3) || self.seen.contains(&index)
        };
        let shown = roster.iter().filter(|(index, unit)| alive(unit) && offered(*index, unit));
        shown.filter_map(|(index, _)| self.unit_line(index)).collect()
    }

    /// A file of one commune or body lands on that unit's page.
    fn lone_unit(&self) -> Option<UnitIndex> {
        let scope = self.scope?;
        let unit = self.facts().roster.get(scope)?;
        unit.kind.level().is_none_or(|level| level >= 3).then_some(scope)
    }
}

/// The day whose names are shown for a year: its last, or the as-of day if that is earlier.
pub(crate) fn shown_day(year: i32, as_of: NaiveDate) -> NaiveDate {
    Span::year(year).map_or(as_of, |span| span.to().min(as_of.max(span.from())))
}

fn files(reading: &Reading) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for table in &reading.facts.tables {
        if !files.contains(&table.file) {
            files.push(table.file.clone());
        }
    }
    files
}

fn severities(findings: &[Finding]) -> BTreeMap<Severity, u32> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.kind.severity()).or_default() += 1;
    }
    counts
}

fn dates(facts: &Facts) -> Option<Span> {
    let spans = || facts.activities.iter().filter_map(|activity| activity.when);
    Span::new(spans().map(Span::from).min()?, spans().map(Span::to).max()?)
}

/// What the user ticked, on the units of these facts.
fn ticks(options: &Options, facts: &Facts) -> Vec<Tick> {
    let tick = |choice: &TickChoice| {
        Some(Tick {
            target: choice.target.clone(),
            unit: facts.roster.find(&choice.unit)?,
            period: choice.period.clone(),
            note: choice.note.clone(),
        })
    };
    options.ticks.iter().filter_map(tick).collect()
}

/// A planned row whose day has passed is a finding. It depends on the as-of day, so it is made anew for each.
fn planned_in_the_past(reading: &mut Reading, as_of: NaiveDate) {
    reading.findings.retain(|finding| !matches!(finding.kind, FindingKind::PlannedInThePast { .. }));
    let planned = reading.facts.activities.iter().filter(|activity| activity.status == Status::Planned);
    let past: Vec<Finding> = planned
        .filter_map(|activity| {
            let when = activity.when.filter(|when| when.to() <= as_of)?;
            let table = reading.facts.table(activity.origin)?;
            let row = Some(activity.origin.row);
            let at = Place { file: table.file.clone(), sheet: table.sheet.clone(), row, column: None };
            Some(Finding { at, kind: FindingKind::PlannedInThePast { when } })
        })
        .collect();
    reading.findings.extend(past);
}
