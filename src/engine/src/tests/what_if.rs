//! What-if: what edits do to facts and verdicts, and what they must never do.

use super::generator::{Case, for_cases};
use super::world::{World, day, plan, plan_with, span};
use crate::{changed, judge, overlay};
use domain::{
    Activity, ActivityKind, ChangedVerdict, Edit, Every, Evidence, Figures, Programme, Span, State, UnitKind, Verdict,
};
use plan::{Measure, Part, Plan};

fn add(world: &World, unit: &str, kind: ActivityKind, when: &str, count: u32) -> Edit {
    Edit::Add { unit: world.unit(unit), kind, when: span(when), count, tags: Vec::new() }
}

fn state(world: &World, plan: &Plan, edits: &[Edit], as_of: &str, cell: (&str, &str, &str)) -> State {
    let tried = World { facts: overlay(&world.facts, edits) };
    tried.verdict(plan, as_of, cell.0, cell.1, cell.2).state
}

#[test]
fn an_activity_tried_counts_like_any_other() {
    let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 news 3"]);
    let more = add(&world, "c1", ActivityKind::News, "2024-03-31", 1);
    let cell = ("T5", "c1", "2024-Q1");
    assert_eq!(state(&world, &plan(), &[], "2024-12-31", cell), State::Missed);
    assert_eq!(state(&world, &plan(), std::slice::from_ref(&more), "2024-12-31", cell), State::Met);
    assert_eq!(state(&world, &plan(), &[more], "2024-03-30", cell), State::OnTrack, "a day to come is a plan");
}

#[test]
fn nobody_is_told_not_met_because_of_an_activity_tried() {
    let world = World::new(&["c1 commune", "c2 commune"]).rows(&["2024-02-01 c1 news 4"]);
    let cells = [("T5", "c1", "2024-Q2"), ("T5", "c2", "2024-Q2"), ("T1", "c1", "2024")];
    let edits = [
        add(&world, "c1", ActivityKind::News, "2024-04-01", 1),
        add(&world, "c2", ActivityKind::News, "2024-02-01", 1),
        add(&world, "c2", ActivityKind::Event, "2024-02-01", 1),
    ];
    for cell in cells {
        assert_eq!(state(&world, &plan(), &edits, "2025-12-31", cell), State::NoData, "{cell:?}");
    }
}

#[test]
fn a_row_left_out_and_a_row_moved_are_named_by_their_place_in_the_facts_as_read() {
    let world = World::new(&["c1 commune"]).rows(&["2024-01-01 c1 news 1", "2024-01-02 c1 news 2", "- c1 news 3"]);
    let edits = [Edit::Remove { row: 0 }, Edit::Move { row: 1, to: span("2024-05") }, Edit::Remove { row: 9 }];
    let rows = overlay(&world.facts, &edits).activities;
    let found: Vec<(u32, Option<Span>)> = rows.iter().map(|row| (row.count, row.when)).collect();
    assert_eq!(found, [(2, Some(span("2024-05"))), (3, None)]);
}

#[test]
fn a_row_left_out_stays_out_and_of_two_moves_the_later_days_hold() {
    let world = World::new(&["c1 commune"]).rows(&["2024-01-01 c1 news 1", "2024-01-02 c1 news 2"]);
    let mut edits = [
        Edit::Move { row: 0, to: span("2024-03") },
        Edit::Remove { row: 0 },
        Edit::Move { row: 1, to: span("2024-06") },
        Edit::Move { row: 1, to: span("2024-05") },
    ];
    for _ in 0..edits.len() {
        let rows = overlay(&world.facts, &edits).activities;
        assert_eq!(rows.iter().map(|row| row.when).collect::<Vec<_>>(), [Some(span("2024-06"))]);
        edits.rotate_left(1);
    }
}

#[test]
fn outside_the_life_of_its_unit_nothing_can_be_tried() {
    let mut world = World::new(&["c1 commune"]).rows(&["2024-01-01 c1 news 1"]);
    let index = world.unit("c1");
    world.facts.roster.get_mut(index).unwrap().versions[0].life.to = Some(day("2024-06-30"));
    let tried = |when: &str| overlay(&world.facts, &[add(&world, "c1", ActivityKind::News, when, 1)]).activities.len();
    assert_eq!((tried("2024-06-30"), tried("2024-06-30/2024-07-01"), tried("2024-07-01")), (2, 2, 1));
    let moved = |to: &str| overlay(&world.facts, &[Edit::Move { row: 0, to: span(to) }]).activities.len();
    assert_eq!((moved("2024-06-30"), moved("2024-07-01")), (1, 0));
    let stranger = Edit::Add {
        unit: domain::UnitIndex(7),
        kind: ActivityKind::News,
        when: span("2024"),
        count: 1,
        tags: Vec::new(),
    };
    assert_eq!(overlay(&world.facts, &[stranger]), world.facts);
}

