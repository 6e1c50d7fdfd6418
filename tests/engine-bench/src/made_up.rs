//! Made-up units and rows: the same for the same sizes.

use chrono::Days;
use domain::{
    ActivityKind, Life, NaiveDate, Relevance, Roster, Span, Status, TableInfo, TableKind, TableShape, Tags, Text, Unit,
    UnitIndex, UnitKind, UnitSource, UnitVersion,
};
use engine::{Columns, RawRow};

/// Of a hundred units below the communes, so many are of each kind.
const BELOW: [(UnitKind, u32); 5] = [
    (UnitKind::Hamlet, 70),
    (UnitKind::School, 15),
    (UnitKind::Health, 5),
    (UnitKind::Agency, 5),
    (UnitKind::Enterprise, 5),
];

/// One province, a district for every hundred units, a commune for every ten, and the rest below communes.
pub(crate) fn roster(units: u32) -> Roster {
    let districts = (units / 100).max(1);
    let communes = (units / 10).max(1);
    let mut roster = Roster::default();
    for number in 0..units {
        let (kind, parent) = match number {
            0 => (UnitKind::Province, None),
            _ if number <= districts => (UnitKind::District, Some(0)),
            _ if number <= districts + communes => (UnitKind::Commune, Some(1 + number % districts)),
            _ => (below(number), Some(1 + districts + number % communes)),
        };
        let version = UnitVersion { name: String::new(), parent: parent.map(UnitIndex), life: Life::default() };
        let unit = Unit {
            id: number.to_string(),
            kind,
            source: UnitSource::Shipped,
            versions: vec![version],
            successors: Vec::new(),
            tags: Vec::new(),
        };
        // Numbers differ, so that no id is taken.
        let _ = roster.push(unit);
    }
    roster
}

fn below(number: u32) -> UnitKind {
    let mut place = number % 100;
    for (kind, share) in BELOW {
        if place < share {
            return kind;
        }
        place -= share;
    }
    UnitKind::Hamlet
}

/// District of each unit; itself for districts and the province.
pub(crate) fn districts(roster: &Roster) -> Vec<u32> {
    let parent = |index: UnitIndex| roster.get(index)?.versions.first()?.parent;
    let district = |index: UnitIndex, unit: &Unit| match unit.kind {
        UnitKind::Province | UnitKind::District => index,
        UnitKind::Commune => parent(index).unwrap_or(index),
        _ => parent(index).and_then(parent).unwrap_or(index),
    };
    roster.iter().map(|(index, unit)| district(index, unit).0).collect()
}

/// The one table all rows stand in.
pub(crate) fn table() -> TableInfo {
    TableInfo {
        file: "bench".to_owned(),
        sheet: String::new(),
        header_row: 1,
        title: String::new(),
        kind: TableKind::Activities,
        shape: TableShape::Log,
        columns: Vec::new(),
        rows: 0,
        used_rows: 0,
        relevance: Relevance::Yes,
        cut_off: None,
        period: None,
        fingerprint: String::new(),
    }
}

/// The rows as columns.
pub(crate) struct Rows {
    pub(crate) unit: Vec<u32>,
    pub(crate) day: Vec<u16>,
    pub(crate) kind: Vec<u8>,
    pub(crate) count: Vec<u8>,
}

impl Rows {
    /// Spread evenly over units, kinds and the days from `from` to `to`.
    pub(crate) fn new(rows: u32, units: u32, from: NaiveDate, to: NaiveDate) -> Self {
        let days = u16::try_from(to.signed_duration_since(from).num_days() + 1).unwrap_or(u16::MAX);
        let kinds = u8::try_from(ActivityKind::ALL.len()).unwrap_or(1);
        let mut random = Random(0x9E37_79B9_7F4A_7C15);
        let mut made = Self { unit: Vec::new(), day: Vec::new(), kind: Vec::new(), count: Vec::new() };
        for _ in 0..rows {
            made.unit.push(random.below(units));
            made.day.push(u16::try_from(random.below(u32::from(days))).unwrap_or_default());
            made.kind.push(u8::try_from(random.below(u32::from(kinds))).unwrap_or_default());
            made.count.push(1 + u8::try_from(random.below(3)).unwrap_or_default());
        }
        made
    }

    /// The rows as the engine keeps them.
    pub(crate) fn columns(&self, roster: &Roster, from: NaiveDate) -> Columns {
        let mut builder = Columns::builder(roster);
        let words = builder.words(&Text::default(), &Text::default());
        let profiles =
            ActivityKind::ALL.map(|kind| builder.profile(kind, &Tags::default(), Status::Done, Relevance::Yes, 0));
        let places = self.unit.iter().zip(&self.day).zip(self.kind.iter().zip(&self.count));
        for ((unit, day), (kind, count)) in places {
            builder.push(RawRow {
                unit: UnitIndex(*unit),
                when: from.checked_add_days(Days::new(u64::from(*day))).map(Span::day),
                profile: profiles.get(usize::from(*kind)).copied().unwrap_or_default(),
                words,
                title: 0,
                count: u32::from(*count),
            });
        }
        builder.finish()
    }
}

/// xorshift64*: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = u32::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32).unwrap_or_default();
        u32::try_from((u64::from(high) * u64::from(bound)) >> 32).unwrap_or_default()
    }
}
