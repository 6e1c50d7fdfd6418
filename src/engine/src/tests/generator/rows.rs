//! Random rows of every register, and edits to try on them.

use super::borders::Borders;
use super::dice::Dice;
use domain::{
    Activity, ActivityKind, Adoption, AdoptionStage, Convention, Edit, Every, Facts, Origin, Programme, Relevance,
    Roster, Span, Status, Submission, SubmissionKind, Survey, TableInfo, TableKind, TableShape, Tick, UnitIndex,
    UnitKind,
};
use plan::{Measure, Plan};

const KINDS: [ActivityKind; 11] = [
    ActivityKind::Event,
    ActivityKind::Event,
    ActivityKind::Event,
    ActivityKind::News,
    ActivityKind::News,
    ActivityKind::News,
    ActivityKind::ActionMonth,
    ActivityKind::Model,
    ActivityKind::Model,
    ActivityKind::Pledge,
    ActivityKind::Other,
];
const COUNTS: [u32; 16] = [0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 5, 254, 255, 70_000];
pub(super) const TAGS: [&str; 4] = ["action_month", "audience_staff", "audience_students", "effective"];
/// The last one is a title without letters.
const TITLES: [&str; 8] = ["", "", "", "Tin A", "tin  a", "Tín Á", "Tin B", " "];
const CHANNELS: [&str; 6] = ["", "", "Đài truyền hình tỉnh", "TRUYEN HINH", "loa phường", "Zalo, loa"];
const AUDIENCES: [&str; 5] = ["", "", "học sinh, giáo viên", "HOC SINH", "người dân"];

pub(super) fn facts(dice: &mut Dice, borders: &Borders, plan: &Plan, roster: Roster) -> Facts {
    let tables = (0..1 + dice.roll(4)).map(|number| table(dice, borders, number)).collect();
    let mut facts = Facts { roster, tables, ..Facts::default() };
    facts.submissions = dice.maybe(75, |dice| many(dice, 6, |dice, at| submission(dice, borders, &facts, at)));
    facts.media = dice.maybe(75, |dice| many(dice, 7, |dice, at| adoption(dice, borders, &facts, at)));
    facts.conventions = dice.maybe(75, |dice| many(dice, 8, |dice, at| convention(dice, borders, &facts, at)));
    facts.surveys = dice.maybe(75, |dice| many(dice, 10, |dice, at| survey(dice, borders, &facts, at)));
    facts.ticks = ticks(dice, plan, &facts.roster);
    let most = dice.pick(&[1, 6, 14, 25, 41]);
    for number in 0..dice.roll(most) {
        let row = copied(dice, &facts).unwrap_or_else(|| row(dice, borders, &facts));
        facts.activities.push(numbered(row, number));
    }
    // Facts stand in the order of tables and rows.
    facts.activities.sort_by_key(|row| row.origin);
    facts
}

/// A row like nothing that is there.
pub(super) fn row(dice: &mut Dice, borders: &Borders, facts: &Facts) -> Activity {
    let unit = unit(dice, &facts.roster);
    let people = dice.maybe(60, |dice| dice.pick(&[0, 1, 20, 50, 99, 100, 5_000, u32::MAX]));
    let mut tags: Vec<String> = if dice.chance(35) { owned(dice.some(40, &TAGS)) } else { Vec::new() };
    tags.sort();
    Activity {
        unit,
        when: dice.maybe(93, |dice| borders.span(dice)),
        kind: dice.pick(&KINDS),
        count: dice.pick(&COUNTS),
        tags,
        title: dice.pick(&TITLES).to_owned(),
        channel: dice.pick(&CHANNELS).to_owned(),
        audience: dice.pick(&AUDIENCES).to_owned(),
        people,
        women: dice.maybe(60, |dice| dice.pick(&[0, 1, 10, 25, 50, 51, 99, 100, 2_500])),
        place: String::new(),
        cost: None,
        funding: String::new(),
        status: if dice.chance(12) { Status::Planned } else { Status::Done },
        relevant: if dice.chance(12) { Relevance::Unknown } else { Relevance::Yes },
        origin: Origin { table: u32::try_from(dice.roll(facts.tables.len())).unwrap(), row: 1 },
    }
}

