//! The agenda as its readers rely on it: nothing impossible, nothing superfluous, nothing promised that does not hold.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at what it did not expect")]

#[path = "dice/mod.rs"]
mod dice;

use calendar::{Holidays, Job, PeakPreference, Settings, Week};
use dice::Dice;
use domain::{
    ActivityKind, Agenda, AgendaItem, Closes, DayReason, ItemKind, NaiveDate, Need, NeedKind, Peak, Period, Span,
    UnitIndex, UnitKind, UnreachableReason,
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
    let peak = |id: &str, from, to| Peak { id: id.into(), label: domain::Bilingual::default(), from, to };
    vec![
        peak("women-day", (3, 8), (3, 8)),
        peak("happiness-day", (3, 20), (3, 20)),
        peak("family-day", (6, 28), (6, 28)),
        peak("dv-month", (6, 1), (6, 30)),
        peak("action-month", (11, 15), (12, 15)),
    ]
}

fn activity(kinds: &[ActivityKind], or_tags: &[&str]) -> NeedKind {
    NeedKind::Activity {
        kinds: kinds.to_vec(),
        or_tags: or_tags.iter().map(|tag| (*tag).to_owned()).collect(),
        require_tags: Vec::new(),
        channels: Vec::new(),
        audiences: Vec::new(),
        people: None,
    }
}

fn need(target: &str, unit: u32, unit_kind: UnitKind, window: Span, missing: u32, kind: NeedKind) -> Need {
    Need {
        target: target.into(),
        unit: Some(UnitIndex(unit)),
        unit_kind,
        period: Period::Year(2024),
        window,
        missing,
        kind,
    }
}

fn agenda(needs: &[Need], as_of: &str) -> Agenda {
    schedule(needs, &peaks(), &holidays(), &Settings::default(), day(as_of))
}

fn schedule(needs: &[Need], peaks: &[Peak], holidays: &Holidays, settings: &Settings, as_of: NaiveDate) -> Agenda {
    made(&Job::new(needs, peaks, holidays, settings, as_of))
}

fn made(job: &Job<'_>) -> Agenda {
    calendar::schedule(job, |_, _| ControlFlow::Continue(())).unwrap()
}

/// Would this item count for the need, judged from the need alone?
fn counts(item: &AgendaItem, need: &Need) -> bool {
    let fits = match (&need.kind, item.kind) {
        (NeedKind::Activity { kinds, or_tags, require_tags, .. }, ItemKind::Activity(kind)) => {
            (kinds.contains(&kind) || or_tags.iter().any(|tag| item.tags.contains(tag)))
                && require_tags.iter().all(|tag| item.tags.contains(tag))
        }
        (NeedKind::ReviewConvention, ItemKind::ReviewConvention)
        | (NeedKind::AmendConvention, ItemKind::AmendConvention) => true,
        (NeedKind::HandIn, ItemKind::HandIn) | (NeedKind::Adoption, ItemKind::Adoption) => closes(item, need),
        _ => false,
    };
    fits && item.unit == need.unit && need.window.contains(item.date)
}

fn closes(item: &AgendaItem, need: &Need) -> bool {
    item.closes.contains(&Closes { target: need.target.clone(), period: need.period.clone() })
}

fn is_met(need: &Need, items: &[&AgendaItem]) -> bool {
    items.iter().filter(|item| counts(item, need)).count() >= need.missing as usize
}

/// Everything the agenda promises, checked without looking at how it was made.
fn check_honest(needs: &[Need], agenda: &Agenda, as_of: NaiveDate) {
    let open: Vec<&Need> =
        needs.iter().filter(|need| !agenda.unreachable.iter().any(|late| late.need == **need)).collect();
    let items: Vec<&AgendaItem> = agenda.items.iter().collect();
    for need in &open {
        let closing: Vec<_> = items.iter().filter(|item| item.unit == need.unit && closes(item, need)).collect();
        assert_eq!(closing.len(), need.missing as usize, "{need:?}");
        assert!(closing.iter().all(|item| counts(item, need)), "{need:?}");
        assert!(closing.iter().all(|item| item.latest <= need.window.to()), "{need:?}");
    }
    for (index, item) in items.iter().enumerate() {
        assert!(item.date > as_of && item.date <= item.latest, "{item:?}");
        let mut others = items.clone();
        others.remove(index);
        assert!(open.iter().any(|need| !is_met(need, &others)), "superfluous: {item:?}");
    }
    assert!(agenda.items.is_sorted());
}

