//! A small world with one of everything that is written.

use domain::{
    Activity, ActivityKind, Adoption, AdoptionStage, Agenda, AgendaItem, Closes, ColumnGuess, Convention, CountColumn,
    DayReason, Evidence, Facts, Field, Finding, FindingKind, ItemKind, Life, NaiveDate, Need, NeedKind, Options,
    Origin, Period, Place, Reason, Relevance, Rollup, Roster, Span, State, Status, Submission, SubmissionKind, Survey,
    TableInfo, TableKind, TableShape, Unit, UnitIndex, UnitKind, UnitSource, UnitVersion, Unreachable,
    UnreachableReason, Verdict, YearPart,
};
use report::{ItemWords, Subject, Words};
use std::collections::BTreeMap;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(text: &str) -> Span {
    Span::parse_canonical(text).unwrap()
}

fn unit(id: &str, kind: UnitKind, name: &str, parent: Option<UnitIndex>) -> Unit {
    let life = Life { from: None, to: Some(day("2025-06-30")) };
    let versions = vec![UnitVersion { name: name.into(), parent, life }];
    Unit {
        id: id.into(),
        kind,
        source: UnitSource::Shipped,
        versions,
        successors: parent.into_iter().collect(),
        tags: Vec::new(),
    }
}

fn roster() -> Roster {
    let mut roster = Roster::default();
    let district = roster.push(unit("905", UnitKind::District, "Huyện Châu Thành", None)).unwrap();
    roster.push(unit("30892", UnitKind::Commune, "Xã Vĩnh Hòa Hiệp", Some(district))).unwrap();
    roster
}

pub(crate) const COMMUNE: UnitIndex = UnitIndex(1);

fn activity(when: &str, row: u32) -> Activity {
    Activity {
        unit: COMMUNE,
        when: Span::parse_canonical(when),
        kind: ActivityKind::News,
        count: 2,
        tags: ["action_month", "audience_staff"].into_iter().collect(),
        title: "Tin, bài \"8/3\"".into(),
        channel: "Zalo OA xã".into(),
        audience: "người dân".into(),
        people: Some(120),
        women: None,
        place: "=nhà văn hóa".into(),
        cost: Some(1_500_000),
        funding: domain::Text::default(),
        status: Status::Done,
        relevant: Relevance::Unknown,
        origin: Origin { table: 0, row },
    }
}

fn columns() -> Vec<ColumnGuess> {
    let count =
        CountColumn { kind: Some(ActivityKind::News), part: Some(YearPart::Quarter(3)), planned: false, total: true };
    let guess = |column, header: &str, field| ColumnGuess {
        column,
        header: header.into(),
        field,
        confidence: 90,
        chosen: false,
        examples: Vec::new(),
    };
    vec![
        guess(0, "TT", Field::RowNumber),
        guess(27, "Quý III / Tin, bài", Field::Count(count)),
        guess(28, "Tháng", Field::Month),
    ]
}

fn table() -> TableInfo {
    TableInfo {
        file: "nhật ký.xlsx".into(),
        sheet: "Quý III".into(),
        header_row: 6,
        title: String::new(),
        kind: TableKind::Activities,
        shape: TableShape::Log,
        columns: columns(),
        rows: 2,
        used_rows: 2,
        relevance: Relevance::Yes,
        cut_off: None,
        period: None,
        fingerprint: String::new(),
    }
}

pub(crate) fn facts() -> Facts {
    let origin = Origin { table: 0, row: 9 };
    Facts {
        ticks: Vec::new(),
        roster: roster(),
        tables: vec![table()],
        activities: vec![activity("2024-08-15", 8), activity("", 9)],
        media: Some(vec![Adoption {
            unit: COMMUNE,
            stage: Some(AdoptionStage::Pilot),
            from: Some(span("2024-Q1")),
            to: None,
            origin,
        }]),
        conventions: Some(vec![Convention {
            id: "HU-01".into(),
            unit: COMMUNE,
            adopted: Some(span("2019")),
            discriminatory: Some(true),
            fixed_on: None,
            ended: None,
            origin,
        }]),
        submissions: Some(vec![Submission {
            unit: COMMUNE,
            kind: SubmissionKind::Half,
            period: span("2024-H1"),
            submitted: day("2024-06-09"),
            covers_children: true,
            origin,
        }]),
        surveys: Some(vec![Survey {
            id: "S1".into(),
            unit: COMMUNE,
            measure: "awareness".into(),
            date: span("2025"),
            value: "54,0".into(),
            base: Some(400),
            origin,
        }]),
    }
}

