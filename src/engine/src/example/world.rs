//! The rows of an example as facts. All its activities are one table; each register is a table of its own.

use super::{MismatchKind, day};
use domain::{
    Activity, Adoption, AdoptionStage, Arrange, Convention, Facts, Life, Origin, Relevance, Roster, Span, Status,
    Submission, SubmissionKind, Survey, TableInfo, TableKind, TableShape, Text, Tick, Unit, UnitIndex, UnitKind,
    UnitSource, UnitVersion,
};
use plan::{Example, ExampleActivity};

const TABLES: [(&str, TableKind); 5] = [
    ("activities", TableKind::Activities),
    ("media", TableKind::Media),
    ("conventions", TableKind::Conventions),
    ("submissions", TableKind::Submissions),
    ("surveys", TableKind::Surveys),
];

type Row = Vec<String>;

/// The facts of an example, or the first row that cannot be read.
pub(crate) fn facts(example: &Example) -> Result<Facts, MismatchKind> {
    let roster = roster(&example.units)?;
    let unit = |id: &str| roster.find(id);
    let activities = numbered("activities", &example.activities, |row, at| activity(row, unit(&row.unit)?, at))?;
    let media = register(1, &example.media, |row, at| adoption(row, unit(cell(row, 0))?, at))?;
    let conventions = register(2, &example.conventions, |row, at| convention(row, unit(cell(row, 1))?, at))?;
    let submissions = register(3, &example.submissions, |row, at| submission(row, unit(cell(row, 0))?, at))?;
    let surveys = register(4, &example.surveys, |row, at| survey(row, unit(cell(row, 0))?, at))?;
    let ticks = numbered("ticks", &example.ticks, |row, _| tick(row, unit(cell(row, 1))?))?;
    let tables = TABLES.into_iter().map(|(name, kind)| table(name, kind)).collect();
    Ok(Facts { roster, tables, activities, media, conventions, submissions, surveys, ticks })
}

fn register<T>(
    table: u32,
    rows: &Option<Vec<Row>>,
    read: impl Fn(&Row, Origin) -> Option<T>,
) -> Result<Option<Vec<T>>, MismatchKind> {
    let name = TABLES.get(table as usize).map_or("", |(name, _)| name);
    let read = |row: &Row, at: Origin| read(row, Origin { table, ..at });
    rows.as_ref().map(|rows| numbered(name, rows, read)).transpose()
}

fn numbered<R, T>(
    table: &'static str,
    rows: &[R],
    read: impl Fn(&R, Origin) -> Option<T>,
) -> Result<Vec<T>, MismatchKind> {
    let numbers = 1..;
    let read = |(row, cells): (u32, &R)| {
        let unreadable = MismatchKind::UnreadableRow { table, row: row as usize };
        read(cells, Origin { table: 0, row }).ok_or(unreadable)
    };
    numbers.zip(rows).map(read).collect()
}

/// Units first, then who is under whom: a parent may stand below its child.
fn roster(rows: &[Row]) -> Result<Roster, MismatchKind> {
    let mut roster = Roster::default();
    numbered("units", rows, |row, _| unit(row)).map(|units| {
        for unit in units {
            // A repeated id keeps its first row; the rule file's own check reports it.
            let _ = roster.push(unit);
        }
    })?;
    for row in rows {
        let parent = roster.find(cell(row, 2));
        let version = roster.find(cell(row, 0)).and_then(|index| roster.get_mut(index)?.versions.first_mut());
        if let Some(version) = version {
            version.parent = parent;
        }
    }
    Ok(roster)
}

fn unit(row: &Row) -> Option<Unit> {
    let id = cell(row, 0).to_owned();
    let life = Life { from: optional(cell(row, 3), day)?, to: optional(cell(row, 4), day)? };
    Some(Unit {
        kind: UnitKind::from_code(cell(row, 1))?,
        source: UnitSource::User,
        versions: vec![UnitVersion { name: id.clone(), parent: None, life }],
        successors: Vec::new(),
        tags: Vec::new(),
        id,
    })
}

fn activity(row: &ExampleActivity, unit: UnitIndex, origin: Origin) -> Option<Activity> {
    let mut tags = row.tags.clone();
    tags.arrange();
    tags.dedup();
    Some(Activity {
        unit,
        when: span(&row.date)?,
        kind: row.kind,
        count: row.count,
        tags: tags.into(),
        title: (&row.title).into(),
        channel: (&row.channel).into(),
        audience: (&row.audience).into(),
        people: row.people,
        women: row.women,
        place: Text::default(),
        cost: None,
        funding: Text::default(),
        status: if row.status == "planned" { Status::Planned } else { Status::Done },
        relevant: if row.relevant == "unknown" { Relevance::Unknown } else { Relevance::Yes },
        origin,
    })
}