impl Dice {
    fn window(&mut self, start: NaiveDate, days: u32) -> Span {
        let (a, b) = (self.below(days), self.below(days));
        let at = |offset: u32| start + chrono::Days::new(u64::from(offset));
        Span::new(at(a.min(b)), at(a.max(b))).unwrap()
    }

    fn need(&mut self, number: u32, start: NaiveDate, days: u32) -> Need {
        let kind = match self.below(7) {
            0 | 1 => activity(&[ActivityKind::Event], &[]),
            2 => activity(&[ActivityKind::News], &[]),
            3 => activity(&[ActivityKind::ActionMonth], &["action_month"]),
            4 => NeedKind::HandIn,
            5 => NeedKind::ReviewConvention,
            _ => NeedKind::AmendConvention,
        };
        let unit_kind = [UnitKind::Commune, UnitKind::School, UnitKind::Hamlet][self.below(3) as usize];
        let window = self.window(start, days);
        let missing = if kind == NeedKind::HandIn { 1 } else { 1 + self.below(3) };
        need(&format!("N{number}"), unit_kind as u32, unit_kind, window, missing, kind)
    }
}

#[test]
fn random_agendas_keep_every_promise() {
    let as_of = day("2024-04-20");
    for seed in 0..600 {
        let mut dice = Dice(seed);
        let needs: Vec<Need> = (0..1 + dice.below(8)).map(|number| dice.need(number, day("2024-04-15"), 120)).collect();
        let made = agenda(&needs, "2024-04-20");
        check_honest(&needs, &made, as_of);
        for item in &made.items {
            assert!(Week::MONDAY_TO_FRIDAY.contains(item.date) || holidays().is_worked(item.date), "{item:?}");
            assert!(!holidays().is_off(item.date, &Settings::default()), "{item:?}");
        }
    }
}

/// Is there any agenda with fewer items? Days and kinds are tried one after the other.
fn possible_with(needs: &[Need], items: &mut Vec<AgendaItem>, left: usize) -> bool {
    let short = needs.iter().find(|need| !is_met(need, &items.iter().collect::<Vec<_>>()));
    let Some(short) = short else { return true };
    let kinds = [ActivityKind::Event, ActivityKind::News, ActivityKind::ActionMonth];
    let days: Vec<NaiveDate> = short.window.from().iter_days().take_while(|day| *day <= short.window.to()).collect();
    left > 0
        && days.iter().flat_map(|day| kinds.map(|kind| (*day, kind))).any(|(date, kind)| {
            let item = AgendaItem {
                date,
                unit: short.unit,
                kind: ItemKind::Activity(kind),
                tags: vec!["action_month".into()],
                number: 1,
                closes: Vec::new(),
                earliest: "2024-10-01".parse().unwrap(),
                latest: date,
                peak: None,
                reason: DayReason::OnlyDay,
                unmet: Vec::new(),
            };
            let helps = counts(&item, short);
            items.push(item);
            let done = helps && possible_with(needs, items, left - 1);
            items.pop();
            done
        })
}

