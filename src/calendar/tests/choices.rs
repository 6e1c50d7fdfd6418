//! What the user settles stays settled, and each day says why it was chosen.
#![expect(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use calendar::{Cancelled, Holidays, Job, Settings, Week};
use domain::{
    ActivityKind, Agenda, AgendaItem, Bilingual, DayReason, FullPlace, ItemKey, NaiveDate, Need, NeedKind, OpenReason,
    Peak, Period, Pin, PinProblem, Proof, Span, UnitIndex, UnitKind, WindowPart, Wish,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(from: &str, to: &str) -> Span {
    Span::new(day(from), day(to)).unwrap()
}

fn holidays() -> Holidays {
    Holidays::parse(include_str!("../../../rules/holidays-2022-2030.csv")).unwrap()
}

fn peaks() -> Vec<Peak> {
    let peak = |id: &str, from, to| Peak { id: id.into(), label: Bilingual::default(), from, to };
    vec![peak("women-day", (3, 8), (3, 8)), peak("action-month", (11, 15), (12, 15))]
}

fn activity(kind: ActivityKind) -> NeedKind {
    NeedKind::Activity {
        kinds: vec![kind],
        or_tags: Vec::new(),
        require_tags: Vec::new(),
        channels: Vec::new(),
        audiences: Vec::new(),
        people: None,
    }
}

fn need(unit: u32, window: Span, missing: u32) -> Need {
    Need {
        target: "T5".into(),
        unit: Some(UnitIndex(unit)),
        unit_kind: UnitKind::Commune,
        period: Period::Year(2024),
        window,
        missing,
        kind: activity(ActivityKind::News),
    }
}

/// Units with two news items each in the last quarter.
fn quarter(units: u32) -> Vec<Need> {
    (0..units).map(|unit| need(unit, span("2024-10-01", "2024-12-31"), 2)).collect()
}

#[derive(Default)]
struct Desk {
    settings: Settings,
    places: BTreeMap<UnitIndex, UnitIndex>,
    pins: Vec<Pin>,
    drops: Vec<ItemKey>,
}

impl Desk {
    fn with(settings: Settings) -> Self {
        Self { settings, ..Self::default() }
    }

    fn agenda(&self, needs: &[Need], as_of: &str) -> Agenda {
        let (peaks, holidays) = (peaks(), holidays());
        let job = Job {
            places: &self.places,
            pins: &self.pins,
            drops: &self.drops,
            ..Job::new(needs, &peaks, &holidays, &self.settings, day(as_of))
        };
        calendar::schedule(&job, |_, _| ControlFlow::Continue(())).unwrap()
    }
}

fn find<'a>(agenda: &'a Agenda, key: &ItemKey) -> Option<&'a AgendaItem> {
    agenda.items.iter().find(|item| item.key() == *key)
}

#[test]
fn a_pinned_item_keeps_its_day_even_a_day_off_and_the_rest_goes_around_it() {
    let needs = quarter(5);
    let first = Desk::default().agenda(&needs, "2024-09-30");
    let key = first.items[3].key();
    // A Sunday.
    let pin = Pin { key: key.clone(), date: day("2024-11-17") };
    let made = Desk { pins: vec![pin], ..Desk::default() }.agenda(&needs, "2024-09-30");
    let item = find(&made, &key).unwrap();
    assert_eq!((item.date, &item.reason), (day("2024-11-17"), &DayReason::Pinned));
    assert_eq!(made.items.len(), first.items.len());
    let keys = |agenda: &Agenda| agenda.items.iter().map(AgendaItem::key).collect::<BTreeSet<_>>();
    assert_eq!(keys(&made), keys(&first), "a pin changes no other item's key");
    assert!(made.lost_pins.is_empty());
}

#[test]
fn a_pin_takes_capacity() {
    // One working day is left, and it holds one.
    let needs = [need(0, span("2024-12-30", "2024-12-31"), 1), need(1, span("2024-12-30", "2024-12-30"), 1)];
    let desk = Desk::with(Settings { day_capacity: Some(1), ..Settings::default() });
    let free = desk.agenda(&needs, "2024-12-29");
    assert_eq!(free.items.len(), 2);
    let key = free.items.iter().find(|item| item.unit == Some(UnitIndex(0))).unwrap().key();
    let pinned = Desk { pins: vec![Pin { key, date: day("2024-12-30") }], ..desk }.agenda(&needs, "2024-12-29");
    assert_eq!(pinned.items.len(), 1);
    assert_eq!(pinned.open[0].need.unit, Some(UnitIndex(1)));
    assert_eq!(pinned.shortfalls[0].missing(), 1);
}

