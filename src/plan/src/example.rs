//! Examples: small worlds with what must come out. Read and checked here, run by the engine.

use crate::convert::Checked;
use crate::fault::Fault;
use crate::model::{Example, ExampleActivity, Expectation};
use crate::raw;
use domain::{ActivityKind, Span, State, UnitKind};
use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use toml::Value;

/// The columns of an activity after its count.
const COLUMNS_AFTER_COUNT: [&str; 8] =
    ["tags", "title", "channel", "status", "relevant", "audience", "people", "women"];

impl Checked for raw::Example {
    type Model = Example;

    fn checked(self) -> Result<Self::Model, Fault> {
        let units = unit_ids(&self.units)?;
        let activities: Vec<ExampleActivity> = numbered(&self.activities, "activities", |cells| activity(cells))?;
        let named = activities.iter().enumerate().map(|(row, activity)| (row, activity.unit.as_str()));
        known_units(&units, "activities", named)?;
        register(&units, "media", &self.media, 0, 2..=4)?;
        register(&units, "conventions", &self.conventions, 1, 4..=6)?;
        register(&units, "submissions", &self.submissions, 0, 4..=5)?;
        register(&units, "surveys", &self.surveys, 0, 4..=4)?;
        numbered(self.surveys.as_deref().unwrap_or_default(), "surveys", |cells| survey(cells))?;
        rows(&units, "ticks", &self.ticks, 1, 3..=3)?;
        let expect: Vec<Expectation> = numbered(&self.expect, "expect", |cells| expectation(cells))?;
        let judged = expect.iter().map(|expected| expected.unit.as_str()).enumerate();
        known_units(&units, "expect", judged.filter(|(_, unit)| *unit != "*"))?;
        Ok(Example {
            name: self.name,
            readings: self.readings,
            as_of: self.as_of.0,
            units: self.units,
            activities,
            media: self.media,
            conventions: self.conventions,
            submissions: self.submissions,
            surveys: self.surveys,
            ticks: self.ticks,
            expect,
        })
    }
}

/// Turns every row, and says which one is wrong.
fn numbered<R, T>(rows: &[R], table: &str, read: impl Fn(&R) -> Result<T, Fault>) -> Result<Vec<T>, Fault> {
    let numbered = rows.iter().enumerate();
    numbered.map(|(row, cells)| read(cells).map_err(|fault| fault.under(&[table, &format!("#{row}")]))).collect()
}

/// The ids of `[id, kind, parent]` or `[id, kind, parent, from, to]`.
fn unit_ids(rows: &[Vec<String>]) -> Result<BTreeSet<&str>, Fault> {
    let ids = rows.iter().filter_map(|row| row.first()).map(String::as_str).collect();
    for (number, row) in rows.iter().enumerate() {
        unit(row, &ids).map_err(|fault| fault.under(&["units", &format!("#{number}")]))?;
    }
    Ok(ids)
}

fn unit(row: &[String], ids: &BTreeSet<&str>) -> Result<(), Fault> {
    let (_, kind, parent, life) = match row {
        [id, kind, parent] => (id, kind, parent, [].as_slice()),
        [id, kind, parent, life @ ..] if life.len() == 2 => (id, kind, parent, life),
        _ => return Err(Fault::new(&[], "a unit is `[id, kind, parent]` or `[id, kind, parent, from, to]`")),
    };
    if UnitKind::from_code(kind).is_none() {
        return Err(Fault::unknown(&[kind], "kind of unit", kind, UnitKind::ALL.map(UnitKind::code)));
    }
    if !parent.is_empty() && !ids.contains(parent.as_str()) {
        return Err(Fault::unknown(&[parent], "unit", parent, ids.iter().copied()));
    }
    life.iter().try_for_each(|day| day_or_blank(day))
}

fn day_or_blank(text: &str) -> Result<(), Fault> {
    let fits = text.is_empty() || Span::parse_canonical(text).is_some_and(Span::is_day);
    fits.then_some(()).ok_or_else(|| Fault::new(&[text], format!("`{text}` is not a day such as `2024-03-05`")))
}

fn known_units<'n>(
    units: &BTreeSet<&str>,
    table: &str,
    rows: impl IntoIterator<Item = (usize, &'n str)>,
) -> Result<(), Fault> {
    match rows.into_iter().find(|(_, unit)| !units.contains(unit)) {
        Some((row, unit)) => {
            Err(Fault::unknown(&[table, &format!("#{row}"), unit], "unit", unit, units.iter().copied()))
        }
        None => Ok(()),
    }
}

/// Checks the rows of a register, if it is there.
fn register(
    units: &BTreeSet<&str>,
    table: &str,
    register: &Option<Vec<Vec<String>>>,
    unit_column: usize,
    width: RangeInclusive<usize>,
) -> Result<(), Fault> {
    rows(units, table, register.as_deref().unwrap_or_default(), unit_column, width)
}

