//! Random rows of every register, and edits to try on them.

use super::borders::Borders;
use super::dice::Dice;
use chrono::Datelike;
use domain::{
    Activity, ActivityKind, Adoption, AdoptionStage, Convention, Edit, Every, Facts, NaiveDate, Origin, Programme,
    Relevance, Roster, Span, Status, Submission, SubmissionKind, Survey, TableInfo, TableKind, TableShape, Text, Tick,
    UnitIndex, UnitKind,
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
const TITLES: [&str; 8] = ["", "", "Tin A", "tin  a", "Tín Á", "Tin A", "Tin B", " "];
const CHANNELS: [&str; 6] = ["", "", "Đài truyền hình tỉnh", "TRUYEN HINH", "loa phường", "Zalo, loa"];
const AUDIENCES: [&str; 5] = ["", "", "học sinh, giáo viên", "HOC SINH", "người dân"];

pub(super) fn facts(dice: &mut Dice, borders: &Borders, plan: &Plan, roster: Roster) -> Facts {
    let tables = (0..1 + dice.roll(4)).map(|number| table(dice, borders, number)).collect();
    let mut facts = Facts { roster, tables, ..Facts::default() };
    facts.submissions = dice.maybe(75, |dice| many(dice, 9, |dice, at| submission(dice, borders, &facts, at)));
    facts.media = dice.maybe(75, |dice| many(dice, 7, |dice, at| adoption(dice, borders, &facts, at)));
    facts.conventions = dice.maybe(75, |dice| many(dice, 8, |dice, at| convention(dice, borders, &facts, at)));
    facts.surveys = dice.maybe(75, |dice| surveys(dice, borders, &facts));
    facts.ticks = ticks(dice, plan, &facts.roster);
    let most = dice.pick(&[1, 8, 20, 41, 41]);
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
        tags: tags.into(),
        title: dice.pick(&TITLES).into(),
        channel: dice.pick(&CHANNELS).into(),
        audience: dice.pick(&AUDIENCES).into(),
        people,
        women: dice.maybe(60, |dice| dice.pick(&[0, 1, 10, 25, 50, 51, 99, 100, 2_500])),
        place: Text::default(),
        cost: None,
        funding: Text::default(),
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
        2 => Edit::Programme(programme(dice, borders, &add)),
        _ => Edit::Add {
            unit: add.unit,
            kind: add.kind,
            when: borders.span(dice),
            count: add.count,
            tags: owned(add.tags.iter().map(AsRef::as_ref).collect()),
        },
    }
}

fn programme(dice: &mut Dice, borders: &Borders, like: &Activity) -> Programme {
    let (one, other) = (borders.day(dice), borders.day(dice));
    Programme {
        kinds: dice.some(50, &[UnitKind::Commune, UnitKind::District, UnitKind::Agency, UnitKind::Hamlet]),
        under: dice.chance(40).then_some(like.unit),
        kind: like.kind,
        count: like.count,
        every: dice.pick(&[Every::Month, Every::Quarter, Every::Half, Every::Year]),
        days: Span::new(one.min(other), one.max(other)).unwrap(),
        tags: owned(like.tags.iter().map(AsRef::as_ref).collect()),
    }
}