#[test]
fn a_pin_that_cannot_be_kept_is_reported_and_its_item_still_planned() {
    let needs = quarter(1);
    let key = Desk::default().agenda(&needs, "2024-09-30").items[0].key();
    let unknown = ItemKey { number: 9, ..key.clone() };
    let pins = vec![
        Pin { key: unknown, date: day("2024-11-11") },
        Pin { key: key.clone(), date: day("2025-01-02") },
        Pin { key: key.clone(), date: day("2024-09-30") },
        Pin { key: key.clone(), date: day("2024-11-11") },
        Pin { key: key.clone(), date: day("2024-11-12") },
    ];
    let made = Desk { pins, ..Desk::default() }.agenda(&needs, "2024-09-30");
    let mut lost: Vec<(u32, PinProblem)> =
        made.lost_pins.iter().map(|lost| (lost.pin.key.number, lost.problem)).collect();
    lost.sort_unstable();
    let outside = (1, PinProblem::OutsideWindow);
    assert_eq!(lost, [outside, outside, (1, PinProblem::Contradicted), (9, PinProblem::NoSuchItem)]);
    assert_eq!(find(&made, &key).unwrap().date, day("2024-11-11"));
    assert_eq!(made.items.len(), 2);
}

#[test]
fn a_dropped_item_is_not_planned_and_its_gap_is_listed() {
    let needs = quarter(3);
    let key = Desk::default().agenda(&needs, "2024-09-30").items.iter().find(|item| item.number == 1).unwrap().key();
    let gone = ItemKey { unit: Some(UnitIndex(77)), ..key.clone() };
    let made = Desk { drops: vec![key.clone(), gone.clone()], ..Desk::default() }.agenda(&needs, "2024-09-30");
    assert_eq!(made.items.len(), 5);
    assert!(find(&made, &key).is_none());
    assert!(made.items.iter().any(|item| item.unit == key.unit && item.number == 2), "the other keeps its number");
    assert_eq!((made.open.len(), made.open[0].left, made.open[0].reason), (1, 1, OpenReason::Dropped));
    assert_eq!(made.open[0].need.unit, key.unit);
    assert_eq!(made.lost_drops, [gone]);
}

#[test]
fn planning_again_with_the_same_pins_gives_the_same_agenda() {
    let needs = quarter(4);
    let first = Desk::default().agenda(&needs, "2024-09-30");
    let pins = first.items.iter().take(3).map(|item| Pin { key: item.key(), date: item.date + chrono::Days::new(1) });
    let desk = Desk { pins: pins.collect(), ..Desk::default() };
    let made = desk.agenda(&needs, "2024-09-30");
    for pin in &desk.pins {
        assert_eq!(find(&made, &pin.key).unwrap().date, pin.date);
    }
    assert_eq!(desk.agenda(&needs, "2024-09-30"), made);
}

#[test]
fn full_days_are_named_with_place_number_and_what_would_do() {
    // Three working days (Wednesday to Friday), one item a place and day; ten units of one place, two of another.
    let window = span("2024-10-02", "2024-10-06");
    let needs: Vec<Need> = (0..12).map(|unit| need(unit, window, 1)).collect();
    let places = (0..12).map(|unit| (UnitIndex(unit), UnitIndex(if unit < 10 { 100 } else { 200 }))).collect();
    let desk = Desk { places, ..Desk::with(Settings { place_capacity: Some(1), ..Settings::default() }) };
    let made = desk.agenda(&needs, "2024-09-30");
    assert_eq!(made.items.len(), 5);
    assert_eq!(made.shortfalls.len(), 1);
    let shortfall = &made.shortfalls[0];
    assert_eq!((shortfall.wanted, shortfall.capacity, shortfall.missing(), shortfall.needed_a_day()), (10, 3, 7, 4));
    let full = &shortfall.full[0];
    assert_eq!((full.place, full.days, full.capacity), (FullPlace::Place(Some(UnitIndex(100))), 3, 3));
    assert_eq!(full.span, span("2024-10-02", "2024-10-04"));
    assert_eq!(made.open.len(), 7);
    assert!(made.open.iter().all(|gap| gap.reason == OpenReason::Full && gap.left == 1));
    assert_eq!(made.proof, Proof::Best);
}

