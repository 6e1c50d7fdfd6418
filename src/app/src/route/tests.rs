use super::*;
use crate::state::Sample;
use domain::{Life, ReportKind, State, Turn, UnitKind};

fn line(source: UnitSource) -> UnitLine {
    UnitLine {
        unit: UnitIndex(7),
        id: "ap-vinh-hoi".to_owned(),
        name: "Ấp Vĩnh Hội".to_owned(),
        parent: String::new(),
        kind: UnitKind::Hamlet,
        source,
        life: Life::default(),
    }
}

#[test]
fn every_address_is_read_back_as_it_was_written() {
    let day = NaiveDate::from_ymd_opt(2024, 10, 15);
    for route in [
        Route::Data,
        Route::Entry(None),
        Route::Entry(Some(UnitKey::Shipped("kg-30493".to_owned()))),
        Route::Check,
        Route::Overview,
        Route::Matrix(MatrixView::default()),
        Route::Matrix(MatrixView::of(Some(State::Missed), Some("T5".to_owned()))),
        Route::Matrix(MatrixView { sort: MatrixSort::by(SortBy::Name), ..MatrixView::default() }),
        Route::Rows(3),
        Route::Rollup,
        Route::Unit(UnitView::of(UnitKey::Shipped("kg-30493".to_owned()))),
        Route::Unit(UnitView::of(UnitKey::Number(UnitIndex(3)))),
        Route::unit_at(&line(UnitSource::Shipped), "T5"),
        Route::Agenda(AgendaView::default()),
        Route::Agenda(AgendaView { unit: Some(UnitKey::Number(UnitIndex(3))), month: Some(11) }),
        Route::Compare(CompareView::default()),
        Route::Compare(CompareView {
            way: CompareWay::Day(NaiveDate::from_ymd_opt(2024, 6, 30)),
            target: Some("T2-share".to_owned()),
            turn: Some(Turn::Worse),
        }),
        Route::Compare(CompareView::default().by(CompareWay::Files)),
        Route::WhatIf,
        Route::Report(ReportView::default()),
        Route::Report(ReportView {
            kind: Some(ReportKind::HalfYear),
            unit: Some(UnitKey::Shipped("kg-30493".to_owned())),
            columns: domain::RowColumn::ALL.to_vec(),
        }),
        Route::Report(ReportView { unit: Some(UnitKey::Number(UnitIndex(3))), ..ReportView::default() }),
        Route::Plan,
        Route::Readings(ReadingFilter::All),
        Route::Readings(ReadingFilter::Changing),
        Route::Readings(ReadingFilter::Mine),
        Route::Bodies(None),
        Route::Trend,
        Route::Bodies(Some("sldtbxh".to_owned())),
        Route::Settings,
        Route::About,
        Route::Privacy,
        Route::Access,
        Route::Workshop(WorkshopView::default()),
        Route::Workshop(WorkshopView { slide: 7, more: 2, shown: true, sample: Some(Sample::Province) }),
    ] {
        let readings = [("t1-events", "strict"), ("t3_stage", "90")].map(owned);
        let (plan, readings) = (Some("ha-noi-331".to_owned()), BTreeMap::from(readings));
        let page = PageSettings { theme: Theme::Contrast, size: TextSize::Larger, single_keys: SingleKeys::Off };
        let address = Address { route, english: true, page, as_of: day, year: Some(2024), plan, readings };
        assert_eq!(Address::parse(&address.hash()), address);
        let route = address.route;
        let plain = Address { route, ..Address::default() };
        assert_eq!(Address::parse(&plain.hash()), plain);
    }
}

#[test]
fn only_units_of_a_shipped_roster_are_named_in_an_address() {
    assert_eq!(Route::unit(&line(UnitSource::Shipped)).hash(), "#/don-vi?u=ap-vinh-hoi");
    assert_eq!(Route::unit(&line(UnitSource::User)).hash(), "#/don-vi?n=7");
    assert_eq!(Route::unit(&line(UnitSource::Data)).hash(), "#/don-vi?n=7");
}

#[test]
fn readings_stand_in_the_address_in_letters_that_need_no_escape() {
    let readings = BTreeMap::from([("t5", "zalo"), ("odd id", "x&y"), ("t6", "a,b")].map(owned));
    let address = Address { readings, ..Address::default() };
    assert_eq!(address.hash(), "#/du-lieu?r=t5:zalo");
    for (text, known) in [("t5:zalo,t6", 1), ("t5:,:zalo,t6:<b>", 0), ("", 0), ("t5:zalo,t6:a", 2)] {
        assert_eq!(readings_in(&format!("#/du-lieu?r={text}")), known, "{text}");
    }
}

fn readings_in(hash: &str) -> usize {
    Address::parse(hash).readings.len()
}

#[test]
fn what_is_as_usual_about_the_page_is_not_written() {
    let dark = PageSettings { theme: Theme::Dark, ..PageSettings::default() };
    assert_eq!(Address { page: dark, ..Address::default() }.hash(), "#/du-lieu?theme=dark");
    assert_eq!(Address::parse("#/du-lieu?theme=pink&size=7&keys=on").page, PageSettings::default());
}

#[test]
fn an_address_nobody_wrote_leads_to_the_start() {
    for hash in ["", "#", "#/", "#/nowhere", "#main", "#/lich?m=13", "#/don-vi?s=what&t=<b>"] {
        let parsed = Address::parse(hash).route;
        let plain = [Route::Data, Route::Agenda(AgendaView::default()), Route::Matrix(MatrixView::default())];
        assert!(plain.contains(&parsed), "{hash} gave {parsed:?}");
    }
}