/// None, or up to three.
pub(super) fn edits(dice: &mut Dice, borders: &Borders, facts: &Facts) -> Vec<Edit> {
    (0..dice.roll(5)).map(|_| edit(dice, borders, facts)).collect()
}

fn edit(dice: &mut Dice, borders: &Borders, facts: &Facts) -> Edit {
    // One row more than there are: an edit may name nothing.
    let number = u32::try_from(dice.roll(facts.activities.len() + 1)).unwrap();
    let add = row(dice, borders, facts);
    match dice.roll(4) {
        0 => Edit::Remove { row: number },
        1 => Edit::Move { row: number, to: borders.span(dice) },
        2 => Edit::Programme(programme(dice, borders, add)),
        _ => Edit::Add { unit: add.unit, kind: add.kind, when: borders.span(dice), count: add.count, tags: add.tags },
    }
}

fn programme(dice: &mut Dice, borders: &Borders, like: Activity) -> Programme {
    let (one, other) = (borders.day(dice), borders.day(dice));
    Programme {
        kinds: dice.some(50, &[UnitKind::Commune, UnitKind::District, UnitKind::Agency, UnitKind::Hamlet]),
        under: dice.chance(40).then_some(like.unit),
        kind: like.kind,
        count: like.count,
        every: dice.pick(&[Every::Month, Every::Quarter, Every::Half, Every::Year]),
        days: Span::new(one.min(other), one.max(other)).unwrap(),
        tags: like.tags,
    }
}

/// Now and then a row is a copy of another, whole or but for one cell, in the same table or another.
fn copied(dice: &mut Dice, facts: &Facts) -> Option<Activity> {
    let original = facts.activities.get(dice.roll(facts.activities.len().max(1)))?;
    let mut row = original.clone();
    match dice.roll(24) {
        0 => {}
        1 => row.count = dice.pick(&COUNTS),
        2 => row.status = Status::Planned,
        3 => row.relevant = Relevance::Unknown,
        4 => row.origin.table = u32::try_from(dice.roll(facts.tables.len())).unwrap(),
        5 => row.channel = dice.pick(&CHANNELS).to_owned(),
        6 => row.when = row.when.and_then(|when| Some(Span::day(when.to().succ_opt()?))),
        _ => return None,
    }
    Some(row)
}

fn numbered(row: Activity, number: usize) -> Activity {
    Activity { origin: Origin { row: u32::try_from(number).unwrap() + 2, ..row.origin }, ..row }
}

fn table(dice: &mut Dice, borders: &Borders, number: usize) -> TableInfo {
    let file = format!("{number}.csv");
    TableInfo {
        sheet: String::new(),
        header_row: 1,
        title: String::new(),
        kind: TableKind::Activities,
        shape: if dice.chance(60) { TableShape::Log } else { TableShape::Summary },
        columns: Vec::new(),
        rows: 0,
        used_rows: 0,
        relevance: Relevance::Yes,
        cut_off: dice.maybe(25, |dice| borders.day(dice)),
        period: None,
        fingerprint: file.clone(),
        file,
    }
}

fn many<T>(dice: &mut Dice, most: usize, make: impl Fn(&mut Dice, Origin) -> T) -> Vec<T> {
    let rows = 2..2 + u32::try_from(dice.roll(most)).unwrap();
    rows.map(|row| make(dice, Origin { table: 0, row })).collect()
}