fn adoption(row: &Row, unit: UnitIndex, origin: Origin) -> Option<Adoption> {
    let stage = optional(cell(row, 1), |stage| match stage {
        "pilot" => Some(AdoptionStage::Pilot),
        "official" => Some(AdoptionStage::Official),
        _ => None,
    })?;
    Some(Adoption { unit, stage, from: span(cell(row, 2))?, to: span(cell(row, 3))?, origin })
}

fn convention(row: &Row, unit: UnitIndex, origin: Origin) -> Option<Convention> {
    Some(Convention {
        id: cell(row, 0).to_owned(),
        unit,
        adopted: span(cell(row, 2))?,
        discriminatory: optional(cell(row, 3), flag)?,
        fixed_on: span(cell(row, 4))?,
        ended: span(cell(row, 5))?,
        origin,
    })
}

fn submission(row: &Row, unit: UnitIndex, origin: Origin) -> Option<Submission> {
    let kind = match cell(row, 1) {
        "plan" => SubmissionKind::Plan,
        "half" => SubmissionKind::Half,
        "year" => SubmissionKind::Year,
        "data" => SubmissionKind::Data,
        _ => return None,
    };
    Some(Submission {
        unit,
        kind,
        period: Span::parse_canonical(cell(row, 2))?,
        submitted: day(cell(row, 3))?,
        covers_children: optional(cell(row, 4), flag)?.unwrap_or(false),
        origin,
    })
}

fn survey(row: &Row, unit: UnitIndex, origin: Origin) -> Option<Survey> {
    Some(Survey {
        id: origin.row.to_string(),
        unit,
        measure: cell(row, 1).to_owned(),
        date: Span::parse_canonical(cell(row, 2))?,
        value: cell(row, 3).to_owned(),
        base: None,
        origin,
    })
}

fn tick(row: &Row, unit: UnitIndex) -> Option<Tick> {
    let (target, period) = (cell(row, 0).to_owned(), cell(row, 2).to_owned());
    Some(Tick { target, unit, period, note: String::new() })
}

fn cell(row: &Row, column: usize) -> &str {
    row.get(column).map_or("", String::as_str)
}

fn flag(text: &str) -> Option<bool> {
    match text {
        "1" | "true" | "yes" => Some(true),
        "0" | "false" | "no" => Some(false),
        _ => None,
    }
}

fn span(text: &str) -> Option<Option<Span>> {
    optional(text, Span::parse_canonical)
}

/// A blank cell says nothing; any other must be readable.
fn optional<T>(text: &str, read: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
    if text.is_empty() { Some(None) } else { read(text).map(Some) }
}

fn table(name: &str, kind: TableKind) -> TableInfo {
    TableInfo {
        file: format!("{name}.csv"),
        sheet: String::new(),
        header_row: 1,
        title: String::new(),
        kind,
        shape: TableShape::Log,
        columns: Vec::new(),
        rows: 0,
        used_rows: 0,
        relevance: Relevance::Yes,
        cut_off: None,
        period: None,
        fingerprint: name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plan::RuleFile;

    const CASE: &str = r#"
        [[test]]
        name = "registers"
        as_of = 2024-12-31
        units = [["h1", "hamlet", ""], ["m1", "media", ""]]
        activities = [["2024", "h1", "event", 1, ""]]
        media = [["m1", "pilot", "2024", ""], ["m1", "official", "2025", ""]]
        conventions = [["k1", "h1", "2020", "0", "", ""]]
        submissions = [["h1", "data", "2024", "2024-12-31", ""]]
        expect = []
    "#;

    #[test]
    fn every_row_stands_in_the_table_of_its_kind() {
        let text = format!("{}{CASE}", include_str!("../tests/plan.toml"));
        let plan = RuleFile::parse("case.toml", &text).unwrap().plan(&Default::default()).unwrap();
        let facts = facts(&plan.examples[0]).unwrap();
        let file = |origin: Origin| (facts.table(origin).unwrap().file.as_str(), origin.row);
        assert_eq!(file(facts.activities[0].origin), ("activities.csv", 1));
        assert_eq!(file(facts.media.as_ref().unwrap()[1].origin), ("media.csv", 2));
        assert_eq!(file(facts.conventions.as_ref().unwrap()[0].origin), ("conventions.csv", 1));
        assert_eq!(file(facts.submissions.as_ref().unwrap()[0].origin), ("submissions.csv", 1));
        assert_eq!(facts.surveys, None);
    }
}
