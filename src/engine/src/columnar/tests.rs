//! The fast evaluator against the reference, on random cases and on some that chance does not find.

use super::{Board, Columns};
use crate::tests::generator::{Case, for_cases};
use crate::tests::world::{World, day, plan as probe, span};
use crate::{changed, judge, overlay, roll_up};
use domain::{ActivityKind, Edit, Period, State, Verdict};
use plan::{Aggregated, Measure, Part, Plan, Repeat};
use std::collections::BTreeMap;

/// Few enough to be run for every mutant of the columns (see `mutants.md`).
#[test]
fn columns_say_what_rows_say_in_a_few_cases() {
    agree(1..200);
}

#[test]
fn columns_say_what_rows_say() {
    agree(200..2000);
}

fn agree(seeds: std::ops::Range<u64>) {
    for_cases(seeds, |case, dice| {
        let columns = Columns::new(&case.facts);
        let board = Board::new(&case.plan, &case.facts, &columns, case.as_of);
        let expected = judge(&case.plan, &case.facts, case.as_of);
        let found = board.verdicts();
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "seed {}", case.seed);
        }
        assert_eq!(found.len(), expected.len());
        assert_eq!(board.roll_up(), roll_up(&case.plan, &case.facts, &expected), "seed {}", case.seed);
        states_are_those_of(case, &board, &expected);
        for one in expected.iter().skip(dice.roll(10)).step_by(10) {
            assert_eq!(board.verdict(&one.target, one.unit, &one.period).as_ref(), Some(one), "seed {}", case.seed);
        }
        assert_eq!(columns.len(), case.facts.activities.len(), "seed {}", case.seed);
    });
}

fn states_are_those_of(case: &Case, board: &Board<'_>, expected: &[Verdict]) {
    let mut counts = BTreeMap::<_, BTreeMap<_, u32>>::new();
    for verdict in expected {
        *counts.entry(verdict.target.clone()).or_default().entry(verdict.state).or_default() += 1;
    }
    assert_eq!(board.counts(), counts, "seed {}", case.seed);
    let is_counted = |one: &&Verdict| {
        let target = case.plan.target(&one.target);
        target.is_some_and(|target| matches!(target.measure, Measure::Count(_)))
    };
    assert_eq!(board.states().count(), expected.iter().filter(is_counted).count(), "seed {}", case.seed);
    for standing in board.states() {
        let (target, period) = (board.target(&standing), board.period(&standing).unwrap());
        let of = expected.iter().find(|verdict| {
            verdict.target == target && verdict.period == *period && verdict.unit == Some(standing.unit)
        });
        assert_eq!(of.map(|verdict| verdict.state), Some(standing.state), "seed {}: {target} {period}", case.seed);
    }
}

/// The probe plan, with another part in its target `id`.
fn plan_with_part(id: &str, change: impl Fn(&mut Part)) -> Plan {
    let mut plan = probe();
    let target = plan.targets.iter_mut().find(|target| target.id == id).unwrap();
    let Measure::Count(rule) = &mut target.measure else { panic!("{id} counts") };
    change(&mut rule.parts.first);
    plan
}

/// Both evaluators say the same, and of the verdict named that it is in this state.
#[track_caller]
fn both_say(plan: &Plan, world: &World, as_of: &str, (target, unit, period): (&str, &str, Period), state: State) {
    let columns = Columns::new(&world.facts);
    let board = Board::new(plan, &world.facts, &columns, day(as_of));
    assert_eq!(board.verdicts(), judge(plan, &world.facts, day(as_of)));
    let found = board.verdict(target, Some(world.unit(unit)), &period);
    assert_eq!(found.map(|found| found.state), Some(state));
}

#[test]
fn what_a_commune_did_for_its_hamlets_is_shared_out_in_columns_too() {
    let world = World::new(&["c1 commune", "h1 hamlet c1", "h2 hamlet c1"]).rows(&["2024 c1 event 2 #for_hamlets"]);
    let year = Period::Year(2024);
    let shared_out = plan_with_part("T6", |part| part.aggregated = Aggregated::Spread);
    both_say(&shared_out, &world, "2024-12-31", ("T6", "h1", year.clone()), State::Met);
    both_say(&probe(), &world, "2024-12-31", ("T6", "h1", year), State::NoData);
}

