//! Worlds for tests: the probe plan under chosen readings, and facts written as short lines.

use crate::Judge;
use domain::{
    Activity, ActivityKind, Adoption, AdoptionStage, Convention, Facts, Life, NaiveDate, Origin, Period, Relevance,
    Span, Status, Submission, SubmissionKind, Survey, TableInfo, TableKind, TableShape, Text, Unit, UnitIndex,
    UnitKind, UnitSource, UnitVersion, Verdict,
};
use plan::{Plan, RuleFile};

pub(crate) fn plan() -> Plan {
    plan_with(&[])
}

pub(crate) fn plan_with(readings: &[(&str, &str)]) -> Plan {
    let choices = readings.iter().map(|(reading, option)| ((*reading).to_owned(), (*option).to_owned())).collect();
    RuleFile::parse("plan.toml", include_str!("plan.toml")).unwrap().plan(&choices).unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

pub(crate) fn span(text: &str) -> Span {
    Span::parse_canonical(text).unwrap()
}

/// Facts under construction.
#[derive(Clone)]
pub(crate) struct World {
    pub(crate) facts: Facts,
}

impl World {
    /// One line a unit: `id kind [parent]`.
    pub(crate) fn new(units: &[&str]) -> Self {
        let mut world = Self { facts: Facts { tables: vec![table("a.csv")], ..Facts::default() } };
        for line in units {
            let mut words = line.split(' ');
            let (id, kind) = (words.next().unwrap(), words.next().unwrap());
            let parent = words.next().map(|parent| world.unit(parent));
            let version = UnitVersion { name: id.to_owned(), parent, life: Life::default() };
            let unit = Unit {
                id: id.to_owned(),
                kind: UnitKind::from_code(kind).unwrap(),
                source: UnitSource::User,
                versions: vec![version],
                successors: Vec::new(),
                tags: Vec::new(),
            };
            world.facts.roster.push(unit).unwrap();
        }
        world
    }

    /// From `day` on the unit belongs to another parent.
    pub(crate) fn moves(mut self, unit: &str, on: &str, parent: &str) -> Self {
        let (index, parent) = (self.unit(unit), self.unit(parent));
        let versions = &mut self.facts.roster.get_mut(index).unwrap().versions;
        let before = versions.last_mut().unwrap();
        before.life.to = day(on).pred_opt();
        let life = Life { from: Some(day(on)), to: None };
        versions.push(UnitVersion { name: unit.to_owned(), parent: Some(parent), life });
        self
    }

    /// One line a row: `date unit kind count`, then `#tag`, `"title`, `@channel`, `planned`, `unknown`, `table=1`,
    /// `p=` people and `w=` women among them.
    /// A date of `-` is none.
    pub(crate) fn rows(mut self, rows: &[&str]) -> Self {
        for line in rows {
            let row = self.row(line);
            self.facts.activities.push(row);
        }
        self
    }

    fn row(&self, line: &str) -> Activity {
        let words: Vec<&str> = line.split(' ').collect();
        let number = u32::try_from(self.facts.activities.len()).unwrap() + 2;
        let marks = |mark: char| words.iter().filter_map(move |word| word.strip_prefix(mark));
        let number_after =
            |mark: &str| words.iter().find_map(|word| word.strip_prefix(mark)).map(|digits| digits.parse().unwrap());
        Activity {
            unit: self.unit(words[1]),
            when: (words[0] != "-").then(|| span(words[0])),
            kind: ActivityKind::from_code(words[2]).unwrap(),
            count: words[3].parse().unwrap(),
            tags: marks('#').collect(),
            title: marks('"').collect(),
            channel: marks('@').collect(),
            audience: Text::default(),
            people: number_after("p="),
            women: number_after("w="),
            place: Text::default(),
            cost: None,
            funding: Text::default(),
            status: if words.contains(&"planned") { Status::Planned } else { Status::Done },
            relevant: if words.contains(&"unknown") { Relevance::Unknown } else { Relevance::Yes },
            origin: Origin { table: number_after("table=").unwrap_or(0), row: number },
        }
    }

    /// One more table, with the cut-off it states.
    pub(crate) fn table(mut self, file: &str, cut_off: Option<&str>) -> Self {
        self.facts.tables.push(TableInfo { cut_off: cut_off.map(day), ..table(file) });
        self
    }

    /// `unit stage from to`, `-` for none.
    pub(crate) fn media(mut self, rows: &[&str]) -> Self {
        let adoption = |(words, origin): (Vec<&str>, Origin)| Adoption {
            unit: self.unit(words[0]),
            stage: match words[1] {
                "pilot" => Some(AdoptionStage::Pilot),
                "official" => Some(AdoptionStage::Official),
                _ => None,
            },
            from: optional(words[2]),
            to: optional(words[3]),
            origin,
        };
        self.facts.media = Some(numbered(rows).map(adoption).collect());
        self
    }

    /// `id unit adopted discriminatory fixed_on ended`, `-` for none.
    pub(crate) fn conventions(mut self, rows: &[&str]) -> Self {
        let convention = |(words, origin): (Vec<&str>, Origin)| Convention {
            id: words[0].to_owned(),
            unit: self.unit(words[1]),
            adopted: optional(words[2]),
            discriminatory: (words[3] != "-").then(|| words[3] == "1"),
            fixed_on: optional(words[4]),
            ended: optional(words[5]),
            origin,
        };
        self.facts.conventions = Some(numbered(rows).map(convention).collect());
        self
    }

    /// `unit kind period submitted`.
    pub(crate) fn submissions(mut self, rows: &[&str]) -> Self {
        let submission = |(words, origin): (Vec<&str>, Origin)| Submission {
            unit: self.unit(words[0]),
            kind: match words[1] {
                "plan" => SubmissionKind::Plan,
                "half" => SubmissionKind::Half,
                "year" => SubmissionKind::Year,
                _ => SubmissionKind::Data,
            },
            period: span(words[2]),
            submitted: day(words[3]),
            covers_children: false,
            origin,
        };
        self.facts.submissions = Some(numbered(rows).map(submission).collect());
        self
    }

    /// `unit measure date value`.
    pub(crate) fn surveys(mut self, rows: &[&str]) -> Self {
        let survey = |(words, origin): (Vec<&str>, Origin)| Survey {
            id: String::new(),
            unit: self.unit(words[0]),
            measure: words[1].to_owned(),
            date: span(words[2]),
            value: words[3..].join(" "),
            base: None,
            origin,
        };
        self.facts.surveys = Some(numbered(rows).map(survey).collect());
        self
    }

    pub(crate) fn unit(&self, id: &str) -> UnitIndex {
        self.facts.roster.find(id).unwrap_or_else(|| panic!("no unit `{id}`"))
    }

    /// The verdict on `unit` (`*` for the whole) in `period`.
    pub(crate) fn verdict(&self, plan: &Plan, as_of: &str, target: &str, unit: &str, period: &str) -> Verdict {
        let unit = (unit != "*").then(|| self.unit(unit));
        let verdicts = Judge::new(plan, &self.facts, day(as_of)).verdicts();
        let is_meant =
            |found: &&Verdict| found.target == target && found.unit == unit && found.period.to_string() == period;
        verdicts.iter().find(is_meant).cloned().unwrap_or_else(|| panic!("no verdict on {target} {unit:?} {period}"))
    }
}

pub(crate) fn milestone(id: &str) -> Period {
    Period::Milestone(id.to_owned())
}

fn numbered<'r>(rows: &'r [&str]) -> impl Iterator<Item = (Vec<&'r str>, Origin)> {
    (2..).zip(rows).map(|(row, line)| (line.split(' ').collect(), Origin { table: 0, row }))
}

fn optional(text: &str) -> Option<Span> {
    (text != "-").then(|| span(text))
}

fn table(file: &str) -> TableInfo {
    TableInfo {
        file: file.to_owned(),
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
        fingerprint: file.to_owned(),
    }
}
