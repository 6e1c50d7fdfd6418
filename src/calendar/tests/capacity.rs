//! Agendas where days can be full: nothing beyond capacity, nothing superfluous, nothing left open that could be closed,
//! and the best there is wherever the agenda says so.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop at what it did not expect")]

#[path = "dice/mod.rs"]
mod dice;

use calendar::{Holidays, Job, Settings, Week};
use dice::Dice;
use domain::{
    ActivityKind, Agenda, AgendaItem, DayReason, ItemKey, ItemKind, NaiveDate, Need, NeedKind, Period, Pin, Proof,
    Span, UnitIndex, UnitKind,
};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

const KINDS: [ActivityKind; 3] = [ActivityKind::Event, ActivityKind::News, ActivityKind::ActionMonth];

fn start() -> NaiveDate {
    "2024-03-04".parse().unwrap()
}

fn day(offset: usize) -> NaiveDate {
    start() + chrono::Days::new(offset as u64)
}

fn activity(kind: ActivityKind) -> NeedKind {
    NeedKind::Activity {
        kinds: vec![kind],
        or_tags: if kind == ActivityKind::ActionMonth { vec!["action_month".into()] } else { Vec::new() },
        require_tags: Vec::new(),
        channels: Vec::new(),
        audiences: Vec::new(),
        people: None,
    }
}

/// Up to three units with a few needs in a few days; some have the same trainers.
struct World {
    days: usize,
    needs: Vec<Need>,
    places: BTreeMap<UnitIndex, UnitIndex>,
    settings: Settings,
    pins: Vec<Pin>,
    drops: Vec<ItemKey>,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let days = 2 + dice.below(5) as usize;
        let units = 1 + dice.below(3);
        let mut needs = Vec::new();
        for unit in 0..units {
            for number in 0..1 + dice.below(3) {
                needs.push(need(&mut dice, unit, number, days));
            }
        }
        let places = (0..units).map(|unit| (UnitIndex(unit), UnitIndex(dice.below(2)))).collect();
        let mut limit = || [None, Some(0), Some(1), Some(1), Some(2)][dice.below(5) as usize];
        let settings = Settings {
            office_week: Week::EVERY_DAY,
            place_capacity: limit(),
            day_capacity: limit(),
            ..Settings::default()
        };
        Self { days, needs, places, settings, pins: Vec::new(), drops: Vec::new() }
    }

    fn agenda(&self) -> Agenda {
        let as_of = start().pred_opt().unwrap();
        let holidays = Holidays::default();
        let job = Job {
            places: &self.places,
            pins: &self.pins,
            drops: &self.drops,
            ..Job::new(&self.needs, &[], &holidays, &self.settings, as_of)
        };
        calendar::schedule(&job, |_, _| ControlFlow::Continue(())).unwrap()
    }

    /// Pins some of an agenda's items to any day, and drops some others.
    fn settle(&mut self, agenda: &Agenda, dice: &mut Dice) {
        for item in &agenda.items {
            match dice.below(4) {
                0 => self.pins.push(Pin { key: item.key(), date: day(dice.below(6) as usize) }),
                1 => self.drops.push(item.key()),
                _ => {}
            }
        }
    }

    fn place(&self, unit: u32) -> usize {
        self.places[&UnitIndex(unit)].0 as usize
    }

    fn of_unit(&self, unit: u32) -> Vec<&Need> {
        self.needs.iter().filter(|need| need.unit == Some(UnitIndex(unit))).collect()
    }
}

fn need(dice: &mut Dice, unit: u32, number: u32, days: usize) -> Need {
    let len = u32::try_from(days).unwrap();
    let (a, b) = (dice.below(len), dice.below(len));
    Need {
        target: format!("N{number}"),
        unit: Some(UnitIndex(unit)),
        unit_kind: UnitKind::Agency,
        period: Period::Year(2024),
        window: Span::new(day(a.min(b) as usize), day(a.max(b) as usize)).unwrap(),
        missing: 1 + dice.below(2),
        kind: activity(KINDS[dice.below(3) as usize]),
    }
}