#[test]
fn a_row_of_the_as_of_day_has_happened_whatever_words_are_asked() {
    let world = World::new(&["c1 commune"]).rows(&["2024-02-15 c1 news 4 @loa"]);
    let on_the_radio = plan_with_part("T5", |part| part.channels = ["loa".to_owned()].into());
    for plan in [probe(), on_the_radio] {
        let of = |as_of, state| both_say(&plan, &world, as_of, ("T5", "c1", Period::Quarter(2024, 1)), state);
        of("2024-02-15", State::Met);
        of("2024-02-14", State::OnTrack);
    }
}

#[test]
fn rows_of_other_kinds_or_channels_are_no_copies() {
    let both_kinds = plan_with_part("T5", |part| part.count.extend([ActivityKind::Event]));
    let cases = [
        ("2024-02-01 c1 news 2 \"A", State::Missed),
        ("2024-02-01 c1 event 2 \"A", State::Met),
        ("2024-02-01 c1 news 2 \"A @loa", State::Met),
        ("2024-02-01 c1 news 2 \"B", State::Met),
    ];
    for (row, state) in cases {
        let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 news 2 \"A", row]);
        both_say(&both_kinds, &world, "2024-12-31", ("T5", "c1", Period::Quarter(2024, 1)), state);
    }
}

#[test]
fn a_day_far_away_is_a_day_whichever_way_it_is_kept() {
    for far in ["1899-12-31", "1900-01-01", "2079-06-06", "2079-06-07"] {
        let rows = [format!("{far} c1 news 4"), "2024-02-01/2024-02-02 c1 news 1".to_owned()];
        let world = World::new(&["c1 commune"]).rows(&rows.each_ref().map(String::as_str));
        both_say(&probe(), &world, "2024-12-31", ("T5", "c1", Period::Quarter(2024, 1)), State::Missed);
    }
}

#[test]
fn a_table_that_ends_on_the_as_of_day_knows_nothing_of_later_days() {
    for (cut_off, state) in [("2024-02-15", State::Met), ("2024-02-16", State::OnTrack)] {
        let world = World::new(&["c1 commune"])
            .table("b.csv", Some(cut_off))
            .rows(&["2024-02-10/2024-02-20 c1 news 4 table=1", "2024-02-01 c1 news 2"]);
        both_say(&probe(), &world, "2024-02-15", ("T5", "c1", Period::Quarter(2024, 1)), state);
    }
}

/// What edits turn, from the columns; the reference says the same.
fn turned(plan: &Plan, world: &World, edits: &[Edit]) -> Vec<(String, State, State)> {
    let (as_of, columns) = (day("2024-12-31"), Columns::new(&world.facts));
    let found = Board::new(plan, &world.facts, &columns, as_of).what_if(edits);
    let after = judge(plan, &overlay(&world.facts, edits), as_of);
    assert_eq!(found, changed(&judge(plan, &world.facts, as_of), &after));
    let of_t5 = found.iter().filter(|found| found.after.target == "T5" && found.before.state != found.after.state);
    let unit = |verdict: &Verdict| world.facts.roster.id(verdict.unit.unwrap()).to_owned();
    of_t5.map(|found| (unit(&found.after), found.before.state, found.after.state)).collect()
}

#[test]
fn a_table_without_its_last_row_of_news_says_nothing_of_the_news_of_others() {
    let rows = ["2024-02-01 c1 news 1 @loa", "2024-02-02 c1 news 1 @loa", "2024-03-01 c2 event 1"];
    let world = World::new(&["c1 commune", "c2 commune"]).rows(&rows);
    let on_the_radio = plan_with_part("T5", |part| part.channels = ["loa".to_owned()].into());
    for plan in [probe(), on_the_radio] {
        let [first, second, event] = [0, 1, 2].map(|row| Edit::Remove { row });
        let none: [(String, State, State); 0] = [];
        assert_eq!(turned(&plan, &world, std::slice::from_ref(&first)), none);
        let lost = |unit: &str| (unit.to_owned(), State::Missed, State::NoData);
        assert_eq!(turned(&plan, &world, &[first, second]), [lost("c1"), lost("c2")]);
        assert_eq!(turned(&plan, &world, &[event]), [lost("c2")]);
    }
}