#[test]
fn no_agenda_of_fewer_activities_exists() {
    let settings = Settings { office_week: Week::EVERY_DAY, ..Settings::default() };
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let kinds = [
            activity(&[ActivityKind::Event], &[]),
            activity(&[ActivityKind::News], &[]),
            activity(&[ActivityKind::ActionMonth], &["action_month"]),
        ];
        let needs: Vec<Need> = (0..1 + dice.below(4))
            .map(|number| {
                let window = dice.window(day("2024-03-04"), 7);
                let kind = kinds[dice.below(3) as usize].clone();
                need(&format!("N{number}"), 0, UnitKind::Agency, window, 1 + dice.below(2), kind)
            })
            .collect();
        let made = schedule(&needs, &peaks(), &Holidays::default(), &settings, day("2024-03-01"));
        check_honest(&needs, &made, day("2024-03-01"));
        assert!(!possible_with(&needs, &mut Vec::new(), made.items.len() - 1), "seed {seed}: {needs:?}");
    }
}

#[test]
fn one_tagged_event_in_the_action_month_closes_both_gaps() {
    let needs = [
        need("T1", 3, UnitKind::Agency, span("2024-10-16", "2024-12-31"), 2, activity(&[ActivityKind::Event], &[])),
        Need {
            period: Period::Named(2024, "AM".into()),
            ..need(
                "T2",
                3,
                UnitKind::Agency,
                span("2024-11-15", "2024-12-15"),
                1,
                activity(&[ActivityKind::ActionMonth], &["action_month"]),
            )
        },
    ];
    let made = agenda(&needs, "2024-10-15");
    check_honest(&needs, &made, day("2024-10-15"));
    assert_eq!(made.items.len(), 2);
    let both = made.items.iter().find(|item| item.closes.len() == 2).unwrap();
    assert_eq!(both.kind, ItemKind::Activity(ActivityKind::Event));
    assert_eq!(both.tags, ["action_month"]);
    assert_eq!(both.peak.as_deref(), Some("action-month"));
    assert_eq!(both.latest, day("2024-12-13"), "15/12/2024 is a Sunday");
}

#[test]
fn a_target_alone_keeps_its_own_kind_and_needs_no_tag() {
    let needs = [need(
        "T2",
        0,
        UnitKind::Health,
        span("2024-11-15", "2024-12-15"),
        1,
        activity(&[ActivityKind::ActionMonth], &["action_month"]),
    )];
    let made = agenda(&needs, "2024-10-15");
    assert_eq!(made.items[0].kind, ItemKind::Activity(ActivityKind::ActionMonth));
    assert!(made.items[0].tags.is_empty());
}

#[test]
fn schools_are_not_asked_in_summer_but_their_reports_are() {
    let window = span("2024-06-01", "2024-08-31");
    let event = need("T8", 0, UnitKind::School, window, 1, activity(&[ActivityKind::Event], &[]));
    let report = need("R-half", 0, UnitKind::School, window, 1, NeedKind::HandIn);
    let made = agenda(&[event.clone(), report], "2024-05-20");
    assert_eq!(made.items.len(), 1);
    assert_eq!((made.items[0].kind, made.items[0].date), (ItemKind::HandIn, day("2024-08-30")));
    assert_eq!(made.unreachable.len(), 1);
    assert_eq!(made.unreachable[0].need, event);
    assert_eq!(made.unreachable[0].reason, UnreachableReason::NoDayLeft);
}

#[test]
fn a_duty_goes_on_the_last_working_day_and_waits_for_no_other() {
    // "trước ngày 10/6" and "trước ngày 10/12": the last good days are the 9ths; 9/6/2024 is a Sunday.
    let needs = [
        need("R-half", 0, UnitKind::District, span("2024-01-01", "2024-06-09"), 1, NeedKind::HandIn),
        need("R-year", 0, UnitKind::District, span("2024-01-01", "2024-12-09"), 1, NeedKind::HandIn),
    ];
    let dates: Vec<NaiveDate> = agenda(&needs, "2024-02-01").items.iter().map(|item| item.date).collect();
    assert_eq!(dates, [day("2024-06-07"), day("2024-12-09")]);
}