#[test]
fn a_full_scope_is_named_as_such() {
    let needs: Vec<Need> = (0..3).map(|unit| need(unit, span("2024-10-02", "2024-10-02"), 1)).collect();
    let made = Desk::with(Settings { day_capacity: Some(2), ..Settings::default() }).agenda(&needs, "2024-09-30");
    assert_eq!(made.shortfalls[0].full[0].place, FullPlace::Scope);
    assert_eq!((made.shortfalls[0].missing(), made.items.len()), (1, 2));
    assert!(made.items.iter().all(|item| item.reason == DayReason::OnlyDay));
}

#[test]
fn blackouts_and_uncertain_holidays_are_days_off() {
    let needs = [need(0, span("2026-11-24", "2026-11-25"), 1)];
    let blackout = |day: &str| vec![span(day, day)];
    let dates = |settings| {
        Desk::with(settings).agenda(&needs, "2026-11-01").items.iter().map(|item| item.date).collect::<Vec<_>>()
    };
    let second = Settings { blackouts: blackout("2026-11-25"), ..Settings::default() };
    assert_eq!(dates(second.clone()), [day("2026-11-24")]);
    let none = Settings { uncertain: calendar::UncertainHolidays::Off, ..second };
    assert!(dates(none).is_empty());
}

#[test]
fn days_before_a_report_stay_free_where_others_are_as_good() {
    let report = Need { target: "R".into(), kind: NeedKind::HandIn, ..need(0, span("2024-05-01", "2024-06-09"), 1) };
    let mut needs: Vec<Need> = (1..30).map(|unit| need(unit, span("2024-05-13", "2024-06-07"), 1)).collect();
    needs.push(report);
    let made = Desk::default().agenda(&needs, "2024-05-01");
    let last_days = span("2024-06-05", "2024-06-07");
    let crowd = made.items.iter().filter(|item| last_days.contains(item.date)).count();
    assert_eq!(crowd, 1, "only the report itself");
    let without = Settings { days_free_before_reports: 0, ..Settings::default() };
    let made = Desk::with(without).agenda(&needs, "2024-05-01");
    assert!(made.items.iter().filter(|item| last_days.contains(item.date)).count() > 1);
}

#[test]
fn a_day_at_a_peak_says_so_unless_the_peak_is_switched_off() {
    let needs = [need(0, span("2024-01-02", "2024-03-29"), 1)];
    let part = WindowPart { number: 1, of: 1 };
    let made = Desk::default().agenda(&needs, "2024-01-01");
    assert_eq!(made.items[0].reason, DayReason::Peak { id: "women-day".into(), days: 0, part });
    let off = Settings { peaks_off: BTreeSet::from(["women-day".to_owned()]), ..Settings::default() };
    let made = Desk::with(off).agenda(&needs, "2024-01-01");
    assert_eq!(made.items[0].reason, DayReason::Part(part));
    assert!(span("2024-02-05", "2024-02-27").contains(made.items[0].date), "{}", made.items[0].date);
}

#[test]
fn who_has_to_give_way_is_told_which_day_would_have_suited() {
    // Twenty units and one a day: all want Women's Day.
    let needs: Vec<Need> = (0..20).map(|unit| need(unit, span("2024-03-01", "2024-03-29"), 1)).collect();
    let made = Desk::with(Settings { day_capacity: Some(1), ..Settings::default() }).agenda(&needs, "2024-02-28");
    assert_eq!(made.items.len(), 20);
    let moved = made
        .items
        .iter()
        .filter(|item| matches!(item.reason, DayReason::Moved { from, .. } if from == day("2024-03-08")));
    assert!(moved.count() > 10);
}

#[test]
fn a_unit_has_two_on_one_day_only_if_it_must_and_then_says_so() {
    let tight = [need(0, span("2024-10-02", "2024-10-03"), 3)];
    let made = Desk::default().agenda(&tight, "2024-09-30");
    assert_eq!(made.items.iter().filter(|item| item.unmet.contains(&Wish::OwnDay)).count(), 2);
    assert!(made.items.iter().all(|item| item.unmet.contains(&Wish::WeekApart)));
    let roomy = [need(0, span("2024-10-02", "2024-10-04"), 3)];
    let made = Desk::default().agenda(&roomy, "2024-09-30");
    assert!(made.items.iter().all(|item| item.unmet == [Wish::WeekApart]));
}