#[test]
fn what_is_tried_in_a_commune_is_tried_for_the_district_that_counts_all_below_it() {
    let world = World::new(&["d1 district", "d2 district", "c1 commune d1"]).rows(&["2024-02-01 c1 news 1"]);
    let (plan, as_of, columns) = (probe(), day("2024-12-31"), Columns::new(&world.facts));
    let kind = ActivityKind::Model;
    let model = Edit::Add { unit: world.unit("c1"), kind, when: span("2024-03-01"), count: 1, tags: Vec::new() };
    let edits = [model];
    let found = Board::new(&plan, &world.facts, &columns, as_of).what_if(&edits);
    let after = judge(&plan, &overlay(&world.facts, &edits), as_of);
    assert_eq!(found, changed(&judge(&plan, &world.facts, as_of), &after));
    let turned: Vec<(&str, State)> = found.iter().map(|one| (one.after.target.as_str(), one.after.state)).collect();
    assert_eq!(turned, [("T4", State::Met)]);
    assert_eq!(found[0].after.unit, Some(world.unit("d1")));
}

#[test]
fn other_days_of_a_window_are_another_rule() {
    let world = World::new(&["p province", "a1 agency p"]).rows(&["2024-11-15 a1 action_month 1"]);
    let (plan, as_of) = (probe(), day("2024-12-31"));
    let mut other = plan.clone();
    let window = other.windows.get_mut("action_month").unwrap();
    let Repeat::Yearly { from, .. } = &mut window.repeat else { panic!("a window of days") };
    *from = (11, 16);
    let states = |plan: &Plan| judge(plan, &world.facts, as_of).into_iter().map(|one| one.state).collect::<Vec<_>>();
    let differing = states(&plan).iter().zip(states(&other)).filter(|(one, other)| *one != other).count();
    assert!(differing > 0);
    let columns = Columns::new(&world.facts);
    let changes = Board::new(&plan, &world.facts, &columns, as_of).changes(&other);
    assert_eq!(usize::try_from(changes), Ok(differing));
}

#[test]
fn a_plain_row_takes_17_bytes_whatever_its_title() {
    let plain: Vec<String> = (1..=20).map(|day| format!("2024-03-{day:02} c1 news {day} \"{}", day / 2)).collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    let columns = |rows: &[&str]| Columns::new(&World::new(&["c1 commune"]).rows(rows).facts);
    let (none, some) = (columns(&[]), columns(&plain));
    assert_eq!((none.len(), none.is_empty(), none.row_bytes()), (0, true, 0));
    assert_eq!((some.len(), some.is_empty(), some.row_bytes()), (20, false, 17 * 20));
    for odd in ["- c1 news 1", "2024 c1 news 1", "2024-03-01 c1 news 300"] {
        let columns = columns(&[&plain[..], &[odd]].concat());
        let of_odd_rows = columns.row_bytes() - 17 * 21;
        assert_eq!((columns.len(), of_odd_rows % 24, of_odd_rows > 0), (21, 0, true), "{odd}");
    }
    let copies = columns(&["2024-03-01 c1 news 1 \"A", "2024-03-01 c1 news 1 \"A"]);
    assert!(copies.row_bytes() > 17 * 2, "two rows that are alike are not plain");
}

#[test]
fn a_verdict_that_the_plan_does_not_give_is_none() {
    let world = World::new(&["c1 commune", "s1 school"]).rows(&["2024-02-01 c1 news 1"]);
    let (plan, columns) = (probe(), Columns::new(&world.facts));
    let board = Board::new(&plan, &world.facts, &columns, day("2024-12-31"));
    let ask = |target, unit: Option<&str>, period| board.verdict(target, unit.map(|unit| world.unit(unit)), &period);
    assert!(ask("T5", Some("c1"), Period::Quarter(2024, 1)).is_some());
    assert_eq!(ask("T5", Some("s1"), Period::Quarter(2024, 1)), None);
    assert_eq!(ask("T5", None, Period::Quarter(2024, 1)), None);
    assert_eq!(ask("T5", Some("c1"), Period::Year(2024)), None);
    assert_eq!(ask("T0", Some("c1"), Period::Quarter(2024, 1)), None);
}