/// Now and then a row is a copy of another, whole or but for one cell, in the same table or another.
fn copied(dice: &mut Dice, facts: &Facts) -> Option<Activity> {
    let original = facts.activities.get(dice.roll(facts.activities.len().max(1)))?;
    let mut row = original.clone();
    match dice.roll(20) {
        0 | 7 => {}
        1 => row.count = dice.pick(&COUNTS),
        2 => row.status = Status::Planned,
        3 => row.relevant = Relevance::Unknown,
        4 => row.origin.table = u32::try_from(dice.roll(facts.tables.len())).unwrap(),
        5 => row.channel = dice.pick(&CHANNELS).into(),
        6 | 8 | 9 => row.when = row.when.and_then(|when| Some(Span::day(when.to().succ_opt()?))),
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
        // The earlier of two days: those of long ago leave windows open that everybody takes to be over.
        cut_off: dice.maybe(70, |dice| borders.day(dice).min(borders.day(dice))),
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
    let day = borders.day(dice);
    let reported = [UnitKind::Agency, UnitKind::District, UnitKind::Union, UnitKind::Commune];
    let (kind, period, submitted) = match dice.roll(8) {
        0 => (SubmissionKind::Plan, Span::new(day, day + chrono::Days::new(3000)), day),
        1 => (SubmissionKind::Plan, Span::year(day.year()), near(dice, day.year(), (1, 15))),
        2 => (SubmissionKind::Half, Span::half(day.year(), 1), near(dice, day.year(), (6, 10))),
        3 => (SubmissionKind::Year, Span::year(day.year()), near(dice, day.year(), (12, 10))),
        4 => (SubmissionKind::Data, Span::new(borders.day(dice), day), day),
        5 => (SubmissionKind::Data, Span::year(day.year() - 1), day),
        _ => (SubmissionKind::Data, Some(borders.span(dice)), day),
    };
    let unit = if kind == SubmissionKind::Data {
        unit(dice, &facts.roster)
    } else {
        let kind = dice.pick(&reported);
        unit_of(dice, &facts.roster, kind)
    };
    let covers_children = dice.chance(45);
    Submission { unit, kind, period: period.unwrap_or(Span::day(day)), submitted, covers_children, origin }
}

/// The day a duty names, or one beside it.
fn near(dice: &mut Dice, year: i32, (month, day): (u32, u32)) -> NaiveDate {
    let named = NaiveDate::from_ymd_opt(year, month, day).unwrap();
    named + chrono::TimeDelta::days(dice.pick(&[-30, -1, 0, 1, 2, 20]))
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

/// Two in three follow the survey before them by about a year. Values lie about what plans ask for, measured from 40.
fn surveys(dice: &mut Dice, borders: &Borders, facts: &Facts) -> Vec<Survey> {
    const VALUES: [&str; 17] = [
        "40", "40.0", "40", "40.8", "41.2", "41.201", "44", "43.999", "46", "46.1", "36", "35.9", "34", "30", "0",
        "-3", "x",
    ];
    let mut rows: Vec<Survey> = Vec::new();
    for number in 0..u32::try_from(dice.roll(18)).unwrap() {
        let before = rows.last().filter(|_| dice.chance(66)).cloned();
        let later = chrono::Days::new(dice.pick(&[0, 300, 365, 365, 365, 366]));
        let (unit, measure, date) = match before {
            Some(row) => (row.unit, row.measure, Span::new(row.date.from() + later, row.date.to() + later).unwrap()),
            None => (unit(dice, &facts.roster), dice.pick(&["awareness", "violence"]).to_owned(), borders.span(dice)),
        };
        rows.push(Survey {
            id: format!("s{number}"),
            unit,
            measure,
            date,
            value: dice.pick(&VALUES).to_owned(),
            base: None,
            origin: Origin { table: 0, row: number + 2 },
        });
    }
    rows
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

/// Rows gather on a few units, so that they add up and meet their copies.
fn unit(dice: &mut Dice, roster: &Roster) -> UnitIndex {
    let number = (0..3).map(|_| dice.roll(roster.len())).min().unwrap_or(0);
    UnitIndex(u32::try_from(number).unwrap())
}

/// Mostly a unit of this kind, if there is one.
fn unit_of(dice: &mut Dice, roster: &Roster, kind: UnitKind) -> UnitIndex {
    let units: Vec<UnitIndex> = roster.iter().filter(|(_, unit)| unit.kind == kind).map(|(index, _)| index).collect();
    if units.is_empty() || dice.chance(10) { unit(dice, roster) } else { dice.pick(&units) }
}

pub(super) fn owned<C: FromIterator<String>>(words: Vec<&str>) -> C {
    words.into_iter().map(str::to_owned).collect()
}
