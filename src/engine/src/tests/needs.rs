//! What is still missing.

use super::world::{World, day, plan, plan_with, span};
use crate::{judge, needs};
use domain::{ActivityKind, Need, NeedKind, Period, UnitKind};
use plan::{Amount, Measure, Phased};

fn needs_of(world: &World, as_of: &str, target: &str, period: &str) -> Vec<Need> {
    let (plan, as_of) = (plan(), day(as_of));
    let verdicts = judge(&plan, &world.facts, as_of);
    let all = needs(&plan, &world.facts, as_of, &verdicts);
    all.into_iter().filter(|need| need.target == target && need.period.to_string() == period).collect()
}

#[test]
fn what_is_done_and_planned_is_not_missing() {
    let cases: [(&[&str], Option<u32>); 5] = [
        (&[], Some(4)),
        (&["2024-02-01 c1 news 1"], Some(3)),
        (&["2024-02-01 c1 news 1", "2024-03-20 c1 news 1"], Some(2)),
        (&["2024-02-01 c1 news 1", "2024-03-20 c1 news 3"], None),
        (&["2024-02-01 c1 news 4"], None),
    ];
    for (rows, missing) in cases {
        let world = World::new(&["c1 commune"]).rows(rows);
        let needs = needs_of(&world, "2024-03-10", "T5", "2024-Q1");
        assert_eq!(needs.first().map(|need| need.missing), missing, "{rows:?}");
        assert!(needs.iter().all(|need| need.window == span("2024-03-11/2024-03-31")));
        assert!(needs.iter().all(|need| need.unit_kind == UnitKind::Commune));
    }
}

#[test]
fn nothing_is_needed_in_a_window_that_is_over() {
    let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 news 1"]);
    assert_eq!(needs_of(&world, "2024-03-31", "T5", "2024-Q1"), []);
    let future = needs_of(&world, "2024-03-31", "T5", "2024-Q3");
    assert_eq!(future.first().map(|need| (need.window, need.missing)), Some((span("2024-Q3"), 4)));
}

#[test]
fn a_need_says_which_kinds_and_tags_would_do() {
    let needs = needs_of(&World::new(&["a1 agency"]), "2024-10-01", "T2", "2024-AM");
    let kind = NeedKind::Activity {
        kinds: vec![ActivityKind::ActionMonth],
        or_tags: vec!["action_month".into()],
        require_tags: Vec::new(),
        channels: Vec::new(),
        audiences: Vec::new(),
        people: None,
    };
    assert_eq!(needs.first().map(|need| &need.kind), Some(&kind));
    assert_eq!(needs_of(&World::new(&["a1 agency"]), "2024-10-01", "T2-share", "2024-AM"), []);
}

#[test]
fn people_are_needed_not_so_many_activities_and_a_share_of_women_needs_none() {
    let found = |amount| {
        let mut plan = plan();
        let Measure::Count(rule) = &mut plan.targets[0].measure else { panic!("T1 counts") };
        let part = &mut rule.parts.first;
        part.amount = amount;
        part.at_least = Phased::Always(90);
        part.channels = ["loa".to_owned()].into();
        part.audiences = ["phụ nữ".to_owned()].into();
        let world = World::new(&["c1 commune"]).rows(&["2024-02-01 c1 event 1 p=30 w=1 @loa"]);
        let as_of = day("2024-06-30");
        let verdicts = judge(&plan, &world.facts, as_of);
        let needs = needs(&plan, &world.facts, as_of, &verdicts).into_iter();
        needs.filter(|need| need.target == "T1" && need.period == Period::Year(2024)).collect::<Vec<_>>()
    };
    let needs = found(Amount::People { of: None });
    let kind = NeedKind::Activity {
        kinds: vec![ActivityKind::Event],
        or_tags: Vec::new(),
        require_tags: Vec::new(),
        channels: vec!["loa".into()],
        audiences: vec!["phụ nữ".into()],
        people: Some(90),
    };
    // The row names no audience: nothing is certain yet.
    assert_eq!(needs.iter().map(|need| (need.missing, &need.kind)).collect::<Vec<_>>(), [(1, &kind)]);
    assert_eq!(found(Amount::WomenPercent), []);
}

#[test]
fn conventions_are_reviewed_before_they_are_amended() {
    // 100 % of four: two are bad, one is unknown.
    let rows = ["k1 h1 2020 0 - -", "k2 h1 2020 1 - -", "k3 h1 2020 1 - -", "k4 h1 2020 - - -"];
    let needs = needs_of(&World::new(&["h1 hamlet"]).conventions(&rows), "2026-01-01", "T7", "2030");
    let found: Vec<(u32, &NeedKind)> = needs.iter().map(|need| (need.missing, &need.kind)).collect();
    assert_eq!(found, [(1, &NeedKind::ReviewConvention), (2, &NeedKind::AmendConvention)]);
    assert!(needs.iter().all(|need| need.unit.is_none() && need.window == span("2026-01-02/2030-12-31")));
}

#[test]
fn so_many_stations_more_as_the_percent_asks() {
    // ⌈70 % of 3⌉ = 3, one is there.
    let world = World::new(&["m0 media", "m1 media", "m2 media"]).media(&["m0 pilot 2024 -"]);
    let needs = needs_of(&world, "2025-06-30", "T3", "pilot-2025");
    assert_eq!(
        needs.iter().map(|need| (need.missing, need.kind.clone())).collect::<Vec<_>>(),
        [(2, NeedKind::Adoption)]
    );
    assert_eq!(needs_of(&World::new(&["m0 media"]), "2025-06-30", "T3", "pilot-2025"), [], "no register");
}

#[test]
fn duties_that_nobody_is_known_to_have_done_are_needed_until_their_last_day() {
    let asked = World::new(&["d1 district"]).submissions(&[]);
    let window = |world: &World, as_of: &str| {
        needs_of(world, as_of, "R-half", "2024-H1").first().map(|need| (need.window, need.kind.clone()))
    };
    assert_eq!(window(&asked, "2024-06-01"), Some((span("2024-06-02/2024-06-09"), NeedKind::HandIn)));
    assert_eq!(window(&asked, "2024-06-09"), None);
    assert_eq!(window(&asked.clone().submissions(&["d1 half 2024-H1 2024-05-01"]), "2024-06-01"), None);
    assert!(window(&World::new(&["d1 district"]), "2024-06-01").is_some(), "no register: nothing shows it was done");
}

#[test]
fn nothing_is_needed_where_nothing_applies() {
    let needs = |from: &str| {
        let mut world = World::new(&["c1 commune"]);
        let unit = world.unit("c1");
        world.facts.roster.get_mut(unit).unwrap().versions[0].life.from = Some(day(from));
        let (plan, as_of) = (plan_with(&[("partial-window", "waive")]), day("2024-03-10"));
        let verdicts = judge(&plan, &world.facts, as_of);
        let needs = needs(&plan, &world.facts, as_of, &verdicts);
        needs.iter().filter(|need| need.target == "T5" && need.period == Period::Quarter(2024, 1)).count()
    };
    assert_eq!((needs("2024-01-02"), needs("2024-03-01")), (1, 0), "less than half of the window is waived");
}