fn counts(kind: ActivityKind, tagged: bool, date: NaiveDate, need: &Need) -> bool {
    let NeedKind::Activity { kinds, or_tags, .. } = &need.kind else { return false };
    (kinds.contains(&kind) || (tagged && !or_tags.is_empty())) && need.window.contains(date)
}

fn item_counts(item: &AgendaItem, need: &Need) -> bool {
    let ItemKind::Activity(kind) = item.kind else { return false };
    item.unit == need.unit && counts(kind, !item.tags.is_empty(), item.date, need)
}

fn done(need: &Need, items: &[&AgendaItem]) -> u32 {
    u32::try_from(items.iter().filter(|item| item_counts(item, need)).count()).unwrap().min(need.missing)
}

fn closed(needs: &[Need], items: &[&AgendaItem]) -> u32 {
    needs.iter().map(|need| done(need, items)).sum()
}

/// Room that is left: for each place a day, then for the scope.
type Room = [[u8; 6]; 3];

fn room(settings: &Settings) -> Room {
    let limit = |limit: Option<u32>| u8::try_from(limit.unwrap_or(9)).unwrap();
    [[limit(settings.place_capacity); 6], [limit(settings.place_capacity); 6], [limit(settings.day_capacity); 6]]
}

/// The most that one unit can close with so many items on each day, over every choice of kinds.
fn most_closed(needs: &[&Need], days: usize, most: usize) -> BTreeMap<[u8; 6], u32> {
    // For each day and kind: the needs that it counts for, as bits.
    let counting = |day_of: usize, kind| {
        let bits = needs.iter().enumerate().filter(|(_, need)| counts(kind, true, day(day_of), need));
        bits.map(|(bit, _)| 1_u8 << bit).sum::<u8>()
    };
    let symbols = (0..days).flat_map(|day_of| KINDS.map(|kind| (day_of, counting(day_of, kind))));
    let mut symbols: Vec<(usize, u8)> = symbols.filter(|(_, bits)| *bits != 0).collect();
    symbols.dedup();
    let missing: Vec<u32> = needs.iter().map(|need| need.missing).collect();
    let mut best = BTreeMap::new();
    choose(&symbols, &missing, (most, 0), &mut [0; 6], &mut best);
    best
}

fn choose(
    symbols: &[(usize, u8)],
    missing: &[u32],
    (left, closed): (usize, u32),
    usage: &mut [u8; 6],
    best: &mut BTreeMap<[u8; 6], u32>,
) {
    let known = best.entry(*usage).or_insert(0);
    *known = closed.max(*known);
    for (index, (day, bits)) in symbols.iter().enumerate().filter(|_| left > 0) {
        let mut still = missing.to_vec();
        let served = still.iter_mut().enumerate().filter(|(bit, missing)| bits & 1 << bit != 0 && **missing > 0);
        let more = u32::try_from(served.map(|(_, missing)| *missing -= 1).count()).unwrap();
        usage[*day] += 1;
        choose(&symbols[index..], &still, (left - 1, closed + more), usage, best);
        usage[*day] -= 1;
    }
}

/// What can be closed at most, and the fewest items that close it.
fn brute(world: &World) -> (u32, usize) {
    let mut states: BTreeMap<Room, (u32, i64)> = BTreeMap::from([(room(&world.settings), (0, 0))]);
    for unit in 0..u32::try_from(world.places.len()).unwrap() {
        let needs = world.of_unit(unit);
        let most = needs.iter().map(|need| need.missing as usize).sum::<usize>().min(4);
        let usages = most_closed(&needs, world.days, most);
        let mut next: BTreeMap<Room, (u32, i64)> = BTreeMap::new();
        for (room, worth) in &states {
            for (usage, closed) in &usages {
                let Some(room) = take(*room, usage, world.place(unit)) else { continue };
                let items = usage.iter().map(|items| i64::from(*items)).sum::<i64>();
                let worth = (worth.0 + closed, worth.1 - items);
                let known = next.entry(room).or_insert(worth);
                *known = worth.max(*known);
            }
        }
        states = next;
    }
    let (closed, items) = states.into_values().max().unwrap();
    (closed, usize::try_from(-items).unwrap())
}

