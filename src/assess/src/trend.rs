//! Targets and figures since the plan began, for the scope shown.

use crate::{Assessment, defaults};
use chrono::Datelike;
use domain::{Activity, Period, State, Status, TargetTrend, TrendPoint, TrendSlice, Verdict, YearReach};
use std::collections::BTreeMap;

impl Assessment {
    /// How targets and figures went from period to period.
    pub fn trend(&self) -> TrendSlice {
        let targets = self.plan.targets.iter().filter(|target| target.enabled);
        let trend = |id: &str, label: &domain::Bilingual| {
            let points = self.points(id);
            (!points.is_empty()).then(|| TargetTrend { target: id.to_owned(), label: label.clone(), points })
        };
        TrendSlice {
            targets: targets.filter_map(|target| trend(&target.id, &target.label)).collect(),
            years: self.reach(),
        }
    }

    fn points(&self, target: &str) -> Vec<TrendPoint> {
        let mut points: BTreeMap<(domain::NaiveDate, Period), TrendPoint> = BTreeMap::new();
        for verdict in self.verdicts.iter().filter(|verdict| verdict.target == target && self.is_counted(verdict)) {
            let key = (verdict.deadline, verdict.period.clone());
            let point = points.entry(key).or_insert_with(|| TrendPoint {
                period: verdict.period.clone(),
                to: verdict.deadline,
                over: verdict.deadline <= self.as_of,
                counts: domain::StateCounts::new(),
            });
            *point.counts.entry(verdict.state).or_default() += 1;
        }
        points.into_values().collect()
    }

    /// Units of the scope, in periods that have begun and that address them.
    fn is_counted(&self, verdict: &Verdict) -> bool {
        let has_begun = verdict.window.is_some_and(|window| window.from() <= self.as_of);
        let year = verdict.window.map_or(self.year, |window| window.to().year());
        let is_in_scope = || verdict.unit.is_some_and(|unit| defaults::in_scope(self.facts(), self.scope, unit, year));
        has_begun && !matches!(verdict.state, State::NotApplicable | State::NotYetDue) && is_in_scope()
    }

    fn reach(&self) -> Vec<YearReach> {
        let mut years: BTreeMap<i32, YearReach> = BTreeMap::new();
        for activity in self.facts().activities.iter().filter(|activity| activity.status == Status::Done) {
            let Some(when) = activity.when.filter(|when| when.to() <= self.as_of) else { continue };
            let year = when.to().year();
            if defaults::in_scope(self.facts(), self.scope, activity.unit, year) {
                add(years.entry(year).or_insert_with(|| YearReach { year, ..YearReach::default() }), activity);
            }
        }
        years.into_values().collect()
    }
}

fn add(year: &mut YearReach, activity: &Activity) {
    year.rows += 1;
    year.activities += u64::from(activity.count);
    if let Some(people) = activity.people {
        year.people += u64::from(people);
        year.people_rows += 1;
        if let Some(women) = activity.women {
            year.women += u64::from(women);
            year.people_beside_women += u64::from(people);
        }
    }
    if let Some(cost) = activity.cost {
        year.cost += cost;
        year.cost_rows += 1;
        *year.by_source.entry(activity.funding.as_str().to_owned()).or_default() += cost;
    }
}