#[test]
fn items_of_a_kind_keep_a_week_apart_where_room_allows() {
    let kind = |number: u32, window: Span| Need { target: format!("T{number}"), ..need(0, window, 1) };
    // Two windows that share no day: nothing keeps their middles a week apart but the wish.
    let needs = [kind(1, span("2024-10-07", "2024-10-11")), kind(2, span("2024-10-14", "2024-10-18"))];
    let made = Desk::default().agenda(&needs, "2024-09-30");
    assert!(made.items.iter().all(|item| item.unmet.is_empty()), "{:?}", made.items);
    let days = (made.items[1].date - made.items[0].date).num_days();
    assert!(days >= 7, "{days}");
}

#[test]
fn a_team_finds_neighbours_on_its_visits_if_that_is_wished() {
    let needs: Vec<Need> = (0..120).map(|unit| need(unit, span("2024-09-03", "2024-09-30"), 1)).collect();
    let places = (0..120).map(|unit| (UnitIndex(unit), UnitIndex(1000 + unit % 20))).collect();
    let alone = |visits_per_team| {
        let settings = Settings { visits_per_team, ..Settings::default() };
        let made = Desk { places: BTreeMap::clone(&places), ..Desk::with(settings) }.agenda(&needs, "2024-09-02");
        let mut visits: BTreeMap<(u32, NaiveDate), u32> = BTreeMap::new();
        for item in &made.items {
            *visits.entry((item.unit.unwrap().0 % 20, item.date)).or_default() += 1;
        }
        let said = made.items.iter().filter(|item| item.unmet.contains(&Wish::SharedVisit)).count();
        (visits.values().filter(|items| **items == 1).count(), said)
    };
    let ((with, said), (without, unsaid)) = (alone(4), alone(1));
    assert!(with * 4 < without, "{with} {without}");
    assert_eq!((said, unsaid), (with, 0));
}

#[test]
fn spare_activities_come_on_top_of_what_is_needed() {
    let spare = Settings { spare_per_quarter: 1, ..Settings::default() };
    assert_eq!(Desk::with(spare.clone()).agenda(&quarter(1), "2024-09-30").items.len(), 3);
    let year = [need(0, span("2024-01-01", "2024-12-31"), 2)];
    assert_eq!(Desk::with(spare).agenda(&year, "2023-12-31").items.len(), 6);
}

#[test]
fn weekends_are_for_residents_who_may_meet_then() {
    let hamlet = Need { unit_kind: UnitKind::Hamlet, ..need(0, span("2024-10-05", "2024-10-06"), 1) };
    let office = need(1, span("2024-10-05", "2024-10-06"), 1);
    let settings = Settings { resident_week: Week::EVERY_DAY, ..Settings::default() };
    let made = Desk::with(settings).agenda(&[hamlet, office], "2024-09-30");
    assert_eq!((made.items.len(), made.items[0].unit), (1, Some(UnitIndex(0))));
    assert_eq!(made.unreachable[0].need.unit, Some(UnitIndex(1)));
}

#[test]
fn days_of_the_week_that_are_not_liked_are_used_last() {
    let needs: Vec<Need> = (0..4).map(|unit| need(unit, span("2024-09-09", "2024-09-13"), 1)).collect();
    let liked_week = Week::EVERY_DAY.without(chrono::Weekday::Mon).without(chrono::Weekday::Fri);
    let made = Desk::with(Settings { liked_week, ..Settings::default() }).agenda(&needs[..3], "2024-09-08");
    assert!(made.items.iter().all(|item| liked_week.contains(item.date)), "{:?}", made.items);
    let full = Settings { liked_week, day_capacity: Some(1), ..Settings::default() };
    let made = Desk::with(full).agenda(&needs, "2024-09-08");
    assert_eq!((made.items.len(), made.items.iter().filter(|item| !liked_week.contains(item.date)).count()), (4, 1));
}

#[test]
fn it_can_be_broken_off_and_tells_how_far_it_is() {
    let (needs, holidays, settings) = (quarter(50), holidays(), Settings::default());
    let job = Job::new(&needs, &[], &holidays, &settings, day("2024-09-30"));
    let mut told = Vec::new();
    let whole = calendar::schedule(&job, |done, total| {
        told.push((done, total));
        ControlFlow::Continue(())
    });
    assert_eq!(whole.unwrap().items.len(), 100);
    assert!(told.is_sorted() && told.iter().all(|(done, total)| done <= total), "{told:?}");
    assert_eq!(told.last(), Some(&(200, 200)));
    assert_eq!(calendar::schedule(&job, |_, _| ControlFlow::Break(())), Err(Cancelled));
}