fn take(mut room: Room, usage: &[u8; 6], place: usize) -> Option<Room> {
    for (day, items) in usage.iter().enumerate() {
        for of in [place, 2] {
            if room[of][day] != 9 {
                room[of][day] = room[of][day].checked_sub(*items)?;
            }
        }
    }
    Some(room)
}

/// Needs of more than four activities are left to the other tests: brute force tries at most four a unit.
fn is_small(world: &World) -> bool {
    let wanted = |unit| world.of_unit(unit).iter().map(|need| need.missing).sum::<u32>();
    (0..u32::try_from(world.places.len()).unwrap()).all(|unit| wanted(unit) <= 4)
}

fn room_left(world: &World, agenda: &Agenda) -> Option<Room> {
    let mut left = room(&world.settings);
    for item in &agenda.items {
        let at = usize::try_from((item.date - start()).num_days()).unwrap();
        let mut usage = [0; 6];
        usage[at] = 1;
        left = take(left, &usage, world.place(item.unit.unwrap().0))?;
    }
    Some(left)
}

fn check_honest(seed: u64, world: &World, agenda: &Agenda) {
    let left = room_left(world, agenda);
    assert!(left.is_some(), "beyond capacity, seed {seed}");
    let left = left.unwrap();
    let items: Vec<&AgendaItem> = agenda.items.iter().collect();
    for need in &world.needs {
        let open = need.missing - done(need, &items);
        let said: u32 = agenda.open.iter().filter(|gap| gap.need == *need).map(|gap| gap.left).sum();
        assert_eq!(open, said, "seed {seed}: {need:?}");
        let place = world.place(need.unit.unwrap().0);
        let could = (0..world.days).any(|at| need.window.contains(day(at)) && left[place][at] > 0 && left[2][at] > 0);
        assert!(open == 0 || !could, "left open, seed {seed}: {need:?}");
    }
    for index in 0..items.len() {
        let mut others = items.clone();
        others.remove(index);
        assert!(closed(&world.needs, &others) < closed(&world.needs, &items), "superfluous, seed {seed}");
    }
    assert!(agenda.open.is_empty() == agenda.shortfalls.is_empty() || agenda.open.is_empty(), "seed {seed}");
}

#[test]
fn an_agenda_that_is_said_to_be_best_is_and_every_one_is_honest() {
    let (mut best, mut as_good, mut worse) = (0, 0, 0);
    for seed in 0..4000 {
        let world = World::new(seed);
        let agenda = world.agenda();
        check_honest(seed, &world, &agenda);
        if !is_small(&world) {
            continue;
        }
        let items: Vec<&AgendaItem> = agenda.items.iter().collect();
        let found = (closed(&world.needs, &items), items.len());
        let possible = brute(&world);
        if agenda.proof == Proof::Best {
            assert_eq!(found, possible, "closed and items, seed {seed}: {:?}", world.needs);
            best += 1;
        } else if found == possible {
            as_good += 1;
        } else {
            worse += 1;
        }
    }
    // Measured: 2101, 695, 14. What is not proved is seldom worse.
    assert!(best > 2000 && as_good > 20 * worse, "proved {best}, as good without proof {as_good}, worse {worse}");
}

/// What is pinned may be beyond capacity; what is planned around it may not.
fn check_room(seed: u64, world: &World, agenda: &Agenda) {
    let is_pinned = |item: &&AgendaItem| item.reason == DayReason::Pinned;
    for item in agenda.items.iter().filter(|item| !is_pinned(item)) {
        let same_day = || agenda.items.iter().filter(|other| other.date == item.date);
        let place = world.place(item.unit.unwrap().0);
        let same_place = same_day().filter(|other| world.place(other.unit.unwrap().0) == place).count();
        let within = |limit: Option<u32>, used: usize| limit.is_none_or(|limit| used <= limit as usize);
        assert!(within(world.settings.place_capacity, same_place), "place, seed {seed}");
        assert!(within(world.settings.day_capacity, same_day().count()), "scope, seed {seed}");
    }
}

