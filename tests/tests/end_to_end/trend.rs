//! Trends agree with the verdicts they are made of, and figures with the rows.

use crate::world::{COMMUNE, PROVINCE, assess_sample};
use domain::{State, Status};

#[test]
fn every_bar_is_as_high_as_its_verdicts_say() {
    for sample in [COMMUNE, PROVINCE] {
        let assessment = assess_sample(sample);
        let trend = assessment.trend();
        assert!(!trend.targets.is_empty(), "{sample}");
        for target in &trend.targets {
            for point in &target.points {
                let met = assessment.verdicts().iter().filter(|verdict| {
                    verdict.target == target.target && verdict.period == point.period && verdict.state == State::Met
                });
                let shown = point.counts.get(&State::Met).copied().unwrap_or(0) as usize;
                let all = met.clone().filter(|verdict| verdict.unit.is_some()).count();
                assert!(shown <= all, "{sample} {} {}: {shown} of {all}", target.target, point.period);
                if assessment.summary().scope.is_none() {
                    assert_eq!(shown, all, "{sample} {} {}", target.target, point.period);
                }
            }
            assert!(target.points.is_sorted_by_key(|point| point.to), "{sample}");
        }
    }
}

#[test]
fn figures_of_years_are_sums_of_what_rows_say() {
    let assessment = assess_sample(COMMUNE);
    let done = || {
        let as_of = assessment.as_of();
        let all = assessment.facts().activities.iter();
        all.filter(move |row| row.status == Status::Done && row.when.is_some_and(|when| when.to() <= as_of))
    };
    let people: u64 = done().filter_map(|row| row.people).map(u64::from).sum();
    let years = assessment.trend().years;
    assert!(people > 0);
    assert_eq!(years.iter().map(|year| year.people).sum::<u64>(), people);
    assert_eq!(years.iter().map(|year| year.rows as usize).sum::<usize>(), done().count());
}
