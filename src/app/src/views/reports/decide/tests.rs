use super::*;
use crate::state::made::any_summary;
use domain::{
    Bilingual, Completeness, DutyDeadline, DutyLine, Language, Life, ReportAlign, ReportColumn, ReportFoot, ReportHead,
    Severity, SubmissionKind, UnitSource,
};
use std::collections::BTreeMap;
use wording::Say;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn line(unit: u32, kind: UnitKind) -> UnitLine {
    UnitLine {
        unit: UnitIndex(unit),
        id: format!("kg.{unit}"),
        name: "Xã Vĩnh Hòa Hiệp".to_owned(),
        parent: String::new(),
        kind,
        source: UnitSource::Shipped,
        life: Life::default(),
    }
}

fn summary(as_of: NaiveDate) -> Summary {
    Summary {
        as_of,
        scope: Some(line(0, UnitKind::Province)),
        scopes: vec![line(0, UnitKind::Province), line(1, UnitKind::Commune)],
        findings: BTreeMap::from([(Severity::Question, 2)]),
        ..any_summary()
    }
}

fn report(kind: ReportKind, period: Period) -> ReportSlice {
    let text = |text: &str| vec![ReportRun::Text(text.to_owned())];
    let column = |head: &str| ReportColumn { head: head.to_owned(), width: 50, align: ReportAlign::Left };
    let heading = |text: &str| ReportBlock::Heading { level: 1, text: text.to_owned() };
    let cause = vec![ReportRun::Text("Nguyên nhân: ".to_owned()), ReportRun::Blank("đơn vị bổ sung".to_owned())];
    ReportSlice {
        kind,
        unit: Some(line(1, UnitKind::Commune)),
        period,
        as_of: day(2024, 10, 15),
        file_name: "bao-cao".to_owned(),
        head: ReportHead {
            subject: vec!["Kết quả".to_owned(), "quý III năm 2024".to_owned()],
            ..ReportHead::default()
        },
        body: vec![
            heading("I. Chỉ đạo"),
            ReportBlock::Paragraph(text("Đã ban hành kế hoạch.")),
            heading("II. Kết quả"),
            ReportBlock::Paragraph(text("Trong quý III, xã có 03 tin, bài.")),
            ReportBlock::Table(ReportTable {
                caption: String::new(),
                columns: vec![column("Mục tiêu"), column("Kết quả")],
                rows: vec![vec![text("Tin, bài"), text("03")]],
            }),
            ReportBlock::Paragraph(cause),
            heading("III. Tồn tại"),
            ReportBlock::Paragraph(text("Còn thiếu 01 tin, bài.")),
        ],
        foot: ReportFoot::default(),
        annexes: Vec::new(),
        reach: domain::ReportReach::default(),
    }
}

fn kind_on(as_of: NaiveDate, unit: Option<UnitKey>) -> ReportKind {
    kind_under(&due_on((6, 10), (12, 10)), as_of, unit)
}

fn kind_under(plan: &PlanSlice, as_of: NaiveDate, unit: Option<UnitKey>) -> ReportKind {
    let view = ReportView { unit, ..ReportView::default() };
    asked(&view, &summary(as_of), Some(plan), |_| Some(UnitIndex(1))).kind()
}

/// A plan that wants its two reports before these days (month, day).
fn due_on(half: (u32, u32), year: (u32, u32)) -> PlanSlice {
    let duty = |submission, (month, day)| {
        let day = DutyDay::Yearly(month, day);
        let deadline = Some(DutyDeadline { submission, day, inclusive: false, next_working_day: false });
        let (to, to_id) = (String::new(), String::new());
        DutyLine { id: String::new(), label: Bilingual::default(), deadline, to, to_id, clauses: Vec::new() }
    };
    let duties = vec![duty(SubmissionKind::Half, half), duty(SubmissionKind::Year, year)];
    PlanSlice { duties, ..PlanSlice::default() }
}

#[test]
fn the_days_of_the_plan_decide_which_report_is_due_next() {
    let unit = || Some(UnitKey::Number(UnitIndex(1)));
    let early = due_on((4, 20), (10, 20));
    for (as_of, kind) in [
        (day(2024, 3, 24), ReportKind::Quarter),
        (day(2024, 4, 19), ReportKind::HalfYear),
        (day(2024, 6, 1), ReportKind::Quarter),
        (day(2024, 10, 15), ReportKind::Year),
        (day(2024, 12, 1), ReportKind::Year),
    ] {
        assert_eq!(kind_under(&early, as_of, unit()), kind, "{as_of}");
        assert_eq!(kind_under(&PlanSlice::default(), as_of, unit()), ReportKind::Quarter, "it names no day: {as_of}");
    }
}

#[test]
fn the_report_due_next_is_suggested() {
    let unit = || Some(UnitKey::Number(UnitIndex(1)));
    for (as_of, kind) in [
        (day(2024, 3, 31), ReportKind::Quarter),
        (day(2024, 5, 14), ReportKind::Quarter),
        (day(2024, 5, 15), ReportKind::HalfYear),
        (day(2024, 6, 9), ReportKind::HalfYear),
        (day(2024, 6, 10), ReportKind::Quarter),
        (day(2024, 10, 15), ReportKind::Quarter),
        (day(2024, 11, 15), ReportKind::Year),
        (day(2024, 12, 31), ReportKind::Year),
        (day(2025, 2, 1), ReportKind::Year),
    ] {
        assert_eq!(kind_on(as_of, unit()), kind, "{as_of}");
        assert_eq!(kind_on(as_of, None), ReportKind::Province, "{as_of}");
    }
}

