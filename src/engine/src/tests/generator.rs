//! Random small worlds from a seed: the same seed, the same world.

use super::world::World;
use domain::NaiveDate;

/// Marsaglia's xorshift64.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    pub(crate) fn pick<'c>(&mut self, choices: &[&'c str]) -> &'c str {
        choices[self.roll(choices.len())]
    }
}

const TREE: [&str; 16] = [
    "p province",
    "d1 district p",
    "d2 district p",
    "c1 commune d1",
    "c2 commune d1",
    "c3 commune d2",
    "c4 commune p",
    "h1 hamlet c1",
    "h2 hamlet c3",
    "a1 agency p",
    "a2 agency d1",
    "a3 agency",
    "s1 school c1",
    "s2 school d2",
    "m1 media p",
    "m2 media d1",
];
const DATES: [&str; 14] = [
    "2024-01-01",
    "2024-02-15",
    "2024-03-31",
    "2024-04-01",
    "2024-11-15",
    "2024-12-15",
    "2024-12-31",
    "2024-11",
    "2024-Q1",
    "2024-H2",
    "2024",
    "2023-12-20/2024-01-10",
    "2025-06-30",
    "-",
];
const KINDS: [&str; 8] = ["event", "event", "news", "news", "action_month", "model", "pledge", "other"];
const EXTRAS: [&str; 10] =
    ["", "", "", " planned", " unknown", " #action_month", " #audience_staff", " \"A @x", " \"A @x", " \"B"];
const AS_OF: [&str; 8] =
    ["2023-12-31", "2024-01-01", "2024-03-30", "2024-03-31", "2024-11-20", "2024-12-30", "2024-12-31", "2026-06-30"];
const READINGS: [(&str, &[&str]); 9] = [
    ("absence", &["implied", "zero", "explicit"]),
    ("partial-window", &["cut_open", "full", "prorate", "waive"]),
    ("undated", &["interval", "drop"]),
    ("duplicates", &["once", "all"]),
    ("t2-untagged", &["possible", "ignore", "certain"]),
    ("t1-audience", &["none", "audience_staff"]),
    ("t4-scope", &["subtree", "self"]),
    ("news-counting", &["row", "title"]),
    ("t8-year", &["year", "school_year"]),
];

/// A line for [`World::rows`].
pub(crate) fn row(dice: &mut Dice) -> String {
    let unit = TREE[dice.roll(TREE.len())].split(' ').next().unwrap();
    let (date, kind, extra) = (dice.pick(&DATES), dice.pick(&KINDS), dice.pick(&EXTRAS));
    format!("{date} {unit} {kind} {}{extra} table={}", dice.roll(5), dice.roll(2))
}

pub(crate) fn world(dice: &mut Dice) -> World {
    let cut_off = [None, Some("2024-12-31")][dice.roll(2)];
    let mut world = World::new(&TREE).table("b.csv", cut_off);
    for (unit, last) in [("c2", "2024-06-30"), ("d2", "2025-06-30"), ("h1", "2024-02-10")] {
        let index = world.unit(unit);
        let life = &mut world.facts.roster.get_mut(index).unwrap().versions[0].life;
        life.to = (dice.roll(2) == 0).then(|| super::world::day(last));
    }
    if dice.roll(2) == 0 {
        world = world.moves("c1", "2024-03-01", "d2");
    }
    let rows: Vec<String> = (0..dice.roll(40)).map(|_| row(dice)).collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let world = world.rows(&rows).media(&["m1 pilot 2024 -", "m2 official - -"]);
    match dice.roll(2) {
        0 => world.submissions(&["d1 half 2024-H1 2024-06-01", "c1 data 2024-Q1 2024-04-02"]),
        _ => world,
    }
}

pub(crate) fn readings(dice: &mut Dice) -> Vec<(&'static str, &'static str)> {
    READINGS.iter().map(|(reading, options)| (*reading, dice.pick(options))).collect()
}

pub(crate) fn as_of(dice: &mut Dice) -> NaiveDate {
    super::world::day(dice.pick(&AS_OF))
}