/// Checks width and unit of a table's rows.
fn rows(
    units: &BTreeSet<&str>,
    table: &str,
    rows: &[Vec<String>],
    unit_column: usize,
    width: RangeInclusive<usize>,
) -> Result<(), Fault> {
    if let Some(row) = rows.iter().position(|row| !width.contains(&row.len())) {
        let message = match width.start() == width.end() {
            true => format!("a row of `{table}` has {} cells", width.start()),
            false => format!("a row of `{table}` has {} to {} cells", width.start(), width.end()),
        };
        return Err(Fault::new(&[table, &format!("#{row}")], message));
    }
    let named = rows.iter().filter_map(|row| row.get(unit_column)).map(String::as_str);
    known_units(units, table, named.enumerate())
}

/// `[unit, measure, date, value]`
fn survey(cells: &[String]) -> Result<(), Fault> {
    let [_, _, date, value] = cells else { return Ok(()) };
    dated(date)?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, decimals) = value.split_once('.').unwrap_or((value, "0"));
    match digits(whole) && digits(decimals) && decimals.len() <= 3 {
        true => Ok(()),
        false => Err(Fault::new(&[value], format!("`{value}` is not a value such as `40` or `40.5`"))),
    }
}

fn dated(date: &str) -> Result<(), Fault> {
    let wrong = || format!("`{date}` is not a date such as `2024-03-05`, `2024-Q1` or `2024`");
    Span::parse_canonical(date).map(|_| ()).ok_or_else(|| Fault::new(&[date], wrong()))
}

/// `[date, unit, kind, count, tags]` and, if needed, title, channel, status, relevant, audience, people, women.
fn activity(cells: &[Value]) -> Result<ExampleActivity, Fault> {
    let (head, tail) = (cells.get(..3), cells.get(4..));
    let (
        Some([Value::String(date), Value::String(unit), Value::String(kind)]),
        Some(Value::Integer(count)),
        Some(tail),
    ) = (head, cells.get(3), tail)
    else {
        return Err(Fault::new(&[], "an activity begins with `[date, unit, kind, count, tags`"));
    };
    let words: Vec<&str> = tail.iter().filter_map(Value::as_str).collect();
    if words.len() != tail.len() || words.len() > COLUMNS_AFTER_COUNT.len() {
        let columns = COLUMNS_AFTER_COUNT.join(", ");
        return Err(Fault::new(&[], format!("after the count come up to eight texts: {columns}")));
    }
    if !date.is_empty() {
        dated(date)?;
    }
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let (people, women) = reached(word(6), word(7))?;
    Ok(ExampleActivity {
        date: date.clone(),
        unit: unit.clone(),
        kind: ActivityKind::from_code(kind).ok_or_else(|| {
            Fault::unknown(&[kind], "kind of activity", kind, ActivityKind::ALL.map(ActivityKind::code))
        })?,
        count: u32::try_from(*count).map_err(|_| Fault::new(&["#3"], format!("`{count}` is not a count")))?,
        tags: word(0).split(';').filter(|tag| !tag.is_empty()).map(str::to_owned).collect(),
        title: word(1).to_owned(),
        channel: word(2).to_owned(),
        status: one_of(word(3), &["planned", "done"])?,
        relevant: one_of(word(4), &["yes", "unknown"])?,
        audience: word(5).to_owned(),
        people,
        women,
    })
}

/// The people reached and the women among them; blank = not said.
fn reached(people: &str, women: &str) -> Result<(Option<u32>, Option<u32>), Fault> {
    let number = |text: &str| match (text, text.parse()) {
        ("", _) => Ok(None),
        (_, Ok(number)) => Ok(Some(number)),
        (_, Err(_)) => Err(Fault::new(&[text], format!("`{text}` is not a number of people"))),
    };
    match (number(people)?, number(women)?) {
        (Some(people), Some(women)) if people < women => {
            Err(Fault::new(&[], format!("{women} women among {people} people")))
        }
        reached => Ok(reached),
    }
}

fn one_of(word: &str, known: &[&str]) -> Result<String, Fault> {
    match word.is_empty() || known.contains(&word) {
        true => Ok(word.to_owned()),
        false => Err(Fault::unknown(&[word], "word", word, known.iter().copied())),
    }
}

/// `[target, unit, period, state]`
fn expectation(cells: &[String]) -> Result<Expectation, Fault> {
    let [target, unit, period, state] = cells else {
        return Err(Fault::new(&[], "an expectation is `[target, unit, period, state]`"));
    };
    let known = State::from_code(state);
    let state = known.ok_or_else(|| Fault::unknown(&[state], "state", state, State::ALL.map(State::code)))?;
    Ok(Expectation { target: target.clone(), unit: unit.clone(), period: period.clone(), state })
}