fn programme(every: Every, days: &str) -> Programme {
    Programme {
        kinds: vec![UnitKind::Commune],
        under: None,
        kind: ActivityKind::News,
        count: 2,
        every,
        days: span(days),
        tags: vec!["b".into(), "a".into(), "b".into()],
    }
}

fn held(world: &World, programme: Programme) -> Vec<(String, String)> {
    let rows = overlay(&world.facts, &[Edit::Programme(programme)]).activities;
    assert!(rows.iter().all(|row| *row.tags == ["a", "b"] && row.count == 2 && row.origin.is_tried()));
    let place = |row: &Activity| (row.when.unwrap().to_string(), world.facts.roster.id(row.unit).to_owned());
    rows.iter().map(place).collect()
}

#[test]
fn what_is_tried_is_numbered_from_one_and_stands_in_no_table() {
    let world = World::new(&["c1 commune"]).rows(&["2024-01-01 c1 news 1"]);
    let more = add(&world, "c1", ActivityKind::News, "2024-02-01", 1);
    let tried = World { facts: overlay(&world.facts, &[more.clone(), more]) };
    let origins: Vec<domain::Origin> = tried.facts.activities.iter().map(|row| row.origin).collect();
    assert_eq!(origins[1..], [domain::Origin::tried(1), domain::Origin::tried(2)]);
    assert!(!origins[0].is_tried() && tried.facts.table(origins[1]).is_none());
}

#[test]
fn a_programme_is_held_on_the_last_day_of_each_period_within_its_days() {
    let world = World::new(&["c1 commune", "d1 district"]);
    let days =
        |every, days| -> Vec<String> { held(&world, programme(every, days)).into_iter().map(|(day, _)| day).collect() };
    assert_eq!(days(Every::Month, "2024-01-31/2024-03-30"), ["2024-01-31", "2024-02-29"]);
    assert_eq!(days(Every::Quarter, "2024-03-31/2024-09-29"), ["2024-03-31", "2024-06-30"]);
    assert_eq!(days(Every::Half, "2024-06-30/2025-06-29"), ["2024-06-30", "2024-12-31"]);
    assert_eq!(days(Every::Year, "2023-12-31/2024-12-31"), ["2023-12-31", "2024-12-31"]);
    assert!(days(Every::Year, "2024-01-01/2024-12-30").is_empty());
}

#[test]
fn a_programme_asks_the_units_that_live_on_the_day_under_the_parent_of_the_day() {
    let mut world = World::new(&["p province", "d1 district p", "d2 district p", "c1 commune d1", "c2 commune d2"])
        .moves("c1", "2024-02-01", "d2");
    let index = world.unit("c2");
    world.facts.roster.get_mut(index).unwrap().versions[0].life.to = Some(day("2024-02-28"));
    let under = |unit: &str| {
        let days = held(&world, Programme { under: Some(world.unit(unit)), ..programme(Every::Month, "2024-H1") });
        days.into_iter().map(|(day, unit)| format!("{} {unit}", &day[5..7])).collect::<Vec<_>>()
    };
    assert_eq!(under("d1"), ["01 c1"]);
    assert_eq!(under("d2"), ["01 c2", "02 c1", "03 c1", "04 c1", "05 c1", "06 c1"]);
    assert_eq!(under("c2"), ["01 c2"]);
}

#[test]
fn only_verdicts_that_differ_are_listed_with_what_they_were() {
    let world = World::new(&["c1 commune", "c2 commune"]).rows(&["2024-02-01 c1 news 3", "2024-02-01 c2 news 3"]);
    let more = [add(&world, "c2", ActivityKind::News, "2024-02-02", 1)];
    let plan = plan_with(&[]);
    let judged = |edits: &[Edit]| judge(&plan, &overlay(&world.facts, edits), day("2024-12-31"));
    let found: Vec<(String, u32, u32)> = changed(&judged(&[]), &judged(&more))
        .iter()
        .map(|change| {
            assert_eq!(change.before.unit, Some(world.unit("c2")));
            (change.after.period.to_string(), change.before.n_lo, change.after.n_lo)
        })
        .collect();
    assert_eq!(found, [("2024-Q1".to_owned(), 3, 4)]);
}