#[test]
fn random_pins_are_kept_or_reported_and_nothing_around_them_is_superfluous() {
    let mut kept = 0;
    for seed in 0..3000 {
        let mut world = World::new(seed);
        let first = world.agenda();
        world.settle(&first, &mut Dice(seed + 1));
        let made = world.agenda();
        check_room(seed, &world, &made);
        for pin in &world.pins {
            let found = made.items.iter().any(|item| item.key() == pin.key && item.date == pin.date);
            assert!(found || made.lost_pins.iter().any(|lost| lost.pin == *pin), "seed {seed}: {pin:?}");
            kept += u32::from(found);
        }
        let dropped = |item: &AgendaItem| world.drops.contains(&item.key());
        assert!(!made.items.iter().any(dropped), "seed {seed}");
        let items: Vec<&AgendaItem> = made.items.iter().collect();
        for index in (0..items.len()).filter(|index| items[*index].reason != DayReason::Pinned) {
            let mut others = items.clone();
            others.remove(index);
            assert!(closed(&world.needs, &others) < closed(&world.needs, &items), "superfluous, seed {seed}");
        }
        for need in &world.needs {
            let said: u32 = made.open.iter().filter(|gap| gap.need == *need).map(|gap| gap.left).sum();
            assert_eq!(need.missing - done(need, &items), said, "seed {seed}: {need:?}");
        }
    }
    assert!(kept > 500, "{kept}");
}

/// Communes and schools of fifteen places, with windows that nest and share their middle.
fn province(seed: u64) -> World {
    let mut dice = Dice(seed);
    let span = |from: usize, to: usize| Span::new(day(from), day(to)).unwrap();
    let mut needs = Vec::new();
    for unit in 0..300 {
        let unit_kind = if unit % 3 == 0 { UnitKind::School } else { UnitKind::Commune };
        let mut add = |target: &str, window, missing, kind| {
            let (target, unit, period) = (target.into(), Some(UnitIndex(unit)), Period::Year(2024));
            needs.push(Need { target, unit, unit_kind, period, window, missing, kind: activity(kind) });
        };
        add("T1", span(0, 80), 2, ActivityKind::Event);
        add("T2", span(30, 50), 1, ActivityKind::ActionMonth);
        if dice.below(2) == 0 {
            add("T5", span(10, 70), 1 + dice.below(2), ActivityKind::News);
        }
    }
    let places = (0..300).map(|unit| (UnitIndex(unit), UnitIndex(dice.below(15)))).collect();
    let (place_capacity, day_capacity) = (Some(1 + dice.below(5)), Some(8 + dice.below(40)));
    let settings = Settings { place_capacity, day_capacity, visits_per_team: 3, ..Settings::default() };
    World { days: 81, needs, places, settings, pins: Vec::new(), drops: Vec::new() }
}

#[test]
fn a_province_stays_within_capacity_and_its_numbers_add_up() {
    let mut short = 0;
    for seed in 0..40 {
        let world = province(seed);
        let made = world.agenda();
        check_room(seed, &world, &made);
        let items: Vec<&AgendaItem> = made.items.iter().collect();
        let mut of_unit: BTreeMap<Option<UnitIndex>, Vec<&AgendaItem>> = BTreeMap::new();
        items.iter().for_each(|item| of_unit.entry(item.unit).or_default().push(item));
        let left: u32 = world
            .needs
            .iter()
            .map(|need| need.missing - done(need, of_unit.get(&need.unit).map_or(&[], Vec::as_slice)))
            .sum();
        assert_eq!(left, made.open.iter().map(|gap| gap.left).sum::<u32>(), "seed {seed}");
        for (unit, items) in &of_unit {
            let days: std::collections::BTreeSet<NaiveDate> = items.iter().map(|item| item.date).collect();
            let twice = items.iter().any(|item| item.unmet.contains(&domain::Wish::OwnDay));
            assert_eq!(days.len() < items.len(), twice, "seed {seed}: {unit:?}");
        }
        assert!(left == 0 || !made.shortfalls.is_empty(), "seed {seed}");
        assert!(left > 0 || made.proof == Proof::Best, "seed {seed}");
        short += u32::from(left > 0);
    }
    assert!((5..35).contains(&short), "{short}");
}