pub(crate) fn verdict(target: &str, unit: Option<UnitIndex>, period: Period) -> Verdict {
    Verdict {
        target: target.into(),
        unit,
        period,
        window: Some(span("2024-Q3")),
        state: State::Missed,
        reason: Some(Reason::WindowCut),
        figures: domain::Figures::Activities,
        threshold: 4,
        n_lo: 3,
        n_hi: 3,
        den: None,
        planned: 0,
        required_now: Some(4),
        evidence: Evidence::Implied,
        deadline: day("2024-09-30"),
    }
}

fn agenda() -> Agenda {
    let closes = vec![
        Closes { target: "T1".into(), period: Period::Year(2024) },
        Closes { target: "T2".into(), period: Period::Named(2024, "AM".into()) },
    ];
    let item = AgendaItem {
        date: day("2024-11-20"),
        unit: Some(COMMUNE),
        kind: ItemKind::Activity(ActivityKind::Event),
        tags: vec!["action_month".into()],
        number: 1,
        closes,
        earliest: "2024-10-01".parse().unwrap(),
        latest: day("2024-12-13"),
        peak: Some("action-month".into()),
        reason: DayReason::OnlyDay,
        unmet: Vec::new(),
    };
    let need = Need {
        target: "T5".into(),
        unit: Some(COMMUNE),
        unit_kind: UnitKind::Commune,
        period: Period::Quarter(2024, 3),
        window: span("2024-Q3"),
        missing: 1,
        kind: NeedKind::HandIn,
    };
    let unreachable = vec![Unreachable { need, reason: UnreachableReason::NoDayLeft }];
    Agenda { items: vec![item], unreachable, ..Agenda::default() }
}

fn findings() -> Vec<Finding> {
    let at = |row, column| Place { file: "nhật ký.xlsx".into(), sheet: "Quý III".into(), row, column };
    vec![
        Finding {
            at: at(Some(9), Some(1)),
            kind: FindingKind::UnknownKind { word: "Loa cụm".into(), taken: ActivityKind::Other },
        },
        Finding { at: at(Some(8), None), kind: FindingKind::DuplicateRow { first_row: 7 } },
    ]
}

/// Runs `look` with everything that is reported.
pub(crate) fn with_subject<T>(look: impl FnOnce(&Subject<'_>, &Words<'_>) -> T) -> T {
    let verdicts = [
        verdict("T5", Some(COMMUNE), Period::Quarter(2024, 3)),
        verdict("T2-share", None, Period::Year(2024)),
        verdict("T5", Some(COMMUNE), Period::Quarter(2024, 1)),
    ];
    with_verdicts(&verdicts, look)
}

/// Runs `look` with these verdicts and everything else that is reported.
pub(crate) fn with_verdicts<T>(verdicts: &[Verdict], look: impl FnOnce(&Subject<'_>, &Words<'_>) -> T) -> T {
    let facts = facts();
    let counts = BTreeMap::from([(State::Missed, 2), (State::Met, 141), (State::Late, 0)]);
    let rollups = [Rollup { target: "T5".into(), period: Period::Quarter(2024, 3), node: None, counts }];
    let readings = BTreeMap::from([("duplicates".to_owned(), "once".to_owned())]);
    let (findings, agenda) = (findings(), agenda());
    let options = Options { kinds: BTreeMap::from([("Loa".to_owned(), ActivityKind::News)]), ..Options::default() };
    let subject = Subject {
        plan: "kien-giang-2030",
        source_sha256: "00ff",
        as_of: day("2024-10-15"),
        readings: &readings,
        options: &options,
        facts: &facts,
        verdicts,
        rollups: &rollups,
        findings: &findings,
        agenda: &agenda,
    };
    let item = |_: &AgendaItem| ItemWords { title: "Tổ chức 1 cuộc".into(), ..ItemWords::default() };
    let words = Words {
        finding: &|finding| finding.kind.code().to_uppercase(),
        decision: &|decision| decision.code().to_uppercase(),
        item: &item,
        counted: &|_| vec![1, 0],
    };
    look(&subject, &words)
}