#[test]
fn nothing_falls_on_the_as_of_day_and_what_is_over_is_listed() {
    let last_day =
        need("T1", 0, UnitKind::Agency, span("2024-12-01", "2024-12-31"), 1, activity(&[ActivityKind::Event], &[]));
    assert_eq!(agenda(std::slice::from_ref(&last_day), "2024-12-30").items[0].date, day("2024-12-31"));
    for as_of in ["2024-12-31", "2025-03-01"] {
        let made = agenda(std::slice::from_ref(&last_day), as_of);
        assert!(made.items.is_empty());
        assert_eq!(made.unreachable.len(), 1);
    }
}

#[test]
fn a_window_of_tet_and_weekends_cannot_be_reached() {
    let tet =
        need("T5", 0, UnitKind::Commune, span("2024-02-08", "2024-02-16"), 1, activity(&[ActivityKind::News], &[]));
    let made = agenda(&[tet], "2024-01-31");
    assert!(made.items.is_empty());
    assert_eq!(made.unreachable.len(), 1);
}

#[test]
fn conventions_amended_for_an_early_milestone_count_at_the_later_one() {
    let milestone = |id: &str, to: &str, missing| Need {
        target: "T7".into(),
        unit: None,
        unit_kind: UnitKind::Hamlet,
        period: Period::Milestone(id.into()),
        window: span("2024-01-01", to),
        missing,
        kind: NeedKind::AmendConvention,
    };
    let needs = [milestone("2025", "2025-12-31", 3), milestone("2030", "2030-12-31", 8)];
    let made = agenda(&needs, "2023-12-31");
    check_honest(&needs, &made, day("2023-12-31"));
    assert_eq!(made.items.len(), 8);
}

#[test]
fn the_order_of_needs_does_not_matter() {
    let mut dice = Dice(7);
    let mut needs: Vec<Need> = (0..30).map(|number| dice.need(number, day("2024-04-15"), 200)).collect();
    let made = agenda(&needs, "2024-04-01");
    needs.reverse();
    assert_eq!(agenda(&needs, "2024-04-01"), made);
}

#[test]
fn a_province_of_communes_does_not_act_on_one_day() {
    let window = span("2024-10-01", "2024-12-31");
    let needs: Vec<Need> = (0..143)
        .map(|unit| need("T5", unit, UnitKind::Commune, window, 4, activity(&[ActivityKind::News], &[])))
        .collect();
    for peaks_matter in [PeakPreference::Prefer, PeakPreference::Ignore] {
        let settings = Settings { peaks: peaks_matter, ..Settings::default() };
        let made = schedule(&needs, &peaks(), &holidays(), &settings, day("2024-09-30"));
        let mut load: BTreeMap<NaiveDate, usize> = BTreeMap::new();
        let mut own_days = BTreeSet::new();
        for item in &made.items {
            *load.entry(item.date).or_default() += 1;
            assert!(own_days.insert((item.unit, item.date)), "two on one day: {item:?}");
        }
        assert_eq!(made.items.len(), 143 * 4);
        assert!(load.values().all(|items| *items <= 30), "{load:?}");
    }
}

#[test]
fn items_alike_are_numbered_in_time_order() {
    let news =
        need("T5", 0, UnitKind::Commune, span("2024-10-01", "2024-12-31"), 3, activity(&[ActivityKind::News], &[]));
    let numbers: Vec<u32> = agenda(&[news], "2024-09-30").items.iter().map(|item| item.number).collect();
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn required_tags_are_carried() {
    let kind = NeedKind::Activity {
        kinds: vec![ActivityKind::Event],
        or_tags: Vec::new(),
        require_tags: vec!["audience_staff".into()],
        channels: Vec::new(),
        audiences: Vec::new(),
        people: None,
    };
    let needs = [
        need("T1", 0, UnitKind::School, span("2024-01-01", "2024-12-31"), 2, kind),
        need("T8", 0, UnitKind::School, span("2024-01-01", "2024-12-31"), 2, activity(&[ActivityKind::Event], &[])),
    ];
    let made = agenda(&needs, "2024-01-01");
    check_honest(&needs, &made, day("2024-01-01"));
    assert_eq!(made.items.len(), 2);
    assert!(made.items.iter().all(|item| item.tags == ["audience_staff"]));
}