fn before_and_after(case: &Case, edits: &[Edit]) -> (Vec<Verdict>, Vec<Verdict>) {
    let tried = overlay(&case.facts, edits);
    (judge(&case.plan, &case.facts, case.as_of), judge(&case.plan, &tried, case.as_of))
}

#[test]
fn no_edit_changes_nothing() {
    for_cases(1..300, |case, _| {
        assert_eq!(overlay(&case.facts, &[]), case.facts);
        let verdicts = judge(&case.plan, &case.facts, case.as_of);
        assert_eq!(changed(&verdicts, &verdicts), []);
    });
}

#[test]
fn what_was_tried_can_be_taken_back() {
    for_cases(1..300, |case, _| {
        let tries = |edit: &&Edit| matches!(edit, Edit::Add { .. } | Edit::Programme(_));
        let adds: Vec<Edit> = case.edits.iter().filter(tries).cloned().collect();
        let tried = overlay(&case.facts, &adds);
        let numbers = u32::try_from(case.facts.activities.len()).unwrap()..;
        let back: Vec<Edit> = numbers.take(tried.activities.len()).map(|row| Edit::Remove { row }).collect();
        assert_eq!(overlay(&tried, &back), case.facts);
    });
}

#[test]
fn the_order_of_edits_changes_no_verdict() {
    for_cases(1..600, |case, dice| {
        let mut edits = case.edits.clone();
        let by = dice.roll(edits.len().max(1));
        edits.rotate_left(by);
        let (_, one) = before_and_after(case, &case.edits);
        let (_, other) = before_and_after(case, &edits);
        assert_eq!(one, other);
    });
}

#[test]
fn the_verdicts_that_changed_turn_the_old_list_into_the_new() {
    for_cases(1..600, |case, _| {
        let (before, after) = before_and_after(case, &case.edits);
        let mut patched = before.clone();
        for ChangedVerdict { before, after } in changed(&before, &after) {
            let place = patched.iter_mut().find(|verdict| **verdict == before).unwrap();
            *place = after;
        }
        assert_eq!(patched, after);
    });
}

#[test]
fn what_is_tried_worsens_no_count_and_is_never_a_sign_of_a_report() {
    for_cases(1..600, |case, _| {
        let tries = |edit: &&Edit| matches!(edit, Edit::Add { .. } | Edit::Programme(_));
        let adds: Vec<Edit> = case.edits.iter().filter(tries).cloned().collect();
        let (before, after) = before_and_after(case, &adds);
        for (before, after) in before.iter().zip(&after) {
            assert!(before.state == State::Missed || after.state != State::Missed, "{before:?} {after:?}");
            if !matches!(before.figures, Figures::Members | Figures::Parts) {
                assert_eq!(before.evidence, after.evidence, "{before:?} {after:?}");
            }
            if before.figures == Figures::Activities {
                assert!(before.n_lo <= after.n_lo && before.n_hi <= after.n_hi, "{before:?} {after:?}");
                assert!(before.planned <= after.planned, "{before:?} {after:?}");
            }
        }
    });
}

#[test]
fn an_edit_touches_only_targets_that_can_count_its_activities() {
    for_cases(1..600, |case, dice| {
        let row = case.row(dice);
        let when = Span::day(case.day(dice));
        let edit = Edit::Add {
            unit: row.unit,
            kind: row.kind,
            when,
            count: 1,
            tags: row.tags.iter().map(ToString::to_string).collect(),
        };
        let (before, after) = before_and_after(case, &[edit]);
        for change in changed(&before, &after) {
            let target = change.after.target.trim_end_matches("-share");
            let Measure::Count(rule) = &case.plan.target(target).unwrap().measure else { panic!("{change:?}") };
            assert!(rule.parts.iter().any(|part| can_count(part, &row)), "{change:?}");
            // Of several parts those speak that decide, and an edit may let others decide.
            if rule.parts.single().is_some() {
                assert_eq!(change.before.evidence, change.after.evidence);
            }
        }
    });
}

fn can_count(part: &Part, row: &Activity) -> bool {
    part.count.contains(&row.kind)
        || row.tags.iter().any(|tag| part.or_tag.contains(tag.as_str()))
        || part.untagged != plan::Untagged::Ignore
}

#[test]
fn nothing_is_evidence_that_nobody_wrote() {
    let world = World::new(&["c1 commune"]);
    let edits = [add(&world, "c1", ActivityKind::News, "2024-02-01", 9)];
    let tried = World { facts: overlay(&world.facts, &edits) };
    let verdict = tried.verdict(&plan(), "2024-12-31", "T5", "c1", "2024-Q1");
    assert_eq!((verdict.state, verdict.n_lo, verdict.evidence), (State::Met, 9, Evidence::None));
}