fn submission(dice: &mut Dice, borders: &Borders, facts: &Facts, origin: Origin) -> Submission {
    use chrono::Datelike;
    let submitted = borders.day(dice);
    let year = submitted.year();
    let (kind, period) = match dice.roll(8) {
        0 => (SubmissionKind::Plan, Span::new(submitted, submitted + chrono::Days::new(3000))),
        1 => (SubmissionKind::Plan, Span::year(year)),
        2 => (SubmissionKind::Half, Span::half(year, 1)),
        3 => (SubmissionKind::Year, Span::year(year)),
        4 => (SubmissionKind::Data, Span::new(borders.day(dice), submitted)),
        5 => (SubmissionKind::Data, Span::year(year - 1)),
        _ => (SubmissionKind::Data, Some(borders.span(dice))),
    };
    Submission {
        unit: unit(dice, &facts.roster),
        kind,
        period: period.unwrap_or(Span::day(submitted)),
        submitted,
        covers_children: dice.chance(45),
        origin,
    }
}

fn adoption(dice: &mut Dice, borders: &Borders, facts: &Facts, origin: Origin) -> Adoption {
    Adoption {
        unit: unit_of(dice, &facts.roster, UnitKind::Media),
        stage: dice.pick(&[None, Some(AdoptionStage::Pilot), Some(AdoptionStage::Official)]),
        from: dice.maybe(80, |dice| borders.span(dice)),
        to: dice.maybe(25, |dice| borders.span(dice)),
        origin,
    }
}

fn convention(dice: &mut Dice, borders: &Borders, facts: &Facts, origin: Origin) -> Convention {
    Convention {
        id: format!("q{}", origin.row),
        unit: unit(dice, &facts.roster),
        adopted: dice.maybe(85, |dice| borders.span(dice)),
        discriminatory: dice.pick(&[None, Some(false), Some(false), Some(true)]),
        fixed_on: dice.maybe(40, |dice| borders.span(dice)),
        ended: dice.maybe(20, |dice| borders.span(dice)),
        origin,
    }
}

/// Values lie about the numbers that plans ask for, measured from 40.
fn survey(dice: &mut Dice, borders: &Borders, facts: &Facts, origin: Origin) -> Survey {
    const VALUES: [&str; 15] =
        ["40", "40", "40.0", "40.8", "41.2", "44", "43.999", "44.001", "46", "46.1", "38", "39.2", "0", "-3", "x"];
    Survey {
        id: format!("s{}", origin.row),
        unit: unit(dice, &facts.roster),
        measure: dice.pick(&["awareness", "awareness", "violence"]).to_owned(),
        date: borders.span(dice),
        value: dice.pick(&VALUES).to_owned(),
        base: None,
        origin,
    }
}

/// Mostly of targets and periods that can be ticked.
fn ticks(dice: &mut Dice, plan: &Plan, roster: &Roster) -> Vec<Tick> {
    const PERIODS: [&str; 8] = ["2024", "2024", "2025", "2024-Q4", "2024-H2", "2024-AM", "2024-2025", "never"];
    let is_ticked = |measure: &Measure| matches!(measure, Measure::Tick { .. });
    let target = plan.targets.iter().find(|target| is_ticked(&target.measure)).map_or("T1", |target| &target.id);
    let tick = |dice: &mut Dice| Tick {
        target: target.to_owned(),
        unit: unit(dice, roster),
        period: dice.pick(&PERIODS).to_owned(),
        note: String::new(),
    };
    (0..dice.roll(5)).map(|_| tick(dice)).collect()
}

fn unit(dice: &mut Dice, roster: &Roster) -> UnitIndex {
    UnitIndex(u32::try_from(dice.roll(roster.len())).unwrap())
}

/// Mostly a unit of this kind, if there is one.
fn unit_of(dice: &mut Dice, roster: &Roster, kind: UnitKind) -> UnitIndex {
    let units: Vec<UnitIndex> = roster.iter().filter(|(_, unit)| unit.kind == kind).map(|(index, _)| index).collect();
    if units.is_empty() || dice.chance(10) { unit(dice, roster) } else { dice.pick(&units) }
}

pub(super) fn owned<C: FromIterator<String>>(words: Vec<&str>) -> C {
    words.into_iter().map(str::to_owned).collect()
}