#[test]
fn a_report_of_a_unit_asks_for_one_and_one_of_the_province_does_not() {
    let summary = summary(day(2024, 10, 15));
    let ask = |kind, unit, found: Option<u32>| {
        asked(&ReportView { kind: Some(kind), unit, ..ReportView::default() }, &summary, None, |_| found.map(UnitIndex))
    };
    let key = || Some(UnitKey::Shipped("kg.1".to_owned()));
    assert_eq!(ask(ReportKind::Quarter, None, None), Asked::NeedsUnit(ReportKind::Quarter));
    assert_eq!(ask(ReportKind::Quarter, key(), None), Asked::Unknown(ReportKind::Quarter));
    let of_unit = Asked::Report { kind: ReportKind::Year, unit: Some(UnitIndex(1)) };
    assert_eq!(ask(ReportKind::Year, key(), Some(1)), of_unit);
    let of_province = Asked::Report { kind: ReportKind::FiveYears, unit: None };
    assert_eq!(ask(ReportKind::FiveYears, key(), Some(1)), of_province);
}

#[test]
fn the_unit_of_the_scope_reports_where_the_address_names_none() {
    let mut summary = summary(day(2024, 10, 15));
    summary.scope = Some(line(4, UnitKind::District));
    let found = asked(&ReportView::default(), &summary, None, |_| None);
    assert_eq!(found, Asked::Report { kind: ReportKind::Quarter, unit: Some(UnitIndex(4)) });
    summary.scope = None;
    summary.lone_unit = Some(UnitIndex(5));
    let found = asked(&ReportView::default(), &summary, None, |_| None);
    assert_eq!(found, Asked::Report { kind: ReportKind::Quarter, unit: Some(UnitIndex(5)) });
}

#[test]
fn what_to_know_leads_to_where_it_is_looked_after() {
    let mut summary = summary(day(2024, 10, 15));
    summary.overview.completeness = vec![
        Completeness { kind: UnitKind::Commune, with_data: 120, listed: 143, has_roster: true },
        Completeness { kind: UnitKind::School, with_data: 3, listed: 3, has_roster: false },
    ];
    let known = known(&report(ReportKind::Quarter, Period::Quarter(2024, 3)), &summary, true);
    let said: Vec<String> = known.iter().map(|(known, _)| known.say(Language::Vi).into_owned()).collect();
    assert_eq!(
        said,
        [
            "Đây là dữ liệu mẫu: không gửi báo cáo này đi.",
            "Quý III/2024: số liệu tính đến hết ngày 15/10/2024, kỳ đã kết thúc",
            "Cách hiểu: theo mặc định của Kế hoạch",
            "Số liệu: 120/143 xã, phường đã gửi",
            "Còn 2 chỗ nên xem trong dữ liệu",
        ]
    );
    assert_eq!(known[4].1, Leads::To(Route::Check));
}

#[test]
fn a_cut_off_is_told_where_there_is_one() {
    let summary = summary(day(2024, 10, 15));
    let cut_offs = |kind, period| {
        let known = known(&report(kind, period), &summary, false);
        known.into_iter().filter(|(known, _)| matches!(known, Known::CutOff { .. })).collect::<Vec<_>>()
    };
    assert!(cut_offs(ReportKind::Quarter, Period::Quarter(2024, 3)).is_empty());
    let half = cut_offs(ReportKind::HalfYear, Period::Half(2024, 1));
    assert_eq!(half, [(Known::CutOff { day: day(2024, 6, 14), beyond: true }, Leads::ToDay)]);
    let year = cut_offs(ReportKind::Year, Period::Year(2024));
    assert_eq!(year, [(Known::CutOff { day: day(2024, 12, 14), beyond: false }, Leads::ToDay)]);
}

#[test]
fn periods_end_on_their_last_day() {
    for (period, last) in [
        (Period::Quarter(2024, 1), day(2024, 3, 31)),
        (Period::Quarter(2024, 4), day(2024, 12, 31)),
        (Period::Half(2024, 1), day(2024, 6, 30)),
        (Period::Month(2024, 2), day(2024, 2, 29)),
        (Period::Range(2021, 2025), day(2025, 12, 31)),
    ] {
        assert_eq!(last_day(&period), Some(last));
    }
}

#[test]
fn the_paragraph_is_that_of_the_results_and_says_what_is_still_blank() {
    let paragraph = paragraph(&report(ReportKind::Quarter, Period::Quarter(2024, 3)));
    let wanted = "Kết quả quý III năm 2024\nTrong quý III, xã có 03 tin, bài.\nNguyên nhân: [đơn vị bổ sung]";
    assert_eq!(paragraph, wanted);
}

#[test]
fn the_table_is_pasted_with_its_header() {
    let report = report(ReportKind::Quarter, Period::Quarter(2024, 3));
    assert_eq!(cells(table(&report).unwrap()), [["Mục tiêu", "Kết quả"], ["Tin, bài", "03"]]);
}
