//! The results with the rows behind them: which row counts for what, and why the others count for nothing.
//!
//! It gathers what `engine` explains, verdict by verdict. A row that counts anywhere in the scope and year is never among
//! those left out.

use crate::assessment::Assessment;
use crate::overview::{self, shown_verdicts};
use crate::{defaults, rows};
use domain::{
    Activity, Arrange, CountedRow, EvidenceRow, Exclusion, Explanation, LeftOut, LeftOutRow, Outcome, ReadingInForce,
    ResultLine, Results, SourceRow, Span, State, TableInfo, UnitLine, Verdict,
};
use plan::Measure;
use std::collections::{BTreeMap, BTreeSet};

impl Assessment {
    /// The results of the scope and the year shown, with their rows.
    pub fn results(&self) -> Results {
        let (judge, mut gathered) = (self.judge(), Gathered::default());
        for verdict in self.rows_told() {
            if let Some(explanation) = judge.explain(&verdict.target, verdict.unit, &verdict.period) {
                gathered.take(self, explanation);
            }
        }
        let line = |line: domain::TargetLine| ResultLine {
            readings: gathered.readings.get(&line.target).cloned().unwrap_or_default(),
            line,
        };
        Results {
            as_of: self.as_of,
            year: self.year,
            scope: self.scope.and_then(|unit| self.unit_line(unit)),
            plan_title: self.plan.title.clone(),
            targets: overview::overview(self).targets.into_iter().map(line).collect(),
            matrix: self.matrix(),
            readings: self.all_readings(),
            left_out: gathered.left_out(self),
            counted: gathered.counted,
        }
    }

    /// The verdicts whose rows are told: by target in the order of the plan, then by unit and time.
    fn rows_told(&self) -> Vec<Verdict> {
        let targets = self.plan.targets.iter().filter(|target| target.enabled);
        let of_targets = targets.flat_map(|target| match &target.measure {
            Measure::Adoption { .. } | Measure::Conventions { .. } => {
                overview::share(self, target).into_iter().collect()
            }
            Measure::Count(_) | Measure::Survey(_) | Measure::Tick { .. } => self.rows_told_of(&target.id),
        });
        of_targets.chain(self.plan.duties.iter().flat_map(|duty| self.rows_told_of(&duty.id))).collect()
    }

    fn rows_told_of(&self, rule: &str) -> Vec<Verdict> {
        let judged = shown_verdicts(self, rule).filter(|verdict| verdict.state != State::NotApplicable);
        let mut verdicts: Vec<Verdict> = judged.cloned().collect();
        verdicts.arrange_by_cached_key(|verdict| (verdict.unit, verdict.deadline, verdict.period.clone()));
        verdicts
    }

    /// Every reading with the option in force.
    fn all_readings(&self) -> Vec<ReadingInForce> {
        self.plan.readings.iter().filter_map(|reading| self.plan.in_force(reading)).collect()
    }
}

/// A row: its place, and which of its figures.
type Key = (String, String, u32, Option<u32>);

fn key(row: &EvidenceRow) -> Key {
    (row.file.clone(), row.sheet.clone(), row.row, row.activity)
}

#[derive(Default)]
struct Gathered {
    counted: Vec<CountedRow>,
    /// What counts somewhere.
    counts: BTreeSet<Key>,
    /// What does not here, with the reason that comes nearest.
    others: BTreeMap<Key, (u8, LeftOutRow)>,
    readings: BTreeMap<String, Vec<ReadingInForce>>,
}

impl Gathered {
    fn take(&mut self, assessment: &Assessment, explanation: Explanation) {
        let Explanation { verdict: Verdict { target, unit, period, .. }, readings, rows, .. } = explanation;
        let line = unit.and_then(|unit| assessment.unit_line(unit));
        let (unit, parent) = line.map(|UnitLine { name, parent, .. }| (name, parent)).unwrap_or_default();
        self.readings.entry(target.clone()).or_insert(readings);
        for row in rows {
            match &row.outcome {
                Outcome::Counted => {
                    self.counts.insert(key(&row));
                    let (target, period) = (target.clone(), period.clone());
                    self.counted.push(CountedRow { target, period, unit: unit.clone(), parent: parent.clone(), row });
                }
                Outcome::Possible => self.leave(0, LeftOut::Possible(target.clone(), period.clone()), row),
                Outcome::Excluded(exclusion) => {
                    let why = LeftOut::Excluded(target.clone(), period.clone(), exclusion.clone());
                    self.leave(distance(exclusion), why, row);
                }
            }
        }
    }

