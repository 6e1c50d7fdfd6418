//! What-if: edits turn the verdicts they should, and nothing else.

use crate::world::{COMMUNE, PROVINCE, assess_sample, day, said, unit};
use assess::Assessment;
use domain::{ActivityKind, Edit, Every, Programme, Span, State, UnitKind, WhatIfSlice};

const VINH_HOA_HIEP: &str = "kg.chau-thanh.xa-vinh-hoa-hiep";

fn news(assessment: &Assessment, when: &str, count: u32) -> Edit {
    let unit = unit(assessment, VINH_HOA_HIEP);
    Edit::Add { unit, kind: ActivityKind::News, when: Span::day(day(when)), count, tags: Vec::new() }
}

/// `T5 2024-Q3 missed→met` for each verdict that turns.
fn turns(slice: &WhatIfSlice) -> Vec<String> {
    let turn = |change: &domain::ChangedVerdict| {
        let (before, after) = (&change.before, &change.after);
        format!("{} {} {}→{}", after.target, after.period, before.state.code(), after.state.code())
    };
    slice.changed.iter().map(turn).collect()
}

#[test]
fn one_more_item_turns_the_quarter_that_lacked_one() {
    let assessment = assess_sample(COMMUNE);
    assert_eq!(said(&assessment, "T5", VINH_HOA_HIEP, "2024-Q3"), "missed 3");
    let slice = assessment.what_if(&[news(&assessment, "2024-08-20", 1)]);
    assert_eq!(turns(&slice), ["T5 2024-Q3 missed→met"]);
    assert_eq!(said(&assessment, "T5", VINH_HOA_HIEP, "2024-Q3"), "missed 3", "the assessment itself stays");
}

#[test]
fn a_row_left_out_turns_the_quarter_that_had_none_to_spare() {
    let assessment = assess_sample(COMMUNE);
    let rows = (0_u32..).zip(&assessment.facts().activities);
    let second_quarter = Span::quarter(2024, 2).unwrap();
    let in_it = |row: &domain::Activity| {
        row.kind == ActivityKind::News && row.when.is_some_and(|when| when.intersect(second_quarter) == Some(when))
    };
    let (row, _) = rows.into_iter().find(|(_, row)| in_it(row)).unwrap();
    assert_eq!(
        said(&assessment, "T5", VINH_HOA_HIEP, "2024-Q2"),
        "met 4..5",
        "one more is dated too coarsely to be certain"
    );
    assert_eq!(turns(&assessment.what_if(&[Edit::Remove { row }])), ["T5 2024-Q2 met→uncertain"]);
    let there_again = [Edit::Remove { row }, news(&assessment, "2024-06-30", 1)];
    assert_eq!(turns(&assessment.what_if(&there_again)), Vec::<String>::new());
}

#[test]
fn a_programme_for_every_commune_turns_many_and_makes_nobody_miss_anything() {
    let assessment = assess_sample(PROVINCE);
    let programme = Programme {
        kinds: vec![UnitKind::Commune],
        under: None,
        kind: ActivityKind::News,
        count: 4,
        every: Every::Quarter,
        days: Span::year(2024).unwrap(),
        tags: Vec::new(),
    };
    let slice = assessment.what_if(&[Edit::Programme(programme)]);
    let turned: u32 = slice.turned.iter().map(|line| line.count).sum();
    assert!(turned > 50, "{turned}");
    assert_eq!(usize::try_from(turned).unwrap(), slice.changed.len());
    for change in &slice.changed {
        assert_eq!(change.after.target.trim_end_matches("-share"), "T5");
        assert_ne!(change.after.state, State::Missed, "{change:?}");
    }
}

#[test]
fn no_edit_no_change() {
    let assessment = assess_sample(COMMUNE);
    let slice = assessment.what_if(&[]);
    assert!(slice.changed.is_empty() && slice.turned.is_empty() && slice.figures_only == 0);
}