    fn leave(&mut self, distance: u8, why: LeftOut, row: EvidenceRow) {
        let known = self.others.get(&key(&row)).map(|(known, _)| *known);
        if known.is_none_or(|known| distance < known) {
            self.others.insert(key(&row), (distance, LeftOutRow { row, why }));
        }
    }

    /// Rows that became no fact, and facts that count for nothing.
    fn left_out(&mut self, assessment: &Assessment) -> Vec<LeftOutRow> {
        let others = std::mem::take(&mut self.others).into_values().map(|(_, row)| row);
        let (of_activities, rest): (Vec<LeftOutRow>, Vec<LeftOutRow>) =
            others.filter(|left| !self.counts.contains(&key(&left.row))).partition(|left| left.row.activity.is_some());
        let known: BTreeMap<Option<u32>, LeftOutRow> =
            of_activities.into_iter().map(|left| (left.row.activity, left)).collect();
        let counted: BTreeSet<u32> = self.counts.iter().filter_map(|(.., activity)| *activity).collect();
        let activities = (0..).zip(&assessment.facts().activities);
        let silent = activities.filter(|(at, activity)| !counted.contains(at) && is_here(assessment, activity));
        let silent = silent.map(|(at, activity)| {
            let told = known.get(&Some(at)).cloned();
            told.unwrap_or_else(|| LeftOutRow { row: bare(assessment, at, activity), why: LeftOut::NotAsked })
        });
        let unread = rows::unused(assessment).into_iter().map(|(table, row)| unread(table, row));
        let mut left: Vec<LeftOutRow> = unread.chain(silent).chain(rest).collect();
        left.arrange_by_cached_key(|left| key(&left.row));
        left
    }
}

/// How far from counting: what is told of a row is the reason of the target that comes nearest.
fn distance(exclusion: &Exclusion) -> u8 {
    match exclusion {
        Exclusion::DuplicateOf(_) | Exclusion::SameTitleAs(_) | Exclusion::Superseded => 1,
        Exclusion::Planned | Exclusion::AfterAsOf => 2,
        Exclusion::Zero | Exclusion::NotFulfilled => 3,
        Exclusion::MissingTag(_) | Exclusion::OtherChannel | Exclusion::OtherAudience => 4,
        Exclusion::OutsideWindow => 5,
        Exclusion::OtherKind(_) => 6,
    }
}

/// Does the activity belong to the scope and the year shown? Without a date it may.
fn is_here(assessment: &Assessment, activity: &Activity) -> bool {
    let year = Span::year(assessment.year);
    let touches = activity.when.is_none_or(|when| year.is_some_and(|year| when.touches(year)));
    touches && defaults::in_scope(assessment.facts(), assessment.scope, activity.unit, assessment.year)
}

fn bare(assessment: &Assessment, at: u32, activity: &Activity) -> EvidenceRow {
    let table = assessment.facts().table(activity.origin);
    EvidenceRow {
        file: table.map(|table| table.file.clone()).unwrap_or_default(),
        sheet: table.map(|table| table.sheet.clone()).unwrap_or_default(),
        row: activity.origin.row,
        activity: Some(at),
        unit: assessment.name_of(activity.unit),
        when: activity.when,
        kind: Some(activity.kind),
        count: activity.count,
        title: activity.title.to_string(),
        channel: activity.channel.to_string(),
        outcome: Outcome::Possible,
    }
}

fn unread(table: &TableInfo, row: SourceRow) -> LeftOutRow {
    let why = row.found.map_or(LeftOut::Fate(row.fate), LeftOut::Found);
    let place = EvidenceRow {
        file: table.file.clone(),
        sheet: table.sheet.clone(),
        row: row.number,
        activity: None,
        unit: String::new(),
        when: None,
        kind: None,
        count: 0,
        title: row.cells.join(" · "),
        channel: String::new(),
        outcome: Outcome::Possible,
    };
    LeftOutRow { row: place, why }
}
